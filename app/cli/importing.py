"""The verb that imports files, and lets corrected ones take the places of those they correct."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.group import program
from app.cli.opening import NOTHING_DONE, as_json, coder, project_file, reading, writing
from app.cli.output import Stop, counted, progress_bar, say, say_tied, tell, tell_json
from app.cli.previewing import roles, show, sorted_notes, with_roles
from app.cli.previewing import rule as kept_rule

if TYPE_CHECKING:
    from corpus.documents import DocumentInfo
    from corpus.drafts import Identity, Role
    from corpus.importers import PassedOver
    from corpus.importers.reading import ReadingOptions, Split
    from corpus.importing import Outcome
    from corpus.pending import Pending
    from corpus.progress import Progress
    from corpus.store.project import Project

_NAMED = 12


@program.command("import")
@project_file
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="PATH...")
@click.option("--recursive", is_flag=True, help="Go into the folders within folders as well.")
@click.option("--language", type=click.Choice(["fr", "en"]), help="Their language; by default told from the words.")
@click.option("--encoding", metavar="E", help="How text files are encoded; by default told from the bytes.")
@click.option("--password", metavar="P", help="What opens a protected PDF.")
@click.option(
    "--speakers",
    "rule",
    metavar="RULE",
    help="How speakers are marked: a kept name, or an expression whose "
    "group (?P<speaker>…) is the label; by default told from the text.",
)
@click.option("--keep-speakers", "keep", metavar="NAME", help="Keep that rule by a name, for the next files.")
@click.option(
    "--role",
    "given",
    multiple=True,
    metavar="LABEL=ROLE",
    callback=roles,
    help="Whether a speaker is interviewer, respondent or unknown, in all files; repeatable.",
)
@click.option(
    "--split",
    type=click.Choice(["paragraphs", "blank-lines", "lines"]),
    help="Cut there and not by who speaks; nobody speaks then.",
)
@click.option(
    "--answers",
    multiple=True,
    metavar="COLUMN",
    help="A column of a survey that is read as text; by default those of long answers. Repeatable.",
)
@click.option(
    "--replace",
    is_flag=True,
    help="Read anew files that are there, and let corrected files take the places of those they correct.",
)
@click.option(
    "--as",
    "instead",
    metavar="DOCUMENT",
    help="The file takes the place of this document, however little "
    "they share; without it, --replace finds by name and words which one is corrected.",
)
@click.option("--yes", is_flag=True, help="With --replace, let codings go whose words the new reading has not.")
@click.option("--preview", is_flag=True, help="Write nothing; tell of each document what would come in, doubts first.")
@as_json
@coder
def import_documents(
    file: Path,
    paths: tuple[Path, ...],
    recursive: bool,
    language: str | None,
    encoding: str | None,
    password: str | None,
    rule: str | None,
    keep: str | None,
    given: dict[str, Role],
    split: Split | None,
    answers: tuple[str, ...],
    replace: bool,
    instead: str | None,
    yes: bool,
    preview: bool,
    as_json: bool,
    coder: str | None,
) -> int:
    """Import interviews and other documents: txt, md, doc, docx, odt, fodt, rtf, html, pdf, epub, srt, vtt, eaf,
    TextGrid, trs, exb, otr, surveys in csv and xlsx, and folders and zips of them.

    Of a survey a row is a participant, whose long answers are a document and whose short ones are attributes.

    A speaker whose mark is the name of a participant is tied to that participant. A bad file is refused with a reason
    and the rest goes on. The same file twice is a duplicate; with another --encoding it needs --replace, which keeps
    the name, participants, roles, and the codings whose words agree; others are listed and need --yes.

    With --replace, a corrected file of the same name or the same words takes the place of the one that was imported:
    codings stay on the words that both have, and those that lose theirs, or most of them, are listed and need --yes.

    Example: verbatim import study.verbatim interviews --recursive --language fr
    """
    from corpus import documents, importers, importing, pending
    from corpus.correcting import corrected
    from corpus.importers.reader_process import Drafts

    if encoding is not None:
        _check_encoding(encoding)
    if keep is not None and rule is None:
        raise click.UsageError("--keep-speakers keeps the rule of --speakers.")
    if instead is not None and len(paths) > 1:
        raise click.UsageError("--as says which document one file takes the place of: give one file.")
    replace = replace or instead is not None
    asked: ReadingOptions = {
        "language": language,
        "encoding": encoding,
        "password": password,
        "split": split,
        "answers": answers or None,
    }
    if rule is not None:
        asked["speakers"] = kept_rule(rule, keep)
    with reading(file) if preview else writing(file, coder) as project, Drafts() as drafts:
        if replace and instead is None:
            _check_paths(project, paths)
        with progress_bar("Reading" if preview else "Importing") as progress:
            files, there = importers.find(paths, recursive=recursive), documents.originals(project)
            found = with_roles(pending.read(drafts, files, there, progress=progress, **asked), given)
            outcomes: list[Outcome] = []
            if replace and not preview:
                outcomes = _replaced(project, found, there, instead, yes, progress)
            elif not preview:
                outcomes = importing.write(project, [one.ready for one in found], progress=progress)
        infos = {info.key: info for info in documents.listed(project)}
        if preview:
            found = corrected.noted(project, found)
    if preview:
        _say_passed_over(importers.passed_over(paths, recursive))
        return show([one.shown for one in found], as_json)
    if as_json:
        tell_json([_record(outcome, infos) for outcome in outcomes])
    else:
        for outcome in outcomes:
            tell(_told(outcome, infos))
    say_tied([tied for outcome in outcomes for tied in outcome.tied])
    _say_lost(outcomes)
    _say_passed_over(importers.passed_over(paths, recursive))
    return _exit_code(outcomes)


def _check_paths(project: Project, paths: Sequence[Path]) -> None:
    """Refuse what is no file and is called like a document: --as says whose place a file takes, --replace does not."""
    from corpus import documents, name_lookup

    known = documents.listed(project)
    for path in paths:
        named = None if path.exists() else name_lookup.one(known, str(path))
        if named is not None:
            raise click.UsageError(
                f"{path} is no file but a document of the project, and --replace takes no name: "
                f'say --as "{named.name}" for the file to take its place.'
            )


def _replaced(
    project: Project,
    found: Sequence[Pending],
    there: Mapping[Identity, str],
    instead: str | None,
    yes: bool,
    progress: Progress,
) -> list[Outcome]:
    """Let files take the places of those that they are read anew from or put right; others come in as ever."""
    from corpus import documents, importing
    from corpus.correcting import corrected

    document = None if instead is None else documents.find(project, instead)
    elsewhere = {identity for identity, name in there.items() if document is not None and name != document.name}
    with project.change("Import documents", kind="import"):
        taken = [
            corrected.take(project, one.load(), instead=document.key if document else None, losing=yes)
            if one.preview.error is None and (one.identity not in there or one.identity in elsewhere)
            else None
            for one in found
        ]
        rest = [one.ready for one, outcome in zip(found, taken, strict=True) if outcome is None]
        written = iter(importing.write(project, rest, anew=True, losing=yes, progress=progress))
        return [outcome or next(written) for outcome in taken]


def _say_looks(outcome: Outcome) -> None:
    """Say which codings, excerpts and questions lose their words to a corrected file, or most of them."""
    for one in outcome.looks:
        said, now = " ".join(one.words.split()), " ".join(one.now.split())
        say(f"look: {one.kind} of {one.code} on “{said}”, " + (f"then on “{now}”" if now else "which is there no more"))


def _say_lost(outcomes: Sequence[Outcome]) -> None:
    """Say which codings, excerpts and questions went, or would go, as a new reading has not their words."""
    for outcome in outcomes:
        _say_looks(outcome)
        for one in outcome.lost:
            said = " ".join(one.words.split())
            say(f"{'lost' if outcome.status == 'replaced' else 'would be lost'}: {one.kind} of {one.code} on “{said}”")
    if any((outcome.lost or outcome.looks) and outcome.status == "refused" for outcome in outcomes):
        say("Give --yes to let them go.")
    elif any(outcome.status == "refused" and outcome.key is not None for outcome in outcomes):
        say("Give --replace to have a document read anew.")


def _say_passed_over(over: PassedOver) -> None:
    if over.hidden:
        say(f"{counted(len(over.hidden), 'hidden file')} left out: {_names(over.hidden)}.")
    if over.folders:
        say(f"{counted(len(over.folders), 'folder')} not looked into: {_names(over.folders)}; see --recursive.")


def _names(paths: Sequence[Path]) -> str:
    more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
    return ", ".join(path.name for path in paths[:_NAMED]) + more


def _check_encoding(name: str) -> None:
    import codecs

    try:
        codecs.lookup(name)
    except (LookupError, ValueError) as error:
        raise click.BadParameter(f"{name} is no encoding; utf-8 and cp1252 are.", param_hint="--encoding") from error


def _record(outcome: Outcome, infos: dict[int, DocumentInfo]) -> dict[str, Any]:
    """Return what became of one file; a duplicate is described by the document it is the same as."""
    info = infos.get(outcome.key or 0)
    return {
        "path": str(outcome.path),
        "status": outcome.status,
        "document": outcome.document,
        "reason": outcome.reason,
        "encoding": info.encoding if info else None,
        "characters": info.characters if info else None,
        "words": info.words if info else None,
        "passages": info.passages if info else None,
        "speakers": list(info.speakers) if info else [],
        **sorted_notes(outcome.notes),
        "tied": [{"speaker": tied.speaker, "participant": tied.participant} for tied in outcome.tied],
        "lost": [{"kind": one.kind, "code": one.code, "text": one.words} for one in outcome.lost],
        "look": [{"kind": one.kind, "code": one.code, "text": one.words, "then": one.now} for one in outcome.looks],
    }


def _told(outcome: Outcome, infos: dict[int, DocumentInfo]) -> str:
    info = infos.get(outcome.key or 0)
    if info is None or outcome.reason is not None:
        return f"refused\t{outcome.reason}"
    return f"{outcome.status}\t{info.name}\t{info.words} words, {counted(info.passages, 'passage')}"


def _exit_code(outcomes: list[Outcome]) -> int:
    if not outcomes:
        raise Stop(NOTHING_DONE, "There is no document to import here; --recursive looks into folders within folders.")
    refused = [outcome for outcome in outcomes if outcome.status == "refused"]
    imported = sum(outcome.status in ("imported", "replaced") for outcome in outcomes)
    same = len(outcomes) - imported - len(refused)
    there = f", {same} there already" if same else ""
    left = f", {len(refused)} refused" if refused else ""
    say(f"{counted(imported, 'document')} imported{there}{left}.")
    if not refused:
        return 0
    return 1 if imported else NOTHING_DONE

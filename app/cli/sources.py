"""Verbs on what is studied: documents, text, participants, speakers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.consent_checks import agreeing_whole, leaving, naming, pass_out
from app.cli.group import program
from app.cli.opening import (
    as_json,
    coder,
    documents_named,
    numbers,
    participant_named,
    project_file,
    reading,
    refuse_sets,
    seen,
    within,
    writing,
)
from app.cli.output import counted, progress_bar, say, say_tied, tell, tell_json, tell_table, tell_text

if TYPE_CHECKING:
    from coding.permits import Terms
    from corpus.documents import DocumentInfo, SpeakerInfo
    from corpus.store.project import Project


@program.command()
@project_file
@click.argument("table", type=click.Path(path_type=Path), required=False, metavar="[TABLE]")
@click.option("--key", metavar="COLUMN", help="The column that names the documents; by default the first.")
@within
@as_json
@coder
def documents(
    file: Path, table: Path | None, key: str | None, sets: tuple[str, ...], as_json: bool, coder: str | None
) -> int:
    """List the documents; or say what is known of them by a table, CSV or XLSX: a row each, a column for each thing.

    Columns that are called like a fact of interviews (date, lieu, mode, durée …) are that fact; see `facts`. Empty
    cells change nothing. Rows without a document are listed.

    Example: verbatim documents study.verbatim facts.csv --key interview
    """
    from coding.moment import analysed, shown
    from corpus import documents
    from corpus.people import attributes

    if table is not None:
        refuse_sets(sets)
        return _describe(file, table, key, as_json, coder)
    if key:
        raise click.UsageError("--key says how a TABLE is read.")
    with reading(file) as project, project.read():
        moment = seen(project, sets)
        found = shown.documents(moment) if sets else documents.listed(project)
        known = attributes.of_documents(project) if as_json else {}
        apart = analysed.documents_left_out(moment.whole, moment.read)
    if as_json:
        tell_json(
            [
                {**_document(info), "attributes": known.get(info.key, {}), "left_out": info.key in apart}
                for info in found
            ]
        )
        return 0
    header = ("document", "words", "passages", "speakers", "participants")
    tell_table(
        header,
        [
            (info.name, info.words, info.passages, ", ".join(info.speakers), ", ".join(info.participants))
            for info in found
        ],
    )
    if gone := [info.name for info in found if info.key in apart]:
        say(f"Left out of the analysis: {', '.join(gone)}.")
    return 0


def _describe(file: Path, table: Path, key: str | None, as_json: bool, coder: str | None) -> int:
    """Say what a table tells of documents."""
    from corpus.people import facts

    with writing(file, coder) as project, progress_bar("Importing") as progress:
        found = facts.import_table(project, table, key=key, progress=progress)
    if as_json:
        tell_json(
            {
                "rows": found.rows,
                "documents": found.documents,
                "unmatched": found.unmatched,
                "attributes": list(found.columns),
            }
        )
    say(f"{counted(len(found.documents), 'document')} described.")
    for name in found.unmatched:
        say(f"No document is called {name}.")
    return 1 if found.unmatched else 0


def _document(info: DocumentInfo) -> dict[str, Any]:
    return {
        "document": info.name,
        "words": info.words,
        "characters": info.characters,
        "passages": info.passages,
        "speakers": list(info.speakers),
        "participants": list(info.participants),
        "language": info.language,
        "media_type": info.media_type,
        "encoding": info.encoding,
        "imported_at": info.imported_at,
        "source": info.source,
    }


@program.command()
@project_file
@click.argument("document", metavar="DOCUMENT")
@naming
@agreeing_whole
def text(file: Path, document: str, terms: Terms) -> None:
    """Print a document's stored text, byte for byte; into a file or a pipe with names masked.

    With --confidential show it is what START and END of other verbs count in, whoever is named.

    Example: verbatim text study.verbatim "01 Directrice marketing" --confidential show > 01.txt
    """
    from coding.moment.moment import Moment
    from coding.permits import Leaving
    from corpus import documents

    with leaving(file, terms) as project:
        info = documents.find(project, document)
        pass_out(Moment.of(project), "text", lambda: Leaving(documents=(info.key,)), terms)
        body = project.content(info.text_sha)
    tell_text(body)


@program.command()
@project_file
@click.argument("table", type=click.Path(path_type=Path), required=False, metavar="[TABLE]")
@click.option("--key", metavar="COLUMN", help="The column that names each row's document; by default the first.")
@click.option("--confidential", metavar="COLUMN", help="The column that says who may not be named.")
@within
@as_json
@coder
def participants(
    file: Path,
    table: Path | None,
    key: str | None,
    confidential: str | None,
    sets: tuple[str, ...],
    as_json: bool,
    coder: str | None,
) -> int:
    """List the participants; or import a table of them, CSV or XLSX: a row each, a column for each thing known.

    Rows are tied to documents by the key column; the extension, case and accents are let go. Rows without a document
    are listed, and their participants are made all the same. A speaker who has the name of a new participant is tied
    to that participant.

    Example: verbatim participants study.verbatim participants.csv --key interview --confidential confidential
    """
    from corpus.people import participants

    if table is None:
        if key or confidential:
            raise click.UsageError("--key and --confidential say how a TABLE is read.")
        from app.cli.describing import list_participants

        with reading(file) as project, project.read():
            list_participants(project, sets, as_json)
        return 0
    refuse_sets(sets)
    with writing(file, coder) as project, progress_bar("Importing") as progress:
        found = participants.import_table(project, table, key=key, confidential=confidential, progress=progress)
    if as_json:
        tied = [{"participant": participant, "document": document} for participant, document in found.tied]
        marks = [
            {"speaker": one.speaker, "document": one.document_name, "participant": one.participant}
            for one in found.speakers
        ]
        tell_json(
            {
                "rows": found.rows,
                "made": found.made,
                "updated": found.updated,
                "tied": tied,
                "speakers": marks,
                "unmatched": found.unmatched,
                "attributes": list(found.columns),
                "apart": [one._asdict() for one in found.apart],
                "firms": list(found.firms),
            }
        )
    else:
        for participant, document in found.tied:
            tell(f"{participant}\t{document}")
    say(f"{counted(found.made, 'participant')} made, {found.updated} brought up to date.")
    say_tied(found.speakers)
    for one in found.apart:
        said = f"Line {one.line} says other things than line {one.other} of that name"
        say(f"{said}: taken for another person, {one.name}.")
    for name in found.firms:
        say(f"{name} names firms; to make organisations of them: verbatim organisations-from FILE {name!r}")
    for name in found.unmatched:
        say(f"No document is called {name}.")
    if not (found.unmatched or found.tied or found.speakers):
        say("No row names a document; where a column does, say it with --key.")
    return 1 if found.unmatched else 0


@program.command()
@project_file
@click.argument("document", required=False, metavar="[DOCUMENT")
@click.argument("speaker", required=False, metavar="[SPEAKER]]")
@click.option("--tie", metavar="PARTICIPANT", help="The speaker is this participant, who is tied to the document, too.")
@click.option("--untie", is_flag=True, help="The speaker is no participant that is known.")
@click.option(
    "--role",
    type=click.Choice(["interviewer", "respondent", "unknown"]),
    help="The speaker's role; a respondent is an interviewee.",
)
@click.option("--join", "into", metavar="INTO", help="The speaker is the same as INTO, who takes all of the turns.")
@click.option("--rename", metavar="NAME", help="The speaker has another name; the text keeps its marks.")
@click.option(
    "--give", "given", metavar="NAME", help="All turns, or those of --turns, are another's, who is made if new."
)
@click.option("--turns", metavar="NUMBERS", help="With --give, the passages by number, such as 3,5-9.")
@within
@as_json
@coder
def speakers(
    file: Path,
    document: str | None,
    speaker: str | None,
    tie: str | None,
    untie: bool,
    role: str | None,
    into: str | None,
    rename: str | None,
    given: str | None,
    turns: str | None,
    sets: tuple[str, ...],
    as_json: bool,
    coder: str | None,
) -> None:
    """List who speaks where; or say of a speaker which participant it is, what its role or its name is, whom it is the
    same as, or who says its turns.

    In DOCUMENT, * and ? stand for anything: it is done for the speakers of that name in all that fit, as one change.
    Where nobody is called INTO, the speaker takes that name.

    Example: verbatim speakers study.verbatim "01 Directrice marketing" ANNE --tie "Directrice marketing"
    """
    from corpus.correcting.speakers import give_all

    asked = sum((tie is not None, untie, *(one is not None for one in (role, into, rename, given))))
    named = document is not None and (speaker is not None or turns is not None)
    if asked > 1 or (asked and not named) or (turns is not None and given is None):
        raise click.UsageError(
            "Name a DOCUMENT and a SPEAKER, and say one of --tie, --untie, --role, --join, --rename or --give, "
            "which alone takes --turns, and then needs no SPEAKER."
        )
    if not asked:
        with reading(file) as project:
            _list_speakers(project, _talking(project, document, speaker, sets), as_json)
        return
    with writing(file, coder) as project:
        talking = _talking(project, document, speaker, sets)
        if given is not None and turns is not None:
            _give(project, documents_named(project, document or ""), speaker and talking[0].label, given, turns)
        elif given is not None:
            give_all(project, [one.key for one in talking], given)
        else:
            _settle(project, talking, tie, role, into, rename)
        now = next((one for one in (into, rename, given) if one is not None), speaker)
        _list_speakers(project, _talking(project, document, now), as_json)


def _talking(
    project: Project, document: str | None, speaker: str | None, sets: Iterable[str] = ()
) -> list[SpeakerInfo]:
    """Return the speakers of that name, or all, in the documents whose name fits, or in all, within the sets."""
    from coding.moment import shown
    from corpus import documents
    from corpus.errors import NothingThere
    from corpus.words import folded

    within = None if document is None else documents_named(project, document)
    there = [one for one in documents.speakers(project) if within is None or one.document in within]
    moment = seen(project, sets)
    there = [one for one in there if shown.within(moment, one.document, moment.voices.says(one.document, one.key))]
    if speaker is None:
        return there
    found = [one for one in there if one.label == speaker]
    found = found or [one for one in there if folded(one.label) == folded(speaker)]
    if not found:
        raise NothingThere("Nobody is called {speaker} there.", speaker=speaker)
    return found


def _settle(
    project: Project,
    talking: list[SpeakerInfo],
    tie: str | None,
    role: str | None,
    into: str | None,
    rename: str | None,
) -> None:
    from corpus import documents
    from corpus.correcting import speakers
    from corpus.people import participants

    keys = [one.key for one in talking]
    if role is not None:
        documents.set_roles(project, keys, role)
    elif into is not None:
        within = {one.document for one in talking}
        if not any(one.label == into for one in documents.speakers(project) if one.document in within):
            raise click.UsageError(f"Nobody is called {into} in this document.")
        speakers.join(project, keys, into)
    elif rename is not None:
        speakers.rename(project, keys, rename)
    else:
        participants.tie_speakers(project, keys, None if tie is None else participant_named(project, tie))


def _give(project: Project, papers: Sequence[int], speaker: str | None, label: str, turns: str) -> None:
    """Give the passages of these numbers in one document to another; those of a speaker, where one is named."""
    from corpus import documents
    from corpus.correcting import speakers
    from corpus.errors import NothingThere

    if len(papers) > 1:
        raise click.UsageError("--turns counts the passages of one document; several fit.")
    said = {one.number: one for one in documents.passages(project, papers[0])}
    wanted = numbers(turns)
    for number in wanted:
        if number not in said:
            raise NothingThere(
                "{document} has no passage {number}.", document=documents.get(project, papers[0]).name, number=number
            )
        if speaker is not None and said[number].speaker != speaker:
            raise NothingThere("{speaker} does not say passage {number}.", speaker=speaker, number=number)
    speakers.give(project, [said[number].key for number in wanted], label)


def _list_speakers(project: Project, talking: list[SpeakerInfo], as_json: bool) -> None:
    from corpus import documents

    names = {info.key: info.name for info in documents.listed(project)}
    if as_json:
        tell_json(
            [
                {
                    "document": names[one.document],
                    "speaker": one.label,
                    "role": one.role,
                    "participant": one.participant,
                    "passages": one.passages,
                    "words": one.words,
                }
                for one in talking
            ]
        )
        return
    header = ("document", "speaker", "role", "participant", "passages", "words")
    tell_table(
        header,
        [(names[one.document], one.label, one.role, one.participant or "", one.passages, one.words) for one in talking],
    )

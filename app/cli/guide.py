"""Verbs of the interview guide: its versions and questions, which interview used which, and what was asked where."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, documents_named, project_file, reading, refuse_sets, seen, within, writing
from app.cli.output import counted, say, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.guide.tallies import Tally
    from corpus.guide.guides import GuideInfo, GuideLine, QuestionInfo
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])


def version(verb: Verb) -> Verb:
    """Add `--version`, which version of the guide is meant."""
    said = "The version of the guide; by default the newest."
    return click.option("--version", "version", metavar="NAME", help=said)(verb)


@program.command()
@project_file
@version
@within
@as_json
def guide(file: Path, version: str | None, sets: tuple[str, ...], as_json: bool) -> None:
    """List the versions of the interview guide with their questions, the oldest version first.

    Of each question it says in how many interviews it is asked, asked otherwise, not asked, and where nothing is known;
    `--json` says of how many participants as well.

    Example: verbatim guide study.verbatim --json
    """
    from coding.guide.tallies import tallies
    from corpus.guide import guides

    with reading(file) as project:
        every, use = guides.listed(project), guides.used(project)
        found = [guides.find(project, version)] if version is not None else every
        moment = seen(project, sets)
        counts = {one.question.key: one for info in found for one in tallies(moment, info.key)}
    names = {one.key: (info.name, one.number) for info in every for one in info.questions}
    if as_json:
        used = {info.key: sum(info.key == one.guide for one in use.values()) for info in found}
        tell_json([_record(info, names, used[info.key], counts) for info in found])
        return
    rows = [
        (
            info.name,
            info.used_from or "",
            one.number,
            one.topic,
            one.text,
            _said(one, names),
            *counts[one.key].interviews[:4],
        )
        for info in found
        for one in info.questions
    ]
    head = ("version", "used_from", "number", "topic", "question", "carries_on")
    tell_table((*head, "asked", "otherwise", "not_asked", "unknown"), rows)
    for info in found:
        if not info.questions:
            say(f"{info.name} has no question yet.")
    if not found:
        say("The study has no interview guide yet; make one with: verbatim guide-import.")


def _said(one: QuestionInfo, names: dict[int, tuple[str, int]]) -> str:
    return ":".join(map(str, names[one.follows])) if one.follows is not None else ""


def _record(
    info: GuideInfo, names: dict[int, tuple[str, int]], documents: int, counts: dict[int, Tally]
) -> dict[str, Any]:
    return {
        "version": info.name,
        "used_from": info.used_from,
        "note": info.note,
        "documents": documents,
        "questions": [
            {
                "number": one.number,
                "topic": one.topic,
                "question": one.text,
                "carries_on": _said(one, names) or None,
                "interviews": counts[one.key].interviews._asdict(),
                "participants": counts[one.key].people._asdict(),
            }
            for one in info.questions
        ],
    }


@program.command("guide-import")
@project_file
@click.argument("name", metavar="NAME")
@click.argument("path", metavar="[PATH]", required=False)
@click.option("--copy-of", "before", metavar="NAME", help="Copy the questions of this version, which they carry on.")
@click.option(
    "--from-interviews",
    "proposed",
    is_flag=True,
    help="Draft it of what interviewers ask in half of the interviews or more.",
)
@click.option("--used-from", metavar="DATE", help="From which day on interviews used it.")
@click.option("--note", default="", metavar="TEXT", help="What there is to say of this version.")
@coder
def guide_import(
    file: Path,
    name: str,
    path: str | None,
    before: str | None,
    proposed: bool,
    used_from: str | None,
    note: str,
    coder: str | None,
) -> None:
    """Make a version of the guide, the newest: of a file, of what is piped in (PATH -), as a copy, a draft, or empty.

    In the file, headings are topics and all other lines questions; bullets and numbers are taken off. Word, Markdown,
    plain text and whatever else can be imported is read. Prints the questions.

    Example: verbatim guide-import study.verbatim "Spring 2025" guide.docx --used-from 2025-03-01
    """
    from corpus.guide import guide_texts, guides

    if (path is not None) + (before is not None) + proposed > 1:
        raise click.UsageError("Say a PATH, or --copy-of NAME, or --from-interviews.")
    lines = []
    if path is not None:
        lines = guide_texts.lines(sys.stdin.read()) if path == "-" else guide_texts.read(Path(path))
    with writing(file, coder) as project, project.change("Make a version of the guide"):
        if proposed:
            lines = _drafted(project)
        if before is not None:
            key = guides.copy(project, guides.find(project, before).key, name, used_from=used_from)
            guides.edit(project, key, note=note)
        else:
            key = guides.add(project, name, lines, used_from=used_from, note=note)
        made = next(one for one in guides.listed(project) if one.key == key)
    tell_table(("number", "topic", "question"), [(one.number, one.topic, one.text) for one in made.questions])
    say(f"{counted(len(made.questions), 'question')} in {made.name}.")


def _drafted(project: Project) -> list[GuideLine]:
    """Return the questions that recur in the interviews."""
    from coding.guide import proposing
    from coding.moment.moment import Moment
    from corpus.errors import NothingThere

    found = proposing.draft(Moment.of(project))
    if not found:
        raise NothingThere("No question is heard in half of the interviews.")
    return found


@program.command("guide-edit")
@project_file
@click.argument("name", metavar="NAME")
@click.option("--name", "new_name", metavar="NAME", help="Its new name.")
@click.option("--used-from", metavar="DATE", help="From which day on interviews used it; empty for none.")
@click.option("--note", metavar="TEXT", help="What there is to say of this version.")
@click.option("--remove", is_flag=True, help="Take it away with its questions and what is marked as asking them.")
@coder
def guide_edit(
    file: Path,
    name: str,
    new_name: str | None,
    used_from: str | None,
    note: str | None,
    remove: bool,
    coder: str | None,
) -> None:
    """Rename a version of the guide, date it, note something on it, or take it away.

    Example: verbatim guide-edit study.verbatim "Spring 2025" --used-from 2025-03-15
    """
    from corpus.guide import guides

    given = [one for one in (new_name, used_from, note) if one is not None]
    if not given and not remove:
        raise click.UsageError("Say what to change: --name, --used-from, --note or --remove.")
    with writing(file, coder) as project:
        key = guides.find(project, name).key
        if remove:
            guides.remove(project, key)
        else:
            guides.edit(project, key, name=new_name, used_from=used_from, note=note)


def carried_on(project: Project, written: str) -> int | None:
    """Return the question that `VERSION:NUMBER` names; None for `none`."""
    from corpus.guide import guides

    if written.strip().casefold() == "none":
        return None
    name, mark, which = written.rpartition(":")
    if not mark:
        raise click.UsageError(f"{written} must be written VERSION:NUMBER, or none.")
    return guides.question(guides.find(project, name), which).key


_carries_on = click.option(
    "--carries-on",
    "follows",
    metavar="VERSION:NUMBER",
    help="The question of another version that it carries on; none for a new one.",
)
_topic = click.option("--topic", metavar="TEXT", help="The topic it stands under.")
_position = click.option("--position", type=click.IntRange(min=1), metavar="N", help="Its place in the version.")


@program.command("question-add")
@project_file
@click.argument("text", metavar="TEXT")
@version
@_topic
@_position
@_carries_on
@coder
def question_add(
    file: Path,
    text: str,
    version: str | None,
    topic: str | None,
    position: int | None,
    follows: str | None,
    coder: str | None,
) -> None:
    """Add a question to a version of the guide, and print its number; by default the last, under the topic before.

    Example: verbatim question-add study.verbatim "What did you expect?" --topic "The beginning" --position 2
    """
    from corpus.guide import guides, questions

    with writing(file, coder) as project:
        key = guides.find(project, version).key
        before = carried_on(project, follows) if follows is not None else None
        place = None if position is None else position - 1
        made = questions.add(project, key, text, topic=topic, position=place, follows=before)
        tell(next(str(one.number) for info in guides.listed(project) for one in info.questions if one.key == made))


@program.command("question-edit")
@project_file
@click.argument("question", metavar="QUESTION")
@version
@click.option("--text", metavar="TEXT", help="Its new words.")
@_topic
@_position
@_carries_on
@coder
def question_edit(
    file: Path,
    question: str,
    version: str | None,
    text: str | None,
    topic: str | None,
    position: int | None,
    follows: str | None,
    coder: str | None,
) -> None:
    """Reword a question of a version of the guide, move it, or say what it carries on; QUESTION is its number or words.

    What is marked as asking it stays.

    Example: verbatim question-edit study.verbatim 3 --text "What would you do otherwise today?"
    """
    from corpus.guide import guides, questions

    if all(one is None for one in (text, topic, position, follows)):
        raise click.UsageError("Say what to change: --text, --topic, --position or --carries-on.")
    with writing(file, coder) as project, project.change("Edit question"):
        key = guides.question(guides.find(project, version), question).key
        if text is not None or topic is not None:
            questions.edit(project, key, text=text, topic=topic)
        if follows is not None:
            questions.carry_on(project, key, carried_on(project, follows))
        if position is not None:
            questions.move(project, key, position - 1)


@program.command("question-remove")
@project_file
@click.argument("question", metavar="QUESTION...", nargs=-1, required=True)
@version
@coder
def question_remove(file: Path, question: tuple[str, ...], version: str | None, coder: str | None) -> None:
    """Take questions of a version of the guide away, by number or words, with what is marked as asking them.

    Example: verbatim question-remove study.verbatim 4 5
    """
    from corpus.guide import guides, questions

    with writing(file, coder) as project:
        info = guides.find(project, version)
        questions.remove(project, list(dict.fromkeys(guides.question(info, one).key for one in question)))


@program.command("guide-of")
@project_file
@click.argument("document", metavar="[DOCUMENT]", required=False)
@version
@click.option("--by-date", is_flag=True, help="Leave it to the date of the interview, else the newest.")
@within
@as_json
@coder
def guide_of(
    file: Path,
    document: str | None,
    version: str | None,
    by_date: bool,
    sets: tuple[str, ...],
    as_json: bool,
    coder: str | None,
) -> None:
    """List which version of the guide each interview used and how that is known; or say it with --version or --by-date.

    DOCUMENT may have * and ? for anything. Unless somebody said so, it is the last version used from the day of the
    interview or before, where that day is known, else the newest.

    Example: verbatim guide-of study.verbatim "Interview 0*" --version "Spring 2025"
    """
    from coding.moment import shown
    from corpus.guide import guides

    if version is not None or by_date:
        refuse_sets(sets)
        if document is None or (version is not None and by_date):
            raise click.UsageError("Say a DOCUMENT, and --version NAME or --by-date.")
        with writing(file, coder) as project:
            wanted = None if version is None else guides.find(project, version).key
            guides.use(project, documents_named(project, document), wanted)
        return
    with reading(file) as project:
        names = {one.key: one.name for one in guides.listed(project)}
        kept = None if document is None else set(documents_named(project, document))
        found = [
            (info.name, names[used.guide], used.how)
            for info in shown.documents(seen(project, sets))
            for used in (guides.used(project).get(info.key),)
            if used is not None and (kept is None or info.key in kept)
        ]
    if as_json:
        tell_json([{"document": name, "version": which, "how": how} for name, which, how in found])
        return
    tell_table(("document", "version", "how"), found)


@program.command()
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.argument("question", metavar="QUESTION")
@click.argument("start", type=int, required=False)
@click.argument("end", type=int, required=False)
@version
@click.option("--otherwise", "state", flag_value="otherwise", help="It is asked in other words.")
@click.option("--not-asked", "state", flag_value="not asked", help="It is not asked in this document.")
@click.option("--unmark", "state", flag_value="unmark", help="Say nothing of it in this document any more.")
@coder
def asked(
    file: Path,
    document: str,
    question: str,
    start: int | None,
    end: int | None,
    version: str | None,
    state: str | None,
    coder: str | None,
) -> None:
    """Say that a question of the guide is asked in a document, by the words from START to END, or that it is not.

    Without a place it is asked somewhere in the document. QUESTION is its number in the version that the interview
    used, or its words. What a person says weighs more than what guide-find finds.

    Example: verbatim asked study.verbatim "Interview 3" 4 1204 1260 --otherwise
    """
    from corpus import anchors, documents
    from corpus.guide import askings, guides

    if (start is None) != (end is None):
        raise click.UsageError("Say START and END, or neither.")
    with writing(file, coder) as project:
        info = documents.find(project, document)
        found = guides.question(_used(project, info.key, version), question)
        if state == "unmark":
            lines = {one.key: one.line for each in guides.listed(project) for one in each.questions}
            here = [
                one.key
                for one in askings.listed(project)
                if one.document == info.key
                and lines[one.question] == found.line
                and (start is None or (one.start, one.end) == (start, end))
            ]
            askings.unmark(project, here)
            say(f"{counted(len(here), 'mark')} taken away.")
            return
        place = anchors.whole(info.key) if start is None or end is None else anchors.words(info.key, start, end)
        askings.mark(project, found.key, place, state or "asked")  # type: ignore[arg-type]  # one of the flags
        words = anchors.text_of(place, documents.text(project, info.key)) if start is not None else ""
        tell("\t".join(filter(None, (found.text, state or "asked", " ".join(words.split())))))


def _used(project: Project, document: int, version: str | None) -> GuideInfo:
    """Return the version that is named, else the one that a document used."""
    from corpus.guide import guides

    if version is not None:
        return guides.find(project, version)
    newest, used = guides.find(project), guides.used(project)[document]
    return next((one for one in guides.listed(project) if one.key == used.guide), newest)

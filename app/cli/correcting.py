"""Verbs that correct a document's text, and show the texts it had before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.consent_checks import agreeing_whole, leaving, naming, pass_out
from app.cli.group import program
from app.cli.opening import NOTHING_DONE, as_json, coder, project_file, writing
from app.cli.output import Stop, counted, say, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.permits import Terms
    from corpus.correcting.attached import Going
    from corpus.correcting.speaking import Spoken
    from corpus.store.project import Project

_AROUND = 40  # characters beside a difference
_PLACES = 6


@program.command()
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.argument("place", nargs=-1, required=True, metavar="START END|WORDS")
@click.argument("text", metavar="TEXT")
@click.option("--reason", default="", metavar="TEXT", help="Why, as the list of revisions shows it.")
@click.option("--yes", is_flag=True, help="Also where codings, excerpts or questions lose all of their words.")
@coder
def edit(
    file: Path, document: str, place: tuple[str, ...], text: str, reason: str, yes: bool, coder: str | None
) -> None:
    """Let the words from START to END of a document, or the WORDS that stand once in it, give way to TEXT, and print
    what stands there now.

    Codings, excerpts and memos stay on their words: inside one they grow or shrink, and what is put in at an edge stays
    outside; words that TEXT has as well are left where they are. A coding, excerpt or question of the guide all of
    whose words go, goes with them: that needs --yes. A passage keeps its speaker, and goes on where what parted it from
    the next is taken; where the text then says otherwise who speaks, that is told. `undo` brings all back.

    START and END count characters of the text without a mask (`text --confidential show`). Where WORDS stand several
    times, their places are told.

    Example: verbatim edit study.verbatim "01 Directrice marketing" 120 126 "magasin" --reason "Misheard."

    Example: verbatim edit study.verbatim "01 Directrice marketing" "deux samedis" "deux dimanches"
    """
    from corpus import documents
    from corpus.correcting import corrections, rereading, speaking

    asked = _asked(place)
    with writing(file, coder) as project:
        found = documents.find(project, document)
        start, end = _found(documents.text(project, found.key), found.name, asked) if isinstance(asked, str) else asked
        wanted = rereading.rewritten(documents.text(project, found.key), start, end, text)
        if not wanted:
            raise Stop(NOTHING_DONE, "This is what stands there already.")
        going = corrections.foreseen(project, found.key, wanted)
        if going and not yes:
            raise Stop(NOTHING_DONE, f"With these words go {_said(going)}: say --yes to let them go.")
        otherwise = speaking.told(project, found.key, wanted)
        corrections.apply(project, found.key, wanted, reason=reason)
        for one in otherwise:
            say(_otherwise(one))
        now = documents.text(project, found.key)
        tell(now[max(start - 20, 0) : start + len(text) + 20].replace("\n", " ").strip())


def _asked(place: Sequence[str]) -> str | tuple[int, int]:
    """Return the words, or the start and the end, that are to give way."""
    match place:
        case (words,) if words.strip() and not words.isdecimal():
            return words
        case (start, end) if start.isdecimal() and end.isdecimal():
            return int(start), int(end)
    raise click.UsageError("Say START and END as two whole numbers, or the WORDS that are to give way.")


def _found(text: str, name: str, words: str) -> tuple[int, int]:
    """Return where words stand in a text, which is once."""
    from corpus.cleaning import clean_text

    wanted = clean_text(words)
    starts = [one.start() for one in re.finditer(f"(?={re.escape(wanted)})", text)]
    if not starts:
        raise Stop(NOTHING_DONE, f"“{words}” stands nowhere in {name}.")
    if len(starts) > 1:
        places = ", ".join(f"{start} {start + len(wanted)}" for start in starts[:_PLACES])
        more = ", …" if len(starts) > _PLACES else ""
        raise Stop(NOTHING_DONE, f"“{words}” stands {len(starts)} times in {name} ({places}{more}): say START and END.")
    return starts[0], starts[0] + len(wanted)


def _otherwise(one: Spoken) -> str:
    """Say what an edit leaves of who speaks otherwise than it looks."""
    speaker, then = one.speaker or "nobody", one.then or "nobody"
    match one.kind:
        case "joined":
            return f"The words of passage {one.number}, said by {speaker}, go on as {then}'s: see turn-split --speaker."
        case "mark":
            return f"Passage {one.number} is still said by {speaker}: see speakers --give, --rename and --join."
        case "line":
            return f"The line of {then} stays in passage {one.number}, said by {speaker}: see turn-split --speaker."


@program.command("turn-split")
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.argument("at", type=int)
@click.option("--speaker", metavar="NAME", help="Who says the second part; by default whoever says the first.")
@coder
def turn_split(file: Path, document: str, at: int, speaker: str | None, coder: str | None) -> None:
    """Part a turn, or another passage, in two at the character AT, which is between two words; print the second.

    Example: verbatim turn-split study.verbatim "01 Directrice marketing" 1380 --speaker INT
    """
    from corpus import documents
    from corpus.correcting import turns

    with writing(file, coder) as project:
        key = documents.find(project, document).key
        made = turns.split(project, key, at, speaker)
        _tell_passage(project, key, made)


@program.command("turn-join")
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.argument("number", type=int)
@click.option("--yes", is_flag=True, help="Also where what is coded on the mark in between goes.")
@coder
def turn_join(file: Path, document: str, number: int, yes: bool, coder: str | None) -> None:
    """Let the passage of that number go on with the next, whoever says it; print the two as one.

    Example: verbatim turn-join study.verbatim "01 Directrice marketing" 12
    """
    from corpus import documents
    from corpus.correcting import corrections, turns
    from corpus.errors import NothingThere

    with writing(file, coder) as project:
        key = documents.find(project, document).key
        found = next((one.key for one in documents.passages(project, key) if one.number == number), None)
        if found is None:
            raise NothingThere("{document} has no passage {number}.", document=document, number=number)
        _, lost = turns.joined(project, found)
        going = corrections.foreseen(project, key, [lost] if lost else [])
        if going and not yes:
            raise Stop(NOTHING_DONE, f"With the mark in between go {_said(going)}: say --yes to let them go.")
        turns.join(project, found)
        _tell_passage(project, key, found)


def _tell_passage(project: Project, document: int, key: int) -> None:
    from corpus import documents

    one = next(one for one in documents.passages(project, document) if one.key == key)
    tell(f"{one.number}\t{one.speaker}\t{documents.text(project, document)[one.start : one.end]}")


def _restore(project: Project, document: str, number: int, yes: bool) -> None:
    from corpus import documents
    from corpus.correcting import corrections, rereading, revisions

    key = documents.find(project, document).key
    wanted = rereading.corrections(documents.text(project, key), revisions.text(project, key, number))
    going = corrections.foreseen(project, key, wanted)
    if going and not yes:
        raise Stop(NOTHING_DONE, f"With these words go {_said(going)}: say --yes to let them go.")
    revisions.restore(project, key, number)
    tell(f"corrected\t{counted(len(wanted), 'place')}")


def _tell_differences(before: str, now: str, as_json: bool) -> None:
    from corpus.correcting import revisions

    pieces = revisions.compared(before, now)
    if as_json:
        tell_json([{"kind": one.kind, "text": one.text} for one in pieces])
        return
    marks = {"same": "{}", "gone": "[-{}-]", "put": "{{+{}+}}"}
    tell("".join(marks[one.kind].format(one.text) for one in revisions.shortened(pieces, _AROUND)))


def _said(going: Going) -> str:
    parts = (
        (going.codings, "coding"),
        (going.excerpts, "excerpt"),
        (going.questions, "question"),
        (going.bearings, "stance"),
    )
    *most, last = (counted(number, what) for number, what in parts if number)
    return f"{', '.join(most)} and {last}" if most else last


@program.command()
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.option("--text", "number", type=int, metavar="NUMBER", help="Print the text before that correction.")
@click.option("--diff", "differing", type=int, metavar="NUMBER", help="Print what that correction took and put.")
@click.option("--since", type=int, metavar="NUMBER", help="Print all that was taken and put from that correction on.")
@click.option(
    "--restore", "back", type=int, metavar="NUMBER", help="Correct the text as it was before that correction."
)
@click.option(
    "--yes", is_flag=True, help="With --restore, also where codings, excerpts or questions lose all of their words."
)
@as_json
@coder
@naming
@agreeing_whole
def revisions(
    file: Path,
    document: str,
    number: int | None,
    differing: int | None,
    since: int | None,
    back: int | None,
    yes: bool,
    as_json: bool,
    coder: str | None,
    terms: Terms,
) -> None:
    """List the corrections of a document's text, the first first; print the text before one, or what it changed; or
    go back to the text before one, which is a correction itself.

    In what --diff and --since print, [-…-] was taken and {+…+} put.

    Example: verbatim revisions study.verbatim "01 Directrice marketing" --diff 1
    """
    from coding.moment.moment import Moment
    from coding.permits import Leaving
    from corpus import documents
    from corpus.correcting import revisions

    if sum(one is not None for one in (number, differing, since, back)) > 1:
        raise click.UsageError("Say one of --text, --diff, --since and --restore.")
    if back is not None:
        with writing(file, coder) as project:
            _restore(project, document, back, yes)
        return
    with leaving(file, terms, coder) as project:
        key = documents.find(project, document).key
        if (number, differing, since) != (None, None, None):
            pass_out(Moment.of(project), "revisions", lambda: Leaving(documents=(key,)), terms)
        if number is not None:
            tell(revisions.text(project, key, number))
            return
        if (first := since if differing is None else differing) is not None:
            before = revisions.text(project, key, first)
            now = documents.text(project, key) if differing is None else revisions.after(project, key, first)
            _tell_differences(before, now, as_json)
            return
        found = revisions.listed(project, key)
    if as_json:
        tell_json(
            [
                {
                    "number": one.number,
                    "coder": one.coder,
                    "changed_at": one.changed_at,
                    "reason": one.reason,
                    "corrections": [{"start": a, "end": b, "characters": n} for a, b, n in one.corrections],
                }
                for one in found
            ]
        )
        return
    header = ("number", "changed_at", "coder", "places", "reason")
    tell_table(header, [(one.number, one.changed_at, one.coder, len(one.corrections), one.reason) for one in found])

"""Verbs that find what was asked, and put the answers side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, documents_named, project_file, reading, writing
from app.cli.output import counted, progress_bar, say, tell_json, tell_table

if TYPE_CHECKING:
    from coding.guide.finding import Finding
    from coding.moment.moment import Moment


@program.command("guide-find")
@project_file
@click.option("--document", metavar="GLOB", help="Look in documents whose name fits alone; * and ? stand for anything.")
@click.option("--missing", is_flag=True, help="Say of what is found nowhere in an interview that it was not asked.")
@click.option("--dry", is_flag=True, help="Print what is found and write nothing.")
@as_json
@coder
def guide_find(
    file: Path, document: str | None, missing: bool, dry: bool, as_json: bool, coder: str | None
) -> None:  # fmt: skip
    """Find where interviews ask the questions of their version of the guide, by likeness, as one change.

    What is close is asked, what is less close is asked otherwise; both want a look, and the verb asked confirms or
    corrects them. What a person said stays. Prints each with its likeness, 0 to 1, and the words that both hold.

    Example: verbatim guide-find study.verbatim --missing
    """
    from coding.guide import finding
    from coding.moment.moment import Moment

    opened = reading(file) if dry else writing(file, coder)
    with opened as project, progress_bar("Finding questions") as progress:
        moment = Moment.of(project)
        wanted = None if document is None else set(documents_named(project, document))
        look = finding.find if dry else finding.run
        result = look(moment, wanted, missing=missing, progress=progress)
        rows = [_record(moment, one) for one in (result if isinstance(result, list) else result.found)]
    if as_json:
        tell_json(rows)
    else:
        head = ("document", "number", "state", "score", "start", "end", "words", "said")
        tell_table(head, [[_cell(row[name]) for name in head] for row in rows])
    if not isinstance(result, list):
        say(f"{result.asked} asked, {result.otherwise} asked otherwise, {result.not_asked} not asked.")
        if result.unheard:
            say(f"No interviewer is heard in {counted(len(result.unheard), 'document')}: nothing is found there.")


def _record(moment: Moment, one: Finding) -> dict[str, Any]:
    place = one.anchor.span
    said = " ".join(moment.text(one.anchor.document)[slice(*place)].split()) if place else ""
    return {
        "document": moment.infos[one.anchor.document].name, "number": one.question.number,
        "question": one.question.text, "state": one.state, "score": one.score, "start": one.anchor.start,
        "end": one.anchor.end, "words": list(one.words), "said": said,
    }  # fmt: skip


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value)

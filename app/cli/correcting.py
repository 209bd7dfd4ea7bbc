"""Verbs that correct a document's text, and show the texts it had before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.group import program
from app.cli.opening import NOTHING_DONE, as_json, coder, project_file, reading, writing
from app.cli.output import Stop, counted, tell, tell_json, tell_table

if TYPE_CHECKING:
    from corpus.attached import Going


@program.command()
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.argument("text", metavar="TEXT")
@click.option("--reason", default="", metavar="TEXT", help="Why, as the list of revisions shows it.")
@click.option("--yes", is_flag=True, help="Also where codings or excerpts lose all of their words.")
@coder
def edit(
    file: Path, document: str, start: int, end: int, text: str, reason: str, yes: bool, coder: str | None
) -> None:  # fmt: skip
    """Let the words from START to END of a document give way to TEXT, and print what stands there now.

    Codings, excerpts and memos stay on their words: inside one they grow or shrink, and what is put in at an edge stays
    outside. A coding or excerpt all of whose words go, goes with them: that needs --yes. A passage keeps its speaker,
    and goes on where what parted it from the next is taken. `undo` brings all back.

    Example: verbatim edit study.verbatim "01 Directrice marketing" 120 126 "magasin" --reason "Misheard."
    """
    from corpus import corrections, documents
    from corpus.carrying import Correction

    with writing(file, coder) as project:
        found = documents.find(project, document)
        going = corrections.foreseen(project, found.key, [Correction(start, end, text)])
        if going and not yes:
            raise Stop(NOTHING_DONE, f"With these words go {_said(going)}: say --yes to let them go.")
        corrections.edit(project, found.key, start, end, text, reason=reason)
        now = documents.text(project, found.key)
        tell(now[max(start - 20, 0) : start + len(text) + 20].replace("\n", " ").strip())


def _said(going: Going) -> str:
    parts = ((going.codings, "coding"), (going.excerpts, "excerpt"))
    return " and ".join(counted(number, what) for number, what in parts if number)


@program.command()
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.option("--text", "number", type=int, metavar="NUMBER", help="Print the text before that correction.")
@as_json
def revisions(file: Path, document: str, number: int | None, as_json: bool) -> None:
    """List the corrections of a document's text, the first first; or print the text as it was before one.

    Example: verbatim revisions study.verbatim "01 Directrice marketing" --text 1 > imported.txt
    """
    from corpus import corrections, documents

    with reading(file) as project:
        key = documents.find(project, document).key
        if number is not None:
            tell(corrections.text(project, key, number))
            return
        found = corrections.listed(project, key)
    if as_json:
        tell_json([
            {"number": one.number, "coder": one.coder, "changed_at": one.changed_at, "reason": one.reason,
             "corrections": [{"start": a, "end": b, "characters": n} for a, b, n in one.corrections]}
            for one in found
        ])  # fmt: skip
        return
    header = ("number", "changed_at", "coder", "places", "reason")
    tell_table(
        header, [(one.number, one.changed_at, one.coder, len(one.corrections), one.reason) for one in found]
    )  # fmt: skip

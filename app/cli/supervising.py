"""Verbs for a supervisor: a copy of the study to read and remark on, and the remarks read back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.coders import known_layer, whose
from app.cli.consent_checks import agreeing, leaving, say_given_away, say_unsaid
from app.cli.group import program
from app.cli.opening import coder, out, project_file, seen, unsigned, within, writing
from app.cli.output import counted, progress_bar, say, tell

if TYPE_CHECKING:
    from coding.permits import Terms


@program.command("copy-for")
@project_file
@click.option("--language", type=click.Choice(["fr", "en"]), help="The language of the page; by default the study's.")
@unsigned
@out(".html")
@within
@whose
@agreeing
def copy_for(
    file: Path,
    *,
    language: str | None,
    blind: bool,
    path: Path,
    sets: tuple[str, ...],
    view: dict[str, Any],
    terms: Terms,
) -> None:
    """Write the study for a supervisor: one page with codes, evidence and coded documents, to search and remark on.

    It opens in any browser, without the program and without a network. Confidential people are masked. With --leave-out
    the documents in which somebody speaks who did not agree are not in it. Remarks come back with copy-remarks.

    Example: verbatim copy-for study.verbatim -o to-read.html
    """
    from coding import singling
    from coding.exports import supervisor

    with leaving(file, terms) as project, progress_bar("Writing") as progress:
        view |= {"printed": language, "spoken": language is not None, "unsigned": blind}
        moment = seen(project, sets, masking=True, **known_layer(project, view))
        going = supervisor.leaving(moment)
        say_given_away(singling.of_quotations(moment, going.places), moment)
        number = supervisor.save(moment, path, terms=terms, progress=progress)
        say_unsaid(moment, "supervisor", lambda: going)
    tell(str(path))
    say(f"{counted(number, 'document')} and {counted(len(moment.codes), 'code')} are in the copy.")


@program.command("copy-remarks")
@project_file
@click.argument("remarks", type=click.Path(path_type=Path), metavar="REMARKS.json")
@coder
def copy_remarks(file: Path, remarks: Path, *, coder: str | None) -> None:
    """Read the remarks that were written in a copy: each becomes a memo of whoever made it, on what it is on.

    A remark that was read before adds nothing.

    Example: verbatim copy-remarks study.verbatim remarks-2026-11-29.json
    """
    from coding.imports import remarks as returned

    with writing(file, coder) as project:
        found = returned.import_file(project, remarks)
    said = [f"{counted(found.added, 'remark')} read as memos"]
    said += [f"{found.there} read before"] if found.there else []
    said += [f"{found.lost} on what is no longer in the study"] if found.lost else []
    say(f"{', '.join(said)}.")

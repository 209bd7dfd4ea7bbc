"""Verbs that put a document before somebody's eyes: a coded transcript as a PDF, words with their source."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.consent_checks import agreeing_whole, leaving, pass_out, say_given_away, say_unsaid
from app.cli.group import program
from app.cli.opening import NOTHING_DONE, masking, out, place, project_file, sets_named, unsigned, within
from app.cli.output import Stop, counted, progress_bar, say, say_named, tell

if TYPE_CHECKING:
    from coding.permits import Terms

_MASKING = click.option(
    "--confidential",
    type=click.Choice(["show", "mask"]),
    default="mask",
    show_default=True,
    help="Whether participants who may not be named are.",
)


@program.command("print")
@project_file
@click.argument("document", metavar="DOCUMENT")
@_MASKING
@click.option("--coder", "layer", metavar="NAME", help="Only this coder's codings.")
@unsigned
@out(".pdf")
@within
@agreeing_whole
def print_(
    file: Path,
    document: str,
    confidential: str,
    layer: str | None,
    blind: bool,
    path: Path,
    sets: tuple[str, ...],
    terms: Terms,
) -> None:
    """Write a coded transcript as a PDF: numbered turns, a stripe for each coding, and a legend of the codes.

    Example: verbatim print study.verbatim "01 Directrice marketing" -o transcript.pdf
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.paper import drawing
    from app.shell.starting import NoWindow, application
    from coding import permits, singling
    from coding.exports.transcripts import transcript
    from coding.moment.moment import Moment
    from corpus import documents

    with leaving(file, terms) as project, progress_bar("Printing") as progress:
        key = documents.find(project, document).key
        moment = Moment.of(project, masking=masking(confidential, blind), layer=layer).viewed(
            within=sets_named(project, sets), unsigned=blind
        )
        made = transcript(moment, key)
        permits.let(moment, "print", made.leaving, terms)
        say_given_away(singling.of_words(moment, made.leaving.places), moment)
        try:
            application()
        except NoWindow as reason:
            raise Stop(NOTHING_DONE, str(reason)) from reason
        pages = drawing.save_pdf(made, path, progress=progress)
        say_unsaid(moment, "print", lambda: made.leaving)
    tell(str(path))
    say(f"{counted(pages, 'page')} written, with {counted(len(made.codings) + len(made.wholes), 'coding')}.")
    if not moment.masking:
        say_named(moment)


@program.command()
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.argument("start", type=int, metavar="START")
@click.argument("end", type=int, metavar="END")
@_MASKING
@agreeing_whole
def quote(file: Path, document: str, start: int, end: int, confidential: str, terms: Terms) -> None:
    """Print the words from START to END in quotation marks with their source: document, passage and speaker.

    Example: verbatim quote study.verbatim "01 Directrice marketing" 1204 1377
    """
    from coding import singling
    from coding.exports import quotations
    from coding.moment.moment import Moment

    with leaving(file, terms) as project:
        moment = Moment.of(project, masking=confidential == "mask")
        anchor = place(project, document, start, end)
        where = (anchor.document, start, end)
        pass_out(moment, "copy", lambda: quotations.leaving(moment, where), terms)
        say_given_away(singling.of_words(moment, [where]), moment)
        tell(quotations.cited(moment, where))

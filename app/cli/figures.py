"""Verbs that draw figures, and list them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.coders import known_layer, whose
from app.cli.consent_checks import agreeing_whole, leaving, say_given_away
from app.cli.group import program
from app.cli.opening import as_json, code_named, masking, out, project_file, seen, template, unsigned, where, within
from app.cli.output import counted, say, say_unknown, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.figures import FigureChoice
    from coding.permits import Terms
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])
_OPTIONS = {"codes": "code"}


def chosen(verb: Verb) -> Verb:
    """Add what may be chosen of a figure; which of them one takes, `figures` says."""
    for option in reversed(
        (
            click.option("--rows", metavar="DIMENSION", help="What is drawn as lines; as matrix says it."),
            click.option("--columns", metavar="DIMENSION", help="What stands across; as matrix says it."),
            click.option("--cell", metavar="CELL", help="What is counted; as matrix says it."),
            click.option(
                "--evidence",
                type=click.Choice(["both", "direct", "linked", "crossed"]),
                help="By which way passages illustrate a code; by default both.",
            ),
            click.option(
                "--percent",
                type=click.Choice(["row", "column", "total"]),
                help="Percents of the row, of the column or of all instead of numbers.",
            ),
            click.option(
                "--order",
                type=click.Choice(["name", "total", "cluster", "case", "role", "time"]),
                help="In which order lines stand; as matrix says it.",
            ),
            click.option("--by", metavar="ATTRIBUTE", help="The attribute whose values are compared."),
            click.option("--document", metavar="NAME", help="The document that is drawn."),
            click.option("--code", "codes", multiple=True, metavar="C", help="A code that is drawn; repeatable."),
            click.option("--most", type=click.IntRange(1), metavar="N", help="How many lines are drawn at most."),
        )
    ):
        verb = option(verb)
    return verb


@program.command("figures")
@as_json
def figures(as_json: bool) -> None:
    """List the figures that can be drawn, by the name that `figure` asks for, and which of its options each takes.

    Example: verbatim figures
    """
    from coding.figures import FIGURES

    rows = [(row.key, row.title, sorted(row.takes)) for row in FIGURES.values()]
    if as_json:
        tell_json([{"figure": key, "title": title, "takes": takes} for key, title, takes in rows])
        return
    tell_table(("figure", "title", "takes"), [(key, title, " ".join(takes)) for key, title, takes in rows])


@program.command("figure")
@project_file
@click.argument("name", metavar="FIGURE")
@template
@out(".svg", ".pdf", ".png", ".docx")
@click.option(
    "--width",
    type=float,
    metavar="MM",
    default=190.0,
    show_default=True,
    help="How wide it is: 90, 140 and 190 are a column of a journal, one and a half, and two.",
)
@click.option("--language", type=click.Choice(["fr", "en"]), help="The language of its words; by default the study's.")
@chosen
@click.option(
    "--confidential",
    type=click.Choice(["show", "mask"]),
    default="mask",
    show_default=True,
    help="Whether participants who may not be named are.",
)
@unsigned
@where
@within
@whose
@agreeing_whole
def figure(
    file: Path,
    name: str,
    path: Path,
    width: float,
    language: str | None,
    confidential: str,
    blind: bool,
    where: dict[str, str],
    sets: tuple[str, ...],
    view: dict[str, Any],
    terms: Terms,
    template: Path | None,
    **asked: Any,
) -> None:
    """Draw a figure for print: its name is one of those that `figures` lists, its format the file's ending.

    SVG, PDF and PNG have the letters in them, read well in grey, and say in words what is seen; the same study gives
    the same file, byte for byte. A Word document has the figure with a numbered caption and notes. Of many lines those
    are drawn that have most, and the foot says so.

    Example: verbatim figure study.verbatim heat --rows codes --columns participants --width 140 -o heat.svg
    """
    from coding import figures, singling
    from coding.figures import saving

    _refuse_strange(name, asked)
    with leaving(file, terms) as project:
        masked = masking(confidential, blind)
        moment = seen(project, sets, masking=masked, unsigned=blind, where=where, **known_layer(project, view))
        if language is not None:
            moment = moment.viewed(printed=language, spoken=True)
        made = figures.draw(moment, name, _choice(project, width, asked))
        say_given_away(singling.by_kinds(moment, *figures.kinds(made)), moment)
        figures.let(moment, made, terms)
        saving.save(made, path, moment, template)
    tell(str(path))
    for note in made.notes:
        say(note)
    say(f"{made.alt} {counted(len(made.spots), 'mark')}.")
    say_unknown(moment)


def _refuse_strange(name: str, asked: dict[str, Any]) -> None:
    """Refuse a figure that is not there, and an option that it does not take."""
    from coding import figures

    takes = figures.find(name).takes
    strange = next((option for option, value in asked.items() if value and option not in takes), None)
    if strange is not None:
        raise click.UsageError(f"The figure {name} takes no --{_OPTIONS.get(strange, strange)}; see verbatim figures.")


def _choice(project: Project, width: float, asked: dict[str, Any]) -> FigureChoice:
    from coding.figures import FigureChoice
    from corpus import documents

    given = {option: value for option, value in asked.items() if value}
    if "document" in given:
        given["document"] = documents.find(project, given["document"]).key
    if "codes" in given:
        given["codes"] = tuple(code_named(project, code) for code in given["codes"])
    return FigureChoice(width=width, **given)

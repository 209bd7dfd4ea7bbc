"""Verbs on what is coded twice, drawn by lot, and on the approach of a study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, project_file, reading, seen, within, writing
from app.cli.output import counted, say, tell_json, tell_table

if TYPE_CHECKING:
    from coding.agreement.draws import DrawInfo


@program.command("draw")
@project_file
@click.option(
    "--unit",
    type=click.Choice(["documents", "passages"]),
    default="documents",
    show_default=True,
    help="What is drawn; of passages those that no interviewer says.",
)
@click.option("--number", type=click.IntRange(1), required=True, help="How many.")
@click.option("--seed", type=click.IntRange(0), required=True, help="From what; kept with what is drawn.")
@click.option("--to", metavar="CODER", help="Give the documents to this coder, blind; see assign.")
@within
@coder
def draw(
    file: Path,
    unit: Literal["documents", "passages"],
    number: int,
    seed: int,
    to: str | None,
    sets: tuple[str, ...],
    coder: str | None,
) -> None:
    """Draw by lot what is to be coded twice, and keep it with its seed; the same seed draws the same again.

    Example: verbatim draw study.verbatim --number 3 --seed 2026 --to Noé
    """
    from coding.agreement import draws

    with writing(file, coder) as project:
        draws.draw(seen(project, sets), unit, number, seed, to=to)
        _list(draws.listed(project)[-1:], {info.key: info.name for info in seen(project, ()).documents})


@program.command("draws")
@project_file
@click.option("--remove", type=int, metavar="N", help="Forget what was drawn under this number.")
@as_json
@coder
def draws_verb(file: Path, remove: int | None, as_json: bool, coder: str | None) -> None:
    """List what was drawn to be coded twice: number, unit, seed, of how many, and the places.

    Example: verbatim draws study.verbatim --json
    """
    from coding.agreement import draws

    if remove is not None:
        with writing(file, coder) as project:
            draws.remove(project, remove)
        return
    with reading(file) as project, project.read():
        found, names = draws.listed(project), {info.key: info.name for info in seen(project, ()).documents}
    if not as_json:
        _list(found, names)
        return
    tell_json(
        [
            {
                "number": one.key,
                "unit": one.unit,
                "seed": one.seed,
                "among": one.among,
                "coder": one.coder,
                "at": one.at,
                "drawn": [{"document": names[a.document], "start": a.start, "end": a.end} for a in one.places],
            }
            for one in found
        ]
    )


def _list(found: list[DrawInfo], names: dict[int, str]) -> None:
    rows = [
        (
            one.key,
            one.unit,
            one.seed,
            names[place.document],
            "" if place.start is None else place.start,
            "" if place.end is None else place.end,
        )
        for one in found
        for place in one.places
    ]
    tell_table(("number", "unit", "seed", "document", "start", "end"), rows)
    for one in found:
        say(f"{counted(len(one.places), one.unit.removesuffix('s'))} of {one.among} drawn from seed {one.seed}.")


@program.command("approach")
@project_file
@click.option(
    "--reflexive/--not-reflexive", "reflexive", default=None, help="Declare a reflexive approach, or no longer."
)
@coder
def approach(file: Path, reflexive: bool | None, coder: str | None) -> None:
    """Say whether the study declares a reflexive approach, in which no agreement of coders is asked for; or declare it.

    Example: verbatim approach study.verbatim --reflexive
    """
    from coding.agreement import approach as approaches

    if reflexive is not None:
        with writing(file, coder) as project:
            approaches.declare(project, reflexive=reflexive)
        return
    with reading(file) as project:
        declared = approaches.reflexive(project)
    tell_table(("approach",), [("reflexive" if declared else "not declared",)])

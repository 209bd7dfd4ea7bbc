"""Verbs on what gives somebody away without a name: combinations of attributes, and words that single out."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, place, project_file, seen, within, writing
from app.cli.output import counted, say, tell, tell_json, tell_table


@program.command()
@project_file
@click.option(
    "--column",
    "names",
    multiple=True,
    metavar="ATTRIBUTE",
    help="An attribute that is told; repeatable; by default all of participants.",
)
@click.option(
    "-k",
    "k",
    type=click.IntRange(2),
    default=None,
    metavar="K",
    help="How many have to share what is told; it is kept for what is written later.",
)
@as_json
@within
@coder
def singling(
    file: Path, names: tuple[str, ...], k: int | None, as_json: bool, sets: tuple[str, ...], coder: str | None
) -> None:
    """List the confidential participants whom what is told of them singles out, and what would help.

    What is compared is what print tells: hidden attributes tell nothing, see attribute-edit --confidential. A function
    beside a firm singles out however many share it. It exits with 0 whatever it finds.

    Example: verbatim singling study.verbatim --column secteur --column fonction -k 3
    """
    from app.cli.attributing import attribute_named
    from app.cli.opening import reading
    from coding import singling
    from coding.exports import singled

    with writing(file, coder) if k is not None else reading(file, coder) as project:
        if k is not None:
            singling.keep_fewest(project, k)
        moment = seen(project, sets, masking=True)
        infos = [attribute_named(project, name, "participants") for name in names] or None
        found = singling.singled(moment, infos)
        people = [moment.mask.person(one.participant) for one in found]
        rows = [(singled.told(moment, one), singled.helps(moment, one)) for one in found]
    if as_json:
        tell_json(
            [
                {
                    "participant": who,
                    "told": dict(one.told),
                    "have": one.have,
                    "lifted": [list(way) for way in one.lifted],
                    "firm": one.firm,
                }
                for who, one in zip(people, found, strict=True)
            ]
        )
        return
    tell_table(
        ("participant", "told", "have", "helps"),
        [
            (who, told.replace("\n", "; "), one.have, helps)
            for who, one, (told, helps) in zip(people, found, rows, strict=True)
        ],
    )
    say(f"{counted(len(found), 'confidential participant')} singled out.")


@program.command()
@project_file
@as_json
@within
def telltales(file: Path, as_json: bool, sets: tuple[str, ...]) -> None:
    """List the places whose words single out whoever says them; their words are shown by report --only singling.

    Example: verbatim telltales study.verbatim
    """
    from app.cli.opening import reading
    from coding.moment import shown

    with reading(file) as project:
        moment = seen(project, sets)
        kept = [one for one in moment.read.telltales if shown.place(moment, *one.place)]
        rows = [
            {
                "document": moment.infos[one.document].name,
                "start": one.start,
                "end": one.end,
                "kind": one.kind,
                "note": one.note,
                "coder": one.coder,
            }
            for one in kept
        ]
    if as_json:
        tell_json(rows)
        return
    tell_table(("document", "start", "end", "kind", "note"), [tuple(row.values())[:5] for row in rows])


@program.command()
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.argument("start", type=int, metavar="START")
@click.argument("end", type=int, metavar="END")
@click.option(
    "--kind",
    type=click.Choice(["phrase", "date", "figure"]),
    default="phrase",
    show_default=True,
    help="What singles out: a turn of phrase, a date or a figure.",
)
@click.option("--note", default="", metavar="TEXT", help="Why.")
@coder
def telltale(file: Path, document: str, start: int, end: int, kind: str, note: str, coder: str | None) -> None:
    """Flag words that single out whoever says them; whatever prints them warns of it.

    Example: verbatim telltale study.verbatim "01 Directrice marketing" 1204 1220 --kind date
    """
    from coding import telltales

    with writing(file, coder) as project:
        telltales.add(project, place(project, document, start, end), kind, note)
    tell(f"{document} {start}–{end}: {kind}")


@program.command("telltale-remove")
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.argument("start", type=int, metavar="START")
@click.argument("end", type=int, metavar="END")
@coder
def telltale_remove(file: Path, document: str, start: int, end: int, coder: str | None) -> None:
    """Take the flag off words; the words stay as they are.

    Example: verbatim telltale-remove study.verbatim "01 Directrice marketing" 1204 1220
    """
    from coding import telltales

    with writing(file, coder) as project:
        telltales.remove(project, [telltales.find(project, place(project, document, start, end)).key])

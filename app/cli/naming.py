"""Verbs on the names that stay in a project, and what stands for them in all that leaves it."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, project_file, reading, seen, within, writing
from app.cli.output import counted, progress_bar, say, tell_json, tell_table

_KINDS = ["person", "firm", "brand", "place", "function", "contact", "other"]


@program.command()
@project_file
@click.option("--limit", type=click.IntRange(min=1), default=200, show_default=True, metavar="N", help="How many.")
@within
@as_json
def names(file: Path, limit: int, sets: tuple[str, ...], as_json: bool) -> None:
    """List the names that the texts seem to hold, with the words around them; what is settled is left out.

    Hide them with `pseudonymise`, or say with `no-name` that they are none. What is met in most documents comes first.

    Example: verbatim names study.verbatim
    """
    from coding import entities
    from coding import names as finding

    with reading(file) as project:
        moment = seen(project, sets)
        with progress_bar("Looking for names") as progress:
            found = finding.found(moment, progress)
        records = [
            {
                "name": one.name,
                "kind": one.kind,
                "count": one.count,
                "documents": one.documents,
                "sure": one.sure,
                "said": finding.around(moment, one.places[0]),
            }
            for one in found[:limit]
        ]
    if as_json:
        tell_json(records)
        return
    tell_table(
        ("name", "kind", "count", "documents", "said"),
        [(one["name"], one["kind"], one["count"], one["documents"], one["said"]) for one in records],
    )
    if len(found) > limit:
        say(f"{counted(len(found) - limit, 'name')} more; --limit shows them.")
    if model := entities.missing(moment.known.language):
        say(f"Looked for without a language model; with {model} a few more may be found.")
    if not all(one.sure for one in found):
        say("A text without capitals has no names to go by: of it, words that no dictionary has are listed.")


@program.command()
@project_file
@as_json
def pseudonyms(file: Path, as_json: bool) -> None:
    """List the names that are hidden, and what stands for each: the key of the study, to be kept apart.

    Example: verbatim pseudonyms study.verbatim
    """
    from corpus.people import vault

    with reading(file) as project, project.read() as session:
        records = [(one.name, one.kind, one.replacement) for one in vault.read(session).hidden]
    header = ("name", "kind", "replacement")
    if as_json:
        tell_json([dict(zip(header, one, strict=True)) for one in records])
        return
    tell_table(header, records)


@program.command()
@project_file
@click.argument("names", nargs=-1, metavar="[NAME]…")
@click.option("--kind", type=click.Choice(_KINDS), default="other", show_default=True, help="What bears the name.")
@click.option("--as", "shown", metavar="TEXT", help="What stands for it; else a number is drawn by lot.")
@click.option("--same", is_flag=True, help="They are one's names, and one replacement stands for all of them.")
@click.option(
    "--from",
    "table",
    type=click.Path(path_type=Path),
    metavar="TABLE",
    help="Take a list, .csv or .xlsx, with columns name, kind and replacement.",
)
@coder
def pseudonymise(
    file: Path, names: tuple[str, ...], kind: str, shown: str | None, same: bool, table: Path | None, coder: str | None
) -> None:
    """Hide names in all that leaves the project; for each another replacement stands, unless it is given.

    They are hidden however they are written: in other case, without accents, in their parts, with one wrong letter.

    Example: verbatim pseudonymise study.verbatim Carrefour "Carrefour Market" --kind firm --same
    """
    from corpus.people import vault

    if bool(names) == (table is not None):
        raise click.UsageError("Give names, or a list --from a table.")
    hide = vault.hide if same else vault.hide_each
    with writing(file, coder) as project:
        made = vault.import_table(project, table) if table else hide(project, names, kind, replacement=shown)
    tell_table(("name", "kind", "replacement"), [(one.name, one.kind, one.replacement) for one in made])


@program.command("no-name")
@project_file
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@coder
def no_name(file: Path, names: tuple[str, ...], coder: str | None) -> None:
    """Say that words are no name, so that they are not listed among names again.

    Example: verbatim no-name study.verbatim Noël Comprendre
    """
    from corpus.people import vault

    with writing(file, coder) as project:
        vault.refuse(project, names)


@program.command("pseudonym-remove")
@project_file
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@coder
def pseudonym_remove(file: Path, names: tuple[str, ...], coder: str | None) -> None:
    """Take names out of the vault: they are read again as they stand.

    Example: verbatim pseudonym-remove study.verbatim "Carrefour Market"
    """
    from corpus.people import vault

    with writing(file, coder) as project:
        vault.forget(project, names)

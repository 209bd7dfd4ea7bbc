"""Verbs on codings: apply, uncode, resize, and whole tables of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.coders import known_layer, whose
from app.cli.consent_checks import agreeing, leaving, say_unsaid
from app.cli.group import program
from app.cli.opening import (
    as_json,
    code_named,
    coder,
    codings_named,
    for_excel,
    masking,
    place,
    project_file,
    say_refused,
    seen,
    span,
    unsigned,
    which,
    within,
    writing,
)
from app.cli.output import counted, progress_bar, say, say_named, tell, tell_json

if TYPE_CHECKING:
    from coding.permits import Terms
    from corpus.store.project import Project


@program.command()
@project_file
@span
@click.option("--new", is_flag=True, help="Make the code, a descriptive one; CODE is its name, or parent/child.")
@coder
def apply(file: Path, document: str, start: int, end: int, code: str, new: bool, coder: str | None) -> None:
    """Put a code on the words from START to END, code points in the document's text.

    Example: verbatim apply study.verbatim "01 Directrice marketing" 1204 1377 Irritants
    """
    from coding import codings

    with writing(file, coder) as project:
        anchor = place(project, document, start, end)
        if new:
            codings.create(project, code, [anchor])
        else:
            codings.apply(project, code_named(project, code), anchor)


@program.command("in-vivo")
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.argument("start", type=int, metavar="START")
@click.argument("end", type=int, metavar="END")
@click.option("--under", metavar="CODE", help="The code that it goes under, should it be new.")
@click.option("--short", is_flag=True, help="Give it a short name, as the window does: the first clause.")
@coder
def in_vivo(file: Path, document: str, start: int, end: int, under: str | None, short: bool, coder: str | None) -> None:
    """Code the words from START to END with themselves as the code's name, and print the code's path.

    Example: verbatim in-vivo study.verbatim "01 Directrice marketing" 1204 1230 --under Irritants
    """
    from coding import codebook, codings
    from corpus import documents

    with writing(file, coder) as project:
        anchor = place(project, document, start, end)
        name = codings.short_name(documents.text(project, anchor.document)[start:end]) if short else None
        code, _ = codings.in_vivo(project, anchor, code_named(project, under) if under else None, name=name)
        tell(codebook.get(project, code).path)


@program.command()
@project_file
@click.argument("code", metavar="CODE")
@click.argument("into", metavar="INTO")
@which
@click.option("--new", is_flag=True, help="Make the code INTO, a descriptive one; it is a name, or parent/child.")
@coder
def recode(
    file: Path,
    code: str,
    into: str,
    places: tuple[tuple[str, int, int], ...],
    document: str | None,
    sets: tuple[str, ...],
    new: bool,
    coder: str | None,
) -> None:
    """Give codings of CODE the code INTO instead, as one change.

    Example: verbatim recode study.verbatim Irritants Attente --at "01 Directrice marketing" 1204 1377
    """
    from coding import codings

    with writing(file, coder) as project:
        keys = codings_named(project, [code_named(project, code)], places, document, sets)
        if new:
            codings.recode_as(project, keys, into)
        else:
            codings.recode(project, keys, code_named(project, into))
    say(f"{counted(len(keys), 'coding')} recoded.")


@program.command()
@project_file
@click.argument("named", nargs=-1, required=True, metavar="[DOCUMENT START END] CODE")
@which
@coder
def uncode(
    file: Path,
    named: tuple[str, ...],
    places: tuple[tuple[str, int, int], ...],
    document: str | None,
    sets: tuple[str, ...],
    coder: str | None,
) -> None:
    """Take a code off the words from START to END; yours if you have coded them, else the first coder's.

    With CODE alone, --at, --document or --set say which of its codings go, of all coders, as one change.

    Example: verbatim uncode study.verbatim "01 Directrice marketing" 1204 1377 Irritants
    """
    from coding import codings

    many = bool(places or document or sets)
    if len(named) != (1 if many else 4):
        raise click.UsageError("Name DOCUMENT START END CODE; or CODE alone, with --at, --document or --set.")
    with writing(file, coder) as project:
        code = code_named(project, named[-1])
        if many:
            keys = codings_named(project, [code], places, document, sets)
            codings.uncode(project, keys)
            say(f"{counted(len(keys), 'coding')} taken off.")
            return
        start, end = (click.INT(number) for number in named[1:3])
        found = codings.find(project, code, place(project, named[0], start, end), coder)
        codings.uncode(project, [found.key])
        _say_whose(project, found.coder)


@program.command()
@project_file
@span
@click.option("--to", "to", type=int, nargs=2, required=True, metavar="START END", help="The words it goes to.")
@coder
def resize(file: Path, document: str, start: int, end: int, code: str, to: tuple[int, int], coder: str | None) -> None:
    """Put a coding on other words of its document; yours if you have coded them, else the first coder's.

    Example: verbatim resize study.verbatim "01 Directrice marketing" 1204 1377 Irritants --to 1190 1377
    """
    from coding import codings
    from corpus import anchors

    with writing(file, coder) as project:
        anchor = place(project, document, start, end)
        found = codings.find(project, code_named(project, code), anchor, coder)
        codings.resize(project, found.key, anchors.words(anchor.document, *to))
        _say_whose(project, found.coder)


def _say_whose(project: Project, coder: str) -> None:
    """Say whose coding it was, where that is another's."""
    if coder != project.coder:
        say(f"This was a coding by {coder}; undo gives it back.")


@program.command("codings-import")
@project_file
@click.argument("table", type=click.Path(path_type=Path), metavar="TABLE")
@as_json
@coder
def codings_import(file: Path, table: Path, as_json: bool, coder: str | None) -> int:
    """Import codings from a table with the columns document,start,end,code[,coder,origin,memo,created_at,text,path].

    A row whose text is not what stands there is refused with its line. An unknown code is made a descriptive one and
    named; a misspelt framework code is refused. Codings that are there already are left alone.

    Example: verbatim codings-import study.verbatim codings.csv
    """
    from coding.imports import codings

    with writing(file, coder) as project, progress_bar("Importing") as progress:
        found = codings.import_table(project, table, progress=progress)
    if as_json:
        refused = [{"line": one.line, "reason": one.reason} for one in found.refused]
        tell_json(
            {
                "rows": found.rows,
                "imported": found.made,
                "already_there": found.there,
                "new_codes": list(found.new_codes),
                "new_coders": list(found.new_coders),
                "refused": refused,
            }
        )
    for name in found.new_codes:
        say(f"A new code was made: {name}.")
    for name in found.new_coders:
        say(f"A new coder: {name}.")
    code = say_refused(found.refused, found.rows)
    there = f", {found.there} there already" if found.there else ""
    left = f", {counted(len(found.refused), 'row')} refused" if found.refused else ""
    say(f"{counted(found.made, 'coding')} imported{there}{left}.")
    return code


@program.command("codings-export")
@project_file
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT")
@click.option(
    "--confidential",
    type=click.Choice(["show", "mask"]),
    default="mask",
    show_default=True,
    help="Whether participants who may not be named are; if not, it can't be imported again.",
)
@for_excel
@unsigned
@within
@whose
@agreeing
def codings_export(
    file: Path,
    path: Path,
    sets: tuple[str, ...],
    view: dict[str, Any],
    confidential: str,
    excel: bool,
    blind: bool,
    terms: Terms,
) -> None:
    """Write all codings as a table (.csv or .xlsx) that codings-import reads.

    Example: verbatim codings-export study.verbatim codings.csv
    """
    from coding.exports import codings, saving

    if path.suffix.lower() not in saving.SHEETS:
        raise click.BadParameter(f"{path.name} must end in .csv or .xlsx.", param_hint="OUT")
    with leaving(file, terms) as project:
        masked = masking(confidential, blind)
        moment = seen(project, sets, masking=masked, unsigned=blind, **known_layer(project, view))
        count = codings.save(moment, path, excel=excel, terms=terms)
        say_unsaid(moment, "codings", lambda: codings.leaving(moment))
    tell(str(path))
    say(f"{counted(count, 'coding')} written.")
    if not moment.masking:
        say_named(moment)
    elif moment.mask.hiding:
        say("Names are masked, so that this can't be imported again; --confidential show writes them.")

"""Verbs on passes: a person's own coding of a document before suggestions are seen, and how far it was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.group import program
from app.cli.opening import as_json, code_named, coder, project_file, reading, refuse_sets, seen, within, writing
from app.cli.output import tell_json, tell_table

if TYPE_CHECKING:
    from corpus.store.project import Project


@program.command("first-pass")
@project_file
@click.argument("document", metavar="[DOCUMENT]", required=False)
@click.option("--take-back", is_flag=True, help="It is not done.")
@click.option(
    "--hide/--show",
    "hide",
    default=None,
    help="Hide suggestions for a document until your first pass over it is done, or show them at once.",
)
@within
@as_json
@coder
def first_pass(
    file: Path,
    document: str | None,
    take_back: bool,
    hide: bool | None,
    sets: tuple[str, ...],
    as_json: bool,
    coder: str | None,
) -> None:
    """Say that you have read and coded a document once yourself; or list over which documents your first pass is done.

    Example: verbatim first-pass study.verbatim "01 Directrice marketing"
    """
    from coding.suggest import suggestions
    from corpus import documents

    if take_back and document is None:
        raise click.UsageError("Say which DOCUMENT's first pass is taken back.")
    if document is None and hide is None:
        _list(file, coder, sets, as_json)
        return
    refuse_sets(sets)
    with writing(file, coder) as project:
        if document is not None:
            suggestions.declare_first_pass(project, documents.find(project, document).key, done=not take_back)
        if hide is not None:
            suggestions.hide_before_first_pass(project, hide)


def _list(file: Path, coder: str | None, sets: tuple[str, ...], as_json: bool) -> None:
    from coding.moment import shown
    from coding.suggest import suggestions

    with reading(file, coder) as project:
        done, found = suggestions.first_pass_done(project), shown.documents(seen(project, sets))
        hides = suggestions.hides_before_first_pass(project)
    if as_json:
        told = [{"document": info.name, "done": info.key in done} for info in found]
        tell_json({"hidden_before": hides, "documents": told})
        return
    tell_table(("document", "first pass"), [(info.name, "done" if info.key in done else "to do") for info in found])


def _names(project: Project, sets: tuple[str, ...]) -> dict[int, str]:
    """Return the names of the documents within sets, by key."""
    from coding.moment import shown

    return {info.key: info.name for info in shown.documents(seen(project, sets))}


@program.command("readings")
@project_file
@within
@as_json
def readings(file: Path, sets: tuple[str, ...], as_json: bool) -> None:
    """List how far each document was read, by whom and in which cycle: descriptive or theoretical, begun or done.

    Example: verbatim readings study.verbatim
    """
    from coding import readings

    with reading(file) as project, project.read():
        names = _names(project, sets)
        found = [one for one in readings.listed(project) if one.document in names]
    rows = [(names[one.document], one.coder, one.cycle, one.state, one.at) for one in found]
    header = ("document", "coder", "cycle", "state", "at")
    if as_json:
        tell_json([dict(zip(header, row, strict=True)) for row in rows])
        return
    tell_table(header, rows)


@program.command("read")
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.option(
    "--cycle",
    type=click.Choice(["descriptive", "theoretical"]),
    default="theoretical",
    show_default=True,
    help="Of which cycle; that the descriptive one is done is your first pass.",
)
@click.option("--code", metavar="CODE", help="For this code alone, which came late, see to-reread.")
@click.option("--begun", is_flag=True, help="Begun, and not yet done.")
@click.option("--take-back", is_flag=True, help="It is not read.")
@coder
def read(
    file: Path, document: str, cycle: str, code: str | None, begun: bool, take_back: bool, coder: str | None
) -> None:
    """Say that you have read a document in a cycle, or again for a code that came late.

    Example: verbatim read study.verbatim "01 Directrice marketing" --code Attente
    """
    from coding import readings
    from corpus import documents

    if begun and take_back:
        raise click.UsageError("--begun and --take-back exclude each other")
    state = None if take_back else "begun" if begun else "done"
    with writing(file, coder) as project:
        key = documents.find(project, document).key
        about = code_named(project, code) if code is not None else None
        readings.declare(project, key, state, cycle=cycle, code=about)


@program.command("to-reread")
@project_file
@click.argument("code", metavar="CODE")
@within
@as_json
@coder
def to_reread(file: Path, code: str, sets: tuple[str, ...], as_json: bool, coder: str | None) -> None:
    """List the documents that you worked on before a code was made, and have not read again for it since.

    Example: verbatim to-reread study.verbatim Attente
    """
    from coding import readings

    with reading(file, coder) as project, project.read():
        names = _names(project, sets)
        owed = [names[key] for key in readings.owed(project, code_named(project, code)) if key in names]
    if as_json:
        tell_json(owed)
        return
    tell_table(("document",), [(name,) for name in owed])

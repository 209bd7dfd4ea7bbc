"""The verb on first passes: a person's own coding of a document, before suggestions for it are seen."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, project_file, reading, writing
from app.cli.output import tell_json, tell_table


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
@as_json
@coder
def first_pass(
    file: Path, document: str | None, take_back: bool, hide: bool | None, as_json: bool, coder: str | None
) -> None:  # fmt: skip
    """Say that you have read and coded a document once yourself; or list over which documents your first pass is done.

    Example: verbatim first-pass study.verbatim "01 Directrice marketing"
    """
    from coding.suggest import suggestions
    from corpus import documents

    if take_back and document is None:
        raise click.UsageError("Say which DOCUMENT's first pass is taken back.")
    if document is None and hide is None:
        _list(file, coder, as_json)
        return
    with writing(file, coder) as project:
        if document is not None:
            suggestions.declare_first_pass(project, documents.find(project, document).key, done=not take_back)
        if hide is not None:
            suggestions.hide_before_first_pass(project, hide)


def _list(file: Path, coder: str | None, as_json: bool) -> None:
    from coding.suggest import suggestions
    from corpus import documents

    with reading(file, coder) as project:
        done, found = suggestions.first_pass_done(project), documents.listed(project)
        hides = suggestions.hides_before_first_pass(project)
    if as_json:
        told = [{"document": info.name, "done": info.key in done} for info in found]
        tell_json({"hidden_before": hides, "documents": told})
        return
    tell_table(("document", "first pass"), [(info.name, "done" if info.key in done else "to do") for info in found])

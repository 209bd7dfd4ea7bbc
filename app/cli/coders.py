"""Verbs on several people coding one study: who codes, what each was given, blind or not, and whose work counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, documents_named, gathered, project_file, reading, writing
from app.cli.output import counted, say, tell_json, tell_table

if TYPE_CHECKING:
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])


def whose(verb: Verb) -> Verb:
    """Add `--coder-layer NAME`, repeatable, `--reread-only` and `--human-only`; the verb gets them as `view`."""
    layer = "Count what this coder coded and decided alone; repeat it for several; by default all."
    reread = "Leave out what a link, or coding many at once, proposed and nobody opened since."
    human = "Leave out what came from a suggestion that somebody accepted."
    verb = gathered("view", "--human-only", "human", is_flag=True, help=human)(verb)
    verb = gathered("view", "--reread-only", "reread", is_flag=True, help=reread)(verb)
    return gathered("view", "--coder-layer", "layer", multiple=True, metavar="NAME", callback=_given, help=layer)(verb)


def _given(_context: click.Context, _option: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...] | None:
    return names or None


def known_layer(project: Project, view: dict[str, Any]) -> dict[str, Any]:
    """Return the view that `whose` gives; raises `NothingThere` where it names nobody who codes here."""
    from coding import blind

    for name in view["layer"] or ():
        blind.coder_named(project, name)
    return view


@program.command("coders")
@project_file
@as_json
def coders(file: Path, as_json: bool) -> None:
    """List who codes in a project: how many codings and decisions, and what each was given, blind or not.

    Example: verbatim coders study.verbatim
    """
    from coding import blind

    with reading(file) as project, project.read():
        found, given = blind.coders(project), blind.listed(project)
    rows = [
        (
            one.name,
            one.codings,
            one.decisions,
            sum(a.coder == one.name for a in given),
            sum(a.coder == one.name and a.hides for a in given),
        )
        for one in found
    ]
    names = ("coder", "codings", "decisions", "documents", "blind")
    if as_json:
        tell_json([dict(zip(names, row, strict=True)) for row in rows])
        return
    tell_table(names, rows)


@program.command("assign")
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.argument("to", metavar="CODER")
@click.option(
    "--blind",
    is_flag=True,
    help="Others' work there stays out of this coder's sight until the first pass is declared, see first-pass.",
)
@click.option("--remove", is_flag=True, help="Take them back.")
@coder
def assign(file: Path, document: str, to: str, blind: bool, remove: bool, coder: str | None) -> None:
    """Give documents to a coder; * and ? in DOCUMENT stand for anything. Given again, they are blind or not anew.

    Example: verbatim assign study.verbatim "0*" Noé --blind
    """
    from coding import blind as blind_coding

    if remove and blind:
        raise click.UsageError("--remove and --blind exclude each other")
    with writing(file, coder) as project:
        keys = documents_named(project, document)
        if remove:
            with project.change("Take back assignment"):
                for key in keys:
                    blind_coding.withdraw(project, key, to)
        else:
            blind_coding.assign(project, keys, to, blind=blind)
    say(f"{counted(len(keys), 'document')} {'taken back from' if remove else 'given to'} {to}.")

"""Verbs that make a theory grow: fork a framework, take one out, split a code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.group import program
from app.cli.opening import (
    as_json,
    code_named,
    coder,
    codings_named,
    first_framework,
    project_file,
    reading,
    which,
    writing,
)
from app.cli.output import counted, say, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from corpus.store.project import Project


@program.command("framework-fork")
@project_file
@click.argument("framework", metavar="FRAMEWORK")
@click.option("--key", metavar="K", help="The copy's key; by default the framework's with a number.")
@click.option("--title", metavar="T", default="", help="The copy's title.")
@click.option("--no-links", is_flag=True, help="Leave links and decisions behind.")
@coder
def framework_fork(
    file: Path, framework: str, key: str | None, title: str, no_links: bool, coder: str | None
) -> None:  # fmt: skip
    """Copy a framework of the project, to be grown: in the copy, codes can be renamed, sharpened, added and split.

    Prints the copy's key. Links come along with their decisions; direct codings stay with the framework.

    Example: verbatim framework-fork study.verbatim meco-2019 --title "Grown in this study"
    """
    from coding.codebook import frameworks

    with writing(file, coder) as project:
        tell(frameworks.fork(project, framework, key=key, title=title, links=not no_links))


@program.command("framework-remove")
@project_file
@click.argument("framework", metavar="FRAMEWORK")
@click.option("--dry-run", is_flag=True, help="Only say what would go with it.")
@coder
def framework_remove(file: Path, framework: str, dry_run: bool, coder: str | None) -> None:
    """Take a framework out of the project, and say what goes with it; `undo` brings all back.

    Example: verbatim framework-remove study.verbatim homburg-2017 --dry-run
    """
    from coding.codebook import frameworks

    if dry_run:
        with reading(file) as project:
            tell(frameworks.consequences(project, framework).sentence)
        return
    with writing(file, coder) as project:
        sentence = frameworks.consequences(project, framework).sentence
        frameworks.remove(project, framework)
        tell(sentence)


@program.command("code-split")
@project_file
@click.argument("code", metavar="CODE")
@click.argument("name", metavar="NAME")
@which
@click.option("--key", metavar="K", help="The short key of a framework's new code, like C8.")
@click.option("--definition", metavar="TEXT", default="", help="What a framework's new code means.")
@click.option("--beside", is_flag=True, help="Put a framework's new code beside CODE and not under it.")
@click.option("--because", metavar="TEXT", default="", help="Why; kept in a memo on a framework's new code.")
@coder
def code_split(
    file: Path, code: str, name: str, places: tuple[tuple[str, int, int], ...], document: str | None,
    sets: tuple[str, ...], key: str | None, definition: str, beside: bool, because: str, coder: str | None,
) -> None:  # fmt: skip
    """Give part of what is coded with CODE a new code of its own, NAME, and print its path.

    The codings of a descriptive code move to the new code, which has the links of the old. In a framework the direct
    codings move, and those that a link brings are kept for the new code and not kept for the old.

    Example: verbatim code-split study.verbatim Irritants "Attente en caisse" --document "02 *"
    """
    from coding import codebook, growing

    with writing(file, coder) as project:
        old = codebook.get(project, code_named(project, code))
        keys = codings_named(project, _speaking(project, old), places, document, sets)
        if old.framework is not None:
            made = growing.split(
                project, old.key, keys, name, key=key, definition=definition, under=not beside, reason=because
            )
        elif key or definition or beside or because:
            raise click.UsageError("--key, --definition, --beside and --because are for a framework's codes.")
        else:
            made = codebook.split_off(project, old.key, keys, name)
        tell(codebook.get(project, made).path)
    say(f"{counted(len(keys), 'coding')} split off from {old.label}.")


@program.command("to-theorise")
@project_file
@click.option("--framework", metavar="KEY", help="The framework they are outside of; by default the first.")
@as_json
def to_theorise(file: Path, framework: str | None, as_json: bool) -> None:
    """List the descriptive codes that fit no concept of a framework: the queue from which new theory starts.

    Those in which most people are heard come first.

    Example: verbatim to-theorise study.verbatim
    """
    from coding import theorising
    from coding.codebook import frameworks
    from coding.moment.moment import Moment
    from coding.moment.weighing import weigh

    with reading(file) as project:
        key = frameworks.get(project, framework or first_framework(project)).framework
        found = theorising.queue(weigh(Moment.of(project), key))
    if as_json:
        tell_json([
            {"code": one.label, "participants": one.people, "segments": one.segments, "reason": one.reason,
             "coder": one.coder, "created_at": one.at} for one in found
        ])  # fmt: skip
        return
    header = ("code", "participants", "segments", "why", "coder")
    tell_table(header, [(one.label, one.people, one.segments, one.reason, one.coder) for one in found])


@program.command("theorise")
@project_file
@click.argument("name", metavar="NAME")
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@click.option("--framework", metavar="KEY", help="The grown framework it becomes a concept of; by default the first.")
@click.option("--definition", metavar="TEXT", default="", help="What the concept means.")
@click.option("--because", metavar="TEXT", default="", help="Why; kept in a memo and as the reason of each link.")
@coder
def theorise(
    file: Path, name: str, codes: tuple[str, ...], framework: str | None, definition: str, because: str,
    coder: str | None,
) -> None:  # fmt: skip
    """Make a new concept, NAME, of codes that fit none, and link them to it; prints its path. Fork a framework first.

    Example: verbatim theorise study.verbatim "Écoute lente" Procédures Silences --framework grown
    """
    from coding import codebook, theorising
    from coding.codebook import frameworks

    with writing(file, coder) as project:
        key = frameworks.get(project, framework or first_framework(project)).framework
        wanted = [code_named(project, code) for code in codes]
        made = theorising.theorise(project, wanted, key, name, definition=definition, reason=because)
        tell(codebook.get(project, made).path)
    say(f"{counted(len(wanted), 'code')} linked to it.")


def _speaking(project: Project, code: CodeInfo) -> set[int]:
    """Return the codes whose codings speak for a code: itself, and those linked to it with all under them."""
    from coding import codebook, links

    linked = [link.source for link in links.listed(project) if link.target == code.key]
    return {code.key, *(key for one in linked for key in codebook.subtree(project, one))}

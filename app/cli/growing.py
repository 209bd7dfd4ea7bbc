"""Verbs that make a theory grow: fork a framework, take one out, split a code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.consent_checks import agreeing_whole, leaving, naming, pass_out
from app.cli.group import program
from app.cli.opening import (
    as_json,
    code_named,
    coder,
    codings_named,
    first_framework,
    project_file,
    reading,
    seen,
    which,
    within,
    writing,
)
from app.cli.output import counted, say, say_untouched, tell, tell_beside, tell_json, tell_table

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.codebook.differences import Difference
    from coding.permits import Terms
    from corpus.store.project import Project


@program.command("framework-fork")
@project_file
@click.argument("framework", metavar="FRAMEWORK")
@click.option("--key", metavar="K", help="The copy's key; by default the framework's with a number.")
@click.option("--title", metavar="T", default="", help="The copy's title.")
@click.option("--no-links", is_flag=True, help="Leave links and decisions behind.")
@coder
def framework_fork(file: Path, framework: str, key: str | None, title: str, no_links: bool, coder: str | None) -> None:
    """Copy a framework of the project, to be grown: in the copy, codes can be renamed, sharpened, added and split.

    Prints the copy's key. Links come along with their decisions; direct codings stay with the framework.

    Example: verbatim framework-fork study.verbatim meco-2019 --title "Grown in this study"
    """
    from coding.codebook import frameworks

    with writing(file, coder) as project:
        tell(frameworks.fork(project, framework, key=key, title=title, links=not no_links))


@program.command("framework-update")
@project_file
@click.argument("framework", metavar="FRAMEWORK")
@click.option("--yes", is_flag=True, help="Take over all that you did not write yourself.")
@click.option(
    "--take", metavar="NAME", multiple=True, help="Take over this alone, as it is named in the list; repeatable."
)
@click.option("--all", "everything", is_flag=True, help="Take over all, what you wrote yourself included.")
@click.option("--none", "nothing", is_flag=True, help="Take over nothing, and be offered this no more.")
@as_json
@naming
@agreeing_whole
@coder
def framework_update(
    file: Path,
    framework: str,
    yes: bool,
    take: tuple[str, ...],
    everything: bool,
    nothing: bool,
    as_json: bool,
    terms: Terms,
    coder: str | None,
) -> None:
    """List what a framework says otherwise since a newer version of it ships, side by side; take it over when told to.

    What you wrote yourself is marked, and stays unless it is named. Codings, links and decisions stay. A fork is
    compared with what it was forked from.

    Example: verbatim framework-update study.verbatim meco-2019 --take C1.definition --take C1.cues
    """
    from coding.codebook import differences, updating

    if yes + bool(take) + everything + nothing > 1:
        raise click.UsageError("Choose one of --yes, --take, --all and --none.")
    if not (yes or take or everything or nothing):
        _list_differences(file, framework, as_json, terms)
        return
    with writing(file, coder) as project:
        chosen: list[str] | None = None if yes else list(take)
        if everything:
            chosen = [one.key for one in differences.changes(project, framework) if not one.used]
        taken = updating.update(project, framework, chosen)
    if as_json:
        tell_json([one.key for one in taken])
    else:
        for one in taken:
            tell(one.key)
    say(f"{counted(len(taken), 'change')} taken over; undo takes them back.")


def _list_differences(file: Path, framework: str, as_json: bool, terms: Terms) -> None:
    from coding import permits
    from coding.codebook import differences
    from coding.moment.moment import Moment

    with leaving(file, terms) as project:
        found = differences.changes(project, framework)
        records = [
            {
                "name": one.key,
                "code": one.code,
                "field": one.field,
                "what": one.what,
                "mine": one.mine,
                "shipped": one.shipped,
                "own": one.own,
                "used": one.used,
            }
            for one in found
        ]
        pass_out(Moment.of(project), "codes", lambda: permits.of_records(records), terms)
    if as_json:
        tell_json(records)
        return
    rows = [(one.key, one.what, _whose(one), one.mine, one.shipped) for one in found]
    if sys.stdout.isatty():
        for key, what, whose, mine, shipped in rows:
            tell(click.style(f"{key} · {what}{whose and f' · {whose}'}", bold=True))
            tell_beside("In the project", mine, "As it ships", shipped)
    else:
        tell_table(("name", "what", "whose", "project", "shipped"), rows)
    if not found:
        say(f"{framework} says what ships.")


def _whose(one: Difference) -> str:
    return ", ".join(word for word, so in (("yours", one.own), ("in use", one.used)) if so)


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
        say_untouched()
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
    file: Path,
    code: str,
    name: str,
    places: tuple[tuple[str, int, int], ...],
    document: str | None,
    sets: tuple[str, ...],
    key: str | None,
    definition: str,
    beside: bool,
    because: str,
    coder: str | None,
) -> None:
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
@within
@as_json
def to_theorise(file: Path, framework: str | None, sets: tuple[str, ...], as_json: bool) -> None:
    """List the descriptive codes that fit no concept of a framework: the queue from which new theory starts.

    Those in which most people are heard come first.

    Example: verbatim to-theorise study.verbatim
    """
    from coding import theorising
    from coding.codebook import frameworks
    from coding.moment import shown
    from coding.moment.weighing import weigh

    with reading(file) as project:
        key = frameworks.get(project, framework or first_framework(project)).framework
        moment = seen(project, sets)
        found = [one for one in theorising.queue(weigh(moment, key)) if one.code in shown.codes(moment)]
    if as_json:
        tell_json(
            [
                {
                    "code": one.label,
                    "participants": one.people,
                    "segments": one.segments,
                    "reason": one.reason,
                    "coder": one.coder,
                    "created_at": one.at,
                }
                for one in found
            ]
        )
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
    file: Path,
    name: str,
    codes: tuple[str, ...],
    framework: str | None,
    definition: str,
    because: str,
    coder: str | None,
) -> None:
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

"""Verbs that tie codes to theory, or say that nothing does: links, link, set-aside, judge."""

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
    place,
    project_file,
    reading,
    seen,
    span,
    which,
    within,
    writing,
)
from app.cli.output import counted, say, tell, tell_json, tell_table

if TYPE_CHECKING:
    from corpus.store.project import Project


@program.command()
@project_file
@click.option("--crosswalks", is_flag=True, help="List links from framework to framework instead.")
@click.option("--set-aside", "aside", is_flag=True, help="List what is outside a framework, or refused, instead.")
@within
@as_json
def links(file: Path, crosswalks: bool, aside: bool, sets: tuple[str, ...], as_json: bool) -> None:
    """List which descriptive code illustrates which theoretical one, and why.

    Within sets of codes, the links of which an end stands in them.

    Example: verbatim links study.verbatim --json
    """
    from coding import codebook, links

    if crosswalks and aside:
        raise click.UsageError("--crosswalks and --set-aside exclude each other")
    if aside:
        _list_set_asides(file, sets, as_json)
        return
    with reading(file) as project:
        names, kept = codebook.ways(project), _kept(project, sets)
        listed = links.listed(project, "crosswalk" if crosswalks else "evidence")
        found = [one for one in listed if kept is None or kept & {one.source, one.target}]
    if as_json:
        tell_json(
            [
                {
                    "descriptive": names[link.source],
                    "theoretical": names[link.target],
                    "mode": link.mode,
                    "kind": link.kind,
                    "basis": link.basis,
                    "reason": link.reason,
                    "coder": link.coder,
                    "created_at": f"{link.created_at[:19]}Z",
                }
                for link in found
            ]
        )
        return
    header = ("descriptive", "theoretical", "mode", "reason")
    tell_table(header, [(names[link.source], names[link.target], link.mode, link.reason) for link in found])


@program.command()
@project_file
@click.argument("descriptive", metavar="DESCRIPTIVE")
@click.argument("theoretical", metavar="THEORETICAL")
@click.option("--because", metavar="TEXT", default="", help="Why the one illustrates the other.")
@click.option("--one-by-one", is_flag=True, help="A coding counts only once it is kept.")
@click.option("--all", "every", is_flag=True, help="Every coding counts unless it is not kept.")
@click.option("--crosswalk", is_flag=True, help="Link codes of two frameworks; it carries no evidence.")
@click.option("--remove", is_flag=True, help="Take the link away.")
@coder
def link(
    file: Path,
    descriptive: str,
    theoretical: str,
    because: str,
    one_by_one: bool,
    every: bool,
    crosswalk: bool,
    remove: bool,
    coder: str | None,
) -> None:
    """Say that a descriptive code illustrates a theoretical one.

    All its codings count as evidence; but one by one, once kept, where the code has a link into that framework
    already, unless --all is given.

    Example: verbatim link study.verbatim Irritants C1 --because "Breaks in the journey are what C1 analyses."
    """
    from coding import codebook, links

    if one_by_one and every:
        raise click.UsageError("--all and --one-by-one exclude each other")
    kind = "crosswalk" if crosswalk else "evidence"
    with writing(file, coder) as project:
        source, target = code_named(project, descriptive), code_named(project, theoretical)
        if remove:
            links.unlink(project, source, target, kind=kind)
            return
        mode = "one_by_one" if one_by_one else "all" if every else None
        key = links.link(project, source, target, reason=because, mode=mode, kind=kind)
        names = codebook.ways(project)
        made = next(one for one in links.listed(project, kind) if one.key == key)
        tell(f"{names[source]} → {names[target]} ({made.mode.replace('_', ' ')})")


def _kept(project: Project, sets: tuple[str, ...]) -> frozenset[int] | None:
    """Return the codes of the sets so called; None where none of them holds codes."""
    return seen(project, sets).scope.codes


def _list_set_asides(file: Path, sets: tuple[str, ...], as_json: bool) -> None:
    from coding import codebook, set_asides

    with reading(file) as project:
        names, kept = codebook.ways(project), _kept(project, sets)
        found = [
            (one, names[one.code], names[one.target] if one.target else None)
            for one in set_asides.listed(project)
            if kept is None or kept & {one.code, one.target}
        ]
    if as_json:
        tell_json(
            [
                {
                    "descriptive": code,
                    "framework": one.framework,
                    "theoretical": target,
                    "reason": one.reason,
                    "coder": one.coder,
                    "created_at": one.created_at,
                }
                for one, code, target in found
            ]
        )
        return
    rows = [(code, target or one.framework, one.reason, one.coder) for one, code, target in found]
    tell_table(("descriptive", "set aside from", "reason", "coder"), rows)


@program.command("set-aside")
@project_file
@click.argument("descriptive", metavar="DESCRIPTIVE")
@click.argument("theoretical", metavar="[THEORETICAL]", required=False)
@click.option("--framework", metavar="KEY", help="The framework it is outside of; by default the first of the project.")
@click.option("--because", metavar="TEXT", default="", help="Why.")
@click.option("--remove", is_flag=True, help="Take that back.")
@coder
def set_aside(
    file: Path,
    descriptive: str,
    theoretical: str | None,
    framework: str | None,
    because: str,
    remove: bool,
    coder: str | None,
) -> None:
    """Say that a descriptive code is outside a framework, to be theorised, or does not illustrate one code of it.

    With THEORETICAL the link is refused: it is suggested no more. What is linked counts all the same.

    Example: verbatim set-aside study.verbatim Irritants C1 --because "Breaks are about the market."
    """
    from coding import set_asides
    from coding.codebook import frameworks

    if theoretical and framework:
        raise click.UsageError("--framework and THEORETICAL exclude each other")
    with writing(file, coder) as project:
        code = code_named(project, descriptive)
        if theoretical:
            target = code_named(project, theoretical)
            if remove:
                set_asides.take_back(project, set_asides.find(project, code, target=target).key)
            else:
                set_asides.refuse(project, code, target, because)
            return
        about = frameworks.get(project, framework or first_framework(project)).framework
        if remove:
            set_asides.take_back(project, set_asides.find(project, code, framework=about).key)
        else:
            set_asides.outside(project, code, about, because)


@program.command()
@project_file
@span
@click.argument("theoretical", metavar="THEORETICAL")
@click.option("--in", "verdict", flag_value="in", help="The words illustrate it: kept.")
@click.option("--out", "verdict", flag_value="out", help="They do not: not kept.")
@click.option("--undecided", "verdict", flag_value="undecided", help="That is to discuss.")
@click.option(
    "--stance",
    type=click.Choice(["supports", "nuances", "contradicts"]),
    help="What the words do to an assertion; what contradicts is shown and never added up.",
)
@click.option("--because", metavar="TEXT", default="", help="Why.")
@click.option("--remove", is_flag=True, help="Take your decision back.")
@coder
def judge(
    file: Path,
    document: str,
    start: int,
    end: int,
    code: str,
    theoretical: str,
    verdict: str | None,
    stance: str | None,
    because: str,
    remove: bool,
    coder: str | None,
) -> None:
    """Decide on one coding for a theoretical code: kept (--in), not kept (--out) or to discuss (--undecided).

    Example: verbatim judge study.verbatim "01 Directrice marketing" 1204 1377 Irritants C1 --out --because "Interne."
    """
    from coding import codings, links

    if (verdict is None) != remove:
        raise click.UsageError("Say one of --in, --out, --undecided or --remove")
    with writing(file, coder) as project:
        anchor = place(project, document, start, end)
        found = codings.find(project, code_named(project, code), anchor).key
        target = code_named(project, theoretical)
        if verdict is None:
            links.withdraw(project, found, target)
        else:
            links.judge(project, found, target, verdict, stance=stance, reason=because)


@program.command("judge-many")
@project_file
@click.argument("code", metavar="CODE")
@click.argument("theoretical", metavar="THEORETICAL")
@which
@click.option("--in", "verdict", flag_value="in", help="The words illustrate it: kept.")
@click.option("--out", "verdict", flag_value="out", help="They do not: not kept.")
@click.option("--undecided", "verdict", flag_value="undecided", help="That is to discuss.")
@click.option(
    "--stance",
    type=click.Choice(["supports", "nuances", "contradicts"]),
    help="What the words do to an assertion; alone, it leaves what you decided before.",
)
@click.option("--because", metavar="TEXT", default="", help="Why.")
@coder
def judge_many(
    file: Path,
    code: str,
    theoretical: str,
    places: tuple[tuple[str, int, int], ...],
    document: str | None,
    sets: tuple[str, ...],
    verdict: str | None,
    stance: str | None,
    because: str,
    coder: str | None,
) -> None:
    """Decide on many codings of CODE, and of codes under it, for a theoretical code: all alike, as one change.

    Example: verbatim judge-many study.verbatim Irritants C1 --document "0*" --out --because "Internal matters."
    """
    from coding import codebook, links

    if verdict is None and (stance is None or because):
        raise click.UsageError("Say one of --in, --out or --undecided; or --stance alone.")
    with writing(file, coder) as project:
        below = codebook.subtree(project, code_named(project, code))
        target = code_named(project, theoretical)
        pairs = [(key, target) for key in codings_named(project, below, places, document, sets)]
        if verdict is None:
            links.take_stance(project, pairs, stance)
        else:
            links.judge_many(project, pairs, verdict, stance=stance, reason=because)
    say(f"{counted(len(pairs), 'coding')} decided on.")

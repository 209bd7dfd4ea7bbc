"""Verbs on sets of documents, of participants and of codes, by hand or by a live rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.group import program
from app.cli.opening import (
    as_json,
    code_named,
    coder,
    documents_named,
    participant_named,
    project_file,
    reading,
    writing,
)
from app.cli.output import counted, say, tell, tell_json, tell_table

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.moment.rule_matching import Filled
    from corpus.rules import Kind, Rule
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])
KINDS = ["documents", "participants", "codes"]
_confidential = click.option(
    "--confidential",
    type=click.Choice(["show", "mask"]),
    default="mask",
    show_default=True,
    help="Whether participants who may not be named are.",
)


def ruled(verb: Verb) -> Verb:
    """Add the options that give a set a rule."""
    conditions = (
        'A condition that has to hold, such as "sector = GSA", "words >= 500", "set = Firms"; repeatable. '
        "With it the set is filled by its rule."
    )
    verb = click.option("--any", "joined", flag_value="any", help="Any of the conditions will do, not all.")(verb)
    return click.option("--if", "conditions", multiple=True, metavar="CONDITION", help=conditions)(verb)


@program.command()
@project_file
@_confidential
@as_json
def sets(file: Path, confidential: str, as_json: bool) -> None:
    """List the sets of documents, participants and codes, how many stand in each, and by which rule.

    Example: verbatim sets study.verbatim
    """
    from coding.moment.moment import Moment

    with reading(file) as project:
        moment = Moment.of(project, masking=confidential == "mask")
        records = [_record(moment, one) for one in moment.sets.values()]
    if as_json:
        tell_json(records)
        return
    tell_table(
        ("set", "of", "members", "of all", "rule"),
        [
            (one["set"], one["kind"], len(one["members"]), one["total"], one["wrong"] or _rule_text(one))
            for one in records
        ],
    )


def _rule_text(record: dict[str, Any]) -> str:
    return (" or " if record["join"] == "any" else " and ").join(record["rule"] or ["by hand"])


def _record(moment: Moment, one: Filled) -> dict[str, Any]:
    from coding import rule_words

    rule = one.info.rule
    return {
        "set": moment.mask.text(one.info.name),
        "kind": one.kind,
        "uid": one.info.uid,
        "note": moment.mask.text(one.info.note),
        "join": rule.join if rule else None,
        "rule": [rule_words.said(moment, line) for line in rule.conditions] if rule else None,
        "wrong": moment.mask.text(str(one.why)) if one.why is not None else None,
        "total": one.total,
        "members": rule_words.names(moment, one.kind, one.members),
    }


@program.command("set-show")
@project_file
@click.argument("name", metavar="SET")
@_confidential
@as_json
def set_show(file: Path, name: str, confidential: str, as_json: bool) -> None:
    """Print who stands in a set now, one a line.

    Example: verbatim set-show study.verbatim "Long interviews"
    """
    from coding.moment.moment import Moment
    from corpus.sets import called

    with reading(file) as project:
        moment = Moment.of(project, masking=confidential == "mask")
        found = moment.sets[called([one.info for one in moment.sets.values()], name).key]
        record = _record(moment, found)
    if as_json:
        tell_json(record)
        return
    for member in record["members"]:
        tell(member)
    if record["wrong"] is not None:
        say(record["wrong"])
    say(f"{len(record['members'])} of {counted(found.total, found.kind[:-1])}: {_rule_text(record)}.")


@program.command("set-add")
@project_file
@click.argument("name", metavar="NAME")
@click.argument("members", nargs=-1, metavar="[MEMBER...]")
@click.option("--kind", type=click.Choice(KINDS), default="documents", show_default=True, help="What it holds.")
@ruled
@click.option("--note", metavar="TEXT", default="", help="What it is for.")
@coder
def set_add(
    file: Path,
    name: str,
    members: tuple[str, ...],
    kind: Kind,
    conditions: tuple[str, ...],
    joined: str | None,
    note: str,
    coder: str | None,
) -> None:
    """Make a set: of the MEMBERS named (documents also by * and ?), or of all that meet the conditions, now and later.

    Example: verbatim set-add study.verbatim "Long interviews" --if "participant.sector = GSA" --if "words >= 5000"
    """
    from corpus import sets

    if members and conditions:
        raise click.UsageError("A set holds the members named, or what meets its conditions, not both.")
    with writing(file, coder) as project:
        rule = _rule(project, kind, conditions, joined)
        key = sets.make(project, name, kind, _keys(project, kind, members), rule=rule, note=note)
        _say_size(project, key)


@program.command("set-edit")
@project_file
@click.argument("set_name", metavar="SET")
@click.option("--name", metavar="TEXT", help="Its new name.")
@click.option("--note", metavar="TEXT", help="What it is for.")
@click.option("--put", "put", multiple=True, metavar="MEMBER", help="Put this into it; repeatable.")
@click.option("--take", "taken", multiple=True, metavar="MEMBER", help="Take this out of it; repeatable.")
@ruled
@click.option("--by-hand", is_flag=True, help="Take its rule off; who meets it now stays in.")
@coder
def set_edit(
    file: Path,
    set_name: str,
    name: str | None,
    note: str | None,
    put: tuple[str, ...],
    taken: tuple[str, ...],
    conditions: tuple[str, ...],
    joined: str | None,
    by_hand: bool,
    coder: str | None,
) -> None:
    """Rename a set, put documents, participants or codes into it, take some out, or give it another rule.

    Example: verbatim set-edit study.verbatim Pilots --put "01 Directrice marketing" --take "02 Gérant"
    """
    from coding.moment.moment import Moment
    from corpus import sets

    if name is None and note is None and not (put or taken or conditions or by_hand):
        raise click.UsageError("Say what to change: --name, --note, --put, --take, --if or --by-hand.")
    with writing(file, coder) as project:
        info = sets.find(project, set_name)
        with project.change("Edit set"):
            if name is not None:
                sets.rename(project, info.key, name)
            if note is not None:
                sets.describe(project, info.key, note)
            if by_hand:
                sets.take_rule(project, info.key, Moment.of(project).sets[info.key].members)
            if (rule := _rule(project, info.kind, conditions, joined)) is not None:
                sets.set_rule(project, info.key, rule)
            if put:
                sets.put_in(project, info.key, _keys(project, info.kind, put))
            if taken:
                sets.take_out(project, info.key, _keys(project, info.kind, taken))
        _say_size(project, info.key)


@program.command("set-remove")
@project_file
@click.argument("names", nargs=-1, required=True, metavar="SET...")
@coder
def set_remove(file: Path, names: tuple[str, ...], coder: str | None) -> None:
    """Remove sets; what stands in them stays in the project. A rule that speaks of one is met by nobody then.

    Example: verbatim set-remove study.verbatim "Long interviews"
    """
    from corpus import sets

    with writing(file, coder) as project:
        found = [sets.find(project, name) for name in dict.fromkeys(names)]
        sets.remove(project, [one.key for one in found])
    for one in found:
        tell(one.name)


def _rule(project: Project, kind: Kind, conditions: tuple[str, ...], joined: str | None) -> Rule | None:
    from coding import rule_words
    from coding.moment.moment import Moment

    if joined is not None and not conditions:
        raise click.UsageError("--any goes with --if CONDITION.")
    return rule_words.read(Moment.of(project), kind, conditions, "any" if joined else "all") if conditions else None


def _keys(project: Project, kind: Kind, names: Iterable[str]) -> list[int]:
    if kind == "documents":
        return [key for name in names for key in documents_named(project, name)]
    find = participant_named if kind == "participants" else code_named
    return [find(project, name) for name in names]


def _say_size(project: Project, key: int) -> None:
    from coding.moment.moment import Moment

    found = Moment.of(project).sets[key]
    say(f"{len(found.members)} of {counted(found.total, found.kind[:-1])}.")

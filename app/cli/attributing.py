"""Verbs on attributes: what may be known of participants, documents and organisations, of what type, by what labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, pairs, project_file, reading, writing
from app.cli.output import counted, say, say_untouched, tell_json, tell_table

if TYPE_CHECKING:
    from corpus.people.known import AttributeInfo
    from corpus.people.recoding import Recoded, RecodingRule
    from corpus.people.values import PossibleValue
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])

_SUBJECTS = {"participants": "participant", "documents": "document", "organisations": "organisation"}
_NAMED = 12


def _of(verb: Verb) -> Verb:
    """Add `--of`, whose attributes are meant."""
    return click.option(
        "--of",
        "whose",
        type=click.Choice(list(_SUBJECTS)),
        default="participants",
        show_default=True,
        help="Whose attributes are meant.",
    )(verb)


def _type(help: str, default: str | None) -> Callable[[Verb], Verb]:
    kinds = click.Choice(["text", "number", "boolean", "date", "choice", "ordered"])
    return click.option("--type", "type", type=kinds, default=default, show_default=default is not None, help=help)


def _said(verb: Verb) -> Verb:
    """Add what an attribute and its choices are called."""
    verb = click.option(
        "--choice-label",
        "worded",
        type=(str, str, str),
        multiple=True,
        metavar="VALUE LANG TEXT",
        help="What a choice is called in a language; repeatable.",
    )(verb)
    verb = click.option(
        "--choice",
        "among",
        multiple=True,
        metavar="VALUE",
        help="A value that can be chosen, in the order given; repeatable.",
    )(verb)
    return click.option(
        "--label",
        "labels",
        multiple=True,
        metavar="LANG=TEXT",
        callback=pairs,
        help="What it is called in a language, fr or en; empty takes a label off; repeatable.",
    )(verb)


@program.command()
@project_file
@as_json
def attributes(file: Path, as_json: bool) -> None:
    """List the attributes that participants, documents and organisations have, and of what type their values are.

    Of a recoded attribute it is said how many values have changed since.

    Example: verbatim attributes study.verbatim
    """
    from corpus.people import participants, recoding

    with reading(file) as project, project.read():
        found = [(of, one) for of, subject in _SUBJECTS.items() for one in participants.attributes(project, subject)]
        names = {one.key: one.name for _, one in found}
        stale = {one.key: recoding.stale(project, one.key) for _, one in found if one.made_from is not None}
    if as_json:
        tell_json(
            [
                {
                    "attribute": one.name,
                    "of": of,
                    "type": one.type,
                    "labels": dict(one.labels),
                    "fact": one.fact,
                    "choices": [{"value": choice.value, "labels": dict(choice.labels)} for choice in one.choices],
                    "made_from": names.get(one.made_from or 0),
                    "changed": stale.get(one.key, 0),
                    "confidential": one.confidential,
                    "coarser": one.coarser,
                }
                for of, one in found
            ]
        )
        return
    tell_table(("attribute", "of", "type"), [(one.name, of, _typed(one)) for of, one in found])
    for _, one in found:
        if stale.get(one.key):
            say(f"{counted(stale[one.key], 'value')} of {one.name} changed since: verbatim attribute-recode --again.")


def _typed(info: AttributeInfo) -> str:
    return f"{info.type}: {', '.join(one.value for one in info.choices)}" if info.choices else info.type


@program.command("attribute-add")
@project_file
@click.argument("name", metavar="NAME")
@_of
@_type("Of what type its values are.", "text")
@_said
@coder
def attribute_add(
    file: Path,
    name: str,
    whose: str,
    type: str,
    labels: dict[str, str],
    among: tuple[str, ...],
    worded: tuple[tuple[str, str, str], ...],
    coder: str | None,
) -> None:
    """Add an attribute, the last column of the table.

    Example: verbatim attribute-add study.verbatim size --type ordered --choice small --choice large --label fr=taille
    """
    from corpus.people import attributes

    with writing(file, coder) as project:
        found = _choices(among, worded, ())
        attributes.add(project, name, type, _SUBJECTS[whose], among=found, labels=labels)


def _choices(
    among: Sequence[str], worded: Sequence[tuple[str, str, str]], there: Sequence[PossibleValue]
) -> list[PossibleValue]:
    """Return these choices, or without any those that are there, with what they are called."""
    from corpus.errors import NothingThere
    from corpus.people.values import PossibleValue, chosen

    labels = {one.value: dict(one.labels) for one in there}
    found = [PossibleValue(value, labels.get(value, {})) for value in among] or [PossibleValue(*one) for one in there]
    for value, language, text in worded:
        one = chosen(value, found)
        if one is None:
            raise NothingThere("{value} is none of the choices.", value=value)
        found[found.index(one)] = PossibleValue(one.value, {**one.labels, language: text})
    return found


@program.command("attribute-edit")
@project_file
@click.argument("attribute", metavar="ATTRIBUTE")
@click.option("--name", metavar="TEXT", help="Its new name.")
@_of
@_type("Of what type its values are; refused where one is of another.", None)
@_said
@click.option(
    "--rename-choice",
    "renamed",
    type=(str, str),
    multiple=True,
    metavar="VALUE NEW",
    help="Another name for a choice, and for all values that are this choice; repeatable.",
)
@click.option(
    "--confidential",
    "told",
    type=click.Choice(["show", "generalise", "hide", "default"]),
    help="What is told of it where somebody confidential has it; default hides functions and employers.",
)
@click.option(
    "--coarser",
    default="",
    metavar="WORD",
    help="What --confidential generalise puts there; without it the groups that were made of it.",
)
@coder
def attribute_edit(
    file: Path,
    attribute: str,
    name: str | None,
    whose: str,
    type: str | None,
    labels: dict[str, str],
    among: tuple[str, ...],
    worded: tuple[tuple[str, str, str], ...],
    renamed: tuple[tuple[str, str], ...],
    told: Literal["show", "generalise", "hide", "default"] | None,
    coarser: str,
    coder: str | None,
) -> None:
    """Rename or label an attribute, or say of what type its values are, and which there are to choose from.

    Given as a choice, an attribute has the values it holds to choose from; --choice says others, or their order.

    Example: verbatim attribute-edit study.verbatim seniority --name "years in the job" --type number
    """
    from corpus.people import attributes, participants

    if name is None and type is None and not (labels or among or worded or renamed or told):
        raise click.UsageError("Say what to change: --name, --type, --label, --choice, --confidential, …")
    if coarser and told != "generalise":
        raise click.UsageError("--coarser goes with --confidential generalise.")
    with writing(file, coder) as project:
        info = attribute_named(project, attribute, whose)
        key = info.key
        with project.change("Edit attribute"):
            if name is not None:
                attributes.rename(project, key, name)
            if type is not None:
                attributes.set_type(project, key, type)
            if labels:
                attributes.set_labels(project, key, labels)
            for before, after in renamed:
                attributes.rename_choice(project, key, before, after)
            if among or worded:
                known = participants.attributes(project, info.subject)
                there = next(one.choices for one in known if one.key == key)
                attributes.set_choices(project, key, _choices(among, worded, there))
            if told is not None:
                attributes.set_confidential(project, key, None if told == "default" else told, coarser)


@program.command("attribute-remove")
@project_file
@click.argument("attribute", metavar="ATTRIBUTE")
@_of
@coder
def attribute_remove(file: Path, attribute: str, whose: str, coder: str | None) -> None:
    """Remove an attribute with all its values; `undo` brings them back.

    Example: verbatim attribute-remove study.verbatim seniority
    """
    from corpus.people import attributes

    with writing(file, coder) as project:
        attributes.remove(project, attribute_named(project, attribute, whose).key)


@program.command("attribute-recode")
@project_file
@click.argument("attribute", metavar="ATTRIBUTE")
@click.argument("name", required=False, metavar="[NAME]")
@_of
@click.option(
    "--rule",
    "written",
    multiple=True,
    metavar="VALUES=GROUP",
    help="What becomes of values: 18..29=young "
    "of a range, ..17= and 60..= of open ones, GSA,GSB=retail of a list; the first that fits holds; "
    "repeatable.",
)
@click.option("--years", is_flag=True, help="Of every date its year.")
@click.option(
    "--rest",
    default="",
    metavar="GROUP",
    help="What becomes of values that no rule reaches; by default they have no value.",
)
@click.option("--again", "anew", is_flag=True, help="Make ATTRIBUTE, itself recoded, again of what its source holds.")
@click.option("--dry-run", is_flag=True, help="Only say how many values would become each group.")
@as_json
@coder
def attribute_recode(
    file: Path,
    attribute: str,
    name: str | None,
    whose: str,
    written: tuple[str, ...],
    years: bool,
    rest: str,
    anew: bool,
    dry_run: bool,
    as_json: bool,
    coder: str | None,
) -> int:
    """Make the attribute NAME of another by rules, and say how many values became each group.

    Ranges have both bounds in them; of dates month and day may be left out (2019..2021=before). Values that no rule
    reaches are named on stderr, and the exit code is 1 where they are left without a value. Rules are kept: --again
    makes the groups anew when values have changed.

    Example: verbatim attribute-recode study.verbatim age "age group" --rule 18..29=young --rule 30..=older
    """
    from corpus.people import recoding

    rules = [*(_rule(one) for one in written), *([recoding.RecodingRule(years=True)] if years else [])]
    if (anew and (rules or name or rest or dry_run)) or (not anew and (name is None or not rules)):
        raise click.UsageError("Give a NAME with --rule or --years, or --again alone.")
    with reading(file) if dry_run else writing(file, coder) as project:
        key = attribute_named(project, attribute, whose).key
        if anew:
            found = recoding.again(project, key)
        elif dry_run:
            found = recoding.looked_at(project, key, rules, rest)
        else:
            found = recoding.recode(project, key, name or "", rules, rest)[1]
    code = _say_recoded(found, as_json)
    if dry_run:
        say_untouched()
    return code


def _rule(written: str) -> RecodingRule:
    from corpus.errors import SourceError
    from corpus.people import recoding

    try:
        return recoding.read(written)
    except SourceError as error:
        raise click.BadParameter(str(error), param_hint="--rule") from error


def _say_recoded(found: Recoded, as_json: bool) -> int:
    if as_json:
        tell_json({"groups": dict(found.groups), "left": dict(found.left), "rest": found.rest})
    else:
        tell_table(("group", "values"), list(found.groups.items()))
    if not found.left:
        return 0
    said = ", ".join(f"{value} ({count})" if count > 1 else value for value, count in [*found.left.items()][:_NAMED])
    more = ", …" if len(found.left) > _NAMED else ""
    say(
        f"No rule reaches {counted(found.missed, 'value')}: {said}{more}; "
        f"{f'they become {found.rest}' if found.rest else 'they are left without a value'}."
    )
    return 0 if found.rest else 1


def attribute_named(project: Project, name: str, whose: str) -> AttributeInfo:
    """Return the attribute of that name or label of participants, documents or organisations; case and accents go."""
    from corpus import tables
    from corpus.errors import NothingThere
    from corpus.people import participants

    known, wanted = participants.attributes(project, _SUBJECTS[whose]), tables.key(name)
    found = next((one for one in known if tables.key(one.name) == wanted), None)
    found = found or next((one for one in known if wanted in map(tables.key, one.labels.values())), None)
    if found is None:
        raise NothingThere("No attribute is called {name}.", name=name)
    return found

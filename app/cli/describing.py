"""Verbs that name, describe and remove documents and participants, and arrange the attributes they have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, pairs, participant_named, project_file, reading, writing
from app.cli.output import counted, say, say_tied, tell, tell_json, tell_table

if TYPE_CHECKING:
    from corpus.participants import AttributeInfo, ParticipantInfo
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])

_SUBJECTS = {"participants": "participant", "documents": "document", "organisations": "organisation"}
_SET = "What is known of {}; an empty VALUE takes it off; repeatable."


def set_option(whom: str) -> Callable[[Verb], Verb]:
    """Add `--set ATTR=VALUE`, repeatable, as a mapping."""
    return click.option(
        "--set", "known", multiple=True, metavar="ATTR=VALUE", callback=pairs, help=_SET.format(whom)
    )  # fmt: skip


@program.command("document-edit")
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.option("--name", metavar="TEXT", help="Its new name.")
@set_option("it")
@coder
def document_edit(file: Path, document: str, name: str | None, known: dict[str, str], coder: str | None) -> None:
    """Rename a document, or say what is known of it, and print its name.

    Example: verbatim document-edit study.verbatim "01 Directrice marketing" --name "01 Marketing" --set wave=2024
    """
    from corpus import attributes, documents

    if name is None and not known:
        raise click.UsageError("Say what to change: --name or --set.")
    with writing(file, coder) as project:
        key = documents.find(project, document).key
        with project.change("Edit document"):
            if name is not None:
                documents.rename(project, key, name)
            if known:
                attributes.describe(project, key, known)
        tell(documents.get(project, key).name)


@program.command("document-remove")
@project_file
@click.argument("names", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("--dry-run", is_flag=True, help="Only say what would go with it.")
@coder
def document_remove(file: Path, names: tuple[str, ...], dry_run: bool, coder: str | None) -> None:
    """Remove documents as one change, and say what goes with them; memos stay, and `undo` brings all back.

    Example: verbatim document-remove study.verbatim "01 Directrice marketing" --dry-run
    """
    from coding import leaving
    from corpus import documents

    with reading(file) if dry_run else writing(file, coder) as project:
        keys = list(dict.fromkeys(documents.find(project, name).key for name in names))
        sentence = leaving.consequences(project, keys).sentence
        if not dry_run:
            documents.remove(project, keys)
        tell(sentence)


def list_participants(project: Project, as_json: bool) -> None:
    """Print who was interviewed, and what is known of them."""
    from corpus import documents, organisations, participants

    names = {info.key: info.name for info in documents.listed(project)}
    firms: dict[int, list[str]] = {}
    for firm in organisations.listed(project):
        for key in firm.participants:
            firms.setdefault(key, []).append(firm.name)
    people, columns = participants.listed(project), [one.name for one in participants.attributes(project)]
    if as_json:
        tell_json([_person(info, names, firms.get(info.key, [])) for info in people])
        return
    tell_table(
        ("participant", "confidential", "documents", *columns, *(["organisations"] if firms else [])),
        [(info.name, "yes" if info.confidential else "no", ", ".join(names[key] for key in info.documents),
          *(info.attributes.get(column, "") for column in columns),
          *([", ".join(firms.get(info.key, []))] if firms else [])) for info in people],
    )  # fmt: skip


def _person(info: ParticipantInfo, names: dict[int, str], firms: list[str]) -> dict[str, Any]:
    return {
        "participant": info.name, "number": info.number, "confidential": info.confidential,
        "documents": [names[key] for key in info.documents], "organisations": firms,
        "attributes": dict(info.attributes),
    }  # fmt: skip


def _about(verb: Verb) -> Verb:
    """Add what is said of a participant."""
    tie = "A document that they speak in; repeatable."
    verb = click.option("--tie", "ties", multiple=True, metavar="DOCUMENT", help=tie)(verb)
    verb = set_option("them")(verb)
    said = "Whether they may not be named in what is printed."
    return click.option("--confidential/--not-confidential", "confidential", default=None, help=said)(verb)


@program.command("participant-add")
@project_file
@click.argument("name", metavar="NAME")
@_about
@coder
def participant_add(
    file: Path, name: str, confidential: bool | None, known: dict[str, str], ties: tuple[str, ...], coder: str | None
) -> None:  # fmt: skip
    """Add a participant, and print the name.

    A speaker who has the name is tied to the participant.

    Example: verbatim participant-add study.verbatim "Directrice A" --set sector=GSA --tie "01 Directrice marketing"
    """
    from corpus import documents, participants

    with writing(file, coder) as project:
        keys = [documents.find(project, one).key for one in ties]
        made = participants.add(project, name, confidential=bool(confidential), attributes=known, documents=keys)
        tell(participants.get(project, made).name)


@program.command("participant-edit")
@project_file
@click.argument("participant", metavar="PARTICIPANT")
@click.option("--name", metavar="TEXT", help="Their new name.")
@_about
@click.option("--untie", "unties", multiple=True, metavar="DOCUMENT", help="They don't speak in it; repeatable.")
@coder
def participant_edit(
    file: Path, participant: str, name: str | None, confidential: bool | None, known: dict[str, str],
    ties: tuple[str, ...], unties: tuple[str, ...], coder: str | None,
) -> None:  # fmt: skip
    """Rename a participant, or say what is known of them and where they speak, and print the name.

    Example: verbatim participant-edit study.verbatim "Directrice marketing" --confidential --set "seniority=12"
    """
    from corpus import documents, participants

    if name is None and confidential is None and not (known or ties or unties):
        raise click.UsageError("Say what to change: --name, --confidential, --set, --tie or --untie.")
    with writing(file, coder) as project:
        key = participant_named(project, participant)
        with project.change("Edit participant"):
            tied = participants.edit(project, key, name, confidential, known)
            for one in ties:
                participants.tie(project, key, documents.find(project, one).key)
            for one in unties:
                participants.untie(project, key, documents.find(project, one).key)
        tell(participants.get(project, key).name)
    say_tied(tied)


@program.command("participant-remove")
@project_file
@click.argument("names", nargs=-1, required=True, metavar="PARTICIPANT...")
@coder
def participant_remove(file: Path, names: tuple[str, ...], coder: str | None) -> None:
    """Remove participants as one change; their documents, codings and memos stay, and `undo` brings them back.

    Example: verbatim participant-remove study.verbatim "Directrice marketing"
    """
    from corpus import participants

    with writing(file, coder) as project:
        keys = dict.fromkeys(participant_named(project, name) for name in names)
        participants.remove(project, keys)
    say(f"{counted(len(keys), 'participant')} removed.")


def _of(verb: Verb) -> Verb:
    """Add `--of`, whose attributes are meant."""
    return click.option("--of", "whose", type=click.Choice(list(_SUBJECTS)), default="participants", show_default=True,
                        help="Whose attributes are meant.")(verb)  # fmt: skip


def _type(help: str, default: str | None) -> Callable[[Verb], Verb]:
    kinds = click.Choice(["text", "number", "boolean", "date"])
    return click.option("--type", "type", type=kinds, default=default, show_default=default is not None, help=help)


@program.command()
@project_file
@as_json
def attributes(file: Path, as_json: bool) -> None:
    """List the attributes that participants, documents and organisations have, and of what type their values are.

    Example: verbatim attributes study.verbatim
    """
    from corpus import participants

    with reading(file) as project:
        found = [(of, one) for of, subject in _SUBJECTS.items() for one in participants.attributes(project, subject)]
    if as_json:
        tell_json([{"attribute": one.name, "of": of, "type": one.type} for of, one in found])
        return
    tell_table(("attribute", "of", "type"), [(one.name, of, one.type) for of, one in found])


@program.command("attribute-add")
@project_file
@click.argument("name", metavar="NAME")
@_of
@_type("Of what type its values are.", "text")
@coder
def attribute_add(file: Path, name: str, whose: str, type: str, coder: str | None) -> None:
    """Add an attribute, the last column of the table.

    Example: verbatim attribute-add study.verbatim seniority --type number
    """
    from corpus import attributes

    with writing(file, coder) as project:
        attributes.add(project, name, type, _SUBJECTS[whose])


@program.command("attribute-edit")
@project_file
@click.argument("attribute", metavar="ATTRIBUTE")
@click.option("--name", metavar="TEXT", help="Its new name.")
@_of
@_type("Of what type its values are; refused where one is of another.", None)
@coder
def attribute_edit(
    file: Path, attribute: str, name: str | None, whose: str, type: str | None, coder: str | None
) -> None:  # fmt: skip
    """Rename an attribute, or say of what type its values are.

    Example: verbatim attribute-edit study.verbatim seniority --name "years in the job" --type number
    """
    from corpus import attributes

    if name is None and type is None:
        raise click.UsageError("Say what to change: --name or --type.")
    with writing(file, coder) as project:
        key = attribute_named(project, attribute, whose).key
        with project.change("Edit attribute"):
            if name is not None:
                attributes.rename(project, key, name)
            if type is not None:
                attributes.set_type(project, key, type)


@program.command("attribute-remove")
@project_file
@click.argument("attribute", metavar="ATTRIBUTE")
@_of
@coder
def attribute_remove(file: Path, attribute: str, whose: str, coder: str | None) -> None:
    """Remove an attribute with all its values; `undo` brings them back.

    Example: verbatim attribute-remove study.verbatim seniority
    """
    from corpus import attributes

    with writing(file, coder) as project:
        attributes.remove(project, attribute_named(project, attribute, whose).key)


def attribute_named(project: Project, name: str, whose: str) -> AttributeInfo:
    """Return the attribute of that name of participants, documents or organisations, case and accents let go."""
    from corpus import participants, tables
    from corpus.errors import NothingThere

    known = participants.attributes(project, _SUBJECTS[whose])
    found = next((one for one in known if tables.key(one.name) == tables.key(name)), None)
    if found is None:
        raise NothingThere("No attribute is called {name}.", name=name)
    return found

"""Verbs that name, describe and remove documents and participants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, pairs, participant_named, project_file, reading, seen, within, writing
from app.cli.output import counted, say, say_tied, say_untouched, tell, tell_json, tell_table

if TYPE_CHECKING:
    from corpus.people.participants import ParticipantInfo
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])

_SET = "What is known of {}; an empty VALUE takes it off; repeatable."


def set_option(whom: str) -> Callable[[Verb], Verb]:
    """Add `--set ATTR=VALUE`, repeatable, as a mapping."""
    return click.option("--set", "known", multiple=True, metavar="ATTR=VALUE", callback=pairs, help=_SET.format(whom))


@program.command("document-edit")
@project_file
@click.argument("document", metavar="DOCUMENT")
@click.option("--name", metavar="TEXT", help="Its new name.")
@set_option("it")
@coder
def document_edit(file: Path, document: str, name: str | None, known: dict[str, str], coder: str | None) -> None:
    """Rename a document, or say what is known of it, and print its name.

    Facts of interviews may be said by any of their names: date, place, mode, duration, interviewer, author, audience,
    rights.

    Example: verbatim document-edit study.verbatim "01 Directrice marketing" --name "01 Marketing" --set wave=2024
    """
    from corpus import documents
    from corpus.people import facts

    if name is None and not known:
        raise click.UsageError("Say what to change: --name or --set.")
    with writing(file, coder) as project:
        key = documents.find(project, document).key
        with project.change("Edit document"):
            if name is not None:
                documents.rename(project, key, name)
            if known:
                with telling_types(project):
                    facts.describe(project, key, known)
        tell(documents.get(project, key).name)


@contextmanager
def telling_types(project: Project) -> Iterator[None]:
    """Say which attributes hold text once values are written that are not of the type they had."""
    before = _types(project)
    yield
    for key, (name, held) in _types(project).items():
        was = before.get(key, (name, held))[1]
        if held != was:
            say(f"{name} holds {held} now, as not all of its values are of type {was}; attribute-edit changes it back.")


def _types(project: Project) -> dict[int, tuple[str, str]]:
    from corpus.people import participants

    subjects = ("participant", "document", "organisation")
    found = (one for subject in subjects for one in participants.attributes(project, subject))
    return {one.key: (one.name, one.type) for one in found}


@program.command("document-remove")
@project_file
@click.argument("names", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("--dry-run", is_flag=True, help="Only say what would go with it.")
@coder
def document_remove(file: Path, names: tuple[str, ...], dry_run: bool, coder: str | None) -> None:
    """Remove documents as one change, and say what goes with them; memos stay, and `undo` brings all back.

    Example: verbatim document-remove study.verbatim "01 Directrice marketing" --dry-run
    """
    from coding import document_removal
    from corpus import documents

    with reading(file) if dry_run else writing(file, coder) as project:
        keys = list(dict.fromkeys(documents.find(project, name).key for name in names))
        sentence = document_removal.consequences(project, keys).sentence
        if not dry_run:
            documents.remove(project, keys)
        tell(sentence)
    if dry_run:
        say_untouched()


def list_participants(project: Project, sets: Iterable[str], as_json: bool) -> None:
    """Print who was interviewed, within the sets so called, and what is known of them."""
    from coding.moment import shown
    from corpus import documents
    from corpus.people import organisations, participants

    names = {info.key: info.name for info in documents.listed(project)}
    firms: dict[int, list[str]] = {}
    for firm in organisations.listed(project):
        for key in firm.participants:
            firms.setdefault(key, []).append(firm.name)
    kept, columns = (
        shown.people(seen(project, sets, everybody=True)),
        [one.name for one in participants.attributes(project)],
    )
    people = [info for info in participants.listed(project) if info.key in kept]
    if as_json:
        tell_json([_person(info, names, firms.get(info.key, [])) for info in people])
        return
    tell_table(
        ("participant", "confidential", "documents", *columns, *(["organisations"] if firms else [])),
        [
            (
                info.name,
                "yes" if info.confidential else "no",
                ", ".join(names[key] for key in info.documents),
                *(info.attributes.get(column, "") for column in columns),
                *([", ".join(firms.get(info.key, []))] if firms else []),
            )
            for info in people
        ],
    )


def _person(info: ParticipantInfo, names: dict[int, str], firms: list[str]) -> dict[str, Any]:
    return {
        "participant": info.name,
        "number": info.number,
        "confidential": info.confidential,
        "documents": [names[key] for key in info.documents],
        "organisations": firms,
        "left_out_on": info.left_out_on,
        "attributes": dict(info.attributes),
    }


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
) -> None:
    """Add a participant, and print the name.

    A speaker who has the name is tied to the participant.

    Example: verbatim participant-add study.verbatim "Directrice A" --set sector=GSA --tie "01 Directrice marketing"
    """
    from corpus import documents
    from corpus.people import participants

    with writing(file, coder) as project:
        keys = [documents.find(project, one).key for one in ties]
        with telling_types(project):
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
    file: Path,
    participant: str,
    name: str | None,
    confidential: bool | None,
    known: dict[str, str],
    ties: tuple[str, ...],
    unties: tuple[str, ...],
    coder: str | None,
) -> None:
    """Rename a participant, or say what is known of them and where they speak, and print the name.

    Example: verbatim participant-edit study.verbatim "Directrice marketing" --confidential --set "seniority=12"
    """
    from corpus import documents
    from corpus.people import participants

    if name is None and confidential is None and not (known or ties or unties):
        raise click.UsageError("Say what to change: --name, --confidential, --set, --tie or --untie.")
    with writing(file, coder) as project:
        key = participant_named(project, participant)
        with project.change("Edit participant"):
            with telling_types(project):
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
    from corpus.people import participants

    with writing(file, coder) as project:
        keys = dict.fromkeys(participant_named(project, name) for name in names)
        participants.remove(project, keys)
    say(f"{counted(len(keys), 'participant')} removed.")


@program.command("participant-withdraw")
@project_file
@click.argument("names", nargs=-1, required=True, metavar="PARTICIPANT...")
@click.option("--back", is_flag=True, help="Count them again.")
@coder
def participant_withdraw(file: Path, names: tuple[str, ...], back: bool, coder: str | None) -> None:
    """Leave participants out of analysis, as one change: no count and no list has their words, which stay in the file.

    Their codings stay, too, and count again with --back or `undo`. To take somebody out for good, `participant-erase`.

    Example: verbatim participant-withdraw study.verbatim "Directrice marketing"
    """
    from corpus.people import participants

    with writing(file, coder) as project:
        keys = dict.fromkeys(participant_named(project, name) for name in names)
        participants.leave_out(project, keys, out=not back)
    say(f"{counted(len(keys), 'participant')} {'counted again' if back else 'left out of analysis'}.")


@program.command()
@project_file
@click.option("--accept", is_flag=True, help="Write what is proposed, as one change.")
@click.option("--make", "columns", is_flag=True, help="Make the columns of all facts, to be filled in.")
@within
@as_json
@coder
def facts(file: Path, accept: bool, columns: bool, sets: tuple[str, ...], as_json: bool, coder: str | None) -> None:
    """List what the files tell of interviews that nobody has said yet: durations, interviewers, dates and the like.

    Facts are attributes of documents with names in both languages: date, place, mode (face to face, phone, video,
    written, group), duration in minutes, interviewer; author, audience, rights. Nothing is written without --accept.

    Example: verbatim facts study.verbatim --accept
    """
    from coding.moment import shown
    from corpus.people import facts

    with writing(file, coder) if accept or columns else reading(file) as project:
        names = {info.key: info.name for info in shown.documents(seen(project, sets))}
        found = [one for one in facts.proposed(project) if one.document in names]
        if columns:
            facts.make(project)
        if accept and found:
            facts.accept(project, found)
    if as_json:
        tell_json([{**one._asdict(), "document": names[one.document]} for one in found])
    else:
        tell_table(
            ("document", "fact", "value", "told by"),
            [(names[one.document], one.fact, one.value, one.why) for one in found],
        )
    say(f"{counted(len(found), 'fact')} {'written' if accept else 'proposed'}.")

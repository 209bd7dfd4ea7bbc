"""Verbs on organisations: the firms of a study, what they are part of, and who and what is of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.attributing import attribute_named
from app.cli.describing import set_option, telling_types
from app.cli.group import program
from app.cli.opening import (
    as_json,
    coder,
    documents_named,
    participant_named,
    project_file,
    reading,
    seen,
    within,
    writing,
)
from app.cli.output import counted, say, tell, tell_json, tell_table

if TYPE_CHECKING:
    from corpus.store.project import Project

Verb = TypeVar("Verb", bound=Callable[..., Any])


@program.command()
@project_file
@within
@as_json
def organisations(file: Path, sets: tuple[str, ...], as_json: bool) -> None:
    """List the organisations, what they are part of, and the participants and documents that are of them.

    Documents of which nothing is said are of the organisations of the participants who speak in them.

    Example: verbatim organisations study.verbatim
    """
    from coding.moment import shown
    from corpus.people import organisations, participants

    with reading(file) as project, project.read():
        kept = shown.organisations(seen(project, sets))
        columns = [one.name for one in participants.attributes(project, "organisation")]
        infos = organisations.listed(project)
        rows = [row for info, row in zip(infos, _rows(project, infos), strict=True) if info.key in kept]
    if as_json:
        tell_json(rows)
        return
    header = ("organisation", "part of", "confidential", "participants", "documents", *columns)
    tell_table(
        header,
        [
            (
                row["organisation"],
                row["part_of"] or "",
                "yes" if row["confidential"] else "no",
                ", ".join(row["participants"]),
                ", ".join(row["documents"]),
                *(row["attributes"].get(column, "") for column in columns),
            )
            for row in rows
        ],
    )


def _rows(project: Project, infos: Any) -> list[dict[str, Any]]:
    from corpus import documents
    from corpus.people import organisations, participants

    people = {info.key: info for info in participants.listed(project)}
    papers = documents.listed(project)
    belongings = organisations.belongings(infos)
    speaking = {info.key: [key for key, one in people.items() if info.key in one.documents] for info in papers}
    of = {info.key: belongings.of(info.key, speaking[info.key]) for info in papers}
    return [
        {
            "organisation": info.name,
            "number": info.number,
            "confidential": info.confidential,
            "part_of": None if info.parent is None else belongings.infos[info.parent].name,
            "participants": [people[key].name for key in info.participants],
            "documents": [paper.name for paper in papers if info.key in of[paper.key]],
            "attributes": dict(info.attributes),
        }
        for info in belongings.infos.values()
    ]


def _about(verb: Verb) -> Verb:
    """Add what is said of an organisation."""
    for option, name, whose in (
        ("--document", "papers", "A document that is of it, whoever speaks; * and ? stand for anything; repeatable."),
        ("--participant", "people", "A participant who is of it; repeatable."),
    ):
        verb = click.option(option, name, multiple=True, metavar="NAME", help=whose)(verb)
    verb = set_option("it")(verb)
    said = "Whether it may not be named in what is printed, nor its parts."
    verb = click.option("--confidential/--not-confidential", "confidential", default=None, help=said)(verb)
    return click.option("--part-of", "parent", metavar="ORGANISATION", help="What it is part of.")(verb)


def _join(project: Project, key: int, people: tuple[str, ...], papers: tuple[str, ...]) -> None:
    from corpus.people import organisations

    if people or papers:
        organisations.belong(
            project,
            key,
            participants=[participant_named(project, name) for name in people],
            documents=[one for name in papers for one in documents_named(project, name)],
        )


@program.command("organisation-add")
@project_file
@click.argument("name", metavar="NAME")
@_about
@coder
def organisation_add(
    file: Path,
    name: str,
    parent: str | None,
    confidential: bool | None,
    known: dict[str, str],
    people: tuple[str, ...],
    papers: tuple[str, ...],
    coder: str | None,
) -> None:
    """Add an organisation, and print its name.

    Example: verbatim organisation-add study.verbatim "Maison Verte" --participant "Directrice A" --set sector=GSA
    """
    from corpus.people import organisations

    with writing(file, coder) as project, project.change("Add organisation"):
        above = organisations.find(project, parent).key if parent else None
        with telling_types(project):
            key = organisations.add(project, name, parent=above, confidential=bool(confidential), attributes=known)
        _join(project, key, people, papers)
        tell(organisations.get(project, key).name)


@program.command("organisation-edit")
@project_file
@click.argument("organisation", metavar="ORGANISATION")
@click.option("--name", metavar="TEXT", help="Its new name.")
@_about
@click.option("--top", is_flag=True, help="It is part of nothing.")
@click.option("--without-participant", "gone", multiple=True, metavar="NAME", help="They are not of it; repeatable.")
@click.option(
    "--without-document",
    "past",
    multiple=True,
    metavar="NAME",
    help="It is not said to be of it any more; * and ? stand for anything; repeatable.",
)
@coder
def organisation_edit(
    file: Path,
    organisation: str,
    name: str | None,
    parent: str | None,
    confidential: bool | None,
    known: dict[str, str],
    people: tuple[str, ...],
    papers: tuple[str, ...],
    top: bool,
    gone: tuple[str, ...],
    past: tuple[str, ...],
    coder: str | None,
) -> None:
    """Rename an organisation, say what is known of it, what it is part of, and who and what is of it.

    A participant may be of several organisations. A circle of parts is refused.

    Example: verbatim organisation-edit study.verbatim "Maison Verte" --part-of "Groupe Vert" --confidential
    """
    from corpus.people import organisations

    if not (name or parent or known or people or papers or top or gone or past) and confidential is None:
        raise click.UsageError("Say what to change: see the options.")
    if parent and top:
        raise click.UsageError("--part-of and --top can't both hold.")
    with writing(file, coder) as project, project.change("Edit organisation"):
        key = organisations.find(project, organisation).key
        with telling_types(project):
            organisations.edit(project, key, name, confidential, known)
        if parent or top:
            organisations.set_parent(project, key, organisations.find(project, parent).key if parent else None)
        _join(project, key, people, papers)
        if gone or past:
            organisations.leave(
                project,
                key,
                participants=[participant_named(project, one) for one in gone],
                documents=[one for name in past for one in documents_named(project, name)],
            )
        tell(organisations.get(project, key).name)


@program.command("organisation-remove")
@project_file
@click.argument("names", nargs=-1, required=True, metavar="ORGANISATION...")
@coder
def organisation_remove(file: Path, names: tuple[str, ...], coder: str | None) -> None:
    """Remove organisations as one change; their parts, participants and documents stay, `undo` brings them back.

    Example: verbatim organisation-remove study.verbatim "Maison Verte"
    """
    from corpus.people import organisations

    with writing(file, coder) as project:
        keys = dict.fromkeys(organisations.find(project, name).key for name in names)
        organisations.remove(project, keys)
    say(f"{counted(len(keys), 'organisation')} removed.")


@program.command("organisations-from")
@project_file
@click.argument("attribute", metavar="ATTRIBUTE")
@click.option("--dry-run", is_flag=True, help="Only say which organisations it names.")
@coder
def organisations_from(file: Path, attribute: str, dry_run: bool, coder: str | None) -> None:
    """Make the organisations that an attribute of participants names, such as employer; the attribute stays.

    Names that differ by case and accents alone are one. Whoever has the name is of the organisation.

    Example: verbatim organisations-from study.verbatim employer --dry-run
    """
    from corpus.people import organisations, participants

    with reading(file) if dry_run else writing(file, coder) as project:
        key = attribute_named(project, attribute, "participants").key
        found = organisations.named(project, key) if dry_run else organisations.made_of(project, key)
        names = {info.key: info.name for info in participants.listed(project)}
    tell_table(
        ("organisation", "participants"),
        [(one.name, ", ".join(names[person] for person in one.participants)) for one in found],
    )
    new = sum(not one.there for one in found)
    say(f"{counted(new, 'organisation')} {'would be ' if dry_run else ''}made, {len(found) - new} there already.")

"""Organisations: the firms and other bodies of a study, what they are part of, and who and what is of them.

A document that is said to be of organisations is of these; one of which nothing is said is of those of the participants
who speak in it. What a participant says is of their own organisations, among those of the document where it has some.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import name_lookup, tables
from corpus.cleaning import clean_line
from corpus.errors import NothingThere, SourceError
from corpus.model import Attribute, AttributeValue, Belonging, Document, Organisation, Participant
from corpus.people import lots
from corpus.people.attributes import set_values
from corpus.store.project import Project

EMPLOYER = frozenset(
    {"company", "employer", "firm", "organisation", "organization", "entreprise", "employeur", "societe", "enseigne"}
)
"""What a column that names firms is called, folded."""


@dataclass(frozen=True, slots=True)
class OrganisationInfo:
    """An organisation: `number` counts from 1 in the order of the list; who and what is said to be of it, by key.

    `lot` is the number it is called by where it may not be named.
    """

    key: int
    number: int
    name: str
    parent: int | None
    confidential: bool
    attributes: Mapping[str, str]
    participants: tuple[int, ...]
    documents: tuple[int, ...]
    lot: int | None = None


class NamedOrganisation(NamedTuple):
    """A name that an attribute gives, as an organisation that may be made, and the participants who have it."""

    name: str
    participants: tuple[int, ...]
    there: bool


@dataclass(frozen=True, slots=True)
class Belongings:
    """Who and what is of which organisations, as the rule of this module has it; all by key."""

    infos: Mapping[int, OrganisationInfo]
    of_participant: Mapping[int, tuple[int, ...]]
    of_document: Mapping[int, tuple[int, ...]]

    def of(self, document: int, participants: Iterable[int]) -> list[int]:
        """Return the organisations of what these participants say in a document, or, without any, of the document."""
        mine = [key for one in participants for key in self.of_participant.get(one, ())]
        told = self.of_document.get(document, ())
        within = [key for key in mine if not told or set(told) & set(above(self.infos, key))]
        return list(dict.fromkeys(within or told))


def belongings(infos: Iterable[OrganisationInfo]) -> Belongings:
    """Return who and what is of these organisations."""
    people: dict[int, tuple[int, ...]] = {}
    papers: dict[int, tuple[int, ...]] = {}
    known = {info.key: info for info in infos}
    for info in known.values():
        for found, keys in ((people, info.participants), (papers, info.documents)):
            for key in keys:
                found[key] = (*found.get(key, ()), info.key)
    return Belongings(known, people, papers)


def listed(project: Project) -> list[OrganisationInfo]:
    """Return the organisations in the order they were made."""
    with project.read() as session:
        known: dict[int, dict[str, str]] = {}
        for key, attribute, value in session.execute(
            select(AttributeValue.organisation_id, Attribute.name, AttributeValue.value)
            .join(Attribute, Attribute.id == AttributeValue.attribute_id)
            .where(AttributeValue.organisation_id.is_not(None))
            .order_by(Attribute.position, Attribute.id)
        ):
            known.setdefault(key or 0, {})[attribute] = value
        people: dict[int, list[int]] = {}
        papers: dict[int, list[int]] = {}
        for row in session.scalars(select(Belonging).order_by(Belonging.id)):
            if row.participant_id is not None:
                people.setdefault(row.organisation_id, []).append(row.participant_id)
            if row.document_id is not None:
                papers.setdefault(row.organisation_id, []).append(row.document_id)
        rows = session.scalars(select(Organisation).order_by(Organisation.position, Organisation.id))
        return [
            OrganisationInfo(
                key=row.id,
                number=number,
                name=row.name,
                parent=row.parent_id,
                confidential=row.confidential,
                attributes=known.get(row.id, {}),
                participants=tuple(people.get(row.id, ())),
                documents=tuple(papers.get(row.id, ())),
                lot=row.lot,
            )
            for number, row in enumerate(rows, 1)
        ]


def get(project: Project, key: int) -> OrganisationInfo:
    """Return one organisation; raises `NothingThere`."""
    found = next((info for info in listed(project) if info.key == key), None)
    if found is None:
        raise _gone()
    return found


def find(project: Project, name: str) -> OrganisationInfo:
    """Return the organisation of that name, see `name_lookup.one`; raises `NothingThere`."""
    return called_so(listed(project), name)


def called_so(known: Collection[OrganisationInfo], name: str) -> OrganisationInfo:
    """Return the one of these organisations that has the name, see `name_lookup.one`; raises `NothingThere`."""
    found = name_lookup.one(known, name)
    if found is not None:
        return found
    near = name_lookup.nearest(known, name)
    raise NothingThere(
        "No organisation is called {name}; is {near} meant?" if near else "No organisation is called {name}.",
        name=name,
        near=near,
    )


def above(infos: Mapping[int, OrganisationInfo], key: int) -> list[int]:
    """Return an organisation and all that it is part of, itself first."""
    found: list[int] = []
    here: int | None = key
    while here is not None and here in infos and here not in found:
        found.append(here)
        here = infos[here].parent
    return found


def add(
    project: Project,
    name: str,
    *,
    parent: int | None = None,
    confidential: bool = False,
    attributes: Mapping[str, str] | None = None,
) -> int:
    """Add an organisation, the last of the list, and return its key; a name taken is refused."""
    with project.change("Add organisation") as session:
        last = session.scalar(select(func.max(Organisation.position)))
        row = Organisation(
            name=_free_name(session, name),
            confidential=confidential,
            position=0 if last is None else last + 1,
            lot=lots.draw(lots.taken(session, Organisation)),
        )
        if parent is not None:
            row.parent_id = _row(session, parent).id
        session.add(row)
        session.flush()
        set_values(project, session, row.id, attributes or {}, "organisation")
        return row.id


def edit(
    project: Project,
    key: int,
    name: str | None = None,
    confidential: bool | None = None,
    attributes: Mapping[str, str] | None = None,
) -> None:
    """Change what is given of an organisation; an empty value takes an attribute off, others stay as they are."""
    with project.change("Edit organisation") as session:
        row = _row(session, key)
        if name is not None:
            row.name = _free_name(session, name, but=key)
        if confidential is not None:
            row.confidential = confidential
        set_values(project, session, key, attributes or {}, "organisation")


def set_parent(project: Project, key: int, parent: int | None) -> None:
    """Say what an organisation is part of, or that it stands by itself; a circle is refused."""
    with project.change("Move organisation") as session:
        row = _row(session, key)
        infos = {info.key: info for info in listed(project)}
        if parent is not None and key in above(infos, _row(session, parent).id):
            raise SourceError(
                "{name} can't be part of {parent}, which is {name} itself or a part of it.",
                name=row.name,
                parent=infos[parent].name,
            )
        row.parent_id = parent


def remove(project: Project, keys: Iterable[int]) -> None:
    """Take organisations out; their parts become parts of what they were part of, people and documents stay."""
    wanted = list(keys)
    with project.change("Remove organisations" if len(wanted) > 1 else "Remove organisation") as session:
        for key in wanted:
            row = _row(session, key)
            for part in session.scalars(select(Organisation).where(Organisation.parent_id == key)):
                part.parent_id = row.parent_id
            session.flush()
            session.delete(row)
            session.flush()


def belong(project: Project, key: int, *, participants: Collection[int] = (), documents: Collection[int] = ()) -> None:
    """Say that participants and documents are of an organisation; they may be of others as well."""
    with project.change("Say who is of an organisation") as session:
        _row(session, key)
        for one in participants:
            if session.get(Participant, one) is None:
                raise NothingThere("This participant is no longer in the project.")
        for one in documents:
            if session.get(Document, one) is None:
                raise NothingThere("This document is no longer in the project.")
        there = session.scalars(select(Belonging).where(Belonging.organisation_id == key)).all()
        known = {(row.participant_id, row.document_id) for row in there}
        wanted = [*((one, None) for one in participants), *((None, one) for one in documents)]
        for person, document in dict.fromkeys(wanted):
            if (person, document) not in known:
                session.add(Belonging(organisation_id=key, participant_id=person, document_id=document))


def leave(project: Project, key: int, *, participants: Collection[int] = (), documents: Collection[int] = ()) -> None:
    """Take back that participants and documents are of an organisation; refused where one is not."""
    with project.change("Say who is not of an organisation") as session:
        row = _row(session, key)
        for owner, wanted in ((Belonging.participant_id, participants), (Belonging.document_id, documents)):
            for one in dict.fromkeys(wanted):
                found = session.scalar(select(Belonging).where(Belonging.organisation_id == key, owner == one))
                if found is None:
                    raise NothingThere("That is not of {name}.", name=row.name)
                session.delete(found)


def offered(project: Project, columns: Iterable[str]) -> tuple[str, ...]:
    """Return those attributes of participants that name firms which are no organisations yet."""
    firms = {tables.key(name) for name in columns} & EMPLOYER
    with project.read() as session:
        rows = session.execute(select(Attribute.id, Attribute.name).where(Attribute.subject == "participant"))
        known = [(row.id, row.name) for row in rows if tables.key(row.name) in firms]
    return tuple(name for key, name in known if any(not one.there for one in named(project, key)))


def named(project: Project, attribute: int) -> list[NamedOrganisation]:
    """Return the organisations that an attribute of participants names, case and accents let go, with who has each."""
    there = {tables.key(info.name) for info in listed(project)}
    found: dict[str, tuple[str, list[int]]] = {}
    query = (
        select(AttributeValue.value, AttributeValue.participant_id)
        .where(AttributeValue.attribute_id == attribute, AttributeValue.participant_id.is_not(None))
        .order_by(AttributeValue.id)
    )
    with project.read() as session:
        for value, person in session.execute(query):
            name = clean_line(value)
            if tables.key(name):
                found.setdefault(tables.key(name), (name, []))[1].append(person or 0)
    return [NamedOrganisation(name, tuple(people), plain in there) for plain, (name, people) in found.items()]


def made_of(project: Project, attribute: int) -> list[NamedOrganisation]:
    """Make the organisations that an attribute of participants names, each participant one of theirs: one change."""
    found = named(project, attribute)
    if not found:
        raise NothingThere("Nobody has a value of this attribute.")
    known = {tables.key(info.name): info.key for info in listed(project)}
    with project.change("Make organisations of an attribute"):
        for one in found:
            key = known.get(tables.key(one.name)) or add(project, one.name)
            belong(project, key, participants=one.participants)
    return found


def _row(session: Session, key: int) -> Organisation:
    row = session.get(Organisation, key)
    if row is None:
        raise _gone()
    return row


def _gone() -> NothingThere:
    return NothingThere("This organisation is no longer in the project.")


def _free_name(session: Session, name: str, but: int | None = None) -> str:
    name = clean_line(name)
    if not tables.key(name):
        raise SourceError("An organisation needs a name.")
    others = session.execute(select(Organisation.id, Organisation.name))
    if any(tables.key(other) == tables.key(name) and key != but for key, other in others):
        raise SourceError("Another organisation is called {name}.", name=name)
    return name

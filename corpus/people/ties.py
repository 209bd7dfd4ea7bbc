"""Ties: which participant a speaker or a document is tied to, where names alone tell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus import tables
from corpus.model import Document, Participant, Participation, Speaker

INTERVIEWER = "interviewer"
_NUMBER = re.compile(r" \(\d+\)$")
_EXTENSION = re.compile(r"\.[a-z][a-z0-9]{1,8}$")


@dataclass(frozen=True, slots=True)
class Tied:
    """A speaker tied by itself to the participant of that name: key and name of the document, mark and name."""

    document: int
    document_name: str
    speaker: str
    participant: str


def by_name(
    session: Session, *, people: Collection[int] | None = None, documents: Collection[int] | None = None
) -> list[Tied]:
    """Tie the speakers tied to nobody, no interviewers, whose mark is the name of one participant; case and accents go.

    Only these people and these documents are looked at (None: all): what a person untied before stays as it is.
    """
    named: dict[str, list[Participant]] = {}
    for person in session.scalars(select(Participant)):
        # Of several people of one name, all but the first are numbered.
        named.setdefault(_NUMBER.sub("", tables.key(person.name)), []).append(person)
    found = []
    query = (
        select(Speaker, Document.name)
        .join(Document, Document.id == Speaker.document_id)
        .where(Speaker.participant_id.is_(None), Speaker.role != INTERVIEWER)
        .order_by(Speaker.id)
    )
    for speaker, name in session.execute(query) if named else ():
        alike = named.get(tables.key(speaker.label), [])
        within = documents is None or speaker.document_id in documents
        if within and len(alike) == 1 and (people is None or alike[0].id in people):
            speaker.participant_id = alike[0].id
            participation(session, alike[0].id, speaker.document_id)
            found.append(Tied(speaker.document_id, name, speaker.label, alike[0].name))
    session.flush()
    return found


def participation(session: Session, participant: int, document: int) -> None:
    """Say that a participant speaks in a document, once."""
    known = select(Participation.id).where(
        Participation.participant_id == participant, Participation.document_id == document
    )
    if session.scalar(known) is None:
        session.add(Participation(participant_id=participant, document_id=document))
        session.flush()


def sole_respondent(session: Session, document: int) -> None:
    """Take the one respondent of a document to be its one participant, unless someone is said to be them."""
    people = session.scalars(select(Participation.participant_id).where(Participation.document_id == document)).all()
    talking = session.scalars(select(Speaker).where(Speaker.document_id == document)).all()
    asked = [speaker for speaker in talking if speaker.role == "respondent"]
    asked = asked or [speaker for speaker in talking if speaker.role != INTERVIEWER]
    if len(people) == len(asked) == 1 and asked[0].participant_id is None:
        asked[0].participant_id = people[0]


def matcher(
    names: Mapping[int, str], sources: Mapping[int, str | None], cells: Iterable[str]
) -> Callable[[str], int | None]:
    """Return what finds the one document that one of `cells` names: exactly, else without case, accents and extension.

    A folder in a cell is the one that the document came from, as `sources` says; it is let go where no other cell and
    no other document has that file's name.
    """
    exact = {name: key for key, name in names.items()}
    alike = _by_form(names.items())
    placed = _by_form((key, _tail(source)) for key, source in sources.items() if source is not None)
    folders = {cell.replace("\\", "/") for cell in cells}
    shared = Counter(_forms(_file(cell))[-1:] for cell in folders if "/" in cell)

    def match(cell: str) -> int | None:
        if cell in exact:
            return exact[cell]
        looks = [(alike, cell)]
        if "/" in (whole := cell.replace("\\", "/")):
            looks.append((placed, _tail(whole)))
            looks += [(alike, _file(whole))] if shared[_forms(_file(whole))[-1:]] == 1 else []
        for known, name in looks:
            for form in _forms(name):
                if len(found := known.get(form, set())) == 1:
                    return next(iter(found))
        return None

    return match


def _by_form(names: Iterable[tuple[int, str]]) -> dict[str, set[int]]:
    known: dict[str, set[int]] = {}
    for key, name in names:
        for form in _forms(name):
            known.setdefault(form, set()).add(key)
    return known


def _file(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name


def _tail(path: str) -> str:
    """Return a file's name with the folder it is in."""
    return "/".join(PurePosixPath(path).parts[-2:])


def _forms(name: str) -> tuple[str, ...]:
    whole = tables.key(name)
    return tuple(dict.fromkeys(form for form in (whole, _EXTENSION.sub("", whole)) if form))

"""Blind coding: in a document given to a coder blind, what others did is out of sight until the first pass is declared.

One rule for all that is read: `hidden` says in which documents, `others` what of a table is then out of sight.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, false, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from corpus.errors import NothingThere, UnknownDocument
from corpus.model import Assignment, Coder, Coding, Document, Excerpt, Judgement
from corpus.store.history import Step
from corpus.store.project import Project

_HIDDEN = (
    select(Assignment.document_id)
    .join(Coder, Coder.id == Assignment.coder_id)
    .where(Coder.name == bindparam("coder"), Assignment.blind, Assignment.first_pass_done_at.is_(None))
)


@dataclass(frozen=True, slots=True)
class AssignmentInfo:
    """A document given to a coder; `done` says that the first pass is declared."""

    document: int
    coder: str
    blind: bool
    done: bool

    @property
    def hides(self) -> bool:
        """Whether others' work there is out of this coder's sight."""
        return self.blind and not self.done


@dataclass(frozen=True, slots=True)
class CoderInfo:
    """Who codes here, and how many codings and decisions are theirs, as far as this coder sees."""

    name: str
    codings: int
    decisions: int


def coders(project: Project) -> list[CoderInfo]:
    """Return who codes here, by name."""
    with project.read() as session:
        unseen = others(project, session, Coding.document_id, Coding.coder_id)
        made = _numbers(session, select(Coding.coder_id, func.count()).where(~unseen).group_by(Coding.coder_id))
        unseen = others(project, session, Coding.document_id, Judgement.coder_id)
        judged = select(Judgement.coder_id, func.count()).join(Coding, Coding.id == Judgement.coding_id)
        decided = _numbers(session, judged.where(~unseen).group_by(Judgement.coder_id))
        rows = session.execute(select(Coder.id, Coder.name).order_by(Coder.name)).all()
    return [CoderInfo(name, made.get(key, 0), decided.get(key, 0)) for key, name in rows]


def _numbers(session: Session, query: Select[*tuple[Any, ...]]) -> dict[int, int]:
    return {row[0]: row[1] for row in session.execute(query)}


def coder_named(project: Project, name: str) -> int:
    """Return the key of the coder of that name; raises `NothingThere`."""
    with project.read() as session:
        key = session.scalar(select(Coder.id).where(Coder.name == name))
    if key is None:
        raise NothingThere("No coder here is called {name}.", name=name)
    return key


def hidden(project: Project) -> frozenset[int]:
    """Return the documents in which this coder sees nobody else's work yet."""
    with project.read() as session:
        return _hidden(session, project.coder)


def _hidden(session: Session, coder: str) -> frozenset[int]:
    return frozenset(session.connection().scalars(_HIDDEN, {"coder": coder}))


def others(
    project: Project, session: Session, document: InstrumentedAttribute[Any], coder: InstrumentedAttribute[int]
) -> ColumnElement[bool]:
    """Return what is true of rows that this coder must not see, by their columns of document and coder."""
    documents = _hidden(session, project.coder)
    if not documents:
        return false()
    own = select(Coder.id).where(Coder.name == project.coder)
    return and_(document.in_(documents), coder.not_in(own))


def seen(project: Project, session: Session, stored: type[Coding | Excerpt | Judgement]) -> ColumnElement[bool]:
    """Return what is true of the codings, excerpts or decisions that this coder may see."""
    if issubclass(stored, Coding | Excerpt):
        return ~others(project, session, stored.document_id, stored.coder_id)
    unseen = others(project, session, Coding.document_id, Judgement.coder_id)
    return Judgement.id.not_in(select(Judgement.id).join(Coding, Coding.id == Judgement.coding_id).where(unseen))


def told(project: Project, step: Step) -> Step:
    """Return a step as this coder may read of it: where one codes blind, what somebody else did has no name."""
    if step.coder == project.coder or not hidden(project):
        return step
    return replace(step, label="Work of another coder")


def assign(project: Project, documents: Iterable[int], coder: str, *, blind: bool = False) -> None:
    """Give documents to a coder, blind to others' work or not; who has them already has them so from now on."""
    with project.change("Assign documents") as session:
        who = session.scalar(select(Coder.id).where(Coder.name == coder))
        if who is None:
            made = Coder(name=coder)
            session.add(made)
            session.flush()
            who = made.id
        for document in dict.fromkeys(documents):
            if session.get(Document, document) is None:
                raise UnknownDocument("This document is no longer in the project.")
            row = _row(session, document, who)
            if row is None:
                session.add(Assignment(coder_id=who, document_id=document, blind=blind))
            elif row.blind != blind:
                row.blind = blind


def withdraw(project: Project, document: int, coder: str) -> None:
    """Take a document back from a coder, with what was said of the first pass."""
    with project.change("Take back assignment") as session:
        who = session.scalar(select(Coder.id).where(Coder.name == coder))
        row = _row(session, document, who) if who is not None else None
        if row is None:
            raise NothingThere("{coder} was not given this document.", coder=coder)
        session.delete(row)


def _row(session: Session, document: int, coder: int) -> Assignment | None:
    return session.scalar(select(Assignment).where(Assignment.document_id == document, Assignment.coder_id == coder))


def listed(project: Project) -> list[AssignmentInfo]:
    """Return who was given what, by coder and document."""
    query = (
        select(Assignment.document_id, Coder.name, Assignment.blind, Assignment.first_pass_done_at)
        .join(Coder, Coder.id == Assignment.coder_id)
        .order_by(Coder.name, Assignment.document_id)
    )
    with project.read() as session:
        return [AssignmentInfo(key, who, blind, done is not None) for key, who, blind, done in session.execute(query)]

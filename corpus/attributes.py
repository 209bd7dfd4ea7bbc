"""Attributes of participants: columns made, renamed and taken away, each as one change."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import tables
from corpus.cleaning import clean_line
from corpus.errors import NothingThere, SourceError
from corpus.model import Attribute
from corpus.participants import TYPES
from corpus.store.project import Project


def add(project: Project, name: str, type: str = "text") -> int:
    """Make an attribute of participants, the last column, and return its key; a name that is taken is refused."""
    with project.change("Add attribute") as session:
        name = _free_name(session, name)
        if type not in TYPES:
            raise SourceError("No attribute type is called {type}.", type=type)
        last = session.scalar(select(func.max(Attribute.position)).where(Attribute.subject == "participant"))
        row = Attribute(name=name, type=type, subject="participant", position=0 if last is None else last + 1)
        session.add(row)
        session.flush()
        return row.id


def rename(project: Project, key: int, name: str) -> None:
    """Give an attribute another name."""
    with project.change("Rename attribute") as session:
        _row(session, key).name = _free_name(session, name, key)


def remove(project: Project, key: int) -> None:
    """Take an attribute away with all its values."""
    with project.change("Remove attribute") as session:
        session.delete(_row(session, key))


def _row(session: Session, key: int) -> Attribute:
    row = session.get(Attribute, key)
    if row is None:
        raise NothingThere("This attribute is no longer in the project.")
    return row


def _free_name(session: Session, name: str, but: int | None = None) -> str:
    name = clean_line(name)
    if not name:
        raise SourceError("An attribute needs a name.")
    others = session.execute(select(Attribute.id, Attribute.name).where(Attribute.subject == "participant"))
    if any(tables.key(other) == tables.key(name) and key != but for key, other in others):
        raise SourceError("Another attribute is called {name}.", name=name)
    return name

"""Attributes of participants and documents: columns made, renamed and taken away, and documents' values, as changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import tables
from corpus.cleaning import clean_line, clean_text
from corpus.errors import NothingThere, SourceError
from corpus.model import Attribute, AttributeValue, Document
from corpus.store.project import Project
from corpus.values import TYPES, attribute_key, fits, inferred, settled


def add(project: Project, name: str, type: str = "text", subject: str = "participant") -> int:
    """Make an attribute of participants or documents, the last column; return its key. A name taken is refused."""
    with project.change("Add attribute") as session:
        name = _free_name(session, name, subject)
        if type not in TYPES:
            raise SourceError("No attribute type is called {type}.", type=type)
        last = session.scalar(select(func.max(Attribute.position)).where(Attribute.subject == subject))
        row = Attribute(name=name, type=type, subject=subject, position=0 if last is None else last + 1)
        session.add(row)
        session.flush()
        return row.id


def rename(project: Project, key: int, name: str) -> None:
    """Give an attribute another name."""
    with project.change("Rename attribute") as session:
        row = _row(session, key)
        row.name = _free_name(session, name, row.subject, key)


def remove(project: Project, key: int) -> None:
    """Take an attribute away with all its values."""
    with project.change("Remove attribute") as session:
        session.delete(_row(session, key))


def set_type(project: Project, key: int, type: str) -> None:
    """Say of what type an attribute's values are (see `TYPES`); refuses where a value is of another."""
    with project.change("Set the attribute's type") as session:
        row = _row(session, key)
        if type not in TYPES:
            raise SourceError("No attribute type is called {type}.", type=type)
        values = session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == key)).all()
        stranger = next((value.value for value in values if not fits(value.value, type)), None)
        if stranger is not None:
            sentence = "{attribute} holds {value}, which is no {type}."
            raise SourceError(sentence, attribute=row.name, value=stranger, type=type)
        row.type = type
        for value in values:
            value.value = settled(value.value, type, project.info().language)


def describe(project: Project, document: int, values: Mapping[str, str]) -> None:
    """Say what is known of a document; an empty value takes an attribute off, others stay as they are."""
    with project.change("Describe document") as session:
        if session.get(Document, document) is None:
            raise NothingThere("This document is no longer in the project.")
        set_values(project, session, document, values, "document")


def of_documents(project: Project) -> dict[int, dict[str, str]]:
    """Return what is known of each document, by name in the order of the columns."""
    found: dict[int, dict[str, str]] = {}
    query = (
        select(AttributeValue.document_id, Attribute.name, AttributeValue.value)
        .join(Attribute, Attribute.id == AttributeValue.attribute_id)
        .where(AttributeValue.document_id.is_not(None)).order_by(Attribute.position, Attribute.id)
    )  # fmt: skip
    with project.read() as session:
        for document, name, value in session.execute(query):
            found.setdefault(document or 0, {})[name] = value
    return found


def _row(session: Session, key: int) -> Attribute:
    row = session.get(Attribute, key)
    if row is None:
        raise NothingThere("This attribute is no longer in the project.")
    return row


def _free_name(session: Session, name: str, subject: str, but: int | None = None) -> str:
    name = clean_line(name)
    if not name:
        raise SourceError("An attribute needs a name.")
    others = session.execute(select(Attribute.id, Attribute.name).where(Attribute.subject == subject))
    if any(tables.key(other) == tables.key(name) and key != but for key, other in others):
        raise SourceError("Another attribute is called {name}.", name=name)
    return name


def _found(session: Session, name: str, subject: str) -> Attribute | None:
    """Return the attribute called `name`, case and accents let go; None where there is none."""
    wanted = tables.key(name)
    if not wanted:
        raise SourceError("An attribute needs a name.")
    rows = session.scalars(select(Attribute).where(Attribute.subject == subject).order_by(Attribute.id))
    return next((row for row in rows if tables.key(row.name) == wanted), None)


def _made(session: Session, name: str, subject: str, values: Iterable[str]) -> Attribute:
    """Return a new attribute, typed by `values`."""
    return session.get_one(Attribute, attribute_key(session, clean_line(name), subject, inferred(values)))


def set_values(
    project: Project, session: Session, key: int, values: Mapping[str, str], subject: str = "participant"
) -> None:
    """Write attributes of a participant or, where `subject` says so, of a document; an empty value takes one off."""
    for name, value in values.items():
        if (said := clean_text(value).strip()) or _found(session, name, subject):
            set_column(project, session, name, {key: said}, subject)


def set_column(
    project: Project, session: Session, name: str, values: Mapping[int, str], subject: str = "participant"
) -> None:
    """Write one attribute of many; its type gives way to text where a value is of no other."""
    attribute = _found(session, name, subject) or _made(session, name, subject, values.values())
    owner = f"{subject}_id"
    rows = session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == attribute.id))
    known = {getattr(row, owner): row for row in rows}
    if not all(fits(value, attribute.type) for value in values.values() if value):
        attribute.type = "text"
    language = project.info().language
    for one, value in values.items():
        row, kept = known.get(one), settled(value, attribute.type, language)
        if row is not None and value:
            row.value = kept
        elif row is not None:
            session.delete(row)
        elif value:
            session.add(AttributeValue(attribute_id=attribute.id, value=kept, **{owner: one}))
    session.flush()

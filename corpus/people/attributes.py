"""Attributes: columns made, typed, labelled and taken away, and what is known of documents, as changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import tables
from corpus.cleaning import clean_line, clean_text
from corpus.errors import NothingThere, SourceError
from corpus.model import Attribute, AttributeValue, Document
from corpus.our_words import Word
from corpus.people.values import (
    CHOSEN,
    TYPES,
    PossibleValue,
    Told,
    attribute_key,
    choices,
    chosen,
    fits,
    inferred,
    kept,
    rank,
    settled,
)
from corpus.store.project import Project


def add(
    project: Project,
    name: str,
    type: str = "text",
    subject: str = "participant",
    *,
    among: Sequence[PossibleValue] = (),
    labels: Mapping[str, str] | None = None,
) -> int:
    """Make an attribute, the last column of its `subject`; return its key. A name taken is refused.

    One of choices has its values `among` these.
    """
    with project.change("Add attribute") as session:
        name = _free_name(session, name, subject)
        _check_type(type)
        last = session.scalar(select(func.max(Attribute.position)).where(Attribute.subject == subject))
        row = Attribute(name=name, type=type, subject=subject, position=0 if last is None else last + 1)
        session.add(row)
        session.flush()
        if among:
            set_choices(project, row.id, among)
        if labels:
            set_labels(project, row.id, labels)
        return row.id


def _check_type(type: str) -> None:
    if type not in TYPES:
        raise SourceError("No attribute type is called {type}.", type=type)


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
    """Say of what type an attribute's values are (see `TYPES`); refuses where a value is of another.

    An attribute that becomes a choice has the values it holds to choose from, in their order until then.
    """
    with project.change("Set the attribute's type") as session:
        row = _row(session, key)
        _check_type(type)
        held = session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == key)).all()
        if type in CHOSEN:
            row.choices = kept(_held(row, [value.value for value in held]))
        stranger = next((value.value for value in held if not fits(value.value, type, choices(row.choices))), None)
        if stranger is not None:
            sentence = "{attribute} holds {value}, which is no {type}."
            raise SourceError(sentence, attribute=row.name, value=stranger, type=Word(type))
        row.type = type
        for value in held:
            value.value = settled(value.value, type, project.info().language, choices(row.choices))


def _held(row: Attribute, held: Iterable[str]) -> list[PossibleValue]:
    """Return the choices of an attribute, and behind them the values it holds that are none of them, in order."""
    there = list(choices(row.choices))
    for value in sorted(set(held), key=lambda one: rank(one, row.type)):
        if chosen(value, there) is None:
            there.append(PossibleValue(value))
    return there


def set_choices(project: Project, key: int, wanted: Sequence[PossibleValue]) -> None:
    """Give an attribute of choices its values, in this order; one that somebody has is not taken away."""
    with project.change("Set the attribute's choices") as session:
        row = _row(session, key)
        if row.type not in CHOSEN:
            raise SourceError("{attribute} is no attribute of choices.", attribute=row.name)
        made = [PossibleValue(clean_line(one.value), _cleaned(one.labels)) for one in wanted]
        if not all(one.value for one in made):
            raise SourceError("A choice needs a name.")
        twice = next((one.value for n, one in enumerate(made) if chosen(one.value, made[:n])), None)
        if twice is not None:
            raise SourceError("{value} is there twice.", value=twice)
        held = session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == key)).all()
        missing = [value.value for value in held if chosen(value.value, made) is None]
        if missing:
            raise SourceError(
                "{value} can't go from the choices, as it is held {count} times.",
                value=missing[0],
                count=missing.count(missing[0]),
            )
        row.choices = kept(made)
        for value in held:
            value.value = settled(value.value, row.type, "", made)


def rename_choice(project: Project, key: int, before: str, after: str) -> None:
    """Give a choice another name, and with it every value that is this choice."""
    with project.change("Rename choice") as session:
        row = _row(session, key)
        there = choices(row.choices)
        found, named = chosen(before, there), clean_line(after)
        if found is None:
            raise NothingThere("{value} is no choice of {attribute}.", value=before, attribute=row.name)
        if not named:
            raise SourceError("A choice needs a name.")
        if chosen(named, [one for one in there if one is not found]):
            raise SourceError("{value} is there twice.", value=named)
        row.choices = kept(PossibleValue(named, one.labels) if one is found else one for one in there)
        for value in session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == key)):
            value.value = named if tables.key(value.value) == tables.key(found.value) else value.value


def set_labels(project: Project, key: int, labels: Mapping[str, str]) -> None:
    """Say what an attribute is called by language; an empty label is taken off, other languages stay as they are."""
    with project.change("Label attribute") as session:
        row = _row(session, key)
        row.labels = _cleaned({**(row.labels or {}), **labels}) or None


def set_confidential(project: Project, key: int, told: Told | None, coarser: str = "") -> None:
    """Say what becomes of an attribute where somebody confidential has it; None goes by its name again.

    To generalise it takes a coarser word, or an attribute that was made from it.
    """
    with project.change("Say what confidential means") as session:
        row, word = _row(session, key), clean_line(coarser)
        made = session.scalar(select(Attribute.id).where(Attribute.made_from_id == key).limit(1))
        if told == "generalise" and not word and made is None:
            raise SourceError(
                "To generalise {attribute}, give a coarser word, or make groups of it first.", attribute=row.name
            )
        row.confidential, row.coarser = told, word if told == "generalise" and word else None


def _cleaned(labels: Mapping[str, str]) -> dict[str, str]:
    made = {language: clean_line(label) for language, label in labels.items()}
    return {language: label for language, label in made.items() if label}


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
        .where(AttributeValue.document_id.is_not(None))
        .order_by(Attribute.position, Attribute.id)
    )
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
    """Return the attribute called `name`, else the one so labelled, case and accents let go; None where none is."""
    wanted = tables.key(name)
    if not wanted:
        raise SourceError("An attribute needs a name.")
    rows = session.scalars(select(Attribute).where(Attribute.subject == subject).order_by(Attribute.id)).all()
    found = next((row for row in rows if tables.key(row.name) == wanted), None)
    return found or next((row for row in rows if wanted in map(tables.key, (row.labels or {}).values())), None)


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
    """Write one attribute of many; its type gives way to text where a value is of no other, choices grow by it."""
    attribute = _found(session, name, subject) or _made(session, name, subject, values.values())
    owner = f"{subject}_id"
    rows = session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == attribute.id))
    known = {getattr(row, owner): row for row in rows}
    if attribute.type in CHOSEN:
        attribute.choices = kept(_held(attribute, filter(None, values.values())))
    elif not all(fits(value, attribute.type) for value in values.values() if value):
        attribute.type = "text"
    language, there = project.info().language, choices(attribute.choices)
    for one, value in values.items():
        row, written = known.get(one), settled(value, attribute.type, language, there)
        if row is not None and value:
            row.value = written
        elif row is not None:
            session.delete(row)
        elif value:
            session.add(AttributeValue(attribute_id=attribute.id, value=written, **{owner: one}))
    session.flush()

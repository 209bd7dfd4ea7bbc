"""Facts of interviews and documents: attributes that the program knows by a key, with labels in both languages.

Of an interview its date, place, mode, duration in minutes, and who asked; of a document its author, date, audience and
rights. They are attributes of documents like all others, made when they are first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import tables
from corpus.errors import TableError
from corpus.model import Attribute, AttributeValue, Document, Media, Passage, Speaker
from corpus.people import attributes, ties
from corpus.people.attributes import set_column
from corpus.people.values import PossibleValue, fits, kept
from corpus.progress import Progress, silent
from corpus.store.project import Project

_MINUTE_MS = 60_000
# Marks that say of somebody only that they ask.
_ASKING = re.compile(
    r"[a-z]?\d*|int\w*|enq\w*|moder\w*|anim\w*|question\w*|q\d*|chercheu\w*|research\w*|speaker.*", re.A
)


class Fact(NamedTuple):
    """A fact: its key for ever, of what type it is, what it is called, what it may be called in a file, its choices."""

    key: str
    type: str
    labels: Mapping[str, str]
    names: tuple[str, ...] = ()
    choices: tuple[PossibleValue, ...] = ()


def _mode(value: str, en: str, fr: str) -> PossibleValue:
    return PossibleValue(value, {"en": en, "fr": fr})


FACTS = (
    Fact("date", "date", {"en": "Date", "fr": "Date"}, ("day", "jour", "interview date", "date de l'entretien")),
    Fact("place", "text", {"en": "Place", "fr": "Lieu"}, ("lieux", "location", "places")),
    Fact(
        "mode",
        "choice",
        {"en": "Mode", "fr": "Mode"},
        ("channel", "canal"),
        (
            _mode("face to face", "face to face", "face à face"),
            _mode("phone", "phone", "téléphone"),
            _mode("video", "video call", "visio"),
            _mode("written", "in writing", "par écrit"),
            _mode("group", "group", "groupe"),
        ),
    ),
    Fact("duration", "number", {"en": "Duration (minutes)", "fr": "Durée (minutes)"}, ("duration", "duree", "minutes")),
    Fact(
        "interviewer",
        "text",
        {"en": "Interviewer", "fr": "Intervieweur·euse"},
        (
            "interviewers",
            "intervieweur",
            "intervieweuse",
            "enqueteur",
            "enquetrice",
        ),
    ),
    Fact("author", "text", {"en": "Author", "fr": "Auteur·e"}, ("authors", "auteur", "auteurs", "auteure")),
    Fact("audience", "text", {"en": "Audience", "fr": "Destinataires"}, ("destinataire", "public")),
    Fact("rights", "text", {"en": "Rights", "fr": "Droits"}, ("licence", "license", "copyright")),
)
BY_KEY = {fact.key: fact for fact in FACTS}


class Proposal(NamedTuple):
    """A value that the files tell of a document: `fact` by its key; `why` is duration, interviewer or attribute."""

    document: int
    fact: str
    value: str
    why: str


def make(
    project: Project, keys: Collection[str] = tuple(BY_KEY), names: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Make the attributes of these facts where they are not there, and return the key of each.

    They are called as `names` say, else in the study's language. An attribute of documents that is called like a fact
    becomes it, with its values, unless one is of another type; then it stays text.
    """
    called = names or {}
    with project.change("Add facts of interviews") as session:
        there = {row.key: row.id for row in session.scalars(select(Attribute).where(Attribute.key.is_not(None)))}
        for key, fact in BY_KEY.items():
            if key in keys and key not in there:
                name = called.get(key) or fact.labels.get(project.info().language, fact.labels["en"])
                there[key] = _adopted(project, session, fact) or _made(project, session, fact, name)
        return {key: there[key] for key in BY_KEY if key in keys}


def _adopted(project: Project, session: Session, fact: Fact) -> int | None:
    row = _named(session, fact)
    if row is None:
        return None
    row.key, row.labels = fact.key, {**fact.labels, **(row.labels or {})}
    held = session.scalars(select(AttributeValue.value).where(AttributeValue.attribute_id == row.id)).all()
    if fact.choices and row.type in ("text", "choice"):
        row.choices = row.choices or kept(fact.choices)
        attributes.set_type(project, row.id, fact.type)
    elif all(fits(value, fact.type) for value in held):
        attributes.set_type(project, row.id, fact.type)
    return row.id


def _named(session: Session, fact: Fact) -> Attribute | None:
    rows = session.scalars(select(Attribute).where(Attribute.subject == "document", Attribute.key.is_(None)))
    wanted = {tables.key(one) for one in (fact.key, *fact.labels.values(), *fact.names)}
    return next((row for row in rows if tables.key(row.name) in wanted), None)


def _made(project: Project, session: Session, fact: Fact, name: str) -> int:
    key = attributes.add(project, name, fact.type, "document", among=fact.choices, labels=fact.labels)
    session.get_one(Attribute, key).key = fact.key
    return key


def fact_called(name: str) -> str | None:
    """Return the key of the fact of that name, case and accents let go; None where none is called so."""
    wanted = tables.key(name)
    for fact in FACTS:
        if wanted in map(tables.key, (fact.key, *fact.labels.values(), *fact.names)):
            return fact.key
    return None


def describe(project: Project, document: int, known: Mapping[str, str]) -> None:
    """Say what is known of a document, facts among it by any of their names; an empty value takes one off."""
    with project.change("Describe document"):
        for name, value in known.items():
            if value and (fact := fact_called(name)):
                make(project, (fact,), {fact: name})
            attributes.describe(project, document, {_known_as(project, name): value})


def _known_as(project: Project, name: str) -> str:
    """Return what the attribute of that name is called; a fact by any of its names."""
    fact = fact_called(name)
    with project.read() as session:
        row = session.scalar(select(Attribute).where(Attribute.key == fact)) if fact else None
        return name if row is None else row.name


def proposed(project: Project) -> list[Proposal]:
    """Return what the files tell of facts that nobody has given: durations from times, interviewers from their marks.

    What front matter says under another name of a fact comes too. Nothing is written.
    """
    with project.read() as session:
        rows = session.execute(
            select(AttributeValue.document_id, Attribute.key)
            .join(Attribute, Attribute.id == AttributeValue.attribute_id)
            .where(Attribute.key.is_not(None))
        )
        given = {(document, key) for document, key in rows}
        found = [*_durations(session), *_interviewers(session), *_told(session)]
    order = {fact.key: n for n, fact in enumerate(FACTS)}
    free = [one for one in found if (one.document, one.fact) not in given]
    return sorted(free, key=lambda one: (one.document, order[one.fact]))


def accept(project: Project, proposals: Collection[Proposal]) -> None:
    """Write values that were proposed, as one change."""
    with project.change("Describe documents") as session:
        made = make(project, {one.fact for one in proposals})
        for key, attribute in made.items():
            name = session.get_one(Attribute, attribute).name
            set_column(project, session, name, {p.document: p.value for p in proposals if p.fact == key}, "document")


def _durations(session: Session) -> list[Proposal]:
    timed = session.execute(
        select(Passage.document_id, func.max(Passage.end_ms))
        .where(Passage.end_ms.is_not(None))
        .group_by(Passage.document_id)
    )
    heard = session.execute(select(Media.document_id, Media.duration_ms).where(Media.duration_ms.is_not(None)))
    ends = {document: end or 0 for document, end in (*timed, *heard)}
    return [
        Proposal(document, "duration", str(max(1, round(end / _MINUTE_MS))), "times")
        for document, end in ends.items()
        if end
    ]


def _interviewers(session: Session) -> list[Proposal]:
    found: dict[int, list[str]] = {}
    query = select(Speaker.document_id, Speaker.label).where(Speaker.role == ties.INTERVIEWER).order_by(Speaker.id)
    for document, label in session.execute(query):
        if not _ASKING.fullmatch(tables.key(label)):
            found.setdefault(document, []).append(label)
    return [Proposal(document, "interviewer", "; ".join(labels), "role") for document, labels in found.items()]


def _told(session: Session) -> list[Proposal]:
    """Return what attributes that are called like a fact say, where the fact is another attribute or none yet."""
    query = (
        select(AttributeValue.document_id, Attribute.name, AttributeValue.value)
        .join(Attribute, Attribute.id == AttributeValue.attribute_id)
        .where(Attribute.subject == "document", Attribute.key.is_(None), AttributeValue.document_id.is_not(None))
        .order_by(AttributeValue.id)
    )
    found: dict[tuple[int, str], Proposal] = {}
    for document, name, value in session.execute(query):
        key = fact_called(name)
        if key is not None and document is not None and (not value or fits(value, _plain(key))):
            found.setdefault((document, key), Proposal(document, key, value, name))
    return list(found.values())


def _plain(key: str) -> str:
    return "text" if BY_KEY[key].choices else BY_KEY[key].type


class FactsImported(NamedTuple):
    """What a table told of documents: its rows, the documents described, and the cells that name none."""

    rows: int
    documents: list[str]
    unmatched: list[str]
    columns: tuple[str, ...]


def import_table(project: Project, path: Path, *, key: str | None = None, progress: Progress = silent) -> FactsImported:
    """Say what a CSV or XLSX table tells of documents, a row each, as one change; raises `TableError`.

    `key` is the column that names the documents, by default the first. A column called like a fact is that fact; an
    empty cell leaves what is known as it is.
    """
    table = tables.read(path, progress=progress)
    naming = table.column(key) if key else 0
    with project.change("Describe documents", kind="import") as session:
        there = session.execute(select(Document.id, Document.name, Document.source)).all()
        names = {row.id: row.name for row in there}
        cells = [row.cells[naming] for row in table.rows]
        match = ties.matcher(names, {row.id: row.source for row in there}, cells)
        found = [(match(row.cells[naming]), row.cells) for row in table.rows]
        rows = [(document, line) for document, line in found if document is not None]
        if not rows:
            raise TableError("No document is named in the column {column}.", column=table.columns[naming])
        for place, column in enumerate(table.columns):
            said = {document: line[place] for document, line in rows if line[place]}
            if place != naming and said:
                if fact := fact_called(column):
                    make(project, (fact,), {fact: column})
                set_column(project, session, _known_as(project, column), said, "document")
            progress(place, len(table.columns), path.name)
    columns = tuple(column for place, column in enumerate(table.columns) if place != naming)
    unmatched = [line[naming] for document, line in found if document is None]
    return FactsImported(len(table.rows), [names[document] for document, _ in rows], unmatched, columns)

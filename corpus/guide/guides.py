"""The interview guide: its versions, each with its questions, and which of them an interview used; verbs, as changes.

A question may carry on one of an earlier version. All that carry on the same first question are one *line*: what was
asked by an older wording counts for the newer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import name_lookup, words
from corpus.cleaning import clean_line, clean_text
from corpus.errors import NothingThere, SourceError
from corpus.model import Attribute, AttributeValue, Document, Guide, Question
from corpus.people import values
from corpus.store.project import Project

DATE = "date"
"""The `key` of the attribute that says when an interview was; older studies have one of these names."""
_DATES = frozenset({"date", "date de l'entretien", "date d'entretien", "date of interview", "interview date"})


class GuideLine(NamedTuple):
    """A question as it is written in a guide, under the topic that it stands under."""

    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class QuestionInfo:
    """A question: `number` counts from 1 in its version, `follows` is what it carries on, `line` the first of all."""

    key: int
    guide: int
    number: int
    text: str
    topic: str
    follows: int | None
    line: int


@dataclass(frozen=True, slots=True)
class GuideInfo:
    """A version of the guide with its questions in order; `used_from` is an ISO 8601 date."""

    key: int
    name: str
    used_from: str | None
    note: str
    questions: tuple[QuestionInfo, ...]


How = Literal["said", "date", "newest"]


class Used(NamedTuple):
    """Which version an interview used, and how that is known: said by a person, told by its date, or the newest."""

    guide: int
    how: How


def add(
    project: Project, name: str, written: Iterable[GuideLine] = (), *, used_from: str | None = None, note: str = ""
) -> int:
    """Make a version of the guide, the newest, of the questions given, and return its key. A name taken is refused."""
    with project.change("Make a version of the guide") as session:
        guide = _insert(session, name, used_from, note)
        cleaned = ((clean_line(topic), clean_line(text)) for topic, text in written)
        rows = [(topic, text) for topic, text in cleaned if text]
        session.add_all(
            Question(guide_id=guide, topic=topic, text=text, position=n) for n, (topic, text) in enumerate(rows)
        )
        return guide


def copy(project: Project, key: int, name: str, *, used_from: str | None = None) -> int:
    """Make a version whose questions carry on those of another, and return its key."""
    with project.change("Make a version of the guide") as session:
        _row(session, key)
        before = session.scalars(select(Question).where(Question.guide_id == key).order_by(*_ORDER)).all()
        guide = _insert(session, name, used_from, "")
        session.add_all(
            Question(guide_id=guide, follows_id=one.id, topic=one.topic, text=one.text, position=n)
            for n, one in enumerate(before)
        )
        return guide


_ORDER = (Question.position, Question.id)


def _insert(session: Session, name: str, used_from: str | None, note: str) -> int:
    last = session.scalar(select(func.max(Guide.position)))
    row = Guide(
        name=_free_name(session, name),
        used_from=_date(used_from),
        note=clean_text(note).strip(),
        position=0 if last is None else last + 1,
    )
    session.add(row)
    session.flush()
    return row.id


def edit(
    project: Project, key: int, *, name: str | None = None, used_from: str | None = None, note: str | None = None
) -> None:
    """Change what is given of a version: its name, the date it was used from (empty for none), its note."""
    with project.change("Edit the version of the guide") as session:
        row = _row(session, key)
        if name is not None:
            row.name = _free_name(session, name, key)
        if used_from is not None:
            row.used_from = _date(used_from)
        if note is not None:
            row.note = clean_text(note).strip()


def remove(project: Project, key: int) -> None:
    """Take a version away with its questions and with what was marked as asking them."""
    with project.change("Remove the version of the guide") as session:
        session.delete(_row(session, key))


def use(project: Project, documents: Iterable[int], guide: int | None) -> None:
    """Say which version interviews used; None leaves it to their date."""
    with project.change("Say which guide was used") as session:
        if guide is not None:
            _row(session, guide)
        for key in documents:
            row = session.get(Document, key)
            if row is None:
                raise NothingThere("This document is no longer in the project.")
            row.guide_id = guide


def listed(project: Project) -> list[GuideInfo]:
    """Return the versions of the guide, the oldest first, with their questions."""
    with project.read() as session:
        rows = session.scalars(select(Guide).order_by(Guide.position, Guide.id)).all()
        known = session.scalars(select(Question).order_by(Question.guide_id, *_ORDER)).all()
        first = lines({one.id: one.follows_id for one in known})
        found: dict[int, list[QuestionInfo]] = {row.id: [] for row in rows}
        for one in known:
            here = found[one.guide_id]
            here.append(
                QuestionInfo(one.id, one.guide_id, len(here) + 1, one.text, one.topic, one.follows_id, first[one.id])
            )
        return [GuideInfo(row.id, row.name, row.used_from, row.note, tuple(found[row.id])) for row in rows]


def lines(follows: dict[int, int | None]) -> dict[int, int]:
    """Return for each question the first one that it carries on; one that would carry on itself is its own."""
    found = {}
    for key in follows:
        first, seen = key, {key}
        while (before := follows.get(first)) is not None and before not in seen:
            seen.add(before)
            first = before
        found[key] = first
    return found


def used(project: Project) -> dict[int, Used]:
    """Return which version each document used, where there is a guide at all.

    That is the one that somebody said, else the last that was used from its date or before, else the newest.
    """
    with project.read() as session:
        rows = session.scalars(select(Guide).order_by(Guide.position, Guide.id))
        versions = [(row.id, row.used_from) for row in rows]
        if not versions:
            return {}
        said, dates = session.execute(select(Document.id, Document.guide_id)).all(), _interviewed(session)
        return {
            key: Used(guide, "said") if guide is not None else _by_date(versions, dates.get(key)) for key, guide in said
        }


def _by_date(versions: Sequence[tuple[int, str | None]], date: str | None) -> Used:
    newest = Used(versions[-1][0], "newest")
    if date is None or all(start is None for _, start in versions):
        return newest
    begun = [(start or "", n, key) for n, (key, start) in enumerate(versions) if (start or "") <= date]
    return Used(max(begun)[2], "date") if begun else newest


def _interviewed(session: Session) -> dict[int, str]:
    """Return the date of each document of which one is known, ISO 8601."""
    query = (
        select(AttributeValue.document_id, AttributeValue.value, Attribute.key, Attribute.name)
        .join(Attribute, Attribute.id == AttributeValue.attribute_id)
        .where(AttributeValue.document_id.is_not(None))
        .order_by(Attribute.key.is_not(None), Attribute.id)
    )
    found: dict[int, str] = {}
    for document, value, key, name in session.execute(query):
        if document and (key == DATE or words.folded(name).strip() in _DATES) and (date := values.day(value)):
            found[document] = date
    return found


def find(project: Project, name: str | None = None) -> GuideInfo:
    """Return the version of that name, see `name_lookup.one`; without a name the newest."""
    versions = listed(project)
    if not versions:
        raise NothingThere("The study has no interview guide yet.")
    if name is None:
        return versions[-1]
    found = name_lookup.one(versions, name)
    if found is None:
        known = ", ".join(one.name for one in versions)
        raise NothingThere("No version of the guide is called {name}; there are: {known}.", name=name, known=known)
    return found


def question(guide: GuideInfo, which: str) -> QuestionInfo:
    """Return the question of a version by its number or its words, case and accents let go, the first words enough."""
    wanted = words.folded(which.strip())
    numbered = [one for one in guide.questions if wanted == str(one.number)]
    exact = [one for one in guide.questions if words.folded(one.text) == wanted]
    begun = [one for one in guide.questions if wanted and words.folded(one.text).startswith(wanted)]
    found = numbered or exact or begun
    if not found:
        raise NothingThere("No question of {guide} is {question}.", guide=guide.name, question=which)
    if len(found) > 1:
        raise NothingThere("Several questions of {guide} begin so: say the number.", guide=guide.name)
    return found[0]


def _row(session: Session, key: int) -> Guide:
    row = session.get(Guide, key)
    if row is None:
        raise NothingThere("This version of the guide is no longer in the project.")
    return row


def _free_name(session: Session, name: str, but: int | None = None) -> str:
    name = clean_line(name)
    if not name:
        raise SourceError("A version of the guide needs a name.")
    others = session.execute(select(Guide.id, Guide.name))
    if any(words.folded(other) == words.folded(name) and key != but for key, other in others):
        raise SourceError("Another version of the guide is called {name}.", name=name)
    return name


def _date(written: str | None) -> str | None:
    if written is None or not written.strip():
        return None
    if (day := values.day(written.strip())) is None:
        raise SourceError("{value} is no date: write it as 2025-01-31.", value=written.strip())
    return day

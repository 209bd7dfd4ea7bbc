"""What stands on a document's words: where it goes when they change, and what goes with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, Table, Update, bindparam, delete, exists, select, update
from sqlalchemy.orm import Session

from corpus import anchors
from corpus.anchors import Edit
from corpus.model import Asking, Assertion, Bearing, Code, Coding, Excerpt, MemoTarget, Passage, Question, Watched
from corpus.store import moving, sqlite

Span = tuple[int, int]
Kept = Callable[[Span, Span], bool]
"""Says of a span before and after whether what is attached stays."""


def not_empty(_before: Span, after: Span) -> bool:
    """Say that whatever has words left stays."""
    return after[0] < after[1]


@dataclass(frozen=True, slots=True)
class Going:
    """What has no words any more, and so goes with them; memos stay, on the whole document."""

    codings: int = 0
    excerpts: int = 0
    questions: int = 0
    bearings: int = 0

    def __bool__(self) -> bool:
        return bool(self.codings or self.excerpts or self.questions or self.bearings)


TOLD: tuple[tuple[type[Coding | Excerpt | Asking | Bearing], str], ...] = (
    (Coding, "coding"),
    (Excerpt, "excerpt"),
    (Asking, "question"),
    (Bearing, "stance"),
)
"""What is told of when it goes, each with what it is called; in the order of `Going`."""


def placed(
    session: Session, stored: type[Watched], document: int, edits: Sequence[Edit], kept: Kept = not_empty
) -> list[tuple[Any, Span | None]]:
    """Return the rows on words that edits touch, by key, with their place after: None where they do not stay.

    All before and behind them keep their words; `move` moves those behind.
    """
    if not edits:
        return []
    walked = sqlite.mostly(session.connection(), stored.__tablename__, document)
    rows = (
        session.connection()
        .execute(_touched(stored, walked), {"document": document, "start": edits[0].start, "end": edits[-1].end})
        .all()
    )
    spans = [(row.start, row.end) for row in rows]
    places = [(start, end) for start, end in anchors.carried(spans, edits).tolist()]
    return [(row, place if kept(span, place) else None) for row, span, place in zip(rows, spans, places, strict=True)]


@cache
def _touched(stored: type[Watched], walked: bool) -> Select[Any]:
    """Return what asks for the rows of a table on words that edits touch."""
    here: Any = stored
    of = sqlite.walked(here.document_id) if walked else here.document_id
    on = (of == bindparam("document"), here.start < bindparam("end"), here.end > bindparam("start"))
    return select(*here.__table__.c).where(*on).order_by(here.id)


@cache
def _standing() -> Select[*tuple[Any, ...]]:
    """Return what asks which tables, passages aside, have rows that end at a place in a document or behind."""
    every: tuple[Any, ...] = tuple(one for one in anchors.tables() if one is not Passage)
    behind = (exists().where(one.document_id == bindparam("document"), one.end >= bindparam("start")) for one in every)
    return select(*(found.label(one.__tablename__) for found, one in zip(behind, every, strict=True)))


def _tables(session: Session, document: int, edits: Sequence[Edit]) -> Iterator[type[Watched]]:
    """Yield the tables that have anything to carry."""
    if edits:
        found = session.connection().execute(_standing(), {"document": document, "start": edits[0].start}).one()
        yield from (one for one in anchors.tables() if one is not Passage and getattr(found, one.__tablename__))


def going(session: Session, document: int, edits: Sequence[Edit], kept: Kept = not_empty) -> Going:
    """Return what would go."""
    if not edits:
        return Going()
    return Going(
        *(sum(place is None for _, place in placed(session, stored, document, edits, kept)) for stored, _ in TOLD)
    )


def titles(session: Session) -> Callable[[Any], str]:
    """Return what says of a row of `TOLD` what it is of: a code's name, or the words of a question or assertion."""
    of = {
        "code_id": {row.id: row.name for row in session.execute(select(Code.id, Code.name))},
        "question_id": {row.id: row.text for row in session.execute(select(Question.id, Question.text))},
        "assertion_id": {row.id: row.text for row in session.execute(select(Assertion.id, Assertion.text))},
    }
    return lambda row: next(named[getattr(row, column)] for column, named in of.items() if hasattr(row, column))


def carry(session: Session, document: int, edits: Sequence[Edit], kept: Kept = not_empty) -> Going:
    """Put all that is attached, passages aside, where its words are now; return what went."""
    session.flush()
    gone: dict[type[Watched], int] = {}
    for stored in _tables(session, document, edits):
        rows = placed(session, stored, document, edits, kept)
        move(session, stored, document, edits[-1].end, edits)
        put(session, stored, [(row.id, *place) for row, place in rows if place and place != (row.start, row.end)])
        gone[stored] = _let_go(session, stored, document, [row.id for row, place in rows if place is None])
    session.expire_all()
    _carry_cuts(session, document, edits)
    return Going(*(gone.get(stored, 0) for stored, _ in TOLD))


def move(session: Session, stored: type[Watched], document: int, start: int, edits: Sequence[Edit]) -> None:
    """Move the rows that begin at `start` or behind, which is behind all edits, as far as these move the text."""
    by = sum(length - (end - start) for start, end, length in edits)
    moving.move(session.connection(), stored.__tablename__, ("start", "end"), document, start, by)


def put(session: Session, stored: type[Watched], places: Sequence[tuple[int, int, int]]) -> None:
    """Put rows, by key, on words from `start` to `end`: many as one statement."""
    if places:
        put = [{"key": key, "a": start, "b": end} for key, start, end in places]
        session.connection().execute(_put(stored), put)


@cache
def _put(stored: type[Watched]) -> Update:
    table = stored.__table__
    assert isinstance(table, Table)
    return update(table).where(table.c.id == bindparam("key")).values(start=bindparam("a"), end=bindparam("b"))


def _let_go(session: Session, stored: type[Watched], document: int, keys: Sequence[int]) -> int:
    """Take rows out; memos on them are about the whole document from then on."""
    if keys and stored is MemoTarget:
        session.execute(update(MemoTarget).where(MemoTarget.id.in_(keys)).values(start=None, end=None))
    elif keys:
        if stored is Coding:
            on = update(MemoTarget).where(MemoTarget.coding_id.in_(keys))
            session.execute(on.values(coding_id=None, document_id=document))
        session.execute(delete(stored).where(stored.id.in_(keys)))
    return len(keys)


_EXCERPTS = select(Excerpt).where(
    Excerpt.document_id == bindparam("document"), (Excerpt.end > bindparam("first")) | Excerpt.end.is_(None)
)


def _carry_cuts(session: Session, document: int, edits: Sequence[Edit]) -> None:
    """Let excerpts leave out and put in at the same words."""
    first = edits[0].start if edits else 0
    for row in session.scalars(_EXCERPTS, {"document": document, "first": first}):
        cuts = anchors.carried(row.cuts, edits).tolist()
        row.cuts = [cut for cut in cuts if cut[0] < cut[1]]
        places = anchors.carried([(at, at) for at, _ in row.insertions], edits)[:, 0].tolist()
        row.insertions = [[at, said] for at, (_, said) in zip(places, row.insertions, strict=True)]
    session.flush()

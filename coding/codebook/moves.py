"""How rows pass from one owner to another without a row standing there twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from corpus import anchors
from corpus.model import Bearing, Coding, ForeignId, Judgement, MemoTarget, Watched

CHUNK = 10_000
PLACE = ("coder_id", *anchors.FIELDS)


def chunks(keys: Iterable[int]) -> Iterator[list[int]]:
    """Yield `keys` in portions that one statement can name."""
    whole = list(keys)
    return (whole[at : at + CHUNK] for at in range(0, len(whole), CHUNK))


def rows_at(session: Session, stored: type[Watched], column: str, keys: Iterable[int]) -> list[Any]:
    """Return the rows, all columns, whose `column` is one of `keys`."""
    table = table_of(stored)
    return [row for part in chunks(keys) for row in session.execute(select(table).where(table.c[column].in_(part)))]


def table_of(stored: type[Watched]) -> Table:
    """Return the table itself, for writing past the session's objects."""
    table = stored.__table__
    assert isinstance(table, Table)
    return table


def delete_rows(session: Session, stored: type[Watched], keys: Iterable[int]) -> None:
    """Delete rows by key, and what belongs to them."""
    table = table_of(stored)
    for part in chunks(keys):
        session.execute(delete(table).where(table.c.id.in_(part)))
    session.expire_all()


def repoint(
    session: Session,
    stored: type[Watched],
    column: str,
    onto: Mapping[int, int],
    alike: Sequence[str],
    *,
    latest: bool = False,
) -> dict[int, int]:
    """Let rows whose `column` is a key of `onto` have its value instead; return the rows dropped, by the row kept.

    Of rows that agree in `column` and in the columns `alike` one is kept: the one that was there first, or the latest.
    """
    session.flush()
    moving, dropped = _plan(session, stored, column, onto, alike, latest)
    _point(session, stored, column, moving)
    delete_rows(session, stored, dropped)
    return dropped


def copy_rows(
    session: Session,
    stored: type[Watched],
    ends: Sequence[str],
    onto: Mapping[int, int],
    *only: ColumnElement[bool],
    **values: Any,
) -> None:
    """Write a copy of each row that has a key of `onto` in one of the columns `ends`, with its value there instead.

    What is not among `values` is as in the row copied, its coder and its moment too.
    """
    session.flush()
    table = table_of(stored)
    rows = select(table).where(or_(*(table.c[end].in_(onto) for end in ends)), *only).order_by(table.c.id)
    made = [
        {name: value for name, value in row.items() if name not in ("id", "uid")}
        | {end: onto.get(row[end], row[end]) for end in ends}
        | values
        for row in session.execute(rows).mappings().all()
    ]
    if made:
        session.execute(insert(table), made)


def move_codings(session: Session, keys: Iterable[int], code: int) -> dict[int, int]:
    """Give codings another code; return those dropped because the coder had the code there, by the coding kept."""
    session.flush()
    wanted = rows_at(session, Coding, "id", keys)
    there = rows_at(session, Coding, "code_id", [code])
    kept = {tuple(getattr(row, name) for name in PLACE): row.id for row in there}
    moving: dict[int, int] = {}
    dropped: dict[int, int] = {}
    for row in sorted(wanted, key=lambda row: int(row.id)):
        first = kept.setdefault(tuple(getattr(row, name) for name in PLACE), row.id)
        if first != row.id:
            dropped[row.id] = first
        elif row.code_id != code:
            moving[row.id] = code
    _point(session, Coding, "code_id", moving)
    _absorb(session, dropped)
    delete_rows(session, Coding, dropped)
    return dropped


def _plan(
    session: Session, stored: type[Watched], column: str, onto: Mapping[int, int], alike: Sequence[str], latest: bool
) -> tuple[dict[int, int], dict[int, int]]:
    rows = rows_at(session, stored, column, {*onto, *onto.values()})
    if latest:
        rows.sort(key=lambda row: (row.created_at, row.id), reverse=True)
    else:
        rows.sort(key=lambda row: (getattr(row, column) in onto, row.id))
    moving: dict[int, int] = {}
    dropped: dict[int, int] = {}
    kept: dict[tuple[Any, ...], int] = {}
    for row in rows:
        at = getattr(row, column)
        place = (onto.get(at, at), *(getattr(row, name) for name in alike))
        first = kept.setdefault(place, row.id)
        if first != row.id:
            dropped[row.id] = first
        elif at in onto:
            moving[row.id] = onto[at]
    return moving, dropped


def _point(session: Session, stored: type[Watched], column: str, moving: Mapping[int, int]) -> None:
    by_target: dict[int, list[int]] = {}
    for key, target in moving.items():
        by_target.setdefault(target, []).append(key)
    table = table_of(stored)
    for target, keys in by_target.items():
        for part in chunks(keys):
            session.execute(update(table).where(table.c.id.in_(part)).values({column: target}))
    session.expire_all()


def _absorb(session: Session, dropped: Mapping[int, int]) -> None:
    """Give what hangs on codings that go to the codings that stay in their place."""
    if dropped:
        repoint(session, Judgement, "coding_id", dropped, ("code_id", "coder_id"), latest=True)
        repoint(session, Bearing, "coding_id", dropped, ("assertion_id", "coder_id"), latest=True)
        repoint(session, MemoTarget, "coding_id", dropped, ("memo_id",))
        repoint(session, ForeignId, "coding_id", dropped, ("program", "guid"))


def leave_on_words(session: Session, codings: Iterable[int]) -> None:
    """Let memos on codings that are about to go stay on the words coded, and what the words do to assertions."""
    session.flush()
    for part in chunks(codings):
        for stored in (MemoTarget, Bearing):
            _leave_on_words(session, table_of(stored), part)
    session.expire_all()


def _leave_on_words(session: Session, held: Table, codings: Sequence[int]) -> None:
    coding = table_of(Coding)
    rows = session.execute(
        select(held.c.id.label("held"), coding)
        .join(coding, coding.c.id == held.c.coding_id)
        .where(coding.c.id.in_(codings))
    ).all()
    for row in rows:
        place = anchors.fields(anchors.of_row(row))
        session.execute(update(held).where(held.c.id == row.held).values(coding_id=None, **place))

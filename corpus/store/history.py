"""Every row change, recorded by the database itself; undo replays it; the stacks are folded from the log."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import Any, Self

from sqlalchemy import Connection, Float, Table, text

from corpus.model import Base, new_uid, now
from corpus.store import moving, sqlite
from corpus.store.moving import Move


@cache
def watched_tables() -> tuple[Table, ...]:
    """Return the tables whose changes are recorded, parents before children."""
    return tuple(table for table in Base.metadata.sorted_tables if table.info.get("watched"))


@cache
def triggers() -> Mapping[str, str]:
    """Return name and SQL of every trigger of the watch, generated from the table metadata."""
    return dict(pair for table in watched_tables() for pair in sqlite.triggers_on(table))


def watch(connection: Connection) -> None:
    """Make the file's triggers exactly ours: strangers are dropped, missing or altered ones made again."""
    wanted = triggers()
    found = sqlite.triggers(connection)
    for name, sql in found.items():
        if wanted.get(name) != sql:
            connection.exec_driver_sql(sqlite.drop_trigger(name))
    for name, sql in wanted.items():
        if found.get(name) != sql:
            connection.exec_driver_sql(sql)


def revert(connection: Connection, change: int) -> None:
    """Put back every row that `change` touched, newest first, under the change that is open now.

    Raises ValueError, LookupError or TypeError where the log, which another program may have written, makes no sense.
    """
    sqlite.defer_relations(connection)
    rows = connection.execute(
        text("SELECT stored, verb, row, image FROM change_row WHERE change = :change ORDER BY id DESC"),
        {"change": change},
    ).all()
    watched = {table.name for table in watched_tables()}
    for (stored, verb), run in groupby(rows, key=lambda row: (row.stored, row.verb)):
        if stored not in watched or verb not in ("insert", "update", "delete", moving.VERB):
            raise LookupError(f"no {verb} of {stored} is ever recorded")
        if verb == moving.VERB:
            for row in run:
                moving.write(connection, Move.read(stored, row.image).back)
            continue
        if verb == "insert":
            connection.exec_driver_sql(f'DELETE FROM "{stored}" WHERE id = ?', [(row.row,) for row in run])
            continue
        images = [_row_before(stored, row.image) for row in run]
        columns = list(images[0])
        values = [tuple(image[c] for c in columns) for image in images]
        names = ", ".join(f'"{c}"' for c in columns)
        if verb == "delete":
            marks = ", ".join("?" * len(columns))
            connection.exec_driver_sql(f'INSERT INTO "{stored}" ({names}) VALUES ({marks})', values)
        else:
            sets = ", ".join(f'"{c}" = ?' for c in columns)
            keyed = [(*value, image["id"]) for value, image in zip(values, images, strict=True)]
            connection.exec_driver_sql(f'UPDATE "{stored}" SET {sets} WHERE id = ?', keyed)


def _row_before(stored: str, image: str) -> dict[str, Any]:
    """Return a row as it was; its floats are read by Python, as SQLite may miss the last bit of the largest."""
    row = json.loads(image)
    known = Base.metadata.tables[stored].columns
    if (
        not isinstance(row, dict)
        or row.keys() != set(known.keys())
        or any(isinstance(value, dict | list) for value in row.values())
    ):
        raise LookupError(f"this is no row of {stored}")
    for column in known:
        if isinstance(column.type, Float) and row[column.name] is not None:
            row[column.name] = float(row[column.name])
        if isinstance(row[column.name], dict | list):
            raise LookupError(f"no value of {column.name} has parts")
    return row


def begin(
    connection: Connection, *, kind: str, label: str, coder: str, sitting: str, reverts: int | None, barrier: bool
) -> int:
    """Open a change in the log, under which rows may now be written, and return its key."""
    made = connection.exec_driver_sql(
        "INSERT INTO change(uid, kind, label, coder, sitting, at, reverts, barrier) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (new_uid(), kind, label, coder, sitting, now(), reverts, barrier),
    )
    connection.exec_driver_sql("INSERT INTO open_change(change) VALUES (?)", (made.lastrowid,))
    return int(made.lastrowid)


@dataclass(frozen=True, slots=True)
class WrittenRows:
    """The rows that were written, by table: keys of those recorded one by one, and what moved rows together."""

    rows: dict[str, frozenset[int]]
    moves: tuple[Move, ...]

    @classmethod
    def read(cls, lines: Iterable[Any]) -> Self:
        """Return what lines of the log tell: table, row, verb and image."""
        rows: dict[str, set[int]] = {}
        moves = []
        for stored, row, verb, image in lines:
            if verb == moving.VERB:
                moves.append(Move.read(stored, image))
            else:
                rows.setdefault(stored, set()).add(row)
        return cls({stored: frozenset(keys) for stored, keys in rows.items()}, tuple(moves))

    def also(self, rows: Mapping[str, frozenset[int]]) -> Self:
        """Return this and rows that were written outside the watch."""
        return replace(self, rows={**self.rows, **rows})

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables that were written."""
        return frozenset((*self.rows, *(one.stored for one in self.moves)))

    def of(self, stored: str) -> frozenset[int]:
        """Return the keys of the rows of a table that were recorded one by one."""
        return self.rows.get(stored, frozenset())

    def keys(self, connection: Connection, stored: str) -> frozenset[int]:
        """Return the keys of the rows of a table that may be other now, as far as they are there."""
        moved = (moving.keys(connection, one) for one in self.moves if one.stored == stored)
        return self.of(stored).union(*moved)


def end(connection: Connection, change: int) -> WrittenRows:
    """Close the change and return what it wrote; one that wrote nothing leaves the log."""
    lines = connection.exec_driver_sql(
        "SELECT stored, row, verb, CASE verb WHEN ? THEN image END FROM change_row WHERE change = ?",
        (moving.VERB, change),
    )
    written = WrittenRows.read(lines)
    connection.exec_driver_sql("DELETE FROM open_change")
    if not written.rows and not written.moves:
        connection.exec_driver_sql("DELETE FROM change WHERE id = ?", (change,))
    return written


@dataclass(slots=True)
class Stacks:
    """The changes that can be undone and redone, oldest first."""

    undo: list[int]
    redo: list[int]

    def latest(self) -> list[int]:
        """Return the last change of both stacks, if there is any."""
        return sorted([*self.undo[-1:], *self.redo[-1:]])[-1:]

    def push(self, change: int, reverts: int | None, barrier: bool = False) -> None:
        """Take one more change of the log into account."""
        if barrier:
            self.undo.clear()
            self.redo.clear()
        elif reverts is not None and self.undo and self.undo[-1] == reverts:
            self.undo.pop()
            self.redo.append(change)
        elif reverts is not None and self.redo and self.redo[-1] == reverts:
            self.redo.pop()
            self.undo.append(change)
        else:
            self.undo.append(change)
            self.redo.clear()


def last(connection: Connection) -> int:
    """Return the number of the last change, 0 where there is none."""
    return int(connection.exec_driver_sql("SELECT COALESCE(MAX(id), 0) FROM change").scalar_one())


def since(connection: Connection, change: int) -> tuple[int, WrittenRows]:
    """Return the number of the last change, and what was written after `change`."""
    lines = connection.exec_driver_sql(
        "SELECT stored, row, verb, CASE verb WHEN ? THEN image END FROM change_row WHERE change > ?",
        (moving.VERB, change),
    )
    return last(connection), WrittenRows.read(lines)


def fold(connection: Connection) -> Stacks:
    """Return the stacks that the log amounts to; they are stored nowhere."""
    stacks = Stacks([], [])
    log = connection.exec_driver_sql(
        "SELECT id, reverts, barrier FROM change"
        " WHERE barrier OR EXISTS (SELECT 1 FROM change_row WHERE change_row.change = change.id) ORDER BY id"
    )
    for change, reverts, barrier in log:
        stacks.push(change, reverts, bool(barrier))
    return stacks


@dataclass(frozen=True, slots=True)
class Step:
    """A change as the person reads of it; `own` when it is of this coder and this sitting."""

    change: int
    label: str
    kind: str
    coder: str
    at: str
    own: bool
    reverts: int | None = None
    rows: int = 0


def step(connection: Connection, change: int, *, coder: str, sitting: str) -> Step:
    """Return one change, without its number of rows."""
    found = connection.exec_driver_sql(
        "SELECT id, label, kind, coder, at, coder = ? AND sitting = ?, reverts FROM change WHERE id = ?",
        (coder, sitting, change),
    )
    id_, label, kind, who, at, own, reverts = found.one()
    return Step(id_, label, kind, who, at, bool(own), reverts)


def steps(connection: Connection, *, coder: str = "", sitting: str = "") -> list[Step]:
    """Return the whole audit trail, oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT c.id, c.label, c.kind, c.coder, c.at, c.sitting, c.reverts, COUNT(r.id)"
        " FROM change c LEFT JOIN change_row r ON r.change = c.id GROUP BY c.id ORDER BY c.id"
    )
    return [
        Step(id_, label, kind, who, at, who == coder and sat == sitting, reverts, count)
        for id_, label, kind, who, at, sat, reverts, count in rows
    ]

"""Rows behind a place moved on or back together: one line of the log, however many they are, and taken back as one."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Self

from sqlalchemy import Connection, select

from corpus.model import Base
from corpus.store import sqlite

VERB = "move"
_FURTHEST = 1 << 48  # no text has so many characters


@dataclass(frozen=True, slots=True)
class Move:
    """The rows of a table and document whose first column is `start` or more have `by` added to each of `columns`.

    All but those whose keys are `apart`: they stood where the others came to stand.
    """

    stored: str
    document: int
    columns: tuple[str, ...]
    start: int
    by: int
    apart: tuple[int, ...] = ()

    @classmethod
    def read(cls, stored: str, image: str) -> Self:
        """Return the move that a line of the log tells of; raises ValueError, LookupError or TypeError."""
        said = json.loads(image)
        move = cls(stored, said["document"], tuple(said["columns"]), said["start"], said["by"], tuple(said["apart"]))
        numbers = (move.document, move.start, move.by, *move.apart)
        if any(type(number) is not int or abs(number) > _FURTHEST for number in numbers):
            raise ValueError("a move is told in whole numbers")
        if not _may(stored, move.columns):
            raise LookupError(f"nothing of {stored} is ever moved so")
        return move

    @property
    def image(self) -> str:
        """What the log says of it."""
        names = ("document", "columns", "start", "by", "apart")
        return json.dumps({name: getattr(self, name) for name in names})

    @property
    def back(self) -> Move:
        """What takes it back."""
        return replace(self, start=self.start + self.by, by=-self.by)


def _may(stored: str, columns: tuple[str, ...]) -> bool:
    table = Base.metadata.tables[stored]
    watched = bool(table.info.get("watched")) and "document_id" in table.columns
    return watched and columns in (("start", "end"), ("position",)) and set(columns) <= set(table.columns.keys())


def move(connection: Connection, stored: str, columns: tuple[str, ...], document: int, start: int, by: int) -> int:
    """Add `by` to the columns of the rows of a document whose first column is `start` or more; return how many.

    Of nothing else that is done to a row the log says less: it is for rows that all move alike.
    """
    first = columns[0]
    here = f'WHERE document_id = ? AND "{first}" >= ?'
    there = f'SELECT 1 FROM "{stored}" {here} LIMIT 1'
    if not by or connection.exec_driver_sql(there, (document, start)).first() is None:
        return 0
    passed: list[int] = []
    if by < 0:
        order = f'SELECT id FROM {sqlite.named(connection, stored, document)} {here} AND "{first}" < ?'
        passed = [row.id for row in connection.exec_driver_sql(order, (document, start + by, start))]
    return write(connection, Move(stored, document, columns, start, by, tuple(passed)))


def write(connection: Connection, wanted: Move) -> int:
    """Move rows and record it under the change that is open; return how many."""
    written = sqlite.moved(
        connection, wanted.stored, wanted.columns, wanted.document, wanted.start, wanted.by, wanted.apart
    )
    if written:
        connection.exec_driver_sql(
            "INSERT INTO change_row(change, stored, row, verb, image) SELECT change, ?, 0, ?, ? FROM open_change",
            (wanted.stored, VERB, wanted.image),
        )
    return written


def keys(connection: Connection, wanted: Move) -> set[int]:
    """Return the keys of the rows that a move may have moved, as far as they are there."""
    table = Base.metadata.tables[wanted.stored]
    least = min(wanted.start, wanted.start + wanted.by)
    behind = (table.c.document_id == wanted.document) & (table.c[wanted.columns[0]] >= least)
    found = connection.scalar(select(sqlite.joined(table.c.id)).where(behind))
    return set(map(int, found.split(","))) if found else set()

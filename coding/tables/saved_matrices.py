"""Saved matrices: choices of rows, columns and cell kept by name; the numbers are counted anew each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.cleaning import clean_line
from corpus.errors import CodingError, NothingThere
from corpus.model import SavedMatrix
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class SavedInfo:
    """A kept choice; `options` are the other arguments of `matrices.build` by name."""

    key: int
    name: str
    rows: str
    columns: str
    cell: str
    options: Mapping[str, Any] = field(default_factory=dict)


def save(
    project: Project, name: str, rows: str, columns: str, cell: str, options: Mapping[str, Any] | None = None
) -> int:
    """Keep a choice under `name` and return its key; one that has the name already gives way."""
    with project.change("Keep matrix") as session:
        name = _clean(name)
        row = _called(session, name)
        if row is None:
            row = SavedMatrix(name=name, rows=rows, columns=columns, cell=cell, options=dict(options or {}))
            session.add(row)
        else:
            row.rows, row.columns, row.cell, row.options = rows, columns, cell, dict(options or {})
        session.flush()
        return row.id


def rename(project: Project, key: int, name: str) -> None:
    """Give a kept matrix another name; a name that is taken is refused."""
    with project.change("Rename matrix") as session:
        row, name = _row(session, key), _clean(name)
        other = _called(session, name)
        if other is not None and other.id != key:
            raise CodingError("Another matrix is called {name}.", name=name)
        row.name = name


def remove(project: Project, key: int) -> None:
    """Forget a kept matrix."""
    with project.change("Remove matrix") as session:
        session.delete(_row(session, key))


def listed(project: Project) -> list[SavedInfo]:
    """Return the kept matrices by name."""
    with project.read() as session:
        rows = session.scalars(select(SavedMatrix).order_by(SavedMatrix.name, SavedMatrix.id))
        return [SavedInfo(row.id, row.name, row.rows, row.columns, row.cell, row.options or {}) for row in rows]


def _clean(name: str) -> str:
    name = clean_line(name)
    if not name:
        raise CodingError("A matrix needs a name.")
    return name


def _called(session: Session, name: str) -> SavedMatrix | None:
    rows = session.scalars(select(SavedMatrix).order_by(SavedMatrix.id))
    return next((row for row in rows if row.name.casefold() == name.casefold()), None)


def _row(session: Session, key: int) -> SavedMatrix:
    row = session.get(SavedMatrix, key)
    if row is None:
        raise NothingThere("This matrix is no longer kept.")
    return row

"""The declarative base of every table, and what makes a table watched."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Json = JSON(none_as_null=True)
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_uid() -> str:
    """Return a fresh random identity that stays with a row in every copy of the project."""
    return str(uuid4())


def now() -> str:
    """Return the present moment, UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def finely() -> str:
    """Return the present moment likewise, to the microsecond: for what is told from what is done in the same second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Base(DeclarativeBase):
    """Every table of a project file."""

    metadata = MetaData(naming_convention=NAMING)


class Watched(Base):
    """A table whose every row change is recorded by triggers, and so can be undone."""

    __abstract__ = True
    __table_args__: Any = {"sqlite_autoincrement": True, "info": {"watched": True}}

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    uid: Mapped[str] = mapped_column(String, default=new_uid, unique=True)


class Spanned(Watched):
    """A row that is on words of a document: `start` and `end` are code points."""

    __abstract__ = True

    document_id: Mapped[Any]
    start: Mapped[int]
    end: Mapped[int]


class Anchored(Watched):
    """A row that is on a place in a document, as `corpus.anchors.Anchor` says; all null is the whole document."""

    __abstract__ = True

    document_id: Mapped[Any]
    start: Mapped[int | None]
    end: Mapped[int | None]
    page: Mapped[int | None]
    x: Mapped[float | None]
    y: Mapped[float | None]
    width: Mapped[float | None]
    height: Mapped[float | None]
    start_ms: Mapped[int | None]
    end_ms: Mapped[int | None]


def owned(target: str, *, index: bool = True) -> Any:
    """Return a required foreign key to `target`; the row goes with what it belongs to.

    Without `index` where an index of the table begins with it.
    """
    return mapped_column(ForeignKey(target + ".id", ondelete="CASCADE"), index=index)


def part_of(target: str) -> Any:
    """Return an optional foreign key to `target`; the row goes with what it belongs to."""
    return mapped_column(ForeignKey(target + ".id", ondelete="CASCADE"), index=True, default=None)


def optional(target: str) -> Any:
    """Return an optional foreign key to `target`, emptied when the target goes."""
    return mapped_column(ForeignKey(target + ".id", ondelete="SET NULL"), index=True, default=None)

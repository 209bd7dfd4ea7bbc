"""Tables outside the watch: the log itself, content by hash, and what is cheap to lose."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from corpus.model.base import Base, finely, new_uid, now


class Content(Base):
    """A text or an original file, kept once under the SHA-256 of its bytes."""

    __tablename__ = "content"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    body: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class Meta(Base):
    """What is true of the file: its identity, its lineage, the version that made it."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class State(Base):
    """Where a coder was: positions and choices that no one would undo. The value is JSON."""

    __tablename__ = "state"

    coder: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Exposure(Base):
    """When suggestions for a document were first shown to a coder; undo must not make it unseen."""

    __tablename__ = "exposure"

    coder: Mapped[str] = mapped_column(primary_key=True)
    document_uid: Mapped[str] = mapped_column(primary_key=True)
    shown_at: Mapped[str] = mapped_column(default=now)


class Opened(Base):
    """When a coder last had a coding before their eyes in its document; undo must not make it unread."""

    __tablename__ = "opened"

    coder: Mapped[str] = mapped_column(primary_key=True)
    coding_uid: Mapped[str] = mapped_column(primary_key=True, index=True)
    at: Mapped[str] = mapped_column(default=finely)


class Disclosure(Base):
    """Something left the project although a consent speaks against it: who let it, when, what, and why.

    `path` is the way out, `uses` and `participants` are JSON: the uses nobody agreed to, and whose words went.
    """

    __tablename__ = "disclosure"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[str] = mapped_column(default=now)
    coder: Mapped[str]
    path: Mapped[str]
    uses: Mapped[str]
    participants: Mapped[str]
    why: Mapped[str] = mapped_column(default="")


class Model(Base):
    """A trained suggester: which content holds it and up to which change it was trained."""

    __tablename__ = "model"

    uid: Mapped[str] = mapped_column(primary_key=True, default=new_uid)
    language: Mapped[str]
    sha256: Mapped[str]
    version: Mapped[str]
    trained_to: Mapped[str]
    made_at: Mapped[str] = mapped_column(default=now)


class Change(Base):
    """One action of one person: the unit of undo and a line of the audit trail."""

    __tablename__ = "change"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    uid: Mapped[str] = mapped_column(default=new_uid)
    kind: Mapped[str]
    label: Mapped[str]
    coder: Mapped[str]
    sitting: Mapped[str]
    at: Mapped[str] = mapped_column(default=now)
    reverts: Mapped[int | None] = mapped_column(ForeignKey("change.id"), index=True)
    barrier: Mapped[bool] = mapped_column(default=False)


class ChangeRow(Base):
    """One row written: `verb` is insert, update or delete; `image` the row before, as JSON."""

    __tablename__ = "change_row"
    __table_args__ = (Index("ix_change_row_change", "change"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    change: Mapped[int] = mapped_column(ForeignKey("change.id"))
    stored: Mapped[str]
    row: Mapped[int]
    verb: Mapped[str]
    image: Mapped[str | None]


class OpenChange(Base):
    """The change under which rows may be written now; empty between changes."""

    __tablename__ = "open_change"

    change: Mapped[int] = mapped_column(primary_key=True)

"""What was read: codings that a coder had before their eyes. Outside the watch, as undo can't make it unread."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import select

from corpus.model import Coding, Opened
from corpus.store import sqlite
from corpus.store.project import Project


def opened(project: Project, codings: Iterable[int]) -> None:
    """Keep that this coder has codings before their eyes now; many at once cost hardly more than one.

    It is no change, and a project that is open for reading keeps nothing.
    """
    keys = sorted(set(codings))
    if not keys or not project.writable:
        return
    with project.read() as session:
        there = session.execute(select(Coding.id, Coding.uid).where(Coding.id.in_(keys))).all()
    if there:
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")  # finer than links, which it may follow at once
        rows = [{"coder": project.coder, "coding_uid": uid, "at": at} for _, uid in there]
        about = {Opened.__tablename__: frozenset(key for key, _ in there)}
        project.write_beside(sqlite.put(Opened), rows, about=about)

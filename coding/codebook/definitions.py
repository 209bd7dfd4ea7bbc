"""What is said of a code while it is typed, and what was said of it before: who wrote it, when, and instead of what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook
from corpus.errors import WorkbenchError
from corpus.model import Change, ChangeRow, Code
from corpus.store import untrusted
from corpus.store.history import Step
from corpus.store.project import Project

SAID = ("name", "short", "definition", "include", "exclude", "typical", "atypical", "level")
"""What of a code has a history, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Version:
    """One writing of what is said of a code: `fields` are those that changed, each with what stood before and after."""

    change: int
    coder: str
    at: str
    fields: Mapping[str, tuple[str, str]]


def typed(project: Project, key: int, fields: Mapping[str, Any], before: Step | None = None) -> Step | None:
    """Write what is typed of a code, see `codebook.edit`, and return the step that takes all of it back at once.

    `fields` are all that differ from how it was when the typing began. What the same typing wrote `before` is taken
    back first, as long as nothing else was done since; None where nothing is left to take back.
    """
    again = before is not None and project.undoable() == before
    if again:
        project.undo(before)
    if not fields:
        return None
    try:
        codebook.edit(project, key, **fields)
    except WorkbenchError:
        if again:
            project.redo()
        raise
    return project.undoable()


def versions(project: Project, key: int) -> list[Version]:
    """Return every writing of what is said of a code, oldest first; what was taken back again is left out."""
    with project.read() as session:
        rows = session.execute(
            select(Change.id, Change.reverts, Change.coder, Change.at, ChangeRow.verb, ChangeRow.image)
            .join(Change, Change.id == ChangeRow.change)
            .where(ChangeRow.stored == Code.__tablename__, ChangeRow.row == key)
            .order_by(ChangeRow.id)
        ).all()
        now = _now(session, key)
    changes = [next(run) for _, run in groupby(rows, key=lambda row: row.id)]
    states = [_state(row.verb, row.image) for row in changes] + [now]
    gone = _taken_back([(row.id, row.reverts) for row in changes])
    found = []
    for n, row in enumerate(changes):
        fields = {
            name: (states[n][name], states[n + 1][name]) for name in SAID if states[n][name] != states[n + 1][name]
        }
        if fields and row.id not in gone:
            found.append(Version(row.id, row.coder, row.at, fields))
    return found


def _taken_back(changes: Sequence[tuple[int, int | None]]) -> set[int]:
    """Return the changes that others took back, and those others."""
    gone: set[int] = set()
    for change, reverts in reversed(changes):
        if reverts is not None and change not in gone:
            gone |= {change, reverts}
    return gone


def _now(session: Session, key: int) -> dict[str, str]:
    row = session.get(Code, key)
    return {name: (getattr(row, name) or "") if row is not None else "" for name in SAID}


def _state(verb: str, image: str | None) -> dict[str, str]:
    """Return what was said before a row was written; nothing before the code was made."""
    try:
        told = untrusted.parsed(image) if verb != "insert" and image else {}
    except ValueError:  # a log that another program wrote may hold anything
        told = {}
    return {name: str(told.get(name) or "") if isinstance(told, dict) else "" for name in SAID}

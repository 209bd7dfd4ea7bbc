"""Disclosures: what left although a consent speaks against it, and what left with names. No undo touches them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import insert, select

from corpus.model import Disclosure, Participant
from corpus.people import vault
from corpus.store import sqlite, untrusted
from corpus.store.project import Project

NAMES = "names"
"""What is written down as a use where names were shown that are hidden else."""


@dataclass(frozen=True, slots=True)
class DisclosureInfo:
    """One of them: `path` is the way out, `participants` their names as they are now, those who are gone left out."""

    key: int
    at: str
    coder: str
    path: str
    uses: tuple[str, ...]
    participants: tuple[str, ...]
    why: str


def note(project: Project, path: str, uses: Iterable[str], participants: Iterable[int], why: str) -> None:
    """Write down that something leaves by a path against the consent of participants, and why."""
    with project.read() as session:
        uids = session.scalars(select(Participant.uid).where(Participant.id.in_(list(participants)))).all()
    project.write_beside(insert(Disclosure), _row(project, path, uses, uids, why))


def note_named(project: Project, path: str) -> bool:
    """Write down that something left by a path with the names of those who may not be named, where there are any.

    It is written also where another process holds the project; False where it could not be.
    """
    with project.read() as session:
        uids = session.scalars(select(Participant.uid).where(Participant.confidential)).all()
    if not vault.anything(project):
        return True
    row = _row(project, path, (NAMES,), uids, "")
    if not project.writable:
        return sqlite.append(project.path, insert(Disclosure), row)
    project.write_beside(insert(Disclosure), row)
    return True


def _row(project: Project, path: str, uses: Iterable[str], uids: Iterable[str], why: str) -> dict[str, str]:
    return {
        "coder": project.coder,
        "path": path,
        "uses": json.dumps(list(uses)),
        "participants": json.dumps(list(uids)),
        "why": why,
    }


def listed(project: Project) -> list[DisclosureInfo]:
    """Return them, the first one first."""
    with project.read() as session:
        names = {row.uid: row.name for row in session.execute(select(Participant.uid, Participant.name))}
        return [
            DisclosureInfo(
                row.id,
                row.at,
                row.coder,
                row.path,
                _told(row.uses),
                tuple(names[uid] for uid in _told(row.participants) if uid in names),
                row.why,
            )
            for row in session.scalars(select(Disclosure).order_by(Disclosure.id))
        ]


def _told(kept: str) -> tuple[str, ...]:
    """Return a list of words as it was kept; what another program put there counts as none."""
    try:
        found = untrusted.parsed(kept)
    except ValueError:
        return ()
    return tuple(map(str, found)) if isinstance(found, list) else ()

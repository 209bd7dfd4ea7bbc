"""The lines of the audit trail that touch one thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpus.model import Change, ChangeRow
from corpus.store.history import Step

if TYPE_CHECKING:
    from corpus.store.project import Project


def touching(project: Project, rows: Iterable[tuple[str, int]]) -> list[Step]:
    """Return the changes that wrote one of `rows` (table and key), the latest first."""
    with project.read() as session:
        numbers: set[int] = set()
        for stored, key in rows:
            found = session.query(ChangeRow.change).filter(ChangeRow.stored == stored, ChangeRow.row == key)
            numbers.update(change for (change,) in found)
        changes = session.query(Change).filter(Change.id.in_(numbers)).order_by(Change.id.desc())
        return [
            Step(
                change.id,
                change.label,
                change.kind,
                change.coder,
                change.at,
                change.coder == project.coder and change.sitting == project.sitting,
                change.reverts,
            )
            for change in changes
        ]

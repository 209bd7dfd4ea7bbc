"""The audit trail as a sheet."""

from __future__ import annotations

from coding.exports.sheets import Sheet
from corpus.project import Project

COLUMNS = ("change", "at", "coder", "kind", "label", "rows", "reverts")


def sheet(project: Project) -> Sheet:
    """Return a line for each change, oldest first: who did what and when, and which change it took back."""
    rows = tuple(
        (step.change, step.at, step.coder, step.kind, step.label, step.rows, step.reverts) for step in project.history()
    )
    return Sheet("History", COLUMNS, rows)

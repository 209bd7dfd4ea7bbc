"""The audit trail as a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from coding.exports.sheets import Sheet
from corpus.store.history import Step

COLUMNS = ("change", "at", "coder", "kind", "label", "rows", "reverts")


def sheet(steps: Iterable[Step]) -> Sheet:
    """Return a line for each change, the way they come: who did what and when, and which change it took back."""
    rows = tuple((step.change, step.at, step.coder, step.kind, step.label, step.rows, step.reverts) for step in steps)
    return Sheet("History", COLUMNS, rows)

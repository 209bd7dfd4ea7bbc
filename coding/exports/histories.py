"""The audit trail as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coding.exports.sheets import Sheet
from corpus.store.history import Step
from corpus.words import folded

COLUMNS = ("change", "at", "coder", "kind", "label", "rows", "reverts")


def sheet(steps: Iterable[Step]) -> Sheet:
    """Return a line for each change, the way they come: who did what and when, and which change it took back."""
    rows = tuple((step.change, step.at, step.coder, step.kind, step.label, step.rows, step.reverts) for step in steps)
    return Sheet("History", COLUMNS, rows)


def narrowed(
    steps: Iterable[Step], *, coder: str = "", since: str = "", words: str = "",
    said: Callable[[Step], str] = lambda step: step.label,
) -> list[Step]:  # fmt: skip
    """Return the changes of a coder, from a moment on, that have all of the words in what they are `said` to be."""
    wanted = folded(words).split()
    return [
        step
        for step in steps
        if (not coder or step.coder == coder)
        and step.at >= since
        and all(word in folded(said(step)) for word in wanted)
    ]

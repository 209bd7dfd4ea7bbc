"""The audit trail as a sheet: acts, with codes, documents, places and reasons."""

from __future__ import annotations

from collections.abc import Iterable

from coding.acts import Act
from coding.exports.sheets import Cell, Sheet

COLUMNS = (
    "change", "at", "coder", "kind", "label", "rows", "reverts", "codes", "documents", "start", "end", "places", "why",
)  # fmt: skip


def sheet(acts: Iterable[Act]) -> Sheet:
    """Return a line for each act, the way they come: who did what, when, to which codes, where and why.

    `start` and `end` are of its first words in the first document, where they are now, else where they were; `reverts`
    is the act that it took back.
    """
    return Sheet("History", COLUMNS, tuple(_cells(act) for act in acts))


def _cells(act: Act) -> tuple[Cell, ...]:
    step, (_, start, end) = act.step, act.place or (None, None, None)
    return (
        step.change,
        step.at,
        step.coder,
        step.kind,
        step.label,
        step.rows,
        step.reverts,
        "; ".join(act.codes),
        "; ".join(act.documents),
        start,
        end,
        act.places or None,
        act.why,
    )

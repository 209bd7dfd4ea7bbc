"""Units in ranges, and pairs of a label and a unit: all joins of a count are made of these few."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from coding.moment.rows import Ints
from corpus.store import columns

Pairs = tuple[Ints, Ints]
"""Numbers of labels and of units, one beside the other."""


def once(pairs: Pairs) -> Pairs:
    """Return each pair once, ordered by unit and then by label."""
    labels, units = pairs
    if not len(labels):
        return labels, units
    width = int(labels.max()) + 1
    joined = columns.distinct(np.sort(units * width + labels))
    return joined % width, joined // width


def spread(labels: Ints, ranges: Ints) -> Pairs:
    """Return a pair for every unit of every range: `labels` (n,), `ranges` (n, 2)."""
    sizes = ranges[:, 1] - ranges[:, 0]
    ends = np.cumsum(sizes)
    units = np.arange(int(ends[-1]) if len(ends) else 0, dtype=np.int64)
    units += np.repeat(ranges[:, 0] - (ends - sizes), sizes)
    return np.repeat(labels, sizes), units


def matches(ordered: Ints, wanted: Ints) -> Pairs:
    """Return the numbers in `wanted` and in `ordered` (sorted) of every two that are equal."""
    ranges = np.stack([np.searchsorted(ordered, wanted, "left"), np.searchsorted(ordered, wanted, "right")], axis=1)
    return spread(np.arange(len(wanted)), ranges)


def carried(before: Ints, rows: Ints, found: Ints, make: Callable[[Ints], Ints]) -> Ints:
    """Return `make(rows)`, row by row, given that `make(before)` was `found`: made where rows differ in the middle."""
    most = min(len(before), len(rows))
    head = _alike(before[:most], rows[:most])
    tail = _alike(before[::-1][: most - head], rows[::-1][: most - head])
    return np.concatenate([found[:head], make(rows[head : len(rows) - tail]), found[len(found) - tail :]])


def _alike(one: Ints, other: Ints) -> int:
    """Return how many rows at the beginning are the same."""
    differing = np.flatnonzero((one != other).any(axis=1))
    return int(differing[0]) if len(differing) else len(one)

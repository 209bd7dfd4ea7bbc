"""What coders' stretches have in common: stretches cut where any of them begins or ends, each with who coded it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from coding.moment.rows import Ints


class Stretches(NamedTuple):
    """Half-open stretches, row by row: the group they are of, the coder's number, where they start and end."""

    group: Ints
    coder: Ints
    start: Ints
    end: Ints

    def where(self, kept: Ints | np.ndarray) -> Stretches:
        """Return some of them: those of a mask, or rows in their order."""
        return Stretches(*(column[kept] for column in self))


def joined(found: Stretches) -> Stretches:
    """Return the stretches of each group and coder with those that overlap as one; those that only touch stay apart."""
    found = found.where(found.end > found.start)
    found = found.where(np.lexsort((found.start, found.coder, found.group)))
    width = int(found.end.max(initial=0)) + 1
    whose = found.group * (int(found.coder.max(initial=0)) + 1) + found.coder
    starts, reached = found.start + whose * width, np.maximum.accumulate(found.end + whose * width)
    new = np.ones(len(starts), bool)
    new[1:] = starts[1:] >= reached[:-1]
    last = np.append(np.flatnonzero(new)[1:] - 1, len(new) - 1)[: new.sum()]
    return Stretches(found.group[new], found.coder[new], found.start[new], (reached - whose * width)[last])


class Pieces(NamedTuple):
    """Stretches that no coder's end cuts, where somebody coded: group, start, end, and a bit for each who did."""

    group: Ints
    start: Ints
    end: Ints
    coders: Ints

    @property
    def length(self) -> Ints:
        """How long each is."""
        return np.asarray(self.end - self.start)


def pieces(found: Stretches) -> Pieces:
    """Cut `joined` stretches into pieces; of one coder none may overlap in a group."""
    width = int(found.end.max(initial=0)) + 1
    bits = np.left_shift(1, found.coder)
    at = np.concatenate([found.group * width + found.start, found.group * width + found.end])
    steps = np.concatenate([bits, -bits])
    order = np.argsort(at, kind="stable")
    at, coders = at[order], np.cumsum(steps[order])
    kept = np.flatnonzero((np.diff(at, append=at[-1:]) > 0) & (coders > 0))
    start, end = at[kept], at[np.minimum(kept + 1, len(at) - 1)] if len(at) else at
    return Pieces(start // width, start % width, end - start // width * width, coders[kept])

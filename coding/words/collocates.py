"""Collocates: the words that stand near what a query finds more often than chance would have them there."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from coding.search.clipping import inside
from coding.words.concordance import Concordance, Ints, Mask
from coding.words.wordlists import counts, log_likelihood
from corpus.search.nodes import Node

REACH = 5
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word said `near` a match, so often `left` and `right` of one, and `elsewhere`; `score` is its signed G2."""

    word: str
    near: int
    left: int
    right: int
    elsewhere: int
    score: float


def collocates(
    words: Concordance,
    node: Node,
    within: Mask,
    base: Mask,
    *,
    reach: int = REACH,
    stop: AbstractSet[str] = _NONE,
    small: bool = True,
    most: int = 500,
) -> tuple[Collocate, ...]:
    """Return the words within `reach` words of a match, the most telling first; matched words are none of them.

    Matches, and the words near them, count at the addresses `within`; they are held against all other words at the
    addresses `base` (Dunning 1993): bool[slots + 1] each. A word near two matches counts once.
    """
    places = inside(words.places(node), within)
    near = {side: _near(words, places.first if side < 0 else places.last, side, reach) for side in (-1, 1)}
    matched = np.zeros(len(words.word), bool)
    for far in range(int((places.last - places.first).max(initial=-1)) + 1):
        matched[(places.first + far)[places.first + far <= places.last]] = True
    told = within & ~matched
    left, right = (counts(words, near[side] & told) for side in (-1, 1))
    a = counts(words, (near[-1] | near[1]) & told)
    others = counts(words, (base | within) & ~matched) - a
    score = log_likelihood(a.astype(float), others.astype(float), int(a.sum()), int(others.sum()))
    listed = np.flatnonzero((a > 0) & ~words.left_out(stop, small=small))
    rank = np.lexsort((listed, -a[listed], -score[listed]))
    return tuple(
        Collocate(words.shown(n), int(a[n]), int(left[n]), int(right[n]), int(others[n]), float(score[n]))
        for n in listed[rank][:most].tolist()
    )


def _near(words: Concordance, at: Ints, side: int, reach: int) -> Mask:
    """Return which addresses are words within `reach` on one side: bool[slots + 1]."""
    found = np.zeros(len(words.word), bool)
    for _ in range(reach):
        at = at + side
        at = at[at >= 0]
        at = at[words.word[at] >= 0]
        found[at] = True
    return found

"""Word lists: how often words are said somewhere, and which are said more, or less, there than elsewhere."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coding.words.concordance import Concordance, Ints, Mask

Floats = NDArray[np.float64]
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frequency:
    """A word: how often it is said `here` and in the `rest`, and its signed log-likelihood (below 0: rarer here)."""

    word: str
    here: int
    rest: int
    score: float


@dataclass(frozen=True, slots=True)
class WordList:
    """The words said somewhere beside the rest: `here` and `rest` are how many words are compared in all."""

    here: int
    rest: int
    words: tuple[Frequency, ...]


def log_likelihood(a: Floats, b: Floats, here: float, rest: float) -> Floats:
    """Return G2 of each word said `a` times among `here` words and `b` times among `rest`, below 0 where it is rarer.

    Dunning (1993): twice the sum of O ln(O/E) over the four cells, word or other word, here or in the rest.
    """
    a, b = np.asarray(a, float), np.asarray(b, float)
    total = here + rest
    if here <= 0 or rest <= 0:
        return np.zeros(np.broadcast(a, b).shape)
    word = a + b
    cells = (
        (a, here * word / total),
        (b, rest * word / total),
        (here - a, here * (total - word) / total),
        (rest - b, rest * (total - word) / total),
    )
    twice = 2 * sum((_term(seen, expected) for seen, expected in cells), np.zeros(np.broadcast(a, b).shape))
    return np.asarray(np.where(a * rest >= b * here, 1, -1) * np.maximum(twice, 0.0))


def _term(seen: Floats, expected: Floats) -> Floats:
    safe = (seen > 0) & (expected > 0)
    return np.where(safe, seen * np.log(np.where(safe, seen, 1.0) / np.where(safe, expected, 1.0)), 0.0)


def counts(words: Concordance, which: Mask) -> Ints:
    """Return how often each word stands at the addresses `which`, bool[slots + 1]: int64[words]."""
    said = words.word[which]
    return np.bincount(said[said >= 0], minlength=len(words.words)).astype(np.int64)


def word_list(
    words: Concordance,
    here: Mask,
    rest: Mask,
    *,
    stop: AbstractSet[str] = _NONE,
    small: bool = True,
    most: int = 1000,
    by: str = "here",
) -> WordList:
    """Return at most so many words of the addresses `here`, by how often they are said or by `score`.

    `here` and `rest` are bool[slots + 1] (see `Concordance.chosen`, `clipping.said`), without an address in common.
    Words of `stop`, and function words unless `small` is False, are left out of the list but not of the totals.
    """
    a, b = counts(words, here), counts(words, rest)
    total, other = int(a.sum()), int(b.sum())
    score = log_likelihood(a.astype(float), b.astype(float), total, other)
    listed = np.flatnonzero(((a > 0) if by == "here" else (a + b > 0)) & ~words.left_out(stop, small=small))
    rank = np.lexsort((listed, -(a if by == "here" else score)[listed]))
    return WordList(
        total,
        other,
        tuple(Frequency(words.shown(n), int(a[n]), int(b[n]), float(score[n])) for n in listed[rank][:most].tolist()),
    )

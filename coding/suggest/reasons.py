"""Why a code is suggested, and which sentences of the turn carry it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from coding.suggest.features import Ints, TextFeatures
from coding.suggest.grammar import GRAMMAR

WORDS_SHOWN = 6
ASKED_SHOWN = 3
_SHORT_TURN = 40
_SHORT_SPAN = 8
_MOST_OF_IT = 0.8
_LEAST, _LITTLE = 0.1, 0.02  # of what the strongest word added; in log-odds

Weights = NDArray[np.float64]


def strongest(words: Ints, shares: Weights, telling: NDArray[np.bool_], most: int = WORDS_SHOWN) -> list[int]:
    """Return the places of the telling words that added most to the score, strongest first; none that took away.

    A word counts once, with all that it added wherever it stands; what added little beside the strongest is left out.
    """
    at = np.flatnonzero(telling & (shares > 0))
    if not len(at):
        return []
    each, back = np.unique(words[at], return_inverse=True)
    added = np.bincount(back, weights=shares[at], minlength=len(each))
    order = np.argsort(-added, kind="stable")[:most]
    kept = np.isin(back, order[added[order] >= max(_LITTLE, _LEAST * added.max())])
    return [int(place) for place in at[kept]]


@lru_cache(1 << 16)
def tells(word: str) -> bool:
    """Say whether a folded word says something by itself: no sign, no single letter, no word of grammar or hesitation.

    What hangs together by an apostrophe or a dash tells if one of its parts does.
    """
    parts = word.replace("'", "-").split("-")
    return any(len(part) > 1 and part not in GRAMMAR and any(c.isalnum() for c in part) for part in parts)


def carrying(reading: TextFeatures, shares: Weights, length: int) -> tuple[int, int]:
    """Return the span, within a turn of `length`, of the neighbouring sentences that carry the score.

    A short turn, or one without punctuation, is carried by all of it, and so is one whose words all speak against the
    code. A sentence belongs when its words bring at least half of what words bring on average, and more than nothing.
    """
    whole = (0, length)
    if len(reading.words) <= _SHORT_TURN or len(reading.sentences) < 2 or not (shares > 0).any():
        return whole
    bounds = np.array([start for start, _ in reading.sentences[1:]])
    sentence = np.searchsorted(bounds, reading.starts, side="right")
    count = len(reading.sentences)
    words = np.bincount(sentence, minlength=count)
    gains = np.bincount(sentence, weights=shares, minlength=count) - words * max(0.0, 0.5 * shares.mean())
    first, end = _best_run(gains)
    while words[first:end].sum() < _SHORT_SPAN and (first > 0 or end < count):
        before = gains[first - 1] if first > 0 else -np.inf
        after = gains[end] if end < count else -np.inf
        first, end = (first - 1, end) if before > after else (first, end + 1)
    if words[first:end].sum() >= _MOST_OF_IT * words.sum():
        return whole
    return reading.sentences[first][0], reading.sentences[end - 1][1]


def _best_run(gains: Weights) -> tuple[int, int]:
    """Return the run of neighbours with the greatest sum (Kadane, in Bentley 1984)."""
    best, first, end = -np.inf, 0, len(gains)
    total, begin = 0.0, 0
    for at, gain in enumerate(gains):
        if total <= 0:
            total, begin = 0.0, at
        total += float(gain)
        if total > best:
            best, first, end = total, begin, at + 1
    return first, end

"""Specificities: which words a part of a study says more, or less, than its share of all words would have it.

Lafon (1980, Mots 1: 127-165): of T words in all, t are of the part; a word is said F times, f of them in the part. The
index is the decimal logarithm of how likely so many, or so few, would be by chance: negative where there are fewer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from coding.articles.sources import plain
from coding.moment.dividing import dimension
from coding.moment.evidence import Ways
from coding.moment.moment import Moment
from coding.moment.rows import Ints

LEAST = 5


@dataclass(frozen=True, slots=True)
class Specificity:
    """A word of a part: how often it is said `everywhere` and `here`, and its signed index; `code` where it is one."""

    part: str
    word: str
    everywhere: int
    here: int
    index: float
    code: int | None = None


@dataclass(frozen=True, slots=True)
class Specificities:
    """The words of each part by how specific they are; `total` words in all, and how many each part has."""

    total: int
    sizes: dict[str, int]
    words: tuple[Specificity, ...]


def index(here: int, everywhere: int, size: int, total: int) -> float:
    """Return the signed index of a word said `here` of `everywhere` times, in a part of `size` of `total` words."""
    from scipy.special import gammaln, logsumexp

    def choose(n: Any, k: Any) -> Any:
        return gammaln(n + 1.0) - gammaln(k + 1.0) - gammaln(n - k + 1.0)

    rarer = here * total < everywhere * size
    low, high = max(0, everywhere + size - total), min(everywhere, size)
    counts = np.arange(low, here + 1) if rarer else np.arange(here, high + 1)
    chances = choose(everywhere, counts) + choose(total - everywhere, size - counts) - choose(total, size)
    found = min(float(logsumexp(chances)) / math.log(10), 0.0)
    return found if rarer else -found


def specificities(
    moment: Moment, by: str, *, ways: Ways = "both", least: int = LEAST, most: int | None = None
) -> Specificities:
    """Return the words of each part of a way of dividing, such as `codes` or `attribute:sex`, beside all words.

    Words said fewer than `least` times are left out; of each part the `most` specific, of either sign. Words of the
    interviewer count where the view says so.
    """
    names, ids = _words(moment)
    divided = dimension(moment, by, ways)
    labels, units = divided.units("word")
    total, size = len(ids), max(len(names), 1)
    everywhere = np.bincount(ids, minlength=size)
    found, sizes, known = list[Specificity](), dict[str, int](), dict[tuple[int, int, int], float]()
    for number, label in enumerate(divided.labels):
        mine = ids[units[labels == number]]
        if not len(mine):
            continue
        here, sizes[label.name] = np.bincount(mine, minlength=size), len(mine)
        rows = []
        for word in np.flatnonzero(everywhere >= least).tolist():
            key = (int(here[word]), int(everywhere[word]), len(mine))
            if key not in known:
                known[key] = index(*key, total)
            code = divided.codes[number] if divided.codes else None
            rows.append(Specificity(label.name, names[word], key[1], key[0], known[key], code))
        rows.sort(key=lambda one: (-abs(one.index), one.word))
        found += sorted(rows[:most], key=lambda one: (-one.index, one.word))
    return Specificities(total, sizes, tuple(found))


def _words(moment: Moment) -> tuple[list[str], Ints]:
    """Return the words that are said, without case, and of each counted word of the study which of them it is."""
    numbers, seen, found = dict[str, int](), dict[str, int](), [np.zeros(0, np.int64)]
    for document, (_, starts, ends) in moment.counted_words.items():
        text = moment.text(document)
        mine = np.empty(len(starts), np.int64)
        for at, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
            word = text[start:end]
            if word not in seen:
                seen[word] = numbers.setdefault(plain(word), len(numbers))
            mine[at] = seen[word]
        found.append(mine)
    return list(numbers), np.concatenate(found)

"""The words of a study in a row, as numbers: of every document what was said, and of every excerpt its translation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from coding.moment import shown
from coding.moment.moment import Moment
from corpus import words

Ints = NDArray[np.int64]
_COMMON = 4_000  # places of a pair of words beyond which it tells nothing
_MOST_PLACES = 16  # places that are looked at for one stretch of words


class SourceText(NamedTuple):
    """A text whose words stand from number `low` to `high`: a document's, or the translation of an excerpt of it.

    `place` is where the excerpt stands, None where the words are the document's own.
    """

    document: int
    text: str
    low: int
    high: int
    place: tuple[int, int] | None = None


@dataclass
class Sources:
    """`ids` (n,) numbers each word without case, -1 between texts; `spans` (n, 2) is where it stands in its text."""

    every: list[SourceText]
    numbers: dict[str, int]
    ids: NDArray[np.int32]
    spans: Ints

    @classmethod
    def of(cls, moment: Moment) -> Self:
        """Read all that was said in the documents of the view, interviewers too, and what is stored in translation."""
        made, numbers = _Making(), dict[str, int]()
        for info in shown.documents(moment):
            low, high = moment.voices.runs.get(info.key, (0, 0))
            made.add(numbers, info.key, moment.text(info.key), moment.passages[low:high, 2:4])
        for one in moment.excerpts:
            if one.translation and shown.place(moment, one.document, one.start, one.end):
                made.add(numbers, one.document, one.translation, None, (one.start, one.end))
        ids = np.concatenate([*made.ids, np.full(1, -1, np.int32)])
        return cls(made.every, numbers, ids, np.concatenate([*made.spans, np.zeros((1, 2), np.int64)]))

    def known(self, said: Iterable[str]) -> list[int]:
        """Return the numbers of words; -2 for one that nobody says."""
        return [self.numbers.get(plain(word), -2) for word in said]

    def source(self, at: int) -> SourceText:
        """Return the text that the word at a place is of."""
        return self.every[int(np.searchsorted(self._lows, at, "right")) - 1]

    def word(self, at: int) -> str:
        """Return the word at a place as it is written."""
        start, end = self.spans[at].tolist()
        return self.source(at).text[start:end]

    @cached_property
    def _lows(self) -> Ints:
        return np.array([one.low for one in self.every] or [0], np.int64)

    @cached_property
    def _pairs(self) -> tuple[Ints, Ints]:
        """Every two words in a row as one number, sorted, and where each stands."""
        first, second = self.ids[:-1].astype(np.int64), self.ids[1:].astype(np.int64)
        there = np.flatnonzero((first >= 0) & (second >= 0))
        keys = first[there] * len(self.numbers) + second[there]
        order = np.argsort(keys, kind="stable")
        return keys[order], there[order]

    @cached_property
    def _single(self) -> tuple[Ints, Ints]:
        order = np.argsort(self.ids, kind="stable")
        return self.ids[order].astype(np.int64), order.astype(np.int64)

    def places(self, said: Sequence[int]) -> list[tuple[int, int]]:
        """Return the likeliest places of words, the likeliest first: where they begin, and a word that stands there.

        They are where rare pairs of the words meet; where no two in a row are of one text, single words are looked for.
        """
        pairs = [
            (at, one * len(self.numbers) + two) for at, (one, two) in enumerate(pairwise(said)) if one >= 0 and two >= 0
        ]
        found = self._voted(self._pairs, pairs, len(said))
        return found or self._voted(self._single, [(at, one) for at, one in enumerate(said) if one >= 0], len(said))

    def _voted(self, postings: tuple[Ints, Ints], keys: Sequence[tuple[int, int]], width: int) -> list[tuple[int, int]]:
        rows = [np.zeros((0, 3))]
        for at, key in keys:
            low, high = np.searchsorted(postings[0], (key, key + 1)).tolist()
            if 0 < high - low <= _COMMON:
                there = postings[1][low:high]
                weight = np.full(high - low, np.log(len(self.ids) / (high - low)))
                rows.append(np.column_stack([there - at, there, weight]))
        every = np.concatenate(rows)
        return _best(every[np.argsort(every[:, 0], kind="stable")], width // 3 + 3)


def _best(votes: NDArray[np.float64], near: int) -> list[tuple[int, int]]:
    """Return where most votes (beginning, word, weight) meet within `near` words, half as many as the best or more."""
    if not len(votes):
        return []
    starts, sums = votes[:, 0], np.concatenate([[0.0], np.cumsum(votes[:, 2])])
    scores = sums[np.searchsorted(starts, starts + near, "right")] - sums[np.arange(len(starts))]
    found, likely = list[tuple[int, int]](), np.flatnonzero(scores >= scores.max() / 2)
    for at in likely[np.argsort(-scores[likely], kind="stable")].tolist():
        if len(found) == _MOST_PLACES:
            break
        if all(abs(starts[at] - one) > near for one, _ in found):
            found.append((int(starts[at]), int(votes[at, 1])))
    return found


class _Making:
    """The texts so far."""

    def __init__(self) -> None:
        self.every: list[SourceText] = []
        self.ids: list[NDArray[np.int32]] = []
        self.spans: list[Ints] = []
        self.size = 0
        self.seen: dict[str, int] = {}

    def add(
        self,
        numbers: dict[str, int],
        document: int,
        text: str,
        passages: Ints | None,
        place: tuple[int, int] | None = None,
    ) -> None:
        """Add the words of a text: those in its passages, as marks of who speaks are not said."""
        spans = words.spans(text)
        spans = spans if passages is None else _inside(spans, passages)
        seen, found = self.seen, np.empty(len(spans) + 1, np.int32)
        for at, (start, end) in enumerate(spans.tolist()):
            word = text[start:end]
            number = seen.get(word)
            if number is None:
                number = seen[word] = numbers.setdefault(plain(word), len(numbers))
            found[at] = number
        found[-1] = -1
        self.every.append(SourceText(document, text, self.size, self.size + len(spans), place))
        self.ids.append(found)
        self.spans.append(np.concatenate([spans, np.zeros((1, 2), np.int64)]))
        self.size += len(found)


def _inside(spans: Ints, passages: Ints) -> Ints:
    if not len(passages):
        return spans[:0]
    owner = np.searchsorted(passages[:, 0], spans[:, 0], "right") - 1
    inside: Ints = spans[(owner >= 0) & (spans[:, 0] < passages[owner, 1])]
    return inside


def plain(word: str) -> str:
    """Return a word without what print may change of it: its case, and letters written as one."""
    found = word.casefold()
    return found if found.isascii() else unicodedata.normalize("NFC", found.replace("œ", "oe").replace("æ", "ae"))


def sources(moment: Moment) -> Sources:
    """Return the words of a study, read once for many questions."""
    return moment.keep("sources", (moment.voices, moment.excerpts, moment.scope), lambda: Sources.of(moment))

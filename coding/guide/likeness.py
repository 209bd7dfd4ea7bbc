"""Likeness: how much what an interviewer says is like a question of the guide, by the words that both hold.

Words are stems, weighted by how rare they are among all that is asked, small words hardly at all. What is misspelt, or
in another form, counts by the letters that it shares. Longer questions are looked at sentence by sentence as well,
since an interviewer often says a part of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.search.analysis import SMALL, tokens
from corpus.search.stems import stems

Floats = NDArray[np.float64]
Span = tuple[int, int]

_SENTENCE = re.compile(r"[^.?!…\n]+[.?!…]*")
_NUMBER = re.compile(r"\s*\d{1,2}\s?[-–:.)]\s?")
_SMALL = 0.05  # of a full word's weight
_COMMON = 0.1  # what a word weighs that stands nearly everywhere
_NEAR = 0.6  # how many letters two words share, of all, that one may be the other misspelt or in another form
_SIDES = {"fr": 0, "en": 1}
_LEAST = 1e-9
_WHOLE = 2.0  # how much more it matters that the question is covered than that what was said is
_PART = 0.5  # of a question's weight: a sentence of it that holds less is not asked for the whole
_LONGEST = 3  # sentences taken together


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Return where the sentences stand between two code points, without white space and the guide's own numbers."""
    found = []
    for match in _SENTENCE.finditer(text, start, end):
        number = _NUMBER.match(text, match.start(), match.end())
        first = number.end() if number is not None else match.start()
        said = text[first : match.end()]
        if said.strip():
            found.append((first + len(said) - len(said.lstrip()), match.end() - len(said) + len(said.rstrip())))
    return found


def windows(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the runs of one to three sentences, as first and one after the last."""
    for first in range(len(spans)):
        for last in range(first + 1, min(first + _LONGEST, len(spans)) + 1):
            yield first, last


Bag = frozenset[str]
"""The words of some text: stems of full words, small words as they are."""


def bag(text: str, language: str) -> Bag:
    """Return the words of a text."""
    side = _SIDES.get(language, 0)
    return frozenset(term if (term := token.term) in SMALL else stems(term)[side] for token in tokens(text))


class _WeighedWords:
    """All words of what is said and asked, each with its weight: the rarer, the more; a small word hardly any."""

    def __init__(self, bags: Sequence[Bag]) -> None:
        counts: dict[str, int] = {}
        for one in bags:
            for word in one:
                counts[word] = counts.get(word, 0) + 1
        self.words = list(counts)
        self.numbers = {word: n for n, word in enumerate(self.words)}
        rare = np.log((len(bags) + 1) / (np.array([*counts.values()], float) + 0.5))
        small = np.array([word in SMALL for word in self.words], bool)
        self.weights = np.maximum(rare, _COMMON) * np.where(small, _SMALL, 1.0)

    def table(self, bags: Sequence[Bag]) -> Any:
        """Return (bags, words) of 1 where a bag holds a word."""
        from scipy import sparse

        rows = np.repeat(np.arange(len(bags)), [len(one) for one in bags])
        columns = [self.numbers[word] for one in bags for word in one]
        return sparse.csr_matrix((np.ones(len(columns)), (rows, columns)), shape=(len(bags), len(self.words)))

    def near(self, bags: Iterable[Bag]) -> Any:
        """Return (words, words): how like each is to each word of `bags`, by its letters: 1 to itself, 0 to most."""
        from scipy import sparse

        grams = _letters(self.words)
        wanted = sorted({self.numbers[word] for one in bags for word in one if word not in SMALL})
        sizes = np.asarray(grams.sum(axis=1)).ravel()
        alike = (grams @ grams[wanted].T).tocoo()
        dice = 2 * alike.data / (sizes[alike.row] + sizes[wanted][alike.col])
        kept = (dice >= _NEAR) & (sizes[alike.row] > 0)
        rows, columns = alike.row[kept], np.array(wanted, np.int64)[alike.col[kept]]
        shape = (len(self.words), len(self.words))
        found = sparse.csr_matrix((dice[kept], (rows, columns)), shape=shape)
        return found.maximum(sparse.identity(len(self.words), format="csr"))


def _letters(words: Sequence[str]) -> Any:
    """Return (words, runs of three letters); a small word has none."""
    from scipy import sparse

    numbers: dict[str, int] = {}
    rows, columns = [], []
    for row, word in enumerate(words):
        for gram in _runs(word) if word not in SMALL else ():
            rows.append(row)
            columns.append(numbers.setdefault(gram, len(numbers)))
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(words), max(len(numbers), 1)))


def _runs(word: str) -> set[str]:
    """Return the runs of three letters of a word, its edges included."""
    padded = f" {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def scores(said: Sequence[Bag], wordings: Sequence[Sequence[Bag]]) -> Floats:
    """Return (said, questions): the likeness of each to each question, 0 to 1, the best of its `wordings`."""
    flat = [one for each in wordings for one in each]
    every = _covered(said, flat)
    ends = np.cumsum([len(each) for each in wordings])
    return np.stack([every[:, end - len(each) : end].max(axis=1) for each, end in zip(wordings, ends)], axis=1)


def _covered(said: Sequence[Bag], asked: Sequence[Bag]) -> Floats:
    """Return (said, asked): how much of both the shared words are, by weight, that of the question counting more."""
    words = _WeighedWords([*said, *asked])
    there, wanted = words.table(said), words.table(asked)
    spread = (there @ words.near(asked)).tocsr()
    spread.data = np.minimum(spread.data, 1.0)
    shared = np.asarray((spread.multiply(words.weights[None, :]).tocsr() @ wanted.T).todense())
    of_said, of_asked = there @ words.weights, wanted @ words.weights
    precision = np.minimum(shared / np.maximum(of_said, _LEAST)[:, None], 1)
    recall = shared / np.maximum(of_asked, _LEAST)[None, :]
    more = _WHOLE**2
    return np.asarray((1 + more) * precision * recall / np.maximum(more * precision + recall, _LEAST))


def wordings(texts: Iterable[str], language: str) -> list[Bag]:
    """Return the wordings of a question: each text as a whole, and the sentences of it that say the most of it."""
    found = []
    for text in texts:
        whole = bag(text, language)
        parts = [bag(text[a:b], language) for a, b in sentences(text, 0, len(text))]
        found += [whole, *(part for part in parts if part != whole and _full(part) >= _PART * _full(whole))]
    return found


def _full(one: Bag) -> int:
    return sum(word not in SMALL for word in one)


def shared(text: str, question: str, language: str) -> tuple[str, ...]:
    """Return the full words of a question that are said in `text`, or nearly so, as the question writes them."""
    there, side = bag(text, language), _SIDES.get(language, 0)
    found: dict[str, str] = {}
    for token in tokens(question):
        stem = stems(token.term)[side]
        if token.term not in SMALL and (stem in there or any(_near(stem, word) for word in there - SMALL)):
            found.setdefault(stem, question[token.start : token.end])
    return tuple(found.values())


def _near(one: str, other: str) -> bool:
    a, b = _runs(one), _runs(other)
    return 2 * len(a & b) >= _NEAR * (len(a) + len(b))

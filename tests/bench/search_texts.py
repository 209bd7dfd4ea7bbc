"""What the benchmark of search reads and asks: a hundred novels, and questions on rare, middling and common words."""

from __future__ import annotations

import io
import random
import statistics
import tarfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from corpus.search.index import SearchIndex
from corpus.search.postings import PassageText

DATA = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "scale" / "eltec_fra_100.tar.xz"
KINDS = ("term", "phrase", "prefix", "infix", "boolean", "near")
RANKS = (2, 10, 40, 120, 300, 700, 1500, 3000, 6000)
SYLLABLES = "ba co di fe gu lon mar né pro ra so ti vou l'a ment tion".split()
REACH = 10


class Asked(NamedTuple):
    """One question, for each engine to put in its own language: `joint` is AND or OR where there is a choice."""

    kind: str
    words: tuple[str, ...]
    joint: str = ""

    @property
    def ours(self) -> str:
        """The question in our own language."""
        first, last = self.words[0], self.words[-1]
        return {
            "term": first,
            "phrase": f'"{" ".join(self.words)}"',
            "prefix": f"{first}*",
            "infix": f"*{first}*",
            "boolean": f"{first} {self.joint} {last}",
            "near": f"{first} NEAR/{REACH} {last}",
        }[self.kind]


class Figure(NamedTuple):
    """Median and longest CPU time of one kind of question, in ms, and how many passages all of the kind found."""

    ms: float
    longest: float
    found: int

    def __str__(self) -> str:
        return f"{self.ms:.3g}, at most {self.longest:.3g}; {self.found:,}"


def novels() -> Iterator[str]:
    """Yield the texts of a hundred novels, or, where they are not there, generated ones."""
    if not DATA.exists():
        yield from _generated()
        return
    with tarfile.open(DATA) as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None and member.name.endswith(".txt"):
                yield io.TextIOWrapper(file, "utf-8").read()


def _generated(documents: int = 100, words: int = 80_000) -> Iterator[str]:
    """Yield texts of made-up words as frequent as words are (Zipf)."""
    chance = random.Random(3)
    lexicon = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 5))) for _ in range(60_000)]
    weights = list(np.cumsum(1 / np.arange(1, len(lexicon) + 1)))
    for _ in range(documents):
        said = chance.choices(lexicon, cum_weights=weights, k=words)
        yield "\n".join(" ".join(said[at : at + 60]) for at in range(0, words, 60))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each paragraph, in code points."""
    at = 0
    for paragraph in text.split("\n"):
        if paragraph.strip():
            yield at, at + len(paragraph)
        at += len(paragraph) + 1


def passages() -> Iterator[PassageText]:
    """Yield all paragraphs as passages, one novel a document."""
    key = 0
    for document, text in enumerate(novels(), 1):
        for start, end in paragraphs(text):
            key += 1
            yield PassageText(key, document, start, text[start:end], "fr")


def questions(index: SearchIndex) -> list[Asked]:
    """Choose questions by how often their words stand in the corpus, whatever its segments are."""
    counts: dict[str, int] = {}
    for postings, _ in index.view().parts:
        for word, count in zip(postings.lexicon, np.diff(postings.address_bounds).tolist(), strict=True):
            counts[word] = counts.get(word, 0) + count
    ranked = sorted((word for word in counts if word.isalpha() and len(word) > 2), key=lambda word: -counts[word])
    words = [ranked[at] for at in RANKS if at < len(ranked)]
    two = list(pairwise(words))
    found = [Asked("term", (word,)) for word in words]
    found += [Asked("phrase", pair) for pair in _pairs(index.view().parts[0][0])]
    found += [Asked("prefix", (word[:4],)) for word in words if len(word) > 4]
    found += [Asked("infix", (word[1:5],)) for word in words if len(word) > 5]
    found += [Asked("boolean", pair, joint) for joint in ("AND", "OR") for pair in two]
    return found + [Asked("near", pair) for pair in two]


def _pairs(postings: Any, count: int = 9) -> list[tuple[str, str]]:
    """Return pairs of words that do stand side by side, picked over the whole corpus."""
    words = np.empty(int(postings.bases[-1]) + 1, np.int64)
    words[postings.addresses] = np.repeat(np.arange(len(postings.lexicon)), np.diff(postings.address_bounds))
    places = np.sort(postings.addresses)
    chance, found = random.Random(5), list[tuple[str, str]]()
    while len(found) < count:
        at = chance.randrange(len(places) - 1)
        if places[at + 1] == places[at] + 1:
            first, second = (postings.lexicon[words[places[at + step]]] for step in (0, 1))
            if first.isalpha() and second.isalpha():
                found.append((first, second))
    return found


def taken(work: Callable[[], object], times: int = 7) -> float:
    """Return the median CPU time of some runs, in ms, after one that does not count."""
    work()
    spent = []
    for _ in range(times):
        begun = time.process_time()
        work()
        spent.append(1000 * (time.process_time() - begun))
    return statistics.median(spent)


def figures(
    asked: Sequence[Asked], ask: Callable[[Asked], Callable[[], Sequence[Any]] | None], times: int = 7
) -> dict[str, Figure]:
    """Return by kind what questions take and find; `ask` makes one ready to run, None where an engine can't."""
    spent: dict[str, list[float]] = {}
    found: dict[str, int] = {}
    for one in asked:
        work = ask(one)
        if work is not None:
            spent.setdefault(one.kind, []).append(taken(work, times))
            found[one.kind] = found.get(one.kind, 0) + len(work())
    return {kind: Figure(statistics.median(each), max(each), found[kind]) for kind, each in spent.items()}

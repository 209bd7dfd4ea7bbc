"""Examples at hand: the three quotations of a code that one weighs new words against."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING, Literal

from coding import codings
from corpus import documents
from corpus.words import folded

if TYPE_CHECKING:
    from coding.codings import CodingInfo
    from corpus.store.project import Project

_AT_MOST = 120  # codings weighed, the latest
_LONG = 2_000  # code points of a verbatim that are read
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class ComparedVerbatim:
    """A verbatim of a code and why it is shown; `start` and `end` are code points in the document."""

    kind: Literal["last", "typical", "unlike"]
    document: int
    document_name: str
    start: int
    end: int
    text: str


def examples(project: Project, codes: Collection[int]) -> list[ComparedVerbatim]:
    """Give the last verbatim of these codes, the one nearest in words to all others, and the one farthest from them."""
    found = [coding for coding in codings.listed(project, codes=codes) if not coding.whole]
    found.sort(key=lambda coding: (coding.created_at, coding.key), reverse=True)
    found = found[:_AT_MOST]
    infos = {info.key: info for info in documents.listed(project, sorted({coding.document for coding in found}))}
    said = [project.text(infos[c.document].text_sha)[c.start : min(c.end, c.start + _LONG)] for c in found]

    def example(kind: Literal["last", "typical", "unlike"], number: int) -> ComparedVerbatim:
        coding: CodingInfo = found[number]
        name = infos[coding.document].name
        return ComparedVerbatim(kind, coding.document, name, coding.start, coding.end, said[number])

    if not found:
        return []
    chosen = [example("last", 0)]
    rest = [number for number in range(1, len(found)) if said[number] != said[0]]
    if rest:
        likeness = _likeness(said)
        unlike = min(rest, key=lambda number: (likeness[number], number))
        others = [number for number in rest if said[number] != said[unlike]]
        if others:
            chosen.append(example("typical", max(others, key=lambda number: (likeness[number], -number))))
        chosen.append(example("unlike", unlike))
    return chosen


def _likeness(texts: list[str]) -> list[float]:
    """Give the cosine of each text's words with those of all others, rare words weighing more (Salton 1975)."""
    bags = [Counter(_WORD.findall(folded(text))) for text in texts]
    spread = Counter(word for bag in bags for word in bag)
    rarity = {word: log(1 + len(bags) / count) for word, count in spread.items()}
    vectors = [{word: count * rarity[word] for word, count in bag.items()} for bag in bags]
    whole: dict[str, float] = {}
    for vector in vectors:
        for word, weight in vector.items():
            whole[word] = whole.get(word, 0.0) + weight
    return [_cosine(vector, whole) for vector in vectors]


def _cosine(vector: dict[str, float], whole: dict[str, float]) -> float:
    rest = {word: whole[word] - weight for word, weight in vector.items()}
    size = sqrt(sum(weight**2 for weight in vector.values()))
    norm = sqrt(max(0.0, sum(weight**2 for weight in whole.values())))
    return sum(weight * rest[word] for word, weight in vector.items()) / (size * norm) if size and norm else 0.0

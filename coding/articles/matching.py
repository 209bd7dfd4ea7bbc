"""Where the words of a quotation are from: the place in the sources that agrees best, and word by word what differs.

Cuts, (…) and […], leave out any words, and […] with words in it stands for some that are the author's. Words are
compared without case, so that spaces, dashes, apostrophes, quotation marks and full stops may be as print has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from coding.articles.sources import Sources, SourceText
from corpus import words

_CUT = re.compile(r"\(\s?(?:…|\.{2,4})\s?\)|\[\s?(?:…|\.{2,4})\s?\]|…|\.{3,4}")
_INSERTED = re.compile(r"[^\W_]*\[[^\[\]\n]{0,300}\][^\W_]*")
_ONE_LETTER = re.compile(r"\[(\w)\](?=[\w’'])")
_REPLACED = 12  # words of a source that words in brackets may stand for
_FARTHEST = 20_000  # words that a cut may leave out
_FEW = 6  # words below which a third of them may differ where they are still the same words; else it is half


class QuotationPiece(NamedTuple):
    """Words in a row, and what parts them from those before: nothing, a cut, or what the author put in."""

    words: tuple[str, ...]
    after: str


class WordingChange(NamedTuple):
    """Words of the article that stand for other words of a source; either may be none."""

    printed: str
    said: str


@dataclass(frozen=True, slots=True)
class QuotationSource:
    """Where words are from: a document, from `start` to `end`, and how they differ.

    `differing` counts the words that do. `translated` says that a stored translation holds them.
    """

    document: int
    start: int
    end: int
    translated: bool
    differing: int
    changes: tuple[WordingChange, ...]


def pieces(quotation: str) -> list[QuotationPiece]:
    """Return the words of a quotation in the pieces that its cuts and insertions part."""
    text = _ONE_LETTER.sub(r"\1", quotation)
    text = _INSERTED.sub("\ue003", _CUT.sub("\ue002", text))
    found, after = list[QuotationPiece](), ""
    for part in re.split("([\ue002\ue003])", text):
        if part in ("\ue002", "\ue003"):
            after = "cut" if part == "\ue002" or after == "cut" else "inserted"
        elif said := words.found(part):
            found.append(QuotationPiece(tuple(said), after))
            after = ""
    return found


def sought(sources: Sources, quotation: str) -> list[QuotationSource]:
    """Return where a quotation may be from: every place that agrees with it best, none where nothing is like it."""
    parts = pieces(quotation)
    if not parts:
        return []
    numbered = [np.array(sources.known(one.words), np.int64) for one in parts]
    anchor = max(range(len(parts)), key=lambda n: len(parts[n].words))
    placed: dict[tuple[int, int], list[_Lay]] = {}
    for start, word in sources.places(numbered[anchor].tolist()):
        laid = _laid(sources, parts, numbered, anchor, start, sources.source(word))
        placed.setdefault((laid[anchor].low, laid[anchor].high), laid)
    if not placed:
        return []
    best = min(sum(one.cost for one in laid) for laid in placed.values())
    size = sum(len(one.words) for one in parts)
    if best * (3 if size < _FEW else 2) > size:
        return []
    return [_found(sources, parts, laid) for laid in placed.values() if sum(one.cost for one in laid) == best]


class _Lay(NamedTuple):
    """A piece as it lies on a source: words `low` to `high`, how many differ, and the pairs of places that meet."""

    low: int
    high: int
    cost: int
    pairs: tuple[tuple[int, int], ...]


def _laid(
    sources: Sources,
    parts: Sequence[QuotationPiece],
    numbered: Sequence[NDArray[np.int64]],
    anchor: int,
    start: int,
    source: SourceText,
) -> list[_Lay]:
    """Lay the anchor near a place, then the pieces after and before it, each as near as what parts them allows."""
    size = len(numbered[anchor])
    slack = size // 3 + 4
    found = {
        anchor: _lay(sources, numbered[anchor], max(source.low, start - slack), min(source.high, start + size + slack))
    }
    for n in range(anchor + 1, len(parts)):
        low = found[n - 1].high
        reach = _REPLACED + 2 * len(numbered[n]) if parts[n].after == "inserted" else _FARTHEST
        found[n] = _lay(sources, numbered[n], low, min(source.high, low + reach))
    for n in range(anchor - 1, -1, -1):
        high = found[n + 1].low
        reach = _REPLACED + 2 * len(numbered[n]) if parts[n + 1].after == "inserted" else _FARTHEST
        found[n] = _lay(sources, numbered[n], max(source.low, high - reach), high, last=True)
    return [found[n] for n in range(len(parts))]


def _lay(sources: Sources, said: NDArray[np.int64], low: int, high: int, *, last: bool = False) -> _Lay:
    """Lay words on a stretch of a source where they differ least; of equal places the first, or the last.

    Sellers (1980): the least number of words put in, left out or put for others, wherever in the stretch they begin.
    """
    there = sources.ids[low:high].astype(np.int64)
    steps = np.arange(len(there) + 1)
    rows = [np.zeros(len(there) + 1, np.int64)]
    for n, word in enumerate(said.tolist()):
        best = np.empty(len(there) + 1, np.int64)
        best[0] = n + 1
        best[1:] = np.minimum(rows[-1][:-1] + (there != word), rows[-1][1:] + 1)
        rows.append(np.minimum.accumulate(best - steps) + steps)
    ends = np.flatnonzero(rows[-1] == rows[-1].min())
    end = int(ends[-1] if last else _run_on(ends))
    first, pairs = _traced(rows, said, there, end)
    return _Lay(low + first, low + end, int(rows[-1][end]), tuple((n, low + at) for n, at in pairs))


def _run_on(ends: NDArray[np.int64]) -> int:
    """Return the last of the first ends in a row: there a word stands for a word, and before it for none."""
    breaks = np.flatnonzero(np.diff(ends) > 1)
    return int(ends[breaks[0] if len(breaks) else -1])


def _traced(
    rows: Sequence[NDArray[np.int64]], said: NDArray[np.int64], there: NDArray[np.int64], at: int
) -> tuple[int, list[tuple[int, int]]]:
    """Return where the words begin, and which of them meet which of the source, equal or one for the other."""
    n, pairs = len(said), list[tuple[int, int]]()
    while n:
        cost = rows[n][at]
        if at and cost == rows[n - 1][at - 1] + (there[at - 1] != said[n - 1]):
            n, at = n - 1, at - 1
            pairs.append((n, at))
        elif cost == rows[n - 1][at] + 1:
            n -= 1
        else:
            at -= 1
    return at, pairs[::-1]


def _found(sources: Sources, parts: Sequence[QuotationPiece], laid: Sequence[_Lay]) -> QuotationSource:
    met = [at for one in laid for _, at in one.pairs]
    low, high = min(met), max(met)
    source = sources.source(low)
    changes = tuple(change for part, one in zip(parts, laid, strict=True) for change in _changes(sources, part, one))
    if source.place is not None:
        start, end = source.place
    else:
        start, end = int(sources.spans[low, 0]), int(sources.spans[high, 1])
    return QuotationSource(
        source.document, start, end, source.place is not None, sum(one.cost for one in laid), changes
    )


def _changes(sources: Sources, part: QuotationPiece, laid: _Lay) -> list[WordingChange]:
    """Return what differs in a piece, words that follow each other as one."""
    met = dict(laid.pairs)
    by_source = {at: n for n, at in laid.pairs}
    steps, at = list[tuple[bool, str, str]](), laid.low
    numbers = sources.known(part.words)
    for n, word in enumerate(part.words):
        stands = met.get(n)
        while at < laid.high and at not in by_source and (stands is None or at < stands):
            steps.append((True, "", sources.word(at)))
            at += 1
        if stands is None:
            steps.append((True, word, ""))
        else:
            steps.append((int(sources.ids[stands]) != numbers[n], word, sources.word(stands)))
            at = stands + 1
    groups = (list(group) for differs, group in groupby(steps, key=lambda one: one[0]) if differs)
    return [WordingChange(_joined(one[1] for one in group), _joined(one[2] for one in group)) for group in groups]


def _joined(said: Iterable[str]) -> str:
    return " ".join(filter(None, said))

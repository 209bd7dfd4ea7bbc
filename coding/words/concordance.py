"""The words of a project in a row, as the index has them: what stands where, and what stands beside it.

Every word has an *address* over all segments of the index; one address is left free after each passage, so that
nothing runs from one passage into the next. All here works on whole arrays and reads no text.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from coding.moment.moment import Moment
from corpus.search import matching
from corpus.search.analysis import SMALL, fold
from corpus.search.index import IndexView
from corpus.search.nodes import Node, Pattern, leaves

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
K1, B = 1.2, 0.75


def concordance(moment: Moment, view: IndexView) -> Concordance:
    """Return the words of all passages as a view of the index has them, read once for many questions."""
    keys = np.ascontiguousarray(moment.passages[:, 0])
    return moment.keep("concordance", (moment.voices, view), lambda: Concordance.of(view, keys))


@dataclass(frozen=True, slots=True)
class Places:
    """Matches in order of their passages: unit (passage number), address of first and last word: int64[k] each."""

    unit: Ints
    first: Ints
    last: Ints

    def __len__(self) -> int:
        return len(self.unit)

    def kept(self, which: Any) -> Places:
        """Return the matches chosen by bool[k], or by places in a wanted order."""
        return Places(self.unit[which], self.first[which], self.last[which])


@dataclass
class Concordance:
    """`words` are all folded words, sorted; `word` (slots + 1,) has the number of the word at an address, -1 for none.

    `bases` (n + 1,) are the addresses where passages begin, `units` (n,) their numbers in the project, -1 where a
    passage is no longer in it.
    """

    view: IndexView
    words: list[str]
    word: NDArray[np.int32]
    bases: Ints
    units: Ints
    _forms: dict[int, list[tuple[str, str]]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, view: IndexView, keys: Ints) -> Self:
        """Read a view of the index; `keys` are those of the project's passages, in order: int64[units]."""
        words = sorted({word for postings, _ in view.parts for word in postings.lexicon})
        number = {word: at for at, word in enumerate(words)}
        slots = sum(int(postings.bases[-1]) for postings, _ in view.parts)
        table = np.full(slots + 1, -1, np.int32)
        bases, offset = [], 0
        for postings, _ in view.parts:
            mine = np.array([number[word] for word in postings.lexicon], np.int32)
            bounds = postings.address_bounds.astype(np.int64)
            counts: Ints = (bounds[1:] - bounds[:-1]).astype(np.int64)
            # Without a copy of the addresses: to take fresh memory is what costs most here.
            table[offset : offset + int(postings.bases[-1])][postings.addresses] = np.repeat(mine, counts)
            bases.append(postings.bases[:-1].astype(np.int64) + offset)
            offset += int(postings.bases[-1])
        order = np.argsort(keys)
        at = np.searchsorted(keys[order], view.keys) if len(keys) else np.zeros(len(view.keys), np.int64)
        alive = np.concatenate([alive for _, alive in view.parts] or [np.zeros(0, bool)])
        at = np.minimum(at, max(0, len(keys) - 1))
        known = alive & (keys[order][at] == view.keys) if len(keys) else np.zeros(len(view.keys), bool)
        units = np.where(known, order[at] if len(keys) else -1, -1).astype(np.int64)
        return cls(view, words, table, np.concatenate([*bases, [offset]]).astype(np.int64), units)

    @cached_property
    def unit(self) -> NDArray[np.int32]:
        """Number of the passage that each address is in, -1 for none: int32[slots + 1]."""
        sizes: Ints = (self.bases[1:] - self.bases[:-1]).astype(np.int64)
        found = np.empty(len(self.word), np.int32)
        found[:-1] = np.repeat(self.units.astype(np.int32), sizes)
        found[self.bases[1:] - 1] = found[-1] = -1
        return found

    @cached_property
    def lengths(self) -> Ints:
        """Words in each passage of the index: int64[n]."""
        return np.asarray(self.bases[1:] - self.bases[:-1] - 1)

    @cached_property
    def _offsets(self) -> list[int]:
        sizes = [int(postings.bases[-1]) for postings, _ in self.view.parts]
        return [sum(sizes[:at]) for at in range(len(sizes))]

    def begin(self, address: int) -> int:
        """Return the address at which the passage of an address begins."""
        return int(self.bases[np.searchsorted(self.bases, address, "right") - 1])

    def places(self, node: Node, within: Mask | None = None) -> Places:
        """Return the matches of a query, overlapping ones as one, in the passages of `within`: bool[units]."""
        found = [
            (spans.first.astype(np.int64) + offset, spans.last.astype(np.int64) + offset)
            for (postings, _), offset in zip(self.view.parts, self._offsets, strict=True)
            for spans in [matching.matches(node, postings)]
        ]
        return self._placed(*_apart(found), within)

    def _placed(self, first: Ints, last: Ints, within: Mask | None) -> Places:
        unit = self.unit[first].astype(np.int64)
        kept = unit >= 0 if within is None else (unit >= 0) & within[unit]
        first, last, unit = first[kept], last[kept], unit[kept]
        order = np.lexsort((first, unit))
        return Places(unit[order], first[order], last[order])

    def relevance(self, node: Node, units: Ints) -> NDArray[np.float64]:
        """Return the BM25 score of each passage for what a query asks to be there: float64[k].

        Robertson & Zaragoza (2009), k1 = 1.2, b = 0.75; a phrase or a NEAR counts as one term. A regular expression
        adds nothing.
        """
        size = int(self.units.max(initial=-1)) + 1
        score, length = np.zeros(size), np.zeros(size)
        living = self.units >= 0
        length[self.units[living]] = self.lengths[living]
        total, mean = int(living.sum()), float(self.lengths[living].mean()) if living.any() else 1.0
        for leaf in leaves(node):
            if isinstance(leaf, Pattern):
                continue
            often = np.bincount(self.places(leaf).unit, minlength=size).astype(float)
            having = int((often > 0).sum())
            rarity = np.log1p((total - having + 0.5) / (having + 0.5))
            score += rarity * often * (K1 + 1) / (often + K1 * (1 - B + B * length / max(mean, 1.0)))
        return np.asarray(score[units])

    def beside(self, places: Places, side: str, reach: int = 4) -> Ints:
        """Return the words next to each match, nearest first: int64[k, reach], -1 beyond the passage."""
        step, at = (-1, places.first) if side == "left" else (1, places.last)
        found = np.full((len(places), reach), -1, np.int64)
        going = np.ones(len(places), bool)
        for far in range(reach):
            at = at + step
            here = self.word[np.where(going & (at >= 0), at, -1)]
            going &= here >= 0
            found[:, far] = np.where(going, here, -1)
        return found

    def sorted(self, places: Places, side: str) -> Places:
        """Return matches in the alphabetical order of what stands to their left or right, the nearest word first."""
        near = self.beside(places, side)
        return places.kept(np.lexsort(tuple(near[:, far] for far in reversed(range(near.shape[1])))))

    def counts(self, within: Mask) -> Ints:
        """Return how often each word is said in the passages of `within`, bool[units]: int64[words]."""
        return self._counted(np.flatnonzero(self.chosen(within)))

    def chosen(self, within: Mask) -> Mask:
        """Return which addresses are words of the passages of `within`: bool[slots + 1]."""
        return np.asarray((self.unit >= 0) & np.append(within, False)[self.unit])

    def _counted(self, addresses: Ints) -> Ints:
        return np.bincount(self.word[addresses], minlength=len(self.words)).astype(np.int64)

    def left_out(self, stop: AbstractSet[str], *, small: bool = True) -> Mask:
        """Return which words a list leaves out: those of `stop`, and function words if `small`: bool[words]."""
        out = {fold(word) for word in stop} | (SMALL if small else frozenset())
        return np.fromiter((word in out for word in self.words), bool, len(self.words))

    def shown(self, number: int) -> str:
        """Return a word as it is most often written."""
        word = self.words[number]
        forms: dict[str, int] = {}
        for at, (postings, _) in enumerate(self.view.parts):
            mine = postings.number(word)
            if mine is None:
                continue
            run = slice(int(postings.address_bounds[mine]), int(postings.address_bounds[mine + 1]))
            if at not in self._forms:
                self._forms[at] = postings.every_form
            first = int(postings.form_bounds[mine])
            for form, often in enumerate(np.bincount(postings.form_numbers[run]).tolist()):
                written = self._forms[at][first + form][1]
                forms[written] = forms.get(written, 0) + often
        return max(forms, key=lambda form: (forms[form], form)) if forms else word


def _apart(found: Sequence[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    """Return matches ascending, those that overlap as one."""
    first = np.concatenate([each[0] for each in found] or [np.zeros(0, np.int64)])
    last = np.concatenate([each[1] for each in found] or [np.zeros(0, np.int64)])
    if not len(first):
        return first, last
    order = np.argsort(first, kind="stable")
    first, last = first[order], np.maximum.accumulate(last[order])
    new = np.concatenate([[True], first[1:] > last[:-1]])
    return first[new], last[np.append(np.flatnonzero(new)[1:] - 1, len(first) - 1)]

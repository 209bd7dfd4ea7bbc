"""Co-occurrence of codes: on the same words, in the same turn, or within some turns of each other.

Passages are counted, as the overlaps of spans can push a coefficient out of its range. c is n12 / (n1 + n2 − n12), and
so is Jaccard's index of the two sets of passages; it is distorted where one code is over five times as frequent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from coding.moment import shown
from coding.moment.dimensions import Dimension
from coding.moment.evidence import EvidenceItem
from coding.moment.moment import Moment
from coding.moment.ranges import Pairs, matches, once, spread
from coding.moment.rows import Ints
from corpus.errors import MatrixError
from corpus.store.columns import distinct

NEAR = 2  # turns
_FREQUENT = 5
Meets = Literal["words", "turns", "near"]
"""How two codes meet: on the same words, in the same turn, or within some turns of each other."""


@dataclass(frozen=True, slots=True)
class Together:
    """Two codes: passages in which they share words, that both touch, and of the first with the second near by.

    `one` and `other` count each one's passages; `warned` says that one has over five times as many.
    """

    first: int
    second: int
    words: int
    turns: int
    near: int
    one: int
    other: int

    @property
    def c(self) -> float:
        """The c-coefficient of the passages that both touch, from 0 to 1."""
        return self.turns / (self.one + self.other - self.turns)

    @property
    def warned(self) -> bool:
        """Whether c is distorted."""
        return max(self.one, self.other) > _FREQUENT * min(self.one, self.other)


def cooccurrence(moment: Moment, codes: Sequence[int] | None = None, near: int = NEAR) -> list[Together]:
    """Return the pairs of these codes, or of descriptive ones, that meet within `near` turns, the most turns first."""
    wanted = codes if codes is not None else [one.key for one in shown.codes(moment).values() if one.cycle == 1]
    keys, size = list(wanted), len(wanted)
    spans = [moment.net.spans(key) for key in keys]
    labels = np.repeat(np.arange(size), [len(one) for one in spans])
    flat = np.concatenate([np.zeros(0, np.int64), *spans])
    by_turn = once(spread(labels, moment.item_passages[flat]))
    by_word = once(spread(labels, moment.item_words[flat]))
    turns = _shared(by_turn, by_turn, (size, size))
    words = _on_words(moment, by_word, by_word, (size, size))
    around = _shared(by_turn, _widened(moment, by_turn, near), (size, size))
    single = np.diag(turns).tolist()
    both = np.maximum(around, around.T)
    found = [
        Together(keys[a], keys[b], int(words[a, b]), int(turns[a, b]), int(both[a, b]), single[a], single[b])
        for a, b in zip(*(half.tolist() for half in np.nonzero(np.triu(both, 1))), strict=True)
    ]
    return sorted(found, key=lambda one: (-one.turns, -one.near))


def opened(moment: Moment, one: int, other: int, how: Meets, near: int = NEAR) -> list[EvidenceItem]:
    """Return the segments of two codes that meet in this way, in document order; those of both."""
    return meeting(moment, moment.net.spans(one), moment.net.spans(other), how, near)


def meeting(moment: Moment, mine: Ints, theirs: Ints, how: Meets, near: int = NEAR) -> list[EvidenceItem]:
    """Return those of some spans, and of others, that meet each other in this way, in document order."""
    ranges, apart = (moment.item_words, 0) if how == "words" else (moment.item_passages, near if how == "near" else 0)
    (start, end), (from_, to) = ranges[mine].T[:, :, None], ranges[theirs].T
    documents = moment.coded.places[:, 0]
    met = (start < to + apart) & (from_ < end + apart) & (documents[mine][:, None] == documents[theirs])
    return moment.net.every(np.union1d(mine[met.any(axis=1)], theirs[met.any(axis=0)]).tolist())


def counted(sides: tuple[Dimension, Dimension], how: Meets | Literal["c"], near: int = NEAR) -> NDArray[Any]:
    """Return (rows, columns) of two dimensions that are codes: the passages in which they meet, or c."""
    moment, (down, across) = sides[0].moment, sides
    if not (_of_codes(down) and _of_codes(across)):
        raise MatrixError("Co-occurrence is of codes: let rows and columns be codes.")
    shape, (one, other) = (len(down.labels), len(across.labels)), (side.units("passage") for side in sides)
    match how:
        case "words":
            return _on_words(moment, down.units("word"), across.units("word"), shape)
        case "near":
            before, behind = _widened(moment, one, near), _widened(moment, other, near)
            return np.maximum(_shared(one, behind, shape), _shared(before, other, shape))
    both = _shared(one, other, shape)
    if how == "turns":
        return both
    sizes = [np.bincount(labels, minlength=size) for (labels, _), size in zip((one, other), shape, strict=True)]
    either = sizes[0][:, None] + sizes[1] - both
    return np.asarray(np.divide(both, either, out=np.zeros(shape), where=either > 0))


def _of_codes(side: Dimension) -> bool:
    return side.coded is not None and all(label.kind == "code" for label in side.labels)


def _shared(left: Pairs, right: Pairs, shape: tuple[int, int]) -> Ints:
    """Count by two labels the units that both have; both are (labels, units), by unit."""
    pair, place = matches(left[1], right[1])
    cells = left[0][place] * shape[1] + right[0][pair]
    return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)


def _widened(moment: Moment, by_turn: Pairs, near: int) -> Pairs:
    """Return (label, passage) pairs with the passages up to `near` before and behind in the same document."""
    labels, passages = by_turn
    documents = moment.passages[:, 1]
    moved = []
    for step in range(-near, near + 1):
        there = passages + step
        inside = (there >= 0) & (there < len(documents))
        inside[inside] = documents[there[inside]] == documents[passages[inside]]
        moved.append((labels[inside], there[inside]))
    return once((np.concatenate([one for one, _ in moved]), np.concatenate([one for _, one in moved])))


def _on_words(moment: Moment, left: Pairs, right: Pairs, shape: tuple[int, int]) -> Ints:
    """Count by two labels the passages in which both are on the same words; both are (labels, words), by word."""
    pair, place = matches(left[1], right[1])
    turns, inside = spread(np.arange(len(moment.passages)), moment.passage_words)
    of_word = np.zeros(int(inside.max(initial=-1)) + 1, np.int64)
    of_word[inside] = turns
    width = len(moment.passages) + 1
    cells = (left[0][place] * shape[1] + right[0][pair]) * width + of_word[left[1][place]]
    each = distinct(np.sort(cells)) // width
    return np.bincount(each, minlength=shape[0] * shape[1]).reshape(shape)

"""Lines: the matches of a listing one by one, in an order of one's own; a text is read only where one is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

import numpy as np

from coding.words.concordance import Concordance, Ints, Places
from corpus.search.analysis import places_of

Line = tuple[int, int, int]


class Lines(Sequence[Line]):
    """(row, start, end) of every match, in code points of its document.

    `rows` has the listing's row of each of `places`; `passage(unit)` gives start and words of a passage.
    """

    def __init__(
        self, words: Concordance, places: Places, rows: Ints, passage: Callable[[int], tuple[int, str]]
    ) -> None:
        self.places, self.rows = places, rows
        self._begins = words.bases[np.searchsorted(words.bases, places.first, "right") - 1]
        self._passage = passage
        self._known: dict[int, Line] = {}

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        if at not in self._known:
            self._known[at] = self._read(at)
        return self._known[at]

    def _read(self, at: int) -> Line:
        start, text = self._passage(int(self.places.unit[at]))
        first, last = (int(each[at] - self._begins[at]) for each in (self.places.first, self.places.last))
        found = places_of(text, (first, last))
        return int(self.rows[at]), start + found[first][0], start + found[last][1]

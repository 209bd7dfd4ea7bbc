"""How often words go with codes in what people coded: of the passages with a word, how many carry a code."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from coding.suggest.features import Ints, Matrix
from coding.suggest.shared_words import Families
from coding.suggest.training import Trained

_NONE = np.zeros(0, np.int64)


class Frequencies:
    """Counted over the turns to which people gave codes by themselves: `given` says which, by place in the texts."""

    def __init__(self, trained: Trained, given: Mapping[int, Collection[int]]) -> None:
        self._rows = {place: row for row, place in enumerate(trained.places) if place in given}
        rows = trained.model.rows
        self._words: tuple[Matrix, Matrix] = (rows.words.tocsc(), rows.before.tocsc())
        self._coded = np.zeros(len(trained.places), bool)
        self._coded[list(self._rows.values())] = True
        carrying: dict[int, list[int]] = {}
        for place, row in self._rows.items():
            for code in given[place]:
                carrying.setdefault(code, []).append(row)
        self._carrying = {code: np.array(sorted(rows), np.int64) for code, rows in carrying.items()}
        self._lexicon = trained.model.features.lexicon.words
        self._families: dict[tuple[int, bool], Families] = {}

    def akin(self, word: str, code: int, *, asked: bool = False) -> bool:
        """Say whether a word stands in some form in turns that carry the code, or `asked`, before them."""
        if (code, asked) not in self._families:
            rows = self._words[asked].tocsr()[self._carrying.get(code, _NONE)]
            self._families[code, asked] = Families(self._lexicon[number] for number in np.unique(rows.indices))
        return word in self._families[code, asked]

    def of(self, word: int, code: int, place: int, *, asked: bool = False) -> tuple[int, int]:
        """Return how many turns with a word carry the code, and how many carry any, the one at `place` aside.

        A word that is `asked` stands in what was said right before.
        """
        words = self._words[asked]
        if word >= words.shape[1]:
            return 0, 0
        rows: Ints = words.indices[words.indptr[word] : words.indptr[word + 1]]
        rows = rows[self._coded[rows] & (rows != self._rows.get(place, -1))]
        return int(np.isin(rows, self._carrying.get(code, _NONE)).sum()), len(rows)

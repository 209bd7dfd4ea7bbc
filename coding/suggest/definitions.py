"""Codes that nobody has used enough yet: matched by what is written of them and by their cues, and never measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from coding.suggest import examples
from coding.suggest.features import Floats
from coding.suggest.learning import LearnedModel
from coding.suggest.records import hash_of
from coding.suggest.texts import CodeDescription, TurnTexts

# A turn matches a code for which it stands out from all others of the project by so many standard deviations: at all
# where it holds a cue, by less where no other code of the framework comes as near in log-odds. Of the sample's 75 coded
# turns, which the texts were not written from, this finds .51 and is right in .49 of what it offers; standing out by
# 3.0, or a cue anywhere, found .15 and was right in .37.
_STANDS_OUT, _LEADING, _LEAD = 1.5, 0.5, 0.2
# So much where words in common show why, and as much as any other where it is one word alone.
_SHOWN, _FEW = 1.0, 12


class Definitions:
    """A model of names, definitions, typical words and cues alone."""

    def __init__(self, texts: TurnTexts, codes: Sequence[CodeDescription]) -> None:
        self.texts = texts
        self.keys = frozenset(code.key for code in codes)
        said = [(code.key, code.language, text) for code in codes for text in examples.sayings(code)]
        columns = sorted(self.keys)
        at = {code: column for column, code in enumerate(columns)}
        targets = np.zeros((len(said), len(columns)), np.float32)
        for row, (code, _, _) in enumerate(said):
            targets[row, at[code]] = 1
        rows = texts.features.rows(texts.read_each([(language, text) for _, language, text in said]))
        self.model = LearnedModel(texts.features, columns, rows, targets, np.ones(len(said), np.float32))
        self.version = f"definitions-1-{hash_of(repr(said))[:12]}"
        self._scores = self.model.scores(texts.rows)
        spread = self._scores.std(axis=0)
        self._standing = (self._scores - self._scores.mean(axis=0)) / np.where(spread > 0, spread, np.inf)

    @classmethod
    def of(cls, texts: TurnTexts, codes: Iterable[CodeDescription]) -> Definitions | None:
        """Return the definitions of codes, or None without codes or without anything to match."""
        found = list(codes)
        return cls(texts, found) if found and texts.turns else None

    def matches(self, place: int) -> list[tuple[int, float]]:
        """Return codes and scores that a turn matches, best first: the code for which it stands out most among turns.

        A code's texts may fit all of a study a little, so that its score alone says less than how it stands there.
        """
        scores, standing = self._scores[place], self._standing[place]
        floors = np.full(len(scores), _STANDS_OUT, np.float32)
        floors[self._ahead(place) >= _LEAD] = _LEADING
        floors[self._cued(place)] = 0
        found = [
            (float(standing[n]), float(scores[n]), self.model.codes[n]) for n in np.flatnonzero(standing >= floors)
        ]
        return [(code, score) for _, score, code in sorted(found, key=lambda one: (-one[0], -one[1], one[2]))]

    def stands_out(self, place: int, code: int, *, alone: bool) -> bool:
        """Say whether a turn stands out for a code so much that words in common, or one `alone`, show why.

        Among few turns none does, and nothing is asked.
        """
        standing = self._standing[place, self.model.codes.index(code)]
        return len(self._standing) < _FEW or bool(standing >= (_STANDS_OUT if alone else _SHOWN))

    def leads(self, place: int, code: int) -> bool:
        """Say whether a turn comes nearer to no other code."""
        return bool(self._ahead(place)[self.model.codes.index(code)] >= 0)

    def _ahead(self, place: int) -> Floats:
        """Return for each code by how much its score is above the best of the others, in log-odds."""
        scores = self._scores[place]
        *_, second, best = sorted([-np.inf, *scores])
        return np.asarray(scores - np.where(scores < best, best, second), np.float32)

    def _cued(self, place: int) -> NDArray[np.bool_]:
        """Return for each code whether the turn holds one of its cues."""
        cued = {code for _, _, code in self.texts.readings[place].cues}
        return np.array([code in cued for code in self.model.codes], bool)

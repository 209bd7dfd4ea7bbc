"""Codes that nobody has used enough yet: matched by what is written of them and by their cues, and never measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from coding.suggest import examples
from coding.suggest.features import Floats
from coding.suggest.learning import Model
from coding.suggest.records import hash_of
from coding.suggest.texts import Described, Texts

# Without a cue, a passage must stand out from all others of the project by as many standard deviations.
_STANDS_OUT = 3.0


class Definitions:
    """A model of names, definitions, typical words and cues alone."""

    def __init__(self, texts: Texts, codes: Sequence[Described]) -> None:
        self.texts = texts
        self.keys = frozenset(code.key for code in codes)
        said = [(code.key, code.language, text) for code in codes for text in examples.sayings(code)]
        columns = sorted(self.keys)
        at = {code: column for column, code in enumerate(columns)}
        targets = np.zeros((len(said), len(columns)), np.float32)
        for row, (code, _, _) in enumerate(said):
            targets[row, at[code]] = 1
        rows = texts.features.rows(texts.read_each([(language, text) for _, language, text in said]))
        self.model = Model(texts.features, columns, rows, targets, np.ones(len(said), np.float32))
        self.version = f"definitions-1-{hash_of(repr(said))[:12]}"
        self._scores = self.model.scores(texts.rows)
        spread = self._scores.std(axis=0)
        self._floor = self._scores.mean(axis=0) + _STANDS_OUT * np.where(spread > 0, spread, np.inf)

    @classmethod
    def of(cls, texts: Texts, codes: Iterable[Described]) -> Definitions | None:
        """Return the definitions of codes, or None without codes or without anything to match."""
        found = list(codes)
        return cls(texts, found) if found and texts.turns else None

    def matches(self, place: int) -> list[tuple[int, float]]:
        """Return codes and scores that a turn matches, best first: those with a cue in it before the others."""
        cued = {code for _, _, code in self.texts.readings[place].cues}
        scores: Floats = self._scores[place]
        found = [
            (code in cued, float(score), code)
            for code, score, floor in zip(self.model.codes, scores, self._floor, strict=True)
            if code in cued or score >= floor
        ]
        return [(code, score) for _, score, code in sorted(found, key=lambda one: (-one[0], -one[1], one[2]))]

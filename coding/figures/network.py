"""Codes that meet in the same passages, as a network: the more they share the wider is the line between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from coding.figures import layout, words
from coding.figures.choices import FigureChoice
from coding.figures.paper import ACCENT, BLANK, EDGE, SMALL, Figure, Paper, shade
from coding.figures.placing import Placing
from coding.figures.spreading import apart, spread_out
from coding.moment.moment import Moment
from coding.tables import matrices
from coding.tables.matrices import Matrix
from corpus.errors import NothingThere

_MOST, _TIES = 26, 1.7  # codes, and about how many lines for each of them
_LEAST, _LARGEST = 1.3, 5.6  # mm of a circle's radius
_ROOM = 34.0  # mm of a name
_WORDS = {
    "fr": {
        "title": "Réseau de cooccurrence des codes",
        "alt": "Réseau de {codes} reliés par {ties}\u00a0: deux codes le sont s’ils sont dans les mêmes"
        " passages. Le lien le plus fort est {where} ({number}).",
        "ties": "Montré ici\u00a0: {shown} liens sur {all}, ceux d’au moins {least}.",
        "under": "Un code et un code sous lui ne sont pas reliés.",
    },
    "en": {
        "title": "Network of codes that occur together",
        "alt": "Network of {codes} with {ties} between those that are in the same passages. The strongest is"
        " {where} ({number}).",
        "ties": "Shown here: {shown} lines of {all}, those of {least} or more.",
        "under": "No line is drawn between a code and one under it.",
    },
}


def network(moment: Moment, choice: FigureChoice) -> Figure:
    """Draw which codes meet in the same passages, those that meet most."""
    rows = layout.of_codes(moment, choice)
    matrix = matrices.build(moment, rows, rows, "passages", evidence=choice.evidence or "both")
    shared = met(matrix, choice)
    every = np.argwhere(np.triu(shared))
    if not len(every):
        layout.something(matrix.values.any())
        raise NothingThere("There is nothing to draw: no two codes meet in a passage.")
    found = np.array(layout.most(shared.sum(axis=1), choice.most or _MOST))
    found = found[shared[np.ix_(found, found)].sum(axis=1) > 0]
    return _Net(matrix, shared, found, len(every), Paper(choice.width), words.spoken(moment)).drawn()


def met(matrix: Matrix, choice: FigureChoice) -> NDArray[np.int64]:
    """Return how many passages two codes share; none for a code and one under it, nor for codes not asked for."""
    shared = np.array(matrix.values, np.int64)
    np.fill_diagonal(shared, 0)
    keys = [label.key for label in matrix.rows]
    place = {key: n for n, key in enumerate(keys)}
    for key, n in place.items():
        under = [place[one] for one in matrix.moment.net.subtree(int(key or 0)) if one in place]
        shared[n, under] = 0
        shared[under, n] = 0
    if choice.codes is not None:
        out = [n for n, key in enumerate(keys) if key not in choice.codes]
        shared[out] = 0
        shared[:, out] = 0
    return shared


def enough(numbers: Sequence[int], most: int) -> int:
    """Return from which number on lines are drawn, the largest first: about `most`, and never some of those alike.

    >>> enough([6, 5, 5, 2, 2, 2, 2], 3), enough([3, 3, 3], 1), enough([2, 1], 9)
    (5, 3, 1)
    """
    if len(numbers) <= most:
        return numbers[-1]
    alike = numbers[most]
    return alike if numbers[0] == alike or sum(one >= alike for one in numbers) <= 1.5 * most else alike + 1


class _Net:
    def __init__(
        self,
        matrix: Matrix,
        shared: NDArray[np.int64],
        codes: NDArray[np.int64],
        every: int,
        paper: Paper,
        language: str,
    ) -> None:
        self.matrix, self.codes, self.paper, self.language = matrix, codes, paper, language
        paper.chosen["rows"] = matrix.row_kind
        self.names = [layout.names(matrix)[n] for n in codes]
        self.shared, self.every = shared[np.ix_(codes, codes)], every
        pairs = sorted(np.argwhere(np.triu(self.shared)).tolist(), key=lambda at: -self.shared[at[0], at[1]])
        self.least = enough([int(self.shared[a, b]) for a, b in pairs], int(_TIES * len(codes)) + 1)
        self.ties = [(a, b) for a, b in pairs if self.shared[a, b] >= self.least]
        sizes = np.diag(matrix.values)[codes].astype(float)
        self.radius = np.maximum(np.sqrt(sizes / sizes.max()) * _LARGEST * min(1.0, paper.width / 150), _LEAST)
        self.high = paper.width * 0.62
        self.places = self._laid()
        steps = np.linspace(0, 1, 25)[:, None]
        ends = [(self.places[a], self.places[b]) for a, b in self.ties]
        self.along = np.concatenate([one + steps * (other - one) for one, other in ends]).tolist()

    def _laid(self) -> NDArray[np.float64]:
        kept = np.zeros_like(self.shared)
        for a, b in self.ties:
            kept[a, b] = kept[b, a] = self.shared[a, b]
        side, above = min(_ROOM / 2, self.paper.width * 0.13), 10.0
        box = (EDGE + side, EDGE + above, self.paper.width - EDGE - side, self.high - above)
        return apart(spread_out(kept, box), self.radius + 3.2, box)

    def drawn(self) -> Figure:
        strongest = float(self.shared.max())
        order = sorted(self.ties, key=lambda at: self.shared[at])
        parts = [float(self.shared[at]) / strongest for at in order]
        self.paper.lines(
            [[tuple(self.places[a]), tuple(self.places[b])] for a, b in order],
            colour=[shade(0.3 + 0.4 * part) for part in parts],
            line=[0.4 + 2.8 * part for part in parts],
        )
        for (x, y), radius in zip(self.places, self.radius, strict=True):
            self.paper.dots([(x, y, radius)], ACCENT, edge=BLANK, line=0.8)
        for at in self.ties:
            self._tie(*at)
        for n in range(len(self.codes)):
            self._node(n)
        placing = Placing(self.paper, self.places, self.radius, self.high, self.along, _ROOM)
        placing.write(self.names, np.argsort(-self.radius, kind="stable").tolist())  # the largest circle's first
        return self._cut()

    def _tie(self, a: int, b: int) -> None:
        (x, y), number = (self.places[a] + self.places[b]) / 2, int(self.shared[a, b])
        if len(self.ties) < 45:
            self.paper.words(x, y, str(number), size=SMALL - 0.8, across="center", halo=True)
        told = words.counted(number, "passages", self.language)
        said = words.told(f"{self.names[a]} × {self.names[b]}", told, self.language)
        pair = int(self.codes[a]), int(self.codes[b])
        self.paper.spot(x - 2, y - 1.5, 4, 3, said, partial(self.matrix.opened, *pair), number)

    def _node(self, n: int) -> None:
        (x, y), radius, code = self.places[n], self.radius[n], int(self.codes[n])
        number = int(self.matrix.values[code, code])
        said = words.told(self.names[n], words.counted(number, "passages", self.language), self.language)
        opens = partial(self.matrix.opened, code, code)
        self.paper.spot(x - radius, y - radius, 2 * radius, 2 * radius, said, opens, number)

    def _cut(self) -> Figure:
        said, language = _WORDS[self.language], self.language
        least = words.counted(self.least, "passages", language)
        drawn_all = len(self.ties) == self.every
        notes = [] if drawn_all else [said["ties"].format(shown=len(self.ties), all=self.every, least=least)]
        nested = any(self.matrix.moment.codes[int(label.key or 0)].parent for label in self.matrix.rows)
        bottom, notes = layout.foot(self.paper, self.high, language, [*notes, *([said["under"]] if nested else [])])
        a, b = self.ties[0]
        alt = said["alt"].format(
            codes=words.counted(len(self.codes), "codes", language),
            ties=words.counted(len(self.ties), "ties", language),
            where=f"{self.names[a]} × {self.names[b]}",
            number=words.counted(int(self.shared[a, b]), "passages", language),
        )
        return self.paper.cut("network", said["title"], alt, language, bottom, notes)

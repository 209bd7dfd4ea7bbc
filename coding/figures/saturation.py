"""The curve of saturation: new codes of each document as bars, all codes found so far as a line over them.

The series of strata, or of concepts, are thinner lines, each called at its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from coding.figures import layout, words
from coding.figures.choices import FigureChoice
from coding.figures.letters import evened, width
from coding.figures.paper import (
    ACCENT,
    DEEP,
    EDGE,
    INK,
    LINE,
    MUTED,
    RULE,
    SIZE,
    SMALL,
    SOFT,
    WARM,
    Figure,
    Paper,
)
from coding.moment.evidence import EvidenceItem
from coding.moment.moment import Moment
from coding.tables.saturation import Saturation, Series, saturation

_HIGH = 52.0  # mm of the field of the curve
_LED = 6.0  # mm between the field and what series are called
_MOST = 8  # series beside that of all codes
_NAMES = 30.0  # mm that names of documents stand deep at most
_WORDS = {
    "fr": {
        "title": "Saturation des codes", "new": "nouveaux codes", "found": "codes trouvés",
        "mean": "moyenne sur tous les ordres", "reached": "saturation à {written}",
        "alt": "Courbe de {codes} descriptifs trouvés dans {documents}, dans l’ordre de collecte. {end}",
        "yes": "Saturation à {written}, d’après Guest, Namey et Chen.", "no": "Le seuil n’est pas atteint.",
        "few": "Il y a trop peu de documents pour une base et une série.",
        "mark": "{name}\u00a0: {new}, {all} en tout", "part": "{name} ({all})", "parts": "Séries\u00a0: {parts}.",
        "axis": "Une strate commence à son premier document.",
    },
    "en": {
        "title": "Code saturation", "new": "new codes", "found": "codes found",
        "mean": "mean over all orders", "reached": "saturation at {written}",
        "alt": "Curve of {codes} of the first cycle found in {documents}, in the order of collection. {end}",
        "yes": "Saturation at {written}, after Guest, Namey and Chen.", "no": "The threshold is not reached.",
        "few": "There are too few documents for a base and a run.",
        "mark": "{name}: {new} new, {all} in all", "part": "{name} ({all})", "parts": "Series: {parts}.",
        "axis": "A stratum begins at its own first document.",
    },
}  # fmt: skip


def curve(moment: Moment, choice: FigureChoice) -> Figure:
    """Draw the series of the whole view, and those of an attribute's values or of a framework's concepts."""
    _, theory, framework = (choice.rows or "").partition("framework:")
    found = saturation(moment, choice.rule, by=choice.by, concepts=framework if theory else None)
    layout.something(found.whole.documents and found.whole.cumulative[-1])
    return _Curve(moment, found, choice, words.spoken(moment)).drawn()


class _Curve:
    def __init__(self, moment: Moment, found: Saturation, choice: FigureChoice, language: str) -> None:
        self.moment, self.one, self.language, self.paper = moment, found.whole, language, Paper(choice.width)
        self.paper.chosen.update(by=choice.by, rows=choice.rows or "codes")
        self.high = max(self.one.cumulative[-1], 1)
        drawn = [part for part in found.parts if part.found]
        self.parts = [drawn[n] for n in layout.most([len(part.found) for part in drawn], choice.most or _MOST)]
        self.notes = [_WORDS[language]["axis"]] if choice.by and self.parts else []
        self.notes += words.left_out(len(self.parts), len(drawn), "series", language)
        self.called = layout.room_for(map(self._called, self.parts), 0, choice.width * 0.3, SMALL) if self.parts else 0
        self.left, self.top = EDGE + width(str(self.high), SMALL) + 2, EDGE + 2 * LINE
        called = self.called + _LED if self.called else 0
        self.step = (choice.width - EDGE - 5 - self.left - called) / len(self.one.documents)

    def at(self, n: float, value: float) -> tuple[float, float]:
        """Return where a value of the n-th document stands."""
        return self.left + (n + 0.5) * self.step, self.top + _HIGH * (1 - value / self.high)

    def drawn(self) -> Figure:
        one, paper, said = self.one, self.paper, _WORDS[self.language]
        self._rules()
        bar = min(self.step * 0.6, 7.0)
        bars = [
            (self.at(n, 0)[0] - bar / 2, self.at(n, new)[1], bar, _HIGH * new / self.high)
            for n, new in enumerate(one.counts)
            if new
        ]
        paper.bars(bars, SOFT, edge=ACCENT, line=0.4)
        paper.lines([[self.at(n, value) for n, value in enumerate(one.expected)]], colour=WARM, line=0.9, dashed=True)
        points = [self.at(n, value) for n, value in enumerate(one.cumulative)]
        paper.lines([points], colour=DEEP, line=1.3)
        paper.dots([(x, y, min(0.9, self.step * 0.3)) for x, y in points], DEEP)
        self._series()
        self._reached()
        for n, new in enumerate(one.counts):
            if new and self.step > 3.2 and new / self.high < 0.94:
                x, y = self.at(n, new)
                crossed = abs(self.at(n, one.cumulative[n])[1] - (y - 1.6)) < 1.6
                down = y + 1.7 if crossed else y - 1.4
                paper.words(x, down, str(new), size=SMALL, across="center", halo=True)
            self._spot(n)
        paper.words(points[-1][0] + 1.2, points[-1][1], str(one.cumulative[-1]), bold=True)
        self._legend()
        bottom, notes = layout.foot(paper, self._names(), self.language, self.notes)
        return paper.cut("saturation", said["title"], self._alt(), self.language, bottom, notes)

    def _called(self, part: Series) -> str:
        return _WORDS[self.language]["part"].format(name=part.name, all=part.cumulative[-1])

    def _series(self) -> None:
        """Draw the series of parts, and what each is called at the right of all of them."""
        right = self.left + len(self.one.documents) * self.step + 5
        ends = [self.at(len(part.documents) - 1, part.cumulative[-1]) for part in self.parts]
        order = sorted(range(len(ends)), key=lambda n: (ends[n][1], self.parts[n].name))
        for n, last in zip(order, _beside([ends[n][1] for n in order], self.top + _HIGH), strict=True):
            part, name = self.parts[n], self._called(self.parts[n])
            self.paper.lines([[self.at(m, value) for m, value in enumerate(part.cumulative)]], colour=MUTED, line=0.7)
            self.paper.dots([(*ends[n], 0.7)], MUTED)
            self.paper.lines([[ends[n], (right, last), (right + _LED - 1, last)]], colour=MUTED, line=0.3, dashed=True)
            self.paper.label(right + _LED, last, name, self.called, size=SMALL)
            self.paper.spot(
                right, last - 1.4, _LED + self.called, 2.8, name, partial(_of, self.moment, part), part.cumulative[-1]
            )

    def _rules(self) -> None:
        right = self.left + len(self.one.documents) * self.step + 5
        for value in layout.ticks(self.high):
            y = self.at(0, value)[1]
            self.paper.lines([[(self.left, y), (right, y)]], colour=RULE, line=0.6 if value == 0 else 0.3)
            self.paper.words(self.left - 1.2, y, str(value), size=SMALL, across="right", colour=MUTED)

    def _reached(self) -> None:
        if self.one.reached is None:
            return
        x = self.left + self.one.reached * self.step
        self.paper.lines([[(x, self.top - 1), (x, self.top + _HIGH)]], colour=INK, line=0.7)
        text = _WORDS[self.language]["reached"].format(written=self.one.written)
        over = x + width(text, SIZE, True) + 1 > self.paper.width - EDGE - self.called
        self.paper.words(
            x - 1 if over else x + 1,
            self.top + _HIGH * 0.45,
            text,
            bold=True,
            across="right" if over else "left",
            halo=True,
        )

    def _legend(self) -> None:
        said, x, y = _WORDS[self.language], self.left, EDGE + LINE * 0.6
        self.paper.lines([[(x, y), (x + 6, y)]], colour=DEEP, line=1.3)
        self.paper.dots([(x + 3, y, 0.9)], DEEP)
        x = self._legend_word(x + 7, y, said["found"])
        self.paper.bars([(x, y - 1, 3, 2)], SOFT, edge=ACCENT)
        x = self._legend_word(x + 4, y, said["new"])
        self.paper.lines([[(x, y), (x + 6, y)]], colour=WARM, line=0.9, dashed=True)
        self._legend_word(x + 7, y, said["mean"])

    def _legend_word(self, x: float, y: float, text: str) -> float:
        self.paper.words(x, y, text, size=SMALL)
        return x + width(text, SMALL) + 5

    def _names(self) -> float:
        """Write which document is which, and return where that ends."""
        mask, below = self.moment.mask, self.top + _HIGH + 1.2
        names = [mask.document(self.moment.infos[key]) for key in self.one.documents]
        if self.step < 3.0:
            every = int(np.ceil(6.0 / self.step))
            for n in range(0, len(names), every):
                self.paper.words(self.at(n, 0)[0], below + 1, str(n + 1), size=SMALL, across="center", colour=MUTED)
            return below + LINE
        lines = 2 if self.step > 2.2 * LINE else 1
        deep = max(width(part, SMALL) for name in names for part in evened(name, _NAMES, SMALL, lines=lines))
        for n, name in enumerate(names):
            self.paper.upright(self.at(n, 0)[0], below, name, _NAMES, size=SMALL, lines=lines, hangs=True)
        return below + deep

    def _spot(self, n: int) -> None:
        document, new = self.one.documents[n], self.one.new[n]
        name = self.moment.mask.document(self.moment.infos[document])
        count = words.counted(len(new), "codes", self.language) if self.language == "fr" else str(len(new))
        fresh = f"{count} {'nouveau' if len(new) < 2 else 'nouveaux'}" if self.language == "fr" else count
        said = _WORDS[self.language]["mark"].format(name=name, new=fresh, all=self.one.cumulative[n])
        x = self.left + n * self.step
        self.paper.spot(x, self.top, self.step, _HIGH, said, partial(first, self.moment, document, new), len(new))

    def _alt(self) -> str:
        one, said, language = self.one, _WORDS[self.language], self.language
        tried = any(ratio is not None for ratio in one.ratios)
        end = said["yes"].format(written=one.written) if one.written else said["no" if tried else "few"]
        codes = words.counted(one.cumulative[-1], "codes", language)
        documents = words.counted(len(one.documents), "documents", language)
        parts = said["parts"].format(parts=", ".join(map(self._called, self.parts))) if self.parts else ""
        return said["alt"].format(codes=codes, documents=documents, end=f"{end} {parts}")


def _beside(heights: Sequence[float], low: float) -> list[float]:
    """Return where lines of words stand that are to be at these heights, ascending: a line apart, none below `low`."""
    found, step = list[float](), LINE * 0.9
    for height in heights:
        found.append(max(height, found[-1] + step) if found else height)
    for n in reversed(range(len(found))):
        found[n] = min(found[n], found[n + 1] - step if n + 1 < len(found) else low)
    return found


def _of(moment: Moment, part: Series) -> list[EvidenceItem]:
    """Return the segments of a series."""
    table = moment.net.codings
    rows = np.flatnonzero(np.isin(table[:, 1], part.documents) & np.isin(table[:, 2], list(part.found)))
    return moment.net.every(np.unique(moment.net.span[rows]).tolist())


def first(moment: Moment, document: int, codes: Sequence[int]) -> list[EvidenceItem]:
    """Return the segments of these codes in a document."""
    table = moment.net.codings
    rows = np.flatnonzero((table[:, 1] == document) & np.isin(table[:, 2], list(codes)))
    return moment.net.every(np.unique(moment.net.span[rows]).tolist())

"""The data structure of a study: its own codes in boxes, an arrow to the theme of each, and from there to a dimension.

As Gioia, Corley & Hamilton (2013) draw it; what is in it, `coding.tables.structure` says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from coding.figures import layout, words
from coding.figures.choices import FigureChoice
from coding.figures.letters import evened, width
from coding.figures.paper import BLANK, DEEP, EDGE, INK, LINE, MUTED, PALE, SIZE, SMALL, Figure, Opens, Paper
from coding.moment.evidence import EvidenceItem
from coding.moment.moment import Moment
from coding.tables.structure import StructureNode, structure
from corpus.errors import NothingThere

_GAP, _WITHIN, _BETWEEN = 3.0, 1.4, 1.3  # mm
_MOST = 48
_SHARES, _NARROW = (0.43, 0.25, 0.2), (0.37, 0.28, 0.28)  # of the width, for the three columns
_LITTLE = 130  # mm of a narrow figure
_WORDS = {
    "fr": {
        "title": "Structure des données",
        "heads": "Codes de premier ordre|Thèmes de second ordre|Dimensions agrégées",
        "alt": "Structure des données\u00a0: {codes} en {themes}, réunis en {dimensions}. {said}",
        "one": "{theme}\u00a0: {codes}.",
        "loose": "Ne figurent pas ici\u00a0: {codes} sans thème.",
    },
    "en": {
        "title": "Data structure",
        "heads": "1st-order codes|2nd-order themes|Aggregate dimensions",
        "alt": "Data structure: {codes} in {themes}, brought together in {dimensions}. {said}",
        "one": "{theme}: {codes}.",
        "loose": "Not shown here: {codes} in no theme.",
    },
}


def data_structure(moment: Moment, choice: FigureChoice) -> Figure:
    """Draw the codes that are in a theme, those with most segments where there are many."""
    found = structure(moment)
    codes = list(dict.fromkeys(code for code, _, _ in found.rows))
    if not codes:
        layout.something(len(moment.coded.codings))
        raise NothingThere("There is nothing to draw: no code of the study's own is in a theme.")
    kept = {codes[n].code for n in layout.most([one.segments for one in codes], choice.most or _MOST)}
    dimensions = [_only(one, kept) for one in found.dimensions]
    drawing = _Structure(moment, [one for one in dimensions if one.below], Paper(choice.width))
    return drawing.drawn(len(codes), len(kept), len(found.loose))


def _only(dimension: StructureNode, kept: set[int | None]) -> StructureNode:
    """Return a dimension with these codes alone, and the themes that have any."""
    themes = (replace(one, below=tuple(code for code in one.below if code.code in kept)) for one in dimension.below)
    return replace(dimension, below=tuple(one for one in themes if one.below))


class _Structure:
    def __init__(self, moment: Moment, dimensions: list[StructureNode], paper: Paper) -> None:
        self.moment, self.dimensions, self.paper = moment, dimensions, paper
        self.language = words.spoken(moment)
        inside = paper.width - 2 * EDGE
        self.wide = [share * inside for share in (_NARROW if paper.width < _LITTLE else _SHARES)]
        gap = (inside - sum(self.wide)) / 2
        self.left = [EDGE, EDGE + self.wide[0] + gap, EDGE + self.wide[0] + self.wide[1] + 2 * gap]

    def drawn(self, every: int, kept: int, loose: int) -> Figure:
        heads = _WORDS[self.language]["heads"].split("|")
        for left, wide, head in zip(self.left, self.wide, heads, strict=True):
            self.paper.label(left + wide / 2, EDGE + LINE, head, wide, lines=2, across="center", colour=MUTED)
        y = EDGE + 2 * LINE + 1.5
        for dimension in self.dimensions:
            begun, middles = y, list[float]()
            for theme in dimension.below:
                middles.append(self._theme(theme, y))
                y += self._height(theme) + _GAP
            if dimension.name:
                self._dimension(dimension, middles, (begun + y - _GAP) / 2)
            y += _GAP
        return self._cut(y - 2 * _GAP, every, kept, loose)

    def _height(self, theme: StructureNode) -> float:
        codes = sum(map(self._row, theme.below))
        return max(codes + 2 * _WITHIN, len(self._parts(theme.name, 1)) * LINE + 2.0 * LINE)

    def _row(self, code: StructureNode) -> float:
        return len(evened(code.name, self.wide[0] - 12, SIZE)) * LINE + _BETWEEN

    def _parts(self, name: str, column: int) -> list[str]:
        return evened(name, self.wide[column] - 1.6, SIZE, lines=3, bold=True)

    def _theme(self, theme: StructureNode, top: float) -> float:
        """Draw the codes of a theme in a box, and it beside them; return the height of its middle."""
        high, paper = self._height(theme), self.paper
        middle = top + high / 2
        paper.bars([(self.left[0], top, self.wide[0], high)], BLANK, edge=MUTED, line=0.6)
        y = middle - sum(map(self._row, theme.below)) / 2
        for code in theme.below:
            self._code(code, y + self._row(code) / 2)
            y += self._row(code)
        self._arrow([middle], middle, 0)
        self._box(theme, 1, middle, PALE, INK)
        return middle

    def _code(self, code: StructureNode, y: float) -> None:
        left, right = self.left[0] + 2, self.left[0] + self.wide[0] - 2
        self.paper.label(left, y, code.name, self.wide[0] - 12, lines=2)
        number = words.number(code.segments, self.language)
        self.paper.words(right, y, number, size=SMALL, across="right", colour=MUTED)
        said = words.told(code.name, words.counted(code.segments, "codings", self.language), self.language)
        high = self._row(code)
        self.paper.spot(self.left[0], y - high / 2, self.wide[0], high, said, self._opens([code]), code.segments)

    def _dimension(self, dimension: StructureNode, middles: Sequence[float], y: float) -> None:
        self._arrow(middles, y, 1)
        self._box(dimension, 2, y, DEEP, BLANK)

    def _box(self, node: StructureNode, column: int, middle: float, fill: str, ink: str) -> None:
        parts = self._parts(node.name, column)
        high, left, wide = len(parts) * LINE + LINE * 1.6, self.left[column], self.wide[column]
        self.paper.bars([(left, middle - high / 2, wide, high)], fill, edge=MUTED, line=0.6)
        for n, part in enumerate(parts):
            y = middle + (n - len(parts) / 2) * LINE
            self.paper.words(left + wide / 2, y, part, across="center", bold=True, colour=ink, whole=node.name)
        number = words.counted(node.segments, "codings", self.language)
        below = middle + len(parts) / 2 * LINE
        short = number if width(number, SMALL) < wide - 2 else words.number(node.segments, self.language)
        self.paper.words(left + wide / 2, below, short, size=SMALL - 0.5, across="center", colour=ink)
        said = words.told(node.name, number, self.language)
        self.paper.spot(left, middle - high / 2, wide, high, said, self._opens(_codes(node)), node.segments)

    def _arrow(self, starts: Sequence[float], end: float, column: int) -> None:
        """Draw lines from the right of a column that meet before the next, and the head of an arrow."""
        left, right = self.left[column] + self.wide[column], self.left[column + 1]
        middle = (left + right) / 2
        self.paper.lines(
            [[(left, y), (middle, y), (middle, end), (right - 1.6, end)] for y in starts], colour=MUTED, line=0.8
        )
        self.paper.shapes([[(right - 2.2, end - 1.0), (right, end), (right - 2.2, end + 1.0)]], MUTED)

    def _opens(self, nodes: Sequence[StructureNode]) -> Opens:
        return partial(_items, self.moment, tuple(one.code for one in nodes if one.code is not None))

    def _cut(self, bottom: float, every: int, kept: int, loose: int) -> Figure:
        said, language = _WORDS[self.language], self.language
        themes = [theme for dimension in self.dimensions for theme in dimension.below]
        notes = words.left_out(kept, every, "codes", language)
        notes += [said["loose"].format(codes=words.counted(loose, "codes", language))] if loose else []
        bottom, notes = layout.foot(self.paper, bottom + 1, language, notes)
        told = " ".join(
            said["one"].format(theme=one.name, codes=", ".join(code.name for code in one.below)) for one in themes
        )
        alt = said["alt"].format(
            codes=words.counted(kept, "codes", language),
            themes=words.counted(len(themes), "themes", language),
            dimensions=words.counted(sum(bool(one.name) for one in self.dimensions), "dimensions", language),
            said=told,
        )
        return self.paper.cut("structure", said["title"], alt, language, bottom, notes)


def _codes(node: StructureNode) -> list[StructureNode]:
    """Return what a theme or dimension counts: itself where it is a code, else what is below it."""
    return [node] if node.code is not None else [one for below in node.below for one in _codes(below)]


def _items(moment: Moment, codes: tuple[int, ...]) -> list[EvidenceItem]:
    """Return the evidence for any of these codes, each stretch once."""
    found = {(one.document, one.start, one.end, one.coder): one for code in codes for one in moment.evidence(code)}
    return [found[place] for place in sorted(found)]

"""A correspondence analysis as a map: codes, and what they are compared by, on the two axes that set most apart."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

import numpy as np

from coding.exports.sheets import said as written
from coding.figures import layout, words
from coding.figures.choices import FigureChoice
from coding.figures.frequencies import opened
from coding.figures.letters import width
from coding.figures.paper import ACCENT, BLANK, DEEP, EDGE, INK, LINE, MUTED, RULE, SMALL, Figure, Paper
from coding.figures.placing import Placing
from coding.moment.evidence import EvidenceItem
from coding.moment.moment import Moment
from coding.moment.rows import Ints
from coding.tables import matrices
from coding.tables.correspondence import Correspondence, Points, analysed, divisions
from coding.tables.matrices import Matrix
from corpus.errors import NothingThere

_MOST = 30  # codes
_RADIUS, _WELL = 1.1, 0.5  # mm of a mark; the part of a point that two axes have to show
_HIGH = 0.66  # of the width
_FEW = 8  # columns that are all named
_A_LINE, _WIDE = 4, 140.0  # names at the foot, and mm from which on there is room for them
_WORDS = {
    "fr": {
        "title": "Analyse des correspondances",
        "axis": "Axe {axis}\u00a0: {share} de l’inertie",
        "alt": "Analyse des correspondances de {codes} et {columns}. {axes}. Aux extrémités du premier axe"
        "\u00a0: {left} et {right}.",
        "rows": "codes",
        "columns": "ce qui les distingue",
        "and": "\u202f; ",
        "weak": "Marques vides\u00a0: mal représentées par ces axes (cos² < 0,5).",
        "one": "Un seul axe\u00a0: la hauteur ne veut rien dire.",
        "parts": "Montrés ici\u00a0: les {shown} codes sur {all} qui contribuent le plus à ces axes.",
    },
    "en": {
        "title": "Correspondence analysis",
        "axis": "Axis {axis}: {share} of inertia",
        "alt": "Correspondence analysis of {codes} and {columns}. {axes}. At the ends of the first axis: {left}"
        " and {right}.",
        "rows": "codes",
        "columns": "what sets them apart",
        "and": "; ",
        "weak": "Hollow marks: badly represented on these axes (cos² < 0.5).",
        "one": "One axis alone: heights mean nothing.",
        "parts": "Shown here: the {shown} codes of {all} that contribute most to these axes.",
    },
}


def correspondence(moment: Moment, choice: FigureChoice) -> Figure:
    """Draw which codes go with which values of an attribute, or with which documents; those asked for, or the first."""
    rows = layout.of_codes(moment, choice)
    for columns in (choice.columns,) if choice.columns else divisions(moment):
        with suppress(NothingThere):
            matrix = matrices.build(moment, rows, columns, "codings", evidence=choice.evidence or "both")
            return _Map(matrix, analysed(matrix.values), choice).drawn()
    raise NothingThere("There is nothing to draw: codes have to stand in two documents, or with two kinds of people.")


class _Map:
    def __init__(self, matrix: Matrix, found: Correspondence, choice: FigureChoice) -> None:
        self.matrix, self.found, self.paper = matrix, found, Paper(choice.width)
        self.language = words.spoken(matrix.moment)
        self.said = _WORDS[self.language]
        self.paper.chosen.update(rows=matrix.row_kind, columns=matrix.column_kind)
        self.axes = min(2, len(found.eigenvalues))
        self.counted = np.bincount(matrix.sides[0].units("item")[0], minlength=len(matrix.rows)).tolist()
        weights = [self._weight(True, n) for n in range(len(found.rows.kept))]
        self.codes = layout.most(weights, choice.most or _MOST)
        self.sides = [*((True, n) for n in self.codes), *((False, n) for n in range(len(found.columns.kept)))]
        self.names = [self._name(*one) for one in self.sides]
        self.high = choice.width * _HIGH
        plane = np.array([self._plane(*one) for one in self.sides])
        if self.axes < 2:
            plane[:, 1] = np.linspace(plane[:, 0].min(), plane[:, 0].max(), len(plane)) * 0.6
        self.places = self._laid(plane)

    def _points(self, code: bool) -> Points:
        return self.found.rows if code else self.found.columns

    def _name(self, code: bool, n: int) -> str:
        return layout.names(self.matrix, across=not code)[self._points(code).kept[n]]

    def _plane(self, code: bool, n: int) -> tuple[float, float]:
        here = self._points(code).coordinates[n]
        return float(here[0]), float(-here[1]) if self.axes > 1 else 0.0

    def _laid(self, plane: np.ndarray) -> np.ndarray:
        """Put points on the paper, in one scale for both axes, with the origin among them."""
        every = np.vstack([plane, np.zeros(2)])
        low, high = every.min(axis=0), every.max(axis=0)
        side, above = min(17.0, self.paper.width * 0.13), 7.0
        room = np.array([self.paper.width - 2 * (EDGE + side), self.high - 2 * (EDGE + above)])
        scale = float((room / np.maximum(high - low, 1e-9)).min())
        middle = np.array([self.paper.width / 2, self.high / 2])
        self.origin = middle - (low + high) / 2 * scale
        return np.asarray(self.origin + plane * scale)

    def _well(self, code: bool, n: int) -> bool:
        return float(self._points(code).cos2[n][: self.axes].sum()) >= _WELL

    def drawn(self) -> Figure:
        x, y = self.origin
        self.paper.lines([[(EDGE, y), (self.paper.width - EDGE, y)]], colour=RULE, line=0.6)
        if self.axes > 1:
            self.paper.lines([[(x, EDGE), (x, self.high)]], colour=RULE, line=0.6)
        for (code, n), place in zip(self.sides, self.places, strict=True):
            self._mark(tuple(place), code, self._well(code, n))
        placing = Placing(self.paper, self.places, np.full(len(self.places), _RADIUS), self.high)
        self._axis_names(placing)
        few = len(self.found.columns.kept) <= _FEW
        weights = [self._weight(code, n) + (few and not code) for code, n in self.sides]
        left = placing.write(self.names, np.argsort(-np.array(weights), kind="stable").tolist(), all=False)
        numbers = {n: str(number) for number, n in enumerate(left, 1)}
        placing.write([numbers.get(n, "") for n in range(len(self.names))], left)
        for number, place in enumerate(self.places):
            self._spot(number, tuple(place))
        return self._cut(self._key(self.high + LINE), left)

    def _mark(self, place: tuple[float, ...], code: bool, well: bool) -> None:
        (x, y), r = place, _RADIUS
        if code:
            self.paper.dots([(x, y, r)], ACCENT if well else BLANK, edge=ACCENT, line=0.8)
        else:
            corners = [(x, y - 1.3 * r), (x + 1.25 * r, y + r), (x - 1.25 * r, y + r)]
            self.paper.shapes([corners], DEEP if well else BLANK, edge=DEEP, line=0.8)

    def _weight(self, code: bool, n: int) -> float:
        """Return how much of what these axes show a point makes."""
        points = self._points(code)
        return float((points.contributions[n] * self.found.eigenvalues)[: self.axes].sum())

    def _axis_names(self, placing: Placing) -> None:
        """Name each axis at the end where that covers least."""
        (x, y), (right, foot) = self.origin, (self.paper.width - EDGE, self.high)
        ends = (
            [(left, y + side) for left in (None, EDGE) for side in (2.0, -2.0)],
            [(x + 1, at) for at in (EDGE + 1.5, foot - 1.5)],
        )
        for axis in range(self.axes):
            said = self._axis(axis)
            wide = width(said, SMALL)
            boxes = [
                (at := right - wide if left is None else left, top - 1.5, at + wide, top + 1.5)
                for left, top in ends[axis]
            ]
            box = min(boxes, key=placing.over)
            placing.take(box)
            self.paper.words(box[0], box[1] + 1.5, said, size=SMALL, colour=MUTED, halo=True)

    def _axis(self, axis: int) -> str:
        share = words.percent(float(self.found.shares[axis]), self.language)
        return self.said["axis"].format(axis=axis + 1, share=share)

    def _spot(self, number: int, place: tuple[float, ...]) -> None:
        (code, n), (x, y), r = self.sides[number], place, _RADIUS * 1.6
        at = self._points(code).kept[n]
        held = self.matrix.values[at] if code else self.matrix.values[:, at]
        cos2 = written(float(round(self._points(code).cos2[n][: self.axes].sum(), 2)), self.language)
        told = f"{words.counted(int(held.max()), 'codings', self.language)}, cos² = {cos2}"
        opens = partial(opened, self.matrix, at) if code else partial(_behind, self.matrix, at)
        number_in_all = self.counted[at] if code else len(_within(self.matrix, at))
        said = words.told(self.names[number], told, self.language)
        self.paper.spot(x - r, y - r, 2 * r, 2 * r, said, opens, float(number_in_all))

    def _key(self, y: float) -> float:
        """Say which mark is which, and return where that ends."""
        x = EDGE + _RADIUS
        for code, name in ((True, "rows"), (False, "columns")):
            self._mark((x, y), code, well=True)
            self.paper.words(x + 2.2, y, self.said[name], size=SMALL, colour=INK)
            x += 30
        return y + LINE * 0.6

    def _cut(self, bottom: float, left: list[int]) -> Figure:
        notes = [self.said["weak"]] if not all(self._well(*one) for one in self.sides) else []
        notes += [self.said["one"]] if self.axes < 2 else []
        every = len(self.found.rows.kept)
        if len(self.codes) < every:
            notes.append(self.said["parts"].format(shown=len(self.codes), all=every))
        named = [f"{number} = {self.names[n]}" for number, n in enumerate(left, 1)]
        a_line = _A_LINE if self.paper.width >= _WIDE else _A_LINE // 2
        notes += [self.said["and"].join(named[at : at + a_line]) for at in range(0, len(named), a_line)]
        bottom, notes = layout.foot(self.paper, bottom, self.language, notes)
        codes, ends = len(self.codes), np.argsort(self.places[: len(self.codes), 0])
        alt = self.said["alt"].format(
            codes=words.counted(codes, "codes", self.language),
            columns=words.counted(len(self.sides) - codes, "columns", self.language),
            axes=self.said["and"].join(map(self._axis, range(self.axes))),
            left=self.names[ends[0]],
            right=self.names[ends[-1]],
        )
        return self.paper.cut("correspondence", self.said["title"], alt, self.language, bottom, notes)


def _within(matrix: Matrix, column: int) -> Ints:
    """Return the numbers of the coded spans that a column holds, and that count for a code."""
    down, across = matrix.sides
    (labels, spans), (_, counted) = across.units("item"), down.units("item")
    held = np.zeros((2, 1 + max(spans.max(initial=-1), counted.max(initial=-1))), dtype=bool)
    held[0, spans[labels == column]] = held[1, counted] = True
    return np.flatnonzero(held.all(axis=0))


def _behind(matrix: Matrix, column: int) -> list[EvidenceItem]:
    return matrix.moment.net.every(_within(matrix, column).tolist())

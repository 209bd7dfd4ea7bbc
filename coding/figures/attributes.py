"""Codes by the values of an attribute: a panel for each value, in it how many of its people, or how much."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from coding.figures import layout, words
from coding.figures.choices import FigureChoice
from coding.figures.letters import evened
from coding.figures.paper import ACCENT, BLANK, EDGE, INK, LINE, MUTED, PALE, RULE, SIZE, SMALL, SOFT, Figure, Paper
from coding.moment.moment import Moment
from coding.tables import matrices
from coding.tables.matrices import SHARES, Matrix
from corpus.errors import NothingThere

_ROW, _BAR = 5.0, 2.8  # mm
_MOST, _PANELS = 30, 6
_FEW, _MANY = 2, 8  # values of an attribute by which codes are compared unasked
_WORDS = {
    "fr": {
        "title": "Codes selon\u00a0: {by}",
        "alt": "Barres de {codes} selon {values} de «\u00a0{by}\u00a0», en {unit}\u00a0: {panels}.",
        "people": "Contour\u00a0: tou·te·s les participant·e·s de la valeur\u202f; en foncé\u00a0: le code y est.",
        "sizes": "{name} (n = {n})",
        "panels": "Montré ici\u00a0: {shown} valeurs sur {all}.",
    },
    "en": {
        "title": "Codes by {by}",
        "alt": "Bars of {codes} by {values} of “{by}”, in {unit}: {panels}.",
        "people": "Outline: all participants of the value; dark: those in whose words the code is.",
        "sizes": "{name} (n = {n})",
        "panels": "Shown here: {shown} values of {all}.",
    },
}


@dataclass(frozen=True)
class Panel:
    """A value: its column in the matrix, its name, and how many participants have it."""

    column: int
    name: str
    people: int


def attributes(moment: Moment, choice: FigureChoice) -> Figure:
    """Draw codes by the values of an attribute, by itself one of participants with few values."""
    rows, by = layout.of_codes(moment, choice), choice.by or _usual(moment)
    cell = choice.cell or "participants"
    matrix = matrices.build(moment, rows, f"attribute:{by}", cell, evidence=choice.evidence or "both")
    layout.something(matrix.values.size and matrix.values.any())
    return _Bars(matrix, panels(moment, matrix, by), choice).drawn()


def _usual(moment: Moment) -> str:
    """Return an attribute of participants that has few values; raises `NothingThere` where none has."""
    layout.something(len(moment.coded.codings))
    held: dict[int, set[str]] = {}
    for value in moment.known.values:
        if value.participant is not None and value.value.strip():
            held.setdefault(value.attribute, set()).add(value.value.strip().casefold())
    named = [one for one in moment.known.attributes if _FEW <= len(held.get(one.key, ())) <= _MANY]
    if not named:
        raise NothingThere("There is nothing to compare by: no attribute has two values or more, and few.")
    return named[0].name


def panels(moment: Moment, matrix: Matrix, by: str) -> list[Panel]:
    """Return the values that anybody has, or anything is of."""
    people = matrices.build(moment, "participants", f"attribute:{by}", "passages")
    known = [n for n, label in enumerate(people.rows) if label.key is not None]
    sizes = (people.values[known] > 0).sum(axis=0).tolist()
    language = words.spoken(moment)
    return [
        Panel(n, words.named(label.name, language), sizes[n])
        for n, label in enumerate(matrix.columns)
        if sizes[n] or matrix.values[:, n].any()
    ]


class _Bars:
    def __init__(self, matrix: Matrix, found: list[Panel], choice: FigureChoice) -> None:
        self.matrix, self.language = matrix, words.spoken(matrix.moment)
        self.every, self.paper = len(found), Paper(choice.width)
        by = matrix.column_kind.partition(":")[2]
        self.paper.chosen.update(rows=matrix.row_kind, by=by)
        room = max(2, min(_PANELS, int(choice.width / 28)))
        kept = set(layout.most([one.people for one in found], room))
        self.panels = [one for n, one in enumerate(found) if n in kept]
        values = matrix.values[:, [one.column for one in self.panels]]
        some = np.flatnonzero(values.sum(axis=1))
        layout.something(len(some))
        self.lines = len(some)
        self.rows = some[layout.most(values[some].sum(axis=1), choice.most or _MOST)].tolist()
        self.names = layout.names(matrix)
        self.side = layout.room_for((self.names[n] for n in self.rows), 12, choice.width * 0.32, SIZE)
        self.left = EDGE + self.side + 2
        self.wide = (choice.width - EDGE - self.left) / len(self.panels)
        self.of_people = matrix.cell == "participants"
        self.largest = self._largest(values)

    def _largest(self, values: NDArray[np.float64]) -> float:
        people = max((one.people for one in self.panels), default=0) if self.of_people else 0
        return float(max(values[:].max(), people, 1e-9))

    def drawn(self) -> Figure:
        paper, top = self.paper, self._heads()
        bottom = top + len(self.rows) * _ROW
        paper.bars([(EDGE, top + n * _ROW, paper.width - 2 * EDGE, _ROW) for n in range(0, len(self.rows), 2)], PALE)
        for n, row in enumerate(self.rows):
            paper.label(EDGE + self.side, top + (n + 0.5) * _ROW, self.names[row], self.side, across="right")
            for m, panel in enumerate(self.panels):
                self._bar(row, panel, self.left + m * self.wide, top + n * _ROW)
        lines = [
            [(self.left + m * self.wide, top), (self.left + m * self.wide, bottom)] for m in range(len(self.panels))
        ]
        paper.lines(lines, colour=RULE, line=0.6)
        return self._cut(bottom + 0.6)

    def _heads(self) -> float:
        heads = [evened(one.name, self.wide - 3, SIZE, bold=True) for one in self.panels]
        high = max(map(len, heads)) * LINE
        for m, (panel, parts) in enumerate(zip(self.panels, heads, strict=True)):
            x = self.left + m * self.wide
            for n, part in enumerate(parts):
                y = EDGE + high - (len(parts) - n - 0.5) * LINE
                self.paper.words(x, y, part, bold=True, whole=panel.name)
            said = f"n = {panel.people}"
            self.paper.words(x, EDGE + high + LINE * 0.45, said, size=SMALL, colour=MUTED)
        return EDGE + high + LINE + 1.0

    def _bar(self, row: int, panel: Panel, left: float, top: float) -> None:
        value, y = self.matrix.values[row, panel.column].item(), top + (_ROW - _BAR) / 2
        scale = (self.wide - 10) / self.largest
        if self.of_people:
            self.paper.bars([(left, y, panel.people * scale, _BAR)], BLANK, edge=SOFT, line=0.5)
        if value:
            self.paper.bars([(left, y, value * scale, _BAR)], ACCENT)
        text = self._text(value, panel)
        end = max(value, panel.people if self.of_people else 0) * scale
        self.paper.words(left + end + 0.8, top + _ROW / 2, text, size=SMALL, colour=INK if value else MUTED)
        told = words.counted(value, self.matrix.cell, self.language) if not self.of_people else text
        said = words.told(f"{self.names[row]} × {panel.name}", told, self.language)
        self.paper.spot(left, top, self.wide, _ROW, said, partial(self.matrix.opened, row, panel.column), value)

    def _text(self, value: float, panel: Panel) -> str:
        if self.matrix.cell in SHARES:
            return words.percent(value, self.language)
        return f"{int(value)}/{panel.people}" if self.of_people else words.number(value, self.language)

    def _called(self) -> str:
        """Return what the attribute is called in the language of print."""
        name = self.matrix.column_kind.partition(":")[2]
        known = (one for one in self.matrix.moment.known.attributes if one.name == name)
        return next((one.label(self.language) for one in known), name)

    def _cut(self, bottom: float) -> Figure:
        said, language = _WORDS[self.language], self.language
        notes = words.left_out(len(self.rows), self.lines, "codes", language)
        if len(self.panels) < self.every:
            notes.append(said["panels"].format(shown=len(self.panels), all=self.every))
        if self.of_people:
            notes.insert(0, said["people"])
        bottom, notes = layout.foot(self.paper, bottom, language, notes)
        by = self._called()
        sizes = ", ".join(said["sizes"].format(name=one.name, n=one.people) for one in self.panels)
        alt = said["alt"].format(
            codes=words.counted(len(self.rows), "codes", language),
            values=words.counted(len(self.panels), "values", language),
            by=by,
            unit=words.unit(self.matrix.cell, language),
            panels=sizes,
        )
        return self.paper.cut("bars", said["title"].format(by=by), alt, language, bottom, notes)

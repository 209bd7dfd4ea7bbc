"""A matrix as a heat map: the more there is in a cell the darker it is, with its number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from coding.figures import layout, words
from coding.figures.choices import FigureChoice
from coding.figures.letters import evened, width
from coding.figures.paper import BLANK, EDGE, LINE, MUTED, PALE, SIZE, SMALL, Figure, Paper, shade, upon
from coding.moment.moment import Moment
from coding.tables import matrices
from coding.tables.arranging import TOTALLED, Arranged, Shape, arranged
from coding.tables.matrices import SHARES, Matrix

_ROW, _NARROWEST = 4.8, 3.4  # mm
_MOST = 48
_HEAD = 34.0  # mm that names of columns stand high at most
_NUMBERED = 1_200  # cells with a number; more would take longer than they are read
_WORDS = {
    "fr": {
        "title": "Carte de chaleur",
        "alt": "Carte de chaleur de {rows} et {columns}, en {unit}. Le plus grand nombre est {most}, pour {where}.",
        "scale": "de 0 à {most} {unit}",
        "row": "des {unit} de la ligne",
        "column": "des {unit} de la colonne",
        "total": "des {unit} de l’ensemble",
        "shared": "Les pourcentages peuvent dépasser 100 au total, car certaines unités sont dans plusieurs lignes ou"
        " colonnes.",
    },
    "en": {
        "title": "Heat map",
        "alt": "Heat map of {rows} and {columns}, in {unit}. The largest number is {most}, of {where}.",
        "scale": "from 0 to {most} {unit}",
        "row": "of the {unit} of the row",
        "column": "of the {unit} of the column",
        "total": "of the {unit} of all",
        "shared": "Percents can add up to more than 100, as some units are in several rows or columns.",
    },
}


def heat(moment: Moment, choice: FigureChoice) -> Figure:
    """Draw the matrix that is chosen; by itself codes by participants, or by documents where there are none."""
    columns = choice.columns or ("participants" if moment.people else "documents")
    rows, cell = layout.of_codes(moment, choice), choice.cell or "codings"
    return of(matrices.build(moment, rows, columns, cell, evidence=choice.evidence or "both"), choice)


def of(matrix: Matrix, choice: FigureChoice) -> Figure:
    """Draw a matrix that was counted."""
    made = arranged(matrix, Shape(choice.percent if matrix.cell in TOTALLED else "", choice.order))
    layout.something(made.values.size and made.values.any())
    return _Sheet(matrix, choice, words.spoken(matrix.moment), made).drawn()


class _Sheet:
    def __init__(self, matrix: Matrix, choice: FigureChoice, language: str, made: Arranged) -> None:
        self.matrix, self.language, self.paper = matrix, language, Paper(choice.width)
        self.percent = choice.percent if matrix.cell in TOTALLED else ""
        self.values, rows, columns = matrix.values, list(made.rows), list(made.columns)
        if self.percent:
            self.values = np.zeros(matrix.values.shape)
            self.values[np.ix_(rows, columns)] = made.values / 100.0
        self.shared = bool(self.percent) and made.shared
        self.paper.chosen.update(rows=matrix.row_kind, columns=matrix.column_kind)
        self.down = layout.names(matrix)
        self.across = layout.names(matrix, across=True)
        sums = matrix.values.sum(axis=1), matrix.values.sum(axis=0)
        rows = [n for n in rows if n in set(layout.peopled(matrix.rows, sums[0]))]
        columns = [n for n in columns if n in set(layout.peopled(matrix.columns, sums[1]))]
        self.rows = [rows[n] for n in layout.most(sums[0][rows], choice.most or _MOST)]
        self.side = layout.room_for((self.down[n] for n in self.rows), 12, choice.width * 0.36, SIZE)
        room = int((choice.width - 2 * EDGE - self.side - 2) / _NARROWEST)
        self.columns = [columns[n] for n in layout.most(sums[1][columns], room)]
        self.drawn_of = [(len(self.rows), len(rows)), (len(self.columns), len(columns))]
        self.wide = (choice.width - 2 * EDGE - self.side - 2) / len(self.columns)
        self.left = EDGE + self.side + 2

    def text(self, row: int, column: int) -> str:
        value = self.values[row, column].item()
        if not value:
            return ""
        if self.percent or self.matrix.cell in SHARES:
            return words.percent(value, self.language)
        return "●" if self.matrix.cell == "binary" else words.number(int(value), self.language)

    def drawn(self) -> Figure:
        top = self._heads() + 1.0
        chosen = self.values[self.rows][:, self.columns]
        largest = float(chosen.max())
        boxes, fills = [], []
        for n, row in enumerate(self.rows):
            self.paper.label(EDGE + self.side, top + (n + 0.5) * _ROW, self.down[row], self.side, across="right")
            for m, column in enumerate(self.columns):
                heat = float(self.values[row, column]) / largest
                boxes.append((self.left + m * self.wide, top + n * _ROW, self.wide, _ROW))
                fills.append(shade(0.08 + 0.92 * heat) if heat else PALE)
                self._spot(boxes[-1], row, column)
        self.paper.bars(boxes, fills, edge=BLANK, line=0.6)
        self._numbers(boxes, fills)
        bottom = self._scale(top + len(self.rows) * _ROW + 2.4, largest)
        return self._cut(bottom, largest)

    def _spot(self, box: tuple[float, float, float, float], row: int, column: int) -> None:
        value = self.matrix.values[row, column].item()
        number = words.counted(value, self.matrix.cell, self.language)
        if self.percent:
            number = f"{words.percent(self.values[row, column].item(), self.language)} {self._base()} ({number})"
        said = words.told(f"{self.down[row]} × {self.across[column]}", number, self.language)
        self.paper.spot(*box, said, partial(self.matrix.opened, row, column), value)

    def _base(self) -> str:
        """Return of what numbers are percents."""
        return _WORDS[self.language][self.percent].format(unit=words.unit(self.matrix.cell, self.language))

    def _numbers(self, boxes: Sequence[tuple[float, float, float, float]], fills: Sequence[str]) -> None:
        cells = [self.text(row, column) for row in self.rows for column in self.columns]
        longest = max((width(text, SMALL) for text in set(cells)), default=0.0)
        if longest > self.wide - 0.4 or sum(map(bool, cells)) > _NUMBERED:
            return
        for (x, y, w, h), fill, text in zip(boxes, fills, cells, strict=True):
            if text:
                self.paper.words(x + w / 2, y + h / 2, text, size=SMALL, across="center", colour=upon(fill))

    def _heads(self) -> float:
        """Write the names of columns, upright where there is room for them, and return where they end."""
        heads = [self.across[column] for column in self.columns]
        flat = [evened(name, self.wide - 1.0, SIZE, lines=3) for name in heads]
        if not any("…" in part for parts in flat for part in parts) and self.wide > 9:
            high = max(map(len, flat)) * LINE
            for n, parts in enumerate(flat):
                for m, part in enumerate(parts):
                    y = EDGE + high - (len(parts) - m - 0.5) * LINE
                    self.paper.words(self.left + (n + 0.5) * self.wide, y, part, across="center", whole=heads[n])
            return EDGE + high
        return self._turned(heads)

    def _turned(self, heads: Sequence[str]) -> float:
        lines = 2 if self.wide > 2.2 * LINE else 1
        high = max(width(part, SIZE) for name in heads for part in evened(name, _HEAD, SIZE, lines=lines))
        for n, name in enumerate(heads):
            self.paper.upright(self.left + (n + 0.5) * self.wide, EDGE + high, name, _HEAD, lines=lines)
        return EDGE + high

    def _scale(self, top: float, largest: float) -> float:
        """Draw what shades mean, and return where it ends."""
        if self.matrix.cell == "binary":
            return top
        steps, wide = 24, 26.0
        self.paper.bars(
            [(self.left + n * wide / steps, top, wide / steps + 0.02, 1.8) for n in range(steps)],
            [shade(0.08 + 0.92 * n / (steps - 1)) for n in range(steps)],
        )
        cell, language = self.matrix.cell, self.language
        shares = self.percent or cell in SHARES
        most = words.percent(largest, language) if shares else words.number(int(largest), language)
        name = self._base() if self.percent else words.unit(cell, language, largest).removeprefix("% ")
        said = _WORDS[language]["scale"].format(most=most, unit=name)
        self.paper.words(self.left + wide + 1.5, top + 0.9, said, size=SMALL, colour=MUTED)
        return top + 2.4

    def _cut(self, bottom: float, largest: float) -> Figure:
        language = self.language
        notes = [
            note
            for (shown, every), name in zip(self.drawn_of, ("rows", "columns"), strict=True)
            for note in words.left_out(shown, every, name, language)
        ]
        notes += [_WORDS[language]["shared"]] * self.shared
        bottom, said = layout.foot(self.paper, bottom, language, notes)
        row, column = max(((r, c) for r in self.rows for c in self.columns), key=lambda at: self.values[at].item())
        alt = _WORDS[language]["alt"].format(
            rows=words.counted(len(self.rows), "rows", language),
            columns=words.counted(len(self.columns), "columns", language),
            unit=f"% {self._base()}" if self.percent else words.unit(self.matrix.cell, language),
            most=self.text(row, column),
            where=f"{self.down[row]} × {self.across[column]}",
        )
        return self.paper.cut("heat", _WORDS[language]["title"], alt, language, bottom, said)

"""The chronology of codes: document by document, in the order of collection, how much there is of each."""

from __future__ import annotations

from functools import partial

import numpy as np

from coding.figures import layout, words
from coding.figures.choices import FigureChoice
from coding.figures.letters import evened, width
from coding.figures.paper import BLANK, DEEP, EDGE, INK, LINE, MUTED, PALE, RULE, SIZE, SMALL, SOFT, Figure, Paper
from coding.moment.moment import Moment
from coding.tables import matrices
from coding.tables.matrices import Matrix
from coding.tables.saturation import collected

_ROW = 6.0  # mm
_MOST = 32
_NAMES = 30.0  # mm that names of documents stand deep at most
_NUMBERED = 1.25  # mm of the radius of a circle that holds its number
_WORDS = {
    "fr": {
        "title": "Chronologie des codes",
        "undated": "sans date",
        "first": "première apparition",
        "alt": "Chronologie de {codes} dans {documents}, {order}\u00a0; {first} dès le premier document,"
        " {last} seulement dans la seconde moitié.",
        "dates": "dans l’ordre de leurs dates",
        "documents": "dans l’ordre des documents, faute de dates",
        "columns": "Montré ici\u00a0: les {shown} premiers documents sur {all}.",
    },
    "en": {
        "title": "Chronology of codes",
        "undated": "undated",
        "first": "first time",
        "alt": "Chronology of {codes} in {documents}, {order}; {first} from the first document on,"
        " {last} only in the second half.",
        "dates": "in the order of their dates",
        "documents": "in the documents’ own order, as there are no dates",
        "columns": "Shown here: the first {shown} documents of {all}.",
    },
}


def chronology(moment: Moment, choice: FigureChoice) -> Figure:
    """Draw codes along the documents in the order of collection, those first that came first."""
    rows = layout.of_codes(moment, choice)
    matrix = matrices.build(moment, rows, "documents", "codings", evidence=choice.evidence or "both")
    layout.something(matrix.values.size and matrix.values.any())
    return _Time(matrix, choice).drawn()


class _Time:
    def __init__(self, matrix: Matrix, choice: FigureChoice) -> None:
        self.matrix, self.language, self.paper = matrix, words.spoken(matrix.moment), Paper(choice.width)
        self.paper.chosen["rows"] = matrix.row_kind
        days = collected(matrix.moment)
        self.days = [days.get(int(label.key or 0), "") for label in matrix.columns]
        order = sorted(range(len(self.days)), key=lambda n: (not self.days[n], self.days[n]))
        wanted = choice.codes
        some = [
            n
            for n in np.flatnonzero(matrix.values.sum(axis=1)).tolist()
            if wanted is None or matrix.rows[n].key in wanted
        ]
        layout.something(some)
        self.lines = len(some)
        kept = [some[n] for n in layout.most(matrix.values[some].sum(axis=1), choice.most or _MOST)]
        self.names = layout.names(matrix)
        self.side = layout.room_for((self.names[n] for n in kept), 12, choice.width * 0.34, SIZE)
        self.left = EDGE + self.side + 3
        self.columns = order[: int((choice.width - EDGE - self.left) / 2.6)]
        self.documents = len(order)
        self.first = {n: int(np.argmax(matrix.values[n, self.columns] > 0)) for n in kept}
        self.rows = sorted(kept, key=lambda n: self.first[n])
        self.step = (choice.width - EDGE - self.left) / len(self.columns)
        self.begun, self.later = list[tuple[float, float, float]](), list[tuple[float, float, float]]()
        self.numbers = list[tuple[float, float, str, bool]]()
        self.largest = min(_ROW * 0.46, self.step * 0.46)

    def drawn(self) -> Figure:
        paper, top = self.paper, EDGE + LINE + 2
        bottom = top + len(self.rows) * _ROW
        paper.bars([(EDGE, top + n * _ROW, paper.width - 2 * EDGE, _ROW) for n in range(0, len(self.rows), 2)], PALE)
        self._periods(top, bottom)
        most = float(self.matrix.values[self.rows][:, self.columns].max())
        heights = [top + (n + 0.5) * _ROW for n in range(len(self.rows))]
        there = [np.flatnonzero(self.matrix.values[row, self.columns]).tolist() for row in self.rows]
        spans = [(self.at(at[0]), self.at(at[-1]), y) for at, y in zip(there, heights, strict=True) if at]
        paper.lines([[(left, y), (right, y)] for left, right, y in spans], colour=SOFT, line=1.0)
        for row, at, y in zip(self.rows, there, heights, strict=True):
            self._row(row, at, y, most)
        paper.dots(self.begun, DEEP, edge=BLANK, line=0.5)
        paper.dots(self.later, SOFT, edge=DEEP, line=0.5)
        for x, y, text, begun in self.numbers:
            paper.words(x, y, text, size=SMALL - 0.5, across="center", colour=BLANK if begun else INK)
        self._legend()
        end = self._documents(bottom + 1.2)
        return self._cut(end)

    def at(self, m: int) -> float:
        return self.left + (m + 0.5) * self.step

    def _row(self, row: int, there: list[int], y: float, most: float) -> None:
        paper, values = self.paper, self.matrix.values[row, self.columns]
        paper.label(EDGE + self.side, y, self.names[row], self.side, across="right")
        for m in there:
            value, begun = int(values[m]), m == there[0]
            radius = max(self.largest * (value / most) ** 0.5, 0.5)
            (self.begun if begun else self.later).append((self.at(m), y, radius))
            if radius >= _NUMBERED:
                self.numbers.append((self.at(m), y, str(value), begun))
            name = f"{self.names[row]} × {self._name(m)}"
            said = words.told(name, words.counted(value, "codings", self.language), self.language)
            opens = partial(self.matrix.opened, row, self.columns[m])
            paper.spot(self.at(m) - self.step / 2, y - _ROW / 2, self.step, _ROW, said, opens, value)

    def _name(self, m: int) -> str:
        return self.matrix.columns[self.columns[m]].name

    def _periods(self, top: float, bottom: float) -> None:
        """Write the months above the documents, and draw a line where one ends."""
        months = [self.days[n][:7] or _WORDS[self.language]["undated"] for n in self.columns]
        if not any(self.days):
            return
        starts = [m for m, month in enumerate(months) if m == 0 or months[m - 1] != month]
        free = 0.0
        for m in starts:
            x = self.left + m * self.step
            self.paper.lines([[(x, top - 1), (x, bottom)]], colour=RULE, line=0.6)
            if x >= free:
                self.paper.words(x + 0.6, top - 1.8, months[m], size=SMALL, colour=MUTED)
                free = x + width(months[m], SMALL) + 2

    def _legend(self) -> None:
        said = _WORDS[self.language]["first"]
        self.paper.dots([(EDGE + 1.2, EDGE + LINE * 0.6, 1.1)], DEEP)
        self.paper.words(EDGE + 3.2, EDGE + LINE * 0.6, said, size=SMALL, colour=MUTED)

    def _documents(self, top: float) -> float:
        """Write which document is which, and return where that ends."""
        heads = [self._name(m) for m in range(len(self.columns))]
        lines = 2 if self.step > 2.2 * LINE else 1
        if self.step < 2.9:
            return self._numbers(top)
        deep = max(width(part, SMALL) for name in heads for part in evened(name, _NAMES, SMALL, lines=lines))
        for m, name in enumerate(heads):
            self.paper.upright(self.at(m), top, name, _NAMES, size=SMALL, lines=lines, hangs=True)
        return top + deep + 1

    def _numbers(self, top: float) -> float:
        for m in range(0, len(self.columns), max(1, int(np.ceil(5 / self.step)))):
            self.paper.words(self.at(m), top + 1, str(m + 1), size=SMALL, across="center", colour=MUTED)
        return top + LINE

    def _cut(self, end: float) -> Figure:
        said, language = _WORDS[self.language], self.language
        notes = words.left_out(len(self.rows), self.lines, "codes", language)
        if len(self.columns) < self.documents:
            notes.append(said["columns"].format(shown=len(self.columns), all=self.documents))
        bottom, notes = layout.foot(self.paper, end, language, notes)
        alt = said["alt"].format(
            codes=words.counted(len(self.rows), "codes", language),
            documents=words.counted(len(self.columns), "documents", language),
            order=said["dates" if any(self.days) else "documents"],
            first=sum(self.first[n] == 0 for n in self.rows),
            last=sum(self.first[n] >= len(self.columns) / 2 for n in self.rows),
        )
        return self.paper.cut("chronology", said["title"], alt, language, bottom, notes)

"""A matrix as it is seen: names, numbers as text, heat, and totals where a sum is a count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.i18n import percent
from coding.tables.matrices import SHARES

if TYPE_CHECKING:
    from coding.moment.dimensions import Label
    from coding.moment.evidence import EvidenceItem
    from coding.tables.arranging import Arranged, Percent
    from coding.tables.matrices import Matrix
    from coding.tables.saved_matrices import MatrixChoice

# Dividing by these puts every unit into one part; by participant or attribute it does while nobody shares a document.
_PARTS = {
    "passages": ("documents", "speakers"),
    "words": ("documents", "speakers"),
    "codings": ("documents", "coders"),
    "unread": ("documents",),
    "documents": ("documents",),
    "participants": (),
}
_OF_PEOPLE = {
    "passages": ("participants", "attribute"),
    "words": ("participants", "attribute"),
    "codings": ("participants", "attribute"),
    "unread": ("participants", "attribute"),
    "documents": ("participants", "attribute"),
    "participants": ("participants",),
}


def additive(kind: str, cell: str, alone: bool) -> bool:
    """Say whether the cells along a dimension add up to a count of what all of them hold together.

    `alone` says that no document has several participants, and nobody several organisations. `binary` adds up to how
    many say yes.
    """
    if cell == "binary":
        return True
    if cell in SHARES:
        return False
    kind = kind.partition(":")[0]
    return kind in _PARTS.get(cell, ()) or (alone and kind in _OF_PEOPLE.get(cell, ()))


@dataclass(frozen=True)
class Grid:
    """`row_totals` says that each row ends with its total, `column_totals` that a last row has the columns'.

    `made` has the lines in their order and the numbers as they are read, `across` says what the columns are.
    """

    matrix: Matrix
    choice: MatrixChoice
    title: str
    row_totals: bool
    column_totals: bool
    made: Arranged
    across: str = ""

    @property
    def percent(self) -> Percent:
        """Of what its numbers are percents, if they are."""
        from coding.tables.arranging import TOTALLED

        return self.choice.shape.percent if self.matrix.cell in TOTALLED else ""

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns, totals included."""
        rows, columns = self.made.values.shape
        return rows + self.column_totals, columns + self.row_totals

    @property
    def by_people(self) -> bool:
        """Whether its numbers say what participants said."""
        matrix = self.matrix
        kinds = {kind.partition(":")[0] for kind in (matrix.row_kind, matrix.column_kind, matrix.cell)}
        return bool(kinds & {"participants", "attribute"}) or bool(self.choice.where)

    def is_total(self, row: int, column: int) -> bool:
        """Say whether a cell is a sum."""
        return row >= len(self.made.rows) or column >= len(self.made.columns)

    def row_name(self, row: int) -> str:
        """Give the name of a row."""
        return self._named(self.made.rows[row], across=False) if row < len(self.made.rows) else _total()

    def column_name(self, column: int) -> str:
        """Give the name of a column."""
        return self._named(self.made.columns[column], across=True) if column < len(self.made.columns) else _total()

    def _named(self, n: int, *, across: bool) -> str:
        """Give what a line is called, with how many passages it has where c is told."""
        name = _said((self.matrix.columns if across else self.matrix.rows)[n])
        return f"{name} (n = {self.matrix.sizes[across][n]})" if self.matrix.cell == "c" else name

    def cell_name(self, row: int, column: int) -> str:
        """Give what a cell is called."""
        return f"{self.row_name(row)} × {self.column_name(column)}"

    @cached_property
    def _sums(self) -> tuple[list[float], list[float], float]:
        """The totals of rows, of columns, and of all: each unit once where that is chosen."""
        made, values = self.made, self.made.values
        if made.down is not None and made.across is not None:
            return made.down.tolist(), made.across.tolist(), made.whole or 0
        return values.sum(axis=1).tolist(), values.sum(axis=0).tolist(), values.sum().item()

    def value(self, row: int, column: int) -> float:
        """Give a number as it is read, that of a total too."""
        rows, columns = self.made.values.shape
        if row < rows and column < columns:
            number: float = self.made.values[row, column].item()
            return number
        if row < rows:
            return self._sums[0][row]
        return self._sums[1][column] if column < columns else self._sums[2]

    def counted(self, row: int, column: int) -> float | None:
        """Give how many a cell counts, whatever it is a percent of; None for a total of percents."""
        if not self.percent:
            return self.value(row, column)
        here = self.matrix.values[self.made.rows[row], self.made.columns[column]]
        number: float = here.item()
        return number

    def text(self, row: int, column: int) -> str:
        """Give a number as it is written; nothing at all is a point."""
        value = self.value(row, column)
        if self.percent:
            return percent(value / 100, 1) if value else "·"
        if base := 0 if self.is_total(row, column) else self.asked(row, column):
            return f"{round(value * (base if self.matrix.cell == 'asked' else 1))}/{base}"
        if not value:
            return "·"
        if self.matrix.cell == "binary" and not self.is_total(row, column):
            return "●"
        if self.matrix.cell == "share":
            return percent(value, 1 if value < 0.1 else 0)
        return QLocale().toString(value, "f", 2) if self.matrix.cell == "c" else QLocale().toString(int(value))

    def asked(self, row: int, column: int) -> int:
        """Give of how many who were asked a question a cell says some; 0 where it says nothing of the kind."""
        from coding.tables.matrices import OF_ASKED

        if self.matrix.cell not in OF_ASKED:
            return 0
        return self.matrix.asked(self.made.rows[row], self.made.columns[column])

    def heat(self, row: int, column: int) -> float:
        """Give how warm a cell is, from 0 to 1 where the largest is; totals stay cold."""
        if self.is_total(row, column) or not self._largest:
            return 0.0
        return float(self.value(row, column)) / self._largest

    @cached_property
    def _largest(self) -> float:
        return float(self.made.values.max()) if self.made.values.size else 0.0

    def opened(self, row: int, column: int) -> list[EvidenceItem]:
        """Give the spans behind a cell, those behind a total each once."""
        down = self.made.rows if row >= len(self.made.rows) else self.made.rows[row : row + 1]
        across = self.made.columns if column >= len(self.made.columns) else self.made.columns[column : column + 1]
        found: dict[tuple[int, int, int, str], EvidenceItem] = {}
        for r in down:
            for c in across:
                if not self.is_total(row, column) or self.matrix.values[r, c]:
                    for item in self.matrix.opened(r, c):
                        place = (item.document, item.start, item.end, item.coder)
                        if place not in found or not found[place].counted:
                            found[place] = item
        return sorted(found.values(), key=lambda item: (item.document, item.start, item.end))

    def tsv(self, cells: list[tuple[int, int]]) -> str:
        """Give chosen cells with their names as a table for the clipboard; numbers as a spreadsheet reads them."""
        rows, columns = sorted({r for r, _ in cells}), sorted({c for _, c in cells})
        chosen = set(cells)
        lines = [["", *map(self.column_name, columns)]]
        for r in rows:
            lines.append([self.row_name(r), *(self._plain(r, c) if (r, c) in chosen else "" for c in columns)])
        return "\n".join("\t".join(_one_line(cell) for cell in line) for line in lines)

    def _plain(self, row: int, column: int) -> str:
        value = self.value(row, column)
        if self.percent or self.matrix.cell in SHARES:
            return QLocale().toString(value, "g", 6)
        return str(int(value))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _said(label: Label) -> str:
    return label.name if label.key is not None else QCoreApplication.translate("matrix", "(none)")


def _total() -> str:
    return QCoreApplication.translate("matrix", "Total")

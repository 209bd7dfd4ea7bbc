"""A matrix as it is seen: names, numbers as text, heat, and totals where a sum is a count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.i18n import percent

if TYPE_CHECKING:
    from coding.moment.dimensions import Label
    from coding.moment.evidence import Item
    from coding.moment.moment import Moment
    from coding.tables.matrices import Matrix
    from coding.tables.saved_matrices import Choice
    from corpus.progress import Progress

_SHARES = ("share", "asked")  # parts of a whole, which add up to nothing
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
    if cell in _SHARES:
        return False
    kind = kind.partition(":")[0]
    return kind in _PARTS[cell] or (alone and kind in _OF_PEOPLE[cell])


@dataclass(frozen=True)
class Grid:
    """`row_totals` says that each row ends with its total, `column_totals` that a last row has the columns'."""

    matrix: Matrix
    choice: Choice
    title: str
    row_totals: bool
    column_totals: bool

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns, totals included."""
        rows, columns = self.matrix.values.shape
        return rows + self.column_totals, columns + self.row_totals

    @property
    def by_people(self) -> bool:
        """Whether its numbers say what participants said."""
        matrix = self.matrix
        kinds = {kind.partition(":")[0] for kind in (matrix.row_kind, matrix.column_kind, matrix.cell)}
        return bool(kinds & {"participants", "attribute"}) or bool(self.choice.where)

    def is_total(self, row: int, column: int) -> bool:
        """Say whether a cell is a sum."""
        return row >= len(self.matrix.rows) or column >= len(self.matrix.columns)

    def row_name(self, row: int) -> str:
        """Give the name of a row."""
        return _said(self.matrix.rows[row]) if row < len(self.matrix.rows) else _total()

    def column_name(self, column: int) -> str:
        """Give the name of a column."""
        return _said(self.matrix.columns[column]) if column < len(self.matrix.columns) else _total()

    @cached_property
    def _sums(self) -> tuple[list[float], list[float], float]:
        values = self.matrix.values
        return values.sum(axis=1).tolist(), values.sum(axis=0).tolist(), values.sum().item()

    def value(self, row: int, column: int) -> float | None:
        """Give a number; None where a total makes no sense."""
        rows, columns = self.matrix.values.shape
        if row < rows and column < columns:
            number: float = self.matrix.values[row, column].item()
            return number
        if row < rows:
            return self._sums[0][row]
        return self._sums[1][column] if column < columns else self._sums[2]

    def text(self, row: int, column: int) -> str:
        """Give a number as it is written; nothing at all is a point."""
        value = self.value(row, column)
        if base := 0 if self.is_total(row, column) else self.asked(row, column):
            return f"{round((value or 0) * (base if self.matrix.cell == 'asked' else 1))}/{base}"
        if not value:
            return "·"
        if self.matrix.cell == "binary" and not self.is_total(row, column):
            return "●"
        if self.matrix.cell == "share":
            return percent(value, 1 if value < 0.1 else 0)
        return QLocale().toString(int(value))

    def asked(self, row: int, column: int) -> int:
        """Give of how many who were asked a question a cell says some; 0 where it says nothing of the kind."""
        from coding.tables.matrices import OF_ASKED

        return self.matrix.asked(row, column) if self.matrix.cell in OF_ASKED else 0

    def heat(self, row: int, column: int) -> float:
        """Give how warm a cell is, from 0 to 1 where the largest is; totals stay cold."""
        if self.is_total(row, column) or not self._largest:
            return 0.0
        return float(self.value(row, column) or 0) / self._largest

    @cached_property
    def _largest(self) -> float:
        return float(self.matrix.values.max()) if self.matrix.values.size else 0.0

    def opened(self, row: int, column: int) -> list[Item]:
        """Give the spans behind a cell, those behind a total each once."""
        rows, columns = self.matrix.values.shape
        down = range(rows) if row >= rows else (row,)
        across = range(columns) if column >= columns else (column,)
        found: dict[tuple[int, int, int, str], Item] = {}
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
        value = self.value(row, column) or 0
        if self.matrix.cell in _SHARES:
            return QLocale().toString(value, "g", 6)
        return str(int(value))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _said(label: Label) -> str:
    return label.name if label.key is not None else QCoreApplication.translate("matrix", "(none)")


def _total() -> str:
    return QCoreApplication.translate("matrix", "Total")


def compute(moment: Moment, choice: Choice, title: str, progress: Progress) -> Grid:
    """Count, in the view that is chosen."""
    found = choice.counted(moment, progress)
    shared = (moment.voices.participants_of, moment.belongings.of_participant, moment.belongings.of_document)
    alone = all(len(several) < 2 for one in shared for several in one.values())
    return Grid(
        found,
        choice,
        found.moment.mask.text(title),
        row_totals=len(found.columns) > 1 and additive(found.column_kind, found.cell, alone),
        column_totals=len(found.rows) > 1 and additive(found.row_kind, found.cell, alone),
    )

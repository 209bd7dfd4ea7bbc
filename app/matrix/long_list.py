"""A matrix as a long list, a line for each cell: row, column and number, as R and its like read it."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING

from app.matrix.choice import cell_names
from app.matrix.grid import Grid

if TYPE_CHECKING:
    from coding.moment.evidence import EvidenceItem


class Long(Grid):
    """Lines are the cells of a table, row by row; a line says its column, then its number."""

    @cached_property
    def table(self) -> Grid:
        """The same as a table, without totals."""
        kept = {one.name: getattr(self, one.name) for one in fields(self)}
        return Grid(**{**kept, "row_totals": False, "column_totals": False})

    def _at(self, row: int) -> tuple[int, int]:
        return divmod(row, max(self.table.shape[1], 1))

    @property
    def shape(self) -> tuple[int, int]:
        rows, columns = self.table.shape
        return rows * columns, 2

    def is_total(self, row: int, column: int) -> bool:
        return False

    def row_name(self, row: int) -> str:
        return self.table.row_name(self._at(row)[0])

    def column_name(self, column: int) -> str:
        return cell_names()[self.matrix.cell] if column else self.across

    def cell_name(self, row: int, column: int) -> str:
        return self.table.cell_name(*self._at(row))

    def value(self, row: int, column: int) -> float:
        return self.table.value(*self._at(row))

    def counted(self, row: int, column: int) -> float | None:
        return self.table.counted(*self._at(row))

    def text(self, row: int, column: int) -> str:
        place = self._at(row)
        if not column:
            return self.table.column_name(place[1])
        return str(int(self.table.value(*place))) if self.matrix.cell == "binary" else self.table.text(*place)

    def heat(self, row: int, column: int) -> float:
        return self.table.heat(*self._at(row)) if column else 0.0

    def opened(self, row: int, column: int) -> list[EvidenceItem]:
        return self.table.opened(*self._at(row))

    def _plain(self, row: int, column: int) -> str:
        return super()._plain(row, column) if column else self.text(row, column)

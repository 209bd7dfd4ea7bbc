"""The rows of the list as Qt asks for them; a verbatim is read only when it is shown."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractListModel, QObject, Qt

from app.indexes import NOWHERE, Index

if TYPE_CHECKING:
    from coding.search.listings import ListedVerbatim, Listing

Place = tuple[int, int, int]
_KEPT = 600


class VerbatimRows(QAbstractListModel):
    """The verbatims of a listing or, where it has lines, its matches one by one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.listing: Listing | None = None
        self._read: OrderedDict[int, ListedVerbatim] = OrderedDict()

    def take(self, listing: Listing | None) -> None:
        """Show another listing."""
        self.beginResetModel()
        self.listing = listing
        self._read.clear()
        self.endResetModel()

    @property
    def in_lines(self) -> bool:
        """Whether the rows are matches."""
        return self.listing is not None and self.listing.lines is not None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if parent.isValid() or self.listing is None:
            return 0
        return len(self.listing) if self.listing.lines is None else len(self.listing.lines)

    def number(self, at: int) -> int:
        """Give the number in the listing of the verbatim at a row."""
        lines = self.listing.lines if self.listing is not None else None
        return at if lines is None else lines[at][0]

    def match_at(self, at: int) -> tuple[int, int] | None:
        """Give the span of the match at a row, where rows are matches."""
        lines = self.listing.lines if self.listing is not None else None
        return None if lines is None else lines[at][1:]

    def place(self, at: int) -> Place:
        """Give document, start and end of what is at a row: a verbatim, or a match."""
        assert self.listing is not None
        document, start, end = self.listing.place(self.number(at))
        return (document, start, end) if (match := self.match_at(at)) is None else (document, *match)

    def at(self, place: Place) -> int | None:
        """Give the row of a place, else of what comes next, else the last."""
        count = self.rowCount()
        if not count:
            return None
        if not self._in_order:
            return next((at for at in self._beside(place) if self.place(at) == place), 0)
        low, high = 0, count
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.place(middle) < place else (low, middle)
        return min(low, count - 1)

    @property
    def _in_order(self) -> bool:
        """Whether rows follow the documents."""
        return self.listing is not None and self.listing.order == "document" and not self.listing.groups

    def _beside(self, place: Place) -> Iterator[int]:
        """Give the rows in whose passage, or span, a place begins."""
        assert self.listing is not None
        numbers = set(self.listing.having(place[0], place[1]))
        if self.listing.lines is None:
            yield from sorted(numbers)
        elif isinstance(rows := getattr(self.listing.lines, "rows", None), np.ndarray):
            yield from np.flatnonzero(np.isin(rows, list(numbers))).tolist()
        else:
            yield from (at for at, line in enumerate(self.listing.lines) if line[0] in numbers)

    def row(self, at: int) -> ListedVerbatim:
        """Give the verbatim at a row."""
        number = self.number(at)
        found = self._read.get(number)
        if found is None:
            assert self.listing is not None
            found = self._read[number] = self.listing.row(number)
            if len(self._read) > _KEPT:
                self._read.popitem(last=False)
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.listing is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = self.row(index.row()).verbatim
            return f"{said.document_name} · {said.speaker}: {said.text}"
        return None

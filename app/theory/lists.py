"""A list view that keeps its place, and leaves digits to the page, and the rows of such lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from app.actions import digit_of
from app.indexes import NOWHERE, Index

KEY = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1

R = TypeVar("R")


class KeyedRows(QAbstractListModel, Generic[R]):
    """Rows in order, the same as before as long as each gives the same `mark`; then they are painted anew in place.

    What a row's `shape` is says how high it is: as long as all are as before, no row moves.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[R] = []
        self._marks: list[object] = []
        self._shapes: list[object] = []

    def mark(self, row: R) -> object:
        """Give what tells a row from others."""
        raise NotImplementedError  # each model knows its own rows

    def shape(self, row: R) -> object:
        """Give what the height of a row depends on."""
        raise NotImplementedError  # each model knows its own rows

    def take(self, rows: list[R]) -> bool:
        """Have these rows; say whether they are others than before."""
        marks, shapes = [self.mark(row) for row in rows], [self.shape(row) for row in rows]
        same, moved = marks == self._marks, shapes != self._shapes
        self._marks, self._shapes = marks, shapes
        if same:
            self.rows = rows
            self.repaint(moved=moved)
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def repaint(self, *, moved: bool = False) -> None:
        """Have all rows painted anew; `moved` where some are higher or lower than before."""
        role = Qt.ItemDataRole.SizeHintRole if moved else Qt.ItemDataRole.DisplayRole
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0), [role])

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)


class KeyedList(QListView):
    """Rows are known by what they give for `KEY`.

    chosen(key): another row is current · digit(digit, shift): a digit was pressed, on whatever keyboard.
    """

    chosen = Signal(object)
    digit = Signal(int, bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    @property
    def key(self) -> object | None:
        """The current row's key."""
        found: object | None = self.currentIndex().data(KEY)
        return found

    def index_of(self, key: object | None) -> QModelIndex:
        """Give the row of that key, or none."""
        rows = (row for row, known in enumerate(self.keys()) if key is not None and known == key)
        return self.model().index(next(rows, -1), 0)

    def keys(self) -> Iterable[object | None]:
        """Give the key of each row."""
        raise NotImplementedError  # each list knows the rows of its own model

    def choose(self, key: object | None) -> None:
        """Make the row of that key the current one, and scroll to it."""
        at = self.index_of(key)
        self.setCurrentIndex(at)
        if at.isValid():
            self.scrollTo(at)

    def step(self, steps: int) -> None:
        """Go up or down, past rows that can't be chosen."""
        model, row = self.model(), self.currentIndex().row() + steps
        while 0 <= row < model.rowCount():
            at = model.index(row, 0)
            if at.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(at)
                self.scrollTo(at)
                return
            row += steps

    def kept(self) -> tuple[object | None, int]:
        """Give the place to come back to after the rows are made anew."""
        return self.key, self.verticalScrollBar().value()

    def come_back(self, place: tuple[object | None, int]) -> None:
        """Go back to a place that `kept` gave."""
        at = self.index_of(place[0])
        if at.isValid() or place[1]:
            self.executeDelayedItemsLayout()
        self.setCurrentIndex(at)
        self.verticalScrollBar().setValue(place[1])
        if at.isValid():
            self.scrollTo(at)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint rows anew; Qt's list would measure thousands again although none is higher than before."""
        if not roles or Qt.ItemDataRole.SizeHintRole in roles:
            super().dataChanged(first, last, roles)
        else:
            QAbstractItemView.dataChanged(self, first, last, roles)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(current.data(KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = digit_of(event)
        if digit is not None:
            self.digit.emit(digit, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

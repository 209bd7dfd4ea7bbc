"""A table of rows that are edited in place: what each column shows, and what is written when a person types there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QStyleOptionViewItem, QTableView, QWidget

from app.hub import Hub
from app.i18n import moment
from app.indexes import NOWHERE, Index
from app.neighbours import WordsDelegate
from app.participants import column_widths

_Role = Qt.ItemDataRole
_ROOM, _WIDEST = 32, 260  # pixels around words, and those a column takes by itself


class Column(NamedTuple):
    """A column: its title, what it shows of a row, and what is written of it (None: it is only read).

    `choices` are the values that it may have, by what they are called; those of a `day` are days or moments as they
    are stored, shown written out; `tip` is said of the column.
    """

    title: str
    shown: Callable[[Any], str]
    write: Callable[[Any, str], object] | None = None
    choices: Mapping[str, str] | None = None
    day: bool = False
    tip: str = ""


class _LedgerModel(QAbstractTableModel):
    def __init__(self, hub: Hub, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.hub, self.columns = hub, columns
        self.rows: list[Any] = []

    def show_rows(self, rows: list[Any]) -> None:
        same = [getattr(one, "key", one) for one in rows] == [getattr(one, "key", one) for one in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self.columns[section].title
        if orientation is Qt.Orientation.Horizontal and role == _Role.ToolTipRole:
            return self.columns[section].tip or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        editable = self.columns[index.column()].write is not None and self.hub.project_or_none is not None
        writable = editable and self.hub.project.writable
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if writable else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if role not in (_Role.DisplayRole, _Role.EditRole, _Role.ToolTipRole):
            return None
        column = self.columns[index.column()]
        said = column.shown(self.rows[index.row()])
        if role == _Role.EditRole:
            return said
        return column.choices.get(said, said) if column.choices is not None else moment(said) if column.day else said

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        column, row = self.columns[index.column()], self.rows[index.row()]
        write = column.write
        if role != _Role.EditRole or write is None or str(value) == column.shown(row):
            return False
        self.hub.write(lambda: write(row, str(value)))
        return True


class _LedgerCells(WordsDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = _rows(index).columns[index.column()]
        if column.choices is not None:
            combo = QComboBox(parent)
            for value, title in column.choices.items():
                combo.addItem(title, value)
            combo.setFrame(False)
            combo.setAccessibleName(column.title)
            combo.activated.connect(lambda _n: self._done(combo))
            return combo
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setAccessibleName(column.title)
        line.setPlaceholderText("2024-05-31" if column.day else "")
        return line

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        said = str(index.data(_Role.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(said)))
        elif isinstance(editor, QLineEdit):
            editor.setText(said)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        said = editor.currentData() if isinstance(editor, QComboBox) else ""
        model.setData(index, editor.text() if isinstance(editor, QLineEdit) else said, _Role.EditRole)


def _rows(index: Index) -> _LedgerModel:
    model = index.model()
    assert isinstance(model, _LedgerModel)
    return model


class Ledger(QTableView):
    """Rows with a `key` each; the cell in focus keeps it while the rows are read again.

    What is said where there is no row is `nothing`.
    """

    def __init__(self, hub: Hub, name: str, columns: Sequence[Column], nothing: str = "") -> None:
        super().__init__()
        self.nothing = QLabel(nothing, self.viewport())
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(32, 0, 32, 0)
        self.nothing.setProperty("muted", True)
        self._words: dict[int, int] = {}
        self._longest: dict[int, int] = {}
        self.rows = _LedgerModel(hub, columns, self)
        self.setModel(self.rows)
        self.setItemDelegate(_LedgerCells(self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setStyleSheet("QTableView::item { padding: 0 6px; }")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)

    def show_rows(self, rows: list[Any]) -> None:
        """Show these rows, the one in focus still in focus."""
        at, before = self.currentIndex(), [getattr(one, "key", None) for one in self.rows.rows]
        kept = before[at.row()] if at.isValid() and at.row() < len(before) else None
        self.rows.show_rows(rows)
        self.nothing.setVisible(not rows)
        self._fit()
        keys = [getattr(one, "key", None) for one in rows]
        if kept is not None and kept in keys:
            self.setCurrentIndex(self.rows.index(keys.index(kept), at.column()))
        elif at.isValid() and rows:
            self.setCurrentIndex(self.rows.index(min(at.row(), len(rows) - 1), at.column()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.nothing.setGeometry(self.viewport().rect())
        self._share()

    def _fit(self) -> None:
        metrics, rows = self.fontMetrics(), range(self.rows.rowCount())
        said = [{str(self.rows.data(self.rows.index(row, n))) for row in rows} for n in range(len(self.rows.columns))]
        self._words = {n: max(map(metrics.horizontalAdvance, texts), default=0) for n, texts in enumerate(said)}
        self._longest = {n: column_widths.longest_word(texts, metrics) for n, texts in enumerate(said)}
        self._share()

    def _share(self) -> None:
        """Share out the room there is: on one line where all fits, else on two, and texts give way."""
        there, lines = self.viewport().width(), 1
        if sum(self._needed(1).values()) > there:
            lines = 2
        needed, heads = self._needed(lines), self._heads(lines)
        giving = [n for n, one in enumerate(self.rows.columns) if not (one.day or one.choices)]
        least = {n: max(heads[n], self._longest[n] + _ROOM) for n in giving}
        wanted = {n: wide + _ROOM for n, wide in self._words.items()}
        widths = column_widths.spread(column_widths.shared(needed, least, there), wanted, there)
        for n, wide in widths.items():
            self.setColumnWidth(n, wide)
        column_widths.stand(self, lines, 2 if any(wanted[n] > widths[n] for n in widths) else 1)

    def _heads(self, lines: int) -> list[int]:
        metrics = self.horizontalHeader().fontMetrics()
        return [column_widths.title_width(one.title, metrics, lines=lines) + _ROOM for one in self.rows.columns]

    def _needed(self, lines: int) -> dict[int, int]:
        heads = self._heads(lines)
        return {n: min(_WIDEST, max(wide + _ROOM, heads[n])) for n, wide in self._words.items()}

    @property
    def current(self) -> Any:
        """The row in focus, None where there is none."""
        at: QModelIndex = self.currentIndex()
        return self.rows.rows[at.row()] if at.isValid() and at.row() < len(self.rows.rows) else None

    def chosen(self) -> list[Any]:
        """Give the rows that are selected, in order."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self.rows.rows[number] for number in numbers]

    def begin(self, key: int, column: int) -> None:
        """Begin to edit a cell of the row of that key."""
        place = next((n for n, one in enumerate(self.rows.rows) if one.key == key), None)
        if place is not None:
            index = self.rows.index(place, column)
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edit(index)

"""A table of words, of a list or near a match, from which words can be left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.indexes import NOWHERE, Index

Record = tuple[str | int | float, ...]


class _WordsModel(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: tuple[str, ...] = ()
        self.records: list[Record] = []

    def take(self, columns: tuple[str, ...], records: Sequence[Record]) -> None:
        self.beginResetModel()
        self.columns, self.records = columns, list(records)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self.records[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            if isinstance(value, float):
                return f"{value:+.1f}".replace(".", QLocale().decimalPoint())
            return QLocale().toString(value) if isinstance(value, int) else value
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(value, str):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        down = order == Qt.SortOrder.DescendingOrder
        self.records.sort(key=lambda record: record[column], reverse=down)
        self.layoutChanged.emit()


class WordsView(QWidget):
    """`chosen(word)`: a word was double-clicked or entered; `asked()`: small words are wanted, or no longer;
    `left_out(words)` and `edited()`: the list of stop words is to have these, or to be written.
    """

    chosen = Signal(str)
    asked = Signal()
    left_out = Signal(list)
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = _WordsModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Words"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setStyleSheet("QTableView::item { padding: 0 6px; }")
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(28)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setDefaultSectionSize(108)
        self.table.activated.connect(lambda index: self.chosen.emit(str(self.model.records[index.row()][0])))
        self.note = QLabel()
        self.note.setProperty("muted", True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.small = QCheckBox(self.tr("Small words, too"))
        self.small.setToolTip(self.tr("List articles, pronouns and other function words"))
        self.small.toggled.connect(lambda _on: self.asked.emit())
        self.leave = QPushButton(self.tr("Leave out"))
        self.leave.setToolTip(self.tr("Put the words selected on this project's list of stop words"))
        self.leave.clicked.connect(lambda: self.left_out.emit(self.selected()))
        self.edit = QPushButton(self.tr("Stop words…"))
        self.edit.clicked.connect(lambda: self.edited.emit())
        across, down = QHBoxLayout(), QVBoxLayout(self)
        across.setContentsMargins(24, 4, 16, 4)
        across.setSpacing(12)
        across.addWidget(self.note, 1)
        for part in (self.small, self.leave, self.edit):
            across.addWidget(part)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(across)
        framed = QHBoxLayout()
        framed.setContentsMargins(18, 0, 0, 0)
        framed.addWidget(self.table)
        down.addLayout(framed, 1)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.leave.setEnabled(bool(self.selected())))
        self.leave.setEnabled(False)

    def selected(self) -> list[str]:
        """Give the words selected."""
        return [str(self.model.records[index.row()][0]) for index in self.table.selectionModel().selectedRows()]

    def take(self, columns: tuple[str, ...], records: Sequence[Record], note: str) -> None:
        """Show other words, sorted as they come."""
        self.table.setSortingEnabled(False)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.model.take(columns, records)
        self.table.setSortingEnabled(True)
        self.table.setColumnWidth(0, 240)
        self.note.setText(note)
        self.leave.setEnabled(False)

"""The audit trail: every change with its moment and its coder, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTableView, QVBoxLayout, QWidget

from app.errors_text import change_label
from app.hub import Hub
from app.i18n import moment
from app.indexes import NOWHERE, Index

if TYPE_CHECKING:
    from corpus.store.history import Step


class _Trail(QAbstractTableModel):
    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub = hub
        self._steps: list[Step] = []
        self._titles = (self.tr("When"), self.tr("Who"), self.tr("Change"), self.tr("Rows"))
        self.refresh()

    def refresh(self, _changes: object = None) -> None:
        """Read the trail again."""
        self.beginResetModel()
        project = self.hub.project_or_none
        self._steps = project.history()[::-1] if project else []
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        step = self._steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (moment(step.at), step.coder, self._said(step), step.rows)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 3:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _said(self, step: Step) -> str:
        label = change_label(step.label)
        if step.kind == "undo":
            return self.tr("Undone: {label}").format(label=label)
        return self.tr("Redone: {label}").format(label=label) if step.kind == "redo" else label


class HistoryDialog(QDialog):
    """Not modal, and follows along."""

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History of changes"))
        self.resize(720, 480)
        trail = _Trail(hub, self)
        self.table = QTableView()
        self.table.setModel(trail)
        self.table.setAccessibleName(self.tr("History of changes"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, self.fontMetrics().averageCharWidth() * 22)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self.table)
        layout.addWidget(buttons)
        hub.changed.connect(trail.refresh)
        hub.closed.connect(self.close)

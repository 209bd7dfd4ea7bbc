"""The audit trail: every change with its moment and its coder, narrowed by coder, time and words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from app.errors_text import change_label
from app.i18n import moment
from app.indexes import NOWHERE, Index

if TYPE_CHECKING:
    from corpus.store.history import Step

_Role = Qt.ItemDataRole


class Steps(QAbstractTableModel):
    """The changes that are wanted, the latest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps: Sequence[Step] = ()
        self._titles = (self.tr("No."), self.tr("When"), self.tr("Coder"), self.tr("Change"), self.tr("Rows"))

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Take on other changes."""
        self.beginResetModel()
        self.steps = steps
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.steps)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        shown = orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole
        return self._titles[section] if shown else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return (step.change, moment(step.at), step.coder, said(step), step.rows)[index.column()]
        return None


def said(step: Step) -> str:
    """Give what a change is called, and whether it took another back."""
    from PySide6.QtCore import QCoreApplication

    label = change_label(step.label)
    if step.kind == "undo":
        return QCoreApplication.translate("trail", "Undone: {label}").format(label=label)
    if step.kind == "redo":
        return QCoreApplication.translate("trail", "Redone: {label}").format(label=label)
    return label


class Trail(QWidget):
    """Shows the trail, and gives what it is narrowed to."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Step] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter changes"))
        self.search.setAccessibleName(self.tr("Filter changes"))
        self.search.setClearButtonEnabled(True)
        self.coder = QComboBox()
        self.coder.setAccessibleName(self.tr("Coder"))
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Time"))
        for text, days in (
            (self.tr("Of all time"), 0),
            (self.tr("Last 24 hours"), 1),
            (self.tr("Last 7 days"), 7),
            (self.tr("Last 30 days"), 30),
        ):
            self.period.addItem(text, days)
        self.shown = QLabel()
        self.shown.setProperty("muted", True)
        self.model = Steps(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Audit trail"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setStyleSheet("QTableView::item { padding: 0 6px; }")
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.ResizeToContents)
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 0)
        line.setSpacing(8)
        self.search.setMaximumWidth(320)
        self.search.setMinimumWidth(220)
        for part in (self.search, self.coder, self.period, self.shown):
            line.addWidget(part)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        self.search.textChanged.connect(self.narrow)
        self.coder.currentIndexChanged.connect(self.narrow)
        self.period.currentIndexChanged.connect(self.narrow)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Take on the trail, oldest first."""
        self._all = list(steps)[::-1]
        coders = sorted({step.coder for step in steps})
        now = self.coder.currentData()
        blocked = QSignalBlocker(self.coder)
        self.coder.clear()
        self.coder.addItem(self.tr("All coders"), "")
        for name in coders:
            self.coder.addItem(name, name)
        self.coder.setCurrentIndex(max(self.coder.findData(now), 0))
        blocked.unblock()
        self.narrow()
        width = self.fontMetrics().averageCharWidth()
        for column, letters in ((0, 8), (1, 24), (2, 20)):
            self.table.setColumnWidth(column, width * letters)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)

    def narrow(self, _changed: object = None) -> None:
        """Keep the changes of the chosen coder and time that have the typed words."""
        from coding.exports import histories

        found = histories.narrowed(
            self._all, coder=self.coder.currentData() or "", since=_since(int(self.period.currentData() or 0)),
            words=self.search.text(), said=said,
        )  # fmt: skip
        self.model.show_steps(found)
        self.shown.setText(self.tr("%n change(s)", "", len(found)))

    @property
    def steps(self) -> Sequence[Step]:
        """The changes that are shown, the latest first."""
        return self.model.steps


def _since(days: int) -> str:
    """Give the moment so many days ago as moments are stored; without days, before all of them."""
    when = datetime.now(UTC) - timedelta(days=days)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ") if days else ""

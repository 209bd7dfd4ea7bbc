"""The audit trail: every act with its moment, its coder, its codes and why, narrowed by coder, time and words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.errors_text import change_label
from app.hub import Place
from app.i18n import moment
from app.indexes import NOWHERE, Index
from app.neighbours import WordsDelegate
from app.widgets import NamesBox

if TYPE_CHECKING:
    from coding.acts import Act
    from corpus.store.history import Step

_Role = Qt.ItemDataRole
_ACT, _CODES, _DOCUMENTS, _WHY = 3, 4, 5, 6
_LEAST, _WIDEST = 13, 32  # letters of a column
_AROUND = 8  # pixels around the words of a cell
_LOOKED_AT = 40  # acts by which a column is made wide enough, of thousands


class TrailModel(QAbstractTableModel):
    """The acts that are wanted, the latest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.acts: Sequence[Act] = ()
        self._titles = (
            self.tr("No."),
            self.tr("When"),
            self.tr("Coder"),
            self.tr("Act"),
            self.tr("Codes"),
            self.tr("Documents"),
            self.tr("Why"),
        )

    def show_acts(self, acts: Sequence[Act]) -> None:
        """Take on other acts."""
        self.beginResetModel()
        self.acts = acts
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.acts)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        shown = orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole
        return self._titles[section] if shown else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        act, column = self.acts[index.row()], index.column()
        if role == _Role.ForegroundRole and column == _DOCUMENTS and act.place is not None:
            return QBrush(QColor(theme.colours().accent))
        if role not in (_Role.DisplayRole, _Role.ToolTipRole):
            return None
        step = act.step
        if column == _DOCUMENTS:
            return self._where(act)
        if column in (_CODES, _WHY):
            return ", ".join(act.codes) if column == _CODES else act.why
        return (step.change, moment(step.at), step.coder, said(step))[column]

    def _where(self, act: Act) -> str:
        """Say in which documents, and on how many places where there are several."""
        papers = ", ".join(act.documents)
        if act.places < 2:
            return papers
        return self.tr("{documents} · %n place(s)", "", act.places).format(documents=papers)


def said(step: Step) -> str:
    """Give what an act is called, and whether it took another back."""
    label = change_label(step.label)
    if step.kind == "undo":
        return QCoreApplication.translate("trail", "Undone: {label}").format(label=label)
    if step.kind == "redo":
        return QCoreApplication.translate("trail", "Redone: {label}").format(label=label)
    return label


class _TrailTable(QTableView):
    """resized(): its cells have other room."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Trail(QWidget):
    """Shows the trail, and gives what it is narrowed to. place_asked(Place): the words of an act are asked for."""

    place_asked = Signal(object)

    def __init__(self, within: QWidget | None = None) -> None:
        super().__init__(within)
        self._all: list[Act] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Act, code, document or reason"))
        self.search.setAccessibleName(self.tr("Filter acts"))
        self.search.setClearButtonEnabled(True)
        self.coder = NamesBox()
        self.coder.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
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
        self._only: frozenset[int] | None = None
        self.every = QPushButton(self.tr("Show all acts"))
        self.every.hide()
        self.every.clicked.connect(lambda: self.keep(None))
        self.shown = QLabel()
        self.shown.setProperty("muted", True)
        self.model = TrailModel(self)
        self.table, self._acted = _TrailTable(), 0
        self.table.resized.connect(self._share_width)
        self._set_table()
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 0)
        line.setSpacing(8)
        self.search.setMaximumWidth(320)
        self.search.setMinimumWidth(260)
        for part in (self.search, self.coder, self.period, self.shown, self.every):
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
        self.table.doubleClicked.connect(lambda index: self.open(index.row()))
        self.table.clicked.connect(lambda index: self.open(index.row()) if index.column() == _DOCUMENTS else None)

    def _set_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Audit trail"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setStyleSheet("QTableView::item { padding: 0 6px; }")
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setToolTip(self.tr("A click on its document, or Enter: the words it is about"))
        self.table.verticalHeader().hide()
        self.table.setItemDelegate(WordsDelegate(self.table))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setResizeContentsPrecision(_LOOKED_AT)
        header.setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)

    def show_acts(self, acts: Sequence[Act]) -> None:
        """Take on the trail, oldest first."""
        self._all = list(acts)[::-1]
        coders = sorted({act.step.coder for act in acts})
        now = self.coder.currentData()
        blocked = QSignalBlocker(self.coder)
        self.coder.clear()
        self.coder.addItem(self.tr("All coders"), "")
        for name in coders:
            self.coder.addItem(name, name)
        self.coder.setCurrentIndex(max(self.coder.findData(now), 0))
        blocked.unblock()
        self.narrow()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        for column in range(_CODES):  # an act may be given less, see below
            needed = max(self.table.sizeHintForColumn(column), self.table.horizontalHeader().sectionSizeHint(column))
            most = self.fontMetrics().averageCharWidth() * _WIDEST
            self._acted = min(needed + _AROUND, most)
            self.table.setColumnWidth(column, self._acted)
        self._share_width()

    def _share_width(self) -> None:
        """Give what number, moment and coder leave of the width to act, codes, document and reason."""
        least = self.fontMetrics().averageCharWidth() * _LEAST
        left = self.table.viewport().width() - sum(map(self.table.columnWidth, range(_ACT)))
        self.table.setColumnWidth(_ACT, min(self._acted, max(left * 3 // 10, least)))
        for column in (_CODES, _DOCUMENTS):  # why an act was done takes what they leave
            self.table.setColumnWidth(column, max((left - self.table.columnWidth(_ACT)) * 36 // 100, least))

    def keep(self, changes: frozenset[int] | None, title: str = "") -> None:
        """Keep the acts of these numbers, which a number called `title` counts; None: all acts again."""
        self._only = changes
        blocked = [QSignalBlocker(one) for one in (self.search, self.coder, self.period)]
        self.search.clear()
        self.coder.setCurrentIndex(0)
        self.period.setCurrentIndex(0)
        for one in blocked:
            one.unblock()
        self.every.setVisible(changes is not None)
        self.every.setToolTip(title)
        self.narrow()

    def narrow(self, _changed: object = None) -> None:
        """Keep the acts of the chosen coder and time that have the typed words."""
        from coding import acts

        labels = {act.step.label: change_label(act.step.label) for act in self._all}
        kept = self._all if self._only is None else [act for act in self._all if act.step.change in self._only]
        found = acts.narrowed(
            kept,
            coder=self.coder.currentData() or "",
            since=_since(int(self.period.currentData() or 0)),
            words=self.search.text(),
            labels=labels,
        )
        self.model.show_acts(found)
        self.shown.setText(self.tr("%n act(s)", "", len(found)))

    @property
    def acts(self) -> Sequence[Act]:
        """The acts that are shown, the latest first."""
        return self.model.acts

    def open(self, row: int) -> None:
        """Ask for the words that an act is about, where it is about any."""
        act = self.acts[row] if 0 <= row < len(self.acts) else None
        if act is not None and act.place is not None:
            self.place_asked.emit(Place(*act.place, act.coding))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self.open(self.table.currentIndex().row())
            return
        super().keyPressEvent(event)


def _since(days: int) -> str:
    """Give the moment so many days ago as moments are stored; without days, before all of them."""
    when = datetime.now(UTC) - timedelta(days=days)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ") if days else ""

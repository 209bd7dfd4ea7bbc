"""The answers: participants × questions, the beginning of each, with how it was asked."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.guide.grid import read_only
from app.guide.shown import GuideState, sign, state_names
from app.i18n import told
from app.indexes import NOWHERE, Index

_Role = Qt.ItemDataRole
_BEGINNING = 120  # characters of an answer in its cell, which its lines hold
_LINES = 4
_WIDTH = 260
_NAMES = 0.3  # of the table's width, at most


class AnswerCells(QAbstractTableModel):
    """What each respondent answers to each question."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: GuideState | None = None

    def show_answers(self, shown: GuideState | None) -> None:
        """Take on other answers."""
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.shown is None else len(self.shown.answers.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.shown is None else len(self.shown.questions)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if self.shown is None or role not in (_Role.DisplayRole, _Role.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            one = self.shown.questions[section]
            return f"{one.number}  {one.text}"
        return self.shown.answers.name(self.shown.answers.rows[section])

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if self.shown is None or not index.isValid():
            return None
        found = self.shown.answers
        who, one = found.rows[index.row()], self.shown.questions[index.column()]
        cell = found.answer(who, one)
        if role == _Role.DisplayRole:
            words = " ".join(found.text(who, one).split())
            words = words if len(words) <= _BEGINNING else words[:_BEGINNING].rsplit(" ", 1)[0] + " …"
            return f"{sign(cell.state, cell.sure)}  {words}" if words else sign(cell.state, cell.sure)
        if role == _Role.AccessibleTextRole:
            return told(state_names()[cell.state], found.text(who, one))
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return None


class AnswerTable(QTableView):
    """Shows the answers. moved(row, column): the cell in focus · asked(): its place is to be opened."""

    moved = Signal(int, int)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cells = AnswerCells(self)
        self.setModel(self.cells)
        self.setAccessibleName(self.tr("Answers to the guide"))
        read_only(self)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        across = self.horizontalHeader()
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setDefaultSectionSize(_WIDTH)
        self.doubleClicked.connect(lambda _index: self.asked.emit())

    def show_answers(self, shown: GuideState | None) -> None:
        """Show the answers, with the focus where it was."""
        at = self.currentIndex()
        row, column = max(at.row(), 0), max(at.column(), 0)
        self.cells.show_answers(shown)
        self.verticalHeader().setDefaultSectionSize(_LINES * self.fontMetrics().lineSpacing() + 10)
        names = [str(self.cells.headerData(n, Qt.Orientation.Vertical)) for n in range(self.cells.rowCount())]
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=80) + 24
        self.verticalHeader().setFixedWidth(min(widest, max(round(self.width() * _NAMES), 120)))
        if self.cells.rowCount() and self.cells.columnCount():
            row, column = min(row, self.cells.rowCount() - 1), min(column, self.cells.columnCount() - 1)
            self.setCurrentIndex(self.cells.index(row, column))

    def choose_question(self, key: int) -> None:
        """Put the focus on the column of a question."""
        for column, one in enumerate(self.cells.shown.questions if self.cells.shown is not None else ()):
            if one.key == key and column != self.currentIndex().column() and self.cells.rowCount():
                self.setCurrentIndex(self.cells.index(max(self.currentIndex().row(), 0), column))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(current.row(), current.column())

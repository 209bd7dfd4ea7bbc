"""The interviews and what each asks: a sign for each question, by mouse and by key."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app import theme
from app.guide.shown import GuideState, sign, state_names
from app.indexes import NOWHERE, Index

_Role = Qt.ItemDataRole
_NAMES = 0.4  # of the table's width, at most


class Askings(QAbstractTableModel):
    """Interviews × the questions of a version."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: GuideState | None = None

    def show_grid(self, shown: GuideState | None) -> None:
        """Take on what is marked."""
        same = (
            self.shown is not None
            and shown is not None
            and (self.shown.documents == shown.documents and self.shown.questions == shown.questions)
        )
        if same and shown is not None and shown.documents and shown.questions:
            self.shown = shown
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.shown is None else len(self.shown.documents)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.shown is None else len(self.shown.questions)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if self.shown is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            one = self.shown.questions[section]
            return {
                _Role.DisplayRole: str(one.number),
                _Role.ToolTipRole: one.text,
                _Role.AccessibleTextRole: one.text,
            }.get(_Role(role))
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self.shown.moment.infos[self.shown.documents[section]].name
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if self.shown is None or not index.isValid():
            return None
        document, one = self.shown.documents[index.row()], self.shown.questions[index.column()]
        cell, state = self.shown.cell(document, one), self.shown.state(document, one)
        sure = cell is not None and cell.sure
        if role == _Role.DisplayRole:
            return sign(state, sure)
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            said = state_names()[state]
            found = "" if sure or cell is None else " · " + self.tr("found, not confirmed")
            return f"{self.shown.moment.infos[document].name} × {one.number} {one.text}\n{said}{found}"
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == _Role.ForegroundRole:
            c = theme.colours()
            return QBrush(QColor(c.text if sure else c.muted))
        return None


def read_only(table: QTableView) -> None:
    """Let a table of the guide be walked through cell by cell, with long names of rows cut in the middle."""
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class AskingTable(QTableView):
    """Shows the grid. moved(document, question): the cell in focus · asked(): its place is to be opened."""

    moved = Signal(int, int)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cells = Askings(self)
        self.setModel(self.cells)
        self.setAccessibleName(self.tr("Interviews and what each asks"))
        read_only(self)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda _index: self.asked.emit())

    def show_grid(self, shown: GuideState | None) -> None:
        """Show what is marked, with the focus where it was."""
        at = self.currentIndex()
        row, column = max(at.row(), 0), max(at.column(), 0)
        self.cells.show_grid(shown)
        self.lay_out()
        if shown is not None and shown.documents and shown.questions:
            row, column = min(row, len(shown.documents) - 1), min(column, len(shown.questions) - 1)
            self.setCurrentIndex(self.cells.index(row, column))

    def lay_out(self) -> None:
        """Give rows and columns their room, by the type of the moment."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 12)
        self.horizontalHeader().setDefaultSectionSize(max(metrics.horizontalAdvance("(●)") + 20, 44))
        names = [str(self.cells.headerData(n, Qt.Orientation.Vertical)) for n in range(self.cells.rowCount())]
        widest = max((metrics.horizontalAdvance(name) for name in names), default=80) + 24
        self.verticalHeader().setFixedWidth(min(widest, max(round(self.width() * _NAMES), 120)))

    def place(self) -> tuple[int, int] | None:
        """Give the interview in focus, and the row of the question."""
        index, shown = self.currentIndex(), self.cells.shown
        return (shown.documents[index.row()], index.column()) if shown is not None and index.isValid() else None

    def choose_question(self, key: int) -> None:
        """Put the focus on the column of a question."""
        for column, one in enumerate(self.cells.shown.questions if self.cells.shown is not None else ()):
            if one.key == key and column != self.currentIndex().column() and self.cells.rowCount():
                self.setCurrentIndex(self.cells.index(max(self.currentIndex().row(), 0), column))

    def next_unsure(self) -> bool:
        """Go to the next cell that was found and nobody confirmed, from the one in focus round; False without one."""
        shown, at = self.cells.shown, self.currentIndex()
        if shown is None or not self.cells.columnCount():
            return False
        wide, high = self.cells.columnCount(), self.cells.rowCount()
        start = at.row() * wide + at.column() + 1
        for n in range(start, start + wide * high):
            row, column = divmod(n % (wide * high), wide)
            cell = shown.cell(shown.documents[row], shown.questions[column])
            if cell is not None and not cell.sure:
                self.setCurrentIndex(self.cells.index(row, column))
                return True
        return False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if (place := self.place()) is not None:
            self.moved.emit(*place)

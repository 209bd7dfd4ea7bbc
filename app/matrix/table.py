"""The heat map as a table: names that stay in sight, numbers on warm grounds, everything by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app import theme
from app.eliding import apart
from app.indexes import NOWHERE, Index
from app.matrix import painting
from app.matrix.choice import cell_names
from app.matrix.grid import Grid

_Role = Qt.ItemDataRole
_ROW_NAMES = 0.34  # of the table's width, at most
_COLUMN_NAMES = 0.4  # of its height, at most
_TURN_FROM = 4  # columns; fewer keep upright names and scroll
_TURNED = 84  # pixels of a turned column, at most


class MatrixModel(QAbstractTableModel):
    """What is shown of a grid; `pending` while newer numbers are being counted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.grid: Grid | None = None
        self.pending = False
        self.row_names: list[str] = []  # as there is room for them

    def show_grid(self, grid: Grid | None) -> None:
        """Take on a grid."""
        self.beginResetModel()
        self.grid, self.pending, self.row_names = grid, False, []
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.grid is None else self.grid.shape[0]

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.grid is None else self.grid.shape[1]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if self.grid is None or role not in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole):
            return None
        across = orientation is Qt.Orientation.Horizontal
        if not across and role == _Role.DisplayRole and section < len(self.row_names):
            return self.row_names[section]
        return self.grid.column_name(section) if across else self.grid.row_name(section)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if self.grid is None or not index.isValid():
            return None
        row, column, long = index.row(), index.column(), self.grid.choice.shape.tidy
        if role == _Role.DisplayRole:
            return self.grid.text(row, column)
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            number = self.grid.text(row, max(column, 1) if long else column).replace("·", "0")
            counted = cell_names()[self.grid.matrix.cell]
            return f"{self.grid.cell_name(row, column)}\n{counted}: {number}"
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None


class _HeatCells(QStyledItemDelegate):
    """Paints a number on its heat; totals stand behind a line."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, MatrixModel)
        if model.grid is None:
            return
        grid, row, column = model.grid, index.row(), index.column()
        place, c = QRectF(option.rect), theme.colours()
        state: QStyle.StateFlag = option.state
        total = grid.is_total(row, column)
        painter.save()
        ground = QColor(c.window) if total else painting.warm(grid.heat(row, column), theme.is_dark())
        painter.fillRect(place, ground)
        font = QFont(painter.font())
        font.setBold(total)
        painter.setFont(font)
        text = grid.text(row, column)
        painter.setPen(QColor(c.muted if text == "·" or model.pending else c.text))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
        self._lines(painter, place, grid, row, column)
        if state & QStyle.StateFlag.State_Selected:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(c.accent), 2 if focused else 1))
            painter.drawRect(place.adjusted(1, 1, -1.5, -1.5))
        painter.restore()

    def _lines(self, painter: QPainter, place: QRectF, grid: Grid, row: int, column: int) -> None:
        painter.setPen(QColor(theme.colours().background))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.drawLine(place.topRight(), place.bottomRight())
        painter.setPen(QColor(theme.colours().muted))
        if grid.column_totals and row == grid.shape[0] - 1:
            painter.drawLine(place.topLeft(), place.topRight())
        if grid.row_totals and column == grid.shape[1] - 1:
            painter.drawLine(place.topLeft(), place.bottomLeft())


def most_for_names(height: int) -> float:
    """Give how many pixels of a table of `height` the names of its columns may take."""
    return max(height * _COLUMN_NAMES, 90)


class _ColumnNames(QHeaderView):
    """The columns' names, wrapped, or turned where there are many columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.turned = False
        self.shown: list[str] = []  # the names as there is room for them
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  # Qt names it so
        place = QRectF(rect)
        c = theme.colours()
        painter.save()
        painter.fillRect(place, QColor(c.window))
        painter.setFont(self.font())
        painter.setPen(QColor(c.text))
        name = self.shown[logicalIndex] if logicalIndex < len(self.shown) else ""
        painting.draw_name(painter, place, name, turned=self.turned)
        painter.setPen(QColor(c.rule))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()

    def names(self) -> list[str]:
        """Give the names of all columns."""
        count = self.model().columnCount() if self.model() else 0
        return [str(self.model().headerData(n, Qt.Orientation.Horizontal) or "") for n in range(count)]

    def height_for(self, widths: Sequence[int], most: float) -> int:
        """Give the height that shows every name in its column's width; what would take more than `most` is elided."""
        measure, font = painting.turned_height if self.turned else painting.name_height, self.font()
        self.shown, names = [], self.names()
        for width, alike in groupby(zip(widths, names), key=itemgetter(0)):
            self.shown += painting.within([name for _, name in alike], width, font, most, turned=self.turned)
        heights = (measure(name, width, font) for name, width in zip(self.shown, widths))
        return round(max(heights, default=0.0)) + 2

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())


class MatrixTable(QTableView):
    """Shows a grid. asked(row, column): the words behind a cell are wanted · moved(row, column): the cell in focus."""

    asked = Signal(int, int)
    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.cells = MatrixModel(self)
        self.waiting = ""  # what is said while there is nothing to show yet
        self.copying: Callable[[str], object] = QGuiApplication.clipboard().setText
        self._names = _ColumnNames(self)
        self.setHorizontalHeader(self._names)
        self.setModel(self.cells)
        self.setItemDelegate(_HeatCells(self))
        self.setAccessibleName(self.tr("Matrix"))
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet("QTableCornerButton::section { background: palette(window); border: 0; }")
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._clicked)

    def show_grid(self, grid: Grid | None) -> None:
        """Show a grid with the focus on the cell it was on, as far as there is one."""
        index = self.currentIndex()
        at = (max(index.row(), 0), max(index.column(), 0))
        self.cells.show_grid(grid)
        self.lay_out()
        if grid is not None and all(grid.shape):
            row, column = min(at[0], grid.shape[0] - 1), min(at[1], grid.shape[1] - 1)
            self.setCurrentIndex(self.cells.index(row, column))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.cells.grid is None and self.waiting:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.colours().muted))
            painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), self.waiting)
            painter.end()

    def lay_out(self) -> None:
        """Give rows and columns their room, by the type of the moment."""
        grid = self.cells.grid
        if grid is None or not all(grid.shape):
            return
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(self.fontMetrics().height() + 14)
        names = [grid.row_name(row) for row in range(grid.shape[0])]
        widest = max(self.fontMetrics().horizontalAdvance(name) for name in names) + 28
        wide = min(widest, max(round(self.width() * _ROW_NAMES), 120))
        columns = range(grid.shape[1])
        measured = columns[1:] if grid.choice.shape.tidy else columns
        numbers = list({grid.text(row, column) for row in range(grid.shape[0]) for column in measured})
        bold = QFont(self.font())
        bold.setBold(True)
        width = painting.column_width(self._names.names()[-len(measured) :], numbers, bold)
        room = self.width() - wide - 16
        self._names.turned = len(columns) >= _TURN_FROM and width * len(columns) > room
        if self._names.turned:
            width = max(painting.narrow_width(numbers, bold), min(room // len(columns), _TURNED))
        left = 0 if grid.choice.shape.tidy else self.width() - width * len(columns) - 16
        rows.setFixedWidth(min(widest, max(wide, left)))
        self._names.setDefaultSectionSize(width)
        for column in columns:
            self._names.resizeSection(column, width)
        if grid.choice.shape.tidy:
            self._names.resizeSection(0, max(room - width, width))  # its numbers stay in sight
        widths = [self._names.sectionSize(column) for column in columns]
        self._names.setFixedHeight(self._names.height_for(widths, most_for_names(self.height())))
        short = apart(names, rows.width() - 20, self.fontMetrics().horizontalAdvance)
        self.cells.row_names = short
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(current.row(), current.column())

    def _clicked(self, index: QModelIndex) -> None:
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier and not self._several():
            self.asked.emit(index.row(), index.column())

    def _several(self) -> bool:
        return len(self.selectionModel().selectedIndexes()) > 1

    def ask(self) -> None:
        """Ask for the words behind the cell in focus."""
        if self.currentIndex().isValid():
            self.asked.emit(self.currentIndex().row(), self.currentIndex().column())

    def copied(self) -> str:
        """Give the selected cells as text with tabs."""
        chosen = [(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()]
        return self.cells.grid.tsv(chosen) if self.cells.grid is not None and chosen else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copying(self.copied())
        elif event.key() == Qt.Key.Key_Enter:
            self.ask()
        else:
            super().keyPressEvent(event)

"""The dot table: descriptive codes against the framework's, with what asks for a second look."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from PySide6.QtWidgets import QTableView as View

from app import theme
from app.icons import icon
from app.indexes import NOWHERE, Index
from app.matrix.painting import name_height
from app.theory import drawing
from app.theory.lists import ROW
from coding.moment.weighing import ALL, LINKED, ONE_BY_ONE, OUTSIDE, LinkCell, Theory

UNLINKED, OUT_OF_IT, SEVERAL, ONE_VOICE, CONTRADICTED = "unlinked", "outside", "several", "one voice", "contradicted"
MARKS = {
    UNLINKED: "warning",
    OUT_OF_IT: "remove",
    SEVERAL: "split",
    ONE_VOICE: "participants",
    CONTRADICTED: "swap",
}
DIRECT = -1
_MOST_LINES = 9  # of a name above its column


@dataclass(frozen=True, slots=True)
class DotRow:
    """A row of the table: a descriptive code, or the direct codings where `code` is `DIRECT`."""

    code: int
    name: str
    depth: int
    marks: tuple[str, ...]
    cells: tuple[LinkCell, ...]


def marks(reading: Theory, code: int) -> tuple[str, ...]:
    """Say what asks for a second look at a descriptive code."""
    group = reading.group(code)
    found = []
    if group != LINKED:
        found.append(OUT_OF_IT if group == OUTSIDE else UNLINKED)
    if len(reading.own_links(code)) > 1:
        found.append(SEVERAL)
    if reading.one_voice(code):
        found.append(ONE_VOICE)
    if reading.contradicted(code):
        found.append(CONTRADICTED)
    return tuple(found)


def mark_icon(mark: str) -> QIcon:
    """Give a mark's icon in its colour."""
    c = theme.colours()
    return icon(MARKS[mark], {CONTRADICTED: c.danger, UNLINKED: c.accent}.get(mark, c.muted))


class DotsModel(QAbstractTableModel):
    """The first column has the marks, the others are the framework's codes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[DotRow] = []
        self.columns: list[tuple[int, str, str]] = []
        self.most = 1

    def show(self, reading: Theory) -> None:
        """Show how every code is linked."""
        shown = [one.key for one in reading.capabilities]
        rows = [
            DotRow(
                one.key,
                one.name,
                one.depth,
                marks(reading, one.key),
                tuple(reading.cell(one.key, capability) for capability in shown),
            )
            for one in reading.first
        ]
        direct = [reading.direct(one) for one in shown]
        rows.append(DotRow(DIRECT, self.tr("Coded directly"), 0, (), tuple(direct)))
        columns = [(one.key, one.label, one.colour) for one in reading.capabilities]
        same = [row.code for row in rows] == [row.code for row in self.rows] and columns == self.columns
        if not same:
            self.beginResetModel()
        self.rows, self.columns = rows, columns
        self.most = max((cell.counted for row in rows for cell in row.cells), default=1) or 1
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns)))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
        else:
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def cell(self, index: Index) -> LinkCell | None:
        """Give the meeting of two codes; None in the column of marks."""
        return self.rows[index.row()].cells[index.column() - 1] if index.isValid() and index.column() else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, cell = self.rows[index.row()], self.cell(index)
        if role == ROW:
            return row if cell is None else cell
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.counted) if cell is not None and (len(cell.spans) or cell.mode) else None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            if cell is None:
                return "\n".join(self.mark_said(mark) for mark in row.marks)
            return "\n".join([f"{row.name} → {self.columns[index.column() - 1][1]}", *self._said(row, cell)])
        return None

    def _said(self, row: DotRow, cell: LinkCell) -> list[str]:
        said = []
        if row.code != DIRECT:
            modes = {ALL: self.tr("linked: all count"), ONE_BY_ONE: self.tr("linked one by one")}
            how = modes.get(cell.mode or "", self.tr("not linked"))
            said.append(self.tr("{mode}, from above").format(mode=how) if cell.inherited else how)
        said.append(self.tr("coded segments that count: {count}").format(count=cell.counted))
        if cell.waiting:
            said.append(self.tr("to review: {count}").format(count=cell.waiting))
        if cell.contradicted:
            said.append(self.tr("contradicting: {count}").format(count=cell.contradicted))
        return said

    def mark_said(self, mark: str) -> str:
        """Say what a mark means."""
        return {
            UNLINKED: self.tr("not linked"),
            OUT_OF_IT: self.tr("outside the framework: to theorise"),
            SEVERAL: self.tr("several links"),
            ONE_VOICE: self.tr("rests on one participant"),
            CONTRADICTED: self.tr("contradicted"),
        }[mark]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            if across:
                return self.columns[section - 1][1] if section else ""
            row = self.rows[section]
            return "    " * row.depth + row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            if across:
                return self.columns[section - 1][1] if section else self.tr("What asks for a second look")
            return self.rows[section].name
        if role == Qt.ItemDataRole.TextAlignmentRole and not across:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class _LinkCells(QStyledItemDelegate):
    """Draws a dot or a ring, as large as its evidence, and the number beside it; or the marks of a row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        drawing.ground(
            painter,
            option.rect,
            current=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            focused=option.widget.hasFocus(),
        )
        painter.setPen(QColor(theme.colours().rule))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        what = index.data(ROW)
        if isinstance(what, LinkCell):
            self._dot(painter, option, index, what)
        else:
            self._marks(painter, option.rect, what)
        painter.restore()

    def _marks(self, painter: QPainter, rect: QRect, row: DotRow) -> None:
        side = 16
        for at, mark in enumerate(row.marks):
            place = QRect(rect.left() + 6 + at * (side + 4), rect.center().y() - side // 2, side, side)
            mark_icon(mark).paint(painter, place)

    def _dot(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, cell: LinkCell) -> None:
        if not len(cell.spans) and cell.mode is None:
            return
        model, c = index.model(), theme.colours()
        assert isinstance(model, DotsModel)
        rect = option.rect
        largest = min(rect.height() / 2 - 4, 13)
        radius = max(3.5, largest * math.sqrt(cell.counted / model.most))
        colour = theme.code_colour(model.columns[index.column() - 1][2])
        direct = model.rows[index.row()].code == DIRECT
        own = cell.mode is not None and not cell.inherited
        centre = QPointF(rect.center().x() - 18, rect.center().y())
        if direct:
            side = radius * 1.7
            painter.fillRect(
                round(centre.x() - side / 2), round(centre.y() - side / 2), round(side), round(side), colour
            )
        else:
            drawing.dot(painter, centre, radius, colour if own else drawing.faint(colour), cell.mode)
        painter.setFont(drawing.smaller(option.font))
        left = round(centre.x() + largest + 4)
        for said, ink in (
            (str(cell.counted), c.text),
            (f"+{cell.waiting}?" if cell.waiting else "", c.accent),
            (f" −{cell.contradicted}" if cell.contradicted else "", c.danger),
        ):
            painter.setPen(QColor(ink))
            painter.drawText(QRect(left, rect.top(), 80, rect.height()), Qt.AlignmentFlag.AlignVCenter, said)
            left += painter.fontMetrics().horizontalAdvance(said)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(64, 32)


class Dots(View):
    """The table. opened(row, column): a cell is asked for; column 0 is the code itself, row -1 the capability."""

    opened = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.dots = DotsModel(self)
        self.setModel(self.dots)
        self.setItemDelegate(_LinkCells(self))
        self.setAccessibleName(self.tr("Codes and capabilities"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QTableCornerButton::section { background: palette(window); border: 0; }")
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setDefaultAlignment(
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        )
        across.setSectionsClickable(True)
        across.setMinimumSectionSize(84)
        down.setSectionsClickable(True)
        down.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        down.setDefaultSectionSize(34)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMaximumWidth(320)
        across.sectionClicked.connect(lambda section: self.opened.emit(-1, section))
        down.sectionClicked.connect(lambda section: self.opened.emit(section, 0))
        self.clicked.connect(lambda at: self.opened.emit(at.row(), at.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and at.isValid():
            self.opened.emit(at.row(), at.column())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def show_reading(self, reading: Theory) -> None:
        """Show how every code is linked."""
        self.dots.show(reading)
        self._fit()

    def _fit(self) -> None:
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if self.dots.columns:
            across.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            across.resizeSection(0, 92)
        line, columns = self.fontMetrics().height(), self.dots.columns
        width = max((self.viewport().width() - 92) / max(len(columns), 1), across.minimumSectionSize())
        tallest = max((name_height(name, width, across.font()) for _key, name, *_ in columns), default=0.0)
        across.setFixedHeight(round(min(max(tallest, line * 4), line * _MOST_LINES)) + 12)

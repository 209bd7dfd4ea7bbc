"""What speaks for each of the framework's codes: how much, by which way, from how many people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeView

from app import theme
from app.indexes import NOWHERE, Index
from app.neighbours import NamesDelegate
from app.theory import drawing
from app.theory.lists import KEY
from coding.moment.weighing import ALL, ONE_BY_ONE, EvidenceSource, Theory

if TYPE_CHECKING:
    from coding.moment.rows import Ints

DIRECT, LINKED, TOGETHER, UNREAD, VOICES, AGAINST, WAITING, CROSSED = range(1, 9)
CROSSWALK = "crosswalk"
_AROUND = 16  # pixels around a number


@dataclass(frozen=True, slots=True)
class SupportRow:
    """A framework's code, or under it one way by which evidence comes; a None in `numbers` is blank.

    `spans` are the coded spans of that way, None for all.
    """

    capability: int
    source: int | None
    label: str
    colour: str
    mode: str | None
    numbers: tuple[int | None, ...]
    spans: Ints | None
    under: tuple[SupportRow, ...] = ()


class SupportModel(QAbstractItemModel):
    """Two levels: the framework's codes, and the ways by which each gets its evidence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SupportRow] = []
        self.through_crosswalks = False
        self._modes: dict[str, str] = {}

    def show(self, reading: Theory) -> None:
        """Count the evidence of the framework shown."""
        self.beginResetModel()
        self._modes = {ALL: self.tr("all"), ONE_BY_ONE: self.tr("one by one")}
        self.rows = [self._row(reading, one.key) for one in reading.capabilities]
        self.endResetModel()

    def _row(self, reading: Theory, capability: int) -> SupportRow:
        code, counts = reading.codes[capability], reading.counts(capability)
        counted = reading.net.spans(capability)
        under = tuple(self._source(reading, capability, one) for one in reading.sources(capability))
        waiting = len(reading.awaited(capability))
        against = len(reading.net.every_span(capability)) - len(counted)
        voices = reading.respondents(counted)
        crossed = self._crossed(reading, capability) if self.through_crosswalks else ()
        met = len(set().union(*(one.spans.tolist() for one in crossed if one.spans is not None)))
        numbers = (
            counts.direct,
            counts.linked,
            counts.together,
            counts.unread,
            voices,
            against,
            waiting,
            met if self.through_crosswalks else None,
        )
        return SupportRow(capability, None, code.label, code.colour, None, numbers, None, (*under, *crossed))

    def _source(self, reading: Theory, capability: int, source: EvidenceSource) -> SupportRow:
        cell, code = source.cell, source.code
        voices = cell.heard
        if code is None:
            alone = (cell.counted, None, None, None, voices, cell.contradicted, None, None)
            return SupportRow(capability, None, self.tr("Coded directly"), "", None, alone, cell.spans)
        label = f"{reading.codes[code].path} ({self._modes.get(cell.mode or '', '')})"
        waiting = cell.waiting if cell.mode == ONE_BY_ONE else None
        unread = reading.unread(capability, cell)
        numbers: tuple[int | None, ...] = (
            None,
            cell.counted,
            None,
            unread,
            voices,
            cell.contradicted,
            waiting,
            None,
        )
        return SupportRow(capability, code, label, reading.codes[code].colour, cell.mode, numbers, cell.spans)

    def _crossed(self, reading: Theory, capability: int) -> tuple[SupportRow, ...]:
        """Say what each code of another framework brings that meets this one: it is shown, and counted nowhere else."""
        said, found = self.tr("through a crosswalk: {code} ({framework})"), []
        for other, spans in reading.crossed(capability).items():
            code = reading.codes[other]
            label = said.format(code=code.label, framework=code.framework)
            numbers = (None, None, None, None, reading.respondents(spans), None, None, len(spans))
            found.append(SupportRow(capability, other, label, code.colour, CROSSWALK, numbers, spans))
        return tuple(found)

    def row(self, index: Index) -> SupportRow | None:
        """Give what stands at a place."""
        if not index.isValid():
            return None
        above = index.internalId()
        return self.rows[index.row()] if not above else self.rows[above - 1].under[index.row()]

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not (0 <= row < self.rowCount(parent) and 0 <= column <= CROSSED):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NOWHERE) -> Any:
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self.rows)
        return 0 if parent.internalId() or parent.column() else len(self.rows[parent.row()].under)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return CROSSED + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.row(index), index.column()
        if row is None:
            return None
        number = row.numbers[column - 1] if column else None
        if role == KEY:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label if not column else "" if number is None else str(number)
        if role == Qt.ItemDataRole.ToolTipRole and not column:
            return row.label
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DecorationRole and not column and row.colour:
            return _dot(row.colour, row.mode)
        if role == Qt.ItemDataRole.FontRole and row.under and not column:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(column, number)
        return None

    def _ink(self, column: int, number: int | None) -> QColor | None:
        c = theme.colours()
        if column and not number:
            return QColor(c.muted)
        if column == AGAINST:
            return QColor(c.danger)
        return QColor(c.accent) if column == WAITING else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Code of the framework"),
                self.tr("Direct"),
                self.tr("Linked"),
                self.tr("Together"),
                self.tr("Not re-read"),
                self.tr("Participants"),
                self.tr("Contradict"),
                self.tr("To review"),
                self.tr("By crosswalk"),
            )[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                "",
                self.tr("Coded segments that count, coded with it or a code under it"),
                self.tr("Coded segments that count, brought by links"),
                self.tr("Coded segments that count, each once, whatever the ways by which it comes"),
                self.tr("Of these, brought by a link and opened by nobody since"),
                self.tr("People who are heard in them"),
                self.tr("Shown, and counted nowhere"),
                self.tr("Coded segments of one-by-one links on which nobody has decided, each once"),
                self.tr("Evidence for codes of other frameworks that meet it, beside its own; counted nowhere else"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


def _dot(colour: str, mode: str | None) -> QPixmap:
    made = QPixmap(28, 28)
    made.setDevicePixelRatio(2)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    drawing.dot(painter, made.rect().center().toPointF() / 2, 5, theme.code_colour(colour), mode)
    painter.end()
    return made


class SupportTable(QTreeView):
    """The table of evidence. opened(SupportRow, column): its verbatims are asked for; column 0 for all of them."""

    opened = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = SupportModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Evidence of each code of the framework"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setItemDelegateForColumn(0, NamesDelegate(self))
        self.setStyleSheet("QTreeView::item { padding: 5px 6px; }")
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setColumnHidden(CROSSED, True)
        self.doubleClicked.connect(self._double_clicked)
        self.clicked.connect(self._clicked)

    def _clicked(self, at: Index) -> None:
        if at.column():
            self._open(at)

    def _double_clicked(self, at: Index) -> None:
        if not at.column():
            self._open(at)

    def _open(self, at: Index) -> None:
        row = self.rows.row(at)
        if row is not None and (not at.column() or row.numbers[at.column() - 1] is not None):
            self.opened.emit(row, at.column())

    def _widen(self) -> None:
        """Make columns of numbers as wide as their name, or the largest of the framework's codes."""
        header, measure = self.header(), self.fontMetrics().horizontalAdvance
        for column in range(1, CROSSED + 1):
            said = (str(row.numbers[column - 1] or 0) for row in self.rows.rows)
            widest = max(map(measure, said), default=0) + _AROUND
            header.resizeSection(column, max(header.sectionSizeFromContents(column).width(), widest))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widen()

    def show_crosswalks(self, on: bool) -> None:
        """Show evidence through crosswalks, or not; what is shown is to be shown anew."""
        self.rows.through_crosswalks = on
        self.setColumnHidden(CROSSED, not on)

    def current_row(self) -> SupportRow | None:
        """Give the row one is at."""
        return self.rows.row(self.currentIndex())

    def show_reading(self, reading: Theory) -> None:
        """Show the evidence, leaving open what was open, and staying where one was."""
        shut = {row.capability for at, row in enumerate(self.rows.rows) if not self._is_open(at)}
        was, scrolled = self.current_row(), self.verticalScrollBar().value()
        self.rows.show(reading)
        for at, row in enumerate(self.rows.rows):
            self.setExpanded(self.rows.index(at, 0), row.capability not in shut)
        place = QModelIndex()
        for at, row in enumerate(self.rows.rows):
            above = self.rows.index(at, 0)
            for found, index in (
                (row, above),
                *((one, self.rows.index(n, 0, above)) for n, one in enumerate(row.under)),
            ):
                if was and (found.capability, found.source, found.label) == (was.capability, was.source, was.label):
                    place = index
        self._widen()
        self.setCurrentIndex(place)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scrolled)

    def _is_open(self, at: int) -> bool:
        return self.isExpanded(self.rows.index(at, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex().siblingAtColumn(0))
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

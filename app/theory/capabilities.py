"""The framework's codes as a numbered list: a digit, Enter or a code dropped here makes a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.eliding import first_words
from app.indexes import Index
from app.theory import drawing
from app.theory.codes import MIME
from app.theory.drawing import PAD
from app.theory.lists import KEY, ROW, KeyedList, KeyedRows
from coding.moment.weighing import ALL, Theory, WayCounts

if TYPE_CHECKING:
    from coding.suggest.linking import LinkSuggestion

NUMBERED = 9
_INDENT = 16
_CAP = 22


@dataclass(frozen=True, slots=True)
class CapabilityRow:
    """A code of the framework; `mode` is that of the link from the code in hand, None where there is none.

    `words` are those because of which a link is suggested, empty where none is.
    """

    key: int
    label: str
    depth: int
    colour: str
    counts: WayCounts
    mode: str | None
    inherited: bool
    words: str = ""


class CapabilitiesModel(KeyedRows[CapabilityRow]):
    """The framework's codes in order; nine at a time have a digit: those around the current one.

    dropped(code, capability): a descriptive code was let go on a capability.
    """

    dropped = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin = 0

    def show(self, reading: Theory, code: int | None, offers: Mapping[int, LinkSuggestion]) -> None:
        """Show the framework's codes, how `code` is linked to them, and with which a link is suggested."""
        own = reading.own_links(code) if code is not None else {}
        modes = reading.modes([code]) if code is not None else {}
        rows = [
            CapabilityRow(
                one.key,
                one.label,
                one.depth,
                one.colour,
                reading.counts(one.key),
                own[one.key].mode if one.key in own else modes.get(one.key),
                one.key in modes and one.key not in own,
                ", ".join(word for word, _ in offers[one.key].reasons) if one.key in offers else "",
            )
            for one in reading.capabilities
        ]
        if self.take(rows):
            self._begin = 0

    def mark(self, row: CapabilityRow) -> int:
        return row.key

    def shape(self, row: CapabilityRow) -> object:
        return row.label, row.depth, bool(row.words)

    def number_around(self, row: int) -> None:
        """Let the digits stand for the nine codes among which `row` is."""
        begin = max(row, 0) // NUMBERED * NUMBERED
        if begin != self._begin:
            self._begin = begin
            self.repaint()

    def numbered(self, digit: int) -> int | None:
        """Give the code that a digit stands for."""
        row = self._begin + digit - 1
        return self.rows[row].key if 1 <= digit <= NUMBERED and row < len(self.rows) else None

    def digit_at(self, row: int) -> str:
        """Give the digit of a row, or nothing."""
        return str(row - self._begin + 1) if 0 <= row - self._begin < NUMBERED else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.label
        if role == KEY:
            return row.key
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{self.digit_at(index.row())}: {row.label}, {self.counts_said(row.counts)}"
            if row.words:
                return f"{said}, {self.offer_said(row)}"
            return f"{said}, {self.mode_said(row)}" if row.mode else said
        return None

    def counts_said(self, counts: WayCounts) -> str:
        """Say how much evidence a row has by each way, and how much of it nobody read since it was proposed."""
        said = self.tr("direct {direct} · linked {linked}").format(direct=counts.direct, linked=counts.linked)
        if counts.unread:
            said += self.tr(" · not re-read {unread}").format(unread=counts.unread)
        return said

    def mode_said(self, row: CapabilityRow) -> str:
        """Say how the code in hand is linked to a row."""
        said = self.tr("all") if row.mode == ALL else self.tr("one by one")
        return self.tr("{mode}, from above").format(mode=said) if row.inherited else said

    def offer_said(self, row: CapabilityRow) -> str:
        """Say that a link is suggested, and because of which words."""
        return self.tr("suggested: {words}").format(words=row.words)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.LinkAction

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not parent.isValid() or not data.hasFormat(MIME):
            return False
        self.dropped.emit(int(bytes(data.data(MIME).data())), parent.data(KEY))
        return True


class _ConceptRows(QStyledItemDelegate):
    """Draws the key, the name over as many lines as it takes, the counts, and the link of the code in hand."""

    def _left(self, row: CapabilityRow) -> int:
        return 12 + _CAP + PAD + row.depth * _INDENT

    def _name(self, option: QStyleOptionViewItem, row: CapabilityRow, width: int) -> tuple[QTextLayout, int]:
        laid = QTextLayout(row.label, option.font)
        asked = QTextOption()
        asked.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        laid.setTextOption(asked)
        laid.beginLayout()
        height = 0
        while (line := laid.createLine()).isValid():
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, height))
            height += round(line.height())
        laid.endLayout()
        return laid, height

    def _model(self) -> CapabilitiesModel:
        listed = self.parent()
        assert isinstance(listed, CapabilitiesList)
        return listed.rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: CapabilityRow = index.data(ROW)
        listed = self.parent()
        assert isinstance(listed, CapabilitiesList)
        _, height = self._name(option, row, listed.viewport().width() - self._left(row) - 12)
        lines = 2 if row.words else 1
        return QSize(0, height + lines * option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CapabilityRow = index.data(ROW)
        c, rect = theme.colours(), option.rect
        painter.save()
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        drawing.ground(
            painter,
            rect,
            current=current,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            focused=bool(option.state & QStyle.StateFlag.State_Active) and option.widget.hasFocus(),
        )
        colour = theme.code_colour(row.colour)
        if row.mode is not None:
            painter.fillRect(QRect(rect.left(), rect.top() + 1, 4, rect.height() - 2), colour)
        line = option.fontMetrics.height()
        painter.setFont(option.font)
        if digit := self._model().digit_at(index.row()):
            drawing.keycap(painter, QRect(rect.left() + 12, rect.top() + 7, _CAP, _CAP), digit, strong=current)
        left = rect.left() + self._left(row)
        laid, height = self._name(option, row, rect.width() - self._left(row) - 12)  # to the pixel as it was measured
        painter.setPen(QColor(c.text))
        laid.draw(painter, QPointF(left, rect.top() + 6))
        below = QRect(left, rect.top() + 8 + height, rect.right() - left - 12, line)
        self._counts(painter, below, row, colour)
        if row.words:
            painter.setPen(QColor(c.accent))
            below.translate(0, line)
            said = self._model().offer_said(row)
            said = first_words(said, below.width(), painter.fontMetrics().horizontalAdvance)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, said)
        painter.restore()

    def _counts(self, painter: QPainter, rect: QRect, row: CapabilityRow, colour: QColor) -> None:
        painter.setFont(drawing.smaller(painter.font()))
        painter.setPen(QColor(theme.colours().muted))
        said = self._model().counts_said(row.counts)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, said)
        if row.mode is None:
            return
        metrics, said = painter.fontMetrics(), self._model().mode_said(row)
        words = rect.adjusted(rect.width() - metrics.horizontalAdvance(said) - 2, 0, 0, 0)
        centre = QPointF(words.left() - rect.height() * 0.45, rect.center().y() + 0.5)
        drawing.dot(painter, centre, rect.height() * 0.28, drawing.faint(colour) if row.inherited else colour, row.mode)
        painter.setPen(QColor(theme.colours().text))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)


class CapabilitiesList(KeyedList):
    """The numbered list."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.rows = CapabilitiesModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_ConceptRows(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)  # names are broken into lines
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDragDropOverwriteMode(True)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)
        self.chosen.connect(lambda _key: self.rows.number_around(self.currentIndex().row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # a bar that went away leaves room for names on fewer lines

    def keys(self) -> Iterable[object | None]:
        return (row.key for row in self.rows.rows)

    def show_codes(self, reading: Theory, code: int | None, offers: Mapping[int, LinkSuggestion]) -> None:
        """Show the framework's codes, staying at the same one."""
        place = self.kept()
        self.rows.show(reading, code, offers)
        self.come_back(place if place[0] is not None or not self.rows.rows else (self.rows.rows[0].key, 0))

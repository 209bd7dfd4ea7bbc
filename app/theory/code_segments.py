"""A code's verbatims, each with how it bears on the capabilities: in, undecided or out, and with what stance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.eliding import in_words
from app.french_signs import held
from app.i18n import told
from app.indexes import Index
from app.theory import drawing
from app.theory.drawing import PAD
from app.theory.lists import KEY, ROW, KeyedList, KeyedRows
from coding.moment.weighing import CodeRelation, Theory
from coding.tables.verbatims import verbatim

if TYPE_CHECKING:
    from app.reader.theme import Type
    from coding.moment.evidence import EvidenceItem
    from coding.moment.moment import Moment
    from coding.tables.verbatims import Verbatim

VERDICTS = ("in", "undecided", "out")
_MEASURE = 76  # letters
_LINES = 16  # what is longer is read in its place


@dataclass(frozen=True, slots=True)
class Weighing:
    """A bearing with the capability's short name and colour."""

    bearing: CodeRelation
    name: str
    colour: str


@dataclass(frozen=True)
class WordsRow:
    """A verbatim and its bearings."""

    moment: Moment = field(repr=False, compare=False)
    item: EvidenceItem
    weighings: tuple[Weighing, ...]
    via: str

    @cached_property
    def verbatim(self) -> Verbatim:
        """The words, with who says them; read when they are first shown."""
        return verbatim(self.moment, self.item)

    @property
    def text(self) -> str:
        """The words alone."""
        return self.moment.text(self.item.document)[self.item.start : self.item.end]

    @property
    def key(self) -> tuple[int, int, int, str]:
        """What tells it from others."""
        return self.item.document, self.item.start, self.item.end, self.item.coder


class WordsModel(KeyedRows[WordsRow]):
    """The verbatims of one descriptive code in document order."""

    def show(self, reading: Theory | None, code: int | None) -> bool:
        """Show a code's verbatims; say whether other rows are there now."""
        rows: list[WordsRow] = []
        if reading is not None and code is not None:
            rows = [_row(reading, code, one) for one in reading.words(code)]
        if rows and rows == self.rows and rows[0].moment.voices is self.rows[0].moment.voices:
            self.rows = rows  # the same words, of the same people: nothing is to be painted
            return False
        return self.take(rows)

    def mark(self, row: WordsRow) -> object:
        return row.key, len(row.weighings)

    def shape(self, row: WordsRow) -> object:
        return row.moment.infos[row.item.document].text_sha

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == KEY:
            return row.key
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return told(self.source(row), row.text)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(told(one.name, self.verdict_said(one.bearing)) for one in row.weighings)
        return None

    def source(self, row: WordsRow) -> str:
        """Say where words come from: document, passage, speaker, and the sub-code that has them."""
        said = row.verbatim
        number = f"§ {said.number}" if said.number else ""
        whole = self.tr("whole document") if row.item.whole else ""
        return " · ".join(part for part in (said.document_name, number, said.speaker, whole, row.via) if part)

    def verdict_said(self, bearing: CodeRelation) -> str:
        """Say what was judged, or what holds while nothing was."""
        match bearing.verdict:
            case "in":
                verdict = self.tr("kept")
            case "out":
                verdict = self.tr("not kept")
            case "undecided":
                verdict = self.tr("to discuss")
            case _:
                verdict = self.tr("to review") if bearing.waiting else self.tr("counts")
        return f"{verdict}, {self.stance_said(bearing.stance)}" if bearing.stance else verdict

    def stance_said(self, stance: str | None) -> str:
        """Say a stance."""
        match stance:
            case "supports":
                return self.tr("supports")
            case "nuances":
                return self.tr("nuances")
            case "contradicts":
                return self.tr("contradicts")
            case _:
                return self.tr("stance")


def _row(reading: Theory, code: int, item: EvidenceItem) -> WordsRow:
    weighings = []
    for bearing in reading.bearings(item):
        to = reading.codes[bearing.code]
        short = to.code_key if to.code_key and len(to.code_key) <= 4 else to.name
        weighings.append(Weighing(bearing, short, to.colour))
    via = "" if code in item.codes else ", ".join(reading.codes[one].name for one in item.codes)
    return WordsRow(reading.moment, item, tuple(weighings), via)


@dataclass(frozen=True, slots=True)
class Press:
    """A place in a row that can be pressed: `what` is a verdict or `stance`."""

    rect: QRect
    capability: int
    what: str


@dataclass(frozen=True, slots=True)
class BrokenWords:
    """Words broken into lines, as far as they are shown and one line more."""

    layout: QTextLayout
    lines: int

    @property
    def shown(self) -> int:
        """How many lines are drawn here."""
        return min(self.lines, _LINES)


def _laid(text: str, type_: Type, width: int) -> BrokenWords:
    laid = QTextLayout(held(text).replace("\n", "\u2028"), type_.body)
    laid.beginLayout()
    lines = 0
    while lines <= _LINES and (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, lines * type_.pitch + type_.ascent - line.ascent()))
        lines += 1
    laid.endLayout()
    return BrokenWords(laid, lines)


class WordsRows(QStyledItemDelegate):
    """Draws the source, the words, and under them a line of buttons for each capability."""

    def __init__(self, listed: WordsList) -> None:
        super().__init__(listed)
        self.listed = listed
        self._breaks: dict[str, BrokenWords] = {}
        self._broken_for: tuple[int, Type] | None = None

    def forget(self) -> None:
        """Let go of the words."""
        self._breaks.clear()

    def _broken(self, text: str) -> BrokenWords:
        width = self._width()
        if self._broken_for != (width, self.listed.type):
            self._broken_for = (width, self.listed.type)
            self._breaks.clear()
        if text not in self._breaks:
            self._breaks[text] = _laid(text, self.listed.type, width)
        return self._breaks[text]

    def _width(self) -> int:
        """Give the width of a line: the same with a scroll bar and without, so that words are broken once."""
        bar = self.listed.verticalScrollBar().sizeHint().width()
        return max(120, min(self.listed.width() - bar - 32, round(self.listed.type.letter * _MEASURE)))

    def _button_height(self) -> int:
        return QFontMetrics(drawing.smaller(self.listed.font())).height() + 8

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if not self.listed.isVisible():
            return QSize(0, 26 + option.fontMetrics.height())  # words are broken into lines for the width they get
        row = self.listed.rows.rows[index.row()]
        laid = self._broken(row.text)
        height = option.fontMetrics.height() + laid.shown * self.listed.type.pitch
        height += option.fontMetrics.height() if laid.lines > laid.shown else 0
        return QSize(0, 26 + height + (len(row.weighings) * (self._button_height() + 4) if row.weighings else 0))

    def presses(self, rect: QRect, row: WordsRow) -> list[Press]:
        """Give the places of a row that can be pressed."""
        metrics = QFontMetrics(drawing.smaller(self.listed.font()))
        high = self._button_height()
        top = rect.bottom() - 9 - len(row.weighings) * (high + 4)
        wide = self.name_width(metrics, row)
        found = []
        for number, one in enumerate(row.weighings):
            left, at = rect.left() + 16 + wide, top + 4 + number * (high + 4)
            for verdict in VERDICTS:
                width = metrics.horizontalAdvance(self.verdict(verdict)) + 18
                found.append(Press(QRect(left, at, width, high), one.bearing.code, verdict))
                left += width
            width = metrics.horizontalAdvance(self.listed.rows.stance_said(one.bearing.stance)) + high + 12
            found.append(Press(QRect(left + PAD, at, width, high), one.bearing.code, "stance"))
        return found

    def name_width(self, metrics: QFontMetrics, row: WordsRow) -> int:
        """Give the room that the capabilities' short names take, in pixels."""
        widest = max((drawing.chip_width(metrics, one.name) for one in row.weighings), default=0)
        return min(widest, 160) + PAD

    def verdict(self, verdict: str) -> str:
        """Give a verdict's word."""
        if verdict == "in":
            return self.tr("Kept")
        return self.tr("Not kept") if verdict == "out" else self.tr("To discuss")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: WordsRow = index.data(ROW)
        c, rect = theme.colours(), option.rect
        painter.save()
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(c.background))
        if current:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
        painter.fillRect(QRect(rect.left() + 16, rect.bottom(), rect.width() - 32, 1), QColor(c.rule))
        small = drawing.smaller(option.font)
        line = option.fontMetrics.height()
        painter.setFont(small)
        painter.setPen(QColor(c.muted))
        head = QRect(rect.left() + 16, rect.top() + 6, rect.width() - 32, line)
        said = in_words(self.listed.rows.source(row), head.width(), painter.fontMetrics().horizontalAdvance)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, said)
        self._words(painter, QPoint(rect.left() + 16, head.bottom() + 4), row)
        self._buttons(painter, rect, row, small, current)
        painter.restore()

    def _words(self, painter: QPainter, at: QPoint, row: WordsRow) -> None:
        c, width, laid = theme.colours(), self._width(), self._broken(row.text)
        out = bool(row.weighings) and all(one.bearing.verdict == "out" for one in row.weighings)
        painter.save()
        painter.setPen(QColor(c.muted if out else c.text))
        high = laid.shown * self.listed.type.pitch
        painter.setClipRect(QRect(at, QSize(width + 4, high)), Qt.ClipOperation.IntersectClip)
        laid.layout.draw(painter, QPointF(at))
        painter.restore()
        if laid.lines > laid.shown:
            more = QRect(at.x(), at.y() + high, width, painter.fontMetrics().height())
            painter.drawText(more, Qt.AlignmentFlag.AlignVCenter, self.tr("… goes on; Enter opens it in its place"))

    def _buttons(self, painter: QPainter, rect: QRect, row: WordsRow, small: QFont, current: bool) -> None:
        metrics = QFontMetrics(small)
        presses = self.presses(rect, row)
        wide = self.name_width(metrics, row) - PAD
        aimed = self.listed.aimed(row) if current else None
        for one in row.weighings:
            mine = [press for press in presses if press.capability == one.bearing.code]
            high = mine[0].rect.height() - 6
            place = QRect(
                rect.left() + 16, mine[0].rect.top() + 3, min(wide, drawing.chip_width(metrics, one.name)), high
            )
            painter.setFont(drawing.bolder(small) if aimed == one.bearing.code else small)
            drawing.chip(painter, place, one.name, theme.code_colour(one.colour), one.bearing.mode)
            painter.setFont(small)
            self._verdicts(painter, mine[:-1], one.bearing, aimed == one.bearing.code)
            self._stance(painter, mine[-1], one.bearing)
            left = mine[-1].rect.right() + PAD
            if one.bearing.waiting or not one.bearing.verdict:
                painter.setPen(QColor(theme.colours().accent if one.bearing.waiting else theme.colours().muted))
                said = self.listed.rows.verdict_said(CodeRelation(one.bearing.code, one.bearing.mode, "", None))
                room = QRect(left, mine[0].rect.top(), rect.right() - left, mine[0].rect.height())
                if metrics.horizontalAdvance(said) <= room.width():
                    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)

    def _verdicts(self, painter: QPainter, presses: list[Press], bearing: CodeRelation, aimed: bool) -> None:
        c = theme.colours()
        whole = presses[0].rect.united(presses[-1].rect)
        chosen_colour = {"in": c.good, "out": c.danger, "undecided": c.muted}
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for press in presses:
            chosen = press.what == bearing.verdict
            hovered = press.rect.contains(self.listed.pointer)
            if chosen or hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(chosen_colour[press.what] if chosen else c.hover))
                painter.drawRoundedRect(QRectF(press.rect).adjusted(2, 2, -2, -2), 3, 3)
            painter.setPen(QColor(c.background if chosen else c.text))
            painter.drawText(press.rect, Qt.AlignmentFlag.AlignCenter, self.verdict(press.what))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(c.accent if aimed else c.rule), 1))
        painter.drawRoundedRect(QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.restore()

    def _stance(self, painter: QPainter, press: Press, bearing: CodeRelation) -> None:
        c = theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if press.rect.contains(self.listed.pointer):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.hover))
            painter.drawRoundedRect(QRectF(press.rect), 4, 4)
        against = bearing.stance == "contradicts"
        painter.setPen(QColor(c.danger if against else c.text if bearing.stance else c.muted))
        words = press.rect.adjusted(6, 0, -press.rect.height() + 6, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.listed.rows.stance_said(bearing.stance))
        x, y = press.rect.right() - press.rect.height() / 2, press.rect.center().y()
        painter.setPen(QPen(QColor(c.muted), 1.4))
        painter.drawPolyline([QPointF(x - 4, y - 1), QPointF(x, y + 3), QPointF(x + 4, y - 1)])
        painter.restore()


class WordsList(KeyedList):
    """The verbatims of the code in hand.

    judged(key, capability, verdict): a verdict's button · stance_asked(key, capability, place): the stance's button ·
    opened(key): the words are to be shown in their document.
    """

    judged = Signal(object, int, str)
    stance_asked = Signal(object, int, QPoint)
    opened = Signal(object)

    def __init__(self, name: str, type_: Type) -> None:
        super().__init__(name)
        self.type = type_
        self.rows = WordsModel(self)
        self.pointer = QPoint(-1, -1)
        self._capability: int | None = None
        self.setModel(self.rows)
        self.drawn = WordsRows(self)
        self.setItemDelegate(self.drawn)
        self.setProperty("words", True)
        self.doubleClicked.connect(lambda at: self.opened.emit(at.data(KEY)))
        self.activated.connect(lambda at: self.opened.emit(at.data(KEY)))

    def keys(self) -> Iterable[object | None]:
        return (row.key for row in self.rows.rows)

    def show_words(self, reading: Theory | None, code: int | None, *, other: bool) -> None:
        """Show a code's verbatims; of another code from the first, else staying where one is."""
        place = self.kept()
        if self.rows.show(reading, code):
            if other:
                self.drawn.forget()
            self.scheduleDelayedItemsLayout()
            if not other:
                self.come_back(place)
        if self.rows.rows and (other or not self.currentIndex().isValid()):
            self.setCurrentIndex(self.rows.index(0, 0))
            self.scrollToTop()

    def retype(self, type_: Type) -> None:
        """Take on another size of type."""
        self.type = type_
        self.scheduleDelayedItemsLayout()

    def aim(self, capability: int | None) -> None:
        """Let keys judge for that capability, where a verbatim bears on it."""
        self._capability = capability
        self.viewport().update()

    def aimed(self, row: WordsRow) -> int | None:
        """Give the capability for which keys judge a verbatim: the current one, else one that waits, else the first."""
        bearings = [one.bearing for one in row.weighings]
        codes = [one.code for one in bearings]
        if self._capability in codes:
            return self._capability
        return next((one.code for one in bearings if one.waiting), codes[0] if codes else None)

    def current_row(self) -> WordsRow | None:
        """Give the verbatim one is at."""
        at = self.currentIndex()
        return at.data(ROW) if at.isValid() else None

    def _press_at(self, at: QPoint) -> tuple[WordsRow, Press] | None:
        index = self.indexAt(at)
        if not index.isValid():
            return None
        row: WordsRow = index.data(ROW)
        found = self.drawn.presses(self.visualRect(index), row)
        return next(((row, press) for press in found if press.rect.contains(at)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        found = self._press_at(event.position().toPoint())
        if found is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        row, press = found
        if press.what == "stance":
            below = self.viewport().mapToGlobal(press.rect.bottomLeft())
            self.stance_asked.emit(row.key, press.capability, below)
        else:
            self.judged.emit(row.key, press.capability, press.what)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._press_at(event.position().toPoint()) is None:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.pointer = event.position().toPoint()
        over = self._press_at(self.pointer) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer = QPoint(-1, -1)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

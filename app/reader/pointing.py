"""The margin under the pointer: stripes are selected, several together, told about, and dragged by an end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QHideEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from .items import ReaderCoding
from .selecting import Selecting
from .stripes import Stripe

_GRAB = 4.0  # pixels from a stripe's end in which it is taken by the end
_LEAST = 14.0  # pixels of a stripe that has room for two ends and a middle
_NOTE = 240  # pixels across


class StripeNote(QLabel):
    """What is told of a stripe beside it, until something else is done."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("note")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(QCoreApplication.translate("ReaderPane", "About the coding"))
        self.hide()

    def tell(self, said: str, left: float, top: float) -> None:
        """Show it at a place of the viewport, moved no further than it takes to be seen whole."""
        room = self._over.size()
        self.setText(said)
        width = min(_NOTE, room.width() - 8)
        self.resize(width, self.heightForWidth(width))
        x, y = room.width() - width - 4, room.height() - self.height() - 4
        self.move(max(4, min(round(left), x)), max(4, min(round(top), y)))
        self.show()
        self.raise_()


class Pointing(Selecting):
    """Ctrl+click takes a stripe besides those selected or lets go of it; Shift+click takes all up to it."""

    memo_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.telling: Callable[[int], str] = self._told
        self._grabbed_at: QPointF | None = None  # where an end was taken in the margin, until it is dragged
        self.note = StripeNote(self.viewport())
        self.place_changed.connect(self.note.hide)
        self.selection_changed.connect(lambda _start, _end: self.note.hide())

    def _told(self, key: int) -> str:
        coding = self._codings.get(key)
        return "" if coding is None else " · ".join(part for part in (coding.name, coding.coder) if part)

    def _about(self, key: int) -> str:
        return f"<span>{escape(self.telling(key))}</span>"

    def tell(self, stripe: Stripe) -> None:
        """Say beside a stripe what is known of its coding, and how many are selected with it."""
        lines = [self._about(stripe.key)]
        if self._also:
            said = QCoreApplication.translate("ReaderPane", "{count} codings selected")
            lines.append(f"<b>{escape(said.format(count=1 + len(self._also)))}</b>")
        place = self._columns
        self.note.tell("<br>".join(lines), place.names(self.margin.lanes), max(0.0, stripe.rect.top()) + 2)

    def put(self, codings: Iterable[ReaderCoding]) -> None:
        super().put(codings)
        self.note.hide()  # what it tells may be another's words, or code, now

    def drop(self, keys: Iterable[int]) -> None:
        super().drop(keys)
        self.note.hide()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text, area = self._tip(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), text, self.viewport(), area)
            return True
        return super().viewportEvent(event)

    def _tip(self, point: QPointF) -> tuple[str, QRect]:
        """Say what is under the point: each coding's code and coder, a speaker's whole name, or the notes on a word."""
        if (memo := self.memo_at(point)) is not None:
            return f"<span>{escape(memo.said)}</span>", QRect()
        under = [stripe for stripe in self.stripes() if stripe.rect.adjusted(-1, -1, 1, 1).contains(point)]
        if under:
            return "<br>".join(self._about(stripe.key) for stripe in under), under[-1].rect.toAlignedRect()
        if point.x() < self._columns.text - 8:
            passage = self._document.passage_at(self.gutter_offset_at(point))
            if passage and passage.speaker:
                return f"<span>{escape(passage.speaker)}</span>", QRect()
        offset = self.offset_at(point)
        return "<br>".join(f"<span>{escape(note.said)}</span>" for note in self.notes_at(offset, offset)), QRect()

    def hideEvent(self, event: QHideEvent) -> None:
        self.note.hide()
        super().hideEvent(event)

    # selecting stripes

    def _press(self, event: QMouseEvent) -> None:
        point = event.position()
        if (memo := self.memo_at(point)) is not None:
            self.select(memo.start, memo.end)
            self.memo_clicked.emit(memo.key)
            return
        stripe, end = self._end_at(point)
        stripe = stripe or self.stripe_at(point)
        if stripe is None or self._handle_at(point) is not None:
            self.note.hide()
            super()._press(event)
            return
        self._clicks = 0
        held = event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            self._toggle(stripe.coding)
        elif held & Qt.KeyboardModifier.ShiftModifier and self._selected is not None:
            self._take_up_to(stripe.coding)
        else:
            self._take(stripe.coding)
            if end is not None:
                self._grabbed_at = point
                self._dragged_to = (end, stripe.coding.end if end else stripe.coding.start)
        self.coding_clicked.emit(stripe.key)
        if self._is_selected(stripe.key):
            self.tell(stripe)

    def _toggle(self, coding: ReaderCoding) -> None:
        """Take a coding besides the others, or let go of it; the first stays the one in focus while it is held."""
        if self._selected is None:
            self._take(coding)
            return
        if not self._is_selected(coding.key):
            self._also[coding.key] = None
        elif coding.key in self._also:
            del self._also[coding.key]
        else:
            self._selected = next(iter(self._also), None)
            self._also.pop(self._selected or 0, None)
        self._repaint_coding(coding)

    def _take_up_to(self, coding: ReaderCoding) -> None:
        """Take all codings in sight of the margin that begin between the one in focus and this one."""
        first = self._codings.get(self._selected)
        if first is None:
            return
        low, high = sorted((self._place_of(first), self._place_of(coding)))
        for key, one in self._shown_codings(low[0], high[0] + 1):
            if low <= self._place_of(one) <= high and key != self._selected:
                self._also[key] = None
        self._repaint_text(low[0], high[1])
        self._repaint_stripes()

    def _place_of(self, coding: ReaderCoding) -> tuple[int, int, int]:
        return coding.start, coding.end, coding.key

    # dragging an end

    def _end_at(self, point: QPointF) -> tuple[Stripe | None, bool | None]:
        """Give the stripe whose end lies under a point, and whether it is its end or its start."""
        foremost = sorted(self.stripes(), key=lambda stripe: not self._is_selected(stripe.key))
        for stripe in foremost:
            rect = stripe.rect
            if not rect.left() - 1 <= point.x() <= rect.right() + 1 or rect.height() < _LEAST:
                continue
            for at_end, edge in ((True, rect.bottom()), (False, rect.top())):
                if abs(point.y() - edge) <= _GRAB:
                    return stripe, at_end
        return None, None

    def _drag(self) -> None:
        if self._grabbed_at is not None:
            far = (self._pointer - self._grabbed_at).manhattanLength()
            if far < QGuiApplication.styleHints().startDragDistance():
                return
            self._grabbed_at = None
            self.note.hide()
        super()._drag()

    def _dragged_offset(self) -> int:
        """Give where the pointer is; in the margin a coding ends with the line beside it, and starts with it."""
        if self._dragged_to is None or self._pointer.x() < self._columns.stripes - 8:
            return super()._dragged_offset()
        at_end, x = self._dragged_to[0], self._columns.text
        return self.offset_at(QPointF(x + self._columns.text_width if at_end else x, self._pointer.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed_at = None
        super().mouseReleaseEvent(event)

    def _shape_at(self, point: QPointF) -> Qt.CursorShape:
        if self.memo_at(point) is not None:
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.SizeVerCursor if self._end_at(point)[0] else super()._shape_at(point)

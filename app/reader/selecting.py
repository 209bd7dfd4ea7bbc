"""Selecting text and codings, above all by mouse: by word, sentence and passage, by stripe, and by dragging an end."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QBasicTimer, QCoreApplication, QPoint, QPointF, Qt, QTimerEvent, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleTextCursorEvent,
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from .canvas import Canvas
from .document import Span
from .items import ReaderCoding, ReaderPassage
from .spans import SpanChange

_GRAB = 6  # pixels to either side of a handle
_EDGE_TICK_MS = 30  # while a drag is held above or below the text


class Selecting(Canvas):
    """The canvas with a selection, a caret and a selected coding."""

    selection_changed = Signal(int, int)
    coding_clicked = Signal(int)
    coding_resized = Signal(int, int, int)
    context_requested = Signal(QPoint, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor = 0
        self._clicks, self._pressed_at, self._pressed_point = 0, 0, QPointF()
        self._unit: Span | None = None  # what the press selected, while the button is held
        self._edge_timer = QBasicTimer()
        self._pointer, self._by_character = QPointF(), False
        self._spoken = ""  # the codes that a screen reader was told last
        self.offers_sentence = False  # whether the sentence at the caret is outlined, to be acted on
        self.place_changed.connect(self._outline)
        self.copying: Callable[[int, int, QClipboard.Mode], None] = self._copy  # whoever knows whose words may say no
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def _copy(self, start: int, end: int, mode: QClipboard.Mode) -> None:
        QGuiApplication.clipboard().setText(self.words(start, end), mode)

    def words(self, start: int, end: int) -> str:
        """Give the words of a stretch of what is shown."""
        return self._document.text[start:end]

    def caret(self) -> int:
        """Give the end of the selection that moves with the keys."""
        return self._head

    def length(self) -> int:
        """Give how many code points the text has."""
        return len(self._document.text)

    def passage_of(self, offset: int) -> ReaderPassage | None:
        """Give the passage at an offset."""
        return self._document.passage_at(offset)

    def layers_at(self, offset: int) -> tuple[int, int, list[ReaderCoding]]:
        """Give the stretch around an offset, within its line, on which the same codings lie, and these."""
        first, last, _ = self._document.blocks[self._document.block_at(offset)]
        near = [coding for _, coding in self._shown_codings(first, max(last, first + 1))]
        edges = sorted({first, last + 1, *(edge for one in near for edge in (one.start, one.end))})
        start = max((edge for edge in edges if edge <= offset), default=first)
        end = min((edge for edge in edges if edge > offset), default=last + 1)
        end = min(end, self.length())
        return max(start, first), end, [one for one in near if one.start <= offset < one.end]

    def selection(self) -> tuple[int, int]:
        """Give the selected span; both ends are the caret where nothing is selected."""
        return self._selection

    def select(self, start: int, end: int) -> None:
        """Select a span, or put the caret somewhere; the text doesn't move."""
        self._let_go()
        self._set_selection(start, end)

    def meant(self) -> Span:
        """Give the words an act is about: those selected, else the selected coding's, else the sentence outlined."""
        coding = self._codings.get(self._selected)
        if self._selection[0] < self._selection[1] or coding is None:
            return self._selection if self._selection[0] < self._selection[1] else self._sentence()
        return coding.start, coding.end

    def _sentence(self) -> Span:
        """Give the sentence at the caret, where one is offered and nothing is selected."""
        idle = self._selection[0] == self._selection[1] and self._selected is None
        if not (self.offers_sentence and idle and self._document.text):
            return self._head, self._head
        return self._document.sentence_near(self._origin())

    def sentence_near(self, offset: int) -> Span:
        """Give the sentence at an offset, or the one next to it."""
        return self._document.sentence_near(offset) if self._document.text else (0, 0)

    def on_text(self, point: QPointF) -> bool:
        """Tell whether a point of the viewport is over the text, not its gutter or its margin."""
        return self._columns.text - 8 <= point.x() < self._columns.stripes - 8

    def aim(self, span: Span | None) -> None:
        """Outline these words, where something is held over them; None outlines what is meant again."""
        if span is None:
            self._outline()
        elif span != self._outlined:
            before, self._outlined = self._outlined, span
            self._repaint_text(*before)
            self._repaint_text(*span)

    def _outline(self) -> None:
        before, self._outlined = self._outlined, self._sentence()
        if self._outlined != before:
            self._repaint_text(*before)
            self._repaint_text(*self._outlined)

    def _origin(self) -> int:
        """Give where keys go on from: the caret, or the top line once the caret has been scrolled out of sight."""
        spot = self.spot(self._head)
        seen = spot is not None and spot.bottom() > 0 and spot.top() < self.viewport().height()
        return self._selection[0] if seen else self.place()[0]

    def selected_coding(self) -> int | None:
        """Give the key of the selected coding."""
        return self._selected

    def select_coding(self, key: int | None, *, scrolls: bool = True) -> None:
        """Select a coding, bring it into view and put the caret at its start; nothing, or a key not shown, lets go."""
        coding = self._codings.get(key)
        if coding is None:
            self._let_go()
            return
        self._take(coding)
        if scrolls:
            self.scroll_to(coding.start)

    def show_document(
        self,
        text: str,
        passages: Iterable[ReaderPassage],
        codings: Iterable[ReaderCoding],
        *,
        keep_place: bool = False,
    ) -> None:
        """Show a document from its top; with `keep_place` (the same text, cut or coded anew) from where it stands."""
        before = self._selection
        self._unit = None
        super().show_document(text, passages, codings, keep_place=keep_place)
        self._anchor = self._selection[0] if self._head == self._selection[1] else self._selection[1]
        if before != self._selection:
            self.selection_changed.emit(*self._selection)

    def correct(self, text: str, passages: SpanChange[ReaderPassage], codings: SpanChange[ReaderCoding]) -> None:
        before = self._selection
        self._unit = None
        super().correct(text, passages, codings)
        self._anchor = self._selection[0] if self._head == self._selection[1] else self._selection[1]
        if before != self._selection:
            self.selection_changed.emit(*self._selection)

    def _set_selection(self, anchor: int, head: int) -> None:
        anchor, head = self._document.clip(anchor), self._document.clip(head)
        before, caret = self._selection, self._head
        self._anchor, self._head = anchor, head
        self._selection = now = (min(anchor, head), max(anchor, head))
        if now != before or caret != head:
            self._repaint_text(*before)
            self._repaint_text(*now)
            self._outline()
        if now != before:
            self.selection_changed.emit(*now)
            self._describe()

    def _take(self, coding: ReaderCoding) -> None:
        self._let_go()
        self._selected = coding.key
        self._repaint_coding(coding)
        self._set_selection(coding.start, coding.start)
        self._outline()

    def _let_go(self) -> bool:
        held = [coding for key in self.selected_codings() if (coding := self._codings.get(key))]
        self._selected, self._also, self._dragged_to = None, {}, None
        for coding in held:
            self._repaint_coding(coding)
        if held:
            self._outline()
        return bool(held)

    def drop(self, keys: Iterable[int]) -> None:
        super().drop(keys)
        self._outline()

    def _repaint_coding(self, coding: ReaderCoding) -> None:
        self._repaint_text(coding.start, coding.end)
        self._repaint_stripes()

    def _describe(self) -> None:
        """Tell a screen reader what is selected and who says it, and with what it is coded as soon as that is other."""
        if not QAccessible.isActive():
            return
        start, end = self._selection
        passage = self._document.passage_at(start)
        who = f"{passage.number} {passage.speaker}: " if passage else ""
        span = (start, end) if start < end else self._document.sentence_at(start)
        codes = ", ".join(dict.fromkeys(coding.name for coding in self.layers_at(start)[2]))
        said = QCoreApplication.translate("ReaderPane", "Coded: {codes}.").format(codes=codes) if codes else ""
        self.setAccessibleDescription(f"{who}{self._document.text[slice(*span)][:1000]} {said}".strip())
        if codes != self._spoken:
            self._spoken = codes
            said = said or QCoreApplication.translate("ReaderPane", "Not coded.")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        before = self._document.text[: self._head].encode("utf-16-le")  # screen readers count UTF-16 units
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self, len(before) // 2))

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _press(self, event: QMouseEvent) -> None:
        point = event.position()
        if (grabbed := self._handle_at(point)) is not None:
            coding = self._codings.get(self._selected)
            if coding:
                self._dragged_to = (grabbed, coding.end if grabbed else coding.start)
            return
        if point.x() < self._columns.stripes - 8:
            self._count_click(event)
            self._press_text(point, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _count_click(self, event: QMouseEvent) -> None:
        hints = QGuiApplication.styleHints()
        near = (event.position() - self._pressed_point).manhattanLength() < hints.startDragDistance()
        soon = event.timestamp() - self._pressed_at < hints.mouseDoubleClickInterval()
        self._clicks = min(self._clicks + 1, 4) if near and soon else 1
        self._pressed_at, self._pressed_point = event.timestamp(), event.position()

    def _press_text(self, point: QPointF, *, extend: bool) -> None:
        offset = self.offset_at(point)
        if point.x() < self._columns.text - 8:
            offset, self._clicks = self.gutter_offset_at(point), 4
        let_go, before = self._let_go(), self._selection
        if extend:
            self._unit = (self._anchor, self._anchor)
            self._extend_to(offset)
        else:
            self._unit = self._unit_at(offset)
            self._set_selection(*self._unit)
        if let_go and before == self._selection:
            self.selection_changed.emit(*self._selection)

    def _unit_at(self, offset: int) -> Span:
        """Give what a click takes: a place; the second a word, the third a sentence, the fourth a passage."""
        document = self._document
        takes = [lambda at: (at, at), document.word_at, document.sentence_at, document.passage_span]
        return takes[max(0, self._clicks - 1)](offset)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        self._by_character = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._point_at(self._pointer)
            return
        if self._dragged_to is None and self._unit is None:
            return
        self._drag()
        outside = not 0 <= self._pointer.y() < self.viewport().height()
        if outside and not self._edge_timer.isActive():
            self._edge_timer.start(_EDGE_TICK_MS, self)
        elif not outside:
            self._edge_timer.stop()

    def timerEvent(self, event: QTimerEvent) -> None:
        if event.timerId() != self._edge_timer.timerId():
            super().timerEvent(event)
            return
        if self._dragged_to is None and self._unit is None:
            self._edge_timer.stop()
            return
        y, height = self._pointer.y(), self.viewport().height()
        beyond = y if y < 0 else max(0.0, y - height)
        self._go(self._top, self._above + round(max(-60.0, min(60.0, beyond))))
        self._drag()

    def _dragged_offset(self) -> int:
        return self.offset_at(self._pointer)

    def _drag(self) -> None:
        offset = self._dragged_offset()
        if self._dragged_to is not None:
            self._drag_handle(offset)
        else:
            self._extend_to(offset)

    def _extend_to(self, offset: int) -> None:
        start, end = self._unit or (offset, offset)
        if self._clicks > 1:
            there = self._unit_at(offset)
            span = (start, max(end, there[1])) if offset >= start else (end, min(start, there[0]))
            self._set_selection(*span)
        elif self._by_character:
            self._set_selection(start, offset)
        else:
            span = self._document.snapped(start, offset) if offset != start else (start, start)
            anchor, head = span if offset >= start else (span[1], span[0])
            self._set_selection(anchor, head)

    def _drag_handle(self, offset: int) -> None:
        coding = self._codings.get(self._selected)
        if coding is None or self._dragged_to is None:
            return
        at_end, before = self._dragged_to
        self._dragged_to = (at_end, self._resized_end(coding, offset, at_end=at_end))
        for changed in (before, self._dragged_to[1]):
            self._repaint_text(changed, changed)

    def _resized_end(self, coding: ReaderCoding, offset: int, *, at_end: bool) -> int:
        """Give where a dragged end comes to lie: at a word's edge, and one word at least from the other end."""
        word = self._document.word_at(offset)
        if not self._by_character and word[0] < offset < word[1]:
            offset = word[0] if offset - word[0] < word[1] - offset else word[1]
        if at_end:
            least = self._document.beside(coding.start, 1, "word") or (coding.start, coding.end)
            return max(self._document.trimmed(coding.start, max(offset, coding.start))[1], min(least[1], coding.end))
        least = self._document.beside(coding.end, -1, "word") or (coding.start, coding.end)
        return min(self._document.trimmed(min(offset, coding.end), coding.end)[0], max(least[0], coding.start))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._edge_timer.stop()
        self._unit = None
        coding, dragged = self._codings.get(self._selected), self._dragged_to
        self._dragged_to = None
        if coding and dragged:
            start, end = (coding.start, dragged[1]) if dragged[0] else (dragged[1], coding.end)
            self._repaint_text(min(start, coding.start), max(end, coding.end))
            if (start, end) != (coding.start, coding.end):
                self.coding_resized.emit(coding.key, start, end)
        elif self._selection[0] < self._selection[1] and QGuiApplication.clipboard().supportsSelection():
            self.copying(*self._selection, QClipboard.Mode.Selection)

    def _handle_at(self, point: QPointF) -> bool | None:
        """Tell which handle lies under a point: that of the end (True), of the start (False) or none."""
        for at_end in (True, False):
            spot = self._handle(at_end=at_end)
            if spot and spot.adjusted(-_GRAB, -3, _GRAB, 3).contains(point):
                return at_end
        return None

    def _point_at(self, point: QPointF) -> None:
        stripe = self.stripe_at(point)
        self._hover(stripe.key if stripe else None)
        shape = self._shape_at(point)
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _shape_at(self, point: QPointF) -> Qt.CursorShape:
        if self.stripe_at(point):
            return Qt.CursorShape.PointingHandCursor
        if self._handle_at(point) is not None:
            return Qt.CursorShape.SizeHorCursor
        in_text = self._columns.text - 8 <= point.x() < self._columns.stripes - 8
        return Qt.CursorShape.IBeamCursor if in_text else Qt.CursorShape.ArrowCursor

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point, offset = QPointF(event.pos()), self._head
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = self.spot(offset)
            self.context_requested.emit(
                self.viewport().mapToGlobal((spot.bottomLeft() if spot else point).toPoint()), offset
            )
            return
        offset = self.offset_at(point)
        if stripe := self.stripe_at(point):
            if not self._is_selected(stripe.key):
                self._take(stripe.coding)
            self.coding_clicked.emit(stripe.key)
        elif not self._selection[0] <= offset <= self._selection[1]:
            self._set_selection(offset, offset)
        self.context_requested.emit(event.globalPos(), offset)

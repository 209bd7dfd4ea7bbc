"""The pane as far as it only shows: the document, its codings and marks, scrolling, size and theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from .document import Differing, ReaderDocument, Span
from .items import LIGHT, MemoMark, PassingMark, ReaderCoding, ReaderPassage, ReaderTheme
from .layout import PageLayout, PaneColumns, columns
from .margin import Foremost, Margin
from .painting import Scene, paint_caret, paint_gutter, paint_handle, paint_memo, paint_rule, paint_text
from .spans import KeyedSpans, Moved, SpanChange
from .stripes import BlockRow, Stripe
from .theme import Type, colour_of, type_of
from .ticks import TickedBar, hits_between, some_of

Align = Literal["top", "center", "nearest"]
_SIZES = (7.0, 36.0)  # points
_LONGEST_SPEAKER = 15  # letters of the gutter's type


def _moved(at: int, moves: Sequence[Moved]) -> int:
    for start, by, _ in moves:
        at += by if at >= start else 0
    return at


class Canvas(QAbstractScrollArea):
    """Shows a document with its codings; `ReaderPane` adds what a person does in it."""

    place_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._size_pt = 12.0
        self._type: Type = type_of(self._size_pt, self.font())
        self._document = ReaderDocument("")
        self._codings: KeyedSpans[ReaderCoding] = KeyedSpans()
        self.margin = Margin()
        self._marks: KeyedSpans[PassingMark] = KeyedSpans()
        self._notes: KeyedSpans[PassingMark] = KeyedSpans()
        self._memos: KeyedSpans[MemoMark] = KeyedSpans()
        self._hits: Sequence[Span] = ()
        self.bar = TickedBar()
        self._tint: frozenset[int] = frozenset()
        self._selection: Span = (0, 0)
        self._head = 0
        self._outlined: Span = (0, 0)  # the sentence that is meant where nothing is selected
        self._selected: int | None = None
        self._keeps: Callable[[int], bool] | None = None
        self._also: dict[int, None] = {}  # codings selected besides, in the order in which they were taken
        self._hovered: int | None = None
        self._dragged_to: tuple[bool, int] | None = None  # (the end?, offset) of the selected coding, while dragged
        self._top, self._above = 0, 0  # the first block on the screen, and how many of its pixels are above
        self._kept: tuple[int, float] | None = None  # the place to hold while the pane is resized
        self._rows: list[BlockRow] | None = None
        self._stripes: list[Stripe] | None = None
        self._moving_bar = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(self.bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._lay_out()

    # what is shown

    def show_document(
        self, text: str, passages: Iterable[ReaderPassage], codings: Iterable[ReaderCoding], *, keep_place: bool = False
    ) -> None:
        """Show a document from its top; with `keep_place` (the same text, cut or coded anew) from where it stands."""
        place = self.place() if keep_place else (0, -1.0)
        self._document = ReaderDocument(text, passages)
        self._codings = KeyedSpans((coding.key, coding) for coding in codings)
        self.margin.forget()
        self._marks, self._notes = KeyedSpans(), KeyedSpans()
        self.set_hits(())
        self._hovered, self._dragged_to = None, None
        self._selected = self._selected if keep_place and self._codings.get(self._selected) else None
        self._also = {}
        clip = self._document.clip if keep_place else (lambda _: 0)
        self._selection, self._head = (clip(self._selection[0]), clip(self._selection[1])), clip(self._head)
        self._lay_out()
        self.restore_place(place)

    def correct(self, text: str, passages: SpanChange[ReaderPassage], codings: SpanChange[ReaderCoding]) -> None:
        """Show the text as it is after a correction, from where it stands."""
        (top, line), selected = self.place(), self._selected
        self.drop(codings.gone)
        self._codings.take(codings)
        differing = self._document.correct(text, passages)
        self._marks, self._notes = KeyedSpans(), KeyedSpans()
        self.set_hits(())
        self._hovered, self._dragged_to = None, None
        moves = passages.moves
        start, end, head, top = (self._document.clip(_moved(at, moves)) for at in (*self._selection, self._head, top))
        self._selection, self._head = (start, end), head
        self._lay_out(differing)
        self.put(codings.fresh.values())
        self._selected, self._also = selected if self._codings.get(selected) else None, {}
        self.restore_place((top, line))

    def put(self, codings: Iterable[ReaderCoding]) -> None:
        """Add codings, or replace those with the same key, and repaint what they cover."""
        for coding in codings:
            before = self._codings.drop(coding.key)
            self._codings.put(coding.key, coding)
            for changed in (before, coding):
                if changed and self._tints(changed):
                    self._repaint_text(changed.start, changed.end)
        self._repaint_stripes()

    def drop(self, keys: Iterable[int]) -> None:
        """Take codings away; keys that aren't shown are no error."""
        for key in keys:
            coding = self._codings.drop(key)
            if coding is None:
                continue
            if self._tints(coding):
                self._repaint_text(coding.start, coding.end)
            self._also.pop(key, None)
            if key == self._selected:
                self._selected, self._dragged_to = next(iter(self._also), None), None
                self._also.pop(self._selected or 0, None)
        self._repaint_stripes()

    def set_marks(self, marks: Iterable[PassingMark]) -> None:
        """Show these marks and no others."""
        self._marks = KeyedSpans(enumerate(marks))
        self.viewport().update()

    def set_notes(self, notes: Iterable[PassingMark]) -> None:
        """Mark these words as having a note, and no others."""
        self._notes = KeyedSpans(enumerate(notes))
        self.viewport().update()

    def notes_at(self, start: int, end: int) -> list[PassingMark]:
        """Give the notes on words that share a character with `start` to `end`."""
        return [mark for _, mark in self._notes.touching(start, max(end, start + 1))]

    def set_memos(self, memos: Iterable[MemoMark]) -> None:
        """Mark these memos in the margin and no others."""
        fresh = list(memos)
        if fresh != [self._memos.get(at) for at in range(len(self._memos))]:
            self._memos = KeyedSpans(enumerate(fresh))
            self._repaint_stripes()

    def memo_marks(self) -> list[tuple[MemoMark, QRectF]]:
        """Give the memos that begin on the screen, and where their marks stand."""
        rows: list[BlockRow] = self.rows()
        found: list[tuple[MemoMark, QRectF]] = []
        start, end = rows[0].laid.start, rows[-1].laid.offset(rows[-1].laid.units)
        for _, memo in self._memos.touching(start, end + 1):
            if memo.start >= start and (spot := self.spot(memo.start)) is not None:
                found.append((memo, QRectF(self._columns.stripes - 13, spot.center().y() - 5, 9, 10)))
        return found

    def memo_at(self, point: QPointF) -> MemoMark | None:
        """Give the memo whose mark lies under a point."""
        return next((memo for memo, place in self.memo_marks() if place.adjusted(-2, -3, 2, 3).contains(point)), None)

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Mark these places, in order, in the text and on the scroll bar."""
        self._hits = hits
        self.bar.stale()
        self.viewport().update()

    def _heights_of_hits(self) -> list[float]:
        """Give how far down hits stand, 0 to 1; of thousands, some of each neighbourhood."""
        heights = self._layout.heights
        tops = (heights.top(self._document.block_at(start)) for start, _ in some_of(self._hits))
        return [top / max(1, heights.total) for top in tops]

    def tint(self, codes: set[int]) -> None:
        """Let the codings of these codes tint the text, besides the selected coding."""
        self._tint = frozenset(codes)
        self.viewport().update()

    def set_theme(self, theme: ReaderTheme) -> None:
        """Change all colours."""
        self._theme = theme
        self._lay_out_in_place()

    def set_text_size(self, pt: float) -> None:
        """Change the body's size, in points, kept between 7 and 36; the top line stays at the top."""
        size = max(_SIZES[0], min(_SIZES[1], pt))
        if size != self._size_pt:
            self._size_pt, self._type = size, type_of(size, self.font())
            self._lay_out_in_place()

    def text_size(self) -> float:
        """Give the body's size in points."""
        return self._size_pt

    # where it stands

    def place(self) -> tuple[int, float]:
        """Give the offset at which the top line starts, and how much of that line's height is scrolled past."""
        row = self.rows()[0]
        laid = row.laid
        line = next((n for n, top in enumerate(laid.tops) if row.y + top + laid.line_height > 0), len(laid.tops) - 1)
        return laid.offset(laid.starts[line]), -(row.y + laid.tops[line]) / laid.line_height

    def restore_place(self, place: tuple[int, float]) -> None:
        """Go back to what `place` gave, at any width and size."""
        self._put_line_at(place[0], lambda height: round(-place[1] * height))
        self._kept = place

    def scroll_to(self, offset: int, align: Align = "nearest") -> None:
        """Bring the offset's line to the top, to the centre, or no further than it takes to see it."""
        height, pitch = self.viewport().height(), self._type.pitch
        if align == "top":
            self._put_line_at(offset, lambda _: pitch)
        elif align == "center":
            self._put_line_at(offset, lambda line: (height - line) // 2)
        elif (spot := self.spot(offset)) is None:
            self._put_line_at(offset, lambda line: (height - line) // 3)
        elif spot.top() < pitch:
            self._go(self._top, self._above - round(min(pitch, height / 3) - spot.top()))
        elif spot.bottom() > height - pitch:
            self._go(self._top, self._above + round(spot.bottom() - height + min(pitch, height / 3)))

    def rows(self) -> list[BlockRow]:
        """Give the blocks on the screen, laid out, from the top down."""
        if self._rows is None:
            rows: list[BlockRow] = []
            y, block, height = -self._above, self._top, self.viewport().height()
            while block < len(self._document.blocks) and (y < height or not rows):
                laid = self._layout.laid(block)
                rows.append(BlockRow(block, y, laid))
                y += self._layout.heights[block]
                block += 1
            self._rows = rows
        return self._rows

    def stripes(self) -> list[Stripe]:
        """Give the coding stripes on the screen."""
        if self._stripes is None:
            rows = self.rows()
            start, end = rows[0].laid.start, rows[-1].laid.offset(rows[-1].laid.units)
            codings, height = self._shown_codings(start, end + 1), self.viewport().height()
            self._stripes = self.margin.stripes(rows, codings, self._columns, height)
        return self._stripes

    def _shown_codings(self, start: int, end: int) -> list[tuple[int, ReaderCoding]]:
        found = self._codings.touching(start, end)
        return found if self._keeps is None else [(key, coding) for key, coding in found if self._keeps(key)]

    def keep_to(self, keeps: Callable[[int], bool] | None) -> None:
        """Show and go through the codings of these keys alone, or all again; those hidden are no longer selected."""
        self._keeps = keeps
        hidden = [key for key in self.selected_codings() if keeps is not None and not keeps(key)]
        for key in hidden:
            self._also.pop(key, None)
        if self._selected in hidden:
            self._selected, self._dragged_to = next(iter(self._also), None), None
            self._also.pop(self._selected or 0, None)
        self.margin.forget()
        self._stripes = None
        self.viewport().update()

    def stripe_at(self, point: QPointF) -> Stripe | None:
        """Give the stripe under a point of the viewport; between two lanes, the one to the left."""
        hits = [stripe for stripe in self.stripes() if stripe.rect.adjusted(-1, -1, 1, 1).contains(point)]
        return hits[-1] if hits else None

    def spot(self, offset: int, *, before: bool = False) -> QRectF | None:
        """Give where an offset stands on the screen, a line without width; `before`: at the end of the line above."""
        rows, block = self.rows(), self._document.block_at(offset)
        if not rows[0].block <= block <= rows[-1].block:
            return None
        row = rows[block - rows[0].block]
        unit = row.laid.unit(offset)
        line = row.laid.line_of(unit)
        if before and line and row.laid.starts[line] == unit:
            line -= 1
            piece = list(row.laid.pieces(row.laid.starts[line], unit))[-1]
            return QRectF(self._columns.text + piece.right(), row.y + piece.top(), 0, piece.height())
        x = self._columns.text + row.laid.x(unit)
        return QRectF(x, row.y + row.laid.tops[line], 0, row.laid.line_height)

    def offset_at(self, point: QPointF) -> int:
        """Give the offset nearest to a point of the viewport."""
        rows = self.rows()
        row = next((row for row in reversed(rows) if row.y <= point.y()), rows[0])
        lines = [n for n, top in enumerate(row.laid.tops) if row.y + top <= point.y()]
        line = lines[-1] if lines else 0
        unit = row.laid.layout.lineAt(line).xToCursor(point.x() - self._columns.text)
        last = row.laid.line_end(line)
        if unit >= last and line + 1 < len(row.laid.starts):
            unit = last - 1 if row.laid.offset(last - 1) < row.laid.offset(last) else last - 2
        return row.laid.offset(unit)

    def gutter_offset_at(self, point: QPointF) -> int:
        """Give an offset of the passage that the gutter names at a point: the last of the line beside it."""
        return self.offset_at(QPointF(self._columns.text + self._columns.text_width, point.y()))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            self._paint(painter, event.rect())
        finally:
            painter.end()

    def _paint(self, painter: QPainter, dirty: QRect) -> None:
        theme, place, height = self._theme, self._columns, self.viewport().height()
        painter.fillRect(dirty, colour_of(theme.background))
        if dirty.left() < place.stripes - 8:
            rows = [row for row in self.rows() if row.y <= dirty.bottom() and row.y + row.laid.height >= dirty.top()]
            paint_rule(painter, place, height, theme)
            paint_text(painter, rows, place, theme, self._scene())
            paint_gutter(painter, rows, self._document, place, self._type, theme)
            self._paint_ends(painter)
        if dirty.right() >= place.stripes - 8:
            for _, spot in self.memo_marks() if len(self._memos) else ():
                paint_memo(painter, spot, theme)
            self.margin.paint(painter, self.stripes(), place, height, self._foremost(), theme)

    def _foremost(self) -> Foremost:
        """Give the codings that the margin shows before all others."""
        return Foremost(frozenset(self.selected_codings()), self._hovered)

    def selected_codings(self) -> list[int]:
        """Give the selected codings, the one that was taken first before those selected besides."""
        return [] if self._selected is None else [self._selected, *self._also]

    def _paint_ends(self, painter: QPainter) -> None:
        if self._selection[0] == self._selection[1] and self.hasFocus() and (spot := self.spot(self._head)):
            paint_caret(painter, spot, self._theme)
        selected = self._codings.get(self._selected)
        if selected:
            for at_end in (False, True):
                if spot := self._handle(at_end=at_end):
                    paint_handle(painter, spot, selected.colour, self._theme, at_end=at_end)

    def _handle(self, *, at_end: bool) -> QRectF | None:
        """Give where a handle of the selected coding stands: under the pointer while it is dragged."""
        coding = self._codings.get(self._selected)
        if coding is None:
            return None
        offset = coding.end if at_end else coding.start
        if self._dragged_to and self._dragged_to[0] == at_end:
            offset = self._dragged_to[1]
        return self.spot(offset, before=at_end)

    def _scene(self) -> Scene:
        return Scene(self._selection, self._outlined, self._tinting, self._marks_in)

    def _tinting(self, start: int, end: int) -> list[ReaderCoding]:
        if not self._tint and self._selected is None:
            return []
        found = [coding for _, coding in self._codings.touching(start, end) if self._tints(coding)]
        found.sort(key=lambda coding: not self._is_selected(coding.key))
        return found

    def _tints(self, coding: ReaderCoding) -> bool:
        return coding.code in self._tint or self._is_selected(coding.key)

    def _is_selected(self, key: int) -> bool:
        return key == self._selected or key in self._also

    def _marks_in(self, start: int, end: int) -> list[PassingMark]:
        marks = (mark for shown in (self._notes, self._marks) for _, mark in shown.touching(start, end))
        return [*hits_between(self._hits, start, end), *marks]

    def _repaint_text(self, start: int, end: int) -> None:
        if self._rows is None:
            self.viewport().update()
            return
        reached = [row for row in self._rows if row.laid.start <= end and row.laid.offset(row.laid.units) >= start]
        if reached:
            top, bottom = reached[0].y, reached[-1].y + reached[-1].laid.height
            self.viewport().update(0, top - 6, self._columns.stripes - 8, bottom - top + 12)

    def _repaint_stripes(self) -> None:
        self._stripes = None
        left = self._columns.stripes - 8
        self.viewport().update(left, 0, self.viewport().width() - left, self.viewport().height())

    # scrolling and size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = self._kept or self.place()
        if columns(self.viewport().width(), self._type, self._speaker_width) != self._columns:
            self._lay_out()
        self.restore_place(place)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._moving_bar:
            return
        bar, heights = self.verticalScrollBar(), self._layout.heights
        value, now = bar.value(), heights.top(self._top) + self._above
        if abs(value - now) < 4 * self.viewport().height():
            self._go(self._top, self._above + value - now)
        elif value >= bar.maximum():
            self._go(len(heights) - 1, heights[len(heights) - 1])
        else:
            block = heights.at(value)
            self._go(block, value - heights.top(block))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_text_size(self._size_pt + event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._type = type_of(self._size_pt, self.font())
            self._lay_out_in_place()

    def _hover(self, key: int | None) -> None:
        if key != self._hovered:
            self._hovered = key
            self._repaint_stripes()

    def _lay_out(self, differing: Differing | None = None) -> None:
        """Begin the layout anew, for another text, width, size or theme; after a correction where blocks differ."""
        self.bar.mark(self._heights_of_hits, colour_of(self._theme.accent))
        measure = QFontMetricsF(self._type.small)
        self.margin.set_type(self._type)
        speakers = self._document.unnamed()
        longest = max((measure.horizontalAdvance(speaker) for speaker in speakers), default=0.0)
        widest = measure.averageCharWidth() * _LONGEST_SPEAKER
        self._speaker_width = round(min(longest + 1, widest)) if speakers else 0
        self._columns: PaneColumns = columns(self.viewport().width(), self._type, self._speaker_width)
        if differing is not None and self._layout.width == self._columns.text_width:
            self._layout.correct(differing)
        else:
            self._layout: PageLayout = PageLayout(self._document, self._type, self._theme, self._columns.text_width)
        self._top = self._above = 0
        self._rows = self._stripes = None
        self.verticalScrollBar().setSingleStep(self._type.pitch * 2)
        self.viewport().update()

    def _lay_out_in_place(self) -> None:
        place = self._kept or self.place()
        self._lay_out()
        self.restore_place(place)

    def _put_line_at(self, offset: int, y_of: Callable[[int], int]) -> None:
        block = self._document.block_at(self._document.clip(offset))
        laid = self._layout.laid(block)
        line = laid.line_of(laid.unit(offset))
        self._go(block, laid.tops[line] - y_of(laid.line_height))

    def _go(self, block: int, above: int) -> None:
        """Bring a block to the top with so many of its pixels above, as far as the text's two ends allow."""
        block, above = self._settled(block, above)
        below, last, height = -above, block, self.viewport().height()
        while last < len(self._document.blocks) and below < height:
            below += self._height(last)
            last += 1
        if below < height:
            block, above = self._settled(block, above - (height - below))
        self._top, self._above = block, max(0, above)
        self._kept = None
        self._rows = self._stripes = None
        self._move_bar()
        self.viewport().update()
        self.place_changed.emit()

    def _settled(self, block: int, above: int) -> tuple[int, int]:
        while above < 0 and block > 0:
            block -= 1
            above += self._height(block)
        while block + 1 < len(self._document.blocks) and above >= self._height(block):
            above -= self._height(block)
            block += 1
        return block, max(0, above)

    def _height(self, block: int) -> int:
        self._layout.laid(block)
        return self._layout.heights[block]

    def _move_bar(self) -> None:
        bar, heights, height = self.verticalScrollBar(), self._layout.heights, self.viewport().height()
        self._moving_bar = True
        bar.setPageStep(height)
        bar.setRange(0, max(0, heights.total - height))
        bar.setValue(heights.top(self._top) + self._above)
        self._moving_bar = False

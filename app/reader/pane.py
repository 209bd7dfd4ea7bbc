"""The pane in which people read and code: the keyboard, finding, and stepping from coding to coding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from . import accessible
from .find import Folded
from .items import ReaderCoding, ReaderPassage
from .pointing import Pointing
from .spans import SpanChange

_EDGE = 2  # pixels of the line that says that keys go here
_TOP_ROW = "éèçà"  # unshifted digits of the French keyboard: the page reads them as digits
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
_STEPS |= {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_End: 1, Qt.Key.Key_Home: -1}
_SHIFT, _ALT, _CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class ReaderPane(Pointing):
    """A transcript with its codings. Offsets are code points; it shows what it is given and only asks for changes.

    `selection_changed` is also emitted when the selected coding is let go.
    """

    key_text = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded: Folded | None = None
        accessible.install()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAccessibleName(QCoreApplication.translate("ReaderPane", "Transcript"))

    def show_document(
        self,
        text: str,
        passages: Iterable[ReaderPassage],
        codings: Iterable[ReaderCoding],
        *,
        keep_place: bool = False,
    ) -> None:
        self._folded = None
        super().show_document(text, passages, codings, keep_place=keep_place)

    def correct(self, text: str, passages: SpanChange[ReaderPassage], codings: SpanChange[ReaderCoding]) -> None:
        self._folded = None
        super().correct(text, passages, codings)

    def codings_at(self, start: int, end: int) -> list[int]:
        """Give the codings that share a character with `start` to `end`."""
        return [key for key, _ in self._codings.touching(start, end)]

    def passages_in(self, start: int, end: int) -> list[ReaderPassage]:
        """Give the passages that a stretch reaches into; for a place, the one it is in or just behind."""
        if start == end:
            one = self._document.passage_at(start)
            return [] if one is None else [one]
        return self._document.passages_between(start, end)

    def speakers_in(self, start: int, end: int) -> list[str]:
        """Give the speakers who say something from `start` to `end`, in their order."""
        return list(dict.fromkeys(one.speaker for one in self.passages_in(start, end) if one.speaker))

    def step_coding(self, step: int) -> int | None:
        """Select the next coding (1) or the one before (-1) and give its key; at either end nothing changes."""
        selected = self._codings.get(self._selected)
        here = self._origin()
        place = (selected.start, selected.end, selected.key) if selected else (here, -1, -1)
        key = self._codings.beside(place, step)
        while self._keeps is not None and (passed := self._codings.get(key)) and not self._keeps(passed.key):
            key = self._codings.beside((passed.start, passed.end, passed.key), step)
        if key is not None:
            self.select_coding(key)
        return key

    def nudge(self, step: int, *, at_end: bool) -> bool:
        """Ask for the selected coding with an end a word further on (1) or back (-1); one word at least stays.

        False where no coding is selected.
        """
        coding = self._codings.get(self._selected)
        if coding is None:
            return False
        start, end = coding.start, coding.end
        span = (start, self._word_end(end, step)) if at_end else (self._word_start(start, step), end)
        word = self._document.beside(span[0], 1, "word")
        if word is not None and word[0] < span[1] and span != (start, end):
            self.coding_resized.emit(coding.key, *span)
        self.scroll_to(max(span[0], span[1] - 1) if at_end else span[0])
        return True

    def _word_end(self, offset: int, step: int) -> int:
        """Give the end of the next word that ends after the offset, or of the last that ends before it."""
        word = self._document.beside(offset, step, "word")
        if step < 0 and word is not None and word[1] >= offset:
            word = self._document.beside(word[0], step, "word")
        return word[1] if word else 0 if step < 0 else offset

    def _word_start(self, offset: int, step: int) -> int:
        """Give the start of the next word that begins after the offset, or of the last that begins before it."""
        word = self._document.beside(offset, step, "word")
        if step > 0 and word is not None and word[0] <= offset:
            word = self._document.beside(word[1], step, "word")
        return word[0] if word else len(self._document.text) if step > 0 else offset

    def find_next(self, text: str, backwards: bool = False) -> bool:
        """Select the next hit and show it, accents and capitals alike; a search typed further stays where it is."""
        self._folded = self._folded or Folded(self._document.text)
        start, end = self._selection
        again = self._folded.is_hit(text, start, end)
        offset = (start if again else end) if backwards else (end if again else start)
        hit = self._folded.find(text, offset, backwards=backwards)
        if hit:
            self.select(*hit)
            self.scroll_to(hit[0])
        return hit is not None

    def find_all(self, text: str) -> list[tuple[int, int]]:
        """Give every hit, accents and capitals alike."""
        self._folded = self._folded or Folded(self._document.text)
        return self._folded.all(text)

    def last_passage(self) -> int:
        """Give the highest number of a passage, 0 where there is none."""
        return max((passage.number for passage in self._document.passages), default=0)

    def go_to_passage(self, number: int) -> None:
        """Show a passage by its number, else the last before it, with the caret at its start."""
        before = [passage for passage in self._document.passages if passage.number <= number]
        if before:
            self.select(before[-1].start, before[-1].start)
            self.scroll_to(before[-1].start, "center")

    def copy(self) -> None:
        """Copy the selected text, else the selected coding's."""
        coding = self._codings.get(self._selected)
        start, end = (coding.start, coding.end) if coding else self._selection
        if start < end:
            self.copying(start, end, QClipboard.Mode.Clipboard)

    # the keyboard

    def event(self, event: QEvent) -> bool:
        """Claim from the page's shortcuts the keys that are the text's: letters with a selection, and moving about."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & (_ALT | _SHIFT)
            moves = not held & _ALT or (held == _ALT | _SHIFT and self._selected is None)
            mine = self._letter(event) or (event.key() in _STEPS and moves)
            if (
                mine
                or event.matches(QKeySequence.StandardKey.Copy)
                or event.matches(QKeySequence.StandardKey.SelectAll)
            ):
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_more()
        elif letter := self._letter(event):
            self.key_text.emit(letter)
        elif event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self._escape())
        elif event.key() in _STEPS and event.modifiers() & (_ALT | _SHIFT) != _ALT:
            self._move(Qt.Key(event.key()), event.modifiers())
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        text = event.commitString()
        if text and text[0].isalpha() and self._selection[0] < self._selection[1]:
            self.key_text.emit(text)
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return self._selection[0] < self._selection[1]
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            spot = self.spot(self._selection[1])
            return spot.translated(QPointF(self.viewport().pos())).toRect() if spot else None
        return super().inputMethodQuery(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        self._repaint_text(self._head, self._head)
        self.viewport().update(0, 0, _EDGE, self.viewport().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line along the left edge while keys go here, besides the caret, which a selection hides."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.fillRect(0, 0, _EDGE, self.viewport().height(), QColor(self._theme.accent))
            painter.end()

    def _letter(self, event: QKeyEvent) -> str:
        """Give the letter typed, where there is a selection for it to code."""
        text = event.text()
        plain = not event.modifiers() & (_CTRL | _ALT | Qt.KeyboardModifier.MetaModifier)
        typed = plain and text.isalpha() and text not in _TOP_ROW
        return text if typed and self._selection[0] < self._selection[1] else ""

    def _escape(self) -> bool:
        """Let go of what is held, the latest first; tell whether there was anything."""
        if self._dragged_to:
            _, offset = self._dragged_to
            self._dragged_to = None
            self._repaint_text(offset, offset)
            if coding := self._codings.get(self._selected):
                self._repaint_coding(coding)
            return True
        let_go, before = self._let_go(), self._selection
        self._unit = None
        self._set_selection(self._head, self._head)
        if let_go and before == self._selection:
            self.selection_changed.emit(*self._selection)
        return let_go or before[0] < before[1]

    def _select_more(self) -> None:
        """Select the passage, and then everything."""
        span = self._document.passage_span(self._selection[0])
        whole = (0, len(self._document.text))
        self.select(*(whole if self._selection[0] <= span[0] and span[1] <= self._selection[1] else span))

    def _move(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        step, extend = _STEPS[key], bool(modifiers & _SHIFT)
        coding = self._codings.get(self._selected)
        let_go, before = self._let_go(), self._selection
        if coding is not None:
            self._go_on_from(coding, step, extend=extend)
        elif self._selection[0] == self._selection[1] and not extend:
            self._anchor = self._head = self._origin()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move_by_sentence(step, extend=extend)
        else:
            head = self._head_after(key, step, modifiers)
            self._set_selection(self._anchor if extend else head, head)
        self.scroll_to(self._head)
        if let_go and before == self._selection:
            self.selection_changed.emit(*self._selection)

    def _go_on_from(self, coding: ReaderCoding, step: int, *, extend: bool) -> None:
        """Go on from behind the selected coding, or back from before it; its words are extended like a selection."""
        ends = (coding.start, coding.end) if step > 0 else (coding.end, coding.start)
        self._set_selection(*(ends if extend else (ends[1], ends[1])))

    def _head_after(self, key: Qt.Key, step: int, modifiers: Qt.KeyboardModifier) -> int:
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            whole = bool(modifiers & _CTRL)
            return (len(self._document.text) if step > 0 else 0) if whole else self._line_edge(step)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return self._page_on(step)
        if modifiers & _ALT:
            return self._document.character_beside(self._head, step)
        word = self._document.beside(self._head, step, "word")
        end = len(self._document.text) if step > 0 else 0
        return word[step > 0] if word else end

    def _move_by_sentence(self, step: int, *, extend: bool) -> None:
        """Select the next sentence, or take one more into the selection, or leave out the last one taken."""
        beside = self._document.beside
        if not extend:
            if found := beside(self._selection[step > 0], step, "sentence"):
                self._set_selection(*found)
                self.scroll_to(found[1])
            return
        anchor, head = self._anchor, self._head
        if anchor != head and (head > anchor) != (step > 0):
            last = beside(head, step, "sentence")
            rest = beside(last[step > 0], step, "sentence") if last else None
            if rest and (rest[step < 0] - anchor) * step < 0:
                self._set_selection(anchor, rest[step < 0])
                return
            anchor, head = head, anchor
        if found := beside(head, step, "sentence"):
            self._set_selection(anchor, found[step > 0])

    def _line_edge(self, step: int) -> int:
        block = self._document.block_at(self._head)
        laid = self._layout.laid(block)
        line = laid.line_of(laid.unit(self._head))
        end = laid.line_end(line)
        last = line + 1 == len(laid.starts)
        return laid.offset(laid.starts[line] if step < 0 else end if last else end - 1)

    def _page_on(self, step: int) -> int:
        spot = self.spot(self._head)
        point = spot.center() if spot else QPointF(self._columns.text, self._type.pitch * 2)
        top = self._layout.heights.top(self._top) + self._above
        page = max(self._type.pitch, self.viewport().height() - 2 * self._type.pitch)
        self._go(self._top, self._above + step * page)
        if self._layout.heights.top(self._top) + self._above == top:
            return len(self._document.text) if step > 0 else 0
        return self.offset_at(point)

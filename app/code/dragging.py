"""Dragging between text and codes: codes onto words, and words onto a code."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QDrag, QDropEvent, QGuiApplication, QMouseEvent

from app.codebook.model import WORDS, codes_in
from app.reader import ReaderPane
from app.reader.document import Span


class Dragging(QObject):
    """`dropped(codes, start, end)`: these codes are to be put on these words.

    Dropped on the selection codes go to all of it, elsewhere to the sentence under the pointer, which is outlined.
    Words that are selected can be taken along by the mouse; nothing but a code takes them.
    """

    dropped = Signal(object, int, int)

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane)
        self.pane = pane
        self.carry: Callable[[QMimeData], object] = self._carry
        self._held: QMouseEvent | None = None  # a press on the selection, which may become a drag
        pane.viewport().setAcceptDrops(True)
        pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QDropEvent) and codes_in(event.mimeData()):  # what enters and moves is one, too
            return self._drop(event) if kind == QEvent.Type.Drop else self._aim(event)
        if kind == QEvent.Type.DragLeave:
            self.pane.aim(None)
        elif isinstance(event, QMouseEvent):
            return self._mouse(event)
        return False

    def _aim(self, event: QDropEvent) -> bool:
        span = self._under(event.position())
        self.pane.aim(span)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(span[0] < span[1])
        return True

    def _drop(self, event: QDropEvent) -> bool:
        span = self._under(event.position())
        self.pane.aim(None)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if span[0] < span[1]:
            self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
            self.dropped.emit(codes_in(event.mimeData()), *span)
        return True

    def _under(self, point: QPointF) -> Span:
        start, end = self.pane.selection()
        at = self.pane.offset_at(point)
        return (start, end) if start <= at <= end and start < end else self.pane.sentence_near(at)

    # words

    def _mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and self._on_selection(event):
            self._held = event.clone()
            return True
        if self._held is None:
            return False
        if kind == QEvent.Type.MouseMove:
            self._move(event)
            return True
        pressed, self._held = self._held, None
        if kind == QEvent.Type.MouseButtonRelease:  # a click after all
            self.pane.mousePressEvent(pressed)
        return False

    def _on_selection(self, event: QMouseEvent) -> bool:
        """Say whether the left button goes down within the words selected; with a key held it selects anew."""
        start, end = self.pane.selection()
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        return plain and self.pane.on_text(event.position()) and start < self.pane.offset_at(event.position()) < end

    def _move(self, event: QMouseEvent) -> None:
        assert self._held is not None
        way = (event.position() - self._held.position()).manhattanLength()
        if way >= QGuiApplication.styleHints().startDragDistance():
            self._held = None
            data = QMimeData()
            data.setData(WORDS, b"")  # no words: they leave the program by the ways that ask for consent
            self.carry(data)

    def _carry(self, data: QMimeData) -> None:
        drag = QDrag(self.pane.viewport())
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

"""Annotations: notes on words, written where these stand and marked in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app import actions
from app.hub import Hub
from app.reader import PassingMark
from coding import memos
from coding.memos.markdown import plain
from corpus.anchors import Anchor, words

if TYPE_CHECKING:
    from app.code.reading import ReadingPanel
    from app.code.shown import OnPage
    from coding.memos import MemoInfo
    from corpus.store.project import Changes

_KIND = "annotation"
_WIDTH = 420


class Notes(QObject):
    """Marks the annotations of the document that is shown, and lets one be written, changed or taken away."""

    def __init__(
        self, hub: Hub, shown: OnPage, reading: ReadingPanel, over: QWidget, spot: Callable[[], QRect]
    ) -> None:
        super().__init__(over)
        self.hub, self.shown, self.pane = hub, shown, reading.pane
        self._over, self._spot = over, spot
        self.field: NoteField | None = None
        reading.text_shown.connect(self.mark)
        hub.changed.connect(self._changed)
        hub.closing.connect(self._close)
        actions.make("code.annotate", over, self.annotate)

    def _changed(self, changes: Changes) -> None:
        if changes.keys.keys() & {"memo", "memo_target"}:
            self.mark()

    def mark(self) -> None:
        """Mark the words that have a note."""
        self.pane.set_notes(
            PassingMark(*target.span, "note", plain(memo.body) or memo.title)
            for memo in self._here() for target in memo.targets
            if self.shown.document is not None and target.key == self.shown.document.key and target.span is not None
        )  # fmt: skip

    def _here(self) -> list[MemoInfo]:
        """Give the annotations of the document: the moment that all pages share knows them."""
        document, project = self.shown.document, self.hub.project_or_none
        if document is None or project is None:
            return []
        about = ("passage", document.key)
        found = (memo for memo in self.hub.moment().memos if memo.kind == _KIND)
        return [memo for memo in found if any((to.kind, to.key) == about for to in memo.targets)]

    def annotate(self) -> None:
        """Write a note on the words selected, or change the one where the cursor is."""
        start, end = self.pane.selection()
        coding = self.shown.codings.get(self.pane.selected_coding() or 0)
        if start == end and coding is not None:
            start, end = coding.start, coding.end
        known = next((memo for memo in self._here() if _on(memo, start, end)), None)
        document = self.shown.document
        if document is None or not self.hub.project.writable:
            return
        if known is None and start == end:
            self.hub.said.emit(self.tr("Select some words first."))
            return
        self._close()
        self.field = NoteField(self._over, self._spot(), known.body if known else "")
        place = words(document.key, start, end) if start < end else None
        self.field.written.connect(lambda said: self._keep(known, place, said))
        self.field.left.connect(self._left)

    def _keep(self, known: MemoInfo | None, place: Anchor | None, said: str) -> None:
        project = self.hub.project
        if known is None:
            if said and place is not None:
                self.hub.write(lambda: memos.annotate(project, place, said))
        elif not said:
            self.hub.write(lambda: memos.remove(project, known.key))
        elif said != known.body:
            self.hub.write(lambda: memos.edit(project, known.key, body=said))

    def _close(self) -> None:
        if self.field is not None:
            self.field.keep()

    def _left(self) -> None:
        self.field = None
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)


def _on(memo: MemoInfo, start: int, end: int) -> bool:
    spans = (target.span for target in memo.targets)
    return any(span is not None and span[0] <= start and end <= span[1] for span in spans)


class NoteField(QLineEdit):
    """A line under the words. written(str): Enter, or one turns to something else · left(): it is gone."""

    written = Signal(str)
    left = Signal()

    def __init__(self, over: QWidget, spot: QRect, said: str) -> None:
        super().__init__(said, over)
        self.setPlaceholderText(self.tr("A note on these words; Enter keeps it"))
        self.setAccessibleName(self.tr("Note on the words"))
        self._gone = False
        width, height = min(_WIDTH, over.width() - 16), self.sizeHint().height()
        left = max(8, min(spot.left(), over.width() - width - 8))
        top = spot.bottom() + 4 if spot.bottom() + 4 + height <= over.height() else max(0, spot.top() - height - 4)
        self.setGeometry(left, top, width, height)
        self.returnPressed.connect(self.keep)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Hand over what is written, and go."""
        if not self._gone:
            self._go()
            self.written.emit(self.text().strip())

    def _go(self) -> None:
        self._gone = True
        self.hide()
        self.deleteLater()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.keep()

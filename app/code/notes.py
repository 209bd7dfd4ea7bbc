"""Annotations: notes on words, written where these stand and marked in the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app import actions
from app.hub import Hub
from app.reader import PassingMark
from coding import memos
from coding.memos import Target, drafts
from coding.memos.drafts import MemoDraft
from coding.memos.markdown import plain
from corpus.anchors import Anchor, words

if TYPE_CHECKING:
    from app.code.reading import ReadingPanel
    from app.code.shown import OnPage
    from coding.memos import MemoInfo
    from corpus.store.project import Changes

_KIND = "annotation"
_WIDTH, _LINES = 420, 3
_PAUSE_MS = 1_000
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Notes(QObject):
    """Marks the annotations of the document that is shown, and lets one be written, changed or taken away."""

    def __init__(
        self, hub: Hub, shown: OnPage, reading: ReadingPanel, over: QWidget, spot: Callable[[], QRect]
    ) -> None:
        super().__init__(over)
        self.hub, self.shown, self.pane = hub, shown, reading.pane
        self._over, self._spot = over, spot
        self.field: NoteField | None = None
        self._draft = MemoDraft("", "", _KIND)  # of the note that is written, as it was before
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
            for memo in self._here()
            for target in memo.targets
            if self.shown.document is not None and target.key == self.shown.document.key and target.span is not None
        )

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
        self._draft = _begun(known, words(document.key, start, end))
        self.field.paused.connect(self._pause)
        self.field.written.connect(lambda said: self._keep(known, said))
        self.field.given_up.connect(self._forget)
        self.field.left.connect(self._left)

    def _pause(self, said: str) -> None:
        """Keep what was typed as a draft, which outlives a crash."""
        project = self.hub.project_or_none
        if project is not None and not project.busy and said != self._draft.body:
            drafts.keep(project, replace(self._draft, body=said))

    def _forget(self) -> None:
        if (project := self.hub.project_or_none) is not None and not project.busy:
            drafts.forget(project, self._draft.slot)

    def _keep(self, known: MemoInfo | None, said: str) -> None:
        project, draft = self.hub.project, replace(self._draft, body=said)
        if said and said != self._draft.body:
            done = self.hub.write(lambda: drafts.write(project, draft))
            if done is None and not project.busy:
                drafts.keep(project, draft)
            return
        self._forget()
        if known is not None and not said:
            self.hub.write(lambda: memos.remove(project, known.key))

    def _close(self) -> None:
        if self.field is not None:
            self.field.keep()

    def _left(self) -> None:
        self.field = None
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)


def _on(memo: MemoInfo, start: int, end: int) -> bool:
    spans = (target.span for target in memo.targets)
    return any(span is not None and span[0] <= start and end <= span[1] for span in spans)


def _begun(known: MemoInfo | None, place: Anchor) -> MemoDraft:
    """Give a note as it is before anything is typed: one that is there, or a new one on these words."""
    if known is None:
        return MemoDraft("", "", _KIND, (Target("passage", place.document, place),), desk=_KIND)
    return MemoDraft(known.title, known.body, known.kind, known.targets, known.key, drafts.stamp(known), _KIND)


class NoteField(QPlainTextEdit):
    """A few lines under the words. paused(str): one stopped typing for a moment · written(str): Enter, or one turns to
    something else · given_up(): Escape · left(): it is gone.
    """

    paused = Signal(str)
    written = Signal(str)
    given_up = Signal()
    left = Signal()

    def __init__(self, over: QWidget, spot: QRect, said: str) -> None:
        super().__init__(said, over)
        self.setPlaceholderText(self.tr("A note on these words; Enter keeps it"))
        self.setAccessibleName(self.tr("Note on the words"))
        self.setTabChangesFocus(True)
        self._gone = False
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(lambda: self.paused.emit(self.said()))
        self.textChanged.connect(self._later.start)
        width = min(_WIDTH, over.width() - 16)
        height = _LINES * self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin()) + 4
        left = max(8, min(spot.left(), over.width() - width - 8))
        top = spot.bottom() + 4 if spot.bottom() + 4 + height <= over.height() else max(0, spot.top() - height - 4)
        self.setGeometry(left, top, width, height)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> str:
        """Give what is written; Qt's own way would turn no-break spaces into others."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n").strip()

    def keep(self) -> None:
        """Hand over what is written, and go."""
        if not self._gone:
            self._go(lambda: self.written.emit(self.said()))

    def _go(self, say: Callable[[], object]) -> None:
        self._gone = True
        self._later.stop()
        self.hide()
        self.deleteLater()
        say()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go(self.given_up.emit)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _SHIFT:
            self.keep()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self.paused.emit(self.said())
        elif event.reason() != Qt.FocusReason.PopupFocusReason:
            self.keep()

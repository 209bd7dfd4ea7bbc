"""A second document beside the first: what is selected in it is coded as in the first, by the same keys and codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app import actions
from coding import codings
from corpus.anchors import Anchor, words

if TYPE_CHECKING:
    from app.code.arranging import Arrangement
    from app.code.companion import Companion
    from app.code.shown import OnPage
    from app.codebook.picker import CodePicker
    from app.page import Page


class SecondDocument(QObject):
    """Takes the keys that code while the second text has the focus, before the page gives them to the first."""

    def __init__(
        self,
        page: Page,
        shown: OnPage,
        picker: CodePicker,
        used: Callable[[int], None],
        companion: Companion,
        arrangement: Arrangement,
    ) -> None:
        super().__init__(page)
        self.hub, self.shown, self._companion, self._arrangement = page.hub, shown, companion, arrangement
        self.pane, self._picker, self._over, self._used = companion.pane, picker, page, used
        actions.make("code.beside", page, self.show)
        self._acts: dict[str, Callable[[], None]] = {
            "code.find_or_create": lambda: self.pick(""),
            "code.in_vivo": self.in_vivo,
            "code.uncode": self.uncode,
            "code.next": lambda: self._step(1),
            "code.previous": lambda: self._step(-1),
        }
        self.pane.key_text.connect(self.pick)
        self.pane.coding_resized.connect(self.resize)
        self.pane.installEventFilter(self)

    def show(self) -> None:
        """Go to the second document, shown where it was not; from there, put it away where there is little room."""
        within, size = self._companion, self._over.window().size()
        there = within.isVisible() and within.isAncestorOf(self._over.window().focusWidget() or within)
        shown = self._arrangement.ask_beside(size, not there)
        if there:
            self._over.entered()
            return
        if not shown:
            self.hub.said.emit(self.tr("Two documents stand side by side from 1,400 pixels on; widen the window."))
            return
        within.setCurrentIndex(1)
        if within.which.currentData() is None and within.which.count() > 1:
            first = within.which.itemData(1) == (self.shown.document.key if self.shown.document else None)
            within.which.setCurrentIndex(2 if first and within.which.count() > 2 else 1)
            within.which.activated.emit(within.which.currentIndex())
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        act = self._act(event)
        if act is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            act()
        return True

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Give what a key does here; digits are codes where there is a selection."""
        pressed = QKeySequence(event.keyCombination())
        for name, act in self._acts.items():
            letter = event.text().isalpha() and not event.modifiers() and self._place() is not None
            if not letter and any(QKeySequence(key) == pressed for key in actions.keys_of(name)):
                return act
        digit = actions.digit_of(event)
        return (lambda: self._recent(digit)) if digit and self._place() is not None else None

    def _place(self) -> Anchor | None:
        document, (start, end) = self._companion.which.currentData(), self.pane.selection()
        return words(document, start, end) if document is not None and start < end else None

    def _told(self) -> Anchor | None:
        place = self._place()
        if place is None:
            self.hub.said.emit(self.tr("Select some words first."))
        return place

    def _write(self, verb: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        self.hub.write(verb, done)

    def apply(self, code: int) -> None:
        """Put a code on the words selected in the second document."""
        project, place = self.hub.project, self._told()
        if place is not None:
            self._write(lambda: codings.apply(project, code, place), lambda _key: self._used(code))

    def _recent(self, digit: int) -> None:
        if digit <= len(self.shown.recent.slots):
            self.apply(self.shown.recent.slots[digit - 1])

    def pick(self, letter: str) -> None:
        """Open the picker over the words selected in the second document."""
        book, place, project, recent = self.shown.book, self._told(), self.hub.project, self.shown.recent
        if book is None or place is None or not project.writable:
            return

        def create(path: str) -> None:
            self._write(lambda: codings.create(project, path, [place]), lambda made: self._used(made[0]))

        self._picker.open(book, self._spot(), self.apply, create, text=letter, recent=recent.order, digits=recent.slots)

    def _spot(self) -> QRect:
        viewport, start = self.pane.viewport(), self.pane.selection()[0]
        spot = self.pane.spot(start)
        at = spot.topLeft().toPoint() if spot is not None else QPoint(0, viewport.height() // 3)
        return QRect(viewport.mapTo(self._over, at), QSize(1, round(spot.height()) if spot is not None else 24))

    def in_vivo(self) -> None:
        """Let the words selected in the second document be the name of their code."""
        project, place = self.hub.project, self._told()
        if place is not None:
            self._write(lambda: codings.in_vivo(project, place), lambda made: self._used(made[0]))

    def uncode(self) -> None:
        """Take the coding selected in the second document away."""
        project, key = self.hub.project, self.pane.selected_coding()
        if key is not None:
            self._write(lambda: codings.uncode(project, [key]))

    def resize(self, key: int, start: int, end: int) -> None:
        """Put a coding of the second document on other words."""
        project, document = self.hub.project, self._companion.which.currentData()
        if document is not None:
            self._write(lambda: codings.resize(project, key, words(document, start, end)))

    def _step(self, step: int) -> None:
        if self.pane.step_coding(step) is None:
            self.hub.said.emit(self.tr("No further coding here."))

"""A person at the window: presses keys where the focus is, clicks what is seen, waits until work is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.code.page import CodePage
from app.hub import Hub
from app.matrix.page import MatrixPage
from app.memos.page import MemosPage
from app.participants.page import ParticipantsPage
from app.report.page import ReportPage
from app.review.page import ReviewPage
from app.shell.main_window import Window
from app.theory.page import TheoryPage
from app.verbatims.page import VerbatimsPage
from coding import codebook, codings
from corpus import documents
from corpus.store.project import Project
from tests.app.swept import sweep

NO, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_Shown = TypeVar("_Shown", bound=QWidget)
_Asking = TypeVar("_Asking", bound=QDialog)


@contextmanager
def seated(qtbot: QtBot, hub: Hub) -> Iterator[Person]:
    """Give a person at a window of 1440 × 900, which is closed in the end with all that runs behind it."""
    window = Window(hub)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    yield Person(window, qtbot)
    hub.jobs.stop()
    hub.close()
    window.close()
    window.deleteLater()
    sweep()


class Person:
    """Works in `window` by keyboard and mouse; `heard` are the sentences said, `refused` the errors shown,
    `pressed` counts the keys, letters of names left out.
    """

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.heard: list[str] = []
        self.refused: list[Exception] = []
        self.pressed = 0
        self.hub.said.connect(self.heard.append)
        self.hub.failed.connect(self.refused.append)
        self.look()

    @property
    def hub(self) -> Hub:
        return self.window.hub

    @property
    def project(self) -> Project:
        return self.hub.project

    def look(self) -> None:
        """Turn to the window: keys go there."""
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()))

    def rest(self) -> None:
        """Wait until no job is at work and what was asked for is painted."""
        self.until(lambda: not self.hub.jobs.busy)
        QApplication.processEvents()

    def settle(self) -> None:
        """Wait, too, until what pages put off for a moment is done."""
        timers = [one for name in self.window.page_names for one in self._timers(name)]

        def idle() -> bool:
            return not (self.hub.jobs.busy or any(one.isActive() for one in timers))

        while True:
            self.until(idle)
            QApplication.processEvents()  # what one job brought may begin the next
            if idle():
                return

    def _timers(self, name: str) -> list[QTimer]:
        return [one for one in self.window.page(name).findChildren(QTimer) if one.isSingleShot()]

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
        """Press a key where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        self.pressed += 1
        QTest.keyClick(focused, key, held)

    def write(self, text: str) -> None:
        """Type where the focus is."""
        for letter in text:
            focused = QApplication.focusWidget()
            assert focused is not None, "nothing has the focus"
            if letter.isascii():
                QTest.keyClicks(focused, letter)
            else:
                key = Qt.Key(ord(letter.upper()))
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(focused, QKeyEvent(kind, key, NO, letter))

    def do(self, action: str) -> None:
        """Choose from the menus."""
        found = self.window.findChild(QAction, action)
        assert isinstance(found, QAction)
        assert found.isEnabled()
        found.trigger()

    def dialog(self, kind: type[_Shown]) -> _Shown:
        """Give the one dialog of its kind that is open."""
        self.until(lambda: [one for one in self.window.findChildren(kind) if one.isVisible()])
        [found] = [one for one in self.window.findChildren(kind) if one.isVisible()]
        return found

    def answer(self, box: QDialog | QMessageBox, button: str) -> None:
        """Click the button that says so, and turn back to the window."""
        [found] = [one for one in box.findChildren(QPushButton) if one.text().replace("&", "") == button]
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        self.until(lambda: not any(one.isVisible() for one in self.window.findChildren(QDialog)))
        self.look()

    @contextmanager
    def asked(self, kind: type[_Asking], act: Callable[[_Asking], object]) -> Iterator[None]:
        """Act in the dialog of its kind that comes up, and holds whoever asked for it, while the block runs."""
        failed: list[BaseException] = []
        acted: list[_Asking] = []
        timer = QTimer(self.window, interval=0)

        def look() -> None:
            dialog = next((one for one in self.window.findChildren(kind) if one.isVisible()), None)
            if dialog is None or not dialog.isAncestorOf(QApplication.focusWidget() or self.window):
                return
            timer.stop()
            acted.append(dialog)
            try:
                act(dialog)
            except BaseException as error:
                failed.append(error)
                dialog.reject()

        timer.timeout.connect(look)
        timer.start()
        yield
        timer.stop()
        if failed:
            raise failed[0]
        assert acted, f"no {kind.__name__} came up"
        self.look()

    def drop(self, paths: Sequence[Path]) -> None:
        """Drop files anywhere on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        entered = QDragEnterEvent(QPoint(300, 300), copy, data, left, NO)
        QApplication.sendEvent(self.window, entered)
        assert entered.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(QPointF(300, 300), copy, data, left, NO))

    # pages

    def go(self, number: int) -> None:
        """Go to a page by Alt and its number."""
        self.press(getattr(Qt.Key, f"Key_{number}"), ALT)
        assert self.window.current_page is self.window.page(self.window.page_names[number - 1])

    def _page(self, name: str, kind: type[_Shown]) -> _Shown:
        page = self.window.page(name)
        assert isinstance(page, kind)
        return page

    @property
    def code(self) -> CodePage:
        return self._page("code", CodePage)

    @property
    def memos(self) -> MemosPage:
        return self._page("memos", MemosPage)

    @property
    def theory(self) -> TheoryPage:
        return self._page("theory", TheoryPage)

    @property
    def review(self) -> ReviewPage:
        return self._page("review", ReviewPage)

    @property
    def verbatims(self) -> VerbatimsPage:
        return self._page("verbatims", VerbatimsPage)

    @property
    def matrix(self) -> MatrixPage:
        return self._page("matrix", MatrixPage)

    @property
    def participants(self) -> ParticipantsPage:
        return self._page("participants", ParticipantsPage)

    @property
    def report(self) -> ReportPage:
        return self._page("report", ReportPage)

    # what is shown, and what is stored

    def select(self, start: int, end: int) -> None:
        """Select words in the reader by dragging over them."""
        pane = self.code.reading.pane
        pane.setFocus()
        pane.scroll_to(start, "center")
        first, last = pane.spot(start), pane.spot(end, before=True)
        assert first is not None
        assert last is not None
        self.drag(
            QPoint(round(first.left()), round(first.center().y())),
            QPoint(round(last.right()), round(last.center().y())),
        )
        assert pane.selection() == (start, end)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag the mouse over the reader."""
        viewport, left = self.code.reading.pane.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(viewport, left, NO, start)
        QTest.mouseMove(viewport, end)
        send_move(viewport, end)
        QTest.mouseRelease(viewport, left, NO, end)

    def stored(self) -> list[tuple[str, str]]:
        """Give words and code of each coding that the project has in the document that is read."""
        document = self.code.shown.document
        assert document is not None
        text, names = documents.text(self.project, document.key), self.names()
        return sorted((text[c.start : c.end], names[c.code]) for c in codings.of_document(self.project, document.key))

    def drawn(self) -> list[tuple[str, str]]:
        """Give words and name of each coding that is drawn beside the text."""
        text, pane = self.code.shown.text, self.code.reading.pane
        found: dict[int, Any] = {}
        for one in self.code.shown.codings.values():
            pane.scroll_to(one.start, "center")
            found |= {stripe.key: stripe.coding for stripe in pane.stripes()}
        return sorted((text[c.start : c.end], c.name) for c in found.values())

    def names(self) -> dict[int, str]:
        """Give the names of the codes, those of frameworks with their key."""
        return {code.key: code.label for code in codebook.listed(self.project)}

    def find(self, code: str) -> int:
        return codebook.find(self.project, code).key


def send_move(widget: QWidget, to: QPoint) -> None:
    """Move the mouse with the left button held, which QTest's own move forgets."""
    there = QPointF(widget.mapToGlobal(to))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, QPointF(to), there, none, left, NO))

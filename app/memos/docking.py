"""Where the memo beside the page is, and when it is seen; it is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from app.hub import Hub
from app.page import Page
from app.widgets import packed, unpacked

if TYPE_CHECKING:
    from app.memos.dock import MemoDock
    from coding.memos import Target

_WIDTH = 340  # logical pixels at first
_PAGE = "memos"


class MemoDocking(QObject):
    """Shows the dock beside every page but that of the memos, while a project is open and the person wants it."""

    def __init__(self, hub: Hub, window: QMainWindow) -> None:
        super().__init__(window)
        self.hub, self._window = hub, window
        self.dock: MemoDock | None = None
        self._page: Page | None = None
        hub.closed.connect(lambda: self.page_shown(None))
        hub.memo_begun.connect(self.begin)
        hub.opened.connect(self._recover)

    @property
    def wanted(self) -> bool:
        """Whether the person wants the memo beside the page."""
        return bool(self.hub.settings.get("memo.beside", False))

    def build(self) -> None:
        """Make it anew, as in another language, where it was made before."""
        if self.dock is not None:
            self.keep_place()
            self.dock.editor.keep()
            self._window.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
            self.page_shown(self._page)

    def keep_place(self) -> None:
        """Remember where the dock is, and how wide."""
        if self.dock is not None:
            self.hub.settings.set("docks", packed(self._window.saveState()))

    def made(self) -> MemoDock:
        """Give the dock, made if this is the first time."""
        if self.dock is None:
            from app.memos.dock import MemoDock

            self.dock = MemoDock(self.hub, self._window)
            self.dock.closed.connect(lambda: self.want(False))
            self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
            self._window.resizeDocks([self.dock], [_WIDTH], Qt.Orientation.Horizontal)
            self._window.restoreState(unpacked(self.hub.settings.get("docks")))
            self.dock.hide()
            self.dock.refresh()
        return self.dock

    def page_shown(self, page: Page | None) -> None:
        """Stand beside this page, or give way to it."""
        self._page = page
        seen = self.wanted and page is not None and page.name != _PAGE
        if seen or self.dock is not None:
            self.made().setVisible(seen)

    def panes(self) -> Sequence[QWidget]:
        """Give the dock to F6, while it is seen."""
        return [self.dock] if self.dock is not None and self.dock.isVisible() else []

    def _recover(self) -> None:
        """Write what was typed before the program ended without being closed, and say so."""
        project = self.hub.project
        if not project.writable or not project.recall("memo.drafts"):
            return
        from coding.memos import drafts

        keys, step = self.hub.write(lambda: drafts.recover(project)), self.hub.undoable()
        if keys and step is not None:
            said = self.tr("What you were writing when the program ended is kept.")
            show = (self.tr("Show the memo"), lambda: self.hub.show_memo(keys[-1]))
            self.hub.told.emit(said, step, (show,))

    def toggle(self) -> None:
        """Go to the memo beside the page; from there, put it away."""
        if self._page is None or self._page.name == _PAGE:
            return
        dock = self.made()
        if dock.isVisible() and dock.isAncestorOf(self._window.focusWidget() or dock):
            dock.close()
            self._page.home().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.want(True)
        dock.raise_()
        dock.go_in()

    def want(self, wanted: bool) -> None:
        """Let the memo stand beside each page, or put it away."""
        self.hub.settings.set("memo.beside", wanted or None)
        self.page_shown(self._page)

    def begin(self, targets: Sequence[Target]) -> None:
        """Begin a memo: on the page of the memos there, else beside the page."""
        from app.memos.page import MemosPage

        if isinstance(self._page, MemosPage):
            self._page.write_memo(targets)
        elif self._page is not None:
            self.want(True)
            self.made().begin(targets)

"""The tabs of the inspector; only the one in front is filled, the others when they are turned to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from app.code.inspector.coding_tab import CodingTab
from app.code.inspector.document_tab import DocumentTab
from app.code.inspector.focus import Focus
from app.code.inspector.history_tab import HistoryTab
from app.code.inspector.memo_tab import MemoTab
from app.hub import Hub


class Inspector(QTabWidget):
    """Coding · Memo · History · Who. `speaks(bool)`: there is more to say than a line, or no longer."""

    speaks = Signal(bool)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Inspector"))
        self.coding, self.memo = CodingTab(), MemoTab(hub)
        self.history, self.document = HistoryTab(), DocumentTab(hub)
        self._focus: Focus | None = None
        self.speaking = False
        for tab, title in (
            (self.coding, self.tr("Coding")),
            (self.memo, self.tr("Memo")),
            (self.history, self.tr("History")),
            (self.document, self.tr("Who")),
        ):
            self.addTab(tab, title)
        self.currentChanged.connect(lambda _index: self._fill())

    def show_focus(self, focus: Focus | None) -> None:
        """Look at something."""
        self._focus = focus
        # A memo being written is kept as soon as one turns away from it, whatever tab is in front.
        if self.currentWidget() is self.memo or self.memo.typed or focus is None:
            self.memo.show_focus(focus)
        if self.currentWidget() is not self.memo:
            self._fill()

    def _fill(self) -> None:
        tab = self.currentWidget()
        if tab is self.memo:
            self.memo.show_focus(self._focus)
        elif isinstance(tab, CodingTab | HistoryTab | DocumentTab):
            tab.show_focus(self._focus)
        coding = self._focus.coding if self._focus is not None else None
        speaking = tab is not self.coding or coding is not None
        if speaking != self.speaking:
            self.speaking = speaking
            self.speaks.emit(speaking)

    def quiet_height(self) -> int:
        """Give the height that the tabs take with one line below them."""
        return self.tabBar().sizeHint().height() + self.coding.advice_height()

    def begin_memo(self) -> None:
        """Let the person write a memo on what is in focus."""
        self.setCurrentWidget(self.memo)
        self.memo.begin()

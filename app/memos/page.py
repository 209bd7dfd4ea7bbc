"""The Memos page: all memos, what they are narrowed to, and the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import actions
from app.hub import Hub
from app.memos.drawer import Drawer
from app.page import Page

if TYPE_CHECKING:
    from coding.memos import Target
    from corpus.store.project import Changes

ABOUT = frozenset({"memo", "memo_target", "participant", "document", "code", "coding"})
"""The tables that a memo as it is shown is read from."""


class MemosPage(Page):
    """The drawer of all memos, as a page."""

    name: ClassVar[str] = "memos"

    def __init__(self, hub: Hub, within: QWidget | None = None) -> None:
        super().__init__(hub, within)
        self.drawer = Drawer(hub)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.drawer)
        hub.memo_asked.connect(self.show_memo)
        actions.make("memos.add", self, self.drawer.begin)
        actions.make("memos.memo", self, self.drawer.begin)
        actions.make("memos.remove", self.drawer.list, self.drawer.editor.remove)

    def project_opened(self) -> None:
        self.drawer.sets.filter.recall()
        self.drawer.refresh()

    def project_closed(self) -> None:
        self.drawer.close_memo()

    def project_changed(self, changes: Changes) -> None:
        if changes.keys.keys() & ABOUT or self.drawer.sets.filter.concerns(changes):
            self.drawer.refresh()

    def restyled(self) -> None:
        self.drawer.refresh()

    def home(self) -> QWidget:
        return self.drawer.list

    def panes(self) -> Sequence[QWidget]:
        return self.drawer.list, self.drawer.editor

    def begin_search(self) -> None:
        self.drawer.search.setFocus()
        self.drawer.search.selectAll()

    def show_memo(self, key: int) -> None:
        """Open a memo, to be read and written on."""
        self.drawer.editor.keep()
        self.drawer.show_memo(key)
        self.drawer.editor.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_memo(self, targets: Sequence[Target]) -> None:
        """Begin a memo here."""
        self.drawer.begin(targets)

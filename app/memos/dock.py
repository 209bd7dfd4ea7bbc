"""The memo that stands beside any page: it is docked at an edge of the window, or lies wherever one drags it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QDockWidget, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.hub import Hub
from app.icons import icon
from app.memos.editor import MemoEditor
from app.memos.opening import open_target
from app.memos.page import ABOUT
from app.memos.words import heading
from app.widgets import NamesBox
from coding import memos
from corpus.errors import NothingThere

if TYPE_CHECKING:
    from coding.memos import Target
    from corpus.store.project import Changes

_OFFERED = 200  # memos in the list of the latest
_LEAST = 300  # logical pixels: a line of a memo that reads with ease


class MemoDock(QDockWidget):
    """One memo, and the way to the others. closed(): the person put it away."""

    closed = Signal()

    def __init__(self, hub: Hub, within: QWidget) -> None:
        super().__init__(within)
        self.hub = hub
        self.setObjectName("memo dock")
        self.setWindowTitle(self.tr("Memo"))
        self.which = NamesBox()
        self.which.setAccessibleName(self.tr("Memos, the latest first"))
        self.which.setPlaceholderText(self.tr("Choose a memo"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.which.activated.connect(self._chosen)
        self.add = self._button("add", self.tr("New memo"))
        self.add.clicked.connect(lambda: self.begin())
        self.every = self._button("memos", self.tr("All memos"))
        self.every.clicked.connect(self._show_all)
        self.editor = MemoEditor(hub, "beside")
        self.editor.target_asked.connect(lambda target: open_target(hub, target))
        self.editor.made.connect(self.show_memo)
        self.editor.memo_linked.connect(self.show_memo)
        inside = QWidget()
        inside.setMinimumWidth(_LEAST)
        head, down = QHBoxLayout(), QVBoxLayout(inside)
        head.setContentsMargins(16, 8, 16, 0)
        for part in (self.which, self.add, self.every):
            head.addWidget(part)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(head)
        down.addWidget(self.editor, 1)
        self.setWidget(inside)
        hub.opened.connect(self.refresh)
        hub.closed.connect(self._project_closed)
        hub.changed.connect(self._changed)
        hub.restyled.connect(self.refresh)
        hub.viewed.connect(self.refresh)
        self.visibilityChanged.connect(lambda seen: self.refresh() if seen else self.editor.keep())

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.keys.keys() & ABOUT:
            self.refresh()

    def _project_closed(self) -> None:
        self.which.clear()
        self.editor.show_memo(None)

    def refresh(self) -> None:
        """Read the memos again; what is being typed stays."""
        project = self.hub.project_or_none
        if project is None:
            return
        self.which.clear()
        for memo in memos.listed(project)[: -_OFFERED - 1 : -1]:
            self.which.addItem(heading(memo), memo.key)
        if self.editor.memo is not None:
            self._show(self.editor.memo.key)
        self._mark()

    def _mark(self) -> None:
        key = self.editor.memo.key if self.editor.memo is not None else None
        self.which.setCurrentIndex(-1 if key is None else self.which.findData(key))

    def _show(self, key: int) -> None:
        try:
            self.editor.show_memo(memos.get(self.hub.project, key))
        except NothingThere:
            self.editor.gone()

    def _chosen(self, row: int) -> None:
        key = int(self.which.itemData(row))
        self.editor.keep()
        self.show_memo(key)
        self.editor.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_memo(self, key: int) -> None:
        """Bring a memo to the front."""
        self._show(key)
        self._mark()

    def begin(self, targets: Sequence[Target] = ()) -> None:
        """Begin a memo."""
        self.raise_()
        self.editor.begin(targets)
        self.which.setCurrentIndex(-1)

    def go_in(self) -> None:
        """Put the cursor where one writes, into a new memo where none is open."""
        if not self.editor.isEnabled():
            self.begin()
        self.editor.body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.editor.keep()
        self.closed.emit()

    def _show_all(self) -> None:
        key = self.editor.memo.key if self.editor.memo is not None else None
        self.editor.keep()
        if key is not None:
            self.hub.show_memo(key)
        else:
            self.hub.page_asked.emit("memos")

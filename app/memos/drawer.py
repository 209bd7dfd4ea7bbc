"""The drawer of all memos: the list, what it is narrowed to, and the memo that is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QListView, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.hub import Hub
from app.icons import icon
from app.memos.editor import MemoEditor
from app.memos.list import MemoLines, MemoList
from app.memos.opening import open_target
from app.memos.words import kind_names, target_name
from app.widgets import EmptyState, remember_splitter
from coding import memos
from coding.memos import MemoInfo, Target
from corpus.words import folded


class Drawer(QWidget):
    """All memos."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self._all: list[MemoInfo] = []
        self._refreshing = False
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search memos"))
        self.search.setAccessibleName(self.tr("Search memos"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of memo"))
        self.kind.addItem(self.tr("All kinds"), "")
        for name, text in kind_names().items():
            self.kind.addItem(text, name)
        self.kind.currentIndexChanged.connect(self._narrow)
        self.add = QPushButton(icon("add"), self.tr("New memo"))
        self.add.clicked.connect(lambda: self.begin())
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Memos"))
        self.list.setMouseTracking(True)
        self.model = MemoList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(MemoLines(self.list))
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.editor = MemoEditor(hub)
        self.editor.target_asked.connect(lambda target: open_target(hub, target))
        self.editor.made.connect(self.show_memo)
        self.editor.removed.connect(self.list.setFocus)
        self.empty = EmptyState(
            "memo",
            self.tr("Memos keep what you think while you code: on the study, on a code, on somebody's words."),
            self.tr("Write the first memo"),
            lambda: self.begin(),
        )
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self.kind)
        head.addWidget(self.add)
        left, self.across = QWidget(), QSplitter(Qt.Orientation.Horizontal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self.across)
        self.across.setChildrenCollapsible(False)
        self.across.addWidget(left)
        down = QVBoxLayout(left)
        down.setContentsMargins(16, 8, 8, 0)
        down.setSpacing(8)
        down.addLayout(head)
        down.addWidget(self.list, 1)
        self.across.addWidget(self.editor)
        self.across.setSizes([460, 640])
        self.across.setStretchFactor(1, 1)
        remember_splitter(self.across, "memos", self.hub.settings)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.editor.keep()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Read the memos again."""
        project = self.hub.project_or_none
        self._all = memos.listed(project)[::-1] if project else []
        self._narrow()

    def close_memo(self) -> None:
        """Let go of all memos, as when the project is closed."""
        self._all = []
        self.editor.show_memo(None)
        self._narrow()

    def _narrow(self, _changed: object = None) -> None:
        wanted, kind = folded(self.search.text()).split(), self.kind.currentData()
        found = [memo for memo in self._all if kind in ("", memo.kind) and all(w in _words(memo) for w in wanted)]
        current = self.editor.memo.key if self.editor.memo is not None else None
        self._refreshing = True
        self.model.show_memos(found)
        row = self.model.row_of(current)
        if row is not None:
            self.list.selectionModel().setCurrentIndex(
                self.model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self._refreshing = False
        whole = next((memo for memo in self._all if memo.key == current), None)
        if whole is not None:
            self.editor.show_memo(whole)
        elif current is not None:
            self.editor.show_memo(None)
        writing = self.editor.isEnabled()
        self.empty.setVisible(not self._all and not writing)
        self.across.setVisible(bool(self._all) or writing)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._refreshing or not current.isValid():
            return
        key = int(current.data(Qt.ItemDataRole.UserRole))
        self.editor.keep()
        memo = next((memo for memo in self._all if memo.key == key), None)
        self.editor.show_memo(memo)

    def show_memo(self, key: int) -> None:
        """Bring a memo to the front, whatever the list is narrowed to."""
        if self.model.row_of(key) is None:
            self.kind.setCurrentIndex(0)
            self.search.clear()
        memo = next((memo for memo in self._all if memo.key == key), None)
        if memo is not None:
            self.editor.show_memo(memo)
            self._narrow()
            self.list.scrollTo(self.list.currentIndex())

    def begin(self, targets: Sequence[Target] = ()) -> None:
        """Begin a new memo."""
        self.empty.hide()
        self.across.show()
        self.list.clearSelection()
        self.editor.begin(targets, self.kind.currentData() or "theoretical")


def _words(memo: MemoInfo) -> str:
    about = (target_name(target) for target in memo.targets)
    return folded(" ".join((memo.title, memo.body, memo.coder, *about)))

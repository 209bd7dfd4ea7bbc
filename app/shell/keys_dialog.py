"""All keys: to be read, searched and changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import actions
from app.action_table import EVERYWHERE, Action, table
from app.i18n import quoted
from app.settings import Settings

_NAME = Qt.ItemDataRole.UserRole
_NATIVE = QKeySequence.SequenceFormat.NativeText
_PORTABLE = QKeySequence.SequenceFormat.PortableText


class KeysDialog(QDialog):
    """Choose an action, press its new key; a key that is taken is named with its owner and can be taken over."""

    def __init__(self, settings: Settings, parent: QWidget, changed: Callable[[], object]) -> None:
        super().__init__(parent)
        self.settings, self._changed = settings, changed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All keys"))
        self.resize(680, 640)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search an action or a key"))
        self.search.setAccessibleName(self.tr("Search an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(self.tr("Actions and their keys"))
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.currentItemChanged.connect(self._chosen)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(self.tr("New key"))
        self.edit.keySequenceChanged.connect(self._check)
        self.set = QPushButton(self.tr("Set"))
        self.set.clicked.connect(self._set)
        self.reset = QPushButton(self.tr("As it was"))
        self.reset.setToolTip(self.tr("Give this action its first keys back"))
        self.reset.clicked.connect(self._reset)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._fill()
        self._chosen()

    def _lay_out(self) -> None:
        for button in (self.set, self.reset):
            button.setAutoDefault(False)
        below = QHBoxLayout()
        self.label = QLabel(self.tr("New key:"))
        below.addWidget(self.label)
        below.addWidget(self.edit, 1)
        below.addWidget(self.set)
        below.addWidget(self.reset)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addLayout(below)
        layout.addWidget(self.note)
        layout.addWidget(buttons)

    def _titles(self) -> dict[str, str]:
        return {
            EVERYWHERE: self.tr("Everywhere"),
            "code": self.tr("Code"),
            "picker": self.tr("Code picker"),
            "preview": self.tr("Preview of an import"),
            "theory": self.tr("Theory"),
            "review": self.tr("Review"),
            "verbatims": self.tr("Verbatims"),
            "matrix": self.tr("Matrix"),
            "participants": self.tr("Participants"),
            "guide": self.tr("Interview guide"),
            "quality": self.tr("Quality"),
            "report": self.tr("Report"),
            "memos": self.tr("Memos"),
        }

    def _fill(self) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        titles = self._titles()
        for action in table().values():
            if action.page not in groups:
                group = groups[action.page] = QTreeWidgetItem(self.tree, [titles.get(action.page, action.page)])
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                font = group.font(0)
                font.setBold(True)
                group.setFont(0, font)
            item = QTreeWidgetItem(groups[action.page], [action.text.rstrip("…"), self._keys(action)])
            item.setData(0, _NAME, action.name)
            self._items[action.name] = item
        self.tree.expandAll()

    def _keys(self, action: Action) -> str:
        keys = actions.keys_of(action.name)
        return ", ".join(keys if action.fixed else (QKeySequence(key).toString(_NATIVE) for key in keys))

    def choose(self, name: str) -> None:
        """Select the action of that name."""
        self.tree.setCurrentItem(self._items[name])

    def _current(self) -> Action | None:
        item = self.tree.currentItem()
        return table().get(item.data(0, _NAME) or "") if item is not None else None

    def _chosen(self, *_: object) -> None:
        action = self._current()
        free = action is not None and not action.fixed
        self.edit.setEnabled(free)
        self.edit.clear()
        self.reset.setEnabled(free and action is not None and actions.keys_of(action.name) != table()[action.name].keys)
        self._check()

    def _wanted(self) -> str:
        return self.edit.keySequence().toString(_PORTABLE)

    def _check(self, *_: object) -> None:
        action, key = self._current(), self._wanted()
        self.set.setEnabled(action is not None and not action.fixed and bool(key))
        self.note.clear()
        if action is None:
            self.note.setText(self.tr("Choose an action to give it another key."))
        elif action.fixed:
            self.note.setText(self.tr("These keys belong together and can't be changed."))
        elif key and (taken := actions.conflicts(action.name, key)):
            names = ", ".join(quoted(other.text.rstrip("…")) for other in taken)
            said = self.tr("{key} already stands for {actions}; if you set it here, it is taken away there.")
            self.note.setText(said.format(key=self.edit.keySequence().toString(_NATIVE), actions=names))

    def _set(self) -> None:
        action, key = self._current(), self._wanted()
        if action is None or not key:
            return
        wanted = QKeySequence(key)
        for other in actions.conflicts(action.name, key):
            left = tuple(kept for kept in actions.keys_of(other.name) if QKeySequence(kept) != wanted)
            actions.change_keys(self.settings, other.name, left)
        actions.change_keys(self.settings, action.name, (key,))
        self._refresh()

    def _reset(self) -> None:
        action = self._current()
        if action is not None:
            actions.change_keys(self.settings, action.name, None)
            self._refresh()

    def _refresh(self) -> None:
        for name, item in self._items.items():
            item.setText(1, self._keys(table()[name]))
        self._chosen()
        self._changed()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().strip()
        for row in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(row)
            if group is None:
                continue
            shown = 0
            for child in (group.child(i) for i in range(group.childCount())):
                if child is None:
                    continue
                found = wanted in child.text(0).casefold() or wanted in child.text(1).casefold()
                child.setHidden(not found)
                shown += found
            group.setHidden(not shown)

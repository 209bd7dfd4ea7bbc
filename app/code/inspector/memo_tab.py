"""Memos on the coding, the words or the document in focus, written beside the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.code.inspector.focus import Focus
from app.hub import Hub
from app.memos.words import kind_names
from app.widgets import ElidedLabel, NamesBox
from coding import memos
from coding.memos import MemoInfo, Target, on
from corpus import anchors
from corpus.store.project import Project


def target_of(focus: Focus) -> Target:
    """Give what a memo is about: the coding, else the words selected, else the document."""
    start, end = focus.span
    if focus.coding is not None:
        return Target("coding", focus.coding.key)
    if start < end:
        return on(anchors.words(focus.document.key, start, end))
    return Target("document", focus.document.key)


class MemoTab(QWidget):
    """What is written is kept when the person turns to something else."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self._project: Project | None = None
        self._focus: Focus | None = None
        self._target: Target | None = None
        self._writing = False
        self._shown: MemoInfo | None = None
        self.about = ElidedLabel()
        self.about.setProperty("muted", True)
        self.which = NamesBox()
        self.which.setAccessibleName(self.tr("Memos"))
        self.which.activated.connect(self._chosen)
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title of the memo"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of memo"))
        for kind, said in kind_names().items():
            self.kind.addItem(said, kind)
        self.body = QPlainTextEdit()
        self.body.setPlaceholderText(self.tr("Write a memo; it is kept when you move on."))
        self.body.setAccessibleName(self.tr("Text of the memo"))
        self.body.setTabChangesFocus(True)
        self.save = QPushButton(self.tr("Keep"))
        self.save.setToolTip(self.tr("Keep the memo (Ctrl+Enter)"))
        self.save.clicked.connect(self.commit)
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.clicked.connect(self._remove)
        above, head, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.about, 1)
        above.addWidget(self.which)
        head.addWidget(self.title, 1)
        head.addWidget(self.kind)
        below.addStretch()
        below.addWidget(self.remove)
        below.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addLayout(head)
        layout.addWidget(self.body, 1)
        layout.addLayout(below)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.commit)
        self.title.textChanged.connect(self._changed)
        self.body.textChanged.connect(self._changed)
        self.kind.currentIndexChanged.connect(self._changed)
        self._show(None)

    def show_focus(self, focus: Focus | None, *, anew: bool = False) -> None:
        """Show the memos on what is in focus; what is being written on something else is kept first."""
        if self._writing:
            return
        target = target_of(focus) if focus is not None else None
        if target != self._target:
            self.commit()
        elif self.dirty and not anew:
            return
        self._load(focus, target)

    def _load(self, focus: Focus | None, target: Target | None) -> None:
        before = self._shown.key if self._shown and target == self._target else None
        self._focus, self._target = focus, target
        self._project = focus.book.project if focus is not None else None
        self.setEnabled(self._project is not None and self._project.writable)
        found = self._memos(focus) if focus is not None else []
        self.about.setText(self._said(focus) if focus is not None else "")
        self.which.blockSignals(True)
        self.which.clear()
        for memo in found:
            self.which.addItem(memo.title or " ".join(memo.body.split())[:40], memo)
        self.which.addItem(self.tr("New memo"), None)
        self.which.blockSignals(False)
        self.which.setVisible(bool(found))
        again = next((memo for memo in found if memo.key == before), None)
        self._show(again or (found[-1] if found else None))

    def _memos(self, focus: Focus) -> list[MemoInfo]:
        target = target_of(focus)
        found = memos.of(focus.book.project, target.kind, target.key)
        if target.kind == "passage":
            found = [memo for memo in found if any(one.anchor == target.anchor for one in memo.targets)]
        return found

    def _said(self, focus: Focus) -> str:
        if focus.coding is not None:
            code = focus.book.codes[focus.coding.code].label
            return self.tr("On the coding “{code}”").format(code=code)
        start, end = focus.span
        if start < end:
            return self.tr("On the words “{words}”").format(words=" ".join(focus.text[start:end].split())[:80])
        return self.tr("On the document {name}").format(name=focus.document.name)

    def _show(self, memo: MemoInfo | None) -> None:
        self._shown = memo
        for part in (self.title, self.body, self.kind):
            part.blockSignals(True)
        self.title.setText(memo.title if memo else "")
        self.body.setPlainText(memo.body if memo else "")
        self.kind.setCurrentIndex(self.kind.findData(memo.kind if memo else "plain"))
        for part in (self.title, self.body, self.kind):
            part.blockSignals(False)
        rows = (row for row in range(self.which.count()) if memo and self.which.itemData(row) == memo)
        self.which.setCurrentIndex(next(rows, self.which.count() - 1))
        self.remove.setEnabled(memo is not None)
        self._changed()

    def _chosen(self, row: int) -> None:
        memo = self.which.itemData(row)
        self.commit()
        self._show(memo)

    @property
    def dirty(self) -> bool:
        """Whether something is written that the project does not have."""
        memo = self._shown
        now = (self.title.text().strip(), self.body.toPlainText(), self.kind.currentData())
        if memo is None:
            return bool(now[0] or now[1].strip())
        return now != (memo.title, memo.body, memo.kind)

    def _changed(self) -> None:
        self.save.setEnabled(self.dirty)

    def begin(self) -> None:
        """Let the person write."""
        self.body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Keep what is written."""
        project, target, memo = self._project, self._target, self._shown
        if project is None or target is None or not self.dirty:
            return
        said: dict[str, Any] = {
            "title": self.title.text().strip(), "body": self.body.toPlainText(), "kind": self.kind.currentData(),
        }  # fmt: skip
        if memo is not None:
            self._write(lambda: memos.edit(project, memo.key, **said))
        else:
            self._write(lambda: memos.add(project, targets=[target], **said))

    def _remove(self) -> None:
        project, memo = self._project, self._shown
        if project is not None and memo is not None:
            self._write(lambda: memos.remove(project, memo.key))

    def _write(self, verb: Callable[[], object]) -> None:
        if self.hub.project_or_none is not self._project:
            verb()  # the project is being closed; this is its last word
            return
        waits = self.hub.project.busy
        self._writing = True
        self.hub.write(verb, lambda _: self._written())
        self._writing = False
        if waits:
            self._show(None)

    def _written(self) -> None:
        self._writing = False
        self._load(self._focus, self._target)

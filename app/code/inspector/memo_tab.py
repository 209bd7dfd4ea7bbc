"""Memos on the coding, the words or the document in focus, written beside the text."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.code.inspector.focus import Focus
from app.hub import Hub
from app.memos.editor import MemoEditor
from app.memos.words import heading
from app.widgets import ElidedLabel, NamesBox
from coding import memos
from coding.memos import MemoInfo, Target, on
from corpus import anchors


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
        self._focus: Focus | None = None
        self._target: Target | None = None
        self._turning = False
        self.about = ElidedLabel()
        self.about.setProperty("muted", True)
        self.which = NamesBox()
        self.which.setAccessibleName(self.tr("Memos"))
        self.which.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.which.activated.connect(self._chosen)
        self.editor = MemoEditor(hub, "inspector", low=True)
        self.editor.made.connect(self._made)
        self.editor.removed.connect(lambda: self._load(self._focus, self._target))
        self.editor.memo_linked.connect(hub.show_memo)
        above, layout = QHBoxLayout(), QVBoxLayout(self)
        above.addWidget(self.about, 1)
        above.addWidget(self.which, 1)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addWidget(self.editor, 1)
        self._load(None, None)

    @property
    def typed(self) -> bool:
        """Whether something is written that the project does not have."""
        return self.editor.typed

    def show_focus(self, focus: Focus | None) -> None:
        """Show the memos on what is in focus; what is being written on something else is kept first."""
        if self._turning:
            return
        target = target_of(focus) if focus is not None else None
        if target != self._target:
            self._turning = True
            self.editor.keep()
            self._turning = False
        elif self.editor.memo is None and self.typed:
            return
        self._load(focus, target)

    def _load(self, focus: Focus | None, target: Target | None, key: int | None = None) -> None:
        """Show the memo that was shown, or that of `key`; else the latest, or an empty one to be written."""
        shown = self.editor.memo.key if self.editor.memo is not None and target == self._target else None
        self._focus, self._target = focus, target
        found = _memos(focus, target) if focus is not None and target is not None else []
        self.about.setText(self._said(focus) if focus is not None else "")
        self.which.clear()
        for memo in found:
            self.which.addItem(heading(memo), memo.key)
        self.which.addItem(self.tr("New memo"), None)
        self.which.setVisible(bool(found))
        if shown is not None and all(memo.key != shown for memo in found):
            self.editor.gone()
        wanted = next((memo for memo in found if memo.key == (key or shown)), found[-1] if found else None)
        if target is None or self.editor.memo is not None or not self.typed:
            self._show(wanted)

    def _show(self, memo: MemoInfo | None) -> None:
        if memo is None and self._target is not None:
            self.editor.offer([self._target])
        else:
            self.editor.show_memo(memo)
        self.which.setCurrentIndex(self.which.findData(memo.key if memo is not None else None))

    def _said(self, focus: Focus) -> str:
        if focus.coding is not None:
            code = focus.book.codes[focus.coding.code].label
            return self.tr("On the coding “{code}”").format(code=code)
        start, end = focus.span
        if start < end:
            return self.tr("On the words “{words}”").format(words=" ".join(focus.text[start:end].split())[:80])
        return self.tr("On the document {name}").format(name=focus.document.name)

    def _chosen(self, row: int) -> None:
        key = self.which.itemData(row)
        self.editor.keep()
        if key is None:
            self._show(None)
        else:
            self._load(self._focus, self._target, key)

    def _made(self, key: int) -> None:
        """Go on with the memo that was written, while one is still at what it is about."""
        if not self._turning:
            self._load(self._focus, self._target, key)

    def begin(self) -> None:
        """Let the person write."""
        self.editor.write()


def _memos(focus: Focus, target: Target) -> list[MemoInfo]:
    """Return the memos on what is in focus; on words, those on the same words."""
    found = memos.of(focus.book.project, target.kind, target.key)
    if target.kind == "passage":
        found = [memo for memo in found if any(one.anchor == target.anchor for one in memo.targets)]
    return found

"""The excerpts of each code in their order, with the editor of the one in focus."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.hub import Ask, Hub
from app.icons import icon
from app.neighbours import WordsDelegate
from app.report.excerpt_editor import ExcerptEditor
from coding import codebook, excerpts
from coding.excerpts import ExcerptInfo

_KEY = Qt.ItemDataRole.UserRole
_LONGEST = 160


class Excerpts(QWidget):
    """Orders, removes and edits what was chosen for print."""

    def __init__(self, hub: Hub, within: QWidget) -> None:
        super().__init__(within)
        self.hub = hub
        self._found: dict[int, ExcerptInfo] = {}
        title = QLabel(self.tr("Excerpts chosen for print"))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self.up = self._tool("up", self.tr("Earlier (Alt+Up)"), lambda: self.shift(-1))
        self.down = self._tool("down", self.tr("Later (Alt+Down)"), lambda: self.shift(1))
        self.take_away = self._tool("delete", self.tr("No longer an excerpt"), self.remove)
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setAccessibleName(self.tr("Excerpts by code"))
        self.tree.setUniformRowHeights(True)
        self.tree.setItemDelegate(WordsDelegate(self.tree))
        self.tree.currentItemChanged.connect(lambda *_: self._moved())
        self.hint = QLabel(
            self.tr(
                "No excerpt is chosen, so each code shows all its evidence. Choose some with * on the Verbatims page."
            )
        )
        self.hint.setWordWrap(True)
        self.hint.setProperty("muted", True)
        self.go = QPushButton(icon("verbatims"), self.tr("Choose among coded segments"))
        self.go.clicked.connect(self._choose)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        for tool in (self.up, self.down, self.take_away):
            head.addWidget(tool)
        self.parts = QSplitter(Qt.Orientation.Vertical, self)
        above = QWidget(self.parts)
        layout = QVBoxLayout(above)
        layout.setContentsMargins(16, 8, 16, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.hint)
        layout.addWidget(self.go, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.tree, 1)
        self.editor = ExcerptEditor(hub, self.parts)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(above)
        self.parts.addWidget(self.editor)
        self.parts.setSizes([240, 420])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.parts)

    def _tool(self, name: str, text: str, slot: Callable[[], object]) -> QToolButton:
        tool = QToolButton()
        tool.setIcon(icon(name))
        tool.setToolTip(text)
        tool.setAccessibleName(text)
        tool.clicked.connect(lambda: slot())
        return tool

    def refresh(self, codes: Collection[int] | None = None) -> None:
        """Read the excerpts again: those of `codes`, or of all."""
        project = self.hub.project_or_none
        current = self.current.key if self.current is not None else None
        blocked = QSignalBlocker(self.tree)
        self.tree.clear()
        self._found = {}
        if project is not None:
            listed = excerpts.listed(project, codes)
            self._found = {one.key: one for one in listed}
            for code in codebook.listed(project):
                mine = [one for one in listed if one.code == code.key]
                if mine:
                    self._add(f"{code.label} · {len(mine)}", mine)
        blocked.unblock()
        self.hint.setVisible(not self._found)
        self.go.setVisible(not self._found)
        self.tree.setVisible(bool(self._found))
        self.editor.setVisible(bool(self._found))
        items = self._items()
        kept = next((item for item in items if item.data(0, _KEY) == current), None)
        if kept is not None or items:
            self.tree.setCurrentItem(kept or items[0])
        self._moved()

    def _add(self, name: str, mine: list[ExcerptInfo]) -> None:
        above = QTreeWidgetItem(self.tree, [name])
        above.setToolTip(0, name)
        above.setFlags(above.flags() & ~Qt.ItemFlag.ItemIsSelectable)
        font = above.font(0)
        font.setBold(True)
        above.setFont(0, font)
        for one in mine:
            words = " ".join(excerpts.printed(self.hub.project, one).split())
            item = QTreeWidgetItem(above, [words[:_LONGEST]])
            item.setToolTip(0, words)
            item.setData(0, _KEY, one.key)
        above.setExpanded(True)

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount())]
        children = [top.child(n) for top in tops if top is not None for n in range(top.childCount())]
        return [child for child in children if child is not None]

    @property
    def current(self) -> ExcerptInfo | None:
        """The excerpt in focus."""
        item = self.tree.currentItem()
        return self._found.get(item.data(0, _KEY)) if item is not None else None

    def choose(self, key: int) -> None:
        """Put the focus on an excerpt."""
        item = next((item for item in self._items() if item.data(0, _KEY) == key), None)
        if item is not None:
            self.tree.setCurrentItem(item)

    def _moved(self) -> None:
        current = self.current
        self.editor.show_excerpt(current)
        mine = [one.key for one in self._found.values() if current is not None and one.code == current.code]
        place = mine.index(current.key) if current is not None else 0
        self.up.setEnabled(current is not None and place > 0)
        self.down.setEnabled(current is not None and place < len(mine) - 1)
        self.take_away.setEnabled(current is not None)

    def shift(self, steps: int) -> None:
        """Put the excerpt in focus earlier or later among those of its code."""
        current, project = self.current, self.hub.project
        if current is None:
            return
        mine = [one.key for one in self._found.values() if one.code == current.code]
        place = mine.index(current.key) + steps
        if 0 <= place < len(mine):
            self.hub.write(lambda: excerpts.move(project, current.key, place))

    def remove(self) -> None:
        """Let the excerpt in focus be none; undo brings it back."""
        current, project = self.current, self.hub.project
        if current is not None:
            self.hub.write(lambda: excerpts.remove(project, current.key))

    def _choose(self) -> None:
        codes = tuple(code.key for code in codebook.listed(self.hub.project) if code.cycle == 2)
        self.hub.show_verbatims(Ask(codes=codes[:1]))

"""The tree of codes: it keeps what is unfolded and selected over every change, and asks for what a person wants."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from app.codebook.model import CodeModel
from app.codebook.painting import CodeDelegate
from app.indexes import Index


class CodeTree(QTreeView):
    """Codes to select: `tinted(codes)` are those selected with all under them; `apply_asked(key)` by Enter or double
    click; `current_changed(key)`, None for a heading.
    """

    tinted = Signal(object)
    apply_asked = Signal(int)
    current_changed = Signal(object)

    def __init__(self, model: CodeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.codes = model
        self._folded_away: set[int] = set()
        self._headings_folded: set[str | None] = set()
        self._selected: set[int] = set()
        self._current: int | None = None
        self._restoring = False
        self._scrolled = 0
        self.setModel(model)
        self.setItemDelegate(CodeDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Codebook"))
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.expanded.connect(lambda index: self._fold(index, away=False))
        self.collapsed.connect(lambda index: self._fold(index, away=True))
        self.doubleClicked.connect(self._ask_to_apply)

    def selected(self) -> list[int]:
        """Give the selected codes."""
        found = (self.codes.key_of(index) for index in self.selectionModel().selectedRows())
        return [key for key in found if key is not None]

    def current(self) -> int | None:
        """Give the current code."""
        return self.codes.key_of(self.currentIndex())

    def select(self, keys: Collection[int]) -> None:
        """Select these codes and no others."""
        self._selected = set(keys)
        self._current = next(iter(keys), None)
        self._restore()
        self._say_tinted()

    def show_code(self, key: int) -> None:
        """Bring a code into view, whatever is folded above it."""
        index = self.codes.index_of(key)
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        if index.isValid():
            self.scrollTo(index)

    def rename(self, key: int) -> None:
        """Let the name be written over in its place."""
        self.show_code(key)
        self.edit(self.codes.index_of(key))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._restoring:
            self._selected = set(self.selected())
            self._say_tinted()

    def _say_tinted(self) -> None:
        codes = self.codes.book
        kept = [key for key in self._selected if codes and key in codes.codes]
        self.tinted.emit({one for key in kept for one in codes.subtree(key)} if codes else set())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._restoring:
            self.current_changed.emit(self.codes.key_of(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The field in which a name is written over passes Enter on to the tree.
        writing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and not writing:
            self._ask_to_apply(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and self.selected():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def _ask_to_apply(self, index: QModelIndex) -> None:
        key = self.codes.key_of(index)
        if key is not None:
            self.apply_asked.emit(key)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _fold(self, index: QModelIndex, *, away: bool) -> None:
        if self._restoring or self.codes.filtered:
            return
        key = self.codes.key_of(index)
        if key is None:
            framework = self.codes.framework_of(index)
            (self._headings_folded.add if away else self._headings_folded.discard)(framework)
        else:
            (self._folded_away.add if away else self._folded_away.discard)(key)

    def _keep(self) -> None:
        self._restoring = True
        self._current = self.current() or self._current
        self._scrolled = self.verticalScrollBar().value()

    def _restore(self) -> None:
        """Unfold and select again what was, as far as it is still shown."""
        self._restoring = True
        with QSignalBlocker(self):  # of thousands of codes each would say that it is unfolded
            self.expandAll()
        if not self.codes.filtered:
            for key in self._folded_away:
                self.setExpanded(self.codes.index_of(key), False)
            for row in range(self.codes.rowCount()):
                heading = self.codes.index(row, 0)
                self.setExpanded(heading, self.codes.framework_of(heading) not in self._headings_folded)
        chosen = QItemSelection()
        for key in self._selected:
            index = self.codes.index_of(key)
            if index.isValid():
                chosen.select(index, index)
        model = self.selectionModel()
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.setCurrentIndex(self.codes.index_of(self._current), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(self._scrolled)
        self._restoring = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())

"""Codes from a list that is pasted: what would come of it is seen while it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.neighbours import WordsDelegate

if TYPE_CHECKING:
    from coding.codebook.pasting import PastedCode

_MOST = 5_000  # codes shown in the preview


class PasteDialog(QDialog):
    """`proposed(text)` says what a list would make; `done(text)` makes it."""

    def __init__(
        self,
        parent: QWidget,
        where: str,
        proposed: Callable[[str], Sequence[PastedCode]],
        done: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._proposed, self._done = proposed, done
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Paste codes"))
        self.resize(760, 480)
        explain = QLabel(
            self.tr(
                "A name a line, under {where}: what is indented goes under what is above it, and a/b under a."
            ).format(where=where)
        )
        explain.setProperty("muted", True)
        explain.setWordWrap(True)
        explain.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("List of codes"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("Reception\n    waiting\n    first contact\nPrice/discounts"))
        self.tree = QTreeWidget()
        self.tree.setItemDelegate(WordsDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("What comes of it"))
        self.count = QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        across, layout = QHBoxLayout(), QVBoxLayout(self)
        across.addWidget(self.text, 1)
        across.addWidget(self.tree, 1)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(explain)
        layout.addLayout(across, 1)
        layout.addWidget(self.count)
        layout.addWidget(self.buttons)
        self.text.textChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        found = self._proposed(self.text.toPlainText())
        new = sum(not one.there for one in found)
        self.tree.clear()
        items: dict[tuple[str, ...], QTreeWidgetItem] = {}
        for one in found[:_MOST]:
            items[one.names] = self._item(one, items)
        self.tree.expandAll()
        there = len(found) - new
        said = [self.tr("%n new code(s)", "", new)] if found else []
        self.count.setText(" · ".join(said + ([self.tr("%n there already", "", there)] if there else [])))
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setText(self.tr("Add %n code(s)", "", new))
        button.setEnabled(new > 0)

    def _item(self, one: PastedCode, items: dict[tuple[str, ...], QTreeWidgetItem]) -> QTreeWidgetItem:
        above = items.get(one.names[:-1])
        item = QTreeWidgetItem([one.names[-1]])
        if one.there:
            item.setText(0, self.tr("{code} (there already)").format(code=one.names[-1]))
            item.setForeground(0, QColor(theme.colours().muted))
        if above is None:
            self.tree.addTopLevelItem(item)
        else:
            above.addChild(item)
        return item

    def accept(self) -> None:
        self._done(self.text.toPlainText())
        super().accept()

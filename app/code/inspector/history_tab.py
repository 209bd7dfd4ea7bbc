"""What was done to the coding or the document in focus, the latest first."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStackedLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.code.audit import touching
from app.code.inspector.focus import Focus
from app.errors_text import change_label
from app.i18n import moment
from app.neighbours import WordsDelegate
from coding import links
from corpus.store.history import Step


class HistoryTab(QWidget):
    """Each change with who made it and when, on two lines, as a column beside the text is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.table = QTreeWidget()
        self.table.setAccessibleName(self.tr("History"))
        self.table.setRootIsDecorated(False)
        self.table.setHeaderHidden(True)
        self.table.setItemDelegate(WordsDelegate(self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.none = QLabel(self.tr("Nothing was done here yet."))
        self.none.setProperty("muted", True)
        self.none.setMargin(12)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.none)
        self._stack.addWidget(self.table)

    def show_focus(self, focus: Focus | None) -> None:
        """Show the lines that touch the coding with its judgements, else the document."""
        steps = touching(focus.book.project, _rows(focus)) if focus is not None else []
        self.table.clear()
        for step in steps:
            item = QTreeWidgetItem([f"{self._said(step)}\n{step.coder}, {moment(step.at)}"])
            item.setToolTip(0, item.text(0))
            self.table.addTopLevelItem(item)
        self._stack.setCurrentIndex(1 if steps else 0)

    def _said(self, step: Step) -> str:
        label = change_label(step.label)
        if step.kind == "undo":
            return self.tr("Undone: {label}").format(label=label)
        return self.tr("Redone: {label}").format(label=label) if step.kind == "redo" else label


def _rows(focus: Focus) -> list[tuple[str, int]]:
    if focus.coding is None:
        return [("document", focus.document.key)]
    judged = links.judgements(focus.book.project, codings=[focus.coding.key])
    return [("coding", focus.coding.key), *(("judgement", judgement.key) for judgement in judged)]

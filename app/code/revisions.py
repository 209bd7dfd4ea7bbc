"""The texts that a document had: who changed it, when and why, what was changed, and the way back."""

from __future__ import annotations

from dataclasses import asdict
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.codebook.questions import ask_removal
from app.errors_text import going
from app.hub import Hub
from app.i18n import moment
from app.widgets import measured_as_drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.correcting.revisions import RevisionInfo, RevisionPiece
    from corpus.store.project import Changes

AROUND = 120  # characters beside a difference
_NUMBER = int(Qt.ItemDataRole.UserRole)


class RevisionsDialog(QDialog):
    """Lists the corrections of a document, the latest first; not modal, and follows along."""

    def __init__(self, hub: Hub, document: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub, self.document = hub, document
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 560)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Corrections"))
        self.list.setWordWrap(True)
        measured_as_drawn(self.list)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show())
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("What was changed"))
        self.whole = QCheckBox(self.tr("The whole text, as it was before"))
        self.whole.toggled.connect(self._show)
        self.since = QCheckBox(self.tr("Against the text as it is now"))
        self.since.toggled.connect(self._show)
        self.none = QLabel(self.tr("The text is as it was imported."))
        self.none.setProperty("muted", True)
        parts = QSplitter()
        parts.addWidget(self.list)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setHandleWidth(8)
        parts.setSizes([280, 560])
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.back = self.buttons.addButton(self.tr("Go back to this text"), QDialogButtonBox.ButtonRole.ActionRole)
        self.back.clicked.connect(lambda _checked=False: self.restore())
        self.buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(parts, 1)
        for part in (self.none, self.since, self.whole, self.buttons):
            layout.addWidget(part)
        hub.changed.connect(self._changed)
        hub.closed.connect(self.close)
        self.refresh()

    def _changed(self, changes: Changes) -> None:
        from corpus.model import Document, Revision

        if changes.touches(Document, Revision):
            self.refresh()

    def refresh(self) -> None:
        """Read the list again; the document may be gone by then."""
        from corpus import documents
        from corpus.correcting import revisions

        project = self.hub.project
        info = next(iter(documents.listed(project, [self.document])), None)
        if info is None:
            self.close()
            return
        self.setWindowTitle(self.tr("Revisions of {name}").format(name=info.name))
        found, current = revisions.listed(project, self.document), self.number()
        self.list.blockSignals(True)
        self.list.clear()
        for one in reversed(found):
            item = QListWidgetItem(self._line(one))
            item.setData(_NUMBER, one.number)
            self.list.addItem(item)
            if one.number == current or self.list.currentItem() is None:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.none.setVisible(not found)
        self.back.setEnabled(bool(found) and project.writable)
        self._show()

    def _line(self, one: RevisionInfo) -> str:
        places = self.tr("%n place(s)", "", len(one.corrections))
        parts = (str(one.number), moment(one.changed_at), one.coder, places)
        return "\n".join(line for line in (" · ".join(part for part in parts if part), one.reason) if line)

    def number(self) -> int | None:
        """Give the correction that is looked at."""
        item = self.list.currentItem()
        return int(item.data(_NUMBER)) if item is not None else None

    def _show(self) -> None:
        from corpus import documents
        from corpus.correcting import revisions

        number, project = self.number(), self.hub.project
        self.since.setEnabled(not self.whole.isChecked())
        if number is None:
            self.text.clear()
            return
        before = revisions.text(project, self.document, number)
        if self.whole.isChecked():
            self.text.setPlainText(before)
            return
        now = (
            documents.text(project, self.document)
            if self.since.isChecked()
            else revisions.after(project, self.document, number)
        )
        self.text.setHtml(html(revisions.shortened(revisions.compared(before, now), AROUND)))

    def restore(self) -> None:
        """Correct the text as it was; where codings or excerpts would go, ask first."""
        from corpus import documents
        from corpus.correcting import corrections, rereading, revisions

        number, project = self.number(), self.hub.project
        if number is None:
            return
        now, then = documents.text(project, self.document), revisions.text(project, self.document, number)
        found = corrections.foreseen(project, self.document, rereading.corrections(now, then))

        def act() -> None:
            self.hub.write(lambda: revisions.restore(project, self.document, number))

        if found:
            goes = going(**asdict(found))
            ask_removal(self, self.tr("Go back to this text, and let the words put in since go?"), goes, act)
        else:
            act()


def html(pieces: Sequence[RevisionPiece]) -> str:
    """Give differences as text in which what was taken is struck out and what was put is underlined."""
    colours = theme.colours()
    styles = {
        "same": "",
        "gone": f"color: {colours.muted}; text-decoration: line-through",
        "put": f"color: {colours.accent}; text-decoration: underline; font-weight: 600",
    }
    said = "".join(f'<span style="{styles[one.kind]}">{escape(one.text)}</span>' for one in pieces)
    return f'<div style="white-space: pre-wrap">{said}</div>'

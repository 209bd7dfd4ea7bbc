"""How a document's text begins: labels stand out, and one that is selected says how all are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app import actions, theme
from app.reader.offsets import Offsets

if TYPE_CHECKING:
    from corpus.previews import Preview


class Opening(QWidget):
    """`label_selected(start, end)`: these code points of the text are one speaker's label."""

    label_selected = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offsets = Offsets("")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Beginning of the text"))
        self.text.selectionChanged.connect(self._selected)
        self.more = QLabel()
        self.more.setProperty("muted", True)
        self.label = QPushButton(self.tr("It is a speaker’s label ({key})").format(key=actions.shown("preview.label")))
        self.label.setToolTip(self.tr("All that is written like the selection is a speaker’s label"))
        self.label.setAutoDefault(False)
        self.label.clicked.connect(self._say)
        actions.make("preview.label", self.window(), self._say)
        below = QHBoxLayout()
        below.addWidget(self.more, 1)
        below.addWidget(self.label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        layout.addLayout(below)
        self._selected()

    def show_opening(self, preview: Preview) -> None:
        """Show how the text begins."""
        if self.text.toPlainText() != preview.opening:
            self.text.setPlainText(preview.opening)
        self._offsets = Offsets(preview.opening)
        rest = preview.characters - len(preview.opening)
        self.more.setText(self.tr("… and %Ln more character(s)", "", rest) if rest > 0 else "")
        self._paint(preview)
        self._selected()

    def _paint(self, preview: Preview) -> None:
        colours = theme.colours()
        asking = {voice.label for voice in preview.voices if voice.role == "interviewer"}
        spans, at = [], 0
        for passage in preview.opens_with:
            spans.append((at, passage.start, colours.accent))
            if passage.speaker in asking:
                spans.append((passage.start, passage.end, colours.muted))
            at = passage.end
        length = len(preview.opening)
        self.text.setExtraSelections(
            [self._span(start, min(end, length), ink) for start, end, ink in spans if start < min(end, length)]
        )

    def _span(self, start: int, end: int, ink: str) -> QTextEdit.ExtraSelection:
        span = QTextEdit.ExtraSelection()
        cursor, how = QTextCursor(self.text.document()), QTextCharFormat()
        cursor.setPosition(self._offsets.units(start))
        cursor.setPosition(self._offsets.units(end), QTextCursor.MoveMode.KeepAnchor)
        how.setForeground(QColor(ink))
        span.cursor, span.format = cursor, how
        return span

    def select(self, start: int, end: int) -> None:
        """Select code points of the text."""
        cursor = self.text.textCursor()
        cursor.setPosition(self._offsets.units(start))
        cursor.setPosition(self._offsets.units(end), QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)

    def _selected(self) -> None:
        self.label.setEnabled(self.text.textCursor().hasSelection())

    def _say(self) -> None:
        cursor = self.text.textCursor()
        if cursor.hasSelection():
            points = self._offsets.points
            self.label_selected.emit(points(cursor.selectionStart()), points(cursor.selectionEnd()))

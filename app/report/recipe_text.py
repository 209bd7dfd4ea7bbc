"""A recipe as text, with the line marked that can't be read."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFontDatabase, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app import theme


class RecipeText(QPlainTextEdit):
    """The text of a recipe; `blame` marks a line."""

    def __init__(self, within: QWidget | None = None) -> None:
        super().__init__(within)
        self.setAccessibleName(self.tr("The recipe as text"))
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self._wrong: int | None = None

    def show_text(self, text: str) -> None:
        """Show a text; the cursor stays on its line."""
        if text == self.toPlainText():
            return
        line = self.textCursor().blockNumber()
        self.setPlainText(text)
        block = self.document().findBlockByNumber(min(line, self.blockCount() - 1))
        self.setTextCursor(QTextCursor(block))

    def restyled(self) -> None:
        """Take on the colours of the window."""
        self.blame(self._wrong)

    def blame(self, line: int | None) -> None:
        """Mark a line, from 1, and no other; none for None."""
        self._wrong = line
        marks = []
        if line is not None:
            mark = QTextEdit.ExtraSelection()
            colour = QColor(theme.colours().danger)
            colour.setAlpha(60)
            mark.format.setBackground(colour)
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            mark.cursor = QTextCursor(self.document().findBlockByNumber(min(line, self.blockCount()) - 1))
            marks.append(mark)
        self.setExtraSelections(marks)

"""How a document's text begins: labels stand out, and one that is selected says how all are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app import actions, theme
from app.reader.offsets import Offsets

if TYPE_CHECKING:
    from corpus.drafts import DraftPassage
    from corpus.previews import Preview

_MORE = 24_000  # code points


class PreviewOpening(QWidget):
    """`shown` is the text as far as it is shown.

    `label_selected(start, end)`: these code points of it are one speaker's label · `more_asked(int)`: show so many.
    """

    label_selected = Signal(int, int)
    more_asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = ""
        self._passages: tuple[DraftPassage, ...] = ()
        self._asking: frozenset[str] = frozenset()
        self._offsets, self._length = Offsets(""), 0
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Beginning of the text"))
        self.text.selectionChanged.connect(self._selected)
        self.rest, self.more = QLabel(), QPushButton(self.tr("Show more"))
        self.rest.setProperty("muted", True)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(lambda: self.more_asked.emit(len(self.shown) + _MORE))
        self.label = QPushButton(self.tr("It is a speaker’s label ({key})").format(key=actions.shown("preview.label")))
        self.label.setToolTip(self.tr("All that is written like the selection is a speaker’s label"))
        self.label.setAutoDefault(False)
        self.label.clicked.connect(self._say)
        actions.make("preview.label", self.window(), self._say)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.rest)
        below.addWidget(self.more)
        below.addStretch()
        below.addWidget(self.label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        layout.addLayout(below)
        self._selected()

    def show_opening(self, preview: Preview) -> None:
        """Show how the text begins; where it is the one that is shown, as far as it is shown."""
        if not self.shown.startswith(preview.opening):
            self.shown, self._passages = "", ()
            self.text.clear()
        self._asking = frozenset(voice.label for voice in preview.voices if voice.role == "interviewer")
        self._length = preview.characters
        same = self._passages[: len(preview.opens_with)] == preview.opens_with
        self.show_more(self.shown or preview.opening, self._passages if same and self.shown else preview.opens_with)
        if not same and len(self.shown) > len(preview.opening):
            self.more_asked.emit(len(self.shown))

    def show_more(self, text: str, passages: Sequence[DraftPassage]) -> None:
        """Show as much of the text, which begins with what is shown."""
        cursor = QTextCursor(self.text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text[len(self.shown) :])
        self.shown, self._passages, self._offsets = text, tuple(passages), Offsets(text)
        rest = self._length - len(text)
        self.rest.setText(self.tr("… and %Ln more character(s)", "", rest))
        for part in (self.rest, self.more):
            part.setVisible(rest > 0)
        self._paint()
        self._selected()

    def _paint(self) -> None:
        from corpus.importers.turns import trimmed

        colours, length, at = theme.colours(), len(self.shown), 0
        spans = []
        for passage in self._passages:
            # Without the space around it: of two selections that touch each other Qt paints the first alone.
            spans.append((*trimmed(self.shown, at, passage.start), colours.accent))
            if passage.speaker in self._asking:
                spans.append((passage.start, min(passage.end, length), colours.muted))
            at = passage.end
        self.text.setExtraSelections([self._span(*span) for span in spans if span[0] < span[1]])

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

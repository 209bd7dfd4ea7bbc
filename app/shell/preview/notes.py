"""What there is to know of a document to be: doubts first, then what was left out or done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from app import actions, theme
from app.errors_text import sentence
from app.icons import icon

if TYPE_CHECKING:
    from corpus.pending import Pending

_LINES = 6


class PreviewNotes(QScrollArea):
    """A line for each note, as high as they are, up to some lines; it is hidden where there is nothing to know.

    `same_said(label, other)`: whose a mark is that may be misspelt, another's or its own. `compare_asked`: with the
    document that it may be a corrected version of.
    """

    same_said = Signal(str, str)
    compare_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)  # a frame, to be seen while it has the focus
        self.setObjectName("notes")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Doubts and notes"))
        self.lines: list[QLabel] = []
        self._buttons: list[QPushButton] = []

    def show_notes(self, one: Pending) -> None:
        """Show what there is to know of a document."""
        preview = one.shown
        inside = QWidget()
        rows = QGridLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(8)
        rows.setVerticalSpacing(4)
        rows.setColumnStretch(1, 1)
        self.lines = []
        self._buttons = []
        if preview.error is not None:
            self._add(rows, "warning", sentence(preview.error))
        if preview.there is not None:
            said = self.tr("Already in the project, as {document}: it is not written again.")
            if one.written:
                said = self.tr(
                    "Already in the project, as {document}. Tick it to have it read anew in its place: codings whose "
                    "words agree stay."
                )
            self._add(rows, "info", said.format(document=preview.there))
        misspelt = {voice.label: voice.same_as for voice in preview.voices}
        for note in preview.doubts:
            self._add(rows, "warning", sentence(note))
            mark, other = str(note.values.get("mark")), note.values.get("other")
            if other is not None and misspelt.get(mark) == other:
                self._ask(rows, mark, str(other))
            if preview.corrects is not None and preview.corrects == note.values.get("document"):
                self._offer(rows, self.tr("Compare… ({key})"), "preview.compare", 2, self.compare_asked.emit)
        for note in preview.told:
            self._add(rows, "info", sentence(note))
        rows.setRowStretch(rows.rowCount(), 1)
        self.setWidget(inside)
        for before, button in pairwise((self, *self._buttons)):  # made anew, they would come after all else
            QWidget.setTabOrder(before, button)
        self.setVisible(bool(self.lines))
        self._fit()

    def _add(self, rows: QGridLayout, name: str, said: str) -> None:
        colours, row = theme.colours(), rows.rowCount()
        side = self.fontMetrics().height()
        picture, line = QLabel(), QLabel(said)
        picture.setPixmap(icon(name, colours.danger if name == "warning" else colours.muted).pixmap(side, side))
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setWordWrap(True)
        line.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        line.setProperty("muted", name == "info")
        rows.addWidget(picture, row, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(line, row, 1)
        self.lines.append(line)

    def _ask(self, rows: QGridLayout, mark: str, other: str) -> None:
        """Put beside a doubt the buttons that settle it."""
        row = rows.rowCount() - 1
        for column, title, whose, name in (
            (2, self.tr("One speaker ({key})"), other, "preview.join"),
            (3, self.tr("Two speakers ({key})"), mark, "preview.part"),
        ):
            self._offer(rows, title, name, column, partial(self.same_said.emit, mark, whose))
        picture = rows.itemAtPosition(row, 0)
        if picture is not None:
            picture.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def _offer(self, rows: QGridLayout, title: str, name: str, column: int, act: Callable[[], object]) -> None:
        """Put a button for an action beside the last line."""
        button = QPushButton(title.format(key=actions.shown(name)))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        rows.addWidget(button, rows.rowCount() - 1, column)
        self._buttons.append(button)

    def _fit(self) -> None:
        high, inside = self.fontMetrics().lineSpacing() + 4, self.widget()
        width = self.viewport().width()
        wanted = inside.heightForWidth(width) if inside is not None and inside.hasHeightForWidth() else 0
        self.setFixedHeight(max(high, min(wanted, _LINES * high)) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

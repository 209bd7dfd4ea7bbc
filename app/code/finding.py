"""Finding one's way in the text shown: words, all of whose hits are marked and counted, and passages by number."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from app.icons import icon
from app.reader import ReaderPane

_SELECTED = 60  # code points up to which words that are selected are looked for


class FindBar(QWidget):
    """Finds in the text as one types, marks every hit and says which of them this is; `closed` when one is done."""

    closed = Signal()

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__()
        self.pane, self.text = pane, ""
        self._hits: list[tuple[int, int]] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Find in this text"))
        self.line.setAccessibleName(self.tr("Find in this text"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._typed)
        self.said = QLabel()
        self.said.setProperty("muted", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.said)
        for name, text, act in (
            ("up", self.tr("Previous hit (Shift+F3)"), lambda: self.step(backwards=True)),
            ("down", self.tr("Next hit (F3)"), self.step),
            ("close", self.tr("Close (Escape)"), self.close_bar),
        ):
            button = QToolButton()
            button.setIcon(icon(name))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _checked=False, act=act: act())
            layout.addWidget(button)
        pane.selection_changed.connect(lambda _start, _end: self._say())
        self.hide()

    def open(self) -> None:
        """Let the person type; words that are selected are looked for."""
        start, end = self.pane.selection()
        self.show()
        if 0 < end - start <= _SELECTED:
            self.line.setText(self.text[start:end])
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.refresh()

    def _typed(self) -> None:
        self.refresh()
        self.step()

    def step(self, *, backwards: bool = False) -> None:
        """Go to the next hit, or the one before."""
        if text := self.line.text():
            self.pane.find_next(text, backwards)
        self._say()

    def refresh(self) -> None:
        """Mark the hits anew, where the text is another or another is looked for."""
        self._hits = self.pane.find_all(self.line.text()) if not self.isHidden() else []
        self.pane.set_hits(self._hits)
        self._say()

    def _say(self) -> None:
        """Say which of how many hits is selected."""
        at = bisect_left(self._hits, self.pane.selection())
        here = at if at < len(self._hits) and self._hits[at] == self.pane.selection() else None
        if not self.line.text().strip():
            self.said.setText("")
        elif not self._hits:
            self.said.setText(self.tr("Not in this text"))
        elif here is None:
            self.said.setText(self.tr("%n hit(s)", "", len(self._hits)))
        else:
            said = self.tr("{number} of {total}")
            self.said.setText(said.format(number=f"{here + 1:n}", total=f"{len(self._hits):n}"))

    def close_bar(self) -> None:
        """Go back to the text."""
        self.hide()
        self.refresh()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)


class GoToBar(QWidget):
    """Goes to a passage by the number beside it; `closed` when one is there, or leaves it."""

    closed = Signal()

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__()
        self.pane = pane
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Number of the passage"))
        self.line.setValidator(QIntValidator(1, 9_999_999, self.line))
        self.line.setMaximumWidth(self.line.fontMetrics().averageCharWidth() * 16)
        self.count = QLabel()
        self.count.setProperty("muted", True)
        label = QLabel(self.tr("Go to passage"))
        label.setBuddy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 4)
        layout.setSpacing(8)
        for part in (label, self.line, self.count):
            layout.addWidget(part)
        layout.addStretch(1)
        self.hide()

    def open(self) -> None:
        """Let the person type a number."""
        last = self.pane.last_passage()
        self.count.setText(self.tr("of {total}").format(total=f"{last:n}"))
        self.line.clear()
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go(self) -> None:
        """Show the passage of that number, else the last."""
        if self.line.text():
            self.pane.go_to_passage(int(self.line.text()))
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        else:
            super().keyPressEvent(event)

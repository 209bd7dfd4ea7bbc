"""A line under the list that asks for words: a reason, a name. Nothing modal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class _Field(QPlainTextEdit):
    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Questions(QFrame):
    """Asks one thing at a time: Enter answers, Shift+Enter begins a line, Escape leaves it."""

    def __init__(self, back: QWidget) -> None:
        super().__init__()
        self._back = back
        self._answer: Callable[[str], object] | None = None
        self._needed = False
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.field = _Field()
        self.field.setTabChangesFocus(True)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.leave)
        self.field.textChanged.connect(self._typed)
        self.done = QPushButton()
        self.done.setProperty("primary", True)
        self.done.clicked.connect(self._enter)
        leave = QPushButton(self.tr("Cancel"))
        leave.clicked.connect(self.leave)
        across, down = QHBoxLayout(), QVBoxLayout(self)
        across.setSpacing(8)
        across.addWidget(self.field, 1)
        across.addWidget(self.done, alignment=Qt.AlignmentFlag.AlignBottom)
        across.addWidget(leave, alignment=Qt.AlignmentFlag.AlignBottom)
        down.setContentsMargins(24, 8, 24, 8)
        down.setSpacing(6)
        down.addWidget(self.title)
        down.addLayout(across)
        self.hide()

    def ask(
        self,
        title: str,
        hint: str,
        button: str,
        answer: Callable[[str], object],
        *,
        lines: int = 1,
        needed: bool = True,
        text: str = "",
    ) -> None:
        """Ask for words; `answer` is called with them, empty only where they are not `needed`."""
        self._answer, self._needed = answer, needed
        self.title.setText(title)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        self.field.setPlainText(text)
        self.field.selectAll()
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * lines + 22)
        self.done.setText(button)
        self._typed()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _typed(self) -> None:
        self.done.setEnabled(not self._needed or bool(self.field.toPlainText().strip()))

    def _enter(self) -> None:
        words, answer = self.field.toPlainText().strip(), self._answer
        if answer is None or (self._needed and not words):
            return
        self.leave()
        answer(words)

    def leave(self) -> None:
        """Close without an answer, and give the focus back to the list."""
        self._answer = None
        focused = QApplication.focusWidget()
        mine = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if mine:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

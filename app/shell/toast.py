"""A notice above the status bar: it says one sentence, takes no focus, and leaves by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.icons import icon

_STAYS_MS = 12_000
_MARGIN = 16


class Toast(QFrame):
    """Lies over the lower edge of its parent; a newer sentence takes the older's place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._acts: tuple[Callable[[], object], ...] = ()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(12)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button, self.second = QPushButton(), QPushButton()
        for number, button in enumerate((self.button, self.second)):
            button.clicked.connect(lambda _checked=False, number=number: self._act(number))
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setAccessibleName(self.tr("Close the notice"))
        close.setToolTip(self.tr("Close the notice"))
        close.clicked.connect(self.hide)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.second)
        layout.addWidget(close)
        self._leave = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._leave.timeout.connect(self._pass)
        parent.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, *buttons: tuple[str, Callable[[], object]], good: bool = False) -> None:
        """Show a sentence with up to two buttons; one that is no good news stays until a button is used or closed."""
        self.setProperty("good", good)
        self.style().unpolish(self)
        self.style().polish(self)
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        titles = [title for title, _ in buttons]
        self._acts = tuple(act for _, act in buttons)
        for number, button in enumerate((self.button, self.second)):
            button.setText(titles[number] if number < len(titles) else "")
            button.setVisible(number < len(titles))
        self.show()
        self.raise_()
        self._place()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if buttons and not good:
            self._leave.stop()
        else:
            self._leave.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _act(self, number: int) -> None:
        self.hide()
        if number < len(self._acts):
            self._acts[number]()

    def _pass(self) -> None:
        if self.underMouse():
            self._leave.start()
        else:
            self.hide()

    def _place(self) -> None:
        parent, layout = self.parentWidget(), self.layout()
        assert parent is not None
        assert layout is not None
        width = min(720, parent.width() - 2 * _MARGIN)
        buttons = sum(button.sizeHint().width() + 12 for button in (self.button, self.second) if button.text())
        wanted = self.label.fontMetrics().horizontalAdvance(self.label.text()) + 96 + buttons
        width = max(240, min(width, wanted))
        self.setFixedWidth(width)
        height = layout.heightForWidth(width)
        self.resize(width, height)
        self.move((parent.width() - width) // 2, parent.height() - height - _MARGIN)

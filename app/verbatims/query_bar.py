"""The line in which one types a query: searched while typed, what can't be read shown with its place."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.errors_text import sentence
from app.icons import icon

if TYPE_CHECKING:
    from corpus.errors import WorkbenchError

_AFTER_MS = 180


class _Line(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Help(QFrame):
    """Explains the query language by examples; a click puts one into the line."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        for number, (example, meaning) in enumerate(self.examples()):
            button = QPushButton(example)
            button.setFlat(True)
            button.setStyleSheet("text-align: left; font-family: monospace;")
            button.setAccessibleName(f"{example}: {meaning}")
            button.clicked.connect(lambda _checked=False, example=example: self._take(example))
            said = QLabel(meaning)
            said.setProperty("muted", True)
            grid.addWidget(button, number, 0)
            grid.addWidget(said, number, 1)
        note = QLabel(self.tr("Case and accents make no difference. ET, OU, SAUF and PRÈS are understood, too."))
        note.setProperty("muted", True)
        grid.addWidget(note, len(self.examples()), 0, 1, 2)

    def examples(self) -> tuple[tuple[str, str], ...]:
        """Give queries and what they find."""
        return (
            ("parcours client", self.tr("both words, anywhere in the turn")),
            ('"parcours client"', self.tr("these words side by side")),
            ("irritant* OR frustr*", self.tr("one or the other; * stands for any letters, ? for one")),
            ("parcours NOT magasin", self.tr("the first without the second")),
            ("(client OR usager) AND attente", self.tr("parentheses, as in a sum")),
            ("client NEAR/5 magasin", self.tr("at most five words apart, in either order")),
            ('"parcours magasin"~10', self.tr("in this order, at most ten words apart")),
            ("*", self.tr("every turn")),
        )

    def _take(self, example: str) -> None:
        self.hide()
        self.taken.emit(example)


class QueryBar(QWidget):
    """`typed()` says that the query is another, after a short rest; `left()` that one goes on to the list."""

    typed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rest: QTimer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._rest.timeout.connect(self.typed)
        self.line = _Line()
        self.line.setPlaceholderText(self.tr('Words or "a phrase"; nothing, for all that is coded'))
        self.line.setAccessibleName(self.tr("Query"))
        self.line.setClearButtonEnabled(True)
        self.line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textEdited.connect(lambda _text: self._rest.start())
        self.line.textChanged.connect(self._cleared)
        self.line.left.connect(self._leave)
        self.help = Help(self)
        self.help.taken.connect(self.put)
        self.how = QToolButton()
        self.how.setIcon(icon("info"))
        self.how.setToolTip(self.tr("How to ask"))
        self.how.setAccessibleName(self.tr("How to ask"))
        self.how.clicked.connect(self.show_help)
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.RichText)
        self.fault.hide()
        across, down = QHBoxLayout(), QVBoxLayout(self)
        across.setSpacing(4)
        across.addWidget(self.line, 1)
        across.addWidget(self.how)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addLayout(across)
        down.addWidget(self.fault)

    @property
    def query(self) -> str:
        """What is typed."""
        return self.line.text()

    def set_query(self, query: str) -> None:
        """Show a query without saying that it was typed."""
        self._rest.stop()
        if query != self.line.text():
            self.line.blockSignals(True)
            self.line.setText(query)
            self.line.blockSignals(False)

    def put(self, query: str) -> None:
        """Type a query at once."""
        self.set_query(query)
        self.line.setFocus()
        self.typed.emit()

    def _cleared(self, text: str) -> None:
        # The clear button says nothing of its own.
        if not text:
            self._rest.start()

    def _leave(self) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self.typed.emit()
        self.left.emit()

    def show_help(self) -> None:
        """Show the examples under the button."""
        self.help.adjustSize()
        corner = self.how.mapToGlobal(QPoint(self.how.width() - self.help.sizeHint().width(), self.how.height() + 4))
        self.help.move(corner)
        self.help.show()

    def say(self, error: WorkbenchError | None) -> None:
        """Show why a query can't be read, and where; None takes it away."""
        self.fault.setVisible(error is not None)
        if error is None:
            return
        colours, said = theme.colours(), escape(sentence(error))
        at = getattr(error, "position", None)
        shown = ""
        if at is not None:
            before, here, after = self.query[:at], self.query[at : at + 1] or "\u00a0", self.query[at + 1 :]
            lead = before if len(before) <= 60 else f"…{before[-60:]}"
            mark = f'<span style="background-color:{colours.danger};color:{colours.background}">{escape(here)}</span>'
            shown = f'<br><code style="color:{colours.muted}">{escape(lead)}{mark}{escape(after[:60])}</code>'
        self.fault.setText(f'<span style="color:{colours.danger}">{said}</span>{shown}')

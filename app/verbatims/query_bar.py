"""The line in which one types a query: searched while typed, what can't be read shown with its place."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.eliding import first_words
from app.errors_text import sentence
from app.icons import icon
from app.verbatims.query_help import Help

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.search.searches import Scope
    from corpus.errors import WorkbenchError

_SCOPES: tuple[Scope, ...] = ("passages", "codings", "documents", "memos", "definitions", "meaning")
_AFTER_MS = 5
_AROUND_WORDS = 80  # pixels that the line's icons and edges take
_DOUBT_MS = 300


class _QueryLine(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QueryBar(QWidget):
    """`typed()` says that the query is another, once no key waits; `left()` that one goes on to the list;
    `turned()` that it is to be sought in something else. `moment` gives the study that the help takes names from.
    """

    typed = Signal()
    left = Signal()
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rest: QTimer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._rest.timeout.connect(self.typed)
        self._doubt: QTimer = QTimer(self, singleShot=True, interval=_DOUBT_MS)
        self._doubt.timeout.connect(self._tell)
        self._error: WorkbenchError | None = None
        self.line = _QueryLine()
        self.line.setAccessibleName(self.tr("Query"))
        self.line.setClearButtonEnabled(True)
        self.line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textEdited.connect(lambda _text: self._rest.start())
        self.line.textChanged.connect(self._cleared)
        self.line.left.connect(self._leave)
        self.scopes = QComboBox()
        self.scopes.setAccessibleName(self.tr("What is searched"))
        for scope, (name, _, tip) in zip(_SCOPES, self.scope_names(), strict=True):
            self.scopes.addItem(name, scope)
            self.scopes.setItemData(self.scopes.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.scopes.activated.connect(self._turn)
        self.help = Help(self)
        self.help.taken.connect(self.put)
        self.how = QToolButton()
        self.how.setIcon(icon("info"))
        self.how.setToolTip(self.tr("How to ask"))
        self.how.setAccessibleName(self.tr("How to ask"))
        self.how.clicked.connect(self.show_help)
        self.moment: Callable[[], Moment | None] = lambda: None
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.RichText)
        self.fault.hide()
        across, down = QHBoxLayout(), QVBoxLayout(self)
        across.setSpacing(4)
        across.addWidget(self.scopes)
        across.addWidget(self.line, 1)
        across.addWidget(self.how)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addLayout(across)
        down.addWidget(self.fault)
        self.set_scope("passages")

    def scope_names(self) -> tuple[tuple[str, str, str], ...]:
        """Give the name of each scope, what may be typed, and what is found."""
        return (
            (
                self.tr("Passages"),
                self.tr('Words or "a phrase"; nothing, for all that is coded'),
                self.tr("Turns that match"),
            ),
            (
                self.tr("Codings"),
                self.tr("Words within codings, code:… capability:…; nothing, for all codings"),
                self.tr("Codings whose own words match, each with its own code and coder"),
            ),
            (
                self.tr("Documents"),
                self.tr("Words anywhere in an interview; nothing, for all documents"),
                self.tr("Documents whose text as a whole, or name, matches"),
            ),
            (
                self.tr("Memos"),
                self.tr("Words of memos, document:… code:…; nothing, for all memos"),
                self.tr("Memos whose title or text matches"),
            ),
            (
                self.tr("Definitions"),
                self.tr("Words of the codebook; nothing, for all codes"),
                self.tr("Codes whose name, definition, examples or memos match"),
            ),
            (
                self.tr("By meaning"),
                self.tr("A sentence: passages that say something like it"),
                self.tr("Turns that say something alike, in whatever words, the most alike first"),
            ),
        )

    @property
    def scope(self) -> Scope:
        """What is searched."""
        return _SCOPES[self.scopes.currentIndex()]

    def set_scope(self, scope: Scope) -> None:
        """Show what is searched without saying that it was chosen."""
        self.scopes.setCurrentIndex(_SCOPES.index(scope))
        self._explain()

    def _explain(self) -> None:
        """Say in the empty line what may be typed: where there is little room, without what finds everything."""
        said = self.scope_names()[self.scopes.currentIndex()][1]
        room = self.line.width() - _AROUND_WORDS
        short = self.fontMetrics().horizontalAdvance(said) > room > 0
        shown = first_words(said.partition(";")[0].rstrip(), room, self.fontMetrics().horizontalAdvance)
        self.line.setPlaceholderText(shown if short else said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def _turn(self, _at: int) -> None:
        self.set_scope(self.scope)
        self.turned.emit()

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
        self.help.show_for(self.moment())
        corner = self.how.mapToGlobal(QPoint(self.how.width() - self.help.sizeHint().width(), self.how.height() + 4))
        corner.setX(max(corner.x(), self.screen().availableGeometry().left()))
        self.help.move(corner)
        self.help.show()

    @property
    def waiting(self) -> bool:
        """Whether something is still to be said of what was typed."""
        return self._rest.isActive() or self._doubt.isActive()

    def say(self, error: WorkbenchError | None) -> None:
        """Show why a query can't be read, and where, unless one goes on typing; None takes it away."""
        self._error = error
        if error is None:
            self._doubt.stop()
            self.fault.hide()
        else:
            self._doubt.start()

    def _tell(self) -> None:
        error = self._error
        if error is None:
            return
        self.fault.show()
        colours, said = theme.colours(), escape(sentence(error))
        at = getattr(error, "position", None)
        shown = ""
        if at is not None:
            before, here, after = self.query[:at], self.query[at : at + 1] or "\u00a0", self.query[at + 1 :]
            lead = before if len(before) <= 60 else f"…{before[-60:]}"
            mark = f'<span style="background-color:{colours.danger};color:{colours.background}">{escape(here)}</span>'
            shown = f'<br><code style="color:{colours.muted}">{escape(lead)}{mark}{escape(after[:60])}</code>'
        self.fault.setText(f'<span style="color:{colours.danger}">{said}</span>{shown}')

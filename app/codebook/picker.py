"""The code picker: a small pane over the words selected, to find a code, compare, and apply it without the mouse."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.codebook.comparing import ComparedVerbatim, examples
from app.codebook.counting import counted
from app.codebook.model import BELOW, COLOUR, COUNT, DIGIT, KEY, PLACE, named
from app.codebook.painting import CodeDelegate
from app.codebook.ranking import Match, Ranking
from app.eliding import in_words
from app.i18n import quoted
from app.indexes import NOWHERE, Index
from coding.moment.code_list import Book

_SIZE = (760, 400)  # logical pixels, where there is room
_ROUND = 6  # pixels of its corners
_COMPARE_AFTER_MS = 40  # so that running down the list stays quick
_SHOWN = 200  # code points of a verbatim
_KEYS_OF_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Matches(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.book: Book | None = None
        self.matches: list[Match] = []
        self.digits: dict[int, int] = {}
        self.near_from: int | None = None  # the row above which the line stands

    def show(self, matches: list[Match]) -> None:
        self.beginResetModel()
        self.matches = matches
        self.near_from = next((row for row, match in enumerate(matches) if match.near), None)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.matches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.book is None or not index.isValid():
            return None
        match = self.matches[index.row()]
        code = self.book.codes.get(match.key)
        if code is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return code.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return named(self.book, code)
        if role == KEY:
            return code.key
        if role == COLOUR:
            return code.colour
        if role == COUNT:
            return str(self.book.total(code.key) or "")
        if role == DIGIT:
            return self.digits.get(code.key)
        if role == BELOW:
            return index.row() == self.near_from
        if role == PLACE:
            above = code.above or code.framework or ""
            if match.alias:
                return self.tr("also called {name}").format(name=match.alias)
            return self.tr("near {place}").format(place=above).strip() if match.near else above
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{code.path}\n{counted(self.book, code.key)}"
        return None


class CodePicker(QFrame):
    """Lies over its parent; Enter chooses, Shift+Enter chooses and stays open, only Ctrl+Enter creates.

    Enter takes what holds every word typed, or what the arrows went to: never what was not named.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rim = QFrame(parent)
        self._rim.setObjectName("picker")
        self._rim.hide()
        # What lies below would be painted again at every key, were this not opaque; its rounded corners are the rim's.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._recent: list[int] = []
        self._choice: Callable[[int], object] | None = None
        self._creation: Callable[[str], object] | None = None
        self._among: Collection[int] | None = None
        self._back_to: QWidget | None = None
        self._compared: dict[int, list[ComparedVerbatim]] = {}
        self._ranking = Ranking(())
        self._met = False  # whether the first row holds every word typed
        self._lay_out()
        self._late = QTimer(self, singleShot=True, interval=_COMPARE_AFTER_MS)
        self._late.timeout.connect(self._compare)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)
        self.hide()

    def _lay_out(self) -> None:
        self.title = QLabel()
        self.title.setProperty("muted", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Name of a code"))
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._rank)
        self.matches = _Matches(self)
        self.list = QListView()
        self.list.setModel(self.matches)
        self.list.setItemDelegate(CodeDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Codes found"))
        self.list.selectionModel().currentChanged.connect(self._describe)
        self.list.doubleClicked.connect(lambda _index: self._choose(stays=False))
        self.about = QTextBrowser()
        self.about.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.about.setFrameShape(QFrame.Shape.NoFrame)
        self.about.setAccessibleName(self.tr("Definition of the code, and examples at hand"))
        self.hint = QLabel()
        self.hint.setProperty("muted", True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.make = QPushButton()
        self.make.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.make.clicked.connect(self._create)
        middle, below = QHBoxLayout(), QHBoxLayout()
        middle.addWidget(self.list, 4)
        middle.addWidget(self.about, 5)
        below.addWidget(self.hint, 1)
        below.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.line)
        layout.addLayout(middle, 1)
        layout.addLayout(below)

    def open(
        self,
        book: Book,
        anchor: QRect,
        choose: Callable[[int], object],
        create: Callable[[str], object] | None = None,
        *,
        text: str = "",
        recent: Sequence[int] = (),
        digits: Sequence[int] = (),
        among: Collection[int] | None = None,
        title: str = "",
    ) -> None:
        """Open beside `anchor`, in the parent's pixels, with `text` typed; `among` leaves other codes out.

        `choose(key)` is called for the code chosen, `create(path)` for one to be made; without it none can be made.
        """
        self.matches.book = book
        self.matches.digits = {key: number for number, key in enumerate(digits, 1)}
        self._recent, self._choice, self._creation = list(recent), choose, create
        self._among = among
        self._compared.clear()
        self._prepare(book)
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.line.setPlaceholderText(
            self.tr("Find or create a code: parent/child") if create else self.tr("Find a code")
        )
        self._back_to = QApplication.focusWidget()
        self._dress()
        self._place(anchor)
        self.line.setText(text)
        self._rank()
        self.show()
        self._rim.raise_()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(theme.colours().raised))

    def setVisible(self, visible: bool) -> None:
        self._rim.setVisible(visible)
        super().setVisible(visible)

    def _dress(self) -> None:
        colours = theme.colours()
        rim = f"background: {colours.raised}; border: 1px solid {colours.rule}; border-radius: {_ROUND}px"
        if rim not in self._rim.styleSheet():
            self._rim.setStyleSheet(f"#picker {{ {rim}; }}")

    def _place(self, anchor: QRect) -> None:
        parent = self.parentWidget()
        assert parent is not None
        width, height = min(_SIZE[0], parent.width() - 16), min(_SIZE[1], parent.height() - 16)
        x = max(8, min(anchor.left(), parent.width() - width - 8))
        below, above = anchor.bottom() + 8, anchor.top() - height - 8
        y = below if below + height <= parent.height() - 8 else above if above >= 8 else parent.height() - height - 8
        self._rim.setGeometry(x, max(8, y), width, height)
        self.setGeometry(self._rim.geometry().adjusted(_ROUND, _ROUND, -_ROUND, -_ROUND))

    def take(self, book: Book, *, codes: bool) -> None:
        """Show what a change made of the book, while open."""
        if not self.isVisible():
            return
        self.matches.book = book
        self._compared.clear()
        if codes:
            self._prepare(book)
            self._rank()
        self.list.viewport().update()

    def _prepare(self, book: Book) -> None:
        among = self._among
        self._ranking = Ranking([code for code in book.codes.values() if among is None or code.key in among])

    def close_quietly(self) -> None:
        """Close, and give the focus back to where it was."""
        if self.isVisible():
            self._late.stop()
            back = self._back_to if self.isAncestorOf(QApplication.focusWidget() or self) else None
            self.hide()
            if back is not None:
                back.setFocus(Qt.FocusReason.PopupFocusReason)
            self.closed.emit()

    def current(self) -> int | None:
        """Give the code in focus."""
        key = self.list.currentIndex().data(KEY)
        return int(key) if key is not None else None

    def _rank(self) -> None:
        text = self.line.text()
        self.matches.show(self._ranking.ranked(text, self._recent))
        named = text.strip().strip("/")
        self._met = bool(named) and self.matches.near_from != 0 and bool(self.matches.matches)
        self.list.setCurrentIndex(self.matches.index(0 if self._met else -1))
        self._describe()
        known = self._ranking.at_path(named) if named else None
        self.make.setVisible(self._creation is not None and bool(named) and known is None)
        offer = self.tr("Create “{name}”").format(name=named.replace("&", "&&"))
        self.make.setText(in_words(offer, 240, self.make.fontMetrics().horizontalAdvance))
        self.make.setToolTip(self.tr("Create the code and apply it (Ctrl+Enter)"))
        self._hint(self._hinted(bool(named)))

    def _hint(self, said: str, *, strong: bool = False) -> None:
        self.hint.setText(said)
        if self.hint.property("muted") is strong:
            self.hint.setProperty("muted", not strong)
            self.hint.style().unpolish(self.hint)
            self.hint.style().polish(self.hint)

    def _hinted(self, named: bool) -> str:
        if self._met:
            return self.tr("Enter applies · Shift+Enter stays open") if self._creation else self.tr("Enter chooses")
        if not named:
            return self.tr("Type a name, or ↓ to choose")
        near = self.tr("near names below the line: ↓") if self.matches.matches else ""
        return " · ".join(filter(None, (self._unmet(), near)))

    def _unmet(self) -> str:
        """Say that Enter has nothing to apply."""
        if self._creation:
            return self.tr("No code is called like this; Ctrl+Enter creates it")
        return self.tr("No code is called like this.")

    def _describe(self, *_: object) -> None:
        self._late.start()
        self._show_about(self._compared.get(self.current() or 0))

    def _compare(self) -> None:
        key, book = self.current(), self.matches.book
        if key is None or book is None or not self.isVisible():
            return
        if key not in self._compared:
            self._compared[key] = examples(book.project, book.subtree(key))
        self._show_about(self._compared[key])

    def _show_about(self, found: list[ComparedVerbatim] | None) -> None:
        key, book = self.current(), self.matches.book
        code = book.codes.get(key) if book and key is not None else None
        if code is None:
            self.about.clear()
            return
        muted = f'style="color:{theme.colours().muted}"'
        parts = [f"<p><b>{escape(code.label)}</b></p>"]
        said, none = code.definition or code.short, self.tr("No definition yet.")
        parts.append(f"<p>{escape(said)}</p>" if said else f"<p {muted}>{escape(none)}</p>")
        titles = {"last": self.tr("Last"), "typical": self.tr("Typical"), "unlike": self.tr("Most unlike")}
        if found:
            head = self.tr("Examples at hand")
            parts.append(f"<p {muted}><b>{escape(head)}</b></p>")
        for example in found or ():
            words = " ".join(example.text.split())
            words = f"{words[:_SHOWN].rstrip()} …" if len(words) > _SHOWN else words
            head = f"{titles[example.kind]} · {example.document_name}"
            parts.append(f"<p {muted}>{escape(head)}</p><p>{escape(quoted(words))}</p>")
        if found == []:
            none = self.tr("Not used yet.")
            parts.append(f"<p {muted}>{escape(none)}</p>")
        self.about.document().setDefaultStyleSheet("p { margin: 0 0 6px 0; }")
        self.about.setHtml("".join(parts))

    def _choose(self, *, stays: bool) -> None:
        key = self.current()
        if key is None:
            self._hint(self.hint.text(), strong=True)
            return
        if not stays:
            self.close_quietly()
        if self._choice is not None:
            self._choice(key)
        if stays:
            self.line.selectAll()

    def _create(self) -> None:
        named = self.line.text().strip().strip("/")
        create, choose = self._creation, self._choice
        if create is None or choose is None or not named:
            return
        known = self._ranking.at_path(named)
        self.close_quietly()
        if known is None:
            create(named)
        else:
            choose(known)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            mine = event.key() in (*_ENTER, *_KEYS_OF_LIST, Qt.Key.Key_Escape)
            if mine and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif mine:
                self._press(event)
            return mine
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_quietly()
        elif event.key() in _KEYS_OF_LIST:
            self._step(event.key())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._create()
        else:
            self._choose(
                stays=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and self._creation is not None
            )

    def _step(self, key: int) -> None:
        page = max(1, self.list.viewport().height() // max(1, self.list.sizeHintForRow(0)) - 1)
        steps = dict(zip(_KEYS_OF_LIST, (-1, 1, -page, page)))
        row = self.list.currentIndex().row() + steps[Qt.Key(key)]
        first = 0 if self._met else -1  # from nothing one comes back to nothing
        self.list.setCurrentIndex(self.matches.index(max(first, min(row, self.matches.rowCount() - 1))))

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.close_quietly()

"""The middle of the page: whose words these are, the text, finding in it, and the codes that digits apply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app import actions, theme
from app.code.finding import FindBar, GoToBar
from app.codebook.painting import spot
from app.eliding import Agreeing, in_words
from app.icons import icon
from app.reader import ReaderCoding, ReaderPane, ReaderPassage
from app.settings import Settings
from app.widgets import ElidedLabel

if TYPE_CHECKING:
    from app.code.margin_filter import MarginFilter
    from app.reader.spans import SpanChange
    from coding.codings import CodingInfo
    from coding.moment.code_list import Book

_NAMED = 340  # pixels that the name of the document and the buttons beside it take at least
_CHIP, _AROUND = 150, 72  # pixels of a code's name at least, and of what a button has around it


class RecentStrip(QWidget):
    """The codes that 1–9 apply, as far as there is room."""

    pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Recent codes"))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 0, 8, 0)
        self._layout.setSpacing(0)
        self._buttons: list[QToolButton] = []
        self._layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._shown: list[tuple[int, str, str]] = []
        self._agreeing = Agreeing(())

    def show_codes(self, book: Book | None, keys: Sequence[int]) -> None:
        """Show these codes, the first for the key 1."""
        codes = [book.codes[key] for key in keys if key in book.codes] if book else []
        shown = [(code.key, code.label, code.colour) for code in codes]
        if shown == self._shown:
            return
        self._shown = shown
        while len(self._buttons) < len(codes):
            self._add()
        self._agreeing = Agreeing(code.label for code in codes)
        for number, button in enumerate(self._buttons):
            if number < len(codes):
                code = codes[number]
                button.setIcon(spot(code.colour, ratio=self.devicePixelRatioF()))
                said = self.tr("Apply {code} (key {digit})").format(code=code.label, digit=number + 1)
                button.setToolTip(said)
                button.setAccessibleName(said)
        self._fit()

    def restyle(self) -> None:
        """Draw the colours anew."""
        for button, (_, _, colour) in zip(self._buttons, self._shown):
            button.setIcon(spot(colour, ratio=self.devicePixelRatioF()))

    def _add(self) -> None:
        number = len(self._buttons) + 1
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _checked=False: self.pressed.emit(number))
        self._buttons.append(button)
        self._layout.insertWidget(len(self._buttons) - 1, button)

    def _name(self) -> None:
        """Write the names, at some length where the window is wide."""
        most = max(_CHIP, (self.width() - 16) // max(1, len(self._shown)) - _AROUND)
        for number, (button, (_, label, _)) in enumerate(zip(self._buttons, self._shown), 1):
            name = self._agreeing.shown(label, most, button.fontMetrics().horizontalAdvance)
            button.setText(f"{number}  {name}".replace("&", "&&"))

    def _fit(self) -> None:
        self._name()
        room = self.width() - 16
        for number, button in enumerate(self._buttons):
            room -= button.sizeHint().width()
            button.setVisible(number < len(self._shown) and room >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class ReadingPanel(QWidget):
    """`digit_pressed(1–9)`; `whole_chosen(coding)` when a code on the whole document is clicked; `sources_asked`."""

    digit_pressed = Signal(int)
    whole_chosen = Signal(int)
    sources_asked = Signal()
    text_shown = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.pane = ReaderPane()
        self.pane.offers_sentence = True
        self.pane.setMinimumWidth(320)
        self.pane.installEventFilter(self)
        self.bar = FindBar(self.pane)
        self.bar.closed.connect(lambda: self.pane.setFocus(Qt.FocusReason.OtherFocusReason))
        self.going = GoToBar(self.pane)
        self.going.closed.connect(lambda: self.pane.setFocus(Qt.FocusReason.OtherFocusReason))
        self.recent = RecentStrip()
        self.recent.pressed.connect(self.digit_pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._header())
        layout.addWidget(self.bar)
        layout.addWidget(self.going)
        layout.addWidget(self.pane, 1)
        layout.addWidget(self.recent)
        self.restyle()

    def _header(self) -> QHBoxLayout:
        self.sources = _button("document", self.tr("Sources"))
        self.sources.setCheckable(True)
        self.sources.clicked.connect(lambda _checked=False: self.sources_asked.emit())
        self.name = ElidedLabel()
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.facts = QLabel()
        self.facts.setProperty("muted", True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.chips = QHBoxLayout()
        self.chips.setSpacing(0)
        search = _button("search", self.tr("Find in this text ({key})").format(key=actions.shown("code.find_in_text")))
        search.clicked.connect(lambda _checked=False: self.bar.open())
        self._header_line = header = QHBoxLayout()
        header.setContentsMargins(8, 4, 8, 4)
        header.setSpacing(8)
        header.addWidget(self.sources)
        header.addWidget(self.name, 1)
        header.addLayout(self.chips)
        header.addWidget(self.facts)
        header.addWidget(search)
        return header

    def show_document(
        self,
        name: str,
        facts: str,
        text: str,
        passages: Iterable[ReaderPassage],
        codings: Iterable[ReaderCoding],
        *,
        keep_place: bool = False,
    ) -> None:
        """Show a document; `facts` is said beside its name."""
        self.name.setText(name)
        self._say_facts(facts)
        self.bar.text = text
        self.pane.show_document(text, passages, codings, keep_place=keep_place)
        self.text_shown.emit()
        self.bar.refresh()

    def correct(
        self, facts: str, text: str, passages: SpanChange[ReaderPassage], codings: SpanChange[ReaderCoding]
    ) -> None:
        """Show the document after a correction, see the pane."""
        self._say_facts(facts)
        self.bar.text = text
        self.pane.correct(text, passages, codings)
        self.text_shown.emit()
        self.bar.refresh()

    def _say_facts(self, facts: str) -> None:
        """Say what is known of the document, where that leaves its name the room to be read."""
        self.facts.setText(facts)
        self.facts.setVisible(self.facts.sizeHint().width() + _NAMED <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_facts(self.facts.text())

    def add_filter(self, narrowing: MarginFilter) -> None:
        """Put the margin's menu at the end of the header, above the margin."""
        self.filter = narrowing
        self._header_line.addWidget(narrowing)

    def show_wholes(self, book: Book, codings: Sequence[CodingInfo]) -> None:
        """Show the codes on the whole document."""
        while (item := self.chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for coding in codings:
            code = book.codes[coding.code]
            chip = QToolButton()
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setIcon(spot(code.colour, ratio=self.devicePixelRatioF()))
            chip.setText(in_words(code.label, _CHIP, chip.fontMetrics().horizontalAdvance))
            said = self.tr("{code}, on the whole document, by {coder}").format(code=code.label, coder=coding.coder)
            chip.setToolTip(said)
            chip.setAccessibleName(said)
            chip.clicked.connect(lambda _checked=False, key=coding.key: self.whole_chosen.emit(key))
            self.chips.addWidget(chip)

    def restyle(self) -> None:
        """Take on the window's colours and size of text."""
        self.pane.set_theme(theme.reader_theme())
        self.pane.set_text_size(theme.text_size(self.settings))
        self.recent.restyle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Ctrl with the page keys to the page, which goes to the next document; the text would claim them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            page_key = event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
            if page_key and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = actions.digit_of(event)
        if digit:
            self.digit_pressed.emit(digit)
        else:
            super().keyPressEvent(event)


def _button(name: str, said: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(said)
    button.setAccessibleName(said)
    return button

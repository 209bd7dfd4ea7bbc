"""The entry of a code in the codebook, to be read and edited: definition, rules, examples, cues and colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.codebook.painting import spot
from app.icons import icon
from app.widgets import ElidedLabel
from coding.codebook.palette import PALETTE

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from corpus.store.history import Step

_TEXTS = ("aliases", "definition", "include", "exclude", "typical", "atypical", "cues")
_LISTS = ("cues", "aliases")
_LINES = {"definition": 5, "include": 3, "exclude": 3, "typical": 3, "atypical": 3, "cues": 3, "aliases": 2}
_SOON_MS = 800  # after the last letter


class ColourChoice(QWidget):
    """The palette as buttons; `chosen` is the colour (`#rrggbb`)."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chosen = ""
        self._buttons: dict[str, QToolButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for number, colour in enumerate(PALETTE):
            button = QToolButton()
            button.setCheckable(True)
            button.setFixedSize(26, 26)
            button.setIcon(spot(colour, ratio=self.devicePixelRatioF()))
            button.setAccessibleName(self.tr("Colour {number}").format(number=number + 1))
            button.setToolTip(colour)
            button.clicked.connect(lambda _checked=False, colour=colour: self._choose(colour))
            grid.addWidget(button, number // 10, number % 10)
            self._buttons[colour] = button
        grid.setColumnStretch(10, 1)

    def show_colour(self, colour: str) -> None:
        """Mark a colour as the one chosen; one that isn't in the palette is kept all the same."""
        self.chosen = colour
        for name, button in self._buttons.items():
            button.setChecked(name == colour)

    def _choose(self, colour: str) -> None:
        self.show_colour(colour)
        self.changed.emit()


class CodeEntry(QWidget):
    """`typed(key, fields)`: what is written otherwise than when the person began, kept as it is typed; `left` when they
    go back to the tree; `history_asked(key)`.
    """

    typed = Signal(int, object)
    left = Signal()
    history_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._code: CodeInfo | None = None  # as it was when the person began to type
        self.step: Step | None = None  # what takes back all that was typed since
        self._written: dict[str, Any] = {}
        self._writing = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.flush)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        self.short = QLineEdit()
        self.short.setAccessibleName(self.tr("In short"))
        self.colour = ColourChoice()
        titles = {
            "definition": self.tr("Definition"),
            "include": self.tr("Include"),
            "exclude": self.tr("Exclude"),
            "typical": self.tr("Typical example"),
            "atypical": self.tr("Atypical example"),
            "cues": self.tr("Cues, one a line"),
            "aliases": self.tr("Other names, one a line"),
        }
        self.texts = {name: self._text(name, titles[name]) for name in _TEXTS}
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setContentsMargins(8, 0, 8, 8)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("In short"), self.short)
        for name in _TEXTS:
            form.addRow(titles[name], self.texts[name])
        form.addRow(self.tr("Colour"), self.colour)
        self._lay_out(form)
        self.name.editingFinished.connect(self.flush)  # a name half typed may be another code's
        self.short.textEdited.connect(self._changed)
        self.short.editingFinished.connect(self.flush)
        self.colour.changed.connect(self.flush)

    def _text(self, name: str, title: str) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setAccessibleName(title)
        box.setTabChangesFocus(True)
        box.setFixedHeight(box.fontMetrics().lineSpacing() * _LINES[name] + 20)
        if name != "aliases":  # which, half typed, may be another code's name
            box.textChanged.connect(self._changed)
        box.installEventFilter(self)
        return box

    def _lay_out(self, form: QFormLayout) -> None:
        back = QToolButton()
        back.setIcon(icon("left"))
        back.setAccessibleName(self.tr("Back to the codebook"))
        back.setToolTip(self.tr("Back to the codebook (Escape)"))
        back.clicked.connect(lambda _checked=False: self._leave())
        self.title = ElidedLabel()
        self.provenance = QLabel()
        self.provenance.setProperty("muted", True)
        self.provenance.setTextFormat(Qt.TextFormat.PlainText)
        self.counts = QLabel()
        self.counts.setProperty("muted", True)
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.counts.setWordWrap(True)
        self.counts.setContentsMargins(8, 0, 8, 4)
        self.sets = QLabel()
        self.sets.setProperty("muted", True)
        self.sets.setTextFormat(Qt.TextFormat.PlainText)
        self.sets.setWordWrap(True)
        self.sets.setContentsMargins(8, 0, 8, 4)
        head = QHBoxLayout()
        head.setContentsMargins(4, 4, 8, 0)
        head.addWidget(back)
        head.addWidget(self.title, 1)
        head.addWidget(self.provenance)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 8)
        said = QLabel(self.tr("Kept as you type"))
        said.setProperty("muted", True)
        history = QPushButton(icon("history"), self.tr("History…"))
        history.setToolTip(self.tr("Who wrote what is said of this code, when, and instead of what"))
        history.clicked.connect(lambda _checked=False: self._ask_history())
        foot.addWidget(said)
        foot.addStretch()
        foot.addWidget(history)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.counts)
        layout.addWidget(self.sets)
        layout.addWidget(scroll, 1)
        inner = QWidget()
        scroll.setWidget(inner)
        inner.setLayout(form)
        layout.addLayout(foot)
        for key in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.flush)

    def show_code(self, code: CodeInfo, *, keep: bool = False) -> None:
        """Show a code's entry; with `keep` what is being written stays where it is of the same code."""
        same = keep and self._code is not None and self._code.key == code.key
        if same and (self._writing or self._soon.isActive() or self._told() == _said(code)):
            return
        self.flush()
        self._code, self._written, self.step = None, {}, None
        self.title.setText(code.path)
        self.provenance.setText(code.provenance)
        self.name.setText(code.name)
        self.short.setText(code.short)
        for name, box in self.texts.items():
            said = getattr(code, name)
            box.setPlainText("\n".join(said) if name in _LISTS else said)
        self.colour.show_colour(code.colour)
        self._code = code

    def say_counts(self, said: str) -> None:
        """Say in the heading how often the code is used."""
        self.counts.setText(said)

    def say_sets(self, names: Sequence[str]) -> None:
        """Say in the heading which sets the code is in."""
        self.sets.setText(self.tr("In the sets: {names}").format(names=", ".join(names)))
        self.sets.setVisible(bool(names))

    @property
    def began(self) -> CodeInfo | None:
        """The code as it was when the person began to type."""
        return self._code

    @property
    def key(self) -> int | None:
        """The code shown."""
        return self._code.key if self._code else None

    def _told(self) -> dict[str, Any]:
        """Give what is written in the boxes."""
        told: dict[str, Any] = {name: box.toPlainText() for name, box in self.texts.items()}
        lists = {name: sorted(set(self._lines(name))) for name in _LISTS}
        name, colour = self.name.text().strip(), self.colour.chosen
        return told | lists | {"name": name, "short": self.short.text(), "colour": colour}

    def fields(self) -> dict[str, Any]:
        """Give what is written otherwise than when the person began; a name that is empty or half typed is none."""
        if self._code is None:
            return {}
        before, told = _said(self._code), self._told()
        half = not told["name"] or self.name.hasFocus()
        other = [name for name, value in told.items() if value != before[name] and not (name == "name" and half)]
        return {name: self._lines(name) if name in _LISTS else told[name] for name in other}

    def _lines(self, name: str) -> tuple[str, ...]:
        """Give the lines of a box that is a list, in the order they are written."""
        return tuple(line.strip() for line in self.texts[name].toPlainText().splitlines() if line.strip())

    def _changed(self) -> None:
        if self._code is not None:
            self._soon.start()

    def flush(self) -> None:
        """Let what was typed be written now."""
        self._soon.stop()
        fields = self.fields()
        if self._code is not None and fields != self._written:
            self._written, self._writing = fields, True
            self.typed.emit(self._code.key, fields)
            self._writing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _ask_history(self) -> None:
        if self._code is not None:
            self.history_asked.emit(self._code.key)

    def _leave(self) -> None:
        self.setFocus()  # a name is whole once the cursor has left it
        self.flush()
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)


def _said(code: CodeInfo) -> dict[str, Any]:
    """Return what is said of a code, as the boxes tell it."""
    told: dict[str, Any] = {name: getattr(code, name) for name in (*_TEXTS, "name", "short", "colour")}
    return told | {name: sorted(set(told[name])) for name in _LISTS}

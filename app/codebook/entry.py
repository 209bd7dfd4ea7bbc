"""The entry of a code in the codebook, to be read and edited: definition, rules, examples, cues and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
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

_TEXTS = ("aliases", "definition", "include", "exclude", "typical", "atypical", "cues")
_LISTS = ("cues", "aliases")
_LINES = {"definition": 5, "include": 3, "exclude": 3, "typical": 3, "atypical": 3, "cues": 3, "aliases": 2}


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
    """`save_asked(key, fields)` with what was changed; `left` when the person goes back to the tree."""

    save_asked = Signal(int, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code: CodeInfo | None = None
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        self.short = QLineEdit()
        self.short.setAccessibleName(self.tr("In short"))
        self.colour = ColourChoice()
        titles = {
            "definition": self.tr("Definition"), "include": self.tr("Include"), "exclude": self.tr("Exclude"),
            "typical": self.tr("Typical example"), "atypical": self.tr("Atypical example"),
            "cues": self.tr("Cues, one a line"), "aliases": self.tr("Other names, one a line"),
        }  # fmt: skip
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
        self.name.textChanged.connect(self._changed)
        self.short.textChanged.connect(self._changed)
        self.colour.changed.connect(self._changed)

    def _text(self, name: str, title: str) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setAccessibleName(title)
        box.setTabChangesFocus(True)
        box.setFixedHeight(box.fontMetrics().lineSpacing() * _LINES[name] + 20)
        box.textChanged.connect(self._changed)
        box.installEventFilter(self)
        return box

    def _lay_out(self, form: QFormLayout) -> None:
        back = QToolButton()
        back.setIcon(icon("left"))
        back.setAccessibleName(self.tr("Back to the codebook"))
        back.setToolTip(self.tr("Back to the codebook (Escape)"))
        back.clicked.connect(self.left)
        self.title = ElidedLabel()
        self.provenance = QLabel()
        self.provenance.setProperty("muted", True)
        self.provenance.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setContentsMargins(4, 4, 8, 0)
        head.addWidget(back)
        head.addWidget(self.title, 1)
        head.addWidget(self.provenance)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("primary", True)
        self.save.setToolTip(self.tr("Save the entry (Ctrl+Enter)"))
        self.save.clicked.connect(self._save)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 8)
        foot.addStretch()
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)
        inner = QWidget()
        scroll.setWidget(inner)
        inner.setLayout(form)
        layout.addLayout(foot)
        for key in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save)

    def show_code(self, code: CodeInfo, *, keep: bool = False) -> None:
        """Show a code's entry; with `keep` what was being written stays where it is the same code."""
        if keep and self._code is not None and self._code.key == code.key and self.fields():
            self._code = code
            self._changed()
            return
        self._code = None
        self.title.setText(code.path)
        self.provenance.setText(code.provenance)
        self.name.setText(code.name)
        self.short.setText(code.short)
        for name, box in self.texts.items():
            said = getattr(code, name)
            box.setPlainText("\n".join(said) if name in _LISTS else said)
        self.colour.show_colour(code.colour)
        self._code = code
        self._changed()

    @property
    def key(self) -> int | None:
        """The code shown."""
        return self._code.key if self._code else None

    def fields(self) -> dict[str, Any]:
        """Give what is written otherwise than the project has it."""
        code = self._code
        if code is None:
            return {}
        now = {name: self.texts[name].toPlainText() for name in _TEXTS if name not in _LISTS}
        now |= {"name": self.name.text().strip(), "short": self.short.text(), "colour": self.colour.chosen}
        changed: dict[str, Any] = {name: value for name, value in now.items() if value != getattr(code, name)}
        for name in _LISTS:
            lines = tuple(line.strip() for line in self.texts[name].toPlainText().splitlines() if line.strip())
            if set(lines) != set(getattr(code, name)):
                changed[name] = lines
        return changed

    def _changed(self) -> None:
        self.save.setEnabled(bool(self.fields()) and bool(self.name.text().strip()))

    def _save(self) -> None:
        if self._code is not None and self.save.isEnabled():
            self.save_asked.emit(self._code.key, self.fields())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

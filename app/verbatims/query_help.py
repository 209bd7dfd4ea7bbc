"""The query language on one card, by examples that can be tried with a click, with names from the study itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import theme

if TYPE_CHECKING:
    from coding.moment.moment import Moment

Examples = tuple[tuple[str, str], ...]
_EXAMPLE = """QPushButton {{ text-align: left; font-family: monospace; padding: 3px 8px; border: 0; border-radius: 4px;
background: transparent; color: {c.accent}; }}
QPushButton:hover, QPushButton:focus {{ background: {c.selection}; }}"""


class Help(QFrame):
    """Explains the query language; `taken(query)` gives the example that was clicked."""

    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._names: Mapping[str, str] = _USUAL
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(20, 14, 20, 14)
        self._body: QWidget | None = None

    def show_for(self, moment: Moment | None) -> None:
        """Write the card with names of a study, in the colours of the moment."""
        self._names = _USUAL if moment is None else names_of(moment)
        self.setStyleSheet(_EXAMPLE.format(c=theme.colours()))
        if self._body is not None:
            self._body.hide()
            self._whole.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget()
        self._fill(self._body)
        self._whole.addWidget(self._body)
        self.adjustSize()

    def _fill(self, body: QWidget) -> None:
        whole, across = QVBoxLayout(body), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        across.setSpacing(40)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (left, ((self.tr("Words"), self.words()), (self.tr("Together"), self.together()))),
            (right, ((self.tr("What the study knows"), self.known()), (self.tr("Codes with codes"), self.related()))),
        ):
            column.setSpacing(14)
            for title, examples in parts:
                column.addLayout(self._part(title, examples))
            column.addStretch(1)
            across.addLayout(column)
        whole.addLayout(across)
        note = QLabel(
            self.tr(
                "Case and accents make no difference. Operators and fields have names in French and in English, and "
                "both are understood."
            )
        )
        note.setContentsMargins(8, 0, 0, 0)
        note.setProperty("muted", True)
        whole.addWidget(note)

    def _part(self, title: str, examples: Examples) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        head = QLabel(title)
        font = QFont(head.font())
        font.setBold(True)
        head.setFont(font)
        head.setContentsMargins(8, 0, 0, 4)
        grid.addWidget(head, 0, 0, 1, 2)
        for number, (example, meaning) in enumerate(examples, 1):
            button = QPushButton(example.replace("&", "&&"))
            button.setFlat(True)
            button.setAccessibleName(f"{example}: {meaning}")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked=False, example=example: self._take(example))
            said = QLabel(meaning)
            said.setProperty("muted", True)
            grid.addWidget(button, number, 0)
            grid.addWidget(said, number, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def words(self) -> Examples:
        """Give queries of words, and what they find."""
        return (
            (self.tr("journey client"), self.tr("both words, anywhere in the turn")),
            (self.tr('"client journey"'), self.tr("side by side, small words included")),
            ("innov*", self.tr("* any letters, ? one letter")),
            (self.tr("~innovate"), self.tr("all its forms, irregular ones too")),
            (self.tr("=Client"), self.tr("as it is written")),
            (r"/\d+ %/", self.tr("a regular expression")),
            ("*", self.tr("every turn")),
        )

    def together(self) -> Examples:
        """Give queries that join words."""
        return (
            (self.tr("client OR user"), self.tr("one or the other; also |")),
            (self.tr("client NOT shop"), self.tr("the first without the second; also -shop")),
            (self.tr("(client | user) & waiting"), self.tr("parentheses, as in a sum")),
            (self.tr("client NEAR/5 shop"), self.tr("five words apart at most, either order")),
            (self.tr("client THEN/5 shop"), self.tr("in this order")),
        )

    def known(self) -> Examples:
        """Give queries of fields."""
        return self._named(
            (self.tr("capability:{one} client"), self.tr("a word in what illustrates a capability")),
            (self.tr("code:{code} -coder:{coder}"), self.tr("a code and those below it, but not by one coder")),
            (self.tr("coding:descriptive origin:suggestion"), self.tr("descriptive codes that were suggested")),
            (self.tr("speaker:{speaker} role:interviewee"), self.tr("who says it")),
            (self.tr("participant.{attribute}:{value}"), self.tr("an attribute of the participant")),
            (self.tr("document:{document}"), self.tr("the document's name")),
            (self.tr("memo:check has:excerpt"), self.tr("words in a memo there; an excerpt")),
            (self.tr("uncoded client"), self.tr("nobody has coded it yet")),
        )

    def related(self) -> Examples:
        """Give queries of fields beside each other."""
        return self._named(
            (self.tr("capability:{one} OVERLAPS capability:{two}"), self.tr("codings that share words")),
            (self.tr("capability:{one} NEAR/2 capability:{two}"), self.tr("two turns apart at most")),
            (self.tr("capability:{one} THEN capability:{two}"), self.tr("the second in the next turn")),
        )

    def _named(self, *examples: tuple[str, str]) -> Examples:
        return tuple((example.format(**self._names), meaning) for example, meaning in examples)

    def every(self) -> Examples:
        """Give all the examples."""
        return (*self.words(), *self.together(), *self.known(), *self.related())

    def _take(self, example: str) -> None:
        self.hide()
        self.taken.emit(example)


_USUAL = {
    "one": "C1",
    "two": "C2",
    "code": "client",
    "coder": "Paul",
    "speaker": "Anne",
    "attribute": "sector",
    "value": "retail",
    "document": "inter*",
}


def names_of(moment: Moment) -> dict[str, str]:
    """Give names that a study has for the fields of the examples, the usual ones where it has none."""
    from coding.moment import facets
    from coding.moment.counts import counts

    keys = [code.code_key for code in moment.codes.values() if code.code_key and code.framework is not None]
    used = counts(moment).own
    codes = [code.name for code in moment.codes.values() if code.framework is None and code.key in used]
    speakers = [voice.label for voice in moment.voices.speakers.values() if voice.role == "respondent"]
    coders = list(moment.net.coders.values())
    files = [info.name for info in moment.infos.values()]
    values = [
        (name.partition(":")[2], label.name)
        for name, divided in facets.said(moment).items()
        for label in divided.labels
        if name.startswith("attribute:") and label.key is not None
    ]
    found = {"code": _short(codes), "coder": _short(coders), "speaker": _short(speakers)}
    if len(keys) > 1:
        found |= {"one": keys[0], "two": keys[1]}
    if values:
        found |= dict(zip(("attribute", "value"), min(values, key=lambda pair: len("".join(pair))), strict=True))
    named = {name: _quoted(value) for name, value in found.items() if value}
    if files:
        named["document"] = _quoted(f"{files[0].split()[0]}*")
    return {**_USUAL, **named}


def _quoted(value: str) -> str:
    value = value.replace('"', " ")
    return value if re.fullmatch(r"[\w*-]+", value) else f'"{value}"'


def _short(names: list[str]) -> str:
    return min(names, key=len, default="")

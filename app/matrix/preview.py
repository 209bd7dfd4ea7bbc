"""The words behind the cell in focus, the first of them, beside the matrix."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from app import theme
from app.hub import Place
from app.i18n import percent

if TYPE_CHECKING:
    from coding.moment.evidence import EvidenceItem
    from coding.tables.verbatims import Verbatim

SHOWN = 12
_LEAST = 220  # pixels across
_LONGEST = 600  # characters of one verbatim


class CellPreview(QWidget):
    """Shows the first verbatims. place_asked(Place): one is to be seen in the reader · all_asked(): all are wanted."""

    place_asked = Signal(object)
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[Verbatim] = ()
        self._title, self._total = "", 0
        self.facts = QLabel()
        self.facts.setProperty("muted", True)
        self.facts.setWordWrap(True)
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("Quotations of the cell"))
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.anchorClicked.connect(self._clicked)
        self.all = QPushButton()
        self.all.clicked.connect(self.all_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.facts)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.all)
        self.show_verbatims("", (), ())

    def show_verbatims(
        self,
        title: str,
        found: Sequence[Verbatim],
        items: Sequence[EvidenceItem],
        *,
        cell: str = "",
        value: float | None = None,
    ) -> None:
        """Show what stands behind a cell that counts `cell`: all `items`, of which `found` are the first."""
        self._title, self._found, self._total = title, found, len(items)
        self.title.setText(title)
        counted = sum(item.counted for item in items)
        segments = self.tr("%n coded segment(s)", "", counted)
        parts = [self._valued(cell, value or 0), segments if counted else ""]
        if against := len(items) - counted:
            parts.append(self.tr("%n contradicting", "", against))
        self.facts.setText(" · ".join(part for part in parts if part))
        self.facts.setVisible(bool(self.facts.text()))
        self.all.setVisible(bool(items))
        self.all.setText(
            self.tr("Show %n coded segment(s)", "", counted) if counted else self.tr("Show what contradicts")
        )
        self.setMinimumWidth(max(_LEAST, self.minimumSizeHint().width()))  # or what the button says is cut off
        self.paint_again()

    def _valued(self, cell: str, value: float) -> str:
        """Say the number of the cell with what it counts; nothing for segments, which are said anyhow."""
        number = int(value)
        match cell:
            case "passages" | "same-words" | "near":
                return self.tr("%n passage(s)", "", number)
            case "documents":
                return self.tr("%n document(s)", "", number)
            case "participants":
                return self.tr("%n participant(s)", "", number)
            case "words":
                return self.tr("%Ln word(s)", "", number)
            case "c":
                return f"c = {QLocale().toString(value, 'f', 2)}"
            case "share":
                return self.tr("{share} of the row's words").format(share=percent(value, 1 if value < 0.1 else 0))
            case "asked":
                return self.tr("{share} of those who were asked").format(share=percent(value, 0))
        return ""

    def paint_again(self) -> None:
        """Write the words in the colours of the moment."""
        c = theme.colours()
        if not self._title:
            said = self.tr("Go to a cell with the arrow keys: its words show here.")
            self.text.setHtml(f'<p style="color:{c.muted}">{escape(said)}</p>')
            return
        if not self._found:
            said = self.tr("Nothing stands behind this cell.")
            self.text.setHtml(f'<p style="color:{c.muted}">{escape(said)}</p>')
            return
        parts = [self._written(number, one, c) for number, one in enumerate(self._found)]
        if self._total > len(self._found):
            said = self.tr("… and %n more", "", self._total - len(self._found))
            parts.append(f'<p style="color:{c.muted}">{escape(said)}</p>')
        self.text.setHtml("".join(parts))

    def _written(self, number: int, one: Verbatim, c: theme.Colours) -> str:
        who = " · ".join(part for part in (one.document_name, one.speaker) if part)
        ways = [self.tr("direct")] * one.direct + [self.tr("linked")] * one.linked
        if not one.counted:
            ways.append(self.tr("contradicts, not counted"))
        words = " ".join(one.text.split())
        words = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
        return (
            f'<p style="margin-top:0; margin-bottom:2px"><a href="{number}" '
            f'style="color:{c.accent}; text-decoration:none">{escape(who)}</a> '
            f'<span style="color:{c.muted}">{escape(", ".join(ways))}</span></p>'
            f'<p style="margin-top:0; margin-bottom:14px; line-height:135%">{escape(words)}</p>'
        )

    def _clicked(self, url: QUrl) -> None:
        one = self._found[int(url.toString())]
        coding = one.codings[0] if one.codings else None
        self.place_asked.emit(Place(one.document, one.start, one.end, coding))

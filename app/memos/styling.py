"""Markdown as it will read, while it is written: headings large, marks pale, links in the accent's colour."""

from __future__ import annotations

import re
from collections.abc import Collection

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app import theme

LINK = re.compile(r"\[\[([^\[\]\n|]{1,500})\]\]")
_HEADING = re.compile(r"(#{1,6}) +\S")
_BULLET = re.compile(r" *([-*+]|\d{1,3}[.)]) ")
_SIZES = (1.5, 1.3, 1.15, 1.05, 1.0, 1.0)
_INLINE = (
    (re.compile(r"(\*\*)(?=\S)([^*\n]+)(\*\*)"), "bold"),
    (re.compile(r"(?<![\w*])(\*)(?=[^\s*])([^*\n]+)(\*)(?![\w*])"), "italic"),
    (re.compile(r"(?<!\w)(_)(?=[^\s_])([^_\n]+)(_)(?!\w)"), "italic"),
    (re.compile(r"(`)([^`\n]+)(`)"), "code"),
)


class Styling(QSyntaxHighlighter):
    """Dresses a memo line by line; `broken` are the links, as they are written, that lead nowhere."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.broken: frozenset[str] = frozenset()

    def tell(self, broken: Collection[str]) -> None:
        """Dress anew where other links lead nowhere now."""
        if frozenset(broken) != self.broken:
            self.broken = frozenset(broken)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        colours, points = theme.colours(), self.document().defaultFont().pointSizeF()
        pale = QTextCharFormat()
        pale.setForeground(QColor(colours.muted))
        if heading := _HEADING.match(text):
            large = QTextCharFormat()
            large.setFontPointSize(points * _SIZES[len(heading[1]) - 1])
            large.setFontWeight(QFont.Weight.DemiBold)
            self._dress(text, 0, len(text), large)
            large.setForeground(QColor(colours.muted))
            self._dress(text, 0, len(heading[1]), large)
        elif bullet := _BULLET.match(text):
            self._dress(text, *bullet.span(1), pale)
        for pattern, kind in _INLINE:
            for found in pattern.finditer(text):
                self._mix(text, *found.span(2), kind)
                for mark in (1, 3):
                    self._dress(text, *found.span(mark), pale)
        for link in LINK.finditer(text):
            self._link(text, link)

    def _link(self, text: str, link: re.Match[str]) -> None:
        broken = link[1] in self.broken
        dress = QTextCharFormat()
        dress.setForeground(QColor(theme.colours().danger if broken else theme.colours().accent))
        if broken:
            dress.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        else:
            dress.setFontUnderline(True)
        self._dress(text, *link.span(), dress)

    def _mix(self, text: str, start: int, end: int, kind: str) -> None:
        at = _units(text[:start])
        dress = QTextCharFormat(self.format(at))
        if kind == "bold":
            dress.setFontWeight(QFont.Weight.Bold)
        elif kind == "italic":
            dress.setFontItalic(True)
        else:
            dress.setFontFamilies(["monospace"])
        self._dress(text, start, end, dress)

    def _dress(self, text: str, start: int, end: int, dress: QTextCharFormat) -> None:
        """Dress from code point to code point; Qt counts UTF-16 units."""
        self.setFormat(_units(text[:start]), _units(text[start:end]), dress)


def _units(text: str) -> int:
    return len(text) + sum(ord(letter) > 0xFFFF for letter in text)

"""Names set in lines of a given width, each measured once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTransform

from app.eliding import apart


class Measured:
    """Sets names in one type; what it has set before is remembered."""

    def __init__(self, font: QFont, line: int) -> None:
        self.font, self.line = font, line
        self._font = QFontMetricsF(font)
        self.height = self._font.height()
        self.width = lru_cache(maxsize=4096)(self._width)  # a method of Qt's own would have its help text made: 50 ms
        self.set = lru_cache(maxsize=4096)(self._set)
        self._wrapped = lru_cache(maxsize=4096)(self._wrap)
        self._shortened = lru_cache(maxsize=256)(self._shorten)

    def _width(self, words: str) -> float:
        return self._font.horizontalAdvance(words)

    def _set(self, words: str) -> QStaticText:
        """Give a line that Qt has shaped, to be drawn by its top left corner: half of what drawing it takes."""
        line = QStaticText(words)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.prepare(QTransform(), self.font)
        return line

    def digits(self, number: int) -> float:
        """Give the room that the digits of a number take beyond the first."""
        return self.width("0") * (len(str(number)) - 1)

    def lines(self, names: Sequence[str], room: float, turns: int) -> list[tuple[str, ...]]:
        """Give the lines of each name, `turns` at most; those too long are elided where they agree with the others."""
        wrapped = [self._wrapped(name, room, turns) for name in names]
        long = tuple(dict.fromkeys(name for name, lines in zip(names, wrapped) if not lines))
        short = dict(zip(long, self._shortened(long, room, turns)))
        return [lines or short[name] for name, lines in zip(names, wrapped)]

    def _shorten(self, names: tuple[str, ...], room: float, turns: int) -> list[tuple[str, ...]]:
        """Give the lines of shortened names, none of whose words is parted: as many lines as that leaves."""
        made: list[tuple[str, ...]] = [(name,) for name in apart(names, room, self.width)]
        for length in range(2, turns + 1):
            longer = apart(names, room * (length - 0.5), self.width)
            made = [self._wrapped(name, room, length) or less for name, less in zip(longer, made)]
        return made

    def _wrap(self, name: str, room: float, turns: int) -> tuple[str, ...]:
        """Give the lines of a name whose words fit into so many; nothing where they don't."""
        made: list[str] = []
        for word in name.split():
            if made and self.width(f"{made[-1]} {word}") <= room:
                made[-1] = f"{made[-1]} {word}"
            else:
                made.append(word)
        fits = len(made) <= turns and all(self.width(line) <= room for line in made)
        return tuple(made) if fits else ()

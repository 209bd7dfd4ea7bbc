"""The scroll bar of the reader, with a tick for every place that is marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from .document import Span
from .items import PassingMark

_TICK = 2  # pixels
_MOST = 2_000  # ticks, at most


def some_of(hits: Sequence[Span]) -> Sequence[Span]:
    """Give as many hits as there can be ticks, of thousands some of each neighbourhood."""
    return hits[:: 1 + len(hits) // _MOST]


def hits_between(hits: Sequence[Span], start: int, end: int) -> Iterator[PassingMark]:
    """Give the marks of the hits, which are in order, that share a character with a stretch."""
    low = max(0, bisect_left(hits, (start, 0)) - 1)
    found = takewhile(lambda hit: hit[0] < end, (hits[n] for n in range(low, len(hits))))
    return (PassingMark(*hit) for hit in found)


class TickedBar(QScrollBar):
    """`where()` gives how far down each mark stands, 0 to 1; it is asked again after `mark` and `stale`."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._where: Callable[[], Sequence[float]] = tuple
        self._colour = QColor()
        self._pixels: tuple[int, tuple[int, ...]] | None = None

    def mark(self, where: Callable[[], Sequence[float]], colour: QColor) -> None:
        """Show ticks there, in that colour."""
        self._where, self._colour = where, colour
        self.stale()

    def stale(self) -> None:
        """Ask anew where the ticks stand."""
        self._pixels = None
        self.update()

    def ticks(self) -> tuple[int, ...]:
        """Give the pixels at which ticks stand, each once."""
        if self._pixels is None or self._pixels[0] != self.height():
            room = max(0, self.height() - _TICK)
            self._pixels = self.height(), tuple(sorted({round(share * room) for share in self._where()}))
        return self._pixels[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if ticks := self.ticks():
            painter = QPainter(self)
            for y in ticks:
                painter.fillRect(2, y, self.width() - 4, _TICK, self._colour)
            painter.end()

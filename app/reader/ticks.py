"""The scroll bar of the reader, with a tick for every place that is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

_TICK = 2  # pixels


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

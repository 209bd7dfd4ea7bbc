"""The word tree: what leads up to a phrase and how it goes on, thicker where more matches share it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from app import theme
from coding.words.wordtree import joined

if TYPE_CHECKING:
    from coding.words.wordtree import Branch

_PITCH, _GAP, _EDGE = 22.0, 30.0, 24.0
_SMALLEST, _LARGEST = 9.5, 20.0
Side = str


class Tree(QAbstractScrollArea):
    """`chosen(words)` gives the words of a branch that was clicked, in the order they are said, and its side."""

    chosen = Signal(tuple, str)

    def __init__(self) -> None:
        super().__init__()
        self._trees: tuple[Branch, Branch] | None = None
        self._phrase = ""
        self._boxes: list[tuple[QRectF, tuple[str, ...], Side]] = []
        self.setAccessibleName(self.tr("Word tree"))
        self.viewport().setMouseTracking(True)

    def take(self, trees: tuple[Branch, Branch] | None, phrase: str) -> None:
        """Show other trees, left and right of a phrase."""
        self._trees, self._phrase = trees, phrase
        self._fit()
        self.horizontalScrollBar().setValue(
            (self.horizontalScrollBar().maximum() + self.horizontalScrollBar().minimum()) // 2
        )
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum() // 2)
        self.viewport().update()

    @property
    def boxes(self) -> list[tuple[QRectF, tuple[str, ...], Side]]:
        """Where each branch was painted last, with its words and side."""
        return self._boxes

    def _font(self, count: int, total: int) -> QFont:
        font = QFont(self.font())
        share = math.sqrt(count / max(1, total))
        font.setPointSizeF(_SMALLEST + (_LARGEST - _SMALLEST) * share)
        return font

    def _middle(self) -> QFont:
        font = self._font(1, 1)
        font.setBold(True)
        return font

    def _size(self) -> tuple[float, float, float]:
        """Give the width to the left and right of the phrase's middle, and the height."""
        if self._trees is None:
            return 0, 0, 0
        half = QFontMetricsF(self._middle()).horizontalAdvance(self._phrase) / 2
        left, right = (self._reach(tree, tree.count) for tree in self._trees)
        high = max(self._height(tree) for tree in self._trees)
        return half + left + _EDGE, half + right + _EDGE, high + 2 * _EDGE

    def _reach(self, tree: Branch, total: int) -> float:
        words = QFontMetricsF(self._font(tree.count, total)).horizontalAdvance(joined(tree.words)) + _GAP
        return words + max((self._reach(each, total) for each in tree.branches), default=0.0)

    def _height(self, tree: Branch) -> float:
        return max(_PITCH, sum(self._height(each) for each in tree.branches))

    def _fit(self) -> None:
        left, right, high = self._size()
        for bar, size, room in (
            (self.horizontalScrollBar(), left + right, self.viewport().width()),
            (self.verticalScrollBar(), high, self.viewport().height()),
        ):
            bar.setPageStep(room)
            bar.setSingleStep(24)
            bar.setRange(0, max(0, math.ceil(size - room)))

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._boxes = []
        if self._trees is not None:
            self._paint(painter, self._trees)
        painter.end()

    def _paint(self, painter: QPainter, trees: tuple[Branch, Branch]) -> None:
        left, right, high = self._size()
        width, room = self.viewport().width(), self.viewport().height()
        middle = left - self.horizontalScrollBar().value()
        if left + right < width:
            middle = left + (width - left - right) / 2
        y = max(high, room) / 2 - self.verticalScrollBar().value()
        font = self._middle()
        wide = QFontMetricsF(font).horizontalAdvance(self._phrase)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().accent))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(QRectF(middle - wide / 2 - 4, y - 20, wide + 8, 40), flags, self._phrase)
        for tree, side, sign in ((trees[0], "left", -1), (trees[1], "right", 1)):
            self._paint_branches(painter, tree, middle + sign * (wide / 2 + 6), y, (), side, tree.count)

    def _paint_branches(
        self, painter: QPainter, tree: Branch, x: float, y: float, said: tuple[str, ...], side: Side, total: int
    ) -> None:
        sign = -1 if side == "left" else 1
        colours = theme.colours()
        top = y - sum(self._height(each) for each in tree.branches) / 2
        for each in tree.branches:
            height = self._height(each)
            centre = top + height / 2
            top += height
            font = self._font(each.count, total)
            text = joined(each.words[::-1] if sign < 0 else each.words)
            wide = QFontMetricsF(font).horizontalAdvance(text)
            start = x + sign * (_GAP - 8)
            path = QPainterPath(QPointF(x, y))
            bend = x + sign * (_GAP - 8) / 2
            path.cubicTo(QPointF(bend, y), QPointF(bend, centre), QPointF(start - sign * 4, centre))
            line = QColor(colours.accent)
            line.setAlphaF(0.45)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(line, 1 + 3 * math.sqrt(each.count / max(1, total))))
            painter.drawPath(path)
            box = QRectF(start if sign > 0 else start - wide, centre - _PITCH / 2, wide + 2, _PITCH)
            painter.setFont(font)
            painter.setPen(QColor(colours.text))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)
            words = (*said, *each.words)
            self._boxes.append((box, tuple(reversed(words)) if sign < 0 else words, side))
            self._paint_branches(painter, each, start + sign * (wide + 6), centre, words, side, total)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = any(box.contains(event.position()) for box, _, _ in self._boxes)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for box, words, side in self._boxes:
            if box.contains(event.position()):
                self.chosen.emit(words, side)
                return

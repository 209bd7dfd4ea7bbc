"""Where in each document the verbatims are: a strip for each, from its first word to its last."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy

from app import theme
from app.eliding import Agreeing
from app.verbatims.counting import Strip

_ROW, _LEFT, _NAME, _COUNT = 30, 24, 240, 56


class Where(QAbstractScrollArea):
    """`chosen(document)` says that a strip was clicked, or entered by Return."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.strips: tuple[Strip, ...] = ()
        self.at = 0
        self.setAccessibleName(self.tr("Where in each document"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def take(self, strips: tuple[Strip, ...]) -> None:
        """Show other strips."""
        self.strips, self.at = strips, min(self.at, max(0, len(strips) - 1))
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(_ROW)
        bar.setRange(0, max(0, len(self.strips) * _ROW - height))

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = (int(event.position().y()) + self.verticalScrollBar().value()) // _ROW
        if 0 <= at < len(self.strips):
            self.at = at
            self.chosen.emit(self.strips[at].document)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self.strips:
            self.at = max(0, min(len(self.strips) - 1, self.at + steps[Qt.Key(event.key())]))
            bar = self.verticalScrollBar()
            bar.setValue(max(min(bar.value(), self.at * _ROW), (self.at + 1) * _ROW - self.viewport().height()))
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.strips:
            self.chosen.emit(self.strips[self.at].document)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = theme.colours(), QPainter(self.viewport())
        metrics, scroll = painter.fontMetrics(), self.verticalScrollBar().value()
        wide = self.viewport().width() - 2 * _LEFT - _NAME - _COUNT
        agreeing = Agreeing(strip.name for strip in self.strips)
        first = scroll // _ROW
        for at in range(first, min(len(self.strips), first + self.viewport().height() // _ROW + 2)):
            strip, top = self.strips[at], at * _ROW - scroll
            if at == self.at and self.hasFocus():
                painter.fillRect(0, top, self.viewport().width(), _ROW, QColor(colours.hover))
            painter.setPen(QColor(colours.text))
            name = agreeing.shown(strip.name, _NAME - 16, metrics.horizontalAdvance)
            painter.drawText(QRectF(_LEFT, top, _NAME - 16, _ROW), int(Qt.AlignmentFlag.AlignVCenter), name)
            left = _LEFT + _NAME
            painter.fillRect(QRectF(left, top + 9, wide, _ROW - 18), QColor(colours.rule))
            mark = QColor(colours.accent)
            mark.setAlphaF(0.75)
            for start, end in strip.places:
                painter.fillRect(QRectF(left + start * wide, top + 6, max(2.0, (end - start) * wide), _ROW - 12), mark)
            painter.setPen(QColor(colours.muted))
            box = QRectF(left + wide, top, _COUNT, _ROW)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(strip.count))
        painter.end()

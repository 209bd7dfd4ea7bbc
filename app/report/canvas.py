"""A figure as it is seen in the window: on white paper, each mark with its name, and a click away from its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from app import theme

if TYPE_CHECKING:
    from coding.figures import Figure, Spot

_NEXT = {Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Up: (0, -1)}
_ASIDE = 3.0  # how much farther off a mark seems that is beside the way


class FigureCanvas(QWidget):
    """opened(Spot): the words behind a mark are asked for · pointed(str): what the mark says that is pointed at."""

    opened = Signal(object)
    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.figure: Figure | None = None
        self.current: Spot | None = None
        self._image = QImage()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Figure"))

    def show_figure(self, figure: Figure, image: QImage) -> None:
        """Show a figure as it was drawn; the mark that was pointed at is so still, where there is one like it."""
        said = self.current.said if self.current is not None else ""
        self.figure, self._image = figure, image
        self.setAccessibleName(figure.title)
        self._point(next((spot for spot in figure.spots if spot.said == said), None))
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.figure, self.current, self._image = None, None, QImage()
        self.update()

    def fit(self, width: int) -> None:
        """Take so many pixels in width, and in height what the figure needs."""
        high = width * self.figure.height / self.figure.width if self.figure is not None else width * 0.5
        self.setFixedSize(QSize(width, round(high)))

    def _point(self, spot: Spot | None) -> None:
        self.current = spot
        alt = self.figure.alt if self.figure is not None else ""
        self.setAccessibleDescription(spot.said if spot is not None else alt)
        self.pointed.emit(spot.said if spot is not None else "")
        self.update()

    def _box(self, spot: Spot) -> QRectF:
        wide, high = self.width(), self.height()
        corner = QPointF(spot.right * wide, spot.bottom * high)
        return QRectF(QPointF(spot.left * wide, spot.top * high), corner)

    def spot_at(self, place: QPointF) -> Spot | None:
        """Return the mark at a place."""
        if self.figure is None or not self.width() or not self.height():
            return None
        return self.figure.at(place.x() / self.width(), place.y() / self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#ffffff"))  # paper, in the dark, too: it is what is printed
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._image.isNull():
            painter.drawImage(QRectF(self.rect()), self._image)
        if self.current is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.LIGHT.accent), 2))
            painter.drawRoundedRect(self._box(self.current).adjusted(-1, -1, 1, 1), 2, 2)
        elif self.hasFocus():
            painter.setPen(QPen(QColor(theme.LIGHT.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is not self.current:
            self._point(spot)
            self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
            QToolTip.showText(event.globalPosition().toPoint(), spot.said if spot else "", self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self._point(spot)
            self.opened.emit(spot)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._point(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.step(0, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (way := _NEXT.get(Qt.Key(event.key()))) is not None and not event.modifiers() & ~_KEYPAD:
            self.step(*way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current is not None:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def step(self, across: int, down: int) -> None:
        """Point at the nearest mark that way; at the first where none is pointed at."""
        spots = self.figure.spots if self.figure is not None else ()
        if self.current is None:
            self._point(spots[0] if spots else None)
            return
        here = self._box(self.current).center()
        nearest: tuple[float, Spot] | None = None
        for spot in spots:
            gap = self._box(spot).center() - here
            along, aside = gap.x() * across + gap.y() * down, abs(gap.x() * down) + abs(gap.y() * across)
            far = along + _ASIDE * aside
            if along > 1 and (nearest is None or far < nearest[0]):
                nearest = far, spot
        if nearest is not None:
            self._point(nearest[1])


_KEYPAD = Qt.KeyboardModifier.KeypadModifier

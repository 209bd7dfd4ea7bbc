"""Two small charts of quality, drawn in the window's colours: what more examples bring, and promises kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from app import theme
from app.i18n import percent
from coding.suggest.curve import MORE

if TYPE_CHECKING:
    from coding.suggest.curve import LearningCurve

_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_DOT = 3.5
_PAD = 18.0  # pixels between the first and last numbers and the ends of the lines
_SMALLEST, _LARGEST = 2.5, 9.0  # radius of a dot, by how often its chance was promised


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a chart's numbers lie: `x` and `y` turn them into places, in logical pixels."""

    painter: QPainter
    width: float
    inside: QRectF
    low: float
    high: float

    def at(self, x: float, y: float) -> QPointF:
        across = (x - self.low) / ((self.high - self.low) or 1)
        place = self.inside.adjusted(_PAD, 0, -_PAD, 0)
        return QPointF(place.left() + across * place.width(), place.bottom() - y * place.height())

    def write(self, place: QPointF, text: str, colour: str, align: Qt.AlignmentFlag) -> None:
        """Write centred on `place`, or ending there, never beyond the edges of the chart."""
        metrics = QFontMetricsF(self.painter.font())
        wide, high = metrics.horizontalAdvance(text) + 2, metrics.height()
        left = place.x() - wide * (1 if align == Qt.AlignmentFlag.AlignRight else 0.5)
        left = max(0.0, min(left, self.width - wide))
        self.painter.setPen(QColor(colour))
        self.painter.drawText(QRectF(left, place.y() - high / 2, wide, high), Qt.AlignmentFlag.AlignCenter, text)


def learning(curve: LearningCurve, width: int, font: QFont, ratio: float = 1.0) -> QImage:
    """Draw how many passages have a right code among three, by examples a code; dashed, what ten more would bring."""
    points = curve.points
    now = points[-1].per_code
    high = now + (MORE if curve.ten_more is not None else 0)
    low = min(point.per_code for point in points)

    def draw(frame: _Frame) -> None:
        c, painter = theme.colours(), frame.painter
        places = [frame.at(point.per_code, point.figures.hit_at_3) for point in points]
        if curve.ten_more is not None:
            then = frame.at(high, points[-1].figures.hit_at_3 + curve.ten_more)
            painter.setPen(QPen(QColor(c.accent), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(places[-1], then)
            painter.setPen(QPen(QColor(c.accent), 1.5))
            painter.setBrush(QColor(c.window))
            painter.drawEllipse(then, _DOT, _DOT)
            _label(frame, then, percent(points[-1].figures.hit_at_3 + curve.ten_more), c.muted, below=True)
        painter.setPen(QPen(QColor(c.accent), 2))
        painter.drawPolyline(places)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent))
        for place, point in zip(places, points, strict=True):
            painter.drawEllipse(place, _DOT, _DOT)
            _label(frame, place, percent(point.figures.hit_at_3), c.text, below=len(points) > 1 and point is points[-1])
            painter.setPen(Qt.PenStyle.NoPen)
        amounts = [point.per_code for point in points] + ([high] if curve.ten_more is not None else [])
        for amount in amounts:
            below = QPointF(frame.at(amount, 0).x(), frame.inside.bottom() + _line(painter) * 0.8)
            frame.write(below, _amount(amount), c.muted, Qt.AlignmentFlag.AlignHCenter)

    return _drawn(width, 170, font, ratio, low, high, draw)


def _label(frame: _Frame, dot: QPointF, text: str, colour: str, *, below: bool = False) -> None:
    """Write above a dot or `below` it, or on the other side where there is no room."""
    high = _line(frame.painter)
    up = dot.y() + high + _DOT > frame.inside.bottom() if below else dot.y() - high - _DOT > 0
    frame.write(
        QPointF(dot.x(), dot.y() + (-1 if up else 1) * (high / 2 + _DOT + 1)),
        text,
        colour,
        Qt.AlignmentFlag.AlignHCenter,
    )


def _amount(number: float) -> str:
    return QLocale().toString(number, "f", 0 if number >= 10 or number == round(number) else 1)


def trust(bands: Sequence[Mapping[str, float | int]], width: int, font: QFont, ratio: float = 1.0) -> QImage:
    """Draw what came true over what was promised; on the line, promises are kept; a larger dot was promised oftener."""
    most = max((int(band["count"]) for band in bands), default=1)

    def draw(frame: _Frame) -> None:
        c, painter = theme.colours(), frame.painter
        painter.setPen(QPen(QColor(c.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(frame.at(0, 0), frame.at(1, 1))
        for band in bands:
            place = frame.at(band["promised"], band["true"])
            painter.setPen(QPen(QColor(c.muted), 1))
            painter.drawLine(place, frame.at(band["promised"], band["promised"]))
        for band in bands:
            place = frame.at(band["promised"], band["true"])
            radius = _SMALLEST + (_LARGEST - _SMALLEST) * (int(band["count"]) / most) ** 0.5
            painter.setPen(QPen(QColor(c.window), 1))
            painter.setBrush(QColor(c.accent))
            painter.drawEllipse(place, radius, radius)
        for tick in _TICKS:
            below = QPointF(frame.at(tick, 0).x(), frame.inside.bottom() + _line(painter) * 0.8)
            frame.write(below, percent(tick), c.muted, Qt.AlignmentFlag.AlignHCenter)

    return _drawn(min(width, 340), 200, font, ratio, 0.0, 1.0, draw)


def _line(painter: QPainter) -> float:
    return QFontMetricsF(painter.font()).height()


def _drawn(
    width: int, height: int, font: QFont, ratio: float, low: float, high: float, draw: Callable[[_Frame], None]
) -> QImage:
    """Return a picture with lines for the quarters, and what `draw` puts on it; `low` to `high` run to the right."""
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    small = QFont(font)
    small.setPointSizeF(max(6.5, font.pointSizeF() * 0.88))
    painter.setFont(small)
    metrics = QFontMetricsF(small)
    side = metrics.horizontalAdvance(percent(1.0)) + 10
    inside = QRectF(side, metrics.height() * 0.9, width - side - 6, height - metrics.height() * 2.3)
    frame = _Frame(painter, width, inside, low, high)
    c = theme.colours()
    for tick in _TICKS:
        high_up = frame.at(low, tick).y()
        painter.setPen(QPen(QColor(c.rule), 1))
        painter.drawLine(QPointF(inside.left(), high_up), QPointF(inside.right(), high_up))
        frame.write(QPointF(side - 6, high_up), percent(tick), c.muted, Qt.AlignmentFlag.AlignRight)
    draw(frame)
    painter.end()
    return image

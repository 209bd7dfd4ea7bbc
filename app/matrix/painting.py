"""Heat as colour, and names of columns wrapped into the room they have: what the table and the figure share."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from app import theme
from app.eliding import apart

# The warmest colour on a light and on a dark ground; numbers in the colour of text stay legible on all below it.
HOTTEST_LIGHT = "#6f9ecb"
HOTTEST_DARK = "#2c5478"
NARROW, WIDE = 60, 132  # pixels of a column
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
_ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
_PAD = 6.0


def warm(heat: float, dark: bool) -> QColor:
    """Give the ground of a cell; `heat` from 0 to 1."""
    cold = QColor((theme.DARK if dark else theme.LIGHT).background)
    hot = QColor(HOTTEST_DARK if dark else HOTTEST_LIGHT)
    if heat <= 0:
        return cold
    part = 0.12 + 0.88 * min(heat, 1.0)
    return QColor.fromRgbF(
        cold.redF() + (hot.redF() - cold.redF()) * part,
        cold.greenF() + (hot.greenF() - cold.greenF()) * part,
        cold.blueF() + (hot.blueF() - cold.blueF()) * part,
    )


def column_width(names: list[str], numbers: list[str], font: QFont) -> int:
    """Give a width, the same for all columns, that holds every number and the words of the names."""
    metrics = QFontMetricsF(font)
    words = {word for name in names for word in _words(name)}
    widest = max((metrics.horizontalAdvance(word) for word in words), default=0.0)
    number = max((metrics.horizontalAdvance(text) for text in numbers), default=0.0)
    return round(max(min(max(widest + 2 * _PAD + 2, NARROW), WIDE), number + 4 * _PAD))


def narrow_width(numbers: list[str], font: QFont) -> int:
    """Give the width of a column whose name is turned: that of its numbers, and of two lines of type."""
    metrics = QFontMetricsF(font)
    number = max((metrics.horizontalAdvance(text) for text in numbers), default=0.0)
    return round(max(number + 2 * _PAD, metrics.lineSpacing() * 2 + _PAD))


def _words(text: str) -> list[str]:
    return text.replace("/", "/ ").split()


def _breakable(text: str) -> str:
    """Let a path be broken behind its strokes."""
    return text.replace("/", "/\u200b")


def _flags(text: str, width: float, metrics: QFontMetricsF) -> int:
    fits = all(metrics.horizontalAdvance(word) <= width for word in _words(text))
    return _FLAGS if fits else _ANYWHERE


def name_height(text: str, width: float, font: QFont) -> float:
    """Give the height of a name that is wrapped into `width`."""
    metrics = QFontMetricsF(font)
    inner = width - 2 * _PAD
    room = QRectF(0, 0, inner, 10_000)
    return metrics.boundingRect(room, _flags(text, inner, metrics), _breakable(text)).height() + 2 * _PAD


def turned_height(text: str, width: float, font: QFont) -> float:
    """Give the height of a name that is turned and runs on as many lines as stand beside each other in `width`."""
    metrics = QFontMetricsF(font)
    lines = max(int((width - _PAD) // metrics.lineSpacing()), 1)
    if lines == 1:
        return metrics.horizontalAdvance(text) + 2 * _PAD + 2
    length = max([metrics.horizontalAdvance(text) / lines, *(metrics.horizontalAdvance(w) for w in _words(text))])
    room = lines * metrics.lineSpacing() + 0.5
    flags = int(Qt.TextFlag.TextWordWrap)
    while metrics.boundingRect(QRectF(0, 0, length, 10_000), flags, _breakable(text)).height() > room:
        length += 8
    return length + 2 * _PAD + 2


def within(names: list[str], width: float, font: QFont, most: float, *, turned: bool) -> list[str]:
    """Shorten names that would be taller than `most` in columns of `width`, so that they still differ."""
    measure, metrics = turned_height if turned else name_height, QFontMetricsF(font)
    across, down = (most, width) if turned else (width, most)
    line, lines = across - 2 * _PAD - 4, max((down - 2 * _PAD) // metrics.lineSpacing(), 1)
    for share in (1.0, 0.85, 0.7, 0.55, 0.4, 1 / lines):
        if all(measure(name, width, font) <= most for name in names):
            break
        names = apart(names, line * lines * share, metrics.horizontalAdvance)
    return names


def draw_name(painter: QPainter, place: QRectF, text: str, *, turned: bool) -> None:
    """Draw a column's name above it: upright and wrapped, or turned by a quarter, read from below."""
    if not turned:
        inner = place.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        painter.drawText(inner, _flags(text, inner.width(), QFontMetricsF(painter.font())), _breakable(text))
        return
    painter.save()
    painter.translate(place.left(), place.bottom())
    painter.rotate(-90)
    inner = QRectF(_PAD, 0, place.height() - 2 * _PAD, place.width())
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(inner, int(flags), _breakable(text))
    painter.restore()

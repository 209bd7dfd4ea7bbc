"""Strokes that the lists and the table of the Theory page have in common."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from app import theme
from app.eliding import in_words
from coding.moment.weighing import ONE_BY_ONE

PAD = 8
_FAINT = 90  # of 255


def smaller(font: QFont, share: float = 0.88) -> QFont:
    """Give the font of what is said beside the text."""
    made = QFont(font)
    made.setPointSizeF(max(6.5, font.pointSizeF() * share))
    return made


def bolder(font: QFont) -> QFont:
    """Give the font of what is current."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def faint(colour: QColor) -> QColor:
    """Give a colour that stands back."""
    made = QColor(colour)
    made.setAlpha(_FAINT)
    return made


def dot(painter: QPainter, centre: QPointF, radius: float, colour: QColor, mode: str | None) -> None:
    """Draw a link: filled where all counts, a ring where verbatims are judged one by one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mode == ONE_BY_ONE:
        width = min(2.0, radius / 2)
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius - width / 2, radius - width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, radius, radius)
    painter.restore()


def chip_width(metrics: QFontMetrics, text: str) -> int:
    """Give the width of a chip, in pixels."""
    return metrics.horizontalAdvance(text) + metrics.height() + PAD


def chip(painter: QPainter, rect: QRect, text: str, colour: QColor, mode: str, *, inherited: bool = False) -> None:
    """Draw a link as a small label: a dot or a ring, and the code's short name."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = faint(colour)
    painter.setPen(QPen(edge, 1, Qt.PenStyle.DotLine if inherited else Qt.PenStyle.SolidLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2)
    across = rect.height()
    centre = QPointF(rect.left() + across / 2 + 1, rect.top() + across / 2)
    dot(painter, centre, across * 0.22, edge if inherited else colour, mode)
    painter.setPen(QColor(theme.colours().muted if inherited else theme.colours().text))
    words = rect.adjusted(across - 1, 0, -PAD // 2, 0)
    said = in_words(text, words.width(), painter.fontMetrics().horizontalAdvance)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
    painter.restore()


def keycap(painter: QPainter, rect: QRect, text: str, *, strong: bool) -> None:
    """Draw the key that stands for a row."""
    c = theme.colours()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(c.accent if strong else c.rule), 1))
    painter.setBrush(QColor(c.raised))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor(c.text if strong else c.muted))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def ground(painter: QPainter, rect: QRect, *, current: bool, hovered: bool, focused: bool) -> None:
    """Draw what lies behind a row of a list."""
    c = theme.colours()
    if current:
        painter.fillRect(rect, QColor(c.selection if focused else c.pressed))
    elif hovered:
        painter.fillRect(rect, QColor(c.hover))

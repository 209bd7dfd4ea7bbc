"""How a code is drawn in lists and trees: a spot of its colour, its name, its digit and its count."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.codebook.model import BELOW, COLOUR, COUNT, DIGIT, PLACE, CodeModel
from app.eliding import in_words
from app.indexes import Index
from app.neighbours import Neighbours

SPOT = 10  # pixels across
_GAP = 8
_LINE = 2  # pixels of the line above what is only near


class CodeDelegate(QStyledItemDelegate):
    """Draws the roles of `CodeModel`; what has no colour is a heading."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.neighbours = Neighbours(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, max(24, option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        panel = QStyleOptionViewItem(option)
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, panel, painter, option.widget)
        painter.save()
        colours, rect = theme.colours(), option.rect.adjusted(4, 0, -_GAP, 0)
        model = index.model()
        if not isinstance(model, CodeModel) and index.data(BELOW):
            painter.fillRect(option.rect.left(), option.rect.top(), option.rect.width(), _LINE, QColor(colours.muted))
        name, colour, count, digit = _told(index)
        font = option.font
        if colour is None:
            font.setBold(True)
        else:
            paint_spot(painter, QPointF(rect.left() + SPOT / 2, rect.center().y() + 0.5), colour)
            rect.setLeft(rect.left() + SPOT + _GAP)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        rect = _at_right(painter, rect, count, colours.muted, metrics)
        if digit:
            rect = _at_right(painter, rect, f"[{digit}]", colours.muted, metrics)
        painter.setPen(QColor(colours.text))
        shown = self.neighbours.shown(index, rect.width(), metrics, name)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if isinstance(model, CodeModel) or not (place := index.data(PLACE)):
            painter.restore()
            return
        rect.setLeft(rect.left() + metrics.horizontalAdvance(shown) + _GAP)
        if rect.width() > metrics.averageCharWidth() * 8:
            painter.setPen(QColor(colours.muted))
            shown = in_words(place, rect.width(), metrics.horizontalAdvance)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    def updateEditorGeometry(self, editor: object, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(SPOT + _GAP - 4, 0, 0, 0))  # type: ignore[attr-defined]  # the stubs miss the option's rectangle


def _told(index: Index) -> tuple[str, str | None, str, int | None]:
    """Give name, colour, count and digit of a row."""
    model = index.model()
    if isinstance(model, CodeModel):
        return model.drawn(index)
    name, count = (str(index.data(role) or "") for role in (Qt.ItemDataRole.DisplayRole, COUNT))
    return name, index.data(COLOUR), count, index.data(DIGIT)


def _at_right(painter: QPainter, rect: QRect, text: str, colour: str, metrics: QFontMetrics) -> QRect:
    """Write `text` at the right end and give what is left."""
    if not text:
        return rect
    painter.setPen(QColor(colour))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
    return rect.adjusted(0, 0, -metrics.horizontalAdvance(text) - _GAP, 0)


def paint_spot(painter: QPainter, centre: QPointF, colour: str) -> None:
    """Draw the spot by which a code is known."""
    drawn = _drawn_spot(theme.code_colour(colour).rgb(), painter.device().devicePixelRatio())
    painter.drawPixmap(QPointF(centre.x() - SPOT / 2, centre.y() - SPOT / 2), drawn)


@lru_cache(maxsize=256)
def _drawn_spot(colour: int, ratio: float) -> QPixmap:
    """Draw a spot once for all its rows: thousands of lines show a few colours."""
    made = QPixmap(round(SPOT * ratio), round(SPOT * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(0, 0, SPOT, SPOT), 3, 3)
    painter.end()
    return made


def spot(colour: str, size: int = 16, ratio: float = 1.0) -> QIcon:
    """Give the spot of a colour as an icon, for buttons and menus."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_spot(painter, QPointF(size / 2, size / 2), colour)
    painter.end()
    return QIcon(made)

"""The heat map as a picture: SVG for print, PNG for everything else, always on white."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from app import theme
from app.matrix import painting
from app.matrix.grid import Grid
from app.matrix.long_list import Long

if TYPE_CHECKING:
    from coding.permits import Terms

SUFFIXES = (".png", ".svg")
_EDGE = 16.0
_ROW = 26.0
_SCALE = 2  # pixels of the PNG to one of the drawing
_DOTS_PER_METRE = 3780  # 96 an inch


class MatrixPicture:
    """A grid drawn at its own size, in pixels of 96 to the inch."""

    def __init__(self, grid: Grid, font: QFont) -> None:
        self.grid = grid
        self.font = QFont(font)
        self.font.setPixelSize(13)
        self.bold = QFont(self.font)
        self.bold.setBold(True)
        metrics = QFontMetricsF(self.font)
        rows, columns = grid.shape
        names = [grid.column_name(column) for column in range(columns)]
        numbers = list({grid.text(row, column) for row in range(rows) for column in range(columns)})
        self.width = float(painting.column_width(names, numbers, self.bold))
        self.head = max((painting.name_height(name, self.width, self.font) for name in names), default=0.0)
        row_names = [grid.row_name(row) for row in range(rows)]
        self.side = max((metrics.horizontalAdvance(name) for name in row_names), default=0.0) + 2 * _EDGE
        self.title = metrics.lineSpacing() + _EDGE

    @property
    def size(self) -> QSize:
        """Width and height of the drawing."""
        rows, columns = self.grid.shape
        wanted = QFontMetricsF(self.bold).horizontalAdvance(self.grid.title) + 2 * _EDGE
        width = max(self.side + columns * self.width + _EDGE, wanted)
        return QSize(round(width), round(self.title + self.head + rows * _ROW + 2 * _EDGE))

    def draw(self, painter: QPainter) -> None:
        """Draw it with the painter's upper left corner as its own."""
        rows, columns = self.grid.shape
        painter.fillRect(QRectF(QPointF(0, 0), self.size.toSizeF()), QColor("#ffffff"))
        painter.setPen(QColor(theme.LIGHT.text))
        painter.setFont(self.bold)
        painter.drawText(QPointF(_EDGE, _EDGE + QFontMetricsF(self.bold).ascent()), self.grid.title)
        painter.setFont(self.font)
        top = self.title + _EDGE / 2
        for column in range(columns):
            place = QRectF(self.side + column * self.width, top, self.width, self.head)
            painting.draw_name(painter, place, self.grid.column_name(column), turned=False)
        for row in range(rows):
            self._draw_row(painter, row, top + self.head + row * _ROW)

    def _draw_row(self, painter: QPainter, row: int, top: float) -> None:
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setPen(QColor(theme.LIGHT.text))
        painter.setFont(self.font)
        painter.drawText(QRectF(_EDGE, top, self.side - _EDGE, _ROW), middle, self.grid.row_name(row))
        for column in range(self.grid.shape[1]):
            place = QRectF(self.side + column * self.width, top, self.width, _ROW)
            total = self.grid.is_total(row, column)
            heat = self.grid.heat(row, column)
            if heat > 0:
                painter.fillRect(place.adjusted(0.5, 0.5, -0.5, -0.5), painting.warm(heat, dark=False))
            text = self.grid.text(row, column)
            painter.setPen(QColor(theme.LIGHT.muted if text == "·" else theme.LIGHT.text))
            painter.setFont(self.bold if total else self.font)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)


def body(grid: Grid, suffix: str, font: QFont) -> bytes:
    """Return the picture's file; `suffix` is .png or .svg."""
    figure, kept = MatrixPicture(grid, font), QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if suffix == ".svg":
        made = QSvgGenerator()
        made.setOutputDevice(buffer)
        made.setSize(figure.size)
        made.setViewBox(QRectF(QPointF(0, 0), figure.size.toSizeF()))
        made.setTitle(grid.title)
        made.setResolution(96)
        painter = QPainter(made)
        figure.draw(painter)
        painter.end()
    else:
        image = QImage(figure.size * _SCALE, QImage.Format.Format_RGB32)
        image.setDotsPerMeterX(_DOTS_PER_METRE * _SCALE)
        image.setDotsPerMeterY(_DOTS_PER_METRE * _SCALE)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(_SCALE, _SCALE)
        figure.draw(painter)
        painter.end()
        QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(kept.data())


def save(grid: Grid, path: Path, font: QFont, terms: Terms) -> None:
    """Write the picture in the format of the file's ending; see `matrices.let`."""
    from coding.exports import matrices
    from coding.exports.saving import written

    matrices.let(grid.matrix, terms)
    grid = grid.table if isinstance(grid, Long) else grid
    written(path, body(grid, path.suffix.lower(), font))

"""Painting the rows on the screen: tints and marks under the text, the text, then what stands on and beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from app.eliding import in_words

from .document import ReaderDocument, Span
from .items import PassingMark, ReaderCoding, ReaderPassage, ReaderTheme
from .layout import PaneColumns
from .spans import segments
from .stripes import BlockRow
from .theme import Type, colour_of, legible, mixed, tinted

LAYERS = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """What the text column shows besides the text; spans are in code points."""

    selection: Span
    outlined: Span
    tinting: Callable[[int, int], list[ReaderCoding]]
    marks: Callable[[int, int], list[PassingMark]]


def paint_text(
    painter: QPainter, rows: Sequence[BlockRow], place: PaneColumns, theme: ReaderTheme, scene: Scene
) -> None:
    """Paint each row's grounds, its text and its marks."""
    text_ink = colour_of(theme.text)
    for row in rows:
        painter.save()
        painter.translate(place.text, row.y)
        start, end = row.laid.start, row.laid.offset(row.laid.units)
        _paint_tints(painter, row, scene.tinting(start, end), theme)
        marks = scene.marks(start, end)
        _paint_boxes(painter, row, marks, theme)
        if scene.selection[0] < end and scene.selection[1] > start:
            for piece in _pieces(row, *scene.selection):
                painter.fillRect(piece, colour_of(theme.selection))
        painter.setPen(text_ink)
        row.laid.layout.draw(painter, QPointF(0, 0))
        _paint_lines(painter, row, marks, theme)
        if scene.outlined[0] < end and scene.outlined[1] > start:
            _paint_outline(painter, row, scene.outlined, theme)
        painter.restore()


def _pieces(row: BlockRow, start: int, end: int) -> list[QRectF]:
    a, b = row.laid.unit(start), row.laid.unit(end)
    return list(row.laid.pieces(a, b)) if a < b else []


def _paint_tints(painter: QPainter, row: BlockRow, codings: Sequence[ReaderCoding], theme: ReaderTheme) -> None:
    if not codings:
        return
    for start, end, layers in segments(codings, row.laid.start, row.laid.offset(row.laid.units)):
        ground = colour_of(tinted(tuple(coding.colour for coding in layers[:LAYERS]), theme))
        for piece in _pieces(row, start, end):
            painter.fillRect(piece, ground)


def _paint_boxes(painter: QPainter, row: BlockRow, marks: Sequence[PassingMark], theme: ReaderTheme) -> None:
    """Hits stand on a thin ground of the accent's colour, the current one on a strong one."""
    shares = {"hit": 0.16, "current": 0.42}
    for mark in marks:
        if mark.kind in shares:
            ground = colour_of(mixed(theme.background, theme.accent, shares[mark.kind]))
            for piece in _pieces(row, mark.start, mark.end):
                painter.fillRect(piece.adjusted(-1, 2, 1, -2), ground)


def _paint_lines(painter: QPainter, row: BlockRow, marks: Sequence[PassingMark], theme: ReaderTheme) -> None:
    """Reasons are underlined; a suggested span has a dashed box; the current hit has a whole one."""
    styles = {"suggestion": Qt.PenStyle.DashLine, "current": Qt.PenStyle.SolidLine}
    for mark in marks:
        if mark.kind == "reason":
            for piece in _pieces(row, mark.start, mark.end):
                painter.fillRect(QRectF(piece.left(), piece.bottom() - 4, piece.width(), 2), colour_of(theme.accent))
        elif mark.kind == "note":
            painter.setPen(QPen(colour_of(theme.accent), 2, Qt.PenStyle.DotLine))
            for piece in _pieces(row, mark.start, mark.end):
                painter.drawLine(QPointF(piece.left(), piece.bottom() - 2), QPointF(piece.right(), piece.bottom() - 2))
        elif mark.kind in styles:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour_of(theme.accent), 1, styles[mark.kind]))
            for piece in _pieces(row, mark.start, mark.end):
                painter.drawRect(piece.adjusted(-1.5, 1.5, 0.5, -2.5))


def _paint_outline(painter: QPainter, row: BlockRow, span: Span, theme: ReaderTheme) -> None:
    """Draw one line around all the lines of a sentence, thin enough to read on."""
    around = QPainterPath()
    for piece in _pieces(row, *span):
        around.addRect(piece.adjusted(-2.5, 0.5, 1.5, 0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour_of(mixed(theme.background, theme.accent, 0.7)), 1))
    painter.drawPath(around.simplified())


def paint_gutter(
    painter: QPainter,
    rows: Sequence[BlockRow],
    document: ReaderDocument,
    place: PaneColumns,
    type_: Type,
    theme: ReaderTheme,
) -> None:
    """Write on the first line of each passage its number and, where a turn starts, who speaks if the text doesn't."""
    measure = QFontMetricsF(type_.small)
    painter.setFont(type_.small)
    for row in rows:
        last = -1
        for passage in document.passages_of(row.block):
            line = row.laid.line_of(row.laid.unit(passage.start))
            if passage.start < row.laid.start or line == last:
                continue
            last = line
            baseline = row.y + row.laid.tops[line] + type_.ascent
            painter.setPen(colour_of(theme.muted))
            number = str(passage.number)
            right = place.number + place.number_width - measure.horizontalAdvance(number)
            painter.drawText(QPointF(right, baseline), number)
            if place.speaker_width and passage.speaker and _to_be_named(document, passage):
                quiet = passage.role == "interviewer"
                painter.setPen(colour_of(theme.muted if quiet else mixed(theme.text, theme.accent, 0.6)))
                name = in_words(passage.speaker, place.speaker_width, measure.horizontalAdvance)
                painter.drawText(QPointF(place.speaker, baseline), name)


def _to_be_named(document: ReaderDocument, passage: ReaderPassage) -> bool:
    return document.opens_turn(passage) and not document.names_speaker(passage)


def paint_caret(painter: QPainter, spot: QRectF, theme: ReaderTheme) -> None:
    """Draw the place in the text; it doesn't blink."""
    painter.fillRect(QRectF(spot.left() - 0.5, spot.top() + 2, 1.5, spot.height() - 4), colour_of(theme.accent))


def paint_handle(painter: QPainter, spot: QRectF, colour: str, theme: ReaderTheme, *, at_end: bool) -> None:
    """Draw a handle on an end of the selected coding: a bar as high as the line with a knob above or below."""
    ink = colour_of(legible(colour, theme))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRect(QRectF(spot.left() - 1, spot.top(), 2, spot.height()))
    painter.setPen(QPen(colour_of(theme.background), 1))
    painter.drawEllipse(QPointF(spot.left(), spot.bottom() if at_end else spot.top()), 4.5, 4.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_memo(painter: QPainter, spot: QRectF, theme: ReaderTheme) -> None:
    """Draw the mark of a memo: a leaf with a folded corner and two lines."""
    left, top, right, bottom = spot.left(), spot.top(), spot.right(), spot.bottom()
    edges = ((left, top), (right - 3, top), (right, top + 3), (right, bottom), (left, bottom))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour_of(theme.accent), 1))
    painter.setBrush(colour_of(theme.background))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in edges]))
    for line in (top + 4, top + 7):
        painter.drawLine(QPointF(left + 2, line), QPointF(right - 2, line))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_rule(painter: QPainter, place: PaneColumns, height: int, theme: ReaderTheme) -> None:
    """Draw the thin rule between the gutter and the text."""
    painter.fillRect(QRectF(place.text - 9, 0, 1, height), colour_of(theme.rule))

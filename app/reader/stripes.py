"""Coding stripes beside the text: where each stands on the screen."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from .items import ReaderCoding, ReaderTheme
from .layout import LaidBlock, PaneColumns
from .theme import colour_of, legible

_OFF = 40  # pixels by which a stripe that goes on runs out of the view
_LEAST = 5.0  # pixels; the shortest stripe one can still hit


class BlockRow(NamedTuple):
    """A block on the screen: `y` is where it starts, in pixels of the viewport."""

    block: int
    y: int
    laid: LaidBlock


class Stripe(NamedTuple):
    """A coding's stripe on the screen."""

    key: int
    coding: ReaderCoding
    rect: QRectF


class _End(NamedTuple):
    """One end of a stripe: at its line's edge, and as far down the line as its letter is along it."""

    edge: float
    share: float


def stripes_on(
    rows: Sequence[BlockRow],
    codings: Sequence[tuple[int, ReaderCoding]],
    lanes: Mapping[int, int],
    place: PaneColumns,
    pitch: float,
    height: int,
) -> list[Stripe]:
    """Place the stripes of codings that touch the rows; where two of a lane meet on one line they share it."""
    by_lane: dict[int, list[tuple[int, ReaderCoding, _End, _End]]] = {}
    for key, coding in codings:
        ends = _start_of(rows, coding.start), _end_of(rows, coding.end, height)
        by_lane.setdefault(lanes[key], []).append((key, coding, *ends))
    found: list[Stripe] = []
    for lane, members in by_lane.items():
        tops = [top.edge for _, _, top, _ in members]
        bottoms = [bottom.edge for _, _, _, bottom in members]
        for at, ((_, _, _, bottom), (_, _, top, _)) in enumerate(pairwise(members)):
            if bottoms[at] > top.edge:
                bottoms[at], tops[at + 1] = bottom.share, top.share
        left = place.stripes + lane * pitch
        for (key, coding, _, _), top_y, bottom_y in zip(members, tops, bottoms):
            size = max(_LEAST, bottom_y - top_y - 2)
            found.append(Stripe(key, coding, QRectF(left, top_y + 1, max(2.0, pitch - 2), size)))
    return found


def _start_of(rows: Sequence[BlockRow], offset: int) -> _End:
    first = rows[0]
    if offset < first.laid.start:
        return _End(-_OFF, -_OFF)
    row = _row_of(rows, offset)
    unit = row.laid.unit(offset)
    line = row.laid.line_of(unit)
    top = row.y + row.laid.tops[line]
    return _End(top, top + row.laid.line_height * row.laid.share(unit, line))


def _end_of(rows: Sequence[BlockRow], offset: int, height: int) -> _End:
    last = rows[-1]
    if offset > last.laid.offset(last.laid.units) + 1:
        return _End(height + _OFF, height + _OFF)
    row = _row_of(rows, max(0, offset - 1))
    unit = row.laid.unit(offset)
    line = row.laid.line_of(row.laid.unit(offset - 1))
    top = row.y + row.laid.tops[line]
    return _End(top + row.laid.line_height, top + row.laid.line_height * row.laid.share(unit, line))


def _row_of(rows: Sequence[BlockRow], offset: int) -> BlockRow:
    return next((row for row in reversed(rows) if row.laid.start <= offset), rows[0])


def paint_stripes(
    painter: QPainter, stripes: Sequence[Stripe], selected: Collection[int], hovered: int | None, theme: ReaderTheme
) -> None:
    """Draw the stripes; those selected wider and outlined, the hovered one wider."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for key, coding, rect in stripes:
        if key in selected:
            continue
        painter.setBrush(colour_of(legible(coding.colour, theme)))
        grown = rect.adjusted(-1, 0, 1, 0) if key == hovered else rect
        painter.drawRoundedRect(grown, 1.5, 1.5)
    for _, coding, rect in (stripe for stripe in stripes if stripe.key in selected):
        painter.setBrush(colour_of(legible(coding.colour, theme)))
        painter.setPen(QPen(colour_of(theme.text), 1.2))
        painter.drawRoundedRect(rect.adjusted(-1.4, -0.4, 1.4, 0.4), 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

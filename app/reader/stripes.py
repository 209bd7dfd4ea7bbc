"""Coding stripes beside the text: where each stands on the screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import cache
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


class Edges:
    """Where letters stand on the lines of a screenful: each is looked for once, for as long as the rows stay."""

    def __init__(self, rows: Sequence[BlockRow], height: int) -> None:
        self.rows, self.height = rows, height
        self._firsts = [row.laid.start for row in rows]
        self.start, self.end = cache(self._start), cache(self._end)

    def _start(self, offset: int) -> _End:
        if offset < self._firsts[0]:
            return _End(-_OFF, -_OFF)
        row = self._row_of(offset)
        unit = row.laid.unit(offset)
        line = row.laid.line_of(unit)
        top = row.y + row.laid.tops[line]
        return _End(top, top + row.laid.line_height * row.laid.share(unit, line))

    def _end(self, offset: int) -> _End:
        last = self.rows[-1]
        if offset > last.laid.offset(last.laid.units) + 1:
            return _End(self.height + _OFF, self.height + _OFF)
        row = self._row_of(max(0, offset - 1))
        unit = row.laid.unit(offset)
        line = row.laid.line_of(row.laid.unit(offset - 1))
        top = row.y + row.laid.tops[line]
        return _End(top + row.laid.line_height, top + row.laid.line_height * row.laid.share(unit, line))

    def _row_of(self, offset: int) -> BlockRow:
        return self.rows[max(0, bisect_right(self._firsts, offset) - 1)]


def stripes_on(
    edges: Edges,
    codings: Sequence[tuple[int, ReaderCoding]],
    lanes: Mapping[int, int],
    place: PaneColumns,
    pitch: float,
) -> list[Stripe]:
    """Place the stripes of codings that touch the rows; where two of a lane meet on one line they share it."""
    by_lane: dict[int, list[tuple[int, ReaderCoding, _End, _End]]] = {}
    for key, coding in codings:
        by_lane.setdefault(lanes[key], []).append((key, coding, edges.start(coding.start), edges.end(coding.end)))
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

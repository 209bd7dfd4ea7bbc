"""Coding stripes beside the text: where each stands on the screen, and which names have room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from .items import ReaderCoding, ReaderTheme
from .layout import LaidBlock, PaneColumns
from .theme import Type, colour_of, legible, mixed

_OFF = 40  # pixels by which a stripe that goes on runs out of the view
_DROP = 4.0  # pixels from a stripe's top to its name's, so that the name stands level with the text
_SLIP = 2  # lines by which a name may stand below its stripe's top; further down nobody sees whose it is
CROWDED = 16  # lanes from which on names are left to the selected and the hovered coding
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
    painter: QPainter, stripes: Sequence[Stripe], selected: int | None, hovered: int | None, theme: ReaderTheme
) -> None:
    """Draw the stripes; the selected one wider and outlined, the hovered one wider."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for key, coding, rect in stripes:
        if key == selected:
            continue
        painter.setBrush(colour_of(legible(coding.colour, theme)))
        grown = rect.adjusted(-1, 0, 1, 0) if key == hovered else rect
        painter.drawRoundedRect(grown, 1.5, 1.5)
    for _, coding, rect in (stripe for stripe in stripes if stripe.key == selected):
        painter.setBrush(colour_of(legible(coding.colour, theme)))
        painter.setPen(QPen(colour_of(theme.text), 1.2))
        painter.drawRoundedRect(rect.adjusted(-1.4, -0.4, 1.4, 0.4), 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class StripeLabel(NamedTuple):
    """A code's name beside its stripe: the top of its line, in pixels of the viewport."""

    stripe: Stripe
    top: float


def labels_on(stripes: Sequence[Stripe], line: int, height: int, selected: int | None) -> list[StripeLabel]:
    """Choose the names that have room: each beside its own stripe, near its top, none over another.

    The selected coding's comes before all others; a stripe that starts above the view has its name at the top.
    """
    wishes = {stripe.key: max(stripe.rect.top() + _DROP, _DROP) for stripe in stripes}
    kept = wishes.get(selected, -_OFF) if selected is not None else -_OFF
    placed: list[StripeLabel] = []
    free = 0.0
    for stripe in sorted(stripes, key=lambda stripe: (wishes[stripe.key], stripe.rect.left())):
        wish = wishes[stripe.key]
        top = max(wish, free)
        if stripe.key == selected:
            top = kept
        elif abs(top - kept) < line:
            top = kept + line
        ended = wish == _DROP and stripe.rect.bottom() < line / 2
        if ended or top > height or (top - wish > _SLIP * line and stripe.key != selected):
            continue
        placed.append(StripeLabel(stripe, top))
        free = max(free, top + line)
    return placed


def paint_labels(
    painter: QPainter,
    labels: Sequence[StripeLabel],
    left: int,
    place: PaneColumns,
    type_: Type,
    theme: ReaderTheme,
    selected: int | None,
) -> None:
    """Write the names, each after a dot of its colour; a long one is elided in the middle."""
    room = place.labels_end - left - 12
    if room < 40:
        return
    measure = QFontMetricsF(type_.small)
    quiet = colour_of(mixed(theme.text, theme.muted, 0.6))
    painter.setFont(type_.small)
    for (key, coding, _), top in labels:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(legible(coding.colour, theme)))
        painter.drawEllipse(QPointF(left + 3.5, top + type_.line / 2), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(colour_of(theme.text) if key == selected else quiet)
        name = measure.elidedText(coding.name, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QPointF(left + 12, top + measure.ascent()), name)

"""The names of the codes on the screen, beside their stripes; where these are crowded, a numbered legend."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from .items import ReaderTheme
from .stripes import Stripe
from .theme import colour_of, contrast, legible, mixed
from .wrapping import Measured

_DROP = 4.0  # pixels from a stripe's top to its name's, so that the name stands level with the text
_SLIP = 2  # lines by which a name may stand from its stripe's top; further off nobody sees whose it is
_TURNS = 3  # lines that a name may take
INDENT = 12  # pixels before a name, for its dot
LEAST = 40  # pixels below which nothing could be read
_SPILL = 1.0  # pixels by which a digit may be wider than its lane, and two side by side have to be narrower


@dataclass(frozen=True, slots=True)
class Name:
    """A name beside the stripes it is the code of, at `top` of the viewport; numbered where the stripes are, too."""

    stripes: tuple[Stripe, ...]
    lines: tuple[str, ...]
    top: float = 0.0
    number: int = 0

    @property
    def wish(self) -> float:
        """Where it would stand if it were alone."""
        return max(self.stripes[0].rect.top() + _DROP, _DROP)


@dataclass(frozen=True, slots=True)
class Legend:
    """The names on the screen from the top down, and of how many codes there was no room to tell."""

    names: tuple[Name, ...] = ()
    untold: int = 0

    @property
    def numbers(self) -> Mapping[int, int]:
        """The number of each stripe, by the coding's key; none where names stand beside their stripes."""
        return {stripe.key: name.number for name in self.names if name.number for stripe in name.stripes}


def names_on(stripes: Sequence[Stripe], room: float, height: int, measured: Measured, first: Collection[int]) -> Legend:
    """Name every stripe: each beside its own where that can be done, else once for each code and numbered.

    Long names are wrapped where there is room. Where not even a line for each code is left, those of `first` and of
    the longest stripes are told.
    """
    if room < LEAST or not stripes:
        return Legend()
    height -= int(_DROP)  # the first name keeps off the edge
    ordered = sorted(stripes, key=lambda stripe: (max(stripe.rect.top(), 0.0), stripe.rect.left()))
    fits = len(ordered) * measured.line <= height  # a line each at least
    alone = [Name((stripe,), ()) for stripe in ordered] if fits else []
    for turns in (_TURNS, 1) if fits else ():
        placed = _placed(alone, room, height, measured, turns)
        if placed is not None and all(abs(one.top - one.wish) <= _SLIP * measured.line for one in placed):
            return Legend(tuple(placed))
    return _numbered(ordered, room, height, measured, first)


def _numbered(
    ordered: Sequence[Stripe], room: float, height: int, measured: Measured, first: Collection[int]
) -> Legend:
    by_code: dict[int, list[Stripe]] = {}
    for stripe in ordered:
        by_code.setdefault(stripe.coding.code, []).append(stripe)
    names = [Name(tuple(members), (), number=number) for number, members in enumerate(by_code.values(), 1)]
    if len(names) * measured.line > height:
        height -= measured.line  # for how many are left out
    shown = _foremost(names, int(height / measured.line), first)
    for turns in range(_TURNS, 0, -1):
        placed = _placed(shown, room - measured.digits(len(names)), height, measured, turns)
        if placed is not None:
            return Legend(tuple(placed), len(names) - len(shown))
    return Legend((), len(names))


def _foremost(names: list[Name], most: int, first: Collection[int]) -> list[Name]:
    def rank(name: Name) -> tuple[bool, float]:
        asked = any(stripe.key in first for stripe in name.stripes)
        return not asked, -sum(stripe.rect.height() for stripe in name.stripes)

    chosen = {name.number for name in sorted(names, key=rank)[:most]}
    return [name for name in names if name.number in chosen]


def _placed(names: Sequence[Name], room: float, height: int, measured: Measured, turns: int) -> list[Name] | None:
    """Put names as near to where each would like to be as the others let it; None where they don't all fit."""
    said = measured.lines([name.stripes[0].coding.name for name in names], room - INDENT, turns)
    heights = [len(lines) * measured.line for lines in said]
    if sum(heights) > height:
        return None
    tops = spread([name.wish - _DROP for name in names], heights, height)
    return [Name(name.stripes, lines, top + _DROP, name.number) for name, lines, top in zip(names, said, tops)]


def spread(wishes: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Give tops in the order of `wishes` so that none is over another, as near to the wishes as can be.

    Least squares by pooling neighbours that would cover each other (Ayer et al. 1955); all within 0 and `room`.
    """
    pools: list[list[float]] = []  # sum of what its members wish the pool's top to be, their number
    above, before = 0.0, []
    for wish, height in zip(wishes, heights):
        before.append(above)
        pools.append([wish - above, 1.0])
        above += height
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] > pools[-1][0] * pools[-2][1]:
            total, count = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += count
    most = max(0.0, room - above)
    starts = [max(0.0, min(most, total / count)) for total, count in pools for _ in range(int(count))]
    return [start + rest for start, rest in zip(starts, before)]


def paint_names(
    painter: QPainter, legend: Legend, left: int, measured: Measured, theme: ReaderTheme, first: Collection[int]
) -> None:
    """Write the names, each after a dot or a number of its colour, and below them how many there was no room for."""
    quiet, strong = colour_of(mixed(theme.text, theme.muted, 0.6)), colour_of(theme.text)
    indent = INDENT + (measured.digits(legend.names[-1].number) if legend.names else 0)
    painter.setFont(measured.font)
    for name in legend.names:
        colour = legible(name.stripes[0].coding.colour, theme)
        if name.number:
            tag = QRectF(left - 1, name.top + 1, indent - 2, measured.line - 2)
            paint_number(painter, tag, (str(name.number),), colour, measured)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(colour))
            painter.drawEllipse(QPointF(left + 3.5, name.top + measured.line / 2), 3, 3)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        asked = any(stripe.key in first for stripe in name.stripes)
        painter.setPen(strong if asked else quiet)
        for at, line in enumerate(name.lines):
            painter.drawStaticText(QPointF(left + indent, name.top + at * measured.line), measured.set(line))
    if legend.untold and legend.names:
        last = legend.names[-1]
        below = last.top + len(last.lines) * measured.line
        painter.setPen(quiet)
        painter.drawStaticText(QPointF(left + indent, below), measured.set(f"+ {legend.untold}"))


def paint_number(painter: QPainter, tag: QRectF, rows: Sequence[str], colour: str, measured: Measured) -> None:
    """Write the rows of a number in the middle of a ground of its code's colour, in the font that the painter has."""
    painter.fillRect(tag, colour_of(colour))
    light = contrast(colour, "#ffffff") >= contrast(colour, "#000000")
    painter.setPen(colour_of("#ffffff" if light else "#000000"))
    top = tag.top() + (tag.height() - measured.height * len(rows)) / 2
    for at, digits in enumerate(rows):
        left = tag.left() + (tag.width() - measured.width(digits)) / 2
        painter.drawStaticText(QPointF(left, top + at * measured.height), measured.set(digits))


def rows_in_lane(numbers: Collection[int], pitch: float, measured: Measured) -> Mapping[int, tuple[str, ...]]:
    """Give the rows of each number in a lane so many pixels wide; none at all where not even a digit has room.

    Where two digits side by side would touch those of the next lane, all stand upright, one below the other.
    """
    if measured.width("0") > pitch + _SPILL:
        return {}
    upright = measured.width(str(max(numbers, default=0))) > pitch - _SPILL
    return {number: tuple(str(number)) if upright else (str(number),) for number in numbers}


def paint_numbers(
    painter: QPainter, stripes: Iterable[Stripe], legend: Legend, pitch: float, measured: Measured, theme: ReaderTheme
) -> None:
    """Write at the top of each stripe the number that its name has in the legend, where a lane is wide enough."""
    numbers = legend.numbers
    rows = rows_in_lane(set(numbers.values()), pitch, measured)
    painter.setFont(measured.font)
    for stripe in stripes if rows else ():
        if (number := numbers.get(stripe.key)) is not None:
            top = max(0.0, stripe.rect.top())
            height = min(measured.height * len(rows[number]), stripe.rect.bottom() - top)
            tag = QRectF(stripe.rect.left() - 0.5, top, pitch - 0.5, height)
            paint_number(painter, tag, rows[number], legible(stripe.coding.colour, theme), measured)

"""The margin beside a screenful of text: its lanes, its stripes and the names of all codes in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QPainter

from .items import ReaderCoding, ReaderTheme
from .layout import PaneColumns
from .names import Legend, names_on, paint_names, paint_numbers
from .spans import lanes_of
from .stripes import BlockRow, Edges, Stripe, paint_stripes, stripes_on
from .theme import Type, type_of
from .wrapping import Measured


@dataclass(frozen=True, slots=True)
class Foremost:
    """The codings shown before all others: those selected and the one under the pointer."""

    selected: frozenset[int] = frozenset()
    hovered: int | None = None

    @property
    def keys(self) -> frozenset[int]:
        """All of them."""
        return self.selected if self.hovered is None else self.selected | {self.hovered}


class Margin:
    """What stands on the screen alone decides about lanes and names; a stripe keeps its lane while it is in sight."""

    def __init__(self) -> None:
        self._lanes: dict[int, int] = {}
        self._edges: Edges | None = None
        self.set_type(type_of(12.0, QFont()))

    def set_type(self, type_: Type) -> None:
        """Write the names in this type."""
        self._measured = Measured(type_.small, type_.line)
        self._in_lanes = lru_cache(maxsize=8)(self._in_lane)

    def _in_lane(self, pitch: float) -> Measured:
        """Give the type of the numbers that stand within lanes so wide."""
        small, line = QFont(self._measured.font), self._measured.line
        small.setPixelSize(max(7, round(min(line * 0.7, pitch - 1))))
        return Measured(small, line)

    def forget(self) -> None:
        """Let go of the lanes that were taken."""
        self._lanes = {}

    @property
    def lanes(self) -> int:
        """How many lanes there are."""
        return max(self._lanes.values(), default=0) + 1

    def stripes(
        self, rows: Sequence[BlockRow], codings: Sequence[tuple[int, ReaderCoding]], place: PaneColumns, height: int
    ) -> list[Stripe]:
        """Place the stripes of these codings, which touch the rows."""
        self._lanes = lanes_of(codings, self._lanes) if codings else {}
        if self._edges is None or self._edges.rows is not rows or self._edges.height != height:
            self._edges = Edges(rows, height)
        return stripes_on(self._edges, codings, self._lanes, place, place.lane_pitch(self.lanes))

    def legend(self, stripes: Sequence[Stripe], place: PaneColumns, height: int, foremost: Foremost) -> Legend:
        """Name the stripes."""
        room = place.labels_end - place.names(self.lanes)
        return names_on(stripes, room, height, self._measured, foremost.keys)

    def paint(
        self,
        painter: QPainter,
        stripes: Sequence[Stripe],
        place: PaneColumns,
        height: int,
        foremost: Foremost,
        theme: ReaderTheme,
    ) -> None:
        """Draw the stripes, and their names in order of the screen."""
        paint_stripes(painter, stripes, foremost.selected, foremost.hovered, theme)
        legend = self.legend(stripes, place, height, foremost)
        pitch = place.lane_pitch(self.lanes)
        paint_numbers(painter, stripes, legend, pitch, self._in_lanes(pitch), theme)
        paint_names(painter, legend, place.names(self.lanes), self._measured, theme, foremost.keys)

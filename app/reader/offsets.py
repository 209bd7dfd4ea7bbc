"""Code points, which all of Verbatim counts in, and UTF-16 units, which Qt counts in: the edge between the two."""

from __future__ import annotations

from bisect import bisect_left

_LAST_OF_ONE_UNIT = "\uffff"


class Offsets:
    """Offsets of one stretch of text both ways; free of cost where the text has no character of two units."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [i for i, c in enumerate(text) if c > _LAST_OF_ONE_UNIT]
        self._points = wide
        self._units = [point + before for before, point in enumerate(wide)]

    def units(self, point: int) -> int:
        """Give the UTF-16 unit at which code point `point` starts."""
        return point + bisect_left(self._points, point)

    def points(self, unit: int) -> int:
        """Give the code point at UTF-16 unit `unit`; from inside a pair, the start of the pair's code point."""
        return unit - bisect_left(self._units, unit)

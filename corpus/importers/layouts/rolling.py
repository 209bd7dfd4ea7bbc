"""Captions that roll: each line is shown again above the next one, and was said once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.importers.layouts.said import Said

# No screen shows more lines than that at once.
_MOST = 6


class Shown(NamedTuple):
    """The lines on the screen from `start_ms` to `end_ms`."""

    start_ms: int
    end_ms: int
    lines: tuple[str, ...]


def rolls(shown: Sequence[Shown]) -> bool:
    """Does at least every second screen begin with the lines that ended the one before?"""
    screens = [screen.lines for screen in shown if screen.lines]
    again = sum(_repeated(before, after) > 0 for before, after in pairwise(screens))
    return len(screens) > 2 and again * 2 >= len(screens) - 1


def once(shown: Sequence[Shown]) -> list[Said]:
    """Return each line once, from when it came up; a screen with nothing new prolongs the last line."""
    said: list[Said] = []
    before: tuple[str, ...] = ()
    for screen in shown:
        new = screen.lines[_repeated(before, screen.lines) :]
        if new:
            said.append(Said("\n".join(new), screen.start_ms, screen.end_ms))
        elif said and screen.lines:
            said[-1] = said[-1]._replace(end_ms=screen.end_ms)
        before = screen.lines or before
    return said


def _repeated(before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many lines at the head of `after` ended `before`."""
    most = min(len(before), len(after), _MOST)
    return next((count for count in range(most, 0, -1) if before[-count:] == after[:count]), 0)

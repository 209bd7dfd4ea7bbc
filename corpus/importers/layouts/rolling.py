"""Captions that roll: each line is shown again above the next one, and was said once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.importers.layouts.said import SaidPiece

# No screen shows more lines than that at once.
_MOST = 6


class ScreenLines(NamedTuple):
    """The lines on the screen from `start_ms` to `end_ms`."""

    start_ms: int
    end_ms: int
    lines: tuple[str, ...]


def rolls(shown: Sequence[ScreenLines]) -> bool:
    """Does at least every second screen begin with the lines that ended the one before, or let its last line grow?"""
    screens = [screen.lines for screen in shown if screen.lines]
    again = sum(bool(_repeated(before, after) or _grown(before, after)) for before, after in pairwise(screens))
    return len(screens) > 2 and again * 2 >= len(screens) - 1


def once(shown: Sequence[ScreenLines]) -> list[SaidPiece]:
    """Return each line once, from when it came up; a screen with nothing new prolongs the last line."""
    said: list[SaidPiece] = []
    before: tuple[str, ...] = ()
    for start_ms, end_ms, lines in shown:
        known, grown = _repeated(before, lines), _grown(before, lines)
        new = lines[len(before) if grown else known :]
        if said and lines and (grown or not new):
            said[-1] = said[-1]._replace(words=f"{said[-1].words} {grown}".rstrip(), end_ms=end_ms)
        if new:
            said.append(SaidPiece("\n".join(new), start_ms, end_ms))
        before = lines or before
    return said


def _repeated(before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many lines at the head of `after` ended `before`."""
    most = min(len(before), len(after), _MOST)
    return next((count for count in range(most, 0, -1) if before[-count:] == after[:count]), 0)


def _grown(before: Sequence[str], after: Sequence[str]) -> str:
    """Return the words by which the last line of `before` has grown, where words come up one by one; empty if none."""
    last = len(before) - 1
    if last < 0 or len(after) <= last or last >= _MOST or before[:last] != after[:last]:
        return ""
    return after[last][len(before[last]) :].strip() if after[last].startswith(f"{before[last]} ") else ""

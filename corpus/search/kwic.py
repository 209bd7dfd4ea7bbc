"""Keyword in context: each match with what stands to its left and right."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.search.find import Hit


@dataclass(frozen=True, slots=True)
class Context:
    """One match, `start` to `end` in its document, and up to the width asked for on either side, on one line."""

    document: int
    passage: int
    start: int
    end: int
    left: str
    match: str
    right: str


def contexts(hit: Hit, width: int = 60) -> list[Context]:
    """Return every match of a hit with at most `width` code points of its passage on either side, cut between words."""
    lines = hit.text
    for mark in "\n\t\u2028\u2029":
        lines = lines.replace(mark, " ")
    found = []
    for start, end in hit.matches:
        first, last = start - hit.start, end - hit.start
        left, right = lines[max(0, first - width) : first], lines[last : last + width]
        if first > width and not lines[first - width - 1].isspace():
            left = left[_gap(left) :]
        if last + width < len(lines) and not lines[last + width].isspace():
            right = right[: len(right) - _gap(right[::-1])]
        found.append(Context(hit.document, hit.key, start, end, left, lines[first:last], right))
    return found


def _gap(text: str) -> int:
    """Return the place behind the first white space; 0 where there is none to cut at."""
    return next((at for at, character in enumerate(text, 1) if character.isspace()), 0)

"""What stands where on a PDF's pages: running heads, numbers of pages and lines, columns, notes in the margin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from corpus.importers.pdf_lines import PdfLine
from corpus.importers.speaking import roles

_NUMBER = re.compile(r"\W*(?:p\.|pp\.|page)?\s*\W*(\d{1,4})\s*(?:(?:/|sur|of|de|\||-)\s*\d{1,4})?\W*", re.IGNORECASE)
_EDGES, _FEW_LETTERS = 3, 30


@dataclass(slots=True)
class PdfBody:
    """The lines of all pages in reading order, and what is not among them."""

    lines: list[PdfLine] = field(default_factory=list)
    margin: list[PdfLine] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    numbers: int = 0
    numbered: list[int] = field(default_factory=list)


def body(pages: Sequence[list[PdfLine]]) -> PdfBody:
    """Sort the lines of all pages; nothing goes that is not told."""
    found = PdfBody()
    kept = [_without_line_numbers(lines, found) for lines in pages]
    kept = _without_heads(kept, found)
    usual = _usual_height(kept)
    often = {key for key, count in Counter(_key(line.text) for lines in kept for line in lines).items() if count > 2}
    for lines in kept:
        words, margin = _without_margin(lines, usual, often)
        found.margin += margin
        found.lines += _read_down(words)
    found.lines = _with_tabs(found.lines)
    return found


def _with_tabs(lines: list[PdfLine]) -> list[PdfLine]:
    """Put a tab between words and what stands in a column of its own before them and recurs, as speakers do."""
    columns = Counter(_column(line) for line in lines)
    speakers = {one for one, count in columns.items() if one and (count > 1 or roles.named(one))}
    if len(speakers) < 2:
        return lines
    return [line.tabbed() if _column(line) in speakers else line for line in lines]


def _column(line: PdfLine) -> str:
    """Return the few words that the one gap of a line parts from the rest; empty where it has none."""
    short = len(line.gaps) == 1 and line.gaps[0].at <= _FEW_LETTERS and line.text[line.gaps[0].at - 1].isspace()
    words = line.text[: line.gaps[0].at].strip() if short else ""
    return words if any(map(str.isalpha, words)) else ""


def _without_heads(pages: list[list[PdfLine]], found: PdfBody) -> list[list[PdfLine]]:
    inner = Counter(_key(line.text) for lines in pages for line in _inner(lines))
    for edge in (max, min):
        for _ in range(_EDGES):
            outer = _outer(pages, edge)
            counts = Counter(_key(line.text) for line in outer if line)
            often = {key for key, count in counts.items() if _is_head(count, inner[key], len(pages))}
            numbers = [line for line in outer if line and _is_page_number(line)]
            heads = [line for line in outer if line and _key(line.text) in often and not _is_page_number(line)]
            if not numbers and not heads:
                break
            found.numbers += len(numbers)
            found.heads += dict.fromkeys(line.text for line in heads if line.text not in found.heads)
            dropped = {id(line) for line in (*numbers, *heads)}
            pages = [[line for line in lines if id(line) not in dropped] for lines in pages]
    return pages


def _inner(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines that are not near the upper or lower edge of what stands on a page."""
    return sorted(lines, key=lambda line: line.bottom)[_EDGES:-_EDGES]


def _outer(pages: Sequence[list[PdfLine]], edge: Callable[..., PdfLine]) -> list[PdfLine | None]:
    return [edge(lines, key=lambda line: line.bottom) if len(lines) > 1 else None for lines in pages]


def _is_head(at_edge: int, within: int, pages: int) -> bool:
    """Does a line stand at the edge of many pages, and not within them as a speaker's mark does?"""
    return at_edge >= 2 and at_edge >= 0.4 * pages and within < max(2, 0.2 * at_edge)


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _is_page_number(line: PdfLine) -> bool:
    found = _NUMBER.fullmatch(line.text)
    return found is not None and int(found[1]) == line.page


def _without_line_numbers(lines: list[PdfLine], found: PdfBody) -> list[PdfLine]:
    """Leave out numbers that stand left of all words, on lines of their own or before the words of a line."""
    before = [(line, line.gaps[0]) for line in lines if line.gaps and line.text[: line.gaps[0].at].strip().isdecimal()]
    after = {id(line): gap.left for line, gap in before}
    lefts = sorted(after.get(id(line), line.left) for line in lines if not line.text.isdecimal())
    if not lefts:
        return lines
    edge = lefts[len(lefts) // 10]
    alone = [line for line in lines if line.text.isdecimal() and line.right < edge]
    before = [(line, gap) for line, gap in before if gap.right < edge]
    if len(alone) + len(before) < 3 or not _rising([*alone, *(line for line, _ in before)]):
        return lines
    found.numbered.append(lines[0].page)
    shorter = {id(line): line.after(gap) for line, gap in before}
    dropped = {id(line) for line in alone}
    return [shorter.get(id(line), line) for line in lines if id(line) not in dropped]


def _rising(lines: Sequence[PdfLine]) -> bool:
    numbers = [int(line.text.split()[0]) for line in sorted(lines, key=lambda line: -line.bottom)]
    return all(before < after for before, after in pairwise(numbers))


def _usual_height(pages: Sequence[Sequence[PdfLine]]) -> float:
    heights: Counter[int] = Counter()
    for lines in pages:
        for line in lines:
            heights[round(line.height * 2)] += len(line.text)
    return heights.most_common(1)[0][0] / 2 if heights else 0.0


def _without_margin(lines: list[PdfLine], usual: float, often: set[str]) -> tuple[list[PdfLine], list[PdfLine]]:
    """Part the words from the notes in the margin: smaller type beside the words, which is not said again and again."""
    small = 0.95 * usual
    full = [line for line in lines if line.height > small and not line.gaps]
    if len(full) < 3 or not any(line.height <= small or line.gaps for line in lines):
        return lines, []
    lefts, rights = sorted(line.left for line in full), sorted(line.right for line in full)
    left, right = lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]

    def beside(part: PdfLine) -> bool:
        apart = part.left >= right or part.right <= left
        return apart and part.height <= small and any(map(str.isalpha, part.text)) and _key(part.text) not in often

    words: list[PdfLine] = []
    margin: list[PdfLine] = []
    for line in lines:
        for part in _parted(line, beside):
            (margin if beside(part) else words).append(part)
    return words, margin


def _parted(line: PdfLine, beside: Callable[[PdfLine], bool]) -> tuple[PdfLine, ...]:
    """Return a line in two where what stands before or after a gap is a note."""
    wide = (gap for gap in line.gaps if gap.left - gap.right > 1.2 * line.height)
    halves = ((line.before(gap), line.after(gap)) for gap in wide)
    return next((both for both in halves if any(map(beside, both))), (line,))


class _Pair(NamedTuple):
    """Two stretches of words on one line: from `left` to `end`, and from `start` to `right`."""

    left: float
    end: float
    start: float
    right: float
    height: float


def _read_down(lines: list[PdfLine]) -> list[PdfLine]:
    """Return the lines of a page in reading order, where they were written across two columns of running text."""
    gutter = _gutter(_pairs(lines))
    if gutter is None:
        return lines
    parts = (part for line in lines for part in _parted(line, lambda part: part.left > gutter))
    ordered: list[PdfLine] = []
    columns: tuple[list[PdfLine], list[PdfLine]] = ([], [])
    for part in sorted(parts, key=lambda part: -part.bottom):
        if part.left < gutter < part.right:
            ordered += (*columns[0], *columns[1], part)
            columns = ([], [])
        else:
            columns[part.left >= gutter].append(part)
    return [*ordered, *columns[0], *columns[1]]


def _pairs(lines: Sequence[PdfLine]) -> list[_Pair]:
    found = []
    for line in lines:
        if line.gaps:
            gap = max(line.gaps, key=lambda gap: gap.left - gap.right)
            found.append(_Pair(line.left, gap.right, gap.left, line.right, line.height))
    for one, other in pairwise(lines):
        if abs(one.bottom - other.bottom) < 0.3 * one.height and one.right < other.left:
            found.append(_Pair(one.left, one.right, other.left, other.right, one.height))
    return found


def _gutter(pairs: Sequence[_Pair]) -> float | None:
    """Return where two columns are parted: both are wide and filled, and were written line by line across both."""
    if len(pairs) < 4:
        return None
    start = sorted(pair.start for pair in pairs)[len(pairs) // 10]
    end = max((pair.end for pair in pairs if pair.end < start), default=start)
    gutter = (start + end) / 2
    across = [pair for pair in pairs if pair.end <= gutter <= pair.start]
    if len(across) < 0.6 * len(pairs) or len(across) < 4:
        return None
    columns = [(one.left, one.end) for one in across], [(one.start, one.right) for one in across]
    widths = [_width(column) for column in columns]
    wide = min(widths) > max(0.5 * max(widths), 8 * across[0].height)
    return gutter if wide and all(map(_filled, columns)) else None


def _width(column: Sequence[tuple[float, float]]) -> float:
    return max(right for _, right in column) - min(left for left, _ in column)


def _filled(column: Sequence[tuple[float, float]]) -> bool:
    """Do most lines of a column run on to its end, as those of a text do and those of a table do not?"""
    return sum(right - left >= 0.7 * _width(column) for left, right in column) >= 0.6 * len(column)

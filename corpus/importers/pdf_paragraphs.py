"""The lines of a PDF put together into paragraphs, by their room, their height and the marks that open them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.drafts import PassageKind
from corpus.importers.pdf_hyphens import Hyphens
from corpus.importers.pdf_lines import PdfLine
from corpus.importers.speaking import roles

_SENTENCE_END = re.compile(r"[.?!…:;»”\"][)\]]*\Z")
_OPENING = re.compile(r"[^:：\t\[]{1,40}(?:[:：](?!//)|\t)|[\[(][^\])]{1,40}[\])]|[–—-](?=[ \t\xa0])")
_SHORT = 40


class Run(NamedTuple):
    """A line's characters in a paragraph's text: `length` of them from `start` on."""

    start: int
    length: int
    line: PdfLine


class Paragraph(NamedTuple):
    """A paragraph's text, the page it begins on, how much of it opens in bold type, and the lines it is from."""

    kind: PassageKind
    text: str
    page: int
    bold: int
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class _Habits:
    """What the whole file does again and again: its letters' height, its lines' distance, what opens or is a line."""

    height: float
    pitch: float
    openings: frozenset[str]
    alone: frozenset[str]


def paragraphs(lines: Sequence[PdfLine]) -> Iterator[Paragraph]:
    """Yield the paragraphs that `lines`, in reading order, make."""
    if not lines:
        return
    hyphens = Hyphens.of(lines)
    habits = _habits(lines)
    group: list[PdfLine] = []
    for at, line in enumerate(lines):
        if group and (_opens(lines, at, habits) or _begins(lines, at, habits.pitch, len(group) == 1)):
            yield _put_together(group, hyphens, habits.height)
            group = []
        group.append(line)
    yield _put_together(group, hyphens, habits.height)


def notes(lines: Sequence[PdfLine]) -> Iterator[Paragraph]:
    """Yield the notes that the lines in the margins make: each goes on as long as its lines follow closely."""
    hyphens = Hyphens.of(lines)
    group: list[PdfLine] = []
    for line in lines:
        if group and not (line.page == group[-1].page and 0 < group[-1].bottom - line.bottom < 1.8 * line.height):
            yield _put_together(group, hyphens, line.height)
            group = []
        group.append(line)
    if group:
        yield _put_together(group, hyphens, group[0].height)


def _habits(lines: Sequence[PdfLine]) -> _Habits:
    heights: Counter[int] = Counter()
    for line in lines:
        heights[round(line.height * 2)] += len(line.text)
    opened = Counter(opening for line in lines if (opening := _opening(line.text)))
    alone = Counter(_key(line.text) for line in lines if _may_stand_alone(line.text))
    return _Habits(
        heights.most_common(1)[0][0] / 2,
        _pitch(lines),
        frozenset(opening for opening, count in opened.items() if count > 2 or _names_a_role(opening)),
        frozenset(key for key, count in alone.items() if count > 2),
    )


def _opening(text: str) -> str | None:
    """Return what may be a speaker's mark before the words of a line: up to a colon or tab, in brackets, a dash."""
    found = _OPENING.match(text)
    return found[0] if found else None


def _names_a_role(opening: str) -> bool:
    return roles.named(opening.rstrip(":： \t\xa0\u202f")) is not None


def _may_stand_alone(text: str) -> bool:
    return len(text) <= _SHORT and text[-1] not in "?!…" and any(map(str.isalpha, text))


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _opens(lines: Sequence[PdfLine], at: int, habits: _Habits) -> bool:
    """Does line `at` open with what opens other lines, or is it, or the one before, a mark that stands alone?"""
    before, line = lines[at - 1], lines[at]
    if "\t" in line.text or _opening(line.text) in habits.openings:
        return True
    if _key(line.text) in habits.alone or _key(before.text) in habits.alone:
        return True
    return _all_bold(line) and not _all_bold(before) and len(line.text) <= _SHORT


def _all_bold(line: PdfLine) -> bool:
    return line.bold >= len(line.text)


def _pitch(lines: Sequence[PdfLine]) -> float:
    """Return the usual distance from line to line in a paragraph: the smallest that is common."""
    steps = [a.bottom - b.bottom for a, b in itertools.pairwise(lines) if a.page == b.page]
    heights = sorted(line.height for line in lines)
    near = sorted(step for step in steps if 0.5 * heights[0] < step < 2.2 * heights[-1])
    common = Counter(round(step) for step in near)
    enough = max(common.values(), default=0) * 0.2
    return min((step for step, count in common.items() if count >= enough), default=heights[len(heights) // 2] * 1.2)


def _begins(lines: Sequence[PdfLine], at: int, pitch: float, after_first: bool) -> bool:
    """Does line `at` begin a paragraph? `after_first` says that the line before began one."""
    before, line = lines[at - 1], lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    if line.row or before.row or not _as_high(line, before):
        return True
    step = before.bottom - line.bottom
    room = _room(lines, at - 1)
    if line.page != before.page or step < -0.5 * pitch:
        return _SENTENCE_END.search(before.text) is not None or _would_fit(before, line, room)
    if step > 1.4 * pitch or _would_fit(before, line, room):
        return True
    indent = 0.8 * line.height
    if line.left > before.left + indent:
        return following is None or following.left < line.left - indent
    return line.left < before.left - indent and not after_first


def _room(lines: Sequence[PdfLine], at: int) -> float:
    """Return where the lines near line `at` end at the right, in its column."""
    line = lines[at]
    near = (other for other in lines[max(0, at - 15) : at + 16] if other.page == line.page)
    return max(other.right for other in near if other.left < line.right and _as_high(other, line))


def _as_high(one: PdfLine, other: PdfLine) -> bool:
    return abs(one.height - other.height) <= 0.15 * max(one.height, other.height, 1)


def _would_fit(before: PdfLine, line: PdfLine, room: float) -> bool:
    """Would the first word of `line` have found room on the line before, or is that too short for a column?"""
    word = line.text.split(maxsplit=1)[0]
    letter = (before.right - before.left) / max(len(before.text), 1)
    return len(before.text) < 15 or before.right + (len(word) + 3) * letter < room


def _put_together(group: Sequence[PdfLine], hyphens: Hyphens, usual: float) -> Paragraph:
    parts: list[str] = []
    runs: list[Run] = []
    at, bold, goes_on = 0, 0, True
    for line, following in itertools.zip_longest(group, group[1:]):
        piece, parted_by = hyphens.joined(line.text, following.text) if following else (line.text, "")
        bold = at + min(line.bold, len(piece)) if goes_on and line.bold else bold
        goes_on = goes_on and _all_bold(line)
        runs.append(Run(at, len(piece), line))
        parts += (piece, parted_by)
        at += len(piece) + len(parted_by)
    heading = group[0].height >= 1.2 * usual and at < 150 and len(group) < 4
    return Paragraph("heading" if heading else "paragraph", "".join(parts), group[0].page, bold, runs)

"""Marks: where turns begin and what stands in a text without being said: labels, times, the dashes of a dialogue."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from corpus.drafts import Block
from corpus.importers import unmarked
from corpus.importers.mark import Mark
from corpus.importers.speaking import evidence, openings, rules, times
from corpus.importers.speaking.labels import cleaned
from corpus.importers.speaking.openings import BlockLine, MarkOpening
from corpus.importers.speaking.rules import MarkRule
from corpus.importers.speaking.times import GAP, RANGE, STAMP, milliseconds, plain

_LEAD = rf"(?:{GAP}|[>*_–—-])*"
_TIME_FIRST = re.compile(rf"{_LEAD}({RANGE})(?:{GAP}*[-–—|]{GAP}|{GAP})(?=\S)")
_TIME_LAST = re.compile(rf"(?<={GAP})({RANGE}){GAP}*\Z")
_LONGEST_TIME = 40
_AFTER = re.compile(rf"{GAP}*[:–—-]?")
_EARLY_MS = 180_000


class TextMarks(NamedTuple):
    """The marks of a text in order, and what may be some: openings that recur and were not understood."""

    marks: list[Mark]
    doubtful: list[MarkOpening]


def find(text: str, blocks: Sequence[Block], rule: MarkRule | None = None) -> TextMarks:
    """Return the marks in `blocks` that `rule` or the evidence supports; none where nobody is marked."""
    written, text = text, plain(text)
    lines = openings.lines(text, blocks)
    if rule is not None:
        labelled = list(_ruled(written, lines, rule))
        return TextMarks(_in_order(labelled, _times(text, lines, labelled)), [])
    told, doubtful = evidence.weigh(text, lines, openings.of(text, lines))
    labelled = [Mark(one.start, one.end, one.label, *milliseconds(one.time)) for one in told]
    labelled = labelled or _dashes(text, lines)
    unnamed = list(unmarked.beside(text, lines, labelled) if labelled else unmarked.questions(text, lines))
    return TextMarks(_in_order(labelled, _times(text, lines, labelled), unnamed), doubtful)


def _in_order(*kinds: Iterable[Mark]) -> list[Mark]:
    return sorted(chain(*kinds), key=lambda mark: (mark.start, mark.end))


def between(marks: Sequence[Mark], starts: Sequence[int], block: Block) -> Sequence[Mark]:
    """Return the marks of `marks`, whose starts are `starts`, that lie in `block`."""
    return marks[bisect_left(starts, block.start) : bisect_left(starts, block.end)]


def _ruled(text: str, lines: Sequence[BlockLine], rule: MarkRule) -> Iterator[Mark]:
    for found in rules.marks(rule, text, ((line.start, line.end) for line in lines)):
        yield Mark(found.start, found.end, cleaned(found.label), *milliseconds(found.time))


def _times(text: str, lines: Sequence[BlockLine], labelled: Sequence[Mark]) -> Iterator[Mark]:
    """Yield times that stand in a text apart from labels, and the numbers of lines in a text with labels."""
    after = {mark.start: mark.end for mark in labelled}
    bare = _bare(text, [(line.start, line.end) for line in lines if line.start not in after])
    bare |= _bare(text, list(_untimed(lines, labelled)))
    last = _closing(text, lines, labelled)
    stamps = _stamps(text, lines)
    within = _rising(stamps) or bool(labelled)
    for line in lines:
        at = after.get(line.start)
        alone = None if at else times.alone(text, line.start, line.end)
        first = bare.get(at or line.start)
        if alone:
            yield Mark(line.start, line.end, None, *milliseconds(alone))
            continue
        if line.start in last:
            closing = last[line.start]
            yield Mark(closing.start(1), line.end, None, end_ms=milliseconds(closing[1])[0], closes=True)
        if first:
            yield Mark(at or line.start, first.end(), None, *milliseconds(first[1]))
        elif not at and labelled and line.begin > line.start:
            yield Mark(line.start, line.begin, None)
        if line.start in stamps:
            begin = at or (first.end() if first else line.begin)
            yield from _enclosed(text, line, stamps[line.start], begin, within, bool(at))


def _stamps(text: str, lines: Sequence[BlockLine]) -> dict[int, list[re.Match[str]]]:
    """Return the times in brackets of each line, by where the line starts."""
    starts = [line.start for line in lines]
    found: dict[int, list[re.Match[str]]] = {}
    for one in STAMP.finditer(text):
        number = bisect_right(starts, one.start()) - 1
        if number >= 0 and one.end() <= lines[number].end:
            found.setdefault(starts[number], []).append(one)
    return found


def _enclosed(
    text: str, line: BlockLine, stamps: Iterable[re.Match[str]], at: int, within: bool, marked: bool
) -> Iterator[Mark]:
    """Yield the times in brackets on a line from `at`: at its start, within its words, and the one that closes them."""
    for found in (one for one in stamps if one.start() >= at):
        first = not marked and not text[at : found.start()].strip(" \t\xa0>*_-–—")
        if not first and (not within or (found[0][0] == "(" and found[0].count(":") < 2)):
            continue
        start_ms, end_ms = milliseconds(found[0])
        after = _AFTER.match(text, found.end(), line.end)
        end = after.end() if after else found.end()
        if not text[end : line.end].strip() and not first:
            yield Mark(found.start(), line.end, None, end_ms=start_ms, closes=True)
        else:
            yield Mark(at if first else found.start(), end, None, start_ms, end_ms)


def _rising(stamps: Mapping[int, Sequence[re.Match[str]]]) -> bool:
    """Do the times in brackets within lines rise, as those of a recording do?"""
    when = [milliseconds(one[0])[0] or 0 for line in stamps.values() for one in line]
    return len(when) > 1 and sum(a <= b for a, b in pairwise(when)) >= 0.6 * (len(when) - 1)


def _untimed(lines: Sequence[BlockLine], labelled: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Yield what stands on the line after each label that has no time."""
    ends = {line.start: line.end for line in lines}
    return ((mark.end, ends[mark.start]) for mark in labelled if mark.start_ms is None and mark.start in ends)


def _bare(text: str, stretches: Sequence[tuple[int, int]]) -> dict[int, re.Match[str]]:
    """Return the times without brackets that open stretches, where they run through the text as a recording does."""
    found = {start: one for start, end in stretches if (one := _TIME_FIRST.match(text, start, end))}
    when = _begun(found.values())
    if len(when) < max(3, len(found), 0.5 * len(stretches)) or not _run(when):
        return {}
    exact = all(one[1].count(":") > 1 or "." in one[1] for one in found.values())
    return found if exact or when[0] < _EARLY_MS else {}


def _closing(text: str, lines: Sequence[BlockLine], labelled: Sequence[Mark]) -> dict[int, re.Match[str]]:
    """Return the times without brackets that close turns, line by line, where most turns have one."""
    far = (max(line.start, line.end - _LONGEST_TIME) for line in lines) if labelled else ()
    found = {line.start: one for line, at in zip(lines, far) if (one := _TIME_LAST.search(text, at, line.end))}
    when = _begun(found.values())
    often = len(found) == len(when) >= max(3, 0.6 * len(labelled))
    return found if often and _run(when) else {}


def _begun(found: Iterable[re.Match[str]]) -> list[int]:
    return [start for one in found if (start := milliseconds(one[1])[0]) is not None]


def _run(when: Sequence[int]) -> bool:
    return sum(a <= b for a, b in pairwise(when)) >= 0.9 * (len(when) - 1)


def _dashes(text: str, lines: Iterable[BlockLine]) -> list[Mark]:
    """Return the dashes that open the turns of two people, only where the text is clearly a dialogue."""
    spoken = [line for line in lines if line.block.kind == "paragraph"]
    found = [(line, one) for line in spoken if (one := unmarked.DASH.match(text, line.start, line.end))]
    ended = [text[max(line.start, line.end - 200) : line.end].rstrip()[-1:] for line, _ in found]
    sentences = sum(char in '.?!…»"' for char in ended)
    others = len(spoken) - len(found)
    if len(found) < max(4, others) or sentences * 3 < len(found) * 2 or ended.count("?") * 8 < len(found):
        return []
    if ended.count("?") > 0.8 * len(found):  # the dashes open the questions, and the answers stand below
        return []
    kinds = Counter(one[1] for _, one in found)
    two = len(kinds) > 1 and min(kinds.values()) * 4 >= len(found)
    return [
        Mark(one.start(), one.end(), one[1] if two else f"{one[1]} {number % 2 + 1}")
        for number, (_, one) in enumerate(found)
    ]

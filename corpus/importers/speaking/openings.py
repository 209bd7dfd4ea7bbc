"""Openings: all that may be a speaker's mark at the start of a line, whatever it looks like. The evidence chooses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.drafts import Block
from corpus.importers.speaking import times
from corpus.importers.speaking.labels import LONGEST, cleaned, only_signs, possible, stands_for_a_name
from corpus.importers.speaking.times import CLOCK, ENCLOSED, GAP, STAMP, plain

_REACH = LONGEST + 40  # code points from the start of a line within which a mark must end


class BlockLine(NamedTuple):
    """A line of a block: its span, where its words begin (after a line's number), the block and the block's number."""

    start: int
    end: int
    begin: int
    block: Block
    number: int


class MarkOpening(NamedTuple):
    """What may be a mark: `start` to `end` are it, `said` tells whether words follow on the line.

    `style` is how it is set off: by a colon, a bracket, … Those of one style in a file are judged together. `form` says
    what else is alike in the marks of a file: whether there is a time, a bullet, bold type, space before the sign.
    """

    style: str
    line: int
    start: int
    end: int
    label: str
    time: str | None
    said: bool
    form: tuple[bool, ...] = ()


_LEAD = re.compile(rf"(?:{GAP}|[>*_•·▪‣◦●–—-])*")
_SIGNS = re.compile(
    rf"{GAP}*(?=[*_–—-]+{GAP}*[:：](?!\*)|\*{{2,}}(?:{GAP}*\Z|{GAP}*[–—|>=→\t]{GAP}))"
)  # signs in the place of a name, and no bullet
_BULLET = re.compile(rf"{GAP}*[>•·▪‣◦●–—-]")
_NUMBER = re.compile(rf"{GAP}*(?!{CLOCK})(?:[(\[](?=\d{{1,5}}[)\]]))?(\d{{1,5}})[.:)\]]?(?={GAP}+[^\s:：|=>–—-])")
_AFTER_TIME = re.compile(rf"{GAP}*(?:[-–—:|>,•·]{GAP})?(?:{GAP}|[*_])*")
_BRACKETS = re.compile(
    r"\[((?:[^\[\]\n]|\[[^\[\]\n]*\]){1,60})\](?!\()|\(([^()\n]{1,60})\)|<([^<>\n]{1,60})>|\{([^{}\n]{1,60})\}|【([^】\n]{1,60})】"
)
BRACKETS = frozenset("[(<{【")
_COLON = re.compile(r"[:：﹕︰]{1,2}")
_TIME_AT_END = re.compile(
    rf"(?:(?<!{GAP})(?<![-–—|,•·@])(?:{GAP}|[-–—|,•·@])+)?({ENCLOSED}|(?<![\d:.,])[(\[]?{CLOCK}[)\]]?)\.?{GAP}*\Z"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORTENED = re.compile(r"(?<!\w)\w\.\Z")
_BEFORE_STAMP = re.compile(rf"(?:{GAP}|[*_,–—|-])*")
_AFTER_STAMP = re.compile(rf"(?:{GAP}|[*_])*[:：]?")
_GAPS = re.compile(rf"{GAP}*")
_CLOCK = re.compile(r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?![\d:])")
_AFTER = re.compile(rf"(?:{GAP}|[*_])*")
_ALSO = re.compile(rf"[:：﹕︰]{{1,2}}|(?:(?:\.{GAP}*)?[-–—―]|[|/;=>]|→)(?={GAP})")  # after a bracket or a time
# What sets a label off, style by style: a character without which it is not there, and all of it.
_SEPARATORS = {
    "tab": ("\t", re.compile(rf"{GAP}*\t")),
    "  ": (" \xa0", re.compile(rf"{GAP}{{2,}}(?=\S)")),
    "dash": ("-–—―−", re.compile(rf"(?:(?<={GAP})[-–—―−]|[–—―]|\.[-–—―]|(?<=\w\w)\.{GAP}[-–—―])(?={GAP}|\Z)")),
    "stamp": ("[(<{#", STAMP),
    ">": (">→➔", re.compile(r"[-=]?>+|→|➔")),
    "|": ("|", re.compile(r"\|")),
    "·": ("·•", re.compile(rf"(?<={GAP})[·•](?={GAP})")),
    ")": (")", re.compile(rf"(?<=\S)\)(?={GAP})")),
    "=": ("=~/;\\", re.compile(rf"[=~/;\\](?={GAP})")),
}
_SETS_OFF_SIGNS = (":", "tab", "bold")
_STOP = re.compile(rf"(\w{{1,3}}(?:[-.]?\d{{1,3}})?)\.(?={GAP}+\S)")
_CODE = re.compile(rf"((?=\w*[^\W\d_])[^\Wa-zß-öø-ÿ]{{2,5}}(?:-\d{{1,3}})?)(?={GAP}+\w)")


def lines(text: str, blocks: Iterable[Block]) -> list[BlockLine]:
    """Return the lines that are not empty, of all blocks in which somebody may speak."""
    found = [
        BlockLine(at, stop, at, block, number)
        for number, block in enumerate(blocks)
        if block.kind != "note" and block.speaker is None
        for at, stop in lines_of(text, block)
        if text[at:stop].strip()
    ]
    return _numbered(text, found)


def lines_of(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Yield the span of each line of a block."""
    at = block.start
    while at < block.end:
        stop = text.find("\n", at, block.end)
        stop = block.end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def _numbered(text: str, found: list[BlockLine]) -> list[BlockLine]:
    """Let the words of lines begin after their numbers, where lines or turns are counted."""
    numbers = [_NUMBER.match(text, line.start, line.end) for line in found]
    counted = [int(number[1]) for number in numbers if number]
    steps = sum(before <= after <= before + 5 for before, after in pairwise(counted))
    rising = steps >= 0.9 * (len(counted) - 1) and len(set(counted)) >= 0.4 * len(counted)
    from_one = len(counted) > 1 and counted == list(range(1, len(counted) + 1))
    if (len(counted) < 4 and not from_one) or len(counted) < 0.2 * len(found) or not rising:
        return found
    return [line._replace(begin=number.end()) if number else line for line, number in zip(found, numbers, strict=True)]


def of(text: str, found: Sequence[BlockLine]) -> Iterator[MarkOpening]:
    """Yield what may open each line of a plain text, at most one of each style, line by line."""
    for number, line in enumerate(found):
        lead = _SIGNS if _SIGNS.match(text, line.begin, line.end) else _LEAD
        at = _past(lead, text, line.begin, line.end)
        before = times.opening(text, at, line.end)
        time = before[0] if before else None
        at = _past(_AFTER_TIME, text, before.end(), line.end) if before else at
        if at < line.end:
            yield from _openings(text, number, line, at, time)


def label(text: str) -> str | None:
    """Return the label that a line looks to open with, told from this line alone."""
    block = Block(0, len(text))
    found = of(plain(text), [BlockLine(0, len(text), 0, block, 0)])
    return next((one.label for one in found if one.style in BRACKETS or one.style in (":", "beside")), None)


def _openings(text: str, number: int, line: BlockLine, at: int, time: str | None) -> Iterator[MarkOpening]:
    if line.block.kind == "heading":
        yield from _alone(text, number, line, at, time)
        return
    limit = min(line.end, at + _REACH)
    bracket = _BRACKETS.match(text, at, limit)
    if bracket and text[bracket.end() : bracket.end() + 1] not in (",", ".", "-", "'", "’"):
        yield from _made(text, number, line, bracket[0][0], next(filter(None, bracket.groups())), bracket.end(), time)
    colon = _colon(text, at, limit)
    if colon:
        yield from _made(text, number, line, ":", text[at : colon.start()], colon.end(), time)
    bold = line.block.bold
    if bold is not None and line.start == line.block.start and at < bold < min(limit, line.end):
        yield from _made(text, number, line, "bold", text[at:bold].rstrip(" :.-–—\t\xa0"), bold, time)
    signs = set(text[at:limit])
    behind = bracket.end() if bracket else at
    for style, (needed, separator) in _SEPARATORS.items():
        sign = None if signs.isdisjoint(needed) else separator.search(text, behind, limit)
        if sign and sign.start() > at:
            own = time or (sign[0] if style == "stamp" else None)
            yield from _made(text, number, line, style, text[at : sign.start()], sign.end(), own)
    for style, word in ((".", _STOP), (" ", _CODE)):
        sign = word.match(text, at, limit)
        if sign:
            yield from _made(text, number, line, style, sign[1], sign.end(), time)
    if line.end - at <= _REACH and not colon and line.block.kind != "cell":
        yield from _alone(text, number, line, at, time)


def _colon(text: str, at: int, limit: int) -> re.Match[str] | None:
    """Return the first colon that belongs neither to a time nor to an address."""
    for found in _COLON.finditer(text, at, limit):
        following = text[found.end() : found.end() + 1]
        if following.isdigit() and text[found.start() - 1].isdigit():
            continue
        return None if following in ("/", "\\", ")") and following else found
    return None


def _made(
    text: str, number: int, line: BlockLine, style: str, raw: str, end: int, time: str | None
) -> Iterator[MarkOpening]:
    """Yield the opening with label `raw`, a time beside it taken off, or nothing where it can be no label."""
    beside = _TIME_AT_END.search(raw)
    label = cleaned(raw[: beside.start()] if beside and beside.start() else raw)
    if not possible(label) or (style not in _SETS_OFF_SIGNS and only_signs(label) and not stands_for_a_name(label)):
        return
    time = time or (beside[1] if beside else None)
    if (style in BRACKETS or style == "stamp") and (
        also := _ALSO.match(text, _past(_AFTER, text, end, line.end), line.end)
    ):
        end = also.end()
    if time is None:
        time, end = _time_after(text, end, line.end)
    end = _past(_AFTER, text, end, line.end)
    mark = text[line.begin : end]
    form = (
        _BULLET.match(mark) is not None and not only_signs(label),
        "**" in mark or "__" in mark,
        raw[-1:].isspace(),
        end < line.end,
        time is not None,
    )
    yield MarkOpening(style, number, line.start, end, label, time, end < line.end, form)


def _past(signs: re.Pattern[str], text: str, at: int, end: int) -> int:
    found = signs.match(text, at, end)
    return found.end() if found else at


def _time_after(text: str, at: int, end: int) -> tuple[str | None, int]:
    """Return the time after a mark that ends `at`, in brackets, at the line's end or to the second, and its end."""
    stamp = STAMP.match(text, _past(_BEFORE_STAMP, text, at, end), end)
    if stamp:
        return stamp[0], _past(_AFTER_STAMP, text, stamp.end(), end)
    start = _past(_GAPS, text, at, end)
    last = times.bare(text, start, end)
    if last and _past(_AFTER, text, last.end(), end) == end:
        return last[0], end
    clock = _CLOCK.match(text, start, end)
    return (clock[0], clock.end()) if clock else (None, at)


def _alone(text: str, number: int, line: BlockLine, at: int, time: str | None) -> Iterator[MarkOpening]:
    """Yield the label that is all of its line, or all but a time."""
    raw = text[at : line.end]
    beside = _TIME_AT_END.search(raw)
    if beside and not beside.start():
        return
    label = cleaned(raw[: beside.start()] if beside else raw)
    time = time or (beside[1] if beside else None)
    if line.block.kind == "heading":
        label = label.rstrip(" :")
    sentence = raw.rstrip(" *_")[-1:] in (".", ",", ":") and not _shortened(label) and line.block.kind != "heading"
    if possible(label) and not sentence and (stands_for_a_name(label) or not only_signs(label)):
        style = "alone" if time is None else "beside"
        yield MarkOpening(style, number, line.start, line.end, label, time, False, _set_apart(text, line))


def _shortened(label: str) -> bool:
    """Is the full stop at the end of a label that of an abbreviation, as in `Mme B.` and `ENQ.`?"""
    return _SHORTENED.search(label) is not None or (label.isupper() and len(label) < 7)


def _set_apart(text: str, line: BlockLine) -> tuple[bool, ...]:
    """Return how a line stands apart: as a heading, in bold type, by a blank line above and none below."""
    whole = line.start == line.block.start and line.end == line.block.end
    apart = text[line.start - 2 : line.start].strip(" \t") in ("\n\n", "") and text[line.end : line.end + 2] != "\n\n"
    return (line.block.kind == "heading", whole and line.block.bold == line.end, apart)

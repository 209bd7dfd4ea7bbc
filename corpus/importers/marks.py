"""The marks that open a turn at the start of a line, and the evidence by which a word with a colon is taken for one."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.drafts import Block, Role
from corpus.importers import words
from corpus.importers.speaking import rules
from corpus.importers.speaking.rules import Rule

_SPACE = r"[ \t\u00a0\u202f]"
_CLOCK = rf"\d{{1,3}}{_SPACE}?:{_SPACE}?\d{{2,3}}(?:{_SPACE}?:{_SPACE}?\d{{2}})?(?:[.,]\d{{1,3}})?"
_RANGE = rf"{_CLOCK}(?:{_SPACE}*(?:-->|--|-|–|—|→|à|to){_SPACE}*{_CLOCK})?"
_BRACKETED = rf"(?:[\[(<{{]{_SPACE}*{_RANGE}{_SPACE}*[\])>}}]|\#{_RANGE}(?:-\d+)?\#)"
_TIME = rf"(?:{_BRACKETED}|{_RANGE})"
_NAME = r"[^\W\d_](?:[\w.'’&/ \u00a0-]|\([\w.'’ -]*\)){0,38}?"

MARK = re.compile(
    rf"""
    [ \t\u00a0>*_]*
    (?:(?P<before>{_TIME}){_SPACE}*[-–—:]?{_SPACE}*[*_]*)?
    (?:
        \[(?P<bracket>[^\W\d_][^\]\[\n:]{{0,39}})\](?!\()[*_]*{_SPACE}*:?[*_]*(?:{_SPACE}*(?P<time1>{_TIME}))?{_SPACE}*:?
      | (?P<colon>{_NAME}){_SPACE}*(?P<time2>{_BRACKETED})?[*_]*{_SPACE}?:(?=[\s*_]|$|[^\W\d_]|[«"“‘'(\[…])[*_]*
        (?:{_SPACE}*(?P<time3>{_TIME}))?
      | (?P<alone>{_NAME})[*_]*{_SPACE}+(?P<time4>{_TIME}){_SPACE}*$
      | (?P<tab>{_NAME}){_SPACE}?\t
    )?
    """,
    re.VERBOSE | re.MULTILINE,
)
_CLOSING_TIME = re.compile(rf"\s*(?:\#{_RANGE}(?:-\d+)?\#|\[{_RANGE}\])\s*\Z")
_CLOCKS = re.compile(_CLOCK)
_DASH = re.compile(r"[ \t\u00a0]*([–—-])[ \t\u00a0]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found: code points `start` to `end` are the mark, the turn begins after; times in milliseconds.

    `sure` has a time beside it, `short` is followed by a few words as a header's line is, `bracket` by a sentence.
    """

    start: int
    end: int
    label: str | None
    start_ms: int | None = None
    end_ms: int | None = None
    sure: bool = False
    short: bool = False
    bracket: bool = False


def fold(text: str) -> str:
    """Return `text` without case, accents and punctuation, spaces joined."""
    bare = "".join(char for char in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", bare))


def role_of(label: str) -> Role | None:
    """Return the role a label names by itself; None where it is no known word of a role."""
    word = _head(label)
    if word in words.ALSO_PLAIN_WORDS and len(re.sub(r"\d+", "", fold(label)).strip(" ")) > len(word) + 2:
        return None
    if word in words.INTERVIEWER:
        return "interviewer"
    if word in words.RESPONDENT or label.casefold() in ("enquêté", "enquêtée"):
        return "respondent"
    return "unknown" if word in words.NEUTRAL else None


def _head(label: str) -> str:
    first, *_ = fold(label).split() or [""]
    return first.rstrip("0123456789") or first


def milliseconds(time: str | None) -> tuple[int | None, int | None]:
    """Read `0:02`, `1:02:03.5` or a range of two as milliseconds; what is missing is None."""
    start, end, *_ = (*map(_clock, _CLOCKS.findall(time or "")), None, None)
    return start, end if start is None or end is None or end >= start else None


def _clock(text: str) -> int:
    whole, _, fraction = re.sub(r"\s", "", text).replace(",", ".").partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(f"{fraction:0<3}"[:3] if fraction else 0)


def closing_time(text: str, start: int, end: int) -> tuple[int, int | None]:
    """Return where `text[start:end]` ends without a time that closes it (`#00:01:02-3#`), and that time in ms."""
    found = _CLOSING_TIME.search(text, max(start, end - 60), end)
    return (found.start(), milliseconds(found[0])[0]) if found else (end, None)


def find(text: str, blocks: Sequence[Block], rule: Rule | None = None) -> list[Mark]:
    """Return the marks in `blocks` that `rule` or the evidence supports, in order; none where nobody is marked."""
    if rule is not None:
        return list(_ruled(text, blocks, rule))
    candidates = _in_brackets_alike(list(_candidates(text, blocks)))
    speaking = _speaking(candidates, sum(block.kind in ("paragraph", "cue") for block in blocks) or len(blocks))
    accepted = [mark for mark in candidates if mark.label is None or _accepted(mark, speaking)]
    return accepted or _dashes(text, blocks)


def _ruled(text: str, blocks: Iterable[Block], rule: Rule) -> Iterable[Mark]:
    lines = (
        line for block in blocks if block.kind != "note" and block.speaker is None for line in lines_of(text, block)
    )
    for found in rules.marks(rule, text, lines):
        label = " ".join(found.label.replace("*", "").split())
        yield Mark(found.start, found.end, label, *milliseconds(found.time), sure=True)


def lines_of(text: str, block: Block) -> Iterable[tuple[int, int]]:
    """Yield the span of each line of a block."""
    at = block.start
    while at < block.end:
        stop = text.find("\n", at, block.end)
        stop = block.end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def _candidates(text: str, blocks: Iterable[Block]) -> Iterable[Mark]:
    for block in blocks:
        if block.kind in ("heading", "note") or block.speaker is not None:
            continue
        yield from filter(None, (_at(text, *line) for line in lines_of(text, block)))


def _in_brackets_alike(candidates: list[Mark]) -> list[Mark]:
    """Leave out `[NAME] and a sentence` where it is the only one of its form: a name left out, not a speaker."""
    alike = {mark.label for mark in candidates if mark.bracket and mark.label}
    if len(alike) > 1 or any(role_of(label) for label in alike):
        return candidates
    return [mark for mark in candidates if not mark.bracket]


def _at(text: str, start: int, end: int) -> Mark | None:
    found = MARK.match(text, start, end)
    if found is None or not any(found.groups()):
        return None
    before, bracket = found["before"], found["bracket"]
    raw = bracket or found["colon"] or found["alone"] or found["tab"]
    time = found["time1"] or found["time2"] or found["time3"] or found["time4"] or before
    after = found.end()
    if raw is None:
        return _time_alone(text, start, end, found)
    label = " ".join(raw.replace("*", "").split())
    nothing_follows = not text[after:end].strip()
    if not label or (bracket and _head(label) in words.NO_NAME_IN_BRACKETS):
        return None
    start_ms, end_ms = milliseconds(time)
    short = not nothing_follows and end - after < 40 and text[end - 1] not in ".?!…"
    timed = time is not None and _possible(label) and (bracket is not None or _named(label))
    sure = timed and (found["alone"] is None or time[:1] in "[(<{#")
    inline = bracket is not None and time is None and not nothing_follows
    return Mark(start, after, label, start_ms, end_ms, sure, short, inline)


def _time_alone(text: str, start: int, end: int, found: re.Match[str]) -> Mark | None:
    after = found.end()
    enclosed = found["before"][0] in "[(#<{"
    if text[after:end].strip() and not enclosed:
        return None
    return Mark(start, after, None, *milliseconds(found["before"]), sure=True)


def _named(label: str) -> bool:
    """Is every word a name's: with a capital, a number, or a particle such as `de`?"""
    parts = re.findall(r"[\w’']+", label)
    return 0 < len(parts) <= 4 and all(
        part[0].isupper() or part[0].isdigit() or part in words.PARTICLES for part in parts
    )


def _possible(label: str) -> bool:
    known = role_of(label) is not None
    return (known or _head(label) not in words.NO_SPEAKER) and len(label.split()) <= 5 and not label.endswith("-")


def _speaking(candidates: Sequence[Mark], blocks: int) -> dict[str, int]:
    """Return the labels taken for speakers, each with where its talk begins; the rules are in order."""
    labelled = [mark for mark in candidates if mark.label is not None and _possible(mark.label)]
    counts = Counter(mark.label or "" for mark in labelled)
    timed = {mark.label or "" for mark in labelled if mark.sure}
    named = {label for label in counts if _named(label)}
    roles = {label for label in counts if role_of(label) is not None}
    sure = {label for label in roles if fold(label).rstrip("0123456789 ") not in words.ALSO_PLAIN_WORDS} | timed
    often = {label for label in named | roles if counts[label] >= 2}
    sure |= often if len(often) > 1 else {label for label in often if counts[label] > 2 or label in roles}
    sure |= _all_lines(labelled, counts, named | roles, blocks)
    loud = {label for label in named if label.isupper() and len(label) > 2}
    sure |= loud if sure or (len(loud) > 1 and sum(counts[label] for label in loud) >= 0.3 * blocks) else set()
    if not sure:
        return {}
    sure |= roles if len(roles) > 1 else set()
    share = sum(counts[label] for label in sure) / max(blocks, 1)
    total = sum(counts[label] for label in sure)
    if not sure & (roles | timed) and share < 0.3 and (share < 0.05 or total < 8):
        return {}
    sure |= {label for label, count in counts.items() if count >= 3 and share >= 0.2 and _brief(label)}
    sure |= _rare(counts, named, sure, sum(counts[label] for label in sure | named) / max(blocks, 1))
    return _since(candidates, counts, sure)


def _all_lines(labelled: Sequence[Mark], counts: Counter[str], names: set[str], blocks: int) -> set[str]:
    """Return all labels of a short text in which every paragraph opens with one."""
    every = len(labelled) >= max(blocks, 2) and len(counts) > 1 and set(counts) <= names
    return set(counts) if every and not all(mark.short for mark in labelled) else set()


def _brief(label: str) -> bool:
    return len(label.split()) <= (3 if label[0].isupper() else 1)


def _rare(counts: Counter[str], named: set[str], sure: set[str], share: float) -> set[str]:
    """Return labels seen once or twice that are a slip of a frequent one, or a name in a text full of marks."""
    rare = set(counts) - sure
    frequent = {label: counts[label] for label in sure}
    slips = {label for label in rare if nearest(label, counts[label], frequent)}
    return slips | ({label for label in rare if label in named} if share >= 0.3 else set())


def _since(candidates: Sequence[Mark], counts: Counter[str], sure: set[str]) -> dict[str, int]:
    """Return for each label where its talk begins: lines such as `Participant: P3` in a header above are no turns."""
    starts = [mark.start for mark in candidates if mark.label in sure and (mark.sure or not mark.short)]
    first = min(starts, default=0)
    above = [mark.start for mark in candidates if mark.start < first and mark.label and not _possible(mark.label)]
    top = max(above, default=0)
    fields = {label for label in sure if counts[label] == 1 and role_of(label)} if max(counts.values()) > 1 else set()
    return {label: max(top, first) if label in fields else top for label in sure}


def _accepted(mark: Mark, speaking: dict[str, int]) -> bool:
    since = speaking.get(mark.label or "")
    return since is not None and (mark.start >= since or mark.sure or not mark.short)


def nearest(label: str, turns: int, frequent: dict[str, int]) -> str | None:
    """Return the label, at least three times as frequent, that `label` is one or two letters away from."""
    mine = fold(label)
    best: tuple[int, int, str] | None = None
    for other, count in frequent.items():
        theirs = fold(other)
        if other == label or count < 3 or count < 3 * turns or _digits(mine) != _digits(theirs):
            continue
        reach = 2 if min(len(mine), len(theirs)) >= 5 else 1 if min(len(mine), len(theirs)) >= 3 else 0
        far = distance(mine, theirs, reach)
        if far <= reach and (best is None or (far, -count) < best[:2]):
            best = (far, -count, other)
    return best[2] if best else None


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def distance(a: str, b: str, most: int) -> int:
    """Return the edit distance with neighbours swapped counted once (optimal string alignment); `most` + 1 if over."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)


def _dashes(text: str, blocks: Sequence[Block]) -> list[Mark]:
    """Return the dashes that open the turns of two people, only where the text is clearly a dialogue."""
    lines: list[tuple[re.Match[str], int]] = []
    others = 0
    for block in blocks:
        if block.kind != "paragraph":
            continue
        for start, end in lines_of(text, block):
            found = _DASH.match(text, start, end)
            if found:
                lines.append((found, end))
            else:
                others += 1
    ended = [text[:end].rstrip()[-1:] if end < 200 else text[end - 200 : end].rstrip()[-1:] for _, end in lines]
    spoken = sum(char in '.?!…»"' for char in ended)
    if len(lines) < 4 or len(lines) < others or spoken * 3 < len(lines) * 2 or ended.count("?") * 8 < len(lines):
        return []
    kinds = Counter(found[1] for found, _ in lines)
    two = len(kinds) > 1 and min(kinds.values()) * 4 >= len(lines)
    return [
        Mark(found.start(), found.end(), found[1] if two else f"{found[1]} {number % 2 + 1}")
        for number, (found, _) in enumerate(lines)
    ]


def between(marks: Sequence[Mark], starts: Sequence[int], block: Block) -> Sequence[Mark]:
    """Return the marks of `marks`, whose starts are `starts`, that lie in `block`."""
    return marks[bisect_left(starts, block.start) : bisect_left(starts, block.end)]

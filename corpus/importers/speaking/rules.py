"""Rules: how the marks of speakers are written, said by the person; they overrule the evidence."""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import SourceError

if TYPE_CHECKING:
    import regex

LONGEST = 500
PATIENCE_S = 10.0

# A time, a number, a run of space, a word, or one sign.
_PIECE = re.compile(r"(?P<time>\d+(?::\d+)+(?:[.,]\d+)?)|(?P<number>\d+)|(?P<space>\s+)|(?P<word>[^\W\d]+)|(?P<sign>.)")
_DASHES = frozenset("-–—•·*▪‣")


@dataclass(frozen=True, slots=True)
class MarkRule:
    """A regular expression for the mark of a turn, sought at the start of each line; the words begin after it.

    Its group `speaker` is the label, its group `time`, if there is one, when the turn begins. As text it is one line.
    """

    pattern: str

    def __str__(self) -> str:
        return self.pattern


class RuleMark(NamedTuple):
    """A mark by a rule: its span in code points, the label as written, the time as written."""

    start: int
    end: int
    label: str
    time: str | None


def parse(text: str) -> MarkRule:
    """Return the rule that a line of text says; raises `SourceError` where it says none."""
    rule = MarkRule(text.strip())
    if "speaker" not in _compiled(rule).groupindex:
        raise SourceError(
            "The rule {rule} does not say where the speaker's name stands: put it into (?P<speaker>…).", rule=rule
        )
    return rule


@lru_cache(maxsize=64)
def _compiled(rule: MarkRule) -> regex.Pattern[str]:
    import regex

    if len(rule.pattern) > LONGEST or "\n" in rule.pattern:
        raise SourceError("A rule is one line of at most {most} characters.", most=LONGEST)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of brackets that a later version may read otherwise
            return regex.compile(rule.pattern)
    except (regex.error, OverflowError, RecursionError, ValueError) as error:
        why = getattr(error, "msg", str(error))
        raise SourceError("The rule {rule} can't be read: {why}.", rule=rule, why=why) from error


def marks(rule: MarkRule, text: str, lines: Iterable[tuple[int, int]]) -> Iterator[RuleMark]:
    """Yield the marks at the start of `lines`; raises `SourceError` once ten seconds have gone by."""
    pattern, end = _compiled(rule), time.monotonic() + PATIENCE_S
    try:
        for start, stop in lines:
            found = pattern.match(text, start, stop, timeout=max(end - time.monotonic(), 0.001))
            if found and found.end() > start and (found["speaker"] or "").strip():
                when = found["time"] if "time" in pattern.groupindex else None
                yield RuleMark(start, found.end(), found["speaker"], when)
    except TimeoutError as error:
        raise SourceError("The rule {rule} takes too long on this text: make it simpler.", rule=rule) from error


def generalised(text: str, start: int, end: int) -> MarkRule:
    """Return the rule for all labels written as `text[start:end]` is on its line.

    >>> str(generalised("INT : Why?", 0, 3))
    '\\\\s*(?P<speaker>[^:]{1,80}?)\\\\s*:\\\\s*'
    """
    label = text[start:end].strip()
    if not label or "\n" in label:
        raise SourceError("Select one speaker's label, within a line.")
    start = text.index(label, start)
    line = text.rfind("\n", 0, start) + 1
    stop = (text + "\n").index("\n", start)
    before, after = text[line:start], _until_words(text[start + len(label) : stop])
    lead, times = _shape(before, 0)
    tail, _ = _shape(after, times)
    begins = "" if lead.startswith(r"\s*") else r"\s*"
    if start + len(label) + len(after) == stop:
        tail = tail.removesuffix(r"\s*") + r"\s*$"
    elif after.isspace() and "\t" not in after:
        tail = r"\s{2,}" if len(after) > 1 else r"\s+"
    return MarkRule(f"{begins}{lead}(?P<speaker>{_label(label, after)}){tail}")


def _label(label: str, after: str) -> str:
    """Return what a label is: anything as far as the sign after it, else a word of the same kind."""
    sign = after.strip()[:1]
    if sign and not sign.isalnum() and sign not in label:
        return rf"[^{re.escape(sign)}]{{1,80}}?"
    if "\t" in after:
        return r"[^\t]{1,80}?"
    if sign or len(after) != 1:
        return r".{1,80}?"
    return r"\p{Lu}[\p{Lu}\d]*" if label.isupper() and label.isalnum() else re.escape(label)


def _until_words(after: str) -> str:
    """Return what stands between a label and the first word said: space, signs, times."""
    for piece in _PIECE.finditer(after):
        if piece["word"] or piece["number"]:
            return after[: piece.start()]
    return after


def _shape(text: str, times: int) -> tuple[str, int]:
    """Return an expression for texts of the same shape, and how many times of the clock stand before its end."""
    parts = []
    for piece in _PIECE.finditer(text):
        if piece["time"]:
            parts.append(r"(?P<time>\d[\d:.,]*)" if times == 0 else r"\d[\d:.,]*")
            times += 1
        elif piece["space"]:
            parts.append(r"\s*\t\s*" if "\t" in piece[0] else r"\s*")
        elif piece["sign"] in _DASHES:
            parts.append(r"[-–—•·*▪‣]")
        else:
            parts.append(r"\d+" if piece["number"] else re.escape(piece[0]))
    return "".join(parts), times

"""Chats that WhatsApp, Signal or Telegram write out: a date, a time, who writes, then lines of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.drafts import Block
from corpus.importers.layouts.lines import TextLine, lines, plain
from corpus.importers.layouts.said import not_there, written_by_itself
from corpus.importers.reading import FileReading

_SPACE = "[ \u00a0\u202f]"
# Marks of the direction of writing, which these programs put around what they write themselves.
_MARKS = "[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*"
_DATE = r"\d{1,4}[./-](?:\d{1,2}|[A-Za-z]{3})[./-]\d{2,4}\.?"
_HALF = rf"(?:{_SPACE}?[AaPp]\.?{_SPACE}?[Mm]\.?)?"
_TIME = rf"\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?{_HALF}"
_WHEN = rf"(?:{_DATE},?{_SPACE}+(?:(?:à|at|um|klo|kl\.?|a las|às|alle|om|-){_SPACE}+)?{_TIME}|{_TIME},{_SPACE}+{_DATE})"
_WHO = rf"(?P<who>[^:\n]{{1,80}}):(?:{_SPACE}|(?=[\u200e\u200f])|\Z)"
_HEAD = re.compile(
    rf"{_MARKS}(?:\[{_WHEN}\]{_SPACE}*|{_WHEN}{_SPACE}+[-–—]{_SPACE}+)(?P<words>{_MARKS}(?:{_WHO})?{_SPACE}*)"
)
_HEAD_ABOVE = re.compile(
    rf"{_MARKS}(?P<who>[^\n\[\]()]{{1,80}})(?:,{_SPACE}+\[{_WHEN}\]|{_SPACE}+\({_WHEN}\)){_SPACE}*\Z"
)
_HEAD_AFTER = re.compile(rf"{_MARKS}\[{_WHEN}\]{_SPACE}+(?P<who>[^\n\[\]:]{{1,80}})\Z")
# What is written beside a video call: `10:01:02 From Ada to Everyone:`.
_HEAD_FROM = re.compile(
    rf"{_TIME}[ \t\u00a0]+(?:From|De|Von|Da|Van){_SPACE}+(?P<who>[^\n:]{{1,80}}?)"
    rf"(?:{_SPACE}+(?:to|à|an|a|para|aan){_SPACE}+[^\n:]{{1,60}})?{_SPACE}*:{_SPACE}*"
)
_ABSENT = re.compile(
    rf"{_MARKS}(?:<[^<>\n]{{1,80}}>|\S+\.\w{{2,4}}{_SPACE}\([^()\n]{{1,40}}\)|(?:[\w-]+{_SPACE}+){{1,3}}"
    r"(?:omitted|omise?s?|absente?s?|weggelassen|ausgeschlossen|omitid[oa]s?|omess[oa]|ocult[oa]))\Z",
    re.IGNORECASE,
)
_EDITED = re.compile(rf"{_SPACE}?\u200e<[^<>\n]{{1,60}}>\Z")


class _Head(NamedTuple):
    """Where a message begins: its first line, who writes, and where the words start."""

    line: int
    who: str | None
    start: int


def recognised(reading: FileReading) -> FileReading | None:
    """Return a chat as a turn for each message; what the program wrote into it itself is told and no passage."""
    if not plain(reading.blocks):
        return None
    all_lines = list(lines(reading.text, reading.blocks))
    heads = list(_heads(reading.text, all_lines))
    named = sum(head.who is not None for head in heads)
    if named < 2 or named * 2 < len(heads) or (named < 4 and named * 2 < len(all_lines)):
        return None
    blocks = [Block(line.start, line.end, "paragraph", line.page) for line in all_lines[: heads[0].line]]
    absent = 0
    for head, after in zip(heads, [*heads[1:], None]):
        last = all_lines[(after.line if after else len(all_lines)) - 1]
        message = _message(reading.text, head, last)
        absent += head.who is not None and message is None
        blocks += [message] if message else []
    own = len(heads) - named
    notes = (*((not_there(absent),) if absent else ()), *((written_by_itself(own),) if own else ()))
    return replace(reading, blocks=blocks, notes=(*reading.notes, *notes))


def _heads(text: str, all_lines: Sequence[TextLine]) -> Iterator[_Head]:
    """Yield the heads of messages: those that name who writes on their line, else those that do so in another way."""
    heads = list(_heads_with_words(text, all_lines))
    if any(head.who for head in heads):
        yield from heads
        return
    for number, line in enumerate(all_lines):
        found = _HEAD_AFTER.match(text, line.start, line.end) or _HEAD_FROM.match(text, line.start, line.end)
        if found:
            yield _Head(number, _name(found["who"]), found.end())


def _heads_with_words(text: str, all_lines: Sequence[TextLine]) -> Iterator[_Head]:
    for number, line in enumerate(all_lines):
        found = _HEAD.match(text, line.start, line.end)
        above = None if found else _HEAD_ABOVE.match(text, line.start, line.end)
        if found:
            yield _Head(number, _name(found["who"]), found.end() if found["who"] else found.start("words"))
        elif above:
            yield _Head(number, _name(above["who"]), line.end)


def _name(who: str | None) -> str | None:
    bare = re.sub(_MARKS, "", who or "")
    return " ".join(bare.split()).removeprefix("~").strip() or None


def _message(text: str, head: _Head, last: TextLine) -> Block | None:
    """Return the words of a message; None where they stand for a file, or the program wrote the line itself."""
    words = text[head.start : last.end]
    one_line = "\n" not in words.strip()
    own = words.startswith("\u200e") or (one_line and _ABSENT.match(words.strip()))
    edited = _EDITED.search(words)
    end = head.start + edited.start() if edited else last.end
    if head.who is None or own or not text[head.start : end].strip():
        return None
    return Block(head.start, end, "turn", last.page, None, None, head.who)

"""Lines that begin with a bare time, as oTranscribe writes them: `00:10 words`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.drafts import Block
from corpus.importers.layouts import clock, openings
from corpus.importers.layouts.lines import TextLine, lines, plain
from corpus.importers.reading import FileReading

_STAMP = re.compile(rf"[ \t\u00a0]*({clock.CLOCK})[ \t\u00a0]+(?=[^\W\d]|[«\"“¿¡(\[…–—-])")
_BEGINS_BY_MS = 300_000


def recognised(reading: FileReading) -> FileReading | None:
    """Return lines with times as passages that begin then; a line without one goes on with the words above it."""
    if not plain(reading.blocks):
        return None
    all_lines = list(lines(reading.text, reading.blocks))
    found = [(line, stamp) for line in all_lines if (stamp := _STAMP.match(reading.text, line.start, line.end))]
    times = [clock.milliseconds(stamp[1]) for _, stamp in found]
    if len(found) < 3 or len(found) * 2 < len(all_lines) or not _recording(times):
        return None
    if not _words([reading.text[stamp.end() : line.end] for line, stamp in found]):
        return None
    return replace(reading, blocks=list(_blocks(reading.text, all_lines)))


def _recording(times: Sequence[int]) -> bool:
    return times[0] < _BEGINS_BY_MS and all(a <= b for a, b in pairwise(times))


def _words(rests: Sequence[str]) -> bool:
    """Is what follows the times said, and no name: neither the same again and again, nor followed by a colon?"""
    named = sum(openings.opens(rest) for rest in rests)
    long = sum(len(rest.split()) > 2 or rest.rstrip().endswith((".", "?", "!", "…")) for rest in rests)
    return named * 2 < len(rests) and len(set(rests)) > 0.7 * len(rests) and long * 2 > len(rests)


def _blocks(text: str, all_lines: Sequence[TextLine]) -> Iterator[Block]:
    turn: Block | None = None
    for line in all_lines:
        stamp = _STAMP.match(text, line.start, line.end)
        if stamp is None and turn is not None:
            turn = replace(turn, end=line.end)
            continue
        if turn is not None:
            yield turn
        if stamp is None:
            yield Block(line.start, line.end, "paragraph", line.page)
        else:
            turn = Block(stamp.end(), line.end, "cue", line.page, clock.milliseconds(stamp[1]))
    if turn is not None:
        yield turn

"""The lines of a reading, whatever blocks they are in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.drafts import Block


class TextLine(NamedTuple):
    """A line that is not blank: its span in code points, and its page."""

    start: int
    end: int
    page: int | None = None


def lines(text: str, blocks: Sequence[Block]) -> Iterator[TextLine]:
    """Yield the lines of all blocks, in order."""
    for block in blocks:
        at = block.start
        while at < block.end:
            stop = text.find("\n", at, block.end)
            stop = block.end if stop < 0 else stop
            if text[at:stop].strip():
                yield TextLine(at, stop, block.page)
            at = stop + 1


def plain(blocks: Sequence[Block]) -> bool:
    """Are the blocks lines of text alone: no cells, no notes?"""
    return all(block.kind in ("paragraph", "heading") for block in blocks)

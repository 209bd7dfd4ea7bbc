"""A text cut where the person says, and not by who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from corpus.drafts import Block, DraftPassage, PassageKind
from corpus.importers.reading import Split
from corpus.importers.speaking.openings import lines_of
from corpus.importers.turns import trimmed

SPLITS: tuple[Split, ...] = get_args(Split)


def passages(text: str, blocks: Sequence[Block], split: Split) -> tuple[DraftPassage, ...]:
    """Return the passages of `text`, which nobody says: its paragraphs, its lines, or what stands between blank lines.

    >>> [p.start for p in passages("a\\nb\\n\\nc", [Block(0, 1), Block(2, 3), Block(5, 6)], "blank-lines")]
    [0, 5]
    """
    spans = {"paragraphs": _paragraphs, "blank-lines": _between_blank_lines, "lines": _lines}[split](text, blocks)
    return tuple(
        DraftPassage(kind, start, end, None, block.page, block.start_ms, block.end_ms)
        for block, kind, start, end in ((block, kind, *trimmed(text, *span)) for block, kind, span in spans)
        if start < end
    )


_Span = tuple[Block, PassageKind, tuple[int, int]]


def _paragraphs(_text: str, blocks: Sequence[Block]) -> Iterator[_Span]:
    for block in blocks:
        yield block, block.kind, (block.start, block.end)


def _lines(text: str, blocks: Sequence[Block]) -> Iterator[_Span]:
    for block in blocks:
        for line in lines_of(text, block):
            yield block, block.kind, line


def _between_blank_lines(text: str, blocks: Sequence[Block]) -> Iterator[_Span]:
    """Yield paragraphs that no blank line parts as one; other kinds of blocks stand by themselves."""
    first: Block | None = None
    end = 0
    for block in blocks:
        goes_on = (
            first is not None and block.kind == first.kind == "paragraph" and text.count("\n", end, block.start) < 2
        )
        if first is not None and not goes_on:
            yield first, first.kind, (first.start, end)
        first = first if goes_on else block
        end = block.end
    if first is not None:
        yield first, first.kind, (first.start, end)

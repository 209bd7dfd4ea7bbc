"""A text put together piece by piece, with a block for each piece."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.cleaning import without_surrogates
from corpus.drafts import Block, PassageKind

# Control characters, and the soft hyphen, which is no part of a word.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad]")

MOST_BLANK = 100
"""How many blank lines in a row a person may have meant; a made-up file holds millions."""
_BLANK = re.compile(rf"(?<!\n)\n{{{MOST_BLANK + 1},}}")


def tidy(text: str) -> str:
    """Return `text` NFC-normalised with `\\n` line ends and without halves of characters."""
    text = without_surrogates(text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", text)


def tidied(piece: str) -> str:
    """Return a piece as it comes into the text: tidy, and without what is no text."""
    if piece.isprintable():  # as nearly all are: nothing to take out of them
        return unicodedata.normalize("NFC", piece)
    if "\n\n" in piece:
        piece = _BLANK.sub("\n" * MOST_BLANK, piece)
    return tidy(_NO_TEXT.sub("", piece))


@dataclass(slots=True)
class Writing:
    """The text so far and its blocks; each piece is tidied and parted from the one before."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    blank: int = 0

    def add(
        self,
        piece: str,
        kind: PassageKind = "paragraph",
        *,
        parted_by: str = "\n",
        mark: str = "",
        page: int | None = None,
        times: tuple[int | None, int | None] = (None, None),
        speaker: str | None = None,
        bold: int = 0,
    ) -> None:
        """Append a piece; `mark` stands in the text before it and outside its block, `bold` characters open it."""
        plain = tidied(piece)
        opening = bold if plain == piece else len(tidied(piece[:bold]))
        piece, mark = plain, tidy(mark) if mark else ""
        self.blank = 0 if piece or mark or parted_by != "\n" else self.blank + 1
        if self.blank > MOST_BLANK:
            return
        if self.parts:
            mark = parted_by + mark
        start = self.length + len(mark)
        self.parts += (mark, piece)
        self.length = start + len(piece)
        if piece:
            ends = min(start + opening, self.length) if opening else None
            self.blocks.append(Block(start, self.length, kind, page, *times, speaker, ends))

    def graft(self, text: str, blocks: Sequence[Block]) -> None:
        """Append a text that was read elsewhere, with its blocks, on lines of its own."""
        if self.parts:
            self.parts.append("\n")
            self.length += 1
        for block in blocks:
            bold = None if block.bold is None else block.bold + self.length
            self.blocks.append(replace(block, start=block.start + self.length, end=block.end + self.length, bold=bold))
        self.parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.parts)

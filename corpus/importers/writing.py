"""A text put together piece by piece, with a block for each piece."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from corpus.cleaning import without_surrogates
from corpus.drafts import Block, PassageKind

# Control characters, and the soft hyphen, which is no part of a word.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad]")


def tidy(text: str) -> str:
    """Return `text` NFC-normalised with `\\n` line ends and without halves of characters."""
    text = without_surrogates(text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", text)


@dataclass(slots=True)
class Writing:
    """The text so far and its blocks; each piece is tidied and parted from the one before."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

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
    ) -> None:
        """Append a piece; `mark` stands in the text before it and outside its block."""
        piece, mark = tidy(_NO_TEXT.sub("", piece)), tidy(mark)
        if self.parts:
            mark = parted_by + mark
        start = self.length + len(mark)
        self.parts += (mark, piece)
        self.length = start + len(piece)
        if piece:
            self.blocks.append(Block(start, self.length, kind, page, *times, speaker))

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.parts)

"""Finding in the text shown: capitals, accents and typographic signs make no difference."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from itertools import accumulate

_ALIKE = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u2011": "-"}
_ALIKE |= {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "…": "...", "\xad": "", "\u200b": ""}


def fold(text: str) -> str:
    """Give the text as it is compared: small letters without accents, plain quotes, one kind of blank."""
    return text.translate({ord(char): _folded(char) for char in set(text)})


def _folded(char: str) -> str:
    if char in _ALIKE:
        return _ALIKE[char]
    if char.isspace():
        return " "
    return "".join(c for c in unicodedata.normalize("NFD", char.casefold()) if not unicodedata.combining(c))


class Folded:
    """A text folded once; a hit is given in code points of the text itself, and takes accents that follow with it."""

    def __init__(self, text: str) -> None:
        self._size = len(text)
        self._text = fold(text)
        sizes = {char: len(_folded(char)) for char in set(text)}
        self._starts: list[int] | None = None  # of each character in the folded text; None where they are the same
        if any(size != 1 for size in sizes.values()):
            self._starts = list(accumulate((sizes[char] for char in text), initial=0))

    def find(self, text: str, offset: int, *, backwards: bool = False) -> tuple[int, int] | None:
        """Give the first hit from the offset on, or the last that ends before it; then from the far end."""
        wanted = fold(text)
        if not wanted.strip():
            return None
        limit = self._inner(offset)
        if backwards:
            at = self._text.rfind(wanted, 0, limit)
            at = at if at >= 0 else self._text.rfind(wanted)
        else:
            at = self._text.find(wanted, limit)
            at = at if at >= 0 else self._text.find(wanted)
        return None if at < 0 else self._outer(at, at + len(wanted))

    def all(self, text: str) -> list[tuple[int, int]]:
        """Give every hit in order, none within another."""
        wanted, found, at = fold(text), list[tuple[int, int]](), 0
        while wanted.strip() and (at := self._text.find(wanted, at)) >= 0:
            found.append(self._outer(at, at + len(wanted)))
            at += len(wanted)
        return found

    def is_hit(self, text: str, start: int, end: int) -> bool:
        """Tell whether the span reads as the text."""
        return self._text[self._inner(start) : self._inner(end)] == fold(text)

    def _inner(self, offset: int) -> int:
        offset = max(0, min(offset, self._size))
        return offset if self._starts is None else self._starts[offset]

    def _outer(self, start: int, end: int) -> tuple[int, int]:
        if self._starts is None:
            return start, end
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end) - 1
        return first, last + (self._starts[last] < end)

"""The words of a text as names are looked for in it: without case, accents and strokes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import accumulate, compress

from corpus import words

TOKEN = re.compile(r"[^\W\d_]+|\d+")
AND = frozenset({"et", "and"})
WESTERN = "cp1252"
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ı": "i", "ð": "d", "þ": "th"})
_KEPT = 1 << 15  # words that are kept folded
_SIGN_BEYOND = re.compile(r"[^\w\x00-\xff]")  # as an emoji is, or a narrow space


@lru_cache(_KEPT)
def fold(word: str) -> str:
    """Return a word without case, accents and strokes."""
    plain = words.folded(word)
    return plain if plain.isascii() else plain.translate(_LETTERS)


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a text, folded; `et`, `and` and & between others are none."""
    if text.isalpha():
        return [fold(text)]
    found = [fold(one) for one in TOKEN.findall(text)]
    return [one for n, one in enumerate(found) if not (one in AND and 0 < n < len(found) - 1)]


def _flattened(byte: int) -> int:
    sign = bytes([byte]).decode(WESTERN, "replace")
    if not sign.isalnum():
        return ord(" ")
    plain = fold(sign).encode(WESTERN, "replace")
    return plain[0] if len(plain) == 1 else byte


_FLAT = bytes(map(_flattened, range(256)))
SMALL = frozenset(filter(str.islower, bytes(range(256)).decode(WESTERN, "replace")))
"""Small letters of the West of Europe."""


def flat(text: str) -> bytes | None:
    """Return a byte for each letter of a text, as far as that can be folded, and for each digit; a space for signs.

    It is None where a letter is beyond those of the West of Europe.
    """
    try:
        return text.encode(WESTERN).translate(_FLAT)
    except UnicodeEncodeError:
        try:
            return _SIGN_BEYOND.sub(" ", text).encode(WESTERN).translate(_FLAT)
        except UnicodeEncodeError:
            return None


def written(plain: Iterable[str]) -> frozenset[bytes]:
    """Return folded words as a flat text has them."""
    return frozenset(one.encode(WESTERN, "replace") for one in plain)


def places(said: list[bytes], wanted: Collection[bytes]) -> list[tuple[int, int]]:
    """Return where those that are wanted stand of what a flat text is between its spaces."""
    ends = list(accumulate(map(len, said)))  # without the spaces
    return [
        (ends[n] - len(said[n]) + n, ends[n] + n) for n in compress(range(len(said)), map(wanted.__contains__, said))
    ]

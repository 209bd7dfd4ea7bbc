"""A few lines of a long passage, cut where it is most like the words that were asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Piece = tuple[str, bool]
"""Some text, and whether it is one of the words that were looked for."""

_WORD = re.compile(r"[^\W_]+")
_STEM = 5  # letters by which words of one family are taken for alike
_SHORT = 4  # shorter words say nothing on their own


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return by what the words of a text are known, endings left aside."""
    found = (part.casefold() for word in words for part in _WORD.findall(word))
    return frozenset(part[:_STEM] for part in found if len(part) >= _SHORT)


def clipped(text: str, wanted: frozenset[str], most: int) -> list[Piece]:
    """Return at most `most` code points of a text, whole words of it, where most of the `wanted` stems stand.

    What was left out is marked by an ellipsis; the words that were wanted are pieces of their own.
    """
    words = [match.span() for match in _WORD.finditer(text)]
    hits = [span for span in words if stems([text[slice(*span)]]) & wanted]
    start, end = _window(text, words, hits, most)
    pieces: list[Piece] = [("… ", False)] if text[:start].strip() else []
    at = start
    for a, b in hits:
        if start <= a and b <= end:
            pieces += [(text[at:a], False), (text[a:b], True)]
            at = b
    pieces.append((text[at:end], False))
    if text[end:].strip():
        pieces.append((" …", False))
    return [piece for piece in pieces if piece[0]]


def _window(text: str, words: Sequence[tuple[int, int]], hits: Sequence[tuple[int, int]], most: int) -> tuple[int, int]:
    """Return the run of whole words that holds most hits, with as much before them as after."""
    if len(text) <= most or not words:
        return 0, min(len(text), most)
    held = [[hit for hit in hits if first[0] <= hit[0] and hit[1] <= first[0] + most] for first in hits]
    best = max(held, key=len, default=[])
    spare = most - (best[-1][1] - best[0][0]) if best else 0
    low = max(0, (best[0][0] - spare // 2) if best else 0)
    low = min(low, max(0, len(text) - most))
    starts = [a for a, _ in words if a >= low] if low else [0]
    start = starts[0] if starts else low
    # No line ends in “d” of « d'un coup »: an elided word stays with the next.
    ends = [b for _, b in words if start < b <= start + most and text[b : b + 1] not in ("'", "’")]
    end = ends[-1] if ends else start + most
    return start, len(text) if start + most >= len(text) else end

"""Words as a figure prints them: what the font can't show, how wide they are, and how they are fitted into a width."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from coding.figures import plotting

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

UNSHOWN = "□"
_POINT = 25.4 / 72  # mm
_PARTS = 64  # of a point, in which the font measures
_FINE = 20
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"  # they say how Persian and Indian letters join


def _font(*, bold: bool) -> FT2Font:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    plotting.ready()
    return get_font(findfont(FontProperties(family=plotting.FONT, weight="bold" if bold else "normal")))


@cache
def _held() -> frozenset[int]:
    """Return the letters that the font holds, bold, too."""
    plotting.ready()
    return frozenset(_font(bold=False).get_charmap()) & frozenset(_font(bold=True).get_charmap())


@lru_cache(maxsize=20_000)
def printable(text: str) -> str:
    """Return `text` in one line, with □ for each sign that the font doesn't hold.

    >>> printable("a\\n  $x$ b")
    'a $x$ b'
    """
    return " ".join("".join(_signs(unicodedata.normalize("NFC", text))).split(" ")).strip()


def _signs(text: str) -> Iterator[str]:
    held, space = _held(), False
    for sign in text:
        blank = sign.isspace() and sign not in "\u00a0\u202f"
        if blank and not space:
            yield " "
        elif not blank and sign in _JOINERS:
            continue
        elif not blank and (unicodedata.category(sign) not in _INVISIBLE or sign.isspace()):
            yield sign if ord(sign) in held else "" if unicodedata.combining(sign) else UNSHOWN
        space = blank


def unshown(text: str) -> bool:
    """Say whether a text has letters that the font doesn't hold."""
    return UNSHOWN in printable(text) and UNSHOWN not in text


@lru_cache(maxsize=50_000)
def width(text: str, size: float, bold: bool = False) -> float:
    """Return how many mm wide `text` is in a size of points."""
    font = _font(bold=bold)
    font.set_size(size, _FINE * 72)  # finely, else each letter is as wide as so many whole dots
    font.set_text(printable(text))
    return float(font.get_width_height()[0] / _PARTS / _FINE * _POINT)


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return `text`, with its middle left out where it is wider than `room` mm.

    What is left is whole words where they fill half of the room.
    """
    text = printable(text)
    if width(text, size, bold) <= room:
        return text
    if width(said := _of_words(text, room, size, bold), size, bold) * 2 >= room:
        return said
    low, high = 0, len(text)
    while low < high:
        kept = (low + high + 1) // 2
        low, high = (kept, high) if width(_elided(text, kept), size, bold) <= room else (low, kept - 1)
    return _elided(text, low)


def _of_words(text: str, room: float, size: float, bold: bool) -> str:
    """Return as many of the first and the last words as there is room for, in turns."""
    words, head, tail, made = text.split(" "), 0, 0, ""
    for _ in words:
        for more_head, more_tail in ((1, 0), (0, 1)):
            end = len(words) - tail - more_tail
            if not 0 < head + more_head < end:
                break
            longer = f"{' '.join(words[: head + more_head]).rstrip(' ,;:·–—-')}…{' '.join(words[end:])}"
            if width(longer, size, bold) <= room:
                head, tail, made = head + more_head, tail + more_tail, longer
    return made


def _elided(text: str, kept: int) -> str:
    """Return so many letters of a text, from both ends."""
    head = (kept + 1) // 2
    return f"{text[:head].rstrip()}…{text[len(text) - (kept - head) :].lstrip() if kept > head else ''}"


def wrapped(text: str, room: float, size: float, *, lines: int = 2, bold: bool = False) -> list[str]:
    """Return `text` in at most so many lines, each no wider than `room` mm."""
    found, rest = list[str](), printable(text)
    while rest and len(found) < lines - 1 and width(rest, size, bold) > room:
        head = _head(rest, room, size, bold)
        if not head:
            break
        found.append(head)
        rest = rest[len(head) :].lstrip()
    return [*found, fitted(rest, room, size, bold=bold)] if rest or not found else found


def _head(text: str, room: float, size: float, bold: bool) -> str:
    """Return as many of the first words as there is room for."""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        head = " ".join(words[:count])
        if width(head, size, bold) <= room:
            return head
    return ""


def evened(text: str, room: float, size: float, *, lines: int = 2, bold: bool = False) -> list[str]:
    """Return `text` wrapped as `wrapped` does, with lines about as long as each other."""
    found = wrapped(text, room, size, lines=lines, bold=bold)
    low, high = width(printable(text), size, bold) / len(found), room
    if len(found) < 2 or _cut(found) > _cut([printable(text)]):
        return found
    for _ in range(6):
        middle = (low + high) / 2
        fits = wrapped(text, middle, size, lines=len(found), bold=bold)
        low, high = (low, middle) if _cut(fits) == _cut(found) else (middle, high)
    return wrapped(text, high, size, lines=len(found), bold=bold)


def _cut(parts: list[str]) -> int:
    return "".join(parts).count("…")

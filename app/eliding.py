"""Names too long for their place: elided where they agree with the other names of a list, so that they differ."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

Width = Callable[[str], float]

# A hyphen between letters holds a word together, and a name of many hyphens still comes apart at them.
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:(?<=[^\W\d_])-[^\W\d_]+(?![-\w]))?")
_SPELT = re.compile(r"\S+")
_WITH_BLANKS = re.compile(r"\S+\s*")
_UNTORN = re.compile(r"(?:[^\s…-]*[^\W\d_]-(?=[^\W\d_])|[^\s…]*…(?=\w)|\S+)\s*")  # what a line ends behind
_AROUND = re.compile(r"[\s,;:_·–—-]*…[\s,;:_·–—-]*")
_HEAD = 1.15  # where words go first, in halves of a name: behind its middle, as people know names by their beginnings
_FEW = 3  # a word counts as shared where more than one name in so many holds it
_TRIES = 6  # names that one could still be taken for, before it is left as it is
_KEPT = 4096  # shortened names remembered
MARK = "…"


def apart(names: Sequence[str], room: float, width: Width) -> list[str]:
    """Shorten the names that are wider than `room`: what many share goes first, what tells them apart stays."""
    agreeing = Agreeing(names)
    return [agreeing.shown(name, room, width) for name in names]


def in_words(text: str, room: float, width: Width) -> str:
    """Shorten a text that stands alone from behind its middle: its words stay whole where they can."""
    return text if width(text) <= room else Agreeing((text,)).shown(text, room, width)


def first_words(text: str, room: float, width: Width) -> str:
    """Give as many of the first words of a text as there is room for."""
    if width(text) <= room:
        return text
    ends = [word.end() for word in _SPELT.finditer(text)]
    at = bisect_right(ends, room, key=lambda end: width(text[:end] + MARK))
    return text[: ends[at - 1]].rstrip(",;: \u00a0\u202f") + MARK if at else in_words(text, room, width)


def untorn(text: str) -> list[str]:
    """Part a text where a line may end: behind words, hyphens between letters and what was left out."""
    return _UNTORN.findall(text)


def broken(text: str, room: float, width: Width, most: int) -> list[str] | None:
    """Break a text into lines, `most` at most, at hyphens where words alone don't do; None where they don't hold it."""
    return _lines(_WITH_BLANKS.findall(text), room, width, most) or _lines(untorn(text), room, width, most)


def _lines(words: Iterable[str], room: float, width: Width, most: int) -> list[str] | None:
    lines = [""]
    for word in words:
        if width((lines[-1] + word).rstrip()) <= room:
            lines[-1] += word
        elif width(word.rstrip()) <= room and len(lines) < most:
            lines.append(word)
        else:
            return None
    return [line.rstrip() for line in lines]


class Agreeing:
    """The names of one list, and how many of them hold each word."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names))
        self._shared = Counter(word for name in self._names for word in {w.casefold() for w in _WORD.findall(name)})
        self._known: dict[tuple[str, float], str] = {}

    def shown(self, name: str, room: float, width: Width) -> str:
        """Shorten one name to `room`, in whatever `width` measures in (one measure for each of these objects)."""
        if width(name) <= room:
            return name
        if (made := self._known.get((name, room))) is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            made = self._known[name, room] = self._shortened(name, room, width)
        return made

    def _shortened(self, name: str, room: float, width: Width) -> str:
        """Shorten a name, and as long as it could be another's hold on to the letter at which the two part."""
        pins: list[int] = []
        made = self._cut(name, room, width, pins)
        for _ in range(_TRIES):
            other = next((one for one in self._beginning(made.partition(MARK)[0]) if _could_be(made, one, name)), None)
            if other is None or (pin := _parting(name, other)) in pins:
                break  # held on to already, and there is no room for more
            pins.append(pin)
            made = self._cut(name, room, width, pins)
        return made

    def _beginning(self, head: str) -> Iterator[str]:
        for at in range(bisect_left(self._names, head), len(self._names)):
            if not self._names[at].startswith(head):
                return
            yield self._names[at]

    def _cut(self, name: str, room: float, width: Width, pins: Sequence[int]) -> str:
        """Leave words out until the rest fits: how many it takes is looked for by halves, as to measure takes long."""
        spans, steps = self._by_what_they_tell(name), [bytes(b"\1" * len(name))]
        for start, end in spans:
            if not any(start <= pin < end for pin in pins) and steps[-1].count(1) > end - start:
                steps.append(steps[-1][:start] + bytes(end - start) + steps[-1][end:])
        at = bisect_left(steps, True, key=lambda kept: width(_render(name, kept)) <= room)
        kept = bytearray(steps[min(at, len(steps) - 1)])
        if at == len(steps):
            return _narrowed(name, kept, room, width, pins)
        return _given_back(name, kept, sorted(spans), room, width)

    def _by_what_they_tell(self, name: str) -> list[tuple[int, int]]:
        """Give where the words of a name stand, each with the signs behind it, that which most names share first."""
        found = list(_WORD.finditer(name))
        ends = [*(word.start() for word in found[1:]), len(name)]
        spans = [(word.start() if at else 0, end) for at, (word, end) in enumerate(zip(found, ends))]
        counts = (self._shared[word.group().casefold()] for word in found)
        shared = {span: count if count * _FEW > len(self._names) else 1 for span, count in zip(spans, counts)}
        return sorted(spans, key=lambda span: (-shared[span], abs(sum(span) - _HEAD * len(name))))


def _narrowed(name: str, kept: bytearray, room: float, width: Width, pins: Sequence[int]) -> str:
    """Give the head of a name where it holds the pins; else leave letters out, furthest from pins or ends first."""
    head = name
    while pins and len(head) > max(pins) + 1 and width(head.rstrip() + MARK) > room:
        head = head[:-1]
    if pins and head and width(head.rstrip() + MARK) <= room:
        return head.rstrip() + MARK
    held = [0, len(name) - 1, *pins] if not pins else list(pins)
    letters = sorted((at for at, keep in enumerate(kept) if keep), key=lambda at: -min(abs(at - pin) for pin in held))
    for at in letters[:-1]:
        kept[at] = 0
        if width(_render(name, kept)) <= room:
            return _render(name, kept)
    return MARK


def _given_back(name: str, kept: bytearray, spans: Sequence[tuple[int, int]], room: float, width: Width) -> str:
    """Give back the words left out for which there is room after all, where they go on from one shown."""
    made = _render(name, kept)
    for start, end in spans:
        if kept[start] or (start and not kept[start - 1]):
            continue
        kept[start:end] = b"\1" * (end - start)
        longer = _render(name, kept)
        if width(longer) > room:
            kept[start:end] = bytes(end - start)
        else:
            made = longer
    return made


def _render(name: str, kept: bytes | bytearray) -> str:
    """Put a name together of the letters that are kept (1), with a mark where others (0) are left out."""
    pieces, at = list[str](), 0
    while (gone := kept.find(0, at)) >= 0:
        pieces += name[at:gone], MARK
        if (at := kept.find(1, gone)) < 0:
            break
    else:
        pieces.append(name[at:])
    return _AROUND.sub(MARK, "".join(pieces))


def _parting(name: str, other: str) -> int:
    """Give the first letter of a name in which another differs, or its last."""
    parted = (at for at, (one, two) in enumerate(zip(name, other)) if one != two)
    return next(parted, min(len(name) - 1, len(other)))


def _could_be(made: str, other: str, name: str) -> bool:
    """Tell whether another name, shortened elsewhere, could read like this."""
    if other == name:
        return False
    head, *inner = made.split(MARK)
    tail = inner.pop() if inner else ""
    at = len(head)
    for piece in inner:
        found = other.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return other.startswith(head) and len(other) - len(tail) >= at and other.endswith(tail)

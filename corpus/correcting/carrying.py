"""Where passages are after a correction: turns grow with their words, and join where nothing parts them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.anchors import Edit, overlapped
from corpus.errors import SourceError, SpanOutside


class Correction(NamedTuple):
    """Characters `start` to `end` of a text, in code points, give way to `text`."""

    start: int
    end: int
    text: str

    @property
    def edit(self) -> Edit:
        """What of it moves places."""
        return Edit(self.start, self.end, len(self.text))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage on its way: its key and its span in code points."""

    key: int
    start: int
    end: int


def checked(corrections: Sequence[Correction], characters: int) -> list[Correction]:
    """Return corrections in order; raises `SpanOutside` where one is none in the text, and where two touch."""
    ordered = sorted(corrections)
    for one in ordered:
        if one.start > one.end:
            raise SpanOutside("The span {start}–{end} ends before it begins.", start=one.start, end=one.end)
        if not 0 <= one.start <= one.end <= characters:
            raise SpanOutside(
                "The span {start}–{end} reaches outside the text, which has {characters} characters.",
                start=one.start,
                end=one.end,
                characters=characters,
            )
    for one, after in itertools.pairwise(ordered):
        if one.end >= after.start:
            raise SourceError("Corrections of one text must not touch each other.")
    return ordered


def corrected(text: str, corrections: Sequence[Correction]) -> str:
    """Return a text after corrections, which ascend.

    >>> corrected("On voie le client.", [Correction(3, 7, "voit")])
    'On voit le client.'
    """
    parts, at = [], 0
    for one in corrections:
        parts += [text[at : one.start], one.text]
        at = one.end
    return "".join([*parts, text[at:]])


def passages(stretches: Sequence[Stretch], corrections: Sequence[Correction], text: str) -> list[Stretch]:
    """Return the passages that are left after corrections, which ascend; `text` is the text after them.

    What is put in at the edge of a passage is its own, since whoever types at the end of a turn goes on with it. Where
    a correction takes what stood between passages the first goes on. None is empty, or has a space at its ends.
    """
    found = list(stretches)
    for one in reversed(corrections):  # from the end, so that places before stay what they were
        found = _after(found, one)
    trimmed = (_trimmed(stretch, text) for stretch in found)
    return [stretch for stretch in trimmed if stretch.start < stretch.end]


def _after(found: list[Stretch], one: Correction) -> list[Stretch]:
    touched = _touched(found, one)
    shift = len(one.text) - (one.end - one.start)
    rest = [replace(later, start=later.start + shift, end=later.end + shift) for later in found[touched.stop :]]
    if not touched:
        return [*found[: touched.start], *rest]
    first, last = found[touched.start], found[touched.stop - 1]
    end = max(last.end, one.end) + shift
    return [*found[: touched.start], Stretch(first.key, min(first.start, one.start), end), *rest]


def _touched(found: list[Stretch], one: Correction) -> range:
    """Return the numbers of the passages that a correction makes one, or goes into; none, before the next, else."""
    starts, ends = [stretch.start for stretch in found], [stretch.end for stretch in found]
    near = overlapped(starts, ends, one.start - 1, one.end + 1)
    if one.start == one.end:
        return near[:1]
    if len(near) > 1 and "\n" not in one.text:
        return near  # nothing is left between them
    return overlapped(starts, ends, one.start, one.end)


def _trimmed(stretch: Stretch, text: str) -> Stretch:
    words = text[stretch.start : stretch.end]
    start = stretch.start + len(words) - len(words.lstrip())
    return replace(stretch, start=start, end=start + len(words.strip()))

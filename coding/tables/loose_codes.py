"""Codes that deserve another look: never used, resting on one person, or lying on each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from coding.moment import shown
from coding.moment.counts import counts
from coding.moment.moment import Moment
from coding.moment.rows import Ints

_SHARE = 0.5  # of a code's coded text that lies under another, from which on they are told
_LEAST = 2  # coded segments of the smaller code, below which chance decides


@dataclass(frozen=True, slots=True)
class Overlap:
    """Of the text of `code`, `share` (0 to 1) lies under `other`; so many of its `segments` touch the other's."""

    code: int
    other: int
    segments: int
    share: float


@dataclass(frozen=True)
class LooseCodes:
    """Descriptive codes by key: `unused`; `single`, each with the only participant who is heard in it; `overlaps`."""

    unused: tuple[int, ...]
    single: Mapping[int, int]
    overlaps: tuple[Overlap, ...]


def loose(moment: Moment) -> LooseCodes:
    """Return the descriptive codes of a view that deserve another look.

    A code counts with those under it; a code and one above or under it are no overlap. That a code rests on one person
    is told where the study has several.
    """
    used, codes = counts(moment), [key for key, code in shown.codes(moment).items() if code.framework is None]
    unused = tuple(key for key in codes if not used.segments.get(key))
    return LooseCodes(unused, _single(moment, codes), tuple(_overlaps(moment, codes)))


def _single(moment: Moment, codes: list[int]) -> dict[int, int]:
    if len(moment.people) < 2:
        return {}
    kept = np.isin(moment.heard.table[:, 0], moment.coded.codings[:, 0])
    heard: dict[int, set[int]] = {}
    coded = set(moment.heard.table[kept, 0].tolist())
    for _, _, code, who, _ in moment.heard.table[kept].tolist():
        for above in _above(moment, code):
            heard.setdefault(above, set()).add(who)
    silent = {above for key, code in moment.code_of.items() if key not in coded for above in _above(moment, code)}
    return {key: next(iter(heard[key])) for key in codes if len(heard.get(key, ())) == 1 and key not in silent}


def _above(moment: Moment, code: int) -> list[int]:
    """Return a code and each above it."""
    found, at = list[int](), moment.codes.get(code)
    while at is not None:
        found.append(at.key)
        at = moment.codes.get(at.parent) if at.parent is not None else None
    return found


def _overlaps(moment: Moment, codes: list[int]) -> list[Overlap]:
    """Return which codes lie mostly under another, the most first."""
    wanted, together, touching = set(codes), Counter[tuple[int, int]](), dict[tuple[int, int], set[int]]()
    coded = moment.coded
    rows = coded.codings[~coded.whole & np.isin(coded.codings[:, 2], codes)]
    text = Counter[int]()
    sizes = Counter[int](rows[:, 2].tolist())
    for _, _, code, start, end, _ in rows.tolist():
        text[code] += end - start
    for mine, theirs, letters in _pairs(rows):
        pair = (mine[2], theirs[2])
        together[pair] += letters
        touching.setdefault(pair, set()).add(mine[0])
    found = []
    for (one, other), letters in together.items():
        kin = other in _above(moment, one) or one in _above(moment, other)
        share = min(1.0, letters / max(1, text[one]))
        if one in wanted and not kin and sizes[one] >= _LEAST and share >= _SHARE:
            found.append(Overlap(one, other, len(touching[one, other]), share))
    order = {key: n for n, key in enumerate(codes)}
    return sorted(found, key=lambda o: (-o.share, -o.segments, order[o.code], order[o.other]))


def _pairs(rows: Ints) -> list[tuple[list[int], list[int], int]]:
    """Return the codings that share letters, both ways round, and how many letters; of different codes alone."""
    found, open_ = list[tuple[list[int], list[int], int]](), list[list[int]]()
    for row in sorted(rows.tolist(), key=lambda row: (row[1], row[3])):
        open_ = [one for one in open_ if one[1] == row[1] and one[4] > row[3]]
        for one in open_:
            letters = min(one[4], row[4]) - row[3]
            if one[2] != row[2] and letters > 0:
                found += [(one, row, letters), (row, one, letters)]
        open_.append(row)
    return found

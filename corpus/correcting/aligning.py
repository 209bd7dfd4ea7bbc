"""Two sequences laid side by side: what both have, found from what each has just once outwards."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_MOST = 40_000  # pairs that are compared each with each
_LONGEST = 4  # pieces that are looked for together where none alone is there just once

Step = tuple[str, int, int, int, int]


def steps(before: Sequence[str], after: Sequence[str]) -> list[Step]:
    """Return what makes `after` of `before`, as `difflib` tells it: in time that grows with their length alone.

    >>> steps(["on", "voie"], ["on", "voit"])
    [('equal', 0, 1, 0, 1), ('replace', 1, 2, 1, 2)]
    """
    found: list[Step] = []
    i = j = 0
    for a, b, size in [*_matches(before, after), (len(before), len(after), 0)]:
        if i < a or j < b:
            found.append(("replace" if i < a and j < b else "delete" if i < a else "insert", i, a, j, b))
        if size and found and found[-1][0] == "equal":
            found[-1] = ("equal", found[-1][1], a + size, found[-1][3], b + size)
        elif size:
            found.append(("equal", a, a + size, b, b + size))
        i, j = a + size, b + size
    return found


def _matches(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return runs that both have, in order: where each begins in both, and its length."""
    found, left = [], [(0, len(before), 0, len(after))]
    while left:
        a, a_end, b, b_end = left.pop()
        head = _alike(before, after, range(a, a_end), range(b, b_end))
        tail = _alike(before, after, range(a_end - 1, a + head - 1, -1), range(b_end - 1, b + head - 1, -1))
        found += [(a, b, head), (a_end - tail, b_end - tail, tail)]
        gap = (a + head, a_end - tail, b + head, b_end - tail)
        if gap[0] < gap[1] and gap[2] < gap[3]:
            left += _parted(before, after, gap, found)
    return sorted(one for one in found if one[2])


def _alike(before: Sequence[str], after: Sequence[str], i: range, j: range) -> int:
    return next((n for n, (a, b) in enumerate(zip(i, j)) if before[a] != after[b]), min(len(i), len(j)))


def _parted(
    before: Sequence[str], after: Sequence[str], gap: tuple[int, int, int, int], found: list[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the gaps that what is there just once leaves of a gap; where nothing is, compare each with each."""
    a, a_end, b, b_end = gap
    for length in range(1, _LONGEST + 1):
        if anchors := _once(before[a:a_end], after[b:b_end], length):
            i, j = a, b
            for x, y in anchors:
                yield i, a + x, j, b + y
                i, j = a + x, b + y
            yield i, a_end, j, b_end
            return
    if (a_end - a) * (b_end - b) <= _MOST:
        blocks = SequenceMatcher(None, before[a:a_end], after[b:b_end], autojunk=False).get_matching_blocks()
        found += [(a + i, b + j, size) for i, j, size in blocks]


def _once(before: Sequence[str], after: Sequence[str], length: int) -> list[tuple[int, int]]:
    """Return the places of what both have just once, as far as it stands in the same order in both."""
    one, other = _runs(before, length), _runs(after, length)
    single = {run for run, count in Counter(one).items() if count == 1}
    single &= {run for run, count in Counter(other).items() if count == 1}
    place = {run: n for n, run in enumerate(other) if run in single}
    return _ascending([(n, place[run]) for n, run in enumerate(one) if run in single])


def _runs(pieces: Sequence[str], length: int) -> list[tuple[str, ...]]:
    return list(zip(*(pieces[n:] for n in range(length))))


def _ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs, of those whose firsts ascend, whose seconds ascend as well (patience sorting)."""
    ends: list[int] = []  # the least second that so many pairs can end with
    at: list[int] = []
    before: list[int] = []
    for n, (_, second) in enumerate(pairs):
        place = bisect_left(ends, second)
        before.append(at[place - 1] if place else -1)
        ends[place : place + 1], at[place : place + 1] = [second], [n]
    chosen, n = [], at[-1] if at else -1
    while n >= 0:
        chosen.append(pairs[n])
        n = before[n]
    return chosen[::-1]

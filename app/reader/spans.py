"""Which spans touch a stretch of text, in which lane each is drawn, and where a stretch changes its layers."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import pairwise
from typing import Generic, TypeVar

from .items import Spanning

S = TypeVar("S", bound=Spanning)
_LONG = 8192  # code points; a longer span is kept apart, so that whole-document codings stay cheap
MAX_LANES = 24
_STEP = 4  # lanes by which a margin must be wider than it need be before its stripes are moved


class Moving(MutableMapping[int, S]):
    """KeyedSpans by key. All behind a place move together; each is made anew only once it is asked for."""

    __slots__ = ("_items", "_moves")

    def __init__(self, items: Iterable[tuple[int, S]] = ()) -> None:
        self._moves: list[tuple[int, int, frozenset[int]]] = []
        self._items: dict[int, tuple[S, int]] = {key: (item, 0) for key, item in items}

    def __getitem__(self, key: int) -> S:
        item, moved = self._items[key]
        if moved < len(self._moves):
            for start, by, apart in self._moves[moved:]:
                if item.start >= start and key not in apart:
                    item = replace(item, start=item.start + by, end=item.end + by)  # type: ignore[type-var]  # all are dataclasses
            self._items[key] = item, len(self._moves)
        return item

    def __setitem__(self, key: int, item: S) -> None:
        self._items[key] = item, len(self._moves)

    def __delitem__(self, key: int) -> None:
        del self._items[key]

    def __iter__(self) -> Iterator[int]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def move(self, start: int, by: int, apart: Iterable[int] = ()) -> None:
        """Move the spans that begin at `start` or behind by so many characters, but for those `apart`."""
        self._moves.append((start, by, frozenset(apart)))


Moved = tuple[int, int, Collection[int]]
"""KeyedSpans from one place on move by so many characters, but for those of these keys."""


@dataclass(frozen=True, slots=True)
class SpanChange(Generic[S]):
    """What a correction does to spans: some move along, some are `gone`, `fresh` ones are new or elsewhere."""

    moves: Sequence[Moved]
    gone: Collection[int]
    fresh: Mapping[int, S]


class KeyedSpans(Generic[S]):
    """KeyedSpans by key, in the order of the text; a question costs what its stretch holds, not what the text holds."""

    __slots__ = ("_items", "_long", "_order")

    def __init__(self, items: Iterable[tuple[int, S]] = ()) -> None:
        self._items: Moving[S] = Moving(items)
        self._order = sorted((item.start, item.end, key) for key, item in self._items.items())
        self._long = {key for start, end, key in self._order if end - start > _LONG}

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[int]:
        return (key for _, _, key in self._order)

    def get(self, key: int | None) -> S | None:
        """Give the item of that key, or nothing."""
        return None if key is None else self._items.get(key)

    def put(self, key: int, item: S) -> None:
        """Add the item, or let it take the place of the one with its key."""
        self.drop(key)
        self._items[key] = item
        insort(self._order, (item.start, item.end, key))
        if item.end - item.start > _LONG:
            self._long.add(key)

    def drop(self, key: int) -> S | None:
        """Take the item away and give it back; a key that isn't there is no error."""
        item = self._items.pop(key, None)
        if item is None:
            return None
        del self._order[bisect_left(self._order, (item.start, item.end, key))]
        self._long.discard(key)
        return item

    def take(self, written: SpanChange[S]) -> None:
        """Take on what a correction does."""
        for key in (*written.gone, *written.fresh):
            self.drop(key)
        for move in written.moves:
            self.move(*move)
        for key, item in written.fresh.items():
            self.put(key, item)

    def move(self, start: int, by: int, apart: Collection[int] = ()) -> None:
        """Move the items that begin at `start` or behind by so many characters, but for those `apart`."""
        self._items.move(start, by, apart)
        at = bisect_left(self._order, (start,))
        behind = self._order[at:]
        self._order[at:] = [(a, z, key) if key in apart else (a + by, z + by, key) for a, z, key in behind]
        if apart or by < 0:
            self._order.sort()

    def touching(self, start: int, end: int) -> list[tuple[int, S]]:
        """Give keys and items that share a character with `start` to `end`, in order of start, the longer first."""
        low, high = bisect_left(self._order, (start - _LONG,)), bisect_left(self._order, (end,))
        keys = [key for _, last, key in self._order[low:high] if last > start and key not in self._long]
        found = [(key, self._items[key]) for key in (*keys, *self._long)]
        found = [(key, item) for key, item in found if item.start < end and item.end > start]
        found.sort(key=lambda pair: (pair[1].start, -pair[1].end, pair[0]))
        return found

    def beside(self, place: tuple[int, int, int], step: int) -> int | None:
        """Give the key next after `(start, end, key)` for a step of 1, next before for -1; nothing at either end."""
        at = bisect_left(self._order, place)
        if step > 0:
            at += at < len(self._order) and self._order[at] == place
        else:
            at -= 1
        return self._order[at][2] if 0 <= at < len(self._order) else None


def lanes_of(items: Sequence[tuple[int, Spanning]], kept: Mapping[int, int] | None = None) -> dict[int, int]:
    """Give each key its lane so that no two that overlap share one, in as few lanes as can be.

    Greedy colouring of intervals in order of start; what finds all of `MAX_LANES` taken is stacked in the last. Those
    `kept` stay where they are, unless all fit into clearly fewer lanes without them.
    """
    fresh = _lanes_anew(items)
    stay = {key: kept[key] for key, _ in items if key in kept} if kept else {}
    if not stay or max(stay.values()) - max(fresh.values()) >= _STEP:
        return fresh
    for key, item in items:
        if key not in stay:
            stay[key] = _free_lane(stay[other] for other, one in items if other in stay and _overlap(one, item))
    return stay


def _overlap(one: Spanning, other: Spanning) -> bool:
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)


def _free_lane(taken: Iterable[int]) -> int:
    used = set(taken)
    return next((lane for lane in range(MAX_LANES) if lane not in used), MAX_LANES - 1)


def _lanes_anew(items: Sequence[tuple[int, Spanning]]) -> dict[int, int]:
    lanes: dict[int, int] = {}
    taken: list[tuple[int, int]] = []
    free: list[int] = []
    opened = 0
    for key, item in sorted(items, key=lambda pair: (pair[1].start, -pair[1].end, pair[0])):
        while taken and taken[0][0] <= item.start:
            heappush(free, heappop(taken)[1])
        if free:
            lane = heappop(free)
        else:
            lane, opened = opened, opened + 1
        lanes[key] = min(lane, MAX_LANES - 1)
        heappush(taken, (max(item.end, item.start + 1), lane))
    return lanes


def segments(items: Sequence[S], start: int, end: int) -> list[tuple[int, int, list[S]]]:
    """Cut `start` to `end` where the layers change: `(start, end, items there)`, in the order given, gaps left out."""
    inside = [item for item in items if item.start < end and item.end > start]
    edges = sorted({max(start, min(end, edge)) for item in inside for edge in (item.start, item.end)})
    cut = ((a, b, [item for item in inside if item.start < b and item.end > a]) for a, b in pairwise(edges))
    return [piece for piece in cut if piece[2]]

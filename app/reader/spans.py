"""Which spans touch a stretch of text, in which lane each is drawn, and where a stretch changes its layers."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import Generic, TypeVar

from .items import Spanned

S = TypeVar("S", bound=Spanned)
_BUCKET = 2048  # code points; a screen of text lies in two or three
_MANY = 64  # a span of more buckets than this is kept apart, so that whole-document codings stay cheap
MAX_LANES = 24


class Spans(Generic[S]):
    """Spans by key, in the order of the text; a question costs what its stretch holds, not what the text holds."""

    __slots__ = ("_buckets", "_items", "_long", "_order")

    def __init__(self, items: Iterable[tuple[int, S]] = ()) -> None:
        self._items: dict[int, S] = {}
        self._buckets: dict[int, set[int]] = {}
        self._long: set[int] = set()
        self._items.update(items)
        for key, item in self._items.items():
            self._file(key, item)
        self._order = sorted((item.start, item.end, key) for key, item in self._items.items())

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
        self._file(key, item)
        insort(self._order, (item.start, item.end, key))

    def drop(self, key: int) -> S | None:
        """Take the item away and give it back; a key that isn't there is no error."""
        item = self._items.pop(key, None)
        if item is None:
            return None
        del self._order[bisect_left(self._order, (item.start, item.end, key))]
        self._long.discard(key)
        for bucket in _buckets(item):
            if key in self._buckets.get(bucket, ()):
                self._buckets[bucket].discard(key)
        return item

    def touching(self, start: int, end: int) -> list[tuple[int, S]]:
        """Give keys and items that share a character with `start` to `end`, in order of start, the longer first."""
        keys = set(self._long)
        for bucket in range(start // _BUCKET, max(start, end - 1) // _BUCKET + 1):
            keys |= self._buckets.get(bucket, set())
        items = self._items
        found = [(key, items[key]) for key in keys if items[key].start < end and items[key].end > start]
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

    def _file(self, key: int, item: S) -> None:
        if len(_buckets(item)) > _MANY:
            self._long.add(key)
            return
        for bucket in _buckets(item):
            self._buckets.setdefault(bucket, set()).add(key)


def _buckets(item: Spanned) -> range:
    return range(item.start // _BUCKET, max(item.start, item.end - 1) // _BUCKET + 1)


def lanes_of(items: Sequence[tuple[int, Spanned]]) -> dict[int, int]:
    """Give each key its lane so that no two that overlap share one, in as few lanes as can be.

    Greedy colouring of intervals in order of start; what finds all of `MAX_LANES` taken is stacked in the last.
    """
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


def free_lane(taken: Iterable[int], wish: int | None = None) -> int:
    """Give the lane wished for if it isn't taken, else the first that is free, else the last of all."""
    used = set(taken)
    if wish is not None and wish not in used:
        return wish
    return next((lane for lane in range(MAX_LANES) if lane not in used), MAX_LANES - 1)


def segments(items: Sequence[S], start: int, end: int) -> list[tuple[int, int, list[S]]]:
    """Cut `start` to `end` where the layers change: `(start, end, items there)`, in the order given, gaps left out."""
    inside = [item for item in items if item.start < end and item.end > start]
    edges = sorted({max(start, min(end, edge)) for item in inside for edge in (item.start, item.end)})
    cut = ((a, b, [item for item in inside if item.start < b and item.end > a]) for a, b in pairwise(edges))
    return [piece for piece in cut if piece[2]]

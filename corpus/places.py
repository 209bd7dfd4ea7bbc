"""Where a document's text stands in the file it came from, line by line: kept small, beside the original."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

_LARGEST = 64 << 20


class PlacedLine(NamedTuple):
    """A line: its `length` code points from `start` are on `page`, from that page's character number `first` on.

    Where characters were composed or taken out (soft hyphens) on the way, the file has more of them than `length`.
    """

    start: int
    length: int
    page: int
    first: int


def packed(places: Sequence[PlacedLine]) -> bytes:
    """Return `places` as bytes, their four columns as differences: about 150 bytes a page."""
    columns = [[0, *column] for column in zip(*places, strict=True)]
    steps = [after - before for column in columns for before, after in pairwise(column)]
    return zlib.compress(struct.pack(f"<{len(steps)}i", *steps), 9)


def unpacked(data: bytes) -> list[PlacedLine]:
    """Return the places that `packed` wrote; none where the bytes are not such."""
    try:
        plain = zlib.decompressobj().decompress(data, _LARGEST)
        steps = [step for (step,) in struct.iter_unpack("<i", plain)]
    except (zlib.error, struct.error):
        return []
    count = len(steps) // 4
    columns = (accumulate(steps[at : at + count]) for at in range(0, count * 4, max(count, 1)))
    return list(_rows(columns)) if count and len(steps) == count * 4 else []


def _rows(columns: Iterable[Iterable[int]]) -> Iterator[PlacedLine]:
    return (PlacedLine(*row) for row in zip(*columns, strict=True))

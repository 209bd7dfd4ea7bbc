"""Praat's annotations, `.TextGrid`: long or short form, tiers of intervals or points with times in seconds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus.errors import ImportFailed
from corpus.importers import encodings, timed
from corpus.importers.layouts.said import SaidPiece
from corpus.importers.reading import FileReading, Options
from corpus.importers.timed import Tier

# Both forms hold the same strings and numbers in the same order; what stands around them in the long form says nothing.
_VALUE = re.compile(r'"(?P<text>(?:[^"]|"")*+)"|(?<![\w.\[])(?P<number>-?\d++(?:\.\d++)?(?:[eE][+-]?\d++)?)(?![\w\]])')


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read what is said on the tiers, each of which is a speaker's, in the order of time."""
    decoded = encodings.decode(path, data, options.encoding)
    values = _values(decoded.text)
    if list(islice(values, 2))[1:] != ["TextGrid"]:
        raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name)
    return timed.reading(path, list(_tiers(values)), decoded.encoding, decoded.notes)


def _values(text: str) -> Iterator[str | float]:
    for found in _VALUE.finditer(text):
        quoted = found["text"]
        yield float(found["number"]) if quoted is None else quoted.replace('""', '"')


def _tiers(values: Iterator[str | float]) -> Iterator[Tier]:
    kind = next((value for value in values if isinstance(value, str)), None)
    while kind is not None:
        tier = Tier(str(next(values, "")))
        count = [value for value in islice(values, 3) if isinstance(value, float)][-1:]
        times = 2 if kind == "IntervalTier" else 1
        for _ in range(int(count[0]) if count and count[0] < 10_000_000 else 0):
            piece = list(islice(values, times + 1))
            if len(piece) <= times:
                break
            start, *end = (timed.ms(value) for value in piece[:times])
            tier.pieces.append(SaidPiece(" ".join(str(piece[-1]).split()), start, end[0] if end else None))
        yield tier
        kind = next((value for value in values if isinstance(value, str)), None)

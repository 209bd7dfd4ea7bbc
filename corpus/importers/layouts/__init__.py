"""Layouts that tools make: captions, chats, tables. Each is recognised by how the whole text is built, not by a name.

A layout is one function of a reading. It returns the reading with its turns, each a block with its speaker and times,
or None where the text is built otherwise; what no layout takes is left to the marks before turns.
"""

from __future__ import annotations

from collections.abc import Callable

from corpus.importers.layouts import captions, chats, signatures, stamps, tables
from corpus.importers.reading import FileReading

Layout = Callable[[FileReading], FileReading | None]

LAYOUTS: tuple[tuple[str, Layout], ...] = (
    ("captions", captions.recognised),
    ("tables", tables.recognised),
    ("chats", chats.recognised),
    ("tabs", tables.recognised_in_tabs),
    ("stamps", stamps.recognised),
)
"""The layouts in the order they are tried: what is told by the surest signs comes first."""


def recognised(reading: FileReading) -> FileReading:
    """Return `reading` with the turns of the first layout that it is built like, else as it is."""
    if any(block.speaker is not None or block.kind == "cue" for block in reading.blocks):
        return reading
    reading = signatures.left_out(reading)
    results = (layout(reading) for _, layout in LAYOUTS)
    return next((result for result in results if result is not None), reading)

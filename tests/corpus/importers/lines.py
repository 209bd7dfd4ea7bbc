"""A format made up for the tests: each line of a file is a document, called by its first word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus import importers
from corpus.drafts import Block
from corpus.importers import bounds
from corpus.importers.reading import FileReading, Options


def by_lines(path: Path, data: bytes, options: Options) -> Iterator[FileReading]:
    """Read a line as a document."""
    for number, line in enumerate(data.decode().splitlines()):
        yield FileReading(line, [Block(0, len(line))], part=str(number), name=line.partition(" ")[0])


FORMAT = importers.Format("lines", "text/plain", by_lines)


class Registered:
    """No language, but the format is known in the process that is told of it."""

    def __reduce__(self) -> tuple[object, ...]:
        return _register, ()


def _register() -> None:
    importers.FORMATS[".lines"] = FORMAT


def endless(path: Path, data: bytes, options: Options) -> FileReading:
    """Look whether to go on, again and again, and never get on."""
    while True:
        options.progress(0, 1, path.name)


class Endless:
    """No language, but the format that is never read to its end is known in the process, which has little time."""

    def __reduce__(self) -> tuple[object, ...]:
        return _register_endless, ()


def _register_endless() -> None:
    bounds.CPU_S = 0.2
    importers.FORMATS[".endless"] = importers.Format("endless", "text/plain", endless)

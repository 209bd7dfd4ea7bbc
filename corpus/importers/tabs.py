"""Lines between tabs, `.tsv`: what was said, as Whisper and ELAN write it, else a table of answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.importers import plain, surveys
from corpus.importers.layouts import tables
from corpus.importers.reading import FileReading, Options


def read(path: Path, data: bytes, options: Options) -> FileReading | Iterator[FileReading]:
    """Read a transcript with its times and speakers; any other table gives a document for each row that answers."""
    said = None if options.answers else tables.recognised_in_tabs(plain.read_text(path, data, options))
    return said or surveys.read(path, data, options)

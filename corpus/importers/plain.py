"""Plain text: the text as it stands, its paragraphs told from the lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.importers import encodings, safety, turns
from corpus.importers.layouts import iramuteq
from corpus.importers.reading import FileReading, Options
from corpus.importers.writing import tidy


def read_texts(path: Path, data: bytes, options: Options) -> FileReading | Sequence[FileReading]:
    """Read a `.txt`, or each text of a corpus that it is."""
    reading = read_text(path, data, options)
    texts = iramuteq.texts(reading) or [reading]
    return texts if len(texts) > 1 else texts[0]


def read_text(path: Path, data: bytes, options: Options) -> FileReading:
    """Read a text: nothing in it is altered but BOM, line ends and normal form."""
    safety.check_kind(path, data, "text")
    decoded = encodings.decode(path, data, options.encoding)
    text = tidy(decoded.text)
    return FileReading(text, list(turns.paragraphs(text)), encoding=decoded.encoding, notes=decoded.notes)

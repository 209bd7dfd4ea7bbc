"""Subtitles, `.srt` and `.vtt`: the words, with times and speakers on the passages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.errors import ImportFailed
from corpus.importers import encodings, safety
from corpus.importers.layouts import captions
from corpus.importers.reading import FileReading, Options
from corpus.importers.writing import tidy


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read subtitles; those of one speaker in a row stand under one mark, times are in milliseconds."""
    safety.check_kind(path, data, "text")
    decoded = encodings.decode(path, data, options.encoding)
    source = tidy(decoded.text)
    reading = captions.read(source, by_rule=options.speakers is not None)
    if not reading.blocks and source.strip():
        raise ImportFailed(path, "{name} holds no subtitles with times.", name=path.name)
    return replace(reading, encoding=decoded.encoding, notes=(*decoded.notes, *reading.notes))

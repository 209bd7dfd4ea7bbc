"""oTranscribe's transcripts, `.otr`: JSON around a page whose lines begin with the time they were heard at."""

from __future__ import annotations

import json
import re
from pathlib import Path

from corpus.errors import ImportFailed
from corpus.importers import encodings, html, safety, turns
from corpus.importers.reading import FileReading, Options

_MARK = re.compile(r"<span\b([^<>]*)>([^<>]*)</span>")


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read the lines of the page; times stand in brackets before what is said from then on."""
    safety.check_kind(path, data, "text")
    decoded = encodings.decode(path, data, options.encoding)
    try:
        page = json.loads(decoded.text)["text"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name) from error
    text = html.read(path, _bracketed(str(page)).encode(), Options("utf-8")).text
    return FileReading(text, list(turns.paragraphs(text)), encoding=decoded.encoding, notes=decoded.notes)


def _bracketed(page: str) -> str:
    """Put the times, which are marked as such, in brackets."""
    return _MARK.sub(lambda mark: f"[{mark[2].strip()}] " if "timestamp" in mark[1] else mark[0], page)

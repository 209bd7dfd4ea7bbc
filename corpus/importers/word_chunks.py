"""Texts of another format that a Word document holds in its midst: web pages, mailed pages, rich text, documents."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import ImportFailed
from corpus.importers import html, plain, rtf, safety
from corpus.importers.reading import FileReading, Options

_MAILED = re.compile(rb"(?:\A|\n)mime-version:", re.IGNORECASE)


def read(path: Path, data: bytes, name: str) -> FileReading | None:
    """Read the part called `name` by the reader of its format, itself no Word document; None where there is none."""
    kind = safety.sniff(data)
    if kind == "rtf":
        return rtf.read(path, data, Options())
    if kind == "text" and _MAILED.search(data[:4096]):
        return _mailed(path, data)
    if kind == "html" or (kind == "text" and name.lower().endswith((".html", ".htm", ".xhtml", ".xht"))):
        return html.read(path, data, Options())
    return plain.read_text(path, data, Options()) if kind == "text" else None


def _mailed(path: Path, data: bytes) -> FileReading | None:
    """Read a page packed as a message (`.mht`), as web tools put it into a document."""
    from email import message_from_bytes

    for part in message_from_bytes(data).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            body = part.get_payload(decode=True)
            encoding = part.get_content_charset()
            if isinstance(body, bytes):
                try:
                    return html.read(path, body, Options(encoding=encoding))
                except ImportFailed:
                    return html.read(path, body, Options())
    return None

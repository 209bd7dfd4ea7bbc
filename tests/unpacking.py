"""What stands in a file that came out: containers unpacked, the text of a PDF taken out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2


def texts_of(path: Path) -> Iterator[str]:
    """Yield what stands in a file: each part of a container, the text of a PDF, and its bytes as they are."""
    body = path.read_bytes()
    yield body.decode("utf-8", "replace")
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            # Tags may part a word in two.
            yield from (
                re.sub(r"<[^>]*>", "", archive.read(one).decode("utf-8", "replace")) for one in archive.namelist()
            )
    if path.suffix == ".pdf":
        with closing(pypdfium2.PdfDocument(body)) as document:
            yield from (page.get_textpage().get_text_range() for page in document)
            yield str(document.get_metadata_dict())

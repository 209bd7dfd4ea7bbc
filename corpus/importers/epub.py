"""Books, `.epub`: the pages in the order of reading."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from corpus.errors import ImportFailed
from corpus.importers import html, safety
from corpus.importers.reading import Options, Reading
from corpus.importers.writing import Writing

if TYPE_CHECKING:
    from zipfile import ZipFile


def read(path: Path, data: bytes, options: Options) -> Reading:
    """Read the pages of a book as one text; its table of contents is no page."""
    safety.check_kind(path, data, "epub")
    writing = Writing()
    with safety.unzipped(path, data) as archive:
        for page in _pages(path, archive):
            try:
                found = html.read(path, safety.member(path, archive, page), Options("utf-8"))
            except KeyError as error:
                raise ImportFailed(path, "{name} is damaged or cut short.", name=path.name) from error
            if found.text.strip():
                writing.graft(found.text, found.blocks)
            options.progress(0, 1, path.name)
    return Reading(writing.text, writing.blocks)


def _pages(path: Path, archive: ZipFile) -> Iterator[str]:
    """Yield the names of the pages in the order in which the book is read."""
    names = set(archive.namelist())
    if "META-INF/container.xml" not in names:
        raise ImportFailed(path, "{name} is damaged or cut short.", name=path.name)
    container = safety.xml(path, safety.member(path, archive, "META-INF/container.xml"))
    package = next((one.get("full-path", "") for one in container.iter("{*}rootfile")), "")
    if package not in names:
        raise ImportFailed(path, "{name} is damaged or cut short.", name=path.name)
    root = safety.xml(path, safety.member(path, archive, package))
    items = {one.get("id", ""): one for one in root.iter("{*}item")}
    for reference in root.iter("{*}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is not None and "html" in item.get("media-type", "") and "nav" not in item.get("properties", ""):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(item.get("href", ""))))

"""Books, `.epub`: the pages in the order of reading."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from corpus.drafts import Note
from corpus.errors import ImportFailed
from corpus.importers import html, safety
from corpus.importers.reading import FileReading, Options
from corpus.importers.writing import Writing

if TYPE_CHECKING:
    from zipfile import ZipFile


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read the pages of a book as one text; its table of contents is no page."""
    safety.check_kind(path, data, "epub")
    writing, hidden = Writing(), 0
    with safety.unzipped(path, data) as archive:
        pages = dict.fromkeys(_pages(path, archive))
        for done, page in enumerate(pages, 1):
            try:
                body = safety.member(path, archive, page)
            except KeyError as error:
                raise ImportFailed(path, "{name} is damaged or cut short.", name=path.name) from error
            found = html.read(path, body, Options("utf-8"), partial(_sheet, path, archive, page))
            if found.text.strip():
                writing.graft(found.text, found.blocks)
            hidden += sum(int(str(note.values["count"])) for note in found.notes)
            options.progress(done, len(pages), path.name)
    told = Note("Characters of hidden text that were left out: {count}.", {"count": hidden})
    return FileReading(writing.text, writing.blocks, notes=(told,) if hidden else ())


def _sheet(path: Path, archive: ZipFile, page: str, address: str) -> str:
    """Return the style sheet that a page of the book names; empty where the book has none of that name."""
    name = _beside(page, address)
    return safety.member(path, archive, name).decode("utf-8", "replace") if name in archive.NameToInfo else ""


def _beside(part: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), unquote(address)))


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
            yield _beside(package, item.get("href", ""))

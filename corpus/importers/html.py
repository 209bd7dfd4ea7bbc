"""Web pages, `.html`: what a browser would show as text, without scripts and styles."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.drafts import PassageKind
from corpus.errors import ImportFailed
from corpus.importers import encodings, safety
from corpus.importers.layouts import telegram
from corpus.importers.reading import Options, Reading
from corpus.importers.writing import Writing, tidy

if TYPE_CHECKING:
    from bs4 import Tag

_DROPPED = frozenset(("script", "style", "noscript", "template", "head", "title", "svg", "iframe", "object", "select"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
_BLOCKS = (
    _HEADINGS
    | _CELLS
    | frozenset(
        (
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
            "aside",
            "address",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "caption",
            "figure",
            "figcaption",
            "form",
            "fieldset",
            "legend",
            "details",
            "summary",
            "body",
            "html",
            "hr",
            "center",
            "option",
        )
    )
)
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")


def read(path: Path, data: bytes, options: Options) -> Reading:
    """Read a page: headings, paragraphs and table cells in the order they stand."""
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    safety.check_kind(path, data, "html")
    decoded = _decoded(path, data, options.encoding)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            soup = BeautifulSoup(tidy(decoded.text), "html.parser")
    except (ParserRejectedMarkup, AssertionError) as error:
        raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name) from error
    chat = telegram.of_page(soup)
    if chat is not None:
        return replace(chat, encoding=decoded.encoding, notes=(*decoded.notes, *chat.notes))
    writing = Writing()
    for kind, text, parted_by in _pieces(soup):
        writing.add(text, kind, parted_by=parted_by)
    return Reading(writing.text, writing.blocks, encoding=decoded.encoding, notes=decoded.notes)


def _decoded(path: Path, data: bytes, encoding: str | None) -> encodings.Decoded:
    """Take the encoding the page names, where its bytes can be in it."""
    named = _META.search(data[:4096])
    if encoding is None and named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        codec = named[1].decode("ascii").lower()
        # Pages that say Latin-1 are written in Windows-1252: the standard for the web says so too.
        codec = "cp1252" if codec in ("iso-8859-1", "latin1", "us-ascii", "ascii") else codec
        try:
            return encodings.Decoded(data.decode(codec), codec)
        except (LookupError, UnicodeDecodeError):
            pass
    return encodings.decode(path, data, encoding)


def _events(soup: Tag) -> Iterator[tuple[bool, Tag] | str]:
    """Yield (True, tag) where a tag opens, (False, tag) where it closes, and text; never by recursion."""
    from bs4.element import NavigableString, Tag

    stack = [(soup, iter(soup.children))]
    while stack:
        tag, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield False, tag
        elif isinstance(child, Tag):
            if child.name not in _DROPPED:
                yield True, child
                stack.append((child, iter(child.children)))
        elif type(child) is NavigableString:
            yield str(child)


def _pieces(soup: Tag) -> Iterator[tuple[PassageKind, str, str]]:
    """Yield kind, text and what parts it from the piece before, for each block of the page."""
    parts: list[str] = []
    kinds: list[PassageKind] = ["paragraph"]
    open_cells: list[Tag] = []
    preserved = 0
    parted_by = "\n"
    for event in _events(soup):
        if isinstance(event, str):
            parts.append(event.replace(" ", "\x01").replace("\n", "\x02") if preserved else _SPACES.sub(" ", event))
            continue
        opens, tag = event
        name = tag.name
        if name == "br":
            parts.append("\n" if opens else "")
        if name not in _BLOCKS:
            continue
        if open_cells and tag is not open_cells[-1]:
            parts.append("\n")
            continue
        text = _laid_out(parts)
        if text or open_cells:
            yield kinds[-1], text, parted_by
            parted_by = "\t" if open_cells else "\n"
        parts.clear()
        preserved += (1 if opens else -1) if name == "pre" else 0
        if name == "tr":
            parted_by = "\n"
        elif name in _HEADINGS or name in _CELLS:
            if opens:
                cell = name in _CELLS and not _holds_a_page(tag)
                kinds.append("cell" if cell else "heading" if name in _HEADINGS else "paragraph")
                open_cells += [tag] if cell else []
            else:
                kinds.pop()
                open_cells.clear()
    text = _laid_out(parts)
    if text:
        yield "paragraph", text, "\n"


def _holds_a_page(cell: Tag) -> bool:
    """Is a cell there for the layout: does it hold a table, a heading, or several paragraphs in a table of few rows?"""
    if cell.find(["table", *_HEADINGS]) is not None:
        return True
    row = cell.find_parent("tr")
    rows = [*row.find_previous_siblings("tr", limit=3), *row.find_next_siblings("tr", limit=3)] if row else []
    return len(rows) < 3 and len(cell.find_all(["p", "div"], limit=3)) > 2


def _laid_out(parts: list[str]) -> str:
    """Join what stands on one block: spaces as a browser shows them, preformatted text as it stands."""
    text = re.sub(r" +", " ", "".join(parts))
    text = re.sub(r" ?\n ?", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip(" \n")
    return text.replace("\x01", " ").replace("\x02", "\n").strip("\n")

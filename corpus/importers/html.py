"""Web pages, `.html`: what a browser would show as text, without scripts and styles."""

from __future__ import annotations

import codecs
import re
import warnings
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.drafts import Note, PassageKind
from corpus.errors import ImportFailed
from corpus.importers import encodings, safety
from corpus.importers.html_tags import Element, Event, Linked, events
from corpus.importers.layouts import telegram
from corpus.importers.reading import FileReading, Options
from corpus.importers.writing import Writing, tidy

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
_BLOCKS = (
    _HEADINGS
    | _CELLS
    | frozenset(
        """p div section article main header footer nav aside address blockquote pre ul ol li dl dt dd table thead tbody
        tfoot tr caption figure figcaption form fieldset legend details summary body html hr center option""".split()
    )
)
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# Codecs that no page is written in, some of which take the longer the more there is.
_NO_TABLES = frozenset(("punycode", "idna", "undefined", "unicode-escape", "raw-unicode-escape"))
_SPACES = re.compile(r"[ \t\n\r\f]+")


def read(path: Path, data: bytes, options: Options, linked: Linked = lambda _: "") -> FileReading:
    """Read a page: headings, paragraphs and table cells in the order they stand; what is hidden is left out.

    `linked` returns the style sheet at an address that the page names, where it is at hand.
    """
    safety.check_kind(path, data, "html")
    decoded = _decoded(path, data, options.encoding)
    text = tidy(decoded.text)
    chat = _chat(path, text) if "from_name" in text else None
    if chat is not None:
        return replace(chat, encoding=decoded.encoding, notes=(*decoded.notes, *chat.notes))
    page = _PageText()
    for event in events(text, linked):
        page.take(event)
    page.end_block()
    told = Note("Characters of hidden text that were left out: {count}.", {"count": page.hidden})
    notes = (*decoded.notes, told) if page.hidden else decoded.notes
    return FileReading(page.writing.text, page.writing.blocks, encoding=decoded.encoding, notes=notes)


def _chat(path: Path, text: str) -> FileReading | None:
    """Return the chat that Telegram wrote out as a page, if it is one."""
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return telegram.of_page(BeautifulSoup(text, "html.parser"))
    except (ParserRejectedMarkup, AssertionError) as error:
        raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name) from error


def _decoded(path: Path, data: bytes, encoding: str | None) -> encodings.Decoded:
    """Take the encoding the page names, where its bytes can be in it."""
    named = _META.search(data[:4096])
    if encoding is None and named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        codec = named[1].decode("ascii").lower()
        # Pages that say Latin-1 are written in Windows-1252: the standard for the web says so too.
        codec = "cp1252" if codec in ("iso-8859-1", "latin1", "us-ascii", "ascii") else codec
        try:
            if codecs.lookup(codec).name not in _NO_TABLES:
                return encodings.Decoded(data.decode(codec), codec)
        except (LookupError, ValueError):
            pass
    return encodings.decode(path, data, encoding)


@dataclass(slots=True)
class _PageText:
    """One pass over a page, writing as it goes; `bold` counts the open block's characters that open it in bold."""

    writing: Writing = field(default_factory=Writing)
    parts: list[str] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    opens: bool = True
    kinds: list[PassageKind] = field(default_factory=lambda: ["paragraph"])
    cell: Element | None = None
    preserved: int = 0
    parted_by: str = "\n"
    hidden: int = 0

    def take(self, event: Event) -> None:
        """Take in what is said, or what opens or ends."""
        if event.text:
            self.said(event)
        elif event.element.away:
            return
        elif event.element.name == "br":
            self.parts.append("\n" if event.opens else "")
        elif event.element.name in _BLOCKS:
            self.block(event.element, event.opens)

    def said(self, event: Event) -> None:
        """Append words to the open block; those that are hidden are counted."""
        text = event.text
        if event.element.hidden:
            self.hidden += len(_SPACES.sub(" ", text)) if text.strip() else 0
            return
        text = text.replace(" ", "\x01").replace("\n", "\x02") if self.preserved else _SPACES.sub(" ", text)
        self.opens &= event.element.bold or not text.strip()
        if self.opens:
            self.opening = [*self.parts, text] if event.element.bold else self.opening
        self.parts.append(text)

    def block(self, element: Element, opens: bool) -> None:
        """End the block so far, and begin another of the kind that an element says."""
        name = element.name
        if self.cell is not None and element is not self.cell:
            self.parts.append("\n")
            return
        self.end_block()
        self.preserved += (1 if opens else -1) if name == "pre" else 0
        if name == "tr":
            self.parted_by = "\n"
        elif name in _HEADINGS or name in _CELLS:
            if opens:
                cell = name in _CELLS and not _holds_a_page(element)
                self.kinds.append("cell" if cell else "heading" if name in _HEADINGS else "paragraph")
                self.cell = element if cell else None
            else:
                self.kinds.pop()
                self.cell = None

    def end_block(self) -> None:
        """Write the block so far, which in a table may be empty."""
        text = _laid_out(self.parts)
        if text or self.cell is not None:
            self.writing.add(text, self.kinds[-1], parted_by=self.parted_by, bold=len(_laid_out(self.opening)))
            self.parted_by = "\t" if self.cell is not None else "\n"
        self.parts, self.opening, self.opens = [], [], True


def _holds_a_page(cell: Element) -> bool:
    """Is a cell there for the layout: does it hold a table, a heading, or several paragraphs in a table of few rows?"""
    few = cell.table is None or cell.table.rows <= 3
    return cell.tables > 0 or (few and cell.paragraphs > 2)


def _laid_out(parts: list[str]) -> str:
    """Join what stands on one block: spaces as a browser shows them, preformatted text as it stands."""
    text = re.sub(r" +", " ", "".join(parts))
    text = re.sub(r" ?\n ?", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip(" \n")
    return text.replace("\x01", " ").replace("\x02", "\n").strip("\n")

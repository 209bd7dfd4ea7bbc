"""OpenDocument texts, `.odt`: content.xml walked with lxml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from corpus.drafts import Note, PassageKind
from corpus.errors import ImportFailed
from corpus.importers import safety
from corpus.importers.odt_styles import OdtStyles, tag, value
from corpus.importers.reading import FileReading, Options
from corpus.importers.writing import MOST_BLANK, Writing

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = re.compile(r"[ \t\r\n]+")
_SKIPPED = frozenset(
    """tracked-changes sequence-decls variable-decls user-field-decls forms ruby-text note-citation desc title
    soft-page-break table-columns table-column bibliography-source table-of-content-source object image""".split()
)
_BLOCKS = frozenset(("p", "h", "table"))
_SAID_OF = frozenset(("creator", "date", "date-string"))
_MOST_TYPED_SPACES = 1_000_000


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read an OpenDocument text: hidden and deleted text, headers and footers are left out, notes stand at the end."""
    safety.check_kind(path, data, "odt")
    with safety.unzipped(path, data) as archive:
        names = set(archive.namelist())
        if "META-INF/manifest.xml" in names and b"encryption-data" in safety.member(
            path, archive, "META-INF/manifest.xml"
        ):
            raise ImportFailed(path, "{name} is protected by a password: save a copy without.", name=path.name)
        if "content.xml" not in names:
            raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name)
        root = safety.xml(path, safety.member(path, archive, "content.xml"))
        named = safety.xml(path, safety.member(path, archive, "styles.xml")) if "styles.xml" in names else None
    return _read(path, root, named)


def read_flat(path: Path, data: bytes, options: Options) -> FileReading:
    """Read an OpenDocument text that is one XML file, `.fodt`."""
    if safety.sniff(data) != "text":
        safety.check_kind(path, data, "text")
    return _read(path, safety.xml(path, data))


def _read(path: Path, root: _Element, named: _Element | None = None) -> FileReading:
    """Read the tree of a document; `named` is that of its named styles where they stand apart."""
    body = next((element for element in root.iter("{*}text") if tag(element.getparent()) == "body"), None)
    if body is None:
        raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name)
    walk = _Walk(path, OdtStyles.of(root, named))
    walk.content(body)
    for note in walk.notes:  # those of notes are found on the way
        for line, _ in walk.lines(note):
            if line.strip():
                walk.writing.add(line.strip(), "note")
    masters = root if named is None else named
    return FileReading(walk.writing.text, walk.writing.blocks, notes=tuple(walk.told(body, masters)))


class _TextRun(NamedTuple):
    """A stretch of a paragraph, and whether it is bold."""

    text: str
    bold: bool


@dataclass(slots=True)
class _Walk:
    """One pass over a document's elements; notes and comments are kept for the end."""

    path: Path
    styles: OdtStyles
    writing: Writing = field(default_factory=Writing)
    notes: list[_Element] = field(default_factory=list)
    hidden: int = 0
    blank: int = 0
    typed_spaces: int = 0

    def content(self, container: _Element) -> None:
        """Write the paragraphs and tables of a body, a section, a list or a text box."""
        for element in self.blocks(container):
            if tag(element) == "table":
                self.table(element)
                continue
            text, bold, boxes = self.text(element)
            title = tag(element) == "h" or self.styles.title(value(element, "style-name"))
            kind: PassageKind = "heading" if title else "paragraph"
            self.writing.add(text, kind, bold=bold)
            for box in boxes:
                self.content(box)

    def table(self, table: _Element) -> None:
        """Write each cell as a block; cells are parted by tabs, rows by line ends."""
        for row in self.rows(table):
            parted_by = "\n"
            for cell in _inner(row, "table-cell"):
                lines = list(self.lines(cell))
                bold = next((bold for line, bold in lines if line), 0)
                text = "\n".join(line for line, _ in lines).strip()
                self.writing.add(text, "cell", parted_by=parted_by, bold=bold)
                parted_by = "\t"

    def rows(self, table: _Element) -> Iterator[_Element]:
        """Yield the rows of a table that are to be seen."""
        return filter(self.seen, _inner(table, "table-row"))

    def lines(self, container: _Element) -> Iterator[tuple[str, int]]:
        """Yield every paragraph with how much of it opens in bold, those of nested tables and text boxes too."""
        for element in self.blocks(container):
            if tag(element) == "table":
                for cell in (cell for row in self.rows(element) for cell in _inner(row, "table-cell")):
                    yield from self.lines(cell)
                continue
            text, bold, boxes = self.text(element)
            yield text, bold
            for box in boxes:
                yield from self.lines(box)

    def blocks(self, container: _Element) -> Iterator[_Element]:
        """Yield the paragraphs, headings and tables that are to be seen, through sections, lists and notes' bodies."""
        for child in container:
            name = tag(child)
            if name in _BLOCKS:
                self.blank = self.blank + 1 if not len(child) and not child.text else 0
                if self.blank <= MOST_BLANK and self.seen(child):  # a file can hold millions of bare ones
                    yield child
            elif name not in _SKIPPED and name not in _SAID_OF and self.seen(child):
                yield from self.blocks(child)

    def seen(self, element: _Element) -> bool:
        """Is an element to be seen? What is in one that is not is counted."""
        hidden = self.styles.hides(element)
        if hidden:
            self.hidden += letters(element)
        return not hidden

    def text(self, paragraph: _Element) -> tuple[str, int, list[_Element]]:
        """Return a paragraph's text, how much of it opens in bold, and the text boxes anchored in it."""
        runs: list[_TextRun] = []
        boxes: list[_Element] = []
        self.collect(paragraph, self.styles.bold(paragraph, False), runs, boxes)
        opening = next((n for n, run in enumerate(runs) if not run.bold and run.text.strip(" ")), len(runs))
        bold = len(_laid_out(runs[:opening])) if any(run.bold and run.text.strip(" ") for run in runs[:opening]) else 0
        return _laid_out(runs), bold, boxes

    def collect(self, element: _Element, bold: bool, runs: list[_TextRun], boxes: list[_Element]) -> None:
        """Gather the text of an element: a line break as U+0000, a typed space as U+0001."""
        runs.append(_TextRun(_SPACES.sub(" ", element.text or ""), bold))
        for child in element:
            name = tag(child)
            if name == "s":
                runs.append(_TextRun("\x01" * self.spaces(value(child, "c")), bold))
            elif name == "tab":
                runs.append(_TextRun("\t", bold))
            elif name == "line-break":
                runs.append(_TextRun("\x00", bold))
            elif name in ("note", "annotation"):
                self.notes.append(child)
            elif name == "text-box":
                boxes.append(child)
            elif name not in _SKIPPED and self.seen(child):
                self.collect(child, self.styles.bold(child, bold), runs, boxes)
            runs.append(_TextRun(_SPACES.sub(" ", child.tail or ""), bold))

    def spaces(self, count: str) -> int:
        """Return how many spaces were typed; what holds more than anybody types is refused."""
        typed = min(int(count[:9]) if count.isdecimal() else 1, 1000)
        self.typed_spaces += typed
        if self.typed_spaces > _MOST_TYPED_SPACES:
            raise safety.far_too_large(self.path)
        return typed

    def told(self, body: _Element, masters: _Element) -> Iterator[Note]:
        """Yield what was left out."""
        deleted = sum(letters(changes) for changes in body.iter("{*}deletion"))
        parts = (part for kind in ("header", "footer") for part in masters.iter(f"{{*}}{kind}"))
        lines = (" ".join(line.split()) for part in parts for line, _ in self.lines(part))
        heads = " · ".join(dict.fromkeys(line for line in lines if any(map(str.isalpha, line))))
        if self.hidden:
            yield Note("Characters of hidden text that were left out: {count}.", {"count": self.hidden})
        if deleted:
            yield Note("Characters of deleted text that were left out: {count}.", {"count": deleted})
        if heads:
            yield Note("Running heads and feet were left out: “{heads}”.", {"heads": shorten(heads, 200)})


def _laid_out(runs: list[_TextRun]) -> str:
    """Join runs: white space that stands in the XML counts as one space, and what was typed stands as it is."""
    text = re.sub(r" {2,}", " ", "".join(run.text for run in runs)).replace(" \x00", "\x00").replace("\x00 ", "\x00")
    return text.replace("\x00", "\n").replace("\x01", " ").strip(" ")


def letters(element: _Element) -> int:
    """Return how many characters of paragraphs stand in an element, or in a part of one."""
    return sum(len(_SPACES.sub(" ", text)) for text in map(str, element.itertext()) if text.strip())


def _inner(container: _Element, wanted: str) -> Iterator[_Element]:
    """Yield rows or cells, seen through groups of them and never into another table."""
    for child in container:
        name = tag(child)
        if name == wanted:
            yield child
        elif name not in _BLOCKS and name not in ("table-row", "table-cell"):
            yield from _inner(child, wanted)

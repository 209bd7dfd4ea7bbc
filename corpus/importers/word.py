"""Word documents, `.docx`: paragraphs, headings, tables, text boxes, content controls, tracked changes, notes.

The XML is walked directly: the object layer of python-docx sees neither text boxes nor nested controls, and is slow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from corpus.drafts import Note, PassageKind
from corpus.errors import ImportFailed
from corpus.importers import safety
from corpus.importers.reading import FileReading, Options
from corpus.importers.word_package import Package
from corpus.importers.word_styles import WordStyles, child, local, on, value
from corpus.importers.word_text import SKIPPED, Text, Unseen, choice, letters
from corpus.importers.writing import Writing

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES = ("footnotes", "endnotes", "comments")
_HEADS = ("header", "footer")
# Marks of paragraphs that are deleted, moved away or hidden: the next paragraph goes on in their line.
_UNSEEN_MARKS = frozenset(("del", "moveFrom", "vanish", "specVanish"))
_MOST_BLANK, _MOST_HEADS, _DEEPEST = 100, 50, 3


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read a Word document: tracked insertions are in, deletions, hidden text, headers and footers are left out.

    Footnotes, endnotes and comments stand at the end as notes.
    """
    return _read(path, data, 0)


def _read(path: Path, data: bytes, depth: int) -> FileReading:
    safety.check_kind(path, data, "docx")
    with safety.unzipped(path, data) as archive:
        package = Package.of(path, archive)
        body = child(package.xml(package.main), "body")
        if body is None:
            raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name)
        styles = WordStyles(lambda: next(map(package.xml, package.parts("styles")), None))
        walk = _Walk(package, styles, depth)
        walk.content(body)
        for part in (part for kind in _NOTES for part in package.parts(kind)):
            walk.notes(package.xml(part))
        told = tuple(walk.told())
    return FileReading(walk.writing.text, walk.writing.blocks, notes=told)


class _ParagraphStyle(NamedTuple):
    """What a paragraph says of itself: its style, its outline level, and whether its mark is not to be seen."""

    style: str = ""
    level: str = ""
    runs_on: bool = False


class _BodyPart(NamedTuple):
    """A paragraph with its text, or a table or a text of another format, which have none of their own."""

    element: _Element
    text: Text | None = None
    said: _ParagraphStyle = _ParagraphStyle()


@dataclass(slots=True)
class _Walk:
    """One pass over a document's paragraphs and tables, writing as it goes."""

    package: Package
    styles: WordStyles
    depth: int
    writing: Writing = field(default_factory=Writing)
    unseen: Unseen = field(default_factory=Unseen)
    doubts: list[Note] = field(default_factory=list)
    headings: dict[str, bool] = field(default_factory=dict)
    blank: int = 0

    def content(self, container: _Element) -> None:
        """Write the paragraphs, tables and texts of other formats in a body, a text box or a control."""
        for element, text, said in self.pieces(container):
            if text is not None:
                self.paragraph(text, said)
            elif local(element.tag) == "tbl":
                self.table(element)
            else:
                self.chunk(element)

    def pieces(self, container: _Element) -> Iterator[_BodyPart]:
        """Yield what stands in a container; a paragraph whose mark is not to be seen runs on into the next."""
        held: _BodyPart | None = None
        for element in _content(container):
            if local(element.tag) != "p":
                yield from (held,) if held else ()
                held = None
                yield _BodyPart(element)
            elif len(element) or held or self.blank < _MOST_BLANK:  # a file can hold millions of bare ones
                said = _said(element)
                piece = _BodyPart(element, self.text(element, said.style, held.text if held else None), said)
                held = piece if said.runs_on else None
                yield from () if held or self.too_blank(piece.text) else (piece,)
        yield from (held,) if held else ()

    def text(self, paragraph: _Element, style: str, held: Text | None) -> Text:
        """Return the text of a paragraph, after what runs on into it."""
        looks = self.styles.look(style)
        text = held or Text(self.styles, looks, self.unseen)
        text.paragraph = looks
        text.collect(paragraph)
        return text

    def too_blank(self, text: Text | None) -> bool:
        """Is a paragraph one more blank one than a person may have meant?"""
        self.blank = 0 if text is None or text.length or text.boxes else self.blank + 1
        return self.blank > _MOST_BLANK

    def paragraph(self, text: Text, said: _ParagraphStyle) -> None:
        """Write a paragraph, then its text boxes."""
        if text.length or not text.boxes:
            kind: PassageKind = "heading" if self.heading(said.style, said.level) else "paragraph"
            for line, bold in text.lines():
                self.writing.add(line, kind, bold=bold)
        for box in text.boxes:
            self.content(box)

    def heading(self, style: str, level: str) -> bool:
        """Is a paragraph a heading by its outline level, or by its style?"""
        if level.isdecimal():
            return int(level) < 9
        if style and style not in self.headings:
            self.headings[style] = self.styles.heading(style)
        return self.headings.get(style, False)

    def table(self, table: _Element) -> None:
        """Write each cell as a block; cells are parted by tabs, rows by line ends."""
        for row in self.rows(table):
            parted_by = "\n"
            for cell in self.cells(row):
                lines = list(self.lines(cell))
                bold = next((bold - len(line) + len(line.lstrip()) for line, bold in lines if line.strip()), 0)
                text = "\n".join(line for line, _ in lines).strip()
                self.writing.add(text, "cell", parted_by=parted_by, bold=max(bold, 0))
                parted_by = "\t"

    def rows(self, table: _Element) -> Iterator[_Element]:
        """Yield the rows of a table that are to be seen."""
        for row in _inner(table, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                self.unseen.deleted += letters(row)
            elif child(properties, "hidden") is not None:
                self.unseen.hidden += letters(row)
            else:
                yield row

    def cells(self, row: _Element) -> Iterator[_Element]:
        """Yield the cells of a row, less those deleted."""
        for cell in _inner(row, "tc"):
            if child(cell, "tcPr", "cellDel") is None:
                yield cell
            else:
                self.unseen.deleted += letters(cell)

    def lines(self, container: _Element) -> Iterator[tuple[str, int]]:
        """Yield every paragraph with how much of it opens in bold type, those of nested tables and text boxes too."""
        for element, text, _ in self.pieces(container):
            if text is not None:
                yield from text.lines()
                for box in text.boxes:
                    yield from self.lines(box)
            elif local(element.tag) == "tbl":
                for cell in (cell for row in self.rows(element) for cell in self.cells(row)):
                    yield from self.lines(cell)
            elif (reading := self.other(element)) is not None:
                yield reading.text, 0

    def notes(self, part: _Element) -> None:
        """Write the paragraphs of footnotes, endnotes or comments."""
        for note in part:
            if value(note, "type") not in ("separator", "continuationSeparator", "continuationNotice"):
                for line, _ in self.lines(note):
                    if line.strip():
                        self.writing.add(line.strip(), "note")

    def chunk(self, element: _Element) -> None:
        """Write a text of another format where it stands."""
        reading = self.other(element)
        if reading is not None and reading.text:
            self.writing.graft(reading.text, reading.blocks)

    def other(self, element: _Element) -> FileReading | None:
        """Return what a text of another format says; where it can't be read, the person is told."""
        relation = self.package.related(value(element, "id"))
        part = relation.target if relation else "?"
        reading = None
        if relation and not relation.outside and part in self.package.names:
            try:
                reading = self.read_part(part)
            except ImportFailed:
                reading = None
        if reading is None:
            sentence = "The part {part} of the text can't be read: open {name} in Word, save it and import it again."
            self.doubts.append(Note(sentence, {"part": part, "name": self.package.path.name}, doubt=True))
        return reading

    def read_part(self, part: str) -> FileReading | None:
        """Read a part of the package that is a document of its own."""
        from corpus.importers import word_chunks

        data = self.package.bytes(part)
        if safety.sniff(data) != "docx":
            reading = word_chunks.read(self.package.path, data, part)
        else:
            reading = _read(self.package.path, data, self.depth + 1) if self.depth < _DEEPEST else None
        self.doubts += reading.notes if reading else ()
        return reading

    def told(self) -> Iterator[Note]:
        """Yield what the person should know: what was left out, and what could not be read."""
        heads = self.heads()
        yield from self.doubts
        if self.unseen.hidden:
            yield Note("Characters of hidden text that were left out: {count}.", {"count": self.unseen.hidden})
        if self.unseen.deleted:
            yield Note("Characters of deleted text that were left out: {count}.", {"count": self.unseen.deleted})
        if heads:
            yield Note("Running heads and feet were left out: “{heads}”.", {"heads": shorten(heads, 200)})

    def heads(self) -> str:
        """Return the running heads and feet that hold words, each once."""
        parts = [part for kind in _HEADS for part in self.package.parts(kind)][:_MOST_HEADS]
        lines = (line for part in parts for line, _ in self.lines(self.package.xml(part)))
        return " · ".join(dict.fromkeys(" ".join(line.split()) for line in lines if any(map(str.isalpha, line))))


def _said(paragraph: _Element) -> _ParagraphStyle:
    properties = child(paragraph, "pPr")
    style, level, runs_on = "", "", False
    for one in () if properties is None else properties:
        tag = local(one.tag)
        if tag == "pStyle":
            style = value(one)
        elif tag == "outlineLvl":
            level = value(one)
        elif tag == "rPr":
            runs_on = any(local(mark.tag) in _UNSEEN_MARKS and on(mark) for mark in one)
    return _ParagraphStyle(style, level, runs_on)


def _content(container: _Element) -> Iterator[_Element]:
    """Yield paragraphs, tables and texts of other formats, seen through controls, tracked insertions and the like."""
    for element in container:
        tag = local(element.tag)
        if tag in ("p", "tbl", "altChunk", "subDoc"):
            yield element
        elif tag == "AlternateContent":
            yield from _content(choice(element))
        elif tag not in SKIPPED:
            yield from _content(element)


def _inner(container: _Element, wanted: str) -> Iterator[_Element]:
    for element in container:
        tag = local(element.tag)
        if tag == wanted:
            yield element
        elif tag not in SKIPPED and tag not in ("p", "tbl", "tc", "tr"):
            yield from _inner(element, wanted)

"""OpenDocument texts, `.odt`: content.xml walked with lxml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.drafts import PassageKind
from corpus.errors import ImportFailed
from corpus.importers import safety
from corpus.importers.reading import Options, Reading
from corpus.importers.writing import Writing

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = re.compile(r"[ \t\r\n]+")
_SKIPPED = frozenset(
    (
        "tracked-changes",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
        "forms",
        "ruby-text",
        "note-citation",
        "desc",
        "title",
        "soft-page-break",
        "table-columns",
        "table-column",
        "bibliography-source",
        "table-of-content-source",
        "object",
        "image",
    )
)
_BLOCKS = frozenset(("p", "h", "table"))


def read(path: Path, data: bytes, options: Options) -> Reading:
    """Read an OpenDocument text: deleted text, headers and footers are left out, notes stand at the end."""
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
    return _read(path, root)


def read_flat(path: Path, data: bytes, options: Options) -> Reading:
    """Read an OpenDocument text that is one XML file, `.fodt`."""
    if safety.sniff(data) != "text":
        safety.check_kind(path, data, "text")
    return _read(path, safety.xml(path, data))


def _read(path: Path, root: _Element) -> Reading:
    body = next((element for element in root.iter("{*}text") if _tag(element.getparent()) == "body"), None)
    if body is None:
        raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name)
    walk = _Walk(_titles(root))
    walk.content(body)
    for note in walk.notes:
        for line in walk.lines(note):
            if line.strip():
                walk.writing.add(line.strip(), "note")
    return Reading(walk.writing.text, walk.writing.blocks)


def _tag(element: _Element | None) -> str:
    tag = None if element is None else element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _value(element: _Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _titles(root: _Element) -> frozenset[str]:
    """Return the names of the paragraph styles that stand for a title."""
    parents = {_value(style, "name"): _value(style, "parent-style-name") for style in root.iter("{*}style")}
    own = {"Title", "Subtitle"}
    return frozenset(own | {name for name, parent in parents.items() if parent in own})


@dataclass(slots=True)
class _Walk:
    """One pass over a document's elements; notes and comments are kept for the end."""

    titles: frozenset[str]
    writing: Writing = field(default_factory=Writing)
    notes: list[_Element] = field(default_factory=list)

    def content(self, container: _Element) -> None:
        """Write the paragraphs and tables of a body, a section, a list or a text box."""
        for element in _content(container):
            if _tag(element) == "table":
                self.table(element)
                continue
            text, boxes = self.text(element)
            title = _tag(element) == "h" or _value(element, "style-name") in self.titles
            kind: PassageKind = "heading" if title else "paragraph"
            self.writing.add(text, kind)
            for box in boxes:
                self.content(box)

    def table(self, table: _Element) -> None:
        """Write each cell as a block; cells are parted by tabs, rows by line ends."""
        for row in table.iter("{*}table-row"):
            if next(row.iterancestors("{*}table")) is not table:
                continue
            parted_by = "\n"
            for cell in row.iterchildren("{*}table-cell"):
                self.writing.add("\n".join(self.lines(cell)).strip(), "cell", parted_by=parted_by)
                parted_by = "\t"

    def lines(self, container: _Element) -> Iterator[str]:
        """Yield the text of every paragraph within, those of nested tables and text boxes too."""
        for element in _content(container):
            if _tag(element) == "table":
                for cell in element.iter("{*}table-cell"):
                    if next(cell.iterancestors("{*}table")) is element:
                        yield from self.lines(cell)
                continue
            text, boxes = self.text(element)
            yield text
            for box in boxes:
                yield from self.lines(box)

    def text(self, paragraph: _Element) -> tuple[str, list[_Element]]:
        """Return a paragraph's text and the text boxes anchored in it."""
        parts: list[str] = []
        boxes: list[_Element] = []
        self.collect(paragraph, parts, boxes)
        # White space that stands in the XML counts as one space; what was typed has elements of its own.
        return re.sub(r" *\x00 *| +", lambda found: "\n" if "\x00" in found[0] else " ", "".join(parts)).replace(
            "\x01", " "
        ).strip(" "), boxes

    def collect(self, element: _Element, parts: list[str], boxes: list[_Element]) -> None:
        """Gather the text of an element: a line break as U+0000, a typed space as U+0001."""
        parts.append(_SPACES.sub(" ", element.text or ""))
        for child in element:
            tag = _tag(child)
            if tag == "s":
                count = _value(child, "c")
                parts.append("\x01" * min(int(count) if count.isdecimal() else 1, 1000))
            elif tag == "tab":
                parts.append("\t")
            elif tag == "line-break":
                parts.append("\x00")
            elif tag in ("note", "annotation"):
                self.notes.append(child)
            elif tag == "text-box":
                boxes.append(child)
            elif tag not in _SKIPPED:
                self.collect(child, parts, boxes)
            parts.append(_SPACES.sub(" ", child.tail or ""))


def _content(container: _Element) -> Iterator[_Element]:
    """Yield paragraphs, headings and tables, seen through sections, lists and note bodies."""
    for child in container:
        tag = _tag(child)
        if tag in _BLOCKS:
            yield child
        elif tag not in _SKIPPED and tag not in ("creator", "date", "date-string"):
            yield from _content(child)

"""Word documents, `.docx`: paragraphs, headings, tables, text boxes, content controls, tracked changes, notes.

The XML is walked directly: the object layer of python-docx sees neither text boxes nor nested controls, and is slow.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterator
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

_SKIPPED = frozenset(
    (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "sectPr",
        "instrText",
        "delText",
        "delInstrText",
        "Fallback",
        "rt",
        "rubyPr",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "separator",
        "continuationSeparator",
        "fldData",
        "tblPrEx",
        "sdtPr",
        "sdtEndPr",
    )
)
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_NOTES = ("footnotes", "endnotes", "comments")
_WINGDINGS = {
    **{0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢"},
    **{0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
}
_SYMBOL = {
    **{0x22: "∀", 0x24: "∃", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB1: "±"},
    **{0xB0: "°", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xD0: "∠", 0xD9: "∧", 0xDA: "∨"},
    **{0xDB: "⇔", 0xDE: "⇒", 0xE5: "∑"},
}


def read(path: Path, data: bytes, options: Options) -> Reading:
    """Read a Word document: tracked insertions are in, deletions out; headers and footers are left out.

    Footnotes, endnotes and comments stand at the end as notes.
    """
    safety.check_kind(path, data, "docx")
    with safety.unzipped(path, data) as archive:
        names = set(archive.namelist())
        main = _main_part(path, archive, names)
        folder = posixpath.dirname(main)
        walk = _Walk(lambda: _headings(path, archive, names, f"{folder}/styles.xml"))
        body = _child(safety.xml(path, safety.member(path, archive, main)), "body")
        if body is None:
            raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name)
        walk.content(body)
        for note in _NOTES:
            part = f"{folder}/{note}.xml"
            if part in names:
                walk.notes(safety.xml(path, safety.member(path, archive, part)))
    return Reading(walk.writing.text, walk.writing.blocks)


def _main_part(path: Path, archive: zipfile.ZipFile, names: set[str]) -> str:
    if "_rels/.rels" in names:
        for relation in safety.xml(path, safety.member(path, archive, "_rels/.rels")):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in names:
                return target
    if "word/document.xml" in names:
        return "word/document.xml"
    raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name)


def _tag(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _value(element: _Element | None, name: str = "val") -> str:
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _child(element: _Element | None, *names: str) -> _Element | None:
    for name in names:
        if element is None:
            return None
        element = next((child for child in element if _tag(child) == name), None)
    return element


def _headings(path: Path, archive: zipfile.ZipFile, names: set[str], part: str) -> frozenset[str]:
    """Return the ids of the styles that are headings, by name, by outline level, or by what they are based on."""
    if part not in names:
        return frozenset()
    styles = {_value(style, "styleId"): style for style in safety.xml(path, safety.member(path, archive, part))}
    return frozenset(style_id for style_id in styles if style_id and _is_heading(styles, style_id))


def _is_heading(styles: dict[str, _Element], style_id: str) -> bool:
    for _ in range(12):
        style = styles.get(style_id)
        if style is None:
            return False
        name = _value(_child(style, "name")).casefold()
        level = _value(_child(style, "pPr", "outlineLvl"))
        if name.startswith(("heading ", "titre ")) or name in ("title", "subtitle", "titre") or level.isdecimal():
            return not level.isdecimal() or int(level) < 9
        style_id = _value(_child(style, "basedOn"))
    return False


@dataclass(slots=True)
class _Walk:
    """One pass over a document's paragraphs and tables, writing as it goes."""

    styles: Callable[[], frozenset[str]]
    writing: Writing = field(default_factory=Writing)
    headings: frozenset[str] | None = None
    held: str = ""

    def content(self, container: _Element) -> None:
        """Write the paragraphs and tables of a body, a text box or a control."""
        for element in _content(container):
            if _tag(element) == "tbl":
                self.table(element)
            else:
                self.paragraph(element)
        if self.held:
            self.writing.add(self.held)
            self.held = ""

    def paragraph(self, element: _Element) -> None:
        """Write a paragraph, then its text boxes; one whose mark is a tracked deletion runs on into the next."""
        text, boxes = _text(element)
        text, self.held = self.held + text, ""
        if _child(element, "pPr", "rPr", "del") is not None:
            self.held = text
        elif text or not boxes:
            self.writing.add(text, self.kind(element))
        for box in boxes:
            self.content(box)

    def kind(self, element: _Element) -> PassageKind:
        """Return `heading` for a heading by style or outline level."""
        properties = _child(element, "pPr")
        level = _value(_child(properties, "outlineLvl"))
        style = _value(_child(properties, "pStyle"))
        if style and self.headings is None:
            self.headings = self.styles()
        heading = int(level) < 9 if level.isdecimal() else bool(style and style in (self.headings or ()))
        return "heading" if heading else "paragraph"

    def table(self, table: _Element) -> None:
        """Write each cell as a block; cells are parted by tabs, rows by line ends."""
        for row in _inner(table, "tr"):
            if _child(row, "trPr", "del") is not None:
                continue
            parted_by = "\n"
            for cell in _inner(row, "tc"):
                self.writing.add("\n".join(_lines(cell)).strip(), "cell", parted_by=parted_by)
                parted_by = "\t"

    def notes(self, part: _Element) -> None:
        """Write the paragraphs of footnotes, endnotes or comments."""
        for note in part:
            if _value(note, "type") not in ("separator", "continuationSeparator", "continuationNotice"):
                for line in _lines(note):
                    if line.strip():
                        self.writing.add(line.strip(), "note")


def _content(container: _Element) -> Iterator[_Element]:
    """Yield paragraphs and tables, seen through controls, tracked insertions and other wrappers."""
    for child in container:
        tag = _tag(child)
        if tag in ("p", "tbl"):
            yield child
        elif tag == "AlternateContent":
            yield from _content(_choice(child))
        elif tag not in _SKIPPED:
            yield from _content(child)


def _inner(container: _Element, wanted: str) -> Iterator[_Element]:
    for child in container:
        tag = _tag(child)
        if tag == wanted:
            yield child
        elif tag not in _SKIPPED and tag not in ("p", "tbl", "tc", "tr"):
            yield from _inner(child, wanted)


def _lines(container: _Element) -> Iterator[str]:
    """Yield the text of every paragraph, those of nested tables and text boxes too."""
    for element in _content(container):
        if _tag(element) == "tbl":
            for row in _inner(element, "tr"):
                for cell in _inner(row, "tc"):
                    yield from _lines(cell)
        else:
            text, boxes = _text(element)
            yield text
            for box in boxes:
                yield from _lines(box)


def _choice(alternatives: _Element) -> _Element:
    """Return the first of several renderings of the same content, so that it comes in once."""
    choice = _child(alternatives, "Choice")
    fallback = _child(alternatives, "Fallback")
    return choice if choice is not None else alternatives if fallback is None else fallback


def _text(paragraph: _Element) -> tuple[str, list[_Element]]:
    parts: list[str] = []
    boxes: list[_Element] = []
    _collect(paragraph, parts, boxes)
    return "".join(parts), boxes


def _collect(element: _Element, parts: list[str], boxes: list[_Element]) -> None:
    for child in element:
        tag = _tag(child)
        if tag == "t":
            parts.append(child.text or "")
        elif tag in _BREAKS:
            parts.append(_BREAKS[tag])
        elif tag == "sym":
            parts.append(_symbol(child))
        elif tag == "txbxContent":
            boxes.append(child)
        elif tag == "AlternateContent":
            _collect(_choice(child), parts, boxes)
        elif tag not in _SKIPPED:
            _collect(child, parts, boxes)


def _symbol(element: _Element) -> str:
    """Return the character a symbol font draws for a code, U+FFFD where it is not known."""
    try:
        code = int(_value(element, "char"), 16)
    except ValueError:
        return "\ufffd"
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF or code <= 0xFF else None
    font = _value(element, "font").casefold()
    table = _SYMBOL if font == "symbol" else _WINGDINGS if font.startswith("wingdings") else {}
    if low is not None and low in table:
        return table[low]
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0x110000 else "\ufffd"

"""One paragraph of Word: its runs, breaks and symbols, its text boxes apart, and what its reader can't see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.importers.word_styles import TextLook, WordStyles, local, look, value

if TYPE_CHECKING:
    from lxml.etree import _Element

SKIPPED = frozenset(
    """del moveFrom pPr rPr tblPr tblGrid trPr tcPr sectPr instrText delText delInstrText Fallback rt rubyPr
    annotationRef footnoteRef endnoteRef separator continuationSeparator fldData tblPrEx sdtPr sdtEndPr""".split()
)
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_WINGDINGS = {
    **{0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢"},
    **{0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
}
_SYMBOL = {
    **{0x22: "∀", 0x24: "∃", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB1: "±"},
    **{0xB0: "°", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xD0: "∠", 0xD9: "∧", 0xDA: "∨"},
    **{0xDB: "⇔", 0xDE: "⇒", 0xE5: "∑"},
}


@dataclass(slots=True)
class Unseen:
    """How many characters of a document its reader does not see: hidden ones, and those of tracked deletions."""

    hidden: int = 0
    deleted: int = 0


@dataclass(slots=True)
class Text:
    """A paragraph's text as it is put together; `bold` are the stretches of bold type at the start of its lines."""

    styles: WordStyles
    paragraph: TextLook
    unseen: Unseen
    parts: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0
    opens: bool = True
    goes_on: bool = False

    def collect(self, element: _Element) -> None:
        """Append what the runs in an element hold, seen through controls, links, tracked insertions and the like."""
        for one in element:
            tag = local(one.tag)
            if tag == "r":
                self.run(one)
            else:
                self.place(one, tag)

    def run(self, run: _Element) -> None:
        """Append what a run holds, where it is to be seen."""
        seen = self.paragraph
        for one in run:
            tag = local(one.tag)
            if tag == "rPr":
                seen = self.styles.run(look(one), self.paragraph)
            elif seen.hidden:
                self.unseen.hidden += letters(one)
            elif tag == "t":
                self.write(one.text or "", seen.bold)
            elif tag in _BREAKS:
                self.write(_BREAKS[tag], seen.bold)
            elif tag == "sym":
                self.write(_symbol(one), seen.bold)
            else:
                self.place(one, tag)

    def place(self, element: _Element, tag: str) -> None:
        """Append what stands in something around runs, or within one."""
        if tag == "txbxContent":
            self.boxes.append(element)
        elif tag == "AlternateContent":
            self.collect(choice(element))
        elif tag in ("del", "delText"):
            self.unseen.deleted += letters(element)
        elif tag not in SKIPPED:
            self.collect(element)

    def write(self, words: str, bold: bool | None) -> None:
        """Append words, and note whether they are bold type that opens a line; space alone changes nothing."""
        self.parts.append(words)
        self.length += len(words)
        if words.isspace() or not words:
            self.opens |= "\n" in words
            return
        if bold and self.goes_on:
            self.bold[-1] = (self.bold[-1][0], self.length)
        elif bold and self.opens:
            self.bold.append((self.length - len(words), self.length))
        self.goes_on = bool(bold) and (self.goes_on or self.opens)
        self.opens = False

    def lines(self) -> Iterator[tuple[str, int]]:
        """Yield the text, cut where a further line opens in bold type, with how much is bold at each start."""
        text = "".join(self.parts)
        if not self.bold:
            yield text, 0
            return
        ends = {text.rfind("\n", 0, start) + 1: end for start, end in self.bold}
        cuts = sorted({0, *ends})
        for at, to in zip(cuts, [*(cut - 1 for cut in cuts[1:]), len(text)], strict=True):
            yield text[at:to], ends.get(at, at) - at


def letters(element: _Element) -> int:
    """Return how many characters stand in an element, as text or as deleted text."""
    return sum(len(one.text or "") for one in element.iter() if local(one.tag) in ("t", "delText"))


def choice(alternatives: _Element) -> _Element:
    """Return the one of several renderings of the same content that holds text, so that it comes in once."""
    renderings = [one for one in alternatives if local(one.tag) in ("Choice", "Fallback")]
    return next((one for one in renderings if letters(one)), alternatives if not renderings else renderings[0])


def _symbol(element: _Element) -> str:
    """Return the character a symbol font draws for a code, U+FFFD where it is not known."""
    try:
        code = int(value(element, "char"), 16)
    except ValueError:
        return "\ufffd"
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF or code <= 0xFF else None
    font = value(element, "font").casefold()
    table = _SYMBOL if font == "symbol" else _WINGDINGS if font.startswith("wingdings") else {}
    if low is not None and low in table:
        return table[low]
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0x110000 else "\ufffd"

"""The texts of a rich text file as they are put together: its body, and notes, text boxes and running heads apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.drafts import PassageKind
from corpus.importers.writing import MOST_BLANK


class RtfParagraph(NamedTuple):
    """A paragraph or cell; `bold` characters of bold type open it."""

    text: str
    bold: int = 0
    kind: PassageKind = "paragraph"
    parted_by: str = "\n"


@dataclass(slots=True)
class Flow:
    """A text that runs by itself; `in_row` says that its paragraphs stand in a table's row."""

    pieces: list[RtfParagraph] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    lines: list[RtfParagraph] = field(default_factory=list)
    boxes: list[RtfParagraph] = field(default_factory=list)
    length: int = 0
    bold: int = 0
    opens: bool = True
    in_row: bool = False
    cells: int = 0
    blank: int = 0

    def write(self, text: str, bold: bool) -> None:
        """Append to the open paragraph."""
        self.parts.append(text)
        self.length += len(text)
        if not text.isspace():
            self.opens &= bold
            self.bold = self.length if self.opens else self.bold

    def end_paragraph(self, heading: bool = False) -> None:
        """Close the open paragraph, in a row as a line of its cell; its text boxes follow it."""
        line = self._line(heading)
        self.blank = 0 if line.text else self.blank + 1
        if self.blank <= MOST_BLANK:
            (self.lines if self.in_row else self.pieces).append(line)
        (self.lines if self.in_row else self.pieces).extend(self.boxes)
        self.boxes = []

    def end_cell(self) -> None:
        """Close the open cell, which makes a row of what it stands in."""
        self.in_row = True
        self.end_paragraph()
        text = "\n".join(line.text for line in self.lines).strip()
        bold = next((line.bold for line in self.lines if line.text.strip()), 0)
        self.pieces.append(RtfParagraph(text, bold, "cell", "\t" if self.cells else "\n"))
        self.lines = []
        self.cells += 1

    def end_row(self) -> None:
        """Close the row; what stands in it outside any cell is text as well."""
        if self.parts:
            self.end_paragraph()
        self.pieces += self.lines
        self.lines, self.cells, self.in_row = [], 0, False

    def begin_paragraph(self) -> None:
        """Forget that paragraphs stand in a row, where no cell says so too."""
        if not self.cells and not self.lines:
            self.in_row = False

    def end(self) -> list[RtfParagraph]:
        """Close all that is open and return the pieces."""
        self.end_row()
        self.pieces += self.boxes
        self.boxes = []
        return self.pieces

    def said(self) -> Iterator[str]:
        """Yield the lines that are not blank."""
        lines = (line.strip() for piece in self.end() for line in piece.text.split("\n"))
        return (line for line in lines if line)

    def _line(self, heading: bool) -> RtfParagraph:
        line = RtfParagraph("".join(self.parts), self.bold, "heading" if heading and not self.in_row else "paragraph")
        self.parts, self.length, self.bold, self.opens = [], 0, 0, True
        return line

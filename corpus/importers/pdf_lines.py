"""The lines of a PDF's pages as they are written: their words, where they stand, and which characters they are."""

from __future__ import annotations

import ctypes
import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.importers.speaking import openings

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

# pdfium runs on where a line ends in a hyphen, and marks the place by either: the line ends here all the same.
_LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_WORD = re.compile(r"\S+")
_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_WIDE, _ROW = 0.8, 2.5


class Gap(NamedTuple):
    """Room between two words that is wider than a space: where the words before end and those after begin."""

    at: int
    right: float
    left: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line on a page: its text, whose first character is the page's number `first`, and its box in points.

    `bold` characters open it in bold type; a `row` has columns; of one that is `guessed` the font does not say which
    letters it has.
    """

    text: str
    page: int
    first: int
    left: float
    right: float
    bottom: float
    top: float
    bold: int = 0
    gaps: tuple[Gap, ...] = ()
    guessed: bool = False

    @property
    def height(self) -> float:
        """How high its letters are."""
        return self.top - self.bottom

    @property
    def row(self) -> bool:
        """Is there so much room between two words that they stand in columns?"""
        wide = max((gap.left - gap.right for gap in self.gaps), default=0.0)
        return wide > _ROW * self.height and openings.label(self.text) is None

    def tabbed(self) -> PdfLine:
        """Return the line with a tab where its first gap is, as one of the column that begins there."""
        at = self.gaps[0].at
        text = f"{self.text[: at - 1]}\t{self.text[at:]}"
        return replace(self, text=text, left=self.gaps[0].left, gaps=self.gaps[1:])

    def before(self, gap: Gap) -> PdfLine:
        """Return what stands before a gap."""
        text = self.text[: gap.at].rstrip()
        gaps = tuple(one for one in self.gaps if one.at < gap.at)
        return replace(self, text=text, right=gap.right, bold=min(self.bold, len(text)), gaps=gaps)

    def after(self, gap: Gap) -> PdfLine:
        """Return what stands after a gap."""
        gaps = tuple(one._replace(at=one.at - gap.at) for one in self.gaps if one.at > gap.at)
        return replace(
            self,
            text=self.text[gap.at :],
            first=self.first + gap.at,
            left=gap.left,
            bottom=gap.bottom,
            top=gap.top,
            bold=max(0, self.bold - gap.at),
            gaps=gaps,
        )


def lines(page: PdfPage, number: int) -> list[PdfLine]:
    """Return the lines of a page in the order they are written, without what lies off the page."""
    from pypdfium2 import raw

    text_page = page.get_textpage()
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    found = []
    text = _text(text_page)
    for piece in _LINE.finditer(text):
        words = [word.span() for word in _WORD.finditer(text, piece.start(), piece.end())]
        if words:
            line = _line(text, number, raw, text_page, words)
            middle = (line.bottom + line.top) / 2
            if box.bottom <= middle <= box.top and line.left < box.right and line.right > box.left:
                found.append(line)
    text_page.close()
    return found


def _text(text_page: PdfTextPage) -> str:
    """Return a page's text so that its characters have pdfium's numbers."""
    from pypdfium2 import raw

    count = raw.FPDFText_CountChars(text_page)
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer) if count > 0 else 0
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # Characters without a meaning are left out of the text, and some count twice: ask for one at a time.
    return "".join(chr(raw.FPDFText_GetUnicode(text_page, at)) for at in range(count))


def _line(text: str, page: int, raw: Any, text_page: Any, words: list[tuple[int, int]]) -> PdfLine:
    """Put a line together from its words, each given by the numbers of its first character and of what follows it."""
    boxes = []
    for at in (place for start, end in words for place in (start, end - 1)):
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(text_page, at, box)
        boxes.append(box)
    bottom, top = sorted((boxes[0].bottom, boxes[0].top))
    first, end = words[0][0], words[-1][1]
    wide = _WIDE * (top - bottom)
    gaps = tuple(
        Gap(word[0] - first, before.right, after.left, *sorted((after.bottom, after.top)))
        for before, after, word in zip(boxes[1:-1:2], boxes[2::2], words[1:], strict=True)
        if after.left - before.right > wide
    )
    return PdfLine(
        text=text[first:end].replace("\x02", "-").replace("\ufffe", "-"),
        page=page,
        first=first,
        left=min(box.left for box in boxes),
        right=max(box.right for box in boxes),
        bottom=bottom,
        top=top,
        bold=_bold(raw, text_page, words) - first,
        gaps=gaps,
        guessed=raw.FPDFText_HasUnicodeMapError(text_page, first) == 1,
    )


def _bold(raw: Any, text_page: Any, words: list[tuple[int, int]]) -> int:
    """Return the number of the character at which the bold type ends that opens a line."""
    name = (ctypes.c_char * 80)()
    ends = words[0][0]
    for start, end in words:
        written = raw.FPDFText_GetFontInfo(text_page, start, name, 80, None)
        if not written or not _BOLD.search(bytes(name)[: min(written, 80)]):
            break
        ends = end
    return ends


def pictured(document: PdfDocument, index: int) -> float:
    """Return how much of a page is covered by pictures, from 0 to 1 and more where they overlap."""
    from pypdfium2 import PdfiumError, raw

    try:
        page = document[index]
        width, height = page.get_size()
        covered = 0.0
        for found in itertools.islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), 500):
            left, bottom, right, top = found.get_bounds()
            covered += (right - left) * (top - bottom)
    except PdfiumError:
        return 0.0
    return float(covered / max(width * height, 1))

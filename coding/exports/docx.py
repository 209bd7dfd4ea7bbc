"""Reports as a Word document that is fit to print: numbered captions, headings of tables on each page, whole rows.

Tables are put together as text, as python-docx takes minutes for those of thousands of rows.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Mm
from lxml import etree

from coding.exports.archives import filled, undated
from coding.exports.reports import Picture, Report, Section, widths
from coding.exports.sheets import Cell, said, storable
from corpus.errors import ExportFailed

_SIZE, _SMALL = 19, 17  # half points
_LETTER, _BOLD = 0.185, 0.2  # cm that a letter of a table takes, and one of its head
_NARROW, _WIDE = frozenset("fijlrtI.,:;·'’!|()[]"), frozenset("mwMW@%&—…")
_PADDING = 0.4
_HEAD = 3  # lines that a head takes at most where there is room
_APART = 60  # twentieths of a point between a table and its notes
_LONGEST = 22  # letters of a word that is not torn apart
_TIGHT = 1.15  # of the room: letters are reckoned generously, and a table is read best in one piece
_FULL, _SENTENCE = 0.9, 60  # of an upright page that least widths take, and letters of a cell that is read as words
_MOST = 20  # columns side by side; Word itself refuses more than 63
_BREAKS = re.compile(r"[ \t\n\u2003]+")  # where a line may end
_KEPT = re.compile(rb"<!--=(\d+)=-->")  # where a part is put later; no text looks so, as < is escaped
_TALL = 10  # lines
_AT_ONCE = 500  # rows
_SPELT = {"fr": "fr-FR", "en": "en-GB"}
_AGAIN = {"fr": "suite", "en": "continued"}


def body(report: Report, template: Path | None = None) -> bytes:
    """Return the report as a document: a heading, paragraphs and a table for each section.

    A template gives styles, margins, head and foot; its own text is left out. Raises `ExportFailed` where it can't be
    read.
    """
    document = _opened(template) if template is not None else _plain()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = storable(report.title)[:255], "", ""
    properties.created = properties.modified = datetime(2000, 1, 1)  # the same content makes the same file
    properties.language = report.language
    _spell(document, report.spelling or report.language)
    _say(document, report.title, "Title")
    later = _Later()
    for number, (section, caption) in enumerate(zip(report.sections, report.captions(), strict=True)):
        _turn(document, _led_to(report.sections[number:]))
        _add(document, report, section, caption, later)
    stream = io.BytesIO()
    document.save(stream)
    return undated(filled(stream.getvalue(), "word/document.xml", later.filled))


class _Later(list[Iterable[str]]):
    """What is written as text when the file is: thousands of rows as a tree take ten times as much memory."""

    def put(self, document: Any, xml: Iterable[str]) -> None:
        """Keep the place of XML at the end of a document."""
        document.element.body.insert_element_before(etree.Comment(f"={len(self)}="), "w:sectPr")
        self.append(xml)

    def filled(self, body: bytes) -> Iterator[bytes]:
        """Yield the document with each part where its place was kept."""
        for n, piece in enumerate(_KEPT.split(body)):
            if n % 2:
                rows = iter(self[int(piece)])
                while some := list(islice(rows, _AT_ONCE)):
                    yield "".join(some).encode()
            else:
                yield piece


def _plain() -> Any:
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    return document


def _opened(template: Path) -> Any:
    """Return a template without its text; the last paragraph of settings stays, in which its page is described."""
    try:
        document = Document(str(template))
        inside = document.element.body
        for child in list(inside):
            if child.tag != qn("w:sectPr"):
                inside.remove(child)
    except Exception as error:  # python-docx raises whatever the file makes it
        raise ExportFailed("{name} can't be read as a Word document (.docx).", name=template.name) from error
    return document


def _spell(document: Any, language: str) -> None:
    """Say in which language Word checks the spelling."""
    styles, spelt = document.styles.element, _SPELT.get(language, language)
    for one in styles.iter(qn("w:lang")):
        one.set(qn("w:val"), spelt)
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None and defaults.find(qn("w:lang")) is None:
        one = OxmlElement("w:lang")
        one.set(qn("w:val"), spelt)
        defaults.append(one)


def _style(document: Any, name: str, kind: Any = WD_STYLE_TYPE.PARAGRAPH) -> Any:
    """Return the style that Word knows by this name; None where a template has none."""
    return next((one for one in document.styles if one.name.casefold() == name.casefold() and one.type == kind), None)


def _say(document: Any, text: str, style: str = "Normal") -> None:
    found = _style(document, style)
    paragraph = document.add_paragraph(storable(text), style=found)
    if found is None:
        paragraph.runs[0].bold = True


def _led_to(sections: Sequence[Section]) -> Section | None:
    """Return the table, or picture, that a section is, or that headings alone lead to; None where words come first."""
    return next((one for one in sections if one.columns or one.paragraphs or one.picture is not None), None)


def _add(document: Any, report: Report, section: Section, caption: str, later: _Later) -> None:
    if section.heading:
        _say(document, section.heading, f"Heading {section.level}")
    for paragraph in section.paragraphs:
        _say(document, paragraph)
    if section.picture is not None:
        _draw(document, section.picture)
    if caption:
        later.put(document, [_caption(document, report.numbered(section), caption)])
    if section.columns:
        _tabulate(document, report, section, later)
    if section.columns or section.picture is not None:
        for number, note in enumerate(section.notes):
            last = number == len(section.notes) - 1
            later.put(document, [_paragraph(note, size=_SMALL, before=0 if number else _APART, kept=not last)])
        document.add_paragraph()


def _draw(document: Any, picture: Picture) -> None:
    """Put a picture on a line of its own, no wider than the page, with what is said in its place."""
    page = document.sections[-1]
    room = Length(min(page.page_width, page.page_height) - page.left_margin - page.right_margin)
    run = document.add_paragraph().add_run()
    shape = run.add_picture(io.BytesIO(picture.png()), width=min(Mm(picture.width), _room(page), room))
    shape._inline.docPr.set("descr", storable(picture.alt))
    run._r.getparent().get_or_add_pPr().append(OxmlElement("w:keepNext"))


def _tabulate(document: Any, report: Report, section: Section, later: _Later) -> None:
    for number, piece in enumerate(_pieces(section, _room(document.sections[-1]).cm)):
        if number:
            later.put(document, [_paragraph(f"({_AGAIN.get(report.language, _AGAIN['en'])})", size=_SIZE, kept=True)])
        later.put(document, _table(document, piece, report.language))


def _least(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[float]:
    """Return how many cm each column needs at least, so that no word is torn apart."""
    least = [_longest(column) * _BOLD for column in columns]
    for row in rows[:200]:
        for n, cell in enumerate(row):
            least[n] = max(least[n], _longest(cell if isinstance(cell, str) else said(cell, "fr")) * _LETTER)
    return [one + _PADDING for one in least]


def _longest(text: str) -> float:
    """Return how many common letters the longest word is wide, as far as it is not torn apart."""
    return max((sum(map(_broad, word[:_LONGEST])) for word in _BREAKS.split(text)), default=0.0)


def _broad(letter: str) -> float:
    return 0.6 if letter in _NARROW else 1.6 if letter in _WIDE else 1.25 if letter.isupper() else 1.0


def _room(page: Any) -> Length:
    return Length(page.page_width - page.left_margin - page.right_margin)


def _turn(document: Any, section: Section | None) -> None:
    """Lay the page on its side for a table that is too wide for it, and put it upright again after that."""
    if section is None or not (section.columns or section.picture is not None):
        return
    page = document.sections[-1]
    wide = page.page_width > page.page_height
    upright = Length(min(page.page_width, page.page_height) - page.left_margin - page.right_margin)
    share = _FULL if _wordy(section) else 1.0
    if wide == (sum(_least(section.columns, section.rows)[:_MOST]) > upright.cm * share):
        return
    before = len(document.element.body) > 2  # more than the title and the page itself
    last = document.element.body[-2] if before else None
    if last is not None and last.tag == qn("w:p") and not len(last):
        document.element.body.remove(last)  # an empty line that may be all a page would hold
    turned = document.add_section(WD_SECTION.NEW_PAGE) if before else page
    turned.orientation = WD_ORIENT.PORTRAIT if wide else WD_ORIENT.LANDSCAPE
    turned.page_width, turned.page_height = page.page_height, page.page_width


def _wordy(section: Section) -> bool:
    """Say whether a table has sentences, which take many lines where hardly more than the longest word has room."""
    return any(isinstance(cell, str) and len(cell) > _SENTENCE for row in section.rows[:200] for cell in row)


def _pieces(section: Section, room: float) -> Iterable[Section]:
    """Cut a table with more columns than stand beside each other in so many cm, into pieces of about equal columns.

    The first column stands in each piece.
    """
    least, number = _least(section.columns, section.rows), len(section.columns) - 1
    least = [min(one, room / 3) for one in least]
    free = max(room * _TIGHT - least[0], room / 2)
    pieces = max(math.ceil(sum(least[1:]) / free), math.ceil(number / (_MOST - 1)), 1)
    ends = [1 + round(n * number / pieces) for n in range(pieces + 1)]
    for low, high in pairwise(ends):
        columns = section.columns[:1] + section.columns[low:high]
        rows = tuple(row[:1] + row[low:high] for row in section.rows)
        yield Section("", (), columns, rows, joined=section.joined)


def _caption(document: Any, numbered: str, caption: str) -> str:
    """Return a caption whose number is a field, so that Word counts on when the table stands in an article."""
    number, rest = _split(caption[len(numbered) + 1 :])
    style = _style(document, "Caption")
    look = f'<w:pStyle w:val="{escape(style.style_id)}"/>' if style is not None else ""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> SEQ {numbered} \\* ARABIC </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{number}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f"<w:p {nsdecls('w')}><w:pPr>{look}<w:keepNext/></w:pPr>{_run(numbered + chr(0xA0))}{field}{_run(rest)}</w:p>"
    )


def _split(text: str) -> tuple[str, str]:
    end = next(n for n, letter in enumerate(text) if not letter.isdigit())
    return text[:end], text[end:]


def _run(text: str, look: str = "") -> str:
    said = escape(storable(text)).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">').replace("\r", " ")
    return f'<w:r>{look}<w:t xml:space="preserve">{said}</w:t></w:r>'


def _paragraph(
    text: str,
    *,
    size: int,
    bold: bool = False,
    right: bool = False,
    inside: bool = False,
    before: int = 0,
    kept: bool = False,
) -> str:
    """Return a paragraph, `inside` a table or outside; one that is `kept` stands on the page of what follows."""
    spaces = f'<w:spacing w:before="{before}" w:after="0"/>' + ('<w:jc w:val="right"/>' if right else "")
    spaces = ("<w:keepNext/>" if kept else "") + spaces
    look = f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    name = "" if inside else f" {nsdecls('w')}"
    return f"<w:p{name}><w:pPr>{spaces}</w:pPr>{_run(text, look) if text else ''}</w:p>"


def _table(document: Any, section: Section, language: str) -> Iterator[str]:
    """Return a table row by row, fitted to the page as it is now."""
    room = int(_room(document.sections[-1]).twips)
    sizes = [int(share * room) for share in _fitted(section, room)]
    style = _style(document, "Table Grid", WD_STYLE_TYPE.TABLE)
    look = f'<w:tblStyle w:val="{escape(style.style_id)}"/>' if style is not None else ""
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    head = _row([(column, 1) for column in section.columns], sizes, language, head=True, kept=True)
    # No row stands alone at the foot of a page but a tall one, nor the notes at the head of the next.
    last = len(section.rows) - 1
    rows = (
        _row(row, sizes, language, kept=n == last or (n == 0 and not _tall(row, sizes)))
        for n, row in enumerate(section.laid())
    )
    begun = (
        f'<w:tbl {nsdecls("w")}><w:tblPr>{look}<w:tblW w:w="{sum(sizes)}" w:type="dxa"/>{_LINES}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    return chain((begun, head), rows, ("</w:tbl>",))


def _tall(row: Sequence[tuple[Cell, int]], sizes: Sequence[int]) -> bool:
    """Say whether a row has so many lines that it fills a good part of a page."""
    letters = (
        Cm(len(cell) * _LETTER).twips / size
        for (cell, _), size in zip(row, sizes, strict=True)
        if isinstance(cell, str)
    )
    return max(letters, default=0.0) > _TALL


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = (
    "<w:tblBorders>"
    + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)
    + "</w:tblBorders>"
)


def _fitted(section: Section, room: int) -> list[float]:
    """Return the share of each column: what its longest word needs, and of the rest by how much there is to read."""
    least = [Cm(size).twips / room for size in _least(section.columns, section.rows)]
    if (needed := sum(least)) >= 1:
        return [one / needed for one in least]
    heads = (Cm(len(column) / _HEAD * _BOLD).twips / room for column in section.columns)
    wanted = map(max, widths(section.columns, section.rows), heads)
    more = [max(want - need, 0.0) for want, need in zip(wanted, least, strict=True)]
    spare = (1 - needed) / (sum(more) or 1)
    return [need + extra * spare for need, extra in zip(least, more, strict=True)]


def _row(
    cells: Sequence[tuple[Cell, int]], sizes: Sequence[int], language: str, *, head: bool = False, kept: bool = False
) -> str:
    parts = [f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"]
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' if head else ""
    for (cell, taken), size in zip(cells, sizes, strict=True):
        merged = "<w:vMerge/>" if taken == 0 else '<w:vMerge w:val="restart"/>' if taken > 1 else ""
        number = isinstance(cell, int | float)
        lines = said(cell, language).split("\n") if taken else [""]
        words = "".join(_paragraph(one, size=_SIZE, bold=head, right=number, inside=True, kept=kept) for one in lines)
        parts.append(f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{merged}{shade}</w:tcPr>{words}</w:tc>')
    return "".join([*parts, "</w:tr>"])

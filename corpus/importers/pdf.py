"""PDF: the characters of each page put together into lines, the lines into paragraphs; what is no text left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from corpus.drafts import Note
from corpus.errors import ImportFailed
from corpus.importers import pdf_lines, safety
from corpus.importers.pdf_lines import PdfLine
from corpus.importers.pdf_pages import PdfBody, body
from corpus.importers.pdf_paragraphs import Paragraph, notes, paragraphs
from corpus.importers.pdf_remarks import remarks
from corpus.importers.pdf_sense import meaningless
from corpus.importers.reading import FileReading, Options
from corpus.importers.writing import Writing, tidied
from corpus.places import PlacedLine, packed

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# The longest books have a third of these; a page tree that holds itself has as many as it likes.
MOST_PAGES = 5000
_SCANTY, _MOSTLY = 100, 0.4


@dataclass(slots=True)
class _Pages:
    """The lines of each page, what was remarked on it, and the numbers of those that are pictures."""

    lines: list[list[PdfLine]] = field(default_factory=list)
    remarks: list[tuple[str, int]] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read a PDF; passages know their page, and each line which characters of its page it is.

    Running heads and numbers of pages and lines are left out; notes in the margin and remarks stand at the end.
    """
    safety.check_kind(path, data, "pdf")
    document = _open(path, data, options.password)
    try:
        pages = _Pages()
        for index in range(len(document)):
            options.progress(index, len(document), path.name)
            _read_page(document, index, pages)
    finally:
        document.close()
    reading = _written(pages, body(pages.lines))
    if not reading.text.strip():
        raise _without_text(path, pages)
    return reading


def _open(path: Path, data: bytes, password: str | None) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError, raw

    try:
        document = PdfDocument(data, password=password)
    except PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == raw.FPDF_ERR_PASSWORD and password:
            raise ImportFailed(path, "The password does not open {name}.", name=path.name) from error
        if code == raw.FPDF_ERR_PASSWORD:
            raise ImportFailed(
                path, "{name} is protected by a password: give it to open it.", name=path.name
            ) from error
        raise ImportFailed(path, "{name} is damaged or cut short.", name=path.name) from error
    count = len(document)
    if 0 < count <= MOST_PAGES:
        return document
    document.close()
    if count == 0:
        raise ImportFailed(path, "{name} has no pages.", name=path.name)
    raise ImportFailed(
        path, "{name} has {count} pages, more than a document can have: split it.", name=path.name, count=count
    )


def _read_page(document: PdfDocument, index: int, pages: _Pages) -> None:
    from pypdfium2 import PdfiumError

    found: list[PdfLine] = []
    try:
        page = document[index]
        found = pdf_lines.lines(page, index + 1)
        pages.remarks += ((said, index + 1) for said in remarks(page))
        page.close()
    except PdfiumError:
        pass  # said to be without text
    pages.lines.append(found)
    letters = sum(len(line.text) for line in found)
    if letters < _SCANTY and pdf_lines.pictured(document, index) > (_MOSTLY if letters else 0):
        pages.pictures.append(index + 1)


def _without_text(path: Path, pages: _Pages) -> ImportFailed:
    if pages.pictures:
        return ImportFailed(
            path, "{name} holds pictures of pages and no text: run text recognition (OCR) on it first.", name=path.name
        )
    if any(pages.lines):
        return ImportFailed(
            path, "{name} does not say which letters it holds: run text recognition (OCR) on it first.", name=path.name
        )
    return ImportFailed(path, "{name} holds no text.", name=path.name)


def _written(pages: _Pages, found: PdfBody) -> FileReading:
    writing = Writing()
    places: list[PlacedLine] = []
    for paragraph in paragraphs(found.lines):
        writing.add(paragraph.text, paragraph.kind, page=paragraph.page, bold=paragraph.bold)
        places += _places(writing, paragraph)
    for paragraph in notes(found.margin):
        writing.add(paragraph.text, "note", page=paragraph.page)
        places += _places(writing, paragraph)
    for said, page in pages.remarks:
        writing.add(said, "note", page=page)
    return FileReading(writing.text, writing.blocks, notes=tuple(_told(pages, found)), places=packed(places))


def _places(writing: Writing, paragraph: Paragraph) -> Iterator[PlacedLine]:
    """Yield where each line of the paragraph just written stands, as it was tidied."""
    start = writing.length - len(writing.parts[-1])
    plain = writing.parts[-1] == paragraph.text

    def at(offset: int) -> int:
        return start + (offset if plain else len(tidied(paragraph.text[:offset])))

    for run in paragraph.runs:
        begins = at(run.start)
        yield PlacedLine(begins, at(run.start + run.length) - begins, run.line.page, run.line.first)


def _told(pages: _Pages, found: PdfBody) -> Iterator[Note]:
    """Yield what the person should know: pages that are not read well, and what was left out."""
    empty = [number for number, lines in enumerate(pages.lines, 1) if not lines and number not in pages.pictures]
    odd = [number for number, lines in enumerate(pages.lines, 1) if meaningless(lines)]
    if pages.pictures:
        yield _on_pages("Pages that are pictures, to be put through text recognition (OCR): {pages}.", pages.pictures)
    if odd:
        yield _on_pages("Pages whose letters make no words, as their fonts do not say which they are: {pages}.", odd)
    if empty:
        yield _on_pages("No text was found on page {pages}.", empty)
    if found.heads:
        heads = shorten(" · ".join(found.heads), 200)
        yield Note("Running heads and feet were left out: “{heads}”.", {"heads": heads})
    if found.numbers:
        yield Note("Page numbers that were left out: {count}.", {"count": found.numbers})
    if found.numbered:
        yield Note("Pages whose line numbers were left out: {pages}.", {"pages": _ranges(found.numbered)})


def _on_pages(sentence: str, pages: Sequence[int]) -> Note:
    return Note(sentence, {"pages": _ranges(pages)}, doubt=True)


def _ranges(numbers: Iterable[int]) -> str:
    """Return numbers in order as a person writes them: `1, 4–7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("–".join(map(str, run)) for run in runs)

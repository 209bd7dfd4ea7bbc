"""PDF: the characters of each page put together into lines, the lines into paragraphs; what is no text left out."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.drafts import Note, PassageKind
from corpus.errors import ImportFailed
from corpus.importers import safety
from corpus.importers.reading import Options, Reading
from corpus.importers.speaking import openings, roles
from corpus.importers.writing import Writing

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_NUMBER = re.compile(r"\W*(?:p\.|pp\.|page)?\s*\W*(\d{1,4})\s*(?:(?:/|sur|of|de|\||-)\s*\d{1,4})?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!…:;»”\"][)\]]*\Z")
_HYPHEN = re.compile(r"[-\xad‐]\Z")
_KEEP_HYPHEN = frozenset(
    (
        "je",
        "tu",
        "il",
        "elle",
        "on",
        "nous",
        "vous",
        "ils",
        "elles",
        "ce",
        "ci",
        "là",
        "moi",
        "toi",
        "lui",
        "leur",
        "leurs",
        "le",
        "la",
        "les",
        "y",
        "en",
        "même",
        "mêmes",
        "être",
        "peut",
        "dire",
        "vous",
        "t",
    )
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line on a page: its text and its box in points, from the page's lower left corner; a `row` has columns."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    row: bool = False

    @property
    def height(self) -> float:
        return self.top - self.bottom


def read(path: Path, data: bytes, options: Options) -> Reading:
    """Read a PDF; passages know their page. Running heads, page numbers and line numbers are left out."""
    safety.check_kind(path, data, "pdf")
    document = _open(path, data, options.password)
    try:
        pages: list[list[_Line]] = []
        for index in range(len(document)):
            options.progress(index, len(document), path.name)
            pages.append(_lines(document, index))
        if not any(pages):
            _refuse_without_text(path, document)
    finally:
        document.close()
    silent = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    notes = (Note("No text was found on page {pages}.", {"pages": ", ".join(silent)}, doubt=True),) if silent else ()
    writing = Writing()
    body = _body(pages)
    for kind, text, page in _paragraphs(body):
        writing.add(text, kind, page=page)
    return Reading(writing.text, writing.blocks, notes=notes)


def _open(path: Path, data: bytes, password: str | None) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError, raw

    try:
        document = PdfDocument(data, password=password)
        if len(document) == 0:
            document.close()
            raise ImportFailed(path, "{name} has no pages.", name=path.name)
        return document
    except PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == raw.FPDF_ERR_PASSWORD and password:
            raise ImportFailed(path, "The password does not open {name}.", name=path.name) from error
        if code == raw.FPDF_ERR_PASSWORD:
            raise ImportFailed(
                path, "{name} is protected by a password: give it to open it.", name=path.name
            ) from error
        raise ImportFailed(path, "{name} is damaged or cut short.", name=path.name) from error


def _refuse_without_text(path: Path, document: PdfDocument) -> None:
    from pypdfium2 import PdfiumError, raw

    images = False
    for index in range(min(len(document), 20)):
        try:
            images |= any(True for _ in document[index].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
        except PdfiumError:
            continue
    if images:
        raise ImportFailed(
            path, "{name} holds pictures of pages and no text: run text recognition (OCR) on it first.", name=path.name
        )
    raise ImportFailed(path, "{name} holds no text.", name=path.name)


def _lines(document: PdfDocument, index: int) -> list[_Line]:
    """Return the lines of a page in the order they are written, without what lies off the page."""
    from pypdfium2 import PdfiumError, raw

    try:
        page = document[index]
        text_page = page.get_textpage()
    except PdfiumError:
        return []
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    lines = []
    text: list[str] = []
    words: list[tuple[int, int]] = []
    count = raw.FPDFText_CountChars(text_page)
    for at in range(count + 1):
        char = chr(raw.FPDFText_GetUnicode(text_page, at)) if at < count else "\n"
        if char not in "\r\n":
            if not char.isspace():
                joined = bool(words) and words[-1][1] == at - 1
                words[-1:] = [(words[-1][0], at)] if joined else [*words[-1:], (at, at)]
            # pdfium runs on where a line ends in a hyphen, and marks the place: the line ends here all the same.
            broken = char in "\x02\ufffe"
            text.append("-" if broken else char)
            if not broken:
                continue
        if words:
            line = _line("".join(text).strip(), index + 1, raw, text_page, words)
            middle = (line.bottom + line.top) / 2
            if box.bottom <= middle <= box.top and line.left < box.right and line.right > box.left:
                lines.append(line)
        text, words = [], []
    text_page.close()
    page.close()
    return lines


def _line(text: str, page: int, raw: Any, text_page: Any, words: Sequence[tuple[int, int]]) -> _Line:
    """Put a line together from its words, each given by the numbers of its first and last character."""
    boxes = []
    for at in (place for word in words for place in word):
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(text_page, at, box)
        boxes.append(box)
    bottom, top = sorted((boxes[0].bottom, boxes[0].top))
    gaps = [after.left - before.right for before, after in zip(boxes[1::2], boxes[2::2])]
    row = max(gaps, default=0.0) > 2.5 * (top - bottom) and openings.label(text) is None
    return _Line(text, page, min(box.left for box in boxes), max(box.right for box in boxes), bottom, top, row)


def _body(pages: list[list[_Line]]) -> list[_Line]:
    """Return the lines of all pages without line numbers, page numbers and running heads."""
    pages = [_without_line_numbers(lines) for lines in pages]
    for edge in (max, min):
        for _ in range(3):
            outer = [edge(lines, key=lambda line: line.bottom) if len(lines) > 1 else None for lines in pages]
            counts = Counter(_key(line.text) for line in outer if line)
            often = {key for key, count in counts.items() if count >= 2 and count >= 0.4 * len(pages)}
            dropped = {id(line) for line in outer if line and (_key(line.text) in often or _is_page_number(line))}
            if not dropped:
                break
            pages = [[line for line in lines if id(line) not in dropped] for lines in pages]
    return [line for lines in pages for line in lines]


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _is_page_number(line: _Line) -> bool:
    found = _NUMBER.fullmatch(line.text)
    return found is not None and int(found[1]) == line.page


def _without_line_numbers(lines: list[_Line]) -> list[_Line]:
    words = [line for line in lines if not line.text.isdecimal()]
    if not words:
        return lines
    edge = sorted(line.left for line in words)[len(words) // 10]
    numbers = {id(line) for line in lines if line.text.isdecimal() and line.right < edge}
    return [line for line in lines if id(line) not in numbers] if len(numbers) > 2 else lines


def _paragraphs(lines: Sequence[_Line]) -> Iterator[tuple[PassageKind, str, int]]:
    """Yield kind, text and first page of each paragraph."""
    if not lines:
        return
    words = Counter(re.findall(r"\w+(?:-\w+)*", " ".join(line.text for line in lines).casefold()))
    usual = Counter(round(line.height * 2) for line in lines for _ in line.text).most_common(1)[0][0] / 2
    pitch = _pitch(lines)
    labels = Counter(label for line in lines if (label := openings.label(line.text)))
    group: list[_Line] = []
    for at, line in enumerate(lines):
        label = openings.label(line.text)
        spoken = label is not None and (labels[label] > 2 or roles.named(label) is not None)
        if group and (spoken or _begins(lines, at, pitch, len(group) == 1)):
            yield _joined(group, words, usual)
            group = []
        group.append(line)
    yield _joined(group, words, usual)


def _pitch(lines: Sequence[_Line]) -> float:
    """Return the usual distance from line to line in a paragraph: the smallest that is common."""
    steps = [a.bottom - b.bottom for a, b in itertools.pairwise(lines) if a.page == b.page]
    heights = sorted(line.height for line in lines)
    near = sorted(step for step in steps if 0.5 * heights[0] < step < 2.2 * heights[-1])
    common = Counter(round(step) for step in near)
    enough = max(common.values(), default=0) * 0.2
    return min((step for step, count in common.items() if count >= enough), default=heights[len(heights) // 2] * 1.2)


def _begins(lines: Sequence[_Line], at: int, pitch: float, after_first: bool) -> bool:
    """Does line `at` begin a paragraph? `after_first` says that the line before began one."""
    before, line = lines[at - 1], lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    if line.row or before.row or abs(line.height - before.height) > 0.15 * max(line.height, before.height, 1):
        return True
    step = before.bottom - line.bottom
    room = _room(lines, at - 1)
    if line.page != before.page or step < -0.5 * pitch:
        return _SENTENCE_END.search(before.text) is not None or _would_fit(before, line, room)
    if step > 1.4 * pitch or _would_fit(before, line, room):
        return True
    indent = 0.8 * line.height
    if line.left > before.left + indent:
        return following is None or following.left < line.left - indent
    return line.left < before.left - indent and not after_first


def _room(lines: Sequence[_Line], at: int) -> float:
    """Return where the lines near line `at` end at the right, in its column."""
    line = lines[at]
    near = lines[max(0, at - 15) : at + 16]
    return max(other.right for other in near if other.left < line.right and other.page == line.page)


def _would_fit(before: _Line, line: _Line, room: float) -> bool:
    """Would the first word of `line` have found room on the line before, or is that too short for a column?"""
    word = line.text.split(maxsplit=1)[0]
    letter = (before.right - before.left) / max(len(before.text), 1)
    return len(before.text) < 15 or before.right + (len(word) + 3) * letter < room


def _joined(group: Sequence[_Line], words: Counter[str], usual: float) -> tuple[PassageKind, str, int]:
    text = group[0].text
    for line in group[1:]:
        text = _glued(text, line.text, words)
    heading = group[0].height >= 1.2 * usual and len(text) < 150 and len(group) < 4
    return ("heading" if heading else "paragraph"), text, group[0].page


def _glued(text: str, following: str, words: Counter[str]) -> str:
    """Join two lines: by a space, or without the hyphen that broke a word, unless the word has it elsewhere too."""
    if not _HYPHEN.search(text) or not following[:1].isalpha():
        return f"{text} {following}"
    left = re.findall(r"[\w-]*\Z", text[:-1].casefold())[0]
    right = re.findall(r"\A\w+", following.casefold())[0]
    compound = words[f"{left}-{right}"] > words[left + right] or right in _KEEP_HYPHEN
    if compound or following[0].isupper() or not left:
        return f"{text[:-1]}-{following}"
    return text[:-1] + following

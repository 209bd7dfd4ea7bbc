"""Drawing a coded transcript on a printer, a preview or a PDF: pages, stripes with numbers and names, the legend."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
)

from app.eliding import first_words, in_words
from app.paper.pages import PAPER, Bar, PageLine, Pages
from app.reader.theme import colour_of, legible
from coding.exports.transcripts import PrintedCode, Transcript
from corpus.progress import Progress, silent

_MARGIN_MM = 15.0
_HEAD, _TITLE = 30, 58  # pixels left free above each page, and for the title of the first
_SLIP = 2  # lines by which a name may stand below its stripe's top
_SPOT = 9.0
_LAYING, _PARTS = 0.6, 1_000  # how much of the time goes by before the first page is drawn; the parts told
_LEGEND, _COUNTS = 48, 56  # pixels before the names of the legend, and behind them


class _PageWords(NamedTuple):
    page: str
    counted: str
    whole: str
    legend: str


_WORDS = {
    "fr": _PageWords(
        "{page} / {pages}",
        "codages\u00a0: {codings} · codes\u00a0: {codes}",
        "Sur tout le document\u00a0: {codes}",
        "Légende",
    ),
    "en": _PageWords(
        "{page} / {pages}", "codings: {codings} · codes: {codes}", "On the whole document: {codes}", "Legend"
    ),
}


def resolution() -> int:
    """Return the screen's dots per inch: laid out for it, lines break on paper as they were measured."""
    screen = QGuiApplication.primaryScreen()
    return round(screen.logicalDotsPerInchY()) if screen is not None else 96


def page_layout() -> QPageLayout:
    """Return the page that is printed on unless another is chosen: A4 upright."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


def save_pdf(transcript: Transcript, path: Path, *, progress: Progress = silent) -> int:
    """Write a transcript as a PDF and return the number of pages; an application of Qt's must run."""
    from coding.exports.saving import refusing

    with refusing(path), closing(saving(transcript, path)) as steps:
        while True:
            try:
                progress(round(next(steps) * _PARTS), _PARTS, "")
            except StopIteration as end:
                return int(end.value)


def saving(transcript: Transcript, path: Path) -> Generator[float, None, int]:
    """Write a transcript as a PDF in steps, each of which says how much is done, from 0 to 1; return how many pages."""
    import tempfile

    # Drawn beside it first: what is cancelled or fails half-way leaves no half of a file.
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".print") as folder:
        drawn = Path(folder) / path.name
        total = yield from _writing(transcript, drawn)
        drawn.replace(path)
    return total


def _writing(transcript: Transcript, path: Path) -> Generator[float, None, int]:
    writer = QPdfWriter(str(path))
    writer.setResolution(resolution())
    writer.setPageLayout(page_layout())
    writer.setTitle(transcript.name)
    writer.setCreator("Verbatim")
    pages, total = on_sheets(transcript, sheet(writer)), 0
    for share in pages.lay():
        yield share * _LAYING
    for share in draw(pages, writer):
        total += 1
        yield _LAYING + share * (1 - _LAYING)
    return total


def sheet(device: QPagedPaintDevice) -> QSize:
    """Return what can be printed on of a page of a device, in pixels of the screen's resolution."""
    return device.pageLayout().paintRectPixels(resolution()).size()


def on_sheets(transcript: Transcript, sheet: QSize) -> Pages:
    """Return a transcript to be laid out for pages of that size."""
    window = QFont(QGuiApplication.font())
    window.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # letters stand where they were measured
    return Pages(transcript, sheet.width(), sheet.height() - _HEAD, _TITLE, window)


def draw(pages: Pages, device: QPagedPaintDevice) -> Iterator[float]:
    """Draw on a device what was laid out for its sheets, a page a step, each of which says how much is done."""
    transcript, width = pages.transcript, pages.columns.end
    legend = _Legend(transcript, pages, width, pages.height)
    total = len(pages.cuts) + legend.count
    painter = QPainter(device)
    try:
        for page in range(total):
            if page:
                device.newPage()
            _draw_head(painter, transcript, width, page, total, pages)
            painter.save()
            painter.translate(0, _HEAD)
            if page < len(pages.cuts):
                _draw_page(painter, pages, page)
            else:
                legend.draw(painter, page - len(pages.cuts))
            painter.restore()
            yield (page + 1) / total
    finally:
        painter.end()


def _draw_head(painter: QPainter, transcript: Transcript, width: int, page: int, total: int, pages: Pages) -> None:
    said, small = _WORDS.get(transcript.language, _WORDS["en"]), pages.type.small
    measure = QFontMetricsF(small)
    number = said.page.format(page=page + 1, pages=total)
    painter.setFont(small)
    painter.setPen(colour_of(PAPER.muted))
    right = width - measure.horizontalAdvance(number)
    painter.drawText(QPointF(right, measure.ascent()), number)
    name = in_words(transcript.name, right - 24, measure.horizontalAdvance)
    painter.drawText(QPointF(0, measure.ascent()), name)
    painter.fillRect(QRectF(0, _HEAD - 12, width, 0.75), colour_of(PAPER.rule))


def _draw_title(painter: QPainter, pages: Pages) -> None:
    transcript, type_ = pages.transcript, pages.type
    said = _WORDS.get(transcript.language, _WORDS["en"])
    title, width = QFont(type_.heading), pages.columns.end
    title.setPointSizeF(15)
    measure, small = QFontMetricsF(title), QFontMetricsF(type_.small)
    _draw_heading(painter, title, in_words(transcript.name, width, measure.horizontalAdvance))
    lines = [
        said.counted.format(codings=len(transcript.codings) + len(transcript.wholes), codes=len(transcript.legend))
    ]
    lines += [said.whole.format(codes=", ".join(transcript.wholes))] if transcript.wholes else []
    painter.setFont(type_.small)
    painter.setPen(colour_of(PAPER.muted))
    for n, line in enumerate(lines):
        y = measure.height() + 4 + n * (type_.line + 2) + small.ascent()
        painter.drawText(QPointF(0, y), first_words(line, width, small.horizontalAdvance))


def _draw_heading(painter: QPainter, font: QFont, text: str) -> None:
    """Draw a line at the top, laid out as the body is."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    painter.setPen(colour_of(PAPER.text))
    layout.draw(painter, QPointF(0, 0))


def _draw_page(painter: QPainter, pages: Pages, page: int) -> None:
    if page == 0:
        _draw_title(painter, pages)
    top = pages.top(page)
    for line in pages.on(page):
        _draw_line(painter, pages, line, line.top - top)
    bars = pages.bars(page)
    width = pages.lane_width(bars)
    for bar in bars:
        _draw_bar(painter, pages, bar, width)
    _draw_names(painter, pages, bars)


def _draw_line(painter: QPainter, pages: Pages, line: PageLine, y: int) -> None:
    """Draw a line of text where it stands, and beside the first of a turn its number and who speaks."""
    laid, columns, type_ = line.laid, pages.columns, pages.type
    painter.setPen(colour_of(PAPER.text))
    laid.layout.lineAt(line.number).draw(painter, QPointF(columns.text, y - laid.tops[line.number]))
    if (turn := line.opens) is None:
        return
    measure = QFontMetricsF(type_.small)
    painter.setFont(type_.small)
    painter.setPen(colour_of(PAPER.muted))
    number = str(turn.number)
    painter.drawText(QPointF(type_.digits - measure.horizontalAdvance(number), y + type_.ascent), number)
    if turn.speaker:
        painter.setPen(colour_of(PAPER.muted if turn.role == "interviewer" else PAPER.accent))
        name = in_words(turn.speaker, columns.speaker_width, measure.horizontalAdvance)
        painter.drawText(QPointF(columns.speaker, y + type_.ascent), name)


def _numbers(pages: Pages) -> QFont:
    font = QFont(pages.type.small)
    font.setPointSizeF(6.0)
    return font


def _draw_bar(painter: QPainter, pages: Pages, bar: Bar, width: float) -> None:
    """Draw a stripe with the number of its code at its top."""
    code = pages.transcript.legend[bar.coding.code]
    left, ink = pages.columns.stripes + bar.lane * width, colour_of(legible(code.colour, PAPER))
    painter.fillRect(QRectF(left, bar.top, min(3.0, width / 2), max(3.0, bar.bottom - bar.top)), ink)
    font = _numbers(pages)
    measure = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(colour_of(PAPER.text))
    painter.drawText(QPointF(left + min(4.0, width / 2 + 1), bar.top + measure.ascent()), str(code.number))


def _draw_names(painter: QPainter, pages: Pages, bars: Sequence[Bar]) -> None:
    """Write the names of codes beside their stripes, as far as there is room; the legend has all."""
    type_, columns, legend = pages.type, pages.columns, pages.transcript.legend
    measure, free = QFontMetricsF(type_.small), 0.0
    painter.setFont(type_.small)
    painter.setPen(colour_of(PAPER.muted))
    for bar in sorted(bars, key=lambda bar: (bar.top, bar.lane)):
        top = max(bar.top, free)
        if top - bar.top > _SLIP * type_.line or top + type_.line > pages.height:
            continue
        code = legend[bar.coding.code]
        name = in_words(f"{code.number} {code.name}", columns.end - columns.names, measure.horizontalAdvance)
        painter.drawText(QPointF(columns.names, top + measure.ascent()), name)
        free = top + type_.line


class _Legend:
    """The codes of a transcript by number, each with its colour and how often it is there, on pages of its own."""

    def __init__(self, transcript: Transcript, pages: Pages, width: int, height: int) -> None:
        self._pages, self._width, self._words = pages, width, _WORDS.get(transcript.language, _WORDS["en"])
        self._head = pages.type.pitch * 2
        self._cut: list[list[tuple[float, PrintedCode]]] = []
        y = height + 1.0
        for code in transcript.legend.values():
            tall = self._height(code)
            if y + tall > height:
                self._cut.append([])
                y = float(self._head)
            self._cut[-1].append((y, code))
            y += tall

    @property
    def count(self) -> int:
        """How many pages it takes."""
        return len(self._cut)

    def _laid(self, code: PrintedCode) -> QTextLayout:
        """Lay a name out, so that there is room behind it for dots and the number."""
        layout = QTextLayout(code.name, self._pages.type.small)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width - _COUNTS - _LEGEND)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _height(self, code: PrintedCode) -> float:
        return max(self._laid(code).boundingRect().height(), _SPOT) + 6

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one of its pages."""
        type_ = self._pages.type
        _draw_heading(painter, type_.heading, self._words.legend)
        measure = QFontMetricsF(type_.small)
        painter.setFont(type_.small)
        for y, code in self._cut[page]:
            number = str(code.number)
            painter.fillRect(QRectF(0, y + 2, _SPOT, _SPOT), colour_of(legible(code.colour, PAPER)))
            painter.drawText(QPointF(40 - measure.horizontalAdvance(number), y + measure.ascent()), number)
            self._draw_name(painter, code, y)

    def _draw_name(self, painter: QPainter, code: PrintedCode, y: float) -> None:
        """Draw a name and how often its code is there, with dots in between.

        Lines that go from edge to edge are what readers of PDF tell the direction of writing by.
        """
        layout, measure, count = self._laid(code), QFontMetricsF(self._pages.type.small), f" {code.count}"
        layout.draw(painter, QPointF(_LEGEND, y))
        last = layout.lineAt(layout.lineCount() - 1)
        start, end = _LEGEND + last.naturalTextWidth() + 4, self._width - measure.horizontalAdvance(count)
        dots = "." * max(3, int((end - start) / measure.horizontalAdvance(".")))
        base = y + last.y() + last.ascent()
        painter.drawText(QPointF(end - measure.horizontalAdvance(dots), base), dots + count)

"""A transcript laid out for paper: the lines of each page, and which stripes stand beside them in which lane."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Generator, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from app.reader.document import ReaderDocument
from app.reader.items import ReaderPassage, ReaderTheme
from app.reader.layout import LaidBlock, PageLayout
from app.reader.theme import Type, type_of
from coding.exports.transcripts import PrintedCoding, PrintedTurn, Transcript

PAPER = ReaderTheme("#ffffff", "#1c1e21", "#5d626a", "#dddddd", "#2b6a9e", "#c9c9c9")
BODY_PT = 10.5
_LONGEST_SPEAKER = 12  # letters of the gutter's type
_STRIPES, _NAMES = 96, 104  # pixels beside the text
_GAP = 14
_WIDEST_LANE = 17.0


class PageLine(NamedTuple):
    """A line of text: `top` and `bottom` are pixels of the whole roll, before it is cut into pages."""

    top: int
    bottom: int
    laid: LaidBlock
    number: int
    opens: PrintedTurn | None


class Bar(NamedTuple):
    """A coding's stripe on a page, in pixels from the page's top; `begins` says that it starts on this page."""

    coding: PrintedCoding
    lane: int
    top: float
    bottom: float
    begins: bool


class PageColumns(NamedTuple):
    """Left edges and widths in pixels, across a page."""

    speaker: int
    speaker_width: int
    text: int
    text_width: int
    stripes: int
    names: int
    end: int


class Pages:
    """A transcript on pages of one size, in pixels of the screen's resolution; `head` is left free on the first.

    It is laid out by going through `lay`, a few lines at a time, so that a window that waits for it lives on.
    """

    def __init__(self, transcript: Transcript, width: int, height: int, head: int, window: QFont) -> None:
        self.transcript, self.height = transcript, height
        self.type: Type = type_of(BODY_PT, window)
        self.columns = self._columns(width)
        passages = [
            ReaderPassage(n, t.number, t.kind, t.start, t.end, t.speaker, t.role)
            for n, t in enumerate(transcript.turns)
        ]
        self._document = ReaderDocument(transcript.text, passages)
        self._layout = PageLayout(self._document, self.type, PAPER, self.columns.text_width)
        self._head = head
        self.lines: list[PageLine] = []
        self.cuts: list[tuple[int, int]] = []
        self._edged: list[tuple[PrintedCoding, tuple[int, int]]] = []

    def lay(self) -> Generator[float, None, None]:
        """Lay the text out, and say again and again how much is done, from 0 to 1."""
        last = self._document.blocks[-1].end
        for line in self._lines(self._head):
            if line.number == 0:
                yield line.laid.start / max(1, last)
            self.lines.append(line)
        self._starts = [line.laid.offset(line.laid.starts[line.number]) for line in self.lines]
        self.cuts = list(self._cut())
        self._edged = [(one, self._edges(one)) for one in self.transcript.codings]

    def _columns(self, width: int) -> PageColumns:
        small = QFontMetricsF(self.type.small)
        longest = max((small.horizontalAdvance(turn.speaker) for turn in self.transcript.turns), default=0.0)
        speaker = self.type.digits + 8
        speaker_width = round(min(longest + 1, small.averageCharWidth() * _LONGEST_SPEAKER))
        text = speaker + speaker_width + (12 if speaker_width else 4)
        beside = _STRIPES + _NAMES if self.transcript.codings else 0
        text_width = max(200, width - text - beside - _GAP)
        stripes = text + text_width + _GAP
        return PageColumns(speaker, speaker_width, text, text_width, stripes, stripes + _STRIPES + 4, width)

    def _lines(self, head: int) -> Iterator[PageLine]:
        opened, y = set[int](), head
        for block in range(len(self._document.blocks)):
            laid = self._layout.laid(block)
            passages = self._document.passages_of(block)
            for number, start in enumerate(laid.starts):
                end = laid.offset(laid.line_end(number))
                opens = next((one.key for one in passages if one.key not in opened and one.start < max(end, 1)), None)
                opened |= {opens} if opens is not None else set()
                top = y + laid.tops[number]
                turn = self.transcript.turns[opens] if opens is not None and laid.offset(start) <= end else None
                yield PageLine(top, top + laid.line_height, laid, number, turn)
            y += laid.height

    def _cut(self) -> Iterator[tuple[int, int]]:
        """Yield the first line of each page, and the one after its last; a heading takes a line along."""
        first = 0
        while first < len(self.lines):
            top = self.lines[first].top if first else 0
            after = first + 1
            while after < len(self.lines) and self.lines[after].bottom - top <= self.height:
                after += 1
            last = self.lines[after - 1].opens
            if after < len(self.lines) and after - 1 > first and last is not None and last.kind == "heading":
                after -= 1
            yield first, after
            first = after

    def _edges(self, coding: PrintedCoding) -> tuple[int, int]:
        """Return the numbers of the first and the last line that a coding is on."""
        first = max(0, bisect_left(self._starts, coding.start + 1) - 1)
        last = max(first, bisect_left(self._starts, max(coding.end, coding.start + 1)) - 1)
        return first, last

    def top(self, page: int) -> int:
        """Return where a page begins on the roll."""
        first = self.cuts[page][0]
        return self.lines[first].top if first else 0

    def on(self, page: int) -> Sequence[PageLine]:
        """Return the lines of a page."""
        return self.lines[slice(*self.cuts[page])]

    def bars(self, page: int) -> list[Bar]:
        """Return the stripes of a page, each in the first lane that is free."""
        (low, high), top = self.cuts[page], self.top(page)
        here = [(one, first, last) for one, (first, last) in self._edged if first < high and last >= low]
        here.sort(key=lambda found: (found[1], -found[2], found[0].key))
        free: list[int] = []  # by lane, the last line taken
        bars = []
        for one, first, last in here:
            lane = next((n for n, taken in enumerate(free) if taken < first), len(free))
            free[lane : lane + 1] = [last]
            start, end = self.lines[max(first, low)], self.lines[min(last, high - 1)]
            bars.append(Bar(one, lane, start.top - top + 1.5, end.bottom - top - 1.5, first >= low))
        return bars

    def lane_width(self, bars: Sequence[Bar]) -> float:
        """Return the width of a lane on a page, in pixels."""
        return min(_WIDEST_LANE, _STRIPES / (max((bar.lane for bar in bars), default=0) + 1))

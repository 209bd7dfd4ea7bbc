"""Where the text stands: columns across, blocks down, each block laid out by Qt only when it comes into view."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from app.french_signs import held

from .document import Differing, ReaderDocument
from .heights import Heights
from .items import ReaderPassage, ReaderTheme
from .offsets import Offsets
from .theme import Type, colour_of, mixed

MEASURE = 78  # letters a line at most
_KEPT = 400  # laid-out blocks held: a dozen screens
_FAIR = 60  # letters a line has before the margin is made narrower for its sake
_WIDE, _SLIM, _NARROW = 286, 150, 136  # pixels for stripes and names: as many as are of use; as few as they are given
_NO_ROOM = 560  # pixels of a pane below which the text is given nearly all
_NAMES = 120  # pixels that names need before lanes may be wide
_LANES = 4  # lanes that come and go together, so that names seldom move sideways
_LEAST_PITCH = 4.0
_LEFT = 10
_TOP = 24
_RIGHT_TO_LEFT = range(0x0590, 0x0900)


class PaneColumns(NamedTuple):
    """Left edges and widths in pixels, across the pane; a width of 0 means there is no room."""

    number: int
    number_width: int
    speaker: int
    speaker_width: int
    text: int
    text_width: int
    stripes: int
    labels_end: int

    def lane_pitch(self, lanes: int) -> float:
        """Give the room of one lane, 4 to 12 pixels: wide for few; many leave the names what they need."""
        room = self.labels_end - self.stripes
        lots = room / 2 if room >= _SLIM else room / 4
        return max(_LEAST_PITCH, min(12.0, max(lots, room - _NAMES) / max(lanes, 1)))

    def names(self, lanes: int) -> int:
        """Give the left edge of the names beside so many lanes; it moves by several lanes at a time."""
        lanes = -(-max(lanes, 1) // _LANES) * _LANES
        return self.stripes + round(lanes * self.lane_pitch(lanes)) + 8


def columns(width: int, type_: Type, speaker_width: int) -> PaneColumns:
    """Divide the pane's width: lines of a fair length first, then the margin, then longer lines.

    What is left is given to both sides alike.
    """
    number_width = type_.digits
    speaker_width = speaker_width if width >= _NO_ROOM else 0
    gutter = number_width + 10 + (speaker_width + 14 if speaker_width else 4)
    room = width - _LEFT - gutter - 16 - 8
    least, most = round(_FAIR * type_.letter), round(MEASURE * type_.letter)
    margin = max(_SLIM if width >= _NO_ROOM else _NARROW, min(_WIDE, room - least))
    text_width = max(160, min(most, room - margin))
    spare = max(0, room - text_width - margin)
    number = _LEFT + spare // 2
    speaker = number + number_width + 10
    text = number + gutter
    stripes = text + text_width + 16
    return PaneColumns(number, number_width, speaker, speaker_width, text, text_width, stripes, stripes + margin)


class LaidBlock:
    """One block laid out: lines in UTF-16 units, their tops in pixels below the block's own."""

    __slots__ = ("_bidi", "height", "layout", "line_height", "offsets", "start", "starts", "tops", "units")

    def __init__(self, start: int, text: str, layout: QTextLayout, before: int, blank: bool, type_: Type) -> None:
        self.start = start
        self.layout = layout
        self.offsets = Offsets(text)
        self.units = self.offsets.units(len(text))
        self._bidi = not text.isascii() and any(ord(c) in _RIGHT_TO_LEFT for c in text)
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        tallest = math.ceil(max(line.height() for line in lines))  # another script's font may need more than the grid
        self.line_height = type_.pitch // 2 if blank else max(type_.pitch, tallest)
        self.starts = [line.textStart() for line in lines]
        self.tops = [before + number * self.line_height for number in range(len(lines))]
        self.height = before + len(lines) * self.line_height
        for line, top in zip(lines, self.tops):
            line.setPosition(QPointF(0, top + round(type_.ascent - line.ascent())))

    def unit(self, offset: int) -> int:
        """Give the unit in this block of an offset in the text, kept inside the block."""
        return max(0, min(self.units, self.offsets.units(max(0, offset - self.start))))

    def offset(self, unit: int) -> int:
        """Give the offset in the text of a unit in this block."""
        return self.start + self.offsets.points(unit)

    def line_of(self, unit: int) -> int:
        """Give the number of the line that holds the unit."""
        return max(0, bisect_right(self.starts, unit) - 1)

    def line_end(self, line: int) -> int:
        """Give the unit at which a line ends and the next starts."""
        return self.starts[line + 1] if line + 1 < len(self.starts) else self.units

    def x(self, unit: int) -> float:
        """Give how far from the left of its line a unit stands, in pixels."""
        return _x(self.layout.lineAt(self.line_of(unit)), unit)

    def share(self, unit: int, line: int) -> float:
        """Give how much of a line (0 to 1) lies before a unit."""
        start, end = self.starts[line], self.line_end(line)
        return max(0.0, min(1.0, (unit - start) / max(1, end - start)))

    def pieces(self, start: int, end: int) -> Iterator[QRectF]:
        """Give the rectangles that cover units `start` to `end`, a line at a time, below the block's top."""
        for number in range(self.line_of(start), self.line_of(max(start, end - 1)) + 1):
            line = self.layout.lineAt(number)
            a, b = max(start, self.starts[number]), min(end, self.line_end(number))
            top = self.tops[number]
            for left, right in self._runs(line, a, b):
                yield QRectF(left, top, right - left, self.line_height)

    def _runs(self, line: QTextLine, a: int, b: int) -> list[tuple[float, float]]:
        if not self._bidi:
            right = line.naturalTextWidth() if b == line.textStart() + line.textLength() else _x(line, b)
            return [(_x(line, a), max(_x(line, a), right))]
        runs: list[tuple[float, float]] = []
        boxes = [run.boundingRect() for run in line.glyphRuns(a, b - a)]
        for left, right in sorted((box.left(), box.right()) for box in boxes):
            if runs and left <= runs[-1][1] + 0.5:
                runs[-1] = (runs[-1][0], max(right, runs[-1][1]))
            else:
                runs.append((left, right))
        return runs


class PageLayout:
    """All blocks of a document at one width; heights are guessed from lengths until a block is laid out."""

    def __init__(self, document: ReaderDocument, type_: Type, theme: ReaderTheme, width: int) -> None:
        self.document, self.type, self.width = document, type_, width
        self._muted, self._interviewer = _ink(theme.muted), _ink(mixed(theme.text, theme.muted, 0.55))
        self._speaker = _ink(mixed(theme.text, theme.accent, 0.6))
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._laid: OrderedDict[int, LaidBlock] = OrderedDict()
        pitch, a_line = type_.pitch, max(1.0, width / (type_.letter * 1.03))
        guess = (math.ceil((block.end - block.start or 1) / a_line) * pitch + pitch // 3 for block in document.blocks)
        self.heights = Heights(guess)

    def correct(self, differing: Differing) -> None:
        """Go on with the text as it is after a correction: what is laid out stays, but for blocks that differ."""
        blocks, by = differing
        self._laid = OrderedDict((block, laid) for block, laid in self._laid.items() if block not in blocks)
        for block, laid in self._laid.items():
            laid.start += by if block >= blocks.stop else 0

    def laid(self, block: int) -> LaidBlock:
        """Lay out a block, or give what is remembered; the heights then hold its true one."""
        known = self._laid.get(block)
        if known is None:
            self._laid[block] = known = self._lay(block)
            bottom = self.type.pitch * 3 if block + 1 == len(self.heights) else 0
            self.heights[block] = known.height + bottom
            if len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(block)
        return known

    def _lay(self, block: int) -> LaidBlock:
        start, end, _ = self.document.blocks[block]
        text = self.document.text[start:end]
        passages = self.document.passages_of(block)
        heading = bool(passages) and passages[0].kind == "heading"
        layout = QTextLayout(held(text), self.type.heading if heading else self.type.body)
        layout.setTextOption(self._option)
        layout.setCacheEnabled(True)
        layout.setFormats(self._formats(block, text, passages))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width)
        layout.endLayout()
        return LaidBlock(start, text, layout, self._before(block, passages), not text.strip(), self.type)

    def _before(self, block: int, passages: list[ReaderPassage]) -> int:
        """Give the space above a block: more where a passage starts, none under a blank line."""
        pitch, document = self.type.pitch, self.document
        if block == 0:
            return _TOP
        start, end, joined = document.blocks[block]
        above = document.blocks[block - 1]
        if joined or not document.text[start:end].strip():
            return 0
        if passages and passages[0].kind == "heading" and passages[0].start >= start:
            return pitch
        continues = bool(passages) and passages[0].start < start
        if not document.text[above.start : above.end].strip():
            return 0 if continues or not document.said else pitch // 4
        if document.said and not document.passages_of(block - 1):
            return pitch // 8
        return pitch // 3 if continues else pitch * 3 // 4

    def _formats(self, block: int, text: str, passages: list[ReaderPassage]) -> list[QTextLayout.FormatRange]:
        """Mute what lies outside all passages, and the interviewer a little; a speaker's mark stands out."""
        if not self.document.said:
            return []
        start, end, _ = self.document.blocks[block]
        offsets, at, ranges = Offsets(text), start, []
        for passage in passages:
            quiet = passage.role == "interviewer" or not passage.speaker
            ranges.append((at, passage.start, self._muted if quiet else self._speaker))
            if passage.role == "interviewer":
                ranges.append((passage.start, passage.end, self._interviewer))
            at = max(at, passage.end)
        ranges.append((at, end, self._muted))
        clipped = ((max(a, start) - start, min(b, end) - start, ink) for a, b, ink in ranges)
        return [_range(offsets.units(a), offsets.units(b), ink) for a, b, ink in clipped if a < b]


def _x(line: QTextLine, unit: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(unit))[0]


def _ink(colour: str) -> QTextCharFormat:
    ink = QTextCharFormat()
    ink.setForeground(colour_of(colour))
    return ink


def _range(start: int, end: int, ink: QTextCharFormat) -> QTextLayout.FormatRange:
    piece = QTextLayout.FormatRange()
    piece.start, piece.length, piece.format = start, end - start, ink
    return piece

"""How a verbatim is set: where it comes from, its words with every match, and the codes on it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from app import theme
from app.eliding import first_words, in_words
from app.french_signs import held
from app.reader.layout import MEASURE
from app.reader.offsets import Offsets
from app.reader.theme import Type, mixed, type_of

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.search.listings import ListedVerbatim

LINES = 4  # of a long verbatim that is not unfolded
_LEFT, _RIGHT, _ABOVE, _BELOW, _GAP = 24, 24, 12, 12, 6
_SIDE, _WIDE = 240, 640  # pixels for the codes, where there is room beside the text
_CHIP = 220
_BOTH = 3  # words shared with what was sought by meaning
_BREAKS = str.maketrans({"\n": "\u2028", "\r": "\u2028", "\u2029": "\u2028"})
Words = Mapping[str, str]
Ground = tuple[int, int, str, bool]


@dataclass(frozen=True, slots=True)
class Frame:
    """What all rows at one width share; `words` are the names of tags in the window's language."""

    type: Type
    text: int
    side: int
    words: Words
    codes: Mapping[int, CodeInfo]
    tagged: bool

    @property
    def head(self) -> int:
        """The height of the line above the words."""
        return self.type.line + _GAP

    @property
    def foot(self) -> int:
        """The height of the line of codes below the words, where they are not beside them."""
        return 0 if self.side else self.type.line + _GAP + 6

    def guess(self, characters: int) -> int:
        """Guess the height of a folded verbatim."""
        lines = min(LINES, max(1, math.ceil(characters * self.type.letter * 1.03 / self.text)))
        return _ABOVE + self.head + lines * self.type.pitch + self.foot + _BELOW


def frame(
    width: int, size_pt: float, window: QFont, words: Words, codes: Mapping[int, CodeInfo], *, tagged: bool
) -> Frame:
    """Divide a width: the words first, at most as wide as one reads well, codes beside them where there is room."""
    type_ = type_of(size_pt, window)
    room = max(160, width - _LEFT - _RIGHT)
    text = min(room, round(MEASURE * type_.letter))
    side = min(room - text - 24, _WIDE) if room - text >= _SIDE + 24 else 0
    return Frame(type_, text, side, words, codes, tagged)


@dataclass(slots=True)
class LaidWords:
    """Words laid out: `grounds` are spans in UTF-16 units, a colour to lay under them, and whether as a line only."""

    layout: QTextLayout
    top: int
    height: int
    pitch: int
    ink: str
    lines: int
    grounds: list[Ground] = field(default_factory=list)
    more: bool = False

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        for start, end, colour, line_only in self.grounds:
            for number in range(self.lines):
                line = self.layout.lineAt(number)
                a, b = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
                if a < b:
                    x, to = line.cursorToX(a)[0], line.cursorToX(b)[0]  # type: ignore[index]  # cursorToX gives a pair, the stubs a number
                    y = top + self.top + number * self.pitch
                    high = 2 if line_only else self.pitch - 2
                    painter.fillRect(QRectF(left + x, y + self.pitch - 1 - high, to - x, high), QColor(colour))
        painter.setPen(QColor(self.ink))
        for number in range(self.lines):
            self.layout.lineAt(number).draw(painter, QPointF(left, top + self.top))


@dataclass(slots=True)
class Card:
    """One verbatim laid out."""

    row: ListedVerbatim
    frame: Frame
    blocks: list[LaidWords]
    height: int
    clipped: bool

    def paint(self, painter: QPainter, left: int, top: int) -> None:
        """Paint it with its upper left corner there."""
        left += _LEFT
        top += _ABOVE
        self._paint_head(painter, left, top)
        top += self.frame.head
        for block in self.blocks:
            block.paint(painter, left, top)
        if self.frame.side:
            self._paint_beside(painter, left + self.frame.text + 24, top)
        else:
            y = top + (self.blocks[-1].top + self.blocks[-1].height if self.blocks else 0) + _GAP
            self._paint_below(painter, left, y)

    def _paint_head(self, painter: QPainter, left: int, top: int) -> None:
        colours, said = theme.colours(), self.row.verbatim
        right = left + self.frame.text
        painter.setFont(self.frame.type.small)
        metrics = QFontMetricsF(self.frame.type.small)
        for text, colour in self._tags():
            width = metrics.horizontalAdvance(text)
            right -= math.ceil(width)
            write(painter, right, top, width, self.frame.type.line, text, colour)
            right -= 14
        tail = " · ".join(part for part in (said.speaker, self.row.function) if part)
        room = right - left
        tail = in_words(f" · {tail}" if tail else "", room * 0.55, metrics.horizontalAdvance)
        name = in_words(said.document_name, room - metrics.horizontalAdvance(tail), metrics.horizontalAdvance)
        x = float(left)
        for text, colour in ((name, colours.text), (tail, colours.muted)):
            write(painter, x, top, room, self.frame.type.line, text, colour)
            x += metrics.horizontalAdvance(text)

    def _tags(self) -> Iterable[tuple[str, str]]:
        """Give what stands at the right end, outermost first."""
        c, said, words = theme.colours(), self.row.verbatim, self.frame.words
        if self.row.alike is not None:
            like, both = self.row.alike
            likeness = f"{words['alike']} {QLocale().toString(like, 'f', 2)}"
            yield " · ".join(filter(None, (likeness, ", ".join(both[:_BOTH])))), c.muted
        if self.frame.tagged:
            ways = [words[way] for way in ("direct", "linked", "crossed") if getattr(said, way)]
            if ways:
                yield " + ".join(ways), c.muted
            if said.unread:
                yield words["unread"], c.accent
        if said.stance:
            yield words[said.stance], {"contradicts": c.danger, "supports": c.good}.get(said.stance, c.muted)
        if self.row.excerpt:
            yield f"★ {words['excerpt']}", c.accent

    def _chips(self) -> list[CodeInfo]:
        return [self.frame.codes[key] for key in self.row.verbatim.codes if key in self.frame.codes]

    def _paint_below(self, painter: QPainter, left: int, top: int) -> None:
        chips, x, end = self._chips(), left, left + self.frame.text
        metrics = QFontMetricsF(self.frame.type.small)
        for n, code in enumerate(chips):
            width = min(_CHIP, math.ceil(metrics.horizontalAdvance(code.label)) + 26)
            rest = len(chips) - n
            if x + width > end - (40 if rest > 1 else 0):
                write(painter, x, top, 40, self.frame.type.line + 6, f"+{rest}", theme.colours().muted)
                return
            self._paint_chip(painter, x, top, width, code)
            x += width + 8

    def _paint_beside(self, painter: QPainter, left: int, top: int) -> None:
        chips, pitch = self._chips(), self.frame.type.line + 10
        room = max(1, (self.height - _ABOVE - self.frame.head - _BELOW) // pitch)
        shown = chips if len(chips) <= room else chips[: room - 1]
        metrics = QFontMetricsF(self.frame.type.small)
        for n, code in enumerate(shown):
            width = min(self.frame.side, math.ceil(metrics.horizontalAdvance(code.label)) + 26)
            self._paint_chip(painter, left, top + n * pitch, width, code)
        if len(shown) < len(chips):
            y = top + len(shown) * pitch
            write(painter, left, y, 80, self.frame.type.line + 6, f"+{len(chips) - len(shown)}", theme.colours().muted)

    def _paint_chip(self, painter: QPainter, x: int, y: int, width: int, code: CodeInfo) -> None:
        colours, colour, metrics = theme.colours(), theme.code_colour(code.colour), QFontMetricsF(self.frame.type.small)
        height, text = self.frame.type.line + 6, in_words(code.label, width - 26, metrics.horizontalAdvance)
        width = min(width, math.ceil(metrics.horizontalAdvance(text)) + 26)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mixed(colours.background, colour.name(), 0.14)))
        painter.drawRoundedRect(QRectF(x, y, width, height), height / 2, height / 2)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x + 11, y + height / 2), 4, 4)
        write(painter, x + 19, y, width - 20, height, text, colours.text)


def write(painter: QPainter, x: float, y: float, width: float, height: float, text: str, colour: str) -> None:
    """Paint a line of text in a box, in the middle of its height."""
    painter.setPen(QColor(colour))
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
    painter.drawText(QRectF(x, y, width + 2, height), flags, text)


def folded(row: ListedVerbatim, frame: Frame) -> Card:
    """Lay out a verbatim in its first lines, or those around its first match."""
    said = row.verbatim
    skip = skipped(said.text, [start - said.start for start, _ in said.matches], frame)
    block = _words(row, frame, skip, LINES)
    height = _ABOVE + frame.head + block.height + frame.foot + _BELOW
    return Card(row, frame, [block], height, block.more or skip > 0)


def unfolded(row: ListedVerbatim, frame: Frame, before: tuple[str, str], after: tuple[str, str]) -> Card:
    """Lay out a whole verbatim between the turn before it and the turn after."""
    blocks: list[LaidWords] = []
    top = 0
    for turn in (before, None, after):
        if turn is not None and not turn[1].strip():
            continue
        block = _words(row, frame, 0, None) if turn is None else _turn(turn, frame)
        block.top = top
        top += block.height + frame.type.pitch // 2
        blocks.append(block)
    top -= frame.type.pitch // 2
    return Card(row, frame, blocks, _ABOVE + frame.head + top + frame.foot + _BELOW, False)


def skipped(text: str, matches: list[int], frame: Frame, lines: int = LINES) -> int:
    """Give how much to leave out before the first match where it would be clipped away."""
    a_line = int(frame.text / frame.type.letter)
    if not matches or matches[0] < a_line * (lines - 1):
        return 0
    at = text.find(" ", max(0, matches[0] - a_line)) + 1
    while 0 < at < matches[0] and not text[at].isalnum() and text[at + 1].isspace():  # a sign that stands by itself
        at += 2
    return at if 0 < at <= matches[0] else matches[0]


def _turn(turn: tuple[str, str], frame: Frame) -> LaidWords:
    speaker, words = turn
    text = f"{speaker}  {words}" if speaker else words
    return block(text, frame, None, theme.colours().muted, [])


def _words(row: ListedVerbatim, frame: Frame, skip: int, most: int | None) -> LaidWords:
    said, reader = row.verbatim, theme.reader_theme()
    text, lead = said.text[skip:], "… " if skip else ""
    if most is not None:
        text = text[: int(frame.text / frame.type.letter * 1.5) * (most + 1)]
    more = skip + len(text) < len(said.text)
    shift = said.start + skip - len(lead)
    mark = mixed(reader.background, reader.accent, 0.30)
    bold = [(start - shift, end - shift) for start, end in said.matches]
    grounds = [(start, end, mark, False) for start, end in bold]
    grounds += [
        (start - shift, end - shift, theme.code_colour(frame.codes[code].colour).name(), True)
        for start, end, code in row.coded
        if code in frame.codes
    ]
    ink = reader.muted if said.role == "interviewer" else reader.text
    return block(lead + text, frame, most, ink, grounds, bold, more)


def block(
    text: str,
    frame: Frame,
    most: int | None,
    ink: str,
    grounds: list[Ground],
    bold: Iterable[tuple[int, int]] = (),
    more: bool = False,
) -> LaidWords:
    """Lay out a text in at most so many lines; what does not fit, or where there is `more`, ends in an ellipsis.

    `bold` are stretches in code points; those of `grounds`, too, which it takes on as they are painted.
    """
    text = text.translate(_BREAKS)
    offsets, size = Offsets(text), len(text)
    formats = []
    for start, end in bold:
        if max(0, start) < min(end, size):
            a, b = offsets.units(max(0, start)), offsets.units(min(end, size))
            heavy = QTextCharFormat()
            heavy.setFontWeight(QFont.Weight.Bold)
            made = QTextLayout.FormatRange()
            made.start, made.length, made.format = a, b - a, heavy
            formats.append(made)
    layout, count, left = _laid(text, frame, formats, most)
    if most is not None and (more or left):
        # What does not fit ends in an ellipsis, for which the last line gives up a few letters.
        last = layout.lineAt(count - 1)
        end = offsets.points(last.textStart() + last.textLength())
        kept = text[:end].rstrip()
        if (
            kept == text[:end] and not text[end : end + 1].isspace() and " " in kept
        ):  # a word of two, parted in its middle
            kept = kept.rpartition(" ")[0].rstrip()
        while True:
            layout, count, left = _laid(f"{kept} …", frame, formats, most)
            if not left or " " not in kept.strip():
                break
            kept = kept.rpartition(" ")[0].rstrip()
        more = True
    spans = [
        (offsets.units(max(0, start)), offsets.units(min(end, size)), colour, line_only)
        for start, end, colour, line_only in grounds
        if max(0, start) < min(end, size)
    ]
    pitch = frame.type.pitch
    return LaidWords(layout, 0, count * pitch, pitch, ink, count, spans, more)


def _laid(
    text: str, frame: Frame, formats: list[QTextLayout.FormatRange], most: int | None
) -> tuple[QTextLayout, int, bool]:
    """Lay out at most so many lines; give how many there are and whether something is left."""
    layout = QTextLayout(held(text), frame.type.body)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    count, left = 0, False
    while (line := layout.createLine()).isValid():
        if count == most:
            left = True
            break
        line.setLineWidth(frame.text)
        line.setPosition(QPointF(0, count * frame.type.pitch + round(frame.type.ascent - line.ascent())))
        count += 1
    layout.endLayout()
    return layout, count, left


def paint_line(painter: QPainter, frame: Frame, row: ListedVerbatim, match: tuple[int, int], box: QRectF) -> None:
    """Paint one match with what stands left and right of it, the matches of all lines one under the other."""
    colours, said = theme.colours(), row.verbatim
    text = said.text.translate(str.maketrans("\n\r\t\u2028\u2029", "     "))
    start, end = match[0] - said.start, match[1] - said.start
    source = min(260.0, box.width() * 0.22)
    painter.setFont(frame.type.small)
    metrics = QFontMetricsF(frame.type.small)
    head = " · ".join(part for part in (said.speaker, said.document_name) if part)
    shown = in_words(head, source - 16, metrics.horizontalAdvance)
    write(painter, box.left() + _LEFT, box.top(), source - 16, box.height(), shown, colours.muted)
    body, heavy = frame.type.body, QFont(frame.type.body)
    heavy.setBold(True)
    middle = box.left() + _LEFT + source + (box.width() - _LEFT - _RIGHT - source) * 0.42
    word = text[start:end]
    wide = QFontMetricsF(heavy).horizontalAdvance(word)
    letters = int((box.width() - source) / frame.type.letter * 1.5)
    metrics = QFontMetricsF(body)
    left = text[max(0, start - letters) : start]
    room = middle - box.left() - _LEFT - source
    left = _whole_words(metrics.elidedText(left, Qt.TextElideMode.ElideLeft, room), left)
    ink = colours.muted if said.role == "interviewer" else colours.text
    painter.setFont(body)
    x = middle - metrics.horizontalAdvance(left)
    write(painter, x, box.top(), room, box.height(), left, ink)
    ground = mixed(theme.reader_theme().background, colours.accent, 0.30)
    painter.fillRect(QRectF(middle, box.top() + 3, wide, box.height() - 6), QColor(ground))
    painter.setFont(heavy)
    write(painter, middle, box.top(), wide, box.height(), word, ink)
    rest = box.right() - _RIGHT - middle - wide
    painter.setFont(body)
    right = first_words(text[end : end + letters], rest, metrics.horizontalAdvance)
    write(painter, middle + wide, box.top(), rest, box.height(), right, ink)


def _whole_words(shown: str, text: str) -> str:
    """Give what is left of words before a match without the first one where it was cut into."""
    return shown if shown == text else shown[shown.find(" ") + 1 :]


def separator(painter: QPainter, left: int, right: int, y: int) -> None:
    """Draw the line between two verbatims."""
    painter.setPen(QPen(QColor(theme.colours().rule), 1))
    painter.drawLine(left, y, right, y)


def heading(painter: QPainter, frame: Frame, text: str, box: QRectF) -> None:
    """Paint the line above a group."""
    colours, heavy = theme.colours(), QFont(frame.type.body)
    heavy.setBold(True)
    painter.fillRect(box, QColor(colours.window))
    painter.setFont(heavy)
    shown = in_words(text, box.width() - _LEFT - _RIGHT, QFontMetricsF(heavy).horizontalAdvance)
    write(painter, box.left() + _LEFT, box.top(), box.width() - _LEFT, box.height(), shown, colours.text)

"""The text being read and its units: display blocks, passages, sentences and words, all in code points."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from PySide6.QtCore import QTextBoundaryFinder

from .items import ReaderPassage
from .offsets import Offsets
from .spans import KeyedSpans, SpanChange

Span = tuple[int, int]
Unit = Literal["word", "sentence"]

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_LONGEST = 5000  # code points: Qt lays out a paragraph as a whole, and one of 100,000 words takes 0.2 s
_STOP = re.compile(r"[.!?…]+(?:\s?»|[\"”’)\]])*(?=\s|$)|[。！？]+")
_TITLES = frozenset(
    ("mme", "mlle", "mm", "dr", "pr", "st", "ste", "mr", "mrs", "ms", "prof", "cf", "p", "pp", "vs", "no")
)
# In brackets, or with hours: «14:30» is said, [14:30] is a time of the recording.
_TIME = re.compile(
    r"[\[(<{#]\s?\d{1,2}(?::\d\d){1,2}(?:[.,]\d{1,3})?\s?[\])>}#]|(?<!\d)\d{1,2}(?::\d\d){2}(?:[.,]\d{1,3})?(?![\d:])"
    r"(?:\s?-->)?"
)
_LAST_WORD = re.compile(r"\w+$")
_MARK = 24  # code points that may stand around a speaker's name before what is said
_KEPT = 64  # blocks whose words and sentences are remembered


class TextBlock(NamedTuple):
    """A line of the text, without its line end, or a piece of an over-long one; `joined` to the piece before it."""

    start: int
    end: int
    joined: bool


class TextBlocks:
    """The blocks of a text, in order; held as numbers, as thousands move at once."""

    def __init__(self, blocks: Iterable[TextBlock]) -> None:
        self._starts, self._ends, self._joined = list[int](), list[int](), list[bool]()
        self.put(0, 0, list(blocks), 0)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> TextBlock:
        return TextBlock(self._starts[number], self._ends[number], self._joined[number])

    def __iter__(self) -> Iterator[TextBlock]:
        return map(TextBlock, self._starts, self._ends, self._joined)

    def put(self, low: int, high: int, blocks: Sequence[TextBlock], by: int) -> None:
        """Let blocks take the place of those from `low` up to `high`; what stands behind moves `by` characters."""
        self._starts[low:] = [*(one.start for one in blocks), *[start + by for start in self._starts[high:]]]
        self._ends[low:] = [*(one.end for one in blocks), *[end + by for end in self._ends[high:]]]
        self._joined[low:high] = [one.joined for one in blocks]

    def at(self, offset: int) -> int:
        """Give the number of the block that holds the offset; a line end belongs to the line it ends."""
        return max(0, bisect_right(self._starts, offset) - 1)


class Differing(NamedTuple):
    """The blocks that are others after a correction; all behind stand `by` characters further on."""

    blocks: range
    by: int


class ReaderDocument:
    """A text cut into display blocks; offsets stay those of the text, whatever the cutting."""

    def __init__(self, text: str, passages: Iterable[ReaderPassage] = ()) -> None:
        self.text = text
        self.said: KeyedSpans[ReaderPassage] = KeyedSpans((passage.key, passage) for passage in passages)
        self.blocks = TextBlocks(_cut(text, 0, len(text)))
        self._words: dict[int, list[Span]] = {}
        self._sentences: dict[int, list[Span]] = {}
        self._unnamed = self._find_unnamed()

    @property
    def passages(self) -> list[ReaderPassage]:
        """The passages in order."""
        return [passage for key in self.said if (passage := self.said.get(key)) is not None]

    def correct(self, text: str, passages: SpanChange[ReaderPassage]) -> Differing | None:
        """Take on the text as it is after a correction: only the lines that differ are cut anew.

        Returns the blocks that look different now; None where there are more blocks than before, or fewer.
        """
        looks = self._looked_at(passages)
        self.said.take(passages)
        by, (head, tail) = len(text) - len(self.text), _alike(self.text, text)
        low, high = self.block_at(head), self.block_at(len(self.text) - tail)
        while self.blocks[low].joined:
            low -= 1
        while high + 1 < len(self.blocks) and self.blocks[high + 1].joined:
            high += 1
        cut, before = [*_cut(text, self.blocks[low].start, self.blocks[high].end + by)], len(self.blocks)
        self.blocks.put(low, high + 1, cut, by)
        self.text = text
        self._words.clear()
        self._sentences.clear()
        self._name_again(passages, head, len(text) - tail)
        looks |= {low, high} | self._looked_at(passages)
        # The one behind stands closer or not by what is above it.
        return Differing(range(min(looks), max(looks) + 2), by) if len(self.blocks) == before else None

    def _looked_at(self, written: SpanChange[ReaderPassage]) -> set[int]:
        """Give the blocks at the ends of passages that a correction writes."""
        there = [one for key in (*written.gone, *written.fresh) if (one := self.said.get(key)) is not None]
        return {self.block_at(place) for one in there for place in (one.start, one.end)}

    def clip(self, offset: int) -> int:
        """Keep an offset inside the text."""
        return max(0, min(offset, len(self.text)))

    def block_at(self, offset: int) -> int:
        """Give the number of the block that holds the offset; a line end belongs to the line it ends."""
        return self.blocks.at(offset)

    def passages_of(self, block: int) -> list[ReaderPassage]:
        """Give the passages that reach into a block, in order."""
        start, end, _ = self.blocks[block]
        return self.passages_between(start, max(end, start + 1))

    def passages_between(self, start: int, end: int) -> list[ReaderPassage]:
        """Give the passages that share a character with `start` to `end`, in order."""
        return [passage for _, passage in self.said.touching(start, end)]

    def passage_at(self, offset: int) -> ReaderPassage | None:
        """Give the passage at the offset; just after its last character still counts."""
        passage = self.said.get(self.said.beside((offset + 1, -1, -1), -1))
        return passage if passage is not None and offset <= passage.end else None

    def opens_turn(self, passage: ReaderPassage) -> bool:
        """Tell whether a speaker starts to talk with this passage, so that the gutter names them."""
        before = self.said.get(self.said.beside((passage.start, passage.end, passage.key), -1))
        return passage.kind == "turn" or before is None or before.speaker != passage.speaker

    def names_speaker(self, passage: ReaderPassage) -> bool:
        """Tell whether the text itself says, before the passage, who speaks."""
        before = self.said.get(self.said.beside((passage.start, passage.end, passage.key), -1))
        return _says(self.text, before.end if before else 0, passage)

    def unnamed(self) -> set[str]:
        """Give the speakers of turns before which the text does not say who speaks."""
        return set(self._unnamed.values())

    def _find_unnamed(self) -> dict[int, str]:
        """Give the speakers of such turns, each by its passage."""
        found, end = dict[int, str](), 0
        for passage in self.passages:
            if passage.kind == "turn" and not _says(self.text, end, passage):
                found[passage.key] = passage.speaker
            end = passage.end
        return found

    def _name_again(self, written: SpanChange[ReaderPassage], start: int, end: int) -> None:
        """Look again before the passages that a correction from `start` to `end` wrote, and before those beside it."""
        for key in written.gone:
            self._unnamed.pop(key, None)
        wrote = [one for key in written.fresh if (one := self.said.get(key)) is not None]
        places = [*((one.start, one.end, one.key) for one in wrote), (end, -1, -1)]
        behind = [one for at in places if (one := self.said.get(self.said.beside(at, 1))) is not None]
        for passage in (*wrote, *behind, *self.passages_between(start, end)):
            self._unnamed.pop(passage.key, None)
            if passage.kind == "turn" and not self.names_speaker(passage):
                self._unnamed[passage.key] = passage.speaker

    def spoken(self, block: int) -> list[Span]:
        """Give the stretches of a block that lie inside passages; all of it where there are no passages at all."""
        start, end, _ = self.blocks[block]
        if not self.said:
            return [(start, end)]
        clipped = [(max(start, p.start), min(end, p.end)) for p in self.passages_of(block)]
        return [span for span in clipped if span[0] < span[1]]

    def words(self, block: int) -> list[Span]:
        """Give the words of a block by the rules of Unicode; signs and emoji count, punctuation doesn't."""
        if (known := self._words.get(block)) is None:
            known = _remember(self._words, block, list(self._find_words(block)))
        return known

    def sentences(self, block: int) -> list[Span]:
        """Give the sentences of a block; speakers' marks, times and the blanks between them left out."""
        if (known := self._sentences.get(block)) is None:
            found = [piece for span in self.spoken(block) for piece in _sentences(self.text, *span)]
            known = _remember(self._sentences, block, found)
        return known

    def word_at(self, offset: int) -> Span:
        """Give the word at the offset, else the nearest in its block, else nothing but the offset."""
        return _nearest(self.words(self.block_at(offset)), offset)

    def sentence_at(self, offset: int) -> Span:
        """Give the sentence at the offset; in a speaker's mark, the whole line."""
        block = self.block_at(offset)
        found = _nearest(self.sentences(block), offset)
        return found if found[0] < found[1] else self.trimmed(*self.blocks[block][:2])

    def sentence_near(self, offset: int) -> Span:
        """Give the sentence at the offset; beside speakers' marks, times and blank lines the next, else the last."""
        found = _nearest(self.sentences(self.block_at(offset)), offset)
        if found[0] == found[1]:
            found = self.beside(offset, 1, "sentence") or self.beside(offset, -1, "sentence") or (offset, offset)
        return found

    def passage_span(self, offset: int) -> Span:
        """Give the span of the passage at the offset; in a speaker's mark of the next on its line, else of the line."""
        ahead = (p for p in self.passages_of(self.block_at(offset)) if p.start >= offset)
        passage = self.passage_at(offset) or next(ahead, None)
        return self.trimmed(passage.start, passage.end) if passage else self.sentence_at(offset)

    def beside(self, offset: int, step: int, unit: Unit) -> Span | None:
        """Give the first unit that ends after the offset; for a step of -1 the last that starts before it."""
        units = self.words if unit == "word" else self.sentences
        block = self.block_at(offset)
        while 0 <= block < len(self.blocks):
            spans = units(block)
            found = [s for s in spans if s[1] > offset][:1] if step > 0 else [s for s in spans if s[0] < offset][-1:]
            if found:
                return found[0]
            block += step
        return None

    def snapped(self, anchor: int, head: int) -> Span:
        """Widen a dragged span to whole words, unless it stays inside one word; blanks at its ends fall away."""
        start, end = min(anchor, head), max(anchor, head)
        first, last = self.word_at(start), self.word_at(end)
        if first == last and first[0] <= start and end <= first[1]:
            return start, end
        start = first[0] if first[0] < start < first[1] else start
        end = last[1] if last[0] < end < last[1] else end
        return self.trimmed(start, end)

    def trimmed(self, start: int, end: int) -> Span:
        """Leave out the blanks at both ends of a span."""
        return _trimmed(self.text, start, end)

    def character_beside(self, offset: int, step: int) -> int:
        """Give the next place between characters as a reader sees them: an accent or a joined emoji is not parted."""
        start, end, _ = self.blocks[self.block_at(offset)]
        if not start <= offset + step <= end:
            return self.clip(offset + step)
        stops = [start + stop for stop in _stops(self.text[start:end], QTextBoundaryFinder.BoundaryType.Grapheme)]
        ahead = [stop for stop in stops if (stop > offset if step > 0 else stop < offset)]
        return (ahead[0] if step > 0 else ahead[-1]) if ahead else self.clip(offset + step)

    def _find_words(self, block: int) -> Iterator[Span]:
        start, end, _ = self.blocks[block]
        text = self.text[start:end]
        stops = _stops(text, QTextBoundaryFinder.BoundaryType.Word)
        for a, b in pairwise(stops):
            if any(unicodedata.category(c)[0] in "LNSM" for c in text[a:b]):
                yield start + a, start + b


def _says(text: str, after: int, passage: ReaderPassage) -> bool:
    mark = text[max(after, passage.start - len(passage.speaker) - _MARK) : passage.start]
    return passage.speaker.casefold() in mark.casefold()


def _cut(text: str, start: int, end: int) -> Iterator[TextBlock]:
    for found in _BREAK.finditer(text, start, end):
        yield from _pieces(text, start, found.start())
        start = found.end()
    yield from _pieces(text, start, end)


def _alike(one: str, other: str) -> tuple[int, int]:
    """Give how many characters two texts have in common at their heads, and behind these at their tails."""
    most = min(len(one), len(other))
    head = _run(most, lambda low, high: one[low:high] == other[low:high])
    a, b = len(one), len(other)
    return head, _run(most - head, lambda low, high: one[a - high : a - low] == other[b - high : b - low])


def _run(most: int, same: Callable[[int, int], bool]) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(low, middle) else (low, middle - 1)
    return low


def _pieces(text: str, start: int, end: int) -> Iterator[TextBlock]:
    joined = False
    while end - start > _LONGEST:
        at = _break_near(text, start, start + _LONGEST)
        yield TextBlock(start, at, joined)
        start, joined = at, True
    yield TextBlock(start, end, joined)


def _break_near(text: str, start: int, end: int) -> int:
    """Give a place to part an over-long line: after a sentence, else after a blank, else between two letters."""
    stops = [found.end() for found in _STOP.finditer(text, end - _LONGEST // 2, end)]
    if stops:
        return min(stops[-1] + 1, end)
    blank = text.rfind(" ", start + 1, end)
    if blank >= 0:
        return blank + 1
    stops = _stops(text[end - 64 : end + 1], QTextBoundaryFinder.BoundaryType.Grapheme)
    inner = [end - 64 + stop for stop in stops if 0 < stop <= 64]
    return inner[-1] if inner else end


def _stops(text: str, kind: QTextBoundaryFinder.BoundaryType) -> list[int]:
    offsets, finder, stops = Offsets(text), QTextBoundaryFinder(kind, text), [0]
    while (unit := finder.toNextBoundary()) >= 0:
        stops.append(offsets.points(unit))
    return stops


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for found in _STOP.finditer(text, start, end):
        if _ends_sentence(text, found, end):
            yield from _solid(text, at, found.end())
            at = found.end()
    yield from _solid(text, at, end)


def _ends_sentence(text: str, stop: re.Match[str], end: int) -> bool:
    """Tell a full stop from an abbreviation's and from dots of hesitation before a small letter."""
    after = text[stop.end() : min(stop.end() + 40, end)].lstrip()
    if after[:1].islower():
        return False
    before = _LAST_WORD.search(text, max(0, stop.start() - 12), stop.start())
    if stop.group() != "." or not before:
        return True
    word = before.group()
    return not (word.casefold() in _TITLES or (len(word) == 1 and word.isupper()))


def _solid(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = _untimed(text, *_trimmed(text, start, end))
    if start < end:
        yield start, end


def _untimed(text: str, start: int, end: int) -> Span:
    """Leave out the times that a transcript's lines begin or end with."""
    while start < end and (found := _TIME.match(text, start, end)):
        start, end = _trimmed(text, found.end(), end)
    ends = [found.start() for found in _TIME.finditer(text, start, end) if found.end() == end]
    return _trimmed(text, start, ends[0]) if ends else (start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace() and not _bears(text, start, end):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _bears(text: str, at: int, end: int) -> bool:
    """Tell whether a blank is shown as one with what follows, an accent or a joiner; a line end never is."""
    if at + 1 >= end or _BREAK.match(text, at):
        return False
    return text[at + 1] == "\u200d" or unicodedata.category(text[at + 1])[0] == "M"


def _nearest(spans: list[Span], offset: int) -> Span:
    at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    if at < 0:
        return spans[0] if spans else (offset, offset)
    if offset > spans[at][1] and at + 1 < len(spans) and spans[at + 1][0] - offset < offset - spans[at][1]:
        return spans[at + 1]
    return spans[at]


def _remember(known: dict[int, list[Span]], block: int, spans: list[Span]) -> list[Span]:
    if len(known) >= _KEPT:
        known.clear()
    known[block] = spans
    return spans

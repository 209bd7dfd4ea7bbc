"""A coded transcript for print: its turns with numbers and speakers, and on which of their words codes are.

It is masked as its moment says, and the codings stand on the masked words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from coding.moment.moment import Moment
from coding.permits import Leaving, Place
from corpus import documents


@dataclass(frozen=True, slots=True)
class PrintedTurn:
    """A passage; `start` and `end` are code points of the printed text."""

    number: int
    kind: str
    start: int
    end: int
    speaker: str
    role: str


@dataclass(frozen=True, slots=True)
class PrintedCoding:
    """A code on a stretch of the printed text."""

    key: int
    start: int
    end: int
    code: int
    coder: str


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """A line of the legend: the number that its stripes bear, its name and colour, and how often it is here."""

    number: int
    name: str
    colour: str
    count: int


@dataclass(frozen=True)
class Transcript:
    """What is printed of a document; `wholes` are names of codes on the whole of it, `coders` more than one by name."""

    name: str
    language: str
    text: str
    turns: tuple[PrintedTurn, ...]
    codings: tuple[PrintedCoding, ...]
    legend: dict[int, PrintedCode]
    wholes: tuple[str, ...] = ()
    places: tuple[Place, ...] = field(default=(), repr=False)
    documents: tuple[int, ...] = ()

    @property
    def leaving(self) -> Leaving:
        """What leaves with it."""
        said = (self.name, self.text, *self.wholes, *(turn.speaker for turn in self.turns))
        return Leaving((*said, *(one.name for one in self.legend.values())), self.places, self.documents)


@dataclass(frozen=True, slots=True)
class _PrintedPiece:
    """A passage as it stood, where its words are in the printed text, and what was put in the place of what."""

    start: int
    end: int
    at: int
    hidden: tuple[tuple[int, int, str], ...]

    def carried(self, offset: int, *, at_end: bool) -> int:
        """Return where a place in the passage is in the printed text; within a name that is hidden, at its edge."""
        inside, by = offset - self.start, 0
        for start, end, shown in self.hidden:
            if inside <= start:
                break
            if inside < end:
                return self.at + start + by + (len(shown) if at_end else 0)
            by += len(shown) - (end - start)
        return self.at + inside + by


class _Pieces:
    """The passages of a document in order, of which those that a stretch touches are found without looking at all."""

    def __init__(self, pieces: Sequence[_PrintedPiece]) -> None:
        self._pieces = pieces
        self._starts = [one.start for one in pieces]
        self._reach = list(accumulate((one.end for one in pieces), max))

    def under(self, start: int, end: int) -> list[_PrintedPiece]:
        """Return those that share a character with `start` to `end`."""
        near = self._pieces[bisect_right(self._reach, start) : bisect_left(self._starts, end)]
        return [one for one in near if one.end > start]


@dataclass(frozen=True)
class TranscriptWords:
    """What is said in a document as it is printed: the passages one under the other, masked."""

    text: str
    turns: tuple[PrintedTurn, ...]
    pieces: _Pieces = field(repr=False)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where words of the document are printed; None where none of them are, as on a speaker's mark alone."""
        under = self.pieces.under(start, end)
        if not under:
            return None
        first, last = under[0], under[-1]
        low = first.carried(max(start, first.start), at_end=False)
        return low, last.carried(min(end, last.end), at_end=True)


def transcript(moment: Moment, document: int) -> Transcript:
    """Return a document as it is printed, with the codings of the moment's layer and sets."""
    info, mask = moment.infos[document], moment.mask
    said = words(moment, document)
    coded = moment.coded
    rows = [(row, whole) for row, whole in zip(coded.codings.tolist(), coded.whole.tolist()) if row[1] == document]
    used = Counter(row[2] for row, _ in rows)
    order = [key for key in moment.codes if key in used]
    legend = {
        key: PrintedCode(n, mask.text(moment.codes[key].label), moment.codes[key].colour, used[key])
        for n, key in enumerate(order, 1)
    }
    codings = tuple(one for row, whole in rows if not whole and (one := _coding(moment, row, said)) is not None)
    wholes = dict.fromkeys(legend[row[2]].name for row, whole in rows if whole)
    return Transcript(
        name=mask.document(info),
        language=moment.language,
        text=said.text,
        turns=said.turns,
        codings=codings,
        legend=legend,
        wholes=tuple(wholes),
        places=((document, 0, info.characters),),
        documents=(document,),
    )


def words(moment: Moment, document: int) -> TranscriptWords:
    """Return what is said in a document as it is printed."""
    text, mask = moment.text(document), moment.mask
    parts, pieces, turns, at = list[str](), list[_PrintedPiece](), list[PrintedTurn](), 0
    for one in documents.passages(moment.project, document):
        hidden = tuple(mask.hidden(text[one.start : one.end]))
        said = mask.text(text[one.start : one.end])
        who = moment.voices.called(document, one.speaker) if one.speaker else 0
        pieces.append(_PrintedPiece(one.start, one.end, at, hidden))
        turns.append(PrintedTurn(one.number, one.kind, at, at + len(said), mask.speaker(who) if who else "", one.role))
        parts.append(said)
        at += len(said) + 1
    return TranscriptWords("\n".join(parts), tuple(turns), _Pieces(pieces))


def _coding(moment: Moment, row: list[int], said: TranscriptWords) -> PrintedCoding | None:
    key, _, code, start, end, coder = row
    place = said.place(start, end)
    who = moment.makers.out(moment.read.coders.get(coder, ""))
    return None if place is None else PrintedCoding(key, *place, code, who)

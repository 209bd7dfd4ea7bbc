"""The code line of a document: where in it each code is, from its first word to its last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from coding.figures import layout, words
from coding.figures.choices import FigureChoice
from coding.figures.paper import ACCENT, DEEP, EDGE, LINE, MUTED, PALE, RULE, SIZE, SMALL, Figure, Paper
from coding.moment import shown
from coding.moment.moment import Moment
from coding.moment.rows import Ints
from corpus.errors import NothingThere
from corpus.voices import INTERVIEWER

_ROW, _BAR = 4.6, 2.6  # mm
_MOST = 45
_THIN = 0.5  # mm of the shortest segment
_APART = 5.0  # millimetres between two numbers below
_WORDS = {
    "fr": {
        "title": "Ligne de codes\u00a0: {document}",
        "passages": "passages",
        "segments": "segments",
        "asks": "parole de l’intervieweur·euse",
        "alt": "Ligne de codes de {document}\u00a0: {segments} de {codes}, du premier au dernier mot. Le code le plus"
        " présent est {most} ({number}).",
    },
    "en": {
        "title": "Code line: {document}",
        "passages": "passages",
        "segments": "segments",
        "asks": "the interviewer speaks",
        "alt": "Code line of {document}: {segments} of {codes}, from the first word to the last. The most frequent is"
        " {most} ({number}).",
    },
}


@dataclass(frozen=True)
class CodelineRow:
    """A code with the rows of its codings in a document."""

    code: int
    name: str
    rows: Ints


def codeline(moment: Moment, choice: FigureChoice) -> Figure:
    """Draw the codes of a document, by itself of that with most codings, in the order of their first words."""
    table = moment.coded.codings
    listed = {one.key for one in shown.documents(moment)}
    layout.something(len(table))
    document = choice.document if choice.document is not None else int(np.bincount(table[:, 1]).argmax())
    if document not in listed:
        raise NothingThere("There is nothing to draw: the document is not among those asked for.")
    here = np.flatnonzero(table[:, 1] == document)
    layout.something(len(here))
    return _CodeLine(moment, document, found(moment, here, choice), choice).drawn()


def found(moment: Moment, here: Ints, choice: FigureChoice) -> list[CodelineRow]:
    """Return the codes of these rows of codings, in the order of their first words."""
    table = moment.coded.codings
    wanted = set(shown.codes(moment) if choice.codes is None else choice.codes)
    codes = table[here, 2]
    firsts = [int(code) for code in dict.fromkeys(codes.tolist()) if code in wanted]
    layout.something(firsts)
    return [CodelineRow(code, layout.named(moment, code), here[codes == code]) for code in firsts]


class _CodeLine:
    def __init__(self, moment: Moment, document: int, rows: list[CodelineRow], choice: FigureChoice) -> None:
        self.moment, self.document, self.every = moment, document, len(rows)
        kept = layout.most([len(one.rows) for one in rows], choice.most or _MOST)
        self.rows, self.language, self.paper = [rows[n] for n in kept], words.spoken(moment), Paper(choice.width)
        self.paper.chosen["document"] = document
        self.name = moment.mask.document(moment.infos[document])
        self.side = layout.room_for((one.name for one in self.rows), 12, choice.width * 0.34, SIZE)
        self.left, self.right = EDGE + self.side + 2, choice.width - EDGE - 9
        self.letters = max(moment.infos[document].characters, 1)
        low, high = moment.voices.runs.get(document, (0, 0))
        self.passages = moment.passages[low:high]

    def at(self, letter: float) -> float:
        return self.left + (self.right - self.left) * letter / self.letters

    def drawn(self) -> Figure:
        paper, top = self.paper, EDGE + 2 * LINE
        bottom = top + len(self.rows) * _ROW
        paper.bars(
            [(self.left, top + n * _ROW, self.right - self.left, _ROW) for n in range(0, len(self.rows), 2)], PALE
        )
        self._asking(top - 2.2)
        self._ticks(top, bottom)
        for n, row in enumerate(self.rows):
            self._row(row, top + n * _ROW)
        asking = (
            layout.key(paper, self.left, bottom + 4.6, _WORDS[self.language]["asks"]) if len(self._asked()) else bottom
        )
        notes = words.left_out(len(self.rows), self.every, "codes", self.language)
        end, said = layout.foot(paper, max(asking, bottom + 3.4), self.language, notes)
        return paper.cut("codeline", self._said("title"), self._said("alt"), self.language, end, said)

    def _row(self, row: CodelineRow, top: float) -> None:
        paper, middle = self.paper, top + _ROW / 2
        paper.label(EDGE + self.side, middle, row.name, self.side, across="right")
        paper.words(self.right + 8, middle, words.number(len(row.rows), self.language), size=SMALL, across="right")
        table, boxes = self.moment.coded.codings, []
        for start, end in table[row.rows][:, 3:5].tolist():
            left = self.at(start)
            boxes.append((left, middle - _BAR / 2, max(self.at(end) - left, _THIN), _BAR))
        paper.bars(boxes, ACCENT, edge=DEEP, line=0.25)
        for box, n in zip(boxes, row.rows.tolist(), strict=True):
            said = words.told(row.name, self._place(int(table[n, 3])), self.language)
            span = int(self.moment.coded.span[n])
            paper.spot(box[0], top, box[2], _ROW, said, partial(self.moment.net.every, [span]), 1)

    def _place(self, start: int) -> str:
        number = int(np.searchsorted(self.passages[:, 2], start, "right")) if len(self.passages) else 0
        one = words.unit("passages", self.language, 1)
        return f"{one} {number}"

    def _asked(self) -> Ints:
        roles = self.moment.voices.speakers
        asking = [key for key, one in roles.items() if one.role == INTERVIEWER and one.document == self.document]
        return self.passages[np.isin(self.passages[:, 4], asking)] if asking else self.passages[:0]

    def _asking(self, top: float) -> None:
        """Mark where the interviewer speaks."""
        boxes = [
            (self.at(start), top, self.at(end) - self.at(start), 1.2) for _, _, start, end, _ in self._asked().tolist()
        ]
        if boxes:
            self.paper.bars(boxes, MUTED)

    def _ticks(self, top: float, bottom: float) -> None:
        """Number passages below, about a dozen of them."""
        step = next(
            n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10**9) if len(self.passages) / n <= 12
        )
        last = -_APART
        for n in range(0, len(self.passages), step):
            number = max(n, 1)
            x = self.at(float(self.passages[number - 1, 2]))
            self.paper.lines([[(x, top), (x, bottom + 0.8)]], colour=RULE, line=0.3)
            if x - last >= _APART:
                self.paper.words(x, bottom + 2, str(number), size=SMALL, across="center", colour=MUTED)
                last = x
        said = _WORDS[self.language]
        self.paper.words(self.left - 2, bottom + 2, said["passages"], size=SMALL, across="right", colour=MUTED)
        self.paper.words(self.right + 8, top - 1.6, said["segments"], size=SMALL - 0.8, across="right", colour=MUTED)

    def _said(self, name: str) -> str:
        most = max(self.rows, key=lambda one: len(one.rows))
        segments = sum(len(one.rows) for one in self.rows)
        return _WORDS[self.language][name].format(
            document=self.name,
            segments=words.counted(segments, "codings", self.language),
            codes=words.counted(len(self.rows), "codes", self.language),
            most=most.name,
            number=len(most.rows),
        )

"""How much there is of each code: a bar each, with its documents and participants in figures beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from coding.figures import layout, words
from coding.figures.choices import FigureChoice
from coding.figures.paper import (
    ACCENT,
    EDGE,
    INK,
    LINE,
    MUTED,
    PALE,
    RULE,
    SIZE,
    SMALL,
    Figure,
    Opens,
    Paper,
)
from coding.moment.evidence import EvidenceItem, Ways
from coding.moment.moment import Moment
from coding.tables import matrices
from coding.tables.matrices import Matrix

_ROW, _BAR = 5.0, 3.0  # mm
_MOST = 40
_COLUMN = 21.0  # mm of a column of numbers
_WORDS = {
    "fr": {
        "title": "Fréquence des codes",
        "codings": "Segments codés",
        "documents": "Documents",
        "participants": "Participant·e·s",
        "of": "{number} sur {all}",
        "alt": "Barres du nombre de segments codés de {codes}. Le plus fréquent est {most} ({number}), le moins"
        " fréquent {least} ({few}).",
    },
    "en": {
        "title": "Frequencies of codes",
        "codings": "Coded segments",
        "documents": "Documents",
        "participants": "Participants",
        "of": "{number} of {all}",
        "alt": "Bars of how many coded segments there are of {codes}. The most frequent is {most} ({number}), the least"
        " {least} ({few}).",
    },
}


@dataclass(frozen=True)
class CodeFrequency:
    """A code with how many segments, documents and participants it has."""

    name: str
    codings: int
    documents: int
    participants: int
    opens: Opens


def lines(moment: Moment, rows: str, ways: Ways = "both") -> list[CodeFrequency]:
    """Count the codes of a dimension, in its order."""
    by_document = matrices.build(moment, rows, "documents", "codings", evidence=ways)
    by_person = matrices.build(moment, rows, "participants", "codings", evidence=ways)
    known = [n for n, label in enumerate(by_person.columns) if label.key is not None]
    return [
        CodeFrequency(
            name,
            int(by_document.values[n].sum()),
            int((by_document.values[n] > 0).sum()),
            int((by_person.values[n, known] > 0).sum()),
            partial(opened, by_document, n),
        )
        for n, name in enumerate(layout.names(by_document))
    ]


def opened(matrix: Matrix, row: int) -> list[EvidenceItem]:
    """Return what stands behind a whole row that is a code."""
    return list(matrix.sides[0].seen(row).values())


def frequencies(moment: Moment, choice: FigureChoice) -> Figure:
    """Draw how many coded segments each code has, those with most first."""
    rows = layout.of_codes(moment, choice)
    found = [one for one in lines(moment, rows, choice.evidence or "both") if one.codings]
    layout.something(found)
    every = len(found)
    found = sorted(found, key=lambda one: -one.codings)[: choice.most or _MOST]
    paper = Paper(choice.width)
    paper.chosen["rows"] = rows
    return _drawn(moment, found, every, paper, words.spoken(moment))


def _drawn(moment: Moment, found: list[CodeFrequency], every: int, paper: Paper, language: str) -> Figure:
    said, ends = _WORDS[language], [("documents", len(moment.documents)), ("participants", len(moment.people))]
    ends = [(name, all) for name, all in ends if all]
    side = layout.room_for((one.name for one in found), 14, paper.width * 0.42, SIZE)
    left, right = EDGE + side + 2, paper.width - EDGE - len(ends) * _COLUMN
    scale = (right - left - 8) / max(one.codings for one in found)
    paper.words(left, EDGE + LINE / 2, said["codings"], size=SMALL, colour=MUTED)
    for n, (name, _) in enumerate(ends, 1):
        paper.words(right + n * _COLUMN, EDGE + LINE / 2, said[name], size=SMALL, colour=MUTED, across="right")
    top = EDGE + LINE + 1.2
    paper.bars([(EDGE, top + n * _ROW, paper.width - 2 * EDGE, _ROW) for n in range(0, len(found), 2)], PALE)
    paper.bars(
        [(left, top + n * _ROW + (_ROW - _BAR) / 2, one.codings * scale, _BAR) for n, one in enumerate(found)], ACCENT
    )
    paper.lines([[(left, top), (left, top + len(found) * _ROW)]], colour=RULE)
    for n, one in enumerate(found):
        middle = top + (n + 0.5) * _ROW
        paper.label(EDGE + side, middle, one.name, side, across="right")
        number = words.number(one.codings, language)
        paper.words(left + one.codings * scale + 1, middle, number, bold=True, colour=INK)
        for m, (name, all) in enumerate(ends, 1):
            text = said["of"].format(number=getattr(one, name), all=all)
            paper.words(right + m * _COLUMN, middle, text, size=SMALL, across="right")
        told = words.told(one.name, words.counted(one.codings, "codings", language), language)
        paper.spot(EDGE, top + n * _ROW, paper.width - 2 * EDGE, _ROW, told, one.opens, one.codings)
    left_out = words.left_out(len(found), every, "codes", language)
    bottom, notes = layout.foot(paper, top + len(found) * _ROW + 1, language, left_out)
    alt = said["alt"].format(
        codes=words.counted(len(found), "codes", language),
        most=found[0].name,
        number=found[0].codings,
        least=found[-1].name,
        few=found[-1].codings,
    )
    return paper.cut("frequencies", said["title"], alt, language, bottom, notes)

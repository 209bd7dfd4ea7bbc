"""Coverage: for each concept of a framework and each participant, whether it was asked, and what was coded.

A cell knows four states: not asked, asked and nothing coded, contrary, present. Nothing in the guide says which concept
a question is after; a question is taken to ask for every concept that answers to it, whoever gave them, are evidence
for. Without a guide, whoever speaks counts as asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from coding.codebook import CodeInfo
from coding.guide.answers import Answers, answers
from coding.moment import shown
from coding.moment.moment import Moment
from coding.moment.ranges import Pairs, matches, once, spread
from coding.moment.rows import Ints

State = Literal["not asked", "nothing", "contrary", "present"]
STATES: tuple[State, ...] = ("not asked", "nothing", "contrary", "present")


class CoverageCell(NamedTuple):
    """A state, and how many coded segments of the participant count for the concept and contradict it."""

    state: State
    counted: int
    against: int


@dataclass(frozen=True)
class Coverage:
    """Concepts × participants, by key; `questions` gives the questions of the guide that ask for each concept."""

    moment: Moment
    concepts: tuple[int, ...]
    people: tuple[int, ...]
    cells: Mapping[tuple[int, int], CoverageCell]
    questions: Mapping[int, tuple[str, ...]]
    guided: bool

    def spans(self, concept: int, person: int) -> Ints:
        """Return the numbers of the coded spans behind a cell, those that contradict among them."""
        who, spans = heard(self.moment)
        every = self.moment.net.every_span(concept)
        return every[np.isin(every, spans[who == person])]


def heard(moment: Moment) -> Pairs:
    """Return (participant, number of a coded span) where the span is in that participant's words, each pair once."""
    people, passages = moment.said  # ordered by passage
    spans, touched = spread(np.arange(len(moment.item_passages)), moment.item_passages)
    pair, place = matches(passages, touched)
    return once((people[place], spans[pair]))


def coverage(moment: Moment, codes: Iterable[CodeInfo]) -> Coverage:
    """Return the coverage of these codes, those of a framework or descriptive ones."""
    people, concepts = tuple(shown.people(moment)), tuple(code.key for code in codes)
    who, units = heard(moment)
    counted = {key: moment.net.spans(key) for key in concepts}
    found = answers(moment) if moment.guiding.version(None) is not None else None
    asking = _asking(found, counted) if found is not None else {}
    size = max((*people, int(who.max(initial=0)))) + 1 if people else 1
    cells = {}
    for concept in concepts:
        asked = _asked(found, asking[concept]) if found is not None else _speaking(moment)
        every = _each(who, units, moment.net.every_span(concept), size)
        yes = _each(who, units, counted[concept], size)
        for person in people:
            cells[concept, person] = _cell(yes[person], every[person] - yes[person], person in asked)
    said = {key: tuple(found.questions[n].text for n in asking[key]) for key in concepts} if found is not None else {}
    return Coverage(moment, concepts, people, cells, said, found is not None)


def _each(who: Ints, units: Ints, spans: Ints, size: int) -> list[int]:
    """Count by participant's key in how many of these spans each is heard."""
    mask = np.zeros(int(units.max(initial=-1)) + 1, bool)
    mask[spans[spans < len(mask)]] = True
    return [int(n) for n in np.bincount(who[mask[units]], minlength=size)]


def _cell(counted: int, against: int, asked: bool) -> CoverageCell:
    state: State = "present" if counted else "contrary" if against else "nothing" if asked else "not asked"
    return CoverageCell(state, counted, against)


def _speaking(moment: Moment) -> frozenset[int]:
    return frozenset(person for people in moment.voices.participants_of.values() for person in people)


def _asking(found: Answers, counted: Mapping[int, Ints]) -> dict[int, list[int]]:
    """Return for each concept which questions, by place, ask for it."""
    moment = found.moment
    of_question = [
        np.array([piece.passage for who in found.rows for piece in found.answer(who, one).pieces], np.int64)
        for one in found.questions
    ]
    asking = {}
    for concept, spans in counted.items():
        _, touched = spread(np.arange(len(spans)), moment.item_passages[spans])
        asking[concept] = [n for n, passages in enumerate(of_question) if np.isin(passages, touched).any()]
    return asking


def _asked(found: Answers, questions: Iterable[int]) -> frozenset[int]:
    """Return the participants who were asked any of these questions, in its words or in others."""
    wanted = [found.questions[n] for n in questions]
    return frozenset(
        who[1]
        for who in found.rows
        if who[0] == "participant" and any(found.answer(who, one).state in ("asked", "otherwise") for one in wanted)
    )

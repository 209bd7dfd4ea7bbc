"""Tallies: in how many interviews, and of how many respondents, each question of the guide was asked.

*Asked* is what is asked in these words or in others, as n of N says it; the two stand apart beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from coding.guide import interviews
from coding.guide.answers import Answers, Who, answers, state_of
from coding.moment.moment import Moment
from corpus.guide.guides import QuestionInfo


class States(NamedTuple):
    """How many are in which state; see `answers.State`."""

    asked: int
    otherwise: int
    not_asked: int
    unknown: int
    absent: int

    @property
    def of(self) -> int:
        """All of those whose version holds the question, or that are marked."""
        return self.asked + self.otherwise + self.not_asked + self.unknown


class Tally(NamedTuple):
    """A question with its states by interview and by respondent, and how many of the interviews' a person said."""

    question: QuestionInfo
    interviews: States
    people: States
    sure: int


def tallies(moment: Moment, version: int | None = None) -> list[Tally]:
    """Return the tallies of a version, by default the newest, in the order of its questions."""
    found = answers(moment, version)
    documents, cells = interviews.within(moment), moment.guiding.cells
    result = []
    for one in found.questions:
        known = [(document, cells.get((document, one.line))) for document in documents]
        by_interview = _states(state_of(moment, document, cell, one.line) for document, cell in known)
        by_person = _states(found.answer(who, one).state for who in found.rows)
        sure = sum(cell is not None and cell.sure for _, cell in known)
        result.append(Tally(one, by_interview, by_person, sure))
    return result


def asked(found: Answers, question: QuestionInfo) -> frozenset[Who]:
    """Return who was asked a question, in its words or in others."""
    return frozenset(who for who in found.rows if found.answer(who, question).state in ("asked", "otherwise"))


def _states(states: Iterable[str]) -> States:
    counted = Counter(states)
    return States(*(counted[one] for one in ("asked", "otherwise", "not asked", "unknown", "absent")))

"""What the tab shows, read together: a version, its questions with how often each was asked, and the interviews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from coding.guide.answers import Answers
    from coding.guide.tallies import Tally
    from coding.moment.guide_use import QuestionCell
    from coding.moment.moment import Moment
    from corpus.guide.guides import GuideInfo, QuestionInfo

SIGNS = {"asked": "●", "otherwise": "◐", "not asked": "○", "unknown": "?", "absent": "–"}


@dataclass(frozen=True)
class GuideState:
    """A version of the guide as a moment has it; `documents` are the interviews."""

    moment: Moment
    version: GuideInfo
    answers: Answers
    tallies: list[Tally]
    documents: list[int]

    @property
    def questions(self) -> tuple[QuestionInfo, ...]:
        """The questions of the version."""
        return self.version.questions

    def cell(self, document: int, question: QuestionInfo) -> QuestionCell | None:
        """Give what is marked of a question in an interview."""
        return self.moment.guiding.cells.get((document, question.line))

    def state(self, document: int, question: QuestionInfo) -> str:
        """Give the state of a question in an interview."""
        from coding.guide.answers import state_of

        return state_of(self.moment, document, self.cell(document, question), question.line)

    def own(self, document: int, question: QuestionInfo) -> QuestionInfo:
        """Give the question as the version puts it that the interview used."""
        used = self.moment.guiding.questions_of(document)
        return next((one for one in used if one.line == question.line), question)


def read(moment: Moment, version: int | None) -> GuideState | None:
    """Read a version, the newest where it is gone or none is named; None without a guide."""
    from coding.guide import interviews
    from coding.guide.answers import answers
    from coding.guide.tallies import tallies

    info = moment.guiding.version(version) or moment.guiding.version()
    if info is None:
        return None
    return GuideState(moment, info, answers(moment, info.key), tallies(moment, info.key), interviews.within(moment))


def state_names() -> dict[str, str]:
    """Give the states as they are called in the window."""
    translate = QCoreApplication.translate
    return {
        "asked": translate("guide", "asked"),
        "otherwise": translate("guide", "asked in other words"),
        "not asked": translate("guide", "not asked"),
        "unknown": translate("guide", "not known"),
        "absent": translate("guide", "not in the version used"),
    }


def sign(state: str, sure: bool) -> str:
    """Give the sign of a state; in brackets what was found and nobody confirmed."""
    found = state in ("asked", "otherwise", "not asked") and not sure
    return f"({SIGNS[state]})" if found else SIGNS[state]


def counted(tally: Tally) -> str:
    """Say in how many interviews a question was asked."""
    translate, states = QCoreApplication.translate, tally.interviews
    said = [translate("guide", "asked in {asked} of {of}").format(asked=states.asked, of=states.of)]
    for number, name in (
        (states.otherwise, translate("guide", "otherwise {count}")),
        (states.not_asked, translate("guide", "not asked {count}")),
        (states.unknown, translate("guide", "not known {count}")),
    ):
        said += [name.format(count=number)] if number else []
    return ", ".join(said)

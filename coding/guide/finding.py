"""Finding: where each interview asks the questions of its version of the guide, told by likeness.

What is close is *asked*; what is less close, the same matter in other words perhaps, is *otherwise* and wants a look.
That a question stands between its neighbours of the guide counts a little, and that the same words are more like
another question counts against it. What people marked is never touched, and its words are wordings to find by.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from coding.guide import likeness, utterances
from coding.guide.interviews import asking, interviews
from coding.guide.likeness import Bag, Floats
from coding.guide.utterances import Utterance
from coding.moment.moment import Moment
from corpus import anchors
from corpus.anchors import Anchor
from corpus.guide import askings
from corpus.guide.askings import FoundQuestion, State
from corpus.guide.guides import QuestionInfo
from corpus.progress import Progress, silent

ASKED, LOOK = 0.5, 0.3
"""From which likeness on a question counts as asked, and from which as asked otherwise."""
_RIVAL, _ORDER = 0.3, 0.04
_WORDINGS = 12


@dataclass(frozen=True, slots=True)
class Finding:
    """A question found at a place; `words` are those that both hold, `score` their likeness, 0 to 1.

    One that is found nowhere is not asked in the whole document, and has no score.
    """

    question: QuestionInfo
    anchor: Anchor
    state: State
    score: float | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it: what was found, how many of each state were put, and where no interviewer is heard."""

    found: tuple[Finding, ...]
    asked: int
    otherwise: int
    not_asked: int
    unheard: tuple[int, ...]


def find(
    moment: Moment, documents: Collection[int] | None = None, *, missing: bool = False, progress: Progress = silent
) -> list[Finding]:
    """Return where questions are asked in interviews: all, or these. With `missing` also those that are found nowhere.

    Where no interviewer is heard nothing is found, and nothing missed.
    """
    wanted = [key for key in interviews(moment) if documents is None or key in documents]
    places = asking(moment)
    said: list[list[Utterance]] = []
    for done, key in enumerate(wanted):
        progress(done, len(wanted) + 1, moment.infos[key].name)
        said.append(utterances.heard(moment, key, places.get(key, ())))
    asked = {one.key: one for key in wanted for one in moment.guiding.questions_of(key)}
    if not asked or not any(said):
        return []
    scores = likeness.scores([one.bag for each in said for one in each], _wordings(moment, list(asked.values())))
    column, at = {key: n for n, key in enumerate(asked)}, 0
    found: list[Finding] = []
    for key, here in zip(wanted, said):
        questions = moment.guiding.questions_of(key)
        part = scores[at : at + len(here)][:, [column[one.key] for one in questions]]
        at += len(here)
        if len(here) and questions:
            found += _in_document(moment, key, here, questions, part, missing)
    progress(len(wanted) + 1, len(wanted) + 1, "")
    return found


def run(
    moment: Moment, documents: Collection[int] | None = None, *, missing: bool = False, progress: Progress = silent
) -> Result:
    """Find questions and put them in the place of what was found before, as one change."""
    found = find(moment, documents, missing=missing, progress=progress)
    wanted = [key for key in interviews(moment) if documents is None or key in documents]
    heard = asking(moment)
    rows = [FoundQuestion(one.question.key, one.anchor, one.state, one.score) for one in found]
    put = askings.put(moment.project, wanted, rows)
    asked, otherwise, not_asked = (sum(one.state == state for one in put) for state in askings.STATES)
    return Result(tuple(found), asked, otherwise, not_asked, tuple(key for key in wanted if key not in heard))


def _wordings(moment: Moment, questions: Sequence[QuestionInfo]) -> list[list[Bag]]:
    """Return the wordings of each question: its own, those of other versions, and where people found it asked."""
    guiding, language = moment.guiding, moment.known.language
    known: dict[int, list[str]] = {}
    for one in guiding.questions.values():
        known.setdefault(one.line, []).append(one.text)
    for mark in guiding.marks:
        if mark.sure and mark.start is not None and mark.state != "not asked":
            words = anchors.text_of(mark.anchor, moment.text(mark.document))
            known[guiding.questions[mark.question].line].append(words)
    return [likeness.wordings(dict.fromkeys([one.text, *known[one.line][-_WORDINGS:]]), language) for one in questions]


def _in_document(
    moment: Moment,
    document: int,
    heard: Sequence[Utterance],
    questions: Sequence[QuestionInfo],
    scores: Floats,
    missing: bool,
) -> list[Finding]:
    weighed = _against_rivals(scores)
    weighed = _in_order(weighed, np.array([one.first for one in heard]))
    best = weighed.argmax(axis=0)
    text, language = moment.text(document), moment.infos[document].language
    found = []
    for n, question in enumerate(questions):
        place, score = heard[best[n]], float(min(weighed[best[n], n], 1.0))
        if score >= LOOK:
            words = likeness.shared(text[place.start : place.end], question.text, language)
            state: State = "asked" if score >= ASKED else "otherwise"
            there = anchors.words(document, place.start, place.end)
            found.append(Finding(question, there, state, round(score, 3), words))
        elif missing:
            found.append(Finding(question, anchors.whole(document), "not asked", None, ()))
    return found


def _against_rivals(scores: Floats) -> Floats:
    """Let the same words count less for a question where they are more like another."""
    if scores.shape[1] < 2:
        return scores
    most = np.sort(scores, axis=1)
    others = np.where(scores >= most[:, -1:], most[:, -2:-1], most[:, -1:])
    return scores - _RIVAL * np.maximum(others - scores, 0)


def _in_order(scores: Floats, order: np.ndarray) -> Floats:
    """Let a place count a little more between the places of a question's neighbours, and a little less elsewhere."""
    best = scores.argmax(axis=0)
    sure = np.flatnonzero(scores.max(axis=0) >= ASKED)
    weighed = scores.copy()
    for n in range(scores.shape[1]):
        before, after = sure[sure < n], sure[sure > n]
        low = order[best[before[-1]]] if len(before) else -1
        high = order[best[after[0]]] if len(after) else np.inf
        if low < high:
            weighed[:, n] += np.where((order >= low) & (order <= high), _ORDER, -_ORDER)
    return weighed

"""Answers: what respondents say from where a question is asked to where the next question of the guide is.

Their own words alone: not the interviewer's, no headings, and in a group each participant's by themselves. Who is tied
to no participant stands for themselves, and a document that nobody is marked in for those who speak there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from coding.guide.interviews import Span, headings, interviews
from coding.moment.guide_use import QuestionCell
from coding.moment.moment import Moment
from corpus.errors import NothingThere
from corpus.guide.guides import GuideInfo, QuestionInfo

Who = tuple[Literal["participant", "speaker", "document"], int]
"""Who answers: a participant, else a speaker, else all that is said in a document; with its key."""
State = Literal["asked", "otherwise", "not asked", "unknown", "absent"]
"""`unknown`: nothing is marked; `absent`: the version that was used had no such question, and nothing is marked."""
_ORDER: tuple[State, ...] = ("asked", "otherwise", "not asked", "unknown", "absent")


@dataclass(frozen=True, slots=True)
class AnswerPiece:
    """Words of an answer: a span of a document in code points, and the number of its passage among all."""

    document: int
    start: int
    end: int
    passage: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What one respondent answers to one question: `asked_at` are the places of the question, `pieces` the words.

    `sure` says that a person said in what state it is.
    """

    state: State
    sure: bool
    asked_at: tuple[tuple[int, int, int], ...]
    pieces: tuple[AnswerPiece, ...]


@dataclass(frozen=True)
class Answers:
    """Respondents × the questions of a version; `cells` by respondent and line, all of them."""

    moment: Moment
    version: GuideInfo
    rows: tuple[Who, ...]
    cells: Mapping[tuple[Who, int], Answer]

    @property
    def questions(self) -> tuple[QuestionInfo, ...]:
        """The columns."""
        return self.version.questions

    def name(self, who: Who) -> str:
        """Return what a respondent is called, or what stands for them."""
        moment, (kind, key) = self.moment, who
        if kind == "participant":
            return moment.mask.person(key)
        if kind == "document":
            return moment.mask.document(moment.infos[key])
        document = moment.infos[moment.voices.speakers[key].document]
        return f"{moment.mask.document(document)} · {moment.mask.speaker(key)}"

    def answer(self, who: Who, question: QuestionInfo) -> Answer:
        """Return a cell."""
        return self.cells[who, question.line]

    def text(self, who: Who, question: QuestionInfo) -> str:
        """Return the words of an answer, a paragraph for each turn, without names that may not be shown."""
        pieces = self.answer(who, question).pieces
        words = [self.moment.text(one.document)[one.start : one.end].strip() for one in pieces]
        return self.moment.mask.text("\n\n".join(filter(None, words)))


def answers(moment: Moment, version: int | None = None) -> Answers:
    """Return the answers to the questions of a version, by default the newest, in all versions of the same line."""
    found = moment.guiding.version(version)
    if found is None:
        raise NothingThere("The study has no interview guide yet.")
    inputs = (moment.voices, moment.guiding)
    said = moment.keep("answers", inputs, lambda: _said(moment))
    rows = _within(moment, _rows(said))
    cells = {
        (who, one.line): _cell(moment, who, documents, one.line, said)
        for who, documents in rows.items()
        for one in found.questions
    }
    return Answers(moment, found, tuple(rows), cells)


@dataclass(frozen=True)
class _AnswerWords:
    """By interview its respondents, in order; and by interview, line and respondent the words of the answer."""

    who: Mapping[int, tuple[Who, ...]]
    pieces: Mapping[tuple[int, int, Who], list[AnswerPiece]]
    order: Mapping[int, int]


def _said(moment: Moment) -> _AnswerWords:
    who: dict[int, tuple[Who, ...]] = {}
    pieces: dict[tuple[int, int, Who], list[AnswerPiece]] = {}
    inputs = (moment.voices, tuple(interviews(moment)))
    for document, talk in moment.keep("talk", inputs, lambda: _talks(moment)).items():
        heard: dict[Who, None] = dict.fromkeys(
            ("participant", key) for key in moment.voices.participants_of.get(document, ())
        )
        heard.update(dict.fromkeys(one for _, whose in talk for one in whose if one[0] != "document"))
        starts = [piece.start for piece, _ in talk]
        for line, (start, end) in _ranges(moment, document):
            for piece, whose in talk[max(bisect_right(starts, start) - 1, 0) : bisect_left(starts, end)]:
                first, last = max(start, piece.start), min(end, piece.end)
                if first < last:
                    for one in whose:
                        heard[one] = None
                        clipped = AnswerPiece(document, first, last, piece.passage)
                        pieces.setdefault((document, line, one), []).append(clipped)
        who[document] = tuple(heard) or (("document", document),)
    place = {key: n for n, (key, _) in enumerate(moment.voices.participants)}
    return _AnswerWords(who, pieces, place)


def _talks(moment: Moment) -> dict[int, list[tuple[AnswerPiece, tuple[Who, ...]]]]:
    """Return what respondents say in each interview."""
    return {document: _talk(moment, document) for document in interviews(moment)}


def _ranges(moment: Moment, document: int) -> list[tuple[int, Span]]:
    """Return by line where its answers may stand: from a question to the next question of the guide, or the end."""
    cells = [(line, cell) for (at, line), cell in moment.guiding.cells.items() if at == document and cell.asked]
    places = sorted(
        (mark.start, mark.end, line)
        for line, cell in cells
        for mark in cell.marks
        if mark.start is not None and mark.end is not None
    )
    starts = [start for start, _, _ in places]
    found = []
    for _, end, line in places:
        after = bisect_left(starts, end)
        found.append((line, (end, starts[after] if after < len(starts) else moment.infos[document].characters)))
    return found


def _talk(moment: Moment, document: int) -> list[tuple[AnswerPiece, tuple[Who, ...]]]:
    """Return what respondents say in a document, passage by passage, each with whose words it is."""
    voices, titles = moment.voices, headings(moment)
    low, high = voices.runs.get(document, (0, 0))
    found = []
    for n in range(low, high):
        key, _, start, end, speaker = voices.passages[n].tolist()
        if voices.asking[n] or key in titles:
            continue
        people: tuple[Who, ...] = tuple(("participant", one) for one in voices.says(document, speaker))
        alone: Who = ("speaker", speaker) if speaker else ("document", document)
        found.append((AnswerPiece(document, start, end, n), people or (alone,)))
    return found


def _rows(said: _AnswerWords) -> dict[Who, list[int]]:
    """Return the respondents with their interviews: participants in the order of their table, then the others."""
    found: dict[Who, list[int]] = {}
    for document, people in said.who.items():
        for who in people:
            found.setdefault(who, []).append(document)
    kinds = {"participant": 0, "speaker": 1, "document": 1}
    order = sorted(found, key=lambda who: (kinds[who[0]], said.order.get(who[1], 0) if who[0] == "participant" else 0))
    return {who: found[who] for who in order}


def _within(moment: Moment, rows: dict[Who, list[int]]) -> dict[Who, list[int]]:
    """Return the respondents of the sets, each with those of their interviews that are of the sets."""
    papers, people, _ = moment.scope
    asked = {
        who: keys for who, keys in rows.items() if people is None or (who[0] == "participant" and who[1] in people)
    }
    kept = {who: [key for key in keys if papers is None or key in papers] for who, keys in asked.items()}
    return {who: keys for who, keys in kept.items() if keys}


def _cell(moment: Moment, who: Who, documents: list[int], line: int, said: _AnswerWords) -> Answer:
    known = [(document, moment.guiding.cells.get((document, line))) for document in documents]
    states = [state_of(moment, document, cell, line) for document, cell in known]
    state = min(states, key=_ORDER.index)
    told = [cell for (_, cell), each in zip(known, states) if cell is not None and each == state]
    places = tuple(
        (mark.document, mark.start, mark.end)
        for _, cell in known
        if cell is not None and cell.asked
        for mark in cell.marks
        if mark.start is not None and mark.end is not None
    )
    pieces = tuple(piece for document in documents for piece in said.pieces.get((document, line, who), ()))
    return Answer(state, bool(told) and all(cell.sure for cell in told), places, pieces)


def state_of(moment: Moment, document: int, cell: QuestionCell | None, line: int) -> State:
    """Return in what state a line is in a document, as its cell says it."""
    if cell is not None:
        return next(state for state in _ORDER if state == cell.state)
    return "unknown" if moment.guiding.holds(document, line) else "absent"

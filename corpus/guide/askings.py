"""Askings: where an interview holds a question of the guide, as it stands there or in other words; or that it does not.

What a person said weighs more than what was found: where somebody marked a question in an interview, what was found of
it there counts no more, and nothing more is found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from corpus import anchors
from corpus.anchors import Anchor
from corpus.errors import NothingThere, SourceError
from corpus.guide import guides
from corpus.model import Asking, Coder, Question
from corpus.our_words import ListedWords
from corpus.store.project import Project

State = Literal["asked", "otherwise", "not asked"]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class AskingInfo:
    """A question's place in a document; without words it is of the whole document, as one not asked is.

    `sure` says that a person said so; what was found has a `score`, its likeness to the question, 0 to 1.
    """

    key: int
    question: int
    document: int
    start: int | None
    end: int | None
    state: str
    sure: bool
    score: float | None
    coder: str

    @property
    def anchor(self) -> Anchor:
        """Where the question stands."""
        return Anchor(self.document, self.start, self.end)


class FoundQuestion(NamedTuple):
    """What was found: a question at a place, in a state, and how like the place is to the question."""

    question: int
    anchor: Anchor
    state: State
    score: float | None


def mark(project: Project, question: int, anchor: Anchor, state: State = "asked") -> int:
    """Say that a question is asked at a place, or in other words, or in a whole document not; return the asking's key.

    What was found of it in the document, and what says the opposite, gives way.
    """
    if state not in STATES:
        raise SourceError(
            "{state} is no state of a question; say one of {states}.", state=state, states=ListedWords(STATES)
        )
    with project.change(
        "Mark question as asked"
        if state == "asked"
        else "Mark question as asked otherwise"
        if state == "otherwise"
        else "Mark question as not asked"
    ) as session:
        _check(session, question, anchor, state)
        row = None
        for one in _of_line(session, question, anchor.document):
            if anchors.of_row(one) == anchor and state != "not asked":
                row = one
            elif one.origin == "found" or "not asked" in (state, one.state):
                session.delete(one)
        if row is None:
            row = Asking(question_id=question, **anchors.fields(anchor))
            session.add(row)
        row.state, row.origin, row.score, row.coder_id = state, "manual", None, project.coder_key(session)
        session.flush()
        return row.id


def _check(session: Session, question: int, anchor: Anchor, state: State) -> None:
    if session.get(Question, question) is None:
        raise NothingThere("This question is no longer in the guide.")
    if anchors.stored(session, anchor).kind not in ("words", "whole"):
        raise SourceError("A question is asked in words.")
    if state == "not asked" and anchor.kind != "whole":
        raise SourceError("A question that is not asked has no place: say the document alone.")


def _of_line(session: Session, question: int, document: int) -> list[Asking]:
    """Return what is marked of a question, whatever its version, in a document."""
    alike = _alike(session)
    rows = session.scalars(select(Asking).where(Asking.document_id == document).order_by(Asking.id))
    return [row for row in rows if alike[row.question_id] == alike[question]]


def _alike(session: Session) -> dict[int, int]:
    return guides.lines(dict(session.execute(select(Question.id, Question.follows_id)).all()))


def confirm(project: Project, keys: Collection[int], state: State | None = None) -> None:
    """Say that what was found is so, or that it is of another `state`: it counts as said by a person from then on."""
    with project.change("Confirm question" if len(keys) == 1 else "Confirm questions") as session:
        for key in keys:
            row = _row(session, key)
            if state is not None and state != row.state:
                whole = state == "not asked"
                mark(project, row.question_id, anchors.whole(row.document_id) if whole else anchors.of_row(row), state)
                continue
            row.origin, row.coder_id = "manual", project.coder_key(session)


def unmark(project: Project, keys: Collection[int]) -> None:
    """Take marks of questions away: nothing is said of them there any more."""
    with project.change("Unmark question" if len(keys) == 1 else "Unmark questions") as session:
        for key in keys:
            session.delete(_row(session, key))


def put(project: Project, documents: Collection[int], found: Iterable[FoundQuestion]) -> list[FoundQuestion]:
    """Put what was found in documents in the place of what was found there before; return what is put.

    Nothing is put where a person said something of the question in that document.
    """
    with project.change("Find questions") as session:
        session.execute(delete(Asking).where(Asking.origin == "found", Asking.document_id.in_(documents)))
        alike = _alike(session)
        said = {
            (alike[q], d) for q, d in session.execute(select(Asking.question_id, Asking.document_id)) if d in documents
        }
        rows = [one for one in found if (alike[one.question], one.anchor.document) not in said]
        coder = project.coder_key(session)
        session.add_all(
            Asking(
                question_id=one.question,
                **anchors.fields(one.anchor),
                state=one.state,
                origin="found",
                score=one.score,
                coder_id=coder,
            )
            for one in rows
        )
        return rows


def listed(project: Project) -> list[AskingInfo]:
    """Return all that is marked, by document and place."""
    query = (
        select(
            Asking.id,
            Asking.question_id,
            Asking.document_id,
            Asking.start,
            Asking.end,
            Asking.state,
            Asking.origin == "manual",
            Asking.score,
            Coder.name,
        )
        .outerjoin(Coder, Coder.id == Asking.coder_id)
        .order_by(Asking.document_id, Asking.start, Asking.id)
    )
    with project.read() as session:
        return [AskingInfo(*row[:8], row[8] or "") for row in session.execute(query)]


def _row(session: Session, key: int) -> Asking:
    row = session.get(Asking, key)
    if row is None:
        raise NothingThere("This question is marked there no longer.")
    return row

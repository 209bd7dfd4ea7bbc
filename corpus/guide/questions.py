"""Questions of the interview guide: added, reworded, moved and taken away, each as one change."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.cleaning import clean_line
from corpus.errors import NothingThere, SourceError
from corpus.model import Guide, Question
from corpus.store.project import Project


def add(
    project: Project,
    guide: int,
    text: str,
    *,
    topic: str | None = None,
    position: int | None = None,
    follows: int | None = None,
) -> int:
    """Add a question to a version of the guide and return its key; at `position`, from 0, by default the last.

    Without a topic it stands under that of the question before it.
    """
    with project.change("Add question") as session:
        if session.get(Guide, guide) is None:
            raise NothingThere("This version of the guide is no longer in the project.")
        order = _of(session, guide)
        place = len(order) if position is None else min(max(0, position), len(order))
        above = order[place - 1].topic if place else ""
        row = Question(guide_id=guide, text=_text(text), topic=above if topic is None else clean_line(topic))
        _carry_on(session, row, follows)
        session.add(row)
        _place(order, row, place)
        session.flush()
        return row.id


def edit(project: Project, key: int, *, text: str | None = None, topic: str | None = None) -> None:
    """Change the words of a question, or the topic it stands under; what was marked as asking it stays."""
    with project.change("Edit question") as session:
        row = _row(session, key)
        if text is not None:
            row.text = _text(text)
        if topic is not None:
            row.topic = clean_line(topic)


def carry_on(project: Project, key: int, follows: int | None) -> None:
    """Say which question of another version a question carries on; None for a new one."""
    with project.change("Say which question this carries on") as session:
        _carry_on(session, _row(session, key), follows)


def move(project: Project, key: int, position: int) -> None:
    """Put a question at `position`, from 0, among those of its version."""
    with project.change("Move question") as session:
        row = _row(session, key)
        _place([one for one in _of(session, row.guide_id) if one.id != key], row, max(0, position))


def remove(project: Project, keys: Sequence[int]) -> None:
    """Take questions away with what was marked as asking them; those of later versions stay."""
    with project.change("Remove question" if len(keys) == 1 else "Remove questions") as session:
        for key in keys:
            session.delete(_row(session, key))


def _row(session: Session, key: int) -> Question:
    row = session.get(Question, key)
    if row is None:
        raise NothingThere("This question is no longer in the guide.")
    return row


def _of(session: Session, guide: int) -> list[Question]:
    order = select(Question).where(Question.guide_id == guide).order_by(Question.position, Question.id)
    return list(session.scalars(order))


def _place(others: list[Question], row: Question, position: int) -> None:
    for number, one in enumerate([*others[:position], row, *others[position:]]):
        one.position = number


def _text(text: str) -> str:
    text = clean_line(text)
    if not text:
        raise SourceError("A question needs words.")
    return text


def _carry_on(session: Session, row: Question, follows: int | None) -> None:
    before = None if follows is None else _row(session, follows)
    if before is not None and before.guide_id == row.guide_id:
        raise SourceError("A question carries on one of another version.")
    seen: set[int] = set()
    at = before
    while at is not None and at.follows_id is not None and at.id not in seen:
        seen.add(at.id)
        at = session.get(Question, at.follows_id)
    if row.id is not None and (row.id in seen or (at is not None and at.id == row.id)):
        raise SourceError("This question carries on that one already, in a circle.")
    row.follows_id = follows

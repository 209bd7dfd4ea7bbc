"""Approvals: what was sent to a participant to approve, and what they answered.

A correction that they ask for is made afterwards, as any other; it is told that the text is not what was sent any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.cleaning import clean_text
from corpus.days import day
from corpus.errors import NothingThere, SourceError
from corpus.model import Approval, Document, Participant
from corpus.our_words import ListedWords
from corpus.store.project import Project

What = Literal["transcript", "quotations"]
Answer = Literal["approved", "changes", "refused"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)


@dataclass(frozen=True, slots=True)
class ApprovalInfo:
    """One of them: `document` is None for quotations; `changed` says that its text was corrected since it was sent."""

    key: int
    participant: int
    name: str
    what: str
    document: int | None
    document_name: str
    sent_on: str | None
    due_on: str | None
    answered_on: str | None
    answer: str | None
    note: str
    changed: bool


def listed(project: Project, participant: int | None = None) -> list[ApprovalInfo]:
    """Return what was sent, that of a participant together."""
    query = (
        select(Approval, Participant.name, Document.name, Document.text_sha)
        .join(Participant, Participant.id == Approval.participant_id)
        .join(Document, Document.id == Approval.document_id, isouter=True)
        .order_by(Participant.position, Participant.id, Approval.id)
    )
    if participant is not None:
        query = query.where(Approval.participant_id == participant)
    with project.read() as session:
        return [
            ApprovalInfo(
                key=row.id,
                participant=row.participant_id,
                name=name,
                what=row.what,
                document=row.document_id,
                document_name=document or "",
                sent_on=row.sent_on,
                due_on=row.due_on,
                answered_on=row.answered_on,
                answer=row.answer,
                note=row.note,
                changed=row.text_sha is not None and row.text_sha != sha,
            )
            for row, name, document, sha in session.execute(query)
        ]


def sent(
    project: Project, participant: int, document: int | None = None, *, sent_on: str, due_on: str | None = None
) -> int:
    """Note that a transcript, or without a document their quotations, was sent to a participant; return its key."""
    with project.change("Send for approval") as session:
        if session.get(Participant, participant) is None:
            raise NothingThere("This participant is no longer in the project.")
        read = None if document is None else session.get(Document, document)
        if document is not None and read is None:
            raise NothingThere("This document is no longer in the project.")
        row = Approval(
            participant_id=participant,
            document_id=document,
            what="quotations" if read is None else "transcript",
            text_sha=None if read is None else read.text_sha,
            sent_on=day(sent_on),
            due_on=day(due_on),
        )
        session.add(row)
        session.flush()
        return row.id


def answered(project: Project, key: int, answer: str | None, *, on: str | None = None, note: str | None = None) -> None:
    """Note what a participant answered, and when; without an answer, that none has come."""
    with project.change("Note the answer") as session:
        row = _row(session, key)
        if answer is not None and answer not in ANSWERS:
            raise SourceError("{text} is no answer; say one of {known}.", text=answer, known=ListedWords(ANSWERS))
        row.answer, row.answered_on = answer, day(on) if answer is not None else None
        if note is not None:
            row.note = clean_text(note).strip()


def edit(project: Project, key: int, *, due_on: str | None = None, note: str | None = None) -> None:
    """Change until when an answer is hoped for, or what is noted; an empty day takes it off."""
    with project.change("Edit approval") as session:
        row = _row(session, key)
        row.due_on = row.due_on if due_on is None else day(due_on)
        row.note = row.note if note is None else clean_text(note).strip()


def remove(project: Project, keys: Iterable[int]) -> None:
    """Forget that something was sent."""
    with project.change("Remove approval") as session:
        for key in keys:
            session.delete(_row(session, key))


def find(project: Project, participant: int, document: int | None) -> ApprovalInfo:
    """Return what was sent last of a document, or of quotations, to a participant; raises `NothingThere`."""
    found = [one for one in listed(project, participant) if one.document == document]
    if not found:
        raise NothingThere("Nothing of that kind was sent to this participant.")
    return found[-1]


def _row(session: Session, key: int) -> Approval:
    row = session.get(Approval, key)
    if row is None:
        raise NothingThere("This is no longer in the project.")
    return row

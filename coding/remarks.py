"""Remarks of reviewers and supervisors, each tied to what answers it: a memo, a code, a document, or words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.cleaning import clean_text
from corpus.errors import NothingThere, SubmissionError
from corpus.model import Code, Document, Memo, Remark, Submission
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class RemarkInfo:
    """A remark: who made it, of which submission, and what answers it; names are as they are now."""

    key: int
    submission: int | None
    submission_name: str
    who: str
    text: str
    answer: str
    memo: int | None
    code: int | None
    document: int | None
    at: str

    @property
    def answered(self) -> bool:
        """Whether anything answers it."""
        return bool(self.answer) or any(one is not None for one in (self.memo, self.code, self.document))


def add(project: Project, text: str, *, who: str = "", submission: int | None = None) -> int:
    """Write down what somebody remarked, and return its key."""
    return add_many(project, [(who, text)], submission=submission)[0]


def add_many(project: Project, found: Sequence[tuple[str, str]], *, submission: int | None = None) -> list[int]:
    """Write down several remarks, each with who made it, as one change; return their keys."""
    said = [(clean_text(who).strip(), clean_text(text).strip()) for who, text in found]
    if not all(text for _, text in said):
        raise SubmissionError("A remark needs words.")
    with project.change("Write down remarks") as session:
        if submission is not None and session.get(Submission, submission) is None:
            raise NothingThere("Nothing of this was sent.")
        rows = [
            Remark(submission_id=submission, who=who, text=text, coder_id=project.coder_key(session))
            for who, text in said
        ]
        session.add_all(rows)
        session.flush()
        return [row.id for row in rows]


def answer(
    project: Project,
    key: int,
    *,
    words: str | None = None,
    memo: int | None = None,
    code: int | None = None,
    document: int | None = None,
) -> None:
    """Tie a remark to what answers it; what is not given stays as it is."""
    with project.change("Answer remark") as session:
        row = _row(session, key)
        for kind, given in ((Memo, memo), (Code, code), (Document, document)):
            if given is not None and session.get(kind, given) is None:
                raise NothingThere("What is to answer the remark is not in the project.")
        row.answer = row.answer if words is None else clean_text(words).strip()
        row.memo_id = row.memo_id if memo is None else memo
        row.code_id = row.code_id if code is None else code
        row.document_id = row.document_id if document is None else document


def remove(project: Project, key: int) -> None:
    """Take a remark away; what answers it stays."""
    with project.change("Remove remark") as session:
        session.delete(_row(session, key))


def _row(session: Session, key: int) -> Remark:
    row = session.get(Remark, key)
    if row is None:
        raise NothingThere("No remark has this number.")
    return row


def listed(project: Project, submission: int | None = None) -> list[RemarkInfo]:
    """Return the remarks in the order they were written down: all, or those of one submission."""
    query = (
        select(
            Remark.id,
            Remark.submission_id,
            Submission.name,
            Remark.who,
            Remark.text,
            Remark.answer,
            Remark.memo_id,
            Remark.code_id,
            Remark.document_id,
            Remark.created_at,
        )
        .outerjoin(Submission, Submission.id == Remark.submission_id)
        .order_by(Remark.id)
    )
    if submission is not None:
        query = query.where(Remark.submission_id == submission)
    with project.read() as session:
        rows = session.execute(query).all()
    return [RemarkInfo(one, of, name or "", *rest) for one, of, name, *rest in rows]

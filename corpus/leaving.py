"""What memos remember of what leaves the project: nothing written is lost, nor what it was about."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from corpus.model import Code, Coding, Document, MemoTarget, Participant


def documents(session: Session, keys: Collection[int]) -> None:
    """Before documents go: let memos on them, on their words and on their codings say so."""
    own = select(Coding.id).where(Coding.document_id.in_(keys))
    rows = session.execute(
        select(MemoTarget.memo_id, MemoTarget.start, Document.name)
        .outerjoin(Coding, Coding.id == MemoTarget.coding_id)
        .join(Document, or_(Document.id == MemoTarget.document_id, Document.id == Coding.document_id))
        .where(or_(MemoTarget.document_id.in_(keys), MemoTarget.coding_id.in_(own)))
        .order_by(MemoTarget.id)
    )
    _remember(session, [(memo, "document", name) for memo, _, name in rows])


def participants(session: Session, keys: Collection[int]) -> None:
    """Before participants go: let memos on them say so."""
    rows = session.execute(
        select(MemoTarget.memo_id, Participant.name)
        .join(Participant, Participant.id == MemoTarget.participant_id)
        .where(Participant.id.in_(keys)).order_by(MemoTarget.id)
    )  # fmt: skip
    _remember(session, [(memo, "participant", name) for memo, name in rows])


def codes(session: Session, keys: Collection[int]) -> None:
    """Before codes go: let memos that are about something else as well say so."""
    rows = session.execute(
        select(MemoTarget.memo_id, Code.name)
        .join(Code, Code.id == MemoTarget.code_id)
        .where(Code.id.in_(keys)).order_by(MemoTarget.id)
    )  # fmt: skip
    _remember(session, [(memo, "code", name) for memo, name in rows])


def _remember(session: Session, lost: Collection[tuple[int, str, str]]) -> None:
    for memo, kind, name in dict.fromkeys(lost):
        session.add(MemoTarget(memo_id=memo, about=f"{kind}:{name}"))
    session.flush()

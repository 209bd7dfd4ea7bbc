"""What memos remember of what leaves the project: nothing written is lost, nor what it was about."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from corpus.model import Code, Coding, Document, Memo, MemoTarget, Participant


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
    _remember(session, _on(session, MemoTarget.participant_id, Participant, keys))


def codes(session: Session, keys: Collection[int]) -> None:
    """Before codes go: let memos that are about something else as well say so."""
    _remember(session, _on(session, MemoTarget.code_id, Code, keys))


def merged(session: Session, became: Mapping[str, str]) -> None:
    """Let links in memos lead to what things have become, by the uids before and after."""
    for before, after in became.items():
        for memo in session.scalars(select(Memo).where(Memo.body.contains(f"|{before}]]"))):
            memo.body = memo.body.replace(f"|{before}]]", f"|{after}]]")


def _on(
    session: Session, about: InstrumentedAttribute[int | None], gone: type[Participant | Code], keys: Collection[int]
) -> list[tuple[int, str, str]]:
    """Return the memos on these rows, each with what they are of and are called."""
    rows = session.execute(
        select(MemoTarget.memo_id, gone.name)
        .join(gone, gone.id == about)
        .where(about.in_(keys))
        .order_by(MemoTarget.id)
    )
    return [(memo, gone.__tablename__, name) for memo, name in rows]


def _remember(session: Session, lost: Collection[tuple[int, str, str]]) -> None:
    for memo, kind, name in dict.fromkeys(lost):
        session.add(MemoTarget(memo_id=memo, about=f"{kind}:{name}"))
    session.flush()

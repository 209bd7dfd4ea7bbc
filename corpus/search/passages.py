"""What the search index reads of a project: the texts of passages, and which changed since it last looked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from corpus.model import Change, ChangeRow, Document, Passage
from corpus.search.postings import PassageText
from corpus.store.project import Project

_FEW = 1000


@dataclass(frozen=True, slots=True)
class Since:
    """What was written up to the change `last`: keys of passages that may be new, altered or gone (None: any)."""

    last: str
    passages: frozenset[int] | None


def last_change(session: Session) -> str:
    """Return the uid of the project's last change."""
    return session.scalar(select(Change.uid).order_by(Change.id.desc()).limit(1)) or ""


def changed(session: Session, since: str | None) -> Since:
    """Return what was written after the change with uid `since`; all may be new where the log has no such change."""
    last = last_change(session)
    seen = session.scalar(select(Change.id).where(Change.uid == since)) if since is not None else None
    if seen is None:
        return Since(last, None)
    rows = select(ChangeRow.row).where(ChangeRow.change > seen).distinct()
    keys = set(session.scalars(rows.where(ChangeRow.stored == Passage.__tablename__)))
    # A document that was only renamed reads its passages again too; that is cheaper than comparing texts.
    documents = list(session.scalars(rows.where(ChangeRow.stored == Document.__tablename__)))
    for at in range(0, len(documents), _FEW):
        within = Passage.document_id.in_(documents[at : at + _FEW])
        keys.update(session.scalars(select(Passage.id).where(within)))
    return Since(last, frozenset(keys))


def count(session: Session) -> int:
    """Return how many passages the project has."""
    return session.scalar(select(func.count(Passage.id))) or 0


def texts(project: Project, session: Session, keys: Collection[int] | None = None) -> Iterator[PassageText]:
    """Yield the passages of these keys that are still there, or all, in document order."""
    query = select(
        Passage.id, Passage.document_id, Passage.start, Passage.end, Document.text_sha, Document.language
    ).join(Document, Document.id == Passage.document_id)
    if keys is None:
        # One document after the other, so that the rows of all are never in memory at once.
        for document in session.scalars(select(Document.id).order_by(Document.id)).all():
            of_one = query.where(Passage.document_id == document).order_by(Passage.start)
            yield from _read(project, session.execute(of_one).all())
        return
    wanted = sorted(keys)
    steps = range(0, len(wanted), _FEW)
    found = [row for at in steps for row in session.execute(query.where(Passage.id.in_(wanted[at : at + _FEW])))]
    found.sort(key=lambda row: (row[1], row[2]))
    yield from _read(project, found)


def _read(project: Project, rows: Iterable[Row[int, int, int, int, str, str]]) -> Iterator[PassageText]:
    for key, document, start, end, sha, language in rows:
        yield PassageText(key, document, start, project.text(sha)[start:end], language)


def of(project: Project) -> Callable[[Collection[int]], list[PassageText]]:
    """Return the call that gives the passages of some keys, without those that are gone, as `find.search` asks."""

    def given(keys: Collection[int]) -> list[PassageText]:
        with project.read() as session:
            return list(texts(project, session, keys))

    return given

"""Who says which turns, put right: speakers renamed and joined, turns given to others, in one document or in many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from corpus import documents
from corpus.cleaning import clean_line
from corpus.errors import NothingThere, SourceError
from corpus.model import Document, Passage, Speaker
from corpus.store.project import Project


def rename(project: Project, speakers: Iterable[int], label: str) -> None:
    """Give speakers, one of a document, another name; the text keeps its marks as they were transcribed."""
    label = _label(label)
    with project.change("Rename speaker") as session:
        for row in _rows(session, speakers):
            if called(session, row.document_id, label) not in (None, row.id):
                name = session.get_one(Document, row.document_id).name
                sentence = "Somebody in {document} is called {label} already: join the two instead."
                raise SourceError(sentence, document=name, label=label)
            _called_otherwise(session, row, label)


def _called_otherwise(session: Session, row: Speaker, label: str) -> None:
    alike = update(Speaker).where(Speaker.document_id == row.document_id, Speaker.same_as == row.label)
    session.execute(alike.values(same_as=label))
    row.label, row.same_as = label, None if row.same_as == label else row.same_as
    session.flush()


def join(project: Project, speakers: Iterable[int], into: str) -> None:
    """Say that speakers are the one called `into`, who takes all of their turns.

    In a document where nobody is called so, the first of them takes the name.
    """
    into = _label(into)
    with project.change("Join speakers") as session:
        for row in _rows(session, speakers):
            kept = called(session, row.document_id, into)
            if kept is None:
                _called_otherwise(session, row, into)
            elif kept != row.id:
                documents.merge_speakers(project, row.id, kept)


def give(project: Project, passages: Iterable[int], label: str | None) -> None:
    """Let passages be said by the speaker of that name, made where a document has none; None is nobody.

    Who says nothing any more is no speaker of the document.
    """
    label = None if label is None else _label(label)
    with project.change("Change who speaks") as session:
        rows = [session.get(Passage, key) for key in dict.fromkeys(passages)]
        there = [row for row in rows if row is not None]
        if len(there) < len(rows) or not there:
            raise NothingThere("This passage is no longer in the project.")
        before = {row.speaker_id for row in there if row.speaker_id is not None}
        for document in dict.fromkeys(row.document_id for row in there):
            key = None if label is None else _made(session, document, label)
            for row in there:
                if row.document_id == document:
                    row.speaker_id = key
        session.flush()
        without_turns(session, before)


def give_all(project: Project, speakers: Iterable[int], label: str | None) -> None:
    """Let all that speakers say be said by the one of that name, see `give`."""
    with project.read() as session:
        query = select(Passage.id).where(Passage.speaker_id.in_(list(speakers)))
        keys = session.scalars(query.order_by(Passage.document_id, Passage.position)).all()
    give(project, keys, label)


def called(session: Session, document: int, label: str) -> int | None:
    """Return the speaker of that name in a document."""
    query = select(Speaker.id).where(Speaker.document_id == document, Speaker.label == label).order_by(Speaker.id)
    return session.scalars(query).first()


def _made(session: Session, document: int, label: str) -> int:
    """Return the speaker of that name, made where there is none: in the role that the name has elsewhere."""
    if (key := called(session, document, label)) is not None:
        return key
    roles = session.scalars(select(Speaker.role).where(Speaker.label == label, Speaker.role != "unknown").distinct())
    role = found[0] if len(found := roles.all()) == 1 else "unknown"
    made = Speaker(document_id=document, label=label, role=role)
    session.add(made)
    session.flush()
    return made.id


def without_turns(session: Session, speakers: Iterable[int], *, tied: bool = True) -> None:
    """Take out those of these speakers who say nothing; not `tied`, those alone who are no participant."""
    for key in sorted(speakers):
        row = session.get_one(Speaker, key)
        said = session.scalar(select(func.count(Passage.id)).where(Passage.speaker_id == key))
        if not said and (tied or row.participant_id is None):
            session.execute(
                update(Speaker)
                .where(Speaker.document_id == row.document_id, Speaker.same_as == row.label)
                .values(same_as=None)
            )
            session.delete(row)
    session.flush()


def _rows(session: Session, speakers: Iterable[int]) -> Sequence[Speaker]:
    rows = [session.get(Speaker, key) for key in dict.fromkeys(speakers)]
    there = [row for row in rows if row is not None]
    if len(there) < len(rows) or not there:
        raise NothingThere("This speaker is no longer in the project.")
    return there


def _label(label: str) -> str:
    label = clean_line(label)
    if not label:
        raise SourceError("A speaker needs a name.")
    return label

"""Turns and other passages parted and joined: the text with them, and all that stands on its words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus import documents, words
from corpus.correcting import corrections, speakers
from corpus.correcting.attached import Going
from corpus.correcting.carrying import Correction
from corpus.errors import NothingThere, SourceError
from corpus.model import Passage
from corpus.store import moving
from corpus.store.project import Project


def split(project: Project, document: int, at: int, speaker: str | None = None) -> int:
    """Part the passage at a place between two words, and return the key of the new one, which begins there.

    A place within a word is taken for the one before it. The new passage is said by whoever says the first, or by the
    speaker of the name given, and has a line of its own from then on.
    """
    with project.change("Split turn") as session:
        text = documents.text(project, document)
        start, end = _gap(text, at)
        row = session.scalars(
            select(Passage).where(Passage.document_id == document, Passage.start < start, Passage.end > end)
        ).first()
        if row is None or not (words.any_in(text, row.start, start) and words.any_in(text, end, row.end)):
            raise SourceError("There is nothing to part here: the place has to be between words of one passage.")
        if "\n" not in text[start:end]:
            corrections.apply(project, document, [Correction(start, end, "\n")])
            end = start + 1
        made = _second(session, row, start, end)
        _count(session, documents.text(project, document), [row, made])
        if speaker is not None:
            speakers.give(project, [made.id], speaker)
        return made.id


def _gap(text: str, at: int) -> tuple[int, int]:
    """Return the space around a place, or before the word that it is in."""
    at = max(0, min(at, len(text)))
    while 0 < at < len(text) and _letter(text[at - 1]) and _letter(text[at]):
        at -= 1
    start = end = at
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return start, end


def _letter(sign: str) -> bool:
    """Say whether a sign is a letter, an accent or a digit, of a script that has spaces between words."""
    return unicodedata.category(sign) in ("Lu", "Ll", "Lt", "Mn", "Nd")


def _second(session: Session, row: Passage, first_end: int, start: int) -> Passage:
    """Make what is from `start` on a passage of its own; both were said in the time of the one."""
    session.refresh(row)
    made = Passage(
        document_id=row.document_id,
        position=row.position + 1,
        kind=row.kind,
        start=start,
        end=row.end,
        words=0,
        speaker_id=row.speaker_id,
        page=row.page,
        start_ms=row.start_ms,
        end_ms=row.end_ms,
    )
    _count_on(session, row.document_id, row.position + 1, 1)
    row.end = first_end
    session.add(made)
    session.flush()
    return made


def joined(project: Project, passage: int) -> tuple[int, Correction | None]:
    """Return the document of a passage, and what its text loses where the passage goes on with the next."""
    with project.read() as session:
        row, after = _pair(session, passage)
        between = documents.text(project, row.document_id)[row.end : after.start]
        return row.document_id, None if between in ("", " ") else Correction(row.end, after.start, " ")


def join(project: Project, passage: int) -> Going:
    """Let a passage go on with the words of the next, whoever says them; return what went with the mark in between."""
    with project.change("Join turns") as session:
        row, after = _pair(session, passage)
        document, lost = joined(project, passage)
        gone = corrections.apply(project, document, [lost]) if lost is not None else Going()
        key = after.id
        session.expire_all()
        if session.get(Passage, key) is not None:  # but a space, nothing stood between them
            row.end = after.end
            session.flush()
            corrections.take_out(session, document, key, into=row.id)
        _count(session, documents.text(project, document), [row])
        return gone


def _pair(session: Session, passage: int) -> tuple[Passage, Passage]:
    row = session.get(Passage, passage)
    if row is None:
        raise NothingThere("This passage is no longer in the project.")
    after = session.scalars(
        select(Passage).where(Passage.document_id == row.document_id, Passage.position == row.position + 1)
    ).first()
    if after is None:
        raise SourceError("No passage follows this one.")
    return row, after


def _count_on(session: Session, document: int, position: int, by: int) -> None:
    moving.move(session.connection(), Passage.__tablename__, ("position",), document, position, by)


def _count(session: Session, text: str, rows: Sequence[Passage]) -> None:
    for row in rows:
        row.words = words.count(text[row.start : row.end])
    session.flush()

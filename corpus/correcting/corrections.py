"""Corrections: the text of a document is changed, and all that stands on it is carried along; each can be undone."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from corpus import anchors, documents, words
from corpus.cleaning import clean_line, clean_text
from corpus.correcting import attached, carrying, speakers
from corpus.correcting.attached import Going
from corpus.correcting.carrying import Correction, Stretch
from corpus.errors import NothingThere, SourceError
from corpus.model import Document, Passage, Revision
from corpus.places import PlacedLine, packed, unpacked
from corpus.store import moving
from corpus.store.project import Project

_LATEST = select(func.max(Revision.number)).where(Revision.document_id == bindparam("document"))
_REACHING = (
    select(Passage.id, Passage.start, Passage.end)
    .where(Passage.document_id == bindparam("document"))
    .where(Passage.start <= bindparam("last"), Passage.end >= bindparam("first"))
    .order_by(Passage.position)
)
_COUNTED = update(Passage).where(Passage.id == bindparam("key")).values(words=bindparam("count"))


def edit(project: Project, document: int, start: int, end: int, text: str, *, reason: str = "") -> Going:
    """Let characters `start` to `end` of a document give way to `text`, see `apply`."""
    return apply(project, document, [Correction(start, end, text)], reason=reason)


def apply(
    project: Project, document: int, corrections: Iterable[Correction], *, reason: str = "", upon: str | None = None
) -> Going:
    """Correct the text of a document as one change, and return what went with the words.

    Corrections are of the text as it is, in code points, and don't touch each other. What is attached to words stays
    on them (`anchors.carried`); passages keep their speakers (`carrying.passages`). `upon` is the SHA-256 of the text
    that was read: where another is there by now, nothing is written. Raises `SpanOutside`.
    """
    with project.change("Correct the text") as session:
        row = _row(session, document)
        if upon not in (None, row.text_sha):
            raise SourceError("The text of {name} was changed meanwhile: correct it as it is now.", name=row.name)
        before = project.text(row.text_sha)
        wanted = _wanted(before, corrections)
        after = _after(row, before, wanted)
        if not wanted or after == before:
            return Going()
        _revise(project, session, row, wanted, before, after, reason)
        _carry_passages(session, document, wanted, before, after)
        return attached.carry(session, document, [one.edit for one in wanted])


def foreseen(project: Project, document: int, corrections: Iterable[Correction]) -> Going:
    """Return what would go with the words, and write nothing; raises what `apply` would."""
    with project.read() as session:
        row = _row(session, document)
        before = project.text(row.text_sha)
        wanted = _wanted(before, corrections)
        _after(row, before, wanted)
        return attached.going(session, document, [one.edit for one in wanted])


def _row(session: Session, document: int) -> Document:
    row = session.get(Document, document)
    if row is None:
        raise NothingThere("This document is no longer in the project.")
    return row


def _after(row: Document, before: str, wanted: Sequence[Correction]) -> str:
    """Return the text after corrections, which has words."""
    after = carrying.corrected(before, wanted)
    if wanted and not words.any_in(after, 0, len(after)):
        raise SourceError("Nothing would be left of {name}: remove the document instead.", name=row.name)
    return after


def _wanted(text: str, corrections: Iterable[Correction]) -> list[Correction]:
    """Return corrections cleaned and in order, without those that change nothing; the text after them is in NFC."""
    cleaned = [one._replace(text=clean_text(one.text)) for one in corrections]
    ordered = carrying.checked(cleaned, len(text))
    return [_composed(text, one) for one in ordered if text[one.start : one.end] != one.text]


def _composed(text: str, one: Correction) -> Correction:
    """Take in the letters at the edges that signs put in would join, as an accent does."""
    start, end = one.start, one.end
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    put = one.text + text[one.end : end]
    while start and _joined(text[start - 1], (put or text[end:])[:1]):
        start -= 1
        put = text[start] + put
    return Correction(start, end, unicodedata.normalize("NFC", put))


def _joined(letter: str, sign: str) -> bool:
    return bool(sign) and (unicodedata.combining(sign) > 0 or not unicodedata.is_normalized("NFC", letter + sign))


def _revise(
    project: Project,
    session: Session,
    row: Document,
    wanted: Sequence[Correction],
    before: str,
    after: str,
    reason: str,
) -> None:
    """Keep the text as it was, and put the new one in its place."""
    last = session.connection().scalar(_LATEST, {"document": row.id}) or 0
    edits = json.dumps([one.edit for one in wanted]).encode()
    session.add(
        Revision(
            document_id=row.id,
            number=last + 1,
            text_sha=row.text_sha,
            coder_id=project.coder_key(session),
            map_sha=documents.keep(session, edits, "map", "application/json"),
            reason=clean_line(reason),
        )
    )
    row.text_sha = documents.keep(session, after.encode(), "text", "text/plain; charset=utf-8")
    if row.boxes_sha:
        lines = _lines_after(unpacked(project.content(row.boxes_sha)), wanted)
        row.boxes_sha = documents.keep(session, packed(lines), "places", "application/octet-stream")
    row.characters, row.words = len(after), row.words + _more_words(before, after, wanted)
    session.flush()


def _more_words(before: str, after: str, wanted: Sequence[Correction]) -> int:
    """Return how many words a text gains by corrections, from those between the nearest line ends alone."""
    first, last = before.rfind("\n", 0, wanted[0].start) + 1, before.find("\n", wanted[-1].end)
    last = len(before) if last < 0 else last
    return words.count(after[first : last + len(after) - len(before)]) - words.count(before[first:last])


def _lines_after(lines: Sequence[PlacedLine], wanted: Sequence[Correction]) -> list[PlacedLine]:
    """Return where the lines of the file are in the text after corrections: a line that is gone is left out."""
    spans = anchors.carried([(one.start, one.start + one.length) for one in lines], [one.edit for one in wanted])
    after = zip(lines, spans.tolist(), strict=True)
    return [line._replace(start=start, length=end - start) for line, (start, end) in after if start < end]


def _stretches(session: Session, document: int, start: int, end: int) -> list[Stretch]:
    """Return the passages that reach from `start` to `end`, or to just beside it."""
    reach = {"document": document, "first": start - 1, "last": end + 1}
    return [Stretch(*row) for row in session.connection().execute(_REACHING, reach)]


def _carry_passages(session: Session, document: int, wanted: Sequence[Correction], before: str, after: str) -> None:
    """Carry the passages, and take out those without words."""
    edits, near = [one.edit for one in wanted], (wanted[0].start, wanted[-1].end)
    was = {one.key: one for one in _stretches(session, document, *near)}
    left = carrying.passages(list(was.values()), wanted, after)
    attached.move(session, Passage, document, near[1] + 2, edits)
    attached.put(session, Passage, [(one.key, one.start, one.end) for one in left if one != was[one.key]])
    for one in left:
        said, old = after[one.start : one.end], was[one.key]
        if said != before[old.start : old.end]:
            session.connection().execute(_COUNTED, {"key": one.key, "count": words.count(said)})
    gone = [one for one in was.values() if one.key not in {other.key for other in left}]
    places = anchors.carried([(one.start, one.end) for one in gone], edits).tolist()
    for one, (start, end) in reversed([*zip(gone, places, strict=True)]):
        goes_on = [other.key for other in left if other.start <= start < end <= other.end]
        take_out(session, document, one.key, into=goes_on[0] if goes_on else None)


def take_out(session: Session, document: int, key: int, *, into: int | None = None) -> None:
    """Take a passage out; its words, where another has them now, give that one the time up to which they were said.

    Who says nothing any more, and is no participant, is no speaker of the document.
    """
    row = session.execute(select(Passage.position, Passage.end_ms, Passage.speaker_id).where(Passage.id == key)).one()
    if into is not None and row.end_ms is not None:
        later = func.max(func.coalesce(Passage.end_ms, row.end_ms), row.end_ms)
        session.execute(update(Passage).where(Passage.id == into).values(end_ms=later))
    session.execute(delete(Passage).where(Passage.id == key))
    moving.move(session.connection(), Passage.__tablename__, ("position",), document, row.position + 1, -1)
    if row.speaker_id is not None:
        speakers.without_turns(session, [row.speaker_id], tied=False)

"""Revisions: the texts that a document had, read, compared word by word, and gone back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sqlalchemy import select

from corpus import anchors, documents
from corpus.correcting import corrections, rereading
from corpus.correcting.attached import Going
from corpus.errors import NothingThere, ProjectError
from corpus.model import Coder, Revision
from corpus.store import untrusted
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class RevisionInfo:
    """An earlier text of a document, by number from 1: who changed it, when (UTC, ISO 8601) and why."""

    number: int
    coder: str
    changed_at: str
    reason: str
    text_sha: str
    corrections: tuple[anchors.Edit, ...]


class RevisionPiece(NamedTuple):
    """A stretch of two texts: words that both have, that only the earlier had, or that only the later has."""

    kind: Literal["same", "gone", "put"]
    text: str


def listed(project: Project, document: int) -> list[RevisionInfo]:
    """Return the earlier texts of a document, the first as it was imported."""
    query = (
        select(Revision, Coder.name)
        .outerjoin(Coder, Coder.id == Revision.coder_id)
        .where(Revision.document_id == document)
        .order_by(Revision.number)
    )
    documents.get(project, document)
    with project.read() as session:
        return [
            RevisionInfo(row.number, coder or "", row.at or "", row.reason, row.text_sha, _edits(project, row))
            for row, coder in session.execute(query)
        ]


def _edits(project: Project, row: Revision) -> tuple[anchors.Edit, ...]:
    if not row.map_sha:
        return ()
    try:
        return tuple(anchors.Edit(*map(int, edit)) for edit in untrusted.parsed(project.content(row.map_sha)))
    except (ValueError, TypeError) as error:
        raise ProjectError("A text of this project was altered outside it ({sha}).", sha=row.map_sha[:12]) from error


def text(project: Project, document: int, number: int) -> str:
    """Return the text of a document as it was before the correction of that number."""
    for one in listed(project, document):
        if one.number == number:
            return project.text(one.text_sha)
    raise NothingThere("This document has no revision {number}.", number=number)


def after(project: Project, document: int, number: int) -> str:
    """Return the text of a document as it was after the correction of that number."""
    numbers = [one.number for one in listed(project, document)]
    later = [one for one in numbers if one > number]
    return text(project, document, later[0]) if later else documents.text(project, document)


def compared(before: str, now: str) -> list[RevisionPiece]:
    """Return two texts as one, word by word.

    >>> [(one.kind, one.text) for one in compared("on voie", "on voit bien")]
    [('same', 'on '), ('gone', 'voie'), ('put', 'voit bien')]
    """
    pieces, at = list[RevisionPiece](), 0
    for one in rereading.corrections(before, now):
        pieces += [
            RevisionPiece("same", before[at : one.start]),
            RevisionPiece("gone", before[one.start : one.end]),
            RevisionPiece("put", one.text),
        ]
        at = one.end
    return [piece for piece in [*pieces, RevisionPiece("same", before[at:])] if piece.text]


def shortened(pieces: Sequence[RevisionPiece], around: int) -> list[RevisionPiece]:
    """Return pieces with what both texts have cut down to whole words of so many characters beside each difference."""
    last = len(pieces) - 1
    return [
        one if one.kind != "same" else RevisionPiece("same", _cut(one.text, around, n > 0, n < last))
        for n, one in enumerate(pieces)
    ]


def _cut(text: str, around: int, follows: bool, leads: bool) -> str:
    head, tail = around if follows else 0, around if leads else 0
    if len(text) <= head + tail + 3:
        return text
    first, last = text[:head], text[len(text) - tail :]
    first = first.rpartition(" ")[0] or first
    last = last.partition(" ")[2] or last
    return f"{first} … {last}"


def restore(project: Project, document: int, number: int, *, reason: str = "") -> Going:
    """Correct a document's text as it was before the correction of that number; return what goes with the words.

    It is a correction like any other: what stands on words that both texts have stays on them.
    """
    with project.change("Go back to an earlier text"):
        now, wanted = documents.text(project, document), text(project, document, number)
        return corrections.apply(project, document, rereading.corrections(now, wanted), reason=reason)

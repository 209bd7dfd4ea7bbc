"""What was read: codings that a coder had before their eyes, documents in each cycle, and what a late code leaves.

`Opened` is outside the watch, as undo can't make it unread. The descriptive first pass is declared in an assignment,
and there alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from coding import blind
from coding.codebook import codes
from corpus.errors import CodingError, UnknownDocument
from corpus.model import Assignment, Code, Coder, Coding, Document, Opened, Reading, finely, now
from corpus.our_words import ListedWords
from corpus.store import sqlite
from corpus.store.project import Project

CYCLES = ("descriptive", "theoretical")
STATES = ("begun", "done")


@dataclass(frozen=True, slots=True)
class ReadingInfo:
    """How far a coder has read a document in a cycle, or for a `code` that came late: begun or done."""

    document: int
    coder: str
    cycle: str
    code: int | None
    state: str
    at: str


_UIDS = select(Coding.id, Coding.uid).where(Coding.id.in_(bindparam("keys", expanding=True)))


def opened(project: Project, codings: Iterable[int]) -> None:
    """Keep that this coder has codings before their eyes now; many at once cost hardly more than one.

    It is no change, and a project that is open for reading keeps nothing.
    """
    keys = sorted(set(codings))
    if not keys or not project.writable:
        return
    with project.read() as session:
        there = session.connection().execute(_UIDS, {"keys": keys}).all()
    if there:
        at = finely()
        rows = [{"coder": project.coder, "coding_uid": uid, "at": at} for _, uid in there]
        about = {Opened.__tablename__: frozenset(key for key, _ in there)}
        project.write_beside(sqlite.put(Opened), rows, about=about)


def declare(
    project: Project, document: int, state: str | None, *, cycle: str = "theoretical", code: int | None = None
) -> None:
    """Say how far this coder has read a document in a cycle, or for one code that came late; None takes it back.

    That the descriptive first pass is done is said in the coder's assignment, see `suggestions.declare_first_pass`.
    """
    if cycle not in CYCLES or state not in (*STATES, None):
        raise CodingError(
            "A reading is {states} in one of {cycles}.", states=ListedWords(STATES), cycles=ListedWords(CYCLES)
        )
    with project.change("Declare reading" if state else "Take back reading") as session:
        if session.get(Document, document) is None:
            raise UnknownDocument("This document is no longer in the project.")
        if code is not None:
            codes.row(session, code)
        who = project.coder_key(session)
        if cycle == "descriptive" and code is None:
            _first_pass(session, document, who, done=state == "done")
        row = session.scalar(_of(document, who, cycle, code))
        kept = state if state == "begun" or cycle != "descriptive" or code is not None else None
        if kept is None:
            if row is not None:
                session.delete(row)
        elif row is None:
            session.add(Reading(document_id=document, coder_id=who, cycle=cycle, code_id=code, state=kept))
        elif row.state != kept:
            row.state, row.at = kept, now()


def _of(document: int, coder: int, cycle: str, code: int | None) -> Select[Reading]:
    about = Reading.code_id.is_(None) if code is None else Reading.code_id == code
    return select(Reading).where(
        Reading.document_id == document, Reading.coder_id == coder, Reading.cycle == cycle, about
    )


def _first_pass(session: Session, document: int, coder: int, *, done: bool) -> None:
    row = session.scalar(select(Assignment).where(Assignment.coder_id == coder, Assignment.document_id == document))
    if row is None and done:
        session.add(Assignment(coder_id=coder, document_id=document, first_pass_done_at=now()))
    elif row is not None and bool(row.first_pass_done_at) != done:
        row.first_pass_done_at = now() if done else None


def listed(project: Project, *, code: int | None = None) -> list[ReadingInfo]:
    """Return how far documents were read by everybody, by document, coder and cycle; of a late code with `code`.

    Where this coder codes blind, only their own.
    """
    about = Reading.code_id.is_(None) if code is None else Reading.code_id == code
    query = (
        select(Reading.document_id, Coder.name, Reading.cycle, Reading.code_id, Reading.state, Reading.at)
        .join(Coder, Coder.id == Reading.coder_id)
        .where(about)
    )
    done = select(Assignment.document_id, Coder.name, Assignment.first_pass_done_at).join(
        Coder, Coder.id == Assignment.coder_id
    )
    with project.read() as session:
        unseen = blind.others(project, session, Reading.document_id, Reading.coder_id)
        found = [ReadingInfo(*row) for row in session.execute(query.where(~unseen))]
        if code is None:
            unseen = blind.others(project, session, Assignment.document_id, Assignment.coder_id)
            passes = session.execute(done.where(Assignment.first_pass_done_at.is_not(None), ~unseen))
            found += [ReadingInfo(key, who, "descriptive", None, "done", at or "") for key, who, at in passes]
    last = {(one.document, one.coder, one.cycle): one for one in found}  # done stands after begun
    return [last[place] for place in sorted(last)]


def owed(project: Project, code: int) -> list[int]:
    """Return the documents that this coder worked on before a code was made, and has not read again for it since.

    They stand in the order in which work on them began: the queue of what a late code leaves to do.
    """
    with project.read() as session:
        born = session.scalar(select(Code.created_at).where(Code.id == code)) or ""
        own = select(Coder.id).where(Coder.name == project.coder)
        first = func.min(Coding.created_at)
        query = select(Coding.document_id, first).where(Coding.coder_id.in_(own)).group_by(Coding.document_id)
        began = {row[0]: row[1] for row in session.execute(query)}
        passes = select(Assignment.document_id, Assignment.first_pass_done_at).where(Assignment.coder_id.in_(own))
        for document, at in session.execute(passes.where(Assignment.first_pass_done_at.is_not(None))):
            began[document] = min(at or "", began.get(document, at or ""))
    done = {one.document for one in listed(project, code=code) if one.coder == project.coder and one.state == "done"}
    wanted = [document for document, at in began.items() if at < born and document not in done]
    return sorted(wanted, key=lambda document: (began[document], document))

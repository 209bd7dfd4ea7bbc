"""Undo, redo and the audit trail: one program at random, and the cases that need a name."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from corpus import documents
from corpus.errors import ChangeRefused
from corpus.model import (
    Code,
    Coding,
    Document,
    Excerpt,
    Judgement,
    Link,
    Memo,
    MemoTarget,
    Participant,
    Passage,
    SavedSearch,
    Verdict,
)
from corpus.people import participants
from corpus.store import moving
from corpus.store.project import Changes, Project
from tests.corpus.support import Rows, empty_project, interview, log_of, rows_of

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
FLOATS = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False).map(lambda x: x + 0.0))
PICK = st.integers(0, 1000)


def keys(session: Session, stored: type[Any]) -> list[int]:
    return list(session.scalars(select(stored.id).order_by(stored.id)))


def pick(session: Session, stored: type[Any], number: int) -> int | None:
    found = keys(session, stored)
    return found[number % len(found)] if found else None


class History(RuleBasedStateMachine):
    """All a person may do, in any order, with undo, redo and reopening in between."""

    @initialize()
    def create(self) -> None:
        self.path = empty_project(Path(tempfile.mkdtemp(dir=Path(os.environ["XDG_CACHE_HOME"]).parent)))
        self.project = Project.open(self.path, coder="Ada")
        self.project.subscribe(self.heard)
        self.eye = sqlite3.connect(self.path)
        self.past: list[Rows] = [rows_of(self.eye)]
        self.future: list[Rows] = []
        self.log: list[tuple[Any, ...]] = []
        self.last: Changes | None = None
        self.names = 0

    def teardown(self) -> None:
        if hasattr(self, "project"):
            self.look_at_log()
            self.eye.close()
            self.project.close()
            shutil.rmtree(self.path.parent)

    def heard(self, changes: Changes) -> None:
        self.last = changes

    def changed(self) -> None:
        """Hold what was announced against what is different, and the log against what it was."""
        now, changes, self.last = rows_of(self.eye), self.last, None
        if changes is None:
            assert now == self.past[-1]
            return
        for table, rows in now.items():
            before = self.past[-1][table]
            different = {key for key in rows.keys() | before.keys() if rows.get(key) != before.get(key)}
            assert different <= changes.keys.get(table, frozenset()), table
        self.past.append(now)
        self.future.clear()

    @rule(texts=st.lists(st.sampled_from(["Anna", "Bea", "Chloé"]), min_size=1, max_size=3, unique=True))
    def add_documents(self, texts: list[str]) -> None:
        self.names += 1
        documents.add(self.project, [interview(f"{text} {self.names}", text) for text in texts])
        self.changed()

    @rule(number=PICK)
    def remove_document(self, number: int) -> None:
        with self.project.read() as session:
            key = pick(session, Document, number)
        if key is not None:
            documents.remove(self.project, [key])
        self.changed()

    @rule(number=PICK)
    def merge_speakers(self, number: int) -> None:
        with self.project.read() as session:
            document = pick(session, Document, number)
        speakers = documents.speakers(self.project, document or 0)
        if len(speakers) > 1:
            documents.merge_speakers(self.project, speakers[0].key, speakers[1].key)
        self.changed()

    @rule(number=PICK, secret=st.booleans(), values=st.dictionaries(st.sampled_from("abc"), WORDS))
    def add_participant(self, number: int, secret: bool, values: dict[str, str]) -> None:
        self.names += 1
        with self.project.read() as session:
            tied = [key for key in [pick(session, Document, number)] if key is not None]
        participants.add(self.project, f"P{self.names}", confidential=secret, attributes=values, documents=tied)
        self.changed()

    @rule(number=PICK, value=WORDS)
    def edit_participant(self, number: int, value: str) -> None:
        with self.project.read() as session:
            key = pick(session, Participant, number)
        if key is not None:
            participants.edit(self.project, key, attributes={"a": value})
        self.changed()

    @rule(number=PICK)
    def remove_participant(self, number: int) -> None:
        with self.project.read() as session:
            key = pick(session, Participant, number)
        if key is not None:
            participants.remove(self.project, [key])
        self.changed()

    @rule(name=WORDS, number=PICK, nested=st.booleans(), definition=WORDS)
    def add_code(self, name: str, number: int, nested: bool, definition: str) -> None:
        with self.project.change("Add code") as session:
            parent = pick(session, Code, number) if nested else None
            session.add(Code(name=name, parent_id=parent, definition=definition, in_vivo=nested))
        self.changed()

    @rule(name=WORDS, number=PICK)
    def edit_code(self, name: str, number: int) -> None:
        with self.project.change("Edit code") as session:
            code = session.get(Code, pick(session, Code, number) or 0)
            if code is not None:
                code.name, code.key = name, name or None
        self.changed()

    @rule(number=PICK)
    def remove_code(self, number: int) -> None:
        with self.project.change("Remove code") as session:
            session.execute(delete(Code).where(Code.id == pick(session, Code, number)))
        self.changed()

    @rule(one=PICK, other=PICK)
    def merge_codes(self, one: int, other: int) -> None:
        with self.project.change("Merge codes") as session:
            gone, kept = pick(session, Code, one), pick(session, Code, other)
            if gone is not None and kept is not None and gone != kept:
                session.execute(update(Coding).where(Coding.code_id == gone).values(code_id=kept))
                session.execute(update(Code).where(Code.parent_id == gone).values(parent_id=None))
                session.execute(delete(Code).where(Code.id == gone))
        self.changed()

    @rule(number=PICK, count=st.integers(1, 20), whole=st.booleans())
    def apply_in_bulk(self, number: int, count: int, whole: bool) -> None:
        with self.project.change("Apply") as session:
            code, document = pick(session, Code, number), pick(session, Document, number)
            if code is not None and document is not None:
                coder = self.project.coder_key(session)
                places = [None] * count if whole else list(range(count))
                rows = [
                    {"document_id": document, "code_id": code, "coder_id": coder, "start": n, "end": n} for n in places
                ]
                session.execute(insert(Coding), rows)
        self.changed()

    @rule(step=st.integers(-3, 3))
    def shift_all(self, step: int) -> None:
        with self.project.change("Shift") as session:
            session.execute(update(Coding).values(start=Coding.start + step))
            session.execute(update(Passage).where(Passage.position % 2 == 0).values(words=Passage.words + step))
        self.changed()

    @rule(number=PICK, start=st.integers(-1, 12), by=st.integers(-9, 9), stored=st.sampled_from([Coding, Passage]))
    def move_what_is_behind(self, number: int, start: int, by: int, stored: type[Any]) -> None:
        with self.project.change("Move") as session:
            document = pick(session, Document, number) or 0
            moving.move(session.connection(), stored.__tablename__, ("start", "end"), document, start, by)
            session.execute(delete(stored).where(stored.document_id == document, stored.start == start + by))
            moving.move(session.connection(), "passage", ("position",), document, 1, by)
        self.changed()

    @rule(number=PICK)
    def uncode_in_bulk(self, number: int) -> None:
        with self.project.change("Uncode") as session:
            session.execute(delete(Coding).where(Coding.code_id == pick(session, Code, number)))
        self.changed()

    @rule(number=PICK, score=FLOATS, reasons=st.lists(st.one_of(WORDS, st.integers(), st.none()), max_size=3))
    def decide(self, number: int, score: float | None, reasons: list[Any]) -> None:
        with self.project.change("Accept") as session:
            coding = session.get(Coding, pick(session, Coding, number) or 0)
            if coding is not None:
                verdict = Verdict(
                    document_id=coding.document_id,
                    code_id=coding.code_id,
                    coder_id=coding.coder_id,
                    start=0,
                    end=1,
                    text_sha="0",
                    decision="accepted",
                    score=score,
                    reasons=reasons,
                )
                session.add(verdict)
                session.flush()
                coding.verdict_id = verdict.id
        self.changed()

    @rule(number=PICK, score=FLOATS)
    def decide_anew(self, number: int, score: float | None) -> None:
        with self.project.change("Change decision") as session:
            session.execute(update(Verdict).where(Verdict.id == pick(session, Verdict, number)).values(score=score))
        self.changed()

    @rule(one=PICK, other=PICK, reason=WORDS)
    def link_and_judge(self, one: int, other: int, reason: str) -> None:
        with self.project.change("Link") as session:
            source, target = pick(session, Code, one), pick(session, Code, other)
            if source is not None and target is not None:
                coder = self.project.coder_key(session)
                session.add(Link(from_code_id=source, to_code_id=target, coder_id=coder, reason=reason))
                coding = pick(session, Coding, one)
                if coding is not None:
                    session.add(Judgement(coding_id=coding, code_id=target, coder_id=coder, verdict="in"))
        self.changed()

    @rule(number=PICK, body=WORDS, cuts=st.lists(st.tuples(st.integers(), st.integers()), max_size=2))
    def note(self, number: int, body: str, cuts: list[tuple[int, int]]) -> None:
        with self.project.change("Add memo") as session:
            memo = Memo(body=body, coder_id=self.project.coder_key(session))
            session.add(memo)
            session.flush()
            code, document = pick(session, Code, number), pick(session, Document, number)
            session.add(MemoTarget(memo_id=memo.id, code_id=code, document_id=document))
            session.add(SavedSearch(name=body, query=body, filters={body: cuts}))
            if code is not None and document is not None:
                span = {"code_id": code, "document_id": document, "start": 0, "end": 1, "coder_id": memo.coder_id}
                session.add(Excerpt(**span, cuts=cuts, insertions=[[0, body]]))
        self.changed()

    @rule(number=PICK, name=WORDS)
    def do_two_things_at_once(self, number: int, name: str) -> None:
        with self.project.change("Both") as session:
            participants.add(self.project, f"both {len(self.past)} {self.names}", attributes={"a": name})
            key = pick(session, Document, number)
            if key is not None:
                documents.remove(self.project, [key])
            session.add(Code(name=name))
        self.names += 1
        self.changed()

    @rule(number=PICK)
    def fail(self, number: int) -> None:
        def verb() -> None:
            with self.project.change("Fail") as session:
                session.execute(delete(Code).where(Code.id == pick(session, Code, number)))
                participants.add(self.project, "never")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            verb()
        assert self.last is None
        self.changed()

    @rule()
    def do_nothing(self) -> None:
        with self.project.change("Nothing") as session:
            session.execute(update(Code).values(name=Code.name))
        assert self.last is None
        self.changed()

    @rule(value=WORDS)
    def remember(self, value: str) -> None:
        self.project.remember("place", value)
        assert self.project.recall("place") == value
        self.changed()

    @rule()
    def undo(self) -> None:
        if len(self.past) == 1:
            with pytest.raises(ChangeRefused, match="nothing to undo"):
                self.project.undo()
            return
        self.project.undo()
        self.future.append(self.past.pop())
        self.moved()

    @rule()
    def redo(self) -> None:
        if not self.future:
            with pytest.raises(ChangeRefused, match="nothing to redo"):
                self.project.redo()
            return
        self.project.redo()
        self.past.append(self.future.pop())
        self.moved()

    @rule(coder=st.sampled_from(["Ada", "Bo"]))
    def reopen(self, coder: str) -> None:
        self.project.close()
        self.project = Project.open(self.path, coder=coder)
        self.project.subscribe(self.heard)
        self.moved()
        self.look_at_log()

    def moved(self) -> None:
        """Hold the file and the stacks against the model."""
        self.last = None
        assert rows_of(self.eye) == self.past[-1]
        assert (self.project.undoable() is not None) == (len(self.past) > 1)
        assert (self.project.redoable() is not None) == bool(self.future)

    def look_at_log(self) -> None:
        """See that the log only grows."""
        log = log_of(self.path)
        assert log[: len(self.log)] == self.log
        self.log = log


TestHistory = History.TestCase
TestHistory.settings = settings(
    max_examples=settings.default.max_examples * 2 // 5, stateful_step_count=30, deadline=None
)

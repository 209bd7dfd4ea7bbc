"""Whether a project file is sound: what it holds against what it promises."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from corpus import history, words
from corpus.model import Coding, Content, Document, Excerpt, MemoTarget, Passage, Verdict
from corpus.progress import Progress, silent
from corpus.project import Project


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing amiss; `kind` is file, relation, text, original, span, count or trigger."""

    kind: str
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence.format(**self.values)


def check(project: Project, progress: Progress = silent) -> list[Fault]:
    """Return every fault: of the file, of relations between rows, of texts and originals, of spans, of triggers."""
    with project.read() as session:
        faults = [*_file(session), *_relations(session), *_triggers(session)]
        documents = session.scalars(select(Document).order_by(Document.id)).all()
        for done, document in enumerate(documents):
            progress(done, len(documents), document.name)
            faults += _document(session, document)
        faults += _spans(session, {document.id: document for document in documents})
    progress(len(documents), len(documents), "")
    return faults


def _file(session: Session) -> Iterator[Fault]:
    for (found,) in session.execute(text("PRAGMA quick_check")):
        if found != "ok":
            yield Fault("file", "SQLite finds: {why}.", {"why": found})


def _relations(session: Session) -> Iterator[Fault]:
    for stored, row, target, _ in session.execute(text("PRAGMA foreign_key_check")):
        sentence = "Row {row} of {stored} belongs to a row of {target} that is missing."
        yield Fault("relation", sentence, {"row": row, "stored": stored, "target": target})


def _triggers(session: Session) -> Iterator[Fault]:
    wanted = history.triggers()
    rows = session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    found: dict[str, str] = {row.name: row.sql for row in rows}
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            said = "is missing" if name not in found else "is not ours" if name not in wanted else "was altered"
            yield Fault("trigger", f"The trigger {{name}} {said}; open the file for writing once.", {"name": name})


def _document(session: Session, document: Document) -> Iterator[Fault]:
    for kind, sha in (("text", document.text_sha), ("original", document.original_sha)):
        body = session.scalar(select(Content.body).where(Content.sha256 == sha))
        if body is None:
            yield Fault(kind, f"The {kind} of {{name}} is missing.", {"name": document.name})
        elif hashlib.sha256(body).hexdigest() != sha:
            yield Fault(kind, f"The {kind} of {{name}} was altered outside the program.", {"name": document.name})
        elif kind == "text":
            yield from _counts(document, body.decode("utf-8", "replace"))


def _counts(document: Document, written: str) -> Iterator[Fault]:
    if len(written) != document.characters or words.count(written) != document.words:
        yield Fault("count", "The words or characters of {name} are miscounted.", {"name": document.name})


def _spans(session: Session, documents: dict[int, Document]) -> Iterator[Fault]:
    for stored in (Passage, Coding, Excerpt, Verdict, MemoTarget):
        rows = session.execute(
            select(stored.id, stored.document_id, stored.start, stored.end).where(stored.start.is_not(None))
        )
        for key, owner, start, end in rows:
            document = documents.get(owner or 0)
            if document is None or start is None or end is None or not 0 <= start < end <= document.characters:
                sentence = "The span {start}–{end} of {stored} {key} is not within {name}."
                name = document.name if document else "any document"
                values = {"start": start, "end": end, "stored": stored.__tablename__, "key": key, "name": name}
                yield Fault("span", sentence, values)

"""Whether a project file is sound: what it holds against what it promises."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus import anchors, words
from corpus.anchors import Anchor
from corpus.model import Content, Document
from corpus.progress import Progress, silent
from corpus.store import history, sqlite
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing amiss; `kind` is file, relation, text, original, span, place, count or trigger."""

    kind: str
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence.format(**self.values)


def check(project: Project, progress: Progress = silent) -> list[Fault]:
    """Return every fault: of the file, of relations between rows, of texts and originals, of places, of triggers."""
    with project.read() as session:
        faults = [*_file(session), *_relations(session), *_triggers(session)]
        documents = session.scalars(select(Document).order_by(Document.id)).all()
        for done, document in enumerate(documents):
            progress(done, len(documents), document.name)
            faults += _document(session, document)
        faults += _places(session, {document.id: document.name for document in documents})
    progress(len(documents), len(documents), "")
    return faults


def _file(session: Session) -> Iterator[Fault]:
    for found in sqlite.faults(session.connection()):
        yield Fault("file", "SQLite finds: {why}.", {"why": found})


def _relations(session: Session) -> Iterator[Fault]:
    for stored, row, target in sqlite.orphans(session.connection()):
        sentence = "Row {row} of {stored} belongs to a row of {target} that is missing."
        yield Fault("relation", sentence, {"row": row, "stored": stored, "target": target})


def _triggers(session: Session) -> Iterator[Fault]:
    wanted, found = history.triggers(), sqlite.triggers(session.connection())
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            said = "is missing" if name not in found else "is not ours" if name not in wanted else "was altered"
            yield Fault("trigger", f"The trigger {{name}} {said}; open the file for writing once.", {"name": name})


def _document(session: Session, document: Document) -> Iterator[Fault]:
    for kind, sha in (("text", document.text_sha), ("original", document.original_sha)):
        body = session.scalar(select(Content.body).where(Content.sha256 == sha))
        if not isinstance(body, bytes):
            yield Fault(kind, f"The {kind} of {{name}} is missing.", {"name": document.name})
        elif hashlib.sha256(body).hexdigest() != sha:
            yield Fault(kind, f"The {kind} of {{name}} was altered outside the program.", {"name": document.name})
        elif kind == "text":
            yield from _counts(document, body.decode("utf-8", "replace"))


def _counts(document: Document, written: str) -> Iterator[Fault]:
    if len(written) != document.characters or words.count(written) != document.words:
        yield Fault("count", "The words or characters of {name} are miscounted.", {"name": document.name})


def _places(session: Session, names: Mapping[int, str]) -> Iterator[Fault]:
    extents = anchors.extents(session)
    for stored in anchors.tables():
        for row in session.execute(select(*anchors.columns(stored))):
            place = anchors.of_row(row)
            extent = extents.get(place.document)
            # A memo on the project is on no document, and nowhere in one.
            if not (place.kind == "whole" if extent is None else anchors.inside(place, extent)):
                yield _outside(place, stored.__tablename__, row.id, names.get(place.document, "any document"))


def _outside(place: Anchor, stored: str, key: int, name: str) -> Fault:
    values = {"stored": stored, "key": key, "name": name}
    match place.kind:
        case "box":
            return Fault("place", "The box of {stored} {key} is not within a page of {name}.", values)
        case "stretch" | "box during a stretch":
            sentence = "The time {start}–{end} ms, or its box, of {stored} {key} is not within {name}."
            return Fault("place", sentence, {**values, "start": place.start_ms, "end": place.end_ms})
        case _:
            sentence = "The span {start}–{end} of {stored} {key} is not within {name}."
            return Fault("span", sentence, {**values, "start": place.start, "end": place.end})

"""Documents: adding drafts to a project, and reading them back as frozen records."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple, TypeVar, get_args

from sqlalchemy import Select, bindparam, delete, func, insert, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from corpus import leaving, name_lookup, naming, words
from corpus.anchors import Edit
from corpus.cleaning import clean_text, clean_title
from corpus.correcting.rereading import Lost, Rereading
from corpus.drafts import Draft, Identity, Role, identity
from corpus.errors import NothingThere, SourceError, UnknownDocument
from corpus.model import (
    AttributeValue,
    Content,
    Document,
    Participant,
    Participation,
    Passage,
    Revision,
    Speaker,
    new_uid,
)
from corpus.people import participants, ties, values
from corpus.people.ties import Tied
from corpus.places import PlacedLine, unpacked
from corpus.store import sqlite
from corpus.store.project import Project

Q = TypeVar("Q", bound=Select[*tuple[Any, ...]])
_KEPT = select(Content.sha256).where(Content.sha256 == bindparam("sha"))


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A document without its text; `characters` are code points, `words` runs of letters and digits.

    `source` is the file it came from, with its folders.
    """

    key: int
    name: str
    language: str
    characters: int
    words: int
    passages: int
    speakers: tuple[str, ...]
    participants: tuple[str, ...]
    media_type: str
    encoding: str | None
    imported_at: str
    text_sha: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class PassageInfo:
    """A passage: `number` counts from 1 in its document, `start` and `end` are code points."""

    key: int
    document: int
    number: int
    kind: str
    start: int
    end: int
    words: int
    speaker: str
    role: str
    page: int | None = None
    start_ms: int | None = None
    end_ms: int | None = None


@dataclass(frozen=True, slots=True)
class SpeakerInfo:
    """Who talks in one document; `same_as` is a mark it may be a misspelling of."""

    key: int
    document: int
    label: str
    role: str
    participant: str | None
    same_as: str | None
    passages: int
    words: int


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a draft: imported; or a duplicate of the document named, or the same file read otherwise.

    Read otherwise, it has replaced the document where that was asked for, unless something would have been `lost`.
    `tied` are its speakers who were tied by themselves to the participant of their name.
    """

    status: Literal["imported", "duplicate", "otherwise", "replaced"]
    key: int
    name: str
    tied: tuple[Tied, ...] = ()
    lost: tuple[Lost, ...] = ()


def add(project: Project, drafts: Iterable[Draft], *, anew: bool = False, losing: bool = False) -> list[Added]:
    """Put drafts into the project as one change; the same part of the same original comes in once.

    Where it is read `anew`, the document keeps its name, ties, roles and the codings whose words agree; if others would
    go, it is done only where `losing` them is agreed to. Drafts are gone through twice, and only one is held at a time:
    where they are loaded, let it be anew for each pass. Speakers who have the name of a participant are tied to them.
    """
    prepared = [_prepared(draft) for draft in drafts]
    if not prepared:
        return []
    with project.change("Import documents" if len(prepared) > 1 else "Import document", kind="import") as session:
        there = session.execute(
            select(Document.id, Document.name, Document.original_sha, Document.part, Document.text_sha, Document.source)
        ).all()
        known = {(row.original_sha, row.part): _Known(row.id, row.name, row.text_sha) for row in there}
        new: dict[Identity, Draft] = {}
        for one in prepared:
            if one.identity not in known:
                new.setdefault(one.identity, one.draft)
        names = dict(zip(new, naming.names(new.values(), {row.name: row.source for row in there}), strict=True))
        added = []
        for one, draft in zip(prepared, drafts, strict=True):
            if (before := known.get(one.identity)) is not None:
                again = _Again(project, session, before, anew, losing)
                added.append(again.taken(draft, one))
                if added[-1].status == "replaced":
                    known[one.identity] = before._replace(text_sha=one.text_sha)
                continue
            key, name = _insert(session, draft, one, names[one.identity]), names[one.identity]
            known[one.identity] = _Known(key, name, one.text_sha)
            added.append(Added("imported", key, name))
        new_keys = {one.key for one in added if one.status == "imported"}
        people = [(one.key, read.draft.person) for one, read in zip(added, prepared) if one.key in new_keys]
        tied = ties.by_name(session, documents=new_keys)
        tied += participants.answering(project, [(key, one) for key, one in people if one is not None])
        return [replace(one, tied=_of(one, tied)) for one in added] if tied else added


class _Known(NamedTuple):
    """A document that is there."""

    key: int
    name: str
    text_sha: str


class _Again(NamedTuple):
    """A document that is there, whose file is read once more."""

    project: Project
    session: Session
    known: _Known
    anew: bool
    losing: bool

    def taken(self, draft: Draft, one: _Prepared) -> Added:
        """Put the new reading in the place of the old one where that is asked for, and say what became of it."""
        key, name, text_sha = self.known
        same = text_sha == one.text_sha
        if same and not (self.anew and self._divided_otherwise(draft)):
            return Added("duplicate", key, name)
        if not self.anew:
            return Added("otherwise", key, name)
        row = self.session.get_one(Document, key)
        recoded = row.encoding != draft.encoding
        reading = Rereading(self.session, key, self.project.text(text_sha), draft.text, recoded=recoded)
        lost = reading.lost(name)
        if lost and not self.losing:
            return Added("otherwise", key, name, lost=lost)
        reading.carry()
        _put_passages(self.session, key, draft, one, reading.speakers(draft.speakers, draft.passages))
        self._put_text(row, draft, one)
        return Added("replaced", key, name, lost=lost)

    def _divided_otherwise(self, draft: Draft) -> bool:
        query = select(Passage.start, Passage.end, Speaker.label).outerjoin(Speaker, Speaker.id == Passage.speaker_id)
        there = self.session.execute(query.where(Passage.document_id == self.known.key).order_by(Passage.position))
        return [tuple(row) for row in there] != [(p.start, p.end, p.speaker) for p in draft.passages]

    def _put_text(self, row: Document, draft: Draft, one: _Prepared) -> None:
        last = self.session.scalar(select(func.max(Revision.number)).where(Revision.document_id == row.id)) or 0
        self.session.add(Revision(document_id=row.id, number=last + 1, text_sha=row.text_sha, reason="read anew"))
        row.text_sha = keep(self.session, draft.text.encode(), "text", "text/plain; charset=utf-8")
        row.encoding, row.importer, row.words = draft.encoding, draft.importer, one.words
        row.characters = len(draft.text)
        row.boxes_sha = _kept_places(self.session, draft)
        self.session.flush()


def put_anew(
    project: Project, session: Session, row: Document, draft: Draft, said: Sequence[int | None], edits: Sequence[Edit]
) -> None:
    """Let another file be what a document came from, with its text and passages; `said` gives each one's speaker."""
    session.execute(delete(Passage).where(Passage.document_id == row.id))
    one = _prepared(draft)
    _put_rows(session, row.id, draft, one, said)
    keep(session, draft.original, "original", draft.media_type)
    last = session.scalar(select(func.max(Revision.number)).where(Revision.document_id == row.id)) or 0
    moved = keep(session, json.dumps(edits).encode(), "map", "application/json")
    session.add(Revision(document_id=row.id, number=last + 1, text_sha=row.text_sha, map_sha=moved,
                         coder_id=project.coder_key(session), reason=draft.path.name))  # fmt: skip
    row.text_sha = keep(session, draft.text.encode(), "text", "text/plain; charset=utf-8")
    row.original_sha, row.part = one.identity
    row.source, row.media_type = naming.source(draft.path), draft.media_type
    row.encoding, row.importer, row.words = draft.encoding, draft.importer, one.words
    row.characters, row.boxes_sha = len(draft.text), _kept_places(session, draft)
    session.flush()


def _of(one: Added, tied: Iterable[Tied]) -> tuple[Tied, ...]:
    """Return the ties of a document, where it is new."""
    return tuple(tie for tie in tied if tie.document == one.key and one.status == "imported")


def originals(project: Project) -> dict[Identity, str]:
    """Return the names of the documents by the file, and the part of it, that each was imported from."""
    with project.read() as session:
        rows = session.execute(select(Document.original_sha, Document.part, Document.name))
        return {(row.original_sha, row.part): row.name for row in rows}


class _Prepared(NamedTuple):
    """What can be computed of a draft before the door is opened; `words` are counted by passage as well.

    The draft itself is here without what is large.
    """

    draft: Draft
    text_sha: str
    identity: Identity
    words: int
    words_of: list[int]


def _prepared(draft: Draft) -> _Prepared:
    return _Prepared(
        draft.bare(), hashlib.sha256(draft.text.encode()).hexdigest(), identity(draft),
        words.count(draft.text), [words.count(draft.text[p.start : p.end]) for p in draft.passages],
    )  # fmt: skip


def keep(session: Session, body: bytes, kind: str, media_type: str) -> str:
    """Keep `body` once under its hash, outside the watch, and return the hash."""
    sha = hashlib.sha256(body).hexdigest()
    if session.connection().scalar(_KEPT, {"sha": sha}) is None:
        session.execute(insert(Content).values(sha256=sha, kind=kind, media_type=media_type, size=len(body), body=body))
    return sha


def _kept_places(session: Session, draft: Draft) -> str | None:
    return keep(session, draft.places, "places", "application/octet-stream") if draft.places else None


def _insert(session: Session, draft: Draft, one: _Prepared, name: str) -> int:
    keep(session, draft.original, "original", draft.media_type)
    document = Document(
        name=name,
        text_sha=keep(session, draft.text.encode(), "text", "text/plain; charset=utf-8"),
        original_sha=one.identity[0],
        boxes_sha=_kept_places(session, draft),
        part=draft.part,
        source=naming.source(draft.path),
        media_type=draft.media_type,
        encoding=draft.encoding,
        language=draft.language or "fr",
        importer=draft.importer,
        characters=len(draft.text),
        words=one.words,
    )
    session.add(document)
    session.flush()
    speakers = {
        s.label: Speaker(document_id=document.id, label=s.label, role=s.role, same_as=s.same_as) for s in draft.speakers
    }
    session.add_all(speakers.values())
    session.flush()
    _put_passages(session, document.id, draft, one, speakers)
    for attribute, value in draft.attributes.items():
        session.add(
            AttributeValue(
                attribute_id=values.attribute_key(session, attribute, "document"),
                document_id=document.id,
                value=clean_text(value),
            )
        )
    session.flush()
    return document.id


_PASSAGE = (
    "uid", "document_id", "position", "kind", "start", "end", "speaker_id", "words", "page", "start_ms", "end_ms",
)  # fmt: skip


def _put_passages(
    session: Session, document: int, draft: Draft, one: _Prepared, speakers: Mapping[str, Speaker]
) -> None:
    said = [speakers[p.speaker].id if p.speaker else None for p in draft.passages]
    _put_rows(session, document, draft, one, said)


def _put_rows(session: Session, document: int, draft: Draft, one: _Prepared, said: Sequence[int | None]) -> None:
    rows = [
        (new_uid(), document, position, p.kind, p.start, p.end, speaker, count, p.page, p.start_ms, p.end_ms)
        for position, (p, count, speaker) in enumerate(zip(draft.passages, one.words_of, said, strict=True))
    ]
    sqlite.fill(session.connection(), Passage, _PASSAGE, rows)


def listed(project: Project, keys: Sequence[int] | None = None) -> list[DocumentInfo]:
    """Return the documents in order of name, or only those of `keys`."""
    with project.read() as session:
        rows = session.scalars(_only(select(Document), Document.id, keys)).all()
        counted = select(Passage.document_id, func.count(Passage.id)).group_by(Passage.document_id)
        passages = {row[0]: row[1] for row in session.execute(_only(counted, Passage.document_id, keys))}
        marks: dict[int, list[str]] = {}
        said = select(Speaker.document_id, Speaker.label).order_by(Speaker.id)
        for document, label in session.execute(_only(said, Speaker.document_id, keys)):
            marks.setdefault(document, []).append(label)
        people = _participants(session, keys)
        found = [
            DocumentInfo(
                row.id, row.name, row.language, row.characters, row.words, passages.get(row.id, 0),
                tuple(marks.get(row.id, ())), tuple(people.get(row.id, ())), row.media_type, row.encoding,
                row.imported_at, row.text_sha, row.source,
            )
            for row in rows
        ]  # fmt: skip
    return sorted(found, key=lambda d: (words.folded(d.name), d.key))


def _only(query: Q, document: InstrumentedAttribute[int], keys: Sequence[int] | None) -> Q:
    """Return a query for all documents, or for those of `keys`."""
    return query if keys is None else query.where(document.in_(keys))


def _participants(session: Session, keys: Sequence[int] | None) -> dict[int, list[str]]:
    people: dict[int, list[str]] = {}
    query = (
        select(Participation.document_id, Participant.name)
        .join(Participant, Participant.id == Participation.participant_id)
        .order_by(Participant.position, Participant.id)
    )
    for document, name in session.execute(_only(query, Participation.document_id, keys)):
        people.setdefault(document, []).append(name)
    return people


def get(project: Project, key: int) -> DocumentInfo:
    """Return one document; raises `UnknownDocument`."""
    found = listed(project, [key])
    if not found:
        raise UnknownDocument("This document is no longer in the project.")
    return found[0]


def find(project: Project, name: str) -> DocumentInfo:
    """Return the document called `name`; case and accents matter only between documents that differ by them."""
    with project.read() as session:
        known = session.execute(select(Document.id, Document.name)).all()
    found = name_lookup.one(known, name)
    if found is not None:
        return get(project, found.id)
    near = name_lookup.nearest(known, name)
    raise UnknownDocument(
        "No document is called {name}; is {near} meant?" if near else "No document is called {name}.",
        name=name,
        near=near,
    )


def text(project: Project, key: int) -> str:
    """Return the document's stored text."""
    with project.read() as session:
        sha = session.scalar(select(Document.text_sha).where(Document.id == key))
    if sha is None:
        raise UnknownDocument("This document is no longer in the project.")
    return project.text(sha)


def original(project: Project, key: int) -> bytes:
    """Return the bytes of the file the document was imported from."""
    with project.read() as session:
        sha = session.scalar(select(Document.original_sha).where(Document.id == key))
    if sha is None:
        raise UnknownDocument("This document is no longer in the project.")
    return project.content(sha)


def places(project: Project, key: int) -> list[PlacedLine]:
    """Return where in the file the lines of a document stand; none where its format has no pages."""
    with project.read() as session:
        sha = session.scalar(select(Document.boxes_sha).where(Document.id == key))
    return unpacked(project.content(sha)) if sha else []


_PASSAGES = (
    select(Passage.id, Passage.document_id, Passage.position, Passage.kind, Passage.start, Passage.end, Passage.words,
           Speaker.label, Speaker.role, Passage.page, Passage.start_ms, Passage.end_ms)
    .outerjoin(Speaker, Speaker.id == Passage.speaker_id).order_by(Passage.document_id, Passage.position)
)  # fmt: skip
_PASSAGES_OF = _PASSAGES.where(Passage.document_id == bindparam("document"))
_PASSAGES_AMONG = _PASSAGES_OF.where(Passage.id.in_(bindparam("keys", expanding=True)))


def passages(project: Project, document: int | None = None, keys: Collection[int] | None = None) -> list[PassageInfo]:
    """Return the passages of all documents or of one, of that only those of `keys` if told, in document order."""
    query = _PASSAGES if document is None else _PASSAGES_OF if keys is None else _PASSAGES_AMONG
    with project.read() as session:
        return [
            PassageInfo(key, doc, position + 1, kind, start, end, count, label or "", role or "", page, ms, to_ms)
            for key, doc, position, kind, start, end, count, label, role, page, ms, to_ms
            in session.connection().execute(query, {"document": document, "keys": list(keys or ())})
        ]  # fmt: skip


_SPEAKERS = (
    select(Speaker.id, Speaker.document_id, Speaker.label, Speaker.role, Participant.name, Speaker.same_as,
           func.count(Passage.id), func.coalesce(func.sum(Passage.words), 0))
    .outerjoin(Participant, Participant.id == Speaker.participant_id)
    .outerjoin(Passage, Passage.speaker_id == Speaker.id)
    .group_by(Speaker.id)
    .order_by(Speaker.document_id, Speaker.id)
)  # fmt: skip
_SPEAKERS_OF = _SPEAKERS.where(Speaker.document_id == bindparam("document"))


def speakers(project: Project, document: int | None = None) -> list[SpeakerInfo]:
    """Return who talks in one document, or in all."""
    query = _SPEAKERS if document is None else _SPEAKERS_OF
    with project.read() as session:
        return [SpeakerInfo(*row) for row in session.connection().execute(query, {"document": document})]


def rename(project: Project, key: int, name: str) -> None:
    """Give the document another name, free in the project."""
    name = clean_title(name)
    if not name:
        raise SourceError("A document needs a name.")
    with project.change("Rename document") as session:
        row = session.get(Document, key)
        if row is None:
            raise NothingThere("This document is no longer in the project.")
        if session.scalar(select(Document.id).where(Document.name == name, Document.id != key)) is not None:
            raise SourceError("Another document is called {name}.", name=name)
        row.name = name


def remove(project: Project, keys: Iterable[int]) -> None:
    """Take documents out of the project with all that is attached to them, as one change."""
    wanted = list(keys)
    with project.change("Remove documents" if len(wanted) > 1 else "Remove document") as session:
        leaving.documents(session, wanted)
        for key in wanted:
            row = session.get(Document, key)
            if row is None:
                raise NothingThere("This document is no longer in the project.")
            session.delete(row)


def set_role(project: Project, speaker: int, role: str) -> None:
    """Say whether a speaker is interviewer, respondent or unknown."""
    if role not in get_args(Role):
        raise SourceError("No role is called {role}.", role=role)
    with project.change("Set the speaker's role") as session:
        row = session.get(Speaker, speaker)
        if row is None:
            raise NothingThere("This speaker is no longer in the project.")
        row.role = role


def set_roles(project: Project, speakers: Iterable[int], role: str) -> None:
    """Say of several speakers, as one change, what role they have."""
    with project.change("Set the speakers' role"):
        for speaker in speakers:
            set_role(project, speaker, role)


def merge_speakers(project: Project, speaker: int, into: int) -> None:
    """Give all passages of `speaker` to `into`, of the same document."""
    with project.change("Merge speakers") as session:
        gone, kept = session.get(Speaker, speaker), session.get(Speaker, into)
        if gone is None or kept is None or gone.document_id != kept.document_id or gone is kept:
            raise NothingThere("Two speakers of one document are needed.")
        for passage in session.scalars(select(Passage).where(Passage.speaker_id == speaker)):
            passage.speaker_id = into
        kept.participant_id = kept.participant_id or gone.participant_id
        kept.same_as = None if kept.same_as == gone.label else kept.same_as
        session.flush()
        session.delete(gone)

"""Memos as they are written: each verb is one change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from coding import blind
from coding.codebook import tree
from coding.memos import links
from coding.memos.links import LinkTargets
from corpus import anchors
from corpus.anchors import Anchor
from corpus.cleaning import clean_text
from corpus.errors import CodingError, NothingThere, WorkbenchError
from corpus.model import Code, Coder, Coding, Document, Memo, MemoTarget, Participant, now
from corpus.our_words import ListedWords, Word
from corpus.store.history import WrittenRows
from corpus.store.project import Project

KINDS = ("plain", "theoretical", "methodological", "reflexive", "contact", "field", "annotation")
_COLUMNS = {
    "document": MemoTarget.document_id,
    "code": MemoTarget.code_id,
    "coding": MemoTarget.coding_id,
    "participant": MemoTarget.participant_id,
}
_REMOVED = "removed "
_PLACE = (*anchors.FIELDS, "code_id", "coding_id", "participant_id", "about")
_STORED: dict[str, Any] = {"document": Document, "code": Code, "coding": Coding, "participant": Participant}


@dataclass(frozen=True, slots=True)
class Target:
    """What a memo is about: `kind` is project, document, passage, code, coding or participant.

    A passage is a place in the document `key`: `on` makes one. `label` is filled in on reading. What has left the
    project is of a kind like `removed document`, and its label alone says what it was.
    """

    kind: str
    key: int | None = None
    anchor: Anchor | None = None
    label: str = ""

    @property
    def span(self) -> tuple[int, int] | None:
        """The words it is about, in code points; None where it is not about words."""
        return None if self.anchor is None else self.anchor.span


def on(anchor: Anchor, label: str = "") -> Target:
    """Return a place as what a memo is about."""
    if anchor.kind == "whole":
        return Target("document", anchor.document, label=label)
    return Target("passage", anchor.document, anchor, label)


@dataclass(frozen=True, slots=True)
class MemoInfo:
    """A memo; `kind` is one of `KINDS`: `contact` sums an interview up, `field` is from the field, `annotation` a word.

    Links in `body` are written as `[[kind:name]]`, with the names of now.
    """

    key: int
    title: str
    body: str
    kind: str
    coder: str
    created_at: str
    edited_at: str | None
    targets: tuple[Target, ...]


def add(
    project: Project,
    body: str,
    *,
    title: str = "",
    kind: str = "plain",
    targets: Iterable[Target] = (),
    coder: str | None = None,
    uid: str | None = None,
) -> int:
    """Write a memo and return its key; without targets it is about the project.

    `coder` is who wrote it where that is not the present one, `uid` what it is known by where it came from elsewhere.
    """
    with project.change("Add memo") as session:
        memo = Memo(
            title=clean_text(title).strip(),
            body=links.stored(LinkTargets(session), clean_text(body)),
            kind=_kind(kind),
            coder_id=project.coder_key(session, coder),
            **({"uid": uid} if uid is not None else {}),
        )
        if not memo.title and not memo.body.strip():
            raise CodingError("A memo needs a title or a text.")
        session.add(memo)
        session.flush()
        _aim(session, memo.id, targets)
        return memo.id


def annotate(project: Project, place: Anchor, text: str) -> int:
    """Write a note on words, which are marked where they stand, and return its key."""
    with project.change("Annotate words"):
        return add(project, text, kind="annotation", targets=[on(place)])


def _kind(kind: str) -> str:
    if kind not in KINDS:
        raise CodingError("A memo is one of {kinds}, not {kind}.", kinds=ListedWords(KINDS), kind=kind)
    return kind


def _aim(session: Session, memo: int, targets: Iterable[Target]) -> None:
    """Write what the memo is about, and take away what it is no longer about."""
    wanted = {_place(session, target): None for target in targets} or {_place(session, Target("project")): None}
    for row in session.scalars(select(MemoTarget).where(MemoTarget.memo_id == memo)).all():
        place = tuple(getattr(row, name) for name in _PLACE)
        if place in wanted:
            del wanted[place]
        else:
            session.delete(row)
    session.add_all(MemoTarget(memo_id=memo, **dict(zip(_PLACE, place, strict=True))) for place in wanted)
    session.flush()


def _place(session: Session, target: Target) -> tuple[Any, ...]:
    """Return the columns of a target, in the order of `_PLACE`."""
    if target.kind == "project":
        return (None,) * len(_PLACE)
    if target.kind.startswith(_REMOVED):
        return (*(None for _ in _PLACE[1:]), f"{target.kind.removeprefix(_REMOVED)}:{target.label}")
    kind = "document" if target.kind == "passage" else target.kind
    if kind not in _STORED:
        raise CodingError("A memo can't be about a {kind}.", kind=Word(kind))
    if target.key is None or session.get(_STORED[kind], target.key) is None:
        raise NothingThere("What this memo is about is no longer in the project.")
    values: dict[str, Any] = {f"{kind}_id": target.key}
    if target.anchor is not None:
        values = anchors.fields(anchors.stored(session, target.anchor))
    return tuple(values.get(name) for name in _PLACE)


def named(project: Project, targets: Iterable[Target]) -> tuple[Target, ...]:
    """Return what a memo is to be about with the names to show, as far as it is in the project."""
    with project.read() as session:
        return tuple(replace(target, label=target.label or _label(session, target)) for target in targets)


def _label(session: Session, target: Target) -> str:
    stored = _STORED.get("document" if target.kind == "passage" else target.kind)
    row = session.get(stored, target.key) if stored is not None and target.key is not None else None
    row = session.get(Code, row.code_id) if isinstance(row, Coding) else row
    return "" if row is None else tree.label(row.key, row.name) if isinstance(row, Code) else row.name


def there(project: Project, target: Target) -> bool:
    """Say whether what a memo is to be about is in the project."""
    with project.read() as session:
        try:
            _place(session, target)
        except WorkbenchError:
            return False
    return True


def edit(
    project: Project,
    key: int,
    *,
    title: str | None = None,
    body: str | None = None,
    kind: str | None = None,
    targets: Iterable[Target] | None = None,
) -> None:
    """Change what is given of a memo; its targets as a whole."""
    with project.change("Edit memo") as session:
        memo = _row(session, key)
        before = (memo.title, memo.body, memo.kind)
        memo.title = memo.title if title is None else clean_text(title).strip()
        known = LinkTargets(session)
        if body is not None and clean_text(body) != links.shown(known, memo.body):
            memo.body = links.stored(known, clean_text(body), memo.body)
        memo.kind = memo.kind if kind is None else _kind(kind)
        if not memo.title and not memo.body.strip():
            raise CodingError("A memo needs a title or a text.")
        if (memo.title, memo.body, memo.kind) != before:
            memo.edited_at = now()
        if targets is not None:
            _aim(session, key, targets)


def _row(session: Session, key: int) -> Memo:
    memo = session.get(Memo, key)
    if memo is None:
        raise NothingThere("This memo is no longer in the project.")
    return memo


def remove(project: Project, key: int) -> None:
    """Take a memo away."""
    with project.change("Remove memo") as session:
        session.delete(_row(session, key))


def listed(project: Project, *, kind: str | None = None) -> list[MemoInfo]:
    """Return the memos in the order they were made, all or those of one kind."""
    query = _query() if kind is None else _query().where(Memo.kind == kind)
    with project.read() as session:
        return _seen(project, session, _infos(session, query))


def every(session: Session) -> list[MemoInfo]:
    """Return the memos in the order they were made, also those that may not be seen yet."""
    return _infos(session, _query())


def mended(session: Session, before: list[MemoInfo], codings: frozenset[int]) -> list[MemoInfo]:
    """Return the memos where nothing but these codings was written: `before`, unless one is about any of them."""
    about = {target.key for memo in before for target in memo.targets if target.kind == "coding"}
    return before if about.isdisjoint(codings) else _infos(session, _query())


def carried(_session: Session, before: list[MemoInfo], written: WrittenRows) -> list[MemoInfo] | None:
    """Return the memos after a correction of texts: `before`, unless one is about what was written or moved."""
    if any(one.__tablename__ in written.tables for one in (Memo, MemoTarget, Coder, Code, Participant)):
        return None
    if any("[[passage:" in memo.body for memo in before):  # passages may have other numbers now
        return None
    about = {(target.kind, target.key) for memo in before for target in memo.targets}
    changed = {("coding", key) for key in written.of(Coding.__tablename__)}
    changed |= {(kind, key) for kind in ("document", "passage") for key in written.of(Document.__tablename__)}
    return before if about.isdisjoint(changed) else None


def get(project: Project, key: int) -> MemoInfo:
    """Return one memo; raises `NothingThere`."""
    with project.read() as session:
        found = _seen(project, session, _infos(session, _query().where(Memo.id == key)))
    if not found:
        raise NothingThere("This memo is no longer in the project.")
    return found[0]


def of(project: Project, kind: str, key: int | None = None) -> list[MemoInfo]:
    """Return the memos about one thing; of the kind `passage`, all that are on words of the document `key`."""
    about = select(MemoTarget.memo_id)
    if kind == "project":
        other = about.where(*(column.is_(None) for column in (*_COLUMNS.values(), MemoTarget.about)))
        query = _query().where(Memo.id.in_(other) | Memo.id.not_in(about))
    elif kind in _COLUMNS:
        about = about.where(_COLUMNS[kind] == key, ~_in_part())
        query = _query().where(Memo.id.in_(about))
    else:
        about = about.where(MemoTarget.document_id == key, _in_part())
        query = _query().where(Memo.id.in_(about))
    with project.read() as session:
        return _seen(project, session, _infos(session, query))


def _seen(project: Project, session: Session, found: list[MemoInfo]) -> list[MemoInfo]:
    """Leave out what others say of documents that this coder codes blind."""
    unseen = blind.hidden(project)
    if not unseen:
        return found
    codings = frozenset(session.scalars(select(Coding.id).where(Coding.document_id.in_(unseen))))
    about = {"document": unseen, "passage": unseen, "coding": codings}
    own = project.coder
    return [one for one in found if one.coder == own or not any(to.key in about.get(to.kind, ()) for to in one.targets)]


def _in_part() -> ColumnElement[bool]:
    """Return what is true of targets that are a place in a document and not all of it."""
    return anchors.of_words(MemoTarget) | ~anchors.of_text(MemoTarget)


@cache
def _query() -> Select[*tuple[Any, ...]]:
    columns = (Memo.id, Memo.title, Memo.body, Memo.kind, Coder.name, Memo.created_at, Memo.edited_at)
    return select(*columns).join(Coder, Coder.id == Memo.coder_id).order_by(Memo.created_at, Memo.id)


def _infos(session: Session, query: Select[*tuple[Any, ...]]) -> list[MemoInfo]:
    rows, known = session.execute(query).all(), LinkTargets(session)
    about = _targets(session, [row[0] for row in rows]) if rows else {}
    return [
        MemoInfo(
            key, title, links.shown(known, body), kind, coder, made, edited, tuple(about.get(key, (Target("project"),)))
        )
        for key, title, body, kind, coder, made, edited in rows
    ]


def _targets(session: Session, memos: Sequence[int]) -> dict[int, list[Target]]:
    """Return what the memos are about, with names to show."""
    wanted, found = set(memos), dict[int, list[Target]]()
    for row in session.execute(_about()):
        if row.memo_id in wanted:
            found.setdefault(row.memo_id, []).append(_target(row))
    return found


@cache
def _about() -> Select[*tuple[Any, ...]]:
    columns = (
        MemoTarget.memo_id,
        MemoTarget.code_id,
        MemoTarget.coding_id,
        MemoTarget.participant_id,
        Document.name.label("title"),
        Code.key.label("code_key"),
        Code.name.label("code_name"),
        Participant.name.label("person"),
        MemoTarget.about,
        *(getattr(MemoTarget, name) for name in anchors.FIELDS),
    )
    return (
        select(*columns)
        .outerjoin(Coding, Coding.id == MemoTarget.coding_id)
        .outerjoin(Document, Document.id == MemoTarget.document_id)
        .outerjoin(Code, Code.id.in_((MemoTarget.code_id, Coding.code_id)))
        .outerjoin(Participant, Participant.id == MemoTarget.participant_id)
        .order_by(MemoTarget.id)
    )


def _target(row: Any) -> Target:
    if row.document_id is not None:
        return on(anchors.of_row(row), row.title)
    if row.code_id is not None:
        return Target("code", row.code_id, label=tree.label(row.code_key, row.code_name))
    if row.coding_id is not None:
        return Target("coding", row.coding_id, label=tree.label(row.code_key, row.code_name))
    if row.participant_id is not None:
        return Target("participant", row.participant_id, label=row.person)
    if row.about is not None:
        was, _, name = row.about.partition(":")
        return Target(f"{_REMOVED}{was}", label=name)
    return Target("project")

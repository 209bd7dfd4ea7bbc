"""What a study remembers beside its rows: the log, texts and files by hash, what was sent, positions and choices."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import Any

from sqlalchemy import JSON, String, bindparam, delete, exists, func, insert, select, tuple_, update
from sqlalchemy.orm import Session

from corpus.erasing.personal_data import Theirs
from corpus.erasing.traces import Traces
from corpus.erasing.unpacking import texts_of
from corpus.model import (
    Attribute,
    AttributeValue,
    Base,
    ChangeRow,
    Code,
    Coding,
    Content,
    Disclosure,
    Document,
    Exposure,
    Meta,
    Model,
    OpenChange,
    Opened,
    Pseudonym,
    Revision,
    State,
    Submission,
)
from corpus.store import history, moving, schema, untrusted

_HASHED = (
    Document.text_sha,
    Document.original_sha,
    Document.boxes_sha,
    Revision.text_sha,
    Revision.map_sha,
    Submission.study_sha,
    Submission.article_sha,
)
_NO_WORDS = ("uid", "sha", "_at", "_on", "kind", "origin", "colour", "language")
# Of rows of these that are gone from the study the log keeps nothing, as no undo reaches them any more.
_WORDED = (
    "approval", "attribute_value", "bearing", "consent", "document", "excerpt", "judgement", "media", "memo",
    "memo_target", "participant", "pseudonym", "recruit", "revision", "settlement", "speaker", "submission", "summary",
    "telltale", "verdict",
)  # fmt: skip


def scrub(session: Session, traces: Traces) -> dict[str, int]:
    """Put `[…]` for what is theirs in what others wrote, and return in how many rows by table."""
    return rewrite(session, traces.within, but=(Pseudonym.__tablename__,))  # names that others say stay hidden


def rewrite(session: Session, written: Callable[[Any], Any], *, but: Collection[str]) -> dict[str, int]:
    """Put `written` of it for each text, or JSON, of all watched tables `but` these, and return in how many rows."""
    found: Counter[str] = Counter()
    for table in history.watched_tables():
        columns = [column for column in table.columns if _may_hold(column)]
        if not columns or table.name in but:
            continue
        for key, *values in session.execute(select(table.c.id, *columns)).all():
            after = {one.name: new for one, value in zip(columns, values) if (new := written(value)) != value}
            if after:
                session.execute(update(table).where(table.c.id == key).values(after))
                found[table.name] += 1
    session.expire_all()
    return dict(found)


def _may_hold(column: Any) -> bool:
    """Say whether a column is for words."""
    ours = column.name.endswith(_NO_WORDS) or column.name in ("key", "type", "state", "status", "verdict", "decision")
    return isinstance(column.type, String | JSON) and not ours


def gone(session: Session) -> Iterator[tuple[str, int]]:
    """Yield how many rows the open change took out, by table."""
    query = select(ChangeRow.stored, func.count(ChangeRow.row.distinct())).where(*_open(), ChangeRow.verb == "delete")
    yield from ((stored, count) for stored, count in session.execute(query.group_by(ChangeRow.stored)))


def _open() -> tuple[Any, ...]:
    return (ChangeRow.change == select(OpenChange.change).scalar_subquery(),)


def in_vivo(session: Session, traces: Traces) -> tuple[str, ...]:
    """Return the names of codes that are words of theirs, and of nobody else."""
    names = session.scalars(select(Code.name).where(Code.in_vivo.is_(True)).order_by(Code.id)).all()
    return tuple(name for name in names if traces.only_theirs(name))


def values_of(session: Session, theirs: Theirs) -> set[str]:
    """Return all that is known of a participant."""
    return set(session.scalars(select(AttributeValue.value).where(AttributeValue.participant_id == theirs.key)))


def choices(session: Session, values: set[str]) -> None:
    """Let lists of choices and groups forget values that nobody has any more."""
    gone = values - set(session.scalars(select(AttributeValue.value)))
    for row in session.scalars(select(Attribute)).all():
        for name in ("choices", "recipe"):
            kept = getattr(row, name)
            if kept and (left := _but(kept, gone)) != kept:
                setattr(row, name, left)
    session.flush()


def _but(kept: Any, gone: set[str]) -> Any:
    """Return JSON without these values, and without what is said of one of them."""

    def goes(one: Any) -> bool:
        return one in gone if isinstance(one, str) else isinstance(one, dict) and one.get("value") in gone

    match kept:
        case list():
            return [_but(one, gone) for one in kept if not goes(one)]
        case dict():
            return {key: _but(one, gone) for key, one in kept.items()}
    return kept


# what was sent


def submissions(session: Session, theirs: Theirs, traces: Traces) -> tuple[str, ...]:
    """Take what is theirs out of the studies that were sent, and return the articles that had it and went."""
    articles = []
    for row in session.scalars(select(Submission)).all():
        body = session.scalar(select(Content.body).where(Content.sha256 == row.study_sha))
        if body is not None and (kept := _without(body, theirs, traces)) is not None:
            row.study_sha = _keep(session, kept)
        if row.article_sha and _names(session, row.article_sha, traces):
            articles.append(row.article_name)
            row.article_sha, row.article_name = None, ""
    session.flush()
    return tuple(articles)


def _without(body: bytes, theirs: Theirs, traces: Traces) -> bytes | None:
    """Return a study as it was sent without what is theirs; None where nothing is, or where it can't be read."""
    try:
        before = untrusted.parsed(zlib.decompress(body))
    except (ValueError, zlib.error):
        return None
    alone = set(map(str, theirs.alone))
    evidence = before.get("evidence")
    after = dict(before)
    if isinstance(evidence, dict):
        after["evidence"] = {
            code: [one for one in said if one[0] not in alone and not traces.only_theirs(one[1])]
            for code, said in evidence.items()
        }
    if isinstance(quoted := before.get("quotations"), dict):
        after["quotations"] = {key: one for key, one in quoted.items() if not traces.only_theirs(one[1])}
    after = traces.within(after)
    if after == before:
        return None
    return zlib.compress(json.dumps(after, ensure_ascii=False, sort_keys=True).encode(), 9)


def _names(session: Session, sha: str, traces: Traces) -> bool:
    """Say whether a file that was kept has words of theirs."""
    body = session.scalar(select(Content.body).where(Content.sha256 == sha))
    return body is not None and any(traces.scrubbed(text) != text for text in texts_of(body))


def _keep(session: Session, body: bytes) -> str:
    sha = hashlib.sha256(body).hexdigest()
    values = {"sha256": sha, "kind": "submission", "media_type": "application/zlib", "size": len(body), "body": body}
    if session.scalar(select(Content.sha256).where(Content.sha256 == sha)) is None:
        session.execute(insert(Content), values)
    return sha


# what is outside the watch


def aside(session: Session, traces: Traces, theirs: Theirs) -> None:
    """Take what is theirs out of what is kept outside the watch; models are learned again from what is left."""
    session.execute(delete(Model))
    session.execute(delete(Opened).where(Opened.coding_uid.not_in(select(Coding.uid))))
    session.execute(delete(Exposure).where(Exposure.document_uid.not_in(select(Document.uid))))
    for row in session.scalars(select(State)).all():
        row.value = traces.of_json(_drafts(session, row.value, theirs) if row.key == "memo.drafts" else row.value)
    for let in session.scalars(select(Disclosure)).all():
        let.why = traces.scrubbed(let.why)
        let.participants = json.dumps([one for one in _list(let.participants) if one != theirs.uid])
    session.flush()


def _list(kept: str) -> list[Any]:
    try:
        found = untrusted.parsed(kept)
    except ValueError:
        return []
    return found if isinstance(found, list) else []


def _drafts(session: Session, kept: str, theirs: Theirs) -> str:
    """Return memos that were typed and never left, without those that are about what is theirs."""
    codings = set(session.scalars(select(Coding.id)))
    papers = {*theirs.alone, *theirs.spans}

    def about(target: Any) -> bool:
        kind, key = target["kind"], target["key"]
        if kind == "coding":
            return key not in codings
        return key in papers if kind in ("document", "passage") else kind == "participant" and key == theirs.key

    try:
        found = untrusted.parsed(kept).items()
        return json.dumps({slot: one for slot, one in found if not any(map(about, one["targets"]))})
    except (ValueError, TypeError, KeyError, AttributeError):
        return "{}"


def log(session: Session, traces: Traces) -> None:
    """Let the log forget how rows were that this change wrote, and rows that are gone; of others, what is theirs."""
    here = Base.metadata.tables[ChangeRow.__tablename__].c
    written = select(here.stored, here.row).where(here.change == select(OpenChange.change).scalar_subquery())
    kept = (here.image.is_not(None), here.verb != moving.VERB)
    emptied = update(ChangeRow).execution_options(synchronize_session=False).values(image=None).where(*kept)
    session.execute(emptied.where(tuple_(here.stored, here.row).in_(written)))
    for name in _WORDED:
        there = exists().where(Base.metadata.tables[name].c.id == here.row)
        session.execute(emptied.where(here.stored == name, ~there))
    rows = session.execute(select(here.id, here.image).where(*kept)).all()
    changed = [{"key": key, "new": new} for key, image in rows if (new := traces.of_json(image)) != image]
    if changed:
        table = Base.metadata.tables[ChangeRow.__tablename__]
        statement = update(table).where(here.id == bindparam("key")).values(image=bindparam("new"))
        session.connection().execute(statement, changed)


def contents(session: Session) -> dict[str, int]:
    """Let go of texts and files that nothing in the study is, as no undo brings it back; return how many by kind."""
    kept: set[str] = {sha for column in _HASHED for sha in session.scalars(select(column)) if sha}
    rows = session.execute(select(Content.sha256, Content.kind)).all()
    going = [row for row in rows if row.sha256 not in kept]
    for row in going:
        session.execute(delete(Content).where(Content.sha256 == row.sha256))
    return dict(Counter(row.kind for row in going))


def mark(session: Session) -> None:
    """Note that the file is still to be written anew."""
    session.merge(Meta(key=schema.WIPING, value="1"))
    session.flush()

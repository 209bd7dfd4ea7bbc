"""What people gave to which words, and whether they did so by themselves, before a suggestion was shown to them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, select
from sqlalchemy.orm import Session

from coding import blind
from coding.moment.moment import Moment
from coding.suggest.texts import CodeDescription
from corpus import anchors
from corpus.model import Code, Coder, Coding, Document, Exposure, Link
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class GivenCode:
    """A code on a span of a document; `own_code` is the one that was put there, where a link brought it to `code`.

    `by_people`: neither an accepted suggestion nor only proposed by a link and never read since.
    `counts`: so, and made before suggestions for this document were shown to its coder; only that is measured against.
    """

    document: int
    start: int
    end: int
    code: int
    own_code: int
    coder: str
    by_people: bool = True
    counts: bool = True


Row = tuple[int, int, int, int, str, int, int]
"""A coding of words: document, start, end, code, coder, whether people put it there, and nothing was shown yet."""


def rows(project: Project, coder: str | None) -> dict[int, Row]:
    """Return the codings of words that this coder sees, of all coders or one, by key."""
    query = _QUERY if coder is None else _QUERY.where(Coder.name == coder)
    with project.read() as session:
        found = session.execute(query.where(~unseen(project, session))).all()
    return {key: tuple(row) for key, *row in found if row[1] is not None and row[2] is not None}


def spans(
    project: Project,
    found: Mapping[int, Row],
    codes: Mapping[int, CodeDescription],
    coder: str | None,
    *,
    second_cycle: bool,
) -> Iterator[GivenCode]:
    """Yield what people coded with `codes` by these codings, and in the second cycle by all evidence."""
    if not second_cycle:
        for document, start, end, code, who, people, before in found.values():
            if code in codes:
                yield GivenCode(document, start, end, code, code, who, bool(people), bool(people and before))
        return
    moment = Moment.of(project, layer=coder)
    for code in codes:
        for item in moment.evidence(code):
            if item.counted and not item.whole:
                unread = item.unread and not item.direct
                behind = [found[key] for key in item.codings if key in found and not unread]
                people, counts = any(row[5] for row in behind), any(row[5] and row[6] for row in behind)
                own = item.codes[0] if item.codes else code
                yield GivenCode(item.document, item.start, item.end, code, own, item.coder, people, counts)


def linked(project: Project, codes: Container[int]) -> dict[int, set[int]]:
    """Return for each code which of `codes` it is linked to, in either direction, by evidence or by a crosswalk.

    A code has the links of the codes above it.
    """
    with project.read() as session:
        links = session.execute(select(Link.from_code_id, Link.to_code_id)).all()
        above = {row.id: row.parent_id for row in session.execute(select(Code.id, Code.parent_id))}
    under: dict[int, set[int]] = {}
    for code in above:
        at: int | None = code
        while at is not None and code not in under.setdefault(at, set()):
            under[at].add(code)
            at = above.get(at)
    found: dict[int, set[int]] = {}
    for source, target in links:
        for code in under.get(source, ()):
            found.setdefault(code, set()).add(target)
        for code in under.get(target, ()):
            found.setdefault(code, set()).update(under.get(source, ()))
    return {code: kept for code, others in found.items() if (kept := {one for one in others if one in codes})}


def unseen(project: Project, session: Session) -> ColumnElement[bool]:
    """Return what is true of a coding that is out of this coder's sight."""
    return blind.others(project, session, Coding.document_id, Coding.coder_id)


_BEFORE = (Exposure.shown_at.is_(None)) | (Coding.created_at <= Exposure.shown_at)
_QUERY: Select[*tuple[Any, ...]] = (
    select(
        Coding.id,
        Coding.document_id,
        Coding.start,
        Coding.end,
        Coding.code_id,
        Coder.name,
        case((Coding.origin != "suggestion", 1), else_=0),
        case((_BEFORE, 1), else_=0),
    )
    .join(Coder, Coder.id == Coding.coder_id)
    .join(Document, Document.id == Coding.document_id)
    .outerjoin(Exposure, and_(Exposure.coder == Coder.name, Exposure.document_uid == Document.uid))
    .where(anchors.of_words(Coding))
)

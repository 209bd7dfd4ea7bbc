"""Codings: a code on words of a document, or on the whole of it, by one coder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func, insert, select
from sqlalchemy.orm import Session

from coding import blind, codebook, readings
from coding.codebook import codes, moves
from coding.codebook.names import clean_name
from corpus import anchors
from corpus.anchors import Anchor
from corpus.cleaning import clean_line
from corpus.errors import CodingError, DuplicateCoding, NothingThere, SpanOutside, UnknownCode, UnknownDocument
from corpus.model import Code, Coder, Coding, Document, now
from corpus.store.project import Project

BY_HAND = ("manual", "in vivo", "suggestion")
"""The origins of what a person chose passage by passage."""
AUTO = "auto"
"""The origin of what was coded at once with many others."""
_LONGEST_NAME = 80
_SHORT_NAME, _LEAST_NAME = 40, 12
_MARKS = " .,;:!?…«»“”\"'()[]-–—"
# What people begin with while they think, in French and English.
_OPENERS = frozenset(
    "euh ben bah bon donc alors et mais voilà enfin puis ouais oui non hein uh um well so and but yeah yes no".split()
)
_INFOS: Select[*tuple[Any, ...]] = (
    select(
        Coding.id,
        Coding.document_id,
        Coding.start,
        Coding.end,
        Coding.code_id,
        Coder.name,
        Coding.origin,
        Coding.created_at,
        Coding.verdict_id,
        Document.characters,
    )
    .join(Coder, Coder.id == Coding.coder_id)
    .join(Document, Document.id == Coding.document_id)
    .where(anchors.of_text(Coding))
)
_AMONG = _INFOS.where(Coding.id.in_(bindparam("keys", expanding=True)))


@dataclass(frozen=True, slots=True)
class CodingInfo:
    """One code on one span, in code points; on the whole document the span is all of it and `whole` is set."""

    key: int
    document: int
    start: int
    end: int
    code: int
    coder: str
    origin: str
    created_at: str
    verdict: int | None
    whole: bool

    @property
    def anchor(self) -> Anchor:
        """Where the code is."""
        return anchors.whole(self.document) if self.whole else anchors.words(self.document, self.start, self.end)


class Entry(NamedTuple):
    """A coding to be made; coder None is the present one."""

    code: int
    anchor: Anchor
    coder: str | None = None
    origin: str | None = None
    created_at: str | None = None


def apply(project: Project, code: int, anchor: Anchor, *, origin: str = "manual", verdict: int | None = None) -> int:
    """Put a code on a place and return the coding's key; raises `SpanOutside`, `DuplicateCoding`."""
    with project.change("Apply code") as session:
        return _put(project, session, code, anchors.stored(session, anchor), origin=origin, verdict_id=verdict)


def _put(project: Project, session: Session, code: int, anchor: Anchor, **fields: Any) -> int:
    name = session.connection().scalar(_NAME, {"code": code})
    if name is None:
        raise UnknownCode("This code is no longer in the project.")
    coder = project.coder_key(session)
    if _at(session, code, anchor, coder) is not None:
        raise DuplicateCoding("{code} is on these words already.", code=name)
    made = Coding(code_id=code, coder_id=coder, **anchors.fields(anchor), **fields)
    session.add(made)
    session.flush()
    readings.opened(project, [made.id])  # who codes words reads them
    return made.id


_NAME = select(Code.name).where(Code.id == bindparam("code"))
_THERE = select(Coding.id).where(
    anchors.exactly(Coding), Coding.code_id == bindparam("code"), Coding.coder_id == bindparam("coder")
)


def _at(session: Session, code: int, anchor: Anchor, coder: int) -> int | None:
    return session.scalar(_THERE, {**anchors.fields(anchor), "code": code, "coder": coder})


def apply_many(project: Project, items: Iterable[tuple[int, Anchor]], *, origin: str = "manual") -> list[int]:
    """Put codes on many places as one change and return the new codings' keys; those there already are skipped."""
    return [key for key in enter(project, (Entry(*item) for item in items), origin=origin) if key is not None]


def enter(project: Project, entries: Iterable[Entry], *, origin: str = "manual") -> list[int | None]:
    """Make codings as one change; return for each entry its key, or None where it stood there already."""
    wanted = list(entries)
    with project.change("Apply codes") as session:
        coders = _coder_keys(session, {entry.coder or project.coder for entry in wanted})
        _check_all(session, wanted)
        whose = [coders[entry.coder or project.coder] for entry in wanted]
        seen = _taken(session, {entry.anchor.document for entry in wanted})
        fresh: list[int] = []
        for number, entry in enumerate(wanted):
            place = (entry.code, whose[number], *anchors.values(entry.anchor))
            if place not in seen:
                seen.add(place)
                fresh.append(number)
        rows = [_row(wanted[number], whose[number], origin) for number in fresh]
        keys: list[int | None] = [None] * len(wanted)
        for number, key in zip(fresh, _insert(session, rows), strict=True):
            keys[number] = key
        readings.opened(project, _by_hand(wanted, keys, origin))
        return keys


def _by_hand(entries: Sequence[Entry], keys: Sequence[int | None], origin: str) -> list[int]:
    """Return which of the codings just made their coder has read: those chosen one by one, and here."""
    return [
        key
        for entry, key in zip(entries, keys, strict=True)
        if key is not None and (entry.origin or origin) in BY_HAND and entry.coder is None and entry.created_at is None
    ]


def _row(entry: Entry, coder: int, origin: str) -> dict[str, Any]:
    fields = {"code_id": entry.code, "coder_id": coder, "origin": entry.origin or origin}
    return anchors.fields(entry.anchor) | fields | {"created_at": entry.created_at or now()}


def _insert(session: Session, rows: Sequence[dict[str, Any]]) -> Sequence[int]:
    """Write codings and return their keys; these only grow, so that the new ones are those above the highest."""
    if not rows:
        return []
    highest = session.scalar(select(func.max(Coding.id))) or 0
    session.execute(insert(moves.table_of(Coding)), rows)
    return session.scalars(select(Coding.id).where(Coding.id > highest).order_by(Coding.id)).all()


def _coder_keys(session: Session, names: Iterable[str]) -> dict[str, int]:
    known = dict(session.execute(select(Coder.name, Coder.id)).all())
    new = [Coder(name=name) for name in sorted(set(names) - known.keys())]
    session.add_all(new)
    session.flush()
    return known | {coder.name: coder.id for coder in new}


def _check_all(session: Session, entries: Sequence[Entry]) -> None:
    extents = anchors.extents(session)
    known = set(session.scalars(select(Code.id)))
    for entry in entries:
        if entry.anchor.document not in extents:
            raise UnknownDocument("This document is no longer in the project.")
        if entry.code not in known:
            raise UnknownCode("This code is no longer in the project.")
        anchors.checked(entry.anchor, extents[entry.anchor.document])


def _taken(session: Session, documents: Iterable[int]) -> set[tuple[Any, ...]]:
    there = select(Coding.code_id, *(getattr(Coding, name) for name in moves.PLACE))
    found = (session.execute(there.where(Coding.document_id.in_(part))) for part in moves.chunks(documents))
    return {tuple(row) for rows in found for row in rows.all()}


def in_vivo(project: Project, anchor: Anchor, parent: int | None = None, *, name: str | None = None) -> tuple[int, int]:
    """Code words with themselves as the code's name, made unless it is there; return code and coding.

    Without a `name`, such as `short_name` offers, it is all of the words: 80 characters at most, cut after a word.
    """
    with project.change("Code in vivo") as session:
        anchors.stored(session, anchor)
        sha = session.scalar(select(Document.text_sha).where(Document.id == anchor.document)) or ""
        whole = anchors.text_of(anchor, project.text(sha))
        name = _shortened(whole) if name is None else clean_name(name)
        book = codes.book_of(session, parent, None)
        code = codes.sibling(session, book, parent, name)
        if code is None:
            code = codes.insert(session, name, parent, book, in_vivo=True)
        return code, _put(project, session, code, anchor, origin="in vivo")


def short_name(words: str) -> str:
    """Return a short name for a code from what was said: the first of its clauses, without the words one begins with.

    At most 40 characters, cut after a word.
    """
    said = clean_name(words).strip(_MARKS) or clean_name(words)
    first, *rest = said.split(" ")
    while rest and first.strip(_MARKS).casefold() in _OPENERS:
        first, *rest = rest
    said = " ".join([first, *rest])
    if len(said) > _SHORT_NAME:
        ends = [at for mark in ",;:.?!" if _LEAST_NAME <= (at := said.find(f"{mark} ")) <= _SHORT_NAME]
        said = said[: min(ends)] if ends else said
    return _shortened(said, _SHORT_NAME)


def _shortened(words: str, longest: int = _LONGEST_NAME) -> str:
    if not words.strip():
        raise CodingError("There are no words here to name a code.")
    name = clean_name(words)
    if len(name) <= longest:
        return name
    cut = name[: longest - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.") + "…"


def create(project: Project, path: str, places: Iterable[Anchor]) -> tuple[int, list[int]]:
    """Make a code of the first cycle, `parent/child` understood, and put it on these words; return code and codings."""
    with project.change("Create and apply code"):
        code = codebook.add(project, path)
        return code, apply_many(project, [(code, place) for place in places])


def uncode(project: Project, keys: Iterable[int]) -> None:
    """Take codings away with their judgements; memos on them stay on the words."""
    wanted = list(dict.fromkeys(keys))
    with project.change("Uncode") as session:
        _rows(session, wanted)
        moves.leave_on_words(session, wanted)
        moves.delete_rows(session, Coding, wanted)


def _rows(session: Session, keys: Sequence[int]) -> list[Any]:
    rows = moves.rows_at(session, Coding, "id", keys)
    if not keys or len(rows) < len(keys):
        raise NothingThere("This coding is no longer in the project.")
    return rows


def resize(project: Project, key: int, anchor: Anchor) -> None:
    """Put a coding on another place in its document; raises `SpanOutside`, `DuplicateCoding`."""
    with project.change("Resize coding") as session:
        row = session.get(Coding, key)
        if row is None:
            raise NothingThere("This coding is no longer in the project.")
        if anchor.document != row.document_id:
            raise SpanOutside("A coding stays in its document.")
        if _at(session, row.code_id, anchors.stored(session, anchor), row.coder_id) not in (None, key):
            name = session.get_one(Code, row.code_id).name
            raise DuplicateCoding("{code} is on these words already.", code=name)
        anchors.put(row, anchor)


def recode(project: Project, keys: Iterable[int], code: int) -> None:
    """Give codings another code; where the coder has that code on the words already, one coding stays."""
    with project.change("Recode") as session:
        codes.row(session, code)
        wanted = list(dict.fromkeys(keys))
        _rows(session, wanted)
        moves.move_codings(session, wanted, code)


def recode_as(project: Project, keys: Iterable[int], path: str) -> int:
    """Give codings a code that is made for them in the first cycle, `parent/child` understood; return its key."""
    with project.change("Recode"):
        code = codebook.add(project, path)
        recode(project, keys, code)
        return code


def find(project: Project, code: int, anchor: Anchor, coder: str | None = None) -> CodingInfo:
    """Return the coding of this code on exactly this place.

    Without a coder the present one's is meant, else the first. Raises `NothingThere`.
    """
    query = _INFOS.where(anchors.at(Coding, anchor), Coding.code_id == code)
    if coder is not None:
        query = query.where(Coder.name == clean_line(coder))
    with project.read() as session:
        found = _infos(project, session, query.order_by(Coder.name != project.coder, Coding.id).limit(1))
    if not found:
        raise NothingThere("This code is not on these words.")
    return found[0]


def get(project: Project, key: int) -> CodingInfo:
    """Return one coding; raises `NothingThere`."""
    if not (found := among(project, [key])):
        raise NothingThere("This coding is no longer in the project.")
    return found[0]


def among(project: Project, keys: Iterable[int]) -> list[CodingInfo]:
    """Return those of a few codings that are there and in sight."""
    with project.read() as session:
        return _infos(project, session, _AMONG, keys=list(keys))


def of_document(project: Project, document: int) -> list[CodingInfo]:
    """Return the codings of one document by start, the longer first."""
    with project.read() as session:
        found = _infos(project, session, _INFOS.where(Coding.document_id == document))
    return sorted(found, key=_order)


def listed(
    project: Project, *, codes: Iterable[int] | None = None, documents: Iterable[int] | None = None
) -> list[CodingInfo]:
    """Return codings by document and start: all, or those with one of these codes and in one of these documents."""
    coded, within = (None if keys is None else set(keys) for keys in (codes, documents))
    query = _INFOS
    with project.read() as session:
        if coded is not None and len(coded) <= moves.CHUNK:
            query = query.where(Coding.code_id.in_(coded))
        if within is not None and len(within) <= moves.CHUNK:
            query = query.where(Coding.document_id.in_(within))
        found = _infos(project, session, query)
    return sorted(
        (c for c in found if (coded is None or c.code in coded) and (within is None or c.document in within)),
        key=_order,
    )


def _order(coding: CodingInfo) -> tuple[int, int, int, int]:
    return coding.document, coding.start, -coding.end, coding.key


def _infos(project: Project, session: Session, query: Select[*tuple[Any, ...]], **asked: Any) -> list[CodingInfo]:
    if blind.hidden(project):
        query = query.where(~blind.others(project, session, Coding.document_id, Coding.coder_id))
    return [
        CodingInfo(
            key, document, 0 if start is None else start, characters if end is None else end, code, coder, origin,
            created_at, verdict, start is None,
        )
        for key, document, start, end, code, coder, origin, created_at, verdict, characters
        in session.connection().execute(query, asked)
    ]  # fmt: skip

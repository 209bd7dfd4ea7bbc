"""Acts: what a person did, as the log tells it: which codes, where, in which document, and why; not rows of tables.

The log keeps each row as it was before; read from its end, it says of every act what was there before and after.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import blind
from corpus import anchors
from corpus.model import (
    Assertion,
    Assignment,
    Base,
    Bearing,
    ChangeRow,
    Code,
    Coding,
    Document,
    Excerpt,
    Framework,
    Judgement,
    Link,
    Memo,
    MemoTarget,
    Reading,
    SetAside,
    Settlement,
    Verdict,
)
from corpus.store import moving, untrusted
from corpus.store.history import Step
from corpus.store.project import Project
from corpus.words import folded

_TOLD: tuple[type[Base], ...] = (
    Code, Coding, Link, SetAside, Judgement, Excerpt, Memo, MemoTarget, Document, Assignment, Framework,
    Reading, Verdict, Settlement, Assertion, Bearing,
)  # fmt: skip
_CODES = ("code_id", "from_code_id", "to_code_id", "chosen_code_id")
_WHY = {Link: "reason", SetAside: "reason", Judgement: "reason", Memo: "body", Settlement: "reason", Bearing: "reason"}
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One row that an act made, changed or took away; `before` or `after` is None where there is none."""

    table: type[Base]
    key: int
    before: Values | None
    after: Values | None

    @property
    def values(self) -> Values:
        """The row as the act left it, or as it was where the act took it away."""
        return self.after or self.before or {}


@dataclass(frozen=True)
class Act:
    """A change as a person did it: `codes` and `documents` by name, `place` where its first words are or were.

    `places` counts the codings, excerpts, decisions and stances it is about; `why` is the reason that was given.
    """

    step: Step
    codes: tuple[str, ...]
    documents: tuple[str, ...]
    place: tuple[int, int, int] | None
    coding: int | None
    places: int
    why: str
    rows: tuple[WrittenRow, ...] = field(default=(), repr=False, compare=False)

    def about(self, label: str) -> str:
        """Return all that the act can be sought by, `label` being what it is called."""
        return " ".join((label, *self.codes, *self.documents, self.why))


def acts(project: Project) -> list[Act]:
    """Return all acts, oldest first, but others' on documents that this coder codes blind."""
    with project.read() as session:
        steps = {step.change: step for step in project.history()}
        written = _written(session)
        names = _NamesNow.of(session, [row for rows in written.values() for row in rows])
        unseen = blind.hidden(project)
    found = []
    for change, step in steps.items():
        rows = tuple(written.get(change, ()))
        if step.coder == project.coder or not any(names.about(row) & unseen for row in rows):
            found.append(_act(step, rows, names))
    return found


def narrowed(
    found: Iterable[Act], *, coder: str = "", since: str = "", words: str = "", labels: Mapping[str, str] | None = None
) -> list[Act]:
    """Return the acts of a coder, from a moment on, in whose label, codes, documents or reason all of the words are."""
    wanted, known = folded(words).split(), labels or {}
    return [
        act
        for act in found
        if (not coder or act.step.coder == coder)
        and act.step.at >= since
        and all(word in folded(act.about(known.get(act.step.label, act.step.label))) for word in wanted)
    ]


def _written(session: Session) -> dict[int, list[WrittenRow]]:
    """Return the rows of every change, read from the end of the log, so that what is there now says what was."""
    tables = {table.__tablename__: table for table in _TOLD}
    now: dict[tuple[str, int], Values | None] = {}
    for stored, table in tables.items():
        columns = table.__table__.columns.keys()
        for row in session.execute(select(table.__table__)):
            now[stored, row.id] = dict(zip(columns, row, strict=True))
    log = select(ChangeRow.change, ChangeRow.stored, ChangeRow.row, ChangeRow.verb, ChangeRow.image)
    found: dict[int, list[WrittenRow]] = {}
    for change, stored, key, verb, image in session.execute(
        log.where(ChangeRow.stored.in_(tables), ChangeRow.verb != moving.VERB).order_by(ChangeRow.id.desc())
    ):
        after = now.get((stored, key)) if verb != "delete" else None
        before = _image(image) if verb != "insert" else None
        now[stored, key] = before
        found.setdefault(change, []).insert(0, WrittenRow(tables[stored], key, before, after))
    return found


def _image(image: str | None) -> Values:
    """Read a row as it was; a log that another program wrote may hold anything."""
    try:
        read = untrusted.parsed(image or "")
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


@dataclass(frozen=True)
class _NamesNow:
    """What things are called now: codes and documents by key, and which document and code a coding is of.

    `places` says in which document each coding is or was, and `memos` of which documents each memo speaks or spoke;
    `concepts` which code each assertion is of.
    """

    codes: Mapping[int, str]
    documents: Mapping[int, str]
    codings: Mapping[int, tuple[int, int, int | None, int | None]]
    places: Mapping[int, int]
    memos: Mapping[int, frozenset[int]]
    concepts: Mapping[int, int | None]

    @classmethod
    def of(cls, session: Session, rows: Iterable[WrittenRow]) -> _NamesNow:
        codes = {
            key: f"{short} {name}" if short else name
            for key, short, name in session.execute(select(Code.id, Code.key, Code.name))
        }
        documents = {row.id: row.name for row in session.execute(select(Document.id, Document.name))}
        made = select(Coding.id, Coding.document_id, Coding.code_id, Coding.start, Coding.end)
        placed = made.where(anchors.of_text(Coding))
        there = {key: (d, c, s, e) for key, d, c, s, e in session.execute(placed)}
        places, memos = _whereabouts(rows)
        concepts = {row.key: row.values.get("code_id") for row in rows if row.table is Assertion}
        concepts |= {row.id: row.code_id for row in session.execute(select(Assertion.id, Assertion.code_id))}
        return cls(codes, documents, there, places, memos, concepts)

    def about(self, row: WrittenRow) -> frozenset[int]:
        """Return the keys of the documents that a row is about, those of a memo included."""
        if row.table is Memo:
            return self.memos.get(row.key, frozenset())
        key = self.document(row)
        return frozenset() if key is None else frozenset({key})

    def document(self, row: WrittenRow) -> int | None:
        """Return the key of the document that a row is about."""
        if row.table is Document:
            return row.key
        key = row.values.get("document_id")
        return key if isinstance(key, int) else self.places.get(row.values.get("coding_id") or 0)

    def code(self, row: WrittenRow) -> list[str]:
        """Return what the codes are called that a row is about."""
        if row.table is Code:
            return [self.codes.get(row.key) or str(row.values.get("name") or "")]
        keys = [key for name in _CODES if isinstance(key := row.values.get(name), int)]
        if row.table is Bearing and (concept := self.concepts.get(row.values.get("assertion_id") or 0)):
            keys.append(concept)
        if row.table in (Judgement, Bearing) and (coding := self.codings.get(row.values.get("coding_id") or 0)):
            keys.insert(0, coding[1])
        return [self.codes[key] for key in keys if key in self.codes]

    def place(self, row: WrittenRow) -> tuple[int, int, int] | None:
        """Return the words that a row is on, where they are now, else where they were."""
        key = row.key if row.table is Coding else row.values.get("coding_id")
        document, start, end = (row.values.get(name) for name in ("document_id", "start", "end"))
        if isinstance(key, int) and key in self.codings:
            document, _, start, end = self.codings[key]
        if not all(isinstance(one, int) for one in (document, start, end)) or document not in self.documents:
            return None
        return int(document or 0), int(start or 0), int(end or 0)


def _whereabouts(rows: Iterable[WrittenRow]) -> tuple[dict[int, int], dict[int, frozenset[int]]]:
    """Return the document of each coding that was ever made, and the documents of each memo."""
    rows = list(rows)
    places = {
        row.key: key for row in rows if row.table is Coding and isinstance(key := row.values.get("document_id"), int)
    }
    memos: dict[int, set[int]] = {}
    for values in (row.values for row in rows if row.table is MemoTarget):
        document = values.get("document_id") or places.get(values.get("coding_id") or 0)
        if isinstance(document, int):
            memos.setdefault(values.get("memo_id") or 0, set()).add(document)
    return places, {memo: frozenset(found) for memo, found in memos.items()}


def _act(step: Step, rows: tuple[WrittenRow, ...], names: _NamesNow) -> Act:
    codes = dict.fromkeys(code for row in rows for code in names.code(row) if code)
    papers = dict.fromkeys(
        names.documents.get(key) or str(row.values.get("name") or "")
        for row in rows
        if (key := names.document(row)) is not None
    )
    decided = {row.values.get("coding_id") for row in rows if row.table is Judgement}
    placed = [row for row in rows if row.table in (Coding, Judgement, Excerpt)]
    placed += [row for row in rows if row.table is Bearing and row.values.get("coding_id") not in decided]
    first = next((row for row in placed if names.place(row) is not None), None)
    whys = (row.values.get(_WHY[row.table]) for row in rows if row.table in _WHY)
    why = next((said for said in whys if isinstance(said, str) and said.strip()), "")
    coding = first.key if first is not None and first.table is Coding else None
    return Act(
        step,
        tuple(codes),
        tuple(papers),
        names.place(first) if first is not None else None,
        coding if coding in names.codings else None,
        len(placed),
        " ".join(why.split()),
        rows,
    )


def of_code(found: Iterable[Act], code: int) -> list[tuple[Act, tuple[WrittenRow, ...]]]:
    """Return the acts that touch a code, each with the rows that do: itself, its codings, links and decisions."""
    said = []
    for act in found:
        rows = tuple(row for row in act.rows if _touches(row, code))
        if rows:
            said.append((act, rows))
    return said


def _touches(row: WrittenRow, code: int) -> bool:
    if row.table is Code:
        return row.key == code
    sides = (side for side in (row.before, row.after) if side is not None)
    return any(side.get(name) == code for side in sides for name in _CODES)

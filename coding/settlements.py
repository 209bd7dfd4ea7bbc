"""Disagreements that coders settled together, and what they settled on: a layer beside everybody's own work.

The layer is a coder who is nobody. Each coder's codings stay as they are; whoever asks for the layer by its name sees
what was settled, and nothing else counts it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, aliased

from coding import blind, codings
from coding.codebook import codes, moves
from corpus import anchors
from corpus.anchors import Anchor
from corpus.cleaning import clean_text
from corpus.errors import CodingError, NothingThere
from corpus.model import Coder, Coding, Settlement
from corpus.our_words import ListedWords
from corpus.store import sqlite
from corpus.store.project import Project

OUTCOMES = ("first", "second", "both", "neither", "redefine")
SETTLED = "settled"
_NAMES = {"fr": "Codage arrêté en commun", "en": "Agreed coding"}


@dataclass(frozen=True, slots=True)
class SettlementInfo:
    """What was decided of words and a code: `outcome` is the first coder's reading, the second's, both, neither, or
    that the code is to be redefined. `at` is in milliseconds since 1970.
    """

    key: int
    document: int
    start: int
    end: int
    code: int
    first: str
    second: str
    outcome: str
    reason: str
    coder: str
    at: int

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Document, start, end and code."""
        return self.document, self.start, self.end, self.code


def listed(project: Project) -> list[SettlementInfo]:
    """Return what was settled, by document and words; nothing of documents in which this coder codes blind."""
    first, second = aliased(Coder), aliased(Coder)
    query = (
        select(
            Settlement.id,
            Settlement.document_id,
            Settlement.start,
            Settlement.end,
            Settlement.code_id,
            first.name,
            second.name,
            Settlement.outcome,
            Settlement.reason,
            Coder.name,
            sqlite.milliseconds(Settlement.created_at),
        )
        .join(Coder, Coder.id == Settlement.coder_id)
        .outerjoin(first, first.id == Settlement.first_id)
        .outerjoin(second, second.id == Settlement.second_id)
        .order_by(Settlement.document_id, Settlement.start, Settlement.code_id)
    )
    with project.read() as session:
        unseen = blind.hidden(project)
        found = session.execute(query.where(Settlement.document_id.not_in(unseen)))
        return [SettlementInfo(*row[:5], row[5] or "", row[6] or "", *row[7:]) for row in found]


def layer(project: Project) -> str:
    """Return what the layer is called, whether it is there yet or not."""
    with project.read() as session:
        name = session.scalar(select(Coder.name).where(Coder.kind == SETTLED))
    return name or _NAMES.get(project.info().language, _NAMES["en"])


def layers(session: Session) -> frozenset[int]:
    """Return the keys of coders who are no person."""
    return frozenset(session.scalars(select(Coder.id).where(Coder.kind == SETTLED)))


def settle(
    project: Project,
    place: Anchor,
    code: int,
    outcome: str,
    *,
    first: str,
    second: str,
    words: Iterable[Anchor] = (),
    reason: str = "",
) -> int:
    """Decide on words that two coders coded otherwise, and return the settlement's key.

    `words` are what the layer has of the code there; what was settled of the place before gives way.
    """
    if outcome not in OUTCOMES:
        raise CodingError(
            "An outcome is one of {outcomes}, not {outcome}.", outcomes=ListedWords(OUTCOMES), outcome=outcome
        )
    with project.change("Settle disagreement") as session:
        if place.document in blind.hidden(project):
            raise CodingError("Declare your first pass there: what is coded blind is not settled yet.")
        codes.row(session, code)
        anchors.stored(session, place)
        _clear(session, place, code)
        made = Settlement(
            document_id=place.document,
            start=place.start,
            end=place.end,
            code_id=code,
            outcome=outcome,
            first_id=_key(session, first),
            second_id=_key(session, second),
            reason=clean_text(reason).strip(),
            coder_id=project.coder_key(session),
        )
        session.add(made)
        session.flush()
        _put(project, session, ((code, one) for one in words))
        return made.id


def unsettle(project: Project, key: int) -> None:
    """Take a decision back, with what the layer has from it."""
    with project.change("Take back settlement") as session:
        row = session.get(Settlement, key)
        if row is None:
            raise NothingThere("This was not settled, or is no longer.")
        _clear(session, anchors.words(row.document_id, row.start, row.end), row.code_id)


def take_over(project: Project, found: Iterable[tuple[int, Anchor]]) -> int:
    """Put codings that need no settling into the layer, as code and words; return how many were not there."""
    with project.change("Take over what agrees") as session:
        return _put(project, session, found)


def _key(session: Session, name: str) -> int | None:
    return session.scalar(select(Coder.id).where(Coder.name == name))


def _clear(session: Session, place: Anchor, code: int) -> None:
    """Take away what was settled of a place, and the layer's codings within it."""
    here = (Settlement.document_id == place.document, Settlement.code_id == code)
    rows = session.scalars(
        select(Settlement.id).where(*here, Settlement.start == place.start, Settlement.end == place.end)
    )
    if keys := list(rows):
        session.execute(delete(moves.table_of(Settlement)).where(moves.table_of(Settlement).c.id.in_(keys)))
    inside = (
        Coding.document_id == place.document,
        Coding.code_id == code,
        Coding.start >= place.start,
        Coding.end <= place.end,
        Coding.coder_id.in_(layers(session)),
    )
    moves.delete_rows(session, Coding, list(session.scalars(select(Coding.id).where(*inside))))


def _put(project: Project, session: Session, found: Iterable[tuple[int, Anchor]]) -> int:
    wanted = list(found)
    if not wanted:
        return 0
    name = layer(project)
    if not layers(session):
        session.add(Coder(name=_free(session, name), kind=SETTLED))
        session.flush()
        name = layer(project)
    made = codings.enter(project, [codings.Entry(code, one, coder=name) for code, one in wanted])
    return sum(key is not None for key in made)


def _free(session: Session, name: str) -> str:
    """Return the name, or one beside it where a person is called so."""
    taken, number, free = set(session.scalars(select(Coder.name))), 2, name
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free

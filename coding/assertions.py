"""Assertions: the sentences a study claims, and the segments that support, nuance or contradict them.

A stance is taken towards an assertion. Who takes one towards a concept that has no assertion yet makes one that is
still to be worded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from coding import blind, readings
from coding.codebook import codes
from corpus import anchors
from corpus.anchors import Anchor
from corpus.cleaning import clean_text
from corpus.errors import CodingError, NothingThere
from corpus.model import Assertion, Bearing, Coder, Coding, now
from corpus.our_words import ListedWords
from corpus.store.project import Project

STANCES = ("supports", "nuances", "contradicts")
Thing = int | Anchor
"""What bears on an assertion: a coding, by key, or a place."""


@dataclass(frozen=True, slots=True)
class AssertionInfo:
    """A sentence that is claimed; `code` is the concept it belongs to, `text` is empty where it is to be worded."""

    key: int
    text: str
    scope: str
    rivals: str
    code: int | None
    position: int
    coder: str
    created_at: str


@dataclass(frozen=True, slots=True)
class BearingInfo:
    """What a coding, or a place, does to an assertion by one coder's reading; without a stance they take none."""

    key: int
    assertion: int
    coding: int | None
    place: Anchor | None
    stance: str | None
    reason: str
    coder: str

    @property
    def thing(self) -> Thing:
        """What bears on the assertion."""
        return self.coding if self.coding is not None else self.place or Anchor(0)


def add(project: Project, text: str, *, scope: str = "", rivals: str = "", code: int | None = None) -> int:
    """Write an assertion, of a concept or of none, and return its key; it comes last.

    Where the concept has one that is still to be worded, that one gets the words.
    """
    said = _worded(text)
    with project.change("Write assertion") as session:
        if code is not None:
            codes.row(session, code)
            if (waiting := session.scalar(_of(code).where(Assertion.text == ""))) is not None:
                edit(project, waiting.id, text=text, scope=scope or None, rivals=rivals or None)
                return waiting.id
        return _made(project, session, said, scope, rivals, code).id


def _made(project: Project, session: Session, text: str, scope: str, rivals: str, code: int | None) -> Assertion:
    last = session.scalar(select(func.max(Assertion.position)))
    made = Assertion(
        text=text,
        scope=clean_text(scope).strip(),
        rivals=clean_text(rivals).strip(),
        code_id=code,
        position=0 if last is None else last + 1,
        coder_id=project.coder_key(session),
    )
    session.add(made)
    session.flush()
    return made


def _worded(text: str) -> str:
    said = " ".join(clean_text(text).split())
    if not said:
        raise CodingError("An assertion is a sentence: write what you claim.")
    return said


def edit(
    project: Project,
    key: int,
    *,
    text: str | None = None,
    scope: str | None = None,
    rivals: str | None = None,
    code: int | None = None,
    without_concept: bool = False,
) -> None:
    """Change what is given of an assertion: its words, scope, rival explanations, or the concept it belongs to."""
    with project.change("Edit assertion") as session:
        row = _row(session, key)
        if text is not None:
            row.text = _worded(text)
        if scope is not None:
            row.scope = clean_text(scope).strip()
        if rivals is not None:
            row.rivals = clean_text(rivals).strip()
        if code is not None:
            row.code_id = codes.row(session, code).id
        elif without_concept:
            row.code_id = None


def move(project: Project, key: int, position: int) -> None:
    """Put an assertion at `position`, from 0, among all."""
    with project.change("Move assertion") as session:
        row = _row(session, key)
        order = list(session.scalars(select(Assertion).where(Assertion.id != key).order_by(*_ORDER)))
        order.insert(max(0, position), row)
        for number, one in enumerate(order):
            one.position = number


def remove(project: Project, key: int) -> None:
    """Take an assertion away with what was said to bear on it; the words and their codings stay."""
    with project.change("Remove assertion") as session:
        session.delete(_row(session, key))


def _row(session: Session, key: int) -> Assertion:
    row = session.get(Assertion, key)
    if row is None:
        raise NothingThere("This assertion is no longer in the project.")
    return row


_ORDER = (Assertion.position, Assertion.id)


def _of(code: int) -> Select[Assertion]:
    return select(Assertion).where(Assertion.code_id == code).order_by(*_ORDER)


def listed(project: Project) -> list[AssertionInfo]:
    """Return the assertions in their order.

    One that is still to be worded tells that somebody took a stance: where one codes blind, another's is out of sight.
    """
    query = (
        select(
            Assertion.id,
            Assertion.text,
            Assertion.scope,
            Assertion.rivals,
            Assertion.code_id,
            Assertion.position,
            Coder.name,
            Assertion.created_at,
        )
        .join(Coder, Coder.id == Assertion.coder_id)
        .order_by(*_ORDER)
    )
    with project.read() as session:
        found = [AssertionInfo(*row) for row in session.execute(query)]
        alone = bool(blind.hidden(project))
    return [one for one in found if one.text or not alone or one.coder == project.coder]


def find(project: Project, named: str) -> AssertionInfo:
    """Return the assertion of that number in the list, from 1, or the one whose words begin so or hold this.

    Raises `NothingThere`, and `CodingError` where several do.
    """
    every, wanted = listed(project), " ".join(named.split()).casefold()
    if wanted.isdecimal() and 0 < int(wanted) <= len(every):
        return every[int(wanted) - 1]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [one for one in every if wanted and one.text and fits(one.text.casefold(), wanted)]
        if len(found) > 1:
            raise CodingError("Several assertions begin or go like {named}; give a number.", named=named)
        if found:
            return found[0]
    raise NothingThere("No assertion is {named}; the numbers stand in the list of assertions.", named=named)


def bear(project: Project, key: int, things: Iterable[Thing], stance: str | None, *, reason: str = "") -> None:
    """Say what codings or places do to an assertion, by this coder's reading; see `Bearing` for no stance.

    A coder says one thing of each; saying another changes it. The latest counts over the whole study.
    """
    _check(stance)
    with project.change("Take a stance towards an assertion") as session:
        row, wanted = _row(session, key), list(dict.fromkeys(things))
        for thing in wanted:
            _say(project, session, row.id, thing, stance, clean_text(reason).strip())
        readings.opened(project, [thing for thing in wanted if isinstance(thing, int)])


def unsay(project: Project, key: int) -> None:
    """Take back that something bears on an assertion, by the bearing's key."""
    with project.change("Take back a stance") as session:
        row = session.get(Bearing, key)
        if row is None:
            raise NothingThere("Nothing is said of these words and this assertion any more.")
        session.delete(row)


def _check(stance: str | None) -> None:
    if stance is not None and stance not in STANCES:
        raise CodingError("A stance is one of {stances}, not {stance}.", stances=ListedWords(STANCES), stance=stance)


def _say(project: Project, session: Session, key: int, thing: Thing, stance: str | None, reason: str) -> None:
    """Write what this coder says; what others said since stands behind it, as it is the latest."""
    coder, at = project.coder_key(session), _where(session, thing)
    said = list(session.scalars(select(Bearing).where(Bearing.assertion_id == key, at).order_by(*_LATEST)))
    own = next((one for one in said if one.coder_id == coder), None)
    if stance is None and all(one.coder_id == coder for one in said):
        if own is not None:
            session.delete(own)
        return
    if own is not None and own is said[-1]:
        if (own.stance, own.reason) != (stance, reason):
            own.stance, own.reason, own.created_at = stance, reason, now()
        return
    if own is not None:  # moments are whole seconds: only a row of a higher key is later for certain
        session.delete(own)
    on = {"coding_id": thing} if isinstance(thing, int) else anchors.fields(thing)
    session.add(Bearing(assertion_id=key, stance=stance, reason=reason, coder_id=coder, **on))
    session.flush()


_LATEST = (Bearing.created_at, Bearing.id)


def _where(session: Session, thing: Thing) -> ColumnElement[bool]:
    if isinstance(thing, int):
        if session.get(Coding, thing) is None:
            raise NothingThere("This coding is no longer in the project.")
        return Bearing.coding_id == thing
    return anchors.at(Bearing, anchors.stored(session, thing))


def bearings(project: Project) -> list[BearingInfo]:
    """Return all that was said, the latest last, but others' on documents that this coder codes blind."""
    query = (
        select(Bearing, Coder.name)
        .join(Coder, Coder.id == Bearing.coder_id)
        .outerjoin(Coding, Coding.id == Bearing.coding_id)
        .order_by(*_LATEST)
    )
    with project.read() as session:
        unseen = [
            blind.others(project, session, document, Bearing.coder_id)
            for document in (Coding.document_id, Bearing.document_id)
        ]
        found = session.execute(query.where(~func.coalesce(or_(*unseen), False)))
        return [_info(row, coder) for row, coder in found]


def _info(row: Bearing, coder: str) -> BearingInfo:
    place = anchors.of_row(row) if row.coding_id is None else None
    return BearingInfo(row.id, row.assertion_id, row.coding_id, place, row.stance, row.reason, coder)


# what is said of a coding and a concept, whatever its assertion


def take(project: Project, session: Session, coding: int, code: int, stance: str | None, reason: str) -> None:
    """Say what a coding does to a concept's assertion; without a stance, that it bears on none of the concept's.

    The first stance towards a concept makes its assertion, still to be worded. Where there are several, it is the one
    that the coder said the coding bears on; else that has to be said by `bear`.
    """
    _check(stance)
    there = list(session.scalars(_of(code)))
    if stance is None:
        for one in there:
            _say(project, session, one.id, coding, None, "")
        return
    if not there:
        there = [_made(project, session, "", "", "", code)]
    if len(there) > 1:  # which is named where the coder said so before
        mine = session.scalars(
            select(Bearing.assertion_id).where(
                Bearing.coding_id == coding, Bearing.coder_id == project.coder_key(session), Bearing.stance.is_not(None)
            )
        )
        there = [one for one in there if one.id in set(mine)] or there
    if len(there) > 1:
        name = codes.row(session, code).name
        raise CodingError("{code} has several assertions; say on which of them these words bear.", code=name)
    _say(project, session, there[0].id, coding, stance, reason)


def stances(session: Session, *where: ColumnElement[bool]) -> Iterable[tuple[int, int, int, int, str | None]]:
    """Return coder, coding, concept, assertion and stance of what codings do to concepts' assertions, latest last."""
    query: Select[*tuple[Any, ...]] = (
        select(Bearing.coder_id, Bearing.coding_id, Assertion.code_id, Assertion.id, Bearing.stance)
        .join(Assertion, Assertion.id == Bearing.assertion_id)
        .where(Bearing.coding_id.is_not(None), Assertion.code_id.is_not(None), *where)
        .order_by(*_LATEST)
    )
    return ((row[0], row[1], row[2], row[3], row[4]) for row in session.execute(query))


def summed(said: Iterable[str | None]) -> str | None:
    """Return what a segment does to a concept by what it does to its assertions: it contradicts if it does no else."""
    taken = set(said)
    return next((one for one in STANCES if one in taken), None)

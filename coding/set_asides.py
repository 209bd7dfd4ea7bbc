"""What is set aside: a code that is outside a framework, to be theorised, or one that does not speak for a code of it.

Like links these belong to the study: each is said once, with who said it and why. Where there is a link, it outweighs.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from coding.codebook import codes, frameworks
from corpus.cleaning import clean_text
from corpus.errors import CodingError, NothingThere
from corpus.model import Code, Coder, Framework, SetAside
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class SetAsideInfo:
    """`code` speaks for nothing in `framework` (its key), or not for `target`; the other of the two is None."""

    key: int
    code: int
    framework: str | None
    target: int | None
    reason: str
    coder: str
    created_at: str


def outside(project: Project, code: int, framework: str, reason: str = "") -> int:
    """Say that a descriptive code is outside a framework, to be theorised, and return the row's key.

    Said already, it stays as it was said.
    """
    with project.change("Outside the framework: to theorise") as session:
        _descriptive(codes.row(session, code))
        about = frameworks.get(project, framework).key
        there = session.scalar(select(SetAside.id).where(_is(code, SetAside.framework_id == about)))
        return there or _insert(project, session, SetAside(code_id=code, framework_id=about), reason)


def refuse(project: Project, code: int, target: int, reason: str = "") -> int:
    """Say that a descriptive code does not speak for a framework's code, and return the row's key.

    The link is suggested no more. Said already, it stays as it was said.
    """
    with project.change("Refuse link") as session:
        _descriptive(codes.row(session, code))
        if (other := codes.row(session, target)).framework_id is None:
            raise CodingError("{target} is of no framework; a link leads to a framework's code.", target=other.name)
        there = session.scalar(select(SetAside.id).where(_is(code, SetAside.to_code_id == target)))
        return there or _insert(project, session, SetAside(code_id=code, to_code_id=target), reason)


def _descriptive(code: Code) -> None:
    if code.framework_id is not None:
        raise CodingError("{code} is a framework's code; evidence leads from descriptive codes.", code=code.name)


def _is(code: int, about: ColumnElement[bool]) -> ColumnElement[bool]:
    return (SetAside.code_id == code) & about


def _insert(project: Project, session: Session, row: SetAside, reason: str) -> int:
    row.reason, row.coder_id = clean_text(reason).strip(), project.coder_key(session)
    session.add(row)
    session.flush()
    return row.id


def set_reason(project: Project, key: int, reason: str) -> None:
    """Say why something is set aside."""
    with project.change("Change reason") as session:
        _row(session, key).reason = clean_text(reason).strip()


def take_back(project: Project, key: int) -> None:
    """Set something aside no longer: the code waits for a link again, or the link may be suggested."""
    with project.change("Take back what was set aside") as session:
        session.delete(_row(session, key))


def _row(session: Session, key: int) -> SetAside:
    row = session.get(SetAside, key)
    if row is None:
        raise NothingThere("This is set aside no longer.")
    return row


def find(project: Project, code: int, *, framework: str | None = None, target: int | None = None) -> SetAsideInfo:
    """Return what was said of a code and a framework, or a code of one; raises `NothingThere`."""
    for one in listed(project):
        if (one.code, one.framework, one.target) == (code, framework, target):
            return one
    raise NothingThere("This is not set aside.")


def listed(project: Project) -> list[SetAsideInfo]:
    """Return all that is set aside, in the order it was."""
    query = (
        select(
            SetAside.id,
            SetAside.code_id,
            Framework.key,
            SetAside.to_code_id,
            SetAside.reason,
            Coder.name,
            SetAside.created_at,
        )
        .join(Coder, Coder.id == SetAside.coder_id)
        .outerjoin(Framework, Framework.id == SetAside.framework_id)
        .order_by(SetAside.id)
    )
    with project.read() as session:
        return [SetAsideInfo(*row) for row in session.execute(query)]


def refused(project: Project) -> frozenset[tuple[int, int]]:
    """Return the pairs of which a person said that the first does not speak for the second."""
    return frozenset((one.code, one.target) for one in listed(project) if one.target is not None)

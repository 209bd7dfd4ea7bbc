"""Rows of codes, read and written within a session: what the codebook, its merging and in vivo coding share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from coding.codebook.names import clean_name
from coding.codebook.palette import next_colour
from corpus.cleaning import clean_line, clean_text
from corpus.errors import CodingError, FrameworkError, UnknownCode
from corpus.model import Alias, Code, Cue, Framework

FIELDS = (
    *("level", "short", "definition", "include", "exclude", "typical", "atypical"),
    *("colour", "provenance", "in_vivo", "cues", "aliases"),
)
THIS_STUDY = "this study"


def insert(
    session: Session, name: str, parent: int | None, framework: int | None, *, key: str | None = None, **fields: Any
) -> int:
    """Write one code, last among its siblings; `name` is taken as it is, slashes included."""
    if sibling(session, framework, parent, name) is not None:
        raise CodingError("There is a code called {code} here already.", code=name)
    if key is not None:
        key = free_key(session, key, framework)
    if framework is not None:
        fields.setdefault("provenance", THIS_STUDY)
    code = Code(
        name=name, key=key, parent_id=parent, framework_id=framework, position=after(session, framework, parent)
    )
    session.add(code)
    fill(session, code, {**fields, "colour": fields.get("colour") or next_colour(session)})
    session.flush()
    return code.id


def book_of(session: Session, parent: int | None, framework: str | None) -> int | None:
    """Return the key of the framework's row that a new code belongs to."""
    book = None
    if framework is not None:
        book = session.scalar(select(Framework.id).where(Framework.key == clean_line(framework)))
        if book is None:
            raise FrameworkError("The framework {framework} is not in this project.", framework=framework)
    if parent is None:
        return book
    above = row(session, parent)
    if framework is not None and above.framework_id != book:
        raise CodingError("{code} is not of the framework {framework}.", code=above.name, framework=framework)
    return above.framework_id


def row(session: Session, key: int) -> Code:
    """Return the row of one code; raises `UnknownCode`."""
    found = session.get(Code, key)
    if found is None:
        raise UnknownCode("This code is no longer in the project.")
    return found


def _beside(framework: int | None, parent: int | None) -> ColumnElement[bool]:
    return Code.framework_id.is_not_distinct_from(framework) & Code.parent_id.is_not_distinct_from(parent)


def sibling(session: Session, framework: int | None, parent: int | None, name: str) -> int | None:
    """Return the key of the code called `name` at this place."""
    return session.scalar(select(Code.id).where(_beside(framework, parent), Code.name == name))


def siblings(session: Session, framework: int | None, parent: int | None) -> list[Code]:
    """Return the codes at one place, in order."""
    return list(session.scalars(select(Code).where(_beside(framework, parent)).order_by(Code.position, Code.id)))


def cues_of(code: int) -> Select[str]:
    """Ask for the cues of a code, in order."""
    return select(Cue.text).where(Cue.code_id == code).order_by(Cue.id)


def after(session: Session, framework: int | None, parent: int | None) -> int:
    """Return the position that follows the last code at this place."""
    last = session.scalar(select(func.max(Code.position)).where(_beside(framework, parent)))
    return 0 if last is None else last + 1


def free_key(session: Session, key: str, framework: int | None, code: int = 0) -> str:
    """Return `key` made clean; refuse one that another code of the framework has."""
    key = clean_name(key)
    if framework is None:
        raise CodingError("Only codes of a framework have a key.")
    alike = select(Code.id).where(Code.framework_id == framework, Code.key == key, Code.id != code)
    if session.scalar(alike) is not None:
        raise CodingError("Another code of this framework has the key {key}.", key=key)
    return key


def fill(session: Session, code: Code, fields: dict[str, Any]) -> None:
    """Set what is said of a code, its cues and its other names as a whole."""
    strange = [name for name in fields if name not in FIELDS]
    if strange:
        raise TypeError(f"a code has no {', '.join(strange)}")
    for name, value in fields.items():
        if name == "cues":
            session.flush()
            _set_cues(session, code.id, value)
        elif name == "aliases":
            session.flush()
            _set_aliases(session, code.id, value)
        else:
            setattr(code, name, clean_text(value) if isinstance(value, str) else value)


def _set_cues(session: Session, code: int, texts: Iterable[str]) -> None:
    wanted = dict.fromkeys(clean_name(text) for text in texts)
    for cue in session.scalars(select(Cue).where(Cue.code_id == code)):
        if cue.text in wanted:
            del wanted[cue.text]
        else:
            session.delete(cue)
    session.add_all(Cue(code_id=code, text=text) for text in wanted)


def _set_aliases(session: Session, code: int, names: Iterable[str]) -> None:
    wanted = dict.fromkeys(clean_name(name) for name in names)
    for alias in session.scalars(select(Alias).where(Alias.code_id == code)):
        if alias.name in wanted:
            del wanted[alias.name]
        else:
            session.delete(alias)
    session.add_all(Alias(code_id=code, name=name) for name in wanted)

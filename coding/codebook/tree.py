"""The codes as a tree, read once and light: where each stands, and what is under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from corpus.model import Code, Framework
from corpus.store import columns

_LONGEST_KEY_SHOWN = 4
Place = tuple[str, str, int]
"""Path, exact path and depth."""
_STEP = re.compile(r"/((?:\\[\\/]|[^/])*)")


class Node(NamedTuple):
    """A code's place: `path` is `parent/child`, `depth` counts from 0, `framework` is None in the first cycle.

    `exact` is `/parent/child` where a slash within a name is written `\\/`, so that no two codes of a book share it.
    """

    key: int
    code_key: str | None
    name: str
    path: str
    exact: str
    depth: int
    parent: int | None
    framework_id: int | None
    framework: str | None

    @property
    def label(self) -> str:
        """The name as lists show it."""
        return label(self.code_key, self.name)


def label(code_key: str | None, name: str) -> str:
    """Return `C1 Analyse` for a code whose key is short enough to be said, else the name."""
    return f"{code_key} {name}" if code_key and len(code_key) <= _LONGEST_KEY_SHOWN else name


def names_of(path: str) -> list[str]:
    r"""Return the names on a path; on one that begins with a slash `\/` is a slash within a name, and `\\` a backslash.

    >>> names_of("a/b"), names_of(r"/a\/b/c")
    (['a', 'b'], ['a/b', 'c'])
    """
    if not path.startswith("/"):
        return path.split("/")
    return [re.sub(r"\\([\\/])", r"\1", step) for step in _STEP.findall(path)]


def _step(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace("/", "\\/")
    return f"/{escaped}"


def _asked(*more: InstrumentedAttribute[Any]) -> Select[*tuple[Any, ...]]:
    """Return the query for codes: columns that say where each stands, and `more` columns of it."""
    placed = Code.id, Code.key, Code.name, Code.parent_id, Code.framework_id, Framework.key
    return select(*placed, *more).outerjoin(Framework, Framework.id == Code.framework_id)


@cache
def _in_order(*more: InstrumentedAttribute[Any]) -> Select[*tuple[Any, ...]]:
    """Return the query for codes in the order of the study, put together once."""
    order = (Code.framework_id.is_not(None), Framework.position, Framework.id, Code.position, Code.id)
    return _asked(*more).order_by(*order)


def nodes(session: Session) -> list[Node]:
    """Return every code in tree order: the first cycle, then each framework."""
    return [
        Node(
            key=key,
            code_key=code_key,
            name=name,
            path=path,
            exact=exact,
            depth=depth,
            parent=parent,
            framework_id=framework_id,
            framework=framework,
        )
        for (key, code_key, name, parent, framework_id, framework), (path, exact, depth) in walked(session)
    ]


def walked(session: Session, *more: InstrumentedAttribute[Any]) -> Iterator[tuple[Sequence[Any], Place]]:
    """Yield every code in tree order: what `_asked` asks for, then `more`, and its place."""
    children: dict[int | None, list[Sequence[Any]]] = {}
    for one in columns.rows(session, _in_order(*more)):
        children.setdefault(one[3], []).append(one)
    waiting: list[tuple[Sequence[Any], Place]] = [(one, ("", "", 0)) for one in reversed(children.get(None, []))]
    while waiting:
        found, (above, exactly, depth) = waiting.pop()
        path, exact = f"{above}{found[2]}", exactly + _step(found[2])
        yield found, (path, exact, depth)
        under = f"{path}/", exact, depth + 1
        waiting.extend((one, under) for one in reversed(children.get(found[0], ())))


def row(session: Session, key: int, *more: InstrumentedAttribute[Any]) -> Sequence[Any] | None:
    """Return one code as `walked` yields its row; None where it is gone."""
    return session.execute(_asked(*more).where(Code.id == key)).one_or_none()


def placed(names: Sequence[str]) -> Place:
    """Return the place of the code that is reached by these names.

    >>> placed(["a", "b"])
    ('a/b', '/a/b', 1)
    """
    return "/".join(names), "".join(map(_step, names)), len(names) - 1


def names(session: Session, key: int) -> list[str]:
    """Return the names of the codes above a code, from the top down, and its own."""
    found = [session.scalar(select(Code.name).where(Code.id == one)) or "" for one in ancestors(session, key)]
    return found[::-1]


def subtree(session: Session, keys: Iterable[int]) -> frozenset[int]:
    """Return these codes and all that are under them."""
    under: dict[int, list[int]] = {}
    for key, parent in session.execute(select(Code.id, Code.parent_id).where(Code.parent_id.is_not(None))):
        if parent is not None:
            under.setdefault(parent, []).append(key)
    found: set[int] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(under.get(key, ()))
    return frozenset(found)


def ancestors(session: Session, key: int) -> Iterator[int]:
    """Yield a code and each code above it, nearest first."""
    at: int | None = key
    while at is not None:
        yield at
        at = session.scalar(select(Code.parent_id).where(Code.id == at))

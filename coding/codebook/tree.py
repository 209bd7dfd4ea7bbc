"""The codes as a tree, read once and light: where each stands, and what is under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.model import Code, Framework

_LONGEST_KEY_SHOWN = 4
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


def nodes(session: Session) -> list[Node]:
    """Return every code in tree order: the first cycle, then each framework."""
    rows = session.execute(
        select(Code.id, Code.key, Code.name, Code.parent_id, Code.framework_id, Framework.key)
        .outerjoin(Framework, Framework.id == Code.framework_id)
        .order_by(Code.framework_id.is_not(None), Framework.position, Framework.id, Code.position, Code.id)
    )
    children: dict[int | None, list[tuple[int, str | None, str, int | None, int | None, str | None]]] = {}
    for row in rows:
        children.setdefault(row[3], []).append(row)
    found: list[Node] = []
    waiting = [(row, "", "", 0) for row in reversed(children.get(None, []))]
    while waiting:
        (key, code_key, name, parent, framework_id, framework), above, exactly, depth = waiting.pop()
        path, exact = f"{above}{name}", exactly + _step(name)
        found.append(Node(key, code_key, name, path, exact, depth, parent, framework_id, framework))
        waiting.extend((row, f"{path}/", exact, depth + 1) for row in reversed(children.get(key, [])))
    return found


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

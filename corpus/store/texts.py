"""The texts of a project: read with those that follow, as who reads one mostly reads on, and kept in memory."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import BindParameter, bindparam, or_, select
from sqlalchemy.orm import Session

from corpus.errors import ProjectError
from corpus.model import Content, Document

_KEPT = 40_000_000  # characters
_AHEAD, _SHORT = 16, 60_000  # documents that are read with one, and characters of those

_SHA: BindParameter[str] = bindparam("sha")
_FIRST = select(Document.id).where(Document.text_sha == _SHA).limit(1).scalar_subquery()
_NEXT = select(Document.text_sha).where(
    Document.id > _FIRST, Document.id <= _FIRST + _AHEAD, Document.characters < _SHORT
)
_READ = select(Content.sha256, Content.body).where(or_(Content.sha256 == _SHA, Content.sha256.in_(_NEXT)))


class StoredTexts:
    """Gives texts by what they are kept under; a text never changes, so those kept in memory hold."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Session]]) -> None:
        self._reading = reading
        self._kept: OrderedDict[str, str] = OrderedDict()
        self._shelf = threading.Lock()

    def clear(self) -> None:
        """Let go of all texts."""
        with self._shelf:
            self._kept.clear()

    def text(self, sha256: str) -> str:
        """Return a text; raises `ProjectError` where it is missing or was altered outside the program."""
        with self._shelf:
            if sha256 in self._kept:
                self._kept.move_to_end(sha256)
                return self._kept[sha256]
        return self._read(sha256)

    def _read(self, sha256: str) -> str:
        with self._reading() as session:
            bodies = {one.sha256: one.body for one in session.execute(_READ, {"sha": sha256})}
        body = bodies.pop(sha256, None)
        if not isinstance(body, bytes):  # a made-up file may hold a text there
            raise missing(sha256)
        try:
            found = body.decode()
        except UnicodeDecodeError as error:
            raise ProjectError("A text of this project was altered outside it ({sha}).", sha=sha256[:12]) from error
        with self._shelf:
            for sha, other in bodies.items():
                if sha not in self._kept and (text := _decoded(other)) is not None:
                    self._kept[sha] = text
            self._kept[sha256] = found
            while sum(map(len, self._kept.values())) > _KEPT and len(self._kept) > 1:
                self._kept.popitem(last=False)
        return found


def missing(sha256: str) -> ProjectError:
    """Give what is raised where nothing is kept under `sha256`."""
    return ProjectError("A text of this project is missing ({sha}).", sha=sha256[:12])


def _decoded(body: object) -> str | None:
    try:
        return body.decode() if isinstance(body, bytes) else None
    except UnicodeDecodeError:
        return None

"""Project: one study, opened. The one door for writing, and the one signal that it was used."""

from __future__ import annotations

import getpass
import hashlib
import json
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from sqlalchemy import delete, insert, literal_column, select, text
from sqlalchemy.orm import Session

from corpus import SUFFIX, history, schema
from corpus.errors import ChangeRefused, ProjectError, ReadOnlyProject
from corpus.history import Step
from corpus.lock import WriteLock
from corpus.model import Base, Change, Coder, Content, Meta, Model, OpenChange, State, Study, new_uid

log = logging.getLogger(__name__)
_TEXT_CACHE_CHARACTERS = 40_000_000


@dataclass(frozen=True, slots=True)
class Changes:
    """What one committed change wrote: row keys by table name."""

    id: int
    label: str
    kind: str
    keys: dict[str, frozenset[int]]

    def touches(self, *stored: type[Base]) -> bool:
        """Say whether any row of these tables was written."""
        return any(table.__tablename__ in self.keys for table in stored)

    def of(self, stored: type[Base]) -> frozenset[int]:
        """Return the keys of the rows of one table that were written."""
        return self.keys.get(stored.__tablename__, frozenset())


@dataclass(frozen=True, slots=True)
class StudyInfo:
    """The study's name and language (fr or en)."""

    name: str
    language: str
    note: str
    created_at: str


class Project:
    """An opened project file. Make it with `create` or `open`; close it, or use it in a `with` block."""

    def __init__(self, path: Path, *, coder: str | None = None, writable: bool = True) -> None:
        self.path = path
        self.coder = coder or default_coder()
        self.sitting = new_uid()
        self.writable = writable
        self.upgraded_from: Path | None = None
        schema.format_of(path)
        self._lock = WriteLock(path, self.coder) if writable else None
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        schema.check(self.path)
        if self.writable:
            self.upgraded_from = schema.upgrade(self.path)
        elif schema.format_of(self.path) != schema.FORMAT:
            raise ProjectError("{name} is of an earlier format; open it for writing once.", name=self.path.name)
        self.engine = schema.engine(self.path, writable=self.writable)
        self._writing = self.engine.execution_options(write=True)
        self._door = threading.RLock()
        self._session: Session | None = None
        self._owner: int | None = None
        self._doomed = False
        self._subscribers: list[Callable[[Changes], None]] = []
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._shelf = threading.Lock()
        with schema.plain_damage(self.path):
            meta = self._read()
        if not {"project", "lineage"} <= meta.keys():
            raise schema.damaged(self.path, "its identity is missing")
        self.key, self.lineage = meta["project"], meta["lineage"]

    def _read(self) -> dict[str, str]:
        with self.engine.connect() as connection:
            schema.check_tables(connection, self.path)
        if self.writable:
            with schema.plain_errors(self.path.name), self._writing.begin() as connection:
                history.watch(connection)
                connection.execute(delete(OpenChange))
        with self.engine.connect() as connection:
            self._stacks = history.fold(connection)
            return {row.key: row.value for row in connection.execute(select(Meta.key, Meta.value))}

    @classmethod
    def create(cls, path: Path, *, name: str = "", language: str = "fr", coder: str | None = None) -> Self:
        """Make a new project file at `path` and open it for writing."""
        path = path if path.suffix else path.with_suffix(SUFFIX)
        schema.create(path)
        project = cls(path, coder=coder)
        # A barrier: a project without its study is none, so undo stops here.
        with project._recorded("New project", "new", barrier=True) as session:
            session.add(Study(name=name or path.stem, language=language))
        return project

    @classmethod
    def open(cls, path: Path, *, coder: str | None = None, writable: bool = True) -> Self:
        """Open the project file at `path`; raises a `ProjectError` where that can't be done."""
        return cls(path, coder=coder, writable=writable)

    def close(self) -> None:
        """Close the file and let others write to it."""
        if hasattr(self, "engine"):
            self.engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def read_only(self) -> ReadOnlyProject:
        """Return the error that says that nothing can be written."""
        return ReadOnlyProject("{name} is open for reading only.", name=self.path.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one moment of the project; ORM objects must not leave the block."""
        if self._owner == threading.get_ident() and self._session is not None:
            self._session.flush()
            yield self._session
            return
        with Session(self.engine, expire_on_commit=False, autoflush=False) as session:
            yield session

    @contextmanager
    def change(self, label: str, kind: str = "edit") -> Iterator[Session]:
        """Open the one door for writing: all that is written in the block is one change, or nothing is.

        A call within another joins it. An error in a joined call undoes the whole, even where it is caught.
        """
        if self._owner == threading.get_ident() and self._session is not None:
            try:
                yield self._session
            except BaseException:
                self._doomed = True
                raise
            return
        with self._recorded(label, kind) as session:
            yield session

    @property
    def busy(self) -> bool:
        """Whether another thread is writing, so that a write now would wait."""
        owner = self._owner
        return owner is not None and owner != threading.get_ident()

    @contextmanager
    def _recorded(
        self, label: str, kind: str, *, reverts: int | None = None, barrier: bool = False
    ) -> Iterator[Session]:
        if not self.writable:
            raise self.read_only()
        if self._owner == threading.get_ident():
            raise ChangeRefused("Undo and redo have to wait until the change that is under way is done.")
        with self._door:
            with Session(self._writing, expire_on_commit=False) as session, schema.plain_errors(self.path.name):
                change = history.begin(
                    session.connection(), kind=kind, label=label, coder=self.coder, sitting=self.sitting,
                    reverts=reverts, barrier=barrier,
                )  # fmt: skip
                self._session, self._owner, self._doomed = session, threading.get_ident(), False
                try:
                    yield session
                    session.flush()
                    if self._doomed:
                        raise ChangeRefused("The change was undone because a part of it failed.")
                    keys = history.end(session.connection(), change)
                    session.commit()
                finally:
                    self._session = self._owner = None
            if keys:
                self._stacks.push(change, reverts, barrier)
        if keys:
            log.info("change %d %s: %s", change, kind, {stored: len(rows) for stored, rows in keys.items()})
            self._publish(Changes(change, label, kind, keys))

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `callback` on the writing thread after each commit; return what ends that."""
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback)

    def _publish(self, changes: Changes) -> None:
        for callback in list(self._subscribers):
            try:
                callback(changes)
            except Exception:
                log.exception("a subscriber failed on change %d", changes.id)

    def undo(self) -> Step:
        """Take back the last change, as a change of its own; raises where there is none."""
        return self._revert(self.undoable(), "undo", ChangeRefused("There is nothing to undo."))

    def redo(self) -> Step:
        """Take back the last undo; raises where there is none."""
        return self._revert(self.redoable(), "redo", ChangeRefused("There is nothing to redo."))

    def _revert(self, step: Step | None, kind: str, nothing: ChangeRefused) -> Step:
        if step is None:
            raise nothing
        with self._recorded(step.label, kind, reverts=step.change) as session:
            history.revert(session.connection(), step.change)
            session.expire_all()
        return step

    def undoable(self) -> Step | None:
        """Return the change that `undo` would take back."""
        return self._step(self._stacks.undo)

    def redoable(self) -> Step | None:
        """Return the change that `redo` would bring back."""
        return self._step(self._stacks.redo)

    def _step(self, stack: list[int]) -> Step | None:
        if not stack:
            return None
        with self.read() as session:
            change = session.get_one(Change, stack[-1])
            own = change.coder == self.coder and change.sitting == self.sitting
            return Step(change.id, change.label, change.kind, change.coder, change.at, own, change.reverts)

    def history(self) -> list[Step]:
        """Return the audit trail, oldest first."""
        with self.engine.connect() as connection:
            return history.steps(connection, coder=self.coder, sitting=self.sitting)

    def stamp(self) -> tuple[str, int, str]:
        """Return lineage, number and uid of the last change: what a cache of this project has seen."""
        with self.read() as session:
            last = session.execute(select(Change.id, Change.uid).order_by(Change.id.desc()).limit(1)).first()
        return (self.lineage, last[0], last[1]) if last else (self.lineage, 0, "")

    def info(self) -> StudyInfo:
        """Return the study's name, language and note."""
        with self.read() as session:
            row = session.scalars(select(Study)).first()
            if row is None:
                return StudyInfo(self.path.stem, "fr", "", "")
            return StudyInfo(row.name, row.language, row.note, row.created_at)

    def coder_key(self, session: Session) -> int:
        """Return the key of the present coder's row, written with the change if it is new."""
        key = session.scalar(select(Coder.id).where(Coder.name == self.coder))
        if key is None:
            coder = Coder(name=self.coder)
            session.add(coder)
            session.flush()
            key = coder.id
        return key

    def content(self, sha256: str) -> bytes:
        """Return the bytes kept under `sha256`."""
        with self.read() as session:
            body = session.scalar(select(Content.body).where(Content.sha256 == sha256))
        if body is None:
            raise ProjectError("A text of this project is missing ({sha}).", sha=sha256[:12])
        return body

    def text(self, sha256: str) -> str:
        """Return the text kept under `sha256`; the latest are kept in memory."""
        with self._shelf:
            if sha256 in self._texts:
                self._texts.move_to_end(sha256)
                return self._texts[sha256]
        found = self.content(sha256).decode()
        with self._shelf:
            self._texts[sha256] = found
            while sum(map(len, self._texts.values())) > _TEXT_CACHE_CHARACTERS and len(self._texts) > 1:
                self._texts.popitem(last=False)
        return found

    def remember(self, key: str, value: Any) -> None:
        """Keep a position or choice of the present coder (JSON); it is no change and can't be undone."""
        if not self.writable:
            return
        kept = text("INSERT INTO state VALUES (:c, :k, :v) ON CONFLICT(coder, key) DO UPDATE SET value = :v")
        values = {"c": self.coder, "k": key, "v": json.dumps(value)}
        if self._owner == threading.get_ident() and self._session is not None:
            self._session.execute(kept, values)
            return
        with self._door, schema.plain_errors(self.path.name), self._writing.begin() as connection:
            connection.execute(kept, values)

    def keep_model(self, language: str, version: str, body: bytes, most: int = 3) -> None:
        """Keep a learned model in the file, outside the log, and let go of all but the `most` newest."""
        if not self.writable:
            return
        sha = hashlib.sha256(body).hexdigest()
        content = {"sha256": sha, "kind": "model", "media_type": "application/zip", "size": len(body), "body": body}
        model = {"language": language, "sha256": sha, "version": version, "trained_to": self.stamp()[2]}
        with self._door, schema.plain_errors(self.path.name), self._writing.begin() as connection:
            connection.execute(insert(Content).prefix_with("OR REPLACE"), content)
            connection.execute(delete(Model).where(Model.version == version))
            connection.execute(insert(Model), model)
            newest = select(Model.uid).order_by(literal_column("rowid").desc()).limit(most)
            connection.execute(delete(Model).where(Model.uid.not_in(newest)))
            kept = select(Model.sha256)
            connection.execute(delete(Content).where(Content.kind == "model", Content.sha256.not_in(kept)))

    def kept_model(self, version: str) -> bytes | None:
        """Return the model of this version that `keep_model` kept, or None."""
        with self.read() as session:
            query = select(Content.body).join(Model, Model.sha256 == Content.sha256).where(Model.version == version)
            return session.scalar(query)

    def recall(self, key: str, default: Any = None) -> Any:
        """Return what `remember` kept, or `default`."""
        with self.read() as session:
            found = session.get(State, (self.coder, key))
            return json.loads(found.value) if found else default


def default_coder() -> str:
    """Return the name of the person at this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "coder"

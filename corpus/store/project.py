"""Project: one study, opened. The one door for writing, and the one signal that it was used."""

from __future__ import annotations

import getpass
import hashlib
import json
import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from sqlalchemy import Executable, bindparam, delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from corpus.cleaning import clean_line, clean_title, file_title
from corpus.errors import ChangeRefused, ProjectError, ReadOnlyProject
from corpus.model import Base, Change, Coder, Content, Meta, Model, OpenChange, State, Study, new_uid
from corpus.store import history, schema, sqlite, untrusted
from corpus.store.history import Step, WrittenRows
from corpus.store.lock import WriteLock
from corpus.store.moving import Move
from corpus.store.texts import StoredTexts, missing

log = logging.getLogger(__name__)
_CODER = select(Coder.id).where(Coder.name == bindparam("name"))
BESIDE = "beside"
"""The kind of what is told as a change and is none: something was written outside the watch."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What one committed change wrote: row keys by table name, and which rows of these it moved together."""

    id: int
    label: str
    kind: str
    keys: Mapping[str, frozenset[int]]
    moves: tuple[Move, ...] = ()
    rows: dict[str, frozenset[int]] = field(default_factory=dict)  # those alone that were written one by one

    def touches(self, *stored: type[Base]) -> bool:
        """Say whether any row of these tables was written."""
        return any(table.__tablename__ in self.keys for table in stored)

    def of(self, stored: type[Base]) -> frozenset[int]:
        """Return the keys of the rows of one table that were written."""
        return self.keys.get(stored.__tablename__, frozenset())


class _Keys(Mapping[str, frozenset[int]]):
    """Row keys by table name; thousands that moved together are read only where somebody asks for them."""

    def __init__(self, project: Project, written: WrittenRows) -> None:
        self._project, self._written, self._known = project, written, dict[str, frozenset[int]]()

    def __getitem__(self, stored: str) -> frozenset[int]:
        if stored not in self._written.tables:
            raise KeyError(stored)
        if stored not in self._known:
            with self._project.read() as session:
                self._known[stored] = self._written.keys(session.connection(), stored)
        return self._known[stored]

    def __iter__(self) -> Iterator[str]:
        return iter(self._written.tables)

    def __len__(self) -> int:
        return len(self._written.tables)


@dataclass(frozen=True, slots=True)
class StudyInfo:
    """The study's name and language (fr or en)."""

    name: str
    language: str
    note: str
    created_at: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a change is to be; `reverts` is the step it takes back."""

    label: str
    kind: str
    reverts: Step | None = None
    barrier: bool = False


class _Reading(threading.local):
    """The session that this thread reads by, while it does, and how much was written beside before it began."""

    session: Session | None = None
    beside: int = 0


class Project:
    """An opened project file. Make it with `create` or `open`; close it, or use it in a `with` block."""

    def __init__(self, path: Path, *, coder: str | None = None, writable: bool = True, at_once: bool = False) -> None:
        self.path = path
        self.coder = clean_line(coder or "") or clean_line(default_coder()) or "coder"
        self.sitting = new_uid()
        self.writable = writable
        self.upgraded_from: Path | None = None
        version = schema.checked(path)
        self._lock = WriteLock(path, self.coder) if writable else None
        try:
            if version != schema.FORMAT:
                self._upgrade()
            self._prepare(at_once)
        except BaseException:
            self.close()
            raise

    def _upgrade(self) -> None:
        if not self.writable:
            raise ProjectError("{name} is of an earlier format; open it for writing once.", name=self.path.name)
        self.upgraded_from = schema.upgrade(self.path)

    def _prepare(self, at_once: bool) -> None:
        self._held = ExitStack()
        self.engine = sqlite.engine(self.path, writable=self.writable)
        self._writing = self.engine.execution_options(write=True)
        self._door = threading.RLock()
        self._session: Session | None = None
        self._owner: int | None = None
        self._reading = _Reading()
        self._beside: list[tuple[str, frozenset[int]]] = []
        self._aside: list[tuple[str, frozenset[int]]] = []  # within the change that is open
        self._doomed = False
        self._subscribers: list[Callable[[Changes], None]] = []
        self._texts = StoredTexts(self.read)
        self._steps: dict[tuple[int, str], Step] = {}
        with schema.plain_damage(self.path):
            meta = self._read(at_once)
        if not all(untrusted.identity(meta.get(name, "")) for name in ("project", "lineage")):
            raise schema.damaged(self.path, "its identity is missing, or is none")
        self.key, self.lineage = meta["project"], meta["lineage"]
        if self.writable and schema.WIPING in meta:
            with suppress(ProjectError):  # the disk was full, or the program was killed, and may be full still
                self.wipe()

    def _read(self, at_once: bool) -> dict[str, str]:
        if self.writable:
            with self.engine.connect() as connection:
                schema.check_tables(connection, self.path)
            with schema.plain_errors(self.path.name), self._writing.begin() as connection:
                history.watch(connection)
                connection.execute(delete(OpenChange))
        with ExitStack() as reading:
            connection = reading.enter_context(self.read()).connection()
            if not self.writable:
                schema.check_tables(connection, self.path)
            self._stacks = history.fold(connection)
            self._held = reading.pop_all() if at_once else self._held
            return {row.key: row.value for row in connection.execute(select(Meta.key, Meta.value))}

    @classmethod
    def create(cls, path: Path, *, name: str = "", language: str = "fr", coder: str | None = None) -> Self:
        """Make a new project file at `path` and open it for writing."""
        path = schema.named(path)
        schema.create(path)
        try:
            project = cls(path, coder=coder)
        except BaseException:
            path.unlink()
            raise
        with project.final("New project", "new") as session:
            session.add(Study(name=clean_title(name) or file_title(path.stem), language=language))
        return project

    @classmethod
    def open(cls, path: Path, *, coder: str | None = None, writable: bool = True, at_once: bool = False) -> Self:
        """Open the project file at `path`; raises a `ProjectError` where that can't be done.

        What is opened `at_once`, for reading, is seen by this thread as it was at its opening, until it is closed.
        """
        return cls(path, coder=coder, writable=writable, at_once=at_once)

    def close(self) -> None:
        """Close the file and let others write to it."""
        if hasattr(self, "engine"):
            self._held.close()
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
        """Give a session that sees one moment of the project; ORM objects must not leave the block.

        A call within another of the same thread joins it, and one within a change joins the change.
        """
        if self._owner == threading.get_ident() and self._session is not None:
            self._session.flush()
            yield self._session
        elif (joined := self._reading.session) is not None:
            yield joined
        else:
            with Session(self.engine, expire_on_commit=False, autoflush=False) as session:
                self._reading.session, self._reading.beside = session, len(self._beside)
                try:
                    yield session
                finally:
                    self._reading.session = None

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
        with self._recorded(lambda: _Plan(label, kind)) as (session, _plan):
            yield session

    @contextmanager
    def final(self, label: str, kind: str) -> Iterator[Session]:
        """Open the door for one change that nothing takes back: undo stops at it."""
        with self._recorded(lambda: _Plan(label, kind, barrier=True)) as (session, _plan):
            yield session

    def wipe(self) -> None:
        """Write the file anew, so that it holds nothing of what was taken out; raises `ProjectError`."""
        with self._door:
            self._texts.clear()
            self.engine.dispose()
            schema.wipe(self.path)

    @property
    def busy(self) -> bool:
        """Whether another thread is writing, so that a write now would wait."""
        return self._owner not in (None, threading.get_ident())

    @contextmanager
    def _recorded(self, planned: Callable[[], _Plan]) -> Iterator[tuple[Session, _Plan]]:
        """Write one change; what it is to be is asked once the door is held."""
        if not self.writable:
            raise self.read_only()
        if self._owner == threading.get_ident():
            raise ChangeRefused("Undo and redo have to wait until the change that is under way is done.")
        with self._door:
            plan = planned()
            reverts = plan.reverts.change if plan.reverts else None
            with Session(self._writing, expire_on_commit=False) as session, schema.plain_errors(self.path.name):
                change = history.begin(
                    session.connection(),
                    kind=plan.kind,
                    label=plan.label,
                    coder=self.coder,
                    sitting=self.sitting,
                    reverts=reverts,
                    barrier=plan.barrier,
                )
                self._session, self._owner, self._doomed = session, threading.get_ident(), False
                self._aside = []
                try:
                    yield session, plan
                    session.flush()
                    if self._doomed:
                        raise ChangeRefused("The change was undone because a part of it failed.")
                    written = history.end(session.connection(), change)
                    session.commit()
                    self._beside += self._aside
                finally:
                    self._session = self._owner = None
            if written.tables:
                self._stacks.push(change, reverts, plan.barrier)
        if written.tables:
            counts = {stored: len(rows) for stored, rows in written.rows.items()}
            log.info("change %d %s: %s, moves: %d", change, plan.kind, counts, len(written.moves))
            self._publish(Changes(change, plan.label, plan.kind, _Keys(self, written), written.moves, written.rows))

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

    def undo(self, step: Step | None = None) -> Step:
        """Take back the last change, as a change of its own; raises where there is none.

        Of a person who was shown a `step` nothing else is taken back: it must be the last still.
        """
        return self._revert("undo", step)

    def redo(self, step: Step | None = None) -> Step:
        """Take back the last undo; raises where there is none, or where it is no longer the `step` that was shown."""
        return self._revert("redo", step)

    def _revert(self, kind: str, shown: Step | None) -> Step:
        with self._recorded(lambda: self._reverting(kind, shown)) as (session, plan):
            assert plan.reverts is not None
            try:
                history.revert(session.connection(), plan.reverts.change)
            except (ValueError, LookupError, TypeError, RecursionError, IntegrityError) as error:
                sentence = "“{change}” can't be taken back: what the project's log says of it is damaged."
                raise ProjectError(sentence, change=plan.reverts.label) from error
            session.expire_all()
        return plan.reverts

    def _reverting(self, kind: str, shown: Step | None) -> _Plan:
        """Choose the step to take back, with the door held, so that nothing comes in between."""
        last = self.undoable() if kind == "undo" else self.redoable()
        if shown is not None and (last is None or last.change != shown.change):
            raise self._overtaken(kind, shown)
        if last is None:
            raise ChangeRefused("There is nothing to undo." if kind == "undo" else "There is nothing to redo.")
        return _Plan(last.label, kind, reverts=last)

    def _overtaken(self, kind: str, shown: Step) -> ChangeRefused:
        """Return the error that says what was written since the step was shown."""
        latest = self._step(self._stacks.latest())
        if latest is None or latest.change <= shown.change or latest.reverts == shown.change:
            sentence = "“{change}” is undone already." if kind == "undo" else "“{change}” is redone already."
            return ChangeRefused(sentence, change=shown.label)
        sentence = (
            "“{change}” was not undone: “{later}” by {coder} came in between."
            if kind == "undo"
            else "“{change}” was not redone: “{later}” by {coder} came in between."
        )
        return ChangeRefused(sentence, change=shown.label, later=latest.label, coder=latest.coder)

    def undoable(self) -> Step | None:
        """Return the change that `undo` would take back."""
        return self._step(self._stacks.undo[-1:])

    def redoable(self) -> Step | None:
        """Return the change that `redo` would bring back."""
        return self._step(self._stacks.redo[-1:])

    def _step(self, change: list[int]) -> Step | None:
        """Return the step of a change of the stacks, which may be newer than what this thread is reading.

        The log never changes: what it said of the latest ones asked for is known still.
        """
        if not change:
            return None
        if (known := self._steps.get((change[0], self.coder))) is not None:
            return known
        with self.engine.connect() as connection:
            found = history.step(connection, change[0], coder=self.coder, sitting=self.sitting)
        self._steps = {(found.change, self.coder): found, **dict([*self._steps.items()][:3])}
        return found

    def history(self) -> list[Step]:
        """Return the audit trail, oldest first."""
        with self.read() as session:
            return history.steps(session.connection(), coder=self.coder, sitting=self.sitting)

    def stamp(self) -> tuple[str, int, str]:
        """Return lineage, number and uid of the last change: what a cache of this project has seen."""
        with self.read() as session:
            last = session.execute(select(Change.id, Change.uid).order_by(Change.id.desc()).limit(1)).first()
        return (self.lineage, last[0], last[1]) if last else (self.lineage, 0, "")

    def info(self) -> StudyInfo:
        """Return the study's name, language and note."""
        with self.read() as session:
            row = session.execute(select(Study.name, Study.language, Study.note, Study.created_at)).first()
        return StudyInfo(*row) if row is not None else StudyInfo(self.path.stem, "fr", "", "")

    def coder_key(self, session: Session, name: str | None = None) -> int:
        """Return the key of a coder's row, by default the present one's, written with the change if it is new."""
        key = session.connection().scalar(_CODER, {"name": name or self.coder})
        if key is None:
            coder = Coder(name=name or self.coder)
            session.add(coder)
            session.flush()
            key = coder.id
        return key

    def content(self, sha256: str) -> bytes:
        """Return the bytes kept under `sha256`."""
        with self.read() as session:
            body = session.scalar(select(Content.body).where(Content.sha256 == sha256))
        if not isinstance(body, bytes):  # a made-up file may hold a text there
            raise missing(sha256)
        return body

    def text(self, sha256: str) -> str:
        """Return the text kept under `sha256`; the latest are kept in memory."""
        return self._texts.text(sha256)

    def remember(self, key: str, value: Any) -> None:
        """Keep a position or choice of the present coder (JSON); it is no change and can't be undone."""
        if not self.writable:
            return
        self.write_beside(sqlite.put(State), {"coder": self.coder, "key": key, "value": json.dumps(value)})

    def write_beside(
        self,
        statement: Executable,
        values: dict[str, Any] | list[dict[str, Any]],
        *,
        about: Mapping[str, frozenset[int]] = MappingProxyType({}),
    ) -> None:
        """Write to a table outside the watch: it is no change, and undo does not touch it.

        `about` says of the table which keys it is about, for those who keep it in memory; they are told as of a change
        of the kind `BESIDE`, or together with the change that is open.
        """
        if not self.writable:
            raise self.read_only()
        if self._owner == threading.get_ident() and self._session is not None:
            self._session.execute(statement, values)
            self._aside += about.items()
            return
        with self._door, schema.plain_errors(self.path.name), self._writing.begin() as connection:
            connection.execute(statement, values)
            last = self._stacks.latest()
        if about:
            self._beside += about.items()
            self._publish(Changes(last[0] if last else 0, "", BESIDE, dict(about)))

    def nothing_since(self, change: int) -> bool:
        """Say whether a change is the last, as far as that is known without asking the file: we alone write to it."""
        return self.writable and self._owner != threading.get_ident() and self._stacks.latest() == [change]

    @property
    def beside(self) -> int:
        """How much has been written outside the watch since the project was opened, as far as this thread sees it."""
        return self._reading.beside if self._reading.session is not None else len(self._beside)

    def written_beside(self, first: int, last: int) -> dict[str, frozenset[int]]:
        """Return what was written outside the watch from one number of `beside` to another: keys by table."""
        found: dict[str, frozenset[int]] = {}
        for stored, keys in self._beside[first:last]:
            found[stored] = found.get(stored, frozenset()) | keys
        return found

    def keep_model(self, language: str, version: str, body: bytes, most: int = 3) -> None:
        """Keep a learned model in the file, outside the log, and let go of all but the `most` newest."""
        if not self.writable:
            return
        sha = hashlib.sha256(body).hexdigest()
        content = {"sha256": sha, "kind": "model", "media_type": "application/zip", "size": len(body), "body": body}
        model = {"language": language, "sha256": sha, "version": version, "trained_to": self.stamp()[2]}
        with self._door, schema.plain_errors(self.path.name), self._writing.begin() as connection:
            connection.execute(sqlite.put(Content), content)
            connection.execute(delete(Model).where(Model.version == version))
            connection.execute(insert(Model), model)
            newest = select(Model.uid).order_by(sqlite.WRITTEN.desc()).limit(most)
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
        try:
            return untrusted.parsed(found.value) if found else default
        except ValueError:
            return default


def default_coder() -> str:
    """Return the name of the person at this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "coder"

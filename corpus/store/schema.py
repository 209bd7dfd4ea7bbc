"""The project file's format: how one is made, recognised, checked and brought up to date."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from glob import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from corpus import SUFFIX, private
from corpus.errors import DamagedProject, NewerProject, NotAProject, ProjectError
from corpus.model import Base, new_uid
from corpus.store import history, strange

log = logging.getLogger(__name__)

APPLICATION_ID = 0x56524254  # "VRBT"
FORMAT = 3
_LONGEST = 240  # bytes of a name, with room for the endings of what lies beside it

# What SQLite says where the file itself may be sound.
_PASSING = ("disk is full", "disk I/O", "readonly", "locked", "unable to open")


def shipped_upgrades() -> dict[int, str]:
    """Return the SQL that takes a file from each earlier format to the next, by the format it starts from."""
    folder = files("resources") / "upgrades"
    if not folder.is_dir():
        return {}
    scripts = (entry for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return {int(entry.name.split("_")[0]): entry.read_text("utf-8") for entry in scripts}


def address(path: Path, *, writable: bool) -> str:
    """Return the URI under which SQLite opens `path`."""
    path = path.resolve()
    uri = path.as_uri()
    if writable:
        return f"{uri}?mode=rw"
    # On a disk that can't be written SQLite has no place for the files of its log, and needs none.
    still = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return f"{uri}?mode=ro&immutable=1" if still else f"{uri}?mode=ro"


def connected(place: str | Path, trusted: bool = False, **options: Any) -> sqlite3.Connection:
    """Connect to a file that may be a stranger's: nothing in its schema may call what acts or reads elsewhere.

    It is `trusted` to be written, as older versions of SQLite count what our own triggers call as unsafe.
    """
    connection: sqlite3.Connection = sqlite3.connect(place, **options)
    connection.execute(f"PRAGMA trusted_schema={'ON' if trusted else 'OFF'}")
    return connection


def engine(path: Path, *, writable: bool) -> Engine:
    """Return an engine on `path`; a session that asks for `write` takes SQLite's write lock at its start."""
    uri = address(path, writable=writable)
    made = create_engine(
        "sqlite://", creator=lambda: connected(uri, writable, uri=True, check_same_thread=False, isolation_level=None),
        poolclass=QueuePool, pool_size=8, max_overflow=8,
    )  # fmt: skip

    @event.listens_for(made, "connect")
    def _settings(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA recursive_triggers=ON")
        connection.execute("PRAGMA busy_timeout=5000")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA cache_size=-32000")
        if writable:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN")

    return made


@contextmanager
def plain_errors(name: str) -> Iterator[None]:
    """Turn what the database says of a full disk, a lost folder or a busy file into one sentence."""
    try:
        yield
    except DBAPIError as error:
        why = str(error.orig)
        if any(sign in why for sign in _PASSING):
            sentence = "{name} could not be written, nothing was changed: {why}."
            raise ProjectError(sentence, name=name, why=why) from error
        raise


@contextmanager
def plain_damage(path: Path) -> Iterator[None]:
    """Turn what SQLite says as it reads a torn file, or one that is busy or out of reach, into one sentence."""
    try:
        yield
    except (DBAPIError, sqlite3.DatabaseError, UnicodeDecodeError) as error:  # its very messages may be torn
        why = str(error.orig if isinstance(error, DBAPIError) else error)
        if any(sign in why for sign in _PASSING):
            raise ProjectError("{name} can't be opened: {why}.", name=path.name, why=why) from error
        raise damaged(path, why) from error


def create(path: Path) -> None:
    """Make an empty project file at `path` with every table and trigger; refuse to overwrite."""
    try:
        if len(os.fsencode(path.name)) > _LONGEST:
            raise OSError(errno.ENAMETOOLONG, path.name)
        if path.exists():
            raise ProjectError("{name} exists already; choose another name.", name=path.name or str(path))
        if not path.parent.is_dir():
            raise ProjectError("There is no folder {folder} to put the project in.", folder=str(path.parent))
        private.file(path, new=True)  # SQLite gives the files of its log the mode of this one
    except (OSError, ValueError) as error:
        raise unwritable(path.name, error) from error
    made = engine(path, writable=True)
    try:
        with plain_errors(path.name), made.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")
            Base.metadata.create_all(connection)
            history.watch(connection)
            for key in ("lineage", "project"):
                connection.exec_driver_sql("INSERT INTO meta VALUES (?, ?)", (key, new_uid()))
    except BaseException:
        made.dispose()
        path.unlink()
        raise
    made.dispose()


def unwritable(name: str, error: OSError | ValueError) -> ProjectError:
    """Return the error that says why a file of that name can't be made."""
    if isinstance(error, OSError) and error.errno != errno.ENAMETOOLONG:
        return ProjectError("{name} can't be written: its folder does not allow it.", name=name)
    return ProjectError("A file can't be called {name}: that is too long, or no name.", name=shortened(name))


def shortened(name: str) -> str:
    """Return a name that can be said in a sentence, whatever its length and its characters."""
    said = "".join(letter if letter.isprintable() else "?" for letter in name)
    return said if len(said) <= 80 else f"{said[:40]}…{said[-20:]}"


def named(path: Path) -> Path:
    """Return `path` with the ending of projects, which a point within the name is not."""
    if path.name in ("", "..") or path.suffix.lower() == SUFFIX:
        return path
    return path.with_name(path.name + SUFFIX)


def format_of(path: Path) -> int:
    """Return the format of the project file at `path`; raise where it is no project or too new."""
    try:
        if path.is_dir():
            raise NotAProject("{name} is a folder and not a Verbatim project.", name=path.name or str(path))
        if not path.is_file():
            raise NotAProject("There is no file {name}.", name=str(path))
    except OSError as error:
        raise NotAProject("There is no file {name}.", name=shortened(str(path))) from error
    if _signature(path) != b"SQLite format 3":
        raise NotAProject("{name} is not a Verbatim project.", name=path.name)
    with plain_damage(path), closing(connected(address(path, writable=False), uri=True)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID:
        raise NotAProject("{name} is not a Verbatim project.", name=path.name)
    if version > FORMAT:
        raise NewerProject("{name} was made by a later version of Verbatim; update the program.", name=path.name)
    return int(version)


def _signature(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(15)
    except OSError as error:
        raise ProjectError("{name} can't be opened: {why}.", name=path.name, why=error.strerror or "?") from error


def check(path: Path) -> None:
    """Raise `DamagedProject` where the file holds what no project does, or SQLite's quick check finds a fault."""
    with plain_damage(path), closing(connected(address(path, writable=False), uri=True)) as connection:
        if stranger := strange.objects(connection):
            raise damaged(path, stranger)
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise damaged(path, found)


def check_tables(connection: Connection, path: Path) -> None:
    """Raise `DamagedProject` where a table or one of its columns is missing, or holds values of another kind."""
    for table in Base.metadata.sorted_tables:
        columns = {row.name for row in connection.exec_driver_sql(f'PRAGMA table_info("{table.name}")')}
        lost = [column.name for column in table.columns if column.name not in columns]
        if lost:
            why = f"{table.name} lacks {', '.join(lost)}" if columns else f"{table.name} is missing"
            raise damaged(path, why)
    if why := strange.values(connection):
        raise damaged(path, why)


def damaged(path: Path, why: str) -> DamagedProject:
    """Return the error that says which copy to open instead; `why`, in SQLite's own words, goes to the log alone."""
    told = why.replace("*** in database main ***", "").partition(" with text ")[0]
    log.error("%s is damaged: %s", path.name, " ".join(told.split()))
    copies = sorted(path.parent.glob(f"{escape(path.stem)} (format * backup*){path.suffix}"), key=_when, reverse=True)
    if copies:
        sentence = "{name} is damaged; open its copy beside it instead: {copy}."
        return DamagedProject(sentence, name=path.name, copy=copies[0].name)
    sentence = "{name} is damaged; open a copy of it instead, from your backup of the folder {folder}."
    return DamagedProject(sentence, name=path.name, folder=str(path.absolute().parent))


def _when(path: Path) -> float:
    return path.stat().st_mtime


def backup_path(path: Path, version: int) -> Path:
    """Return a free name for the copy of `path` that is made before it leaves format `version`."""
    stem = f"{path.stem} (format {version} backup"
    names = (path.with_name(f"{stem}{'' if n == 1 else f' {n}'}){path.suffix}") for n in range(1, 1000))
    return next(name for name in names if not name.exists())


def upgrade(path: Path, upgrades: Mapping[int, str] | None = None) -> Path | None:
    """Bring the file at `path` to the present format, copying it first; return the copy, or None if it was up to date.

    A failed upgrade puts the copy back. `upgrades` maps a format to the SQL that leads to the next.
    """
    version = format_of(path)
    if version == FORMAT:
        return None
    scripts = shipped_upgrades() if upgrades is None else upgrades
    missing = [step for step in range(version, FORMAT) if step not in scripts]
    if missing:
        raise ProjectError("{name} is of format {version}, which is too old to open.", name=path.name, version=version)
    copy = _copied_first(path, version)
    try:
        for step in range(version, FORMAT):
            _run(path, scripts[step], step + 1)
    except sqlite3.Error as error:
        _copy(copy, path)
        raise ProjectError(
            "{name} could not be brought up to date and is as it was: {why}.", name=path.name, why=str(error)
        ) from error
    return copy


def _copied_first(path: Path, version: int) -> Path:
    copy = None
    try:
        copy = backup_path(path, version)
        private.file(copy, new=True)
        _copy(path, copy)
        shutil.copymode(path, copy)
    except (sqlite3.Error, OSError) as error:
        if copy is not None:
            copy.unlink(missing_ok=True)
        why = error.strerror if isinstance(error, OSError) else str(error)
        sentence = "{name} is of an earlier format and can't be copied before it is brought up to date: {why}."
        raise ProjectError(sentence, name=path.name, why=why) from error
    return copy


def _copy(path: Path, copy: Path) -> None:
    """Copy through SQLite, which sees to the log beside the file and to whoever is reading it."""
    source, target = connected(path), connected(copy)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()


def _run(path: Path, script: str, version: int) -> None:
    """Run one upgrade with foreign keys off (a table rebuild would delete the children) and check them after."""
    connection = connected(path, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys=OFF")
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        drops = "".join('DROP TRIGGER "{}";'.format(name.replace('"', '""')) for (name,) in names)
        connection.executescript(f"BEGIN IMMEDIATE; {drops} {script}; PRAGMA user_version={version};")
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            raise sqlite3.IntegrityError(f"rows of {broken[0]} would lose what they belong to")
        connection.execute(
            "INSERT INTO change(uid, kind, label, coder, sitting, at, barrier)"
            " VALUES (?, 'upgrade', 'Upgrade the file', '', '', strftime('%Y-%m-%dT%H:%M:%SZ'), 1)",
            (new_uid(),),
        )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.close()

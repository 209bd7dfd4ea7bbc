"""The project file's format: how one is made, recognised, checked and brought up to date."""

from __future__ import annotations

import errno
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from glob import escape
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from corpus import SUFFIX, private
from corpus.errors import DamagedProject, NewerProject, NotAProject, ProjectError
from corpus.model import Base, new_uid
from corpus.store import history, sqlite, untrusted

log = logging.getLogger(__name__)

APPLICATION_ID = 0x56524254  # "VRBT"
FORMAT = 9
WIPING = "wiping"
"""The key in `meta` of a file that is still to be written anew."""
_LONGEST = 240  # bytes of a name, with room for the endings of what lies beside it


def shipped_upgrades() -> dict[int, str]:
    """Return the SQL that takes a file from each earlier format to the next, by the format it starts from."""
    folder = files("resources") / "upgrades"
    if not folder.is_dir():
        return {}
    scripts = (entry for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return {int(entry.name.split("_")[0]): entry.read_text("utf-8") for entry in scripts}


@contextmanager
def plain_errors(name: str) -> Iterator[None]:
    """Turn what the database says of a full disk, a lost folder or a busy file into one sentence."""
    try:
        yield
    except DBAPIError as error:
        why = sqlite.said(error)
        if sqlite.passing(why):
            sentence = "{name} could not be written, nothing was changed: {why}."
            raise ProjectError(sentence, name=name, why=why) from error
        raise


@contextmanager
def plain_damage(path: Path) -> Iterator[None]:
    """Turn what SQLite says as it reads a torn file, or one that is busy or out of reach, into one sentence."""
    try:
        yield
    except sqlite.TORN as error:
        why = sqlite.said(error)
        if sqlite.passing(why):
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
    made = sqlite.engine(path, writable=True)
    try:
        _put_blank(path)
        with plain_errors(path.name), made.begin() as connection:
            for key in ("lineage", "project"):
                connection.exec_driver_sql("INSERT INTO meta(key, value) VALUES (?, ?)", (key, new_uid()))
    except BaseException:
        made.dispose()
        path.unlink()
        raise
    made.dispose()


@cache
def _blank() -> bytes:
    """Return an empty project as it lies on disk: put together once, it serves all files of a sitting."""
    return sqlite.blank(APPLICATION_ID, FORMAT, (*sqlite.orders(Base.metadata), *history.triggers().values()))


def _put_blank(path: Path) -> None:
    try:
        path.write_bytes(_blank())
    except OSError as error:
        sentence = "{name} could not be written, nothing was changed: {why}."
        raise ProjectError(sentence, name=path.name, why=error.strerror or "?") from error


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
    _be_there(path)
    with plain_damage(path), sqlite.looking(path) as connection:
        return _version(connection, path)


def checked(path: Path) -> int:
    """Return the format of a project file, as `format_of`.

    Raises `DamagedProject` where it holds what no project does, or SQLite's quick check finds a fault.
    """
    _be_there(path)
    with plain_damage(path), sqlite.looking(path) as connection:
        version = _version(connection, path)
        if why := untrusted.objects(sqlite.objects(connection)) or sqlite.first_fault(connection):
            raise damaged(path, why)
    return version


def _be_there(path: Path) -> None:
    try:
        if path.is_dir():
            raise NotAProject("{name} is a folder and not a Verbatim project.", name=path.name or str(path))
        if not path.is_file():
            raise NotAProject("There is no file {name}.", name=str(path))
    except OSError as error:
        raise NotAProject("There is no file {name}.", name=shortened(str(path))) from error
    if _signature(path) != sqlite.SIGNATURE:
        raise NotAProject("{name} is not a Verbatim project.", name=path.name)


def _version(connection: sqlite.Looking, path: Path) -> int:
    application, version = sqlite.marks(connection)
    if application != APPLICATION_ID:
        raise NotAProject("{name} is not a Verbatim project.", name=path.name)
    if version > FORMAT:
        raise NewerProject("{name} was made by a later version of Verbatim; update the program.", name=path.name)
    return version


def _signature(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(sqlite.SIGNATURE))
    except OSError as error:
        raise ProjectError("{name} can't be opened: {why}.", name=path.name, why=error.strerror or "?") from error


def check_tables(connection: Connection, path: Path) -> None:
    """Raise `DamagedProject` where a table or one of its columns is missing, or holds values of another kind."""
    found = sqlite.columns(connection)
    for table in Base.metadata.sorted_tables:
        columns = found.get(table.name, {})
        lost = [column.name for column in table.columns if column.name not in columns]
        if lost:
            why = f"{table.name} lacks {', '.join(lost)}" if columns else f"{table.name} is missing"
            raise damaged(path, why)
        if why := untrusted.declared(table, columns):
            raise damaged(path, why)
    if why := untrusted.values(connection):
        raise damaged(path, why)


def damaged(path: Path, why: str) -> DamagedProject:
    """Return the error that says which copy to open instead; `why`, in SQLite's own words, goes to the log alone."""
    log.error("%s is damaged: %s", path.name, sqlite.briefly(why))
    if copies := backups(path):
        sentence = "{name} is damaged; open its copy beside it instead: {copy}."
        return DamagedProject(sentence, name=path.name, copy=copies[0].name)
    sentence = "{name} is damaged; open a copy of it instead, from your backup of the folder {folder}."
    return DamagedProject(sentence, name=path.name, folder=str(path.absolute().parent))


def backups(path: Path) -> list[Path]:
    """Return the copies of a project that were made before it left an earlier format, the latest first."""
    there = path.resolve()
    return sorted(there.parent.glob(f"{escape(there.stem)} (format * backup*){there.suffix}"), key=_when, reverse=True)


def wipe(path: Path) -> None:
    """Write the file anew, so that it holds nothing of what was taken out; raises `ProjectError` where that fails.

    It is marked as in need of that by `WIPING` from before, and not any more from then on.
    """
    try:
        alone = sqlite.written_anew(path, f"DELETE FROM meta WHERE key = '{WIPING}'")
    except sqlite.Error as error:
        sentence = "{name} may still hold what was taken out: {why}. Make room, and open it again."
        raise ProjectError(sentence, name=path.name, why=str(error)) from error
    if not alone:
        sentence = "{name} may still hold what was taken out, as another program is reading it: open it again later."
        raise ProjectError(sentence, name=path.name)


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
    if not all(step in scripts for step in range(version, FORMAT)):  # a torn head may say any number: none is listed
        raise ProjectError("{name} is of format {version}, which is too old to open.", name=path.name, version=version)
    copy = _copied_first(path, version)
    try:
        for step in range(version, FORMAT):
            sqlite.rebuild(path, scripts[step], step + 1)
    except sqlite.Error as error:
        sqlite.copy(copy, path)
        raise ProjectError(
            "{name} could not be brought up to date and is as it was: {why}.", name=path.name, why=str(error)
        ) from error
    return copy


def _copied_first(path: Path, version: int) -> Path:
    copy = None
    try:
        copy = backup_path(path, version)
        private.file(copy, new=True)
        sqlite.copy(path, copy)
        shutil.copymode(path, copy)
    except (sqlite.Error, OSError) as error:
        if copy is not None:
            copy.unlink(missing_ok=True)
        why = error.strerror if isinstance(error, OSError) else str(error)
        sentence = "{name} is of an earlier format and can't be copied before it is brought up to date: {why}."
        raise ProjectError(sentence, name=path.name, why=why) from error
    return copy

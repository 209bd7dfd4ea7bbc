"""All that is particular to SQLite: how a file is opened, marked, asked, watched, copied, and what its errors mean."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    ColumnElement,
    Connection,
    Dialect,
    Engine,
    Executable,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    QueuePool,
    Table,
    TextClause,
    cast,
    create_engine,
    create_mock_engine,
    event,
    func,
    literal_column,
    make_url,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeEngine
from sqlalchemy.util import LRUCache

from corpus.model import Base, new_uid

Error = sqlite3.Error
Looking = sqlite3.Connection
# What reading a torn file raises: its very messages may be torn.
TORN = (DBAPIError, sqlite3.DatabaseError, UnicodeDecodeError)
SIGNATURE = b"SQLite format 3"
# In the order in which they were written, where a table has no number of its own.
WRITTEN: ColumnElement[int] = literal_column("rowid")

# What SQLite says where the file itself may be sound.
_PASSING = ("disk is full", "disk I/O", "readonly", "locked", "unable to open")
_COMPUTES = re.compile(r"\b(CHECK|GENERATED|AS)\b\s*\(|\bWITHOUT\s+ROWID\b|\bWHERE\b", re.IGNORECASE)
_CALL = re.compile(r"\(.*\(", re.DOTALL)

_STATEMENTS = 1000  # that are kept as they were put together
PATIENCE_S = 5.0  # for others to be done with the file

# opening


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


@contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that looks at a file before it is known to be a project."""
    with closing(connected(address(path, writable=False), uri=True)) as connection:
        yield connection


@cache
def _spoken() -> tuple[Dialect, LRUCache[Any, Any]]:
    """Return the dialect, and the statements put together in it, that all engines share.

    Putting a statement together takes longer than asking it, and it is known again by its dialect, too: were that an
    engine's own, each project that is opened would have all of them put together anew, and kept.
    """
    first = create_engine("sqlite://")
    with first.connect():  # which tells the dialect what this SQLite can do
        return first.dialect, LRUCache(_STATEMENTS)


def engine(path: Path, *, writable: bool) -> Engine:
    """Return an engine on `path`; a session that asks for `write` takes SQLite's write lock at its start."""
    uri = address(path, writable=writable)
    dialect, put_together = _spoken()

    def open_anew() -> Any:
        return connected(uri, writable, uri=True, check_same_thread=False, isolation_level=None)

    pool = QueuePool(open_anew, pool_size=8, max_overflow=8, dialect=dialect)
    made = Engine(pool, dialect, make_url("sqlite://"), execution_options={"compiled_cache": put_together})

    @event.listens_for(made, "connect")
    def _settings(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA recursive_triggers=ON")
        connection.execute(f"PRAGMA busy_timeout={PATIENCE_S * 1000:.0f}")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA cache_size=-32000")
        if writable:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN")

    return made


def append(path: Path, statement: Executable, values: dict[str, Any]) -> bool:
    """Add a row to a log that nobody watches, also where another process holds the file; False where it can't be."""
    aside = engine(path, writable=True)
    try:
        with aside.execution_options(write=True).begin() as connection:
            connection.execute(statement, values)
    except DBAPIError:
        return False
    finally:
        aside.dispose()
    return True


# errors


def said(error: BaseException) -> str:
    """Return what SQLite itself says in an error, whoever passes it on."""
    return str(error.orig if isinstance(error, DBAPIError) else error)


def passing(why: str) -> bool:
    """Say whether these words of SQLite speak of a disk or another program, and not of the file."""
    return any(sign in why for sign in _PASSING)


def briefly(why: str) -> str:
    """Return what SQLite found, without its decoration and without the order that it quotes."""
    told = why.replace("*** in database main ***", "").partition(" with text ")[0]
    return " ".join(told.split())


# marks and schema


def blank(application: int, version: int, orders: Iterable[str]) -> bytes:
    """Return, as it lies on disk, a file with these marks in its head that `orders` were given to."""
    with closing(connected(":memory:", True, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id={application}")
        connection.execute(f"PRAGMA user_version={version}")
        connection.execute("BEGIN")
        for order in orders:
            connection.execute(order)
        connection.execute("COMMIT")
        return bytes(connection.serialize())


def marks(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return application and format from the head of the file; its schema is read, so that a torn one is noticed."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    return int(application), int(version)


def objects(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Return kind, name and SQL of all that the schema holds."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master")
    return [(kind, name, str(sql or "")) for kind, name, sql in rows]


def orders(metadata: MetaData) -> tuple[str, ...]:
    """Return the SQL that makes every table and index."""
    made: list[str] = []
    spoken = create_mock_engine("sqlite://", lambda *_, **__: None).dialect
    engine = create_mock_engine("sqlite://", lambda order, *_, **__: made.append(str(order.compile(dialect=spoken))))
    metadata.create_all(engine, checkfirst=False)
    return tuple(made)


def plain_table(sql: str) -> bool:
    """Say whether this makes a table that computes nothing when it is read."""
    return sql.upper().startswith("CREATE TABLE") and not _COMPUTES.search(sql)


def plain_index(sql: str) -> bool:
    """Say whether this makes an index that computes nothing when it is read."""
    return not _COMPUTES.search(sql) and not _CALL.search(sql)


def columns(connection: Connection) -> dict[str, dict[str, str]]:
    """Return the tables of the file, each with its columns and the types that it declares for them."""
    found: dict[str, dict[str, str]] = {}
    order = "SELECT m.name, c.name, c.type FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
    for stored, name, kind in connection.exec_driver_sql(order):
        found.setdefault(stored, {})[name] = kind.upper()
    return found


# soundness


def first_fault(connection: sqlite3.Connection) -> str:
    """Return the first fault of the file, in SQLite's words; empty where it is sound."""
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return "" if found == "ok" else str(found)


def faults(connection: Connection) -> list[str]:
    """Return every fault of the file, in SQLite's words."""
    return [found for (found,) in connection.exec_driver_sql("PRAGMA quick_check") if found != "ok"]


def orphans(connection: Connection) -> list[tuple[str, int, str]]:
    """Return the rows whose row above is missing: their table, their key, the table of what is missing."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return [(stored, row, target) for stored, row, target, _ in rows]


def misfits(connection: Connection, tables: Sequence[Table]) -> list[str]:
    """Return which of the tables have a row that holds a value of another kind than its column."""
    asked = (
        f"SELECT '{table.name}' WHERE EXISTS (SELECT 1 FROM \"{table.name}\" WHERE {_misfits(table)})"
        for table in tables
    )
    return list(connection.exec_driver_sql(" UNION ALL ".join(asked)).scalars())


@cache
def _misfits(table: Table) -> str:
    """Return the SQL that is true of a row with a value of another kind than its column."""
    return " OR ".join(_misfit(f'"{column.name}"', column.type) for column in table.columns)


def whole(kind: TypeEngine[object]) -> bool:
    """Say whether a column of this kind holds whole numbers."""
    return isinstance(kind, Boolean | Integer) and not isinstance(kind, Float)


def _misfit(column: str, kind: TypeEngine[object]) -> str:
    """Return the SQL that is true where a column, null aside, holds another kind.

    In SQLite's order text comes after all numbers and bytes after all texts, and what is no whole number is another
    once it is told in bits (a column declared as `whole` sees to texts of digits); to compare takes half of `typeof`.
    """
    if isinstance(kind, JSON):
        return f"{column} IS NOT NULL AND NOT json_valid({column})"
    if whole(kind):
        return f"{column} <> ({column} | 0)"
    if isinstance(kind, Float):
        return f"{column} >= ''"
    return f"{column} >= x''" if not isinstance(kind, LargeBinary) else "0"


# the watch


def triggers_on(table: Table) -> Iterable[tuple[str, str]]:
    """Yield name and SQL of the triggers that record what is done to a row and abort what is done outside a change."""
    image = "json_object(" + ", ".join(f"'{c.name}', {_exact(c)}" for c in table.columns) + ")"
    changed = " OR ".join(f'OLD."{c.name}" IS NOT NEW."{c.name}" COLLATE BINARY' for c in table.columns)
    for verb, row, before, when in (
        ("insert", "NEW", "NULL", ""),
        ("update", "OLD", image, f"WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE change < 0) AND ({changed}) "),
        ("delete", "OLD", image, ""),
    ):
        name = f"log_{table.name}_{verb}"
        yield (
            name,
            f'CREATE TRIGGER "{name}" AFTER {verb.upper()} ON "{table.name}" {when}BEGIN '
            "SELECT RAISE(ABORT, 'write outside a change') WHERE NOT EXISTS (SELECT 1 FROM open_change); "
            "INSERT INTO change_row(change, stored, row, verb, image) "
            f"SELECT change, '{table.name}', {row}.id, '{verb}', {before} FROM open_change; END",
        )


def _exact(column: Any) -> str:
    """Return the SQL that puts the old value of `column` into JSON; a float keeps every bit."""
    value = f'OLD."{column.name}"'
    if isinstance(column.type, Float):
        return f"CASE WHEN {value} IS NULL THEN NULL ELSE printf('%!.20e', {value}) END"
    return value


def triggers(connection: Connection) -> dict[str, str]:
    """Return name and SQL of every trigger that the file holds."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {row.name: row.sql for row in rows}


def drop_trigger(name: str) -> str:
    """Return the order that drops a trigger, whatever its name."""
    return f"DROP TRIGGER {_quoted(name)}"


def _quoted(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))


def moved(
    connection: Connection,
    stored: str,
    columns: Sequence[str],
    document: int,
    start: int,
    by: int,
    apart: Sequence[int],
) -> int:
    """Add `by` to columns of the rows of a document whose first column is `start` or more; return how many.

    All but those of these keys. A change below zero is one whose rows the log does not record.
    """
    sets = ", ".join(f'"{column}" = "{column}" + {by:d}' for column in columns)
    others = f" AND id NOT IN ({', '.join(map(str, apart))})" if apart else ""
    table = named(connection, stored, document)
    order = f'UPDATE {table} SET {sets} WHERE document_id = ? AND "{columns[0]}" >= ?{others}'
    connection.exec_driver_sql("UPDATE open_change SET change = -change")
    written = connection.exec_driver_sql(order, (document, start)).rowcount
    connection.exec_driver_sql("UPDATE open_change SET change = -change")
    return written


def mostly(connection: Connection, stored: str, document: int) -> bool:
    """Say whether a good part of a table's rows are of one document: then to walk over all of them is quicker."""
    order = f'SELECT (SELECT COUNT(*) FROM "{stored}" WHERE document_id = ?) * 4 > (SELECT COUNT(*) FROM "{stored}")'
    return bool(connection.exec_driver_sql(order, (document,)).scalar_one())


def named(connection: Connection, stored: str, document: int) -> str:
    """Return how an order for rows of a document names their table: with all its rows walked over where that pays."""
    return f'"{stored}" NOT INDEXED' if mostly(connection, stored, document) else f'"{stored}"'


def walked(column: ColumnElement[int]) -> ColumnElement[int]:
    """Return a column whose index is not used: all rows are walked over."""
    return column + 0


# reading and writing


def joined(column: ColumnElement[Any]) -> ColumnElement[str]:
    """Return the values of a column over all rows as one text, commas in between."""
    return func.group_concat(column)


def holding(column: ColumnElement[bytes] | InstrumentedAttribute[bytes], part: bytes) -> ColumnElement[bool]:
    """Say that a column of bytes has some within."""
    return func.instr(column, part) > 0


def milliseconds(column: ColumnElement[str] | InstrumentedAttribute[str]) -> ColumnElement[int]:
    """Return a column of moments (ISO 8601, UTC) in milliseconds since 1970."""
    return cast(func.round((func.julianday(column) - 2440587.5) * 86_400_000), Integer)


@cache
def put(stored: type[Base]) -> TextClause:
    """Return the order that writes a row of a table, over one with the same key."""
    names = [column.name for column in stored.__table__.columns]
    keys = [column.name for column in stored.__table__.primary_key]
    marks = ", ".join(f":{name}" for name in names)
    sets = ", ".join(f"{name} = excluded.{name}" for name in names if name not in keys)
    into = f'"{stored.__tablename__}" ({", ".join(names)})'
    return text(f"INSERT INTO {into} VALUES ({marks}) ON CONFLICT({', '.join(keys)}) DO UPDATE SET {sets}")


def everything(path: Path) -> Iterator[tuple[str, str, list[str | bytes]]]:
    """Yield every row of a file, of whatever tables: the table, its key, and the texts and bytes in it."""
    with looking(path) as connection:
        for kind, name, _ in objects(connection):
            rows = connection.execute(f"SELECT rowid, * FROM {_quoted(name)}") if kind == "table" else ()
            for key, *values in rows:
                yield name, str(key), [one for one in values if isinstance(one, str | bytes)]


def fill(connection: Connection, stored: type[Base], columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Write many rows of a table, each the values of these columns in order; nothing is filled in by default."""
    names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    if rows:
        connection.exec_driver_sql(f'INSERT INTO "{stored.__tablename__}" ({names}) VALUES ({marks})', rows)


def defer_relations(connection: Connection) -> None:
    """Look at relations between rows when the transaction ends, so that rows can come back in any order."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


# whole files


def copy(path: Path, target: Path) -> None:
    """Copy through SQLite, which sees to the log beside the file and to whoever is reading it."""
    with closing(connected(path)) as source, closing(connected(target)) as copied:
        source.backup(copied)


def forget(connection: Connection) -> None:
    """Let what is taken out from now on be overwritten."""
    connection.exec_driver_sql("PRAGMA secure_delete=ON")


def written_anew(path: Path, then: str) -> bool:
    """Write a file without what was taken out of it and empty its log; say whether nobody held on to what was there.

    If so, the order `then` is carried out. What SQLite needs meanwhile is in memory and in the log beside the file, and
    never in a folder of the system.
    """
    uri = address(path, writable=True)
    with closing(connected(uri, True, uri=True, isolation_level=None, timeout=PATIENCE_S)) as connection:
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")
        alone = not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if alone:
            connection.execute(then)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return alone


def rebuild(path: Path, script: str, version: int) -> None:
    """Run one upgrade with foreign keys off (a table rebuild would delete the children) and check them after."""
    connection = connected(path, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys=OFF")
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        drops = "".join(f"{drop_trigger(name)};" for (name,) in names)
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

"""What a file that came from elsewhere may not hold: objects that compute by themselves, values of another kind."""

from __future__ import annotations

import re
import sqlite3

from sqlalchemy import JSON, Boolean, Connection, Float, Integer, LargeBinary, Table
from sqlalchemy.types import TypeEngine

from corpus.model import Base, ChangeRow, Content

_COMPUTES = re.compile(r"\b(CHECK|GENERATED|AS)\b\s*\(|\bWITHOUT\s+ROWID\b|\bWHERE\b", re.IGNORECASE)
_CALL = re.compile(r"\(.*\(", re.DOTALL)
_GREATEST = (1 << 63) - 1
_IDENTITY = re.compile(r"[0-9A-Za-z-]{1,64}")
# The log is as long as the study's whole life: its rows are looked at when one is to be taken back.
_UNREAD = {ChangeRow.__tablename__, Content.__tablename__}


def objects(connection: sqlite3.Connection) -> str:
    """Say which object of the file computes when it is read, as no project's does; empty where there is none.

    Triggers compute when something is written: they are made ours before that.
    """
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        said = str(sql or "")
        if kind not in ("table", "index", "trigger"):
            return f"{name} is a {kind}"
        if kind == "table" and (not said.upper().startswith("CREATE TABLE") or _COMPUTES.search(said)):
            return f"{name} is no plain table"
        if kind == "index" and (_COMPUTES.search(said) or _CALL.search(said)):
            return f"{name} is no plain index"
    return ""


def values(connection: Connection) -> str:
    """Say which table holds a value of another kind than its column; empty where all are as they should be."""
    for table in Base.metadata.sorted_tables:
        if table.name not in _UNREAD and connection.exec_driver_sql(_misfits(table)).first() is not None:
            return f"{table.name} holds a value of another kind"
    return ""


def _misfits(table: Table) -> str:
    tests = (_misfit(f'"{column.name}"', column.type) for column in table.columns)
    return f'SELECT 1 FROM "{table.name}" WHERE {" OR ".join(tests)} LIMIT 1'


def _misfit(column: str, kind: TypeEngine[object]) -> str:
    """Return the SQL that is true where a column, null aside, holds another kind.

    In SQLite's order text comes after all numbers and bytes after all texts; to compare takes a third of `typeof`.
    """
    if isinstance(kind, JSON):
        return f"NOT json_valid({column})"
    if isinstance(kind, Boolean | Integer | Float):
        return f"{column} >= ''" if isinstance(kind, Float) else f"{column} > {_GREATEST}"
    return f"{column} >= x''" if not isinstance(kind, LargeBinary) else "0"


def identity(said: str) -> bool:
    """Say whether this can name a project: caches are kept under it, so it is no path."""
    return _IDENTITY.fullmatch(said) is not None

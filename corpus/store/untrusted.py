"""What a file that came from elsewhere may not hold: objects that compute by themselves, values of another kind."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table

from corpus.model import Base, ChangeRow, Content
from corpus.store import sqlite

_IDENTITY = re.compile(r"[0-9A-Za-z-]{1,64}")
# The log is as long as the study's whole life: its rows are looked at when one is to be taken back.
_UNREAD = {ChangeRow.__tablename__, Content.__tablename__}


def objects(found: Iterable[tuple[str, str, str]]) -> str:
    """Say which of these (kind, name, SQL) computes when it is read, as nothing of a project does; empty for none.

    Triggers compute when something is written: they are made ours before that.
    """
    for kind, name, sql in found:
        if kind not in ("table", "index", "trigger"):
            return f"{name} is a {kind}"
        if kind == "table" and not sqlite.plain_table(sql):
            return f"{name} is no plain table"
        if kind == "index" and not sqlite.plain_index(sql):
            return f"{name} is no plain index"
    return ""


def declared(table: Table, columns: Mapping[str, str]) -> str:
    """Say which column for whole numbers the file declares otherwise, so that it would keep digits as text."""
    names = [column.name for column in table.columns if sqlite.whole(column.type)]
    others = [name for name in names if columns[name] not in ("INTEGER", "BOOLEAN")]
    return f"{table.name} keeps no whole numbers in {', '.join(others)}" if others else ""


def values(connection: Connection) -> str:
    """Say which tables hold a value of another kind than its column; empty where all are as they should be."""
    read = [table for table in Base.metadata.sorted_tables if table.name not in _UNREAD]
    found = sqlite.misfits(connection, read)
    return f"{', '.join(found)} holds a value of another kind" if found else ""


def parsed(text: str | bytes) -> Any:
    """Return what JSON says; raises ValueError for what is none, however deep it goes."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("this JSON goes too deep") from error


def identity(said: str) -> bool:
    """Say whether this can name a project: caches are kept under it, so it is no path."""
    return _IDENTITY.fullmatch(said) is not None

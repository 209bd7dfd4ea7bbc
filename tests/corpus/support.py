"""What tests of the project file share: drafts, a look at the file past all our code, other processes."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.store.history import watched_tables
from corpus.store.project import Project
from tests.waiting import HANG_S

ROOT = Path(__file__).resolve().parents[2]
WATCHED = [table.name for table in watched_tables()]
Rows = dict[str, dict[int, str]]


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        Project.create(Path(folder) / "study.verbatim", coder="Ada").close()
        return (Path(folder) / "study.verbatim").read_bytes()


def empty_project(folder: Path) -> Path:
    """Return an empty project file in `folder`, copied as that is quicker than making one."""
    path = folder / "study.verbatim"
    path.write_bytes(_empty())
    return path


def earlier_project(folder: Path, number: int) -> Path:
    """Return a project file of an earlier format in `folder`, put together from what the program of then wrote."""
    path = folder / "study.verbatim"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((ROOT / f"tests/corpus/store/formats/format_{number}.sql").read_text("utf-8"))
    return path


def draft(name: str, text: str, *, speakers: tuple[DraftSpeaker, ...] = (), original: bytes | None = None) -> Draft:
    """Return a draft with a passage for each line; speakers take their turns."""
    passages, at = [], 0
    for number, line in enumerate(text.split("\n")):
        speaker = speakers[number % len(speakers)].label if speakers else None
        passages.append(DraftPassage("turn" if speakers else "paragraph", at, at + len(line), speaker))
        at += len(line) + 1
    return Draft(
        path=Path(f"{name}.txt"),
        name=name,
        text=text,
        original=text.encode() if original is None else original,
        media_type="text/plain",
        importer="plain",
        encoding="UTF-8",
        language="fr",
        passages=tuple(passages),
        speakers=speakers,
    )


def interview(name: str, *respondents: str) -> Draft:
    """Return a draft in which one interviewer talks with `respondents`."""
    speakers = (DraftSpeaker("INT", "interviewer", 1), *(DraftSpeaker(label, "respondent", 1) for label in respondents))
    lines = [f"{speaker.label} dit quelque chose dans {name}." for speaker in speakers]
    return draft(name, "\n".join(lines), speakers=speakers)


def asked(path: Path, question: str, *values: object) -> list[tuple[Any, ...]]:
    """Return what the file at `path` answers to SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question, values).fetchall()


def told(path: Path, *orders: str) -> None:
    """Write to the file at `path` by plain SQL, as another program might."""
    with closing(sqlite3.connect(path)) as connection:
        for order in orders:
            connection.execute(order)
        connection.commit()


def dump(path: Path) -> Rows:
    """Return every watched row of the file at `path` by table and key."""
    with closing(sqlite3.connect(path)) as connection:
        return rows_of(connection)


def rows_of(connection: sqlite3.Connection) -> Rows:
    """Return every watched row by table and key; `repr` tells 1 from 1.0 and keeps every bit of a float.

    Of tables that an earlier format has not, there are none.
    """
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {
        name: {row[0]: repr(row) for row in connection.execute(f'SELECT id, * FROM "{name}"')}
        for name in WATCHED
        if name in there
    }


def log_of(path: Path) -> list[tuple[Any, ...]]:
    """Return the whole log of changes, oldest first."""
    changes = asked(path, "SELECT 0, * FROM change ORDER BY id")
    return sorted(changes + asked(path, "SELECT 1, change, * FROM change_row ORDER BY id"), key=lambda row: row[1])


def started(code: str, *values: object) -> subprocess.Popen[str]:
    """Start a Python of its own on `code`; `values` are its arguments."""
    arguments = [sys.executable, "-W", "error", "-c", code, *map(str, values)]
    return subprocess.Popen(
        arguments,
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def answered(code: str, *values: object) -> Any:
    """Return the JSON that a Python of its own prints when it runs `code`."""
    process = started(code, *values)
    out, err = process.communicate(timeout=HANG_S)
    assert process.returncode == 0, err
    return json.loads(out)

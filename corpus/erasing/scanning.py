"""Where words are found still: in the project file and what lies beside it, in the person's caches and choices.

Bytes are looked through as they are, in UTF-8 and in UTF-16, whatever their case and their accents; what is packed is
unpacked. Of the file the pages that SQLite no longer needs are looked through as well as what its tables hold.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import private, words
from corpus.erasing import files
from corpus.erasing.unpacking import texts_of, unpacked
from corpus.model import Meta
from corpus.progress import Progress, silent
from corpus.store import schema, sqlite


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Words that are found: in which file, and where in it (a table and the keys of its rows; empty for its bytes)."""

    words: str
    path: Path
    stored: str = ""
    rows: tuple[str, ...] = ()


def scan(path: Path, sought: Iterable[str], *, key: str | None = None, progress: Progress = silent) -> list[FoundWords]:
    """Return where any of these words are found in what the program keeps of the project at `path`.

    `key` is the project's, by which its caches are called; it is read from the file where it is not given.
    """
    wanted = [_Sought(one) for one in dict.fromkeys(filter(None, (one.strip() for one in sought)))]
    there = [*files.own(path), *schema.backups(path), *_of_person(key or _key(path))]
    found = list[FoundWords]()
    for done, one in enumerate(there):
        progress(done, len(there), one.name)
        if one.is_file():
            found += _in_file(one, wanted)
    return found


def holding(path: Path, sought: Iterable[str]) -> frozenset[str]:
    """Return which of these words a file holds, unpacked, as words of their own."""
    texts = [value for _, _, values in sqlite.everything(path) for one in values for value in texts_of(_bytes(one))]
    there = " | ".join(" ".join(words.found(words.folded(one))) for one in texts)
    plain = {one: " ".join(words.found(words.folded(one))) for one in sought}
    return frozenset(one for one, said in plain.items() if said and f" {said} " in f" {there} ")


def _key(path: Path) -> str:
    schema.format_of(path)
    meta = (values for table, _, values in sqlite.everything(path) if table == Meta.__tablename__)
    return next((str(values[1]) for values in meta if values[0] == "project"), "")


def _of_person(key: str) -> Iterator[Path]:
    """Yield the files of a person's that are about a project, or about all that they do."""
    for folder in (*files.caches(key), private.of_person("config")):
        yield from sorted(folder.rglob("*")) if folder.is_dir() else (folder,)
    yield from sorted(private.of_person("cache").glob("*.log*"))


class _Sought:
    """Words, as they may be written in bytes."""

    def __init__(self, said: str) -> None:
        self.said = said
        forms = {said, said.lower(), said.upper(), said.casefold(), words.folded(said)}
        forms |= {unicodedata.normalize("NFD", one) for one in (said, said.lower())}
        escaped = {json.dumps(one)[1:-1] for one in forms}
        written = {one.encode(code) for one in forms for code in ("utf-8", "utf-16-le", "utf-16-be")}
        self._written = {one.lower() for one in (*written, *(one.encode() for one in escaped))}

    def among(self, parts: Iterable[bytes]) -> bool:
        """Say whether bytes in small letters hold them."""
        return any(one in part for part in parts for one in self._written)


def _parts(data: bytes) -> list[bytes]:
    """Return bytes and all that is packed in them, in small letters."""
    return [part.lower() for part in unpacked(data)]


def _in_file(path: Path, wanted: list[_Sought]) -> Iterator[FoundWords]:
    data = path.read_bytes()
    parts, tables = _parts(data), _in_tables(path, wanted) if data.startswith(sqlite.SIGNATURE) else {}
    for one in wanted:
        rows = tables.get(one.said, {})
        yield from (FoundWords(one.said, path, stored, tuple(keys)) for stored, keys in rows.items())
        if not rows and one.among(parts):
            yield FoundWords(one.said, path)


def _in_tables(path: Path, wanted: list[_Sought]) -> dict[str, dict[str, list[str]]]:
    """Return by what is sought and by table the keys of the rows that hold it."""
    found: dict[str, dict[str, list[str]]] = {}
    for table, key, values in sqlite.everything(path):
        parts = [part for value in values for part in _parts(_bytes(value))]
        for one in wanted:
            if one.among(parts):
                found.setdefault(one.said, {}).setdefault(table, []).append(key)
    return found


def _bytes(value: str | bytes) -> bytes:
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value

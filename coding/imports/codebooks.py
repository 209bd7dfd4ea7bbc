"""Codebooks from tables and TOML files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from coding import codebook
from coding.codebook import CodeInfo, codes, frameworks, tree
from coding.codebook.names import clean_name
from coding.exports.codebooks import escaped_cue
from coding.imports.codings import Refusal
from corpus import tables
from corpus.errors import FrameworkError, TableError, UnknownCode, WorkbenchError
from corpus.progress import Progress, silent
from corpus.store.project import Project

# Names of columns as this and other programs write them.
_COLUMNS = {
    "path": ("path", "chemin"),
    "name": ("name", "nom", "code", "code name", "nom du code", "tag", "label", "libellé", "intitulé"),
    "parent": ("parent", "parent code", "code parent", "parent name", "category", "catégorie", "thème parent"),
    "framework": ("framework", "cadre"),
    "key": ("key", "clé"),
    "short": ("short", "short definition", "brief definition", "définition courte", "définition brève", "en bref"),
    "definition": (
        "definition", "définition", "full definition", "définition complète", "définition longue", "description",
        "memo", "mémo", "code memo", "mémo du code", "comment", "commentaire", "code comment", "note", "notes",
    ),
    "include": (
        "include", "inclure", "inclusion", "inclusion criteria", "critères d'inclusion", "critère d'inclusion",
        "when to use", "quand l'utiliser",
    ),
    "exclude": (
        "exclude", "exclure", "exclusion", "exclusion criteria", "critères d'exclusion", "critère d'exclusion",
        "when not to use", "quand ne pas l'utiliser",
    ),
    "typical": ("typical", "example", "examples", "exemple", "exemples", "typical example", "exemple typique"),
    "atypical": ("atypical", "atypical example", "exemple atypique"),
    "colour": ("colour", "color", "couleur"),
    "level": ("level", "niveau"),
    "provenance": ("provenance",),
    "cues": ("cues", "indices"),
    "aliases": ("aliases", "alias", "other names", "autres noms", "synonyms", "synonymes"),
}  # fmt: skip
# What an export of this program says of use, which no import takes.
_COUNTED = frozenset(("cycle", "in vivo", "codings", "documents", "links", "segments", "coded segments", "own"))
_LISTS = ("cues", "aliases")
_TEXTS = ("short", "definition", "include", "exclude", "typical", "atypical", "level", "provenance")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_CUE = re.compile(r"(?:\\[\\;]|[^;\n])+")

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportedCodebook:
    """What a codebook brought: names of codes made and of those of which something was filled in.

    `left` are columns that were not taken, as nothing of a code is called like them.
    """

    rows: int
    made: tuple[str, ...]
    filled: tuple[str, ...]
    refused: tuple[Refusal, ...]
    framework: str | None = None
    left: tuple[str, ...] = ()


def import_book(project: Project, path: Path, *, progress: Progress = silent) -> ImportedCodebook:
    """Put the codes of a CSV, XLSX or TOML file into the project as one change.

    A code that is there keeps what it says; only what is empty is filled in. A TOML file that has a key of its own is a
    framework and added as one. A row that can't be understood is refused with its line.
    """
    left: tuple[str, ...] = ()
    match path.suffix.lower():
        case ".csv" | ".tsv" | ".xlsx":
            table = tables.read(path, progress=progress)
            places = _places(table)
            rows, left = list(_of_table(table, places)), _left(table, places)
        case ".toml":
            book = _toml(path)
            if "key" in book:
                return _framework(project, path)
            rows = list(_of_toml(path, book))
        case _:
            raise TableError(
                "{name}: a codebook is read from .csv, .xlsx or .toml; save it as one of these.", name=path.name
            )
    with project.change("Import codebook", kind="import") as session:
        return replace(_Book(project, session).taken(rows), left=left)


def _framework(project: Project, path: Path) -> ImportedCodebook:
    key = frameworks.add(project, path)
    made = tuple(code.label for code in codebook.listed(project) if code.framework == key)
    return ImportedCodebook(len(made), made, (), (), key)


def _places(table: tables.Table) -> dict[str, list[int]]:
    """Return where each thing said of a code stands: in one column, or a text in several."""
    keys = [tables.key(column).replace("’", "'") for column in table.columns]
    places = {
        field: [keys.index(name) for name in map(tables.key, names) if name in keys]
        for field, names in _COLUMNS.items()
    }
    if not places["name"] and not places["path"]:
        table.column("name")
    return {field: found if field in _TEXTS else found[:1] for field, found in places.items() if found}


def _left(table: tables.Table, places: Mapping[str, list[int]]) -> tuple[str, ...]:
    """Return the columns that are not taken and say something."""
    taken = {place for found in places.values() for place in found}
    return tuple(
        column
        for place, column in enumerate(table.columns)
        if place not in taken and tables.key(column) not in _COUNTED and any(row.cells[place] for row in table.rows)
    )


def _of_table(table: tables.Table, places: Mapping[str, list[int]]) -> Iterator[tuple[int, dict[str, str]]]:
    for row in table.rows:
        said = {field: dict.fromkeys(row.cells[place] for place in found) for field, found in places.items()}
        yield row.line, {field: "\n".join(filter(None, cells)) for field, cells in said.items()}


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise TableError("{name} can't be read: {why}.", name=path.name, why=error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise TableError("{name} is not UTF-8 text; save it again as UTF-8.", name=path.name) from error
    except (ValueError, RecursionError) as error:
        raise TableError("{name} is not valid TOML: {why}.", name=path.name, why=str(error)) from error


def _of_toml(path: Path, book: Mapping[str, Any]) -> Iterator[tuple[int, dict[str, str]]]:
    """Return each `[[code]]` by its number; lists stand one a line."""
    entries = book.get("code", book.get("codes"))
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise TableError("{name} has no [[code]] tables.", name=path.name)
    for number, entry in enumerate(entries, 1):
        yield number, {name: _said(name, value) for name, value in entry.items()}


def _said(name: str, value: object) -> str:
    if not isinstance(value, list):
        return str(value)
    return "\n".join(escaped_cue(str(one)) if name in _LISTS else str(one) for one in value)


class _Book:
    """The codes of a project by framework and the names on their paths, as they grow."""

    def __init__(self, project: Project, session: Session) -> None:
        self._session = session
        self._codes: dict[tuple[str | None, Names], CodeInfo | int] = {}
        self._written: dict[tuple[str | None, str], Names] = {}
        for code in codebook.listed(project):
            self._keep(code.framework, tuple(tree.names_of(code.exact)), code)
        self._frameworks = {info.framework: info for info in frameworks.listed(project)}
        self._made: list[str] = []
        self._filled: list[str] = []

    def _keep(self, framework: str | None, names: Names, code: CodeInfo | int) -> None:
        self._codes[framework, names] = code
        self._written.setdefault((framework, "/".join(names)), names)

    def taken(self, rows: Iterable[tuple[int, dict[str, str]]]) -> ImportedCodebook:
        """Take the rows in, in their order."""
        refused, count = [], 0
        for line, row in rows:
            count += 1
            try:
                self._take({name: value for name, value in row.items() if value})
            except WorkbenchError as error:
                refused.append(Refusal(line, error))
        return ImportedCodebook(count, tuple(self._made), tuple(self._filled), tuple(refused))

    def _take(self, row: dict[str, str]) -> None:
        framework = row.get("framework")
        if framework is not None and framework not in self._frameworks:
            raise FrameworkError("The framework {framework} is not in this project; add it first.", framework=framework)
        names = _exact_place(row) or self._place(framework, *_place(row))
        fields = _fields(row)
        known = self._codes.get((framework, names))
        if isinstance(known, CodeInfo):
            self._fill(known, fields)
        elif known is None:
            parent = self._parent(framework, names[:-1])
            self._insert(framework, names, parent, row.get("key"), fields)
            self._made.append("/".join(names))

    def _place(self, framework: str | None, above: str, name: str) -> Names:
        """Return the names on the path; a parent that is there may have a slash within its name."""
        if not above:
            return (name,)
        return (*self._written.get((framework, above), tuple(above.split("/"))), name)

    def _parent(self, framework: str | None, names: Names) -> int | None:
        """Return the key of the code at this path; in the first cycle those that lack are made."""
        if not names:
            return None
        known = self._codes.get((framework, names))
        if known is not None:
            return known if isinstance(known, int) else known.key
        if framework is not None:
            raise UnknownCode("No code is called {code}.", code="/".join(names))
        above = self._parent(None, names[:-1])
        return self._insert(None, (*names[:-1], clean_name(names[-1])), above, None, {})

    def _insert(
        self, framework: str | None, names: Names, parent: int | None, key: str | None, fields: dict[str, Any]
    ) -> int:
        book = self._frameworks[framework].key if framework is not None else None
        key = key if book is not None else None
        made = codes.insert(self._session, names[-1], parent, book, key=key, **fields)
        self._keep(framework, names, made)
        return made

    def _fill(self, code: CodeInfo, fields: dict[str, Any]) -> None:
        empty = {name: value for name, value in fields.items() if not getattr(code, name)}
        if empty:
            codes.fill(self._session, codes.row(self._session, code.key), empty)
            self._filled.append(code.path)


def _exact_place(row: Mapping[str, str]) -> Names | None:
    """Return the names on a path that begins with a slash, where it ends with the code's name as given."""
    path, name = row.get("path", ""), row.get("name", "")
    if not path.startswith("/"):
        return None
    names = tuple(map(clean_name, tree.names_of(path)))
    return names if not name or names[-1] == clean_name(name) else None


def _place(row: Mapping[str, str]) -> tuple[str, str]:
    """Return the path of the parent and the name; a name may hold a slash where path and name are both given."""
    path, name = row.get("path", "").strip("/"), row.get("name", "")
    if not path and not name:
        raise TableError("This row names no code.")
    if path and (not name or not (path == name or path.endswith(f"/{name}"))):
        above, _, name = path.rpartition("/")
        return above, clean_name(name)
    if path:
        return path.removesuffix(name).rstrip("/"), clean_name(name)
    if "parent" in row:
        return row["parent"].strip("/"), clean_name(name)
    above, _, last = name.strip("/").rpartition("/")
    return above, clean_name(last)


def _fields(row: Mapping[str, str]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: row[name] for name in _TEXTS if name in row}
    if "colour" in row:
        if not _COLOUR.fullmatch(row["colour"]):
            raise TableError("{colour} is no colour; write it like #0072b2.", colour=row["colour"])
        fields["colour"] = row["colour"]
    for name in _LISTS:
        if name in row:
            fields[name] = [one for part in _CUE.findall(row[name]) if (one := _unescaped(part).strip())]
    return fields


def _unescaped(cue: str) -> str:
    return re.sub(r"\\([\\;])", r"\1", cue)

"""Codings from a table: `document,start,end,code[,coder,origin,memo,created_at,text,path]`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coding import codebook, codings, memos
from coding.codebook import tree
from coding.codebook.names import all_names, clean_name
from coding.codings import Entry
from coding.exports.sheets import storable
from coding.imports.spelling import meant
from corpus import anchors, documents, tables
from corpus.anchors import Anchor, Extent
from corpus.cleaning import clean_line, clean_text
from corpus.documents import DocumentInfo
from corpus.errors import CodingError, TableError, UnknownCode, WorkbenchError
from corpus.progress import Progress, silent
from corpus.store.project import Project

REQUIRED = ("document", "start", "end", "code")
ORIGINS = ("manual", "in vivo", "suggestion", "import", "auto")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that did not come in: its line in the file, and why."""

    line: int
    error: WorkbenchError

    @property
    def reason(self) -> str:
        """Return why, in one sentence."""
        return str(self.error)


@dataclass(frozen=True, slots=True)
class ImportedCodings:
    """What a table of codings brought; `there` counts those that stood there already."""

    rows: int
    made: int
    there: int
    new_codes: tuple[str, ...]
    new_coders: tuple[str, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A row understood: `code` is a key, or the name of a code to be made."""

    anchor: Anchor
    code: int | str
    coder: str | None
    origin: str | None
    memo: str
    created_at: str | None


def import_table(project: Project, path: Path, *, progress: Progress = silent) -> ImportedCodings:
    """Put the codings of a CSV or XLSX table into the project as one change.

    A row that can't be understood is refused with its line and the rest goes on. An unknown code is made in the first
    cycle, unless it looks like a framework's code misspelt. Raises `TableError`.
    """
    table = tables.read(path, progress=progress)
    for column in REQUIRED:
        table.column(column)
    reader = _CodingRows(project, table)
    wanted: list[_Wanted] = []
    refused: list[Refusal] = []
    for done, row in enumerate(table.rows):
        if done % 500 == 0:
            progress(done, len(table.rows), table.path.name)
        try:
            wanted.append(reader.understood(row))
        except WorkbenchError as error:
            refused.append(Refusal(row.line, error))
    with project.change("Import codings", kind="import"):
        keys, new_codes = _codes(project, wanted)
        new_coders = _strangers(project, wanted)
        made = codings.enter(project, (_entry(one, keys) for one in wanted), origin="import")
        for one, key in zip(wanted, made, strict=True):
            if one.memo and key is not None:
                memos.add(project, one.memo, targets=[memos.Target("coding", key)])
    progress(len(table.rows), len(table.rows), table.path.name)
    count = sum(key is not None for key in made)
    return ImportedCodings(len(table.rows), count, len(made) - count, new_codes, new_coders, tuple(refused))


def _entry(one: _Wanted, keys: dict[str, int]) -> Entry:
    code = keys[one.code] if isinstance(one.code, str) else one.code
    return Entry(code, one.anchor, one.coder, one.origin, one.created_at)


def _codes(project: Project, wanted: Iterable[_Wanted]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Make the codes that lack; return every unknown name's key, and the names of those made."""
    keys: dict[str, int] = {}
    made: list[str] = []
    for name in dict.fromkeys(one.code for one in wanted if isinstance(one.code, str)):
        try:
            keys[name] = _there(project, name)
        except UnknownCode:
            keys[name] = codebook.add(project, name)
            made.append("/".join(tree.names_of(name)))
    return keys, tuple(made)


def _there(project: Project, name: str) -> int:
    """Return the key of a code that another row may have made; a path that begins with a slash means itself alone."""
    if not name.startswith("/"):
        return codebook.find(project, name).key
    found = codebook.at(project, name)
    if found is None:
        raise UnknownCode("No code is called {code}.", code=name)
    return found


def _strangers(project: Project, wanted: Iterable[_Wanted]) -> tuple[str, ...]:
    known = {coding.coder for coding in codings.listed(project)} | {project.coder}
    return tuple(sorted({one.coder for one in wanted if one.coder} - known))


class _CodingRows:
    """Rows of a table against one moment of a project."""

    def __init__(self, project: Project, table: tables.Table) -> None:
        self._project, self._table = project, table
        self._places = {
            name: table.find((name,)) for name in (*REQUIRED, "coder", "origin", "memo", "created_at", "text", "path")
        }
        self._documents = _by_name(documents.listed(project))
        with project.read() as session:
            self._codes = tree.nodes(session)
        self._names = all_names(codebook.listed(project))
        self._known: dict[tuple[str, str], int | str | WorkbenchError] = {}
        self._frameworks = _framework_keys(self._codes)

    def understood(self, row: tables.Row) -> _Wanted:
        """Return what a row asks for; raises why it can't be had."""
        cells = {name: row.cells[place] if place is not None else "" for name, place in self._places.items()}
        info = self._document(cells["document"])
        anchor = _anchor(cells["start"], cells["end"], info)
        self._check_words(cells["text"], info, anchor)
        return _Wanted(
            anchor,
            self._code(cells["code"], cells["path"]),
            clean_line(cells["coder"]) or None,
            cells["origin"] if cells["origin"] in ORIGINS else None,
            clean_text(cells["memo"]),
            _moment(cells["created_at"]),
        )

    def _document(self, name: str) -> DocumentInfo:
        found = self._documents.get(name)
        return found if found is not None else documents.find(self._project, name)

    def _check_words(self, given: str, info: DocumentInfo, anchor: Anchor) -> None:
        """Refuse a row whose words are not those of the span, but for white space at either end."""
        if not given:
            return
        words = anchors.text_of(anchor, self._project.text(info.text_sha))
        if given not in (words.strip(), tables.unguarded(words).strip(), storable(words).strip()):
            start, end = anchor.span or (0, info.characters)
            raise TableError(
                "The text of this row is not what stands at {start}–{end} of {name}.",
                start=start,
                end=end,
                name=info.name,
            )

    def _code(self, name: str, path: str) -> int | str:
        """Return the key of a code, or the name or path of one to be made; each is asked for once."""
        if (name, path) not in self._known:
            try:
                self._known[name, path] = self._code_or_new(clean_name(name), clean_line(path))
            except WorkbenchError as error:
                self._known[name, path] = error
        found = self._known[name, path]
        if isinstance(found, WorkbenchError):
            raise found
        return found

    def _code_or_new(self, name: str, path: str) -> int | str:
        """Let the path decide, where there is one that still agrees with the name: a person may have edited that."""
        found = self._names.at(path, name)
        if found is None and _says(path, name):
            found = self._names.inductive(name)
            return path if found is None else found
        return self._named(name) if found is None else found

    def _named(self, name: str) -> int | str:
        try:
            return self._names.find(name)
        except UnknownCode as error:
            near = meant(name, self._codes, self._frameworks)
            if near is None:
                return name
            raise UnknownCode(
                "{name} looks like a framework's code misspelt; is {near} meant?", name=name, near=near
            ) from error


def _says(path: str, name: str) -> bool:
    """Say whether a path of the first cycle is that of a code called `name`."""
    if not path.startswith("/"):
        return False
    names = tree.names_of(path)
    plain = "/".join(names)
    return all(names) and name in (names[-1], plain, f"/{plain}", path)


def _by_name(found: Iterable[DocumentInfo]) -> dict[str, DocumentInfo]:
    return {info.name.strip(): info for info in found}


def _framework_keys(codes: Iterable[tree.Node]) -> frozenset[str]:
    """Return the keys of frameworks in the project and of those that ship."""
    from coding.codebook import frameworks_files

    shipped = {framework.key for framework in frameworks_files.shipped()}
    return frozenset(shipped | {code.framework for code in codes if code.framework is not None})


def _anchor(start: str, end: str, info: DocumentInfo) -> Anchor:
    """Return the words; the whole document, where neither end is given."""
    if not start and not end:
        return anchors.whole(info.key)
    try:
        anchor = anchors.words(info.key, int(start), int(end))
    except ValueError as error:
        sentence = "{start}–{end} is no span: whole numbers are needed."
        raise TableError(sentence, start=start or "…", end=end or "…") from error
    return anchors.checked(anchor, Extent(info.characters))


def _moment(written: str) -> str | None:
    if not written:
        return None
    try:
        datetime.fromisoformat(written)
    except ValueError as error:
        raise CodingError("{moment} is no date; write it as 2024-05-31T14:00:00Z.", moment=written) from error
    return written

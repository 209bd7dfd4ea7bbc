"""Tables from elsewhere: CSV and XLSX files as named columns of plain text."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from corpus import words
from corpus.errors import ImportFailed, TableError
from corpus.progress import Progress, silent

LARGEST = 100_000
_WIDEST = 1_000
_LAST_ROW = 1_048_576
_GUARDED = ("=", "+", "-", "@", "\t", "\r")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header: `line` counts from 1 in the file, `cells` are as many as there are columns."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table read: the names of its columns, all different, and its rows, none of them blank."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, name: str) -> int:
        """Return the place of the column called `name`, case and accents let go; raises `TableError`."""
        place = self.find((name,))
        if place is None:
            raise TableError(
                "{name} has no column called {column}; it has {known}.",
                name=self.path.name,
                column=name,
                known=", ".join(self.columns),
            )
        return place

    def find(self, names: Iterable[str]) -> int | None:
        """Return the place of the first column called by one of `names`, or None."""
        wanted = {key(name) for name in names}
        return next((place for place, column in enumerate(self.columns) if key(column) in wanted), None)


def key(text: str) -> str:
    """Return what is compared when names are: no case, no accents, `_` as a space, single spaces."""
    return " ".join(words.folded(text).replace("_", " ").split())


def unguarded(cell: str) -> str:
    """Take off the `'` that keeps a spreadsheet from reading a cell as a formula."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_GUARDED) else cell


def read(path: Path, *, encoding: str | None = None, progress: Progress = silent) -> Table:
    """Read a CSV table (comma, semicolon or tab) or the first table of an XLSX file; raises `TableError`.

    A sheet that is hidden gives way to those that are seen. A spreadsheet's formulas give the values they had when it
    was saved; dates become ISO 8601.
    """
    from corpus.importers import safety

    try:
        return of(Path(path), safety.load(Path(path)), encoding=encoding, progress=progress)
    except ImportFailed as refusal:
        raise TableError(refusal.sentence, **refusal.values) from refusal


def of(path: Path, data: bytes, *, encoding: str | None = None, progress: Progress = silent) -> Table:
    """Return the table in the bytes of a file, as `read` does."""
    try:
        _refuse_old(path, data)
        if data.startswith((b"PK\x03\x04", b"PK\x05\x06")) or path.suffix.lower() == ".xlsx":
            lines = _sheet(path, data, progress)
        else:
            lines = _separated(path, data, encoding, progress)
    except ImportFailed as refusal:
        raise TableError(refusal.sentence, **refusal.values) from refusal
    return _table(path, lines)


def _refuse_old(path: Path, data: bytes) -> None:
    if data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        raise TableError("{name} is protected by a password: save a copy without.", name=path.name)
    if data.startswith(_OLE):
        raise TableError("{name} is an old Excel file (.xls): save it as .xlsx or CSV.", name=path.name)


def _table(path: Path, lines: list[tuple[int, list[str]]]) -> Table:
    filled = [(line, cells) for line, cells in lines if any(cells)]
    if not filled:
        raise TableError("{name} holds no table.", name=path.name)
    (_, header), *body = filled
    columns = _columns(path, header, body)
    if not body:
        raise TableError("{name} has no rows below its header.", name=path.name)
    rows = tuple(Row(line, (*cells, *[""] * (len(columns) - len(cells)))) for line, cells in body)
    return Table(path, columns, tuple(Row(row.line, row.cells[: len(columns)]) for row in rows))


def _columns(path: Path, header: list[str], body: list[tuple[int, list[str]]]) -> tuple[str, ...]:
    """Return the header's names; a nameless column is let go only where it is empty and the last."""
    width = max(len(header), *(len(cells) for _, cells in body), 0) if body else len(header)
    header = header + [""] * (width - len(header))
    used = [bool(name) or any(len(cells) > n and cells[n] for _, cells in body) for n, name in enumerate(header)]
    while used and not used[-1]:
        used.pop()
    seen: set[str] = set()
    for number, name in enumerate(header[: len(used)], 1):
        if not name:
            raise TableError("Column {number} of {name} has no name in the first row.", number=number, name=path.name)
        if key(name) in seen:
            sentence = "Two columns of {name} are called {column}; give each a name of its own."
            raise TableError(sentence, name=path.name, column=name)
        seen.add(key(name))
    return tuple(header[: len(used)])


def _separated(path: Path, data: bytes, encoding: str | None, progress: Progress) -> list[tuple[int, list[str]]]:
    from corpus.importers import encodings
    from corpus.importers.writing import tidy

    text = tidy(encodings.decode(path, data, encoding).text)
    first, _, rest = text.partition("\n")
    declared = first.strip().strip('"').lower()
    if declared.startswith("sep=") and len(declared) == 5:
        return list(_records(path, rest, declared[4], progress, skipped=1))
    sample = text[:200_000]
    return list(_records(path, text, max(";\t,", key=lambda mark: _evidence(sample, mark)), progress))


def _evidence(sample: str, delimiter: str) -> tuple[int, int]:
    """Return on how many of the first rows `delimiter` makes as many columns as in the header, and how many columns."""
    try:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        widths = [len(cells) for _, cells in zip(range(50), reader) if cells]
    except csv.Error:
        return 0, 0
    if not widths or widths[0] < 2:
        return 0, 0
    return sum(1 for width in widths if width == widths[0]), widths[0]


def _records(
    path: Path, text: str, delimiter: str, progress: Progress, *, skipped: int = 0
) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for number, cells in enumerate(reader):
            _bound(path, number, len(cells))
            if number % 1000 == 0:
                progress(0, 1, path.name)
            yield line + skipped, [unguarded(cell).strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        sentence = "{name} can't be read from line {line} on: a quotation mark is out of place."
        if "field limit" in str(error):
            sentence = "{name} can't be read from line {line} on: a cell holds more text than a table may."
        raise TableError(sentence, name=path.name, line=line + skipped) from error


def _bound(path: Path, rows: int, columns: int) -> None:
    if rows > LARGEST or columns > _WIDEST:
        sentence = "{name} is too large: a table has at most {rows} rows and {columns} columns."
        raise TableError(sentence, name=path.name, rows=LARGEST, columns=_WIDEST)


def _sheet(path: Path, data: bytes, progress: Progress) -> list[tuple[int, list[str]]]:
    from corpus.importers import safety

    # openpyxl warns of styles and validations it leaves out, which a table of values does not need.
    with safety.unzipped(path, data), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _workbook(path, data, progress)


def _workbook(path: Path, data: bytes, progress: Progress) -> list[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        try:
            seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            return _first_table(_lines_of(path, seen or book.worksheets, progress))
        finally:
            book.close()
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError) as error:
        # What openpyxl raises on a zip that is no workbook or is damaged inside; XML errors are SyntaxErrors.
        raise TableError("{name} can't be read as a spreadsheet: save it anew as .xlsx.", name=path.name) from error


def _lines_of(path: Path, sheets: Iterable[Any], progress: Progress) -> Iterator[list[tuple[int, list[str]]]]:
    for sheet in sheets:
        sheet.reset_dimensions()
        yield list(_cells(path, sheet.iter_rows(), progress))


def _first_table(sheets: Iterable[list[tuple[int, list[str]]]]) -> list[tuple[int, list[str]]]:
    """Return the first filled sheet; a cover gives way to a table after it.

    A cover has one row, a title alone in its first row, or two columns where the table has more.
    """
    cover: list[tuple[int, list[str]]] = []
    for lines in sheets:
        width = max((len(cells) for _, cells in lines), default=0)
        bare = len(lines) < 2 or sum(map(bool, lines[0][1])) < min(width, 2) or width < 2
        if lines and not bare and (width > 2 or not cover):
            if width > 2:
                return lines
            cover = lines
        cover = cover or lines
    return cover


def _cells(path: Path, rows: Iterable[Sequence[Any]], progress: Progress) -> Iterator[tuple[int, list[str]]]:
    found = 0
    for line, values in enumerate(rows, 1):
        if line > _LAST_ROW:  # those before a made-up number all come, empty
            _bound(path, line, 0)
        if line % 1000 == 1:
            progress(0, 1, path.name)
        cells = [unguarded(_written(cell)).strip() for cell in values]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            _bound(path, found, len(cells))
            found += 1
            yield line, cells


def _written(cell: Any) -> str:
    """Return a spreadsheet's value as a person would write it; an error says nothing."""
    from corpus.importers.writing import tidy

    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    return tidy(str(value))

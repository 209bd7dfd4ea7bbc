"""Sheets as CSV: UTF-8, text that a spreadsheet will not take for a formula; commas, or what an Excel expects."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from coding.exports.sheets import Cell, Sheet, guarded, shown

_FRENCH = "fr"
_MARKED = {between: re.compile(f'[{between}"\n\r]') for between in ",;"}


def body(sheet: Sheet, *, excel: str = "") -> bytes:
    """Return the sheet as CSV with commas between cells and points in numbers.

    `excel` is the language of the Excel that opens it, empty where none does: the mark by which Excel knows UTF-8
    stands in front, and a French one gets semicolons between cells and commas in numbers.
    """
    marks = (";", ",") if excel == _FRENCH else (",", ".")
    text = "".join(f"{_line(row, *marks)}\n" for row in (sheet.columns, *sheet.rows))
    return (codecs.BOM_UTF8 if excel else b"") + text.encode("utf-8", "replace")


def _line(row: Sequence[Cell], between: str, point: str) -> str:
    # Python's own writer leaves a lone return unquoted, at which other readers begin a new row.
    cells = [guarded(cell) if isinstance(cell, str) else shown(cell).replace(".", point) for cell in row]
    if cells == [""]:
        return '""'
    marked = _MARKED[between].search
    return between.join(_quoted(cell) if marked(cell) else cell for cell in cells)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'

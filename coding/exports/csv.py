"""Sheets as CSV: UTF-8, commas, text that a spreadsheet will not take for a formula."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from coding.exports.sheets import Cell, Sheet, guarded, shown

_QUOTED = frozenset(',"\n\r')


def body(sheet: Sheet, *, excel: bool = False) -> bytes:
    """Return the sheet as CSV; `excel` puts the mark in front by which Excel knows UTF-8."""
    text = "".join(f"{_line(row)}\n" for row in (sheet.columns, *sheet.rows))
    return (codecs.BOM_UTF8 if excel else b"") + text.encode("utf-8", "replace")


def _line(row: Sequence[Cell]) -> str:
    # Python's own writer leaves a lone return unquoted, at which other readers begin a new row.
    cells = [guarded(cell) if isinstance(cell, str) else shown(cell) for cell in row]
    if cells == [""]:
        return '""'
    return ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' if _QUOTED & set(cell) else cell for cell in cells)

"""Sheets as CSV: UTF-8, text that a spreadsheet will not take for a formula; commas, or what an Excel expects."""

from __future__ import annotations

import codecs
from csv import writer
from functools import cache, partial
from io import StringIO

from coding.exports.sheets import Sheet, guarded, shown

_FRENCH = "fr"


def body(sheet: Sheet, *, excel: str = "") -> bytes:
    """Return the sheet as CSV with commas between cells and points in numbers.

    `excel` is the language of the Excel that opens it, empty where none does: the mark by which Excel knows UTF-8
    stands in front, and a French one gets semicolons between cells and commas in numbers.
    """
    between, point = (";", ",") if excel == _FRENCH else (",", ".")
    told = cache(partial(_told, between))  # most words stand in many rows, and csv.writer looks at each letter of all
    rows = (
        [told(cell) if isinstance(cell, str) else shown(cell).replace(".", point) for cell in row]
        for row in (sheet.columns, *sheet.rows)
    )
    # A row of one empty cell would be read as none.
    text = "".join(f"{between.join(row)}\n" if row != [""] else '""\n' for row in rows)
    return (codecs.BOM_UTF8 if excel else b"") + text.encode("utf-8", "replace")


def _told(between: str, text: str) -> str:
    """Return a text as a cell, in quotation marks where it could be taken for several, or for several lines."""
    line = StringIO(newline="")
    writer(line, delimiter=between).writerow((guarded(text), ""))  # one empty cell by itself would be quoted
    return line.getvalue().removesuffix(f"{between}\r\n")

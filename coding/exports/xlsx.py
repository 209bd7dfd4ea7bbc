"""Sheets as an Excel workbook: numbers are numbers, and text is text whatever it begins with."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from coding.exports.archives import undated
from coding.exports.sheets import Cell, Sheet, guarded, storable

# What Excel allows: 32,767 characters in a cell, 31 in the name of a sheet.
_LONGEST = 32_767
_LONGEST_NAME = 31
_BAD_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def body(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook of these sheets, headers in bold and kept in sight."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _add(book, sheet)
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)  # the same content makes the same file
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()
    return undated(stream.getvalue())


def _add(book: Any, sheet: Sheet) -> None:
    page = book.create_sheet(_BAD_IN_NAMES.sub(" ", storable(sheet.title))[:_LONGEST_NAME].strip("' ") or None)
    page.freeze_panes = "B2"
    for number, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.append([_cell(page, column, bold=True) for column in sheet.columns])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def _widths(sheet: Sheet) -> list[int]:
    """Return a width for each column, in characters, by its header and the longest line of its first rows."""
    sample = [sheet.columns, *sheet.rows[:50]]
    longest = [max(len(line) for row in sample for line in [str(row[n] or "")[:80]]) for n in range(len(sheet.columns))]
    return [min(max(width + 2, 8), 60) for width in longest]


def _cell(page: Any, value: Cell, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(page, value=_fitting(value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl takes text that begins with = for a formula
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    return cell


def _fitting(text: str) -> str:
    # Text needs no guard here; a person's own `'` before what looks like one does, as a reader takes it off.
    plain = storable(guarded(text) if text.startswith("'") else text)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"

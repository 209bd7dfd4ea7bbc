"""Sheets as CSV: UTF-8, text that a spreadsheet will not take for a formula; commas, or what an Excel expects."""

from __future__ import annotations

import codecs
from csv import writer

from coding.exports.sheets import GUARDED, Cell, Sheet, guarded, shown

_FRENCH = "fr"
_LOOKED_AT = frozenset(("'", *GUARDED))  # what a text begins with that may have to be guarded


class _Lines(list[str]):
    """Takes what a writer of lines gives. Its line ends are those that make it quote a lone return, too."""

    end = "\r\n"

    def write(self, line: str) -> None:
        """Take a line."""
        self.append(line.removesuffix(self.end))


def body(sheet: Sheet, *, excel: str = "") -> bytes:
    """Return the sheet as CSV with commas between cells and points in numbers.

    `excel` is the language of the Excel that opens it, empty where none does: the mark by which Excel knows UTF-8
    stands in front, and a French one gets semicolons between cells and commas in numbers.
    """
    between, point = (";", ",") if excel == _FRENCH else (",", ".")
    lines = _Lines()
    # Most cells are words in which there is nothing to do.
    rows = (
        [
            cell if type(cell) is int or (type(cell) is str and cell[:1] not in _LOOKED_AT) else _told(cell, point)
            for cell in row
        ]
        for row in (sheet.columns, *sheet.rows)
    )
    writer(lines, delimiter=between, lineterminator=lines.end).writerows(rows)
    text = "".join(f"{line}\n" for line in lines)
    return (codecs.BOM_UTF8 if excel else b"") + text.encode("utf-8", "replace")


def _told(cell: Cell, point: str) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    return shown(cell).replace(".", point)

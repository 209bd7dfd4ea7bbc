"""A matrix for other programs and for print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coding import permits
from coding.exports import saving
from coding.exports.reports import Report, of_sheet
from coding.exports.sheets import Sheet
from coding.permits import AS_AGREED, Terms
from coding.tables.matrices import OF_ASKED, Matrix


def sheet(matrix: Matrix) -> Sheet:
    """Return the matrix with a row a line; the first column says what the rows are.

    A code is called by the shortest name that means it alone.
    """
    columns = (matrix.row_kind, *names(matrix, across=True))
    rows = tuple((name, *row) for name, row in zip(names(matrix), matrix.values.tolist(), strict=True))
    return Sheet(f"{matrix.row_kind} × {matrix.column_kind}: {matrix.cell}", columns, rows)


def document(matrix: Matrix) -> dict[str, Any]:
    """Return the matrix as a JSON document: `rows`, `columns` and `values` by row."""
    return {
        "rows": names(matrix), "columns": names(matrix, across=True),
        "values": matrix.values.tolist(), "row_kind": matrix.row_kind, "column_kind": matrix.column_kind,
        "cell": matrix.cell, "evidence": matrix.evidence,
    }  # fmt: skip


def report(matrix: Matrix, language: str) -> Report:
    """Return the matrix for reading."""
    return of_sheet(sheet(matrix), language)


def let(matrix: Matrix, terms: Terms = AS_AGREED) -> None:
    """Let a matrix leave; raises `BeyondConsent` where its labels show what was not agreed to."""
    if permits.refused(matrix.moment, "matrix"):
        permits.let(matrix.moment, "matrix", permits.of_sheet(sheet(matrix)), terms)


def save(matrix: Matrix, path: Path, *, excel: bool = False, terms: Terms = AS_AGREED) -> None:
    """Write a matrix in the format of the file's ending: csv, xlsx, json or html; see `let`."""
    let(matrix, terms)
    match path.suffix.lower():
        case ".json":
            saving.save_json(document(matrix), path)
        case ".html":
            saving.save_report(report(matrix, matrix.moment.known.language), path)
        case _:
            saving.save_sheet(sheet(matrix), path, excel=matrix.moment.known.language if excel else "")


def names(matrix: Matrix, *, across: bool = False) -> list[str]:
    """Return what the rows, or columns, are called; a question says of how many who were asked its cells are shares."""
    ways, mask = matrix.moment.ways, matrix.moment.mask
    found = [
        mask.text(ways[label.key]) if label.kind == "code" and isinstance(label.key, int) else label.name
        for label in (matrix.columns if across else matrix.rows)
    ]
    if matrix.cell not in OF_ASKED or not matrix.asks or matrix.asks_across != across:
        return found
    return [f"{name} (n = {matrix.asked(n, n)})" if n < len(found) - 1 else name for n, name in enumerate(found)]

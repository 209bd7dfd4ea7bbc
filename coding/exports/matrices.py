"""A matrix for other programs and for print."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from coding import permits
from coding.exports import saving
from coding.exports.reports import Report, of_sheet
from coding.exports.sheets import Sheet
from coding.moment.dimensions import Label
from coding.permits import AS_AGREED, Terms
from coding.tables.matrices import Matrix


def sheet(matrix: Matrix) -> Sheet:
    """Return the matrix with a row a line; the first column says what the rows are.

    A code is called by the shortest name that means it alone.
    """
    columns = (matrix.row_kind, *_names(matrix, matrix.columns))
    rows = tuple((name, *row) for name, row in zip(_names(matrix, matrix.rows), matrix.values.tolist(), strict=True))
    return Sheet(f"{matrix.row_kind} × {matrix.column_kind}: {matrix.cell}", columns, rows)


def document(matrix: Matrix) -> dict[str, Any]:
    """Return the matrix as a JSON document: `rows`, `columns` and `values` by row."""
    return {
        "rows": _names(matrix, matrix.rows), "columns": _names(matrix, matrix.columns),
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
            saving.save_sheet(sheet(matrix), path, excel=excel)


def _names(matrix: Matrix, labels: Iterable[Label]) -> list[str]:
    names, mask = matrix.moment.ways, matrix.moment.mask
    return [
        mask.text(names[label.key]) if label.kind == "code" and isinstance(label.key, int) else label.name
        for label in labels
    ]

"""A matrix for other programs and for print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coding.dimensions import Label
from coding.exports.reports import Report, of_sheet
from coding.exports.sheets import Sheet
from coding.matrices import Matrix

Names = Mapping[int, str]


def sheet(matrix: Matrix, codes: Names, *, hidden: Names | None = None) -> Sheet:
    """Return the matrix with a row a line; the first column says what the rows are.

    `codes` gives the name of a code by its key, `hidden` what stands for a participant who may not be named.
    """
    columns = (matrix.row_kind, *_names(matrix.columns, codes, hidden))
    values = matrix.values.tolist()
    rows = tuple((name, *row) for name, row in zip(_names(matrix.rows, codes, hidden), values, strict=True))
    return Sheet(f"{matrix.row_kind} × {matrix.column_kind}: {matrix.cell}", columns, rows)


def document(matrix: Matrix, codes: Names, *, hidden: Names | None = None) -> dict[str, Any]:
    """Return the matrix as a JSON document: `rows`, `columns` and `values` by row."""
    return {
        "rows": _names(matrix.rows, codes, hidden), "columns": _names(matrix.columns, codes, hidden),
        "values": matrix.values.tolist(), "row_kind": matrix.row_kind, "column_kind": matrix.column_kind,
        "cell": matrix.cell, "evidence": matrix.evidence,
    }  # fmt: skip


def report(matrix: Matrix, codes: Names, language: str, *, hidden: Names | None = None) -> Report:
    """Return the matrix for reading."""
    return of_sheet(sheet(matrix, codes, hidden=hidden), language)


def _names(labels: tuple[Label, ...], codes: Names, hidden: Names | None) -> list[str]:
    by_kind = {"code": codes, "participant": hidden or {}}
    return [by_kind.get(label.kind, {}).get(label.key, label.name) for label in labels]  # type: ignore[arg-type]  # a code or a participant has a number for its key

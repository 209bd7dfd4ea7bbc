"""A matrix for other programs and for print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coding import permits
from coding.exports import saving
from coding.exports.notes import noted
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet
from coding.permits import AS_AGREED, Terms
from coding.tables.arranging import PLAIN, Shape, arranged
from coding.tables.matrices import OF_ASKED, Matrix

_WORDS = {
    "fr": {
        "total": "Total", "row": "% de la ligne", "column": "% de la colonne", "all": "% de l’ensemble",
        "shared": "Un total compte chaque unité une fois\u202f; il est inférieur à la somme, car certaines sont dans"
                  " plusieurs lignes ou colonnes.",
        "passages": "passages", "codings": "segments codés", "documents": "documents", "words": "mots",
        "participants": "participant·e·s", "share": "part des mots", "binary": "1 si présent", "asked": "part des"
        " personnes à qui la question a été posée", "unread": "segments jamais relus", "cell": "Nombre",
        "same-words": "passages où les deux codes sont sur les mêmes mots",
        "near": "passages à deux tours de parole près",
        "c": "c, indice de Jaccard des passages",
        "c note": "c\u00a0: n12 / (n1 + n2 − n12), n étant des passages\u202f; il est faussé là où un code est plus de"
                  " cinq fois plus fréquent que l’autre.",
    },
    "en": {
        "total": "Total", "row": "% of row", "column": "% of column", "all": "% of all",
        "shared": "A total counts each unit once; it is less than the sum, as some are in several rows or columns.",
        "passages": "passages", "codings": "coded segments", "documents": "documents", "words": "words",
        "participants": "participants", "share": "share of words", "binary": "1 if present",
        "asked": "share of those who were asked", "unread": "segments never read again", "cell": "Number",
        "same-words": "passages in which both codes are on the same words", "near": "passages within two turns",
        "c": "c, Jaccard’s index of passages",
        "c note": "c: n12 / (n1 + n2 − n12), n being passages; it is distorted where one code is over five times as"
                  " frequent as the other.",
    },
}  # fmt: skip


def sheet(matrix: Matrix, shape: Shape = PLAIN) -> Sheet:
    """Return the matrix with a row a line; the first column says what the rows are. Tidy, it has a line for a cell.

    A code is called by the shortest name that means it alone.
    """
    title = f"{matrix.row_kind} × {matrix.column_kind}: {matrix.cell}"
    made, down, across = arranged(matrix, shape), names(matrix), names(matrix, across=True)
    if shape.tidy:
        cells = zip(made.rows, made.values.tolist(), strict=True)
        lines = tuple(
            (down[row], across[column], value)
            for row, values in cells
            for column, value in zip(made.columns, values, strict=True)
        )
        return matrix.moment.makers.out(Sheet(title, (matrix.row_kind, matrix.column_kind, matrix.cell), lines))
    total = _words(matrix)["total"]
    columns = (matrix.row_kind, *(across[n] for n in made.columns), *([total] if made.down is not None else ()))
    ends = [[value] for value in made.down.tolist()] if made.down is not None else [[]] * len(made.rows)
    numbered = zip(made.rows, made.values.tolist(), ends, strict=True)
    rows = [(down[row], *values, *end) for row, values, end in numbered]
    if made.across is not None:
        rows.append((total, *made.across.tolist(), int(made.whole or 0)))
    return matrix.moment.makers.out(Sheet(title, columns, tuple(rows)))


def _words(matrix: Matrix) -> dict[str, str]:
    return _WORDS.get(matrix.moment.language, _WORDS["en"])


def document(matrix: Matrix) -> dict[str, Any]:
    """Return the matrix as a JSON document: `rows`, `columns` and `values` by row."""
    return matrix.moment.makers.out(
        {
            "rows": names(matrix),
            "columns": names(matrix, across=True),
            "values": matrix.values.tolist(),
            "row_kind": matrix.row_kind,
            "column_kind": matrix.column_kind,
            "cell": matrix.cell,
            "evidence": matrix.evidence,
        }
    )


def report(matrix: Matrix, language: str, shape: Shape = PLAIN) -> Report:
    """Return the matrix for reading, with what has to be known of it below."""
    table, words = sheet(matrix, shape), _words(matrix)
    cell = words.get("all" if shape.percent == "total" else shape.percent) or words[matrix.cell]
    shared = shape.totals and arranged(matrix, shape).shared
    caption = f"{matrix.row_kind} × {matrix.column_kind} ({cell})"
    notes = (words["shared"],) if shared else (words["c note"],) if matrix.cell == "c" else ()
    section = Section("", (), table.columns, table.rows, caption=caption, notes=notes)
    return noted(Report(table.title, language, (section,)), matrix.moment, "numbers")


def let(matrix: Matrix, terms: Terms = AS_AGREED) -> None:
    """Let a matrix leave; raises `BeyondConsent` where its labels show what was not agreed to."""
    if permits.refused(matrix.moment, "matrix"):
        permits.let(matrix.moment, "matrix", permits.of_sheet(sheet(matrix)), terms)


def save(
    matrix: Matrix,
    path: Path,
    *,
    excel: bool = False,
    terms: Terms = AS_AGREED,
    shape: Shape = PLAIN,
    template: Path | None = None,
) -> None:
    """Write a matrix in the format of the file's ending, csv, xlsx, json, html, docx or md; see `let`."""
    let(matrix, terms)
    suffix, language = path.suffix.lower(), matrix.moment.known.language
    if suffix == ".json":
        saving.save_json(document(matrix), path)
    elif suffix in saving.REPORTS:
        saving.checked(template, unsigned=matrix.moment.unsigned)
        saving.save_report(report(matrix, language, shape), path, template)
    else:
        saving.save_sheet(sheet(matrix, shape), path, excel=language if excel else "")


def names(matrix: Matrix, *, across: bool = False) -> list[str]:
    """Return what the rows, or columns, are called; a question says of how many who were asked its cells are shares,
    and a code how many passages it has where c is told.
    """
    ways, mask = matrix.moment.ways, matrix.moment.mask
    found = [
        mask.text(ways[label.key]) if label.kind == "code" and isinstance(label.key, int) else label.name
        for label in (matrix.columns if across else matrix.rows)
    ]
    if matrix.cell == "c":
        return [f"{name} (n = {n})" for name, n in zip(found, matrix.sizes[across], strict=True)]
    if matrix.cell not in OF_ASKED or not matrix.asks or matrix.asks_across != across:
        return found
    return [f"{name} (n = {matrix.asked(n, n)})" if n < len(found) - 1 else name for n, name in enumerate(found)]

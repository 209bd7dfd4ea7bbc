"""What textometry hands on: specificities, a correspondence analysis, and a concordance, as tables."""

from __future__ import annotations

from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet
from coding.moment.moment import Moment
from coding.search.listings import Listing
from coding.tables.correspondence import Correspondence, Points, analysed
from coding.tables.matrices import Matrix
from coding.words.specificities import Specificities
from corpus.search.find import Hit
from corpus.search.kwic import contexts

_AXES = 5
_WORDS = {
    "fr": {
        "specificities": "Spécificités lexicales", "part": "Partie", "word": "Mot", "index": "Spécificité",
        "ca": "Analyse des correspondances", "axis": "Axe", "eigenvalue": "Valeur propre", "share": "% d’inertie",
        "sum": "% cumulé", "side": "Côté", "name": "Nom", "mass": "Masse", "inertia": "Inertie", "coordinate": "Coord.",
        "contribution": "Contr.", "cos2": "cos²", "row": "ligne", "column": "colonne",
        "total": "Inertie totale\u00a0: {inertia}\u00a0; χ²\u00a0: {chi2}. Décrit ce corpus\u00a0; aucun test.",
        "rows": "Lignes", "columns": "Colonnes",
    },
    "en": {
        "specificities": "Specificities of words", "part": "Part", "word": "Word", "index": "Specificity",
        "ca": "Correspondence analysis", "axis": "Axis", "eigenvalue": "Eigenvalue", "share": "% of inertia",
        "sum": "Cumulative %", "side": "Side", "name": "Name", "mass": "Mass", "inertia": "Inertia",
        "coordinate": "Coord.", "contribution": "Contr.", "cos2": "cos²", "row": "row", "column": "column",
        "total": "Total inertia: {inertia}; χ²: {chi2}. It describes this corpus; nothing is tested.",
        "rows": "Rows", "columns": "Columns",
    },
}  # fmt: skip


def _words(moment: Moment) -> dict[str, str]:
    return _WORDS.get(moment.language, _WORDS["en"])


def specificities(moment: Moment, found: Specificities) -> Sheet:
    """Return a line for each word of each part: T and t words, F and f times, and the index."""
    words, mask = _words(moment), moment.mask
    columns = (words["part"], words["word"], "T", "t", "F", "f", words["index"])
    rows: list[tuple[Cell, ...]] = [
        (one.part, mask.text(one.word), found.total, found.sizes[one.part], one.everywhere, one.here,
         round(one.index, 4))
        for one in found.words
    ]  # fmt: skip
    return Sheet(words["specificities"], columns, tuple(rows))


def correspondence(matrix: Matrix) -> tuple[Report, Sheet]:
    """Return the analysis of a matrix for reading, and as a sheet with a line for each row and column."""
    moment, found = matrix.moment, analysed(matrix.values)
    words = _words(moment)
    axes = range(1, min(_AXES, len(found.eigenvalues)) + 1)
    names = ("coordinate", "contribution", "cos2")
    columns = (words["name"], words["mass"], words["inertia"],
               *(f"{words[name]} {axis}" for axis in axes for name in names))  # fmt: skip
    rows = _lines(found.rows, [label.name for label in matrix.rows], len(axes))
    others = _lines(found.columns, [label.name for label in matrix.columns], len(axes))
    both = [(words[side], *line) for side, lines in (("row", rows), ("column", others)) for line in lines]
    sheet = Sheet(words["ca"], (words["side"], *columns), tuple(both))
    sections = (
        _axes(words, found),
        Section("", (), columns, tuple(rows), caption=f"{words['rows']}: {matrix.row_kind}"),
        Section("", (), columns, tuple(others), caption=f"{words['columns']}: {matrix.column_kind}"),
    )
    return Report(words["ca"], moment.language if moment.language in _WORDS else "en", sections), sheet


def _axes(words: dict[str, str], found: Correspondence) -> Section:
    rows, total = list[tuple[Cell, ...]](), 0.0
    for axis, (value, share) in enumerate(zip(found.eigenvalues.tolist(), found.shares.tolist(), strict=True), 1):
        total += share
        rows.append((axis, round(value, 6), round(100 * share, 2), round(100 * total, 2)))
    said = words["total"].format(inertia=f"{found.inertia:.6f}", chi2=f"{found.inertia * found.total:.4f}")
    columns = tuple(words[name] for name in ("axis", "eigenvalue", "share", "sum"))
    return Section("", (), columns, tuple(rows), caption=words["ca"], notes=(said,))


def _lines(points: Points, names: list[str], axes: int) -> list[tuple[Cell, ...]]:
    lines = list[tuple[Cell, ...]]()
    for at, number in enumerate(points.kept):
        cells = [
            round(float(values[at, axis]), 4)
            for axis in range(axes)
            for values in (points.coordinates, points.contributions, points.cos2)
        ]
        lines.append((names[number], round(float(points.mass[at]), 4), round(float(points.inertia[at]), 6), *cells))
    return lines


CONCORDANCE = ("document", "passage", "speaker", "left", "match", "right", "start", "end", "codes")


def concordance(listing: Listing, width: int) -> Sheet:
    """Return a line for each match of a search, with up to `width` characters of its passage on either side."""
    mask, codes, rows = listing.moment.mask, listing.moment.codes, list[tuple[Cell, ...]]()
    for number in range(len(listing)):
        said = listing.row(number).verbatim
        named = "; ".join(mask.text(codes[key].label) for key in said.codes if key in codes)
        speaker = listing.moment.voices.called(said.document, said.speaker)
        who = mask.speaker(speaker) if speaker else ""
        paper = mask.document(listing.moment.infos[said.document])
        hit = Hit(said.passage or 0, said.document, said.start, said.end, said.text, said.matches)
        rows += [
            (paper, said.number, who, mask.text(one.left), mask.text(one.match), mask.text(one.right), one.start,
             one.end, named)
            for one in contexts(hit, width)
        ]  # fmt: skip
    return Sheet("Concordance", CONCORDANCE, tuple(rows))

"""What textometry hands on: specificities, a correspondence analysis, and a concordance, as tables."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from coding import permits
from coding.exports import hits, opening, saving
from coding.exports.opening import Count
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Terms
from coding.search.listings import Listing
from coding.tables import matrices
from coding.tables.correspondence import Correspondence, Points, analysed, divisions
from coding.tables.matrices import Matrix
from coding.words.specificities import LEAST, Specificities, Specificity
from coding.words.specificities import specificities as counted
from corpus.errors import NothingThere
from corpus.search.find import Hit
from corpus.search.kwic import contexts

_AXES = 5
_PRINTED = 10  # words of each part in print
WIDTH = 60  # characters on either side of a match
_WORDS = {
    "fr": {
        "specificities": "Spécificités lexicales", "part": "Partie", "word": "Mot", "index": "Spécificité",
        "ca": "Analyse des correspondances", "axis": "Axe", "eigenvalue": "Valeur propre", "share": "% d’inertie",
        "sum": "% cumulé", "side": "Côté", "name": "Nom", "mass": "Masse", "inertia": "Inertie", "coordinate": "Coord.",
        "contribution": "Contr.", "cos2": "cos²", "row": "ligne", "column": "colonne",
        "total": "Inertie totale\u00a0: {inertia}\u00a0; χ²\u00a0: {chi2}. Décrit ce corpus\u00a0; aucun test.",
        "rows": "Lignes\u00a0: {kind}", "columns": "Colonnes\u00a0: {kind}",
        "lafon": "Les {most} mots les plus spécifiques de chaque partie, dits au moins {least} fois, sur {total} mots"
                 "\u00a0: F fois en tout, f fois ici (Lafon, 1980)\u00a0; négatif\u00a0: moins qu’attendu.",
    },
    "en": {
        "specificities": "Specificities of words", "part": "Part", "word": "Word", "index": "Specificity",
        "ca": "Correspondence analysis", "axis": "Axis", "eigenvalue": "Eigenvalue", "share": "% of inertia",
        "sum": "Cumulative %", "side": "Side", "name": "Name", "mass": "Mass", "inertia": "Inertia",
        "coordinate": "Coord.", "contribution": "Contr.", "cos2": "cos²", "row": "row", "column": "column",
        "total": "Total inertia: {inertia}; χ²: {chi2}. It describes this corpus; nothing is tested.",
        "rows": "Rows: {kind}", "columns": "Columns: {kind}",
        "lafon": "The {most} most specific words of each part, said {least} times or more, of {total} words: F times in"
                 " all, f times here (Lafon, 1980); negative: less than expected.",
    },
}  # fmt: skip


def _words(moment: Moment) -> dict[str, str]:
    return _WORDS.get(moment.language, _WORDS["en"])


def specificities(moment: Moment, found: Specificities) -> Sheet:
    """Return a line for each word of each part: T and t words, F and f times, and the index."""
    words, mask = _words(moment), moment.mask
    columns = (words["part"], words["word"], "T", "t", "F", "f", words["index"])
    rows: list[tuple[Cell, ...]] = [
        (one.part, mask.text(one.word), found.total, found.sizes[one.part], *_said(moment, one), round(one.index, 4))
        for one in found.words
    ]
    return moment.makers.out(Sheet(words["specificities"], columns, tuple(rows)))


def _said(moment: Moment, one: Specificity) -> tuple[int, int]:
    """Return how often a word is said, in all and in the segments of a code."""
    query = f'"{one.word}"'
    everywhere = Count(one.everywhere, opening.search(moment, query + opening.of_answerers(moment)))
    if one.code is None:
        return everywhere, one.here
    chosen = {opening.facet(moment, one.code): (one.code,)}
    return everywhere, Count(one.here, opening.search(moment, query, chosen, "codings"))


def correspondence(matrix: Matrix) -> tuple[Report, Sheet]:
    """Return the analysis of a matrix for reading, and as a sheet with a line for each row and column."""
    moment, found = matrix.moment, analysed(matrix.values)
    words = _words(moment)
    axes = range(1, min(_AXES, len(found.eigenvalues)) + 1)
    names = ("coordinate", "contribution", "cos2")
    columns = (
        words["name"],
        words["mass"],
        words["inertia"],
        *(f"{words[name]} {axis}" for axis in axes for name in names),
    )
    rows = _lines(found.rows, [label.name for label in matrix.rows], len(axes))
    others = _lines(found.columns, [label.name for label in matrix.columns], len(axes))
    both = [(words[side], *line) for side, lines in (("row", rows), ("column", others)) for line in lines]
    sheet = Sheet(words["ca"], (words["side"], *columns), tuple(both))
    sections = (
        _axes(words, found),
        Section("", (), columns, tuple(rows), caption=words["rows"].format(kind=matrix.row_kind)),
        Section("", (), columns, tuple(others), caption=words["columns"].format(kind=matrix.column_kind)),
    )
    report = Report(words["ca"], moment.language if moment.language in _WORDS else "en", sections)
    return moment.makers.out((report, sheet))


def _axes(words: dict[str, str], found: Correspondence) -> Section:
    rows, total = list[tuple[Cell, ...]](), 0.0
    for axis, (value, share) in enumerate(zip(found.eigenvalues.tolist(), found.shares.tolist(), strict=True), 1):
        total += share
        rows.append((axis, round(value, 6), round(100 * share, 2), round(100 * total, 2)))
    inertia, chi2 = (f"{found.inertia:.6f}", f"{found.inertia * found.total:.4f}")
    if words is _WORDS["fr"]:
        inertia, chi2 = (one.replace(".", ",") for one in (inertia, chi2))
    said = words["total"].format(inertia=inertia, chi2=chi2)
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


def specific_words(moment: Moment) -> Report:
    """Return the words that are most specific of each concept, or where nothing illustrates one of each code."""
    words = _words(moment)
    for by in (*(f"framework:{info.framework}" for info in moment.frameworks[:1]), "codes"):
        for least in (LEAST, 1):  # of a corpus so small that nothing is said as often, every word
            found = counted(moment, by, least=least, most=_PRINTED)
            if found.words:
                return _specific(moment, found, least)
    return Report(words["specificities"], moment.language if moment.language in _WORDS else "en", ())


def _specific(moment: Moment, found: Specificities, least: int) -> Report:
    words, sheet = _words(moment), specificities(moment, found)
    kept = (0, 1, 4, 5, 6)
    rows = tuple(tuple(row[n] for n in kept) for row in sheet.rows)
    note = words["lafon"].format(total=found.total, least=least, most=_PRINTED)
    section = Section("", (), tuple(sheet.columns[n] for n in kept), rows, caption=sheet.title, notes=(note,), joined=1)
    return Report(sheet.title, moment.language if moment.language in _WORDS else "en", (section,))


def analysis(moment: Moment) -> tuple[Report, Sheet]:
    """Return the correspondences of codes and the first attribute whose values are chosen, else documents."""
    for columns in divisions(moment):
        with suppress(NothingThere):
            return correspondence(matrices.build(moment, "codes", columns, "codings"))
    title = _words(moment)["ca"]
    return Report(title, moment.language if moment.language in _WORDS else "en", ()), Sheet(title, (), ())


def save_concordance(
    listing: Listing, path: Path, width: int = WIDTH, *, terms: Terms = AS_AGREED, excel: bool = False
) -> int:
    """Write every match of a search as a line and return how many; who may not be named is as the view says.

    Raises `BeyondConsent` where they show what was not agreed to.
    """
    confidential = "mask" if listing.moment.masking else "show"
    if permits.refused(listing.moment, "concordance"):
        going = hits.leaving(listing, confidential)
        if out := permits.left_out(listing.moment, "concordance", going, terms):
            listing = hits.without(listing, out)
            going = hits.leaving(listing, confidential)
        permits.let(listing.moment, "concordance", going, terms)
    sheet = concordance(listing, width)
    saving.save_sheet(sheet, path, excel=listing.moment.known.language if excel else "")
    return len(sheet.rows)


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
            (
                paper,
                said.number,
                who,
                mask.text(one.left),
                mask.text(one.match),
                mask.text(one.right),
                one.start,
                one.end,
                named,
            )
            for one in contexts(hit, width)
        ]
    return listing.moment.makers.out(Sheet("Concordance", CONCORDANCE, tuple(rows)))

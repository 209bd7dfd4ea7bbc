"""The data structure for print: 1st-order codes, 2nd-order themes, aggregate dimensions."""

from __future__ import annotations

from coding.exports import opening
from coding.exports.opening import Count
from coding.exports.reports import Report, Section
from coding.moment.moment import Moment
from coding.tables.structure import StructureNode, structure

_WORDS = {
    "fr": (
        "Structure des données", "Codes de 1er ordre", "Thèmes de 2e ordre", "Dimensions agrégées", "Segments codés",
        "(sans dimension)", "(sans thème)",
        "Codes, thèmes et dimensions de cette étude\u00a0: codes descriptifs, codes au-dessus d’eux ou ensembles où ils"
        " se trouvent, et concepts nés de l’étude. Aucun cadre théorique importé n’y figure.",
    ),
    "en": (
        "Data structure", "1st-order codes", "2nd-order themes", "Aggregate dimensions", "Coded segments",
        "(no dimension)", "(no theme)",
        "Codes, themes and dimensions of this study: descriptive codes, the codes above them or the sets they stand in,"
        " and concepts that grew in it. No imported framework is in it.",
    ),
}  # fmt: skip


def report(moment: Moment) -> Report:
    """Return the data structure, a line for each code within each theme."""
    language = moment.language if moment.language in _WORDS else "en"
    title, codes, themes, dimensions, segments, nothing, no_theme, note = _WORDS[language]
    found = structure(moment)
    rows = tuple(
        (dimension.name or nothing, theme.name, code.name, _segments(moment, code))
        for code, theme, dimension in found.rows
    )
    rows += tuple((nothing, no_theme, code.name, _segments(moment, code)) for code in found.loose)
    table = Section("", (), (dimensions, themes, codes, segments), rows, caption=title, notes=(note,), joined=2)
    return Report(title, language, (table,))


def _segments(moment: Moment, code: StructureNode) -> Count:
    key = code.code or 0
    return Count(code.segments, opening.of_code(moment, key, moment.net.spans(key)))

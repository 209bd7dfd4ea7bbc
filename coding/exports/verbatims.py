"""The table of selected verbatims, as an article prints it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet, apart
from coding.tables.verbatims import COLUMNS, TableRow

_WORDS = {
    "fr": ("Sélection de verbatims", "Codes descriptifs", "Verbatims", "Traduction", "«\u00a0{}\u00a0»"),
    "en": ("Selected quotations", "Descriptive codes", "Quotations", "Translation", "“{}”"),
}


def sheet(rows: Iterable[TableRow]) -> Sheet:
    """Return a line for each verbatim, with where it stands and how it came in."""
    return Sheet("Verbatims", COLUMNS, tuple(row.cells() for row in rows))


def report(rows: Iterable[TableRow], language: str) -> Report:
    """Return a table for each framework: its codes, and beside each its verbatims with who said them."""
    title, descriptive, verbatims, translation, _ = _WORDS.get(language, _WORDS["en"])
    sections = []
    for framework, group in groupby(rows, lambda row: row.framework):
        found, of = list(group), framework or descriptive
        columns = (of, verbatims, translation) if any(row.translation for row in found) else (of, verbatims)
        lines = tuple(
            (row.label or row.name, printed(row.verbatim, row.attribution, language), row.translation)[: len(columns)]
            for row in found
        )  # fmt: skip
        sections.append(Section("", (), columns, lines, caption=f"{title} – {of}", joined=1))
    return Report(title, language, tuple(sections))


def printed(words: str, attribution: str, language: str) -> str:
    """Return words as they are printed, in quotation marks, with who said them: `« … » [function, company].`.

    >>> printed("Oui", "[participant 7]", "en")
    '“Oui” [participant 7].'
    """
    plain = apart([attribution.replace("[", "").replace("]", "")], language)
    said = _WORDS.get(language, _WORDS["en"])[-1].format(words)
    return f"{said} [{plain}]." if plain else said

"""The table of selected verbatims, as an article prints it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet
from coding.tables.verbatims import COLUMNS, TableRow

_WORDS = {
    "fr": ("Sélection de verbatims", "Verbatim", "Source", "Traduction", "«\u00a0{}\u00a0»"),
    "en": ("Selected quotations", "Quotation", "Source", "Translation", "“{}”"),
}


def sheet(rows: Iterable[TableRow]) -> Sheet:
    """Return a line for each verbatim, with where it stands and how it came in."""
    return Sheet("Verbatims", COLUMNS, tuple(row.cells() for row in rows))


def report(rows: Iterable[TableRow], language: str) -> Report:
    """Return a section for each capability: its definition, and its verbatims with who said them."""
    title, verbatim, source, translation, quoted = _WORDS.get(language, _WORDS["en"])
    sections = []
    for (capability, name, definition), group in groupby(rows, lambda row: (row.capability, row.name, row.definition)):
        found = list(group)
        translated = any(row.translation for row in found)
        columns = (verbatim, source, translation) if translated else (verbatim, source)
        lines = tuple(
            (quoted.format(row.verbatim), _source(row.attribution), row.translation)[: len(columns)]
            for row in found
        )  # fmt: skip
        heading = name if capability == name else f"{capability} {name}"
        sections.append(Section(heading, (definition,) if definition else (), columns, lines))
    return Report(title, language, tuple(sections))


def _source(attribution: str) -> str:
    """Return `[function, company]`, brackets once."""
    plain = attribution.replace("[", "").replace("]", "")
    return f"[{plain}]" if plain else ""

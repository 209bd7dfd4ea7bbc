"""The table of selected verbatims, as an article prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet, apart
from coding.tables.verbatims import COLUMNS, TableRow

_WORDS = {
    "fr": ("Sélection de verbatims", "Codes descriptifs", "Verbatims", "Traduction", "«\u00a0{}\u00a0»"),
    "en": ("Selected quotations", "Descriptive codes", "Quotations", "Translation", "“{}”"),
}
_APART = {
    "fr": (
        "Verbatims pour le corps du texte",
        "voir {}",
        "Un verbatim choisi pour plusieurs codes n’est imprimé qu’une"
        " fois, et ceux qui sont pour le corps du texte sont à part.",
    ),
    "en": (
        "Quotations for the body of the text",
        "see {}",
        "A quotation that was chosen for several codes is printed"
        " once, and those for the body of the text stand apart.",
    ),
}


def sheet(rows: Iterable[TableRow]) -> Sheet:
    """Return a line for each verbatim, with where it stands and how it came in."""
    return Sheet("Verbatims", COLUMNS, tuple(row.cells() for row in rows))


def report(rows: Iterable[TableRow], language: str) -> Report:
    """Return a table for each framework: its codes, and beside each its verbatims with who said them.

    Those that are for the body of the text have tables of their own before the others, and none is printed twice.
    """
    title, every, said = _WORDS.get(language, _WORDS["en"])[0], list(rows), dict[tuple[int, int, int], str]()
    power = {row.place for row in every if row.purpose == "power"}
    body, proof = ([row for row in every if (row.place in power) is own] for own in (True, False))
    sections = [*_tables(body, _APART.get(language, _APART["en"])[0], language, said)]
    sections += _tables(proof, title, language, said)
    return Report(title, language, tuple(sections))


def _tables(
    rows: Sequence[TableRow], title: str, language: str, said: dict[tuple[int, int, int], str]
) -> Iterator[Section]:
    """Yield a table for each framework; `said` is where words have been printed, by their place."""
    _, descriptive, verbatims, translation, _ = _WORDS.get(language, _WORDS["en"])
    _, see, note = _APART.get(language, _APART["en"])
    for framework, group in groupby(rows, lambda row: row.framework):
        found, of, lines = list(group), framework or descriptive, list[tuple[str, ...]]()
        columns = (of, verbatims, translation) if any(row.translation for row in found) else (of, verbatims)
        for row in found:
            label = row.label or row.name
            before = said.setdefault(row.place, label) if row.selected else label
            words = (printed(row.verbatim, row.attribution, language), row.translation)
            lines.append((label, *(words if before == label else (see.format(before), "")))[: len(columns)])
        marked = any(row.purpose for row in found) or len({row.place for row in found}) < len(found)
        notes = (note,) if marked else ()
        yield Section("", (), columns, tuple(lines), caption=f"{title} – {of}", notes=notes, joined=1)


def printed(words: str, attribution: str, language: str) -> str:
    """Return words as they are printed, in quotation marks, with who said them: `« … » [function, company].`.

    >>> printed("Oui", "[participant 7]", "en")
    '“Oui” [participant 7].'
    """
    plain = apart([attribution.replace("[", "").replace("]", "")], language)
    said = _WORDS.get(language, _WORDS["en"])[-1].format(words)
    return f"{said} [{plain}]." if plain else said

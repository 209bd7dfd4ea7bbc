"""Agreement on units of text over codes that exclude each other, for print: a line a coefficient."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import NamedTuple

from coding.agreement.stretches import AgreementScope
from coding.agreement.unitizing import Unitized
from coding.exports import agreement
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet
from coding.moment.moment import Moment


class _Words(NamedTuple):
    heading: str
    columns: tuple[str, str]
    u: str
    bar: str
    coded: str
    coverage: str
    each: str
    basis: str
    meaning: str


_WORDS = {
    "fr": _Words(
        "Codes sous «\u00a0{parent}\u00a0»",
        ("Coefficient", "Valeur"),
        "u – tout le texte, codes et intervalles",
        "|u – codé ou non, quel que soit le code",
        "cu – quel code, là où deux personnes ont codé",
        "Part du texte où deux personnes ont codé",
        "(k)u – {code}",
        "{coders}\u00a0; unité\u00a0: caractères\u00a0; codes qui s’excluent\u00a0: {codes}.",
        "Famille de l’α d’unitisation (Krippendorff, Mathet, Bouvry et Widlöcher, 2016)\u00a0: un seul chiffre sur"
        " tous ces codes, car ils ne se recouvrent pas. Ce qui ne peut pas varier est indéfini.",
    ),
    "en": _Words(
        "Codes under “{parent}”",
        ("Coefficient", "Value"),
        "u – all text, codes and gaps",
        "|u – coded or not, whatever the code",
        "cu – which code, where two people coded",
        "Share of the text where two people coded",
        "(k)u – {code}",
        "{coders}; unit: characters; codes that exclude each other: {codes}.",
        "The family of unitizing α (Krippendorff, Mathet, Bouvry and Widlöcher 2016): one figure over all these codes,"
        " as they don’t overlap. What can’t vary is undefined.",
    ),
}


def rows(moment: Moment, found: Unitized) -> list[tuple[str, float | None]]:
    """Return each coefficient by what it is called; None where it is undefined."""
    said = _words(moment)
    told = [(said.u, found.u), (said.bar, found.bar), (said.coded, found.coded), (said.coverage, found.coverage)]
    told += [(said.each.format(code=_name(moment, code)), value) for code, value in found.each.items()]
    return [(name, None if isnan(value) else value) for name, value in told]


def columns(moment: Moment) -> tuple[str, str]:
    """Return what the two columns are called."""
    return _words(moment).columns


def report(moment: Moment, asked: AgreementScope, parent: int, found: Unitized) -> Report:
    """Return what was compared under a code as a table with its notes."""
    said = _words(moment)
    table = tuple((name, figure(moment, value)) for name, value in rows(moment, found))
    heading = said.heading.format(parent=_name(moment, parent))
    section = Section(heading, tuple(notes(moment, asked, parent)), said.columns, table)
    return Report(agreement.words(moment).title, moment.language, (section,))


def figure(moment: Moment, value: float | None) -> str:
    """Return a coefficient to three decimals."""
    return agreement.words(moment).undefined if value is None else agreement.decimals(moment, value)


def notes(moment: Moment, asked: AgreementScope, parent: int) -> Iterator[str]:
    """Yield what the coefficients rest on."""
    said, shared = _words(moment), agreement.words(moment)
    codes = ", ".join(_name(moment, key) for key, code in moment.codes.items() if code.parent == parent)
    yield said.basis.format(coders=", ".join(dict.fromkeys(asked.coders)), codes=codes)
    yield said.meaning
    yield shared.before
    yield shared.corpus


def sheet(moment: Moment, found: Unitized) -> Sheet:
    """Return a line for each coefficient."""
    lines: tuple[tuple[Cell, ...], ...] = tuple(rows(moment, found))
    return Sheet(agreement.words(moment).title, ("coefficient", "value"), lines)


def _words(moment: Moment) -> _Words:
    return _WORDS[moment.language if moment.language in _WORDS else "en"]


def _name(moment: Moment, code: int) -> str:
    return moment.mask.text(moment.codes[code].name)

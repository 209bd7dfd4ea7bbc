"""Agreement of coders for print: a line a code, all codes together, and what the numbers rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from coding import permits
from coding.agreement import approach
from coding.agreement.comparing import AgreementResult, compare
from coding.agreement.resampling import MEASURES, Estimate, Figures
from coding.agreement.stretches import AgreementScope
from coding.exports import opening, saving
from coding.exports.opening import Count, OpeningWords
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Terms
from coding.search.searches import Chosen
from corpus.errors import NothingThere


class _AgreementWords(NamedTuple):
    title: str
    heading: str
    code: str
    measures: dict[str, str]
    kappas: tuple[str, str]
    shared: str
    units: dict[str, str]
    pooled: str
    mean: str
    undefined: str
    basis: str
    texts: tuple[str, str]
    question: str
    coded: str
    between: str
    one: str
    before: str
    suggested: str
    left: tuple[str, str]
    informed: str
    late: str
    whole: str
    hidden: str
    corpus: str


_WORDS = {
    "fr": _AgreementWords(
        "Accord entre codeurs",
        "Code par code",
        "Code",
        {
            "percent": "Accord",
            "alpha": "α de Krippendorff",
            "ac1": "AC1 de Gwet",
            "u_alpha": "α d’unitisation",
            "dice": "Accord positif (Dice)",
        },
        ("κ de Cohen", "κ de Fleiss"),
        "Part commune",
        {"passage": "passages", "character": "caractères"},
        "Ensemble",
        "Moyenne des codes",
        "indéfini",
        "{coders}\u00a0; unité\u00a0: {unit}\u00a0; {text}\u00a0; documents comparés\u00a0: {documents} ({units}"
        " {unit_name})"
        "\u00a0; documents qu’une seule personne a travaillés, laissés de côté\u00a0: {apart}.",
        ("tout le texte", "texte codé seulement"),
        "Chaque code est une question à part\u00a0: posé ou non. « Ensemble » rapporte la somme des accords au-delà du"
        " hasard à la somme de ce qui était possible (De Vries et al., 2008)\u00a0; les codes se recouvrent, aucun"
        " chiffre"
        " unique n’est calculé sur eux. Un code que tous ou personne n’ont posé partout est indéfini.",
        "Sur le texte codé seulement, il n’y a pas de double absence et κ ne peut être que nul ou négatif\u00a0:"
        " l’accord"
        " positif le remplace.",
        "Entre crochets, 95 % de {resamplings} rééchantillonnages de documents (graine {seed}).",
        "Un seul document est partagé\u00a0: il n’y a pas d’intervalle.",
        "Calculé sur le codage de chacun, avant discussion\u00a0; ce qui est arrêté en commun n’y entre pas.",
        "Codages venus de suggestions acceptées, {left}\u00a0: {suggested} sur {codings}.",
        ("comptés", "laissés de côté"),
        "Documents où des suggestions avaient été montrées à l’un des codeurs\u00a0: {informed}.",
        "Codages faits après le début de la discussion de leur document, laissés de côté\u00a0: {late}.",
        "Codages d’un document entier, laissés de côté\u00a0: {whole}.",
        "Documents que vous codez en aveugle, laissés de côté\u00a0: {hidden}.",
        "Ces chiffres décrivent ce corpus et ces codeurs.",
    ),
    "en": _AgreementWords(
        "Agreement of coders",
        "Code by code",
        "Code",
        {
            "percent": "Agreement",
            "alpha": "Krippendorff's α",
            "ac1": "Gwet's AC1",
            "u_alpha": "Unitizing α",
            "dice": "Positive agreement (Dice)",
        },
        ("Cohen's κ", "Fleiss' κ"),
        "Share in common",
        {"passage": "passages", "character": "characters"},
        "All codes",
        "Mean of codes",
        "undefined",
        "{coders}; unit: {unit}; {text}; documents compared: {documents} ({units} {unit_name}); documents that one"
        " person"
        " alone worked on, left out: {apart}.",
        ("all text", "coded text only"),
        "Each code is a question of its own: there or not. “All codes” is the sum of agreement beyond chance over"
        " the sum"
        " of what was possible (De Vries et al. 2008); codes overlap, and no single figure is computed over them. A"
        " code"
        " that everybody or nobody put everywhere is undefined.",
        "On coded text only there are no double absences, and κ can't be above zero: positive agreement takes its"
        " place.",
        "In brackets, 95% of {resamplings} resamplings of documents (seed {seed}).",
        "One document alone is shared: there is no interval.",
        "Computed on everybody's own coding, before discussion; what was settled together is no part of it.",
        "Codings from accepted suggestions, {left}: {suggested} of {codings}.",
        ("counted", "left out"),
        "Documents in which suggestions had been shown to one of the coders: {informed}.",
        "Codings made after discussion of their document began, left out: {late}.",
        "Codings of a whole document, left out: {whole}.",
        "Documents that you code blind, left out: {hidden}.",
        "These numbers describe this corpus and these coders.",
    ),
}


def words(moment: Moment) -> _AgreementWords:
    """Return how it is said in the language of print."""
    return _WORDS[moment.language if moment.language in _WORDS else "en"]


def everybody(moment: Moment) -> tuple[str, ...]:
    """Return those who coded here, by name."""
    made = set(moment.codings.table[:, 5].tolist()) - moment.read.settled
    return tuple(sorted(name for key, name in moment.read.coders.items() if key in made))


def report(moment: Moment) -> Report:
    """Return the agreement of all who coded, by passage; no section where there is nothing to compare, see `_found`."""
    found = _found(moment)
    return printed(moment, found) if found is not None else Report(words(moment).title, moment.language, ())


def _found(moment: Moment) -> AgreementResult | None:
    """Compare all who coded; None where nothing can be, or a reflexive study asks for no agreement."""
    if approach.reflexive(moment.project):
        return None
    try:
        return compare(moment, AgreementScope(everybody(moment)))
    except NothingThere:
        return None


def printed(moment: Moment, found: AgreementResult) -> Report:
    """Return what was compared as a table with its notes."""
    said = words(moment)
    shown = measures(found)
    named = [(moment.mask.text(moment.codes[key].path), one, key) for key, one in found.codes.items()]
    every = ((said.pooled, found.pooled, None), (said.mean, found.mean, None))
    rows = [(name, *_opened(moment, found, one, shown, key)) for name, one, key in (*named, *every)]
    header = (said.code, *(heading(moment, found, name) for name in shown), said.units[found.asked.unit].capitalize())
    return Report(said.title, moment.language, (Section(said.heading, notes(moment, found), header, tuple(rows)),))


def _opened(
    moment: Moment, found: AgreementResult, one: Figures, shown: Sequence[str], code: int | None
) -> Iterator[Cell]:
    """Yield the figures of a code, or of all, and how many units have it: they open to what was compared."""
    chosen: dict[str, tuple[Chosen, ...]] = {
        "document": found.documents,
        "coder": tuple(dict.fromkeys(found.asked.coders)),
    }
    if code is not None:
        chosen[opening.facet(moment, code)] = (code,)
    opens = opening.search(moment, "", chosen, "codings")
    units = sum(found.used.values()) if code is None else found.used[code]
    yield from (
        OpeningWords(figure(moment, one[name]), opens) if units else figure(moment, one[name]) for name in shown
    )
    yield Count(units, opens)


def measures(found: AgreementResult) -> tuple[str, ...]:
    """Return which measures are shown: on coded text those that know no double absence."""
    if found.asked.coded:
        return ("percent", "dice")
    return tuple(name for name in MEASURES if name != "u_alpha" or found.asked.unit == "character")


def heading(moment: Moment, found: AgreementResult, name: str) -> str:
    """Return what a measure is called."""
    said = words(moment)
    if name == "kappa":
        return said.kappas[len(found.asked.coders) > 2]
    return said.shared if name == "percent" and found.asked.coded else said.measures[name]


def figure(moment: Moment, one: Estimate) -> str:
    """Return a figure with its interval, to three decimals."""
    if one.value is None:
        return words(moment).undefined
    value, low, high = (decimals(moment, number) for number in one)
    if not low:
        return value
    return f"{value} [{low}\u202f; {high}]" if moment.language == "fr" else f"{value} [{low}, {high}]"


def decimals(moment: Moment, number: float | None) -> str:
    """Return a number to three decimals as the language writes it; empty for none."""
    said = "" if number is None else f"{number:.3f}".replace("-0.000", "0.000").replace("-", "−")
    return said.replace(".", ",") if moment.language == "fr" else said


def notes(moment: Moment, found: AgreementResult) -> tuple[str, ...]:
    """Return what the figures rest on."""
    said, asked, left = words(moment), found.asked, found.left
    unit = said.units[asked.unit]
    values = {
        "coders": ", ".join(dict.fromkeys(asked.coders)),
        "unit": unit.removesuffix("s"),
        "unit_name": unit,
        "text": said.texts[asked.coded],
        "documents": len(found.documents),
        "units": found.units,
        "apart": len(found.apart),
        "resamplings": asked.resamplings,
        "seed": asked.seed,
        "left": said.left[asked.by_hand],
        "suggested": left.suggested,
        "codings": left.codings,
        "informed": len(found.informed),
        "late": left.late,
        "whole": left.whole,
        "hidden": len(found.hidden),
    }
    lines = [
        (True, said.basis),
        (True, said.question),
        (asked.coded, said.coded),
        (len(found.documents) > 1, said.between),
        (len(found.documents) == 1, said.one),
        (True, said.before),
        (True, said.suggested),
        (found.informed, said.informed),
        (left.late, said.late),
        (left.whole, said.whole),
        (found.hidden, said.hidden),
        (True, said.corpus),
    ]
    return tuple(line.format(**values) for there, line in lines if there)


def save(
    moment: Moment, made: Report, table: Sheet, path: Path, *, template: Path | None = None, terms: Terms = AS_AGREED
) -> None:
    """Write what was compared: as a report, or its table as .csv or .xlsx; raises `BeyondConsent`."""
    permits.let(moment, "agreement", permits.of_report(made), terms)
    if path.suffix.lower() in saving.SHEETS:
        saving.save_sheet(table, path)
    else:
        saving.save_report(made, path, template)


def sheet(moment: Moment, found: AgreementResult | None = None) -> Sheet:
    """Return a line for each code and measure."""
    names = ("code", "measure", "value", "low", "high")
    title = words(moment).title
    found = found or _found(moment)
    if found is None:
        return Sheet(title, names, ())
    lines: list[tuple[Cell, ...]] = []
    labelled: list[tuple[str, Figures]] = [
        (moment.mask.text(moment.codes[key].path), one) for key, one in found.codes.items()
    ]
    for code, one in (*labelled, ("(pooled)", found.pooled), ("(mean)", found.mean)):
        lines += [(code, name, *one[name]) for name in measures(found)]
    return Sheet(title, names, tuple(lines))

"""Code saturation for print: a line a document, a line a stratum or concept, and a sentence for the article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from coding.exports.opening import Count
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet, apart
from coding.moment.evidence import EvidenceItem
from coding.moment.moment import Moment
from coding.tables.saturation import USUAL, Saturation, SaturationRule, Series, saturation


class _SaturationWords(NamedTuple):
    title: str
    order: str
    within: tuple[str, str]
    columns: tuple[str, ...]
    parts: str
    part_columns: tuple[str, ...]
    sentence: str
    none: str
    short: str
    orders: dict[str, str]
    defined: str
    expected: str
    unread: str
    uncoded: str
    article: str


_WORDS = {
    "fr": _SaturationWords(
        "Saturation des codes", "Document par document",
        ("Dans l’ordre de collecte", "Dans l’ordre des documents, faute de toutes les dates"),
        ("N°", "Document", "Date", "Nouveaux codes", "Cumul", "Ratio de la série qui commence ici",
         "Moyenne sur tous les ordres", "Codes venus plus tard, non recherchés ici", "Codes"),
        "Par strate ou par concept",
        ("Strate ou concept", "Documents", "Codes descriptifs", "Codes de la base", "Saturation"),
        "{within}, les {base} premiers documents ont donné {codes} codes descriptifs\u00a0; après le"
        " {reached}ᵉ, une série de {run} documents consécutifs en a ajouté {new} ({ratio}, pour un seuil de"
        " {threshold})\u00a0: saturation des codes à {written} (Guest, Namey et Chen, 2020). Ce constat porte sur"
        " l’apparition de nouveaux codes dans ce corpus et dans cet ordre\u00a0; il ne dit rien de la richesse de leur"
        " sens, ni de ce que d’autres entretiens apporteraient.",
        "{within}, les {base} premiers documents ont donné {codes} codes descriptifs\u00a0; aucune"
        " série"
        " de {run} documents consécutifs n’est descendue au seuil de {threshold} (dernière série\u00a0: {ratio})."
        " La saturation des codes n’est pas atteinte au sens de Guest, Namey et Chen (2020).",
        "Il faut {needed} documents codés au moins pour une base de {base} et une série de {run}\u00a0; il y en a"
        " {documents}.",
        {"dates": "Documents dans l’ordre de leurs dates.",
         "some dates": "Documents datés dans l’ordre de leurs dates, puis les autres dans l’ordre des documents.",
         "documents": "Sans dates, les documents sont dans leur propre ordre, qui n’est peut-être pas celui de la"
                      " collecte."},
        "Un code est nouveau dans le premier document où il est posé. Ratio\u00a0: nouveaux codes d’une série de {run}"
        " documents sur les codes de la base fixe, les {base} premiers\u00a0; les séries glissent d’un document."
        " Seuil\u00a0:"
        " {threshold} au plus. 6⁺² se lit\u00a0: six documents, plus une série de deux.",
        "La moyenne sur tous les ordres (τ de Mao, exact) montre ce qui tient à l’ordre\u00a0; ce n’est pas une"
        " preuve.",
        "Des codes ont été créés après le codage de certains documents sans y être recherchés depuis\u00a0: leur"
        " première"
        " apparition peut être plus ancienne.",
        "Documents que personne n’a codés ni déclarés lus, laissés de côté\u00a0: {number}.",
        "Phrase pour l’article",
    ),
    "en": _SaturationWords(
        "Code saturation", "Document by document",
        ("In the order of collection", "In the documents' own order, as not all dates are known"),
        ("No.", "Document", "Date", "New codes", "Cumulative", "Ratio of the run that begins here",
         "Mean over all orders", "Later codes not sought here", "Codes"),
        "By stratum or concept",
        ("Stratum or concept", "Documents", "Descriptive codes", "Codes of the base", "Saturation"),
        "{within}, the first {base} documents gave {codes} descriptive codes; after document"
        " {reached},"
        " a run of {run} consecutive documents added {new} ({ratio}, with a threshold of {threshold}):"
        " code"
        " saturation at {written} (Guest, Namey and Chen 2020). This is about new codes appearing in this corpus and in"
        " this order; it says nothing of the richness of their meaning, nor of what further interviews would bring.",
        "{within}, the first {base} documents gave {codes} descriptive codes; no run of {run}"
        " consecutive documents came down to the threshold of {threshold} (last run: {ratio}). Code saturation in the"
        " sense of Guest, Namey and Chen (2020) was not reached.",
        "A base of {base} and a run of {run} need {needed} coded documents at least; there are {documents}.",
        {"dates": "Documents in the order of their dates.",
         "some dates": "Documents with a date in the order of their dates, then the others in the documents' order.",
         "documents": "Without dates, documents are in their own order, which may not be that of collection."},
        "A code is new in the first document that it is on. Ratio: new codes in a run of {run} documents over the codes"
        " of the fixed base, the first {base}; runs go on by one document. Threshold: at most {threshold}. 6⁺²"
        " reads: six"
        " documents, plus a run of two.",
        "The mean over all orders (Mao's τ, exact) shows how much hangs on this order; it is no proof.",
        "Some codes were made after documents had been coded, and were not sought there since: they may have appeared"
        " earlier.",
        "Documents that nobody coded or declared read, left out: {number}.",
        "Sentence for the article",
    ),
}  # fmt: skip


def words(moment: Moment) -> _SaturationWords:
    """Return how it is said in the language of print."""
    return _WORDS[moment.language if moment.language in _WORDS else "en"]


_DAY = 2  # the column of days, which is left out where none are known


def percent(moment: Moment, share: float, *, even: bool = False) -> str:
    """Return a share as it is printed: one decimal where it has any, or `even` where it has none."""
    number = f"{100 * share:.1f}".removesuffix("" if even else ".0")
    return f"{number.replace('.', ',')}\u202f%" if moment.language == "fr" else f"{number}%"


def sentence(moment: Moment, whole: Saturation) -> str:
    """Return what an article may say of the whole series, and no more."""
    said, found, rule = words(moment), whole.whole, whole.whole.rule
    values = {
        "base": rule.base,
        "run": rule.run,
        "codes": found.base,
        "needed": rule.base + rule.run,
        "documents": len(found.documents),
        "threshold": percent(moment, rule.threshold),
        "written": found.written,
        "reached": found.reached,
        "within": said.within[whole.order != "dates"],
    }
    known = [one for one in found.ratios if one is not None]
    if not known:
        return said.short.format(**values)
    if found.reached is None:
        return said.none.format(**values, ratio=percent(moment, known[-1]))
    new = sum(found.counts[found.reached : found.reached + rule.run])
    return said.sentence.format(**values, new=new, ratio=percent(moment, new / found.base))


def notes(moment: Moment, found: Saturation) -> tuple[str, ...]:
    """Return what the numbers rest on."""
    said, rule = words(moment), found.whole.rule
    values = {"base": rule.base, "run": rule.run, "threshold": percent(moment, rule.threshold)}
    kept = [said.orders[found.order], said.defined.format(**values), said.expected]
    if any(found.unread.values()):
        kept.append(said.unread)
    if found.uncoded:
        kept.append(said.uncoded.format(number=len(found.uncoded)))
    return tuple(kept)


def report(moment: Moment, rule: SaturationRule = USUAL) -> Report:
    """Return the saturation of a view, by the concepts of each framework, too; no section where nothing is coded."""
    return printed(
        moment,
        [saturation(moment, rule, concepts=one.framework) for one in moment.frameworks] or [saturation(moment, rule)],
    )


def printed(moment: Moment, found: list[Saturation]) -> Report:
    """Return the series of the first, and the parts of all."""
    said, first = words(moment), found[0]
    if not first.whole.found:
        return Report(said.title, moment.language, ())
    kept = [n for n in range(len(said.columns)) if n != _DAY or first.days]
    columns, *lines = (tuple(row[n] for n in kept) for row in (said.columns, *rows(moment, first)))
    sections = [
        Section(said.order, (sentence(moment, first), *notes(moment, first)), tuple(map(str, columns)), tuple(lines))
    ]
    parts = [part for one in found for part in one.parts if part.found]
    if parts:
        sections.append(Section(said.parts, (), said.part_columns, tuple(_part(moment, part) for part in parts)))
    return Report(said.title, moment.language, tuple(sections))


def rows(moment: Moment, found: Saturation) -> list[tuple[Cell, ...]]:
    """Return a row for each document."""
    whole, mask = found.whole, moment.mask
    lines = zip(whole.documents, whole.new, whole.cumulative, whole.ratios, whole.expected, strict=True)
    return [
        (
            n,
            mask.document(moment.infos[key]),
            found.days.get(key, ""),
            _opened(moment, key, new),
            total,
            "" if ratio is None else percent(moment, ratio, even=True),
            round(expected, 1),
            len(found.unread[key]),
            apart((mask.text(moment.codes[code].path) for code in new), moment.language),
        )
        for n, (key, new, total, ratio, expected) in enumerate(lines, 1)
    ]


def _opened(moment: Moment, document: int, codes: Sequence[int]) -> Count:
    return Count(len(codes), partial(_new, moment, document, codes))


def _new(moment: Moment, document: int, codes: Sequence[int]) -> list[EvidenceItem]:
    """Return the segments of new codes in the document they are new in."""
    spans = np.unique(np.concatenate([moment.net.spans(code, "direct") for code in codes]))
    return moment.net.every(spans[moment.coded.places[spans, 0] == document].tolist())


def _part(moment: Moment, part: Series) -> tuple[Cell, ...]:
    return moment.mask.text(part.name), len(part.documents), len(part.found), part.base, part.written or "—"


def sheet(moment: Moment, rule: SaturationRule = USUAL) -> Sheet:
    """Return a line for each document."""
    found = saturation(moment, rule)
    names = ("number", "document", "date", "new", "cumulative", "ratio", "expected", "unread", "codes")
    exact = [None if one is None else round(one, 6) for one in found.whole.ratios]
    lines = [(*row[:5], ratio, *row[6:]) for row, ratio in zip(rows(moment, found), exact, strict=True)]
    return Sheet(words(moment).title, names, tuple(lines))

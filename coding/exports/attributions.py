"""The check of attributions as a list: which quotation in print gives somebody away, or is nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coding.articles.attributions import Slip, in_documents, selected, slips
from coding.articles.quoted import Quoted
from coding.exports.reports import Report, Section
from coding.moment.moment import Moment
from coding.permits import Place

_LONGEST = 120  # characters of a quotation that are shown
_WORDS = {
    "fr": {
        "title": "Contrôle des attributions",
        "header": "Verbatim|Attribution|Ce qui ne va pas|Participant·e",
        "firm behind": "L’attribution nomme l’entreprise d’une personne confidentielle\u00a0: {firm}",
        "firm within": "Les mots nomment l’entreprise d’une personne confidentielle\u00a0: {firm}",
        "told": "Le tableau dit la fonction d’une personne confidentielle, avec autre chose d’elle",
        "nobody": "Aucun·e participant·e n’a cette attribution",
        "near": "le plus proche\u00a0: {who}",
    },
    "en": {
        "title": "Check of attributions",
        "header": "Quotation|Attribution|What is wrong|Participant",
        "firm behind": "What stands behind it names the firm of someone confidential: {firm}",
        "firm within": "The words name the firm of someone confidential: {firm}",
        "told": "The table tells the function of someone confidential, and something else of them",
        "nobody": "No participant has this attribution",
        "near": "nearest: {who}",
    },
}


def printed(moment: Moment, codes: Iterable[int] | None = None) -> list[Quoted]:
    """Return the quotations of a study that are in print: the selected ones, and those within articles among it."""
    return [*selected(moment, codes), *in_documents(moment)]


def report(moment: Moment, found: Sequence[Slip]) -> Report:
    """Return a line for each slip: the words, what stands behind them, what is wrong, and whom it is about."""
    language = moment.language if moment.language in _WORDS else "en"
    words, mask = _WORDS[language], moment.mask
    quoted = ((mask.text(shortened(one.quoted.words)), mask.text(one.quoted.attribution)) for one in found)
    rows = tuple((*cells, said(moment, one), _who(moment, one)) for cells, one in zip(quoted, found, strict=True))
    section = Section("", (), tuple(words["header"].split("|")), rows, caption=words["title"])
    return Report(words["title"], language, (section,))


def said(moment: Moment, one: Slip) -> str:
    """Return in a sentence what is wrong."""
    words = _WORDS.get(moment.language, _WORDS["en"])
    return moment.mask.text(words[one.kind].format(firm=one.firm))


def _who(moment: Moment, one: Slip) -> str:
    """Return whom a slip is about, with the function that print gives."""
    if one.participant is None:
        return ""
    person, mask = moment.people[one.participant], moment.mask
    function = "" if mask.hides(person.key) else mask.text(person.function)
    who = ", ".join(filter(None, (mask.person(person.key), function)))
    return _WORDS.get(moment.language, _WORDS["en"])["near"].format(who=who) if one.kind == "nobody" else who


def shortened(words: str) -> str:
    """Return the beginning of a quotation by which it is known again."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def places(moment: Moment, codes: Iterable[int] | None = None) -> list[Place]:
    """Return where the quotations stand that something is wrong with."""
    found = (one.quoted.place for one in slips(moment, printed(moment, codes)))
    return [place for place in found if place is not None]

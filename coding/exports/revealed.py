"""All that print reveals of each participant together: what is told, what is quoted, and what left before."""

from __future__ import annotations

from coding import permits, singling
from coding.exports import singled
from coding.exports.dates import day
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, apart
from coding.moment import shown
from coding.moment.moment import Moment
from coding.tables import verbatims
from corpus.people import disclosures

_WORDS = {
    "fr": {
        "title": "Ce que l’imprimé révèle",
        "header": "Participant·e|Attributs|Fonction et entreprise|Verbatims imprimés|Mots signalés|"
        "Nombre de personnes dans ce cas|"
        "Déjà diffusé contre un refus ou sans masquage",
        "phrase": "tournure",
        "date": "date",
        "figure": "chiffre",
        "names": "noms montrés",
    },
    "en": {
        "title": "What print reveals",
        "header": "Participant|Attributes|Function and firm|Quotations in print|Flagged words|How many have all that|"
        "Left before, against an agreement or unmasked",
        "phrase": "turn of phrase",
        "date": "date",
        "figure": "figure",
        "names": "names shown",
    },
}


def report(moment: Moment, without: frozenset[int] = frozenset()) -> Report:
    """Return a line for each participant: what the table of interviews tells and the quotations in print say of them.

    With that goes how many participants have all that is told of somebody confidential, and what left before.
    """
    said, mask = _WORDS.get(moment.language, _WORDS["en"]), moment.mask
    quoted = [row.place for row in verbatims.table(moment) if row.selected]
    by_place = {place: permits.heard(moment, [place]) for place in dict.fromkeys(quoted)}
    alone = {one.participant: one for one in singling.singled(moment)}
    before = _left(moment, said)
    rows: list[tuple[Cell, ...]] = []
    for key in shown.people(moment):
        if key in without:
            continue
        theirs = [place for place in quoted if key in by_place[place]]
        flags = (said[one.kind] for one in singling.flagged(moment, theirs))
        have = alone[key].have if key in alone else ""
        told = ", ".join(filter(None, (mask.functions([key]), mask.firms([key]))))
        line = (mask.person(key), _attributes(moment, key), told, len(theirs), apart(flags, moment.language), have)
        rows.append((*line, "\n".join(before.get(key, ()))))
    section = Section("", (), tuple(said["header"].split("|")), tuple(rows), caption=said["title"])
    return Report(said["title"], moment.language if moment.language in _WORDS else "en", (section,))


def _attributes(moment: Moment, key: int) -> str:
    told = ((info.label(moment.language), moment.mask.told(key, info.name)) for info in singling.columns(moment))
    form = singled.words(moment)["value"]
    return "\n".join(form.format(name, value) for name, value in told if value)


def _left(moment: Moment, said: dict[str, str]) -> dict[int, list[str]]:
    """Return by participant what left against an agreement, or with names: the day, by which way, and which use."""
    names = {one.name: key for key, one in moment.people.items()}
    found: dict[int, list[str]] = {}
    for one in disclosures.listed(moment.project):
        line = f"{day(one.at, moment.language)} {one.path} ({', '.join(said.get(use, use) for use in one.uses)})"
        for name in one.participants:
            if name in names:
                found.setdefault(names[name], []).append(line)
    return found

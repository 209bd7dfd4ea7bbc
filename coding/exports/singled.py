"""What re-identifies, as a list: combinations that single somebody out, and words that were flagged."""

from __future__ import annotations

from coding import permits, singling
from coding.exports.attributions import shortened
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell
from coding.moment.moment import Moment
from coding.singling import Singled
from coding.telltales import Place, TelltaleInfo

_WORDS = {
    "fr": {
        "title": "Ce qui réidentifie", "header": "Participant·e|Ce qui en est dit|Nombre de personnes|Que faire",
        "caption": "Combinaisons que partagent moins de {k} participant·e·s",
        "value": "{}\u00a0: {}", "either": " ou ", "generalise": "généraliser ou retirer {}",
        "firm": "fonction et entreprise ensemble", "hide": "masquer la personne",
        "phrase": "Tournure\u00a0: «\u00a0{}\u00a0»", "date": "Date\u00a0: «\u00a0{}\u00a0»",
        "figure": "Chiffre\u00a0: «\u00a0{}\u00a0»", "cut": "couper ou remplacer ces mots",
    },
    "en": {
        "title": "What re-identifies", "header": "Participant|What is told of them|How many have it|What helps",
        "caption": "What fewer than {k} participants share",
        "value": "{}: {}", "either": " or ", "generalise": "generalise or leave out {}",
        "firm": "function and firm together", "hide": "leave the person out",
        "phrase": "Turn of phrase: “{}”", "date": "Date: “{}”", "figure": "Figure: “{}”",
        "cut": "cut or replace these words",
    },
}  # fmt: skip


def words(moment: Moment) -> dict[str, str]:
    """Return the sentences in the language of print."""
    return _WORDS.get(moment.language, _WORDS["en"])


def report(moment: Moment, without: frozenset[int] = frozenset()) -> Report:
    """Return a line for each confidential participant whom what is told singles out, then one for each flagged place.

    All attributes of participants are looked at together, as the table of interviews prints them.
    """
    said = words(moment)
    rows: list[tuple[Cell, ...]] = [
        (moment.mask.person(one.participant), told(moment, one), one.have, helps(moment, one))
        for one in singling.singled(moment)
        if one.participant not in without
    ]
    rows += [flag(moment, one) for one in moment.read.telltales if not permits.heard(moment, [one.place]) & without]
    caption = said["caption"].format(k=singling.fewest(moment.project))
    section = Section("", (), tuple(said["header"].split("|")), tuple(rows), caption=caption)
    return Report(said["title"], moment.language if moment.language in _WORDS else "en", (section,))


def flag(moment: Moment, one: TelltaleInfo) -> tuple[str, str, str, str]:
    """Return the line of flagged words: who says them, the words with why, and what helps."""
    said = words(moment)
    note = f" – {moment.mask.text(one.note)}" if one.note else ""
    return _who(moment, one), said[one.kind].format(_words_of(moment, one)) + note, "", said["cut"]


def told(moment: Moment, one: Singled) -> str:
    """Return what is told of somebody: attribute and value, a line each."""
    said, labels = words(moment), moment.known.labelled(moment.language)
    lines = [said["value"].format(labels.get(name, name), moment.mask.text(value)) for name, value in one.told]
    return "\n".join([*lines, *([said["firm"]] if one.firm else [])])


def helps(moment: Moment, one: Singled) -> str:
    """Return what would lift it: which attributes to generalise or leave out."""
    said, labels = words(moment), moment.known.labelled(moment.language)
    ways = [" + ".join(labels.get(name, name) for name in way) for way in one.lifted]
    return said["generalise"].format(said["either"].join(ways)) if ways else said["hide"]


def _who(moment: Moment, one: TelltaleInfo) -> str:
    people = moment.voices.heard(*one.place).participants
    return moment.mask.names(people)


def _words_of(moment: Moment, one: TelltaleInfo) -> str:
    return shortened(" ".join(moment.mask.text(moment.text(one.document)[one.start : one.end]).split()))


def places(moment: Moment, without: frozenset[int] = frozenset()) -> list[Place]:
    """Return where the flagged words stand."""
    return [one.place for one in moment.read.telltales if not permits.heard(moment, [one.place]) & without]

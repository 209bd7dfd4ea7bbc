"""The co-occurrence of descriptive codes for print: how often two are on the same words, in a turn, or near by."""

from __future__ import annotations

from functools import partial

from coding.exports import opening
from coding.exports.opening import Count
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell
from coding.moment.moment import Moment
from coding.tables.cooccurrence import NEAR, Meets, Together, cooccurrence, opened

_WORDS = {
    "fr": (
        "Cooccurrence des codes", "Code", "Avec", "Mêmes mots", "Même tour", "À {near} tours près", "Tours du premier",
        "Tours du second", "c", "À noter", "plus de cinq fois plus fréquent\u00a0: c est faussé",
        "Tours de parole où les deux codes sont sur les mêmes mots, dans le même tour, ou à {near} tours l’un de"
        " l’autre. c (indice de Jaccard des tours)\u00a0: n12 / (n1 + n2 − n12).",
    ),
    "en": (
        "Co-occurrence of codes", "Code", "With", "Same words", "Same turn", "Within {near} turns",
        "Turns of the first", "Turns of the second", "c", "To mind", "over five times as frequent: c is distorted",
        "Turns in which both codes are on the same words, in the same turn, or within {near} turns of each other. c"
        " (Jaccard’s index of the turns): n12 / (n1 + n2 − n12).",
    ),
}  # fmt: skip


def report(moment: Moment) -> Report:
    """Return a line for every two descriptive codes that meet, the most turns first."""
    language = moment.language if moment.language in _WORDS else "en"
    title, *heads, frequent, note = _WORDS[language]
    name = {key: moment.mask.text(way) for key, way in moment.ways.items()}
    rows = tuple(
        (name[one.first], name[one.second], *_counted(moment, one), round(one.c, 3), frequent if one.warned else "")
        for one in cooccurrence(moment)
    )
    columns = tuple(head.format(near=NEAR) for head in heads)
    notes = (note.format(near=NEAR),)
    return Report(title, language, (Section("", (), columns, rows, caption=title, notes=notes),))


def _counted(moment: Moment, pair: Together) -> tuple[Cell, ...]:
    met: tuple[tuple[int, Meets], ...] = ((pair.words, "words"), (pair.turns, "turns"), (pair.near, "near"))
    of_one = ((pair.one, pair.first), (pair.other, pair.second))
    return (
        *(Count(number, partial(opened, moment, pair.first, pair.second, how)) for number, how in met),
        *(Count(number, opening.of_code(moment, code)) for number, code in of_one),
    )

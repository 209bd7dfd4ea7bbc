"""The words that figures have in common, in French and in English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coding.exports.sheets import said
from coding.figures.letters import unshown
from coding.moment.dimensions import NONE
from coding.moment.moment import Moment

_UNITS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "fr": {
        "passages": ("passage", "passages"), "codings": ("segment codé", "segments codés"),
        "documents": ("document", "documents"), "participants": ("participant·e", "participant·e·s"),
        "words": ("mot", "mots"), "share": ("% des mots", "% des mots"), "binary": ("présent", "présents"),
        "asked": ("% des personnes interrogées", "% des personnes interrogées"),
        "unread": ("segment jamais relu", "segments jamais relus"),
        "same-words": ("passage, mêmes mots", "passages, mêmes mots"),
        "near": ("passage à deux tours près", "passages à deux tours près"), "c": ("% (c)", "% (c)"),
        "codes": ("code", "codes"), "series": ("série", "séries"),
        "themes": ("thème", "thèmes"), "dimensions": ("dimension", "dimensions"),
        "rows": ("ligne", "lignes"), "columns": ("colonne", "colonnes"), "concepts": ("concept", "concepts"),
        "links": ("lien", "liens"), "ties": ("lien", "liens"), "values": ("valeur", "valeurs"),
        "levels": ("niveau", "niveaux"),
    },
    "en": {
        "passages": ("passage", "passages"), "codings": ("coded segment", "coded segments"),
        "documents": ("document", "documents"), "participants": ("participant", "participants"),
        "words": ("word", "words"), "share": ("% of words", "% of words"), "binary": ("present", "present"),
        "asked": ("% of those asked", "% of those asked"),
        "unread": ("segment never read again", "segments never read again"),
        "same-words": ("passage, same words", "passages, same words"),
        "near": ("passage within two turns", "passages within two turns"), "c": ("% (c)", "% (c)"),
        "codes": ("code", "codes"), "series": ("series", "series"),
        "themes": ("theme", "themes"), "dimensions": ("dimension", "dimensions"),
        "rows": ("row", "rows"), "columns": ("column", "columns"), "concepts": ("concept", "concepts"),
        "links": ("link", "links"), "ties": ("line", "lines"), "values": ("value", "values"),
        "levels": ("level", "levels"),
    },
}  # fmt: skip
_WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "none": "(aucun)",
        "parts": "Montré ici\u00a0: {shown} {unit} sur {all}\u202f; le reste est moins fréquent.",
        "is": "\u00a0: ",
        "letters": "□ remplace des signes que la police de la figure n’a pas.",
    },
    "en": {
        "none": "(none)",
        "parts": "Shown here: {shown} {unit} of {all}; the rest is less frequent.",
        "is": ": ",
        "letters": "□ stands for signs that the figure’s font doesn’t have.",
    },
}


def spoken(moment: Moment) -> str:
    """Return in which of the two languages a figure speaks."""
    return moment.language if moment.language in _UNITS else "en"


def unit(name: str, language: str, number: float = 2) -> str:
    """Return what is counted, for one or several; in French 0 and 1 are singular, in English 1 alone."""
    one, several = _UNITS[language][name]
    return one if (abs(number) < 2 if language == "fr" else number == 1) else several


def counted(number: float, name: str, language: str) -> str:
    """Return a number with what is counted."""
    if name in ("share", "asked", "c"):
        return f"{percent(number, language)} {unit(name, language).removeprefix('% ')}"
    return f"{said(int(number), language)} {unit(name, language, number)}"


def number(value: float, language: str) -> str:
    """Return a whole number as it is written in a language."""
    return said(int(value), language)


def percent(share: float, language: str) -> str:
    """Return a share of 1 as it is written in a language.

    >>> percent(0.125, "fr"), percent(0.5, "en")
    ('12,5\\u202f%', '50%')
    """
    value = round(share * 100, 1)
    shown = said(int(value) if value == int(value) else value, language)
    return f"{shown}\u202f%" if language == "fr" else f"{shown}%"


def named(name: str, language: str) -> str:
    """Return a label's name as it is printed."""
    return _WORDS[language]["none"] if name == NONE else name


def told(name: str, number: str, language: str) -> str:
    """Return what a mark says: whose it is, and how much."""
    return f"{name}{_WORDS[language]['is']}{number}"


def left_out(shown: int, all: int, name: str, language: str) -> list[str]:
    """Say that some lines are not drawn; nothing where all are."""
    if shown >= all:
        return []
    return [_WORDS[language]["parts"].format(shown=shown, all=said(all, language), unit=unit(name, language))]


def unlettered(texts: Iterable[str], language: str) -> list[str]:
    """Say that letters are missing; nothing where none are."""
    return [_WORDS[language]["letters"]] if any(map(unshown, texts)) else []

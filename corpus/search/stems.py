"""Light stems of French and English: one for a word's numbers, genders and regular conjugations.

Only endings of inflection are taken off, never those that make another word: `innovons` and `innover` are alike,
`innovation` and `innover` are not. Words are folded, without accents.
"""

from __future__ import annotations

from functools import lru_cache

_FRENCH = sorted(
    """
    eraient erait erai era erons eron eront erez er ez ent ant ante ait ai aient on ee e
    issaient issait issai issant issent issez isson iraient irait irai ira iront irez ir it i
    """.split(),
    key=len,
    reverse=True,
)
"""Endings once the s of the plural is off; `on` is that of `innovons` and, alike in both its forms, of `maison`."""
_ENGLISH_DOUBLED = frozenset("bdfgmnprt")
_SHORTEST = 4


@lru_cache(maxsize=262_144)
def stems(word: str) -> tuple[str, str]:
    """Return the French and the English stem of a folded word.

    >>> stems("innovaient")[0] == stems("innover")[0], stems("planning")[1] == stems("planned")[1]
    (True, True)
    """
    return _french(word), _english(word)


def alike(word: str, other: str) -> bool:
    """Say whether two folded words have the same stem in either language."""
    one, two = stems(word), stems(other)
    return one[0] == two[0] or one[1] == two[1]


def _french(word: str) -> str:
    if not word.isalpha() or len(word) < _SHORTEST:
        return word
    if word.endswith("eaux"):
        word = word[:-1]
    elif word.endswith("aux") and len(word) > 5:
        word = word[:-2] + "l"
    elif word[-1] in "sx" and word[-2] != "s" and not word.endswith("us"):
        word = word[:-1]
    if word.endswith("dre") and len(word) > 5:
        return word[:-2]
    if word.endswith(("ives", "ive")):
        return word.rstrip("s")[:-2] + "f"
    for ending in _FRENCH:
        stem = word[: -len(ending)]
        vowels = "aeiou" if ending[0] == "i" else "i" if ending == "on" else ""
        if word.endswith(ending) and len(stem) >= _SHORTEST and stem[-1] not in vowels:
            return _soft(stem)
    return _soft(word)


def _soft(stem: str) -> str:
    """Undo what spelling does before an ending: achete and achet, mange and mang, pai and pay, bonn and bon."""
    if stem.endswith(("ge", "que")) and len(stem) > _SHORTEST:
        stem = stem[:-1]
    if stem.endswith("qu"):
        stem = stem[:-2] + "c"
    if len(stem) > _SHORTEST and stem[-1] == stem[-2] and stem[-1] in "lnt":
        stem = stem[:-1]
    if stem[-1] == "i" and stem[-2:-1] in tuple("aou"):
        stem = stem[:-1] + "y"
    return stem


def _english(word: str) -> str:
    if not word.isalpha() or len(word) < _SHORTEST:
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and word[-2] not in "sui":
        word = word[:-1]
    for ending in ("ing", "ed"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 3 and set(stem) & set("aeiouy"):
            if stem[-1] == stem[-2] and stem[-1] in _ENGLISH_DOUBLED:
                stem = stem[:-1]
            word = stem[:-1] + "y" if stem.endswith("i") else stem
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word

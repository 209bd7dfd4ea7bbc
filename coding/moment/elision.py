"""What is put for a name, so that a French text still reads well: elisions, contractions and articles agree with it."""

from __future__ import annotations

import re

_VOWELS = frozenset("aeiouàâéèêëîïôöûü")
_FEMININE = frozenset({"personne", "entreprise", "marque", "fonction", "organisation", "adresse", "enseigne", "ville"})
# A word before the name, at its very end; after an apostrophe it may be elided.
_BEFORE = re.compile(
    r"(?<![^\W_])(d|l|qu|jusqu|lorsqu|puisqu|de|la|le|que|du|au|jusque|lorsque|puisque)(['’]|[ \u00a0])$", re.I
)
_LONGEST = 9
_FULL = {"d": "de", "qu": "que", "jusqu": "jusque", "lorsqu": "lorsque", "puisqu": "puisque"}
_ELIDED = {full: elided for elided, full in _FULL.items()}
_ARTICLES = frozenset({"l", "la", "le"})
_OR = {"fr": " ou "}
_OR_SAID = re.compile(" ou | or ")
_MANY, _SEVERAL = 3, "[…]"  # that are named each; of several kinds


def either(one: str, other: str, language: str) -> str:
    """Return what stands for two that can't be told apart: `[participant 3 ou participant 8]`.

    For many it is `[participant]`, and of several kinds `[…]`.
    """
    if one == _SEVERAL or (" " not in one and other.startswith(f"{one[:-1]} ")):
        return one  # as it stands for many already
    said = _OR.get(language, " or ")
    each = [*one.strip("[]").split(said), other.strip("[]")]
    nouns = {inner.split(" ")[0] for inner in each}
    if len(each) <= _MANY and one.strip("[]") not in nouns:
        return f"[{said.join(each)}]"
    return f"[{nouns.pop()}]" if len(nouns) == 1 else _SEVERAL


def same(before: str, shown: str) -> bool:
    """Say whether what stands for a name may be what the next stands for: the same, or one of several."""
    if not (before.endswith("]") and shown.startswith("[")):
        return before == shown
    inner, other = before[before.index("[") + 1 : -1], shown[1:-1]
    return other in _OR_SAID.split(inner) or inner == "…" or other.startswith(f"{inner} ")


def readable(text: str, start: int, end: int, shown: str, language: str, after: int) -> tuple[int, int, str]:
    """Return from where to where a text is replaced, and what is put there, so that the words before agree with it.

    Nothing before `after` is touched.
    """
    if language != "fr":
        return start, end, shown
    match = _BEFORE.search(text, max(after, start - _LONGEST), start)
    if match is None:
        return start, end, shown
    word, inner = match[1].lower(), shown.lstrip("[").lower()
    put = _agreed(word, match[2], inner)
    if put is None:
        return start, end, shown
    return match.start(), end, (put[:1].upper() + put[1:] if match[1][0].isupper() else put) + shown


def _agreed(word: str, sign: str, inner: str) -> str | None:
    """Return what is written for the word before, with its space or apostrophe; None where it stays as it is."""
    elided, vowel = not sign.isspace(), inner[:1] in _VOWELS
    if word in _ARTICLES and inner.startswith(("l'", "l’", "le ", "la ", "les ")):
        return ""
    if elided == vowel and word not in ("du", "au"):
        return None
    if elided:
        return (_FULL.get(word) or ("la" if _feminine(inner) else "le")) + " "
    if word in ("du", "au"):
        return _contracted(word, inner, vowel)
    return ("l" if word in _ARTICLES else _ELIDED[word]) + "'"


def _contracted(word: str, inner: str, vowel: bool) -> str | None:
    full = "de" if word == "du" else "à"
    if vowel:
        return f"{full} l'"
    return f"{full} la " if _feminine(inner) else None


def _feminine(inner: str) -> bool:
    return next(iter(re.findall(r"\w+", inner)), "") in _FEMININE

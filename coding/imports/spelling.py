"""Whether an unknown name is a new code, or a framework's code misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coding.codebook.tree import Node
from corpus.words import folded

_NUMBERED = re.compile(r"([a-z]+)[\s._-]*\d+\b.*", re.DOTALL)
_SHORT = 4
_LONG = 10


def meant(name: str, codes: Iterable[Node], frameworks: Iterable[str]) -> str | None:
    """Return what a person who wrote `name`, which is no code's, may have meant of a framework; None if nothing.

    That is a code named with its framework (`meco-2019:C9`); a letter and number like the framework's keys (`C9`, `C1.
    Analyse`); or a key or name of over four letters but for one letter, of over ten but for two.
    """
    plain = folded(" ".join(name.split()))
    before, colon, _ = plain.partition(":")
    for framework in frameworks:
        if colon and distance(before.strip(), folded(framework), 2) <= 2:
            return framework
    theory = [code for code in codes if code.framework is not None]
    numbered = _NUMBERED.fullmatch(plain)
    for code in theory:
        own = _NUMBERED.fullmatch(folded(code.code_key or ""))
        if numbered and own and numbered[1] == own[1]:
            return _nearest_key(plain, theory) or code.code_key
    for code in theory:
        for known in filter(None, (code.code_key, code.name)):
            allowed = 0 if len(known) <= _SHORT else 1 if len(known) <= _LONG else 2
            if allowed and distance(plain, folded(known), allowed) <= allowed:
                return known
    return None


def _nearest_key(plain: str, theory: Iterable[Node]) -> str | None:
    """Return the key that `plain` begins with, as in `C1. Analyse`."""
    first = re.split(r"[\s.:_-]+", plain, maxsplit=1)[0]
    return next((code.code_key for code in theory if code.code_key and folded(code.code_key) == first), None)


def distance(left: str, right: str, most: int) -> int:
    """Return how many letters must be put in, left out or changed to make one of the other; `most` + 1 if more."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)

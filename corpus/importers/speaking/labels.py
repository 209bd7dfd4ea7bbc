"""Labels: what stands before the words of a turn, cleaned of what is no part of a name, and how alike two are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from corpus.importers.speaking import label_words
from corpus.importers.speaking.label_words import fold

LONGEST = 60
_MOST_WORDS = 8
_UNSEEN = re.compile(r"[\x7f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_SENTENCE = re.compile(r"[?!…;？！؟。]|\w{5,}\. |,\Z|\.\.")
_PAIRS = (("(", ")"), ("[", "]"), ("<", ">"), ("{", "}"), ("«", "»"))
_PAIRED = frozenset("()[]<>{}«»")
_FULL_STOP = re.compile(r"(?<=\w{4})\.\Z")
_SIGNS = re.compile(r"[\[(<]?[*?…._#=+~×–—-]{1,8}[\])>]?")
_DATE = re.compile(r"\d[/.-]\d{1,2}[/.-]\d")


@lru_cache(10_000)
def cleaned(raw: str) -> str:
    """Return a label as a person would copy it: no marks of bold type, no unseen characters, no tool's sign around it.

    >>> cleaned("**Inès\\u202f** 🎤")
    'Inès'
    """
    plain = " ".join(_UNSEEN.sub("", raw).split())
    if only_signs(plain):
        return plain
    label = _FULL_STOP.sub("", plain.replace("*", "").strip("_ ").rstrip(" :："))
    if label.isascii():
        return label
    bare = label.strip(" \ufe0f\ufe0e" + "".join(char for char in label if unicodedata.category(char) in ("So", "Sk")))
    return bare or label


def only_signs(label: str) -> bool:
    """Is a label nothing but signs that stand for a name that may not or can't be told, such as `***` or `???`?"""
    return _SIGNS.fullmatch(label) is not None


def stands_for_a_name(label: str) -> bool:
    """Are the signs of a label such as seldom stand for anything else than a name?"""
    return len(label) > 1 and not label.strip("*?#×[]<>")


@lru_cache(10_000)
def possible(label: str) -> bool:
    """Can `label` be one at all: something short that is no sentence?"""
    return only_signs(label) or (
        0 < len(label) <= LONGEST
        and label.count(" ") < _MOST_WORDS
        and any(char.isalnum() or unicodedata.category(char) == "So" for char in label)
        and not _SENTENCE.search(label)
        and not _DATE.search(label)
        and (_PAIRED.isdisjoint(label) or all(label.count(left) == label.count(right) for left, right in _PAIRS))
    )


@lru_cache(maxsize=1024)
def head(label: str) -> str:
    """Return the first word of a label, folded, without the number at its end."""
    first, *_ = fold(label).split() or [""]
    return re.sub(r"[\d_]+\Z", "", first) or first


def looks_like_a_name(label: str) -> bool:
    """Is every word a name's: with a capital, a number, of a script without capitals, or a particle such as `de`?"""
    parts = re.findall(r"[\w’']+", label)
    return 0 < len(parts) <= 5 and all(
        part[0].isupper() or not part[0].islower() or part in label_words.PARTICLES for part in parts
    )


def length(label: str) -> int:
    """Return how many words a label has; groups of figures, as in a telephone's number, are none."""
    return max(1, sum(any(map(str.isalpha, part)) for part in label.split()))


def brief(label: str) -> bool:
    """Is a label as short as a name is: three words, or one that begins small?"""
    return length(label) <= (1 if label[0].islower() else 3)


def family(label: str) -> str:
    """Return what labels that differ by their numbers have in common."""
    return re.sub(r"\d+", "#", fold(label))


def nearest(label: str, turns: int, frequent: Mapping[str, int]) -> str | None:
    """Return the label, at least three times as frequent, that `label` is one or two letters away from."""
    mine = fold(label)
    best: tuple[int, int, str] | None = None
    for other, count in frequent.items():
        theirs = fold(other)
        if other == label or count < 3 or count < 3 * turns or _digits(mine) != _digits(theirs):
            continue
        reach = 2 if min(len(mine), len(theirs)) >= 5 else 1 if min(len(mine), len(theirs)) >= 3 else 0
        far = distance(mine, theirs, reach)
        if far <= reach and (best is None or (far, -count) < best[:2]):
            best = (far, -count, other)
    return best[2] if best else None


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def distance(a: str, b: str, most: int) -> int:
    """Return the edit distance with neighbours swapped counted once (optimal string alignment); `most` + 1 if over."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)

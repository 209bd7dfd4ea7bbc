"""The base forms of French and English words, by the tables of `spacy-lookups-data`: `fasse` is of `faire`.

All parts of speech are united, and words are folded, as those of the index are: `suis` is of `etre` and of `suivre`.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from corpus.search.analysis import fold
from corpus.search.stems import alike

LANGUAGES = ("fr", "en")
BEGINNING = 3
"""Letters that the forms of a regular word have in common at least."""
_LONGEST = 6  # of the endings
# The tables have no rule for the commonest ending of French, as in `parle`, nor for its plural.
_MORE = {"fr": {"verb": (("e", "er"),)}, "en": {}}
_FORGOTTEN = {"fr": {"vis": ["vivre"], "vit": ["vivre"]}, "en": {}}


@dataclass(frozen=True, slots=True)
class Lemmas:
    """What is known of one language: `exceptions` gives the base forms of a form, `forms` the forms of a base form.

    `rules` say of an ending what may stand in its place, and the base forms of that part of speech. `written` gives
    base forms with their accents, where they have any.
    """

    exceptions: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, tuple[tuple[str, set[str]], ...]]
    index: frozenset[str]
    nouns: frozenset[str]
    written: Mapping[str, str]

    def of(self, word: str) -> frozenset[str]:
        """Return every base form of a folded word; none where the word is unknown."""
        found = set(self.exceptions.get(word, ()))
        for length in range(1, min(len(word), _LONGEST) + 1):
            for instead, known in self.rules.get(word[-length:], ()):
                if (base := word[:-length] + instead) in known:
                    found.add(base)
        if word in self.index or word in self.forms:
            found.add(word)
        return frozenset(found)


@cache
def lemmas(language: str) -> Lemmas:
    """Return what is known of a language, read when first asked for."""
    tables = {table: _table(language, table) for table in ("exc", "index", "rules")}
    exceptions: dict[str, tuple[str, ...]] = {}
    accented: dict[str, str] = {}
    alone: dict[str, tuple[str, ...]] = {}
    known = {part: set(_folded(words)) for part, words in tables["index"].items()}
    for part, entries in (*tables["exc"].items(), ("verb", _FORGOTTEN[language])):
        given = _folded(" ".join(many) for many in entries.values())
        for form, base in zip(_folded(entries), given, strict=True):
            before = exceptions.get(form)
            few = alone.setdefault(base, tuple(base.split(" ")))  # many forms have the same, kept once
            exceptions[form] = few if before is None else tuple({*before, *few})
        known.setdefault(part, set()).update(given)
        accented.update((base, many[0]) for base, many in zip(given, entries.values()) if not many[0].isascii())
    forms: dict[str, list[str]] = {}
    for form, several in exceptions.items():
        for base in several:
            forms.setdefault(base, []).append(form)
    rules: dict[str, tuple[tuple[str, set[str]], ...]] = {}
    for part, pairs in tables["rules"].items():
        for ending, instead in {(fold(one), fold(other)) for one, other in (*pairs, *_MORE[language].get(part, ()))}:
            if part in known and ending != instead:
                rules[ending] = (*rules.get(ending, ()), (instead, known[part]))
    every = frozenset().union(*known.values())
    return Lemmas(
        exceptions, {base: tuple(few) for base, few in forms.items()}, rules, every, frozenset(known["noun"]), accented
    )


def _table(language: str, name: str) -> dict[str, Any]:
    file = resources.files("spacy_lookups_data") / "data" / f"{language}_lemma_{name}.json.gz"
    table: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    return table


def _folded(words: Iterable[str]) -> list[str]:
    """Fold many words at once."""
    text = "\n".join(words).lower()
    return text.translate({ord(letter): fold(letter) for letter in set(text) if not letter.isascii()}).split("\n")


@lru_cache(maxsize=262_144)
def bases(word: str) -> tuple[frozenset[str], ...]:
    """Return the base forms of a folded word in each language."""
    return tuple(lemmas(language).of(word) for language in LANGUAGES)


@lru_cache(maxsize=4096)
def meant(word: str) -> tuple[frozenset[str], ...]:
    """Return the base forms that a word of a query may stand for, in each language.

    Of a word that is a base form itself only those that begin alike: `bus` is no form of `boire` to who asks for it.
    """
    return tuple(
        frozenset(base for base in several if word not in several or base[:BEGINNING] == word[:BEGINNING])
        for several in bases(word)
    )


def forms_of(word: str) -> set[str]:
    """Return the forms that the tables list of a folded word, itself and its base forms included.

    >>> sorted(forms_of("fasse") & {"fera", "font", "faire", "marcher"})
    ['faire', 'fera', 'font']
    """
    found = {word}
    for language, several in zip(LANGUAGES, meant(word), strict=True):
        found.update(several, *(lemmas(language).forms.get(base, ()) for base in several))
    return found


def related(word: str, other: str) -> bool:
    """Say whether `other` is a form of `word`, both folded; of words that are in no table the stems decide."""
    wanted, given = meant(word), bases(other)
    if any(mine & theirs for mine, theirs in zip(wanted, given, strict=True)):
        return True
    return not (any(wanted) and any(given)) and alike(word, other)


def others(form: str, word: str) -> frozenset[str]:
    """Return the words that a form of `word` is of besides: `suis` is of `etre`, too, where `suivre` is sought.

    A participle that is an adjective as well (`decide`, of `decider`) is no other word.
    """
    found: set[str] = set()
    for language, mine, theirs in zip(LANGUAGES, meant(word), bases(form), strict=True):
        if mine & theirs:
            nouns, of = lemmas(language).nouns, lemmas(language).of
            found.update(base for base in theirs - mine if base in nouns or not mine & of(base))
    return frozenset(found)


def written(base: str) -> str:
    """Return a base form as it is written, with its accents."""
    return next((found for language in LANGUAGES if (found := lemmas(language).written.get(base))), base)

"""The base forms of French and English words, by the tables of `spacy-lookups-data`: `fasse` is of `faire`.

All parts of speech are united, and words are folded, as those of the index are: `suis` is of `être` and of `suivre`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.search import word_tables
from corpus.search.analysis import fold
from corpus.search.stems import alike
from corpus.search.word_tables import WordTable

LANGUAGES = ("fr", "en")
BEGINNING = 3
"""Letters that the forms of a regular word have in common at least."""
_NAMED = ("e", "es", "ee", "ees")
"""The endings with which a verb in -er is often a noun or an adjective as well."""
# The tables have no rule for the commonest ending of French, as in `parle`, nor for its plural.
_MORE = {"fr": (("verb", "e", "er"),), "en": ()}


@dataclass(frozen=True, slots=True)
class Lemmas:
    """What is known of one language; `rules` are (part of speech, ending, what base forms have in its place)."""

    table: WordTable
    rules: tuple[tuple[str, str, str], ...]

    def of(self, word: str) -> frozenset[str]:
        """Return every base form of a folded word; none where the word is unknown."""
        found = {base for _, base in self.table.of(word)}
        for part, ending, instead in self.rules:
            if word.endswith(ending):
                found.update(self._called(word[: len(word) - len(ending)] + instead, part))
        return frozenset(found)

    def forms(self, base: str) -> Iterator[str]:
        """Yield the folded forms of a base form: those listed, and those that follow a rule."""
        yield from self.table.forms(base)
        folded = fold(base)
        parts = {part for part, one in self.table.of(folded) if one == base}
        for part, ending, instead in self.rules:
            if part in parts and folded.endswith(instead):
                yield folded[: len(folded) - len(instead)] + ending

    def noun(self, base: str) -> bool:
        """Say whether a base form is a noun."""
        return ("noun", base) in self.table.of(fold(base))

    def _called(self, folded: str, part: str) -> Iterator[str]:
        """Yield the base forms of a part of speech that are so, folded."""
        return (base for one, base in self.table.of(folded) if one == part and fold(base) == folded)


@cache
def lemmas(language: str) -> Lemmas:
    """Return what is known of a language, read when first asked for."""
    given = [(part, *pair) for part, pairs in word_tables.rules(language).items() for pair in pairs]
    rules = {(part, fold(ending), fold(instead)) for part, ending, instead in (*given, *_MORE[language])}
    return Lemmas(word_tables.table(language), tuple(sorted(rule for rule in rules if rule[1] != rule[2])))


@lru_cache(maxsize=65_536)
def bases(word: str) -> tuple[frozenset[str], ...]:
    """Return the base forms of a folded word in each language."""
    return tuple(lemmas(language).of(word) for language in LANGUAGES)


@lru_cache(maxsize=4096)
def meant(word: str) -> tuple[frozenset[str], ...]:
    """Return the base forms that a word of a query may stand for, in each language.

    By `porte` one may mean `porter`, but by `bus` not `boire`, by `mois` no plural, by `data` no past of `dater`.
    """
    itself = [word in map(fold, several) for several in bases(word)]
    return tuple(
        frozenset(base for base in several if not any(itself) or _meant(word, fold(base), own=own))
        for own, several in zip(itself, bases(word))
    )


def _meant(word: str, base: str, *, own: bool) -> bool:
    """Say whether who asks for a word that is a base form, `own` to the language of `base`, may mean that, too."""
    if base == word:
        return True
    if own and (base[:BEGINNING] != word[:BEGINNING] or word in (f"{base}s", f"{base}x")):
        return False
    regular = base.endswith("er") and word.startswith(base[:-2])
    return word[len(base) - 2 :] in _NAMED if regular else word != f"{base}er"  # no comparative, of a verb in -er


@lru_cache(maxsize=256)
def forms_of(word: str) -> frozenset[str]:
    """Return the folded forms that the tables know of a folded word, itself and its base forms included.

    >>> sorted(forms_of("fasse") & {"fera", "font", "faire", "marcher"})
    ['faire', 'fera', 'font']
    """
    found = {word, *(() if any(meant(word)) else _regular(word))}
    for language, several in zip(LANGUAGES, meant(word), strict=True):
        for base in several:
            found.update((fold(base), *lemmas(language).forms(base)))
    return frozenset(found)


def _regular(word: str) -> Iterator[str]:
    """Yield the forms of a verb that is in no table, such as `omnicanaliser`: the new ones are all of one kind."""
    if len(word) > BEGINNING + 2 and word.endswith("er"):
        yield from (word[:-2] + ending for _, ending, instead in lemmas("fr").rules if instead == "er")


def related(word: str, other: str) -> bool:
    """Say whether `other` is a form of `word`, both folded; of words that are in no table the stems decide."""
    if other in forms_of(word):
        return True
    return alike(word, other) and not (any(meant(word)) and any(bases(other)))


def others(form: str, word: str) -> frozenset[str]:
    """Return the words that a form of `word` is of besides: `suis` is of `être`, too, where `suivre` is sought.

    A participle that is an adjective as well (`décide`, of `décider`) is no other word.
    """
    found: set[str] = set()
    for language, mine, theirs in zip(LANGUAGES, meant(word), bases(form), strict=True):
        if mine & theirs:
            known = lemmas(language)
            found.update(base for base in theirs - mine if known.noun(base) or not mine & known.of(fold(base)))
    return frozenset(found)

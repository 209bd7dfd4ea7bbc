"""How the name of a person, or of a firm, may be written where it may not be read: whole, in its parts, by initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coding.moment.hiding import Secret
from coding.moment.letters import fold
from corpus import lexicon, words

_SMALL_WORDS = frozenset(
    "de du des la le les et van von der den del della di da dos el al ben bin ibn of the and for und y e zu zur sur "
    "sous aux ltd inc llc plc sarl sas sasu gmbh group groupe company compagnie societe entreprise".split()
)
_DIGIT, _BETWEEN, _APART = re.compile(r"\d"), re.compile(r"[\s_'’,.;:/&()+-]+"), re.compile(r"[\s-]+")


def of_name(name: str, shown: str, language: str) -> Iterator[Secret]:
    """Return a person's name, which may be a common word where it is a single one, its parts, and its initials.

    A code such as `Entretien 4` has no parts; a function that stands for a name (`Chef de projet`) has those alone that
    are no words of the language.
    """
    whole = " ".join(name.split())
    parts = [] if _DIGIT.search(whole) else _parts(whole)
    if written_small := any(part.islower() for part in parts):
        parts = [part for part in parts if not all(lexicon.common(one.lower(), language) for one in _parts(part))]
    one_word = len(whole.replace("-", " ").split()) < 2
    for said in filter(None, dict.fromkeys([whole, *parts])):
        yield Secret(said, shown, noun=one_word)
    if len(parts) > 1 and not written_small:
        yield from (Secret(said, shown, upper=True) for said in _initials(whole))


def _initials(name: str) -> Iterator[str]:
    """Return how a name is shortened: `L. Petit`, `J.-L. Petit` and `JL Petit`, `L. P.`."""
    *first, last = (one for one in _APART.split(name) if not _small(one))
    letters = [one[0] for one in first]
    if letters and letters[0].isalpha() and len(last) > 1:
        yield from dict.fromkeys((f"{letters[0]} {last}", f"{' '.join(letters)} {last}", f"{''.join(letters)} {last}"))
        yield " ".join([*letters, last[0]])


def of_firm(name: str, shown: str) -> Iterator[Secret]:
    """Return a firm's name, which may be a common word where it is a single one, and its parts, which may too."""
    whole = " ".join(name.split())
    for said in filter(None, dict.fromkeys([whole, *_parts(whole)])):
        yield Secret(said, shown, noun=said != whole or " " not in whole, part=said != whole)


def _parts(name: str) -> list[str]:
    """Return the words of a name that are names by themselves, with the particles before them (`d'Arvieu`, too)."""
    said = name.split()
    parts = [*said, *_BETWEEN.split(name)]
    return [part for part in parts if len(part) > 1 and not _small(part)] + _with_particles(said)


def _with_particles(said: list[str]) -> list[str]:
    """Return the ends of a name that begin with a particle: of `Jean de La Tour`, `de La Tour` and `La Tour`."""
    return [" ".join(said[n:]) for n in range(1, len(said) - 1) if _small(said[n])]


def _small(word: str) -> bool:
    return fold(word) in _SMALL_WORDS and words.folded(word) in _SMALL_WORDS

"""What is written of a code, sentence by sentence: which of it a passage fits, and which rule speaks against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from coding.suggest.reasons import tells
from coding.suggest.records import Written
from coding.suggest.shared import shared
from coding.suggest.texts import Described, Texts
from corpus import words

_SENTENCE = re.compile(r"[^.!?…;\n]+[.!?…;]*")
_RARE, _FEW = 0.1, 3  # a word that stands in more of the turns, and in more than so many, is said everywhere
SHARED_SHOWN = 4
_ARTICLES = frozenset("a an au aux d de des du l la le les notre nos of on our the un une we".split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a cue, of what is written of a code; `part` is the field where it stands, `words` are folded."""

    text: str
    part: str
    words: frozenset[str]


def sentences(code: Described) -> list[Sentence]:
    """Return what speaks for a code: its name, its definition, what it includes, its example, its cues."""
    told = {"name": code.name, "definition": code.definition, "include": code.include, "typical": code.typical}
    found = [sentence for part, text in told.items() for sentence in _cut(part, text)]
    return [*found, *(Sentence(cue, "cue", _words(cue)) for cue in code.cues)]


def rules_against(code: Described) -> list[Sentence]:
    """Return what a code excludes, without the words by which the code itself is told."""
    own = frozenset(word for sentence in sentences(code) for word in sentence.words)
    against = list(_cut("exclude", code.exclude))
    return [Sentence(one.text, one.part, one.words - shared(one.words, own)) for one in against]


def _cut(part: str, text: str) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            yield Sentence(match[0].strip(), part, _words(match[0]))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in words.found(words.folded(text)) if tells(word))


def _whole(cue: str, said: Mapping[str, str]) -> bool:
    """Say whether every word of a cue, but articles, is said in some form: both of `deux jours`."""
    wanted = {word for word in words.found(words.folded(cue)) if word not in _ARTICLES}
    return wanted <= shared(wanted, said) | said.keys()


class Matching:
    """Finds the sentence that shares most with words that were said, rare ones before frequent ones."""

    def __init__(self, texts: Texts) -> None:
        self._ids = texts.features.lexicon.ids
        self._turns = np.bincount(texts.rows.words.indices, minlength=len(self._ids))  # every word once a turn
        self._most = max(_FEW, _RARE * len(texts.turns))

    def best(self, among: Sequence[Sentence], said: Mapping[str, str], *, rare: bool = False) -> Written | None:
        """Return the sentence that shares most with `said`, folded words as spoken; None where none shares any.

        With `rare`, words that are said everywhere do not count, unless they are cues. Of a cue all has to be said, and
        of an example two words: one alone in it may be what it is an example with, and not of.
        """
        found: tuple[float, Written | None] = (0.0, None)
        scarce = [word for word in said if self._said(word) <= self._most]
        for one in among:
            own = scarce if rare and one.part != "cue" else list(said)
            both = shared(own, one.words)
            if both and (one.part != "typical" or len(both) > 1) and (one.part != "cue" or _whole(one.text, said)):
                weight = sum(1 / (1 + self._said(word)) for word in both)
                if weight > found[0]:
                    words_of = tuple(said[word] for word in own if word in both)
                    found = weight, Written(one.text, one.part, words_of[:SHARED_SHOWN])
        return found[1]

    def _said(self, word: str) -> int:
        return int(self._turns[self._ids[word]]) if self._ids.get(word, len(self._turns)) < len(self._turns) else 0

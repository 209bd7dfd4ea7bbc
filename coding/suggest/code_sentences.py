"""What is written of a code, sentence by sentence: which of it a passage fits, and which rule speaks against it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from coding.suggest.common_words import General
from coding.suggest.reasons import tells
from coding.suggest.records import MatchedSentence
from coding.suggest.shared_words import shared
from coding.suggest.texts import CodeDescription
from corpus import words

_SENTENCE = re.compile(r"[^.!?…;\n]+[.!?…;]*")
_SHORT_RULE = 4  # words of a rule of which one is enough to recall it
SHARED_SHOWN = 4
_ARTICLES = frozenset("a an au aux d de des du l la le les notre nos of on our the un une we".split())


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence, or a cue, of what is written of a code; `part` is the field where it stands, `words` are folded.

    `language` is that of a cue which is said in one alone.
    """

    text: str
    part: str
    words: frozenset[str]
    language: str = ""


def sentences(code: CodeDescription) -> list[WrittenSentence]:
    """Return what speaks for a code: its name, its definition, what it includes, its example, its cues."""
    told = {"name": code.name, "definition": code.definition, "include": code.include, "typical": code.typical}
    found = [sentence for part, text in told.items() for sentence in _cut(part, text)]
    cues = zip_longest(code.cues, code.spoken, fillvalue="")
    return [*found, *(WrittenSentence(cue, "cue", _words(cue), spoken) for cue, spoken in cues)]


def tells_by_words(one: WrittenSentence) -> bool:
    """Say whether each word of a sentence tells the code by itself: not of an example, nor of a cue of several."""
    return one.part not in ("typical", "cue") or len(one.words) < 2


def rules_against(code: CodeDescription) -> list[WrittenSentence]:
    """Return what a code excludes, without the words by which the code itself is told."""
    own = frozenset(word for sentence in sentences(code) for word in sentence.words)
    against = list(_cut("exclude", code.exclude))
    return [WrittenSentence(one.text, one.part, one.words - shared(one.words, own)) for one in against]


def _cut(part: str, text: str) -> Iterator[WrittenSentence]:
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            yield WrittenSentence(match[0].strip(), part, _words(match[0]))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in words.found(words.folded(text)) if tells(word))


def _whole(cue: str, said: Mapping[str, str]) -> bool:
    """Say whether every word of a cue, but articles, is said in some form: both of `deux jours`."""
    wanted = {word for word in words.found(words.folded(cue)) if word not in _ARTICLES}
    return wanted <= shared(wanted, said) | said.keys()


class Matching:
    """Finds the sentence that shares most with words that were said, rare ones before frequent ones."""

    def __init__(self, general: General) -> None:
        self._general = general

    def best(
        self,
        among: Sequence[WrittenSentence],
        said: Mapping[str, str],
        *,
        often: Collection[str] = (),
        rarely: Collection[str] = (),
    ) -> MatchedSentence | None:
        """Return the sentence that shares most with `said`, folded words as spoken; None where none shows anything.

        General words don't show it, unless they are `often` coded so. Of a cue all has to be said, and of an example
        two words: one alone in it may be what it is an example with, and not of. One word alone shows nothing that is
        `rarely` coded so, as it is said of other things.
        """
        found: tuple[float, MatchedSentence | None] = (0.0, None)
        telling = [word for word in said if word in often or word not in self._general]
        for one in among:
            both = shared(telling if one.part != "cue" else said, one.words)
            if self._shows(one, both, said, telling, rarely):
                weight = sum(self._general.weight(word) for word in both)
                if weight > found[0]:
                    words_of = tuple(said[word] for word in said if word in both)
                    found = weight, MatchedSentence(one.text, one.part, words_of[:SHARED_SHOWN])
        return found[1]

    @staticmethod
    def _shows(
        one: WrittenSentence,
        both: Collection[str],
        said: Mapping[str, str],
        telling: Collection[str],
        rarely: Collection[str],
    ) -> bool:
        if len(both) < 2 and not any(word in telling and word not in rarely for word in both):
            return False
        if one.part == "exclude":
            return len(both) > 1 or len(one.words) <= _SHORT_RULE
        return (one.part != "typical" or len(both) > 1) and (one.part != "cue" or _whole(one.text, said))

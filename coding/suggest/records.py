"""What a suggestion is: computed, shown, decided upon, never stored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

OFTEN, SOMETIMES, WRITTEN, ALIKE = HOW = ("often", "sometimes", "written", "alike")
"""How a word goes with a code in what people coded, or else that it is written of the code, or like words that are."""


NEAR = 0.25
"""Meanings that are as alike as this, cosine without what all passages have in common, are near each other."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A word of the suggested passage, as spoken, and what it added to the score; code points in the document.

    People coded `of` other passages with this word in them, `times` of these with this code; `written` says that what
    is written of the code holds it.
    """

    word: str
    start: int
    end: int
    weight: float
    times: int = 0
    of: int = 0
    written: bool = False

    @property
    def how(self) -> str:
        """Return one of `HOW`: often is at least half of the time, and more than once."""
        if self.times > 1 and 2 * self.times >= self.of:
            return OFTEN
        return SOMETIMES if self.times else WRITTEN if self.written else ALIKE


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that people gave the same code by themselves, much like the one suggested.

    `shared` are words of the one suggested, as spoken, that it holds too, the rarest first. `meaning` is how alike both
    are in what they mean, -1 to 1, where nought is what any two passages of the study have in common.
    """

    document: int
    start: int
    end: int
    text: str
    code: int
    shared: tuple[str, ...] = ()
    meaning: float = 0.0

    @property
    def alike(self) -> str:
        """Say by what it is like the one suggested: words, meaning, or little."""
        return "words" if self.shared else "meaning" if self.meaning >= NEAR else "little"


@dataclass(frozen=True, slots=True)
class MatchedSentence:
    """A sentence that is written of a code, and the words of a passage, as spoken, that it holds too.

    `part` is the field where it stands: name, definition, include, typical, cue or exclude.
    """

    text: str
    part: str
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instead:
    """The code that people gave most often where this one was said: `times` of the `of` times they gave another."""

    code: int
    times: int
    of: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code for a span of a document; `score` is `base` + the weights of `evidence` + `rest`, to the last digit shown.

    `basis` is codings, where it was learned from enough of them, or definition, where it rests on what is written of
    the code and nobody has measured it. `chance` is how often such a score was right; None for definitions.
    `passage` is the key of the passage and `turn` the span that was scored: the passage, or a part of a long one.
    `sentence` is what it fits of what is written of the code, where it rests on that; `excluded` and `instead` are what
    speaks against it; `documents` are those on which the chance was measured. `said` is what words, ends and meaning
    of the turn itself brought, without the question before it.
    """

    document: int
    start: int
    end: int
    text: str
    code: int
    score: float
    basis: str
    evidence: tuple[Reason, ...]
    examples: tuple[Example, ...]
    model: str
    passage: int
    turn: tuple[int, int]
    chance: float | None
    base: float
    rest: float
    text_sha: str
    definition_sha: str
    sentence: MatchedSentence | None = None
    excluded: MatchedSentence | None = None
    instead: Instead | None = None
    documents: int = 0
    said: float = 0.0


@dataclass(frozen=True, slots=True)
class PassageSuggestions:
    """A passage, or a part of a long one, with what is suggested for it; what rests on definitions stands apart.

    `weaker` is what has little to show for itself: shown to who asks for it alone.
    """

    document: int
    start: int
    end: int
    text: str
    passage: int
    suggestions: tuple[Suggestion, ...]
    by_definition: tuple[Suggestion, ...] = ()
    weaker: tuple[Suggestion, ...] = ()

    @property
    def every(self) -> tuple[Suggestion, ...]:
        """All that is suggested here, the weaker last."""
        return (*self.suggestions, *self.by_definition, *self.weaker)


def hash_of(*parts: str) -> str:
    """Return the SHA-256 of texts, as hexadecimal digits."""
    made = hashlib.sha256()
    for part in parts:
        made.update(part.encode())
        made.update(b"\0")
    return made.hexdigest()

"""What a suggestion is: computed, shown, decided upon, never stored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """A word of the suggested passage and what it added to the score; code points in the document."""

    word: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that people gave the same code, much like the one suggested."""

    document: int
    start: int
    end: int
    text: str
    code: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code for a span of a document; `score` is `base` + the weights of `evidence` + `rest`, to the last digit shown.

    `basis` is codings, where it was learned from enough of them, or definition, where it rests on what is written of
    the code and nobody has measured it. `chance` is how often such a score was right; None for definitions.
    `passage` is the key of the passage and `turn` the span that was scored: the passage, or a part of a long one.
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


@dataclass(frozen=True, slots=True)
class PassageSuggestions:
    """A passage, or a part of a long one, with what is suggested for it; what rests on definitions stands apart."""

    document: int
    start: int
    end: int
    text: str
    passage: int
    suggestions: tuple[Suggestion, ...]
    by_definition: tuple[Suggestion, ...] = ()


def hash_of(*parts: str) -> str:
    """Return the SHA-256 of texts, as hexadecimal digits."""
    made = hashlib.sha256()
    for part in parts:
        made.update(part.encode())
        made.update(b"\0")
    return made.hexdigest()

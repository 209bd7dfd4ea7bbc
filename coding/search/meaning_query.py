"""What was sought by meaning and how alike each passage is to it, with the words shared; worked out by `alike`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.search.analysis import tokens

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
Place = tuple[int, int, int]

LEAST = 0.15
"""What is less alike is not found."""
_SHOWN = 6


@dataclass(frozen=True)
class LikenessQuery:
    """Words that something like them is sought for, and the `places` they are from, which are not found themselves."""

    texts: tuple[str, ...]
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Liked:
    """How alike each passage is to what is `asked`, and the stretch of it that is most so: (n,) and (n, 2); of a code's
    own verbatims, how alike each coded span is to the others.

    `-inf` have those that nothing is compared with: of the place that is asked for, of interviewers, in an unknown
    language, or saying next to nothing. `unknown` are the documents in such languages.
    """

    asked: LikenessQuery
    scores: Floats
    spans: Ints
    unknown: tuple[int, ...] = ()

    def shared(self, text: str) -> tuple[str, ...]:
        """Return the words that a text shares with what is asked, see `in_common`."""
        return in_common(text, self.asked.texts)


def in_common(text: str, others: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a text that say something and stand in the others in some form, as they are written."""
    from coding.suggest.shared_words import shared

    own = words(text)
    both = shared(own, (word for other in others for word in words(other)))
    counts = {word: len(places) for word, places in own.items() if word in both}
    first = sorted(counts, key=lambda word: (-counts[word], own[word][0]))[:_SHOWN]
    return tuple(text[slice(*own[word][0])] for word in first)


def words(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return the folded words of a text, each with where it stands."""
    found = dict[str, list[tuple[int, int]]]()
    for token in tokens(text):
        found.setdefault(token.term, []).append((token.start, token.end))
    return found

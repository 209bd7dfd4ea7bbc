"""Which words a query for all forms of a word found that are forms of another word, too, and how often."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from corpus.search.analysis import is_pattern
from corpus.search.index import IndexView
from corpus.search.nodes import OWN, STEM, Node, words_in


@dataclass(frozen=True, slots=True)
class Shared:
    """A form of `word` that is one of the words `of`, too, and stands in so many passages of the index."""

    word: str
    form: str
    of: tuple[str, ...]
    passages: int

    @property
    def without(self) -> str:
        """The query that leaves it out."""
        return OWN + self.word


def shared(view: IndexView, node: Node) -> list[Shared]:
    """Return the forms that a query's `~word` found and shares with other words, the commonest first."""
    found = []
    for word in dict.fromkeys(words_in(node)):
        bare = word.removeprefix(STEM)
        if word.startswith(STEM) and not word.startswith(OWN) and not is_pattern(bare):
            counts, of = _counted(view, bare)
            found += [Shared(bare, form, tuple(sorted(of[form])), counts[form]) for form in counts]
    return sorted(found, key=lambda one: (-one.passages, one.form))


def _counted(view: IndexView, word: str) -> tuple[Counter[str], dict[str, set[str]]]:
    """Count the living passages of each form of a word, as it is written, that is of other words; and say of which."""
    counts, of = Counter[str](), dict[str, set[str]]()
    for postings, alive in view.parts:
        for number in postings.numbers(STEM + word).tolist():
            others = postings.other_words(number, word)
            places = postings.passages_of(np.array([number]))
            if others and (living := int(alive[places.astype(np.intp)].sum())):
                form = postings.spelt(number)
                counts[form] += living
                of.setdefault(form, set()).update(others)
    return counts, of

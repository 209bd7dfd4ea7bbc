"""Numbers into scores: ridge regression in its dual form, whose leave-out scores and updates are exact and cheap.

With K the likeness of examples, L a diagonal of penalties over weights and G = (K + L)^-1, the coefficients are
A = G (Y - m), and a score is m + s × (likeness to the examples) A, where the slope s makes good what the penalties
shrink. The score an example would get had it, or its whole document, been left out is Y - A with the block of G
divided out (Rifkin and Lippert 2007). An example is added or taken away by bordering G.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coding.suggest.features import Features, Floats, Ints, Matrix, Reading, Rows, pair_places

PENALTY = 1.0
# Above this many examples the inverse no longer fits a laptop's memory and patience; see `examples.chosen`.
MOST = 4000
_DENSE_SHARE = 16
_BLOCK = 256
_STEEPEST = 20.0


@dataclass(slots=True)
class Ridge:
    """Examples × codes learned: `inverse` is G, `targets` Y, `mean` m, `weights` how much each example counts."""

    inverse: Floats
    targets: Floats
    weights: Floats
    penalty: float = PENALTY
    slope: float = 1.0

    @classmethod
    def fit(cls, likeness: Floats, targets: Floats, weights: Floats, penalty: float = PENALTY) -> Ridge:
        """Learn from the likeness of examples, n × n, and their targets, n × codes."""
        from scipy.linalg import lapack

        size = len(likeness)
        if not size:
            return cls(likeness, targets, weights, penalty)
        system = np.asfortranarray(likeness.astype(np.float32))
        system[np.diag_indices(size)] += penalty / weights
        factor, failed = lapack.spotrf(system, lower=1, overwrite_a=1)
        assert not failed, "the penalties keep the system positive"
        inverse, _ = lapack.spotri(factor, lower=1, overwrite_c=1)
        for column in range(size - 1):  # LAPACK fills one half
            inverse[column, column + 1 :] = inverse[column + 1 :, column]
        return cls(inverse.T, targets, weights, penalty)

    @property
    def mean(self) -> Floats:
        """How often each code is given, over examples that count."""
        total = float(self.weights.sum())
        if not total:
            return np.zeros(self.targets.shape[1], np.float32)
        return np.asarray((self.weights @ self.targets) / total, np.float32)

    def coefficients(self) -> Floats:
        """Return A, n × codes, stretched."""
        return np.asarray(self.slope * self._plain(), np.float32)

    def _plain(self) -> Floats:
        return np.asarray(self.inverse @ (self.targets - self.mean), np.float32)

    def left_out(self, groups: Ints) -> Floats:
        """Return n × codes: the score of each example had its group not been learned from; -1 is a group of one."""
        return self._stretched(self._left_out(groups))

    def _stretched(self, scores: Floats) -> Floats:
        return np.asarray(self.mean + self.slope * (scores - self.mean), np.float32)

    def _left_out(self, groups: Ints) -> Floats:
        plain = self._plain()
        scores = self.targets - plain / np.maximum(np.diag(self.inverse), 1e-9)[:, None]
        for group in np.unique(groups[groups >= 0]):
            members = np.flatnonzero(groups == group)
            block = self.inverse[np.ix_(members, members)]
            scores[members] = self.targets[members] - np.linalg.solve(block, plain[members])
        return np.asarray(scores, np.float32)

    def stretch(self, groups: Ints, real: Ints, columns: int) -> Floats:
        """Undo the shrinking that the penalty brings: set the slope that fits scores left out to the truth best.

        Without it the more frequent codes win wherever scores are small. Returns what `left_out` would.
        """
        scores = self._left_out(groups)
        away = (scores - self.mean)[real, :columns]
        wanted = (self.targets - self.mean)[real, :columns]
        fit = float((away * wanted).sum()) / max(float((away * away).sum()), 1e-9)
        self.slope = min(max(fit, 1.0), _STEEPEST)
        return self._stretched(scores)

    def add(self, likeness: Floats, itself: float, targets: Floats, weight: float) -> None:
        """Learn one more example exactly: `likeness` to the n there are, `itself` to itself."""
        beside = self.inverse @ likeness
        scale = np.float32(1 / (itself + self.penalty / weight - float(likeness @ beside)))
        size = len(self.inverse)
        grown = np.empty((size + 1, size + 1), np.float32)
        np.multiply(beside[:, None], beside[None, :] * scale, out=grown[:size, :size])
        grown[:size, :size] += self.inverse
        grown[:size, size] = grown[size, :size] = -scale * beside
        grown[size, size] = scale
        self.inverse = grown
        self.targets = np.vstack([self.targets, targets])
        self.weights = np.append(self.weights, np.float32(weight))

    def remove(self, which: int) -> None:
        """Unlearn one example exactly."""
        kept = np.delete(np.arange(len(self.inverse)), which)
        column = self.inverse[kept, which]
        shrunk = self.inverse[np.ix_(kept, kept)]
        shrunk -= column[:, None] * (column[None, :] / self.inverse[which, which])
        self.inverse, self.targets, self.weights = shrunk, self.targets[kept], self.weights[kept]


@dataclass(slots=True)
class Tables:
    """What each word, as a whole and by its letters, and each pair brings to each code, before lengths scale it."""

    words: Floats
    letters: Floats
    pairs: Floats


class Model:
    """A learned set of codes: scores texts, and says what each word brought."""

    def __init__(
        self, features: Features, codes: Sequence[int], rows: Rows, targets: Floats, weights: Floats,
        penalty: float = PENALTY,
    ) -> None:  # fmt: skip
        self.features = features
        self.codes = tuple(codes)
        self.rows = rows
        alike = likeness(features, rows)
        self.scale = float(np.diag(alike).mean()) if len(rows) else 1.0
        self.scale = self.scale or 1.0
        self.ridge = Ridge.fit(alike / np.float32(self.scale), targets, weights, penalty)
        self._tables: Tables | None = None

    def tables(self) -> Tables:
        """Return what each word brings to each column, worked out after the last change of the examples."""
        if self._tables is None or len(self._tables.words) < len(self.features.lexicon.words):
            self._tables = self.tables_of(self.ridge.coefficients())
        return self._tables

    def tables_of(self, coefficients: Floats) -> Tables:
        """Return what each word brings under these coefficients, examples × columns."""
        features, rows = self.features, self.rows
        letters, word_idf = features.whole()
        scaled = coefficients / np.float32(self.scale)
        whole = scaled * rows.word_scale[:, None]
        by_word = np.asarray(rows.words.T @ whole)
        inner = np.asarray(rows.words.T @ (scaled * rows.letter_scale[:, None]))
        missing = ((0, len(word_idf) - len(by_word)), (0, 0))
        return Tables(
            np.pad(by_word, missing) * np.square(word_idf)[:, None],
            np.asarray(letters @ (letters.T @ np.pad(inner, missing))),
            np.asarray(rows.pairs.T @ whole) * np.square(features.pair_idf)[:, None],
        )

    def scores(self, rows: Rows) -> Floats:
        """Return rows × codes."""
        tables = self.tables()
        width = rows.words.shape[1]
        scores = rows.word_scale[:, None] * (rows.words @ tables.words[:width] + rows.pairs @ tables.pairs)
        scores += rows.letter_scale[:, None] * (rows.words @ tables.letters[:width])
        return np.asarray(scores + self.ridge.mean, np.float32)

    def scores_of(self, readings: Sequence[Reading]) -> Floats:
        """Return texts × codes."""
        return self.scores(self.features.rows(readings))

    def shares(
        self, reading: Reading, column: int, tables: Tables | None = None, scales: tuple[float, float] | None = None
    ) -> NDArray[np.float64]:
        """Return what each word of a text adds to its score in one column: with `ridge.mean`, all of the score.

        `tables` and `scales` (of words and of letters) are worked out where they are not given.
        """
        features = self.features
        tables = tables or self.tables()
        by_word, by_letter = scales or self.features.rows([reading]).scales(0)
        words = reading.words
        _, back, counts = np.unique(words, return_inverse=True, return_counts=True)
        weight = (1 + np.log(counts))[back] / counts[back]
        each = by_word * tables.words[words, column] + by_letter * tables.letters[words, column]
        shares = np.asarray(each * weight, np.float64)
        pairs, first, end = pair_places(reading)
        if not len(features.pairs):
            return shares
        at = np.minimum(np.searchsorted(features.pairs, pairs), len(features.pairs) - 1)
        known = features.pairs[at] == pairs
        at, first, end = at[known], first[known], end[known]
        _, back, counts = np.unique(at, return_inverse=True, return_counts=True)
        bring = by_word * tables.pairs[at, column] * ((1 + np.log(counts)) / counts)[back] / (end - first)
        for step in range(int((end - first).max(initial=0))):
            inside = first + step < end
            np.add.at(shares, first[inside] + step, bring[inside])
        return shares

    def add(self, reading: Reading, targets: Floats, weight: float) -> None:
        """Learn one more text."""
        row = self.features.rows([reading])
        beside = likeness(self.features, row, self.rows)[0] / np.float32(self.scale)
        itself = float(likeness(self.features, row)[0, 0]) / self.scale
        self.ridge.add(beside, itself, targets, weight)
        self.rows = stacked(self.rows, row)
        self._tables = None

    def remove(self, which: int) -> None:
        """Unlearn one example."""
        self.ridge.remove(which)
        self.rows = self.rows.take(np.delete(np.arange(len(self.rows)), which))
        self._tables = None

    def stretch(self, groups: Ints, real: Ints) -> Floats:
        """Set the slope of scores by what examples `real` get with their groups left out, and return that."""
        self._tables = None
        return self.ridge.stretch(groups, real, len(self.codes))

    def relabel(self, which: int, targets: Floats) -> None:
        """Give an example other codes."""
        self.ridge.targets[which] = targets
        self._tables = None


def stacked(rows: Rows, more: Rows) -> Rows:
    """Return rows with `more` under them."""
    from scipy import sparse

    words = rows.words
    if more.words.shape[1] > words.shape[1]:
        words = words.copy()
        words.resize(words.shape[0], more.words.shape[1])
    return Rows(
        sparse.vstack([words, more.words]).tocsr(),
        sparse.vstack([rows.pairs, more.pairs]).tocsr(),
        np.concatenate([rows.word_scale, more.word_scale]),
        np.concatenate([rows.letter_scale, more.letter_scale]),
    )


def likeness(features: Features, rows: Rows, others: Rows | None = None) -> Floats:
    """Return rows × others (or rows): the cosine by words plus the cosine by letters."""
    if others is None:
        return gram(features.word_block(rows)) + gram(features.letter_block(rows))
    by_word = features.word_block(others) @ features.word_block(rows).T
    # Letters are compared through words: each text has some dozens of them, and thousands of n-grams.
    letters, _ = features.whole()
    ours = features.letter_block(rows)
    theirs = features.wide(others.words)
    by_letter = np.empty((len(others), len(rows)), np.float32)
    for at in range(0, len(rows), _BLOCK):
        block = letters @ ours[at : at + _BLOCK].T.toarray()
        by_letter[:, at : at + _BLOCK] = theirs @ block
    return np.asarray((by_word.toarray() + by_letter * others.letter_scale[:, None]).T, np.float32)


def gram(matrix: Matrix) -> Floats:
    """Return matrix × its transpose; frequent columns are multiplied dense, which is many times faster."""
    size = matrix.shape[0]
    if not size:
        return np.zeros((0, 0), np.float32)
    columns = np.bincount(matrix.indices, minlength=matrix.shape[1])
    frequent = columns > max(4, size // _DENSE_SHARE)
    dense = matrix[:, np.flatnonzero(frequent)].toarray()
    rare: Any = matrix[:, np.flatnonzero(~frequent & (columns > 0))]
    product = dense @ dense.T
    rest = (rare @ rare.T).tocoo()
    product[rest.row, rest.col] += rest.data
    return np.asarray(product, np.float32)

"""How alike examples are: by words, letters, what was said before, meanings, and being of one document.

Two texts are as alike as their words and their letters (half each), what was said before them (a quarter) and, where
there are vectors, their meanings (a share of their own) and those of what was said before (half of it) are, cosines
all, and a trace more alike in one document, so that what else a document is coded with counts.
"""

from __future__ import annotations

from copy import copy

import numpy as np
from scipy import sparse

from coding.suggest.features import FeatureRows, Features, Floats, Ints, Matrix

# Found on sets of several kinds, see docs/suggestions.md.
WORDS, LETTERS, BEFORE, DOCUMENT, CONSTANT = 0.5, 0.5, 0.25, 0.03, 0.05
# The share of meanings where a study does not say better, and that of what was said before in it.
MEANING, ASKED = 0.5, 0.5
# So many examples' likeness is 6 MB, and multiplying by it three times as quick as by what it is made of.
FEW = 1200


class Likeness:
    """What multiplying by how alike examples are gives, n × n, which is `written` down for few examples alone."""

    def __init__(
        self, features: Features, rows: FeatureRows, meaning: float = MEANING, *, written: bool = False
    ) -> None:
        letters, _ = features.whole()
        self.meaning = meaning
        self._words: Matrix = features.word_block(rows).astype(np.float32)
        inner = (sparse.diags(rows.letter_scale) @ features.wide(rows.words)).tocsr().astype(np.float32)
        used = np.unique(inner.indices)
        self._inner: Matrix = inner[:, used]
        self._letters: Matrix = letters[used]
        self._before: Matrix = features.before_block(rows).astype(np.float32)
        self._meant = rows.meaning, rows.asked
        self._documents = np.unique(rows.document[rows.document >= 0])
        self._inside = one_hot(rows.document, self._documents)
        self._turned = [matrix.T.tocsr() for matrix in (self._words, self._inner, self._letters, self._before)]
        self.size = len(rows), len(features.lexicon.words)
        self._apart: tuple[Floats, Floats] | None = None
        self._whole: Floats | None = None
        if written and len(rows) <= FEW:
            one, (own, asked) = np.eye(len(rows), dtype=np.float32), self._meant
            self._apart = self._by_words(one), np.asarray(own @ own.T + np.float32(ASKED) * (asked @ asked.T))
            self._whole = self._apart[0] + np.float32(meaning) * self._apart[1]

    def leaning(self, meaning: float) -> Likeness:
        """Return this likeness with another share of meanings."""
        other = copy(self)
        other.meaning = meaning
        if self._apart is not None:
            other._whole = self._apart[0] + np.float32(meaning) * self._apart[1]
        return other

    def times(self, values: Floats) -> Floats:
        """Return n × columns: likeness @ values."""
        if self._whole is not None:
            return np.asarray(self._whole @ values, np.float32)
        found = self._by_words(values)
        if self._meant[0].shape[1]:
            for vectors, share in zip(self._meant, (self.meaning, self.meaning * ASKED), strict=True):
                found += vectors @ (vectors.T @ (np.float32(share) * values))
        return found

    def _by_words(self, values: Floats) -> Floats:
        """Return what all but meanings gives."""
        words, inner, letters, before = self._turned
        found = self._words @ (words @ (np.float32(WORDS) * values))
        found += self._inner @ (self._letters @ (letters @ (inner @ (np.float32(LETTERS) * values))))
        if self._before.nnz:
            found += self._before @ (before @ (np.float32(BEFORE) * values))
        if len(self._documents):
            found += self._inside @ (self._inside.T @ (np.float32(DOCUMENT) * values))
        found += np.float32(CONSTANT) * values.sum(axis=0)
        return np.asarray(found, np.float32)

    def beside(self, features: Features, row: FeatureRows) -> Floats:
        """Return how alike one more text is to each example."""
        letters, _ = features.whole()
        inner = (sparse.diags(row.letter_scale) @ features.wide(row.words)) @ letters
        near = WORDS * (self._words @ features.word_block(row).T).toarray()
        near = near + LETTERS * (self._inner @ (self._letters @ inner.T).toarray())
        near += BEFORE * (self._before @ features.before_block(row).T).toarray()
        near += DOCUMENT * (self._inside @ one_hot(row.document, self._documents).T).toarray()
        own, asked = self._meant
        meant = self.meaning * (own @ row.meaning[0] + ASKED * (asked @ row.asked[0]))
        return np.asarray(near[:, 0] + meant + CONSTANT, np.float32)


def one_hot(documents: Ints, keys: Ints) -> Matrix:
    """Return rows × keys, a one where the row is of that document."""
    rows = np.flatnonzero(np.isin(documents, keys))
    ones = np.ones(len(rows), np.float32)
    return sparse.csr_matrix((ones, (rows, np.searchsorted(keys, documents[rows]))), shape=(len(documents), len(keys)))

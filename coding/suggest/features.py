"""Words into numbers: TF-IDF of words, signs, word pairs and cues, and of the letters inside words.

Every number belongs to one word (or to a pair or a cue, shared by its words), so that a score is exactly the sum of
what its words bring. Letters are counted within distinct words, as `char_wb` n-grams of folded words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from corpus.words import folded

if TYPE_CHECKING:
    from spacy.tokens import Doc

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Matrix = Any  # scipy.sparse.csr_matrix, which has no types

SHORTEST, LONGEST = 2, 5
_PAIR = np.int64(1) << 32
_IDF_FROM = 4000
# What a text begins and ends with counts so many times what is said once: how rare it is says little there.
_EDGE = 2
_SIGNS = frozenset("?!.,…")
_WORD_OF_LETTERS = 40  # a longer "word" is an address or a typing cat: its first letters say enough


@dataclass(frozen=True, slots=True)
class TextFeatures:
    """A text read once: ids of its words, where they stand in it, sentences, and cues as (first word, end, code).

    `follows` says of each word whether it comes right after the one before; `edges`, whether the text begins with its
    first word and ends with its last. Question and exclamation marks, dots and commas are words too. `meaning` is the
    vector of the whole text, of length one, where the pipeline has a way to give one.
    """

    words: Ints
    starts: Ints
    ends: Ints
    follows: NDArray[np.bool_]
    sentences: tuple[tuple[int, int], ...]
    cues: tuple[tuple[int, int, int], ...] = ()
    edges: tuple[bool, bool] = (True, True)
    meaning: Floats | None = None


_NONE = np.zeros(0, np.int64)
NOTHING = TextFeatures(_NONE, _NONE, _NONE, np.zeros(0, bool), ())


@dataclass(slots=True)
class Lexicon:
    """The folded words met so far, numbered in the order of meeting; 0 is the edge of a text."""

    words: list[str] = field(default_factory=lambda: [""])
    ids: dict[str, int] = field(default_factory=lambda: {"": 0})
    _orths: dict[str, dict[int, int]] = field(default_factory=dict)

    def id_of(self, word: str) -> int:
        """Return the number of a folded word, new ones included."""
        found = self.ids.get(word)
        if found is None:
            found = self.ids[word] = len(self.words)
            self.words.append(word)
        return found

    def read(self, doc: Doc) -> TextFeatures:
        """Return what the learner needs of a text that spaCy has read; spans are code points in it."""
        if not len(doc):
            return NOTHING
        table = np.asarray(doc.to_array(["ORTH", "LENGTH", "SPACY", "IS_SPACE", "SENT_START"]), np.uint64)
        lengths = table[:, 1].astype(np.int64)
        steps = lengths + table[:, 2].astype(np.int64)
        starts = np.concatenate([[0], np.cumsum(steps)[:-1]])
        kept = table[:, 3] == 0
        words = self._numbers(doc, table[:, 0], kept)
        kept &= words >= 0
        place = np.cumsum(kept) - kept  # token -> index of the first word at or after it
        at = np.flatnonzero(kept)
        follows = np.zeros(len(at), bool)
        follows[1:] = np.diff(at) == 1
        return TextFeatures(
            words[at],
            starts[at],
            starts[at] + lengths[at],
            follows,
            tuple(_sentences(table[:, 4].astype(np.int64), starts, starts + lengths, table[:, 3] != 0)),
            tuple(_cues(doc, place, len(at))),
            meaning=np.asarray(doc.tensor, np.float32) if doc.tensor.size else None,
        )

    def _numbers(self, doc: Doc, orths: NDArray[np.uint64], kept: NDArray[np.bool_]) -> Ints:
        """Return the number of each token's word; -1 where nothing is left of it."""
        known = self._orths.setdefault(doc.vocab.lang, {})
        strings = doc.vocab.strings
        unique, back = np.unique(orths[kept], return_inverse=True)
        numbers = np.empty(len(unique), np.int64)
        for n, orth in enumerate(unique.tolist()):
            number = known.get(orth)
            if number is None:
                word = _bare(strings[orth])
                number = known[orth] = self.id_of(word) if word else -1
            numbers[n] = number
        found = np.full(len(orths), -1, np.int64)
        found[kept] = numbers[back]
        return found


def _bare(form: str) -> str:
    """Return a token as a folded word, or as one of the signs that say how something is said; else nothing."""
    word = folded(form)
    if any(c.isalnum() for c in word):
        return word.strip("'-_.")
    kept = word[:1] if word[:1] in _SIGNS else word.strip("'\"’‘“”«»()[]{}-–—_:;/*#|<>=+~")
    return kept


def _sentences(begins: Ints, starts: Ints, ends: Ints, space: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield the spans of sentences, without the spaces around them."""
    first = np.flatnonzero(begins == 1).tolist()
    if not first or first[0] != 0:
        first.insert(0, 0)
    for left, right in zip(first, [*first[1:], len(starts)], strict=True):
        inside = np.flatnonzero(~space[left:right])
        if len(inside):
            yield int(starts[left + inside[0]]), int(ends[left + inside[-1]])


def _cues(doc: Doc, place: Ints, words: int) -> Iterator[tuple[int, int, int]]:
    """Yield each cue once, as the words it covers and its code."""
    seen = set()
    for span in doc.spans.get("cues", ()):
        first, end = int(place[span.start]), int(place[span.end]) if span.end < len(place) else words
        cue = (first, end, int(span.label_))
        if end > first and cue not in seen:
            seen.add(cue)
            yield cue


@dataclass(slots=True)
class FeatureRows:
    """Texts as numbers: `words` and `pairs` weighted by count, `before` the words said before each, and their scales.

    The scales make each row one long in its words and pairs, in its letters, in the words before it; `meaning` and
    `asked`, the meaning of what was said before, are rows × dimensions, nought wide where the pipelines give none;
    `document` is the key of each row's, -1 for none.
    """

    words: Matrix
    pairs: Matrix
    before: Matrix
    word_scale: Floats
    letter_scale: Floats
    before_scale: Floats
    meaning: Floats
    asked: Floats
    document: Ints

    def take(self, which: Sequence[int] | Ints) -> FeatureRows:
        """Return some of the rows, in the order asked for."""
        return FeatureRows(*(getattr(self, name)[which] for name in self.__slots__))

    def scales(self, row: int) -> Scales:
        """Return what scales one row."""
        return Scales(float(self.word_scale[row]), float(self.letter_scale[row]), float(self.before_scale[row]))

    def __len__(self) -> int:
        return len(self.word_scale)


@dataclass(frozen=True, slots=True)
class Scales:
    """What makes one text one long: in words and pairs, in letters, in the words before it."""

    words: float
    letters: float
    before: float


@dataclass(slots=True)
class Features:
    """A vocabulary frozen after `fit`: the weight of each word, pair and cue, and the letters in each word."""

    lexicon: Lexicon
    pairs: Ints
    word_idf: Floats
    pair_idf: Floats
    grams: dict[str, int]
    gram_idf: Floats
    letters: Matrix
    middle: Floats = field(default_factory=lambda: np.zeros(0, np.float32))

    @property
    def dimensions(self) -> int:
        """Of the vectors of meanings; nought where the pipelines give none."""
        return len(self.middle)

    @classmethod
    def fit(cls, lexicon: Lexicon, readings: Sequence[TextFeatures], asked: Sequence[TextFeatures] = ()) -> Features:
        """Learn which words are frequent from texts, coded or not; of very many an even sample is taken.

        Words that are only ever `asked` with are as rare as those said once.
        """
        step = -(-len(readings) // _IDF_FROM) if readings else 1
        sample = readings[::step]
        size, count = len(lexicon.words), len(sample)
        bare = [np.unique(reading.words) for reading in sample]
        df = np.bincount(np.concatenate(bare), minlength=size) if bare else np.zeros(size)
        if asked:
            words = np.unique(np.concatenate([reading.words for reading in asked]))
            df[words] = np.maximum(df[words], 1)
        together = [np.unique(_pairs(reading)) for reading in sample]
        pairs, pair_df = np.unique(np.concatenate(together), return_counts=True) if together else (_NONE, _NONE)
        grams: dict[str, int] = {}
        letters = _letters(lexicon.words, grams, grow=True)
        rows = np.repeat(np.arange(count), [len(words) for words in bare])
        there = sparse.csr_matrix(
            (np.ones(len(rows), np.float32), (rows, np.concatenate(bare) if bare else _NONE)), shape=(count, size)
        )
        inside = there @ letters
        gram_df = np.bincount(inside.indices, minlength=len(grams))
        word_idf, pair_idf, gram_idf = _idf(df, count), _idf(pair_df, count), _idf(gram_df, count)
        pair_idf[at_edges(pairs)] = _EDGE * word_idf.max(initial=0)
        middle = _middle([reading.meaning for reading in sample if reading.meaning is not None])
        return cls(lexicon, pairs, word_idf, pair_idf, grams, gram_idf, _weighed(letters, gram_idf), middle)

    @classmethod
    def of(
        cls,
        lexicon: Lexicon,
        pairs: Ints,
        word_idf: Floats,
        pair_idf: Floats,
        grams: dict[str, int],
        gram_idf: Floats,
        middle: Floats,
    ) -> Features:
        """Return the vocabulary that these are the parts of."""
        letters = _weighed(_letters(lexicon.words[: len(word_idf)], grams, grow=False), gram_idf)
        return cls(lexicon, pairs, word_idf, pair_idf, grams, gram_idf, letters, middle)

    def _grow(self) -> None:
        """Let words met since `fit` have letters; their own weight stays nought, as no text has taught it."""
        known, size = self.letters.shape[0], len(self.lexicon.words)
        if known < size:
            added = _weighed(_letters(self.lexicon.words[known:], self.grams, grow=False), self.gram_idf)
            self.letters = sparse.vstack([self.letters, added]).tocsr()
            self.word_idf = np.concatenate([self.word_idf, np.zeros(size - known, np.float32)])

    def whole(self) -> tuple[Matrix, Floats]:
        """Return letters and weights of all words met so far."""
        self._grow()
        return self.letters, self.word_idf

    def rows(
        self,
        readings: Sequence[TextFeatures],
        before: Sequence[TextFeatures] | None = None,
        documents: Sequence[int] | None = None,
    ) -> FeatureRows:
        """Return texts as numbers, each with what was said right `before` it and the key of the document it is in."""
        self._grow()
        before = before or [NOTHING] * len(readings)
        asked = _counted([reading.words for reading in before], len(self.lexicon.words))
        words = _counted([reading.words for reading in readings], len(self.lexicon.words))
        pairs = _counted([self._known_pairs(reading) for reading in readings], len(self.pairs))
        own = words @ sparse.diags(self.word_idf)
        beside = pairs @ sparse.diags(self.pair_idf)
        length = np.sqrt(_squares(own) + _squares(beside))
        inner = np.sqrt(_squares(words @ self.letters))
        ahead = np.sqrt(_squares(asked @ sparse.diags(self.word_idf)))
        return FeatureRows(
            words=words,
            pairs=pairs,
            before=asked,
            word_scale=_inverse(length),
            letter_scale=_inverse(inner),
            before_scale=_inverse(ahead),
            meaning=self.meanings(readings),
            asked=self.meanings(before),
            document=np.full(len(readings), -1) if documents is None else np.array(documents, np.int64),
        )

    def meanings(self, readings: Sequence[TextFeatures]) -> Floats:
        """Return what sets the meaning of each text apart from that of all, of length one; noughts where it has none.

        A shorter vector, of a language with fewer parts, lacks the last of them.
        """
        found = np.zeros((len(readings), self.dimensions), np.float32)
        for row, reading in enumerate(readings):
            if reading.meaning is not None and len(reading.meaning) <= self.dimensions:
                found[row, : len(reading.meaning)] = reading.meaning - self.middle[: len(reading.meaning)]
        return found * _inverse(np.linalg.norm(found, axis=1))[:, None]

    def _known_pairs(self, reading: TextFeatures) -> Ints:
        found = _pairs(reading)
        if not len(self.pairs):
            return _NONE
        place = np.minimum(np.searchsorted(self.pairs, found), len(self.pairs) - 1)
        return np.asarray(place[self.pairs[place] == found], np.int64)

    def word_block(self, rows: FeatureRows) -> Matrix:
        """Return rows × (words and pairs), each row of length one."""
        return (sparse.diags(rows.word_scale) @ self._words_and(rows, self.pair_idf)).tocsr()

    def said_block(self, rows: FeatureRows) -> Matrix:
        """Return rows × (words and pairs) without how texts begin and end, each row of length one."""
        both = self._words_and(rows, np.where(at_edges(self.pairs), 0, self.pair_idf))
        return (sparse.diags(_inverse(np.sqrt(_squares(both)))) @ both).tocsr()

    def _words_and(self, rows: FeatureRows, pair_idf: Floats) -> Matrix:
        words = self.wide(rows.words) @ sparse.diags(self.word_idf)
        return sparse.hstack([words, rows.pairs @ sparse.diags(pair_idf)])

    def before_block(self, rows: FeatureRows) -> Matrix:
        """Return rows × words said before, each row of length one."""
        return (sparse.diags(rows.before_scale) @ self.wide(rows.before) @ sparse.diags(self.word_idf)).tocsr()

    def letter_block(self, rows: FeatureRows) -> Matrix:
        """Return rows × letter n-grams, each row of length one."""
        return (sparse.diags(rows.letter_scale) @ (self.wide(rows.words) @ self.letters)).tocsr()

    def wide(self, words: Matrix) -> Matrix:
        """Return rows made earlier with columns for the words met since."""
        self._grow()
        if words.shape[1] < len(self.word_idf):
            words = words.copy()
            words.resize(words.shape[0], len(self.word_idf))
        return words


def _middle(meanings: Sequence[Floats]) -> Floats:
    """Return what the meanings of these texts have in common, as all texts have much of it."""
    longest = max(map(len, meanings), default=0)
    whole = [each for each in meanings if len(each) == longest]
    return np.asarray(np.mean(whole, axis=0), np.float32) if whole else np.zeros(0, np.float32)


def _pairs(reading: TextFeatures) -> Ints:
    """Return pairs of neighbours, and cues, as single numbers: cues are negative."""
    return pair_places(reading)[0]


def _rare_places(reading: TextFeatures) -> Iterator[tuple[int, int, int]]:
    """Yield the edges of a text as pairs with their one word, and cues, each with first word and end."""
    count = len(reading.words)
    if count and reading.edges[0]:
        yield int(reading.words[0]), 0, 1
    if count and reading.edges[1]:
        yield int(reading.words[-1] * _PAIR), count - 1, count
    for first, end, code in reading.cues:
        yield -1 - code, first, end


def at_edges(pairs: Ints) -> NDArray[np.bool_]:
    """Say which pairs are of the edge of a text and its first or last word."""
    return np.asarray((pairs >= 0) & ((pairs < _PAIR) | (pairs % _PAIR == 0)), bool)


def pair_places(reading: TextFeatures) -> tuple[Ints, Ints, Ints]:
    """Return each pair, edge or cue with its first word and the end of its words."""
    after = np.flatnonzero(reading.follows)
    others = np.array(list(_rare_places(reading)), np.int64).reshape(-1, 3)
    return (
        np.concatenate([reading.words[after - 1] * _PAIR + reading.words[after], others[:, 0]]),
        np.concatenate([after - 1, others[:, 1]]),
        np.concatenate([after + 1, others[:, 2]]),
    )


def _letters(words: Sequence[str], grams: dict[str, int], *, grow: bool) -> Matrix:
    """Return words × n-grams of the letters of each word with a space at both ends, counted."""
    indices: list[int] = []
    ends = [0]
    for word in words:
        if not any(c.isalnum() for c in word):
            ends.append(len(indices))
            continue
        padded = f" {word[:_WORD_OF_LETTERS]} "
        for size in range(SHORTEST, LONGEST + 1):
            for at in range(len(padded) - size + 1):
                gram = padded[at : at + size]
                number = grams.setdefault(gram, len(grams)) if grow else grams.get(gram, -1)
                if number >= 0:
                    indices.append(number)
        ends.append(len(indices))
    ones = np.ones(len(indices), np.float32)
    made = sparse.csr_matrix((ones, indices, ends), shape=(len(words), len(grams)))
    made.sum_duplicates()
    return made


def _weighed(letters: Matrix, idf: Floats) -> Matrix:
    return (letters @ sparse.diags(idf)).tocsr().astype(np.float32)


def _counted(lists: Sequence[Ints], size: int) -> Matrix:
    """Return rows × ids with 1 + log(count) (Manning, Raghavan and Schütze 2008, 6.4.1)."""
    lengths = np.array([len(ids) for ids in lists], np.int64)
    rows = np.repeat(np.arange(len(lists)), lengths)
    ids = np.concatenate(lists) if lists else _NONE
    made = sparse.csr_matrix((np.ones(len(ids), np.float32), (rows, ids)), shape=(len(lists), size))
    made.sum_duplicates()
    made.data = (1 + np.log(made.data)).astype(np.float32)
    return made


def _idf(df: NDArray[Any], count: int) -> Floats:
    """Return log((1 + n) / (1 + df)) + 1 for what occurs, nought for what does not."""
    weight = np.log((1 + count) / (1 + df)) + 1
    return np.where(df > 0, weight, 0).astype(np.float32)


def _squares(matrix: Matrix) -> Floats:
    return np.asarray(matrix.multiply(matrix).sum(axis=1), np.float32).ravel()


def _inverse(lengths: Floats) -> Floats:
    return np.where(lengths > 0, 1 / np.maximum(lengths, 1e-12), 0).astype(np.float32)

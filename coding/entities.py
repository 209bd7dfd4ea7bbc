"""Persons, organisations and places that a language model finds in a text, where one is installed.

The models are an extra that does not come with the program: their data are under licences of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = {"fr": "fr_core_news_sm"}
"""The model of each language that is asked where it is installed."""
_NAMED = frozenset({"PER", "ORG", "LOC"})
_UNUSED = ("parser", "lemmatizer", "attribute_ruler", "morphologizer", "tagger", "senter")


def missing(language: str) -> str:
    """Return the model of a language that could be asked and is not installed; empty where there is none to miss."""
    model = MODELS.get(language, "")
    return model if model and find_spec(model) is None else ""


def installed(language: str) -> bool:
    """Say whether there is a model to ask."""
    return language in MODELS and not missing(language)


def spans(texts: Iterable[str], language: str) -> Iterator[list[tuple[int, int]]]:
    """Yield of each text where persons, organisations and places are named, in code points of it."""
    for doc in _model(language).pipe(texts):
        yield [(one.start_char, one.end_char) for one in doc.ents if one.label_ in _NAMED]


@cache
def _model(language: str) -> Language:
    import spacy

    return spacy.load(MODELS[language], exclude=list(_UNUSED))

"""The words of a language, to tell a word that was broken at a line's end from a compound that has a hyphen."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files

_TABLES = ("lemma_index", "lemma_exc", "lemma_lookup")


@cache
def known(language: str) -> frozenset[str]:
    """Return the words of a language in small letters, many of their forms among them; none where it has no lists."""
    folder = files("spacy_lookups_data") / "data"
    found: set[str] = set()
    for name in _TABLES:
        table = folder / f"{language}_{name}.json.gz"
        if table.is_file():
            read = json.loads(gzip.decompress(table.read_bytes()))
            for words in (read,) if name == "lemma_lookup" else read.values():
                found.update(words)
    return frozenset(found)


def is_word(word: str, languages: tuple[str, ...]) -> bool:
    """Is a word, in small letters, one of the languages, in the plural too?"""
    return any(word in known(language) or word.rstrip("sx") in known(language) for language in languages)

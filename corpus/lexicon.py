"""The words of a language, as the tables of forms list them."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files


@cache
def known(language: str) -> frozenset[str]:
    """Return the words of a language, and those of their forms that follow no rule; none of a language without tables.

    It takes a tenth of a second the first time.
    """
    folder = files("spacy_lookups_data") / "data"
    found: set[str] = set()
    for table in (folder / f"{language}_lemma_index.json.gz", folder / f"{language}_lemma_exc.json.gz"):
        if table.is_file():
            found.update(word for kind in json.loads(gzip.decompress(table.read_bytes())).values() for word in kind)
    return frozenset(found)


def common(word: str, language: str) -> bool:
    """Say whether a word in small letters is one of the language, also in the plural."""
    there = known(language)
    return word in there or word.rstrip("sx") in there

"""The words of a language, as the tables of forms list them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from corpus import private

_KEPT = 1 << 16  # words that are looked up once


@lru_cache(_KEPT)
def common(word: str, language: str) -> bool:
    """Say whether a word in small letters is one of the language, also in the plural."""
    return _there(word, language) or _there(word.rstrip("sx"), language)


def _there(word: str, language: str) -> bool:
    """Look a word up where it lies: to make a set of all of them takes longer than most exports look words up."""
    text, line = _known(language), f"\n{word}\n".encode(errors="replace")
    return text.startswith(line, first(text, line))


def first(text: bytes, head: bytes) -> int:
    """Return where the first line end of a text of sorted lines stands from which on it is not less than `head`.

    `head` is a line end and what a line begins with.
    """
    low, high = 0, len(text) - 1
    while low < high:  # both stand at line ends; the line sought is the first after `high` in the end
        begin = text.rfind(b"\n", low, (low + high) // 2 + 1)
        if text[begin : begin + len(head)] < head:
            low = text.find(b"\n", begin + 1)
        else:
            high = begin
    return low


@cache
def _known(language: str) -> bytes:
    """Return the words of a language, and those of their forms that follow no rule, in order, each between line ends.

    Of a language without tables there are none. The tables are slow to read, and so what they list is kept.
    """
    from spacy_lookups_data.about import __version__

    folder = files("spacy_lookups_data") / "data"
    tables = [folder / f"{language}_lemma_{name}.json.gz" for name in ("index", "exc")]
    there = [table for table in tables if table.is_file()]
    return private.kept(Path("words") / f"{language}-known-{__version__}.gz", lambda: _listed(there)) if there else b""


def _listed(tables: Iterable[Traversable]) -> bytes:
    read = (json.loads(gzip.decompress(table.read_bytes())) for table in tables)
    found = {word.encode() for kinds in read for words in kinds.values() for word in words}
    return b"\n".join([b"", *sorted(found), b""])

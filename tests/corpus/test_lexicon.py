"""The words of a language are known as its tables list them, and are read from what is kept of these."""

from __future__ import annotations

import gzip
import json
import os
from importlib.resources import files
from pathlib import Path

import pytest

from corpus import lexicon


@pytest.fixture
def forgotten() -> None:
    lexicon.common.cache_clear()
    lexicon._known.cache_clear()


def test_words_of_the_tables_are_known_and_others_are_not() -> None:
    table = files("spacy_lookups_data") / "data" / "en_lemma_index.json.gz"
    listed = [word for words in json.loads(gzip.decompress(table.read_bytes())).values() for word in words]
    assert all(lexicon.common(word, "en") for word in [*listed[::999], min(listed), max(listed)])
    assert not any(lexicon.common(f"{word}qx", "en") for word in listed[::999])
    assert not any(lexicon.common(word, "en") for word in ("marchetti", "", "\ud800", "house\nhouse"))


@pytest.mark.usefixtures("forgotten")
def test_what_is_kept_is_read_and_what_is_torn_is_made_anew() -> None:
    assert lexicon.common("houses", "en")
    (kept,) = (Path(os.environ["XDG_CACHE_HOME"]) / "verbatim" / "words").glob("en-known-*.gz")
    kept.write_bytes(gzip.compress(b"\nzyzzy\n"))
    lexicon._known.cache_clear()
    assert lexicon.common("zyzzy", "en")
    kept.write_bytes(b"torn")
    lexicon._known.cache_clear()
    lexicon.common.cache_clear()
    assert lexicon.common("houses", "en")
    assert not lexicon.common("zyzzy", "en")


@pytest.mark.parametrize("language", ["xx", "../../xx"])
def test_a_language_without_tables_has_no_words_and_nothing_is_kept(language: str) -> None:
    assert not lexicon.common("house", language)
    assert not list(Path(os.environ["XDG_CACHE_HOME"]).rglob("xx*"))

"""What the tables of `spacy-lookups-data` say of a word, in one sorted text, kept in the person's cache.

The tables are large and slow to read; the text is read in a few milliseconds, and looked up where it lies.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from corpus import lexicon, private
from corpus.search.analysis import fold

FORMAT = 1
"""Raised whenever the lines, or how words are folded, change."""
# What the tables leave out, by part of speech: base forms of frequent words.
_FORGOTTEN: dict[str, dict[str, dict[str, str]]] = {
    "fr": {
        "verb": {
            "vis": "vivre",
            "vit": "vivre",
            "crûmes": "croire",
            "crûtes": "croire",
            "crusse": "croire",
            "crusses": "croire",
            "crussions": "croire",
            "crussiez": "croire",
            "crussent": "croire",
        },
    },
    "en": {"noun": {"people": "person"}},
}


class WordTable:
    """Forms of words, each with part of speech and base form; forms are folded, base forms as they are written.

    A base form is a form of itself. `text` has a line for each: form, part and base, parted by tabs, in order.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text

    def of(self, form: str) -> Iterator[tuple[str, str]]:
        """Yield part of speech and base form of a folded form, for each word it may be of."""
        text, head = self._text, f"\n{form}\t".encode()
        low = lexicon.first(text, head)
        while text.startswith(head, low):
            end = text.find(b"\n", low + 1)
            part, _, base = text[low + len(head) : end].decode().partition("\t")
            yield part, base
            low = end

    def forms(self, base: str) -> Iterator[str]:
        """Yield the folded forms that are listed of a base form."""
        text, tail = self._text, f"\t{base}\n".encode()
        at = text.find(tail)
        while at >= 0:
            yield text[text.rfind(b"\n", 0, at) + 1 : at].decode().partition("\t")[0]
            at = text.find(tail, at + 1)


def table(language: str) -> WordTable:
    """Return what is known of the words of a language: read from the cache, or put together and kept there."""
    from spacy_lookups_data.about import __version__

    kept = Path("words") / f"{language}-{__version__}-{FORMAT}.gz"
    return WordTable(private.kept(kept, lambda: "".join(sorted(set(_lines(language)))).encode() + b"\n"))


def rules(language: str) -> dict[str, list[tuple[str, str]]]:
    """Return by part of speech what may stand in place of an ending."""
    return {part: [(one, other) for one, other in pairs] for part, pairs in _read(language, "rules").items()}


def _lines(language: str) -> Iterator[str]:
    forgotten = ((part, {form: [base] for form, base in few.items()}) for part, few in _FORGOTTEN[language].items())
    for part, entries in (*_read(language, "exc").items(), *forgotten):
        forms = [form for form, several in entries.items() for _ in several]
        bases = [base for several in entries.values() for base in several]
        yield from _rows(forms, part, bases)
        yield from _rows(distinct := list(dict.fromkeys(bases)), part, distinct)
    for part, words in _read(language, "index").items():
        yield from _rows(words, part, words)


def _rows(forms: list[str], part: str, bases: list[str]) -> Iterator[str]:
    return (f"\n{form}\t{part}\t{base}" for form, base in zip(_folded(forms), bases, strict=True))


def _folded(words: Iterable[str]) -> list[str]:
    """Fold many words at once."""
    text = "\n".join(words).lower()
    for letter in set(text):
        if not letter.isascii():
            text = text.replace(letter, fold(letter))
    return text.split("\n")


def _read(language: str, name: str) -> dict[str, Any]:
    file = resources.files("spacy_lookups_data") / "data" / f"{language}_lemma_{name}.json.gz"
    found: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    return found

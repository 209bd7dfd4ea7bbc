"""Postings as a codec of Whoosh: its segments, contents table and locks keep them, its own searcher can read them.

Segments are written whole (`save`) and read in place (`load`); the readers below show them to Whoosh's matchers.
"""

from __future__ import annotations

import copy
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh import fields, formats
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.reading import TermInfo, TermNotFound

from corpus.search.analysis import WordAnalyzer
from corpus.search.postings import Numbers, Postings

FIELD = "words"
_EXTENSION = ".psg"


def schema() -> fields.Schema:
    """Return the one positional field of the index, and the passage's key as Whoosh stores it."""
    words = fields.TEXT(analyzer=WordAnalyzer(), stored=False, multitoken_query="phrase")
    words.format, words.scorable = PlainPositions(), False
    return fields.Schema(key=fields.STORED, **{FIELD: words})


def save(storage: Any, segment: Any, postings: Postings) -> None:
    """Write the postings of a new segment."""
    with segment.create_file(storage, _EXTENSION) as file:
        file.write(postings.to_bytes())
    segment.set_doc_count(len(postings))


def load(storage: Any, segment: Any) -> Postings:
    """Open a segment's postings in place; raises ValueError where the file is torn, OSError where it is gone."""
    name = segment.make_filename(_EXTENSION)
    if isinstance(storage, FileStorage):
        return Postings.from_buffer(np.asarray(np.memmap(Path(storage.folder) / name, np.uint8, "r")))
    return Postings.from_buffer(np.frombuffer(storage.files[name], np.uint8))


def alive(segment: Any, postings: Postings) -> Numbers:
    """Return which passages of a segment have not been taken out: bool[n]."""
    living = np.ones(len(postings), bool)
    living[np.fromiter(segment.deleted_docs(), np.int64)] = False
    return living


class PlainPositions(formats.Positions):  # type: ignore[misc]  # Whoosh has no types
    """Positions in a passage as raw unsigned 32-bit numbers."""

    def encode(self, poslist: list[int]) -> bytes:
        """Return the bytes of ascending positions."""
        return array("I", poslist).tobytes()

    def decode_positions(self, valuestring: bytes) -> list[int]:
        """Return the positions that `encode` was given."""
        return list(array("I", valuestring))

    def decode_frequency(self, valuestring: bytes) -> int:
        """Return how many positions there are."""
        return len(valuestring) // 4


class PassageCodec(base.Codec):  # type: ignore[misc]  # Whoosh has no types
    """Reads segments for Whoosh; they are written by `save`, never one document at a time."""

    length_stats = False

    def new_segment(self, storage: Any, indexname: str) -> W3Segment:
        """Return a segment with a fresh name and nothing in it."""
        return W3Segment(self, indexname)

    def per_document_reader(self, storage: Any, segment: Any) -> _Passages:
        """Return what Whoosh asks about single passages."""
        return _Passages(segment, load(storage, segment))

    def terms_reader(self, storage: Any, segment: Any) -> _Terms:
        """Return the lexicon and its matchers."""
        return _Terms(load(storage, segment))


class _Passages(base.PerDocumentReader):  # type: ignore[misc]  # Whoosh has no types
    def __init__(self, segment: Any, postings: Postings) -> None:
        self._segment, self._postings = segment, postings

    def doc_count(self) -> int:
        return len(self._postings) - int(self._segment.deleted_count())

    def doc_count_all(self) -> int:
        return len(self._postings)

    def has_deletions(self) -> bool:
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Iterator[int]:
        return iter(self._segment.deleted_docs())

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return int(self._postings.bases[docnum + 1] - self._postings.bases[docnum]) - 1

    def field_length(self, fieldname: str) -> int:
        return self._postings.count

    def min_field_length(self, fieldname: str) -> int:
        return int(np.diff(self._postings.bases).min(initial=1)) - 1

    def max_field_length(self, fieldname: str) -> int:
        return int(np.diff(self._postings.bases).max(initial=1)) - 1

    def stored_fields(self, docnum: int) -> dict[str, int]:
        return {"key": int(self._postings.keys[docnum])}


class _Terms(base.TermsReader):  # type: ignore[misc]  # Whoosh has no types
    def __init__(self, postings: Postings) -> None:
        self._postings = postings

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return term[0] == FIELD and self._postings.number(term[1].decode()) is not None

    def indexed_field_names(self) -> list[str]:
        return [FIELD]

    def terms(self) -> Iterator[tuple[str, bytes]]:
        return self.terms_from(FIELD, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        lexicon = self._postings.lexicon
        return ((FIELD, word.encode()) for word in lexicon[bisect_left(lexicon, prefix.decode()) :])

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return self.items_from(FIELD, b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        passages, counts, _ = self._posted(text)
        return TermInfo(
            weight=float(counts.sum()),
            df=len(passages),
            minlength=1,
            maxlength=255,
            maxweight=float(counts.max()),
            minid=int(passages[0]),
            maxid=int(passages[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        return float(self._posted(text)[1].sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        return len(self._posted(text)[0])

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> _Matcher:
        return _Matcher(*self._posted(text), format_, scorer, (fieldname, text))

    def _posted(self, text: bytes) -> tuple[Numbers, Numbers, Numbers]:
        """Return passages uint32[k], occurrences in each int64[k], and all positions uint32[sum], of one word."""
        number = self._postings.number(text.decode())
        if number is None:
            raise TermNotFound(f"No word {text.decode()}")
        addresses = self._postings.addresses_of(np.array([number]))
        owners = self._postings.passage_at(addresses)
        passages, counts = np.unique(owners, return_counts=True)
        return passages, counts, (addresses - self._postings.bases[owners]).astype(np.uint32)

    def close(self) -> None:
        """Keep nothing open; the file is closed with the last array that shows it."""


class _Matcher(LeafMatcher):  # type: ignore[misc]  # Whoosh has no types
    """One word's passages in order, with its positions in each."""

    def __init__(
        self, passages: Numbers, counts: Numbers, positions: Numbers, format_: Any, scorer: Any, term: Any
    ) -> None:
        self._passages, self._counts, self._positions = passages, counts, positions
        self._begins = np.concatenate(([0], np.cumsum(counts)))
        self.format, self.scorer, self._term, self._at = format_, scorer, term, 0

    def is_active(self) -> bool:
        return self._at < len(self._passages)

    def id(self) -> int:
        if not self.is_active():
            raise ReadTooFar
        return int(self._passages[self._at])

    def next(self) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._at += 1

    def skip_to(self, id: int) -> None:
        self._at += int(np.searchsorted(self._passages[self._at :], id))

    def reset(self) -> None:
        self._at = 0

    def copy(self) -> _Matcher:
        return copy.copy(self)

    def all_ids(self) -> Iterator[int]:
        return iter(self._passages.tolist())

    def weight(self) -> float:
        return float(self._counts[self._at])

    def value(self) -> bytes:
        return bytes(self._positions[self._begins[self._at] : self._begins[self._at + 1]].tobytes())

    def supports_block_quality(self) -> bool:
        return False

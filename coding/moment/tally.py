"""Tallies: how often the codes of a study are used, kept up with its codings document by document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from coding.codebook import CodeInfo
from coding.moment.evidence import raised
from coding.moment.rows import Codings, Ints
from corpus.store.columns import distinct


@dataclass(frozen=True)
class Counts:
    """By code: coded segments with those of the codes under it, its own, and the documents; by document: segments.

    Codes and documents that have none are left out. `codings` and `codes` are what was counted; `last` are the
    documents that were counted anew, and their own four parts.
    """

    segments: Mapping[int, int]
    own: Mapping[int, int]
    documents: Mapping[int, int]
    coded: Mapping[int, int]
    codings: Codings = field(repr=False, compare=False)
    codes: Mapping[int, CodeInfo] = field(repr=False, compare=False)
    last: tuple[tuple[int, ...], list[dict[int, int]]] = field(default=((), []), repr=False, compare=False)

    def said(self, code: int) -> tuple[int, int]:
        """Return how many coded segments a code has, and in how many documents."""
        return self.segments.get(code, 0), self.documents.get(code, 0)


def tallied(codings: Codings, codes: Mapping[int, CodeInfo], parents: Ints, before: Counts | None) -> Counts:
    """Return how often everybody uses the codes, by what was tallied `before` where little is different."""
    if before is None or codes is not before.codes or codings.mended_from is not before.codings.mark:
        return counted(codings.table, codings, codes, parents)
    here = codings.documents  # in all others nothing is different: a document's counts add to the whole
    known, parts = before.last  # who codes goes on in the same document
    less = parts if parts and known == here else _of(parents, before.codings.within(here))
    more = _of(parents, codings.within(here))
    whole = (before.segments, before.own, before.documents, before.coded)
    segments, own, documents, coded = map(_changed, whole, less, more)
    return Counts(segments, own, documents, coded, codings, codes, (here, more))


def counted(table: Ints, codings: Codings, codes: Mapping[int, CodeInfo], parents: Ints) -> Counts:
    """Return how often the codes are used in rows of codings; `parents` see `evidence.above`."""
    segments, own, documents, coded = _of(parents, table)
    return Counts(segments, own, documents, coded, codings, codes)


def _changed(whole: Mapping[int, int], less: Mapping[int, int], more: Mapping[int, int]) -> dict[int, int]:
    found = dict(whole)
    for key in {key for key, _ in less.items() ^ more.items()}:
        found[key] = found.get(key, 0) - less.get(key, 0) + more.get(key, 0)
        if not found[key]:
            del found[key]
    return found


def _of(parents: Ints, table: Ints) -> list[dict[int, int]]:
    """Count rows of codings, in document order: the four parts of `Counts`."""
    place = table[:, [1, 3, 4, 5]]
    new = np.ones(len(place), bool)
    new[1:] = (place[1:] != place[:-1]).any(axis=1)
    codes, spans, documents = table[:, 2], np.cumsum(new) - 1, table[:, 1]
    own = distinct(np.sort(codes * (len(table) + 1) + spans)) // (len(table) + 1)
    return [
        _sizes(raised(parents, codes, spans)[0]),
        _sizes(own),
        _sizes(raised(parents, codes, documents)[0]),
        _sizes(documents[new]),
    ]


def _sizes(keys: Ints) -> dict[int, int]:
    """Return how often each key stands in ascending keys."""
    found, sizes = np.unique(keys, return_counts=True)
    return dict(zip(found.tolist(), sizes.tolist(), strict=True))

"""Counts: how often codes are used. One rule, for every list, tree and table.

The *coded segments* of a code are the stretches that a coder gave it or a code under it, each once; its documents are
those in which they are. What is a code's alone, without the codes under it, is said to be its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from coding.codebook import CodeInfo
from coding.moment.evidence import Codings, Ints, above, raised
from coding.moment.moment import Moment
from corpus.store.columns import distinct


@dataclass(frozen=True)
class Counts:
    """By code: coded segments with those of the codes under it, its own, and the documents; by document: segments.

    Codes and documents that have none are left out. `codings` and `codes` are what was counted.
    """

    segments: Mapping[int, int]
    own: Mapping[int, int]
    documents: Mapping[int, int]
    coded: Mapping[int, int]
    codings: Codings = field(repr=False, compare=False)
    codes: Mapping[int, CodeInfo] = field(repr=False, compare=False)

    def said(self, code: int) -> tuple[int, int]:
        """Return how many coded segments a code has, and in how many documents."""
        return self.segments.get(code, 0), self.documents.get(code, 0)


def counts(moment: Moment) -> Counts:
    """Return how often the codes of a moment are used, in its layer."""
    read, known = moment.read, moment.made.get("counts")  # not the net: links and decisions count for nothing here
    before: Counts | None = known[1] if known is not None and moment.layer is None else None
    inputs = (read.codings, read.codes, read.coders, moment.layer)
    return moment.keep("counts", inputs, lambda: _counted(moment, before))


def _counted(moment: Moment, before: Counts | None) -> Counts:
    read = moment.read
    parents = moment.keep("above", (read.codes,), lambda: above({key: one.parent for key, one in read.codes.items()}))
    if before is None or read.codes is not before.codes or read.codings.mended_from is not before.codings.mark:
        table = read.codings.table if moment.layer is None else moment.coded.codings
        segments, own, documents, coded = _of(parents, table)
        return Counts(segments, own, documents, coded, read.codings, read.codes)
    here = read.codings.documents  # in all others nothing is different: a document's counts add to the whole
    less, more = (_of(parents, codings.within(here)) for codings in (before.codings, read.codings))
    whole = (before.segments, before.own, before.documents, before.coded)
    segments, own, documents, coded = map(_changed, whole, less, more)
    return Counts(segments, own, documents, coded, read.codings, read.codes)


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
        _sizes(raised(parents, codes, spans)[0]), _sizes(own), _sizes(raised(parents, codes, documents)[0]),
        _sizes(documents[new]),
    ]  # fmt: skip


def _sizes(keys: Ints) -> dict[int, int]:
    """Return how often each key stands in ascending keys."""
    found, sizes = np.unique(keys, return_counts=True)
    return dict(zip(found.tolist(), sizes.tolist(), strict=True))

"""Counts: how often codes are used. One rule, for every list, tree and table.

The *coded segments* of a code are the stretches that a coder gave it or a code under it, each once; its documents are
those in which they are. What is a code's alone, without the codes under it, is said to be its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coding.moment.evidence import Ints
from coding.moment.moment import Moment
from corpus.store.columns import distinct


@dataclass(frozen=True)
class Counts:
    """By code: coded segments with those of the codes under it, its own, and the documents; by document: segments.

    Codes and documents that have none are left out.
    """

    segments: dict[int, int]
    own: dict[int, int]
    documents: dict[int, int]
    coded: dict[int, int]

    def said(self, code: int) -> tuple[int, int]:
        """Return how many coded segments a code has, and in how many documents."""
        return self.segments.get(code, 0), self.documents.get(code, 0)


def counts(moment: Moment) -> Counts:
    """Return how often the codes of a moment are used, in its layer."""
    read = moment.read  # not the net: links and decisions count for nothing here
    return moment.keep("counts", (read.codings, read.codes, read.coders, moment.layer), lambda: _counts(moment))


def _counts(moment: Moment) -> Counts:
    net = moment.net
    codes, spans, documents = net.codings[:, 2], net.span, net.codings[:, 1]
    own = codes * (len(net.first) + 1) + spans
    return Counts(
        _sizes(net.raised(codes, spans)[0]), _sizes(distinct(np.sort(own)) // (len(net.first) + 1)),
        _sizes(net.raised(codes, documents)[0]), _sizes(net.codings[net.first, 1]),
    )  # fmt: skip


def _sizes(keys: Ints) -> dict[int, int]:
    """Return how often each key stands in ascending keys."""
    found, sizes = np.unique(keys, return_counts=True)
    return dict(zip(found.tolist(), sizes.tolist(), strict=True))

"""Hits of a query, in the order of documents, each with every match at its true place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import numpy as np

from corpus.search import matching
from corpus.search.analysis import tokens
from corpus.search.index import SearchIndex
from corpus.search.postings import Numbers, PassageText, gathered
from corpus.search.query import Node

_AT_ONCE = 500

Span = tuple[int, int]
Texts = Callable[[Collection[int]], Iterable[PassageText]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matches: its span and those of its matches, in code points of the document."""

    key: int
    document: int
    start: int
    end: int
    text: str = field(repr=False)
    matches: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hits:
    """`total` passages match; `hits` are those that were asked for, in the order of documents."""

    total: int
    hits: tuple[Hit, ...]


def search(
    index: SearchIndex,
    node: Node,
    texts: Texts,
    mask: AbstractSet[int] | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Hits:
    """Return the passages that match a query; `mask` holds the keys of those that may (None: all, empty: none).

    `texts` gives the passages of some keys; one that it does not give any more is no hit, though it was counted.
    """
    found = keys(index, node, mask)
    wanted = found[offset:] if limit is None else found[offset : offset + max(limit, 0)]
    hits: list[Hit] = []
    for at in range(0, len(wanted), _AT_ONCE):
        hits += _hits(wanted[at : at + _AT_ONCE].tolist(), node, texts)
    return Hits(len(found), tuple(hits))


def keys(index: SearchIndex, node: Node, mask: AbstractSet[int] | None = None) -> Numbers:
    """Return the keys of all passages that match, in the order of documents: int64[k]."""
    view = index.view()
    if not view.parts or (mask is not None and not mask):
        return np.zeros(0, np.int64)
    matched = np.concatenate([matching.passages(node, postings) for postings, _ in view.parts])
    found: Numbers = view.keys[view.order[matched[view.order]]]
    if mask is not None:
        found = found[np.isin(found, np.fromiter(mask, np.int64, len(mask)))]
    return found


def marked(node: Node, passages: Sequence[PassageText]) -> list[tuple[Span, ...]]:
    """Return the matches in each passage, ascending and apart, in code points of its document."""
    postings = gathered(passages)
    places = [token for passage in passages for token in tokens(passage.text)]
    found: list[list[Span]] = [[] for _ in passages]
    spans = matching.matches(node, postings)
    owners = postings.passage_at(spans.first)
    for owner, first, last in zip(owners.tolist(), (spans.first - owners).tolist(), (spans.last - owners).tolist()):
        at = passages[owner].start
        _mark(found[owner], (at + places[first].start, at + places[last].end))
    return [tuple(each) for each in found]


def _mark(found: list[Span], span: Span) -> None:
    """Add a span that begins no earlier than the last one; those that overlap become one."""
    if found and span[0] < found[-1][1]:
        found[-1] = (found[-1][0], max(found[-1][1], span[1]))
    else:
        found.append(span)


def _hits(wanted: list[int], node: Node, texts: Texts) -> list[Hit]:
    given = {passage.key: passage for passage in texts(wanted)}
    passages = [given[key] for key in wanted if key in given]
    return [
        Hit(each.key, each.document, each.start, each.start + len(each.text), each.text, matches)
        for each, matches in zip(passages, marked(node, passages))
    ]

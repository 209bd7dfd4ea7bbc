"""Hits of a query, in the order of documents, each with every match at its true place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import numpy as np

from corpus.search import matching, patterns
from corpus.search.analysis import places_of
from corpus.search.index import SearchIndex
from corpus.search.nodes import EXACT, Node, Pattern, leaves, words_in
from corpus.search.postings import Numbers, PassageText, gathered

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
    found = keys(index, node, mask, texts)
    wanted = found[offset:] if limit is None else found[offset : offset + max(limit, 0)]
    hits: list[Hit] = []
    for at in range(0, len(wanted), _AT_ONCE):
        hits += _hits(wanted[at : at + _AT_ONCE].tolist(), node, texts)
    return Hits(len(found), tuple(hits))


def keys(index: SearchIndex, node: Node, mask: AbstractSet[int] | None = None, texts: Texts | None = None) -> Numbers:
    """Return the keys of all passages that match, in the order of documents: int64[k].

    Regular expressions need `texts`, and stop with a `QueryError` after ten seconds.
    """
    view = index.view()
    if not view.parts or (mask is not None and not mask):
        return np.zeros(0, np.int64)
    scan = None if texts is None else _scan(texts)
    places = [matching.found(node, postings, scan) + begin for (postings, _), begin in zip(view.parts, view.begins)]
    found = view.in_order(places[0] if len(places) == 1 else np.concatenate(places))
    if mask is not None:
        found = found[np.isin(found, np.fromiter(mask, np.int64, len(mask)))]
    return found


def _scan(texts: Texts) -> matching.Scan:
    """Return what reads passages for an expression, all of one query within one time."""
    clocks: dict[Pattern, patterns.Clock] = {}

    def scan(pattern: Pattern, wanted: Numbers) -> Numbers:
        clock = clocks.setdefault(pattern, patterns.Clock(pattern))
        matched: list[int] = []
        for at in range(0, len(wanted), _AT_ONCE):
            given = texts(wanted[at : at + _AT_ONCE].tolist())
            matched += [each.key for each in given if next(patterns.spans(pattern, each.text, clock), None) is not None]
        return np.isin(wanted, np.array(matched, np.int64))

    return scan


def marked(node: Node, passages: Sequence[PassageText]) -> list[tuple[Span, ...]]:
    """Return the matches in each passage, ascending and apart, in code points of its document."""
    words = list(words_in(node))
    runs = _runs(node, passages, any(word.startswith(EXACT) for word in words)) if words else {}
    expressions = [(leaf, patterns.Clock(leaf)) for leaf in leaves(node) if isinstance(leaf, Pattern)]
    found = []
    for owner, passage in enumerate(passages):
        numbers = runs.get(owner, [])
        places = places_of(passage.text, (number for run in numbers for number in run)) if numbers else {}
        here = [(places[first][0], places[last][1]) for first, last in numbers]
        here += [span for one, clock in expressions for span in patterns.spans(one, passage.text, clock)]
        found.append(_apart(sorted(here), passage.start))
    return found


def _runs(node: Node, passages: Sequence[PassageText], written: bool) -> dict[int, list[Span]]:
    """Return by place among `passages` the first and last word, counted from its beginning, of each match."""
    postings = gathered(passages, written=written)
    spans = matching.matches(node, postings)
    owners = postings.passage_at(spans.first)
    bases = postings.bases[owners].astype(np.int64)
    runs: dict[int, list[Span]] = {}
    for owner, first, last in zip(owners.tolist(), (spans.first - bases).tolist(), (spans.last - bases).tolist()):
        runs.setdefault(owner, []).append((first, last))
    return runs


def _apart(spans: Sequence[Span], at: int) -> tuple[Span, ...]:
    """Return spans moved by `at`, those that overlap as one."""
    found: list[Span] = []
    for start, end in spans:
        if found and start + at < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end + at))
        else:
            found.append((start + at, end + at))
    return tuple(found)


def _hits(wanted: list[int], node: Node, texts: Texts) -> list[Hit]:
    given = {passage.key: passage for passage in texts(wanted)}
    passages = [given[key] for key in wanted if key in given]
    return [
        Hit(each.key, each.document, each.start, each.start + len(each.text), each.text, matches)
        for each, matches in zip(passages, marked(node, passages))
    ]

"""Clipping: the words within codings alone, where verbatims are given by codes, and not all that the turn says."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from coding.moment.moment import Moment
from coding.moment.ranges import spread
from coding.moment.rows import Ints
from coding.search.fields import Meaning
from coding.search.listings import Listing
from coding.words.concordance import Concordance, Mask, Places
from corpus.search import query as queries
from corpus.search.analysis import tokens
from corpus.search.nodes import And, Field, Node, Or
from corpus.store.columns import distinct


def said(listing: Listing) -> tuple[Mask, bool]:
    """Return which addresses are words of a listing, bool[slots + 1], and whether they are those within codings.

    They are where its rows are coded spans, or passages chosen by codes, by facets or by fields such as capability:C1.
    """
    words, passages = listing.words, listing.in_passages()
    spans = _spans(listing)
    if spans is None:
        return words.chosen(passages), False
    return clipped(words, listing.moment, spans) & words.chosen(passages), True


def _spans(listing: Listing) -> Ints | None:
    """Return the numbers of the coded spans that count; None where no code has a say."""
    against = [n for n, item in listing.items.items() if not item.counted]
    if listing.of_spans:
        return np.setdiff1d(listing.units, np.array(against, np.int64))
    spans = np.setdiff1d(np.array(list(listing.items), np.int64), np.array(against, np.int64))
    asked = [] if listing.node is None else list(_coded(queries.parse(listing.search.query)))
    if not asked:
        return spans if listing.search.codes or listing.search.items is not None else None
    net, meaning = listing.moment.net, Meaning(listing.moment)
    rows = [mask for field in asked if (mask := meaning.coded(field)) is not None]
    return distinct(np.sort(np.concatenate([spans, *(net.span[mask] for mask in rows)])))


def _coded(node: Node) -> Iterator[Field]:
    """Yield the codes, capabilities and cycles that are asked to be there."""
    match node:
        case Field("code" | "capability" | "cycle"):
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from _coded(part)


def clipped(words: Concordance, moment: Moment, spans: Ints) -> Mask:
    """Return which addresses are words of which these coded spans, by number, have a letter: bool[slots + 1]."""
    begins = np.full(len(moment.passages), -1, np.int64)
    known = np.flatnonzero(words.units >= 0)
    begins[words.units[known]] = words.bases[known]
    sizes = np.zeros(len(moment.passages), np.int64)
    sizes[words.units[known]] = words.bases[known + 1] - words.bases[known] - 1
    coded = moment.net.codings[moment.net.first[spans]]
    which, units = spread(np.arange(len(spans)), moment.item_passages[spans])
    start = np.maximum(coded[which, 3], moment.passages[units, 2])
    end = np.minimum(coded[which, 4], moment.passages[units, 3])
    low, high = np.zeros(len(units), np.int64), sizes[units].copy()
    partly = (start > moment.passages[units, 2]) | (end < moment.passages[units, 3])
    places: dict[int, tuple[Ints, Ints]] = {}
    for at in np.flatnonzero(partly).tolist():
        unit = int(units[at])
        if unit not in places:
            places[unit] = _places(moment, unit)
        starts, ends = places[unit]
        low[at] = min(np.searchsorted(ends, start[at], "right"), high[at])
        high[at] = min(np.searchsorted(starts, end[at], "left"), high[at])
    here = begins[units] >= 0
    steps = np.zeros(len(words.word) + 1, np.int64)
    np.add.at(steps, (begins[units] + low)[here], 1)
    np.add.at(steps, (begins[units] + np.maximum(high, low))[here], -1)
    return np.asarray(np.cumsum(steps)[:-1] > 0)


def _places(moment: Moment, unit: int) -> tuple[Ints, Ints]:
    """Return where each word of a passage begins and ends, in code points of the document."""
    _, document, start, end, _ = moment.passages[unit].tolist()
    text = moment.project.text(moment.infos[document].text_sha)
    found = np.array([(token.start, token.end) for token in tokens(text[start:end])], np.int64).reshape(-1, 2) + start
    return found[:, 0], found[:, 1]


def inside(places: Places, which: Mask) -> Places:
    """Return the matches all words of which are among `which`, bool[slots + 1]."""
    count = np.concatenate([[0], np.cumsum(which)])
    whole: Mask = count[places.last + 1] - count[places.first] == places.last + 1 - places.first
    return places.kept(whole)

"""Queries over postings, with whole arrays at a time: which passages match, and where.

Matches are exact: a phrase is its words side by side. One compound counts as its parts and the parts as the compound
(`omnicanal`, `omni-canal`, `omni canal`), unless a part is a small word, and so does a number with its thousands apart
(`1200`, `1 200`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np

from corpus.errors import QueryError
from corpus.search import patterns
from corpus.search.analysis import is_pattern, joinable
from corpus.search.nodes import (
    EXACT,
    Among,
    And,
    Everything,
    Field,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Related,
    Words,
    leaves,
)
from corpus.search.postings import Numbers, Postings
from corpus.store.columns import distinct

MOST_SPELLINGS = 64
_MOST_JOINED = 32
"""Words side by side, at most, that are tried as compounds of each other."""
_MANY = 20_000

Scan = Callable[[Pattern, Numbers], Numbers]
"""Says of passages, by key int64[k], which ones an expression matches: bool[k]."""


@dataclass(frozen=True, slots=True)
class WordSpans:
    """Matches from word address `first` to `last`, both included: int64[k], ascending by first.

    Where all are of one word, `last` is the very array `first`.
    """

    first: Numbers
    last: Numbers

    def __len__(self) -> int:
        return len(self.first)

    def kept(self, which: Numbers) -> WordSpans:
        """Return the matches chosen by bool[k]."""
        first = self.first[which]
        return WordSpans(first, first if self.last is self.first else self.last[which])


_NONE = WordSpans(np.zeros(0, np.int64), np.zeros(0, np.int64))


def found(node: Node, postings: Postings, scan: Scan | None = None) -> Numbers:
    """Return the places of the passages that match, ascending: int[k]."""
    return _found(compounded(node, postings), postings, scan)


def passages(node: Node, postings: Postings, scan: Scan | None = None) -> Numbers:
    """Return which passages match: bool[n]."""
    return _passages(compounded(node, postings), postings, scan)


def compounded(node: Node, postings: Postings) -> Node:
    """Return a query in which two words side by side may also be the compound of them that the lexicon has."""
    match node:
        case And(parts) if len(parts) <= _MOST_JOINED:
            within = tuple(compounded(part, postings) for part in parts)
            ways = [And(way) if len(way) > 1 else way[0] for way in _joinings(within, postings)]
            return Or(tuple(ways)) if len(ways) > 1 else ways[0]
        case Or(parts):
            return Or(tuple(compounded(part, postings) for part in parts))
        case Not(part):
            return Not(compounded(part, postings))
    return node


def _joinings(parts: tuple[Node, ...], postings: Postings) -> Iterator[tuple[Node, ...]]:
    """Yield the parts as they are, then with words that follow each other joined where the lexicon has that word."""
    if len(parts) < 2:
        yield parts
        return
    for rest in _joinings(parts[1:], postings):
        yield (parts[0], *rest)
    joined = _compound(parts[0], parts[1], postings)
    if joined is not None:
        for rest in _joinings(parts[2:], postings):
            yield (joined, *rest)


def _compound(one: Node, other: Node, postings: Postings) -> Words | None:
    match one, other:
        case Words((first,)), Words((second,)) if joinable(first, second) and _known(first + second, postings):
            return Words((first + second,))
    return None


def _found(node: Node, postings: Postings, scan: Scan | None = None) -> Numbers:
    """Return the places of the passages that match, ascending: int[k]."""
    match node:
        case Words() | Near():
            return _places(node, postings)
        case And(parts) | Or(parts):
            words = [_places(part, postings) for part in parts if isinstance(part, Words | Near)]
            rest = tuple(part for part in parts if not isinstance(part, Words | Near))
            if isinstance(node, Or) and words and not rest:
                return _any(words, postings)
            if isinstance(node, And) and words:
                # To look the fewest up among the others is several times quicker than to go through all passages.
                fewest, *others = sorted(words, key=len)
                for places in others:
                    fewest = fewest[_mask(places, postings).take(fewest)]
                if rest:
                    fewest = fewest[_passages(And(rest), postings, scan, _mask(fewest, postings)).take(fewest)]
                return fewest
    return np.flatnonzero(_passages(node, postings, scan))


def _any(lists: list[Numbers], postings: Postings) -> Numbers:
    """Return all places of some lists, ascending."""
    if sum(map(len, lists)) < _MANY:
        return distinct(np.sort(np.concatenate(lists)))
    return np.flatnonzero(np.logical_or.reduce([_mask(places, postings) for places in lists]))


def _places(leaf: Words | Near, postings: Postings) -> Numbers:
    """Return the places of the passages that have a match of a leaf, ascending: int[k]."""
    if isinstance(leaf, Near) or len(leaf.words) > 1:
        return distinct(postings.passage_at(_begins(leaf, postings)))
    (word,) = leaf.words
    numbers = postings.numbers(word)
    if len(numbers) != 1:
        return np.flatnonzero(_with_word(word, postings))
    parts = [_adjacent(split, postings).first for split in _splits(word, postings)]
    return _inserted(postings.passages_of(numbers), [postings.passage_at(part) for part in parts if len(part)])


def _mask(places: Numbers, postings: Postings) -> Numbers:
    """Return passages by place as bool[n]."""
    mask = np.zeros(len(postings), bool)
    mask[places.astype(np.intp, copy=False)] = True
    return mask


def _inserted(places: Numbers, more: list[Numbers]) -> Numbers:
    """Return ascending places with the few of `more` that are not among them."""
    if not more:
        return places
    others = np.unique(np.concatenate(more))
    at = np.minimum(np.searchsorted(places, others), len(places) - 1)
    fresh = others[places[at] != others]
    return np.insert(places, np.searchsorted(places, fresh), fresh)


def _passages(node: Node, postings: Postings, scan: Scan | None = None, among: Numbers | None = None) -> Numbers:
    """Return which passages match: bool[n]. Those outside of `among`, bool[n], need not be looked at."""
    match node:
        case Everything():
            return np.ones(len(postings), bool)
        case Words() if len(node.words) == 1:
            return _with_word(node.words[0], postings)
        case Words() | Near():
            return _mask(postings.passage_at(_begins(node, postings)), postings)
        case Pattern():
            return _scanned(node, postings, scan, among)
        case Among(keys):
            places = slice(None) if among is None else np.flatnonzero(among)
            chosen = np.zeros(len(postings), bool)
            chosen[places] = np.isin(postings.keys[places], keys)
            return chosen
        case Not(part):
            return ~_passages(part, postings, scan, among)
        case And(parts):
            chosen = np.ones(len(postings), bool) if among is None else among.copy()
            # What looks at single passages comes late, when few are left; what reads their texts comes last.
            for part in sorted(parts, key=_cost):
                chosen &= _passages(part, postings, scan, chosen)
            return chosen
        case Or(parts):
            chosen = np.zeros(len(postings), bool)
            for part in parts:
                chosen |= _passages(part, postings, scan, among)
            return chosen
        case Field() | Related():
            raise QueryError("Fields such as code:… can be asked only of an open project.")


def _cost(node: Node) -> int:
    match node:
        case Pattern():
            return 2
        case Among():
            return 1
        case And(parts) | Or(parts):
            return max(map(_cost, parts), default=0)
        case Not(part):
            return _cost(part)
    return 0


def _scanned(node: Pattern, postings: Postings, scan: Scan | None, among: Numbers | None) -> Numbers:
    if scan is None:
        raise QueryError("Expressions between slashes can be asked only of an open project.")
    chosen = _passages(patterns.needed(node), postings)
    if among is not None:
        chosen &= among
    places = np.flatnonzero(chosen)
    chosen[places] = scan(node, postings.keys[places])
    return chosen


def matches(node: Node, postings: Postings) -> WordSpans:
    """Return every place to mark, ascending: all that is asked to be there, with the words of a NEAR one by one."""
    placed = [leaf for leaf in leaves(node) if not isinstance(leaf, Pattern)]
    spans = [found for leaf in placed for found in marks(leaf, postings)]
    # Of a compound that was asked for in two words only what is written as one: the two are marked already.
    joined = {leaf for leaf in leaves(compounded(node, postings)) if isinstance(leaf, Words)}.difference(placed)
    spans += [found.kept(found.first == found.last) for leaf in joined for found in marks(leaf, postings)]
    return _joined(spans)


def marks(leaf: Node, postings: Postings) -> list[WordSpans]:
    """Return the matches of a leaf: those of a phrase as one, those of each part of a NEAR apart.

    Where one part has no match that counts, none has.
    """
    return _chained(*_links(leaf, postings), postings)


def _begins(leaf: Node, postings: Postings) -> Numbers:
    """Return an address in every passage that has a match of a leaf, ascending: int64[k]."""
    parts, distances, ordered = _links(leaf, postings)
    if len(parts) == 2:
        found = _neighbours(parts[0], parts[1], distances[0], ordered[0], postings)
        if found is not None:
            return found
    return _chained(parts, distances, ordered, postings)[0].first


def _links(leaf: Node, postings: Postings) -> tuple[list[WordSpans], list[int], list[bool]]:
    """Return the matches of each part of a leaf, and from each to the next how far it may be and if it must follow."""
    match leaf:
        case Words(words, 1):
            return [_side_by_side(words, postings)], [], []
        case Words(words, reach):
            steps = len(words) - 1
            return [_side_by_side((word,), postings) for word in words], [reach] * steps, [True] * steps
        case Near(parts, distances, ordered):
            spans = [_placed(part, postings) for part in parts]
            return spans, list(distances), list(ordered) or [False] * len(distances)
    raise TypeError(leaf)


def _placed(node: Node, postings: Postings) -> WordSpans:
    """Return the matches of a phrase, or of a choice of phrases."""
    if isinstance(node, Or):
        return _joined([_placed(part, postings) for part in node.parts])
    assert isinstance(node, Words)
    return _side_by_side(node.words, postings)


def _with_word(word: str, postings: Postings) -> Numbers:
    if word.startswith(EXACT):
        return _mask(postings.passage_at(postings.addresses_for(word)), postings)
    found = _mask(postings.passages_of(postings.numbers(word)), postings)
    for split in _splits(word, postings):
        found[postings.passage_at(_adjacent(split, postings).first)] = True
    return found


def _every_word(postings: Postings) -> WordSpans:
    places = np.sort(postings.addresses).astype(np.int64)
    return WordSpans(places, places)


def _side_by_side(words: tuple[str, ...], postings: Postings) -> WordSpans:
    """Return the places of these words in a row, in each spelling of the compounds among them."""
    if len(words) == 1:
        return _joined([_adjacent(words, postings), *(_adjacent(two, postings) for two in _splits(words[0], postings))])
    return _joined([_adjacent(spelling, postings) for spelling in islice(_spellings(words, postings), MOST_SPELLINGS)])


def _spellings(words: tuple[str, ...], postings: Postings) -> Iterator[tuple[str, ...]]:
    """Yield the words as they are, then with compounds split or joined where the lexicon has the other form."""
    if not words:
        yield ()
        return
    head, rest = words[0], words[1:]
    choices: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((head,), rest)]
    choices += [(split, rest) for split in _splits(head, postings)]
    if rest and _known(head + rest[0], postings) and joinable(head, rest[0]):
        choices.append(((head + rest[0],), rest[1:]))
    for start, left in choices:
        for ending in _spellings(left, postings):
            yield start + ending


def _splits(word: str, postings: Postings) -> list[tuple[str, ...]]:
    """Return the parts of `word` as a compound, where the lexicon has all of them."""
    number = postings.number
    return [parts for parts in _cuts(word) if all(number(part) is not None for part in parts)]


@lru_cache(maxsize=1024)
def _cuts(word: str) -> tuple[tuple[str, ...], ...]:
    """Return all ways of cutting a word into a compound of two, or a number into its thousands."""
    if word.isdecimal():
        groups = tuple(re.findall(r".{1,3}(?=(?:.{3})*$)", word))
        return (groups,) if len(groups) > 1 and word[0] != "0" else ()
    cuts = ((word[:at], word[at:]) for at in range(1, len(word) - 1))
    return tuple(pair for pair in cuts if joinable(*pair))


def _known(word: str, postings: Postings) -> bool:
    return not is_pattern(word) and postings.number(word) is not None


def _adjacent(words: tuple[str, ...], postings: Postings) -> WordSpans:
    """Return the places of exactly these words in a row; `*` is any one word."""
    fixed = [(at, postings.addresses_for(word)) for at, word in enumerate(words) if word != "*"]
    if not fixed:
        first = _every_word(postings).first
    else:
        fixed.sort(key=lambda part: len(part[1]))
        at, addresses = fixed[0]
        first = addresses.astype(np.int64) - at
        for at, addresses in fixed[1:]:
            if len(first):
                first = first[_among(first + at, addresses, int(postings.bases[-1]))]
    if "*" in words:
        first = first[_within(first, len(words), postings)]
    return WordSpans(first, first + (len(words) - 1) if len(words) > 1 else first)


def _among(wanted: Numbers, addresses: Numbers, slots: int) -> Numbers:
    """Return which of `wanted` are in the ascending `addresses`, all below `slots`."""
    if len(addresses) == 0:
        return np.zeros(len(wanted), bool)
    if len(wanted) > _MANY:
        # Where both are many, a table of all addresses is quicker than as many searches.
        taken = np.zeros(slots, bool)
        taken[addresses] = True
        inside = (wanted >= 0) & (wanted < slots)
        inside[inside] = taken[wanted[inside]]
        return inside
    at = np.searchsorted(addresses, wanted.astype(addresses.dtype))
    at[at == len(addresses)] = 0
    found: Numbers = addresses[at] == wanted
    return found


def _within(first: Numbers, length: int, postings: Postings) -> Numbers:
    """Return which runs of `length` words from `first` lie in one passage (the address after a passage is free)."""
    passage = postings.passage_at(first)
    bases = postings.bases.astype(np.int64)
    inside: Numbers = (first >= bases[passage]) & (first + length < bases[passage + 1])
    return inside


def _chained(parts: list[WordSpans], distances: list[int], ordered: list[bool], postings: Postings) -> list[WordSpans]:
    """Return of each part the matches that stand in a chain through all parts, each near enough to the next."""
    parts = list(parts)
    for at, (distance, one_way) in enumerate(zip(distances, ordered, strict=True)):
        parts[at + 1] = _beside(parts[at + 1], parts[at], distance, postings, -1 if one_way else 0)
    for at, (distance, one_way) in reversed(list(enumerate(zip(distances, ordered, strict=True)))):
        parts[at] = _beside(parts[at], parts[at + 1], distance, postings, 1 if one_way else 0)
    return parts


def _neighbours(one: WordSpans, other: WordSpans, distance: int, ordered: bool, postings: Postings) -> Numbers | None:
    """Return where a word of each stand near enough in one passage, ascending: int64[k].

    None where these are not about as many single words, all apart: then `_chained` must tell.
    """
    single = one.last is one.first and other.last is other.first
    if not single or min(len(one), len(other)) * 8 <= max(len(one), len(other)):
        return None
    # Of two words near enough, and all between, some two neighbours in the joint order are nearer still.
    both = np.concatenate((one.first << 1, (other.first << 1) + 1))
    both.sort(kind="stable")
    gap = both[1:] - both[:-1]
    before = np.flatnonzero((gap & 1).astype(bool) & (gap <= 2 * distance + 1))
    swapped = both[before] & 1
    steps = (gap[before] + swapped) >> 1
    if not steps.all():
        return None
    before = before[(steps <= distance) & ((swapped == 0) | (not ordered))]
    first, last = both[before] >> 1, both[before + 1] >> 1
    together: Numbers = first[postings.passage_at(first) == postings.passage_at(last)]
    return together


def _beside(these: WordSpans, others: WordSpans, distance: int, postings: Postings, side: int) -> WordSpans:
    """Return those of `these` that have one of `others` within `distance`, without overlap, in the same passage.

    side: 1 when it must come after, -1 before, 0 for either.
    """
    if len(others) == 0 or len(these) == 0:
        return _NONE
    if len(others) * 8 < len(these):
        these = _around(these, others, distance)
    near = np.zeros(len(these), bool)
    if len(these) == 0:
        return these
    if side >= 0:
        at = np.minimum(np.searchsorted(others.first, these.last, "right"), len(others) - 1)
        near |= _close(these.last, others.first[at], distance, postings)
    if side <= 0:
        ends = np.sort(others.last)
        at = np.maximum(np.searchsorted(ends, these.first, "left") - 1, 0)
        near |= _close(ends[at], these.first, distance, postings)
    return these.kept(near)


def _around(these: WordSpans, others: WordSpans, distance: int) -> WordSpans:
    """Return at least those of the many `these` that lie within `distance` of one of the few `others`."""
    longest = int((these.last - these.first).max()) + distance
    low = np.searchsorted(these.first, others.first - longest, "left")
    high = np.searchsorted(these.first, others.last + distance, "right")
    sizes = high - low
    ends = np.cumsum(sizes)
    places = np.unique(np.arange(int(ends[-1])) + np.repeat(low - ends + sizes, sizes))
    return WordSpans(these.first[places], these.last[places])


def _close(before: Numbers, after: Numbers, distance: int, postings: Postings) -> Numbers:
    gap = after - before
    near: Numbers = (gap > 0) & (gap <= distance)
    candidates = np.flatnonzero(near)
    same = postings.passage_at(before[candidates]) == postings.passage_at(after[candidates])
    near[candidates[~same]] = False
    return near


def _joined(spans: list[WordSpans]) -> WordSpans:
    """Return all of these, ascending."""
    spans = [found for found in spans if len(found)]
    if len(spans) < 2:
        return spans[0] if spans else _NONE
    first = np.concatenate([found.first for found in spans])
    order = np.argsort(first, kind="stable")
    return WordSpans(first[order], np.concatenate([found.last for found in spans])[order])

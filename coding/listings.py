"""Listings: the verbatims that a search gives, counted by all they could be chosen by, and read only when shown.

With a query the rows are passages that match, each with every match; without one they are coded spans.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from coding.dimensions import Dimension, spread
from coding.evidence import Ints, Item
from coding.grounds import Ground
from coding.searches import Chosen, Search
from coding.verbatims import Verbatim
from corpus.errors import UnknownCode
from corpus.progress import Progress, silent
from corpus.search import find as words_find
from corpus.search import query as queries
from corpus.search.index import SearchIndex
from corpus.search.postings import PassageText
from corpus.search.query import Node

_AT_ONCE = 64
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet, and how many verbatims it would leave."""

    key: Chosen
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """What verbatims can be chosen by: code, framework:KEY, speaker, role, attribute:NAME, document, coder, origin."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A verbatim, the function of who said it, and the stretches of it that are coded: start, end, code."""

    verbatim: Verbatim
    function: str
    coded: tuple[tuple[int, int, int], ...]
    excerpt: bool


@dataclass
class Listing:
    """Rows by number: `units` are numbers of passages, where there is a query, or of coded spans.

    `counted` leaves out what contradicts. `lines` are (row, start, end) of every match, where they were asked for.
    """

    search: Search
    ground: Ground
    node: Node | None
    units: Ints
    items: Mapping[int, Item]
    facets: tuple[Facet, ...]
    counted: int
    documents: int
    lines: tuple[tuple[int, int, int], ...] | None = None
    _matches: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.units)

    @property
    def tagged(self) -> bool:
        """Whether it means something that a verbatim is there directly or by a link."""
        return bool(self.search.codes) or self.search.items is not None

    def place(self, number: int) -> tuple[int, int, int]:
        """Return document, start and end of a row, in code points, without reading its words."""
        unit, source = int(self.units[number]), self.ground.source
        row = source.net.codings[source.net.first[unit], [1, 3, 4]] if self.node is None else source.passages[unit, 1:4]
        document, start, end = (int(value) for value in row)
        return document, start, end

    def lengths(self) -> Ints:
        """Return how long each row is, in code points: (n,)."""
        source = self.ground.source
        if self.node is None:
            spans = source.net.codings[source.net.first[self.units]]
            return np.asarray(spans[:, 4] - spans[:, 3])
        return np.asarray(source.passages[self.units, 3] - source.passages[self.units, 2])

    def row(self, number: int) -> Row:
        """Return a row with its words."""
        unit = int(self.units[number])
        return self._span(unit) if self.node is None else self._passage(number, unit)

    def _span(self, unit: int) -> Row:
        source = self.ground.source
        every = source.net.every([unit])[0]
        item = self.items.get(unit, every)
        low, high = source.item_passages[unit]
        passage = int(low) if low < high else None
        return self._row(replace(item, codes=every.codes), passage, (), ())

    def _passage(self, number: int, unit: int) -> Row:
        source = self.ground.source
        _, document, start, end, _ = source.passages[unit].tolist()
        ranges = source.item_passages
        spans = np.flatnonzero((ranges[:, 0] <= unit) & (ranges[:, 1] > unit)).tolist()
        on = source.net.every(spans)
        came = [self.items[n] for n in spans if n in self.items] if self.items else on
        order = {code: n for n, code in enumerate(self.ground.codes)}
        item = Item(
            document, start, end, "; ".join(dict.fromkeys(one.coder for one in came)),
            tuple(key for one in came for key in one.codings),
            tuple(sorted({code for one in on for code in one.codes}, key=lambda code: order.get(code, 0))),
            any(one.direct for one in came), any(one.linked for one in came),
            next((one.stance for one in came if one.stance), None), not came or any(one.counted for one in came),
        )  # fmt: skip
        shown = tuple((max(start, one.start), min(end, one.end), code) for one in came for code in one.codes[:1])
        return self._row(item, unit, self.matches(number), shown)

    def _row(
        self, item: Item, passage: int | None, matches: tuple[tuple[int, int], ...],
        coded: tuple[tuple[int, int, int], ...],
    ) -> Row:  # fmt: skip
        ground = self.ground
        info = ground.infos[item.document]
        key = number = voice = None
        if passage is not None:
            at = ground.source.passages[passage]
            key, voice = int(at[0]), ground.voices.get(int(at[4]))
            number = passage - ground.source.runs[item.document][0] + 1
        person = voice.participant if voice else None
        people = (person,) if person else info.participants
        asks = voice is not None and voice.role == "interviewer"
        verbatim = Verbatim(
            item.document, info.name, item.start, item.end, self.text(item.document)[item.start : item.end],
            voice.label if voice else "", voice.role if voice else "", people, item.codes, item.codings, item.coder,
            item.direct, item.linked, item.stance, item.counted, key, number, matches,
        )  # fmt: skip
        function = "" if asks else "; ".join(f for name in people if (f := ground.functions.get(name)))
        return Row(verbatim, function, coded, (item.document, item.start, item.end) in ground.chosen)

    def text(self, document: int) -> str:
        """Return the whole text of a document."""
        return self.ground.source.project.text(self.ground.infos[document].text_sha)

    def around(self, number: int) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return speaker and words of the turn before a row's passages and of the one after; empty where none is."""
        unit, source = int(self.units[number]), self.ground.source
        low, high = source.item_passages[unit].tolist() if self.node is None else (unit, unit + 1)
        document = self.place(number)[0]
        first, last = source.runs.get(document, (0, 0))
        return self._turn(low - 1, first, last), self._turn(high, first, last)

    def _turn(self, passage: int, first: int, last: int) -> tuple[str, str]:
        if not first <= passage < last:
            return "", ""
        _, document, start, end, who = self.ground.source.passages[passage].tolist()
        voice = self.ground.voices.get(who)
        return voice.label if voice else "", self.text(document)[start:end]

    def matches(self, number: int) -> tuple[tuple[int, int], ...]:
        """Return every match in a row, in code points of its document."""
        if self.node is None:
            return ()
        if number not in self._matches:
            first = number - number % _AT_ONCE
            self._mark(first, min(first + _AT_ONCE, len(self)))
        return self._matches[number]

    def _mark(self, first: int, last: int) -> None:
        assert self.node is not None
        given = []
        for key, document, start, end, _ in self.ground.source.passages[self.units[first:last]].tolist():
            language = self.ground.infos[document].language
            given.append(PassageText(key, document, start, self.text(document)[start:end], language))
        self._matches.update(zip(range(first, last), words_find.marked(self.node, given), strict=True))

    def each_match(self, progress: Progress = silent) -> Iterator[tuple[int, int, int]]:
        """Yield row, start and end of every match, in order."""
        for number in range(len(self)):
            if number % _AT_ONCE == 0:
                progress(number, len(self), "")
            for start, end in self.matches(number):
                yield number, start, end


def listing(
    search: Search, ground: Ground, index: SearchIndex, *, lines: bool = False, progress: Progress = silent
) -> Listing:
    """Return what a search gives; raises `QueryError`. `lines` asks for every match, one by one."""
    node = queries.parse(search.query) if search.query.strip() else None
    for key in search.codes:
        if key not in ground.codes:
            raise UnknownCode("A code of this search is no longer in the project.")
    net = ground.source.net
    base = _base(search, ground, index, node, progress)
    items = _items(search, ground)
    books = ground.by_codes(search.ways)
    divided = {**books, **ground.said, **ground.coded_by}
    unit = "item" if node is None else "passage"
    pairs = {name: (one.by_item if unit == "item" else one.units("passage")) for name, one in divided.items()}
    admitted = {}
    for name, keys in search.chosen.items():
        if name in divided and keys:
            admitted[name] = _admitted(divided[name], pairs[name], keys, len(base))
            if name in books:
                spans = np.array(sorted(_evidence(keys, ground, search)), np.int64)
                admitted[name][_units(ground, spans, unit)] = True
    facets = []
    for name, one in divided.items():
        kept = np.logical_and.reduce([base, *(mask for other, mask in admitted.items() if other != name)])
        facets.append(_facet(name, one, pairs[name], kept))
    units = np.flatnonzero(np.logical_and.reduce([base, *admitted.values()]))
    against = [n for n, item in items.items() if not item.counted]
    counted = len(units)
    if against and node is None:
        counted -= int(np.isin(units, against).sum())
    table = net.codings[net.first] if node is None else ground.source.passages
    files = len(np.unique(table[units, 1]))
    found = Listing(search, ground, node, units, items, tuple(facets), counted, files)
    if lines:
        found.lines = tuple(found.each_match(progress))
    return found


def _base(search: Search, ground: Ground, index: SearchIndex, node: Node | None, progress: Progress) -> Mask:
    """Return which passages match, or which spans are coded, among the items where there are any."""
    source = ground.source
    unit = "item" if node is None else "passage"
    mask = np.ones(len(source.net.first), bool)
    if node is not None:
        index.catch_up(source.project, progress)
        mask = np.zeros(len(source.passages), bool)
        places = ground.passage_numbers
        mask[[places[key] for key in words_find.keys(index, node).tolist() if key in places]] = True
    if search.items is None:
        return mask
    known = ground.span_numbers
    spans = {known[key] for item in search.items for key in item.codings if key in known}
    given = np.zeros(len(mask), bool)
    given[_units(ground, np.array(sorted(spans), np.int64), unit)] = True
    return mask & given


def _units(ground: Ground, spans: Ints, unit: str) -> Ints:
    """Return spans as units of a listing: themselves, or the passages they cover."""
    return spans if unit == "item" else spread(spans, ground.source.item_passages[spans])[1]


def _items(search: Search, ground: Ground) -> dict[int, Item]:
    """Return the evidence for the chosen codes, or the items given, by number of span."""
    if search.codes:
        return _evidence(search.codes, ground, search)
    known = ground.span_numbers
    given = (item for item in search.items or () if item.codings[0] in known)
    return {known[item.codings[0]]: item for item in given}


def _evidence(keys: tuple[Chosen, ...], ground: Ground, search: Search) -> dict[int, Item]:
    found: dict[int, Item] = {}
    for key in keys:
        if isinstance(key, int):
            for item in ground.source.net.evidence(key, search.ways):
                number = ground.span_numbers[item.codings[0]]
                found[number] = _joined(found[number], item) if number in found else item
    return found


def _joined(one: Item, other: Item) -> Item:
    return replace(
        one,
        codings=tuple(sorted({*one.codings, *other.codings})),
        codes=tuple(sorted({*one.codes, *other.codes})),
        direct=one.direct or other.direct,
        linked=one.linked or other.linked,
        stance=one.stance if one.counted else other.stance,
        counted=one.counted or other.counted,
    )


def _admitted(one: Dimension, pairs: tuple[Ints, Ints], keys: tuple[Chosen, ...], count: int) -> Mask:
    mask = np.zeros(count, bool)
    wanted = [n for n, label in enumerate(one.labels) if label.key in keys]
    mask[pairs[1][np.isin(pairs[0], wanted)]] = True
    return mask


def _facet(name: str, one: Dimension, pairs: tuple[Ints, Ints], kept: Mask) -> Facet:
    counts = np.bincount(pairs[0][kept[pairs[1]]], minlength=len(one.labels)).tolist()
    return Facet(
        name, tuple(Value(label.key, label.name, count) for label, count in zip(one.labels, counts, strict=True))
    )

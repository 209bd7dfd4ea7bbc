"""Listings: the verbatims that a search gives, counted by all they could be chosen by, and read only when shown.

With a query the rows are passages that match, each with every match; without one, or where codings are sought, they
are coded spans. They stand in the order of documents, passages also by relevance (BM25, see `Concordance.relevance`),
and may be grouped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from coding.moment import dimensions, facets
from coding.moment.dimensions import Dimension, Label
from coding.moment.evidence import EvidenceItem
from coding.moment.moment import Moment
from coding.moment.ranges import spread
from coding.moment.rows import Ints
from coding.search import choosing, fields
from coding.search.choosing import Facet
from coding.search.meaning_query import LEAST, Liked
from coding.search.other_words import HAD, OtherWords, marked
from coding.search.searches import Chosen, Order, Search
from coding.tables.verbatims import Verbatim, in_passages
from coding.words.concordance import Concordance, concordance
from coding.words.lines import Lines
from corpus.errors import UnknownCode
from corpus.progress import Progress, silent
from corpus.search import find as words_find
from corpus.search import passages as texts
from corpus.search.index import IndexView, SearchIndex
from corpus.search.nodes import Pattern, leaves
from corpus.search.postings import PassageText
from corpus.search.query import Node

_SEEN, _AT_ONCE = 16, 256  # rows whose matches are marked in one go: for the screen, and where all are
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ListedVerbatim:
    """A verbatim, the function of who said it, and the stretches of it that are coded: start, end, code.

    `alike` is how alike it is to what was sought by meaning, and the words shared.
    """

    verbatim: Verbatim
    function: str
    coded: tuple[tuple[int, int, int], ...]
    excerpt: bool
    alike: tuple[float, tuple[str, ...]] | None = None


@dataclass
class Listing:
    """Rows by number: `units` are numbers of coded spans where it is `of_spans`, else of passages.

    `total` rows are different ones (in groups by code a row may come again); `counted` leaves out what contradicts.
    `lines` are (row, start, end) of every match, where they were asked for. `groups` are first row, key, name and size
    of each group. `view` is the index that the query was read against.
    """

    search: Search
    moment: Moment
    node: Node | None
    units: Ints
    items: Mapping[int, EvidenceItem]
    facets: tuple[Facet, ...]
    counted: int
    documents: int
    lines: Sequence[tuple[int, int, int]] | None = None
    view: IndexView | None = None
    total: int = 0
    order: Order = "document"
    groups: tuple[tuple[int, Chosen, str, int], ...] = ()
    other: OtherWords | None = None
    liked: Liked | None = None
    _matches: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.units)

    @property
    def words(self) -> Concordance:
        """The words of all passages, as they were when the query was read."""
        assert self.view is not None
        return concordance(self.moment, self.view)

    @property
    def of_spans(self) -> bool:
        """Whether the rows are coded spans."""
        return _in_spans(self.search)

    @property
    def unread(self) -> int:
        """How many of its coded spans were proposed, and read by nobody since."""
        fresh = [n for n, item in self.items.items() if item.unread] if self.of_spans else []
        return int(np.isin(self.units, fresh).sum()) if fresh else 0

    @property
    def tagged(self) -> bool:
        """Whether it means something that a verbatim is there directly or by a link."""
        return bool(self.search.codes) or self.search.items is not None or self.search.of_own

    def place(self, number: int) -> tuple[int, int, int]:
        """Return document, start and end of a row, in code points, without reading its words."""
        unit, moment = int(self.units[number]), self.moment
        row = moment.net.codings[moment.net.first[unit], [1, 3, 4]] if self.of_spans else moment.passages[unit, 1:4]
        document, start, end = (int(value) for value in row)
        return document, start, end

    def having(self, document: int, start: int) -> list[int]:
        """Return the rows of a document that begin at `start` or have that character."""
        moment = self.moment
        table = (
            moment.passages[self.units, 1:4]
            if not self.of_spans
            else (moment.net.codings[moment.net.first[self.units]][:, [1, 3, 4]])
        )
        here = (table[:, 0] == document) & (table[:, 1] <= start) & ((table[:, 2] > start) | (table[:, 1] == start))
        return [int(number) for number in np.flatnonzero(here)]

    def lengths(self) -> Ints:
        """Return how long each row is, in code points: (n,)."""
        moment = self.moment
        if self.of_spans:
            spans = moment.net.codings[moment.net.first[self.units]]
            return np.asarray(spans[:, 4] - spans[:, 3])
        return np.asarray(moment.passages[self.units, 3] - moment.passages[self.units, 2])

    def row(self, number: int) -> ListedVerbatim:
        """Return a row with its words."""
        unit = int(self.units[number])
        found = self._span(number, unit) if self.of_spans else self._passage(number, unit)
        return replace(found, alike=self.likeness(number))

    def _span(self, number: int, unit: int) -> ListedVerbatim:
        moment = self.moment
        every = moment.net.every([unit])[0]
        item = self.items.get(unit, every)
        passages = range(*moment.item_passages[unit].tolist())
        return self._row(replace(item, codes=every.codes), passages, self.matches(number), ())

    def _passage(self, number: int, unit: int) -> ListedVerbatim:
        moment = self.moment
        _, document, start, end, _ = moment.passages[unit].tolist()
        ranges = moment.item_passages
        spans = np.flatnonzero((ranges[:, 0] <= unit) & (ranges[:, 1] > unit)).tolist()
        on = moment.net.every(spans)
        came = [self.items[n] for n in spans if n in self.items] if self.items else on
        order = {code: n for n, code in enumerate(self.moment.codes)}
        item = EvidenceItem(
            document=document,
            start=start,
            end=end,
            coder="; ".join(dict.fromkeys(one.coder for one in came)),
            codings=tuple(key for one in came for key in one.codings),
            codes=tuple(sorted({code for one in on for code in one.codes}, key=lambda code: order.get(code, 0))),
            direct=any(one.direct for one in came),
            linked=any(one.linked for one in came),
            stance=next((one.stance for one in came if one.stance), None),
            counted=not came or any(one.counted for one in came),
            unread=bool(came) and all(one.unread for one in came),
            crossed=bool(came) and all(one.crossed for one in came),
        )
        shown = tuple((max(start, one.start), min(end, one.end), code) for one in came for code in one.codes[:1])
        return self._row(item, range(unit, unit + 1), self.matches(number), shown)

    def _row(
        self,
        item: EvidenceItem,
        passages: range,
        matches: tuple[tuple[int, int], ...],
        coded: tuple[tuple[int, int, int], ...],
    ) -> ListedVerbatim:
        moment = self.moment
        said = in_passages(moment, item, passages, matches)
        function = "; ".join(filter(None, map(moment.function, said.people)))
        return ListedVerbatim(said, function, coded, (item.document, item.start, item.end) in moment.chosen)

    def likeness(self, number: int) -> tuple[float, tuple[str, ...]] | None:
        """Return how alike a row is to what was sought by meaning, and the words that its closest stretch shares."""
        if self.liked is None:
            return None
        document, words = self.place(number)[0], tuple[str, ...]()
        for start, end in self.matches(number):
            words = self.liked.shared(self.text(document)[start:end])
        return float(self.liked.scores[self.units[number]]), words

    def text(self, document: int) -> str:
        """Return the whole text of a document."""
        return self.moment.text(document)

    def passage(self, unit: int) -> tuple[int, str]:
        """Return the start of a passage in its document, and its words."""
        _, document, start, end, _ = self.moment.passages[unit].tolist()
        return start, self.text(document)[start:end]

    def in_passages(self) -> Mask:
        """Return which passages the rows are, or cover: bool[passages]."""
        mask = np.zeros(len(self.moment.passages), bool)
        mask[self.units if not self.of_spans else _units(self.moment, self.units, "passage")] = True
        return mask

    def around(self, number: int) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return speaker and words of the turn before a row's passages and of the one after; empty where none is."""
        unit, moment = int(self.units[number]), self.moment
        low, high = moment.item_passages[unit].tolist() if self.of_spans else (unit, unit + 1)
        document = self.place(number)[0]
        first, last = moment.voices.runs.get(document, (0, 0))
        return self._turn(low - 1, first, last), self._turn(high, first, last)

    def _turn(self, passage: int, first: int, last: int) -> tuple[str, str]:
        if not first <= passage < last:
            return "", ""
        _, document, start, end, who = self.moment.passages[passage].tolist()
        return self.moment.voices.label(who), self.text(document)[start:end]

    def matches(self, number: int) -> tuple[tuple[int, int], ...]:
        """Return every match in a row, in code points of its document: by meaning, the stretch most alike."""
        if self.liked is not None and not self.of_spans:
            start, end = self.liked.spans[self.units[number]].tolist()
            return ((start, end),)
        if self.node is None:
            return ()
        if number not in self._matches:
            first = number - number % _SEEN
            self._mark(first, min(first + _SEEN, len(self)))
        return self._matches[number]

    def _mark(self, first: int, last: int) -> None:
        assert self.node is not None
        if self.of_spans:
            self._mark_spans(first, last)
            return
        given = []
        for key, document, start, end, _ in self.moment.passages[self.units[first:last]].tolist():
            language = self.moment.infos[document].language
            given.append(PassageText(key, document, start, self.text(document)[start:end], language))
        self._matches.update(zip(range(first, last), words_find.marked(self.node, given), strict=True))

    def _mark_spans(self, first: int, last: int) -> None:
        assert self.other is not None
        pieces = [
            (number, piece) for number in range(first, last) for piece in self.other.spans.of(int(self.units[number]))
        ]
        self._matches.update((number, ()) for number in range(first, last))
        for (number, _), found in zip(pieces, marked(self.node, [piece for _, piece in pieces]), strict=True):
            self._matches[number] += found

    def each_match(self, progress: Progress = silent) -> Iterator[tuple[int, int, int]]:
        """Yield row, start and end of every match, in order."""
        for number in range(len(self)):
            if number % _AT_ONCE == 0:
                progress(number, len(self), "")
                if self.node is not None:
                    self._mark(number, min(number + _AT_ONCE, len(self)))
            for start, end in self.matches(number):
                yield number, start, end


def listing(
    search: Search,
    moment: Moment,
    index: SearchIndex,
    *,
    other: OtherWords | None = None,
    among: Mask | None = None,
    liked: Liked | None = None,
    progress: Progress = silent,
) -> Listing:
    """Return what a search for passages or codings gives, or for passages by meaning; raises `QueryError`.

    `liked` are those that are sought by meaning, listed by how alike they are; a code's own, by how unlike. `among`
    keeps passages, bool[passages], and of coded spans those that are on one. The moment is seen as the search says; so
    are `other` where they are given.

    The orders `left` and `right` are of the lines of passages, by what stands beside the match; groups are of rows,
    never of lines.
    """
    moment = search.seen(moment)
    other = other or OtherWords(moment)
    node, in_spans = search.node, _in_spans(search)
    if node is not None and not in_spans:
        node = fields.resolved(node, lambda: moment)
    for key in search.codes:
        if key not in moment.codes:
            raise UnknownCode("A code of this search is no longer in the project.")
    net = moment.net
    if search.view in ("words", "near", "tree") and node is None:
        index.catch_up(moment.project, progress)
    base = _base(search, moment, index, other, node, progress)
    asked = None if in_spans else dimensions.asked(moment)
    near = None if liked is None else np.isfinite(liked.scores) if in_spans else liked.scores >= LEAST
    for kept in (near, _on(among, moment)) if in_spans else (among, asked, near):
        base &= True if kept is None else kept
    items = _items(search, moment)
    books = facets.by_books(moment, search.ways)
    had = Dimension("has", tuple(Label(name, name, "has") for name in HAD), moment)
    divided = {
        **books,
        **facets.said(moment),
        "participant": other.people,
        **facets.coded_by(moment),
        **facets.by_sets(moment, search.ways),
    }
    unit = "item" if in_spans else "passage"
    pairs = {name: (one.by_item if unit == "item" else one.units("passage")) for name, one in divided.items()}
    divided["has"], pairs["has"] = had, other.having(unit)
    admitted = {}
    for name, keys in search.chosen.items():
        if name in divided and keys:
            admitted[name] = choosing.admitted(divided[name].labels, pairs[name], keys, len(base))
            if name in books:
                spans = np.array(sorted(_evidence(keys, moment, search)), np.int64)
                admitted[name][_units(moment, spans, unit)] = True
    counts = [choosing.facet(name, one.labels, pairs[name], base, admitted) for name, one in divided.items()]
    units = np.flatnonzero(np.logical_and.reduce([base, *admitted.values()]))
    against = [n for n, item in items.items() if not item.counted]
    counted = len(units)
    if against and in_spans:
        counted -= int(np.isin(units, against).sum())
    table = net.codings[net.first] if in_spans else moment.passages
    files = len(np.unique(table[units, 1]))
    found = Listing(search, moment, node, units, items, tuple(counts), counted, files, total=len(units), other=other)
    found.view = index.view()
    if liked is not None:
        found.liked, found.order = liked, "relevance"
        found.units = units[np.argsort(liked.scores[units] * (1 if in_spans else -1), kind="stable")]
    lines = node is not None and search.view == "lines"
    if node is not None:
        _arrange(found, node, search.order, lines, progress)
    if search.group and not lines:
        by = other.people if search.group == "participant" else facets.by_code(moment, search.ways)
        _group(found, by, by.by_item if in_spans else by.units("passage"))
    return found


def _arrange(found: Listing, node: Node, order: Order, lines: bool, progress: Progress) -> None:
    """Put rows, or the lines that are asked for, in order."""
    if found.of_spans:
        found.lines = tuple(found.each_match(progress)) if lines else None
        return
    words = found.words if lines or order == "relevance" else None
    if words is None:
        return
    if order == "relevance":
        score = words.relevance(node, found.units)
        found.units, found.order = found.units[np.argsort(-score, kind="stable")], order
    if not lines:
        return
    if any(isinstance(leaf, Pattern) for leaf in leaves(node)):
        found.lines = tuple(found.each_match(progress))
        return
    within = np.zeros(len(found.moment.passages), bool)
    within[found.units] = True
    places = words.places(node, within)
    row_of = np.zeros(len(within), np.int64)
    row_of[found.units] = np.arange(len(found.units))
    if order in ("left", "right"):
        places, found.order = words.sorted(places, order), order
    elif order == "relevance":
        places = places.kept(np.lexsort((places.first, row_of[places.unit])))
    found.lines = Lines(words, places, row_of[places.unit], found.passage)


def _group(found: Listing, one: Dimension, pairs: tuple[Ints, Ints]) -> None:
    """Repeat the rows under each label that they have, those with none last."""
    rank = np.full(int(found.units.max(initial=-1)) + 1, -1, np.int64)
    rank[found.units] = np.arange(len(found.units))
    labels, units = pairs
    kept = units < len(rank)
    labels, rows = labels[kept], rank[units[kept]]
    labels, rows = labels[rows >= 0], rows[rows >= 0]
    bare = np.setdiff1d(np.arange(len(found.units)), rows)
    labels, rows = np.append(labels, np.full(len(bare), len(one.labels))), np.append(rows, bare)
    at = np.lexsort((rows, labels))
    labels, found.units = labels[at], found.units[rows[at]]
    numbers, starts, sizes = np.unique(labels, return_index=True, return_counts=True)
    known = [(label.key, label.name) for label in one.labels] + [(None, "")]
    found.groups = tuple(
        (start, *known[number], size)
        for number, start, size in zip(numbers.tolist(), starts.tolist(), sizes.tolist(), strict=True)
    )


def _on(among: Mask | None, moment: Moment) -> Mask | None:
    """Return which coded spans are on one of these passages: bool[spans]."""
    if among is None:
        return None
    before, ranges = np.concatenate([[0], np.cumsum(among)]), moment.item_passages
    return np.asarray(before[ranges[:, 1]] > before[ranges[:, 0]])


def _in_spans(search: Search) -> bool:
    return search.scope == "codings" or search.of_own or (search.scope != "meaning" and not search.query.strip())


def _base(
    search: Search, moment: Moment, index: SearchIndex, other: OtherWords, node: Node | None, progress: Progress
) -> Mask:
    """Return which passages, or which coded spans, match, among the items where there are any."""
    unit = "item" if _in_spans(search) else "passage"
    mask = np.ones(len(moment.net.first if unit == "item" else moment.passages), bool)
    if node is not None and unit == "item":
        mask = _matching_spans(node, other)
    elif node is not None:
        index.catch_up(moment.project, progress)
        mask = np.zeros(len(moment.passages), bool)
        places = moment.voices.numbers
        found = words_find.keys(index, node, texts=texts.of(moment.project)).tolist()
        mask[[places[key] for key in found if key in places]] = True
    if search.items is None:
        return mask
    known = moment.span_numbers
    spans = {known[key] for item in search.items for key in item.codings if key in known}
    given = np.zeros(len(mask), bool)
    given[_units(moment, np.array(sorted(spans), np.int64), unit)] = True
    return mask & given


def _matching_spans(node: Node, other: OtherWords) -> Mask:
    """Return which coded spans have a coding that a query keeps: bool[spans]."""
    net = other.moment.net
    mask = np.zeros(len(net.first), bool)
    mask[net.span[other.codings_kept(node)]] = True
    return mask


def _units(moment: Moment, spans: Ints, unit: str) -> Ints:
    """Return spans as units of a listing: themselves, or the passages they cover."""
    return spans if unit == "item" else spread(spans, moment.item_passages[spans])[1]


def _items(search: Search, moment: Moment) -> dict[int, EvidenceItem]:
    """Return the evidence for the chosen codes, or the items given, by number of span."""
    if codes := search.codes or ((search.about[1],) if search.of_own and search.about else ()):
        return _evidence(codes, moment, search)
    known = moment.span_numbers
    given = (item for item in search.items or () if item.codings[0] in known)
    return {known[item.codings[0]]: item for item in given}


def _evidence(keys: tuple[Chosen, ...], moment: Moment, search: Search) -> dict[int, EvidenceItem]:
    found: dict[int, EvidenceItem] = {}
    for key in keys:
        if isinstance(key, int):
            for item in moment.net.evidence(key, search.ways):
                number = moment.span_numbers[item.codings[0]]
                found[number] = _joined(found[number], item) if number in found else item
    return found


def _joined(one: EvidenceItem, other: EvidenceItem) -> EvidenceItem:
    return replace(
        one,
        codings=tuple(sorted({*one.codings, *other.codings})),
        codes=tuple(sorted({*one.codes, *other.codes})),
        direct=one.direct or other.direct,
        linked=one.linked or other.linked,
        stance=one.stance if one.counted else other.stance,
        counted=one.counted or other.counted,
        unread=one.unread and other.unread,
        crossed=one.crossed and other.crossed,
    )

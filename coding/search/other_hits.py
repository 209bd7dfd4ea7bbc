"""Scopes: the same query asked of whole documents, of codings, of memos, and of what the codebook says of codes.

A document is found when its turns together have what is asked (a phrase or NEAR within one turn), or its name has; a
coding, a memo or a code when its own words do. Passages, and coded spans beside them, are listed by `listings`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from coding.memos import MemoInfo, Target
from coding.moment.moment import Moment
from coding.moment.rows import Ints
from coding.search import choosing
from coding.search.choosing import Facet
from coding.search.fields import Mask
from coding.search.other_facets import OtherFacets
from coding.search.other_words import Leaf, OtherPiece, OtherWords, Span, kept, marked
from coding.search.searches import Search
from corpus.errors import UnknownCode
from corpus.progress import Progress, silent
from corpus.search import find as words_find
from corpus.search import passages as texts
from corpus.search.index import IndexView, SearchIndex
from corpus.search.nodes import Field, Node, leaves

SHOWN = 3


@dataclass(frozen=True, slots=True)
class HitPart:
    """Words of what was found: `name` says which (name, text, title, body, definition, include, …).

    `start` is where they begin, and `matches` where each match does and ends: in code points of the document, where
    they are its text, else of the part.
    """

    name: str
    text: str
    start: int
    matches: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class OtherHit:
    """A document, coding, memo or code: what it is called (a coding: its document), its words, what it is `about`.

    `about` has a document's participants; a coding's coder and code; a memo's kind, coder and targets; a code's book
    and the codes above it. `place` (document, start, end) is where it can be read; `turns` counts the passages of a
    document with a match.
    """

    key: int
    name: str
    parts: tuple[HitPart, ...]
    about: tuple[str, ...]
    place: tuple[int, int, int] | None = None
    turns: int = 0
    code: int | None = None


@dataclass
class OtherHits:
    """What a search gives in its scope, by number: `units` are those of documents, codings, memos or codes, in order.

    `within` are the passages with a match, bool[passages], where documents are sought, and `view` is the index that was
    read for them.
    """

    search: Search
    moment: Moment
    other: OtherWords
    node: Node | None
    units: Ints
    within: Mask | None = None
    facets: tuple[Facet, ...] = ()
    view: IndexView | None = None

    def __len__(self) -> int:
        return len(self.units)

    def hit(self, number: int, most: int | None = SHOWN) -> OtherHit:
        """Return one, of a document with at most so many of the turns that match."""
        unit = int(self.units[number])
        match self.search.scope:
            case "documents":
                return self._document(unit, most)
            case "codings":
                return self._coding(unit)
            case "memos":
                return self._memo(unit)
        return self._code(unit)

    def key(self, number: int) -> int:
        """Return the key of one."""
        meaning, unit = self.other.fields.meaning, int(self.units[number])
        match self.search.scope:
            case "documents":
                return self.moment.documents[unit].key
            case "codings":
                return int(self.moment.net.codings[unit, 0])
            case "memos":
                return meaning.notes[unit].key
        return meaning.nodes[unit].key

    def _parts(self, pieces: Sequence[OtherPiece]) -> tuple[HitPart, ...]:
        found = marked(self.node, pieces)
        return tuple(
            HitPart(one.name, one.text, one.start, matches) for one, matches in zip(pieces, found, strict=True)
        )

    def _document(self, unit: int, most: int | None) -> OtherHit:
        moment = self.moment
        info = moment.documents[unit]
        low, high = moment.voices.runs.get(info.key, (0, 0))
        matching = np.zeros(0, np.int64) if self.within is None else low + np.flatnonzero(self.within[low:high])
        said = moment.project.text(info.text_sha)
        pieces = [
            OtherPiece(unit, "text", said[start:end], info.key, start)
            for _, _, start, end, _ in moment.passages[matching[:most]].tolist()
        ]
        parts = self._parts([*self.other.names.of(unit), *pieces])
        first = next((match for part in parts[1:] for match in part.matches), (0, 0))
        return OtherHit(info.key, info.name, parts, tuple(info.participants), (info.key, *first), len(matching))

    def _coding(self, unit: int) -> OtherHit:
        net = self.moment.net
        key, document, code, start, end, coder = net.codings[unit].tolist()
        parts = self._parts(self.other.spans.of(int(net.span[unit])))
        about = (net.coders[coder], self.moment.codes[code].label)
        return OtherHit(key, self.moment.infos[document].name, parts, about, (document, start, end), code=code)

    def _memo(self, unit: int) -> OtherHit:
        memo = self.other.fields.meaning.notes[unit]
        labels = [target.label for target in memo.targets if target.label]
        about = (memo.kind, memo.coder, *dict.fromkeys(labels))
        name = memo.title or " ".join(memo.body.split())[:80]
        return OtherHit(memo.key, name, self._parts(self.other.memos.of(unit)), about, self._placed(memo))

    def _placed(self, memo: MemoInfo) -> tuple[int, int, int] | None:
        places = (self._place(target) for target in memo.targets)
        return next((place for place in places if place is not None), None)

    def _place(self, target: Target) -> tuple[int, int, int] | None:
        if target.kind in ("passage", "document") and target.key is not None:
            return target.key, *(target.span or (0, 0))
        span = self.moment.span_numbers.get(target.key or 0) if target.kind == "coding" else None
        if span is None:
            return None
        net = self.moment.net
        document, start, end = net.codings[net.first[span], [1, 3, 4]].tolist()
        return document, start, end

    def _code(self, unit: int) -> OtherHit:
        node = self.other.fields.meaning.nodes[unit]
        code = self.moment.codes[node.key]
        book = self.moment.titles.get(code.framework, code.framework) if code.framework else ""
        about = tuple(filter(None, (book, code.above)))
        return OtherHit(code.key, code.label, self._parts(self.other.entries.of(unit)), about, code=code.key)


def hits(
    search: Search, moment: Moment, index: SearchIndex, *, other: OtherWords | None = None, progress: Progress = silent
) -> OtherHits:
    """Return the documents, codings, memos or codes that a search gives, by its scope; raises `QueryError`.

    An empty query gives all of them; what is chosen keeps some, see `other_facets`.
    """
    moment = search.seen(moment)
    other = other or OtherWords(moment)
    node = search.node
    fields = other.fields
    turns: Mask | None = None
    if search.scope == "documents":
        found, turns = _documents(search, moment, index, other, node, progress)
    elif search.scope == "codings":
        found = other.codings_kept(node)
    else:
        words, fielded = (other.memos, fields.memos) if search.scope == "memos" else (other.entries, fields.codes)
        found = np.ones(words.count, bool) if node is None else kept(node, words.count, words.having, fielded)
        found = _within(search, found, fielded)
    found, counted = _chosen(search, other, found)
    view = index.view() if search.scope == "documents" and node is not None else None
    return OtherHits(search, moment, other, node, np.flatnonzero(found), turns, counted, view)


def _chosen(search: Search, other: OtherWords, found: Mask) -> tuple[Mask, tuple[Facet, ...]]:
    """Return which of what was found is chosen, and all facets with their counts."""
    if any(key not in other.moment.codes for key in search.codes):
        raise UnknownCode("A code of this search is no longer in the project.")
    divided = OtherFacets(other, search.scope, search.ways).divided
    narrowed = {
        name: choosing.admitted(*divided[name], keys, len(found))
        for name, keys in search.chosen.items()
        if name in divided and keys
    }
    counted = tuple(choosing.facet(name, *one, found, narrowed) for name, one in divided.items())
    return np.asarray(np.logical_and.reduce([found, *narrowed.values()]), bool), counted


def _within(search: Search, found: Mask, fielded: Callable[[Field], Mask]) -> Mask:
    """Return which of what was found is within the sets of the search as well."""
    return np.asarray(np.logical_and.reduce([found, *(fielded(Field("set", uid)) for uid in search.within)]), bool)


def _documents(
    search: Search, moment: Moment, index: SearchIndex, other: OtherWords, node: Node | None, progress: Progress
) -> tuple[Mask, Mask]:
    """Return which documents are found, and which passages match."""
    place = {info.key: n for n, info in enumerate(moment.documents)}
    files = np.array([place[key] for key in moment.passages[:, 1].tolist()], np.int64)
    within = np.zeros(len(moment.passages), bool)
    if node is None:
        return _within(search, np.ones(len(moment.documents), bool), other.fields.documents), within
    index.catch_up(moment.project, progress)
    read = texts.of(moment.project)
    numbers, asked = moment.voices.numbers, set(leaves(node))

    def having(leaf: Leaf) -> Mask:
        keys = words_find.keys(index, leaf, texts=read).tolist()
        units = [numbers[key] for key in keys if key in numbers]
        if leaf in asked:
            within[units] = True
        found = other.names.having(leaf)
        found[files[units]] = True
        return found

    found = kept(node, len(moment.documents), having, other.fields.documents)
    return _within(search, found, other.fields.documents), within

"""The words of what is searched beside passages, gathered when they are first asked for.

A few thousand memos or codes, and the codings of a study, are read into postings in memory; no index is kept of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from coding.moment import facets
from coding.moment.dimensions import Dimension
from coding.moment.moment import Moment
from coding.moment.ranges import Pairs, spread
from coding.moment.rows import Ints
from coding.search.fields import Mask, Meaning
from coding.search.other_fields import OtherFields
from corpus.search import find as words_find
from corpus.search import matching, patterns
from corpus.search.nodes import And, Everything, Field, Near, Node, Not, Or, Pattern, Related, Words
from corpus.search.postings import Numbers, PassageText, Postings, gathered

Span = tuple[int, int]
Leaf = Words | Near | Pattern
HAD = ("capability", "code", "uncoded", "memo", "excerpt")
"""What verbatims can be chosen by that they have, or have not, as has:… and without:… say it."""
HAS = {name: ("has", name) for name in HAD} | {"uncoded": ("without", "code")}
"""The field, with its value, that says each of them."""


@dataclass(frozen=True, slots=True)
class OtherPiece:
    """Words of the thing numbered `owner`: `name` says which; `start` is where they begin in their `document`."""

    owner: int
    name: str
    text: str
    document: int = 0
    start: int = 0


@dataclass
class Gathered:
    """The pieces of `count` things, those of each together and in order."""

    pieces: list[OtherPiece]
    count: int

    @cached_property
    def owners(self) -> Ints:
        """The number of the thing that each piece is of: int64[pieces], ascending."""
        return np.array([piece.owner for piece in self.pieces], np.int64)

    @cached_property
    def _postings(self) -> Postings:
        return gathered(_text(number, piece) for number, piece in enumerate(self.pieces))

    def having(self, leaf: Leaf) -> Mask:
        """Return which things have words, side by side or near in one piece, or an expression: bool[count]."""
        found = np.zeros(self.count, bool)
        if self.pieces:
            found[self.owners[matching.passages(leaf, self._postings, self._scan)]] = True
        return found

    def _scan(self, pattern: Pattern, wanted: Numbers) -> Numbers:
        clock = patterns.Clock(pattern)
        texts = (self.pieces[number].text for number in wanted.tolist())
        return np.array([next(patterns.spans(pattern, text, clock), None) is not None for text in texts], bool)

    def of(self, owner: int) -> list[OtherPiece]:
        """Return the pieces of a thing."""
        low, high = np.searchsorted(self.owners, [owner, owner + 1]).tolist()
        return self.pieces[low:high]


def marked(node: Node | None, pieces: Iterable[OtherPiece]) -> list[tuple[Span, ...]]:
    """Return the matches in each piece, ascending and apart, in code points of its document, or of itself."""
    given = [_text(number, piece) for number, piece in enumerate(pieces)]
    return [()] * len(given) if node is None or not given else words_find.marked(node, given)


def _text(number: int, piece: OtherPiece) -> PassageText:
    return PassageText(number, piece.document, piece.start, piece.text)


def kept(node: Node, count: int, having: Callable[[Leaf], Mask], fielded: Callable[[Field | Related], Mask]) -> Mask:
    """Return which of so many things a query keeps, given those that have words and those that fields keep."""
    match node:
        case Words() | Near() | Pattern():
            return having(node)
        case Field() | Related():
            return fielded(node)
        case Not(part):
            return ~kept(part, count, having, fielded)
        case And(parts) | Or(parts):
            masks = [kept(part, count, having, fielded) for part in parts]
            return np.asarray((np.logical_and if isinstance(node, And) else np.logical_or).reduce(masks), bool)
        case Everything():
            return np.ones(count, bool)
    raise TypeError(node)


@dataclass
class OtherWords:
    """What can be searched at one moment of a project beside its passages."""

    moment: Moment

    @cached_property
    def fields(self) -> OtherFields:
        """What fields mean."""
        return OtherFields(Meaning(self.moment))

    @cached_property
    def people(self) -> Dimension:
        """The division by participant."""
        return facets.people(self.moment)

    def having(self, unit: str) -> Pairs:
        """Return (numbers in `HAD`, units) for every passage, or coded span (`item`), and what it has."""
        return self._spans_having if unit == "item" else self._passages_having

    @cached_property
    def _passages_having(self) -> Pairs:
        return _pairs([self.fields.meaning.mask(Field(*HAS[name])) for name in HAD])

    @cached_property
    def _spans_having(self) -> Pairs:
        net = self.moment.net
        masks = [np.zeros(len(net.first), bool) for _ in HAD]
        for mask, name in zip(masks, HAD, strict=True):
            mask[net.span[self.fields.codings(Field(*HAS[name]))]] = True
        return _pairs(masks)

    @cached_property
    def names(self) -> Gathered:
        """The names of documents."""
        infos = self.moment.documents
        return Gathered([OtherPiece(n, "name", info.name) for n, info in enumerate(infos)], len(infos))

    @cached_property
    def spans(self) -> Gathered:
        """The words of coded spans, those of each turn apart."""
        moment = self.moment
        coded = moment.net.codings[moment.net.first]
        spans, passages = spread(np.arange(len(coded)), moment.item_passages)
        texts = {key: moment.project.text(info.text_sha) for key, info in self.moment.infos.items()}
        pieces = []
        places = zip(spans.tolist(), coded[spans].tolist(), moment.passages[passages].tolist(), strict=True)
        for span, (_, document, _, start, end, _), (_, _, begin, stop, _) in places:
            first, last = max(start, begin), min(end, stop)
            pieces.append(OtherPiece(span, "text", texts[document][first:last], document, first))
        return Gathered(pieces, len(coded))

    def codings_kept(self, node: Node | None) -> Mask:
        """Return which codings a query keeps, None for all: bool[codings]."""
        net = self.moment.net
        if node is None:
            return np.ones(len(net.codings), bool)
        return kept(node, len(net.codings), lambda leaf: self.spans.having(leaf)[net.span], self.fields.codings)

    @cached_property
    def memos(self) -> Gathered:
        """The titles and bodies of memos."""
        found = self.fields.meaning.notes
        said = [
            OtherPiece(n, name, text)
            for n, one in enumerate(found)
            for name, text in (("title", one.title), ("body", one.body))
            if text
        ]
        return Gathered(said, len(found))

    @cached_property
    def entries(self) -> Gathered:
        """What the codebook says of codes, and the memos about them."""
        about: dict[int | None, list[str]] = {}
        for memo in self.fields.meaning.notes:
            for target in memo.targets:
                if target.kind == "code":
                    about.setdefault(target.key, []).append("\n".join(filter(None, (memo.title, memo.body))))
        said = []
        for n, node in enumerate(self.fields.meaning.nodes):
            code = self.moment.codes[node.key]
            parts = [("name", code.label)]
            parts += [(name, getattr(code, name)) for name in _SAID]
            parts += [("alias", other) for other in code.aliases]
            parts += [*(("cue", cue) for cue in code.cues), *(("memo", memo) for memo in about.get(node.key, ()))]
            said += [OtherPiece(n, name, text) for name, text in parts if text]
        return Gathered(said, len(self.fields.meaning.nodes))


_SAID = ("short", "definition", "include", "exclude", "typical", "atypical")


def _pairs(masks: list[Mask]) -> Pairs:
    """Return the number of each mask with the places at which it is true."""
    found = [np.flatnonzero(mask).astype(np.int64) for mask in masks]
    return np.repeat(np.arange(len(masks), dtype=np.int64), [len(each) for each in found]), np.concatenate(found)

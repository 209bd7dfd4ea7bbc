"""Facets of documents, codings, memos and codes: they can be chosen by all that passages and coded spans can.

A document has what a passage or a span of its has; a coding what its words have; a code what one of its codings has,
and it is of itself and of each code above it. A memo has what the words, the coding, the document, the code or the
participant has that it is about; its coder is who wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from coding.memos import KINDS
from coding.moment import facets
from coding.moment.dimensions import Dimension, Label
from coding.moment.evidence import Ways
from coding.moment.moment import Moment
from coding.moment.ranges import Pairs, matches, once
from coding.moment.rows import ORIGINS, Ints
from coding.search.other_words import HAD, HAS, OtherWords
from coding.search.searches import Scope
from corpus.search.nodes import Field

Divided = tuple[tuple[Label, ...], Pairs]
_OF_PEOPLE = ("participant", "organisation", "attribute", "set")
_NONE: Pairs = (np.zeros(0, np.int64), np.zeros(0, np.int64))


@dataclass
class OtherFacets:
    """By name, the labels of each facet and (numbers of labels, numbers of things) in one scope."""

    other: OtherWords
    scope: Scope
    ways: Ways

    @property
    def _moment(self) -> Moment:
        return self.other.moment

    @cached_property
    def divided(self) -> dict[str, Divided]:
        """All of them."""
        moment, ways = self._moment, self.ways
        books = facets.by_books(moment, ways)
        rest = {**facets.said(moment), "participant": self.other.people, **facets.coded_by(moment)}
        sets = facets.by_sets(moment, ways)
        found = {name: (one.labels, self._pairs(name, one)) for name, one in {**books, **rest, **sets}.items()}
        if self.scope == "memos":
            found["coder"], found["kind"] = self._written(), self._kinds()
        found["has"] = self._had()
        return found

    def _pairs(self, name: str, one: Dimension) -> Pairs:
        match self.scope:
            case "documents":
                return self._of_documents(one)
            case "memos":
                return _joined(self._of_memos(name, one))
            case "definitions":
                return self._of_codes(name, one)
        return self._of_codings(name, one)

    # documents

    @cached_property
    def _files(self) -> Ints:
        """The number of each document, by key."""
        return _numbered([info.key for info in self._moment.documents])

    def _of_documents(self, one: Dimension) -> Pairs:
        moment = self._moment
        if one.coded is not None:
            spans = moment.net.codings[moment.net.first, 1]
            return _through(_by_unit(one.coded), np.arange(len(spans)), self._files[spans])
        said = _through(one.units("passage"), np.arange(len(moment.passages)), self._files[moment.passages[:, 1]])
        silent = [info.key for info in moment.documents if info.key not in moment.voices.runs]
        rows = [(label, int(self._files[key])) for key in silent for label in one.of_document.get(key, ())]
        return _joined([said, _two(rows)])

    # codings, and codes

    def _of_codings(self, name: str, one: Dimension) -> Pairs:
        net = self._moment.net
        if one.codes:
            rows = [net.rows(code, self.ways) for code in one.codes]
            return once((np.repeat(np.arange(len(rows)), [len(few) for few in rows]), np.concatenate(rows)))
        if name == "origin":
            places = {label.key: n for n, label in enumerate(one.labels)}
            numbers = np.array([places.get(kind, 0) for kind in ORIGINS], np.int64)
            return numbers[net.coded.origins], np.arange(len(net.codings))
        return _through(one.by_item, net.span, np.arange(len(net.codings)))

    @cached_property
    def _entries(self) -> Ints:
        """The number of each code, by key."""
        return _numbered(self._moment.codes)

    def _of_codes(self, name: str, one: Dimension) -> Pairs:
        moment = self._moment
        if one.codes:
            return self._below(one)
        if name == "set:codes":
            sets = {filled.info.uid: filled.members for filled in moment.sets.values()}
            rows = [(n, int(self._entries[key])) for n, label in enumerate(one.labels) for key in sets[str(label.key)]]
            return _two(rows)
        labels, rows_ = self._of_codings(name, one)
        return once((labels, self._entries[moment.net.codings[rows_, 2]]))

    def _below(self, one: Dimension) -> Pairs:
        """Return each of a dimension's codes with itself and those under it."""
        moment = self._moment
        keys = np.array(list(moment.codes), np.int64)
        codes, units = moment.net.raised(keys, np.arange(len(keys)))
        places = _numbered(one.codes, int(codes.max(initial=0)))
        return once((places[codes][places[codes] >= 0], units[places[codes] >= 0]))

    # memos

    def _of_memos(self, name: str, one: Dimension) -> Iterable[Pairs]:
        about = self._about
        passages, memos = about["passage"]
        yield _through(one.units("passage"), passages, memos)
        codings, memos = about["coding"]
        yield _through(_by_unit(self._of_codings(name, one)), codings, memos)
        documents, memos = about["document"]
        yield _through(self._of_documents(one), documents, memos)
        codes, memos = about["code"]
        if one.codes or name == "set:codes":
            yield _through(self._of_codes(name, one), codes, memos)
        people, memos = about["participant"]
        if name.partition(":")[0] in _OF_PEOPLE and one.coded is None and len(people):
            yield _through(self._of_people(one), people, memos)

    @cached_property
    def _about(self) -> dict[str, tuple[Ints, Ints]]:
        """By kind what memos are about and the number of the memo: numbers of passages, codings, documents, codes,
        and keys of participants.
        """
        moment = self._moment
        rows: dict[str, list[tuple[int, int]]] = {
            kind: [] for kind in ("passage", "coding", "document", "code", "participant")
        }
        codings = {key: n for n, key in enumerate(moment.net.codings[:, 0].tolist())}
        numbers: Mapping[str, Mapping[int, int]] = {
            "coding": codings,
            "document": {info.key: n for n, info in enumerate(moment.documents)},
            "code": {key: n for n, key in enumerate(moment.codes)},
            "participant": {key: key for key in moment.people},
        }
        for n, memo in enumerate(moment.memos):
            for target in memo.targets:
                if target.span is not None and target.key is not None:
                    rows["passage"] += [(at, n) for at in moment.voices.touched(target.key, *target.span)]
                elif target.kind in numbers and (number := numbers[target.kind].get(target.key or 0)) is not None:
                    rows[target.kind].append((number, n))
        return {kind: _two(few) for kind, few in rows.items()}

    def _of_people(self, one: Dimension) -> Pairs:
        """Return (label, key of a participant) for all that participants say."""
        people = self.other.people
        keys = np.array([label.key if isinstance(label.key, int) else 0 for label in people.labels], np.int64)
        who, passages = people.units("passage")
        return _through(one.units("passage"), passages, keys[who])

    def _written(self) -> Divided:
        by = [memo.coder for memo in self._moment.memos]
        return _worded(sorted(set(by)), by, "coder")

    def _kinds(self) -> Divided:
        by = [memo.kind for memo in self._moment.memos]
        return _worded([kind for kind in KINDS if kind in by], by, "kind")

    # what things have

    def _had(self) -> Divided:
        fields = self.other.fields
        kept = {"documents": fields.documents, "memos": fields.memos, "definitions": fields.codes}
        keeps, names = kept.get(self.scope, fields.codings), [name for name in HAD if (self.scope, name) != _OWN]
        masks = [np.flatnonzero(keeps(Field(*HAS[name]))) for name in names]
        labels = tuple(Label(name, name, "has") for name in names)
        return labels, (np.repeat(np.arange(len(masks)), [len(one) for one in masks]), np.concatenate(masks))


_OWN = ("memos", "memo")  # every memo has one


def _numbered(keys: Iterable[int], most: int = 0) -> Ints:
    """Return the place of each key among these, by key; -1 for others."""
    given = np.fromiter(keys, np.int64)
    found = np.full(max(int(given.max(initial=0)), most) + 1, -1, np.int64)
    found[given] = np.arange(len(given))
    return found


def _through(pairs: Pairs, units: Ints, things: Ints) -> Pairs:
    """Return (label, thing) for (label, unit) pairs, by unit, and the things that units are of."""
    which, at = matches(pairs[1], units)
    return once((pairs[0][at], things[which]))


def _by_unit(pairs: Pairs) -> Pairs:
    order = np.argsort(pairs[1], kind="stable")
    return pairs[0][order], pairs[1][order]


def _joined(parts: Iterable[Pairs]) -> Pairs:
    given = [_NONE, *parts]
    return once((np.concatenate([labels for labels, _ in given]), np.concatenate([units for _, units in given])))


def _two(rows: Sequence[tuple[int, int]]) -> Pairs:
    """Return rows as pairs, each once, by unit."""
    table = np.array(list(rows), np.int64).reshape(-1, 2)
    return once((table[:, 0], table[:, 1]))


def _worded(words: Sequence[str], by: Sequence[str], kind: str) -> Divided:
    labels = tuple(Label(word, word, kind) for word in words)
    return labels, (np.array([words.index(word) for word in by], np.int64), np.arange(len(by)))

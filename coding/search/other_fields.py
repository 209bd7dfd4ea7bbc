"""Fields of a query as they bear on documents, codings, memos and codes, each in its own right.

What is said of a coding (its code, coder, origin) holds for that coding alone; all else holds for a coding by the
passages it covers, for a document by any of its passages, for a code by any of its codings, and for a memo by the
words, coding or document it is on, or by the code or participant it is about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from coding.memos import MemoInfo
from coding.moment.dimensions import by_participants
from coding.moment.ranges import spread
from coding.moment.rows import Ints
from coding.search.fields import Mask, Meaning, fits, theoretical, thing
from corpus.rules import KINDS
from corpus.search.nodes import And, Field, Node, Not, Or, Related


@dataclass
class OtherFields:
    """Fields and relations of fields over other things than passages."""

    meaning: Meaning

    def codings(self, node: Node) -> Mask:
        """Return which codings fields keep: bool[codings]."""
        return _joined(node, self._coding)

    def documents(self, node: Node) -> Mask:
        """Return which documents fields keep: bool[documents], in the order of the moment."""
        return _joined(node, self._document)

    def memos(self, node: Node) -> Mask:
        """Return which memos fields keep: bool[memos]."""
        return _joined(node, self._memo)

    def codes(self, node: Node) -> Mask:
        """Return which codes fields keep: bool[nodes]."""
        return _joined(node, self._code)

    # codings

    @cached_property
    def _places(self) -> Ints:
        return self.meaning.moment.net.codings[:, [1, 3, 4]]

    def _coding(self, node: Field | Related) -> Mask:
        meaning = self.meaning
        if isinstance(node, Related):
            either = self.codings(node.first) | self.codings(node.second)
            if node.kind == "overlaps":
                return either & meaning.overlapping(node.first, node.second, self._places)
            return either & self._covering(meaning.mask(node))
        coded = meaning.coded(node)
        if coded is not None:
            return coded
        if node.name == "without":
            return ~self._coding(_with(node))
        if node.name == "memo":
            return self._noted(meaning.noted(node.value))
        if node.name == "has":
            match thing(node):
                case "code":
                    return np.ones(len(self._places), bool)
                case "capability":
                    return meaning.speaking(meaning.theory)
                case "memo":
                    return self._noted(meaning.notes)
                case "excerpt":
                    return meaning.touching(meaning.excerpts, self._places)
        return self._covering(meaning.mask(node))

    def _covering(self, passages: Mask) -> Mask:
        """Return which codings cover one of these passages, bool[passages]: bool[codings]."""
        moment = self.meaning.moment
        spans, units = spread(np.arange(len(moment.net.first)), moment.item_passages)
        found = np.zeros(len(moment.net.first), bool)
        found[spans[passages[units]]] = True
        return np.asarray(found[moment.net.span], bool)

    def _noted(self, infos: list[MemoInfo]) -> Mask:
        aimed, places = self.meaning.aimed(infos)
        return aimed | self.meaning.touching(places, self._places)

    # documents

    def _document(self, node: Field | Related) -> Mask:
        meaning, infos = self.meaning, self.meaning.moment.documents
        if isinstance(node, Field) and node.name == "without":
            return ~self._document(_with(node))
        if isinstance(node, Field) and node.name == "document" and not node.of:
            return np.array([fits(node.value, info.name) for info in infos], bool)
        if (members := self._set(node, "documents")) is not None:
            return np.array([info.key in members for info in infos], bool)
        within = set(meaning.moment.passages[meaning.mask(node), 1].tolist())
        if isinstance(node, Field) and (node.name == "memo" or (node.name == "has" and thing(node) == "memo")):
            found = meaning.noted(node.value) if node.name == "memo" else meaning.notes
            within |= {target.key for one in found for target in one.targets if target.kind == "document"}
        return np.array([info.key in within for info in infos], bool)

    # codes

    def _code(self, node: Field | Related) -> Mask:
        meaning = self.meaning
        keys = [one.key for one in meaning.nodes]
        if isinstance(node, Field):
            if node.name in ("code", "capability"):
                wanted = {below for key in meaning.codes(node) for below in meaning.moment.net.subtree(key)}
                return np.isin(keys, list(wanted))
            if (members := self._set(node, "codes")) is not None:
                return np.isin(keys, list(members))
            if node.name == "cycle":
                theory: Mask = np.isin(keys, meaning.theory)
                return theory if theoretical(node) else ~theory
            if node.name == "without":
                return ~self._code(_with(node))
            if node.name == "memo" or (node.name == "has" and thing(node) == "memo"):
                found = meaning.noted(node.value) if node.name == "memo" else meaning.notes
                about = {target.key for one in found for target in one.targets if target.kind == "code"}
                return np.array([key in about for key in keys], bool)
        return np.isin(keys, meaning.moment.net.codings[self._coding(node), 2])

    # memos

    def _memo(self, node: Field | Related) -> Mask:
        meaning = self.meaning
        if isinstance(node, Field):
            if node.name == "without":
                return ~self._memo(_with(node))
            if node.name == "memo":
                noted = {one.key for one in meaning.noted(node.value)}
                return np.array([one.key in noted for one in meaning.notes], bool)
            if node.name == "has" and thing(node) == "memo":
                return np.ones(len(meaning.notes), bool)
            if node.name == "coder":
                return np.array([fits(node.value, one.coder) for one in meaning.notes], bool)
        net, passages = meaning.moment.net, meaning.mask(node)
        known: dict[str, set[Any]] = {
            "coding": set(net.codings[self._coding(node), 0].tolist()),
            "document": {info.key for info, on in zip(meaning.moment.documents, self._document(node)) if on},
        }
        if isinstance(node, Field) and node.name in ("code", "capability", "cycle", "has"):
            known["code"] = {one.key for one, on in zip(meaning.nodes, self._code(node)) if on}
        if isinstance(node, Field) and node.name == "participant":
            known["participant"] = self._people(node, passages)
        known |= {kind[:-1]: set(members) for kind in KINDS if (members := self._set(node, kind)) is not None}
        on = self._on_words(passages)
        return np.array(
            [
                one.key in on or any(target.key in known.get(target.kind, ()) for target in one.targets)
                for one in meaning.notes
            ],
            bool,
        )

    def _set(self, node: Field | Related, kind: str) -> frozenset[int] | None:
        """Return who stands in a set of that kind, where set:… names one."""
        if isinstance(node, Related) or node.name != "set" or (one := self.meaning.named_set(node)).kind != kind:
            return None
        return one.members

    def _on_words(self, passages: Mask) -> set[int]:
        """Return the keys of the memos that are on words of these passages, bool[passages]."""
        rows = [
            (one.key, target.key, *target.span)
            for one in self.meaning.notes
            for target in one.targets
            if target.span is not None
        ]
        if not rows:
            return set()
        table = np.array(rows, np.int64)
        within = self.meaning.touching(self.meaning.moment.passages[passages, 1:4], table[:, 1:])
        return set(table[within, 0].tolist())

    def _people(self, node: Field, passages: Mask) -> set[int | str | None]:
        """Return the participants so called, or who say one of these passages, bool[passages]."""
        moment = self.meaning.moment
        if not node.of:
            return {key for key, name in moment.voices.participants if fits(node.value, name)}
        divided = by_participants(moment)
        labels, units = divided.by_passage
        return {divided.labels[n].key for n in np.unique(labels[passages[units]]).tolist()} - {None}


def _with(node: Field) -> Field:
    return Field("has", node.value, at=node.at)


def _joined(node: Node, each: Callable[[Field | Related], Mask]) -> Mask:
    match node:
        case Field() | Related():
            return each(node)
        case And(parts):
            return np.asarray(np.logical_and.reduce([_joined(part, each) for part in parts]), bool)
        case Or(parts):
            return np.asarray(np.logical_or.reduce([_joined(part, each) for part in parts]), bool)
        case Not(part):
            return ~_joined(part, each)
    raise TypeError(node)

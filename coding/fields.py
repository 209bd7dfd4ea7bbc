"""Fields of a query, such as `code:delay` or `participant.sector:GSA`, as the passages they mean.

The index knows words alone: fields are answered from the project before a query runs. Relations between fields
(`capability:C1 OVERLAPS capability:C4`, NEAR, THEN) become passages here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from functools import cached_property
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from coding import dimensions, excerpts, memos, tree
from coding.dimensions import Source, spread
from coding.evidence import Ints, distinct
from coding.names import Names
from corpus import documents, participants
from corpus.errors import CodingError, QueryError, WorkbenchError
from corpus.model import Coding
from corpus.search.nodes import Among, And, Field, Node, Not, Or, Related
from corpus.words import folded

Mask = NDArray[np.bool_]
_ROLES = {
    "interviewer": "interviewer", "intervieweur": "interviewer", "intervieweuse": "interviewer",
    "respondent": "respondent", "repondant": "respondent", "repondante": "respondent",
    "unknown": "unknown", "inconnu": "unknown",
}  # fmt: skip
_ORIGINS = {
    "manual": "manual", "manuel": "manual", "manuelle": "manual", "in vivo": "in vivo", "invivo": "in vivo",
    "suggestion": "suggestion", "import": "import", "imported": "import", "importe": "import",
}  # fmt: skip
_THINGS = {
    "code": "code", "codes": "code", "coding": "code", "codage": "code", "capability": "capability",
    "capacite": "capability", "memo": "memo", "excerpt": "excerpt", "extrait": "excerpt", "speaker": "speaker",
    "locuteur": "speaker", "participant": "participant",
}  # fmt: skip


def resolved(node: Node, read: Callable[[], Source]) -> Node:
    """Return a query with the passages that its fields mean in their place; raises `QueryError`.

    `read` gives the project, interviewer's turns included, and is called only where a query has a field.
    """
    match node:
        case Field() | Related():
            return _Reading(read()).among(node)
        case And(parts):
            return And(tuple(_each(parts, read)))
        case Or(parts):
            return Or(tuple(_each(parts, read)))
        case Not(part):
            return Not(resolved(part, read))
    return node


def _each(parts: Iterable[Node], read: Callable[[], Source]) -> list[Node]:
    once: list[Source] = []

    def kept() -> Source:
        if not once:
            once.append(read())
        return once[0]

    return [resolved(part, kept) for part in parts]


@dataclass
class _Reading:
    """What fields mean at one moment: masks are bool over the passages of `source`, in order."""

    source: Source

    def among(self, node: Node) -> Among:
        return Among(self.source.passages[self.mask(node), 0])

    def mask(self, node: Node) -> Mask:
        match node:
            case Field():
                return self._of_field(node)
            case Related("overlaps", first, second):
                return self._overlapping(first, second)
            case Related(kind, first, second, distance):
                return self._beside(self.mask(first), self.mask(second), distance, ordered=kind == "then")
            case And(parts):
                return _bools(np.logical_and.reduce([self.mask(part) for part in parts]))
            case Or(parts):
                return _bools(np.logical_or.reduce([self.mask(part) for part in parts]))
            case Not(part):
                return ~self.mask(part)
        raise TypeError(node)

    def _of_field(self, field: Field) -> Mask:
        spans = self._spans(field)
        if spans is not None:
            return self._covered(spans)
        if field.of:
            return self._having(field)
        match field.name:
            case "speaker":
                return self._said(field)
            case "role":
                wanted = _one_of(field, _ROLES)
                roles = {info.key: info.role for info in self._speakers}
                return self._by_speaker({key for key, role in roles.items() if role == wanted}, wanted == "unknown")
            case "participant":
                return self._labelled(dimensions.by_participants(self.source), field.value)
            case "document":
                found = [info.key for info in self.source.documents if _fits(field.value, info.name)]
                return np.isin(self.source.passages[:, 1], found)
            case "memo":
                return self._noted(field.value)
            case "has":
                return self._with(field)
            case "without":
                return ~self._with(field)
        raise TypeError(field)

    # what is coded

    def _spans(self, field: Field) -> Ints | None:
        """Return the numbers of the coded spans that a field means; None where it means no spans."""
        net = self.source.net
        match field.name:
            case "code" | "capability":
                found = [net.spans(key) for key in self._codes(field)]
                return distinct(np.concatenate([np.zeros(0, np.int64), *found]))
            case "cycle":
                return self._cycle(_one_of(field, {"1": "1", "2": "2"}))
            case "coder":
                who = [key for key, name in net.coders.items() if _fits(field.value, name)]
                if not who:
                    _refuse(field, sorted(net.coders.values()))
                return distinct(net.span[np.isin(net.codings[:, 5], who)])
            case "origin":
                wanted = _one_of(field, _ORIGINS)
                with self.source.project.read() as session:
                    keys = list(session.scalars(select(Coding.id).where(Coding.origin == wanted)))
                return distinct(net.span[np.isin(net.codings[:, 0], keys)])
        return None

    def _codes(self, field: Field) -> list[int]:
        nodes = [node for node in self._nodes if field.name == "code" or node.framework_id is not None]
        if "*" in field.value or "?" in field.value:
            found = [node.key for node in nodes if _fits(field.value, node.name) or _fits(field.value, node.path)]
            if not found:
                raise QueryError(
                    "No code fits {value} (character {at}).", position=field.at, at=field.at + 1, value=field.value
                )
            return found
        try:
            return [Names(nodes).find(field.value)]
        except CodingError as error:
            raise QueryError(error.sentence, position=field.at, **error.values) from error

    def _cycle(self, cycle: str) -> Ints:
        net = self.source.net
        theory = [node.key for node in self._nodes if node.framework_id is not None]
        if cycle == "1":
            return distinct(net.span[~np.isin(net.codings[:, 2], theory)])
        return distinct(np.concatenate([np.zeros(0, np.int64), *map(net.spans, theory)]))

    @cached_property
    def _nodes(self) -> list[tree.Node]:
        with self.source.project.read() as session:
            return tree.nodes(session)

    def _covered(self, spans: Ints) -> Mask:
        mask = np.zeros(len(self.source.passages), bool)
        mask[spread(spans, self.source.item_passages[spans])[1]] = True
        return mask

    # who speaks, and where

    @cached_property
    def _speakers(self) -> list[documents.SpeakerInfo]:
        return documents.speakers(self.source.project)

    def _said(self, field: Field) -> Mask:
        found = {
            info.key for info in self._speakers
            if _fits(field.value, info.label) or _fits(field.value, info.participant or "")
        }  # fmt: skip
        if not found:
            _refuse(field, sorted({info.label for info in self._speakers}))
        return self._by_speaker(found, nobody=False)

    def _by_speaker(self, keys: set[int], nobody: bool) -> Mask:
        mask: Mask = np.isin(self.source.passages[:, 4], list(keys | {0} if nobody else keys))
        return mask

    def _labelled(self, divided: dimensions.Dimension, value: str) -> Mask:
        wanted = [n for n, label in enumerate(divided.labels) if _fits(value, label.name)]
        labels, units = divided.by_passage
        mask = np.zeros(len(self.source.passages), bool)
        mask[units[np.isin(labels, wanted)]] = True
        return mask

    def _having(self, field: Field) -> Mask:
        try:
            divided = dimensions.attribute(self.source, field.of)
        except WorkbenchError as error:
            raise QueryError(error.sentence, position=field.at, **error.values) from error
        kinds = {
            folded(info.name): info.type
            for subject in ("document", "participant")
            for info in participants.attributes(self.source.project, subject)
        }
        return self._labelled(divided, self.source.settled(field.value, kinds.get(folded(field.of), "boolean")))

    # what is noted

    def _noted(self, value: str) -> Mask:
        """Return the passages on which, or on codings of which, there is a memo with these words."""
        wanted = f"*{folded(' '.join(value.split()))}*"
        said = {one: folded(" ".join(f"{one.title} {one.body}".split())) for one in memos.listed(self.source.project)}
        return self._aimed(one for one, words in said.items() if fnmatchcase(words, wanted))

    def _aimed(self, infos: Iterable[memos.MemoInfo]) -> Mask:
        mask = np.zeros(len(self.source.passages), bool)
        codings = set[int]()
        for target in (target for info in infos for target in info.targets):
            if target.kind == "coding" and target.key is not None:
                codings.add(target.key)
            elif target.kind == "passage" and target.key is not None:
                mask |= self._touching(np.array([[target.key, target.start or 0, target.end or 0]], np.int64))
        net = self.source.net
        return mask | self._covered(distinct(net.span[np.isin(net.codings[:, 0], list(codings))]))

    def _with(self, field: Field) -> Mask:
        match _one_of(field, _THINGS):
            case "code":
                return self._covered(np.arange(len(self.source.net.first)))
            case "capability":
                return self._covered(self._cycle("2"))
            case "memo":
                return self._aimed(memos.listed(self.source.project))
            case "excerpt":
                chosen = [(one.document, one.start, one.end) for one in excerpts.listed(self.source.project)]
                return self._touching(np.array(chosen, np.int64).reshape(-1, 3))
            case "speaker":
                said: Mask = self.source.passages[:, 4] != 0
                return said
        who = zip(self.source.passages[:, 1].tolist(), self.source.passages[:, 4].tolist(), strict=True)
        return np.array([bool(self.source.people_of(*one)) for one in who], bool)

    # relations

    @cached_property
    def _bases(self) -> dict[int, int]:
        """Document → what is added to its code points so that all documents stand on one line."""
        at, found = 0, {}
        for info in self.source.documents:
            found[info.key] = at
            at += info.characters + 1
        return found

    def _lines(self, spans: Ints) -> tuple[Ints, Ints]:
        """Return starts and ends on that line of (document, start, end) rows."""
        base = np.array([self._bases[key] for key in spans[:, 0].tolist()], np.int64)
        return spans[:, 1] + base, spans[:, 2] + base

    def _touching(self, spans: Ints) -> Mask:
        """Return the passages of which (document, start, end) rows, in any order, cover a character."""
        starts, ends = self._lines(spans)
        return self._on(*_union(starts[ends > starts], ends[ends > starts]))

    def _on(self, starts: Ints, ends: Ints) -> Mask:
        """Return the passages of which ascending stretches of the line cover a character."""
        begins, stops = self._lines(self.source.passages[:, 1:4])
        if not len(starts):
            return np.zeros(len(begins), bool)
        at = np.searchsorted(ends, begins, "right")
        mask: Mask = (at < len(starts)) & (starts[np.minimum(at, len(starts) - 1)] < stops)
        return mask

    def _stretches(self, node: Node) -> Ints:
        """Return what a side of OVERLAPS covers as (document, start, end) rows: coded spans, else whole passages."""
        spans = self._spans(node) if isinstance(node, Field) else None
        if spans is not None:
            return self.source.net.codings[self.source.net.first[spans]][:, [1, 3, 4]]
        if isinstance(node, Or):
            return np.concatenate([self._stretches(part) for part in node.parts])
        return self.source.passages[self.mask(node), 1:4]

    def _overlapping(self, first: Node, second: Node) -> Mask:
        one, other = (_union(*self._lines(self._stretches(node))) for node in (first, second))
        return self._on(*_common(one, other))

    def _beside(self, first: Mask, second: Mask, distance: int, *, ordered: bool) -> Mask:
        """Return the passages of both sides that have one of the other at most `distance` turns away."""
        one, other = np.flatnonzero(first), np.flatnonzero(second)
        mask = np.zeros(len(first), bool)
        mask[self._followed(one, other, distance, 1 if ordered else 0, 1)] = True
        mask[self._followed(other, one, distance, 1 if ordered else 0, -1)] = True
        if not ordered:
            mask[self._followed(one, other, distance, 0, -1)] = True
            mask[self._followed(other, one, distance, 0, 1)] = True
        return mask

    def _followed(self, these: Ints, others: Ints, most: int, least: int, way: int) -> Ints:
        """Return those of `these` with one of `others` from `least` to `most` turns after (way 1) or before (-1)."""
        if not len(others) or not len(these):
            return these[:0]
        if way == 1:
            at = np.searchsorted(others, these + least, "left")
        else:
            at = np.searchsorted(others, these - least, "right") - 1
        inside = (at >= 0) & (at < len(others))
        near = others[np.clip(at, 0, len(others) - 1)]
        home = self.source.passages[:, 1]
        kept: Ints = these[inside & (np.abs(near - these) <= most) & (home[near] == home[these])]
        return kept


def _union(starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """Return stretches joined where they overlap or touch, ascending."""
    if not len(starts):
        return starts, ends
    order = np.argsort(starts, kind="stable")
    starts, ends = starts[order], np.maximum.accumulate(ends[order])
    new = np.concatenate([[True], starts[1:] > ends[:-1]])
    return starts[new], ends[np.concatenate([np.flatnonzero(new)[1:] - 1, [len(ends) - 1]])]


def _common(one: tuple[Ints, Ints], other: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Return what two unions of stretches have in common, ascending."""
    low = np.searchsorted(other[1], one[0], "right")
    high = np.maximum(np.searchsorted(other[0], one[1], "left"), low)
    mine, theirs = spread(np.arange(len(low)), np.stack([low, high], axis=1))
    return np.maximum(one[0][mine], other[0][theirs]), np.minimum(one[1][mine], other[1][theirs])


def _bools(values: Mask) -> Mask:
    return np.asarray(values, bool)


def _fits(pattern: str, name: str) -> bool:
    plain, said = folded(pattern), folded(" ".join(name.split()))
    return said == plain or fnmatchcase(said, plain.replace("[", "[[]"))


def _one_of(field: Field, known: dict[str, str]) -> str:
    found = known.get(folded(field.value))
    if found is None:
        _refuse(field, list(dict.fromkeys(known.values())))
    return found


def _refuse(field: Field, known: list[str]) -> NoReturn:
    """Say that a field has no such value, and which ones it has; the one most like it first."""
    near = get_close_matches(folded(field.value), [folded(name) for name in known], n=1, cutoff=0.5)
    known = sorted(known, key=lambda name: folded(name) not in near)
    raise QueryError(
        "{name}: has no {value} (character {at}); it has: {known}.", position=field.at, at=field.at + 1,
        name=field.name, value=field.value, known=", ".join(known[:20]) or dimensions.NONE,
    )  # fmt: skip

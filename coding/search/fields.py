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

from coding import memos
from coding.codebook import CodeInfo
from coding.codebook.names import all_names
from coding.moment import dimensions
from coding.moment.moment import Moment
from coding.moment.ranges import spread
from coding.moment.rows import ORIGINS, Ints
from coding.moment.rule_matching import Filled
from corpus import anchors
from corpus.documents import SpeakerInfo
from corpus.errors import CodingError, QueryError, WorkbenchError
from corpus.search.nodes import Among, And, Field, Node, Not, Or, Related
from corpus.sets import called
from corpus.store.columns import distinct
from corpus.words import folded

Mask = NDArray[np.bool_]
_ROLES = {
    "interviewer": "interviewer",
    "intervieweur": "interviewer",
    "intervieweuse": "interviewer",
    "interviewee": "respondent",
    "interviewe": "respondent",
    "respondent": "respondent",
    "repondant": "respondent",
    "repondante": "respondent",
    "unknown": "unknown",
    "inconnu": "unknown",
}
_ORIGINS = {
    "manual": "manual",
    "manuel": "manual",
    "manuelle": "manual",
    "in vivo": "in vivo",
    "invivo": "in vivo",
    "suggestion": "suggestion",
    "import": "import",
    "imported": "import",
    "importe": "import",
    "auto": "auto",
}
_CYCLES = {
    "descriptive": "1",
    "descriptif": "1",
    "1": "1",
    "theoretical": "2",
    "theorique": "2",
    "2": "2",
}
_THINGS = {
    "code": "code", "codes": "code", "coding": "code", "codage": "code", "capability": "capability",
    "capacite": "capability", "concept": "capability", "memo": "memo", "excerpt": "excerpt", "extrait": "excerpt",
    "speaker": "speaker", "locuteur": "speaker", "participant": "participant",
}  # fmt: skip


def resolved(node: Node, read: Callable[[], Moment]) -> Node:
    """Return a query with the passages that its fields mean in their place; raises `QueryError`.

    `read` gives the study, and is called only where a query has a field.
    """
    match node:
        case Field() | Related():
            return Meaning(read()).among(node)
        case And(parts):
            return And(tuple(_each(parts, read)))
        case Or(parts):
            return Or(tuple(_each(parts, read)))
        case Not(part):
            return Not(resolved(part, read))
    return node


def _each(parts: Iterable[Node], read: Callable[[], Moment]) -> list[Node]:
    once: list[Moment] = []

    def kept() -> Moment:
        if not once:
            once.append(read())
        return once[0]

    return [resolved(part, kept) for part in parts]


@dataclass
class Meaning:
    """What fields mean at one moment: masks are bool over its passages, or the rows of its codings."""

    moment: Moment

    def among(self, node: Node) -> Among:
        """Return the passages that fields keep, as a node."""
        return Among(self.moment.passages[self.mask(node), 0])

    def mask(self, node: Node) -> Mask:
        """Return which passages fields, or a relation of them, keep: bool[passages]."""
        match node:
            case Field():
                return self._of_field(node)
            case Related("overlaps", first, second):
                return self.overlapping(first, second)
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
        coded = self.coded(field)
        if coded is not None:
            return self.covered(coded)
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
                return self._labelled(dimensions.by_participants(self.moment), field.value)
            case "organisation":
                return self._labelled(dimensions.by_organisations(self.moment), field.value)
            case "document":
                found = [info.key for info in self.moment.documents if fits(field.value, info.name)]
                return np.isin(self.moment.passages[:, 1], found)
            case "set":
                one = self.named_set(field)
                return np.asarray(dimensions.of_set(self.moment, one.kind, one.members), bool)
            case "question":
                return self._answering(field)
            case "memo":
                return self._under_memos(self.noted(field.value))
            case "has":
                return self._with(field)
            case "without":
                return ~self._with(field)
        raise TypeError(field)

    # what is coded

    def coded(self, field: Field) -> Mask | None:
        """Return which codings a field means, bool[codings]; None where it means no codings."""
        net = self.moment.net
        match field.name:
            case "code" | "capability":
                return self.speaking(self.codes(field))
            case "set" if (one := self.named_set(field)).kind == "codes":
                return self.speaking(one.members)
            case "cycle":
                theory = theoretical(field)
                return self.speaking(self.theory) if theory else ~np.isin(net.codings[:, 2], self.theory)
            case "coder":
                who = [key for key, name in net.coders.items() if fits(field.value, name)]
                if not who:
                    _refuse(field, sorted(net.coders.values()))
                return np.isin(net.codings[:, 5], who)
            case "origin":
                wanted = _one_of(field, _ORIGINS)
                return _bools(net.coded.origins == ORIGINS.index(wanted))
        return None

    def named_set(self, field: Field) -> Filled:
        """Return the set that the value of set:… names; raises `QueryError`."""
        known = self.moment.sets
        try:
            return known[called([one.info for one in known.values()], field.value).key]
        except WorkbenchError as error:
            raise QueryError(error.sentence, position=field.at, **error.values) from error

    def speaking(self, codes: Iterable[int]) -> Mask:
        """Return which codings speak for one of these codes and contradict none they speak for: bool[codings]."""
        found = np.zeros(len(self.moment.net.codings), bool)
        for code in codes:
            found[self.moment.net.rows(code)] = True
        return found

    def codes(self, field: Field) -> list[int]:
        """Return the codes that the value of code:… or capability:… means."""
        nodes = [node for node in self.nodes if field.name == "code" or node.framework is not None]
        if "*" in field.value or "?" in field.value:
            ways = ((node.key, (node.name, node.path, *node.aliases)) for node in nodes)
            found = [key for key, called in ways if any(fits(field.value, way) for way in called)]
            if not found:
                raise QueryError(
                    "No code fits {value} (character {at}).", position=field.at, at=field.at + 1, value=field.value
                )
            return found
        try:
            return [all_names(nodes).find(field.value)]
        except CodingError as error:
            raise QueryError(error.sentence, position=field.at, **error.values) from error

    @cached_property
    def nodes(self) -> list[CodeInfo]:
        """All codes."""
        return list(self.moment.codes.values())

    @property
    def theory(self) -> list[int]:
        """The codes of frameworks."""
        return [node.key for node in self.nodes if node.framework is not None]

    def covered(self, coded: Mask) -> Mask:
        """Return the passages that some codings, bool[codings], touch (see `Voices.touched_by`): bool[passages]."""
        spans = distinct(np.sort(self.moment.net.span[coded]))
        mask = np.zeros(len(self.moment.passages), bool)
        mask[spread(spans, self.moment.item_passages[spans])[1]] = True
        return mask

    # who speaks, and where

    @property
    def _speakers(self) -> list[SpeakerInfo]:
        return list(self.moment.voices.speakers.values())

    def _said(self, field: Field) -> Mask:
        found = {
            info.key
            for info in self._speakers
            if fits(field.value, info.label) or fits(field.value, info.participant or "")
        }
        if not found:
            _refuse(field, sorted({info.label for info in self._speakers}))
        return self._by_speaker(found, nobody=False)

    def _by_speaker(self, keys: set[int], nobody: bool) -> Mask:
        mask: Mask = np.isin(self.moment.passages[:, 4], list(keys | {0} if nobody else keys))
        return mask

    def _labelled(self, divided: dimensions.Dimension, value: str, said: list[str] | None = None) -> Mask:
        names = said or [label.name for label in divided.labels]
        wanted = [n for n, name in enumerate(names) if fits(value, name)]
        labels, units = divided.by_passage
        mask = np.zeros(len(self.moment.passages), bool)
        mask[units[np.isin(labels, wanted)]] = True
        return mask

    def _having(self, field: Field) -> Mask:
        try:
            divided = dimensions.attribute(self.moment, field.of)
        except WorkbenchError as error:
            raise QueryError(error.sentence, position=field.at, **error.values) from error
        settled = self.moment.known.settled(field.value, field.of)
        mask = self.moment.mask
        kept = [one.name if one.key is None else mask.value(field.of, str(one.key)) for one in divided.labels]
        return self._labelled(divided, settled, kept)

    def _answering(self, field: Field) -> Mask:
        """Return the answers to the questions of the guide with that number, or with these words in them."""
        try:
            divided = dimensions.by_questions(self.moment)
        except WorkbenchError as error:
            raise QueryError(error.sentence, position=field.at, **error.values) from error
        names = [label.name for label in divided.labels if label.key is not None]
        numbered = [name for name in names if name.partition(" ")[0] == field.value]
        wanted = numbered or [name for name in names if fits(f"*{field.value}*", name)]
        if not wanted:
            _refuse(field, names)
        return self._labelled(divided, field.value, [field.value if name in wanted else "" for name in names])

    # what is noted

    def noted(self, value: str) -> list[memos.MemoInfo]:
        """Return the memos with these words, in any letters' case and accents; `*` and `?` stand for letters."""
        wanted = f"*{plain(value)}*".replace("[", "[[]")
        return [one for one in self.notes if fnmatchcase(plain(f"{one.title} {one.body}"), wanted)]

    @property
    def notes(self) -> list[memos.MemoInfo]:
        """All memos."""
        return self.moment.memos

    def aimed(self, infos: Iterable[memos.MemoInfo]) -> tuple[Mask, Ints]:
        """Return which codings memos are about, bool[codings], and the (document, start, end) rows they are on."""
        targets = [target for info in infos for target in info.targets]
        keys = [target.key or 0 for target in targets if target.kind == "coding"]
        places = [(one.key, *one.span) for one in targets if one.span is not None]
        return np.isin(self.moment.net.codings[:, 0], keys), np.array(places, np.int64).reshape(-1, 3)

    def _under_memos(self, infos: Iterable[memos.MemoInfo]) -> Mask:
        """Return the passages on which, or on codings of which, there are these memos."""
        coded, places = self.aimed(infos)
        return self.covered(coded) | self.touching(places)

    def _with(self, field: Field) -> Mask:
        match thing(field):
            case "code":
                return self.covered(np.ones(len(self.moment.net.codings), bool))
            case "capability":
                return self.covered(self.speaking(self.theory))
            case "memo":
                return self._under_memos(self.notes)
            case "excerpt":
                return self.touching(self.excerpts)
            case "speaker":
                said: Mask = self.moment.passages[:, 4] != 0
                return said
        who = zip(self.moment.passages[:, 1].tolist(), self.moment.passages[:, 4].tolist(), strict=True)
        return np.array([bool(self.moment.voices.says(*one)) for one in who], bool)

    @cached_property
    def excerpts(self) -> Ints:
        """The (document, start, end) rows of the excerpts."""
        chosen = [(one.document, one.start, one.end) for one in self.moment.excerpts]
        return np.array(chosen, np.int64).reshape(-1, 3)

    # relations

    @cached_property
    def _bases(self) -> dict[int, int]:
        """Document → what is added to its code points so that all documents stand on one line."""
        at, found = 0, {}
        for info in self.moment.documents:
            found[info.key] = at
            at += info.characters + 1
        return found

    def _lines(self, spans: Ints) -> tuple[Ints, Ints]:
        """Return starts and ends on that line of (document, start, end) rows."""
        base = np.array([self._bases[key] for key in spans[:, 0].tolist()], np.int64)
        return spans[:, 1] + base, spans[:, 2] + base

    def touching(self, spans: Ints, rows: Ints | None = None) -> Mask:
        """Return which `rows` (the passages, unless given) `spans` share a character with: both document, start, end.

        Neither need be in order: bool[rows].
        """
        starts, ends = self._lines(spans)
        return self._on(*_union(starts[ends > starts], ends[ends > starts]), rows)

    def _on(self, starts: Ints, ends: Ints, rows: Ints | None = None) -> Mask:
        """Return the rows (the passages, unless given) of which ascending stretches of the line cover a character."""
        begins, stops = self._lines(self.moment.passages[:, 1:4] if rows is None else rows)
        if not len(starts):
            return np.zeros(len(begins), bool)
        at = np.searchsorted(ends, begins, "right")
        mask: Mask = (at < len(starts)) & (starts[np.minimum(at, len(starts) - 1)] < stops)
        return mask

    def stretches(self, node: Node) -> Ints:
        """Return what a side of OVERLAPS covers as (document, start, end) rows: coded spans, else whole passages."""
        coded = self.coded(node) if isinstance(node, Field) else None
        if coded is not None:
            return self.moment.net.codings[coded][:, [1, 3, 4]]
        if isinstance(node, Or):
            return np.concatenate([self.stretches(part) for part in node.parts])
        return self.moment.passages[self.mask(node), 1:4]

    def overlapping(self, first: Node, second: Node, rows: Ints | None = None) -> Mask:
        """Return which (document, start, end) rows (the passages, unless given) have what two sides share."""
        one, other = (_union(*self._lines(self.stretches(node))) for node in (first, second))
        return self._on(*_common(one, other), rows)

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
        home = self.moment.passages[:, 1]
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
    mine, theirs = spread(np.arange(len(one[0])), anchors.overlapped_many(*other, *one))
    return np.maximum(one[0][mine], other[0][theirs]), np.minimum(one[1][mine], other[1][theirs])


def _bools(values: Mask) -> Mask:
    return np.asarray(values, bool)


def plain(text: str) -> str:
    """Return words as they are compared: on one line, without case and accents."""
    return folded(" ".join(text.split()))


def fits(pattern: str, name: str) -> bool:
    """Say whether a name is the one asked for; `*` and `?` in the pattern stand for letters."""
    wanted, said = folded(pattern), plain(name)
    return said == wanted or fnmatchcase(said, wanted.replace("[", "[[]"))


def thing(field: Field) -> str:
    """Return what has:… or without:… asks for, such as memo; raises `QueryError`."""
    return _one_of(field, _THINGS)


def theoretical(field: Field) -> bool:
    """Return whether the value of coding:… means codes of a framework, and not descriptive ones."""
    return _one_of(field, _CYCLES) == "2"


def _one_of(field: Field, known: dict[str, str]) -> str:
    found = known.get(folded(field.value))
    if found is None:
        _refuse(field, list({value: name for name, value in reversed(known.items())}.values())[::-1])
    return found


def _refuse(field: Field, known: list[str]) -> NoReturn:
    """Say that a field has no such value, and which ones it has; the one most like it first."""
    near = get_close_matches(folded(field.value), [folded(name) for name in known], n=1, cutoff=0.5)
    known = sorted(known, key=lambda name: folded(name) not in near)
    raise QueryError(
        "{name}: has no {value} (character {at}); it has: {known}.",
        position=field.at,
        at=field.at + 1,
        name=field.name,
        value=field.value,
        known=", ".join(known[:20]) or dimensions.NONE,
    )

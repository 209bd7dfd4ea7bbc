"""Sets: who stands in each at one moment of a study, by hand or by its rule, whatever the view.

A set is filled again only where something that its rule asks for was read anew. A rule that speaks of what is gone, or
that can't be read, says so and is met by nobody; so is one that speaks of such a set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coding.moment.rule_matching import NOBODY, Filled, Keys, StudyMoment, everything, met, parts, universe
from corpus.errors import NothingThere, SetError, WorkbenchError
from corpus.rules import Kind
from corpus.sets import SetInfo


def filled(study: StudyMoment) -> dict[int, Filled]:
    """Return every set by key with who stands in it."""
    return _Filling(study).all()


def holding(sets: Iterable[Filled], kind: Kind) -> dict[int, list[str]]:
    """Return for each document, participant or code that is in a set the names of its sets."""
    found: dict[int, list[str]] = {}
    for one in sets:
        for member in one.members if one.kind == kind else ():
            found.setdefault(member, []).append(one.info.name)
    return found


class _Filling:
    """Fills sets in the order in which their rules speak of one another."""

    def __init__(self, study: StudyMoment) -> None:
        self.study = study
        self.infos = {info.key: info for info in study.stored_sets}
        self.done: dict[int, Filled] = {}
        self.open: set[int] = set()

    def all(self) -> dict[int, Filled]:
        return {key: self.one(key) for key in self.infos}

    def one(self, key: int) -> Filled:
        if key not in self.done:
            self.open.add(key)
            self.done[key] = self._fill(self.infos[key])
            self.open.discard(key)
        return self.done[key]

    def _fill(self, info: SetInfo) -> Filled:
        study, rule = self.study, info.rule
        asked = sorted(rule.rows("set")) if rule is not None else []
        if self.open & set(asked):
            return self._nobody(info, SetError("The rule of {name} goes round in a circle.", name=info.name))
        inner = tuple(self.one(key) for key in asked if key in self.infos)
        asks = [part for one in (rule.conditions if rule else ()) for part in parts(study, one)]
        inputs = ((info, inner), universe(study, info.kind), *asks)
        return study.keep(f"set {info.key}", inputs, lambda: self._filled(info))

    def _filled(self, info: SetInfo) -> Filled:
        every = everything(self.study, info.kind)
        if info.unreadable:
            return self._nobody(info, SetError("The rule of {name} can't be read here.", name=info.name))
        if info.rule is None:
            return Filled(info, info.by_hand & every, len(every))
        try:
            return Filled(info, met(self.study, self.done, info.rule, info.kind), len(every))
        except WorkbenchError as error:
            return self._nobody(info, error)

    def _nobody(self, info: SetInfo, why: WorkbenchError) -> Filled:
        return Filled(info, NOBODY, len(everything(self.study, info.kind)), why)


class Scope(NamedTuple):
    """What sets keep: documents, participants and codes by key; None where none of the sets is of that kind."""

    documents: Keys | None = None
    participants: Keys | None = None
    codes: Keys | None = None


def scope(sets: Mapping[int, Filled], within: Iterable[str]) -> Scope:
    """Return what all of the sets with these uids keep; raises `NothingThere` where one is gone."""
    by_uid = {one.info.uid: one for one in sets.values()}
    found: dict[str, Keys] = {}
    for uid in within:
        if uid not in by_uid:
            raise NothingThere("A set that is asked for is no longer in the project.")
        one = by_uid[uid]
        found[one.kind] = found.get(one.kind, one.members) & one.members
    return Scope(**found)

"""Meeting a rule: which documents, participants or codes of one moment of a study are what a rule asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import numpy as np

from coding.codebook import CodeInfo
from coding.moment import coding_voices
from coding.moment.coding_voices import CodingVoices
from coding.moment.evidence import Net, above, raised
from coding.moment.tally import Counts
from corpus import rules
from corpus.errors import NothingThere, SetError, WorkbenchError
from corpus.our_words import Word
from corpus.people import organisations
from corpus.people.known import Known
from corpus.people.organisations import Belongings
from corpus.rules import Condition, Kind, Rule
from corpus.sets import SetInfo
from corpus.voices import Voices

Made = TypeVar("Made")
Keys = frozenset[int]
NOBODY: Keys = frozenset()


class StudyMoment(Protocol):
    """One moment of a study as far as rules go: everybody's codings, and all names."""

    @property
    def voices(self) -> Voices:
        """Documents, passages, and who says them."""

    @property
    def known(self) -> Known:
        """What is known of participants and documents."""

    @property
    def belongings(self) -> Belongings:
        """Who and what is of which organisations."""

    @property
    def codes(self) -> dict[int, CodeInfo]:
        """The codes by key."""

    @property
    def stored_sets(self) -> list[SetInfo]:
        """The sets as they are kept."""

    @property
    def tally(self) -> Counts:
        """How often everybody uses the codes."""

    @property
    def heard(self) -> CodingVoices:
        """Who is heard in everybody's codings."""

    @property
    def net(self) -> Net:
        """What counts as evidence."""

    def keep(self, name: str, inputs: tuple[Any, ...], make: Callable[[], Made]) -> Made:
        """Return what was made before of these very inputs, else make it."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A set with who stands in it, by key; `total` is how many there are of its kind.

    `why` says what is wrong with its rule, where nobody can meet it.
    """

    info: SetInfo
    members: Keys
    total: int
    why: WorkbenchError | None = None

    @property
    def key(self) -> int:
        """The row of the set."""
        return self.info.key

    @property
    def kind(self) -> Kind:
        """What it holds."""
        return self.info.kind


def met(study: StudyMoment, sets: Mapping[int, Filled], rule: Rule, kind: Kind) -> Keys:
    """Return who meets a rule, given the sets that it may speak of; raises `SetError` where nobody can."""
    every = everything(study, kind)
    found = [_Asking(study, sets, kind, every).of(one) for one in rules.checked(rule, kind).conditions]
    return frozenset.intersection(*found) if rule.join == "all" else frozenset.union(*found)


def everything(study: StudyMoment, kind: Kind) -> Keys:
    """Return all documents, participants or codes."""
    match kind:
        case "documents":
            return frozenset(study.voices.infos)
        case "participants":
            return frozenset(key for key, _ in study.voices.participants)
    return frozenset(study.codes)


def universe(study: StudyMoment, kind: Kind) -> object:
    """Return what `everything` is read from."""
    return study.codes if kind == "codes" else study.voices


def parts(study: StudyMoment, one: Condition) -> tuple[object, ...]:
    """Return what a condition asks: where one of it is another, a set is filled again."""
    match one.about:
        case "attribute":
            return study.known, study.belongings, study.voices
        case "organisation":
            return study.belongings, study.voices
        case "code":
            return study.net, study.voices
        case "segments" | "participants" | "documents":
            return study.tally, study.voices
    return (study.voices,)


@dataclass(frozen=True)
class _Asking:
    """Asks a condition of everything of one kind."""

    study: StudyMoment
    sets: Mapping[int, Filled]
    kind: Kind
    every: Keys

    def of(self, one: Condition) -> Keys:
        """Return what meets a condition; raises `SetError` where it speaks of what is not there."""
        found = self._meeting(one) & self.every
        return self.every - found if one.op in ("≠", "none") else found

    def _meeting(self, one: Condition) -> Keys:
        match one.about:
            case "attribute":
                return self._described(one)
            case "set":
                return self._standing(one)
            case "organisation":
                return self._belonging({self._organisation(one)})
            case "code":
                return self._coded(one)
            case "under":
                return self._under(one)
            case "confidential" | "in vivo":
                return self._answering(one)
            case "segments" | "words" | "documents" | "participants":
                holds, numbers = rules.counted(one), self._numbers(one.about)
                return frozenset(key for key in self.every if holds(numbers.get(key, 0)))
        holds_text = rules.asking(one, rules.ABOUT[one.about].sort)
        assert holds_text is not None, "the condition was checked"
        return frozenset(key for key, said in self._texts(one.about).items() if holds_text(said))

    # what is written

    def _texts(self, about: str) -> Mapping[int, str]:
        study = self.study
        match self.kind, about:
            case "documents", "name":
                return {key: info.name for key, info in study.voices.infos.items()}
            case "documents", "language":
                return {key: info.language for key, info in study.voices.infos.items()}
            case "documents", _:
                return {key: info.imported_at[:10] for key, info in study.voices.infos.items()}
            case "participants", _:
                return dict(study.voices.participants)
            case _, "name":
                return {key: code.name for key, code in study.codes.items()}
            case _, "framework":
                return {key: code.framework or "" for key, code in study.codes.items()}
        return {key: code.created_at[:10] for key, code in study.codes.items()}

    def _answering(self, one: Condition) -> Keys:
        holds = rules.asking(one, "boolean")
        assert holds is not None, "the condition was checked"
        if one.about == "confidential":
            answers = self.study.known.secret
        else:
            answers = {key: code.in_vivo for key, code in self.study.codes.items()}
        return frozenset(key for key, yes in answers.items() if holds("yes" if yes else "no"))

    def _described(self, one: Condition) -> Keys:
        known = self.study.known
        info = next((info for info in known.attributes if info.key == one.key), None)
        if info is None:
            raise NothingThere("The rule speaks of an attribute that is gone.")
        holds = rules.of_attribute(one, info.type, known.language, info.choices)
        if holds is None:
            raise SetError(
                "{value} is no {type}, as {attribute} has them.",
                value=one.value,
                type=Word(info.type),
                attribute=info.name,
            )
        told = [value for value in known.values if value.attribute == one.key and holds(value.value)]
        people = [value.participant for value in told if value.participant is not None]
        papers = [value.document for value in told if value.document is not None]
        firms = {value.organisation for value in told if value.organisation is not None}
        return self._of(people, papers) | (self._belonging(firms) if firms else NOBODY)

    def _belonging(self, firms: Set[int]) -> Keys:
        """Return what is of one of these organisations, or of a part of one."""
        belongings = self.study.belongings
        inside = {key for key in belongings.infos if firms & set(organisations.above(belongings.infos, key))}
        if self.kind == "participants":
            return frozenset(key for key, own in belongings.of_participant.items() if inside & set(own))
        people = self.study.voices.participants_of
        return frozenset(key for key in self.every if inside & set(belongings.of(key, people.get(key, ()))))

    def _of(self, people: Iterable[int], papers: Iterable[int]) -> Keys:
        """Return participants and documents as what this kind has to do with them."""
        within = self.study.voices.participants_of
        if self.kind == "documents":
            wanted = set(people)
            spoken = (key for key, keys in within.items() if wanted & set(keys)) if wanted else ()
            return frozenset([*papers, *spoken])
        return frozenset([*people, *(key for paper in papers for key in within.get(paper, ()))])

    # what else there is

    def _standing(self, one: Condition) -> Keys:
        inner = self.sets.get(one.key or 0)
        if inner is None:
            raise NothingThere("The rule speaks of a set that is gone.")
        if inner.why is not None:
            raise SetError(
                "The rule speaks of {name}, of which nobody can tell who stands in it.", name=inner.info.name
            )
        if inner.kind == self.kind:
            return inner.members
        people = inner.members if inner.kind == "participants" else NOBODY
        return self._of(people, inner.members - people)

    def _organisation(self, one: Condition) -> int:
        if one.key is None or one.key not in self.study.belongings.infos:
            raise NothingThere("The rule speaks of an organisation that is gone.")
        return one.key

    def _code(self, one: Condition) -> int:
        if one.key is None or one.key not in self.study.codes:
            raise NothingThere("The rule speaks of a code that is gone.")
        return one.key

    def _coded(self, one: Condition) -> Keys:
        rows = self.study.net.rows(self._code(one))
        if self.kind == "documents":
            return frozenset(self.study.net.codings[rows, 1].tolist())
        table = self.study.heard.table
        return frozenset(table[np.isin(table[:, 0], self.study.net.codings[rows, 0]), 3].tolist())

    def _under(self, one: Condition) -> Keys:
        return frozenset(self.study.net.subtree(self._code(one)))

    def _numbers(self, about: str) -> Mapping[int, int]:
        study = self.study
        match self.kind, about:
            case "documents", "segments":
                return study.tally.coded
            case "documents", "words":
                return {key: info.words for key, info in study.voices.infos.items()}
            case "documents", _:
                return {key: len(people) for key, people in study.voices.participants_of.items()}
            case "participants", "segments":
                table = study.heard.table
                return coding_voices.pairs(table[:, 3], table[:, 4])
            case "participants", "words":
                return spoken(study.voices)
            case "participants", _:
                return _sizes(key for people in study.voices.participants_of.values() for key in people)
            case _, "segments":
                return study.tally.segments
            case _, "documents":
                return study.tally.documents
        table = study.heard.table
        parents = above({key: code.parent for key, code in study.codes.items()})
        return _sizes(raised(parents, table[:, 2], table[:, 3])[0].tolist())


def _sizes(keys: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for key in keys:
        found[key] = found.get(key, 0) + 1
    return found


def spoken(voices: Voices) -> dict[int, int]:
    """Return how many words participants say, by key; nobody's who is marked as speaking where several might be."""
    found: dict[int, int] = {}
    marked = {info.document for info in voices.speakers.values()}
    turns = [(info.document, key, info.words) for key, info in voices.speakers.items()]
    turns += [(info.key, 0, info.words) for info in voices.documents if info.key not in marked]
    for document, speaker, count in turns:
        for key in voices.says(document, speaker):
            found[key] = found.get(key, 0) + count
    return found

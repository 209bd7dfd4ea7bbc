"""Moment: one consistent reading of a study, from which all that is counted, listed or printed is computed.

It is read in one transaction, and for a view: a layer (one coder's codings and decisions; links belong to the study)
and a mask (who may be named). What is computed from a moment can forget neither. `now` brings a moment up to date and
reads again only what was written since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from coding.codebook import CodeInfo, spoken
from coding.codebook.frameworks import FrameworkInfo
from coding.codebook.names import CodeNames
from coding.excerpts import ExcerptInfo
from coding.links import LinkInfo
from coding.memos import MemoInfo
from coding.moment import analysed, coding_voices, evidence, sets, tally
from coding.moment.authors import NOBODY, Makers, makers
from coding.moment.coarsening import Telling
from coding.moment.coding_voices import CodingVoices
from coding.moment.evidence import Coded, EvidenceItem, Layer, Net, Ways
from coding.moment.guide_use import GuideUse
from coding.moment.last_seen import Seen
from coding.moment.masks import Mask, ShownPerson, worded
from coding.moment.parts import PARTS, Read
from coding.moment.ranges import carried
from coding.moment.rows import SUGGESTED, Codings, Decisions, Ints
from coding.moment.rule_matching import Filled
from coding.moment.sets import Scope
from coding.moment.tally import Counts
from coding.settlements import SettlementInfo
from corpus import anchors, words
from corpus.documents import DocumentInfo
from corpus.people.known import Known
from corpus.people.organisations import Belongings
from corpus.people.vault import Vault
from corpus.sets import SetInfo
from corpus.store import history
from corpus.store.project import Project
from corpus.voices import Voices

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Moment:
    """What a study holds after the change numbered `stamp`, as one view shows it.

    `layer` names the coder or coders whose codings and decisions are taken (None: all of them), `masking` says that
    confidential participants are not named, `interviewer` that the interviewer's words are counted, `where` which
    attributes are asked for, `within` the sets all of which have to hold, by uid, `printed` in which language print has
    its headings (None: the study's), `reread` that what was proposed and never read again is left out, `human` that
    what came from suggestions is, `unsigned` that nobody is told who made the study, `spoken` that concepts are called
    as their framework's file calls them in the language of print, `everybody` that those are counted
    who are left out of analysis. `beside` numbers what was written outside the watch.
    """

    project: Project
    stamp: int
    whole: Read
    layer: Layer = None
    masking: bool = False
    interviewer: bool = False
    where: tuple[tuple[str, str], ...] = ()
    within: tuple[str, ...] = ()
    printed: str | None = None
    reread: bool = False
    human: bool = False
    unsigned: bool = False
    everybody: bool = False
    spoken: bool = False
    beside: int = 0
    made: dict[str, tuple[tuple[Any, ...], Any]] = field(default_factory=dict, repr=False, compare=False)
    shared: dict[str, tuple[tuple[Any, ...], Any]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls, project: Project, *, layer: Layer = None, masking: bool = False, interviewer: bool = False,
        where: Mapping[str, str] | None = None,
    ) -> Self:  # fmt: skip
        """Read a project, in one transaction."""
        with project.read() as session:
            stamp, beside = history.last(session.connection()), project.beside
            read = Read(**{name: part.read(project, session) for name, part in PARTS.items()})
        return cls(project, stamp, read, layer, masking, interviewer, tuple((where or {}).items()), beside=beside)

    def now(self) -> Self:
        """Return the same view of the study as it is now; it is this very moment where nothing was written since."""
        if self.project.beside == self.beside and self.project.nothing_since(self.stamp):
            return self
        with self.project.read() as session:
            beside = self.project.beside
            stamp, written = history.since(session.connection(), self.stamp)
            if (stamp, beside) == (self.stamp, self.beside):
                return self
            written = written.also(self.project.written_beside(self.beside, beside))
            project, read = self.project, self.whole
            parts = {name: part.again(project, session, getattr(read, name), written) for name, part in PARTS.items()}
        return replace(self, stamp=stamp, beside=beside, whole=Read(**parts))

    def viewed(self, **view: Any) -> Self:
        """Return the same reading as another view shows it: any of `layer`, `masking` and the others."""
        if "where" in view:
            view["where"] = tuple((view["where"] or {}).items())
        if "within" in view:
            view["within"] = tuple(dict.fromkeys(view["within"]))
        changed = any(getattr(self, name) != value for name, value in view.items())
        return replace(self, **view, made=dict(self.made)) if changed else self

    def keep(self, name: str, inputs: tuple[Any, ...], make: Callable[[], Kept], *, shared: bool = False) -> Kept:
        """Return what was made before of these very inputs, by this moment or one before it, else make it.

        What is `shared` is kept for every view of the study.
        """
        store = self.shared if shared else self.made
        known = store.get(name)
        if known is None or len(known[0]) != len(inputs) or not all(map(_same, known[0], inputs)):
            known = store[name] = (inputs, make())
        found: Kept = known[1]
        return found

    # what was read

    @cached_property
    def read(self) -> Read:
        """What was read of the study, without those who are left out of analysis."""
        whole, away = self.whole, self._away
        if not away:
            return whole
        inputs = tuple(getattr(whole, name) for name in PARTS)
        return self.keep("analysed", (*inputs, away), lambda: analysed.analysed(whole, away))

    @cached_property
    def _away(self) -> frozenset[int]:
        """Those who are left out."""
        people = self.whole.people
        nobody = self.everybody or not any(one.left_out for one in people.values())
        return frozenset() if nobody else self.keep("away", (people,), lambda: analysed.away(people))

    @property
    def voices(self) -> Voices:
        """Documents, passages, and who says them."""
        return self.read.voices

    @property
    def codes(self) -> dict[int, CodeInfo]:
        """The codes by key, in tree order: the first cycle, then each framework."""
        inputs = (self.read.codes, self.read.frameworks, self.language)
        return self.keep("codes spoken", inputs, lambda: spoken.codes(*inputs)) if self.spoken else self.read.codes

    @property
    def frameworks(self) -> list[FrameworkInfo]:
        """The frameworks in order."""
        inputs = (self.read.frameworks, self.language)
        return self.keep("titles spoken", inputs, lambda: spoken.titles(*inputs)) if self.spoken else inputs[0]

    @property
    def links(self) -> list[LinkInfo]:
        """The links in the order they were made, without crosswalks."""
        return self.read.links

    @property
    def excerpts(self) -> list[ExcerptInfo]:
        """The excerpts by code and position."""
        return self.read.excerpts

    @property
    def memos(self) -> list[MemoInfo]:
        """The memos in the order they were made."""
        read = self.read
        return self.keep("memos", (read.memos, read.blind, read.codings), self._memos) if read.blind else read.memos

    def _memos(self) -> list[MemoInfo]:
        table, unseen = self.read.codings.table, self.read.blind
        codings = set(table[np.isin(table[:, 1], list(unseen)), 0].tolist())
        about = {"document": unseen, "passage": unseen, "coding": codings}
        return [
            one
            for one in self.read.memos
            if not self._others(one.coder) or not any(to.key in about.get(to.kind, ()) for to in one.targets)
        ]

    def _others(self, coder: str) -> bool:
        """Say whether work of that coder is out of sight where one codes blind."""
        return bool(self.read.blind) and coder != self.project.coder

    @property
    def codings(self) -> Codings:
        """Everybody's codings, but those that are out of sight where one codes blind.

        The layer of what was settled together is nobody's: it is there for who asks for it by name.
        """
        read, named = self.read, evidence.layer_of(self.read.coders, self.layer) or frozenset()
        every = self._blind[0] if read.blind else read.codings
        unasked = tuple(sorted(read.settled - named))
        return self.keep("people's", (every, unasked), lambda: every.but(frozenset(unasked))) if unasked else every

    @property
    def decisions(self) -> Decisions:
        """Everybody's decisions, but those that are out of sight where one codes blind."""
        return self._blind[1] if self.read.blind else self.read.decisions

    @property
    def _blind(self) -> tuple[Codings, Decisions]:
        read = self.read
        return self.keep("blind", (read.codings, read.decisions, read.blind, read.coders), self._seen_blind)

    def _seen_blind(self) -> tuple[Codings, Decisions]:
        read, table = self.read, self.read.codings.table
        own = evidence.layer_of(read.coders, self.project.coder) or frozenset()
        there = table[np.isin(table[:, 1], list(read.blind)), 0]
        return read.codings.without(read.blind, own), read.decisions.without(there, own)

    @property
    def settlements(self) -> list[SettlementInfo]:
        """What coders settled together, by document and words."""
        return self.read.settlements

    @property
    def guiding(self) -> GuideUse:
        """The interview guide, and what was asked where."""
        return self.read.guiding

    @property
    def people(self) -> dict[int, ShownPerson]:
        """The participants by key, in the order of their table."""
        inputs = (self.read.people, self.known, self.language)
        return self.keep("worded", inputs, lambda: worded(*inputs), shared=True)

    @property
    def known(self) -> Known:
        """What is known of participants, documents and organisations."""
        return self.read.known

    @property
    def vault(self) -> Vault:
        """The names that are hidden by themselves."""
        return self.read.vault

    @property
    def belongings(self) -> Belongings:
        """The organisations, and who and what is of them."""
        return self.read.belongings

    @property
    def documents(self) -> list[DocumentInfo]:
        """The documents in order of name."""
        return self.voices.documents

    @property
    def infos(self) -> dict[int, DocumentInfo]:
        """The documents by key."""
        return self.voices.infos

    @property
    def passages(self) -> Ints:
        """Return (n, 5): key, document, start, end, speaker of each passage, see `Voices`."""
        return self.voices.passages

    # what the view makes of it

    @cached_property
    def net(self) -> Net:
        """What counts as evidence, in this layer."""
        read = self.read
        inputs = (read.codes, read.links, self.decisions, self.coded, read.coders)
        seen, known, before = self._seen(self.coded), (self.layer, self.reread), self.made.get("net")

        def make() -> Net:
            made = evidence.net(*inputs, seen=seen, layer=self.layer, reread=self.reread, crosswalks=read.crosswalks)
            if before is not None:
                made.carry(before[1])
            return made

        return self.keep("net", (*inputs, seen, *known, read.crosswalks), make)

    def _seen(self, coded: Coded, name: str = "seen") -> Seen:
        """Return when these codings were last before the eyes of the coders of this layer."""
        read, coders = self.read, evidence.layer_of(self.read.coders, self.layer)
        parts = coded.codings[:, 0], coded.origins, coded.made
        return self.keep(name, (read.eyes, coded, self.layer), lambda: read.eyes.of(*parts, coders))

    # who stands in its sets

    @property
    def stored_sets(self) -> list[SetInfo]:
        """The sets as they are kept."""
        return self.read.sets

    @property
    def tally(self) -> Counts:
        """How often everybody uses the codes, whatever the view."""
        read, known = self.read, self.made.get("tally")
        codes = read.codes
        parents = self.keep("above", (codes,), lambda: evidence.above({key: one.parent for key, one in codes.items()}))
        before: Counts | None = known[1] if known is not None else None
        return self.keep("tally", (self.codings, codes), lambda: tally.tallied(self.codings, codes, parents, before))

    @property
    def heard(self) -> CodingVoices:
        """Who is heard in everybody's codings, whatever the view."""
        read, known = self.read, self.made.get("heard")
        before: CodingVoices | None = known[1] if known is not None else None
        return self.keep(
            "heard",
            (self.codings, read.voices),
            lambda: coding_voices.heard(self.codings, read.voices, self.said, before),
        )

    @property
    def said(self) -> tuple[Ints, Ints]:
        """Return (participant, passage number) of whose words passages are, ordered by passage."""
        return self.keep("said by", (self.voices,), lambda: coding_voices.said(self.voices))

    @cached_property
    def sets(self) -> dict[int, Filled]:
        """Every set with who stands in it, whatever the view."""
        return sets.filled(replace(self, layer=None, masking=False, interviewer=False, where=(), within=()))

    @cached_property
    def scope(self) -> Scope:
        """What the sets that are asked for keep."""
        return sets.scope(self.sets, self.within) if self.within else Scope()

    @cached_property
    def coded(self) -> Coded:
        """The codings of this layer within the sets that are asked for, whatever they are evidence for."""
        read = self.read
        coders = evidence.layer_of(read.coders, self.layer)
        every = self.codings
        coded = self.keep("coded", (every, read.coders, self.layer), lambda: Coded.of(every, coders))
        if self.human:
            coded = self.keep("coded human", (coded,), lambda: coded.only(coded.origins != SUGGESTED))
        if self.reread and (fresh := self._seen(coded, "seen all").fresh).any():
            coded = self.keep("coded reread", (coded, read.eyes), lambda: coded.only(~fresh))
        return self.keep("coded within", (coded, self.scope), lambda: self._within(coded)) if self.within else coded

    def _within(self, coded: Coded) -> Coded:
        scope, read = self.scope, self.read
        if scope.documents is not None:
            coded = coded.only(np.isin(coded.codings[:, 1], list(scope.documents)))
        if scope.participants is not None:
            heard = self.heard.table
            theirs = heard[np.isin(heard[:, 3], list(scope.participants)), 0]
            coded = coded.only(np.isin(coded.codings[:, 0], theirs))
        if scope.codes is None:
            return coded
        parts = (read.codes, read.links, self.decisions, coded, read.coders)
        net = evidence.net(*parts, seen=self._seen(coded, "seen within"), layer=self.layer, reread=self.reread)
        return coded.only(net.bearing(scope.codes))

    @property
    def language(self) -> str:
        """The language in which print has its headings."""
        return self.printed or self.known.language

    @cached_property
    def mask(self) -> Mask:
        """What may be shown of people."""
        told = (self.known, self.language)
        telling = self.keep("telling", told, lambda: Telling(*told), shared=True)
        every = self.viewed(everybody=True) if self._away else self  # who is left out is not named either
        study = (every.people, every.voices, every.belongings, self.vault, self.known.language, telling)
        inputs = (*study, self.masking, self.makers)
        return self.keep("masked" if self.masking else "mask", inputs, lambda: Mask(*inputs), shared=True)

    @cached_property
    def makers(self) -> Makers:
        """Who made the study, where that may not be told, and what stands for them."""
        read = self.read
        people = {key: name for key, name in read.coders.items() if key not in read.settled}
        return makers(self.project, people, self.voices, self.known, self.language) if self.unsigned else NOBODY

    @cached_property
    def talks(self) -> NDArray[np.bool_]:
        """Which passages' words count: bool[passages]; the interviewer's do where the view says so."""
        return np.ones(len(self.passages), bool) if self.interviewer else ~self.voices.asking

    @cached_property
    def item_passages(self) -> Ints:
        """Return (spans, 2): the range of passages each coded span touches."""
        coded, voices, known = self.coded, self.voices, self.made.get("item_passages")

        def make() -> Ints:
            if known is None or known[0][1] is not voices:
                return voices.touched_by(coded.places)
            return carried(known[0][0].places, coded.places, known[1], voices.touched_by)

        return self.keep("item_passages", (coded, voices), make)

    @cached_property
    def _words(self) -> tuple[Ints, dict[int, tuple[int, Ints, Ints]]]:
        """Return (passages, 2) ranges of words, and by document the first word's number, starts and ends."""
        return self.keep("words", (self.voices, self.interviewer), self._word_ranges)

    def _word_ranges(self) -> tuple[Ints, dict[int, tuple[int, Ints, Ints]]]:
        ranges = np.zeros((len(self.passages), 2), np.int64)
        by_document: dict[int, tuple[int, Ints, Ints]] = {}
        total = 0
        for info in self.documents:
            low, high = self.voices.runs.get(info.key, (0, 0))
            if low == high:
                continue
            found = words.spans(self.project.text(info.text_sha))
            owner = np.searchsorted(self.passages[low:high, 2], found[:, 0], "right") - 1
            inside = (owner >= 0) & (found[:, 0] < self.passages[low:high, 3][owner]) & self.talks[low:high][owner]
            found, owner = found[inside], owner[inside]
            ranges[low:high, 0] = total + np.searchsorted(owner, np.arange(high - low), "left")
            ranges[low:high, 1] = total + np.searchsorted(owner, np.arange(high - low), "right")
            by_document[info.key] = total, found[:, 0], found[:, 1]
            total += len(found)
        return ranges, by_document

    @property
    def counted_words(self) -> dict[int, tuple[int, Ints, Ints]]:
        """Document → the number of its first counted word, and where each of them begins and ends."""
        return self._words[1]

    @property
    def passage_words(self) -> Ints:
        """Return (passages, 2): the range of counted words in each passage."""
        return self._words[0]

    @cached_property
    def item_words(self) -> Ints:
        """Return (spans, 2): the range of counted words each coded span touches."""
        coded = self.coded.codings[self.coded.first]
        found = np.zeros((len(coded), 2), np.int64)
        keys, firsts, sizes = np.unique(coded[:, 1], return_index=True, return_counts=True)
        for document, at, size in zip(keys.tolist(), firsts.tolist(), sizes.tolist(), strict=True):
            if document in self._words[1]:
                first, starts, ends = self._words[1][document]
                here = coded[at : at + size]
                found[at : at + size] = anchors.overlapped_many(starts, ends, here[:, 3], here[:, 4]) + first
        return found

    @cached_property
    def span_numbers(self) -> dict[int, int]:
        """Coding key → the number of its span."""
        return dict(zip(self.coded.codings[:, 0].tolist(), self.coded.span.tolist(), strict=True))

    @cached_property
    def code_of(self) -> dict[int, int]:
        """Coding key → its code."""
        return dict(zip(self.coded.codings[:, 0].tolist(), self.coded.codings[:, 2].tolist(), strict=True))

    @cached_property
    def ways(self) -> dict[int, str]:
        """For each code the shortest name that means it alone."""
        return self.keep("ways", (self.codes,), self._ways)

    def _ways(self) -> dict[int, str]:
        names = CodeNames(self.codes.values())
        return {key: names.way(key) for key in self.codes}

    @cached_property
    def chosen(self) -> frozenset[tuple[int, int, int]]:
        """Document, start and end of the excerpts."""
        return frozenset((one.document, one.start, one.end) for one in self.excerpts)

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of the frameworks by key."""
        return {one.framework: one.title for one in self.frameworks}

    # what is asked of it

    def evidence(self, code: int, ways: Ways = "both") -> list[EvidenceItem]:
        """Return the evidence for a code in document order; for a descriptive code, its codings and its sub-codes'."""
        return self.net.evidence(code, ways)

    def covered(self, codes: Iterable[int], ways: Ways = "both") -> frozenset[int]:
        """Return the keys of the passages that evidence for any of these codes touches."""
        ranges = [self.item_passages[self.net.spans(code, ways)] for code in codes]
        numbers = {n for one in ranges for low, high in one.tolist() for n in range(low, high)}
        return frozenset(self.passages[sorted(numbers), 0].tolist())

    def text(self, document: int) -> str:
        """Return the whole text of a document."""
        return self.project.text(self.infos[document].text_sha)

    def function(self, participant: int) -> str:
        """Return a participant's function, empty where none is known."""
        return self.people[participant].function if participant in self.people else ""


def _same(one: Any, other: Any) -> bool:
    """Say whether two inputs are one; words and rows of words are compared, all else is read once and kept."""
    return one is other or (isinstance(one, str | tuple) and one == other)

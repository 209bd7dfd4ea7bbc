"""Theory: how descriptive codes bear on a framework at one moment, what counts, and what still waits to be weighed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from coding.codebook import CodeInfo
from coding.codebook.frameworks import FrameworkInfo
from coding.links import LinkInfo
from coding.moment import shown
from coding.moment.counts import Counts, counts
from coding.moment.dimensions import by_respondents
from coding.moment.evidence import EvidenceItem, Net, Ways
from coding.moment.moment import Moment
from coding.moment.ranges import Pairs, spread
from coding.moment.rows import Ints
from coding.set_asides import SetAsideInfo
from corpus.store.columns import distinct

OPEN, LINKED, OUTSIDE = "open", "linked", "outside"
ALL, ONE_BY_ONE = "all", "one_by_one"
CONTRADICTS = "contradicts"
_NONE = np.zeros(0, np.int64)
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class CodeRelation:
    """How a verbatim bears on a framework's code; `verdict` is empty while nobody has judged."""

    code: int
    mode: str
    verdict: str
    stance: str | None

    @property
    def waiting(self) -> bool:
        """Whether it counts for nothing until it is judged."""
        return self.mode == ONE_BY_ONE and not self.verdict


@dataclass(frozen=True, slots=True)
class WayCounts:
    """Counted verbatims of a framework's code; one that came in both ways counts once in `together`.

    Of these, `unread` were proposed, and nobody had them before their eyes since.
    """

    direct: int
    linked: int
    together: int
    unread: int = 0


@dataclass(frozen=True)
class LinkCell:
    """Where a descriptive code meets a framework's: its own `mode` of link, or one from above, and what it brings.

    `spans` are the numbers of all coded spans it brings; `counted` of them count, the others contradict; `heard` is
    from how many respondents those are that count.
    """

    mode: str | None
    inherited: bool
    spans: Ints
    counted: int
    heard: int
    waiting: int

    @property
    def contradicted(self) -> int:
        """How many coded segments contradict."""
        return len(self.spans) - self.counted


@dataclass(frozen=True)
class EvidenceSource:
    """One way by which evidence comes to a framework's code: a linked code, or None for direct codings."""

    code: int | None
    cell: LinkCell


class _Brought(NamedTuple):
    """What descriptive codes bring, by code: spans, how many count, and how many respondents are heard in those."""

    spans: dict[int, Ints]
    counted: dict[int, int]
    heard: dict[int, int]


@dataclass(frozen=True)
class Theory:
    """Codes, links and evidence of one moment; `framework` is the one looked at, None where the project has none."""

    moment: Moment
    framework: FrameworkInfo | None

    @property
    def frameworks(self) -> list[FrameworkInfo]:
        """The frameworks of the project."""
        return self.moment.frameworks

    @property
    def codes(self) -> Mapping[int, CodeInfo]:
        """All codes, in tree order."""
        return self.moment.codes

    @property
    def links(self) -> list[LinkInfo]:
        """All links."""
        return self.moment.links

    @property
    def net(self) -> Net:
        """What counts as evidence."""
        return self.moment.net

    @cached_property
    def outside(self) -> Mapping[int, SetAsideInfo]:
        """The codes said to be outside the framework shown, by key; a link outweighs that."""
        key = self.framework.framework if self.framework else None
        asides = self.moment.read.set_asides
        return {one.code: one for one in asides if one.framework is not None and one.framework == key}

    @cached_property
    def refused(self) -> Mapping[tuple[int, int], SetAsideInfo]:
        """The links refused, by descriptive code and framework's code."""
        return {(one.code, one.target): one for one in self.moment.read.set_asides if one.target is not None}

    def set_aside(self, code: int, capability: int | None) -> SetAsideInfo | None:
        """Give what says that a code is outside the framework shown, or else that it does not speak for one of it."""
        if not self.modes([code]) and code in self.outside:
            return self.outside[code]
        return self.refused.get((code, capability)) if capability is not None else None

    @cached_property
    def first(self) -> tuple[CodeInfo, ...]:
        """The descriptive codes in tree order; within sets, those of the sets, or all where these hold theory alone."""
        kept = tuple(code for code in shown.codes(self.moment).values() if code.cycle == 1)
        return kept or tuple(code for code in self.codes.values() if code.cycle == 1 and self.moment.scope.codes)

    @cached_property
    def capabilities(self) -> tuple[CodeInfo, ...]:
        """The codes of the framework shown, in tree order; within sets, those of the sets where there are any."""
        key, asked = self.framework.framework if self.framework else None, shown.codes(self.moment)
        every = tuple(code for code in self.codes.values() if code.cycle == 2 and code.framework == key)
        return tuple(code for code in every if code.key in asked) or every

    @cached_property
    def _own(self) -> dict[int, dict[int, LinkInfo]]:
        shown = {code.key for code in self.capabilities}
        found: dict[int, dict[int, LinkInfo]] = {}
        for link in self.links:
            if link.target in shown:
                found.setdefault(link.source, {})[link.target] = link
        return found

    def own_links(self, code: int) -> Mapping[int, LinkInfo]:
        """Give a descriptive code's own links into the framework shown, by target, in the order they were made."""
        return self._own.get(code, {})

    def above(self, code: int) -> list[int]:
        """Give a code and those above it, nearest first."""
        found: list[int] = []
        at: int | None = code
        while at is not None and at in self.codes:
            found.append(at)
            at = self.codes[at].parent
        return found

    @cached_property
    def _reached(self) -> dict[int, dict[int, str]]:
        """Code → the framework's codes that it reaches, itself or from above, with the wider mode."""
        found: dict[int, dict[int, str]] = {}
        for key, code in self.codes.items():  # those above come first
            modes = found.get(code.parent, {}) if code.parent is not None else {}
            if key in self._own:
                modes = dict(modes)
                for target, link in self._own[key].items():
                    if modes.get(target) != ALL:
                        modes[target] = link.mode
            if modes:
                found[key] = modes
        return found

    def modes(self, codes: Iterable[int]) -> dict[int, str]:
        """Give the framework's codes that these reach by links, their own and from above, with the wider mode."""
        found: dict[int, str] = {}
        for one in codes:
            for target, mode in self._reached.get(one, {}).items():
                if found.get(target) != ALL:
                    found[target] = mode
        return found if len(found) < 2 else {one.key: found[one.key] for one in self.capabilities if one.key in found}

    def group(self, code: int) -> str:
        """Say whether a descriptive code is `open`, `linked` (itself or from above) or `outside` the framework."""
        if code in self._reached:
            return LINKED
        return OUTSIDE if code in self.outside else OPEN

    @cached_property
    def groups(self) -> dict[int, str]:
        """The group that each descriptive code is in, see `group`."""
        reached, outside = self._reached, self.outside
        return {
            code.key: LINKED if code.key in reached else OUTSIDE if code.key in outside else OPEN for code in self.first
        }

    def counts(self, capability: int) -> WayCounts:
        """Count the evidence of a framework's code by the way it came."""
        direct, linked = (len(self.net.spans(capability, way)) for way in ("direct", "linked"))
        return WayCounts(direct, linked, len(self.net.spans(capability)), int(self._unread(capability).sum()))

    def unread(self, capability: int, cell: LinkCell) -> int:
        """Count what a cell brings to a framework's code that nobody had before their eyes since it was proposed."""
        return int(self._unread(capability)[cell.spans].sum()) if len(cell.spans) else 0

    def _unread(self, capability: int) -> Mask:
        """Return which spans count for a framework's code and were never read again: bool[spans]."""
        if capability not in self._unread_before:
            self._unread_before[capability] = mask = np.zeros(len(self.net.first), bool)
            mask[self.net.unread(capability)] = True
        return self._unread_before[capability]

    @cached_property
    def _unread_before(self) -> dict[int, Mask]:
        return {}

    def segments(self, code: int) -> int:
        """Count a descriptive code's coded segments, those of the codes under it included."""
        return self._counts.segments.get(code, 0)

    @cached_property
    def _counts(self) -> Counts:
        return counts(self.moment)

    def words(self, code: int) -> list[EvidenceItem]:
        """Give a code's coded segments in document order."""
        return self.net.evidence(code) if code in self.codes else []

    def bearings(self, item: EvidenceItem) -> tuple[CodeRelation, ...]:
        """Say how a verbatim bears on each code of the framework that links lead to."""
        found = []
        for target, mode in self.modes(item.codes).items():
            weighed = [one for key in item.codings if (one := self.net.judgements.get(target, {}).get(key))]
            verdicts = [one.verdict for one in weighed]
            verdict = next((said for said in ("in", "out", "undecided") if said in verdicts), "")
            found.append(CodeRelation(target, mode, verdict, next((one.stance for one in weighed if one.stance), None)))
        return tuple(found)

    def waiting(self, code: int, capability: int | None = None) -> int:
        """Count a code's verbatims that must be judged before they count for what it is linked to."""
        wanted = {to for to, mode in self.modes([code]).items() if mode == ONE_BY_ONE and capability in (None, to)}
        return len(set().union(*(self._unweighed(code, to) for to in wanted)))

    def awaited(self, capability: int, source: int | None = None) -> frozenset[int]:
        """Give the coded segments that links to a framework's code, or to one under it, bring once they are judged in.

        `source` keeps those of one descriptive code's link. They are numbers of spans, each once.
        """
        targets = [capability] if source is not None else self.net.subtree(capability)
        pairs = [
            (code, to)
            for code, own in self._own.items()
            for to in targets
            if source in (None, code) and to in own and own[to].mode == ONE_BY_ONE
        ]
        return frozenset().union(*(self._unweighed(*pair) for pair in pairs))

    def _unweighed(self, code: int, capability: int) -> set[int]:
        """Give the numbers of the spans of a code, sub-codes included, of which no coding counts or is judged."""
        judged = self.net.judgements.get(capability, {})
        without: set[int] = set()
        settled: set[int] = set()
        for one in self.net.subtree(code):
            single = self.modes([one]).get(capability) == ONE_BY_ONE
            for coding, span in self._codings.get(one, ()):
                (without if single and coding not in judged else settled).add(span)
        return without - settled

    @cached_property
    def _codings(self) -> dict[int, list[tuple[int, int]]]:
        """Code → its codings, each with the number of its span."""
        found: dict[int, list[tuple[int, int]]] = {}
        for (coding, code), span in zip(self.net.codings[:, [0, 2]].tolist(), self.net.span.tolist(), strict=True):
            found.setdefault(code, []).append((coding, span))
        return found

    @cached_property
    def _brought(self) -> dict[int, _Brought]:
        """Framework's code → what descriptive codes bring it by links, sub-codes included."""
        found = {}
        for capability in self.capabilities:
            rows, counting = self.net.linked(capability.key), self._counting(capability.key, "linked")
            codes, spans = self.net.raised(self.net.codings[rows, 2], self.net.span[rows])
            kept = counting[spans]
            keys, starts = np.unique(codes, return_index=True)
            each = dict(zip(keys.tolist(), np.split(spans, starts[1:]), strict=True)) if len(keys) else {}
            counted = dict(zip(*(half.tolist() for half in np.unique(codes[kept], return_counts=True)), strict=True))
            found[capability.key] = _Brought(each, counted, self._heard_by(codes[kept], spans[kept]))
        return found

    def _counting(self, code: int, ways: Ways) -> Mask:
        """Return which spans count as evidence for a code: bool[spans]."""
        mask = np.zeros(len(self.net.first), bool)
        mask[self.net.spans(code, ways)] = True
        return mask

    def cell(self, code: int, capability: int) -> LinkCell:
        """Say how a descriptive code speaks for a framework's code."""
        own = self.own_links(code).get(capability)
        mode = own.mode if own else self._reached.get(code, {}).get(capability)
        brought = self._brought[capability]
        waiting = self.waiting(code, capability) if mode == ONE_BY_ONE else 0
        spans, counted = brought.spans.get(code, _NONE), brought.counted.get(code, 0)
        return LinkCell(mode, own is None and mode is not None, spans, counted, brought.heard.get(code, 0), waiting)

    def direct(self, capability: int) -> LinkCell:
        """Say what is coded with a framework's code, or with one under it, directly."""
        counted = self.net.spans(capability, "direct")
        spans = self.net.every_span(capability, "direct")
        return LinkCell(None, False, spans, len(counted), self.respondents(counted), 0)

    def items(self, capability: int, spans: Ints | None = None, ways: Ways = "both") -> list[EvidenceItem]:
        """Give the evidence for a framework's code, all of it or that on these spans, in document order."""
        found = self.net.evidence(capability, ways)
        if spans is None:
            return found
        wanted, numbers = set(spans.tolist()), self.moment.span_numbers
        return [item for item in found if numbers[item.codings[0]] in wanted]

    def sources(self, capability: int) -> list[EvidenceSource]:
        """Give the ways by which evidence comes to a framework's code: direct codings, then each linked code."""
        direct = self.direct(capability)
        found = [EvidenceSource(None, direct)] if len(direct.spans) else []
        return found + [
            EvidenceSource(code.key, self.cell(code.key, capability))
            for code in self.first
            if capability in self.own_links(code.key)
        ]

    def crossed(self, capability: int) -> dict[int, Ints]:
        """Give the coded spans that codes of other frameworks bring through crosswalks, beside a code's own."""
        own = self.net.every_span(capability)
        met = {other: self.net.spans(other) for one in self.net.subtree(capability) for other in self.net.met(one)}
        return {other: beside for other, spans in met.items() if len(beside := np.setdiff1d(spans, own))}

    # who is heard

    @cached_property
    def _heard(self) -> tuple[Ints, Ints]:
        """Return who is heard in each span, (who,) ordered by span, and (spans + 1,) where each begins."""
        who, spans = by_respondents(self.moment).by_item
        return who, np.searchsorted(spans, np.arange(len(self.net.first) + 1))

    def _who(self, spans: Ints) -> Pairs:
        """Return (place in `spans`, who is heard there) pairs."""
        who, begins = self._heard
        places, at = spread(np.arange(len(spans)), np.stack([begins[spans], begins[spans + 1]], axis=1))
        return places, who[at]

    def respondents(self, spans: Ints) -> int:
        """Count who is heard in coded spans: participants, else speakers who are tied to none, else documents."""
        return len(np.unique(self._who(spans)[1]))

    def _heard_by(self, codes: Ints, spans: Ints) -> dict[int, int]:
        """Count who is heard by code, of (code, span) pairs."""
        places, who = self._who(spans)
        if not len(who):
            return {}
        width = int(who.max()) + 1
        keys, sizes = np.unique(distinct(np.sort(codes[places] * width + who)) // width, return_counts=True)
        return dict(zip(keys.tolist(), sizes.tolist(), strict=True))

    @cached_property
    def _voices(self) -> dict[int, int]:
        """Code → how many respondents are heard in its coded segments, sub-codes included."""
        return self._heard_by(*self.net.raised(self.net.codings[:, 2], self.net.span))

    def voices(self, code: int) -> int:
        """Count the respondents who are heard in a code's coded segments, sub-codes included."""
        return self._voices.get(code, 0)

    def one_voice(self, code: int) -> bool:
        """Say whether a descriptive code, sub-codes included, rests on one respondent alone."""
        return self._voices.get(code, 0) == 1

    @cached_property
    def _against(self) -> dict[int, frozenset[int]]:
        """Framework's code → the codings that contradict it."""
        said = {
            target: frozenset(key for key, one in judged.items() if one.stance == CONTRADICTS and one.verdict != "out")
            for target, judged in self.net.judgements.items()
        }
        return {target: keys for target, keys in said.items() if keys}

    def contradicted(self, code: int) -> int:
        """Count a descriptive code's verbatims, sub-codes included, that contradict a code of the framework."""
        against: set[int] = set()
        if not self._against:
            return 0
        for target in self._against.keys() & self.modes(self.net.subtree(code)).keys():
            said = self._against[target]
            against.update(span for coding, span in self._under(code) if coding in said)
        return len(against)

    def _under(self, code: int) -> list[tuple[int, int]]:
        """Give the codings of a code and of all below it, each with the number of its span."""
        return [pair for one in self.net.subtree(code) for pair in self._codings.get(one, ())]


def weigh(moment: Moment, shown: str | None = None) -> Theory:
    """Weigh a moment against the framework of that key, or the first."""
    there = moment.frameworks
    framework = next((one for one in there if one.framework == shown), there[0] if there else None)
    return Theory(moment, framework)


class CodingPair(NamedTuple):
    """A coding and a framework's code it can be weighed against; `direct` where it carries that code."""

    coding: int
    code: int
    direct: bool


def pairs(moment: Moment, codings: Iterable[int], chosen: Iterable[int] = ()) -> list[CodingPair]:
    """Give what codings can be weighed against: within the framework codes `chosen`, or wherever theory is."""
    net = moment.net
    theory = {key for key, code in moment.codes.items() if code.framework is not None}
    within = [key for key in chosen if key in theory]
    wanted = {below for key in within for below in net.subtree(key)} if within else theory
    targets: dict[int, list[int]] = {}
    for target, sources in net.links.items():
        for way in sources:
            targets.setdefault(way.source, []).append(target)
    found: dict[tuple[int, int], CodingPair] = {}
    for coding in codings:
        at: int | None = moment.code_of.get(coding)
        while at is not None:
            if at in wanted:
                found[coding, at] = CodingPair(coding, at, True)
            for target in targets.get(at, ()):
                if target in wanted:
                    found.setdefault((coding, target), CodingPair(coding, target, False))
            at = net.parents.get(at)
    return list(found.values())

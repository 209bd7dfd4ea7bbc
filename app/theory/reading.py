"""One reading of a project for the Theory page: what is linked, what counts, and what still waits to be weighed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.evidence import Item, Net
    from coding.frameworks import FrameworkInfo
    from coding.links import LinkInfo
    from coding.set_asides import SetAsideInfo
    from coding.verbatims import Context
    from corpus.project import Project

OPEN, LINKED, OUTSIDE = "open", "linked", "outside"
ALL, ONE_BY_ONE = "all", "one_by_one"
CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Bearing:
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
class Counts:
    """Counted verbatims of a framework's code; one that came in both ways counts once in `together`."""

    direct: int
    linked: int
    together: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a descriptive code meets a framework's: its own `mode` of link, or one from above, and what it brings."""

    mode: str | None
    inherited: bool
    items: tuple[Item, ...]
    waiting: int

    @property
    def counted(self) -> int:
        """How many verbatims count."""
        return sum(item.counted for item in self.items)

    @property
    def contradicted(self) -> int:
        """How many verbatims contradict."""
        return len(self.items) - self.counted


@dataclass(frozen=True, slots=True)
class Source:
    """One way by which evidence comes to a framework's code: a linked code, or None for direct codings."""

    code: int | None
    cell: Cell


@dataclass(frozen=True)
class Reading:
    """Codes, links and evidence of one moment; `framework` is the one shown, None where the project has none."""

    frameworks: tuple[FrameworkInfo, ...]
    framework: FrameworkInfo | None
    codes: Mapping[int, CodeInfo]
    links: tuple[LinkInfo, ...]
    set_asides: tuple[SetAsideInfo, ...]
    net: Net
    context: Context
    speakers: Mapping[tuple[int, str], str]

    @cached_property
    def first(self) -> tuple[CodeInfo, ...]:
        """The descriptive codes in tree order."""
        return tuple(code for code in self.codes.values() if code.cycle == 1)

    @cached_property
    def capabilities(self) -> tuple[CodeInfo, ...]:
        """The codes of the framework shown, in tree order."""
        shown = self.framework.framework if self.framework else None
        return tuple(code for code in self.codes.values() if code.cycle == 2 and code.framework == shown)

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

    @cached_property
    def outside(self) -> Mapping[int, SetAsideInfo]:
        """The codes said to be outside the framework shown, by key; a link outweighs that."""
        shown = self.framework.framework if self.framework else None
        return {one.code: one for one in self.set_asides if one.framework is not None and one.framework == shown}

    @cached_property
    def refused(self) -> Mapping[tuple[int, int], SetAsideInfo]:
        """The links refused, by descriptive code and framework's code."""
        return {(one.code, one.target): one for one in self.set_asides if one.target is not None}

    def set_aside(self, code: int, capability: int | None) -> SetAsideInfo | None:
        """Give what says that a code is outside the framework shown, or else that it does not speak for one of it."""
        if not self.modes([code]) and code in self.outside:
            return self.outside[code]
        return self.refused.get((code, capability)) if capability is not None else None

    def above(self, code: int) -> list[int]:
        """Give a code and those above it, nearest first."""
        found: list[int] = []
        at: int | None = code
        while at is not None and at in self.codes:
            found.append(at)
            at = self.codes[at].parent
        return found

    def modes(self, codes: Iterable[int]) -> dict[int, str]:
        """Give the framework's codes that these reach by links, their own and from above, with the wider mode."""
        found: dict[int, str] = {}
        for one in dict.fromkeys(above for code in codes for above in self.above(code)):
            for target, link in self.own_links(one).items():
                if found.get(target) != ALL:
                    found[target] = link.mode
        return {code.key: found[code.key] for code in self.capabilities if code.key in found}

    def group(self, code: int) -> str:
        """Say whether a descriptive code is `open`, `linked` (itself or from above) or `outside` the framework."""
        if self.modes([code]):
            return LINKED
        return OUTSIDE if code in self.outside else OPEN

    def counts(self, capability: int) -> Counts:
        """Count the evidence of a framework's code by the way it came."""
        direct, linked = (len(self.net.spans(capability, way)) for way in ("direct", "linked"))
        return Counts(direct, linked, len(self.net.spans(capability)))

    def words(self, code: int) -> list[Item]:
        """Give a code's verbatims in document order."""
        return self.net.evidence(code) if code in self.codes else []

    def bearings(self, item: Item) -> tuple[Bearing, ...]:
        """Say how a verbatim bears on each code of the framework that links lead to."""
        found = []
        for target, mode in self.modes(item.codes).items():
            weighed = [one for key in item.codings if (one := self.net.judgements.get(target, {}).get(key))]
            verdicts = [one.verdict for one in weighed]
            verdict = next((said for said in ("in", "out", "undecided") if said in verdicts), "")
            found.append(Bearing(target, mode, verdict, next((one.stance for one in weighed if one.stance), None)))
        return tuple(found)

    def waiting(self, code: int, capability: int | None = None) -> int:
        """Count a code's verbatims that must be judged before they count for what it is linked to."""
        wanted = {to for to, mode in self.modes([code]).items() if mode == ONE_BY_ONE and capability in (None, to)}
        return len(set().union(*(self._unweighed(code, to) for to in wanted)))

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
    def _brought(self) -> dict[tuple[int, int], list[Item]]:
        """(Descriptive code, framework's code) → the evidence that comes that way, sub-codes included."""
        found: dict[tuple[int, int], list[Item]] = {}
        for capability in self.capabilities:
            for item in self.net.evidence(capability.key, "linked"):
                for code in {above for own in item.codes for above in self.above(own)}:
                    found.setdefault((code, capability.key), []).append(item)
        return found

    def cell(self, code: int, capability: int) -> Cell:
        """Say how a descriptive code speaks for a framework's code."""
        own = self.own_links(code).get(capability)
        mode = own.mode if own else self.modes([code]).get(capability)
        items = tuple(self._brought.get((code, capability), ()))
        waiting = self.waiting(code, capability) if mode == ONE_BY_ONE else 0
        return Cell(mode, own is None and mode is not None, items, waiting)

    def sources(self, capability: int) -> list[Source]:
        """Give the ways by which evidence comes to a framework's code: direct codings, then each linked code."""
        direct = tuple(self.net.evidence(capability, "direct"))
        found = [Source(None, Cell(None, False, direct, 0))] if direct else []
        return found + [
            Source(code.key, self.cell(code.key, capability))
            for code in self.first
            if capability in self.own_links(code.key)
        ]

    def respondents(self, items: Iterable[Item]) -> frozenset[str]:
        """Give who is heard in these verbatims: participants, else speakers of their documents."""
        return frozenset(self._respondent(item.document, item.start, item.end) for item in items)

    def _respondent(self, document: int, start: int, end: int) -> str:
        info = self.context.documents[document]
        if len(info.participants) == 1:
            return info.participants[0]
        passage = self.context.passage_at(document, start, end)
        label = passage.speaker if passage else ""
        return self.speakers.get((document, label)) or f"{info.name} {label}".strip()

    def one_voice(self, code: int) -> bool:
        """Say whether a descriptive code, sub-codes included, rests on one respondent alone."""
        rows = (self.net.first[span] for _, span in self._under(code))
        first = ""
        for _, document, _, start, end, _ in (self.net.codings[row].tolist() for row in rows):
            other = self._respondent(document, start, end)
            if first and other != first:
                return False
            first = other
        return bool(first)

    def contradicted(self, code: int) -> int:
        """Count a descriptive code's verbatims, sub-codes included, that contradict a code of the framework."""
        against: set[int] = set()
        for target in self.modes(self.net.subtree(code)):
            judged = self.net.judgements.get(target, {})
            said = {key for key, one in judged.items() if one.stance == CONTRADICTS and one.verdict != "out"}
            against.update(span for coding, span in self._under(code) if coding in said)
        return len(against)

    def _under(self, code: int) -> list[tuple[int, int]]:
        """Give the codings of a code and of all below it, each with the number of its span."""
        return [pair for one in self.net.subtree(code) for pair in self._codings.get(one, ())]


def read(project: Project, shown: str | None = None, before: Reading | None = None, *, texts: bool = True) -> Reading:
    """Read a project; `shown` is the key of a framework.

    Of the reading `before`, documents and passages are taken over unless `texts` says that they are others now.
    """
    from coding import codebook, evidence, frameworks, links, set_asides
    from coding.verbatims import Context
    from corpus import documents

    there = tuple(frameworks.listed(project))
    framework = next((one for one in there if one.framework == shown), there[0] if there else None)
    if before is None or texts:
        context = Context.of(project)
        spoken = documents.speakers(project)
        speakers = {(one.document, one.label): one.participant for one in spoken if one.participant}
    else:
        context, speakers = before.context, dict(before.speakers)
    return Reading(
        there, framework, {code.key: code for code in codebook.listed(project)}, tuple(links.listed(project)),
        tuple(set_asides.listed(project)), evidence.net(project), context, speakers,
    )  # fmt: skip

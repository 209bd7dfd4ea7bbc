"""Evidence: which words speak for a code, and by which way they came in. Computed, never stored.

Evidence for a theoretical code T is the direct codings of T and of its sub-codes, and the codings of the codes
linked to T (with their sub-codes), less those judged out for T. A link that is `one_by_one` brings a coding only
once it is judged in. Direct codings are never subtracted. The same span by the same coder counts once, whatever the
number of ways in. Contradicting evidence is listed and not counted.

A layer is one coder's codings weighed by that coder's judgements alone; links belong to the study. Over the whole study
everybody's codings count, and where coders judged a coding differently the latest judgement does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.codebook import CodeInfo
from coding.links import LinkInfo
from coding.moment.last_seen import Seen, milliseconds
from coding.moment.rows import UNWEIGHED, Codings, Decisions, Ints, Weighed
from corpus.model import Coder
from corpus.store import columns

Ways = Literal["both", "direct", "linked", "crossed"]
"""By which way evidence comes in; `crossed` is both, and through crosswalks what speaks for codes that are met."""
Mask = NDArray[np.bool_]
_NO_ROWS = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One span by one coder; `codes` are those by which it came in, `counted` is false where it contradicts.

    It is `unread` where it was proposed, by a link or on its own, and nobody had it before their eyes since, and
    `crossed` where it is evidence for a code of another framework that a crosswalk leads to.
    """

    document: int
    start: int
    end: int
    coder: str
    codings: tuple[int, ...]
    codes: tuple[int, ...]
    direct: bool
    linked: bool
    stance: str | None = None
    counted: bool = True
    whole: bool = False
    unread: bool = False
    crossed: bool = False


class Way(NamedTuple):
    """How a link brings evidence: from which code, in which mode, and since when, see `last_seen.milliseconds`."""

    source: int
    mode: str
    since: int


def above(parents: Mapping[int, int | None]) -> Ints:
    """Return the code above each, by key; 0 for none."""
    found = np.zeros(max(parents, default=0) + 1, np.int64)
    found[list(parents)] = [parent or 0 for parent in parents.values()]
    return found


def raised(parents: Ints, codes: Ints, units: Ints) -> tuple[Ints, Ints]:
    """Return (code, unit) pairs with those of each code above, see `above`: every pair once, by code and unit."""
    found = []
    while len(codes):
        found.append((codes, units))
        codes = parents[codes]
        kept = codes > 0
        codes, units = codes[kept], units[kept]
    if not found:
        return _NO_ROWS, _NO_ROWS
    keys, values = (np.concatenate([pair[n] for pair in found]) for n in (0, 1))
    width = int(values.max()) + 1
    pairs = columns.distinct(np.sort(keys * width + values))
    return pairs // width, pairs % width


def coders(session: Session) -> dict[int, str]:
    """Return the coders' names by key."""
    return {row.id: row.name for row in session.execute(select(Coder.id, Coder.name))}


@dataclass(frozen=True)
class Coded:
    """The codings of a layer, in document order, and the spans that they are on.

    `codings` is (n, 6) int64: key, document, code, start, end, coder; `whole` (n,) marks codings of a whole document,
    `origins` (n,) where each came from (see `ORIGINS`), `made` (n,) when, in milliseconds. Rows with the same document,
    span and coder are one span.
    """

    codings: Ints
    whole: NDArray[np.bool_]
    origins: Ints
    made: Ints

    @classmethod
    def of(cls, codings: Codings, coders: frozenset[int] | None) -> Self:
        """Return the codings of all coders, or of these."""
        table = codings.table if coders is None else codings.table[np.isin(codings.table[:, 5], list(coders))]
        return cls(table[:, :6], table[:, 6] == 1, table[:, 7], table[:, 8])

    def only(self, kept: Ints | NDArray[np.bool_]) -> Coded:
        """Return some of these codings: those of a mask, or rows in their order."""
        return Coded(self.codings[kept], self.whole[kept], self.origins[kept], self.made[kept])

    @property
    def span(self) -> Ints:
        """The number of each coding's span: (n,)."""
        return self._spans[0]

    @property
    def first(self) -> Ints:
        """The row in which each span begins."""
        return self._spans[1]

    @cached_property
    def _spans(self) -> tuple[Ints, Ints]:
        place = self.codings[:, [1, 3, 4, 5]]
        new = np.ones(len(place), bool)
        new[1:] = (place[1:] != place[:-1]).any(axis=1)
        return np.cumsum(new) - 1, np.flatnonzero(new)

    @cached_property
    def places(self) -> Ints:
        """Document, start and end of each span: (spans, 3)."""
        return self.codings[self.first][:, [1, 3, 4]]

    def rows(self, code: int) -> Ints:
        """Return the rows of the codings of a code, ascending."""
        order, ends = self._by_code
        return order[ends[code - 1] : ends[code]] if 0 < code < len(ends) else _NO_ROWS

    @cached_property
    def _by_code(self) -> tuple[Ints, Ints]:
        """All rows by code, and how many there are up to each code, by key."""
        codes = self.codings[:, 2]
        short = codes.astype(np.uint16) if codes.max(initial=0) < 1 << 16 else codes  # NumPy sorts these in a tenth
        return np.argsort(short, kind="stable"), np.cumsum(np.bincount(codes, minlength=1))


@dataclass
class Net:
    """Codes, links, judgements and codings of one moment of a project, read once for many questions.

    `reread` leaves out what links propose and nobody had before their eyes since.
    """

    parents: dict[int, int | None]
    coded: Coded
    coders: dict[int, str]
    links: dict[int, list[Way]]
    judgements: dict[int, dict[int, Weighed]]
    seen: Seen
    reread: bool = False
    crosswalks: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def codings(self) -> Ints:
        """The codings, see `Coded`."""
        return self.coded.codings

    @property
    def span(self) -> Ints:
        """The number of each coding's span."""
        return self.coded.span

    @property
    def first(self) -> Ints:
        """The row in which each span begins."""
        return self.coded.first

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        children: dict[int, list[int]] = {}
        for code, parent in self.parents.items():
            if parent is not None:
                children.setdefault(parent, []).append(code)
        return children

    def subtree(self, code: int) -> list[int]:
        """Return `code` and all below it."""
        found = [code]
        for one in found:
            found.extend(self._children.get(one, ()))
        return found

    def _under(self, code: int) -> Ints:
        """Return the rows of the codings of `code` and all below it."""
        return np.concatenate([self.coded.rows(one) for one in self.subtree(code)])

    @cached_property
    def _brought(self) -> dict[int, tuple[Ints, Mask]]:
        """Code → what `_bring` returned for it before."""
        return {}

    def carry(self, before: Net) -> None:
        """Take over what links brought to codes of which nothing was written since another net."""
        unlike = (self.coded is not before.coded, self.seen is not before.seen, self.reread != before.reread)
        if self.parents != before.parents:
            return
        vars(self).update({name: made for name, made in vars(before).items() if name in ("_children", "_above")})
        if any(unlike):
            return
        for code, brought in before._brought.items():
            if all(
                one.get(code) == other.get(code)
                for one, other in (
                    (self.links, before.links),
                    (self.judgements, before.judgements),
                )
            ):
                self._brought[code] = brought

    def _linked(self, code: int) -> tuple[Ints, Mask]:
        """Return the rows that links bring to `code` itself, judged out ones left out, and which of them were read."""
        if code not in self._brought:
            self._brought[code] = self._bring(code)
        return self._brought[code]

    def _bring(self, code: int) -> tuple[Ints, Mask]:
        weighed = self.judgements.get(code, {})
        out = [key for key, one in weighed.items() if one.verdict == "out"]
        judged_in = [key for key, one in weighed.items() if one.verdict == "in"]
        found, seen = [_NO_ROWS], [np.zeros(0, bool)]
        for source, mode, since in self.links.get(code, ()):
            rows = self._under(source)
            if mode == "one_by_one":
                rows = rows[np.isin(self.codings[rows, 0], judged_in)]
            found.append(rows[~np.isin(self.codings[rows, 0], out)] if out else rows)
            seen.append(self.seen.at[found[-1]] >= since)  # opened within the same thousandth: afterwards
        rows, read = np.concatenate(found), np.concatenate(seen)
        if weighed:  # who decides on a coding reads it
            read |= np.isin(self.codings[rows, 0], list(weighed))
        read &= ~self.seen.fresh[rows]
        return (rows[read], read[read]) if self.reread else (rows, read)

    def brought(self, source: int, target: int) -> Ints:
        """Return the numbers of the spans that count for `target` itself by its link from `source`."""
        rows = self._for(target, self._linked(target)[0])
        return columns.distinct(np.sort(self.span[np.intersect1d(rows, self._under(source))]))

    def _for(self, code: int, rows: Ints) -> Ints:
        """Return `rows` without those that contradict `code`."""
        against = [key for key, one in self.judgements.get(code, {}).items() if one.stance == "contradicts"]
        return rows[~np.isin(self.codings[rows, 0], against)] if against else rows

    def _ways(self, code: int, ways: Ways) -> list[tuple[int, Ints, Ints]]:
        """Return (code, direct rows, linked rows) for `code` and each below it."""
        return [
            (
                one,
                self.coded.rows(one) if ways != "linked" else _NO_ROWS,
                self._linked(one)[0] if ways != "direct" else _NO_ROWS,
            )
            for one in self.subtree(code)
        ]

    def met(self, code: int) -> tuple[int, ...]:
        """Return the codes of other frameworks that a crosswalk says this one meets."""
        return self.crosswalks.get(code, ())

    def crossed(self, code: int) -> Ints:
        """Return the rows that count for codes of other frameworks that `code`, or one below, meets by a crosswalk."""
        met = dict.fromkeys(other for one in self.subtree(code) for other in self.met(one))
        return np.concatenate([_NO_ROWS, *(self.rows(other) for other in met)])

    def linked(self, code: int) -> Ints:
        """Return the rows that links bring to `code` and to each below it, contradicting ones included."""
        return np.concatenate([rows for _, _, rows in self._ways(code, "linked")])

    def every_span(self, code: int, ways: Ways = "both") -> Ints:
        """Return the numbers of the spans of all evidence for `code`, contradicting ones included, each once."""
        rows = [rows for _, *both in self._ways(code, ways) for rows in both]
        rows += [self.crossed(code)] if ways == "crossed" else []
        return columns.distinct(np.sort(self.span[np.concatenate(rows)]))

    @cached_property
    def _above(self) -> Ints:
        return above(self.parents)

    def raised(self, codes: Ints, units: Ints) -> tuple[Ints, Ints]:
        """Return the (code, unit) pairs, with those of each code above, every pair once, by code and unit."""
        return raised(self._above, codes, units)

    def spans(self, code: int, ways: Ways = "both") -> Ints:
        """Return the numbers of the spans that count as evidence for `code`, each once, in document order."""
        return columns.distinct(np.sort(self.span[self.rows(code, ways)]))

    def bearing(self, codes: Iterable[int]) -> Ints:
        """Return the rows of all evidence, for or against, for any of these codes, each once, in document order."""
        known = [code for code in codes if code in self.parents]
        brought = [rows for code in known for _, *both in self._ways(code, "both") for rows in both]
        return columns.distinct(np.sort(np.concatenate([_NO_ROWS, *brought])))

    def unread(self, code: int, ways: Ways = "both") -> Ints:
        """Return the numbers of the spans that count as evidence, and that nobody read since they were proposed."""
        read = [self._for(one, rows) for one in self.subtree(code) for rows in self._read(one, ways)]
        read += [self.crossed(code)] if ways == "crossed" else []
        mask = np.zeros(len(self.first), bool)  # no sorting: it is asked of every code that is shown
        mask[self.span[self.rows(code, ways)]] = True
        mask[self.span[np.concatenate(read)]] = False
        return np.flatnonzero(mask)

    def _read(self, code: int, ways: Ways) -> list[Ints]:
        """Return the rows of `code` itself that were read since they were proposed, direct ones and linked."""
        straight, (rows, read) = self.coded.rows(code), self._linked(code)
        direct = straight[~self.seen.fresh[straight]] if ways != "linked" else _NO_ROWS
        return [direct, rows[read] if ways != "direct" else _NO_ROWS]

    def rows(self, code: int, ways: Ways = "both") -> Ints:
        """Return the rows of the codings that count as evidence for `code`, in any order, some more than once."""
        found = [self._for(one, np.concatenate(rows)) for one, *rows in self._ways(code, ways)]
        return np.concatenate([*found, self.crossed(code)] if ways == "crossed" else found)

    def evidence(self, code: int, ways: Ways = "both") -> list[EvidenceItem]:
        """Return the evidence for `code` in document order, contradicting spans included and marked."""
        direct: set[int] = set()
        linked: set[int] = set()
        counted: set[int] = set()
        read: set[int] = set()
        stances: dict[int, str] = {}
        for one, straight, by_link in self._ways(code, ways):
            direct.update(straight.tolist())
            linked.update(by_link.tolist())
            counted.update(self._for(one, np.concatenate([straight, by_link])).tolist())
            read.update(*(rows.tolist() for rows in self._read(one, ways)))
            weighed = self.judgements.get(one, {})
            for row in (*straight.tolist(), *by_link.tolist()) if weighed else ():
                stance = weighed.get(int(self.codings[row, 0]), UNWEIGHED).stance
                if stance and stance != "contradicts":
                    stances[row] = stance
        crossed = set(self.crossed(code).tolist()) - direct - linked if ways == "crossed" else set[int]()
        counted |= crossed
        together: dict[int, list[int]] = {}
        every = sorted(direct | linked | crossed)
        for row, span in zip(every, self.span[every].tolist(), strict=True):
            together.setdefault(span, []).append(row)
        return [self._item(rows, direct, linked, counted, stances, read) for rows in together.values()]

    def _item(
        self,
        rows: list[int],
        direct: set[int],
        linked: set[int],
        counted: set[int],
        stances: dict[int, str],
        read: set[int],
    ) -> EvidenceItem:
        key, document, code, start, end, coder = self.codings[rows[0]].tolist()
        keys, codes = (key,), (code,)
        if len(rows) > 1:
            keys = tuple(sorted(self.codings[rows, 0].tolist()))
            codes = tuple(sorted(set(self.codings[rows, 2].tolist())))
        counts, straight, by_link = (not one.isdisjoint(rows) for one in (counted, direct, linked))
        return EvidenceItem(
            document,
            start,
            end,
            self.coders[coder],
            keys,
            codes,
            direct=straight,
            linked=by_link,
            stance=next((stances[row] for row in rows if row in stances), None) if counts else "contradicts",
            counted=counts,
            whole=any(self.coded.whole[rows].tolist()),
            unread=counts and read.isdisjoint(rows) and (straight or by_link),
            crossed=not straight and not by_link,
        )

    def every(self, spans: Iterable[int]) -> list[EvidenceItem]:
        """Return coded spans by number, whatever their codes."""
        ends = [*self.first.tolist(), len(self.codings)]
        found = []
        for n in spans:
            rows = list(range(ends[n], ends[n + 1]))
            read = {row for row in rows if not self.seen.fresh[row]}
            found.append(self._item(rows, set(rows), set(), set(rows), {}, read))
        return found


Layer = str | tuple[str, ...] | None
"""Whose codings and decisions are taken: one coder's, several coders', or all."""


def layer_of(coders: Mapping[int, str], names: Layer) -> frozenset[int] | None:
    """Return the keys of the coders of that name, or of these names; None where all coders are meant."""
    wanted = (names,) if isinstance(names, str) else names
    return None if wanted is None else frozenset(key for key, known in coders.items() if known in wanted)


def net(
    codes: Mapping[int, CodeInfo],
    links: Iterable[LinkInfo],
    decisions: Decisions,
    coded: Coded,
    coders: dict[int, str],
    *,
    seen: Seen,
    layer: Layer = None,
    reread: bool = False,
    crosswalks: Iterable[LinkInfo] = (),
) -> Net:
    """Return the net of what was read; `layer` keeps the judgements of one coder, as `coded` does the codings."""
    ways: dict[int, list[Way]] = {}
    for link in links:
        ways.setdefault(link.target, []).append(Way(link.source, link.mode, milliseconds(link.created_at)))
    parents = {key: code.parent for key, code in codes.items()}
    return Net(parents, coded, coders, ways, decisions.weighed(layer_of(coders, layer)), seen, reread, _met(crosswalks))


def _met(crosswalks: Iterable[LinkInfo]) -> dict[int, tuple[int, ...]]:
    """Return which codes of other frameworks each code meets: a crosswalk says so of both its ends."""
    found: dict[int, tuple[int, ...]] = {}
    for one in crosswalks:
        for code, other in ((one.source, one.target), (one.target, one.source)):
            found[code] = tuple(dict.fromkeys((*found.get(code, ()), other)))
    return found

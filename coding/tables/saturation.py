"""Code saturation: descriptive codes that were new in each document, in the order of collection.

The ratio is that of Guest, Namey and Chen (2020, PLoS ONE 15(5): e0232076): new codes in a run of documents over the
codes of a base, which stays the same; runs go on by one document. It tells when codes stopped coming in this corpus
and in this order, and no more. Other orders are only there to show how much hangs on this one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from sqlalchemy import select

from coding.moment import shown
from coding.moment.dimensions import attribute
from coding.moment.last_seen import milliseconds
from coding.moment.moment import Moment
from corpus.errors import MatrixError
from corpus.model import Assignment, Reading
from corpus.people.known import AttributeInfo


@dataclass(frozen=True, slots=True)
class SaturationRule:
    """So many documents are the base and a run; saturation is where a run adds at most `threshold` of the base."""

    base: int = 4
    run: int = 2
    threshold: float = 0.05

    def checked(self) -> SaturationRule:
        """Return the rule; raises `MatrixError` where it says nothing."""
        if self.base < 1 or self.run < 1 or not 0 <= self.threshold < 1:
            raise MatrixError("Base and run are one document or more, and the threshold lies from 0 to under 100 %.")
        return self


@dataclass(frozen=True)
class Series:
    """New codes of each document, in order: all of them, or those of a stratum or of a linked concept by name.

    `found` says in how many of the documents each of the codes is. `stratum` and `concept` are keys, None for all.
    """

    name: str
    documents: tuple[int, ...]
    new: tuple[tuple[int, ...], ...]
    found: Mapping[int, int]
    rule: SaturationRule
    stratum: str | None = None
    concept: int | None = None

    @property
    def counts(self) -> list[int]:
        """How many codes are new in each document."""
        return [len(codes) for codes in self.new]

    @property
    def cumulative(self) -> list[int]:
        """How many codes there are after each document."""
        return [int(n) for n in np.cumsum(self.counts)]

    @property
    def base(self) -> int:
        """How many codes the base gave."""
        return sum(self.counts[: self.rule.base])

    @property
    def ratios(self) -> list[float | None]:
        """The ratio of the run that begins with each document; None within the base and where no run is left."""
        return ratios(self.counts, self.rule)

    @property
    def reached(self) -> int | None:
        """After how many documents a run added no more than the threshold; None where none did."""
        return next((n for n, one in enumerate(self.ratios) if one is not None and one <= self.rule.threshold), None)

    @property
    def written(self) -> str:
        """Where saturation was reached, as `6⁺²`; empty where it was not."""
        return f"{self.reached}⁺{str(self.rule.run).translate(_RAISED)}" if self.reached is not None else ""

    @property
    def expected(self) -> list[float]:
        """How many codes so many documents give, on average over all orders."""
        return accumulation(len(self.documents), self.found.values())


USUAL = SaturationRule()
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Saturation:
    """The whole series, and those of strata and concepts; `days` of the documents where they are known.

    `unread` counts for each document the codes that came later and were not sought there since; `uncoded` are the
    documents that nobody coded or declared read, which say nothing.
    """

    whole: Series
    parts: tuple[Series, ...]
    days: Mapping[int, str]
    unread: Mapping[int, tuple[int, ...]]
    uncoded: tuple[int, ...]

    @property
    def order(self) -> str:
        """By what documents are ordered: dates, some dates, or the documents' own order."""
        dated = sum(one in self.days for one in self.whole.documents)
        return "documents" if not dated else "dates" if dated == len(self.whole.documents) else "some dates"


def ratios(counts: Sequence[int], rule: SaturationRule) -> list[float | None]:
    """Return for each place the ratio of the run that begins there."""
    base = sum(counts[: rule.base])
    last = len(counts) - rule.run
    return [
        sum(counts[n : n + rule.run]) / base if base and rule.base <= n <= last else None for n in range(len(counts))
    ]


def accumulation(documents: int, found: Iterable[int]) -> list[float]:
    """Return how many codes 1, 2, … documents give on average over all orders; Mao's τ, exactly.

    `found` says in how many documents each code is.
    """
    incidences = list(found)
    return [
        sum(1 - comb(documents - n, size) / comb(documents, size) for n in incidences)
        for size in range(1, documents + 1)
    ]


def saturation(
    moment: Moment, rule: SaturationRule = USUAL, *, by: str | None = None, concepts: str | None = None
) -> Saturation:
    """Return the series of a view; by the values of the attribute `by`, and by the concepts of a framework, too."""
    rule.checked()
    days = collected(moment)
    within = _within(moment)
    worked = _worked(moment, within)
    order = [info.key for info in shown.documents(moment) if info.key in worked]
    order.sort(key=lambda key: (key not in days, days.get(key, "")))  # stable: else the documents' own order
    codes = [key for key, code in shown.codes(moment).items() if code.framework is None]
    whole = _series("", order, codes, within, rule)
    parts = [*_strata(moment, order, codes, within, rule, by), *_concepts(moment, order, codes, within, rule, concepts)]
    left = tuple(info.key for info in shown.documents(moment) if info.key not in worked)
    return Saturation(whole, tuple(parts), days, _unread(moment, whole, within), left)


def collected(moment: Moment) -> dict[int, str]:
    """Return when documents were collected, where that is known."""
    dates = [one.key for one in moment.known.attributes if _is_date(one)]
    return {
        value.document: value.value
        for value in moment.known.values
        if value.attribute in dates[:1] and value.document is not None and value.value.strip()
    }


def _is_date(info: AttributeInfo) -> bool:
    return info.subject == "document" and info.fact == "date"


def _within(moment: Moment) -> dict[int, frozenset[int]]:
    """Return the codes that are in each coded document."""
    pairs = np.unique(moment.coded.codings[:, [1, 2]], axis=0)
    found: dict[int, set[int]] = {}
    for document, code in pairs.tolist():
        found.setdefault(document, set()).add(code)
    return {document: frozenset(codes) for document, codes in found.items()}


def _worked(moment: Moment, within: Collection[int]) -> frozenset[int]:
    """Return the documents that somebody coded, or declared read."""
    passes = select(Assignment.document_id).where(Assignment.first_pass_done_at.is_not(None))
    readings = select(Reading.document_id).where(Reading.state == "done", Reading.code_id.is_(None))
    with moment.project.read() as session:
        return frozenset((*within, *session.scalars(passes), *session.scalars(readings))) - moment.read.blind


def _series(
    name: str,
    order: Sequence[int],
    codes: Collection[int],
    within: Mapping[int, frozenset[int]],
    rule: SaturationRule,
    stratum: str | None = None,
    concept: int | None = None,
) -> Series:
    known, new = set[int](), list[tuple[int, ...]]()
    wanted = list(codes)
    for document in order:
        here = within.get(document, frozenset())
        new.append(tuple(code for code in wanted if code in here and code not in known))
        known.update(new[-1])
    found = {code: sum(code in within.get(document, ()) for document in order) for code in wanted if code in known}
    return Series(name, tuple(order), tuple(new), found, rule, stratum, concept)


def _strata(
    moment: Moment,
    order: Sequence[int],
    codes: Collection[int],
    within: Mapping[int, frozenset[int]],
    rule: SaturationRule,
    by: str | None,
) -> list[Series]:
    if by is None:
        return []
    dimension = attribute(moment, by)
    labels, passages = dimension.by_passage
    pairs = {(label, document) for label, document in zip(labels.tolist(), moment.passages[passages, 1].tolist())}
    pairs |= {(label, document) for document, some in dimension.of_document.items() for label in some}
    return [
        _series(label.name, mine, codes, within, rule, stratum=str(label.key))
        for n, label in enumerate(dimension.labels)
        if label.key is not None and (mine := [document for document in order if (n, document) in pairs])
    ]


def _concepts(
    moment: Moment,
    order: Sequence[int],
    codes: Collection[int],
    within: Mapping[int, frozenset[int]],
    rule: SaturationRule,
    framework: str | None,
) -> list[Series]:
    """Return a series of the codes that lead to each concept of a framework by a link, those under them included."""
    if framework is None:
        return []
    sources: dict[int, set[int]] = {}
    for link in moment.links:
        sources.setdefault(link.target, set()).update(moment.net.subtree(link.source))
    return [
        _series(code.label, order, mine, within, rule, concept=key)
        for key, code in shown.codes(moment).items()
        if code.framework == framework and (mine := [one for one in codes if one in sources.get(key, ())])
    ]


def _unread(moment: Moment, whole: Series, within: Mapping[int, frozenset[int]]) -> dict[int, tuple[int, ...]]:
    """Return for each document the codes made after work on it began that nobody has sought there since."""
    began = _began(moment)
    sought = select(Reading.document_id, Reading.code_id).where(Reading.state == "done", Reading.code_id.is_not(None))
    with moment.project.read() as session:
        done = {(document, code) for document, code in session.execute(sought)}
    born = {code: milliseconds(moment.codes[code].created_at) for codes in whole.new for code in codes}
    return {
        document: tuple(
            code
            for code, at in born.items()
            if at > began.get(document, at) and code not in within.get(document, ()) and (document, code) not in done
        )
        for document in whole.documents
    }


def _began(moment: Moment) -> dict[int, int]:
    """Return when coding of each document began, in milliseconds since 1970."""
    found: dict[int, int] = {}
    for document, at in moment.codings.table[:, [1, 8]].tolist():
        found[document] = min(found.get(document, at), at)
    return found

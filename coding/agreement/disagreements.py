"""Where two coders disagree: passages that one gave a code and the other did not, or gave it on other words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np

from coding import settlements
from coding.agreement.overlaps import pieces
from coding.agreement.stretches import AgreementScope, Laid, lay_out, named
from coding.agreement.worked_documents import work
from coding.moment.moment import Moment
from coding.moment.ranges import spread
from coding.settlements import SettlementInfo
from corpus import anchors
from corpus.anchors import Anchor
from corpus.errors import CodingError
from corpus.store.project import Project

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A passage and a code: the words of it that the first coder and the second gave the code, none, some or all.

    `settled` is what was decided of it, None as long as it is open.
    """

    document: int
    start: int
    end: int
    code: int
    first: tuple[Span, ...]
    second: tuple[Span, ...]
    settled: SettlementInfo | None = None

    @property
    def place(self) -> Anchor:
        """The passage."""
        return anchors.words(self.document, self.start, self.end)

    def words(self, outcome: str) -> tuple[Anchor, ...]:
        """Return the words that have the code if that is the outcome."""
        taken = {"first": self.first, "second": self.second, "both": _union((*self.first, *self.second))}
        return tuple(anchors.words(self.document, *one) for one in taken.get(outcome, ()))


@dataclass(frozen=True)
class _Seen:
    """What two coders did, in the units asked for and in characters; `spans` are by group and coder's place."""

    moment: Moment
    asked: AgreementScope
    laid: Laid
    text: Laid
    spans: Mapping[tuple[int, int], Sequence[Span]]

    @classmethod
    def of(cls, moment: Moment, asked: AgreementScope) -> Self:
        if len(set(asked.coders)) != 2:
            raise CodingError("Disagreements are settled between two coders; say which.")
        keys = named(moment, asked.coders)
        found = work(moment, keys)
        laid, text = (lay_out(moment, replace(asked, unit=unit), keys, found) for unit in (asked.unit, "character"))
        spans: dict[tuple[int, int], list[Span]] = {}
        for group, coder, start, end in zip(*(column.tolist() for column in text.stretches), strict=True):
            spans.setdefault((group, coder), []).append((start, end))
        return cls(moment, asked, laid, text, spans)

    def where(self, *, both: bool) -> list[tuple[int, int]]:
        """Return (passage number, group) where both coded, or where they differ, in document order."""
        found = pieces(self.laid.stretches)
        wanted = (found.coders == 3) == both
        groups, ranges = found.group[wanted], np.stack([found.start[wanted], found.end[wanted]], axis=1)
        if self.asked.unit == "character":
            documents = np.array(self.laid.documents, np.int64)[groups // len(self.laid.codes)]
            order = np.argsort(documents, kind="stable")
            groups = groups[order]
            ranges = self.moment.voices.touched_by(np.column_stack([documents, ranges])[order])
        groups, numbers = spread(groups, ranges)
        return sorted(set(zip(numbers.tolist(), groups.tolist(), strict=True)))

    def told(self, number: int, group: int, done: Mapping[Any, SettlementInfo]) -> Disagreement:
        """Return what the two did in a passage, and what was decided of it."""
        _, document, start, end, _ = self.moment.passages[number].tolist()
        code = self.laid.codes[group % len(self.laid.codes)]
        first, second = (_within(self.spans.get((group, coder), ()), start, end) for coder in (0, 1))
        return Disagreement(document, start, end, code, first, second, done.get((document, start, end, code)))


def disagreements(moment: Moment, asked: AgreementScope) -> list[Disagreement]:
    """Return where two coders disagree, settled or not, in document order.

    Of passages that is where one alone gave the code, of characters also where the words differ.
    """
    seen, done = _Seen.of(moment, asked), {one.place: one for one in moment.settlements}
    return [seen.told(*one, done) for one in seen.where(both=False)]


def agreed(moment: Moment, asked: AgreementScope) -> list[tuple[int, Anchor]]:
    """Return the code and the words, passage by passage, that both coders coded where they do not disagree."""
    seen = _Seen.of(moment, asked)
    apart = set(seen.where(both=False))
    alike = [seen.told(*one, {}) for one in seen.where(both=True) if one not in apart]
    return [(one.code, anchors.words(one.document, *span)) for one in alike for span in _common(one)]


def turned(one: Disagreement) -> bool:
    """Say whether the second coder's reading is shown as A: by place and code, so that it tells nobody's name."""
    said = f"{one.document}/{one.start}/{one.code}".encode()
    return hashlib.sha256(said).digest()[0] % 2 == 1


def settle(project: Project, found: Disagreement, outcome: str, asked: AgreementScope, *, reason: str = "") -> int:
    """Decide on a disagreement, see `settlements.settle`."""
    first, second = dict.fromkeys(asked.coders)
    words = found.words(outcome)
    return settlements.settle(
        project, found.place, found.code, outcome, first=first, second=second, words=words, reason=reason
    )


def _within(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    return tuple((max(a, start), min(b, end)) for a, b in spans if a < end and b > start)


def _union(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def _common(one: Disagreement) -> tuple[Span, ...]:
    return tuple(span for mine in one.first for span in _within(one.second, *mine))

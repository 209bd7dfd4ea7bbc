"""Cells of a report that open: numbers, and words that say one, with the words that they count.

To every format such a cell is the number, or the words, that it is; the window asks it for what stands behind: coded
segments, a search that finds it, or acts of the audit trail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Self

import numpy as np

from coding.acts import Act
from coding.moment.evidence import EvidenceItem, Ways
from coding.moment.moment import Moment
from coding.moment.rows import Ints
from coding.moment.tally import Counts
from coding.search.searches import Chosen, Scope, Search
from coding.tables.coverage import heard

Gathers = Callable[[], list[EvidenceItem]]


@dataclass(frozen=True, slots=True)
class Acts:
    """What a person did that makes a number; it may be more, or less, as one act may make several codes."""

    found: Callable[[], Iterable[Act]]

    @property
    def changes(self) -> frozenset[int]:
        """The numbers of the acts in the trail."""
        return frozenset(act.step.change for act in self.found())


Opens = Gathers | Search | Acts


class Count(int):
    """A number, and the words that it counts."""

    opens: Opens

    def __new__(cls, number: int, opens: Opens) -> Self:
        """Give a number what opens it."""
        made = super().__new__(cls, number)
        made.opens = opens
        return made


class OpeningWords(str):
    """Words that tell a number, such as `3 of 12`, and the words that it counts."""

    opens: Opens

    def __new__(cls, words: str, opens: Opens) -> Self:
        """Give words what opens them."""
        made = super().__new__(cls, words)
        made.opens = opens
        return made


def behind(cell: object) -> Opens | None:
    """Return what opens a cell; nothing does where it counts none."""
    opens = getattr(cell, "opens", None)
    return opens if cell and opens is not None else None


def of_code(moment: Moment, code: int, spans: Ints | None = None, ways: Ways = "both") -> Gathers:
    """Return what opens the evidence for a code, or the part of it that is on these spans."""
    return partial(_of_code, moment, code, spans, ways)


def search(
    moment: Moment, query: str, chosen: Mapping[str, tuple[Chosen, ...]] | None = None, scope: Scope = "passages"
) -> Search:
    """Return what opens the words that a query finds within the sets of a view, of what is chosen, see `Search`."""
    return Search(query, chosen or {}, scope=scope, within=moment.within)


def of_answerers(moment: Moment) -> str:
    """Return what leaves out of a query what an interviewer says, where the view does not count it."""
    return "" if moment.interviewer else " -role:interviewer"


def facet(moment: Moment, code: int) -> str:
    """Return by the name of what a code is chosen."""
    framework = moment.codes[code].framework
    return "code" if framework is None else f"framework:{framework}"


def used(moment: Moment, counts: Counts, code: int) -> tuple[Count, Count]:
    """Return how many coded segments a code has, and in how many documents."""
    opens = of_code(moment, code, ways="direct")
    segments, documents = counts.said(code)
    return Count(segments, opens), Count(documents, opens)


def of_spans(moment: Moment, spans: Iterable[int]) -> Gathers:
    """Return what opens coded spans by number, whatever their codes."""
    return partial(moment.net.every, spans)


def with_people(moment: Moment, spans: Ints) -> Ints:
    """Return those of these spans in which a participant is heard."""
    return np.intersect1d(spans, heard(moment)[1])


def of_person(moment: Moment, person: int) -> Ints:
    """Return the spans in which a participant is heard."""
    who, spans = heard(moment)
    found: Ints = spans[who == person]
    return found


def _of_code(moment: Moment, code: int, spans: Ints | None, ways: Ways) -> list[EvidenceItem]:
    found = moment.evidence(code, ways)
    if spans is None:
        return found
    wanted, numbers = set(spans.tolist()), moment.span_numbers
    return [item for item in found if numbers[item.codings[0]] in wanted]

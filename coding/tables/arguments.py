"""Arguments: each assertion with the segments that bear on it, who is heard in them, and what there is to mind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from coding.assertions import STANCES, AssertionInfo, BearingInfo, Thing
from coding.moment import shown
from coding.moment.moment import Moment
from coding.tables.coverage import coverage

Place = tuple[int, int, int]
Warned = Literal["to word", "no support", "one person", "one document", "more against"]
FOR = ("supports", "nuances")


class Borne(NamedTuple):
    """A segment that bears on an assertion: where its words are, and what was said of it, each with who said it.

    `codings` are those it is, by key; words that are no coding have none. `keys` are those of the bearings.
    """

    place: Place
    stance: str
    reason: str
    coders: tuple[str, ...]
    codings: tuple[int, ...]
    keys: tuple[int, ...]
    people: tuple[int, ...]


@dataclass(frozen=True)
class Argument:
    """An assertion with what bears on it, in document order by stance; `asked` is of how many who were asked."""

    info: AssertionInfo
    number: int
    borne: tuple[Borne, ...]
    asked: int

    def of(self, *stances: str) -> list[Borne]:
        """Return the segments of these stances."""
        return [one for one in self.borne if one.stance in stances]

    @cached_property
    def people(self) -> tuple[int, ...]:
        """Who is heard in what supports it or nuances it."""
        return tuple(dict.fromkeys(who for one in self.of(*FOR) for who in one.people))

    @cached_property
    def against(self) -> tuple[int, ...]:
        """Who is heard in what contradicts it."""
        return tuple(dict.fromkeys(who for one in self.of("contradicts") for who in one.people))

    @cached_property
    def warnings(self) -> tuple[Warned, ...]:
        """What there is to mind."""
        held, found = self.of(*FOR), list[Warned]()
        if not self.info.text:
            found.append("to word")
        if not held:
            found.append("no support")
        elif len(self.people) == 1:
            found.append("one person")
        elif len({one.place[0] for one in held}) == 1:
            found.append("one document")
        if 0 < len(held) < len(self.of("contradicts")):
            found.append("more against")
        return tuple(found)


def arguments(moment: Moment, without: frozenset[int] = frozenset()) -> list[Argument]:
    """Return the assertions in their order, those of the sets' codes where codes are asked for.

    Who was asked is told by the coverage of the assertion's concept; of none, whoever speaks was. `without` are
    participants whose words are left out.
    """
    codes = shown.codes(moment)
    every = [(number, one) for number, one in enumerate(moment.read.assertions, 1)]
    kept = [(number, one) for number, one in every if one.code in codes or (one.code is None and not _narrow(moment))]
    concepts = dict.fromkeys(one.code for _, one in kept if one.code is not None)
    found = coverage(moment, [codes[key] for key in concepts])
    asked = {key: sum(found.cells[key, person].state != "not asked" for person in found.people) for key in concepts}
    speaking = len(
        set(shown.people(moment)) & {who for people in moment.voices.participants_of.values() for who in people}
    )
    said = _said(moment)
    made = []
    for number, one in kept:
        borne = [each for each in _borne(moment, said.get(one.key, ())) if not without & set(each.people)]
        whole = asked[one.code] if one.code is not None else speaking
        heard = {who for each in borne for who in each.people}
        made.append(Argument(one, number, tuple(borne), max(whole, len(heard))))
    return made


def _narrow(moment: Moment) -> bool:
    return bool(moment.within) and moment.scope.codes is not None


def _said(moment: Moment) -> dict[int, list[BearingInfo]]:
    """Return what counts by assertion: the latest of each segment, of all coders or of this layer's."""
    names = (moment.layer,) if isinstance(moment.layer, str) else moment.layer
    latest: dict[tuple[int, Thing], BearingInfo] = {}
    for one in moment.read.bearings:
        if names is None or one.coder in names:
            latest[one.assertion, one.thing] = one
    found: dict[int, list[BearingInfo]] = {}
    for (assertion, _), one in latest.items():
        if one.stance is not None:
            found.setdefault(assertion, []).append(one)
    return found


def _borne(moment: Moment, said: Iterable[BearingInfo]) -> list[Borne]:
    """Return segments in document order by stance; what was said alike of the same words is one."""
    together: dict[tuple[int, Place], list[BearingInfo]] = {}
    for one in said:
        if (place := _place(moment, one)) is not None:
            together.setdefault((STANCES.index(one.stance or ""), place), []).append(one)
    return [_joined(moment, place, found) for (_, place), found in sorted(together.items(), key=lambda one: one[0])]


def _joined(moment: Moment, place: Place, said: list[BearingInfo]) -> Borne:
    return Borne(
        place,
        said[0].stance or "",
        "\n".join(dict.fromkeys(one.reason for one in said if one.reason)),
        tuple(dict.fromkeys(one.coder for one in said)),
        tuple(one.coding for one in said if one.coding is not None),
        tuple(one.key for one in said),
        moment.voices.heard(*place).participants,
    )


def _place(moment: Moment, one: BearingInfo) -> Place | None:
    """Return the words that bear on an assertion; None where they are out of this view."""
    if one.coding is not None:
        number = moment.span_numbers.get(one.coding)
        if number is None:
            return None
        document, start, end = moment.coded.places[number].tolist()
        return document, start, end
    at = one.place
    if at is None or at.document not in moment.infos:
        return None
    start, end = at.span or (0, moment.infos[at.document].characters)
    return (at.document, start, end) if shown.place(moment, at.document, start, end) else None

"""Recoding: an attribute made of another by rules, such as age → group; what no rule reaches is always said.

How it was made is kept with it, so that it can be made again when what it was made of has changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus import tables
from corpus.cleaning import clean_line
from corpus.errors import NothingThere, SourceError
from corpus.model import Attribute, AttributeValue
from corpus.people import attributes, values
from corpus.people.values import PossibleValue
from corpus.store.project import Project

_RANGE = re.compile(r"(.*?)\s*(?:\.\.+|…)\s*(.*)", re.DOTALL)
_DASHED = re.compile(r"(\d[\d.,]*)\s*[-–—]\s*(\d[\d.,]*)")
_NAMED = 12  # values told of
Owner = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class RecodingRule:
    """What becomes of some values: those listed in `values`, or those from `low` to `high`, both included.

    A bound that is empty is open. Numbers are compared as numbers, dates as dates; in a date's bound month and day may
    be left out. `years` makes of every date its year.
    """

    value: str = ""
    values: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    years: bool = False

    def of(self, value: str) -> str | None:
        """Return what this rule makes of a value; None where it does not reach it."""
        if self.years:
            day = values.day(value)
            return day[:4] if day else None
        if self.values:
            return self.value if tables.key(value) in map(tables.key, self.values) else None
        return self.value if self._within(value) else None

    def _within(self, value: str) -> bool:
        bounds = [one for one in (self.low, self.high) if one]
        if all(values.fits(one, "number") for one in (value, *bounds)):
            number = values.number(value)
            low, high = (values.number(one) if one else number for one in (self.low, self.high))
            return low <= number <= high
        day = values.day(value)
        return day is not None and self.low <= day and (not self.high or day[: len(self.high)] <= self.high)

    def checked(self, type: str) -> RecodingRule:
        """Return the rule, if it can be one for values of that type; else raise what is wrong with it."""
        if self.years:
            return self
        if not self.value:
            raise SourceError("A rule needs the name of its group.")
        bounds = [one for one in (self.low, self.high) if one]
        if not self.values and not bounds:
            raise SourceError("The rule for {group} says no values.", group=self.value)
        for one in bounds:
            if not (values.fits(one, "number") if type != "date" else re.fullmatch(r"\d{4}(-\d\d){0,2}", one)):
                raise SourceError("{value} is no bound of a range for {group}.", value=one, group=self.value)
        if len(bounds) == 2 and _backwards(self.low, self.high, type):
            raise SourceError(
                "The range {low}–{high} of {group} ends before it begins.",
                low=self.low,
                high=self.high,
                group=self.value,
            )
        return self


def _backwards(low: str, high: str, type: str) -> bool:
    return low[: len(high)] > high if type == "date" else values.number(low) > values.number(high)


@dataclass(frozen=True, slots=True)
class Recoded:
    """What rules make of an attribute: how many values become each group, in order, and which are not reached.

    `left` counts values by themselves; they have no value afterwards, or `rest` where that is given.
    """

    groups: Mapping[str, int]
    left: Mapping[str, int]
    rest: str

    @property
    def missed(self) -> int:
        """How many values no rule reaches."""
        return sum(self.left.values())

    @property
    def nothing(self) -> bool:
        """Whether there are values, and all of them would be left without one."""
        return bool(self.left) and not self.rest and not any(self.groups.values())


def read(text: str) -> RecodingRule:
    """Return the rule that is written `18..29=young` or `GSA,GSB=retail`; open ranges are `..17=` and `60..=`.

    >>> read("18-29 = young"), read("GSA, GSB=retail")
    (Rule(value='young', values=(), low='18', high='29', years=False), \
Rule(value='retail', values=('GSA', 'GSB'), low='', high='', years=False))
    """
    told, mark, group = text.rpartition("=")
    if not mark or not group.strip() or not told.strip():
        raise SourceError("{rule} must be written VALUES=GROUP, such as 18..29=young.", rule=text)
    told, group = told.strip(), clean_line(group)
    if found := _RANGE.fullmatch(told) or _DASHED.fullmatch(told):
        return RecodingRule(group, low=found[1].strip(), high=found[2].strip())
    return RecodingRule(group, tuple(one.strip() for one in told.split(",") if one.strip()))


def looked_at(project: Project, key: int, rules: Sequence[RecodingRule], rest: str = "") -> Recoded:
    """Return what rules would make of an attribute; nothing is written."""
    with project.read() as session:
        row = _row(session, key)
        held = [value for _, value in _values(session, key)]
        return _counted(held, [rule.checked(row.type) for rule in rules], rest)


def recode(project: Project, key: int, name: str, rules: Sequence[RecodingRule], rest: str = "") -> tuple[int, Recoded]:
    """Make the attribute `name` of another by rules, of which the first that reaches a value holds.

    Return its key, and what was made. It is an ordered choice, of the groups in the order of their rules, where rules
    are ranges or years, else a choice. Rules that reach none of the values that are there make nothing.
    """
    rest = clean_line(rest)
    with project.change("Recode attribute") as session:
        row = _row(session, key)
        if not rules:
            raise SourceError("Say what values become: there is no rule.")
        wanted = [rule.checked(row.type) for rule in rules]
        kind = "choice" if all(rule.values for rule in wanted) else "ordered"
        made = attributes.add(project, name, kind, row.subject)
        target = session.get_one(Attribute, made)
        target.made_from_id = key
        target.recipe = {"rules": [_stored(rule) for rule in wanted], "rest": rest}
        found = _write(session, target)
        if found.nothing:
            raise SourceError(
                "No rule reaches any value of {attribute}, so nothing was made; its values are {values}.",
                attribute=row.name,
                values=_named(found.left),
            )
        return made, found


def _named(values: Iterable[str]) -> str:
    several = list(values)
    return ", ".join(several[:_NAMED]) + (", …" if len(several) > _NAMED else "")


def again(project: Project, key: int) -> Recoded:
    """Make a recoded attribute again of what its source holds now; what was typed into it by hand goes."""
    with project.change("Recode again") as session:
        return _write(session, _recoded(session, key))


def stale(project: Project, key: int) -> int:
    """Return how many values of a recoded attribute are not what its rules make of its source now."""
    with project.read() as session:
        row = _recoded(session, key)
        due, there = _due(session, row), dict(_values(session, key))
        return sum(due.get(owner) != there.get(owner) for owner in {*due, *there})


def rules_of(project: Project, key: int) -> tuple[list[RecodingRule], str]:
    """Return the rules that an attribute was made by, and what the rest became."""
    with project.read() as session:
        return _recipe(_recoded(session, key))


def _row(session: Session, key: int) -> Attribute:
    row = session.get(Attribute, key)
    if row is None:
        raise NothingThere("This attribute is no longer in the project.")
    return row


def _recoded(session: Session, key: int) -> Attribute:
    row = _row(session, key)
    if not row.recipe or row.made_from_id is None:
        raise NothingThere("{attribute} was not made of another attribute, or that is gone.", attribute=row.name)
    return row


def _values(session: Session, key: int) -> list[tuple[Owner, str]]:
    """Return the values of an attribute, each with the participant, document or organisation it is of."""
    rows = session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == key).order_by(AttributeValue.id))
    return [((row.participant_id, row.document_id, row.organisation_id), row.value) for row in rows]


def _first(value: str, rules: Iterable[RecodingRule]) -> str | None:
    return next((found for rule in rules if (found := rule.of(value)) is not None), None)


def _counted(held: Iterable[str], rules: Sequence[RecodingRule], rest: str) -> Recoded:
    made = [(value, _first(value, rules)) for value in held]
    counts = Counter(group for _, group in made if group is not None)
    named = dict.fromkeys(rule.value for rule in rules if not rule.years)
    groups = {group: counts[group] for group in (*named, *sorted(counts.keys() - named.keys()))}
    return Recoded(groups, dict(Counter(value for value, group in made if group is None)), rest)


def _due(session: Session, row: Attribute) -> dict[Owner, str]:
    """Return what each participant, document or organisation has by the rules of a recoded attribute."""
    rules, rest = _recipe(row)
    made = {owner: _first(value, rules) or rest for owner, value in _values(session, row.made_from_id or 0)}
    return {owner: value for owner, value in made.items() if value}


def _write(session: Session, row: Attribute) -> Recoded:
    """Give a recoded attribute the values its rules make, and the choices they need."""
    rules, rest = _recipe(row)
    found = _counted((value for _, value in _values(session, row.made_from_id or 0)), rules, rest)
    labelled = {one.value: one.labels for one in values.choices(row.choices)}
    wanted = dict.fromkeys([*found.groups, *([rest] if rest else [])])
    row.choices = values.kept(PossibleValue(one, labelled.get(one, {})) for one in wanted)
    due = _due(session, row)
    for value in session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == row.id)):
        said = due.pop((value.participant_id, value.document_id, value.organisation_id), None)
        if said is None:
            session.delete(value)
        else:
            value.value = said
    for (participant, document, organisation), said in due.items():
        session.add(
            AttributeValue(
                attribute_id=row.id,
                value=said,
                participant_id=participant,
                document_id=document,
                organisation_id=organisation,
            )
        )
    session.flush()
    return found


def _stored(rule: RecodingRule) -> dict[str, Any]:
    told = {"value": rule.value, "values": list(rule.values), "low": rule.low, "high": rule.high, "years": rule.years}
    return {name: said for name, said in told.items() if said}


def _recipe(row: Attribute) -> tuple[list[RecodingRule], str]:
    told = row.recipe or {}
    rules = [RecodingRule(**{**one, "values": tuple(one.get("values", ()))}) for one in told.get("rules", ())]
    return rules, told.get("rest", "")

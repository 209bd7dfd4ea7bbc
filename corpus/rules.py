"""Rules: what a document, a participant or a code has to be to stand in a set, as plain rows of a small table.

A rule is a few conditions, all or any of which have to hold; what is more is said by a rule about another set. Whatever
a condition is about that can be renamed (an attribute, a code, a set, an organisation) it knows by key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from operator import eq, ge, gt, le, lt
from typing import Any, Literal, get_args

from corpus.cleaning import clean_line
from corpus.errors import SetError
from corpus.our_words import Word
from corpus.people import values
from corpus.people.values import PossibleValue
from corpus.words import folded

Kind = Literal["documents", "participants", "codes"]
Join = Literal["all", "any"]
Op = Literal["=", "≠", "<", "≤", ">", "≥", "between", "some", "none"]
Sort = Literal["typed", "text", "number", "date", "row", "answer"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_ORDERED: tuple[Op, ...] = ("=", "≠", "<", "≤", ">", "≥", "between")
OPS: Mapping[Sort, tuple[Op, ...]] = {
    "typed": (*_ORDERED, "some", "none"),
    "text": ("=", "≠"),
    "number": _ORDERED,
    "date": _ORDERED,
    "row": ("=", "≠"),
    "answer": ("=",),
}
"""How what is of each sort can be compared."""
_COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {"=": eq, "<": lt, "≤": le, ">": gt, "≥": ge}
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_MOST = 100


@dataclass(frozen=True, slots=True)
class About:
    """What a condition can be about: how it is compared, and in sets of what."""

    sort: Sort
    kinds: tuple[Kind, ...]


_SAID: tuple[Kind, ...] = ("documents", "participants")
ABOUT: Mapping[str, About] = {
    "attribute": About("typed", _SAID),
    "name": About("text", KINDS),
    "set": About("row", KINDS),
    "organisation": About("row", _SAID),
    "code": About("row", _SAID),
    "segments": About("number", KINDS),
    "words": About("number", _SAID),
    "language": About("text", ("documents",)),
    "imported": About("date", ("documents",)),
    "confidential": About("answer", ("participants",)),
    "documents": About("number", ("participants", "codes")),
    "participants": About("number", ("documents", "codes")),
    "framework": About("text", ("codes",)),
    "under": About("row", ("codes",)),
    "created": About("date", ("codes",)),
    "in vivo": About("answer", ("codes",)),
}
"""`segments` are coded segments, `code` one that words are coded with, `under` a code with all below it; the framework
of a descriptive code is empty."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of a rule: `value`, and `to` where it is `between` two; `key` is the row of what it is about."""

    about: str
    op: Op = "="
    value: str = ""
    to: str = ""
    key: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions of which all, or any, have to hold."""

    conditions: tuple[Condition, ...]
    join: Join = "all"

    def rows(self, about: str) -> frozenset[int]:
        """Return the keys of the sets, codes, attributes or organisations that it speaks of."""
        return frozenset(one.key for one in self.conditions if one.about == about and one.key is not None)


def checked(rule: Rule, kind: Kind) -> Rule:
    """Return a rule whose every condition can be asked of things of that kind; raises `SetError`."""
    if not rule.conditions:
        raise SetError("A rule needs a condition.")
    if len(rule.conditions) > _MOST:
        raise SetError("A rule can have {most} conditions; make a set of some of them.", most=_MOST)
    if rule.join not in get_args(Join):
        raise SetError("The conditions of a rule hold all or any, not {join}.", join=rule.join)
    return Rule(tuple(_checked(one, kind) for one in rule.conditions), rule.join)


def _checked(one: Condition, kind: Kind) -> Condition:
    about = ABOUT.get(one.about)
    if about is None or kind not in about.kinds:
        raise SetError("A set of {kind} has no condition on {about}.", kind=Word(kind), about=Word(one.about))
    if one.op not in OPS[about.sort]:
        raise SetError("{about} can't be compared by {op}.", about=Word(one.about), op=Word(one.op))
    if (about.sort == "row" or one.about == "attribute") and one.key is None:
        raise SetError("Say which {about} is meant.", about=Word(one.about))
    value, to = clean_line(one.value), clean_line(one.to)
    for said in (value, *([to] if one.op == "between" else [])):
        if about.sort in ("number", "date") and readable(said, about.sort) is None:
            raise SetError("{value} is no {sort}.", value=said, sort=Word(about.sort))
    if about.sort == "answer" and folded(value) not in values.TRUE | values.FALSE:
        raise SetError("{about} is yes or no, not {value}.", about=Word(one.about), value=value)
    return Condition(one.about, one.op, value, to if one.op == "between" else "", one.key)


def readable(value: str, sort: str) -> float | str | None:
    """Return a number, or a day as 2026-03-31, 2026-03 or 2026, as it can be compared; None where it is none."""
    if sort == "number":
        return values.number(value) if values.fits(value, "number") else None
    return value if _DAY.fullmatch(value) else values.day(value)


def written(rule: Rule) -> dict[str, Any]:
    """Return a rule as JSON values, as it is kept."""
    lines = [{name: value for name, value in asdict(one).items() if value not in ("", None)} for one in rule.conditions]
    return {"join": rule.join, "conditions": lines}


def read(kept: Any, kind: Kind) -> Rule | None:
    """Return the rule that was kept; None where it can't be read, as another version or hand may have written it."""
    try:
        lines = [Condition(**line) for line in kept["conditions"]]
        texts = [text for one in lines for text in (one.about, one.op, one.value, one.to)]
        if not all(isinstance(text, str) for text in texts):
            return None
        if not all(one.key is None or type(one.key) is int for one in lines):
            return None
        return checked(Rule(tuple(lines), kept["join"]), kind)
    except (TypeError, KeyError, SetError):
        return None


Test = Callable[[str], bool]


def asking(one: Condition, type: str, order: Sequence[str] | None = None) -> Test | None:
    """Return what says of a value whether a condition holds; `≠` as `=`, and `none` as `some`.

    `type` is that of the values, `order` those of an ordered choice. None where they can't be compared with what the
    condition says.
    """
    if one.op in ("some", "none"):
        return lambda value: bool(value.strip())
    if one.op in ("=", "≠") and type not in ("number", "date", "boolean"):
        plain, pattern = folded(one.value), folded(one.value).replace("[", "[[]")
        return lambda value: plain == (said := folded(value.strip())) or fnmatchcase(said, pattern)
    if type == "text" and values.fits(one.value, "number"):
        type = "number"
    low, high = (_rank(text, type, order) for text in (one.value, one.to or one.value))
    if low is None or high is None:
        return None
    within = _within(one.op, low, high)
    return lambda value: (rank := _rank(value.strip(), type, order)) is not None and within(rank)


def of_attribute(one: Condition, type: str, language: str, choices: Sequence[PossibleValue]) -> Test | None:
    """Return what says of a value of an attribute whether a condition holds, see `asking`; choices may go by label."""
    if type in values.CHOSEN:
        value, to = (values.settled(said, type, language, choices) for said in (one.value, one.to))
        one = Condition(one.about, one.op, value, to, one.key)
    return asking(one, type, [choice.value for choice in choices] if type == "ordered" else None)


def counted(one: Condition) -> Callable[[float], bool]:
    """Return what says of a number whether a checked condition holds; `≠` as `=`."""
    return _within(one.op, values.number(one.value), values.number(one.to or one.value))


def _within(op: Op, low: Any, high: Any) -> Callable[[Any], bool]:
    if op == "between":
        return lambda rank: bool(_cut(rank, low) >= low and _cut(rank, high) <= high)
    compared = _COMPARED["=" if op == "≠" else op]
    return lambda rank: compared(_cut(rank, low), low)


def _cut(rank: Any, asked: Any) -> Any:
    """Return a day to the year or month where no more is asked."""
    return rank[: len(asked)] if isinstance(rank, str) and _DAY.fullmatch(asked) else rank


def _rank(value: str, type: str, order: Sequence[str] | None) -> Any:
    """Return what a value is compared by; None where it is not of its type."""
    if type in ("number", "date"):
        return readable(value, type)
    if type == "boolean":
        return folded(value) in values.TRUE if folded(value) in values.TRUE | values.FALSE else None
    if order:
        places = {folded(one): n for n, one in enumerate(order)}
        return places.get(folded(value))
    return folded(value)

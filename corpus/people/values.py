"""Values of attributes: of what type a value is, how one is kept, shown and put in order.

Those of a `choice` or an `ordered` choice are of a list, each with a label in either language; what is kept is the
value itself, whatever label is shown.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import tables, words
from corpus.cleaning import clean_line
from corpus.model import Attribute

TYPES = ("text", "number", "boolean", "date", "choice", "ordered")
CHOSEN = ("choice", "ordered")
Told = Literal["show", "generalise", "hide"]
TOLD: tuple[Told, ...] = get_args(Told)
"""What may become of a value where somebody confidential has it."""
TRUE = frozenset(("oui", "yes", "true", "vrai", "1"))
FALSE = frozenset(("non", "no", "false", "faux", "0"))
_SHOWN = {"fr": ("non", "oui"), "en": ("no", "yes")}
_DATES = ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m/%d/%Y")
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|[+-]?\d*[.,]?\d+(?:[eE][+-]?\d+)?")


class PossibleValue(NamedTuple):
    """A value that may be chosen, and what it is called by language."""

    value: str
    labels: Mapping[str, str] = MappingProxyType({})

    def label(self, language: str) -> str:
        """Return what the value is called in a language, else the value."""
        return self.labels.get(language) or self.value


def choices(stored: Any) -> tuple[PossibleValue, ...]:
    """Return the choices that an attribute keeps, in their order."""
    return tuple(PossibleValue(one["value"], one.get("labels") or {}) for one in stored or ())


def kept(chosen: Iterable[PossibleValue]) -> list[dict[str, Any]]:
    """Return choices as an attribute keeps them."""
    return [{"value": one.value, "labels": dict(one.labels)} for one in chosen]


def chosen(value: str, choices: Iterable[PossibleValue]) -> PossibleValue | None:
    """Return the choice of that value, else of that label; case and accents are let go."""
    wanted, there = tables.key(value), tuple(choices)
    found = next((one for one in there if tables.key(one.value) == wanted), None)
    return found or next((one for one in there if wanted in map(tables.key, one.labels.values())), None)


def fits(value: str, type: str, choices: Iterable[PossibleValue] = ()) -> bool:
    """Say whether `value` can be read as of `type`."""
    match type:
        case "choice" | "ordered":
            return chosen(value, choices) is not None
        case "number":
            return bool(_NUMBER.fullmatch(value)) and math.isfinite(number(value))
        case "boolean":
            return tables.key(value) in TRUE | FALSE
        case "date":
            return any(_is_date(value, form) for form in _DATES)
    return True


def number(value: str) -> float:
    """Return the number that `value` writes, with a point or comma and spaces between thousands."""
    return float(re.sub(r"\s", "", value).replace(",", "."))


def day(value: str) -> str | None:
    """Return the day that `value` writes, ISO 8601; None where it is no date.

    >>> day("31/01/2025"), day("soon")
    ('2025-01-31', None)
    """
    for form in _DATES:
        if _is_date(value, form):
            return datetime.strptime(value, form).date().isoformat()
    return None


def inferred(values: Iterable[str]) -> str:
    """Return the type that all of `values` have; 0 and 1 alone are numbers."""
    given = [value for value in values if value]
    if not given:
        return "text"
    for type in ("number", "boolean"):
        if all(fits(value, type) for value in given):
            return type
    return "date" if any(all(_is_date(value, form) for value in given) for form in _DATES) else "text"


def settled(value: str, type: str, language: str, choices: Iterable[PossibleValue] = ()) -> str:
    """Return `value` as it is kept: a boolean in the one word of the study's language, all else as written.

    What is called by the label of a choice is kept as the choice.
    """
    if type in CHOSEN:
        found = chosen(value, choices)
        return value if found is None else found.value
    return _SHOWN.get(language, _SHOWN["en"])[tables.key(value) in TRUE] if type == "boolean" else value


def rank(value: str, type: str, choices: Sequence[PossibleValue] = ()) -> tuple[int, float, str]:
    """Return what sorts values of a type: numbers and dates by what they are, an ordered choice by its order.

    What is of another type comes last; all else goes by its letters.
    """
    plain = words.folded(value)
    if type == "number" and fits(value, type):
        return 0, number(value), plain
    if type == "date":
        return (0, 0.0, at) if (at := day(value)) else (1, 0.0, plain)
    if type == "ordered" and (found := chosen(value, choices)):
        return 0, float(choices.index(found)), plain
    return int(type in ("number", "ordered")), 0.0, plain


def _is_date(value: str, form: str) -> bool:
    try:
        datetime.strptime(value, form)
    except ValueError:
        return False
    return True


def attribute_key(session: Session, name: str, subject: str, type_: str = "text") -> int:
    """Return the key of the attribute `name` of documents or participants, made if it is new."""
    name = clean_line(name)
    key = session.scalar(select(Attribute.id).where(Attribute.name == name, Attribute.subject == subject))
    if key is None:
        position = session.scalar(select(func.count(Attribute.id)).where(Attribute.subject == subject)) or 0
        made = Attribute(name=name, subject=subject, type=type_, position=position)
        session.add(made)
        session.flush()
        key = made.id
    return key

"""Values of attributes: of what type a value is (text, number, boolean, date), and how one is kept."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus import tables
from corpus.cleaning import clean_line
from corpus.model import Attribute

TYPES = ("text", "number", "boolean", "date")
TRUE = frozenset(("oui", "yes", "true", "vrai", "1"))
FALSE = frozenset(("non", "no", "false", "faux", "0"))
_SHOWN = {"fr": ("non", "oui"), "en": ("no", "yes")}
_DATES = ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m/%d/%Y")
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|[+-]?\d*[.,]?\d+(?:[eE][+-]?\d+)?")


def fits(value: str, type: str) -> bool:
    """Say whether `value` can be read as of `type`."""
    match type:
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


def settled(value: str, type: str, language: str) -> str:
    """Return `value` as it is kept: a boolean in the one word of the study's language, all else as written."""
    return _SHOWN.get(language, _SHOWN["en"])[tables.key(value) in TRUE] if type == "boolean" else value


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

"""Days and moments as the language of print writes them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_STORED = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):\d\dZ)?", re.ASCII)


def day(at: str, language: str) -> str:
    """Return the day of a stored time (ISO 8601) as the window writes days; other texts as they are.

    >>> day("2026-11-29T10:24:00Z", "fr"), day("2026-01-01", "en"), day("in spring", "fr")
    ('29 nov. 2026', '1 Jan 2026', 'in spring')
    """
    try:
        found = date.fromisoformat(at[:10])
    except ValueError:
        return at
    return f"{found.day} {_MONTHS.get(language, _MONTHS['en'])[found.month - 1]} {found.year}"


def month(at: str, language: str) -> str:
    """Return the month of a stored time.

    >>> month("2026-11", "fr")
    'nov. 2026'
    """
    return day(f"{at[:7]}-01", language).partition(" ")[2]


def written(text: str, language: str) -> str:
    """Return a text that is nothing but a stored day or moment as print has it, others as they are.

    >>> written("2026-11-29T10:24:00Z", "fr"), written("2026-01-01", "en"), written("on 2026-01-01", "en")
    ('29 nov. 2026, 10:24 UTC', '1 Jan 2026', 'on 2026-01-01')
    """
    found = _STORED.fullmatch(text)
    if found is None:
        return text
    return f"{day(text, language)}, {found[2]} UTC" if found[2] else day(text, language)

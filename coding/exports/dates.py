"""Days as the language of print writes them."""

from __future__ import annotations

from datetime import date

_MONTHS = {
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


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

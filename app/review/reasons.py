"""Words that a score was made of, the strongest first, each with what it added; and what the score is worth."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from app import theme

WORDS_SHOWN = 8


def strongest(reasons: Iterable[tuple[str, float]], most: int = WORDS_SHOWN) -> list[tuple[str, float]]:
    """Return the words that spoke for a code, one word however often it stands there once."""
    totals: dict[str, float] = {}
    for word, weight in reasons:
        totals[word.casefold()] = totals.get(word.casefold(), 0.0) + weight
    return [one for one in sorted(totals.items(), key=lambda one: -one[1])[:most] if one[1] > 0]


def said(reasons: Iterable[tuple[str, float]], most: int = WORDS_SHOWN) -> str:
    """Return these words as HTML; no line breaks between a word and its weight."""
    return "&nbsp;&nbsp; ".join(
        f"<b>{escape(word)}</b>&nbsp;<span {muted()}>+{QLocale().toString(weight, 'g', 2)}</span>"
        for word, weight in strongest(reasons, most)
    )


def times_right(chance: float) -> str:
    """Say how often a score like this one, with this chance from 0 to 1, was right; never that it always is."""
    said = QCoreApplication.translate("reasons", "agrees with your coding {share} times in 100")
    return said.format(share=share(chance))


def share(chance: float) -> int:
    """Return a chance from 0 to 1 in a hundred, never none and never all."""
    return min(99, max(1, round(100 * chance)))


def muted() -> str:
    """Return the attribute of an HTML element that stands back."""
    return f'style="color:{theme.colours().muted}"'

"""Words that a score was made of, by how they go with the code; with every figure where a person asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app import theme
from coding.suggest.records import ALIKE, HOW, OFTEN, SOMETIMES, WRITTEN

if TYPE_CHECKING:
    from coding.suggest.records import Reason, Suggestion

WORDS_SHOWN = 8
translate = QCoreApplication.translate


def strongest(reasons: Iterable[tuple[str, float]], most: int = WORDS_SHOWN) -> list[tuple[str, float]]:
    """Return the words that spoke for a code, as spoken, one word however often it stands there once."""
    totals: dict[str, tuple[str, float]] = {}
    for word, weight in reasons:
        spoken, before = totals.get(word.casefold(), (word, 0.0))
        totals[word.casefold()] = spoken, before + weight
    return [one for one in sorted(totals.values(), key=lambda one: -one[1])[:most] if one[1] > 0]


def said(reasons: Iterable[tuple[str, float]], most: int = WORDS_SHOWN) -> str:
    """Return these words as HTML; no line breaks between a word and its weight."""
    return "&nbsp;&nbsp; ".join(
        f"<b>{escape(word)}</b>&nbsp;<span {muted()}>{_added(weight)}</span>"
        for word, weight in strongest(reasons, most)
    )


def merged(reasons: Iterable[Reason]) -> list[Reason]:
    """Return each word once, as first spoken, with all that it added; the strongest first."""
    found: dict[str, Reason] = {}
    for one in reasons:
        known = found.get(one.word.casefold())
        found[one.word.casefold()] = replace(known, weight=known.weight + one.weight) if known else one
    return sorted((one for one in found.values() if one.weight > 0), key=lambda one: -one.weight)


def words(reasons: Sequence[Reason], measured: bool) -> str:
    """Return lines of HTML: which words go with the code often, sometimes, or only by what is written of it.

    The figures of each word are under the pointer.
    """
    often = translate("reasons", "Often coded so: {words}")
    sometimes = translate("reasons", "Sometimes coded so: {words}")
    written = translate("reasons", "Written of the code: {words}")
    alike = translate("reasons", "Like words that you coded so: {words}")
    if not measured:
        alike = translate("reasons", "Like words written of it: {words}")
    heads = {OFTEN: often, SOMETIMES: sometimes, WRITTEN: written, ALIKE: alike}
    found = merged(reasons)
    groups = [(heads[how], [one for one in found if one.how == how]) for how in HOW]
    return "".join(f"<p>{escape(head).format(words=_listed(some))}</p>" for head, some in groups if some)


def asked(reasons: Sequence[Reason]) -> str:
    """Return one line of HTML on the question that was asked, or nothing."""
    head = escape(translate("reasons", "In the question before: {words}"))
    return f"<p {muted()}>{head.format(words=_listed(merged(reasons)))}</p>" if reasons else ""


def figures(one: Suggestion) -> str:
    """Return a table of HTML whose numbers add up to the score: each word, all the rest, and what any passage has."""
    rows = [_row(each.word, counted(each), _added(each.weight)) for each in merged(one.evidence)]
    rows += [
        _row(translate("reasons", "All other words, the meaning and the document"), "", _added(one.rest)),
        _row(translate("reasons", "Any passage, before a word of it is read"), "", _added(one.base)),
        _row(translate("reasons", "Together: the score"), "", QLocale().toString(one.score, "f", 2)),
    ]
    return f"<table width='100%' cellpadding='2' cellspacing='0'>{''.join(rows)}</table>"


def counted(one: Reason) -> str:
    """Say how often people coded passages with a word so; nothing where they coded none with it."""
    if not one.of:
        return ""
    return translate("reasons", "coded so in {times} of {of} passages with it").format(times=one.times, of=one.of)


def _listed(reasons: Iterable[Reason]) -> str:
    return ", ".join(
        f'<b title="{escape(" · ".join(part for part in (counted(one), _added(one.weight)) if part))}">'
        f"{escape(one.word)}</b>"
        for one in reasons
    )


def _row(*cells: str) -> str:
    word, often, added = map(escape, cells)
    return f"<tr><td>{word}</td><td {muted()}>{often}</td><td align='right'>{added}</td></tr>"


def _added(weight: float) -> str:
    number = QLocale().toString(abs(weight), "f", 2)
    return f"{'+' if weight >= 0 else '−'}{number}"


def times_right(chance: float) -> str:
    """Say how often a score like this one, with this chance from 0 to 1, was right; never that it always is."""
    return translate("reasons", "agrees with your coding {share} times in 100").format(share=share(chance))


def share(chance: float) -> int:
    """Return a chance from 0 to 1 in a hundred, never none and never all."""
    return min(99, max(1, round(100 * chance)))


def muted() -> str:
    """Return the attribute of an HTML element that stands back."""
    return f'style="color:{theme.colours().muted}"'

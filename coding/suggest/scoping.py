"""Suggestions within sets: for the passages and the codes that a view asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coding.moment import dimensions, shown
from coding.moment.moment import Moment
from coding.suggest.records import PassageSuggestions, Suggestion


def within(moment: Moment, found: Iterable[PassageSuggestions]) -> list[PassageSuggestions]:
    """Return the passages that a view asks for, each with what is suggested of the codes that it asks for."""
    if not moment.within:
        return list(found)
    asked, numbers, codes = dimensions.asked(moment), moment.voices.numbers, shown.codes(moment)

    def kept(given: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
        return tuple(one for one in given if one.code in codes)

    here = [one for one in found if asked is None or (one.passage in numbers and asked[numbers[one.passage]])]
    told = [
        replace(one, suggestions=kept(one.suggestions), by_definition=kept(one.by_definition), weaker=kept(one.weaker))
        for one in here
    ]
    return [one for one in told if one.every]

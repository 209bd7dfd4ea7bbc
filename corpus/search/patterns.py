"""Regular expressions over passages, bounded in time.

Python's engine can't be stopped within a match, so what might explode is refused before it runs (`check`), texts are
read in windows, and between windows the clock is looked at.
"""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import _constants as kinds  # type: ignore[attr-defined]  # no public door to what an expression is made of
from re import _parser as parser  # type: ignore[attr-defined]  # no public door to what an expression is made of
from typing import Any

from corpus.errors import QueryError
from corpus.search.analysis import fold
from corpus.search.nodes import And, Everything, Node, Or, Pattern, Words

LONGEST = 500
WINDOW = 1000
"""Code points looked at in one go; windows overlap by half, so that a match of half a window is always found."""
PATIENCE_S = 10.0
_MOST_WAYS = 2_000_000
_SHORTEST_RUN = 3
"""Letters that surely stand within one word of the index: one or two may be an elided article, which is no word."""
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)
_SAMPLE = "".join(map(chr, range(9, 256))) + "œŒŸ’‘“”…–—  \n0"


@lru_cache(maxsize=64)
def compiled(pattern: Pattern) -> re.Pattern[str]:
    """Return the expression ready to run; `check` has let it pass."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of brackets that a later Python may read otherwise
        return re.compile(pattern.source, _flags(pattern))


def _flags(pattern: Pattern) -> int:
    return int(re.MULTILINE) if pattern.cased else int(re.MULTILINE | re.IGNORECASE)


def check(pattern: Pattern, at: int) -> None:
    """Refuse an expression that is none, or that might run for ever; `at` is where it begins in its query."""
    if len(pattern.source) > LONGEST:
        raise QueryError(
            "The expression at character {at} is longer than {most} characters.",
            position=at, at=at + 1, most=LONGEST,
        )  # fmt: skip
    try:
        compiled(pattern)
        ways = _ways(_items(pattern), frozenset(), pattern)
    except (re.error, OverflowError, RecursionError, ValueError) as error:
        place = at + 1 + (getattr(error, "pos", None) or 0)
        raise QueryError(
            "The expression can't be read at character {at} ({why}); try {nearest}.",
            position=place, at=place + 1, why=getattr(error, "msg", str(error)), nearest="",
        ) from error  # fmt: skip
    if ways > _MOST_WAYS:
        raise QueryError(
            "The expression at character {at} could take for ever, because it repeats what can match the same "
            "letters in many ways; repeat less, as in NEAR.", position=at, at=at + 1,
        )  # fmt: skip


def _items(pattern: Pattern) -> list[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return list(parser.parse(pattern.source, _flags(pattern)))


@lru_cache(maxsize=64)
def needed(pattern: Pattern) -> Node:
    """Return what the index finds in every passage that an expression matches: the letters that must be there.

    They are what makes an expression quick: `/parcours cl\\w+/` reads only passages with `*parcours*`.
    """
    parts = tuple(_needed(_items(pattern)))
    return And(parts) if parts else Everything()


def _needed(items: list[Any]) -> Iterator[Node]:
    run = ""
    for kind, value in [*items, (None, None)]:
        letter = fold(chr(value)) if kind is kinds.LITERAL else ""
        if letter.isascii() and letter.isalpha():
            run += letter
            continue
        if len(run) >= _SHORTEST_RUN:
            yield Words((f"*{run}*",))
        run = ""
        if kind is kinds.SUBPATTERN:
            yield from _needed(list(value[3]))
        elif kind in _REPEATS and value[0] > 0:
            yield from _needed(list(value[2]))
        elif kind is kinds.BRANCH:
            branches = [tuple(_needed(list(one))) for one in value[1]]
            if all(branches):
                yield Or(tuple(And(parts) for parts in branches))


def spans(pattern: Pattern, text: str, look: Callable[[], object] | None = None) -> Iterator[tuple[int, int]]:
    """Yield where it matches in a text, ascending and apart, in code points; matches of no letter are none.

    `look` is called before each window, and may raise.
    """
    found, reached = compiled(pattern), 0
    for begin in range(0, max(len(text) - WINDOW // 2, 1), WINDOW // 2):
        if look is not None:
            look()
        for match in found.finditer(text, begin, begin + WINDOW):
            if match.end() > max(reached, match.start()):
                yield max(match.start(), reached), match.end()
                reached = match.end()


class Clock:
    """Refuses to go on once the time is over."""

    def __init__(self, pattern: Pattern, patience_s: float = PATIENCE_S) -> None:
        self._pattern, self._end = pattern, time.monotonic() + patience_s

    def look(self) -> None:
        """Raise `QueryError` where the time is over."""
        if time.monotonic() > self._end:
            raise QueryError(
                "The expression {source} takes too long; ask for a word beside it, so that fewer passages are read.",
                source=f"/{self._pattern.source}/",
            )


def _ways(items: list[Any], follow: frozenset[str], pattern: Pattern) -> float:
    """Return in how many ways, at most, one window can match from one place, tried one after the other.

    A repetition that stops where the next item must begin, since they share no letter, has one way.
    """
    total = 1.0
    for at, (kind, value) in enumerate(items):
        after = _first(items[at + 1 :], follow, pattern)
        total *= _ways_of(kind, value, after, pattern)
        if total > _MOST_WAYS:
            return total
    return total


def _ways_of(kind: Any, value: Any, after: frozenset[str], pattern: Pattern) -> float:
    if kind in _REPEATS:
        low, high, inner = value
        inside = list(inner)
        first = _first(inside, frozenset(), pattern)
        most = min(int(high), WINDOW)
        if most <= 1:
            return 2 * _ways(inside, after, pattern)
        within = _ways(inside, first | after, pattern)
        exits = most - min(int(low), most) + 1 if first & after else 1
        if within > 1 or _may_be_empty(inside):
            return float(min(within, 10.0) ** min(most, 300)) * exits if within > 1 else float(_MOST_WAYS + 1)
        return float(exits)
    if kind is kinds.SUBPATTERN:
        return _ways(list(value[3]), after, pattern)
    if kind is kinds.ATOMIC_GROUP:
        return _ways(list(value), after, pattern)
    if kind is kinds.BRANCH:
        branches = [list(one) for one in value[1]]
        each = [_ways(one, after, pattern) for one in branches]
        firsts = [_first(one, after, pattern) for one in branches]
        apart = len(frozenset().union(*firsts)) == sum(map(len, firsts))
        return max(each) if apart else sum(each)
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT):
        return _ways(list(value[1]), frozenset(_SAMPLE), pattern)
    if kind is kinds.GROUPREF_EXISTS:
        return sum(_ways(list(one), after, pattern) for one in value[1:] if one is not None)
    return 1.0


def _may_be_empty(items: list[Any]) -> bool:
    return bool(parser.SubPattern(parser.State(), items).getwidth()[0] == 0)


def _first(items: list[Any], follow: frozenset[str], pattern: Pattern) -> frozenset[str]:
    """Return the letters of a sample that items, and what follows where they may be empty, can begin with."""
    found: frozenset[str] = frozenset()
    for kind, value in items:
        if kind is kinds.AT or kind in (kinds.ASSERT, kinds.ASSERT_NOT):
            continue
        if kind in _REPEATS:
            found |= _first(list(value[2]), frozenset(), pattern)
            if value[0] > 0 and not _may_be_empty(list(value[2])):
                return found
        elif kind in (kinds.SUBPATTERN, kinds.ATOMIC_GROUP):
            inner = list(value[3] if kind is kinds.SUBPATTERN else value)
            found |= _first(inner, frozenset(), pattern)
            if not _may_be_empty(inner):
                return found
        elif kind is kinds.BRANCH:
            branches = [list(one) for one in value[1]]
            found = found.union(*(_first(one, frozenset(), pattern) for one in branches))
            if not any(map(_may_be_empty, branches)):
                return found
        elif kind in (kinds.GROUPREF, kinds.GROUPREF_EXISTS):
            return frozenset(_SAMPLE)
        else:
            return found | _letters(kind, value, pattern.cased)
    return found | follow


def _letters(kind: Any, value: Any, cased: bool) -> frozenset[str]:
    """Return the letters of the sample that a single character of an expression stands for."""
    if kind is kinds.ANY:
        return frozenset(_SAMPLE) - {"\n"}
    if kind is kinds.LITERAL:
        return _both_cases({chr(value)}, cased)
    if kind is kinds.NOT_LITERAL:
        return frozenset(_SAMPLE) - {chr(value)}
    if kind is kinds.RANGE:
        return _both_cases({c for c in _SAMPLE if value[0] <= ord(c) <= value[1]} | {chr(value[0])}, cased)
    if kind is kinds.CATEGORY:
        return frozenset(c for c in _SAMPLE if re.match(_CATEGORIES[value], c))
    if kind is kinds.IN:
        denied = bool(value) and value[0][0] is kinds.NEGATE
        parts = [_letters(one, part, cased) for one, part in value if one is not kinds.NEGATE]
        union = frozenset[str]().union(*parts)
        return frozenset(_SAMPLE) - union if denied else union
    return frozenset(_SAMPLE)


def _both_cases(letters: set[str], cased: bool) -> frozenset[str]:
    if cased:
        return frozenset(letters)
    return frozenset(form for c in letters for form in (c, c.lower(), c.upper()))


_CATEGORIES = {
    kinds.CATEGORY_DIGIT: r"\d", kinds.CATEGORY_NOT_DIGIT: r"\D",
    kinds.CATEGORY_SPACE: r"\s", kinds.CATEGORY_NOT_SPACE: r"\S",
    kinds.CATEGORY_WORD: r"\w", kinds.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip

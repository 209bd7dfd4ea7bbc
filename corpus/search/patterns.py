"""Regular expressions over passages, in the syntax of the package `regex`, which can stop when its time is over."""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.errors import QueryError
from corpus.search.analysis import fold
from corpus.search.nodes import And, Everything, Node, Pattern, Words

if TYPE_CHECKING:
    import regex

LONGEST = 500
PATIENCE_S = 10.0
_MOST_COPIES = 200_000
"""Of one letter of an expression, which is written out as often as it is repeated before anything is sought."""
_SHORTEST_RUN = 3
"""Letters that surely stand within one word of the index: one or two may be an elided article, which is no word."""

# One piece of an expression: an escape with what belongs to it, a set, a mark of its syntax, or a letter.
_PIECE = re.compile(
    r"""
    \\(?: [xuU][0-9A-Fa-f]+ | [NpPgkL](?: \{[^}]*\} | <[^>]*> | . ) | . )
    | \[ \^? \]? (?: \\. | [^]\\] )* \]
    | \{ [^}]* \}
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
# Comments, the verbose flag and sets within sets, where letters may be none and brackets no brackets.
_UNREAD = re.compile(r"\(\?(?:#|[a-zA-Z0-9-]*[xV])|\[\^?\]?[^]]*\[")


@lru_cache(maxsize=64)
def compiled(pattern: Pattern) -> regex.Pattern[str]:
    """Return the expression ready to run; `check` has let it pass."""
    import regex

    flags = regex.MULTILINE if pattern.cased else regex.MULTILINE | regex.IGNORECASE
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of brackets that a later version may read otherwise
        return regex.compile(pattern.source, flags)


def check(pattern: Pattern, at: int) -> None:
    """Refuse an expression that is none; `at` is where it begins in its query."""
    if len(pattern.source) > LONGEST:
        raise QueryError(
            "The expression at character {at} is longer than {most} characters.",
            position=at,
            at=at + 1,
            most=LONGEST,
        )
    if _copies(pattern.source) > _MOST_COPIES:
        raise QueryError(
            "The expression at character {at} repeats too often what is repeated already; repeat less.",
            position=at,
            at=at + 1,
        )
    import regex

    try:
        compiled(pattern)
    except (regex.error, OverflowError, RecursionError, ValueError) as error:
        place = at + 1 + (getattr(error, "pos", None) or 0)
        raise QueryError(
            "The expression can't be read at character {at} ({why}); try {nearest}.",
            position=place,
            at=place + 1,
            why=getattr(error, "msg", str(error)),
            nearest="",
        ) from error


def _copies(source: str) -> int:
    """Return how often, at most, a letter is there when groups within groups are written out."""
    of_groups, of_letters, before = 1, 1, ""
    for piece in _PIECE.findall(source):
        least = re.match(r"\{(\d+)", piece)
        if least and before == ")":
            of_groups *= max(int(least[1]), 1)
        elif least:
            of_letters = max(of_letters, int(least[1]))
        before = piece if piece.strip() else before
    return of_groups * of_letters


@lru_cache(maxsize=64)
def needed(pattern: Pattern) -> Node:
    """Return what the index finds in every passage that an expression matches: the letters outside its groups.

    They are what makes an expression quick: `/parcours cl\\w+/` reads only passages with `*parcours*`.
    """
    parts = tuple(Words((f"*{run}*",)) for run in _runs(pattern.source) if len(run) >= _SHORTEST_RUN)
    return And(parts) if parts else Everything()


def _runs(source: str) -> list[str]:
    """Return the runs of letters that must be there, folded; none where alternatives stand side by side."""
    if _UNREAD.search(source):
        return []
    runs, depth = [""], 0
    for piece in _PIECE.findall(source):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and depth == 0:
            return []
        letter = fold(piece) if len(piece) == 1 and depth == 0 else ""
        if letter.isascii() and letter.isalpha():
            runs[-1] += letter
            continue
        if piece[0] in "?*{":
            runs[-1] = runs[-1][:-1]  # the letter before it may be missing
        runs.append("")
    return runs


class Clock:
    """Refuses to go on once the time of an expression is over."""

    def __init__(self, pattern: Pattern, patience_s: float = PATIENCE_S) -> None:
        self._pattern, self._end = pattern, time.monotonic() + patience_s

    def left_s(self) -> float:
        """Return the seconds left; raises `QueryError` where there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.over()
        return left

    def over(self) -> QueryError:
        """Return the error that says that the time is over."""
        return QueryError(
            "The expression {source} takes too long; ask for a word beside it, so that fewer passages are read.",
            source=f"/{self._pattern.source}/",
        )


def spans(pattern: Pattern, text: str, clock: Clock | None = None) -> Iterator[tuple[int, int]]:
    """Yield where it matches in a text, ascending and apart, in code points; matches of no letter are none.

    `clock` is the time that several texts share; raises `QueryError` when it is over.
    """
    clock = clock or Clock(pattern)
    try:
        for match in compiled(pattern).finditer(text, timeout=clock.left_s()):
            if match.end() > match.start():
                yield match.span()
    except TimeoutError as error:
        raise clock.over() from error

"""Word trees: how what a query finds goes on, or what leads up to it (Wattenberg & Viégas 2008), as it was spoken."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from coding.search.clipping import inside
from coding.words.concordance import Concordance, Mask, Places
from corpus.search.analysis import places_of
from corpus.search.nodes import Node, leaves

DEPTH, BREADTH = 6, 12
Passage = Callable[[int], tuple[int, str]]
# A word with its accents, and one that is elided with its apostrophe: the index lets go of both.
_SPOKEN = re.compile(r"aujourd['’]hui|[^\W_]+(?:['’](?=[^\W_]))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Branch:
    """Words in a row that so many matches share, the one nearest to the match first, and how each of them goes on.

    `ends` counts the matches after which the passage is over; `hidden` those whose branch is not drawn.
    """

    words: tuple[str, ...]
    count: int
    branches: tuple[Branch, ...] = ()
    ends: int = 0
    hidden: int = 0


def joined(words: Sequence[str]) -> str:
    """Return words as they are said one after the other, an elided one right before the next.

    >>> joined(["l’", "équipe", "a", "vu"])
    'l’équipe a vu'
    """
    return "".join(word if word.endswith(("'", "’")) else f"{word} " for word in words).rstrip()


def tree(
    words: Concordance,
    node: Node,
    within: Mask,
    passage: Passage,
    side: str = "right",
    *,
    depth: int = DEPTH,
    breadth: int = BREADTH,
) -> Branch:
    """Return what stands to the `left` or `right` of the matches at addresses `within`, bool[slots + 1].

    `passage(unit)` gives start and words of a passage. At each fork the `breadth` most frequent ways are kept, nothing
    beyond `depth` words. Words of a query that stand so near that they would be in each other's context are one match.
    """
    places = inside(words.places(node), within)
    if sum(1 for _ in leaves(node)) > 1:
        places = _together(places, depth)
    return _branch((), list(_contexts(words, places, passage, side, depth)), 0, breadth)


def _together(places: Places, depth: int) -> Places:
    """Return matches, those of a passage that are at most `depth` words apart as one."""
    if not len(places):
        return places
    apart = (places.unit[1:] != places.unit[:-1]) | (places.first[1:] - places.last[:-1] > depth)
    starts = np.concatenate([[True], apart])
    ends = np.append(apart, True)
    return Places(places.unit[starts], places.first[starts], places.last[ends])


def _contexts(words: Concordance, places: Places, passage: Passage, side: str, depth: int) -> Iterator[tuple[str, ...]]:
    """Yield the words beside each match as they were spoken, the nearest first."""
    begins = words.bases[np.searchsorted(words.bases, places.first, "right") - 1]
    known, unit = ([], [], [], ""), -1  # type: tuple[list[str], list[int], list[int], str], int
    for at in range(len(places)):
        if int(places.unit[at]) != unit:
            unit = int(places.unit[at])
            known = _spoken(passage(unit)[1])
        first, last = int(places.first[at] - begins[at]), int(places.last[at] - begins[at])
        found = places_of(known[3], (first, last))
        if side == "left":
            before = bisect_right(known[2], found[first][0])
            yield tuple(known[0][max(0, before - depth) : before][::-1])
        else:
            after = bisect_left(known[1], found[last][1])
            yield tuple(known[0][after : after + depth])


def _spoken(text: str) -> tuple[list[str], list[int], list[int], str]:
    """Return the words of a passage, where each begins and ends, and the passage."""
    found = [(match[0], *match.span()) for match in _SPOKEN.finditer(text)]
    return [one[0] for one in found], [one[1] for one in found], [one[2] for one in found], text


def _branch(said: tuple[str, ...], near: list[tuple[str, ...]], at: int, breadth: int) -> Branch:
    ways: dict[str, list[tuple[str, ...]]] = {}
    for one in near:
        if at < len(one):
            ways.setdefault(one[at].casefold(), []).append(one)
    ends = len(near) - sum(map(len, ways.values()))
    if said and not ends and len(ways) == 1:
        (only,) = ways.values()
        return _branch((*said, _written(only, at)), near, at + 1, breadth)
    ranked = sorted(ways.items(), key=lambda way: (-len(way[1]), way[0]))
    branches = tuple(_branch((_written(way, at),), way, at + 1, max(3, breadth // 2)) for _, way in ranked[:breadth])
    return Branch(said, len(near), branches, ends, sum(len(way) for _, way in ranked[breadth:]))


def _written(near: list[tuple[str, ...]], at: int) -> str:
    """Return a word as it is most often written here."""
    forms = Counter(one[at] for one in near)
    return max(forms, key=lambda form: (forms[form], form))

"""Word trees: how what a query finds goes on, or what leads up to it (Wattenberg & Viégas 2008)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coding.search.clipping import inside
from coding.words.concordance import Concordance, Mask
from corpus.search.nodes import Node

DEPTH, BREADTH = 6, 12


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


def tree(
    words: Concordance, node: Node, within: Mask, side: str = "right", *, depth: int = DEPTH, breadth: int = BREADTH
) -> Branch:
    """Return what stands to the `left` or `right` of the matches at addresses `within`, bool[slots + 1].

    At each fork the `breadth` most frequent ways are kept, nothing beyond `depth` words.
    """
    places = inside(words.places(node), within)
    near = words.beside(places, side, depth)
    return _branch(words, (), near, 0, breadth)


def _branch(words: Concordance, said: tuple[int, ...], near: np.ndarray, at: int, breadth: int) -> Branch:
    while at < near.shape[1] and len(near) and said and near[0, at] >= 0 and (near[:, at] == near[0, at]).all():
        said, at = (*said, int(near[0, at])), at + 1
    shown = tuple(words.shown(number) for number in said)
    if at >= near.shape[1] or not len(near):
        return Branch(shown, len(near))
    numbers, counts = np.unique(near[:, at], return_counts=True)
    going = numbers >= 0
    ends = int(counts[~going].sum())
    numbers, counts = numbers[going], counts[going]
    kept = np.lexsort((numbers, -counts))[:breadth]
    branches = tuple(
        _branch(words, (number,), near[near[:, at] == number], at + 1, max(3, breadth // 2))
        for number in numbers[kept].tolist()
    )
    return Branch(shown, len(near), branches, ends, int(counts.sum() - counts[kept].sum()))

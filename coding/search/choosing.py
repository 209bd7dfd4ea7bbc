"""Choosing: by what things found can be narrowed, each choice with how many it would leave.

Choices of one facet are alternatives; facets narrow one another, so each counts what all others leave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coding.moment.dimensions import Label
from coding.moment.ranges import Pairs
from coding.search.searches import Chosen

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, and how many things it would leave."""

    key: Chosen
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """What things can be chosen by: code, framework:KEY, speaker, role, participant, attribute:NAME, document,
    organisation, coder, origin, set, set:codes, has (see `other_words.HAD`); a memo's kind.
    """

    name: str
    values: tuple[FacetValue, ...]


def admitted(labels: Sequence[Label], pairs: Pairs, keys: tuple[Chosen, ...], count: int) -> Mask:
    """Return which of so many things have a label with one of these keys; `pairs` are numbers of labels and things."""
    mask = np.zeros(count, bool)
    wanted = [n for n, label in enumerate(labels) if label.key in keys]
    mask[pairs[1][np.isin(pairs[0], wanted)]] = True
    return mask


def facet(name: str, labels: Sequence[Label], pairs: Pairs, base: Mask, narrowed: Mapping[str, Mask]) -> Facet:
    """Return a facet with its counts among `base`, as the other facets narrow it, bool[things] each."""
    left = np.logical_and.reduce([base, *(mask for other, mask in narrowed.items() if other != name)])
    counts = np.bincount(pairs[0][left[pairs[1]]], minlength=len(labels)).tolist()
    values = (FacetValue(label.key, label.name, count) for label, count in zip(labels, counts, strict=True))
    return Facet(name, tuple(values))

"""Agreement on a continuum that each coder cut into units: Krippendorff, Mathet, Bouvry and Widlöcher (2016).

Units are half-open, and those of one coder don't overlap. What lies between them is gaps. `u` is agreement on all of
it; `bar`, written |u, tells units from gaps alone; `coded`, written cu, tells the values of units apart where units of
two coders meet; `each`, written (k)u, does so for one value. What can't vary is undefined: nan.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from coding.agreement.coefficients import Floats, divided
from coding.moment.rows import Ints

Unit = tuple[int, int, int]
"""Start, end and value, which is 1 or more."""
Units = Sequence[Unit]


@dataclass(frozen=True)
class Unitized:
    """The family of coefficients; `coverage` is the share of the continua where units of two coders meet."""

    u: float
    bar: float
    coded: float
    coverage: float
    each: Mapping[int, float]


def binary(total: Floats, coded: Floats, differing: Floats, paired: Floats) -> Floats:
    """Return u where there is one value, which is |u: of sums over continua.

    `total` is the length of all coders' continua, `coded` that of their units, `differing` the coincidences of unit and
    gap, both ways, and `paired` what a unit or a point of a gap would have with itself.
    """
    expected = divided(2 * coded * (total - coded), total**2 - paired)
    return 1 - divided(divided(differing, total), expected)


def agreement(continua: Sequence[tuple[int, Sequence[Units]]]) -> Unitized:
    """Return agreement over continua, each with its length and the units of its coders, two or more."""
    values = sorted({value for _, coders in continua for units in coders for *_, value in units})
    size = len(values) + 1
    observed, alone, met = np.zeros((size, size)), np.zeros(size), np.zeros(size)
    place = {value: n for n, value in enumerate(values, 1)}
    for length, coders in continua:
        if len(coders) > 1:
            _add(length, [_numbered(units, place) for units in coders], observed, alone, met)
    return _figures(values, observed, alone, met)


def _numbered(units: Units, place: Mapping[int, int]) -> Ints:
    return np.array([(start, end, place[value]) for start, end, value in units], np.int64).reshape(-1, 3)


def _add(length: int, coders: Sequence[Ints], observed: Floats, alone: Floats, met: Floats) -> None:
    """Add a continuum: what its coders' values have in common, units with themselves, and where they meet."""
    share = 1 / (len(coders) - 1)
    for at, mine in enumerate(coders):
        sizes = mine[:, 1] - mine[:, 0]
        alone[0] += length - sizes.sum()
        np.add.at(alone, mine[:, 2], sizes**2)
        for other in (one for n, one in enumerate(coders) if n != at):
            _cross(length, mine, other, share, observed, met)


def _cross(length: int, mine: Ints, other: Ints, share: float, observed: Floats, met: Floats) -> None:
    both = np.minimum.outer(mine[:, 1], other[:, 1]) - np.maximum.outer(mine[:, 0], other[:, 0])
    both = np.maximum(both, 0)
    lone, theirs = mine[:, 1] - mine[:, 0] - both.sum(axis=1), other[:, 1] - other[:, 0] - both.sum(axis=0)
    np.add.at(observed, (mine[:, 2, None], other[None, :, 2]), both * share)
    np.add.at(observed[:, 0], mine[:, 2], lone * share)
    np.add.at(observed[0], other[:, 2], theirs * share)
    observed[0, 0] += (length - both.sum() - lone.sum() - theirs.sum()) * share
    np.add.at(met, mine[:, 2], both.sum(axis=1) ** 2 * share)


def _figures(values: Sequence[int], observed: Floats, alone: Floats, met: Floats) -> Unitized:
    total = observed.sum()
    inner = observed[1:, 1:]
    gaps, here = observed[0].sum(), inner.sum(axis=1)
    bar = binary(total, total - gaps, 2 * observed[0, 1:].sum(), alone.sum())
    each = {value: float(_one(n, here, inner, met[1:])) for n, value in enumerate(values)}
    return Unitized(
        float(_alpha(observed, observed.sum(axis=1), alone.sum())),
        float(bar),
        float(_alpha(inner, here, met.sum())),
        float(divided(here.sum(), total)),
        each,
    )


def _alpha(observed: Floats, margins: Floats, paired: float) -> Floats:
    total = margins.sum()
    expected = divided(total**2 - (margins**2).sum(), total**2 - paired)
    return 1 - divided(divided(total - np.trace(observed), total), expected)


def _one(at: int, margins: Floats, inner: Floats, met: Floats) -> Floats:
    mine, total = margins[at], margins.sum()
    expected = divided(mine * (total - mine), mine * total - met[at])
    return 1 - divided(divided(mine - inner[at, at], mine), expected)

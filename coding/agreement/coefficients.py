"""Coefficients of agreement on nominal ratings, computed from sums, so that resampled documents cost additions alone.

Where all ratings are alike nothing was told apart, and agreement is undefined: nan, never 1 nor 0.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


class AgreementShares(NamedTuple):
    """Agreement that was observed and that chance would bring, from 0 to 1."""

    observed: Floats
    expected: Floats

    @property
    def coefficient(self) -> Floats:
        """Agreement beyond chance over what there was room for; nan where there was none."""
        return divided(self.observed - self.expected, 1 - self.expected)


class Ratings(NamedTuple):
    """What coefficients need of units that were rated; leading axes are the caller's, values the last of two.

    `agreeing` is the sum over units with two ratings or more (`paired` of them) of the share of pairs that agree;
    `shares` (…, values) that of the parts of a unit's ratings over all `units`; `values` (…, values) counts
    ratings in paired units, and `differing` their coincidences of unlike values, each pair weighing 1 / (ratings - 1).
    """

    agreeing: Floats
    paired: Floats
    shares: Floats
    units: Floats
    values: Floats
    differing: Floats

    @classmethod
    def of(cls, counts: ArrayLike, weights: ArrayLike = 1.0) -> Self:
        """Sum units: `counts` (…, units, values) says how many coders gave each value, `weights` how long each is."""
        given = np.asarray(counts, np.float64)
        raters = given.sum(axis=-1)
        weight = np.broadcast_to(np.asarray(weights, np.float64), raters.shape)
        paired, rated = weight * (raters > 1), weight * (raters > 0)
        squares = (given**2).sum(axis=-1)
        return cls(
            _sum(paired * divided(squares - raters, raters * (raters - 1), 0.0)),
            _sum(paired),
            _sum(rated[..., None] * divided(given, raters[..., None], 0.0), -2),
            _sum(rated),
            _sum(paired[..., None] * given, -2),
            _sum(paired * divided(raters**2 - squares, raters - 1, 0.0)),
        )

    def weighted(self, weights: Floats) -> Self:
        """Return sums over the first axis, each of its members as often as `weights` (…, members) says."""
        return type(self)(*(np.tensordot(weights, one, 1) for one in self))

    @property
    def varied(self) -> NDArray[np.bool_]:
        """Whether two values or more were given at all."""
        return np.asarray((self.shares > 0).sum(axis=-1) > 1)


def divided(above: Any, below: Any, otherwise: float = np.nan) -> Floats:
    """Return a quotient, and `otherwise` where there is nothing to divide by."""
    above, below = np.broadcast_arrays(np.asarray(above, np.float64), np.asarray(below, np.float64))
    some = np.abs(below) > 1e-12
    return np.asarray(np.divide(above, below, out=np.full(above.shape, otherwise), where=some))


def _sum(values: Floats, axis: int = -1) -> Floats:
    return np.asarray(values.sum(axis=axis), np.float64)


def _where_varied(ratings: Ratings, found: Floats) -> Floats:
    return np.where(ratings.varied, found, np.nan)


def percent(ratings: Ratings) -> Floats:
    """Return the share of pairs of ratings that agree, 0 to 1."""
    return _where_varied(ratings, divided(ratings.agreeing, ratings.paired))


def cohen(table: ArrayLike) -> AgreementShares:
    """Return agreement of two coders by Cohen's κ (1960); `table` (…, values, values) counts units by both values."""
    counts = np.asarray(table, np.float64)
    total = counts.sum(axis=(-2, -1))
    observed = np.trace(counts, axis1=-2, axis2=-1)
    expected = (counts.sum(axis=-1) * counts.sum(axis=-2)).sum(axis=-1)
    return AgreementShares(divided(observed, total), divided(expected, total**2))


def fleiss(ratings: Ratings) -> AgreementShares:
    """Return agreement of two coders or more by Fleiss' κ (1971), some of whom may have rated less (Gwet 2014)."""
    shares = divided(ratings.shares, ratings.units[..., None])
    return AgreementShares(percent(ratings), _where_varied(ratings, (shares**2).sum(axis=-1)))


def ac1(ratings: Ratings) -> AgreementShares:
    """Return agreement by Gwet's AC1 (2008)."""
    shares = divided(ratings.shares, ratings.units[..., None])
    expected = (shares * (1 - shares)).sum(axis=-1) / max(shares.shape[-1] - 1, 1)
    return AgreementShares(percent(ratings), _where_varied(ratings, expected))


def alpha(ratings: Ratings) -> AgreementShares:
    """Return agreement by Krippendorff's α for nominal data (2011); ratings may be missing."""
    total = ratings.values.sum(axis=-1)
    unlike = divided(total**2 - (ratings.values**2).sum(axis=-1), total * (total - 1))
    return AgreementShares(1 - divided(ratings.differing, total), 1 - unlike)


def positive(ratings: Ratings) -> Floats:
    """Return positive agreement (Dice 1945) on the last of two values: of what one coded, how much the other did."""
    both = ratings.values[..., 1] - ratings.differing / 2
    return _where_varied(ratings, divided(both, ratings.values[..., 1]))


def common(ratings: Ratings) -> Floats:
    """Return the share of what either coded that both coded (Jaccard 1912), which follows from positive agreement."""
    dice = positive(ratings)
    return np.asarray(dice / (2 - dice))


def pooled(found: AgreementShares) -> Floats:
    """Return one figure over the last axis, from means of what was observed and expected (De Vries et al. 2008).

    What is undefined there says nothing.
    """
    known = ~np.isnan(found.coefficient)
    gained = np.where(known, found.observed - found.expected, 0.0).sum(axis=-1)
    return divided(gained, np.where(known, 1 - found.expected, 0.0).sum(axis=-1))

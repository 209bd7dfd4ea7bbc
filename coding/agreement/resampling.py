"""Figures of agreement by code, and how far they would move with other documents.

All that a figure needs of a document is a few sums; a resampling of documents adds them up anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np

from coding.agreement import coefficients, unitizing
from coding.agreement.coefficients import AgreementShares, Floats, Ratings, divided
from coding.agreement.overlaps import Pieces
from coding.agreement.stretches import Laid
from coding.moment.rows import Ints

MEASURES = ("percent", "kappa", "alpha", "ac1", "u_alpha", "dice")


class Estimate(NamedTuple):
    """A measure, and between what 95 in 100 resamplings lie; None where it is undefined or not asked for."""

    value: float | None
    low: float | None = None
    high: float | None = None


Figures = Mapping[str, Estimate]
"""By the names of `MEASURES`."""


@dataclass(frozen=True)
class RatingTables:
    """Sums by document and code: ratings of two values; two coders' tables (…, 2, 2), None for more coders.

    `cut` (…, 4) is what `unitizing.binary` needs of characters, None where units are passages.
    """

    ratings: Ratings
    pairs: Floats | None
    cut: Floats | None

    @classmethod
    def of(cls, parts: Pieces, laid: Laid, coders: int, *, of_text: bool) -> Self:
        """Sum up what was laid out; `coders` counts all that are compared."""
        shape, sizes = (len(laid.documents), len(laid.codes)), laid.sizes.astype(np.float64)[:, None]
        said = np.bitwise_count(parts.coders.astype(np.uint64)).astype(np.int64)
        lengths = _summed(parts.group, said, parts.length, shape, coders + 1)
        lengths[..., 0] = sizes - lengths.sum(axis=-1)
        raters = np.bitwise_count(laid.raters.astype(np.uint64)).astype(np.int64)[:, None, None]
        yes = np.minimum(np.arange(coders + 1), raters)
        counts = np.stack(np.broadcast_arrays(raters - yes, yes), axis=-1)
        ratings = Ratings.of(np.broadcast_to(counts, (*lengths.shape, 2)), lengths)
        return cls(
            ratings,
            _pairs(parts, shape, sizes) if coders == 2 else None,
            _cut(ratings, laid, shape) if of_text else None,
        )

    def weighted(self, weights: Floats) -> RatingTables:
        """Return sums over documents, each as often as `weights` (…, documents) says."""
        pairs, cut = (None if one is None else np.tensordot(weights, one, 1) for one in (self.pairs, self.cut))
        return RatingTables(self.ratings.weighted(weights), pairs, cut)

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.ratings.units)


def _summed(groups: Ints, places: Ints, lengths: Ints, shape: tuple[int, int], size: int) -> Floats:
    flat = np.bincount(groups * size + places, weights=lengths, minlength=shape[0] * shape[1] * size)
    return flat.astype(np.float64).reshape(*shape, size)


def _pairs(parts: Pieces, shape: tuple[int, int], sizes: Floats) -> Floats:
    found = _summed(parts.group, parts.coders, parts.length, shape, 4)  # neither, the first, the second, both
    found[..., 0] = sizes - found.sum(axis=-1)
    return found.reshape(*shape, 2, 2)


def _cut(ratings: Ratings, laid: Laid, shape: tuple[int, int]) -> Floats:
    units = laid.stretches
    squares = np.bincount(units.group, weights=(units.end - units.start) ** 2.0, minlength=shape[0] * shape[1])
    total, coded = ratings.values.sum(axis=-1), ratings.values[..., 1]
    return np.stack([total, coded, ratings.differing, squares.reshape(shape) + total - coded], axis=-1)


def measured(tables: RatingTables, *, coded: bool, resamplings: int, seed: int) -> list[Figures]:
    """Return the figures of each code, then of all pooled, then their mean; on `coded` text two of them alone."""
    found = _measures(tables.weighted(np.ones(tables.documents)), coded)
    between = _between(tables, coded, resamplings, seed)
    rows = range(tables.ratings.units.shape[1] + 2)
    return [{name: _figure(found, between, name, n) for name in MEASURES} for n in rows]


def _figure(found: Mapping[str, Floats], between: Mapping[str, Floats], name: str, n: int) -> Estimate:
    if name not in found or np.isnan(found[name][n]):
        return Estimate(None)
    ends = between[name][:, n] if name in between else np.full(2, np.nan)
    low, high = (None if np.isnan(end) else float(end) for end in ends)
    return Estimate(float(found[name][n]), low, high)


def _between(tables: RatingTables, coded: bool, resamplings: int, seed: int) -> Mapping[str, Floats]:
    """Return (2, codes + 2) of each measure: where 2.5 and 97.5 in 100 resamplings lie. One document says nothing."""
    number = tables.documents
    if number < 2 or resamplings < 1:
        return {}
    draws = np.random.default_rng(seed).multinomial(number, np.full(number, 1 / number), resamplings)
    drawn = _measures(tables.weighted(draws.astype(np.float64)), coded)
    return {name: _quantiles(values) for name, values in drawn.items()}


def _quantiles(values: Floats) -> Floats:
    """Return (2, n) of values (resamplings, n); those that are undefined say nothing."""
    ordered = np.sort(values, axis=0)  # nan comes last
    known = (~np.isnan(ordered)).sum(axis=0)
    found = []
    for share in (0.025, 0.975):
        at = share * np.maximum(known - 1, 0)
        low, high = np.floor(at).astype(int), np.ceil(at).astype(int)
        below, above = (np.take_along_axis(ordered, n[None], axis=0)[0] for n in (low, high))
        found.append(below + (at - low) * (above - below))
    return np.stack(found)


def _measures(sums: RatingTables, coded: bool) -> dict[str, Floats]:
    """Return (…, codes + 2) of each measure: by code, pooled, and the mean of those that are defined."""
    ratings = sums.ratings
    every = _over_codes(ratings)
    if coded:
        share, dice = (coefficients.common, coefficients.positive)
        return {"percent": _beside(share(ratings), share(every)), "dice": _beside(dice(ratings), dice(every))}
    kappa = coefficients.fleiss(ratings) if sums.pairs is None else coefficients.cohen(sums.pairs)
    chances = {"kappa": kappa, "alpha": coefficients.alpha(ratings), "ac1": coefficients.ac1(ratings)}
    found = {name: _beside(one.coefficient, coefficients.pooled(one)) for name, one in chances.items()}
    if sums.cut is not None:
        found["u_alpha"] = _unitized(sums.cut)
    found["percent"] = _beside(coefficients.percent(ratings), coefficients.percent(every))
    found["dice"] = _beside(coefficients.positive(ratings), coefficients.positive(every))
    return found


def _unitized(cut: Floats) -> Floats:
    total, coded, differing, paired = np.moveaxis(cut, -1, 0)
    expected = divided(2 * coded * (total - coded), total**2 - paired)
    one = AgreementShares(1 - divided(differing, total), 1 - expected)
    return _beside(unitizing.binary(total, coded, differing, paired), coefficients.pooled(one))


def _over_codes(ratings: Ratings) -> Ratings:
    """Return the sums over codes whose ratings vary; of the others nothing is told apart."""
    varied = ratings.varied
    return Ratings(
        *(
            np.where(varied if one.ndim == varied.ndim else varied[..., None], one, 0).sum(axis=varied.ndim - 1)
            for one in ratings
        )
    )


def _beside(codes: Floats, pooled: Floats) -> Floats:
    known = ~np.isnan(codes)
    mean = divided(np.where(known, codes, 0).sum(axis=-1), known.sum(axis=-1))
    return np.concatenate([codes, pooled[..., None], mean[..., None]], axis=-1)

"""Correspondence analysis of a matrix: which rows and columns go together, by NumPy's singular values.

Greenacre (1984): the table of standardised residuals of the profiles is decomposed; coordinates are principal ones, and
their signs are free. Rows and columns without anything are left out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coding.moment.moment import Moment
from corpus.errors import NothingThere

Floats = NDArray[np.float64]
_NOUGHT = 1e-12
_CHOSEN = ("choice", "ordered", "boolean")


@dataclass(frozen=True)
class Points:
    """Rows or columns: `kept` their numbers in the matrix, and by axis coordinates, contributions and cos² (n, axes).

    `mass` is each one's share of the whole, `inertia` its part of the total inertia.
    """

    kept: tuple[int, ...]
    mass: Floats
    inertia: Floats
    coordinates: Floats
    contributions: Floats
    cos2: Floats


@dataclass(frozen=True)
class Correspondence:
    """`eigenvalues` by axis, the largest first; their sum is the inertia, that times the total of the table its χ²."""

    eigenvalues: Floats
    rows: Points
    columns: Points
    total: float

    @property
    def inertia(self) -> float:
        """The total inertia."""
        return float(self.eigenvalues.sum())

    @property
    def shares(self) -> Floats:
        """The share of the inertia of each axis."""
        return self.eigenvalues / self.inertia


def divisions(moment: Moment) -> list[str]:
    """Return what codes are analysed by: the first attribute of participants whose values are chosen, and documents."""
    told = [info for info in moment.known.attributes if info.subject == "participant" and info.type in _CHOSEN]
    return [*(f"attribute:{info.name}" for info in told[:1]), "documents"]


def analysed(values: NDArray[np.number]) -> Correspondence:
    """Analyse a table of counts; raises `NothingThere` where there are not two rows and two columns that differ."""
    table = np.asarray(values, float)
    across, down = np.flatnonzero(table.sum(axis=1)), np.flatnonzero(table.sum(axis=0))
    table = table[np.ix_(across, down)]
    if min(table.shape) < 2:
        raise NothingThere("A correspondence analysis takes two rows and two columns that hold something.")
    shares = table / table.sum()
    row, column = shares.sum(axis=1), shares.sum(axis=0)
    residuals = (shares - np.outer(row, column)) / np.sqrt(np.outer(row, column))
    left, singular, right = np.linalg.svd(residuals, full_matrices=False)
    axes = int((singular > np.sqrt(_NOUGHT)).sum())
    if not axes:
        raise NothingThere("All rows have the same profile: there is nothing to set apart.")
    signs = np.where(left[np.abs(left).argmax(axis=0), np.arange(left.shape[1])] < 0, -1, 1)
    eigenvalues = singular[:axes] ** 2
    sides = ((across, row, left * signs, residuals), (down, column, right.T * signs, residuals.T))
    rows, columns = (
        _points(kept, mass, vectors[:, :axes], singular[:axes], rest) for kept, mass, vectors, rest in sides
    )
    return Correspondence(eigenvalues, rows, columns, float(table.sum()))


def _points(kept: NDArray[np.int64], mass: Floats, vectors: Floats, singular: Floats, residuals: Floats) -> Points:
    coordinates = vectors * singular / np.sqrt(mass)[:, None]
    inertia = (residuals**2).sum(axis=1)
    apart = (coordinates**2).sum(axis=1, keepdims=True)
    cos2 = np.divide(coordinates**2, apart, out=np.zeros_like(coordinates), where=apart > _NOUGHT)
    return Points(tuple(kept.tolist()), mass, inertia, coordinates, vectors**2, cos2)

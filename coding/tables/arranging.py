"""A matrix as it is read: percents, totals that agree with it, its lines in another order, and as a long list.

Nothing is counted here but totals: each unit of a line once, whatever number of columns it is in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from coding.moment.dimensions import Dimension, Label
from coding.moment.ranges import once
from coding.moment.rows import Ints
from coding.tables import matrices
from coding.tables.matrices import Matrix
from coding.tables.ordering import MEANINGS, ordered

Percent = Literal["", "row", "column", "total"]
Order = Literal["", "name", "total", "cluster", "case", "role", "time"]
PERCENTS: tuple[Percent, ...] = ("row", "column", "total")
ORDERS: tuple[Order, ...] = ("name", "total", "cluster", *MEANINGS)
TOTALLED = frozenset({"passages", "codings", "documents", "participants", "words"})
"""Cells that add up to something."""
_MOST = 1_500  # lines beyond which likeness takes too long; they keep their order


@dataclass(frozen=True, slots=True)
class Shape:
    """How a matrix is read: `percent` of what, lines in which `order`, with `totals`, or `tidy`, a line for a cell."""

    percent: Percent = ""
    order: Order = ""
    totals: bool = False
    tidy: bool = False


PLAIN = Shape()


@dataclass(frozen=True)
class Arranged:
    """The numbers as they are read: `rows` and `columns` are the places of lines in the matrix, in their order here.

    `down` are the totals of rows, `across` of columns, and `whole` of all; None where none are wanted. `shared` says
    that some unit is in several columns or rows, so that they are less than sums.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    values: NDArray[Any]
    down: NDArray[Any] | None = None
    across: NDArray[Any] | None = None
    whole: float | None = None
    shared: bool = False


def arranged(matrix: Matrix, shape: Shape) -> Arranged:
    """Return a matrix in a shape; percents are of 100."""
    order = tuple(_order(matrix, shape.order, across=across) for across in (False, True))
    rows, columns = order
    values = matrix.values[np.ix_(rows, columns)] if rows and columns else matrix.values
    if matrix.cell not in TOTALLED or not (shape.totals or shape.percent):
        return Arranged(rows, columns, values)
    down, across, whole = _totals(matrix)
    shared = bool((matrix.values.sum(axis=1) > down).any() or (matrix.values.sum(axis=0) > across).any())
    made = Arranged(rows, columns, values, down[list(rows)], across[list(columns)], whole, shared)
    made = replace(made, values=_percents(made, shape.percent)) if shape.percent else made
    return made if shape.totals and not shape.percent else replace(made, down=None, across=None, whole=None)


def _percents(made: Arranged, percent: Percent) -> NDArray[np.float64]:
    shape = made.values.shape
    match percent:
        case "row":
            base = np.asarray(made.down).reshape(-1, 1)
        case "column":
            base = np.asarray(made.across).reshape(1, -1)
        case _:
            base = np.array(made.whole)
    wide = np.broadcast_to(base, shape)
    found = np.divide(made.values * 100.0, wide, out=np.zeros(shape), where=wide > 0)
    return np.asarray(np.round(found, 1))


def _totals(matrix: Matrix) -> tuple[Ints, Ints, float]:
    """Return how many units each row, each column, and all of them have that are in the matrix, each once."""
    down, across = matrix.sides
    row, column = _one(down), _one(across)
    moment, cell = matrix.moment, matrix.cell
    by_row = matrices.counted(moment, down, column, cell)[:, 0]
    by_column = matrices.counted(moment, row, across, cell)[0]
    return by_row, by_column, float(matrices.counted(moment, row, column, cell)[0, 0])


def _one(side: Dimension) -> Dimension:
    """Return a dimension whose labels are made one."""
    passages, coded = side.by_passage, side.coded
    whole = {key: [0] for key, labels in side.of_document.items() if labels}
    return replace(
        side,
        labels=(Label(None, "", side.kind),),
        codes=(),
        nobody=None,
        asked=None,
        of_document=whole,
        by_passage=once((np.zeros_like(passages[0]), passages[1])),
        coded=once((np.zeros_like(coded[0]), coded[1])) if coded is not None else None,
    )


def _order(matrix: Matrix, order: Order, *, across: bool) -> tuple[int, ...]:
    """Return the places of rows, or columns, in an order; what is nobody's stands last."""
    labels = matrix.columns if across else matrix.rows
    values = matrix.values.T if across else matrix.values
    places = list(range(len(labels)))
    match order:
        case "name":
            places.sort(key=lambda n: labels[n].name.casefold())
        case "total":
            sums = values.sum(axis=1).tolist() if len(labels) else []
            places.sort(key=lambda n: -sums[n])
        case "cluster":
            places = clustered(values)
        case "case" | "role" | "time":
            places = ordered(matrix.moment, labels, order)
    last = [n for n in places if labels[n].key is None]
    return (*(n for n in places if labels[n].key is not None), *last)


def clustered(values: NDArray[Any]) -> list[int]:
    """Return the places of lines so that those that are alike stand beside each other.

    Lines are joined two by two, those first whose profiles have the least angle between them on the average.
    """
    size = len(values)
    if size < 3 or size > _MOST:
        return list(range(size))
    lengths = np.linalg.norm(values.astype(float), axis=1)
    profiles = values / np.where(lengths > 0, lengths, 1.0)[:, None]
    likeness = profiles @ profiles.T
    np.fill_diagonal(likeness, -np.inf)
    groups: dict[int, list[int]] = {n: [n] for n in range(size)}
    for _ in range(size - 1):
        one, other = sorted(divmod(int(likeness.argmax()), size))
        mine, theirs = len(groups[one]), len(groups[other])
        merged = (likeness[one] * mine + likeness[other] * theirs) / (mine + theirs)
        likeness[one], likeness[:, one] = merged, merged
        likeness[other], likeness[:, other], likeness[one, one] = -np.inf, -np.inf, -np.inf
        groups[one] += groups.pop(other)
    return next(iter(groups.values()))

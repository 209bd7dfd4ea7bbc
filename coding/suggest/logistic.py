"""Logistic regression of many codes at once, in its dual form, each code by itself against the rest.

With K the likeness of examples, a column's log-odds are F = s + K A, where s is how frequent the code is. The
coefficients A make the sum of `counts` × log-loss + penalty / 2 × A'KA least, so that penalty × A = counts × (Y - P)
with P the chances of F. K is never written down: it is a function that multiplies by it. The steps are Newton's, each
solved for all columns by conjugate gradients (Rasmussen and Williams 2006, 3.4; Lin, Weng and Keerthi 2008).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
# Takes n × m, gives K @ it.
Times = Callable[[Floats], Floats]

# Log-odds that a further step would not move by more are left as they are.
TOLERANCE = 0.02
_STEPS = 20
_INNER = 30
_INNER_SHARE = 1e-3  # of the squared distance that is left when an inner solution is good enough
_HALVINGS = 5
_RARE = 1e-5


@dataclass(slots=True)
class Solution:
    """`coefficients` A and `scores` F are n × columns, `start` s is one number a column."""

    coefficients: Floats
    scores: Floats
    start: Floats

    NAMES: ClassVar = ("coefficients", "scores", "start")

    def part(self, columns: slice | NDArray[np.int64]) -> Solution:
        """Return the solution of some columns."""
        return Solution(self.coefficients[:, columns], self.scores[:, columns], self.start[columns])


def solve(times: Times, targets: Floats, counts: Floats, penalty: float, known: Solution | None = None) -> Solution:
    """Learn `targets`, n × columns of noughts and ones, each counted `counts`, of the same shape; nought leaves it out.

    A `known` solution to begin from, with the scores and the start that belong to these examples, saves most of the
    time and leads to the same place.
    """
    if known is None:
        start = log_odds(targets, counts)
        known = Solution(np.zeros_like(targets), np.tile(start, (len(targets), 1)), start)
    solution = Solution(known.coefficients.copy(), known.scores.copy(), known.start)
    columns = np.arange(targets.shape[1])
    for _ in range(_STEPS):
        wrong = _wrong(solution, targets, counts, penalty, columns)
        unsettled = np.abs(wrong).max(axis=0, initial=0) > TOLERANCE * penalty
        columns = columns[unsettled]
        if not len(columns):
            break
        moved = _step(times, solution, targets, counts, penalty, columns, wrong[:, unsettled])
        columns = columns[moved > TOLERANCE]
    return solution


def chances(scores: Floats) -> Floats:
    """Return log-odds as chances."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), np.float32)


def log_odds(targets: Floats, counts: Floats) -> Floats:
    """Return the log-odds of each column's share of ones."""
    shares = (counts * targets).sum(axis=0) / np.maximum(counts.sum(axis=0), 1e-9)
    shares = np.clip(shares, _RARE, 1 - _RARE)
    return np.asarray(np.log(shares / (1 - shares)), np.float32)


def _wrong(solution: Solution, targets: Floats, counts: Floats, penalty: float, columns: NDArray[np.int64]) -> Floats:
    """Return how far from `counts × (Y - P) = penalty × A` some columns are."""
    gap = targets[:, columns] - chances(solution.scores[:, columns])
    return np.asarray(counts[:, columns] * gap - penalty * solution.coefficients[:, columns], np.float32)


def _step(
    times: Times,
    solution: Solution,
    targets: Floats,
    counts: Floats,
    penalty: float,
    columns: NDArray[np.int64],
    wrong: Floats,
) -> Floats:
    """Take one step of Newton's, and return how far it moved the log-odds of what counts, column by column.

    The step solves (penalty + W K) step = wrong, with W = counts × P (1 - P), by Woodbury's identity.
    """
    chance = chances(solution.scores[:, columns])
    root = np.sqrt(counts[:, columns] * chance * (1 - chance))
    inner = _conjugate(lambda v: penalty * v + root * times(root * v), root * times(wrong))
    change = (wrong - root * inner) / np.float32(penalty)
    moved = times(change)
    length = np.ones(len(columns), np.float32)
    start, wanted, weight = solution.start[columns], targets[:, columns], counts[:, columns]
    old, at = solution.coefficients[:, columns], solution.scores[:, columns]
    before = _loss(old, at, start, wanted, weight, penalty)
    for _ in range(_HALVINGS):
        coefficients, scores = old + length * change, at + length * moved
        too_far = _loss(coefficients, scores, start, wanted, weight, penalty) > before * (1 + 1e-4)
        if not too_far.any():
            break
        length = np.where(too_far, length / 2, length)
    solution.coefficients[:, columns] = coefficients
    solution.scores[:, columns] = scores
    return np.asarray(np.where(weight > 0, np.abs(moved), 0).max(axis=0), np.float32)


def _loss(
    coefficients: Floats, scores: Floats, start: Floats, targets: Floats, counts: Floats, penalty: float
) -> Floats:
    """Return what is to be made least, column by column."""
    loss = counts * (np.logaddexp(0, scores) - targets * scores)
    return np.asarray((loss + penalty / 2 * coefficients * (scores - start)).sum(axis=0), np.float32)


def _conjugate(times: Times, goal: Floats) -> Floats:
    """Return X with times(X) = goal, column by column, by conjugate gradients (Hestenes and Stiefel 1952)."""
    found, left, way = np.zeros_like(goal), goal.copy(), goal.copy()
    first = size = (left * left).sum(axis=0)
    for _ in range(_INNER):
        if (size <= _INNER_SHARE * first + 1e-20).all():
            break
        turned = times(way)
        length = size / np.maximum((way * turned).sum(axis=0), 1e-20)
        found += length * way
        left -= length * turned
        size, before = (left * left).sum(axis=0), size
        way = left + size / np.maximum(before, 1e-20) * way
    return found

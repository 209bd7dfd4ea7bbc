"""Figures of quality: thresholds, precision, recall, average precision, hits among the first, calibration."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coding.suggest.features import Floats

Truth = NDArray[np.bool_]

# With fewer examples a code is not suggested: `not enough yet: 4 of 10`.
ENOUGH = 10


@dataclass(frozen=True, slots=True)
class CodeMeasures:
    """How well one code is known, from so many `examples`; precision and recall at `threshold` on what was left out.

    `documents` are those it was measured on. Where it was said and people gave other codes, `wrong` times, `instead` is
    what they gave, most often first, with how often.
    """

    code: int
    examples: int
    threshold: float = float("inf")
    precision: float = 0.0
    recall: float = 0.0
    average_precision: float = 0.0
    documents: int = 0
    wrong: int = 0
    instead: tuple[tuple[int, int], ...] = ()

    @property
    def enough(self) -> bool:
        """Whether there are enough examples to suggest from, and a threshold to suggest by."""
        return self.examples >= ENOUGH and bool(np.isfinite(self.threshold))


def best_threshold(scores: Floats, truth: Truth) -> float:
    """Return the score from which on saying yes gives the best F1, midway to the next lower score.

    Where nothing, or everything, is true there is nothing to tell apart: inf.
    """
    if not truth.any() or truth.all():
        return float("inf")
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + truth.sum())
    sorted_scores = scores[order]
    last_of_its_score = _last_of_equals(sorted_scores)
    best = int(np.argmax(np.where(last_of_its_score, f1, -1)))
    below = sorted_scores[best + 1] if best + 1 < len(order) else sorted_scores[best]
    return float((float(sorted_scores[best]) + float(below)) / 2)


def leaning(threshold: float, examples: int, common: float, steady: int) -> float:
    """Return a threshold found on few examples drawn towards the common one, which counts as `steady` examples.

    It is their mean, each by how much it was found on, as a mean of few is shrunk towards that of all (Efron and Morris
    1975). Where either is inf there is nothing to lean on.
    """
    if not (np.isfinite(threshold) and np.isfinite(common)):
        return threshold
    return (examples * threshold + steady * common) / (examples + steady)


def _last_of_equals(falling: Floats) -> Truth:
    """Return where a run of equal scores ends."""
    return np.append(falling[1:] < falling[:-1], True)


def precision_recall(said: Truth, truth: Truth) -> tuple[float, float]:
    """Return precision and recall; nought where nothing was said, or nothing was there."""
    right = int((said & truth).sum())
    return right / max(1, int(said.sum())), right / max(1, int(truth.sum()))


def average_precision(scores: Floats, truth: Truth) -> float:
    """Return the mean precision at each hit going down the scores; equal scores share theirs, -inf is never a hit."""
    total = int(truth.sum())
    if not total:
        return 0.0
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order] & np.isfinite(scores[order]))
    last = np.flatnonzero(_last_of_equals(scores[order]))
    steps = np.diff(np.concatenate([[0], hits[last]]))
    return float((steps * hits[last] / (last + 1)).sum() / total)


def area_under_curve(scores: Floats, truth: Truth) -> float | None:
    """Return the chance that a true one scores higher than a false one, half for equals; None without both."""
    yes, no = scores[truth], np.sort(scores[~truth])
    if not len(yes) or not len(no):
        return None
    below = np.searchsorted(no, yes, "left") + np.searchsorted(no, yes, "right")
    return float(below.mean() / (2 * len(no)))


def hits(scores: Floats, truth: Truth, top: int) -> float:
    """Return the share of rows of which one of the `top` highest scores is true; -inf scores are never among them."""
    if not scores.size:
        return 0.0
    order = np.argsort(-scores, axis=1, kind="stable")[:, :top]
    found = np.take_along_axis(truth, order, axis=1) & np.isfinite(np.take_along_axis(scores, order, axis=1))
    return float(found.any(axis=1).mean())


def reciprocal_rank(scores: Floats, truth: Truth) -> float:
    """Return the mean of one over the place of the first right code, over the rows that have one."""
    kept = truth.any(axis=1)
    if not kept.any():
        return 0.0
    order = np.argsort(-scores[kept], axis=1, kind="stable")
    return float(np.mean(1 / (1 + np.take_along_axis(truth[kept], order, axis=1).argmax(axis=1))))


def logistic(scores: Floats, truth: Truth) -> tuple[float, float]:
    """Return slope and start of the curve that turns scores into chances (Platt 1999), by Newton's method."""
    positive = int(truth.sum())
    if not positive or positive == truth.size:
        return 0.0, float(np.log((positive + 1) / (truth.size - positive + 1)))
    goal = np.where(truth, (positive + 1) / (positive + 2), 1 / (truth.size - positive + 2)).astype(float).ravel()
    start = np.array([0.0, np.log(positive / (truth.size - positive))])
    slope, begin = _steepest(np.stack([scores.ravel().astype(float), np.ones(scores.size)]), goal, start)
    return float(slope), float(begin)


def weighing(columns: Floats, truth: Truth) -> Floats:
    """Return the weight of each of columns × cases, and the start, in log-odds of being true (logistic regression)."""
    positive = int(truth.sum())
    if not positive or positive == truth.size:
        return np.zeros(len(columns) + 1, np.float32)
    start = np.append(np.zeros(len(columns)), np.log(positive / (truth.size - positive)))
    ones = np.ones((1, truth.size))
    return np.asarray(_steepest(np.vstack([columns, ones]).astype(float), truth.astype(float), start), np.float32)


def _steepest(
    columns: NDArray[np.float64], goal: NDArray[np.float64], found: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the weights under which columns give `goal` best, by Newton's method with a trace of shrinking."""
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(found @ columns, -30, 30)))
        slope = columns @ (goal - chance)
        bend = (columns * (chance * (1 - chance) + 1e-9)) @ columns.T + 1e-6 * np.eye(len(found))
        step = np.linalg.solve(bend, slope)
        step /= max(1.0, float(np.abs(step).max()) / 10)
        found = found + step
        if np.abs(step).max() < 1e-6:
            break
    return found


def calibration(chances: Floats, truth: Truth, bins: int = 10) -> list[dict[str, float | int]]:
    """Return for equal bands of chance what was promised and what was true; empty bands are left out."""
    band = np.minimum((chances * bins).astype(int), bins - 1)
    return [
        {
            "from": at / bins,
            "to": (at + 1) / bins,
            "promised": float(chances[inside].mean()),
            "true": float(truth[inside].mean()),
            "count": int(inside.sum()),
        }
        for at in range(bins)
        if (inside := band == at).any()
    ]

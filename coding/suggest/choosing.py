"""How much what texts mean counts in a study: the share under which right ones stand highest on what is left out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from coding.suggest import measures
from coding.suggest.features import FeatureRows, Features, Floats, Ints
from coding.suggest.learning import Model
from coding.suggest.likeness import FEW, MEANING
from corpus.progress import Progress, silent

SHARES = (0.25, 0.0, 1.0)
"""What is tried beside `MEANING`, which stays unless another is better."""


def learned(
    features: Features, codes: Sequence[int], rows: FeatureRows, targets: Floats, weights: Floats, folds: Ints, *,
    near: Floats | None = None, progress: Progress = silent,
) -> Model:  # fmt: skip
    """Learn with the share of meanings that suits these examples best; of very many, an even sample says which."""
    if not features.dimensions:
        return Model(features, codes, rows, targets, weights, folds, near=near, progress=progress)
    step = -(-len(rows) // FEW)
    some = np.arange(0, len(rows), step)
    # From the start, whatever is near: the way leads over other shares, and the same codings give the same model.
    model = Model(features, codes, rows.take(some), targets[some], weights[some], folds[some], progress=progress)
    best, share = standing(model), MEANING
    for other in SHARES:
        model.lean(other, progress)
        if (found := standing(model)) > best:
            best, share = found, other
    if step > 1:
        return Model(features, codes, rows, targets, weights, folds, near=near, meaning=share, progress=progress)
    if share != model.meaning:
        model.lean(share, progress)
    return model


def standing(model: Model) -> float:
    """Return how high right ones stand where documents are left out: the mean average precision of the codes."""
    real = model.folds[:, 0] >= 0
    scores, truth = model.left_out()[real, :-1], model.targets[real, :-1] > 0.5
    return float(np.mean([measures.average_precision(*column) for column in zip(scores.T, truth.T, strict=True)]))

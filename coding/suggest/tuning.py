"""How a study is best learned from: what serves what is left out best.

How much what texts mean counts, and how strong the penalty is, that is how little is made of few examples.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from coding.suggest import measures
from coding.suggest.features import FeatureRows, Features, Floats, Ints
from coding.suggest.learning import PENALTY, LearnedModel
from coding.suggest.likeness import FEW, MEANING
from coding.suggest.measures import Truth
from corpus.progress import Progress, silent

SHARES = (0.25, 0.1, 0.0, 1.0)
"""What is tried beside `MEANING`, which stays unless another is better."""
MANY = 200
"""Codes of which all are asked what serves them best."""
STRONGER = 0.2
"""What is tried beside `PENALTY`, with the best share: better where codes come evenly, worse where some are rare."""


def learned(
    features: Features,
    codes: Sequence[int],
    rows: FeatureRows,
    targets: Floats,
    weights: Floats,
    folds: Ints,
    *,
    near: Floats | None = None,
    progress: Progress = silent,
) -> LearnedModel:
    """Learn with the share and the penalty that suit these examples best; of very many, an even sample says which.

    So does an even sample of very many codes, from the most frequent to the rarest.
    """
    some = np.arange(0, len(rows), -(-len(rows) // FEW))
    asked = _spread_over(targets)
    wanted = np.append(asked, len(codes))  # the last column is no code's
    # From the start, whatever is near: the way leads over other shares, and the same codings give the same model.
    model = LearnedModel(
        features,
        [codes[column] for column in asked],
        rows.take(some),
        targets[np.ix_(some, wanted)],
        weights[some],
        folds[np.ix_(some, wanted)],
        progress=progress,
    )
    share = _share(model, progress) if features.dimensions else MEANING
    penalty = _penalty(model, share, progress)
    if len(some) < len(rows) or len(asked) < len(codes):
        return LearnedModel(
            features, codes, rows, targets, weights, folds, near=near, meaning=share, penalty=penalty, progress=progress
        )
    if penalty != model.penalty:
        model.lean(share, penalty, progress)
    return model


def _spread_over(targets: Floats) -> Ints:
    """Return the columns of codes that are asked, in their order: all, or every so many by how often they are given."""
    by_frequency = np.argsort(-targets[:, :-1].sum(axis=0), kind="stable")
    return np.sort(by_frequency[:: max(1, -(-len(by_frequency) // MANY))])


def _share(model: LearnedModel, progress: Progress) -> float:
    """Return the share of meanings under which right ones stand highest, by the mean average precision of the codes."""
    best, share = _average_precision(*_left_out(model)), MEANING
    for other in SHARES:
        model.lean(other, PENALTY, progress)
        if (found := _average_precision(*_left_out(model))) > best:
            best, share = found, other
    return share


def _penalty(model: LearnedModel, share: float, progress: Progress) -> float:
    """Return the penalty under which the first right code of a turn stands nearest to the top."""
    if model.meaning != share:
        model.lean(share, PENALTY, progress)
    before = measures.reciprocal_rank(*_left_out(model))
    model.lean(share, STRONGER, progress)
    return STRONGER if measures.reciprocal_rank(*_left_out(model)) > before else PENALTY


def _left_out(model: LearnedModel) -> tuple[Floats, Truth]:
    real = model.folds[:, 0] >= 0
    return model.left_out()[real, :-1], model.targets[real, :-1] > 0.5


def _average_precision(scores: Floats, truth: Truth) -> float:
    return float(np.mean([measures.average_precision(*column) for column in zip(scores.T, truth.T, strict=True)]))

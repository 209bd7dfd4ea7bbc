"""Whether a passage is worth coding: told by its words and its length, apart from with which code."""

from __future__ import annotations

import numpy as np
import pytest

from coding.suggest import measures
from coding.suggest.suggester import Suggester


def test_weights_are_those_of_logistic_regression() -> None:
    chance = np.random.default_rng(1)
    columns = chance.normal(size=(2, 4000)).astype(np.float32)
    truth = chance.random(4000) < 1 / (1 + np.exp(-(1.5 * columns[0] - 0.5 * columns[1] + 0.3)))
    assert measures.weighing(columns, truth) == pytest.approx([1.5, -0.5, 0.3], abs=0.15)


@pytest.mark.parametrize("yes", [True, False])
def test_where_all_are_alike_nothing_weighs(yes: bool) -> None:
    assert not measures.weighing(np.ones((2, 5), np.float32), np.full(5, yes)).any()


def test_the_same_words_said_at_more_length_weigh_as_was_learned(learned: Suggester) -> None:
    trained = learned.trained
    assert trained is not None
    readings = learned.texts.readings
    short, long = min(readings, key=lambda r: len(r.words)), max(readings, key=lambda r: len(r.words))
    scores = np.zeros((2, len(trained.codes) + 1), np.float32)
    worth = trained.worth(scores, [short, long])
    lengths = np.log1p([len(short.words), len(long.words)])
    assert worth[1] - worth[0] == pytest.approx(float(trained.worth_by[1] * (lengths[1] - lengths[0])), abs=1e-4)
    scores[:, -1] = 0.5
    assert trained.worth(scores, [short, long]) - worth == pytest.approx([0.5 * trained.worth_by[0]] * 2, abs=1e-4)


def test_no_suggestion_is_made_below_the_gate(learned: Suggester) -> None:
    trained = learned.trained
    assert trained is not None
    before = len(learned.suggest())
    gate, trained.gate = trained.gate, float("inf")
    try:
        assert not [one for one in learned.suggest() if one.suggestions]
    finally:
        trained.gate = gate
    assert len(learned.suggest()) == before > 0

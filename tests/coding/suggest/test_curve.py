"""The learning curve: the same folds with fewer examples, and what ten more would bring."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coding.suggest import curve, evaluate
from coding.suggest.curve import Point
from coding.suggest.evaluate import Figures
from coding.suggest.suggester import Suggester
from coding.suggest.texts import TurnTexts
from corpus.errors import Cancelled
from corpus.store.project import Project


def test_the_curve_ends_where_the_evaluation_stands_and_starts_lower(learned: Suggester) -> None:
    found = curve.learning_curve(learned.project, texts=learned.texts)
    whole = evaluate.evaluate(learned.project, texts=learned.texts)
    assert [point.examples for point in found.points] == sorted({point.examples for point in found.points})
    assert found.points[-1].figures == whole.figures
    assert found.points[0].figures.hit_at_3 < found.points[-1].figures.hit_at_3
    assert found.ten_more is not None
    assert 0 < found.ten_more < 1 - whole.figures.hit_at_3 + 1e-9
    assert json.loads(json.dumps(found.as_json(), allow_nan=False))["points"][0]["per_code"] > 0


def test_figures_known_already_are_taken_and_every_fold_can_be_stopped_at(learned: Suggester) -> None:
    told: list[tuple[int, int]] = []
    known = Figures(0.25, 0.125, 0.5)

    def tell(done: int, total: int, doing: str = "") -> None:
        told.append((done, total))

    found = curve.learning_curve(learned.project, texts=learned.texts, whole=known, progress=tell)
    assert found.points[-1].figures == known
    assert all(point.figures != known for point in found.points[:-1])
    assert len(told) > 30  # documents left out, three times over
    shares = [done / total for done, total in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1

    def stop(done: int, total: int, doing: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        curve.learning_curve(learned.project, texts=learned.texts, progress=stop)


def test_without_codings_there_is_no_curve(tmp_path: Path) -> None:
    with Project.create(tmp_path / "bare.verbatim", coder="Ada") as project:
        assert curve.learning_curve(project) == curve.LearningCurve((), None, 0)


def test_fewer_examples_are_part_of_more_and_from_every_document(learned: Suggester) -> None:
    texts: TurnTexts = learned.texts
    few, more = (curve.thinned(texts, learned.labels, share, seed=2) for share in (0.25, 0.75))
    assert few.codes.items() <= more.codes.items() <= learned.labels.codes.items()
    assert len(few.codes) < len(more.codes) < len(learned.labels.codes)
    assert few.touched == learned.labels.touched
    documents = {texts.turns[place].document for place in learned.labels.codes}
    assert {texts.turns[place].document for place in few.codes} == documents


def point(per_code: float, hit: float) -> Point:
    return Point(int(per_code), per_code, Figures(0.0, hit, 0.0))


def test_ten_more_examples_bring_what_the_logarithm_says() -> None:
    points = [point(5, 0.4), point(10, 0.5), point(20, 0.6)]
    assert curve.ten_more(points) == pytest.approx(0.1 * 0.585, abs=1e-3)


def test_ten_more_never_promise_more_than_there_is_nor_less_than_nothing() -> None:
    assert curve.ten_more([point(1, 0.1), point(2, 0.5), point(3, 0.97)]) == pytest.approx(0.03)
    assert curve.ten_more([point(1, 0.5), point(2, 0.4), point(3, 0.3)]) == 0
    assert curve.ten_more([point(2, 0.5), point(3, 0.6)]) is None
    assert curve.ten_more([point(2, 0.5)] * 3) is None

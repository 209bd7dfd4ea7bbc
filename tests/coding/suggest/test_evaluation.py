"""Quality on documents left out: the figures, their sameness, and that nothing of what is left out helps."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from coding import codebook, codings
from coding.suggest import evaluate, examples, training
from coding.suggest.suggester import Suggester
from coding.suggest.texts import described
from corpus import anchors, documents
from corpus.errors import Cancelled, FrameworkError
from corpus.store.project import Project
from tests.coding.support import Study, make_study

Studied = Callable[[dict[str, list[str]]], Project]


def test_the_figures_have_the_names_of_the_command_line(learned: Suggester) -> None:
    found = evaluate.evaluate(learned.project, texts=learned.texts)
    figures = json.loads(json.dumps(found.as_json(), allow_nan=False))
    assert {"left_out", "passages", "codes", "hit_at_1", "hit_at_3", "macro_ap", "per_code", "baselines", "train_s",
            "predict_ms_per_passage"} <= figures.keys()  # fmt: skip
    assert figures["left_out"] == "document"
    assert len(figures["per_code"]) == figures["codes"]
    assert {"code", "examples", "precision", "recall", "average_precision"} == figures["per_code"][0].keys()
    for baseline in ("most_frequent", "nearest"):
        assert figures["baselines"][baseline]["hit_at_3"] < figures["hit_at_3"]
        assert figures["baselines"][baseline]["macro_ap"] < figures["macro_ap"]
    assert figures["hit_at_1"] > 0.6
    assert sum(band["count"] for band in figures["calibration"]) == figures["passages"] * figures["codes"]


def test_the_same_codings_give_the_same_figures(learned: Suggester) -> None:
    one, other = (evaluate.evaluate(learned.project, texts=learned.texts, seed=3) for _ in range(2))
    assert (one.figures, one.per_code, one.baselines) == (other.figures, other.per_code, other.baselines)


def test_nothing_done_in_a_document_helps_when_it_is_left_out(project: Project) -> None:
    document = documents.find(project, "01 Directrice marketing, bricolage").key
    text = documents.text(project, document)

    def learned() -> tuple[str, tuple[int, ...], np.ndarray]:
        suggester = Suggester.train(project)
        codes = {code.key: code for code in described(project) if code.framework is None}
        hidden = examples.plain(text)
        trained = training.train(suggester.texts, suggester.labels, codes, without=document, hidden=hidden)
        assert trained is not None
        places = suggester.texts.of_document(document)
        scores = trained.model.scores_of([suggester.texts.readings[place] for place in places])
        return trained.version, trained.codes, scores[:, [trained.codes.index(code) for code in shared]]

    suggester = Suggester.train(project)
    shared = [standing.code for standing in suggester.standings if standing.examples >= 9]
    before = learned()
    # A giveaway: every passage coded with its own words, with an old code, and an old code's example quoted from it.
    for passage in documents.passages(project, document):
        if passage.role == "respondent":
            codings.in_vivo(project, anchors.words(document, passage.start, passage.start + 40))
            if not any(
                c.code == shared[0] and c.end > passage.start and c.start < passage.end
                for c in codings.of_document(project, document)
            ):
                codings.apply(project, shared[0], anchors.words(document, passage.start, passage.end))
    after = learned()
    assert after[0] == before[0]
    np.testing.assert_array_equal(after[2], before[2])
    quoted = next(p for p in documents.passages(project, document) if p.role == "respondent")
    codebook.edit(project, shared[0], typical=text[quoted.start : quoted.end])
    helped = learned()
    codebook.edit(project, shared[0], typical="")
    np.testing.assert_allclose(helped[2], learned()[2], atol=1e-6)


def test_a_code_given_nowhere_else_is_missed(studied: Studied) -> None:
    study = studied({"A": ["rouge"] * 6, "B": ["rouge"] * 6, "C": ["vert"] * 6})
    found = evaluate.evaluate(study)
    assert (found.passages, found.documents, found.codes) == (18, 3, 2)
    assert found.figures.hit_at_3 == pytest.approx(12 / 18)
    assert {quality.label: quality.recall for quality in found.per_code}["vert"] == 0


@pytest.fixture
def studied(tmp_path: Path) -> Iterator[Studied]:
    """Give what makes a project of documents whose passages are about words, coded with these words."""
    made: list[Project] = []

    def make(plan: dict[str, list[str]]) -> Project:
        study = make_study(tmp_path, texts={name: "\n\n".join(_said(name, words)) for name, words in plan.items()})
        made.append(study.project)
        keys = {word: codebook.add(study.project, word) for word in dict.fromkeys(chain(*plan.values()))}
        for name, words in plan.items():
            passages = documents.passages(study.project, study.documents[name])
            for passage, word in zip(passages, words, strict=True):
                codings.apply(study.project, keys[word], anchors.words(passage.document, passage.start, passage.end))
        return study.project

    yield make
    for project in made:
        project.close()


def _said(name: str, words: list[str]) -> list[str]:
    return [f"ANNE : Ici {name} {number} on parle de {word} en boutique." for number, word in enumerate(words)]


def test_one_document_teaches_nothing_about_itself(studied: Studied) -> None:
    project = studied({"A": ["rouge", "vert"] * 8})
    found = evaluate.evaluate(project)
    assert (found.passages, found.figures.hit_at_1, found.figures.macro_ap) == (16, 0, 0)
    json.dumps(found.as_json(), allow_nan=False)


def test_a_project_without_codings_has_no_figures(study: Study) -> None:
    found = evaluate.evaluate(study.project)
    assert (found.passages, found.codes, found.per_code) == (0, 0, ())
    json.dumps(found.as_json(), allow_nan=False)
    with pytest.raises(FrameworkError):
        evaluate.evaluate(study.project, framework="meco-2019")


def test_an_evaluation_can_be_stopped(learned: Suggester) -> None:
    def stop(done: int, total: int, doing: str = "") -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        evaluate.evaluate(learned.project, texts=learned.texts, progress=stop)

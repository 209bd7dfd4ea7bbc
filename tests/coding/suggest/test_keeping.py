"""Models kept in the project's file: found again, never needed, and no change of the study."""

from __future__ import annotations

import numpy as np
from sqlalchemy import func, select, update

from coding import codebook, codings
from coding.suggest import component, pipeline, storage, training
from coding.suggest.suggester import Suggester
from corpus import anchors
from corpus.model import Content, Model
from corpus.store.project import Project


def kept(project: Project) -> list[tuple[str, int]]:
    with project.read() as session:
        query = select(Model.version, Content.size).join(Content, Content.sha256 == Model.sha256)
        return [(version, size) for version, size in session.execute(query)]


def test_a_kept_model_is_no_change_and_leads_to_the_same_place(project: Project) -> None:
    suggester = Suggester.train(project)
    assert suggester.trained is not None
    before = project.stamp()
    suggester.keep()
    suggester.keep()
    assert project.stamp() == before
    assert [version for version, _ in kept(project)] == [suggester.trained.version]
    again = Suggester.train(project, texts=suggester.texts)
    assert again.trained is not None
    rows = suggester.texts.rows
    np.testing.assert_allclose(again.trained.model.scores(rows), suggester.trained.model.scores(rows), atol=1e-3)


def test_only_the_newest_models_stay(project: Project) -> None:
    versions = []
    texts = None
    code = codebook.add(project, "Neuf", definition="Un code de plus, qui ne sert qu'ici.")
    for place in range(5):
        suggester = Suggester.train(project, texts=texts)
        texts = suggester.texts
        suggester.keep()
        assert suggester.trained is not None
        versions.append(suggester.trained.version)
        turn = texts.turns[place]
        codings.apply(project, code, anchors.words(turn.document, turn.start, turn.end))
    assert len(set(versions)) == 5
    assert sorted(version for version, _ in kept(project)) == sorted(versions[-3:])
    with project.read() as session:
        assert session.scalar(select(func.count()).where(Content.kind == "model")) == 3


def test_a_torn_model_is_made_again(project: Project) -> None:
    suggester = Suggester.train(project)
    suggester.keep()
    assert suggester.trained is not None
    with project.change("Tear"), project.read() as session:
        session.execute(update(Content).where(Content.kind == "model").values(body=b"torn"))
    assert project.kept_model(suggester.trained.version) == b"torn"
    again = Suggester.train(project, texts=suggester.texts)
    assert again.suggest()
    again.keep()
    body = project.kept_model(suggester.trained.version)
    assert body is not None
    assert storage.coefficients(body) is not None


def test_coefficients_of_another_study_are_not_taken(project: Project) -> None:
    suggester = Suggester.train(project)
    trained = suggester.trained
    assert trained is not None
    for odd in (b"", b"PK", storage.to_bytes(trained.model)[:500]):
        found = training.train(suggester.texts, suggester.labels, suggester.codes, kept=lambda version, odd=odd: odd)
        assert found is not None
        assert found.version == trained.version
        np.testing.assert_array_equal(found.model.left_out(), trained.model.left_out())


def test_the_kept_model_serves_a_pipeline_by_itself(project: Project) -> None:
    suggester = Suggester.train(project)
    suggester.keep()
    assert suggester.trained is not None
    body = project.kept_model(suggester.trained.version)
    assert body is not None
    nlp = pipeline.load("fr")
    nlp.get_pipe(component.COMPONENT).from_bytes(body)
    nlp.get_pipe(component.COMPONENT).minimum = -50.0
    one = next(p.suggestions[0] for p in suggester.suggest() if p.suggestions)
    assert set(nlp(one.text).cats) == {str(code) for code in suggester.trained.codes}


def test_a_read_only_project_keeps_nothing(project: Project, tmp_path: object) -> None:
    path = project.path
    project.close()
    with Project.open(path, coder="Bo", writable=False) as reading:
        Suggester.train(reading).keep()
        assert kept(reading) == []
        assert Suggester.train(reading).suggest()

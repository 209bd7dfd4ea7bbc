"""What is learned: exact sums, exact updates, exact leaving out, bytes that hold no code."""

from __future__ import annotations

import io
import pickle
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.suggest import component, measures, pipeline, storage
from coding.suggest.features import Features, Floats, Lexicon, Reading
from coding.suggest.learning import Model, gram, likeness
from corpus.errors import ProjectError

NLP = pipeline.load("fr", {3: ["file d'attente"]})
WORDS = (
    "client caisse stock vendeur magasin site atelier prix délai retour colis carte écran chef file d'attente".split()
)


def texts(count: int, seed: int = 1) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(chance.choices(WORDS, k=chance.randint(1, 14))) for _ in range(count)]


def readings(lexicon: Lexicon, said: list[str]) -> list[Reading]:
    return [lexicon.read(doc) for doc in NLP.pipe(said)]


def targets_of(said: list[str], codes: int = 4) -> Floats:
    chance = random.Random(2)
    made = np.zeros((len(said), codes + 1), np.float32)
    for row, text in enumerate(said):
        made[row, [code for code in range(codes) if WORDS[code] in text or chance.random() < 0.05]] = 1
        made[row, -1] = made[row, :-1].any()
    return made


def model_of(count: int = 60) -> tuple[Model, list[Reading], list[str]]:
    said = texts(count + 20)
    lexicon = Lexicon()
    read = readings(lexicon, said)
    features = Features.fit(lexicon, read[:count])
    weights = np.where(np.arange(count) % 5, 1.0, 0.5).astype(np.float32)
    return Model(features, range(4), features.rows(read[:count]), targets_of(said[:count]), weights), read, said


def test_what_words_bring_adds_up_to_the_score() -> None:
    model, read, _ = model_of()
    model.stretch(np.arange(60) // 6, np.arange(60))
    scores = model.scores_of(read)
    for reading, row in zip(read, scores, strict=True):
        for column in range(5):
            total = float(model.ridge.mean[column]) + model.shares(reading, column).sum()
            assert total == pytest.approx(float(row[column]), abs=1e-5)


def test_without_a_word_the_score_falls_by_what_the_word_was_said_to_bring() -> None:
    model, _, _ = model_of()
    lexicon = model.features.lexicon
    # No pair of neighbours here was learned from, so that what a word brings is its own.
    reading = lexicon.read(NLP("stock ; colis ; vendeur ; stock ; inconnu"))
    assert len(reading.words) == 5
    edgeless = Reading(
        reading.words, reading.starts, reading.ends, np.zeros(5, bool), reading.sentences, (), (False, False)
    )
    scales = model.features.rows([edgeless])
    shares = model.shares(edgeless, 2)
    for word in set(edgeless.words.tolist()):
        kept = edgeless.words != word
        rest = Reading(
            edgeless.words[kept], edgeless.starts[kept], edgeless.ends[kept], np.zeros(int(kept.sum()), bool), (), (),
            (False, False),
        )  # fmt: skip
        rows = model.features.rows([rest])
        rows.word_scale, rows.letter_scale = scales.word_scale, scales.letter_scale
        fall = float(model.scores_of([edgeless])[0, 2]) - float(model.scores(rows)[0, 2])
        assert fall == pytest.approx(shares[~kept].sum(), abs=1e-6)


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(["add", "remove", "relabel"]), st.integers(0, 10_000)), max_size=8))
def test_taught_step_by_step_is_learned_at_once(steps: list[tuple[str, int]]) -> None:
    model, read, said = model_of(30)
    wanted = targets_of(said)
    rows = list(range(30))
    weights = {row: float(model.ridge.weights[row]) for row in rows}
    for verb, number in steps:
        if verb == "remove" and len(rows) > 2:
            at = number % len(rows)
            model.remove(at)
            del rows[at]
        elif verb == "add":
            new = 30 + number % 20
            if new not in rows:
                model.add(read[new], wanted[new], 0.5)
                weights[new] = 0.5
                rows.append(new)
        else:
            at = number % len(rows)
            wanted[rows[at]] = np.roll(wanted[rows[at]], 1)
            model.relabel(at, wanted[rows[at]])
    fresh = Model(
        model.features, range(4), model.features.rows([read[row] for row in rows]), wanted[rows],
        np.array([weights[row] for row in rows], np.float32),
    )  # fmt: skip
    fresh_scale, model_scale = fresh.scale, model.scale
    assert fresh_scale == pytest.approx(model_scale, rel=0.2)
    fresh = _at_scale(fresh, model_scale)
    np.testing.assert_allclose(model.scores_of(read), fresh.scores_of(read), atol=2e-4)


def _at_scale(model: Model, scale: float) -> Model:
    from coding.suggest.learning import Ridge

    alike = likeness(model.features, model.rows) / np.float32(scale)
    model.scale = scale
    model.ridge = Ridge.fit(alike, model.ridge.targets, model.ridge.weights)
    return model


def test_scores_of_what_is_left_out_are_those_of_learning_without_it() -> None:
    model, read, said = model_of(40)
    groups = np.arange(40) // 8
    left_out = model.ridge.left_out(groups)
    mean = model.ridge.mean
    for group in range(5):
        inside, outside = np.flatnonzero(groups == group), np.flatnonzero(groups != group)
        alike = likeness(model.features, model.rows) / np.float32(model.scale)
        system = alike[np.ix_(outside, outside)] + np.diag(model.ridge.penalty / model.ridge.weights[outside])
        found = np.linalg.solve(system, model.ridge.targets[outside] - mean)
        np.testing.assert_allclose(left_out[inside], mean + alike[np.ix_(inside, outside)] @ found, atol=1e-4)
    assert len(said) == len(read)


def test_likeness_is_the_same_by_either_way() -> None:
    model, read, _ = model_of(50)
    rows = model.features.rows(read[:50])
    np.testing.assert_allclose(likeness(model.features, rows, rows), likeness(model.features, rows), atol=1e-5)
    block = model.features.letter_block(rows)
    np.testing.assert_allclose(gram(block), (block @ block.T).toarray(), atol=1e-5)


def test_a_model_survives_as_bytes_and_suggests_the_same() -> None:
    model, read, said = model_of()
    model.stretch(np.arange(60) // 6, np.arange(60))
    again = storage.from_bytes(storage.to_bytes(model))
    np.testing.assert_allclose(
        again.scores_of(readings(again.features.lexicon, said)), model.scores_of(read), atol=1e-5
    )


@pytest.mark.parametrize("torn", [b"", b"nothing", b"PK\x03\x04" + b"\0" * 40])
def test_torn_bytes_are_no_model(torn: bytes) -> None:
    with pytest.raises(ProjectError, match="made again"):
        storage.from_bytes(torn)


def test_half_a_model_and_a_pickle_are_refused() -> None:
    whole = storage.to_bytes(model_of(20)[0])
    with pytest.raises(ProjectError):
        storage.from_bytes(whole[: len(whole) // 2])
    evil = io.BytesIO()
    np.savez(evil, said=np.array([_Bomb()], dtype=object))
    with pytest.raises(ProjectError):
        storage.from_bytes(evil.getvalue())
    with pytest.raises(ProjectError):
        storage.from_bytes(pickle.dumps({"said": 1}))


class _Bomb:
    def __reduce__(self) -> tuple[object, ...]:
        return pytest.fail, ("a saved model was unpickled",)


def test_the_component_puts_scores_into_the_text() -> None:
    model, _, _ = model_of()
    nlp = pipeline.load("fr")
    assert nlp.pipe_names[-1] == component.COMPONENT
    suggester = nlp.get_pipe(component.COMPONENT)
    assert nlp("vendeur").cats == {}
    suggester.minimum = -1.0
    suggester.from_bytes(storage.to_bytes(model))
    cats = nlp("stock stock").cats
    assert set(cats) == {"0", "1", "2", "3"}
    assert max(cats, key=cats.__getitem__) == "2"
    again = component.CodeSuggester(-1.0).from_bytes(suggester.to_bytes())
    assert again(pipeline.load("fr").make_doc("stock stock")).cats.keys() == cats.keys()


def test_figures_are_those_worked_out_by_hand() -> None:
    scores = np.array([0.9, 0.8, 0.7, 0.6, 0.5], np.float32)
    truth = np.array([True, False, True, False, False])
    assert measures.average_precision(scores, truth) == pytest.approx((1 + 2 / 3) / 2)
    assert measures.best_threshold(scores, truth) == pytest.approx(0.65)
    assert measures.precision_recall(scores >= 0.75, truth) == (0.5, 0.5)
    assert measures.average_precision(np.zeros(4, np.float32), np.array([True, False, False, False])) == 0.25
    assert measures.area_under_curve(scores, truth) == pytest.approx(5 / 6)
    assert measures.area_under_curve(scores, np.zeros(5, bool)) is None
    assert measures.best_threshold(scores, np.zeros(5, bool)) == float("inf")


def test_what_was_never_scored_is_no_hit() -> None:
    scores = np.array([[-np.inf, 0.2, -np.inf], [0.1, -np.inf, -np.inf]], np.float32)
    truth = np.array([[True, False, False], [True, False, False]])
    assert measures.hits(scores, truth, 1) == 0.5
    assert measures.hits(scores, truth, 3) == 0.5
    assert measures.hits(np.zeros((0, 3), np.float32), np.zeros((0, 3), bool), 1) == 0.0


def test_chances_keep_their_promise() -> None:
    chance = np.random.default_rng(1)
    scores = chance.normal(size=20_000).astype(np.float32)
    truth = chance.random(20_000) < 1 / (1 + np.exp(-(2 * scores - 1)))
    curve = measures.logistic(scores, truth)
    assert curve == pytest.approx((2, -1), abs=0.1)
    for band in measures.calibration(measures.chance(scores, curve), truth):
        assert band["promised"] == pytest.approx(band["true"], abs=0.05)

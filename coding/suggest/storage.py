"""Models as bytes: arrays and plain text alone, never pickled, so that a file from elsewhere can do no harm."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import numpy as np
from scipy import sparse

from coding.suggest.features import Features, Lexicon, Matrix, Rows
from coding.suggest.learning import Model
from corpus.errors import ProjectError

FORMAT = 1


def to_bytes(model: Model) -> bytes:
    """Return a model without its inverse, which is worked out again from the examples."""
    features, rows = model.features, model.rows
    said = {
        "format": FORMAT,
        "codes": model.codes,
        "words": features.lexicon.words,
        "grams": list(features.grams),
        "penalty": model.ridge.penalty,
        "slope": model.ridge.slope,
    }
    arrays = {
        "said": np.frombuffer(json.dumps(said, ensure_ascii=False).encode(), np.uint8),
        "pairs": features.pairs,
        "word_idf": features.word_idf,
        "pair_idf": features.pair_idf,
        "gram_idf": features.gram_idf,
        "word_scale": rows.word_scale,
        "letter_scale": rows.letter_scale,
        "targets": model.ridge.targets,
        "weights": model.ridge.weights,
        **_taken_apart("row_words", rows.words),
        **_taken_apart("row_pairs", rows.pairs),
    }
    out = io.BytesIO()
    np.savez_compressed(out, **arrays)
    return out.getvalue()


def from_bytes(data: bytes) -> Model:
    """Return the model that `to_bytes` took apart; raises `ProjectError` for anything else."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            said = json.loads(arrays["said"].tobytes().decode())
            if said["format"] != FORMAT:
                raise ValueError("another format")
            lexicon = Lexicon(list(said["words"]), {word: at for at, word in enumerate(said["words"])})
            features = Features.of(
                lexicon, arrays["pairs"], arrays["word_idf"], arrays["pair_idf"],
                {gram: at for at, gram in enumerate(said["grams"])}, arrays["gram_idf"],
            )  # fmt: skip
            rows = Rows(
                _put_together(arrays, "row_words"), _put_together(arrays, "row_pairs"),
                arrays["word_scale"], arrays["letter_scale"],
            )  # fmt: skip
            model = Model(features, said["codes"], rows, arrays["targets"], arrays["weights"], said["penalty"])
            model.ridge.slope = float(said["slope"])
            return model
    except (ValueError, KeyError, TypeError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise ProjectError("The saved suggestion model can't be read; it will be made again.") from error


def _taken_apart(name: str, matrix: Matrix) -> dict[str, Any]:
    parts = {"data": matrix.data, "indices": matrix.indices, "indptr": matrix.indptr}
    return {f"{name}_{part}": values for part, values in parts.items()} | {f"{name}_shape": np.array(matrix.shape)}


def _put_together(arrays: Any, name: str) -> Matrix:
    parts = (arrays[f"{name}_data"], arrays[f"{name}_indices"], arrays[f"{name}_indptr"])
    made = sparse.csr_matrix(parts, shape=tuple(arrays[f"{name}_shape"]))
    made.check_format(full_check=True)
    return made

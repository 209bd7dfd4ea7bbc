"""Models as bytes: arrays and plain text alone, never pickled, so that a file from elsewhere can do no harm."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import numpy as np
from scipy import sparse

from coding.suggest.features import FeatureRows, Features, Floats, Lexicon, Matrix
from coding.suggest.learning import LearnedModel
from coding.suggest.logistic import Solution
from corpus.errors import ProjectError

FORMAT = 6
_VOCABULARY = ("pairs", "word_idf", "pair_idf", "gram_idf", "middle")
_SPARSE = ("words", "pairs", "before")
_ROWS = ("word_scale", "letter_scale", "before_scale", "meaning", "asked", "document")


def to_bytes(model: LearnedModel) -> bytes:
    """Return a model with all that it was learned from."""
    features, rows, solution = model.features, model.rows, model.solution
    said = {
        "format": FORMAT,
        "codes": model.codes,
        "words": features.lexicon.words,
        "grams": list(features.grams),
        "stretch": model.stretch,
        "shift": model.shift,
        "meaning": model.meaning,
        "penalty": model.penalty,
    }
    arrays = {
        "said": np.frombuffer(json.dumps(said, ensure_ascii=False).encode(), np.uint8),
        **{name: getattr(features, name) for name in _VOCABULARY},
        **{name: getattr(rows, name) for name in _ROWS},
        **{name: getattr(solution, name) for name in Solution.NAMES},
        "targets": model.targets,
        "weights": model.weights,
        "folds": model.folds.astype(np.int8),
    }
    for name in _SPARSE:
        arrays |= _taken_apart(f"row_{name}", getattr(rows, name))
    out = io.BytesIO()
    np.savez_compressed(out, **arrays)
    return out.getvalue()


def from_bytes(data: bytes) -> LearnedModel:
    """Return the model that `to_bytes` took apart; raises `ProjectError` for anything else."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            said = json.loads(arrays["said"].tobytes().decode())
            if said["format"] != FORMAT:
                raise ValueError("another format")
            lexicon = Lexicon(list(said["words"]), {word: at for at, word in enumerate(said["words"])})
            features = Features.of(
                lexicon,
                arrays["pairs"],
                arrays["word_idf"],
                arrays["pair_idf"],
                {gram: at for at, gram in enumerate(said["grams"])},
                arrays["gram_idf"],
                arrays["middle"],
            )
            rows = FeatureRows(
                *(_put_together(arrays, f"row_{name}") for name in _SPARSE), *(arrays[name] for name in _ROWS)
            )
            solution = Solution(*(arrays[name] for name in Solution.NAMES))
            folds = arrays["folds"].astype(np.int64)
            model = LearnedModel(
                features,
                said["codes"],
                rows,
                arrays["targets"],
                arrays["weights"],
                folds,
                solution,
                meaning=float(said["meaning"]),
                penalty=float(said["penalty"]),
            )
            if solution.scores.shape != (len(rows), model.targets.shape[1] * model.parts):
                raise ValueError("parts that do not belong together")
            model.calibrate(float(said["stretch"]), float(said["shift"]))
            return model
    except (ValueError, KeyError, TypeError, IndexError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise ProjectError("The saved suggestion model can't be read; it will be made again.") from error


def coefficients(data: bytes) -> Floats | None:
    """Return what `to_bytes` kept of the solution, or None where that can't be read: there is another way to it."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            found = arrays["coefficients"]
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile):
        return None
    return found if found.dtype == np.float32 and found.ndim == 2 and np.isfinite(found).all() else None


def _taken_apart(name: str, matrix: Matrix) -> dict[str, Any]:
    parts = {"data": matrix.data, "indices": matrix.indices, "indptr": matrix.indptr}
    return {f"{name}_{part}": values for part, values in parts.items()} | {f"{name}_shape": np.array(matrix.shape)}


def _put_together(arrays: Any, name: str) -> Matrix:
    parts = (arrays[f"{name}_data"], arrays[f"{name}_indices"], arrays[f"{name}_indptr"])
    made = sparse.csr_matrix(parts, shape=tuple(arrays[f"{name}_shape"]))
    made.check_format(full_check=True)
    return made

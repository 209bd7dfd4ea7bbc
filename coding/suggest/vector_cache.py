"""Vectors worked out before, kept in the person's cache: by hash of text and model, and never the text itself."""

from __future__ import annotations

import hashlib
import logging
import os
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import private

MEANING = "meaning"
"""The part of a pipeline that gives a text its vector."""
log = logging.getLogger(__name__)
Floats = NDArray[np.float32]
DIMENSIONS = 512
"""How long the vectors of the sentence model are."""
_HASH = 16  # bytes


class VectorCache:
    """Vectors by hash; those in `path`, and those worked out since. Without a path they are kept for as long as it is.

    What is torn, of another model or not of so many `dimensions` counts as nothing, and is worked out anew.
    """

    def __init__(self, path: Path | None = None, dimensions: int = DIMENSIONS) -> None:
        self.path, self.dimensions = path, dimensions
        self._known: dict[bytes, NDArray[np.float16]] = {}
        self._asked: dict[bytes, None] = {}
        self._new = False
        self._read()

    def of(self, model: str, texts: Sequence[str], work: Callable[[Sequence[str]], Floats]) -> Floats:
        """Return the vectors of texts; `work` gives those that are not known, each distinct text once."""
        keys = [hashlib.sha256(f"{model}\0{text}".encode("utf-8", "surrogatepass")).digest()[:_HASH] for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if missing:
            self._known.update(zip(missing, work(list(missing.values())).astype(np.float16), strict=True))
            self._new = True
        self._asked.update(dict.fromkeys(keys))
        return np.array([self._known[key] for key in keys], np.float32)

    def keep(self) -> None:
        """Write what was asked for since this was made, and nothing else, where there is anything new."""
        if self.path is None or not self._new:
            return
        self._new = False
        kept = [(key, self._known[key]) for key in self._asked]
        beside = self.path.with_suffix(f".{os.getpid()}")
        try:
            private.folder(self.path.parent)
            with open(beside, "wb", opener=private.opener) as file:
                np.savez(
                    file,
                    keys=np.frombuffer(b"".join(key for key, _ in kept), np.uint8).reshape(-1, _HASH),
                    vectors=np.array([vector for _, vector in kept]),
                )
            beside.replace(self.path)
        except OSError:
            log.warning("vectors can't be kept")
            beside.unlink(missing_ok=True)

    def _read(self) -> None:
        if self.path is None or not self.path.is_file():
            return
        try:
            with self.path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                keys, vectors = arrays["keys"], arrays["vectors"]
            if vectors.shape != (len(keys), self.dimensions) or keys.shape != (len(vectors), _HASH):
                raise ValueError("parts that do not belong together")
            if keys.dtype != np.uint8 or vectors.dtype != np.float16 or not np.isfinite(vectors).all():
                raise ValueError("no vectors")
        except (ValueError, KeyError, TypeError, OSError, EOFError, zipfile.BadZipFile) as error:
            log.warning("kept vectors can't be read (%s)", type(error).__name__)
            return
        self._known = {key.tobytes(): vector for key, vector in zip(keys, vectors)}

"""The sample study, built once by a process of the tests for each coder; every test has a file of its own."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from coding import sample


@cache
def _built(coder: str | None) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.verbatim"
        sample.build(path, coder=coder).close()
        return path.read_bytes()


def sample_at(path: Path, coder: str | None = "anna") -> Path:
    """Put the sample study, as that coder built it, into a closed file at `path`, and return it."""
    path.write_bytes(_built(coder))
    return path

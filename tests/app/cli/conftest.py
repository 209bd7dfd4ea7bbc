"""The command line, run in this process, and projects to run it on."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from tests.corpus.support import dump
from tests.samples import sample_at


@dataclass(frozen=True)
class Ran:
    """What a verb left: exit code, stdout as bytes, stderr as text."""

    code: int
    body: bytes
    err: str

    @property
    def out(self) -> str:
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def sentence(self) -> str:
        """The one line on stderr."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        return lines[0]


Run = Callable[..., Ran]


def run(*arguments: object) -> Ran:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(argument) for argument in arguments])
        out.flush()
        err.flush()
    return Ran(code, out.buffer.getvalue(), err.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]  # there at run time


@pytest.fixture(name="run", scope="session")
def _run() -> Run:
    return run


@pytest.fixture(scope="session")
def built_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample study, built once; tests take a copy."""
    return sample_at(tmp_path_factory.mktemp("built") / "study.verbatim", "Anne")


@pytest.fixture
def study(built_study: Path, tmp_path: Path) -> Path:
    """A copy of the sample study."""
    return Path(shutil.copyfile(built_study, tmp_path / "study.verbatim"))


INTERVIEW = """INT: Comment cela se passe-t-il ?
ANNE: On a refait le parcours client avec les vendeurs. Le stock n'est jamais juste 🙂 et ça agace.
INT: Et ensuite ?
ANNE: =SOMME n'est pas une formule ici. On priorise, faute de budget.
"""


def make_small(folder: Path) -> Path:
    """Make a project with one interview, Anne, and the seven capabilities."""
    (folder / "Anne.txt").write_text(INTERVIEW, "utf-8")
    path = folder / "small.verbatim"
    assert run("new", path, "--framework", "meco-2019").code == 0
    assert run("import", path, folder / "Anne.txt").code == 0
    return path


@pytest.fixture(scope="session")
def built_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, made once; tests take a copy."""
    return make_small(tmp_path_factory.mktemp("built"))


@pytest.fixture
def small(built_small: Path, tmp_path: Path) -> Path:
    """A copy of the small project, with the interview beside it."""
    (tmp_path / "Anne.txt").write_text(INTERVIEW, "utf-8")
    return Path(shutil.copyfile(built_small, tmp_path / "small.verbatim"))


@pytest.fixture
def at() -> Callable[[str], tuple[int, int]]:
    """Say where words stand in the interview."""

    def found(words: str) -> tuple[int, int]:
        start = INTERVIEW.index(words)
        return start, start + len(words)

    return found


@pytest.fixture
def undone(run: Run, small: Path) -> Run:
    """Run a verb, see that it is one change, and that undo takes back all it did; then leave it done."""

    def does_and_undoes(*arguments: object) -> Ran:
        before = dump(small)
        ran = run(*arguments)
        assert (ran.code, dump(small) != before) == (0, True), ran.err
        assert run("undo", small, "--yes").code == 0
        assert dump(small) == before
        assert run("redo", small, "--yes").code == 0
        return ran

    return does_and_undoes

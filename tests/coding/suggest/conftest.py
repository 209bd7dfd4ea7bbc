"""The sample study, made once, and a copy of it for each test that writes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from coding.suggest.suggester import Suggester
from corpus import documents
from corpus.store.project import Project
from tests.samples import sample_at

UNCODED = "05 Cheffe de projet UX, équipement B2B"


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of the sample study, closed."""
    return sample_at(tmp_path_factory.mktemp("sample") / "sample.verbatim", "Ada")


@pytest.fixture(scope="session")
def learned(sample_file: Path) -> Iterator[Suggester]:
    """Give a suggester of the sample study's first cycle, for tests that only read."""
    with Project.open(sample_file, coder="Ada", writable=False) as project:
        yield Suggester.train(project)


@pytest.fixture
def project(sample_file: Path, tmp_path: Path) -> Iterator[Project]:
    """Give a copy of the sample study, open for writing."""
    path = tmp_path / "study.verbatim"
    shutil.copy(sample_file, path)
    with Project.open(path, coder="Ada") as opened:
        yield opened


@pytest.fixture
def uncoded(project: Project) -> int:
    """Give the document of the sample study that is left for suggestions."""
    return documents.find(project, UNCODED).key

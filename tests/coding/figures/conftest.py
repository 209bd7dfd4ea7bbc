"""Studies that figures are drawn of, each made once and only read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coding.moment.moment import Moment
from corpus.store.project import Project
from tests.coding.hard_study import hard_study
from tests.samples import sample_at


@pytest.fixture(scope="package")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moment]:
    """Give a moment of the sample study."""
    with Project.open(sample_at(tmp_path_factory.mktemp("drawn") / "s.verbatim"), writable=False) as project:
        yield Moment.of(project)


@pytest.fixture(scope="package")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moment]:
    """Give a moment of a study in which counts can go wrong in every way."""
    made = hard_study(tmp_path_factory.mktemp("hard"))
    yield Moment.of(made.project)
    made.project.close()

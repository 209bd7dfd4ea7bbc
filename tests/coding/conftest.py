"""The study that tests of coding start from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.coding.support import Study, make_study


@pytest.fixture(scope="module")
def long_study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """Give a study that lasts for all examples of a property test, which must not count on what it finds in it."""
    made = make_study(tmp_path_factory.mktemp("long"))
    yield made
    made.project.close()


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Give a French study with three texts, open for writing."""
    made = make_study(tmp_path)
    yield made
    made.project.close()

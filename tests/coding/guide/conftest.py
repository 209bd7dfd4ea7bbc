"""The made study that tests of the guide start from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.coding.guide.made import Made, make


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    """Give four made interviews with their guide, open for writing."""
    study = make(tmp_path)
    yield study
    study.project.close()

"""What the tests of the Theory page begin with: a study, a hub on a copy of it, and the page as the window shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.theory.page import TheoryPage
from tests.app.theory_support import build, opened, shown


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def hub(built: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Hub]:
    made = opened(built, tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(hub: Hub, qtbot: QtBot) -> TheoryPage:
    return shown(hub, qtbot)

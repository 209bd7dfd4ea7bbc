"""Work on the codebook beside the text: codes from a pasted list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.codebook.pasting import PasteDialog
from app.hub import Hub
from app.settings import Settings
from coding import codebook
from tests.app.codebook_bench import Bench, dialog, key, menu_action
from tests.coding.support import Study, make_study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = make_study(tmp_path)
    for name in ("prototyper", "écouter/appels", "écouter/avis"):
        codebook.add(made.project, name)
    return made


@pytest.fixture
def bench(study: Study, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    hub = Hub(Settings(tmp_path / "settings.json"))
    hub.take(study.project)
    made = Bench(hub)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    hub.close()


def test_a_pasted_list_is_seen_before_it_is_codes_and_taken_back_at_once(bench: Bench, study: Study) -> None:
    menu_action(bench.panel.menu_of(key(study, "écouter"), None), "Paste codes under it")
    asking = dialog(bench, PasteDialog)
    assert not asking.buttons.button(asking.buttons.StandardButton.Ok).isEnabled()
    asking.text.setPlainText("Appels\n  perdus\nsalon/stand")
    assert asking.count.text() == "3 new code(s) · 1 there already"
    first = asking.tree.topLevelItem(0)
    assert (first.text(0), first.child(0).text(0)) == ("Appels (there already)", "perdus")
    asking.accept()
    assert bench.names()[2:] == [
        "  écouter", "    appels", "      perdus", "    avis", "    salon", "      stand",
    ]  # fmt: skip
    study.project.undo()
    assert bench.names()[2:] == ["  écouter", "    appels", "    avis"]

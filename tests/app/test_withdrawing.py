"""A participant is erased from the window, and a copy is given away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.participants.erasing import EraseDialog
from app.participants.page import ParticipantsPage
from app.participants.table import NAME
from app.shell.giving import GiveAway
from corpus.erasing import scanning
from corpus.people import participants
from tests.app.sample_pages import settle, shown
from tests.coding.erasing_study import LUC, planted


@pytest.fixture
def study(hub: Hub, tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "away").mkdir()
    with planted(tmp_path) as made:
        path = made.project.path
    assert hub.open(path)
    yield path
    hub.close()


def test_a_participant_is_erased_once_the_name_is_typed(hub: Hub, qtbot: QtBot, study: Path) -> None:
    page = shown(ParticipantsPage, hub, qtbot)
    settle(hub, qtbot)
    people = page.people
    people.choose(next(one.key for one in participants.listed(hub.project) if one.name == LUC))
    assert [one.text() for one in people.person_menu().actions()][-3:] == [
        "Leave out of analysis, or count again",
        "Erase for good…",
        "Erase the words, keep codings…",
    ]
    people.leave_out()
    settle(hub, qtbot)
    assert LUC not in [one.name for one in hub.moment().people.values()]
    assert people.table.currentIndex().siblingAtColumn(NAME).data() == f"{LUC} (left out)"
    people.leave_out()
    settle(hub, qtbot)
    assert LUC in [one.name for one in hub.moment().people.values()]
    people.erase()
    settle(hub, qtbot)
    (dialog,) = page.findChildren(EraseDialog)
    said = dialog.said.text()
    assert "– 1 document(s)\n– 2 turn(s) in texts of several\n– 2 coding(s)\n– 1 memo(s)" in said
    assert "Nothing brings it back" in said
    assert dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel).isDefault()
    dialog.name.setText("Luc")
    assert not dialog.erase.isEnabled()
    dialog.name.setText(LUC)
    qtbot.mouseClick(dialog.erase, Qt.MouseButton.LeftButton)
    settle(hub, qtbot)
    qtbot.waitUntil(lambda: len(people.model.people) == 2)
    assert hub.project.undoable() is None
    assert scanning.scan(study, ["quaxotext", LUC], key=hub.project.key) == []


def test_a_copy_is_given_away_with_its_key_apart(hub: Hub, qtbot: QtBot, study: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = GiveAway(hub, window)
    dialog.out.setText(str(study.parent / "away" / "copy"))
    dialog.key.setText(str(study.parent / "key.csv"))
    dialog.open()
    with qtbot.waitSignal(hub.said) as told:
        qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    assert told.args == ["The copy is written; keep the key apart from it."]
    assert (study.parent / "away" / "copy.verbatim").is_file()
    assert LUC in (study.parent / "key.csv").read_text("utf-8")
    assert scanning.scan(study.parent / "away" / "copy.verbatim", [LUC]) == []

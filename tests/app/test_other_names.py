"""A code is found by its other names: in the picker, in the codebook's line and tree; they are written in its entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.codebook.model import PLACE
from app.hub import Hub
from app.settings import Settings
from coding import codebook
from tests.app.at_the_desk import seat, span
from tests.app.person import CTRL, Person, seated


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as sitting:
        yield seat(sitting, hub, settings, tmp_path)


def test_other_names_written_in_the_entry_find_the_code(person: Person) -> None:
    code, panel = person.find("Irritation"), person.code.codebook
    panel.edit_entry(code)
    panel.entry.texts["aliases"].setFocus()
    person.write("agacement")
    person.press(Qt.Key.Key_Return)
    person.write("ras le bol")
    person.press(Qt.Key.Key_Return, CTRL)
    assert codebook.get(person.project, code).aliases == ("agacement", "ras le bol")
    person.press(Qt.Key.Key_Escape)

    person.select(*span(person, "chaque lundi"))
    person.write("bol ras")
    picker = person.code.picker
    assert picker.current() == code
    assert picker.list.currentIndex().data(PLACE) == "also called ras le bol"
    person.press(Qt.Key.Key_Return)
    assert person.stored() == [("chaque lundi", "Irritation")]

    person.press(Qt.Key.Key_L, CTRL)
    person.write("agac")
    assert panel.hint.text() == "Enter applies Irritation"
    assert panel.model.codes() == [code]
    assert "agacement, ras le bol" in panel.model.index_of(code).data(Qt.ItemDataRole.ToolTipRole)


def test_a_codes_own_name_comes_before_the_same_as_anothers_other_name(person: Person) -> None:
    codebook.edit(person.project, person.find("Irritation"), aliases=["Vendeurs"])
    person.select(*span(person, "chaque lundi"))
    person.write("vendeurs")
    person.press(Qt.Key.Key_Return)
    assert person.stored() == [("chaque lundi", "Vendeurs")]

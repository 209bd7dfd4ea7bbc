"""The tab Names: names are found, decided on by key, shown in their place, renamed, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.participants.names_tab import NamesTab
from app.participants.page import ParticipantsPage
from coding.moment.moment import Moment
from corpus import documents
from tests.app.sample_pages import opened_sample, shown


@pytest.fixture
def tab(hub: Hub, tmp_path: Path, qtbot: QtBot) -> NamesTab:
    opened_sample(hub, tmp_path)
    page = shown(ParticipantsPage, hub, qtbot)
    number = next(n for n in range(page.tabs.count()) if page.tabs.tabText(n) == "Names")
    page.tabs.setCurrentIndex(number)
    made = page.shown
    assert isinstance(made, NamesTab)
    return made


def looked(tab: NamesTab, qtbot: QtBot) -> list[str]:
    tab.look()
    qtbot.waitUntil(lambda: bool(tab.found.rows.rows))
    return [one.name for one in tab.found.rows.rows]


def test_the_empty_tab_says_what_it_is_for(tab: NamesTab) -> None:
    assert tab.views.currentWidget() is tab.nothing
    assert tab.panes() == (tab.nothing.button,)


def test_every_name_is_decided_on_by_one_key_and_the_next_is_at_hand(tab: NamesTab, qtbot: QtBot) -> None:
    found = looked(tab, qtbot)
    assert len(found) > 50
    assert tab.found.currentIndex().row() == 0
    for key in ("P", "X", "L"):
        qtbot.keyClick(tab.found, key)
    hidden = {one.name: one for one in tab.hidden.rows.rows}
    assert {name: one.kind for name, one in hidden.items()} == {found[0]: "person", found[2]: "place"}
    assert len({one.replacement for one in hidden.values()}) == 2
    assert [one.name for one in tab.found.rows.rows] == found[3:]
    assert tab.found.current.name == found[3]
    assert f"{len(found) - 3} names to decide on" in tab.counts.text()
    for _ in range(3):
        tab.hub.project.undo()
    qtbot.waitUntil(lambda: len(tab.found.rows.rows) == len(found))
    assert not tab.hidden.rows.rows


def test_the_words_stand_beside_each_name_and_the_source_opens_there(tab: NamesTab, qtbot: QtBot) -> None:
    looked(tab, qtbot)
    said = tab.found.rows.index(0, 4).data(Qt.ItemDataRole.DisplayRole)
    assert tab.found.current.name in str(said)
    asked: list[object] = []
    tab.hub.place_asked.connect(asked.append)
    tab.open_source()
    (place,) = asked
    document, start, end = tab.found.current.places[0]
    assert (place.document, place.start, place.end) == (document, start, end)  # type: ignore[attr-defined]  # a place of words
    assert tab.found.current.name in documents.text(tab.hub.project, document)[start:end]


def test_a_hidden_name_gets_other_words_and_is_shown_again(tab: NamesTab, qtbot: QtBot) -> None:
    found = looked(tab, qtbot)
    qtbot.keyClick(tab.found, "F")
    (one,) = tab.hidden.rows.rows
    tab.hidden.rows.setData(tab.hidden.rows.index(0, 2), "une enseigne")
    qtbot.waitUntil(lambda: tab.hidden.rows.rows[0].replacement == "[une enseigne]")
    tab.hidden.rows.setData(tab.hidden.rows.index(0, 1), "brand")
    qtbot.waitUntil(lambda: tab.hidden.rows.rows[0].kind == "brand")
    mask = Moment.of(tab.hub.project, masking=True).mask
    assert mask.text(f"Chez {one.name}.") == "Chez [une enseigne]."
    tab.hidden.setFocus()
    tab.hidden.selectRow(0)
    qtbot.keyClick(tab.hidden, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not tab.hidden.rows.rows)
    assert [one.name for one in tab.found.rows.rows] == found


def test_a_list_of_names_is_read(tab: NamesTab, tmp_path: Path, qtbot: QtBot) -> None:
    table = tmp_path / "noms.csv"
    table.write_text("nom;type\nChevillard;entreprise\nMomo;personne\n", "utf-8")
    tab.read_table(table)
    qtbot.waitUntil(lambda: len(tab.hidden.rows.rows) == 2)
    assert {one.kind for one in tab.hidden.rows.rows} == {"firm", "person"}

"""The interviews of the sample are pseudonymised by keyboard alone, with fewer keys than three hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.participants.names_tab import NamesTab
from app.participants.page import ParticipantsPage
from coding.moment.letters import fold
from coding.moment.moment import Moment
from coding.names import FoundName
from corpus import documents
from corpus.people import participants
from tests.app.person import ALT, CTRL, Person, seated
from tests.app.sample_pages import opened_sample

MOST = 300
_KEYS = {"person": Qt.Key.Key_P, "firm": Qt.Key.Key_F, "place": Qt.Key.Key_L, "contact": Qt.Key.Key_T}


@pytest.fixture
def person(qtbot: QtBot, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as sitting:
        opened_sample(hub, tmp_path)
        sitting.rest()
        yield sitting


def words(text: str) -> set[str]:
    return {fold(one) for one in re.findall(r"[^\W\d_]+", text) if not one.islower()}


def names_tab(person: Person) -> NamesTab:
    """Go to the tab of names by keys."""
    person.press(Qt.Key.Key_6, ALT)
    page = person.window.page("participants")
    assert isinstance(page, ParticipantsPage)
    for _ in range(page.tabs.count()):
        if isinstance(page.shown, NamesTab):
            return page.shown
        person.press(Qt.Key.Key_Tab, CTRL)
        person.rest()
    raise AssertionError("no key goes to the names")


def key_for(one: FoundName, people: set[str], firms: set[str]) -> Qt.Key:
    """Decide as who made the interviews does: who is a person, what a firm; else what it seems to be."""
    said = words(one.name)
    if said & people:
        return _KEYS["person"]
    return _KEYS["firm"] if said & firms else _KEYS.get(one.kind, Qt.Key.Key_O)


def test_all_of_the_sample_is_pseudonymised_with_few_keys(person: Person) -> None:
    infos = participants.listed(person.project)
    people = {one for info in infos for one in words(info.name)}
    firms = {one for info in infos for one in words(info.attributes["Entreprise"])}
    assert len(documents.listed(person.project)) >= 10
    person.pressed = 0
    tab = names_tab(person)
    person.until(lambda: tab.nothing.button.isVisible())
    while QApplication.focusWidget() is not tab.nothing.button:
        person.press(Qt.Key.Key_Tab)
        assert person.pressed < MOST
    person.press(Qt.Key.Key_Space)
    person.until(lambda: bool(tab.found.rows.rows))
    person.rest()
    while tab.found.rows.rows:
        person.press(key_for(tab.found.current, people, firms))
        assert person.pressed < MOST
    assert person.pressed < MOST
    mask = Moment.of(person.project, masking=True).mask
    read = {
        one
        for info in documents.listed(person.project)
        for one in words(mask.text(documents.text(person.project, info.key)))
    }
    secret = {one for info in infos for one in (*words(info.name), *words(info.attributes["Entreprise"]))}
    assert read & secret == set()

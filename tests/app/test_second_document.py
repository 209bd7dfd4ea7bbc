"""Two documents side by side in a wide window: the second is read and coded by the same keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.settings import Settings
from coding import codings
from corpus import documents
from tests.app.person import CTRL, Person, seated
from tests.app.sample_pages import opened_sample


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as at_the_window:
        opened_sample(hub, tmp_path)
        at_the_window.window.resize(1400, 900)
        at_the_window.go(1)
        at_the_window.press(Qt.Key.Key_F7)
        yield at_the_window


def beside(person: Person) -> int:
    """Show the last document beside the first, with the focus in it, and return its key."""
    companion, key = person.code.companion, documents.listed(person.project)[-1].key
    assert companion.isVisible()
    companion.setCurrentIndex(1)
    companion.which.setCurrentIndex(companion.which.findData(key))
    companion.which.activated.emit(companion.which.currentIndex())
    companion.pane.setFocus()
    person.until(companion.pane.hasFocus)
    assert person.code.shown.document is not None
    assert person.code.shown.document.key != key
    return key


def spans(person: Person, document: int) -> set[tuple[int, int, int]]:
    return {(one.code, one.start, one.end) for one in codings.of_document(person.project, document)}


def test_the_second_document_is_coded_by_digit_letter_and_in_vivo(person: Person) -> None:
    key = beside(person)
    pane, page = person.code.companion.pane, person.code
    first, before = page.shown.document, spans(person, key)
    pane.select(5, 40)
    person.press(Qt.Key.Key_1)
    code = page.shown.recent.slots[0]
    assert spans(person, key) - before == {(code, 5, 40)}
    assert any(pane._codings.get(one).code == code for one in pane.codings_at(6, 7))  # type: ignore[union-attr]  # there
    pane.select(50, 70)
    person.press(Qt.Key.Key_I, CTRL)
    assert len(spans(person, key) - before) == 2
    pane.select(80, 90)
    person.write("irrit")
    person.press(Qt.Key.Key_Return)
    assert {(start, end) for _, start, end in spans(person, key) - before} == {(5, 40), (50, 70), (80, 90)}
    assert page.shown.document == first, "the first document stays where it is"
    for _ in range(3):
        person.project.undo()
    assert spans(person, key) == before


def test_codings_of_the_second_document_are_gone_through_and_taken_away(person: Person) -> None:
    key = beside(person)
    pane, before = person.code.companion.pane, spans(person, key)
    assert before
    person.press(Qt.Key.Key_J)
    chosen = pane.selected_coding()
    assert chosen is not None
    person.press(Qt.Key.Key_Delete)
    assert len(spans(person, key)) == len(before) - 1
    person.project.undo()
    assert spans(person, key) == before


def test_the_first_document_keeps_its_keys(person: Person) -> None:
    key = beside(person)
    before, page = spans(person, key), person.code
    assert page.shown.document is not None
    page.reading.pane.setFocus()
    page.reading.pane.select(5, 40)
    person.press(Qt.Key.Key_1)
    assert spans(person, key) == before
    assert (page.shown.recent.slots[0], 5, 40) in spans(person, page.shown.document.key)


def test_beneath_1400_pixels_there_is_one_document(person: Person) -> None:
    person.window.resize(1280, 800)
    assert not person.code.companion.isVisible()
    person.code.reading.pane.setFocus()
    person.press(Qt.Key.Key_F7)
    assert not person.code.companion.isVisible()
    assert "1,400" in person.heard[-1]


def test_the_key_shows_another_document_and_puts_it_away_from_there(person: Person) -> None:
    page = person.code
    assert page.companion.pane.hasFocus()
    assert page.companion.which.currentData() not in (None, page.shown.document and page.shown.document.key)
    assert page.reading.pane.viewport().width() > 320
    person.press(Qt.Key.Key_F7)
    assert not page.companion.isVisible()
    assert page.reading.pane.hasFocus()

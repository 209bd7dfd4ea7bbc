"""Codes dragged onto words, words dragged onto a code; a short name for what is coded in vivo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.settings import Settings
from coding import codebook, codings
from tests.app.at_the_desk import seat, span
from tests.app.person import CTRL, NO, Person, seated, send_move

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
SECOND = "Personne ne le lit, hélas."


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as sitting:
        yield seat(sitting, hub, settings, tmp_path)


def place(person: Person, words: str) -> QPoint:
    start, end = span(person, words)
    spot = person.code.reading.pane.spot((start + end) // 2)
    assert spot is not None
    return spot.center().toPoint()


def drop(onto: QWidget, data: QMimeData, at: QPoint) -> bool:
    """Drag something over a widget and let go of it there; tell whether it was taken on the way."""
    both = COPY | Qt.DropAction.MoveAction
    QApplication.sendEvent(onto, QDragEnterEvent(at, both, data, LEFT, NO))
    moved = QDragMoveEvent(at, both, data, LEFT, NO)
    QApplication.sendEvent(onto, moved)
    if moved.isAccepted():
        QApplication.sendEvent(onto, QDropEvent(QPointF(at), both, data, LEFT, NO))
    return moved.isAccepted()


def codes(person: Person, *names: str) -> QMimeData:
    model = person.code.codebook.model
    return model.mimeData([model.index_of(person.find(name)) for name in names])


def test_a_code_dropped_on_text_codes_the_sentence_under_the_pointer(person: Person) -> None:
    viewport = person.code.reading.pane.viewport()
    assert drop(viewport, codes(person, "Irritation"), place(person, SECOND))
    assert person.stored() == [(SECOND, "Irritation")]
    assert person.window.status.currentMessage() == "Irritation applied · Ctrl+Z"
    person.press(Qt.Key.Key_Delete)
    assert person.stored() == []


def test_codes_dropped_on_the_selection_code_all_of_it_at_once(person: Person) -> None:
    person.select(*span(person, "chaque lundi. Personne"))
    assert drop(person.code.reading.pane.viewport(), codes(person, "Irritation", "Vendeurs"), place(person, "lundi"))
    assert person.stored() == [("chaque lundi. Personne", "Irritation"), ("chaque lundi. Personne", "Vendeurs")]
    assert person.window.status.currentMessage().startswith("2 code")
    assert person.window.status.currentMessage().endswith(" · Ctrl+Z")
    person.press(Qt.Key.Key_Z, CTRL)
    assert person.stored() == []


def test_what_would_be_coded_is_outlined_while_a_code_is_held_over_it(person: Person) -> None:
    pane = person.code.reading.pane
    bare = pane.viewport().grab().toImage()
    data, at = codes(person, "Irritation"), place(person, "On subit")
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(pane.viewport(), kind(at, COPY, data, LEFT, NO))
    assert pane.viewport().grab().toImage() != bare
    assert person.code.shown.text[slice(*pane._outlined)] == "On subit."


def test_words_dragged_onto_a_code_are_coded_with_it(person: Person) -> None:
    carried: list[QMimeData] = []
    person.code.verbs.dragging.carry = carried.append
    person.select(*span(person, "chaque lundi"))
    viewport, start = person.code.reading.pane.viewport(), place(person, "lundi")
    QTest.mousePress(viewport, LEFT, NO, start)
    send_move(viewport, start + QPoint(60, 40))
    QTest.mouseRelease(viewport, LEFT, NO, start + QPoint(60, 40))
    [data] = carried
    assert not data.hasText(), "words leave only where consent is asked for"
    assert person.code.reading.pane.selection() == span(person, "chaque lundi")
    tree, model = person.code.codebook.tree, person.code.codebook.model
    heading = tree.visualRect(model.index(0, 0)).center()
    assert not drop(tree.viewport(), data, heading)
    row = model.index_of(person.find("Vendeurs en rayon"))
    tree.scrollTo(row)
    assert drop(tree.viewport(), data, tree.visualRect(row).center())
    assert person.stored() == [("chaque lundi", "Vendeurs en rayon")]


def test_a_click_within_the_selection_still_puts_the_caret_there(person: Person) -> None:
    person.select(*span(person, "chaque lundi"))
    QTest.mouseClick(person.code.reading.pane.viewport(), LEFT, NO, place(person, "lundi"))
    start, end = person.code.reading.pane.selection()
    assert start == end
    assert span(person, "chaque lundi")[0] < start < span(person, "chaque lundi")[1]


LONG = {
    "Euh, alors on ne nous a rien demandé, et puis on subit tous les jours la même chose": "on ne nous a rien demandé",
    "parcours client": "parcours client",
    "le tableau de bord tombe chaque lundi matin sans que personne le lise": "le tableau de bord tombe chaque lundi…",
    "oui": "oui",
    "Hélas !": "Hélas",
    "…": "…",
}


def test_a_short_name_is_the_first_clause_without_what_one_begins_with() -> None:
    for words, name in LONG.items():
        assert codings.short_name(words) == name
        assert len(codings.short_name(words * 9)) <= 40


def test_in_vivo_offers_a_short_name_that_f2_changes(person: Person) -> None:
    words = "Le tableau de bord tombe chaque lundi. Personne ne le lit, hélas."
    person.select(*span(person, words))
    person.press(Qt.Key.Key_I, CTRL)
    name = "Le tableau de bord tombe chaque lundi"
    assert person.stored() == [(words, name)]
    assert person.window.status.currentMessage() == f"{name} applied · F2 gives another name · Ctrl+Z"
    person.press(Qt.Key.Key_F2)
    field = person.dialog(QInputDialog).findChild(QLineEdit)
    assert field is not None
    assert (field.text(), field.selectedText()) == (name, name)
    QTest.keyClicks(field, "lundi")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert person.stored() == [(words, "lundi")]
    assert codebook.find(person.project, "lundi").in_vivo
    assert person.window.status.currentMessage() == f"{name} is called lundi now · Ctrl+Z"

"""Enter applies what was named and nothing else; and what was done is said with the key that takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app import actions
from app.hub import Hub
from app.settings import Settings
from coding import codebook, codings
from corpus import anchors
from tests.app.at_the_desk import digit_of_azerty, seat, span
from tests.app.person import CTRL, NO, SHIFT, Person, seated

ENTER, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up
WORDS = "Personne ne le lit"


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as sitting:
        yield seat(sitting, hub, settings, tmp_path)


def line(person: Person) -> str:
    return person.window.status.currentMessage()


def pick(person: Person, text: str) -> None:
    person.press(Qt.Key.Key_K, CTRL)
    assert person.code.picker.isVisible()
    person.write(text)


UNNAMED = (
    *("vendeurs terain", "irritation des clients", "vendeurz", "ecoute/apels", "", "c12", "vendeurs appels"),
    "on",  # a bit of a word is not a word
)
NAMED = {
    "VENDEURS": "Vendeurs",
    "rayon vend": "Vendeurs en rayon",
    "oeuvrer": "Œuvrer à plusieurs",
    "Ecouter, appels": "appels",
    "c1": "C1 ",
    "irr": "Irritation",
}


def test_enter_applies_nothing_that_was_not_named(person: Person) -> None:
    person.select(*span(person, WORDS))
    pick(person, "")
    picker = person.code.picker
    for text in UNNAMED:
        picker.line.clear()
        person.write(text)
        person.press(ENTER)
        person.press(ENTER, SHIFT)
        assert person.stored() == [], text
        assert picker.isVisible()
        assert not text or "Ctrl+Enter creates it" in picker.hint.text()


def test_enter_applies_what_holds_every_word_typed(person: Person) -> None:
    for text, code in NAMED.items():
        person.select(*span(person, WORDS))
        pick(person, text)
        person.press(ENTER)
        [(words, name)] = person.stored()
        assert words == WORDS
        assert name.startswith(code)
        person.press(Qt.Key.Key_Z, CTRL)


def test_a_near_name_stands_below_a_line_and_the_arrow_reaches_it(person: Person) -> None:
    person.select(*span(person, WORDS))
    pick(person, "vendeurs terain")
    picker = person.code.picker
    assert picker.current() is None
    assert picker.matches.near_from == 0
    person.press(DOWN)
    assert picker.current() == person.find("Vendeurs")
    person.press(UP)
    assert picker.current() is None
    person.press(DOWN)
    person.press(ENTER)
    assert person.stored() == [(WORDS, "Vendeurs")]


def test_the_line_between_matches_and_near_names_is_seen(person: Person) -> None:
    person.select(*span(person, WORDS))
    pick(person, "vendeurs r")
    picker = person.code.picker
    row = picker.matches.near_from
    assert row == 1
    seen = picker.list.viewport().grab().toImage()
    ratio = seen.devicePixelRatio()

    def inks(at: int) -> set[int]:
        top = round(picker.list.visualRect(picker.matches.index(at)).top() * ratio)
        return {seen.pixel(x, top) for x in range(4, seen.width() - 4, 7)}

    assert len(inks(row)) == 1
    assert inks(row) != inks(row + 1)


def test_ctrl_enter_alone_creates(person: Person) -> None:
    person.select(*span(person, WORDS))
    pick(person, "vendeurs terain")
    person.press(ENTER, CTRL)
    assert person.stored() == [(WORDS, "vendeurs terain")]
    assert line(person) == "vendeurs terain created and applied · Ctrl+Z"


def test_the_codebooks_line_applies_what_it_says_and_nothing_near(person: Person) -> None:
    person.select(*span(person, WORDS))
    person.press(Qt.Key.Key_L, CTRL)
    person.write("vendeurs")
    assert person.code.codebook.hint.text() == "Enter applies Vendeurs"
    person.write(" terain")
    person.press(ENTER)
    assert person.stored() == []
    assert "Ctrl+Enter creates it" in person.code.codebook.hint.text()
    person.code.codebook.line.clear()
    person.press(ENTER)
    assert person.stored() == []
    person.write("ecouter/app")
    person.press(ENTER)
    assert person.stored() == [(WORDS, "appels")]


def by_picker(person: Person) -> str:
    pick(person, "vendeurs")
    person.press(ENTER)
    return "Vendeurs applied"


def by_digit(person: Person) -> str:
    number = person.code.shown.recent.slots.index(person.find("Irritation")) + 1
    digit_of_azerty(person, number)
    return "Irritation applied"


def in_vivo(person: Person) -> str:
    person.press(Qt.Key.Key_I, CTRL)
    return f"{WORDS} applied · F2 gives another name"


def by_menu(person: Person) -> str:
    menu = person.code.verbs.menu()
    [chosen] = [one for one in menu.actions() if one.text().startswith("Irritation")]
    chosen.trigger()
    return "Irritation applied"


def by_double_click(person: Person) -> str:
    tree = person.code.codebook.tree
    index = person.code.codebook.model.index_of(person.find("Vendeurs en rayon"))
    tree.scrollTo(index)
    place = tree.visualRect(index).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, NO, place)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, NO, place)
    return "Vendeurs en rayon applied"


def renaming(person: Person) -> str:
    person.code.codebook.tree.select([person.find("Irritation")])
    person.code.codebook.tree.setFocus()
    person.press(Qt.Key.Key_F2)
    editor = person.code.codebook.tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Agacement")
    QTest.keyClick(editor, ENTER)
    return "Done: Edit code"


def test_each_act_is_said_with_the_key_that_takes_it_back(person: Person) -> None:
    person.code.shown.recent.begin([person.find("Irritation")])
    for act in (by_picker, by_digit, in_vivo, by_menu, by_double_click, renaming):
        person.select(*span(person, WORDS))
        said = act(person)
        person.rest()
        assert line(person) == f"{said} · Ctrl+Z"
        person.press(Qt.Key.Key_Z, CTRL)
        assert person.stored() == []
        assert line(person).startswith("Undone: ")
        assert line(person).endswith(" · Ctrl+Shift+Z")


def test_many_at_once_are_said_once_with_the_key(person: Person) -> None:
    code, project = person.find("Vendeurs"), person.project
    person.hub.write(
        lambda: codings.apply_many(
            project, [(code, anchors.words(person.code.shown.document.key, at, at + 3)) for at in (6, 12, 20)]
        )
    )
    person.until(lambda: line(person) == "Done: Apply codes · Ctrl+Z")


def test_the_key_said_is_the_one_the_person_chose(person: Person, settings: Settings) -> None:
    actions.change_keys(settings, "edit.undo", ("Ctrl+U",))
    person.select(*span(person, WORDS))
    by_picker(person)
    assert line(person) == f"Vendeurs applied · {QKeySequence('Ctrl+U').toString()}"
    actions.change_keys(settings, "edit.undo", ())
    codebook.add(person.project, "autre")
    person.until(lambda: line(person) == "Done: Add code")
    actions.change_keys(settings, "edit.undo", None)


def test_what_is_only_said_names_no_key(person: Person) -> None:
    person.code.reading.pane.select(0, 0)
    person.press(Qt.Key.Key_Delete)
    assert line(person) == "Click the stripe of a coding first."

"""Codes put in order and codings made longer or shorter by the keyboard alone, in the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import actions, i18n
from app.action_table import table
from app.hub import Hub, Place
from app.reader import ReaderPane
from app.settings import Settings
from coding import codebook, codings
from corpus import anchors, documents
from tests.app.person import ALT, CTRL, SHIFT, Person, seated
from tests.app.sample_pages import opened_sample
from tests.app.test_reader_pane import PASSAGES, TEXT, coding, span

Key = Qt.Key


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as at_the_window:
        opened_sample(hub, tmp_path)
        person = at_the_window
        person.rest()
        yield person


# codes


def order(person: Person, like: int) -> list[str]:
    """Return the codes beside one, as the project has them."""
    beside = codebook.get(person.project, like)
    found = [one for one in codebook.listed(person.project) if one.parent == beside.parent]
    return [one.name for one in found if one.framework == beside.framework]


def test_a_code_goes_up_and_down_among_its_like(person: Person) -> None:
    tree = person.code.codebook.tree
    tops = [one for one in codebook.listed(person.project) if one.cycle == 1 and one.parent is None]
    key, name = tops[1].key, tops[1].name
    before = order(person, key)
    at = before.index(name)
    assert (len(before) > 3, at) == (True, 1)
    tree.select([key])
    tree.setFocus()
    log = len(person.project.history())
    for _ in range(len(before) - 1 - at):
        person.press(Key.Key_Down, ALT)
    rest = [other for other in before if other != name]
    assert order(person, key) == [*rest, name]
    assert tree.current() == key
    assert tree.selected() == [key]
    assert len(person.project.history()) == log + len(before) - 1 - at
    person.press(Key.Key_Down, ALT)  # it is the last
    assert len(person.project.history()) == log + len(before) - 1 - at
    for _ in before:
        person.press(Key.Key_Up, ALT)
    assert order(person, key) == [name, *rest]
    assert person.project.undoable() is not None
    assert person.project.undoable().label == "Move code"
    person.do("edit.undo")
    assert order(person, key) == [rest[0], name, *rest[1:]]


def test_a_sub_code_stays_under_its_code(person: Person) -> None:
    above = codebook.add(person.project, "Au-dessus")
    keys = [codebook.add(person.project, name, parent=above) for name in ("un", "deux", "trois")]
    tree = person.code.codebook.tree
    tree.select([keys[0]])
    tree.setFocus()
    for wanted in (["deux", "un", "trois"], ["deux", "trois", "un"], ["deux", "trois", "un"]):
        person.press(Key.Key_Down, ALT)
        assert order(person, keys[0]) == wanted
    assert [tree.codes.index_of(key).row() for key in keys] == [2, 0, 1]


def test_where_codes_are_left_out_one_goes_past_those_that_are_shown(person: Person) -> None:
    keys = [codebook.add(person.project, name) for name in ("zz un", "autre", "zz deux")]
    panel = person.code.codebook
    panel.line.setText("zz")
    panel.tree.select([keys[2]])
    panel.tree.setFocus()
    person.press(Key.Key_Up, ALT)
    assert order(person, keys[0])[-3:] == ["zz deux", "zz un", "autre"]
    person.press(Key.Key_Down, ALT)
    assert order(person, keys[0])[-3:] == ["zz un", "zz deux", "autre"]


# codings


def begun(person: Person, words: str) -> int:
    """Code words of the first document, and select the coding."""
    info = documents.listed(person.project)[0]
    at = documents.text(person.project, info.key).index(words)
    key = codings.apply(
        person.project, codebook.add(person.project, "essai"), anchors.words(info.key, at, at + len(words))
    )
    person.hub.show_place(Place(info.key, at, at + len(words), key))
    person.rest()
    assert person.code.reading.pane.selected_coding() == key
    return key


def words_of(person: Person, key: int) -> str:
    info = codings.get(person.project, key)
    return documents.text(person.project, info.document)[info.start : info.end]


def test_the_ends_of_a_coding_go_by_words(person: Person) -> None:
    info = documents.listed(person.project)[0]
    text = documents.text(person.project, info.key)
    passage = max(documents.passages(person.project, info.key), key=lambda one: one.end - one.start)
    words = text[passage.start : passage.end].split()[:12]
    plain = [word for word in words if word.isalpha()]
    assert len(plain) >= 4
    at = next(n for n in range(1, len(words) - 3) if all(word.isalpha() for word in words[n - 1 : n + 3]))
    before, one, two, after = words[at - 1 : at + 3]
    key = begun(person, f"{one} {two}")
    log = len(person.project.history())
    person.press(Key.Key_Right, ALT | SHIFT)
    assert words_of(person, key) == f"{one} {two} {after}"
    person.press(Key.Key_Left, ALT)
    assert words_of(person, key) == f"{before} {one} {two} {after}"
    person.press(Key.Key_Right, ALT)
    person.press(Key.Key_Right, ALT)
    assert words_of(person, key) == f"{two} {after}"
    person.press(Key.Key_Left, ALT | SHIFT)
    assert words_of(person, key) == two
    assert len(person.project.history()) == log + 5
    for held in (ALT, ALT | SHIFT):  # one word stays
        person.press(Key.Key_Right if held == ALT else Key.Key_Left, held)
    assert words_of(person, key) == two
    assert len(person.project.history()) == log + 5
    assert person.code.reading.pane.selected_coding() == key
    for wanted in (f"{two} {after}", f"{one} {two} {after}", f"{before} {one} {two} {after}", f"{one} {two} {after}"):
        person.press(Key.Key_Z, CTRL)
        assert words_of(person, key) == wanted
    assert person.project.undoable() is not None
    assert person.project.undoable().label == "Resize coding"


def test_without_a_coding_the_keys_say_so_or_take_letters(person: Person) -> None:
    person.go(1)
    pane = person.code.reading.pane
    pane.setFocus()
    pane.select(5, 5)
    log = len(person.project.history())
    person.press(Key.Key_Right, ALT)
    assert person.heard[-1] == "Click the stripe of a coding first."
    person.press(Key.Key_Right, ALT | SHIFT)
    person.press(Key.Key_Right, ALT | SHIFT)
    assert pane.selection() == (5, 7)
    assert len(person.project.history()) == log


@pytest.mark.parametrize(
    ("words", "step", "at_end", "expected"),
    [
        ("la table", 1, True, "la table M"),
        ("la table", -1, True, "la"),
        ("la table", -1, False, "de la table"),
        ("la table", 1, False, "table"),
        ("table", -1, True, None),
        ("table", 1, False, None),
    ],
)
def test_an_end_goes_by_a_word(qtbot: QtBot, words: str, step: int, at_end: bool, expected: str | None) -> None:
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.show_document(TEXT, PASSAGES, [coding(7, words)])
    asked: list[tuple[int, ...]] = []
    pane.coding_resized.connect(lambda *args: asked.append(args))
    assert not pane.nudge(step, at_end=at_end)
    pane.select_coding(7)
    assert pane.nudge(step, at_end=at_end)
    assert asked == ([] if expected is None else [(7, *span(expected))])


def test_no_end_leaves_the_text(qtbot: QtBot) -> None:
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.show_document("un deux. ", [], [])
    whole = coding(7, TEXT[:1])
    pane.put([type(whole)(7, 0, 8, 1, "c", "#d62728")])
    pane.select_coding(7)
    with qtbot.assertNotEmitted(pane.coding_resized):
        assert pane.nudge(1, at_end=True)
        assert pane.nudge(-1, at_end=False)


def test_the_keys_are_listed_in_french(hub: Hub, qapp: QApplication) -> None:
    hub.settings.set("language", "fr")
    i18n.install(qapp, hub.settings)
    names = ("code.up", "code.down", "code.start_back", "code.start_on", "code.end_back", "code.end_on")
    for name in names:
        assert table()[name].text != table()[name].label
        assert not [one.name for key in table()[name].keys for one in actions.conflicts(name, key)]

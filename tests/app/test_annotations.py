"""Notes on words: selected, a key, the note; marked in the text, changed, taken away, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.code.notes import NoteField
from app.hub import Hub
from app.settings import Settings
from coding import memos
from coding.memos import drafts
from corpus.errors import NothingThere
from tests.app.person import CTRL, SHIFT, Person, seated
from tests.app.sample_pages import opened_sample


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as at_the_window:
        opened_sample(hub, tmp_path)
        at_the_window.go(1)
        yield at_the_window


def written(person: Person) -> list[str]:
    return [memo.body for memo in memos.listed(person.project, kind="annotation")]


def annotate(person: Person, start: int, end: int, said: str) -> None:
    pane = person.code.reading.pane
    pane.select(start, end)
    person.press(Qt.Key.Key_M, CTRL | SHIFT)
    person.write(said)
    person.press(Qt.Key.Key_Return)


def test_words_are_annotated_by_a_key_and_marked_where_they_stand(person: Person) -> None:
    pane = person.code.reading.pane
    before = pane.grab().toImage()
    annotate(person, 10, 30, "a house word")
    assert written(person) == ["a house word"]
    assert [(one.start, one.end, one.said) for one in pane.notes_at(12, 12)] == [(10, 30, "a house word")]
    assert pane.hasFocus()
    pane.select(0, 0)
    assert pane.grab().toImage() != before
    spot = pane.spot(15)
    assert spot is not None
    assert "a house word" in pane._tip(QPointF(spot.center()))[0]
    person.project.undo()
    assert pane.notes_at(12, 12) == []


def test_a_note_is_changed_where_the_cursor_is_and_an_empty_one_goes(person: Person) -> None:
    pane = person.code.reading.pane
    annotate(person, 10, 30, "first")
    annotate(person, 15, 15, " and more")
    assert written(person) == ["first and more"]
    pane.select(15, 15)
    person.press(Qt.Key.Key_M, CTRL | SHIFT)
    field = person.code.verbs.notes.field
    assert field is not None
    field.clear()
    person.press(Qt.Key.Key_Return)
    assert written(person) == []


def test_escape_keeps_nothing_and_closing_keeps_what_is_written(person: Person) -> None:
    pane, path = person.code.reading.pane, person.project.path
    pane.select(10, 30)
    person.press(Qt.Key.Key_M, CTRL | SHIFT)
    person.write("not this")
    person.press(Qt.Key.Key_Escape)
    assert written(person) == []
    pane.select(10, 30)
    person.press(Qt.Key.Key_M, CTRL | SHIFT)
    person.write("but this")
    person.hub.close()
    assert person.hub.open(path)
    assert written(person) == ["but this"]


def note(person: Person) -> NoteField:
    field = person.code.verbs.notes.field
    assert field is not None
    return field


def test_what_is_typed_outlives_a_crash(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.code.notes._PAUSE_MS", 1)
    annotate(person, 10, 30, "first")
    for start, end, more in ((40, 60, "another"), (15, 15, " and more")):
        person.code.reading.pane.select(start, end)
        person.press(Qt.Key.Key_M, CTRL | SHIFT)
        person.write(more)
        person.until(lambda: drafts.kept(person.project))
        [draft] = drafts.kept(person.project)
        assert draft.body.endswith(more)
        [key] = drafts.recover(person.project)  # as when the project is opened again
        assert (memos.get(person.project, key).body, memos.get(person.project, key).kind) == (draft.body, "annotation")
        person.project.undo()
        drafts.keep(person.project, draft)
        person.press(Qt.Key.Key_Escape)
        assert drafts.kept(person.project) == []
    assert written(person) == ["first"]


def test_a_refusal_loses_no_word(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise NothingThere("It is gone.")

    monkeypatch.setattr(drafts, "write", refuse)
    annotate(person, 10, 30, "a house word")
    assert [draft.body for draft in drafts.kept(person.project)] == ["a house word"]


def test_a_note_of_several_lines_stays_so(person: Person) -> None:
    person.code.reading.pane.select(10, 30)
    person.press(Qt.Key.Key_M, CTRL | SHIFT)
    person.write("one")
    person.press(Qt.Key.Key_Return, SHIFT)
    person.write("two")
    person.press(Qt.Key.Key_Return)
    annotate(person, 15, 15, "!")
    assert written(person) == ["one\ntwo!"]


def test_another_program_in_front_leaves_the_note_open_and_keeps_a_draft(person: Person) -> None:
    person.code.reading.pane.select(10, 30)
    person.press(Qt.Key.Key_M, CTRL | SHIFT)
    person.write("half a")
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(note(person), away)
    assert [draft.body for draft in drafts.kept(person.project)] == ["half a"]
    assert note(person).isVisible()
    assert written(person) == []


def test_without_words_one_is_told_to_select_some(person: Person) -> None:
    person.code.reading.pane.select(40, 40)
    person.press(Qt.Key.Key_M, CTRL | SHIFT)
    assert person.code.verbs.notes.field is None
    assert person.heard


def test_annotations_are_listed_among_the_memos(person: Person) -> None:
    annotate(person, 10, 30, "a house word")
    person.go(8)
    drawer = person.memos.drawer
    drawer.kind.setCurrentIndex(drawer.kind.findData("annotation"))
    assert [memo.body for memo in drawer.model.memos] == ["a house word"]

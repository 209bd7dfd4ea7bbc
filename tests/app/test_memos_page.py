"""The Memos page, and the memo beside any other page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub, Place
from app.memos.page import MemosPage
from app.settings import Settings
from coding import codings, memos
from coding.memos import Target, on
from corpus import anchors
from corpus.people import participants
from tests.app.person import Person, seated
from tests.app.sample_pages import opened_sample, settle, shown


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> MemosPage:
    opened_sample(hub, tmp_path)
    return shown(MemosPage, hub, qtbot)


@pytest.fixture
def person(qtbot: QtBot, undressed: None, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as at_the_window:
        opened_sample(hub, tmp_path)
        yield at_the_window


def test_an_empty_study_says_what_to_do(hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    page = shown(MemosPage, hub, qtbot)
    assert page.drawer.empty.isVisible()
    page.drawer.empty.button.click()
    assert page.drawer.editor.isVisible()
    qtbot.keyClicks(page.drawer.editor.title, "First thought")
    page.drawer.editor.keep()
    assert [memo.title for memo in memos.listed(hub.project)] == ["First thought"]
    hub.project.undo()
    assert page.drawer.empty.isVisible()


def listed(page: MemosPage) -> list[str]:
    model = page.drawer.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_memos_are_narrowed_by_kind_and_words(page: MemosPage) -> None:
    project = page.hub.project
    assert len(listed(page)) == len(memos.listed(project))
    page.drawer.kind.setCurrentIndex(page.drawer.kind.findData("reflexive"))
    assert sorted(listed(page)) == sorted(memo.title for memo in memos.listed(project, kind="reflexive"))
    page.drawer.search.setText("precieux")
    assert listed(page) == ["Un contre-exemple précieux"]


def test_a_memo_is_written_in_place(page: MemosPage, qtbot: QtBot) -> None:
    project, editor = page.hub.project, page.drawer.editor
    memo = next(memo for memo in memos.listed(project) if memo.title == "Vert et faux")
    page.drawer.list.setCurrentIndex(page.drawer.model.index(page.drawer.model.row_of(memo.key) or 0))
    assert editor.body.toPlainText() == memo.body
    editor.body.moveCursor(editor.body.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor.body, " Encore.")
    qtbot.waitUntil(lambda: memos.get(project, memo.key).body == memo.body + " Encore.")
    assert editor.body.textCursor().position() == len(memo.body) + 8, "keeping must not move the cursor"
    editor.kind.setCurrentIndex(editor.kind.findData("reflexive"))
    editor.kind.activated.emit(editor.kind.currentIndex())
    assert memos.get(project, memo.key).kind == "reflexive"
    project.undo()
    project.undo()
    assert editor.body.toPlainText() == memo.body
    assert editor.kind.currentData() == "theoretical"


def test_what_is_typed_is_kept_before_another_memo_is_shown(page: MemosPage, qtbot: QtBot) -> None:
    drawer, project = page.drawer, page.hub.project
    drawer.list.setCurrentIndex(drawer.model.index(0))
    first = drawer.model.memos[0]
    drawer.editor.title.setText("")
    qtbot.keyClicks(drawer.editor.title, "Autre titre")
    drawer.list.setCurrentIndex(drawer.model.index(2))
    assert memos.get(project, first.key).title == "Autre titre"
    assert drawer.editor.title.text() == drawer.model.memos[2].title
    drawer.editor.remove_button.click()
    assert len(listed(page)) == len(memos.listed(project))
    project.undo()
    assert len(listed(page)) == len(memos.listed(project))


def test_the_window_keeps_what_is_typed_when_it_closes(page: MemosPage, qtbot: QtBot) -> None:
    page.drawer.begin()
    qtbot.keyClicks(page.drawer.editor.title, "Last words")
    page.window().close()
    assert "Last words" in [memo.title for memo in memos.listed(page.hub.project)]


def test_targets_open_their_place(page: MemosPage) -> None:
    project = page.hub.project
    coding = codings.listed(project)[0]
    one = next(one for one in participants.listed(project) if one.name == "Inès Moutardier")
    people: list[int] = []
    page.hub.participant_asked.connect(people.append)
    targets = [
        Target("document", 3),
        on(anchors.words(3, 10, 30)),
        Target("code", coding.code),
        Target("coding", coding.key),
        Target("participant", one.key),
    ]
    key = memos.add(project, "On all of it", targets=targets)
    page.drawer.show_memo(key)
    about = page.drawer.editor.about
    places: list[Place] = []
    asked: list[Ask] = []
    page.hub.place_asked.connect(places.append)
    page.hub.verbatims_asked.connect(asked.append)
    for number in range(5):
        about.linkActivated.emit(str(number))
    assert places == [Place(3), Place(3, 10, 30), Place(coding.document, coding.start, coding.end, coding.key)]
    assert [ask.codes for ask in asked] == [(coding.code,)]
    assert people == [one.key]


def test_closing_the_project_lets_go_of_it(page: MemosPage, hub: Hub, qtbot: QtBot) -> None:
    hub.close()
    settle(hub, qtbot)
    assert page.drawer.model.rowCount() == 0


# beside any other page


def test_a_memo_is_written_beside_the_page_and_put_away_again(person: Person) -> None:
    person.go(4)
    person.press(Qt.Key.Key_F8)
    dock = person.window.memo.dock
    assert dock is not None
    assert dock.isVisible()
    assert dock.editor.body.hasFocus()
    person.write("Beside the list")
    person.press(Qt.Key.Key_F8)
    assert not dock.isVisible()
    assert person.window.current_page is person.verbatims
    assert memos.listed(person.project)[-1].body == "Beside the list"
    person.go(1)
    assert not dock.isVisible()


def test_the_dock_goes_along_from_page_to_page_and_gives_way_to_that_of_memos(person: Person) -> None:
    person.go(5)
    person.press(Qt.Key.Key_F8)
    dock = person.window.memo.dock
    assert dock is not None
    for number, seen in ((1, True), (8, False), (7, True)):
        person.go(number)
        assert dock.isVisible() == seen
    person.press(Qt.Key.Key_F6)
    person.press(Qt.Key.Key_F6)
    person.until(lambda: dock.isAncestorOf(QApplication.focusWidget()))
    person.hub.close()
    assert not dock.isVisible()


def test_a_memo_on_a_participant_begins_beside_their_table(person: Person) -> None:
    person.go(6)
    person.participants.people.choose(participants.listed(person.project)[2].key)
    person.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    dock = person.window.memo.dock
    assert dock is not None
    assert dock.editor.title.hasFocus()
    person.write("Pressed for time")
    person.go(8)
    [memo] = memos.of(person.project, "participant", participants.listed(person.project)[2].key)
    assert memo.title == "Pressed for time"


def test_another_language_makes_the_dock_anew_and_keeps_what_is_typed(person: Person) -> None:
    person.press(Qt.Key.Key_F8)
    person.write("Before the change")
    before = person.window.memo.dock
    person.window.set_language("fr")
    person.until(lambda: person.window.memo.dock is not before)
    assert person.window.memo.dock is not None
    assert person.window.memo.dock.isVisible()
    assert memos.listed(person.project)[-1].body == "Before the change"

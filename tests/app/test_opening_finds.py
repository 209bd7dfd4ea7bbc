"""From what was found on the Verbatims page to where it is kept: a code's entry, a memo; in the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.settings import Settings
from coding import codebook, memos
from coding.memos import Target
from coding.search.searches import Scope
from corpus import documents
from tests.app.person import Person, seated
from tests.app.sample_pages import opened_sample


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as at_the_window:
        opened_sample(hub, tmp_path)
        yield at_the_window


def look_for(person: Person, scope: Scope, query: str) -> None:
    """Search in a scope and put the focus on what is found."""
    person.go(4)
    page = person.verbatims
    page.bar.scopes.setCurrentIndex(page.bar.scopes.findData(scope))
    page.bar.scopes.activated.emit(page.bar.scopes.currentIndex())
    page.bar.line.setText(query)
    page.bar.line.textEdited.emit(query)
    person.until(lambda: not page.seeking.waiting and page.hits.hits and page.hits.hits.search.query == query)
    page.hits.setFocus()


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_enter_on_a_definition_shows_the_codes_entry(person: Person, size: tuple[int, int]) -> None:
    person.window.resize(*size)
    code = codebook.find(person.project, "Irritants")
    codebook.edit(person.project, code.key, definition="Ce qui gêne, zinzolin.")
    person.code.codebook.line.setText("nothing is called so")
    look_for(person, "definitions", "zinzolin")
    person.press(Qt.Key.Key_Return)
    assert person.window.current_page is person.code
    book = person.code.codebook
    assert book.entry.isVisible()
    assert book.entry.key == code.key
    assert book.entry.texts["definition"].toPlainText() == "Ce qui gêne, zinzolin."
    assert book.entry.texts["definition"].hasFocus()
    assert book.tree.selected() == [code.key]
    person.press(Qt.Key.Key_Escape)
    assert book.tree.isVisible()
    assert book.tree.current() == code.key


def test_an_entry_opens_before_there_is_an_interview(person: Person) -> None:
    documents.remove(person.project, [info.key for info in documents.listed(person.project)])
    look_for(person, "definitions", "")
    person.press(Qt.Key.Key_Return)
    assert person.code.codebook.entry.isVisible()


def test_enter_on_a_memo_without_a_place_opens_it_among_all_memos(person: Person) -> None:
    code = codebook.find(person.project, "Irritants").key
    keys = {
        "code": memos.add(person.project, "Sur le code, zinzolin", targets=[Target("code", code)]),
        "study": memos.add(person.project, "Sur l'étude, zinzolin", title="En tout"),
    }
    for word, key in (("code", keys["code"]), ("étude", keys["study"])):
        look_for(person, "memos", f"zinzolin {word}")
        person.press(Qt.Key.Key_Return)
        page = person.memos.drawer
        assert person.window.current_page is person.memos
        assert page.editor.memo is not None
        assert page.editor.memo.key == key
        assert page.list.currentIndex().data(Qt.ItemDataRole.UserRole) == key
        assert page.editor.body.hasFocus()
    person.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    person.write(" encore")
    look_for(person, "memos", "encore")
    assert memos.listed(person.project)[-1].body == "Sur l'étude, zinzolin encore"


def test_what_narrows_the_memos_gives_way_to_the_one_opened(person: Person) -> None:
    key = memos.add(person.project, "Zinzolin", kind="reflexive")
    person.go(8)
    drawer = person.memos.drawer
    drawer.search.setText("nothing is called so")
    drawer.kind.setCurrentIndex(drawer.kind.findData("plain"))
    look_for(person, "memos", "zinzolin")
    person.press(Qt.Key.Key_Return)
    assert drawer.editor.memo is not None
    assert drawer.editor.memo.key == key
    assert drawer.search.text() == ""

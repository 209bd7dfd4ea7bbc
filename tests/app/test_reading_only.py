"""A project that is open for reading only offers nothing that would write documents into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from app.errors_text import sentence
from app.hub import Hub
from corpus import documents
from tests.app.person import Person, seated

IMPORTS = ("project.import_files", "project.import_folder")


@pytest.fixture
def person(qtbot: QtBot, hub: Hub) -> Iterator[Person]:
    with seated(qtbot, hub) as at_the_window:
        yield at_the_window


def offered(person: Person) -> list[bool]:
    empty = person.code.empty
    assert empty.isVisible()
    actions = [person.window.findChild(QAction, name) for name in IMPORTS]
    return [empty.button.isVisible(), empty.hint.isVisible(), *(bool(one and one.isEnabled()) for one in actions)]


def test_import_is_offered_where_it_can_be_done(person: Person, study: Path) -> None:
    assert person.hub.open(study)
    person.rest()
    assert offered(person) == [True] * 4
    assert person.hub.open(study, writable=False)
    person.rest()
    assert offered(person) == [False] * 4
    assert person.code.empty.sentence.isVisible()
    assert person.hub.open(study)
    person.rest()
    assert offered(person) == [True] * 4


def test_what_is_dropped_is_refused_at_once(person: Person, study: Path, tmp_path: Path) -> None:
    assert person.hub.open(study, writable=False)
    text = tmp_path / "a.txt"
    text.write_text("Des mots.", "utf-8")
    person.drop([text])
    person.until(lambda: person.refused)
    assert [sentence(error) for error in person.refused] == ["Study of shops.verbatim is open for reading only."]
    assert person.hub.jobs.label == ""
    assert documents.listed(person.project) == []

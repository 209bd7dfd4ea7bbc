"""Blind coding in the window: no page draws or says anything of what others did in a document until one has coded it.

Two files are alike but for one thing: in the second Noé worked on the document that Ada codes blind. Every page must
look the same on both, to a pixel; and once her first pass is declared, none may.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.settings import Settings
from coding.suggest import suggestions
from corpus.store.project import Project
from tests.app.person import Person, seated
from tests.coding.others_work import blind_study, do_others_work


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """The study as Ada has it, and the same once Noé has worked on what she codes blind."""
    study = blind_study(tmp_path)
    study.project.close()
    alone, worked = Path(study.project.path), tmp_path / "other" / "study.verbatim"
    worked.parent.mkdir()
    shutil.copyfile(alone, worked)
    with Project.open(worked, coder="Noé") as project:
        do_others_work(project, study.documents["Achats"])
    return alone, worked


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub) -> Iterator[Person]:
    settings.set("coder", "Ada")
    with seated(qtbot, hub) as sitting:
        yield sitting


def drawn(person: Person, path: Path) -> dict[str, QImage]:
    """Open a study and draw every page once it is at rest; what the report lists, the command line's test compares."""
    if person.hub.project_or_none is None or person.project.path != path:
        assert person.hub.open(path)
        person.rest()
        person.code.open_document(_here(person))
    return {name: _at_rest(person, name) for name in person.window.page_names}


def _here(person: Person) -> int:
    return next(one.key for one in person.hub.moment().documents if one.name == "Achats")


def _at_rest(person: Person, name: str) -> QImage:
    """Draw a page when it no longer changes by itself."""
    person.window.show_page(name)
    page, last = person.window.page(name), [QImage()]

    def still() -> bool:
        person.settle()
        person.window.rail.button(name).setFocus()  # so that the page looks the same wherever keys went before
        last.append(page.grab().toImage())
        return last[-1] == last[-2]

    person.until(still)
    if name == "verbatims":
        person.until(lambda: person.verbatims.list.rows.listing is not None and still())
    return last[-1]


def test_pages_look_as_if_others_had_done_nothing_until_the_first_pass_is_declared(
    person: Person, two: tuple[Path, Path]
) -> None:
    drawn(person, two[0])  # so that every page has been seen before one is compared
    alone, worked = drawn(person, two[0]), drawn(person, two[1])
    assert [name for name in alone if worked[name] != alone[name]] == []
    suggestions.declare_first_pass(person.project, _here(person))
    declared = drawn(person, two[1])
    assert [name for name in alone if declared[name] == alone[name]] == []


def test_the_window_asks_before_it_takes_back_what_is_out_of_sight_and_does_not_name_it(
    person: Person, two: tuple[Path, Path]
) -> None:
    assert person.hub.open(two[1])
    person.rest()
    undo = person.window.findChild(QAction, "edit.undo")
    assert isinstance(undo, QAction)
    assert "Work of another coder" in undo.text()
    step = person.project.undoable()
    person.do("edit.undo")
    box = person.dialog(QMessageBox)
    assert "Work of another coder" in box.text()
    assert "Noé" in box.informativeText()
    person.answer(box, "Leave it")
    assert person.project.undoable() == step
    person.do("edit.undo")
    person.answer(person.dialog(QMessageBox), "Undo")
    person.until(lambda: person.project.undoable() != step)
    said = [label.text() for label in person.window.findChildren(QLabel)]
    assert not any("reading" in one for one in said)
    assert person.heard[-1] == "Undone: Work of another coder"

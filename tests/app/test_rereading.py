"""What a late code leaves to be read again, beside the reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.code.page import CodePage
from app.code.rereading import RereadingDialog
from app.hub import Hub, Place
from app.settings import Settings
from coding import codebook, codings, readings
from coding.codings import Entry
from tests.coding.support import Study, make_study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = make_study(tmp_path)
    early = codebook.add(made.project, "tôt")
    codings.enter(made.project, [Entry(early, made.words("Achats", "coince"), None, None, "2001-01-01T00:00:00Z")])
    codebook.add(made.project, "tard")
    return made


@pytest.fixture
def hub(study: Study, qapp: QApplication, tmp_path: Path) -> Iterator[Hub]:
    made = Hub(Settings(tmp_path / "settings.json"))
    made.take(study.project)
    yield made
    made.close()


def test_documents_leave_the_queue_as_they_are_read(hub: Hub, study: Study, qtbot: QtBot) -> None:
    late = codebook.find(study.project, "tard").key
    places: list[Place] = []
    hub.place_asked.connect(places.append)
    over = QWidget()
    qtbot.addWidget(over)
    dialog = RereadingDialog(hub, late, "tard", over)
    assert [dialog.list.item(at).text() for at in range(dialog.list.count())] == ["Achats"]
    dialog.open_button.click()
    assert [one.document for one in places] == [study.documents["Achats"]]
    dialog.read.click()
    assert dialog.list.count() == 0
    assert readings.owed(study.project, late) == []
    assert "Nothing is left" in dialog.about.text()
    study.project.undo()
    assert dialog.list.count() == 1


def test_the_menu_of_a_document_declares_its_readings(hub: Hub, study: Study, qtbot: QtBot) -> None:
    page = CodePage(hub)
    qtbot.addWidget(page)
    page.project_opened()
    here = study.documents["Achats"]

    def press(text: str) -> bool:
        act = next(one for one in page.sources.menu_of(here).actions() if one.text() == text)
        was = act.isChecked()
        act.trigger()
        return was

    assert not press("Theoretical coding is done")
    assert press("Theoretical coding is done")
    assert readings.listed(study.project) == []
    assert not press("My first pass is done")
    assert [(one.cycle, one.state) for one in readings.listed(study.project)] == [("descriptive", "done")]

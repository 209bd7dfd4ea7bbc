"""What a person has before their eyes in the window is kept, a little later and all at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.code.page import CodePage
from app.hub import Hub, Place
from app.settings import Settings
from coding import codebook, codings
from corpus.model import Opened
from corpus.store.project import Project
from tests.coding.support import Study, make_study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = make_study(tmp_path)
    code = codebook.add(made.project, "prototyper")
    places = [made.words("Achats", "parcours client"), made.words("Achats", "coince")]
    codings.apply_many(made.project, [(code, place) for place in places], origin="auto")
    return made


@pytest.fixture
def hub(study: Study, qapp: QApplication, tmp_path: Path) -> Iterator[Hub]:
    made = Hub(Settings(tmp_path / "settings.json"))
    made.take(study.project)
    yield made
    made.close()


@pytest.fixture
def page(hub: Hub, study: Study, qtbot: QtBot) -> CodePage:
    made = CodePage(hub)
    qtbot.addWidget(made)
    made.project_opened()
    made.open_document(study.documents["Achats"])
    return made


def seen(project: Project) -> int:
    with project.read() as session:
        return len(session.scalars(select(Opened.coding_uid)).all())


def test_a_coding_one_steps_to_is_read_and_others_are_not(page: CodePage, qtbot: QtBot) -> None:
    page.verbs.step(1)
    assert seen(page.hub.project) == 0, "it waits until one rests"
    qtbot.waitUntil(lambda: seen(page.hub.project) == 1)


def test_a_coding_shown_in_its_text_is_read(page: CodePage, study: Study, qtbot: QtBot) -> None:
    coding = codings.listed(study.project)[0]
    steps = study.project.history()
    with qtbot.waitSignal(page.hub.noted):
        page.show_place(Place(coding.document, coding.start, coding.end, coding.key))
    assert seen(study.project) == 1
    assert study.project.history() == steps


def test_what_waits_is_written_before_the_project_is_closed(hub: Hub, study: Study) -> None:
    path = study.project.path
    hub.seeing.saw(one.key for one in codings.listed(study.project))
    hub.close()
    with Project.open(path, writable=False) as again:
        assert seen(again) == 2

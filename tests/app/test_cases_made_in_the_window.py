"""An annex of functions, and two firms with three interviewees each, made in the window by what a person does there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub
from app.participants.firms import Organisations
from app.participants.page import ParticipantsPage
from app.report.page import ReportPage
from coding import codebook, codings
from coding.moment.moment import Moment
from coding.tables import matrices
from corpus import anchors, documents, importing
from corpus.people import organisations, participants
from tests.app.cli.test_command_line_annex import ANNEX, FIRMS, JOBS, SAID, papers
from tests.app.sample_pages import choose_part, settle, shown


def drop(page: ParticipantsPage, path: Path, qtbot: QtBot) -> None:
    """Drop a file on the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    page.dropEvent(
        QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QEvent.Type.Drop,
        )
    )
    qtbot.waitUntil(page.people.notice.isVisible)
    settle(page.hub, qtbot)


@pytest.fixture
def firms(hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot) -> ParticipantsPage:
    """The page on eight interviews, of whom the table is not read yet."""
    assert hub.open(study)
    found = importing.import_files(hub.project, papers(tmp_path))
    assert {one.status for one in found} == {"imported"}
    return shown(ParticipantsPage, hub, qtbot)


def test_an_annex_dropped_on_the_page_is_the_report_of_interviews(
    hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert hub.open(study)
    page = shown(ParticipantsPage, hub, qtbot)
    assert page.people.views.currentWidget() is page.people.empty
    (tmp_path / "annex.csv").write_text(ANNEX, "utf-8")
    drop(page, tmp_path / "annex.csv", qtbot)
    notice = page.people.notice
    assert "7 row(s) read from annex.csv." in notice.label.text()
    assert not notice.unmatched.isVisible(), "a function is no document's name"
    assert notice.column.isVisible(), "another column may be one of documents"
    given = [line.split(";") for line in ANNEX.splitlines()[1:]]
    people = participants.listed(hub.project)
    assert [one.name.partition(" (")[0] for one in people] == [row[0] for row in given]
    assert [one.confidential for one in people] == [row[3].lower() == "oui" for row in given]
    report = shown(ReportPage, hub, qtbot)
    choose_part(report, "interviews")
    settle(hub, qtbot)
    said = report.preview.toPlainText()
    assert "Commerce associé" in said
    assert "[participant 5]" in said
    assert "e-commerce" not in said
    hub.project.undo()
    assert participants.listed(hub.project) == []


def test_two_firms_of_three_a_group_and_a_person_met_twice(
    firms: ParticipantsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page, project = firms, firms.hub.project
    drop(page, tmp_path / "people.csv", qtbot)
    assert not page.people.notice.unmatched.isVisible()
    names = {one.key: one.name for one in documents.listed(project)}
    people = {one.name: one for one in participants.listed(project)}
    assert set(people) == set(JOBS)
    met = [names[key] for key in people["Ana"].documents]
    assert met == ["Verger Ana", "Verger groupe", "Verger Ana, un an après"]
    page.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    tab = page.shown
    assert isinstance(tab, Organisations)
    menu = tab.made.menu()
    menu.aboutToShow.emit()
    [offered] = [one for one in menu.actions() if one.text().startswith("employeur")]
    offered.trigger()
    found = {one.name: one for one in organisations.listed(project)}
    assert {name: [who for who in JOBS if people[who].key in one.participants] for name, one in found.items()} == {
        name: list(who) for name, who in FIRMS.items()
    }

    code = codebook.add(project, "Parcours")
    for document, name in (("Verger groupe", "Bob"), ("Verger Ana, un an après", "Ana"), ("Moulin Flo", "Flo")):
        key = next(key for key, called in names.items() if called == document)
        start = documents.text(project, key).index(f"{SAID}, dit {name}.")
        codings.apply(project, code, anchors.words(key, start, start + len(SAID)))
    asked: list[Ask] = []
    page.hub.verbatims_asked.connect(asked.append)
    tab.cases.choose(found["Verger"].key)
    tab.cases.open_case()
    page.tabs.setCurrentWidget(page.people)
    page.people.choose(people["Ana"].key)
    page.people.open_case()
    assert [(one.title, len(one.items)) for one in asked] == [("Verger", 2), ("Ana", 1)]
    rows = {
        division: dict(zip([one.name for one in made.rows], made.values[:, 0].tolist(), strict=True))
        for division in ("organisations", "participants")
        for made in [matrices.build(Moment.of(project), division, "codes", "codings")]
    }
    assert rows["organisations"] == {"Verger": 2, "Moulin": 1, "(none)": 0}
    assert rows["participants"] == {**dict.fromkeys(JOBS, 0), "Ana": 1, "Bob": 1, "Flo": 1, "(none)": 0}

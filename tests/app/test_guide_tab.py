"""The tab of the interview guide: made, changed, found, confirmed by key, opened in the reader, and exported."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.guide import marking
from app.guide.dialogs import VersionDialog
from app.guide.shown import counted
from app.guide.tab import ANSWERS, GuideTab
from app.hub import Hub, Place
from app.participants.page import ParticipantsPage
from coding.moment.moment import Moment
from corpus import anchors, documents
from corpus.guide import askings, guides
from corpus.people import participants
from corpus.store.project import Project
from tests.app.sample_pages import settle, shown
from tests.coding.guide.made import GUIDE, INTERVIEWS, make


@pytest.fixture
def tab(hub: Hub, tmp_path: Path, qtbot: QtBot) -> GuideTab:
    """Give the tab on the made study, in front."""
    made = make(tmp_path)
    path = made.project.path
    made.project.close()
    assert hub.open(path)
    page = shown(ParticipantsPage, hub, qtbot)
    place = next(one for one in page.later if page.tabs.tabText(page.tabs.indexOf(one)) == "Interview guide")
    page.tabs.setCurrentWidget(place)
    found = page.shown
    assert isinstance(found, GuideTab)
    return found


def at(tab: GuideTab, name: str, number: int) -> None:
    """Put the focus on a cell of the grid."""
    assert tab.shown is not None
    names = [tab.shown.moment.infos[key].name for key in tab.shown.documents]
    tab.grid.setCurrentIndex(tab.grid.cells.index(names.index(name), number - 1))
    tab.grid.setFocus()


def sign(tab: GuideTab, name: str, number: int) -> str:
    at(tab, name, number)
    return str(tab.grid.currentIndex().data())


def found(tab: GuideTab, qtbot: QtBot) -> None:
    tab.look.click()
    settle(tab.hub, qtbot)


def test_questions_are_found_and_each_says_in_how_many(tab: GuideTab, qtbot: QtBot) -> None:
    assert sign(tab, "Fadila", 1) == "?"
    found(tab, qtbot)
    assert [sign(tab, name, 2) for name in INTERVIEWS] == ["(●)", "(●)", "(○)", "(●)"]
    assert tab.shown is not None
    assert counted(tab.shown.tallies[1]) == "asked in 3 of 4, not asked 1"
    at(tab, "Fadila", 2)
    assert "words: appris, pétrir, pâte" in tab.detail.facts.text()
    assert "likeness" in tab.detail.facts.text()
    assert "Et qui vous a appris" in tab.detail.text.toPlainText()
    assert "Voilà ce que je réponds, pour la fois 2." in tab.detail.text.toPlainText()
    tab.hub.project.undo()
    assert sign(tab, "Fadila", 1) == "?"


def test_keys_confirm_refuse_and_unmark(tab: GuideTab, qtbot: QtBot) -> None:
    found(tab, qtbot)
    for key, wanted in ((Qt.Key.Key_A, "●"), (Qt.Key.Key_O, "◐"), (Qt.Key.Key_N, "○"), (Qt.Key.Key_Delete, "?")):
        at(tab, "Gildas", 3)
        qtbot.keyClick(tab.grid, key)
        assert sign(tab, "Gildas", 3) == wanted
    qtbot.keyClick(tab.grid, Qt.Key.Key_A)
    assert sign(tab, "Gildas", 3) == "●"
    mark = next(one for one in askings.listed(tab.hub.project) if one.sure)
    assert (mark.start, mark.state) == (None, "asked")


def test_a_found_place_is_kept_when_it_is_confirmed(tab: GuideTab, qtbot: QtBot) -> None:
    found(tab, qtbot)
    at(tab, "Fadila", 3)
    before = list(askings.listed(tab.hub.project))
    tab.detail.buttons["guide.asked"].click()
    after = list(askings.listed(tab.hub.project))
    assert [(one.key, one.start, one.end) for one in after] == [(one.key, one.start, one.end) for one in before]
    assert sum(one.sure for one in after) == 1
    assert "marked by" in tab.detail.facts.text()


def test_the_next_to_confirm_is_gone_to(tab: GuideTab, qtbot: QtBot) -> None:
    found(tab, qtbot)
    at(tab, "Fadila", 1)
    qtbot.keyClick(tab.grid, Qt.Key.Key_J)
    assert (tab.grid.currentIndex().row(), tab.grid.currentIndex().column()) == (0, 1)
    askings.confirm(tab.hub.project, [one.key for one in askings.listed(tab.hub.project)])
    said: list[str] = []
    tab.hub.said.connect(said.append)
    qtbot.keyClick(tab.grid, Qt.Key.Key_J)
    assert said == ["All that was found is confirmed."]


def test_the_place_opens_in_the_reader(tab: GuideTab, qtbot: QtBot) -> None:
    found(tab, qtbot)
    places: list[Place] = []
    tab.hub.place_asked.connect(places.append)
    at(tab, "Fadila", 2)
    qtbot.keyClick(tab.grid, Qt.Key.Key_Return)
    text = documents.text(tab.hub.project, places[0].document)
    assert text[places[0].start : places[0].end] == "Et qui vous a appris à pétrir la pâte ?"
    tab.show_view(ANSWERS)
    tab.answers.setCurrentIndex(tab.answers.cells.index(0, 0))
    tab.detail.buttons["guide.open"].click()
    assert text[places[1].start : places[1].end] == "Voilà ce que je réponds, pour la fois 0."


def test_answers_stand_side_by_side_and_follow_a_change(tab: GuideTab, qtbot: QtBot) -> None:
    found(tab, qtbot)
    tab.show_view(ANSWERS)
    first = tab.answers.cells.index(0, 0)
    assert str(first.data()).startswith("(●)  Voilà ce que je réponds, pour la fois 0.")
    tab.answers.setCurrentIndex(first)
    assert "pour la fois 1." in tab.detail.text.toPlainText()
    project = tab.hub.project
    fadila = next(info.key for info in documents.listed(project) if info.name == "Fadila")
    participants.add(project, "Fadila B.", documents=[fadila])
    assert tab.answers.cells.headerData(0, Qt.Orientation.Vertical) == "Fadila B."
    assert not tab.detail.buttons["guide.asked"].isVisible()


def test_questions_are_reworded_added_moved_and_taken_away(tab: GuideTab, qtbot: QtBot) -> None:
    project, versions = tab.hub.project, tab.versions
    versions.choose(guides.find(project).questions[1].key)
    versions.text.setText("Qui vous a formé ?")
    versions.text.editingFinished.emit()
    versions.topic.setText("Métier")
    versions.topic.editingFinished.emit()
    one = guides.find(project).questions[1]
    assert (one.text, one.topic) == ("Qui vous a formé ?", "Métier")
    versions.up.click()
    assert guides.find(project).questions[0].key == one.key
    versions.add.click()
    assert [q.text for q in guides.find(project).questions][1] == "New question"
    assert versions.current is not None
    assert versions.current.text == "New question"
    versions.remove.click()
    assert len(guides.find(project).questions) == len(GUIDE)
    for _ in range(5):
        project.undo()
    assert [(q.topic, q.text) for q in guides.find(project).questions] == GUIDE


def test_a_copy_is_shown_and_an_interview_says_which_it_used(tab: GuideTab, qtbot: QtBot) -> None:
    project = tab.hub.project
    tab.versions.copy()
    assert tab.shown is not None
    assert tab.shown.version.name == "Mars (2)"
    at(tab, "Fadila", 1)
    first = guides.listed(project)[0].key
    tab.detail.used.setCurrentIndex(tab.detail.used.findData(first))
    tab.detail.used.activated.emit(tab.detail.used.currentIndex())
    fadila = next(info.key for info in documents.listed(project) if info.name == "Fadila")
    assert guides.used(project)[fadila] == (first, "said")
    tab.versions.remove_version()
    assert tab.shown.version.name == "Mars"


def test_an_empty_study_is_helped_to_a_guide(tab: GuideTab, qtbot: QtBot, tmp_path: Path) -> None:
    project = tab.hub.project
    guides.remove(project, guides.find(project).key)
    assert tab.empty.isVisible()
    tab.empty.button.click()
    dialog = next(one for one in tab.findChildren(VersionDialog))
    dialog.draft()
    settle(tab.hub, qtbot)
    assert "dix ans" in dialog.text.toPlainText()
    (tmp_path / "guide.md").write_text("# Nuit\n1. Et la nuit ?\n2. Et le jour ?\n", "utf-8")
    dialog.read(tmp_path / "guide.md")
    settle(tab.hub, qtbot)
    assert dialog.text.toPlainText() == "# Nuit\nEt la nuit ?\nEt le jour ?"
    dialog.date.setText("bientôt")
    assert "is no date" in dialog.count.text()
    dialog.date.setText("01/03/2025")
    dialog.accept()
    info = guides.find(project)
    assert ([q.text for q in info.questions], info.used_from) == (["Et la nuit ?", "Et le jour ?"], "2025-03-01")
    assert not tab.empty.isVisible()
    tab.edit_version()
    dialog = next(one for one in tab.findChildren(VersionDialog) if one.info is not None)
    dialog.name.setText("Avril")
    dialog.accept()
    assert guides.find(project).name == "Avril"


def test_words_of_the_reader_are_marked_as_a_question(tab: GuideTab, qtbot: QtBot) -> None:
    project, menu = tab.hub.project, QMenu()
    one = Moment.of(project).documents[0]
    place = anchors.words(one.key, 0, 5)
    marking.add_to(menu, tab.hub, place)
    asked, otherwise = (action.menu() for action in menu.actions())
    assert [action.text().partition("  ")[0] for action in asked.actions()] == [str(n) for n in range(1, 7)]
    otherwise.actions()[2].trigger()
    [mark] = askings.listed(project)
    assert (mark.question, mark.anchor, mark.state) == (guides.find(project).questions[2].key, place, "otherwise")
    guides.remove(project, guides.find(project).key)
    empty = QMenu()
    marking.add_to(empty, tab.hub, place)
    assert empty.isEmpty()


def test_answers_are_exported(tab: GuideTab, qtbot: QtBot, tmp_path: Path) -> None:
    found(tab, qtbot)
    tab.write_to(tmp_path / "answers.csv")
    settle(tab.hub, qtbot)
    assert "Voilà ce que je réponds, pour la fois 0." in (tmp_path / "answers.csv").read_text("utf-8")
    template = docx.Document()
    template.sections[0].header.paragraphs[0].text = "Doctoral school"
    template.save(str(tmp_path / "own.docx"))
    tab.hub.settings.set("template", str(tmp_path / "own.docx"))
    tab.write_to(tmp_path / "answers.docx")
    settle(tab.hub, qtbot)
    assert docx.Document(str(tmp_path / "answers.docx")).sections[0].header.paragraphs[0].text == "Doctoral school"


def test_a_project_for_reading_only_is_read(tab: GuideTab, qtbot: QtBot) -> None:
    found(tab, qtbot)
    path = tab.hub.project.path
    tab.hub.close()
    assert tab.shown is None
    with Project.open(path, coder="Ada"):
        pass
    assert tab.hub.open(path, writable=False)
    tab.refresh()
    assert not tab.look.isEnabled()
    assert not tab.detail.buttons["guide.asked"].isEnabled()
    assert tab.detail.buttons["guide.open"].isEnabled()

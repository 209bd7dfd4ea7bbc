"""The tabs Organisations and Documents, and columns of choices: made, typed in, grouped, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.participants.cases import Cases
from app.participants.documents_tab import Documents
from app.participants.firms import Organisations
from app.participants.page import ParticipantsPage
from app.participants.recoding import Groups
from app.participants.table import CONFIDENTIAL, FIXED, NAME
from app.participants.wording import Wording
from corpus import documents
from corpus.people import attributes, organisations, participants, recoding
from corpus.people.values import PossibleValue
from tests.app.sample_pages import opened_sample, settle, shown


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> ParticipantsPage:
    opened_sample(hub, tmp_path)
    return shown(ParticipantsPage, hub, qtbot)


def firms(page: ParticipantsPage) -> Organisations:
    page.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    assert isinstance(page.shown, Organisations)
    return page.shown


def papers(page: ParticipantsPage) -> Documents:
    page.tabs.setCurrentIndex(2)
    QApplication.processEvents()
    assert isinstance(page.shown, Documents)
    return page.shown


def typed(cases: Cases, qtbot: QtBot, key: int, at: int, text: str) -> None:
    """Edit a cell as a person does."""
    index = cases.index_of(key, at)
    cases.table.setCurrentIndex(index)
    cases.table.edit(index)
    editor = next(one for one in cases.table.viewport().findChildren(QLineEdit) if one.isVisible())
    editor.selectAll()
    editor.insert(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def chosen(cases: Cases, key: int, at: int, text: str) -> list[str]:
    """Choose a value in a cell, and give what was offered."""
    index = cases.index_of(key, at)
    cases.table.setCurrentIndex(index)
    cases.table.edit(index)
    combo = next(one for one in cases.table.viewport().findChildren(QComboBox) if one.isVisible())
    offered = [combo.itemText(n) for n in range(combo.count())]
    combo.setCurrentText(text)
    combo.activated.emit(combo.currentIndex())
    QApplication.processEvents()
    return offered


def at(cases: Cases, name: str) -> int:
    return FIXED + [one.name for one in cases.model.attributes].index(name)


def test_two_firms_are_made_with_their_people_and_one_part_of_the_other(page: ParticipantsPage, qtbot: QtBot) -> None:
    tab, project = firms(page), page.hub.project
    assert tab.views.currentWidget() is tab.empty
    for name in ("Verger", "Moulin"):
        tab.add()
        typed(tab.cases, qtbot, organisations.listed(project)[-1].key, NAME, name)
    verger, moulin = organisations.listed(project)
    assert [verger.name, moulin.name] == ["Verger", "Moulin"]
    tab.cases.choose(verger.key)
    people = tab.cases.members.tree.topLevelItem(0)
    assert people is not None
    for n in range(3):
        people = tab.cases.members.tree.topLevelItem(0)
        assert people is not None
        item = people.child(n)
        assert item is not None
        item.setCheckState(0, Qt.CheckState.Checked)
        wanted = n + 1
        qtbot.waitUntil(lambda wanted=wanted: len(organisations.get(project, verger.key).participants) == wanted)
    last = tab.cases.model.columnCount()
    assert chosen(tab.cases, moulin.key, last - 3, "Verger") == ["", "Verger"]
    assert organisations.get(project, moulin.key).parent == verger.key
    assert [tab.cases.index_of(verger.key, n).data() for n in (last - 3, last - 2, last - 1)] == ["", "3", "3"]
    before = organisations.listed(project)
    assert chosen(tab.cases, verger.key, last - 3, "") == [""], "what is a part of it is not offered"
    with qtbot.waitSignal(page.hub.failed) as told:  # as if it had become one meanwhile
        tab.cases.model.setData(tab.cases.model.index(0, last - 3), "Moulin")
    assert "can't be part of Moulin" in str(told.args[0])
    assert organisations.listed(project) == before
    check = tab.cases.sorted.mapToSource(tab.cases.index_of(verger.key, CONFIDENTIAL))
    tab.cases.model.setData(check, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert organisations.get(project, verger.key).confidential
    tab.cases.choose(moulin.key)
    tab.remove()
    assert [one.name for one in organisations.listed(project)] == ["Verger"]
    project.undo()
    assert len(tab.cases.model.people) == 2


def test_an_attribute_offers_its_organisations(page: ParticipantsPage) -> None:
    project = page.hub.project
    people = {one.key: one.attributes["Entreprise"] for one in participants.listed(project)}
    tab = firms(page)
    menu = tab.made.menu()
    menu.aboutToShow.emit()
    first = menu.actions()[0]
    assert first.text() == f"Company: {len(set(people.values()))} new"
    first.trigger()
    made = organisations.listed(project)
    assert {key: one.name for one in made for key in one.participants} == people
    assert tab.cases.model.rowCount() == len(made)


def test_facts_of_interviews_are_columns_edited_in_place(page: ParticipantsPage, qtbot: QtBot, tmp_path: Path) -> None:
    tab, project = papers(page), page.hub.project
    tab.make()
    columns = {one.fact: one.name for one in participants.attributes(project, "document")}
    key = documents.listed(project)[0].key
    typed(tab.cases, qtbot, key, at(tab.cases, columns["place"]), "Lyon")
    offered = chosen(tab.cases, key, at(tab.cases, columns["mode"]), "video call")
    assert offered == ["", "face to face", "phone", "video call", "in writing", "group"]
    known = attributes.of_documents(project)[key]
    assert (known[columns["place"]], known[columns["mode"]]) == ("Lyon", "video")
    assert tab.cases.index_of(key, at(tab.cases, columns["mode"])).data() == "video call"
    path = tmp_path / "facts.csv"
    path.write_text(f'document,lieu,mode\n"{documents.listed(project)[1].name}",Nantes,téléphone\n', "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(drop)
    settle(page.hub, qtbot)
    other = attributes.of_documents(project)[documents.listed(project)[1].key]
    assert (other[columns["place"]], other[columns["mode"]]) == ("Nantes", "phone")


def test_what_files_tell_is_taken_over_when_asked(page: ParticipantsPage) -> None:
    project = page.hub.project
    speaker = documents.speakers(project)[0]
    key = speaker.document
    tab = papers(page)
    if found := tab._found():
        tab.accept()
        assert attributes.of_documents(project)[found[0].document]
        assert tab._found() == []
    attributes.describe(project, key, {"canal": "visio"})
    assert tab.proposed.isVisible()
    assert "video" not in tab.proposed.toolTip()
    assert "visio" in tab.proposed.toolTip()
    tab.accept()
    assert attributes.of_documents(project)[key]["canal"] == "video"
    assert not tab.proposed.isVisible()


def test_choices_get_names_and_an_order(page: ParticipantsPage, qtbot: QtBot) -> None:
    project, people = page.hub.project, page.people
    key = attributes.add(
        project, "taille", "ordered", among=[PossibleValue("grande"), PossibleValue("petite", {"en": "small"})]
    )
    info = next(one for one in people.model.attributes if one.key == key)
    dialog = Wording(page.hub, info, people)
    qtbot.addWidget(dialog)
    assert dialog.choices.toPlainText() == "grande\npetite |  | small"
    dialog.labels["en"].setText("Size")
    dialog.choices.setPlainText("petite | | small\nmoyenne\ngrande | | large\n")
    dialog._write()
    info = next(one for one in people.model.attributes if one.key == key)
    assert [(one.value, dict(one.labels)) for one in info.choices] == [
        ("petite", {"en": "small"}),
        ("moyenne", {}),
        ("grande", {"en": "large"}),
    ]
    assert people.model.headerData(at(people, "taille"), Qt.Orientation.Horizontal) == "Size"
    first, second, third = (one.key for one in people.model.people[:3])
    assert chosen(people, first, at(people, "taille"), "large") == ["", "small", "moyenne", "large"]
    typed_values = {second: "small", third: "moyenne"}
    for person, said in typed_values.items():
        chosen(people, person, at(people, "taille"), said)
    assert participants.get(project, first).attributes["taille"] == "grande"
    people.table.sortByColumn(at(people, "taille"), Qt.SortOrder.DescendingOrder)
    proxy = people.sorted
    assert [proxy.index(n, at(people, "taille")).data() for n in range(3)] == ["large", "moyenne", "small"]


def test_groups_are_seen_while_rules_are_typed(page: ParticipantsPage, qtbot: QtBot) -> None:
    project, people = page.hub.project, page.people
    keys = [one.key for one in participants.listed(project)]
    key = attributes.add(project, "âge", "number")
    for person, age in zip(keys[:4], ("17", "25", "33", "61"), strict=True):
        participants.edit(project, person, attributes={"âge": age})
    info = next(one for one in people.model.attributes if one.key == key)
    dialog = Groups(page.hub, info, people)
    qtbot.addWidget(dialog)
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog.rules.setPlainText("18..29 = jeune\n30.. = adulte")
    assert dialog.seen.text() == "jeune · 1\nadulte · 2\nNo rule reaches 1 value(s): 17 (1)"
    dialog.rules.setPlainText("18..29")
    assert "must be written" in dialog.seen.text()
    assert not ok.isEnabled()
    dialog.rules.setPlainText("90.. = centenaire")  # reaches nobody
    assert "No rule reaches 4 value(s)" in dialog.seen.text()
    assert not ok.isEnabled()
    dialog.rest.setText("autre")
    assert ok.isEnabled()
    dialog.rest.clear()
    dialog.rules.setPlainText("18..29 = jeune\n30.. = adulte")
    dialog.name.setText("tranche")
    dialog._write()
    made = next(one for one in people.model.attributes if one.name == "tranche")
    assert [participants.get(project, one).attributes.get("tranche") for one in keys[:4]] == [
        None,
        "jeune",
        "adulte",
        "adulte",
    ]
    participants.edit(project, keys[0], attributes={"âge": "18"})
    menu = people.attribute_menu(made)
    again = next(action for action in menu.actions() if "1 value" in action.text())
    again.trigger()
    assert participants.get(project, keys[0]).attributes["tranche"] == "jeune"
    assert recoding.stale(project, made.key) == 0

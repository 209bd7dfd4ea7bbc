"""The Participants page: the respondents' table, where they speak, and tables that are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QInputDialog,
    QLineEdit,
    QMenu,
    QStyleOptionViewItem,
    QTreeWidgetItem,
)
from pytestqt.qtbot import QtBot

from app.code.naming import SpeakerDialog
from app.hub import Hub, Place
from app.participants.page import ParticipantsPage
from app.participants.table import CONFIDENTIAL, FIXED, NAME, Cells
from app.roles import role_said
from coding import codebook, codings
from coding.memos import Target
from coding.moment.moment import Moment
from coding.tables import people
from corpus import anchors, documents, words
from corpus.people import attributes, participants
from tests.app.sample_pages import opened_sample, settle, shown
from tests.waiting import HANG_MS


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> ParticipantsPage:
    opened_sample(hub, tmp_path)
    return shown(ParticipantsPage, hub, qtbot)


def person(page: ParticipantsPage, name: str) -> participants.ParticipantInfo:
    return next(one for one in participants.listed(page.hub.project) if one.name == name)


def column(page: ParticipantsPage, attribute: str) -> int:
    return FIXED + [one.name for one in page.people.model.attributes].index(attribute)


def typed(page: ParticipantsPage, qtbot: QtBot, key: int, at: int, text: str) -> None:
    """Edit a cell as a person does."""
    table = page.people.table
    index = page.people.index_of(key, at)
    table.setCurrentIndex(index)
    table.edit(index)
    editor = next(one for one in table.viewport().findChildren(QLineEdit) if one.isVisible())
    editor.selectAll()
    editor.insert(text)  # QTest types ASCII alone
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def names(page: ParticipantsPage) -> list[str]:
    proxy = page.people.sorted
    return [str(proxy.index(row, NAME).data()) for row in range(proxy.rowCount())]


def test_cells_are_edited_in_place_and_undone(page: ParticipantsPage, qtbot: QtBot) -> None:
    project, key = page.hub.project, person(page, "Karim Benhaddou").key
    typed(page, qtbot, key, NAME, "Karim B.")
    assert participants.get(project, key).name == "Karim B."
    assert page.people.index_of(key).data() == "Karim B."
    typed(page, qtbot, key, column(page, "Secteur"), "Frais")
    assert participants.get(project, key).attributes["Secteur"] == "Frais"
    project.undo()
    assert page.people.index_of(key, column(page, "Secteur")).data() == "Surgelé"
    project.undo()
    assert page.people.index_of(key).data() == "Karim Benhaddou"


def test_the_table_is_not_painted_anew_for_a_cell(page: ParticipantsPage, qtbot: QtBot) -> None:
    project, key = page.hub.project, person(page, "Karim Benhaddou").key
    viewport, painted = page.people.table.viewport(), list[int]()
    settle(page.hub, qtbot)

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.append(event.region().boundingRect().height())
            return False

    watch = Watch()
    viewport.installEventFilter(watch)
    participants.edit(project, key, attributes={"Secteur": "Frais"})
    qtbot.waitUntil(lambda: bool(painted), timeout=HANG_MS)
    viewport.removeEventFilter(watch)
    assert max(painted) < 2 * page.people.table.verticalHeader().defaultSectionSize() < viewport.height()


def test_a_refused_name_is_not_shown(page: ParticipantsPage, qtbot: QtBot) -> None:
    key = person(page, "Karim Benhaddou").key
    with qtbot.waitSignal(page.hub.failed):
        typed(page, qtbot, key, NAME, "hélène marchetti")
    assert page.people.index_of(key).data() == "Karim Benhaddou"


def test_confidential_is_ticked(page: ParticipantsPage, qtbot: QtBot) -> None:
    key = person(page, "Karim Benhaddou").key
    table, index = page.people.table, page.people.index_of(key, CONFIDENTIAL)
    table.scrollTo(index)
    box = table.visualRect(index)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 12, box.center().y()))
    assert participants.get(page.hub.project, key).confidential
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    page.hub.project.undo()
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_attributes_have_types(page: ParticipantsPage, qtbot: QtBot) -> None:
    project, key = page.hub.project, person(page, "Karim Benhaddou").key
    made = attributes.add(project, "Ancienneté", "number")
    at = column(page, "Ancienneté")
    with qtbot.waitSignal(page.hub.said):
        typed(page, qtbot, key, at, "douze")
    assert page.people.index_of(key, at).data() == ""
    typed(page, qtbot, key, at, "12")
    typed(page, qtbot, person(page, "Inès Moutardier").key, at, "9")
    page.people.table.sortByColumn(at, Qt.SortOrder.DescendingOrder)
    assert names(page)[:2] == ["Karim Benhaddou", "Inès Moutardier"]
    menu = page.people.attribute_menu(page.people.model.attributes[at - FIXED])
    of_confidential, holds = [action.menu() for action in menu.actions() if action.menu() is not None][::-1]
    [text] = [action for action in holds.actions() if action.text() == "text"]  # type: ignore[attr-defined]  # there at run time
    text.trigger()
    [hidden] = [action for action in of_confidential.actions() if action.text() == "Hidden"]  # type: ignore[attr-defined]  # there at run time
    hidden.trigger()
    assert next(one for one in participants.attributes(project) if one.key == made).confidential == "hide"
    assert next(one for one in participants.attributes(project) if one.key == made).type == "text"


def test_yes_or_no_is_chosen(page: ParticipantsPage, qtbot: QtBot) -> None:
    project, key = page.hub.project, person(page, "Karim Benhaddou").key
    attributes.add(project, "Enregistré", "boolean")
    at = column(page, "Enregistré")
    index = page.people.index_of(key, at)
    page.people.table.edit(index)
    combo = next(one for one in page.people.table.viewport().findChildren(QComboBox) if one.isVisible())
    combo.setCurrentText("oui")
    combo.activated.emit(combo.currentIndex())
    QApplication.processEvents()
    assert participants.get(project, key).attributes["Enregistré"] == "oui"


def test_words_narrow_the_rows(page: ParticipantsPage) -> None:
    page.people.search.setText("commerce associe")
    assert names(page) == ["Nadège Thévenoux", "Bastien Roucayrol", "Sabine Aubrenard"]
    assert page.people.shown.text() == "3 of 12"
    page.people.choose(person(page, "Karim Benhaddou").key)
    assert page.people.search.text() == ""
    current = page.people.current
    assert current is not None
    assert current.name == "Karim Benhaddou"


def test_rows_are_sorted_by_what_they_mean(page: ParticipantsPage, qtbot: QtBot) -> None:
    settle(page.hub, qtbot)
    model = page.people.model
    page.people.table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert names(page) == sorted(names(page), key=words.folded)
    page.people.table.sortByColumn(model.columnCount() - 2, Qt.SortOrder.DescendingOrder)
    spoken = {one.name: model.counts[one.key].words for one in model.people}
    assert names(page) == sorted(names(page), key=lambda name: -spoken[name])


def test_counts_are_those_of_the_study_and_follow_it(page: ParticipantsPage, qtbot: QtBot) -> None:
    project, model = page.hub.project, page.people.model
    settle(page.hub, qtbot)
    for one in participants.listed(project):
        text = documents.text(project, one.documents[0])
        said = [p for p in documents.passages(project, one.documents[0]) if p.role != "interviewer"]
        assert model.counts[one.key].words == sum(len(words.spans(text[p.start : p.end])) for p in said)
        spans = {(c.start, c.end, c.coder) for c in codings.listed(project, documents=[one.documents[0]])}
        assert model.counts[one.key].codings == len(spans)
    first = participants.listed(project)[0]
    before = model.counts[first.key].codings
    codings.apply(project, codebook.find(project, "Irritants").key, anchors.words(first.documents[0], 0, 5))
    settle(page.hub, qtbot)
    assert page.people.index_of(first.key, model.columnCount() - 1).data() == str(before + 1)


def test_counts_share_out_all_spans(page: ParticipantsPage) -> None:
    read = Moment.of(page.hub.project).net
    counted = people.counts(Moment.of(page.hub.project))
    assert sum(one.codings for one in counted.values()) == len(read.first)


def test_a_participant_is_added_named_and_removed(page: ParticipantsPage, qtbot: QtBot) -> None:
    project = page.hub.project
    page.people.buttons["participants.add"].click()
    editor = next(one for one in page.people.table.viewport().findChildren(QLineEdit) if one.isVisible())
    assert editor.text() == "New participant"
    editor.selectAll()
    editor.insert("Zoé Dernier")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert participants.listed(project)[-1].name == "Zoé Dernier"
    page.people.choose(person(page, "Zoé Dernier").key)
    page.people.remove()
    assert "Zoé Dernier" not in names(page)
    assert len(names(page)) == 12
    project.undo()
    assert "Zoé Dernier" in names(page)


def test_attributes_are_added_renamed_and_removed(page: ParticipantsPage, qtbot: QtBot) -> None:
    project = page.hub.project
    page.people.buttons["participants.attribute"].click()
    dialog = page.people.findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue("Région")
    dialog.accept()
    at = column(page, "Région")
    assert page.people.table.currentIndex().column() == at
    menu = page.people.attribute_menu(page.people.model.attributes[at - FIXED])
    menu.actions()[-1].trigger()
    assert [one.name for one in participants.attributes(project)] == [
        "Fonction",
        "Type d'entreprise",
        "Entreprise",
        "Secteur",
    ]
    removed = participants.attributes(project)[0]
    attributes.remove(project, removed.key)
    assert "Fonction" not in participants.listed(project)[0].attributes
    project.undo()
    assert participants.listed(project)[0].attributes["Fonction"] == "Directrice marketing"
    assert page.people.model.headerData(FIXED, Qt.Orientation.Horizontal) == "Function", "in the window's language"
    attributes.set_labels(project, removed.key, {"en": ""})
    attributes.rename(project, removed.key, "Poste")
    assert page.people.model.headerData(FIXED, Qt.Orientation.Horizontal) == "Poste"


def branch(page: ParticipantsPage, name: str) -> QTreeWidgetItem:
    [item] = page.people.ties.tree.findItems(name, Qt.MatchFlag.MatchExactly)
    return item


def test_ties_are_ticked(page: ParticipantsPage, qtbot: QtBot) -> None:
    project, one = page.hub.project, person(page, "Karim Benhaddou")
    page.people.choose(one.key)
    own, other = documents.get(project, one.documents[0]), documents.listed(project)[6]
    assert branch(page, own.name).checkState(0) == Qt.CheckState.Checked
    branch(page, other.name).setCheckState(0, Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: other.key in participants.get(project, one.key).documents)
    item = branch(page, other.name)
    assert item.childCount() == len(documents.speakers(project, other.key))
    speaker = next(s for s in documents.speakers(project, other.key) if s.role == "respondent")
    child = next(item.child(n) for n in range(item.childCount()) if item.child(n).text(0).startswith(speaker.label))
    child.setCheckState(0, Qt.CheckState.Checked)
    qtbot.waitUntil(
        lambda: next(s for s in documents.speakers(project, other.key) if s.key == speaker.key).participant == one.name
    )
    branch(page, other.name).setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: other.key not in participants.get(project, one.key).documents)
    places: list[Place] = []
    page.hub.place_asked.connect(places.append)
    page.people.ties.tree.itemActivated.emit(branch(page, own.name), 0)
    assert places == [Place(own.key)]


def test_a_table_is_read_and_its_unmatched_rows_are_named(page: ParticipantsPage, qtbot: QtBot, tmp_path: Path) -> None:
    project = page.hub.project
    first = documents.listed(project)[0].name
    table = tmp_path / "people.csv"
    lines = [
        "document,name,region,confidential",
        f'"{first}",Hélène Marchetti,Nord,oui',
        "nowhere,Ada Nouvelle,Sud,non",
    ]
    table.write_text("\n".join(lines), "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )
    page.dropEvent(event)
    settle(page.hub, qtbot)
    notice = page.people.notice
    assert notice.isVisible()
    assert "nowhere" in notice.unmatched.text()
    assert "2 row(s) read from people.csv" in notice.label.text()
    assert person(page, "Hélène Marchetti").attributes["region"] == "Nord"
    assert person(page, "Hélène Marchetti").confidential
    assert "Ada Nouvelle" in names(page)
    project.undo()
    assert "Ada Nouvelle" not in names(page)
    assert "region" not in [one.name for one in page.people.model.attributes]


def test_speakers_tied_by_their_name_are_said(page: ParticipantsPage, qtbot: QtBot, tmp_path: Path) -> None:
    project = page.hub.project
    talking = documents.speakers(project)
    mark = next(one for one in talking if one.participant and [s.label for s in talking].count(one.label) == 1)
    name = {info.key: info.name for info in documents.listed(project)}[mark.document]
    participants.tie_speaker(project, mark.key, None)
    key = participants.add(project, "Someone")
    with qtbot.waitSignal(page.hub.said) as said:
        typed(page, qtbot, key, NAME, mark.label.lower())
    assert said.args == [f"Tied to the participant of the same name: {mark.label} ({name})."]
    project.undo()
    project.undo()
    path = tmp_path / "people.csv"
    path.write_text(f"nom\n{mark.label}\n", "utf-8")
    page.read_table(path)
    qtbot.waitUntil(page.people.notice.isVisible)
    assert f"Tied to the participant of the same name: {mark.label} ({name})." in page.people.notice.label.text()
    assert not page.people.notice.unmatched.isVisible()


def test_another_column_may_name_the_documents(page: ParticipantsPage, qtbot: QtBot, tmp_path: Path) -> None:
    first = documents.listed(page.hub.project)[0]
    table = tmp_path / "people.csv"
    table.write_text(f'name,age,entretien\nAda Nouvelle,40,"{first.name}"\n', "utf-8")
    page.read_table(table)
    settle(page.hub, qtbot)
    column = page.people.notice.column
    assert column.isVisible()
    assert person(page, "Ada Nouvelle").documents == ()
    column.setCurrentIndex(column.findData("entretien"))
    column.activated.emit(column.currentIndex())
    settle(page.hub, qtbot)
    assert person(page, "Ada Nouvelle").documents == (first.key,)
    assert not page.people.notice.unmatched.isVisible()


def test_other_files_are_left_to_the_window(page: ParticipantsPage) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/interview.docx")])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )
    page.dropEvent(event)
    assert not event.isAccepted()


def test_a_table_that_can_not_be_read_is_told(page: ParticipantsPage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("", "utf-8")
    with qtbot.waitSignal(page.hub.failed) as told:
        page.read_table(tmp_path / "empty.csv")
    assert told.args is not None
    assert "empty.csv" in str(told.args[0])
    assert len(participants.listed(page.hub.project)) == 12


def test_an_empty_study_says_what_to_do(hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    page = shown(ParticipantsPage, hub, qtbot)
    assert page.people.views.currentWidget() is page.people.empty


def test_a_memo_is_written_on_the_participant_in_focus(page: ParticipantsPage, qtbot: QtBot) -> None:
    one = person(page, "Inès Moutardier")
    page.people.choose(one.key)
    begun: list[tuple[Target, ...]] = []
    page.hub.memo_begun.connect(begun.append)
    page.people.buttons["participants.memo"].click()
    assert begun == [(Target("participant", one.key, label=one.name),)]


def test_closing_the_project_lets_go_of_it(page: ParticipantsPage, hub: Hub, qtbot: QtBot) -> None:
    hub.close()
    settle(hub, qtbot)
    assert page.people.model.rowCount() == 0


def test_the_arrow_of_the_order_takes_room_in_its_column_alone(page: ParticipantsPage) -> None:
    header = page.people.table.horizontalHeader()
    page.resize(2400, 700)
    page.people.fit()
    number, secret = header.sectionSize(0), header.sectionSize(CONFIDENTIAL)
    page.people.table.sortByColumn(CONFIDENTIAL, Qt.SortOrder.AscendingOrder)
    assert header.sectionSize(CONFIDENTIAL) > secret
    assert header.sectionSize(0) < number
    page.people.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert (header.sectionSize(0), header.sectionSize(CONFIDENTIAL)) == (number, secret)
    assert page.people.table.horizontalScrollBar().maximum() == 0


def test_all_columns_stand_side_by_side_on_two_lines_where_one_has_no_room(page: ParticipantsPage) -> None:
    people = page.people
    header, rows = people.table.horizontalHeader(), people.table.verticalHeader()
    page.resize(2400, 700)
    one, tall = rows.defaultSectionSize(), header.height()
    page.resize(1160, 640)
    people.across.setSizes([900, 260])
    QApplication.processEvents()
    assert people.table.horizontalScrollBar().maximum() == 0
    assert rows.defaultSectionSize() > one
    assert header.height() > tall
    option = QStyleOptionViewItem()
    option.initFrom(people.table)
    shown = []
    for row in range(people.sorted.rowCount()):
        index = people.sorted.index(row, NAME)
        option.rect, option.widget = people.table.visualRect(index), people.table
        delegate = people.table.itemDelegate()
        assert isinstance(delegate, Cells)
        delegate.initStyleOption(option, index)
        shown.append(option.text.replace("\u2028", " "))
    assert shown == names(page), "names are whole"


def test_a_column_is_hidden_and_shown_again_by_its_menu(page: ParticipantsPage) -> None:
    people, at = page.people, column(page, "Secteur")

    def tick(title: str) -> None:
        menu = people.person_menu()
        [columns] = [one.menu() for one in menu.actions() if one.text() == "Columns"]
        assert isinstance(columns, QMenu)
        next(one for one in columns.actions() if one.text() == title).trigger()

    title = str(people.model.headerData(at, Qt.Orientation.Horizontal))
    tick(title)
    assert people.table.isColumnHidden(at)
    tick("Words")
    participants.edit(page.hub.project, person(page, "Karim Benhaddou").key, attributes={"Secteur": "Frais"})
    assert people.table.isColumnHidden(at)
    assert people.table.isColumnHidden(people.model.columnCount() - 2)
    other = ParticipantsPage(page.hub)
    other.project_opened()
    assert other.people.table.isColumnHidden(at), "it is remembered"
    other.deleteLater()
    tick(title)
    assert not people.table.isColumnHidden(at)


def test_a_speaker_is_renamed_and_given_a_role_where_they_are_tied(page: ParticipantsPage) -> None:
    project = page.hub.project
    speaker = next(iter(documents.speakers(project)))
    roles = page.people.ties.menu_of(speaker.key).actions()[2:]
    assert [action.text() for action in roles if action.isChecked()] == [role_said(speaker.role)]
    roles[0].trigger()
    assert next(one.role for one in documents.speakers(project) if one.key == speaker.key) == "interviewer"
    page.people.ties.menu_of(speaker.key).actions()[0].trigger()
    dialog = page.findChild(SpeakerDialog)
    assert dialog is not None
    dialog.line.setCurrentText("Somebody")
    dialog.accept()
    assert next(one.label for one in documents.speakers(project) if one.key == speaker.key) == "Somebody"

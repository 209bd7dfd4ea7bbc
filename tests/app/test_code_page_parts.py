"""What stands around the text: sources, inspector and companion, and how they fold when there is little room."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from app.code.inspector.focus import Focus
from app.code.page import CodePage
from app.code.sources import dots
from app.hub import Hub
from app.reader.theme import type_of
from app.settings import Settings
from coding import codebook, codings, memos
from coding.memos import drafts, links
from coding.moment.code_list import Book
from coding.moment.moment import Moment
from corpus import anchors, documents
from corpus.people import participants
from corpus.store.project import Project
from tests.samples import sample_at

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_at(tmp_path_factory.mktemp("sample") / "sample.verbatim", "Ada")


@pytest.fixture
def hub(built: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Hub]:
    made = Hub(Settings(tmp_path / "settings.json"))
    made.settings.set("coder", "Ada")
    path = tmp_path / "study.verbatim"
    shutil.copy(built, path)
    assert made.open(path)
    yield made
    made.close()


@pytest.fixture
def page(hub: Hub, qtbot: QtBot) -> CodePage:
    return shown(hub, qtbot)


def shown(hub: Hub, qtbot: QtBot, width: int = 1440, height: int = 900) -> CodePage:
    made = CodePage(hub)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.project_opened()
    made.show()
    qtbot.waitExposed(made)
    made.entered()
    QApplication.processEvents()
    return made


def select_first(page: CodePage) -> int:
    key = next(iter(page.shown.codings))
    page.reading.pane.select_coding(key)
    page.look()
    return key


def heading(page: CodePage, number: int) -> str:
    item = page.sources.tree.topLevelItem(number)
    assert item is not None
    return item.text(0)


# sources


def test_sources_show_documents_with_facts_and_dots_and_participants(page: CodePage, hub: Hub) -> None:
    assert heading(page, 0).endswith("(12)")
    assert heading(page, 1).endswith("(12)")
    first = documents.listed(hub.project)[0]
    item = page.sources._items[first.key]
    assert item.text(0) == first.name
    assert "2 speaker" in item.data(0, Qt.ItemDataRole.UserRole + 2)
    segments = {(one.start, one.end, one.coder) for one in codings.of_document(hub.project, first.key)}
    assert f"coded segments: {len(segments)}" in item.toolTip(0)


def test_sources_read_nothing_that_the_moment_of_the_page_has(page: CodePage, hub: Hub) -> None:
    asked: list[str] = []
    event.listen(hub.project.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    page.sources.show_sources(page.shown.book, None)
    assert page.sources.keys()
    assert not [one for one in asked if any(f" {table}" in one for table in ("document", "participant", "grouping"))]


def test_more_codings_are_more_dots() -> None:
    assert [dots(number) for number in (0, 1, 14, 15, 39, 40, 900)] == [0, 1, 1, 2, 2, 3, 3]


def click(page: CodePage, document: int) -> None:
    tree = page.sources.tree
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(page.sources._items[document]).center()
    )


def test_a_click_opens_a_document_and_the_filter_leaves_others_out(page: CodePage, hub: Hub) -> None:
    wanted = documents.listed(hub.project)[4]
    page.sources.line.setText(wanted.name[:9].upper())
    visible = [key for key, item in page.sources._items.items() if not item.isHidden()]
    assert visible == [wanted.key]
    click(page, wanted.key)
    assert page.shown.document is not None
    assert page.shown.document.key == wanted.key
    assert page.reading.name.text() == wanted.name


def test_ctrl_page_down_goes_to_the_next_document(page: CodePage) -> None:
    keys = page.sources.keys()
    assert page.shown.document is not None
    assert page.shown.document.key == keys[0]
    QTest.keyClick(page.reading.pane, Qt.Key.Key_PageDown, CTRL)
    assert page.shown.document.key == keys[1]
    QTest.keyClick(page.reading.pane, Qt.Key.Key_PageUp, CTRL)
    QTest.keyClick(page.reading.pane, Qt.Key.Key_PageUp, CTRL)
    assert page.shown.document.key == keys[0]


def test_a_document_is_renamed(page: CodePage, hub: Hub) -> None:
    key = page.sources.keys()[0]
    page.sources.rename(key)
    [asking] = [each for each in page.findChildren(QInputDialog) if each.isVisible()]
    asking.setTextValue("00 Pilote 😀")
    asking.accept()
    assert page.reading.name.text() == "00 Pilote 😀"
    assert page.sources._items[key].text(0) == "00 Pilote 😀"
    hub.project.undo()
    assert page.reading.name.text() != "00 Pilote 😀"


def test_removing_a_document_says_what_goes_and_undo_brings_it_back(page: CodePage, hub: Hub) -> None:
    key, count = page.sources.keys()[0], len(page.shown.codings)
    page.sources.remove(key)
    [box] = [each for each in page.findChildren(QMessageBox) if each.isVisible()]
    assert f"{count} coding" in box.informativeText()
    next(button for button in box.buttons() if button.text().replace("&", "") == "Remove").click()
    assert page.shown.document is not None
    assert page.shown.document.key != key
    assert key not in page.sources.keys()  # noqa: SIM118  # a method of that name, not a dict's
    hub.project.undo()
    assert key in page.sources.keys()  # noqa: SIM118  # a method of that name, not a dict's
    page.open_document(key)
    assert len(page.shown.codings) == count


def test_without_documents_the_page_says_what_to_do(page: CodePage, hub: Hub) -> None:
    asked: list[bool] = []
    action = QAction(page)
    action.setObjectName("project.import_files")
    action.triggered.connect(lambda: asked.append(True))
    documents.remove(hub.project, page.sources.keys())
    assert page.empty.isVisible()
    page.empty.button.click()
    assert len(asked) == 1
    hub.project.undo()
    assert not page.empty.isVisible()
    assert page.shown.document is not None


# the inspector


def test_the_inspector_tells_of_the_coding(page: CodePage, hub: Hub) -> None:
    key = select_first(page)
    coding = page.shown.codings[key]
    tab = page.inspector.coding
    assert page.shown.text[coding.start : coding.end] in tab.words.text()
    assert "Ada" in tab.facts.text()
    page.reading.pane.select(coding.start, coding.start + 1)
    listed = [tab.here.item(row).data(Qt.ItemDataRole.UserRole) for row in range(tab.here.count())]
    assert key in listed
    tab.here.itemClicked.emit(tab.here.item(listed.index(key)))
    assert page.reading.pane.selected_coding() == key


def test_a_verdict_is_given_with_the_boxes(page: CodePage, hub: Hub) -> None:
    from coding import links

    linked = {link.source for link in links.listed(hub.project)}
    judged = {judgement.coding for judgement in links.judgements(hub.project)}
    key = next(key for key, c in page.shown.codings.items() if c.code in linked and key not in judged)
    page.reading.pane.select_coding(key)
    page.look()
    verdict = next(box for box in page.inspector.coding.findChildren(QComboBox) if box.findData("undecided") >= 0)
    verdict.setCurrentIndex(verdict.findData("undecided"))
    verdict.activated.emit(verdict.currentIndex())
    assert [j.verdict for j in links.judgements(hub.project, codings=[key])] == ["undecided"]
    own, hub.project.coder = hub.project.coder, "Bob"
    links.judge(hub.project, key, links.judgements(hub.project, codings=[key])[0].code, "out")
    hub.project.coder = own
    page.look()
    boxes = [part for row in page.inspector.coding._weighed for part in row[1:2]]
    assert (boxes[0].currentData(), boxes[0].toolTip()) == ("undecided", "Bob: not kept")


def test_a_memo_is_kept_when_one_moves_on(page: CodePage, hub: Hub) -> None:
    page.inspector.setCurrentWidget(page.inspector.memo)
    keys = [key for key in page.shown.codings if not memos.of(hub.project, "coding", key)]
    page.reading.pane.select_coding(keys[0])
    page.look()
    QTest.keyClick(page.reading.pane, Qt.Key.Key_M, CTRL)
    assert page.inspector.memo.editor.body.hasFocus()
    page.inspector.memo.editor.body.setPlainText("À comparer 😀 avec le site.")
    page.reading.pane.select_coding(keys[1])
    page.look()
    assert [memo.body for memo in memos.of(hub.project, "coding", keys[0])] == ["À comparer 😀 avec le site."]
    assert memos.of(hub.project, "coding", keys[1]) == []
    assert page.inspector.memo.editor.body.text() == ""
    page.reading.pane.select_coding(keys[0])
    page.look()
    assert page.inspector.memo.editor.body.text() == "À comparer 😀 avec le site."


def test_a_memo_on_words_and_one_on_the_document_are_apart(page: CodePage, hub: Hub) -> None:
    tab, here = page.inspector.memo, page.shown.document
    assert here is not None
    page.inspector.setCurrentWidget(tab)
    before = len(memos.of(hub.project, "document", here.key))
    page.reading.pane.select(10, 40)
    editor = tab.editor
    editor.body.setPlainText("Sur ces mots.")
    editor.kind.setCurrentIndex(editor.kind.findData("reflexive"))
    editor.body.setFocus()
    QTest.keyClick(editor.body, Qt.Key.Key_Return, CTRL)
    [memo] = [one for one in memos.of(hub.project, "passage", here.key) if one.body == "Sur ces mots."]
    assert (memo.kind, memo.targets[0].span) == ("reflexive", (10, 40))
    editor.body.setPlainText("Sur ces mots, plus.")
    QTest.keyClick(editor.body, Qt.Key.Key_Return, CTRL)
    assert memos.get(hub.project, memo.key).body == "Sur ces mots, plus."
    hub.project.undo()
    assert editor.body.text() == "Sur ces mots."
    editor.remove_button.click()
    assert [one for one in memos.of(hub.project, "passage", here.key) if one.key == memo.key] == []
    assert len(memos.of(hub.project, "document", here.key)) == before


def test_a_memo_beside_the_text_is_a_draft_while_it_is_typed_and_links(page: CodePage, hub: Hub, qtbot: QtBot) -> None:
    page.inspector.setCurrentWidget(page.inspector.memo)
    page.reading.pane.select(10, 40)
    page.look()
    page.inspector.begin_memo()
    page.inspector.memo.editor._later.setInterval(0)
    body, code = page.inspector.memo.editor.body, codebook.listed(hub.project)[0]
    qtbot.keyClicks(body, "[[code:" + code.name[:4])
    assert body.offers.isVisible()
    assert body.offers.parentWidget() is page.window(), "there is no room for it in a low field"
    QTest.keyClick(body, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(drafts.kept(hub.project)))
    [draft] = drafts.kept(hub.project)
    assert (draft.body, draft.targets[0].span) == (body.text(), (10, 40))
    page.reading.pane.setFocus()
    assert drafts.kept(hub.project) == []
    [memo] = [one for one in memos.listed(hub.project) if one.body == draft.body]
    assert [one.to.key for one in links.found(hub.project, memo.body) if one.to] == [code.key]
    hub.project.undo()
    assert (body.text(), page.inspector.memo.typed) == ("", False)


def test_a_memo_being_written_is_kept_when_the_project_closes(page: CodePage, hub: Hub) -> None:
    page.inspector.setCurrentWidget(page.inspector.memo)
    page.reading.pane.select(10, 40)
    page.inspector.memo.editor.body.setPlainText("Avant de partir.")
    path = hub.project.path
    hub.close()
    with Project.open(path) as project:
        assert "Avant de partir." in [memo.body for memo in memos.listed(project)]


def test_a_code_that_is_applied_is_looked_at_once(page: CodePage, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Focus | None] = []
    monkeypatch.setattr(page.inspector, "show_focus", lambda focus: looked.append(focus))
    page.reading.pane.select(0, 5)
    looked.clear()
    page.verbs.apply(page.shown.recent.slots[0])
    assert [(focus.coding.start, focus.coding.end) for focus in looked if focus and focus.coding] == [(0, 5)]
    assert len(looked) == 1
    page.hub.project.undo()
    assert len(looked) == 2


def test_the_history_tells_what_was_done_to_the_coding(page: CodePage, hub: Hub) -> None:
    key = select_first(page)
    page.inspector.setCurrentWidget(page.inspector.history)
    coding = page.shown.codings[key]
    codings.resize(hub.project, key, anchors.words(coding.document, coding.start, coding.end - 1))
    table = page.inspector.history.table
    said = [table.topLevelItem(row).text(0).splitlines() for row in range(table.topLevelItemCount())]  # type: ignore[union-attr]  # it is there, else the test fails
    assert [lines[0] for lines in said] == ["Resize coding", "Apply codes"]
    assert said[0][1].startswith(f"{hub.project.coder}, ")
    hub.project.undo()
    assert table.topLevelItem(0).text(0).startswith("Undone: Resize coding\n")  # type: ignore[union-attr]  # it is there, else the test fails


def test_roles_and_participants_of_speakers_are_changed_under_who(page: CodePage, hub: Hub) -> None:
    assert page.shown.document is not None
    page.sources.speakers_asked.emit(page.shown.document.key)
    table = page.inspector.document.table
    speaker = documents.speakers(hub.project, page.shown.document.key)[1]
    role, person = table.cellWidget(1, 1), table.cellWidget(1, 2)
    assert isinstance(role, QComboBox)
    assert isinstance(person, QComboBox)
    assert role.currentData() == speaker.role
    role.setCurrentIndex(role.findData("interviewer"))
    role.activated.emit(role.currentIndex())
    other = participants.listed(hub.project)[3]
    person = table.cellWidget(1, 2)
    assert isinstance(person, QComboBox)
    person.setCurrentIndex(person.findData(other.key))
    person.activated.emit(person.currentIndex())
    now = documents.speakers(hub.project, page.shown.document.key)[1]
    assert (now.role, now.participant) == ("interviewer", other.name)


# room


def lines(page: CodePage) -> float:
    pane = page.reading.pane
    return pane.viewport().height() / type_of(pane.text_size(), pane.font()).pitch


def test_with_room_all_parts_stand_beside_each_other(page: CodePage) -> None:
    assert page.arrangement.form == "roomy"
    for part in (page.sources, page.inspector, page.codebook):
        assert part.isVisible()
    assert not page.reading.sources.isVisible()
    assert not page.companion.isVisible()
    assert lines(page) >= 26


def test_the_inspector_gives_its_height_when_it_has_nothing_to_say(page: CodePage) -> None:
    quiet = lines(page)
    last = page.reading.pane.stripes()[-1]
    page.reading.pane.select_coding(last.key)
    page.look()
    QApplication.processEvents()
    assert 26 <= lines(page) < quiet - 2
    spot = page.reading.pane.spot(last.coding.start)
    assert spot is not None
    assert spot.bottom() <= page.reading.pane.viewport().height(), "what is told about stays in sight"
    page.reading.pane.select(0, 0)
    QApplication.processEvents()
    assert lines(page) == quiet
    page.verbs.memo()
    QApplication.processEvents()
    assert lines(page) < quiet - 2
    assert page.inspector.memo.isVisible()


def test_in_a_small_window_the_inspector_is_a_tab_and_sources_a_drawer(hub: Hub, qtbot: QtBot) -> None:
    page = shown(hub, qtbot, 1200, 668)
    assert page.arrangement.folded
    assert lines(page) >= 24
    assert page.codebook.isVisible()
    assert not page.inspector.isVisible()
    assert not page.sources.isVisible()
    page.reading.sources.click()
    assert page.sources.isVisible()
    second = page.sources.keys()[1]
    click(page, second)
    assert page.shown.document is not None
    assert page.shown.document.key == second
    assert not page.sources.isVisible()
    page.verbs.memo()
    assert page.inspector.isVisible()
    QTest.keyClick(page.reading.pane, Qt.Key.Key_L, CTRL)
    assert page.codebook.line.hasFocus()
    page.resize(1600, 1000)
    QApplication.processEvents()
    assert page.sources.isVisible()
    assert page.inspector.isVisible()


def test_a_wide_window_has_a_companion(hub: Hub, qtbot: QtBot) -> None:
    page = shown(hub, qtbot, 2000, 1200)
    assert page.companion.isVisible()
    code = codebook.find(hub.project, "Irritants")
    page.codebook.current_changed.emit(code.key)
    said = page.companion.verbatims.toPlainText()
    assert f"coded segments: {Book(Moment.of(hub.project)).total(code.key)}" in page.companion.heading.text()
    found = codings.listed(hub.project, codes=[code.key])
    assert documents.get(hub.project, found[-1].document).name in said
    page.companion.verbatims.anchorClicked.emit("0")
    assert page.reading.pane.selected_coding() == found[0].key
    page.companion.setCurrentIndex(1)
    other = page.sources.keys()[3]
    page.companion.which.setCurrentIndex(page.companion.which.findData(other))
    page.companion.which.activated.emit(page.companion.which.currentIndex())
    last = codings.of_document(hub.project, other)[-1]
    page.companion.pane.scroll_to(last.start, "center")
    assert last.key in {stripe.key for stripe in page.companion.pane.stripes()}


def test_in_a_narrow_pane_the_name_of_the_document_comes_before_what_is_known_of_it(page: CodePage) -> None:
    page.resize(1280, 720)
    QApplication.processEvents()
    assert page.reading.facts.isVisible()
    page.resize(900, 720)
    QApplication.processEvents()
    assert page.reading.facts.isVisible() == (page.reading.width() >= page.reading.facts.sizeHint().width() + 340)
    page.reading.resize(480, 600)
    assert not page.reading.facts.isVisible()
    assert page.reading.facts.text()


def test_sizes_are_remembered(hub: Hub, qtbot: QtBot) -> None:
    page = shown(hub, qtbot)
    page.arrangement.across.setSizes([300, 700, 440, 0])
    page.arrangement.across.splitterMoved.emit(300, 1)
    kept = page.arrangement.across.sizes()
    page.close()
    again = shown(hub, qtbot)
    assert again.arrangement.across.sizes() == kept


def test_every_control_says_what_it_is(page: CodePage) -> None:
    from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QLineEdit, QToolButton

    kinds = (QLineEdit, QToolButton, QComboBox, QAbstractItemView)
    unnamed = [
        widget
        for kind in kinds
        for widget in page.findChildren(kind)
        if not (widget.accessibleName() or widget.property("text") or widget.toolTip())
        and not widget.objectName().startswith("qt_")
        and type(widget).__module__.startswith("PySide6")
        and not isinstance(widget.parent(), QLineEdit | QComboBox | QAbstractScrollArea)
        and widget.window() is page
    ]
    assert [(type(w).__name__, type(w.parent()).__name__) for w in unnamed] == []


def test_panels_beside_the_text_widen_with_the_window(hub: Hub, qtbot: QtBot) -> None:
    page = shown(hub, qtbot)
    narrow = page.arrangement.across.sizes()
    page.resize(2480, 1380)
    QApplication.processEvents()
    wide = page.arrangement.across.sizes()
    assert wide[0] > narrow[0] + 60
    assert wide[2] > narrow[2] + 100
    page.resize(2000, 1200)
    QApplication.processEvents()
    assert narrow[0] <= page.arrangement.across.sizes()[0] < wide[0]
    page.arrangement.across.setSizes([300, 1000, 400, 300])
    page.arrangement.across.splitterMoved.emit(300, 1)
    page.resize(2480, 1380)
    QApplication.processEvents()
    assert page.arrangement.across.sizes()[0] < wide[0], "what a person chose stays"

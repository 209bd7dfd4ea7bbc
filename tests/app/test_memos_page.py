"""The Memos page, and the memo beside any other page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.eliding import first_words
from app.hub import Ask, Hub, Place
from app.i18n import moment
from app.memos.list import second_line
from app.memos.page import MemosPage
from app.settings import Settings
from coding import codebook, codings, memos
from coding.memos import Target, drafts, on
from corpus import anchors, documents, words
from corpus.people import participants
from corpus.store.project import Project
from tests.app.person import Person, seated
from tests.app.sample_pages import opened_sample, settle, shown


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.memos.editor._PAUSE_MS", 0)


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> MemosPage:
    opened_sample(hub, tmp_path)
    return shown(MemosPage, hub, qtbot)


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as at_the_window:
        opened_sample(hub, tmp_path)
        yield at_the_window


def test_an_empty_study_says_what_to_do(hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    page = shown(MemosPage, hub, qtbot)
    assert page.drawer.empty.isVisible()
    page.drawer.empty.button.click()
    assert page.drawer.editor.isVisible()
    qtbot.keyClicks(page.drawer.editor.title, "First thought")
    page.drawer.editor.keep()
    assert [memo.title for memo in memos.listed(hub.project)] == ["First thought"]
    hub.project.undo()
    assert page.drawer.empty.isVisible()


def listed(page: MemosPage) -> list[str]:
    model = page.drawer.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_memos_are_narrowed_by_kind_and_words(page: MemosPage) -> None:
    project = page.hub.project
    assert len(listed(page)) == len(memos.listed(project))
    page.drawer.kind.setCurrentIndex(page.drawer.kind.findData("reflexive"))
    assert sorted(listed(page)) == sorted(memo.title for memo in memos.listed(project, kind="reflexive"))
    page.drawer.search.setText("precieux")
    assert listed(page) == ["Un contre-exemple précieux"]


def test_when_a_memo_was_written_is_seen_whatever_it_is_about(page: MemosPage) -> None:
    memo = memos.listed(page.hub.project)[0]
    long = replace(memo, targets=(Target("code", label="what customers live through in the shop " * 4),))
    said = second_line(long, lambda about, around: first_words(about, 80 - len(around), len))
    assert len(said) <= 80
    assert "what customers" in said
    assert said.endswith(f"… · {moment(memo.edited_at or memo.created_at)}")


def test_a_memo_is_written_in_place(page: MemosPage, qtbot: QtBot) -> None:
    project, editor = page.hub.project, page.drawer.editor
    memo = next(memo for memo in memos.listed(project) if memo.title == "Vert et faux")
    page.drawer.list.setCurrentIndex(page.drawer.model.index(page.drawer.model.row_of(memo.key) or 0))
    assert editor.body.toPlainText() == memo.body
    editor.body.moveCursor(editor.body.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor.body, " Encore.")
    qtbot.waitUntil(lambda: [one.body for one in drafts.kept(project)] == [memo.body + " Encore."])
    assert memos.get(project, memo.key).body == memo.body, "a draft is no change yet"
    assert editor.body.textCursor().position() == len(memo.body) + 8, "keeping must not move the cursor"
    editor.kind.setCurrentIndex(editor.kind.findData("reflexive"))
    editor.kind.activated.emit(editor.kind.currentIndex())
    editor.keep()
    now = memos.get(project, memo.key)
    assert (now.body, now.kind) == (memo.body + " Encore.", "reflexive")
    assert drafts.kept(project) == []
    project.undo()
    assert editor.body.toPlainText() == memo.body
    assert editor.kind.currentData() == "theoretical"


def test_what_is_typed_is_kept_before_another_memo_is_shown(page: MemosPage, qtbot: QtBot) -> None:
    drawer, project = page.drawer, page.hub.project
    drawer.list.setCurrentIndex(drawer.model.index(0))
    first = drawer.model.memos[0]
    drawer.editor.title.setText("")
    qtbot.keyClicks(drawer.editor.title, "Autre titre")
    drawer.list.setCurrentIndex(drawer.model.index(2))
    assert memos.get(project, first.key).title == "Autre titre"
    assert drawer.editor.title.text() == drawer.model.memos[2].title
    drawer.editor.remove_button.click()
    assert len(listed(page)) == len(memos.listed(project))
    project.undo()
    assert len(listed(page)) == len(memos.listed(project))


def test_what_is_typed_into_a_memo_that_goes_becomes_one_of_its_own(page: MemosPage, qtbot: QtBot) -> None:
    project, editor = page.hub.project, page.drawer.editor
    code = codebook.listed(project)[0].key
    key = memos.add(project, "Avant.", targets=[Target("code", code)])
    page.show_memo(key)
    editor.body.moveCursor(editor.body.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor.body, " Puis.")
    memos.remove(project, key)
    assert editor.body.text() == "Avant. Puis."
    editor.keep()
    assert [one.body for one in memos.of(project, "code", code)][-1:] == ["Avant. Puis."]
    assert drafts.kept(project) == []


def test_a_study_that_is_only_read_lets_no_memo_be_typed(page: MemosPage, hub: Hub, qtbot: QtBot) -> None:
    path = hub.project.path
    assert hub.open(path, writable=False)
    page.project_opened()
    page.show_memo(memos.listed(hub.project)[0].key)
    before = page.drawer.editor.body.text()
    qtbot.keyClicks(page.drawer.editor.body, "nothing")
    assert page.drawer.editor.body.text() == before
    assert not page.drawer.editor.remove_button.isEnabled()


def test_the_window_keeps_what_is_typed_when_it_closes(page: MemosPage, qtbot: QtBot) -> None:
    page.drawer.begin()
    qtbot.keyClicks(page.drawer.editor.title, "Last words")
    page.window().close()
    assert "Last words" in [memo.title for memo in memos.listed(page.hub.project)]


def test_targets_open_their_place(page: MemosPage) -> None:
    project = page.hub.project
    coding = codings.listed(project)[0]
    one = next(one for one in participants.listed(project) if one.name == "Inès Moutardier")
    people: list[int] = []
    page.hub.participant_asked.connect(people.append)
    targets = [
        Target("document", 3),
        on(anchors.words(3, 10, 30)),
        Target("code", coding.code),
        Target("coding", coding.key),
        Target("participant", one.key),
    ]
    key = memos.add(project, "On all of it", targets=targets)
    page.drawer.show_memo(key)
    about = page.drawer.editor.about
    places: list[Place] = []
    asked: list[Ask] = []
    page.hub.place_asked.connect(places.append)
    page.hub.verbatims_asked.connect(asked.append)
    for number in range(5):
        about.linkActivated.emit(str(number))
    assert places == [Place(3), Place(3, 10, 30), Place(coding.document, coding.start, coding.end, coding.key)]
    assert [ask.codes for ask in asked] == [(coding.code,)]
    assert people == [one.key]


def test_closing_the_project_lets_go_of_it(page: MemosPage, hub: Hub, qtbot: QtBot) -> None:
    hub.close()
    settle(hub, qtbot)
    assert page.drawer.model.rowCount() == 0


def test_links_are_offered_while_they_are_typed_and_open_what_they_lead_to(person: Person) -> None:
    person.go(8)
    drawer = person.memos.drawer
    drawer.begin()
    editor = drawer.editor
    editor.body.setFocus()
    person.write("See [[irrit")
    assert editor.body.offers.isVisible()
    assert str(editor.body.offers.currentItem().text()).startswith("Irritants")
    person.press(Qt.Key.Key_Return)
    assert not editor.body.offers.isVisible()
    assert editor.body.text() == "See [[code:Irritants]]"
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert person.window.current_page is person.code
    code = codebook.find(person.project, "Irritants")
    assert person.code.codebook.entry.key == code.key
    codebook.edit(person.project, code.key, name="Frictions")
    assert memos.listed(person.project)[-1].body == "See [[code:Frictions]]"
    person.go(8)
    drawer.show_memo(memos.listed(person.project)[-1].key)
    assert editor.body.text() == "See [[code:Frictions]]"


def test_passages_are_offered_by_number_and_escape_puts_the_list_away(person: Person) -> None:
    name = documents.listed(person.project)[0].name
    person.go(8)
    person.memos.drawer.begin()
    body = person.memos.drawer.editor.body
    body.setFocus()
    body.insertPlainText(f"[[{name} § 1")
    assert [body.offers.item(row).text() for row in range(2)] == [f"{name} § 1 · passage", f"{name} § 10 · passage"]
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Tab)
    assert body.text() == f"[[passage:{name} § 10]]"
    opened: list[Place] = []
    person.hub.place_asked.connect(opened.append)
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.document for one in opened] == [documents.listed(person.project)[0].key]
    body.insertPlainText(" [[zz")
    assert not body.offers.isVisible()


def test_no_line_of_a_memo_runs_over_eighty_letters(page: MemosPage, qtbot: QtBot) -> None:
    editor = page.drawer.editor
    page.resize(2400, 1200)
    said = "What customers live through between the telephone and the shop is known by those who stand there. " * 4
    for text in (editor.body, editor.reading):
        editor.views.setCurrentWidget(text)
        text.setPlainText(said)
        QApplication.processEvents()
        layout = text.document().firstBlock().layout()
        lines = [layout.lineAt(n).textLength() for n in range(layout.lineCount())]
        assert 60 < max(lines) <= 84
    page.resize(900, 700)
    QApplication.processEvents()
    assert editor.reading.document().size().width() <= editor.reading.viewport().width()


def test_a_memo_reads_as_it_is_laid_out_and_says_which_links_lead_nowhere(page: MemosPage, qtbot: QtBot) -> None:
    project, editor = page.hub.project, page.drawer.editor
    other = memos.add(project, "Other", title="Other idea")
    key = memos.add(project, "## Head\n\nSee [[Other idea]], **bold**, [[Nothing such]].")
    page.show_memo(key)
    assert editor.lost.isVisible()
    assert "Nothing such" in editor.lost.text()
    assert editor.body.styling.broken == {"Nothing such"}
    editor.read_button.click()
    read = editor.reading.toPlainText()
    assert read.splitlines()[0] == "Head"
    assert "See Other idea, bold, Nothing such" in read
    assert "**" not in read
    editor.reading.anchorClicked.emit(QUrl("memo:0"))
    assert editor.memo is not None
    assert editor.memo.key == other
    editor.read_button.click()
    assert editor.body.isVisible()


def test_what_is_written_is_dressed_as_it_reads(page: MemosPage) -> None:
    body = page.drawer.editor.body
    page.drawer.begin()
    body.setPlainText("# Head 😀\n**bold** and [[Nothing]]")
    first, second = body.document().firstBlock(), body.document().lastBlock()
    assert max(one.format.fontPointSize() for one in first.layout().formats()) > body.font().pointSizeF()
    assert any(one.format.fontWeight() > 600 for one in second.layout().formats())


def test_no_break_spaces_stay_as_they_are_written(page: MemosPage) -> None:
    project = page.hub.project
    key = memos.add(project, "Prix\u00a0: 3\u202f%")
    page.show_memo(key)
    assert not page.drawer.editor.typed


def test_a_contact_summary_begins_with_its_headings_and_is_nothing_until_one_writes(page: MemosPage) -> None:
    project, editor = page.hub.project, page.drawer.editor
    before = len(memos.listed(project))
    page.drawer.begin()
    editor.kind.setCurrentIndex(editor.kind.findData("contact"))
    editor.kind.activated.emit(editor.kind.currentIndex())
    assert editor.body.text().startswith("## ")
    editor.keep()
    assert len(memos.listed(project)) == before
    editor.body.insertPlainText("Anne")
    editor.keep()
    assert memos.listed(project)[-1].kind == "contact"


def test_memos_are_narrowed_by_target_and_coder_and_put_in_order(page: MemosPage) -> None:
    project, drawer = page.hub.project, page.drawer
    drawer.about.setCurrentIndex(drawer.about.findData("code"))
    wanted = [one for one in memos.listed(project) if any(target.kind == "code" for target in one.targets)]
    assert len(listed(page)) == len(wanted) > 0
    drawer.about.setCurrentIndex(0)
    drawer.coder.setCurrentIndex(drawer.coder.findData("anna"))
    assert len(listed(page)) == sum(one.coder == "anna" for one in memos.listed(project))
    drawer.order.setCurrentIndex(drawer.order.findData("title"))
    titled = [one for one in drawer.model.memos if one.title]
    assert [one.title for one in titled] == sorted((one.title for one in titled), key=words.folded)


def test_memos_are_narrowed_by_when_they_were_made(page: MemosPage) -> None:
    project, drawer = page.hub.project, page.drawer
    every = len(memos.listed(project))
    assert drawer.count.text() == f"{every} memo(s)"
    drawer.when.period.setCurrentIndex(drawer.when.period.findData("week"))
    assert (len(listed(page)), drawer.when.first.isVisible()) == (every, False)
    drawer.when.period.setCurrentIndex(drawer.when.period.findData("between"))
    assert drawer.when.first.isVisible()
    drawer.when.last.setDate(QDate(2020, 1, 1))
    assert (listed(page), drawer.count.text()) == ([], f"0 of {every} memos")
    page.show_memo(memos.listed(project)[0].key)
    assert len(listed(page)) == every


def test_the_memos_that_are_listed_are_written_into_a_file(page: MemosPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.drawer.search.setText("precieux")
    with qtbot.waitSignal(page.hub.said):
        page.drawer.write_to(tmp_path / "memos.md")
    said = (tmp_path / "memos.md").read_text("utf-8")
    assert said.count("\n## ") == 1
    assert "Un contre-exemple précieux" in said
    template = docx.Document()
    template.sections[0].header.paragraphs[0].text = "Doctoral school"
    template.save(str(tmp_path / "own.docx"))
    page.hub.settings.set("template", str(tmp_path / "own.docx"))
    with qtbot.waitSignal(page.hub.said):
        page.drawer.write_to(tmp_path / "memos.docx")
    assert docx.Document(str(tmp_path / "memos.docx")).sections[0].header.paragraphs[0].text == "Doctoral school"


def test_what_was_typed_before_a_crash_is_there_when_the_study_is_opened_again(person: Person) -> None:
    person.press(Qt.Key.Key_F8)
    person.write("Half a thou")
    dock, path = person.window.memo.dock, person.project.path
    assert dock is not None
    person.until(lambda: drafts.kept(person.project))
    dock.editor.keep = lambda: None  # type: ignore[method-assign]  # as if the program ended here
    before = len(memos.listed(person.project))
    with Project.open(path, coder=person.project.coder, writable=False) as left:
        assert [one.body for one in drafts.kept(left)] == ["Half a thou"]
    dock.editor.show_memo(None)
    person.hub.close()
    assert person.hub.open(path)
    assert len(memos.listed(person.project)) == before + 1
    assert memos.listed(person.project)[-1].body == "Half a thou"
    assert person.window.toast.isVisible()
    person.project.undo()
    assert len(memos.listed(person.project)) == before


# beside any other page


def test_a_memo_is_written_beside_the_page_and_put_away_again(person: Person) -> None:
    person.go(4)
    person.press(Qt.Key.Key_F8)
    dock = person.window.memo.dock
    assert dock is not None
    assert dock.isVisible()
    assert dock.editor.body.hasFocus()
    person.write("Beside the list")
    person.press(Qt.Key.Key_F8)
    assert not dock.isVisible()
    assert person.window.current_page is person.verbatims
    assert memos.listed(person.project)[-1].body == "Beside the list"
    person.go(1)
    assert not dock.isVisible()


def test_the_dock_goes_along_from_page_to_page_and_gives_way_to_that_of_memos(person: Person) -> None:
    person.go(5)
    person.press(Qt.Key.Key_F8)
    dock = person.window.memo.dock
    assert dock is not None
    for number, seen in ((1, True), (8, False), (7, True)):
        person.go(number)
        assert dock.isVisible() == seen
    person.press(Qt.Key.Key_F6)
    person.press(Qt.Key.Key_F6)
    person.until(lambda: dock.isAncestorOf(QApplication.focusWidget()))
    person.hub.close()
    assert not dock.isVisible()


def test_a_memo_on_a_participant_begins_beside_their_table(person: Person) -> None:
    person.go(6)
    person.participants.people.choose(participants.listed(person.project)[2].key)
    person.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    dock = person.window.memo.dock
    assert dock is not None
    assert dock.editor.title.hasFocus()
    person.write("Pressed for time")
    person.go(8)
    [memo] = memos.of(person.project, "participant", participants.listed(person.project)[2].key)
    assert memo.title == "Pressed for time"


def test_another_language_makes_the_dock_anew_and_keeps_what_is_typed(person: Person) -> None:
    person.press(Qt.Key.Key_F8)
    person.write("Before the change")
    before = person.window.memo.dock
    person.window.set_language("fr")
    person.until(lambda: person.window.memo.dock is not before)
    assert person.window.memo.dock is not None
    assert person.window.memo.dock.isVisible()
    assert memos.listed(person.project)[-1].body == "Before the change"

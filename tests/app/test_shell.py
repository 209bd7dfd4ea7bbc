"""The window around the pages: opening and closing, undo, languages, colours, and what is remembered."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMessageBox, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub, Place
from app.page import Page
from app.settings import Settings
from app.shell.main_window import Window
from app.widgets import ElidedLabel, remember_splitter
from coding.moment.moment import Moment
from corpus import documents
from corpus.drafts import Draft, DraftPassage
from corpus.progress import Progress
from corpus.store.project import Project
from tests.waiting import HANG_MS, HANG_S


def add_document(project: Project, name: str = "Interview 1", text: str = "We walked the shop floor.") -> int:
    draft = Draft(
        Path(f"{name}.txt"), name, text, text.encode(), "text/plain", "plain", passages=(DraftPassage("turn", 0, 6),)
    )
    return documents.add(project, [draft])[0].key


def shown_page(window: Window) -> Page:
    page = window.current_page
    assert page is not None
    return page


def open_boxes(window: Window) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def press(box: QMessageBox, text: str) -> None:
    [button] = [button for button in box.buttons() if button.text().replace("&", "") == text]
    button.click()


def test_welcome_until_a_project_is_open(window: Window, hub: Hub, study: Path) -> None:
    assert window._welcome.isVisible()
    assert not window.rail.isVisible()
    assert hub.open(study)
    assert window.rail.isVisible()
    assert window.windowTitle() == "Study of shops"
    assert window.status.study.text() == "Study of shops"
    assert window.status.language.text() == "English"
    window.projects.close()
    assert window._welcome.isVisible()
    assert [row.path for row in window._welcome.rows()] == [study]


def test_pages_are_made_when_first_shown_and_told_of_the_project(window: Window, hub: Hub, study: Path) -> None:
    hub.open(study)
    assert list(window._pages) == ["code"]
    assert shown_page(window).told == ["opened", "entered"]
    window.show_page("matrix")
    assert list(window._pages) == ["code", "matrix"]
    add_document(hub.project)
    for page in window._pages.values():
        assert page.told[-1] == "changed: Import document"
    hub.close()
    assert {page.told[-1] for page in window._pages.values()} == {"closed"}


def test_a_project_is_read_once_beside_the_making_of_its_page(
    window: Window, hub: Hub, study: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    read: list[Moment] = []
    first = Moment.of
    monkeypatch.setattr(Moment, "of", lambda *args: read.append(first(*args)) or read[-1])
    hub.open(study)
    assert hub.moment() is hub.moment()
    qtbot.waitUntil(lambda: not hub.jobs.busy, timeout=HANG_MS)
    assert len(read) == 1


def test_alt_and_a_digit_go_to_a_page(window: Window, hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert window.settings.get("page") == "verbatims"
    # On AZERTY the key of 5 writes a bracket.
    qtbot.keyClick(shown_page(window), Qt.Key.Key_ParenLeft, Qt.KeyboardModifier.AltModifier)
    assert window.settings.get("page") == "matrix"
    assert window.rail.button("matrix").isChecked()


def test_the_hub_leads_to_pages(window: Window, hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    hub.show_verbatims(Ask(query="shop"))
    assert shown_page(window) is window.page("verbatims")
    hub.show_place(Place(1, 0, 2))
    assert shown_page(window) is window.page("code")
    window.search()
    assert window.page("verbatims").field.hasFocus()


def test_f6_goes_round_the_panes(window: Window, hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    window.activateWindow()
    page = shown_page(window)
    assert window.focusWidget() is page.field, "a page takes the focus when it is shown"
    seen: list[QWidget | None] = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())
    assert seen[0] is page.list
    assert seen[1] is window.rail.button("code")
    assert seen[2] is page.field


def test_a_page_that_cannot_be_loaded_costs_only_itself(qtbot: QtBot, hub: Hub, study: Path) -> None:
    window = Window(hub, (("code", "app.no_such_module", "CodePage"), ("theory", "conftest_missing", "X")))
    qtbot.addWidget(window)
    hub.open(study)
    window.show()
    assert "can't be loaded" in window._stack.currentWidget().sentence.text()
    hub.close()


def test_undo_and_redo_carry_their_labels(window: Window, hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    assert not window.menus.undo.isEnabled()
    add_document(hub.project)
    assert window.menus.undo.text() == "Undo “Import document”"
    window.menus.undo.trigger()
    assert documents.listed(hub.project) == []
    assert window.menus.redo.text() == "Redo “Import document”"
    window.menus.redo.trigger()
    assert [document.name for document in documents.listed(hub.project)] == ["Interview 1"]
    assert not open_boxes(window)


def aside(verb: Callable[[], object]) -> None:
    """Let another thread do it while the window hears of nothing."""
    thread = threading.Thread(target=verb)
    thread.start()
    thread.join()


def test_undo_and_redo_take_no_other_change_than_the_one_shown(window: Window, hub: Hub, study: Path) -> None:
    hub.open(study)
    project = hub.project
    first = add_document(project)
    aside(lambda: documents.rename(project, first, "Renamed aside"))
    assert window.menus.undo.text() == "Undo “Import document”"
    window.menus.undo.trigger()
    said = window.toast.label.text()
    assert said == f"“Import document” was not undone: “Rename document” by {project.coder} came in between."
    assert [document.name for document in documents.listed(project)] == ["Renamed aside"]
    window.menus.refresh()
    window.menus.undo.trigger()
    assert [document.name for document in documents.listed(project)] == ["Interview 1"]
    aside(lambda: add_document(project, "Interview 2", "Other words."))
    assert window.menus.redo.text() == "Redo “Rename document”"
    window.menus.redo.trigger()
    assert "“Rename document” was not redone: “Import document”" in window.toast.label.text()
    assert len(documents.listed(project)) == 2


def test_an_undo_agreed_to_late_takes_no_other_change(window: Window, hub: Hub, study: Path) -> None:
    with Project.open(study, coder="bruno") as project:
        first = add_document(project)
    hub.open(study)
    window.menus.undo.trigger()
    [box] = open_boxes(window)
    documents.rename(hub.project, first, "Renamed since")
    press(box, "Undo")
    assert "“Import document” was not undone" in window.toast.label.text()
    assert [document.name for document in documents.listed(hub.project)] == ["Renamed since"]


def test_a_question_about_undo_goes_with_its_project(window: Window, hub: Hub, study: Path) -> None:
    with Project.open(study, coder="bruno") as project:
        add_document(project)
    hub.open(study)
    window.menus.undo.trigger()
    assert open_boxes(window)
    hub.close()
    assert not open_boxes(window)


def held_by_a_worker(hub: Hub, label: str) -> None:
    """Let a worker hold the door until it is cancelled."""
    inside, project = threading.Event(), hub.project

    def hold(progress: Progress) -> None:
        with project.change("Hold"):
            inside.set()
            while True:
                progress(0, 1)

    hub.jobs.run(label, hold, lambda _: None, lambda _: None, quiet=not label)
    assert inside.wait(HANG_S)


@pytest.mark.parametrize("label", ["", "Import"])
def test_the_window_closes_once_the_change_that_waits_is_written(
    window: Window, hub: Hub, study: Path, label: str
) -> None:
    hub.open(study)
    project = hub.project
    held_by_a_worker(hub, label)
    hub.write(lambda: add_document(project))
    window.close()
    if label:
        press(open_boxes(window)[0], "Stop and quit")
    assert not window.isVisible()
    with Project.open(study, writable=False) as closed:
        assert [document.name for document in documents.listed(closed)] == ["Interview 1"]
        assert [step.label for step in closed.history()] == ["New project", "Import document"]


def test_the_window_stays_where_the_change_that_waits_is_refused(window: Window, hub: Hub, study: Path) -> None:
    hub.open(study)
    first = add_document(hub.project)
    shown = hub.undoable()
    held_by_a_worker(hub, "")
    hub.write(lambda: documents.rename(hub.project, first, "Renamed"))
    hub.write(lambda: hub.project.undo(shown))
    window.close()
    assert window.isVisible()
    assert "“Import document” was not undone: “Rename document”" in window.toast.label.text()
    window.close()
    assert not window.isVisible()
    with Project.open(study, writable=False) as closed:
        assert [document.name for document in documents.listed(closed)] == ["Renamed"]


def test_what_is_typed_is_written_before_the_project_closes(
    window: Window, hub: Hub, study: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    project = hub.project
    first = add_document(project)
    window.show_page("verbatims")
    field = shown_page(window).field
    field.editingFinished.connect(lambda: hub.write(lambda: documents.rename(project, first, field.text())))
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Typed")
    window.close()
    with Project.open(study, writable=False) as closed:
        assert [document.name for document in documents.listed(closed)] == ["Typed"]


def test_a_change_of_another_sitting_is_asked_about_once(window: Window, hub: Hub, study: Path) -> None:
    with Project.open(study, coder="anna") as project:
        first = add_document(project, "Interview 1", "First words.")
        add_document(project, "Interview 2", "Other words.")
        documents.rename(project, first, "Interview one")
    hub.settings.set("coder", "bruno")
    hub.open(study)
    window.menus.undo.trigger()
    [box] = open_boxes(window)
    assert "Rename document" in box.text()
    assert "anna" in box.informativeText()
    assert "20" in box.informativeText()
    press(box, "Leave it")
    assert [document.name for document in documents.listed(hub.project)] == ["Interview 2", "Interview one"]
    window.menus.undo.trigger()
    press(open_boxes(window)[-1], "Undo")
    assert [document.name for document in documents.listed(hub.project)] == ["Interview 1", "Interview 2"]
    asked_before = len(window.findChildren(QMessageBox))
    window.menus.undo.trigger()
    assert [document.name for document in documents.listed(hub.project)] == ["Interview 1"]
    assert len(window.findChildren(QMessageBox)) <= asked_before
    assert window.menus.redo.isEnabled()
    window.menus.redo.trigger()
    assert len(documents.listed(hub.project)) == 2


def test_a_language_is_taken_at_once(window: Window, hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    add_document(hub.project)
    window.show_page("theory")
    before = shown_page(window)
    window.set_language("fr")
    qtbot.waitUntil(lambda: window.menuBar().actions()[0].text().replace("&", "") == "Projet")
    assert window.menus.undo.text().startswith("Annuler «\u00a0Importer")
    assert window.rail.button("theory").text() == "Théorie"
    assert shown_page(window) is not before
    assert shown_page(window) is window.page("theory")
    assert shown_page(window).told == ["opened", "entered"]
    window.set_language("en")
    qtbot.waitUntil(lambda: window.menus.undo.text().startswith("Undo"))
    add_document(hub.project, "Interview 2", "More words.")
    assert window.menus.undo.text() == "Undo “Import document”"


def test_colours_and_size_are_taken_at_once_and_remembered(
    window: Window, hub: Hub, study: Path, qapp: QApplication
) -> None:
    hub.open(study)
    light = qapp.palette().color(QPalette.ColorRole.Window).lightness()
    window.set_theme("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 64 < 192 < light
    points = qapp.font().pointSizeF()
    window.step_text_size(1)
    assert qapp.font().pointSizeF() > points
    assert shown_page(window).told.count("restyled") == 2
    again = Settings(window.settings._path)
    assert (again.get("theme"), again.get("text_size")) == ("dark", 13)
    window.step_text_size(0)
    assert qapp.font().pointSizeF() == points


def test_a_file_that_is_no_project_is_refused_in_a_sentence(window: Window, hub: Hub, tmp_path: Path) -> None:
    wrong = tmp_path / "holiday.verbatim"
    wrong.write_bytes(b"not a database at all" * 100)
    window.projects.open_path(wrong)
    assert hub.project_or_none is None
    assert window.toast.isVisible()
    assert "holiday.verbatim" in window.toast.label.text()
    assert window.settings.recent == []


def test_a_project_held_elsewhere_can_be_read(window: Window, hub: Hub, study: Path) -> None:
    with Project.open(study, coder="anna"):
        window.projects.open_path(study)
        assert "anna" in window.toast.label.text()
        assert window.toast.button.isVisible()
        window.toast.button.click()
        assert not hub.project.writable
        assert "reading only" in window.status.study.text()
        hub.write(lambda: add_document(hub.project))
        assert "reading only" in window.toast.label.text()
        hub.close()


def test_the_window_remembers_size_page_and_project(
    make_window: Callable[[], Window], hub: Hub, study: Path, qtbot: QtBot
) -> None:
    first = make_window()
    hub.open(study)
    first.show_page("report")
    first.resize(760, 600)
    first.close()
    second = make_window()
    assert second.size().toTuple() == (760, 600)
    second.begin(None)
    qtbot.waitUntil(lambda: hub.project_or_none is not None)
    assert shown_page(second) is second.page("report")
    second.projects.close()
    assert second.settings.get("last") is None


def test_splitters_are_remembered(qtbot: QtBot, settings: Settings) -> None:
    def made() -> QSplitter:
        splitter = QSplitter()
        for _ in range(2):
            splitter.addWidget(QWidget())
        splitter.resize(400, 100)
        qtbot.addWidget(splitter)
        remember_splitter(splitter, "test", settings)
        splitter.show()
        return splitter

    splitter = made()
    splitter.setSizes([100, 299])
    splitter.splitterMoved.emit(100, 1)
    assert made().sizes() == splitter.sizes()
    settings.set("splitter.test", ["wide", 3])
    assert sum(made().sizes()) > 0


def test_long_names_give_way_in_the_middle(qtbot: QtBot) -> None:
    label = ElidedLabel("/home/someone/a very long folder/another very long folder/study.verbatim")
    qtbot.addWidget(label)
    label.resize(160, 20)
    label.show()
    assert "…" in label._shown()
    assert label._shown().endswith("m")
    assert label.toolTip() == label.text()
    label.resize(2000, 20)
    qtbot.waitUntil(lambda: label.toolTip() == "")


def test_history_shows_who_did_what(window: Window, hub: Hub, study: Path, qtbot: QtBot) -> None:
    from app.shell.history_dialog import HistoryDialog

    hub.open(study)
    add_document(hub.project)
    window.show_history()
    model = window.findChild(HistoryDialog).table.model()

    def said() -> list[object]:
        return [model.data(model.index(0, column)) for column in (2, 3)] if model.rowCount() else []

    qtbot.waitUntil(lambda: said() == [hub.project.coder, "Import document"])
    assert model.data(model.index(0, 5)) == documents.listed(hub.project)[0].name
    window.menus.undo.trigger()
    qtbot.waitUntil(lambda: said()[1:] == ["Undone: Import document"])


def test_the_index_is_brought_up_to_date(window: Window, hub: Hub, study: Path, qtbot: QtBot) -> None:
    from app.settings import folder
    from corpus.search.index import SearchIndex

    hub.open(study)
    add_document(hub.project)
    assert window.indexing.state == "busy"
    qtbot.waitUntil(lambda: window.indexing.state == "ready")
    assert window.status.index.text() == "index ready"
    assert SearchIndex.of(hub.project, folder("cache")).view().count == 1


@pytest.mark.parametrize("name", ["anna b.", "  zoé  "])
def test_the_coder_can_be_named(window: Window, hub: Hub, study: Path, name: str) -> None:
    hub.open(study)
    window.projects.take_name(name)
    assert hub.project.coder == name.strip()
    assert window.status.coder.text() == name.strip()


def test_everything_has_an_accessible_name(window: Window, hub: Hub, study: Path) -> None:
    from PySide6.QtWidgets import QAbstractButton

    hub.open(study)
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) >= len(window.page_names)
    assert [button for button in buttons if not (button.accessibleName() or button.text())] == []

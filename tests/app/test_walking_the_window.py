"""Walking through the window: where keys go, what an empty project says, and nothing that flashes or steals."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.page import Page
from app.settings import Settings
from app.shell.new_project import NewProjectDialog
from app.shell.outcomes import OutcomesDialog
from coding import codebook, codings
from corpus import documents
from corpus.store.project import Project
from tests.app.person import ALT, CTRL, Person, seated
from tests.app.sample_pages import choose_part
from tests.samples import sample_at

PAGES = ("code", "theory", "review", "verbatims", "matrix", "participants", "report", "memos")
WORK = {
    "code": "ReaderPane",
    "theory": "CodesList",
    "review": "ReaderPane",
    "verbatims": "List",
    "matrix": "MatrixTable",
    "participants": "QTableView",
    "report": "QListWidget",
    "memos": "QListView",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_at(tmp_path_factory.mktemp("sample") / "sample.verbatim", "anna")


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub) -> Iterator[Person]:
    settings.set("coder", "anna")
    with seated(qtbot, hub) as at_the_window:
        yield at_the_window


@pytest.fixture
def at_work(person: Person, built: Path, tmp_path: Path) -> Person:
    shutil.copy(built, tmp_path / "study.verbatim")
    assert person.hub.open(tmp_path / "study.verbatim")
    person.rest()
    return person


class Windows(QObject):
    """Notes every window that is shown beside the first."""

    def __init__(self, first: QWidget) -> None:
        super().__init__(first)
        self.first, self.seen = first, list[str]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_part_of_a_page_is_a_window_for_a_moment(at_work: Person, qapp: QApplication) -> None:
    windows = Windows(at_work.window)
    qapp.installEventFilter(windows)
    for number in range(1, 9):
        at_work.go(number)
        at_work.rest()
    qapp.removeEventFilter(windows)
    assert windows.seen == []
    assert at_work.window.isActiveWindow()


def test_keys_go_to_where_one_works_and_tab_reaches_every_part(at_work: Person) -> None:
    for number, name in enumerate(PAGES, 1):
        at_work.go(number)
        at_work.rest()
        if name == "review":
            at_work.until(lambda: at_work.review.known is not None)
            at_work.rest()
        focused = QApplication.focusWidget()
        assert type(focused).__name__ == WORK[name]
        page = at_work.window.current_page
        assert page is not None
        missed = _tab_stops(page) - _tabbed(page)
        assert missed == set(), f"{name}: {missed}"


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()}"


def _tab_stops(page: Page) -> set[str]:
    """Give the fields and lists that the Tab key has to reach; of buttons that exclude each other one is enough."""
    kinds = page.findChildren(QWidget)
    return {
        _named(w)
        for w in kinds
        if w.isVisible()
        and w.isEnabled()
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and w.focusProxy() is None
        and not getattr(w, "autoExclusive", bool)()
        and not getattr(w, "group", bool)()
    }


def _tabbed(page: Page) -> set[str]:
    reached = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if page.isAncestorOf(focused):
            reached.add(_named(focused))
    return reached


def test_a_page_behind_takes_no_keys_when_something_changes(at_work: Person) -> None:
    for number in (*range(2, 8), 1):
        at_work.go(number)
        at_work.rest()
    pane = at_work.code.reading.pane
    start = at_work.code.shown.text.index(".", 400) + 2
    for step in range(3):
        pane.select(start + 40 * step, start + 40 * step + 20)
        at_work.press(Qt.Key.Key_1)
        at_work.settle()
        assert pane.hasFocus()
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert pane.hasFocus()


def test_an_empty_project_says_on_every_page_what_to_do(person: Person, study: Path) -> None:
    person.hub.open(study)
    for number, name in enumerate(PAGES, 1):
        person.go(number)
        person.rest()
        if name == "report":
            choose_part(person.report, "verbatims")
            person.rest()
        if name == "verbatims":
            person.until(lambda: not person.verbatims.seeking.waiting)
        page = person.window.current_page
        assert page is not None
        buttons = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.property("primary") and b.text()]
        assert len(buttons) == 1, name
        assert buttons[0].isEnabled(), name


def test_letters_in_a_field_are_letters(at_work: Person) -> None:
    at_work.go(4)
    at_work.rest()
    judged, line = len(codings.listed(at_work.project)), at_work.verbatims.bar.line
    line.setFocus()
    at_work.write("xjks?*12")
    assert line.text() == "xjks?*12"
    assert at_work.window.current_page is at_work.verbatims
    at_work.go(2)
    field = at_work.theory.findChildren(QLineEdit)
    for one in (one for one in field if one.isVisible() and one.isEnabled()):
        one.setFocus()
        at_work.write("n0bt1")
        assert one.text().endswith("n0bt1")
    assert len(codings.listed(at_work.project)) == judged


def test_typing_a_path_by_hand_never_fails(person: Person, tmp_path: Path) -> None:
    person.do("project.new")
    dialog = person.dialog(NewProjectDialog)
    dialog.file.selectAll()
    QTest.keyClick(dialog.file, Qt.Key.Key_Backspace)
    assert not dialog.make.isEnabled()
    for text in ("/", "~", "~/", ".", "..", f"{tmp_path}/"):
        dialog.file.selectAll()
        QTest.keyClicks(dialog.file, text)
    dialog.file.selectAll()
    QTest.keyClicks(dialog.file, f"{tmp_path}/Study 2.0")
    assert dialog.make.isEnabled()
    assert dialog.chosen().path == tmp_path / "Study 2.0.verbatim"
    dialog.reject()


def _newer(path: Path) -> None:
    Project.create(path, name="n", language="fr", coder="anna").close()
    connection = sqlite3.connect(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute(f"PRAGMA user_version={version + 1}")
    connection.commit()
    connection.close()


def _truncated(path: Path) -> None:
    Project.create(path, name="n", language="fr", coder="anna").close()
    path.write_bytes(path.read_bytes()[:9000])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.write_text("words"), "is not a Verbatim project"),
        (lambda path: path.mkdir(), "is a folder"),
        (_newer, "later version"),
        (_truncated, "is damaged"),
        (lambda path: None, "There is no file"),
    ],
)
def test_what_cannot_be_opened_is_said_and_the_project_stays(
    person: Person, study: Path, tmp_path: Path, make: object, said: str
) -> None:
    person.hub.open(study)
    path = tmp_path / "strange.verbatim"
    make(path)  # type: ignore[operator]  # callable at run time
    person.drop([path])
    person.until(person.window.toast.isVisible)
    assert said in person.window.toast.label.text()
    assert "\n" not in person.window.toast.label.text()
    assert person.window.windowTitle() == "Study of shops"
    assert person.hub.project.path == study


def test_strange_texts_and_long_names_are_shown(person: Person, study: Path, tmp_path: Path) -> None:
    person.hub.open(study)
    folder = tmp_path / "files"
    folder.mkdir()
    name = ("An interview with a name that goes on and on " * 4).strip()
    family = "👨‍👩‍👧‍👦"
    (folder / f"{name}.txt").write_text("INT: Well?\n\nR01: " + "many words here " * 33_400, "utf-8")
    (folder / "signs.txt").write_text(f"INT: E\u0301te\u0301?\n\nR01: Oui {family} bien\u2029 su\u0302r 🎉.\n", "utf-8")
    (folder / "broken.docx").write_bytes(b"no archive")
    person.drop([folder])
    dialog = person.dialog(OutcomesDialog)
    shown = [label.text() for label in dialog.findChildren(type(dialog.summary))]
    assert any(text.startswith("broken.docx") and text.endswith(".") and len(text) > 20 for text in shown)
    dialog.close()
    person.look()
    by_name = {info.name: info for info in documents.listed(person.project)}
    assert by_name[name].words > 100_000
    person.code.open_document(by_name[name].key)
    person.press(Qt.Key.Key_End, CTRL)
    assert person.code.reading.pane.spot(len(person.code.shown.text.rstrip())) is not None
    person.code.open_document(by_name["signs"].key)
    start = person.code.shown.text.index(family)
    person.select(start, start + len(family))
    person.press(Qt.Key.Key_I, CTRL)
    assert person.stored() == person.drawn() == [(family, family)]
    codebook.add(person.project, "a code whose name is longer than any column of the window is wide " * 2)
    for number in range(1, 9):
        person.press(getattr(Qt.Key, f"Key_{number}"), ALT)
        person.rest()
        assert person.window.width() == 1440
    assert person.refused == []

"""The first half of the main job in the window: a new project, its sources, and codes made while reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from app.shell.new_project import NewProjectDialog
from app.shell.outcomes import OutcomesDialog
from app.shell.welcome import RecentProject
from corpus import documents
from corpus.documents import PassageInfo
from tests.app.person import CTRL, SHIFT, Person

Key = Qt.Key


@dataclass
class Job:
    """What is carried from step to step: the interviews in the order read, and where the codings were put."""

    path: Path
    sources: list[Path]
    codes: dict[str, str]
    interviews: list[int] = field(default_factory=list)
    uncoded: int = 0


def begin_a_project(person: Person, job: Job) -> None:
    person.window.setFocus()
    person.press(Key.Key_N, CTRL)
    dialog = person.dialog(NewProjectDialog)
    QTest.keyClicks(dialog.name, "Étude")
    dialog.file.selectAll()
    QTest.keyClicks(dialog.file, str(job.path))
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    for row in range(dialog.frameworks.count()):
        dialog.frameworks.item(row).setCheckState(Qt.CheckState.Unchecked)
    person.answer(dialog, "Create")
    assert job.path.is_file()
    assert person.window.windowTitle() == "Étude"
    assert person.code.empty.isVisible()


# 2. Import and read


def import_what_there_is(person: Person, job: Job) -> None:
    wanted = sorted(path for source in job.sources for path in ([source] if source.is_file() else source.iterdir()))
    person.drop(job.sources)
    person.until(lambda: documents.listed(person.project))
    person.rest()
    for dialog in person.window.findChildren(OutcomesDialog):
        assert dialog.summary.text() == f"{len(wanted)} documents imported."
        dialog.close()
    person.look()
    found = documents.listed(person.project)
    assert sorted(info.name for info in found) == sorted(path.stem for path in wanted)
    assert f"{len(wanted)} documents imported" in person.heard
    french = {path.stem for path in job.sources[0].iterdir()}
    job.interviews = [info.key for info in found if info.name in french]
    job.uncoded = job.interviews[-1]


def read_it(person: Person, job: Job) -> None:
    page = person.code
    person.go(1)
    page.reading.pane.setFocus()
    keys = page.sources.keys()
    page.open_document(keys[0])
    for key in keys:
        info, passages = documents.get(person.project, key), documents.passages(person.project, key)
        assert page.shown.document is not None
        assert page.shown.document.key == key
        assert page.reading.name.text() == info.name
        assert "".join(c for c in page.reading.facts.text() if c.isdigit()).endswith(str(info.words))
        assert page.shown.text == documents.text(person.project, key)
        assert passages
        assert page.reading.pane.spot(passages[0].start) is not None
        page.reading.pane.scroll_to(passages[-1].start)
        assert page.reading.pane.spot(passages[-1].start) is not None
        person.press(Key.Key_PageDown, CTRL)
    tree, info = page.sources.tree, documents.get(person.project, job.interviews[0])
    assert len(info.speakers) >= 2
    [row] = tree.findItems(info.name, Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly)
    tree.scrollToItem(row)
    rect = tree.visualItemRect(row)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert page.shown.document is not None
    assert page.shown.document.key == job.interviews[0]
    assert page.reading.pane.hasFocus()
    page.inspector.setCurrentWidget(page.inspector.document)
    shown = [page.inspector.document.table.item(n, 0) for n in range(page.inspector.document.table.rowCount())]
    assert [item.text() for item in shown if item] == list(info.speakers)


# 3. Code while reading


def code_while_reading(person: Person, job: Job) -> None:
    page, pane = person.code, person.code.reading.pane
    one, two, three = _sentences(person, job.interviews[0], 3)

    person.select(*one)
    person.press(Key.Key_T)
    assert page.picker.isVisible()
    person.write("ransmettre")
    person.press(Key.Key_Return)
    assert page.picker.isVisible(), "Enter must not create a code"
    person.press(Key.Key_Return, CTRL)
    assert person.stored() == person.drawn() == [(page.shown.text[slice(*one)], "transmettre")]

    person.select(*two)
    person.press(Key.Key_I, CTRL)
    words = page.shown.text[slice(*two)]
    assert (words, words) in person.stored()

    person.select(*three)
    person.press(Key.Key_K, CTRL)
    person.write("apprendre/gestes")
    person.press(Key.Key_Return, CTRL)
    person.press(Key.Key_2)
    assert len(person.stored()) == 4
    assert (page.shown.text[slice(*three)], "gestes") in person.stored()

    longer = page.shown.text.index(" ", one[1] + 1)
    _resize(person, one, longer)
    assert (page.shown.text[one[0] : longer].rstrip(",.;:?!… "), "transmettre") in person.stored()
    assert person.stored() == person.drawn()

    page.inspector.setCurrentWidget(page.inspector.coding)
    person.press(Key.Key_Home, CTRL)
    person.press(Key.Key_J)
    assert "transmettre" in page.inspector.coding.code.text()
    last = None
    while last != pane.selected_coding():
        last = pane.selected_coding()
        person.press(Key.Key_J)
    person.press(Key.Key_Delete)
    assert len(person.stored()) == 3
    assert person.stored() == person.drawn()


def _sentences(person: Person, document: int, count: int) -> list[tuple[int, int]]:
    """Give the first words of sentences of the first long turns, each on one line of the reader."""
    text, found = documents.text(person.project, document), []
    for passage in documents.passages(person.project, document):
        words = _few_words(text, passage)
        if words is not None:
            found.append(words)
    return found[:count]


def _few_words(text: str, passage: PassageInfo) -> tuple[int, int] | None:
    said = text[passage.start : passage.end]
    if passage.role == "interviewer" or len(said.split()) < 12 or "\n" in said[:60]:
        return None
    start = passage.start + (len(said) - len(said.lstrip()))
    return start, start + len(" ".join(said.split(" ")[:4]).rstrip(" ,.;:?!…"))


def _resize(person: Person, one: tuple[int, int], to: int) -> None:
    """Drag the end of the coding on these words to another place."""
    pane = person.code.reading.pane
    key = next(c.key for c in person.code.shown.codings.values() if (c.start, c.end) == one)
    pane.select_coding(key)
    pane.scroll_to(one[0], "center")
    QApplication.processEvents()
    end, there = pane.spot(one[1], before=True), pane.spot(to, before=True)
    assert end is not None
    assert there is not None
    person.drag(end.center().toPoint(), QPoint(round(there.right()), round(there.center().y())))


def undo_and_redo_across_sittings(person: Person, job: Job) -> None:
    before, steps = person.stored(), 0
    while person.stored():
        person.press(Key.Key_Z, CTRL)
        steps += 1
        assert person.stored() == person.drawn()
    assert steps == 6
    for _ in range(steps):
        person.press(Key.Key_Z, CTRL | SHIFT)
    assert person.stored() == person.drawn() == before

    person.press(Key.Key_W, CTRL)
    assert person.window.windowTitle() == ""
    [recent] = [row for row in person.window.findChildren(RecentProject) if row.path == job.path.resolve()]
    QTest.mouseClick(recent, Qt.MouseButton.LeftButton)
    person.until(lambda: person.hub.project_or_none is not None)
    person.rest()
    assert person.code.shown.document is not None
    assert person.code.shown.document.key == job.interviews[0], "the person is where they were"
    assert person.stored() == person.drawn() == before
    person.press(Key.Key_Z, CTRL)
    box = person.dialog(QMessageBox)
    assert "anna made this change" in box.informativeText()
    person.answer(box, "Undo")
    person.press(Key.Key_Z, CTRL)
    assert len(person.stored()) == 4
    person.press(Key.Key_Y, CTRL)
    person.press(Key.Key_Y, CTRL)
    assert person.stored() == person.drawn() == before


# 4. Set it against a theory

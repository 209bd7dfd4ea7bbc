"""The main job in the window, from a new project to the matrix in a CSV file, as a new user does it.

On the real interviews where they lie beside the checkout, else on those of the sample study as files.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.settings import Settings
from app.theory.dialogs import AddFramework
from app.theory.page import EVIDENCE
from app.theory.support import DIRECT, LINKED, WAITING
from app.verbatims.thinning import ThinningDialog
from coding import codings, excerpts, links
from coding.codebook import frameworks
from coding.suggest import queue
from corpus import documents
from tests.app.first_cycle import (
    Job,
    _sentences,
    begin_a_project,
    code_while_reading,
    import_what_there_is,
    read_it,
    undo_and_redo_across_sittings,
)
from tests.app.person import CTRL, NO, SHIFT, Person, seated
from tests.app.sample_pages import choose_part

Key = Qt.Key
REAL_CODES = {"travail": "parler du travail", "matériau": "sentir le matériau"}
SAMPLE_CODES = {"client": "parler des clients", "magasin": "tenir le magasin"}
"""Words to search for, and the codes that their verbatims are given."""


def _sources(room: ExitStack) -> tuple[list[Path], dict[str, str]]:
    """Give the real interviews, of four formats, else those that ship; French ones first."""
    shared = Path(__file__).resolve().parents[3] / "shared"
    if (shared / "data").is_dir():
        data = shared / "data" / "transcripts"
        real = [data / "fr" / "artisans_docx", data / "en" / "pdpilot_pdf", data / "en" / "podcast_md"]
        return [*real, *sorted((shared / "seeds").glob("*.txt"))], REAL_CODES
    return [room.enter_context(as_file(files("resources") / "sample" / "interviews"))], SAMPLE_CODES


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Job]:
    with ExitStack() as room:
        yield Job(tmp_path / "Étude.verbatim", *_sources(room))


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub) -> Iterator[Person]:
    settings.set("coder", "anna")
    with seated(qtbot, hub) as at_the_window:
        yield at_the_window


def test_the_main_job(person: Person, job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin_a_project(person, job)
    import_what_there_is(person, job)
    read_it(person, job)
    code_while_reading(person, job)
    undo_and_redo_across_sittings(person, job)
    set_it_against_theory(person, job)
    see_the_evidence(person)
    code_many_at_once(person, job)
    weigh_suggestions(person, job)
    search_by_capability(person, job)
    export_tables(person, tmp_path, monkeypatch)
    assert person.refused == []


# 1. A project, with nothing in it yet


def set_it_against_theory(person: Person, job: Job) -> None:
    person.go(2)
    page = person.theory
    assert page.no_framework.isVisible()
    QTest.mouseClick(page.no_framework.button, Qt.MouseButton.LeftButton)
    dialog = person.dialog(AddFramework)
    keys = [dialog.shipped.item(n).data(Qt.ItemDataRole.UserRole) for n in range(dialog.shipped.count())]
    dialog.shipped.setCurrentRow(keys.index("meco-2019"))
    person.answer(dialog, "Add")
    assert [one.framework for one in frameworks.listed(person.project)] == ["meco-2019"]

    names = page.triage.capabilities.rows
    shown = [str(names.index(row, 0).data()) for row in range(names.rowCount())]
    assert [name.split()[0] for name in shown] == ["C1", "C2", "C3", "C4", "C5", "C6", "C7"]
    page.triage.codes.setFocus()
    in_vivo = next(name for words, name in person.stored() if words == name)
    for code, key, held in (
        ("transmettre", Key.Key_1, NO),
        ("apprendre/gestes", Key.Key_1, NO),
        (in_vivo, Key.Key_5, SHIFT),
    ):
        page.triage.codes.choose(person.find(code))
        QApplication.processEvents()
        page.triage.codes.setFocus()
        person.press(key, held)
    made = {
        (person.names()[one.source], person.names()[one.target][:2], one.mode) for one in links.listed(person.project)
    }
    assert made == {("transmettre", "C1", "all"), ("gestes", "C1", "all"), (in_vivo, "C5", "one_by_one")}
    assert page.triage.words.rows.rowCount() == 1

    person.go(1)
    person.select(*_sentences(person, job.interviews[0], 4)[3])
    person.press(Key.Key_K, CTRL)
    person.write("C1")
    person.press(Key.Key_Return)
    assert any(name.startswith("C1 ") for _, name in person.stored())
    assert person.stored() == person.drawn()

    person.go(2)
    page.triage.go_to(person.find("transmettre"), person.find("C1"))
    QApplication.processEvents()
    page.triage.words.setFocus()
    person.press(Key.Key_X)
    [judged] = links.judgements(person.project)
    assert (person.names()[judged.code][:2], judged.verdict) == ("C1", "out")


def see_the_evidence(person: Person) -> None:
    page = person.theory
    QTest.mouseClick(page.buttons.button(EVIDENCE), Qt.MouseButton.LeftButton)
    table = page.support
    first, fifth = table.rows.rows[0], table.rows.rows[4]
    assert first.numbers[:3] == (1, 1, 2), "one direct; of two linked one was judged out"
    assert fifth.numbers[:3] == (0, 0, 0), "one by one, nothing is judged in"
    assert fifth.numbers[WAITING - 1] == 1
    for column, said in ((DIRECT, "direct"), (LINKED, "linked")):
        person.go(2)
        cell = table.visualRect(table.rows.index(0, column))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
        _listed(person)
        [row] = [person.verbatims.list.rows.row(n) for n in range(person.verbatims.list.rows.rowCount())]
        assert (row.verbatim.direct, row.verbatim.linked) == (said == "direct", said == "linked")


def _listed(person: Person) -> None:
    """Wait until the list of verbatims shows what was asked for."""
    page = person.verbatims
    person.until(lambda: page.isVisible() and not page.seeking.waiting and not page.acts.locked)
    person.rest()


# 5. Suggestions


def code_many_at_once(person: Person, job: Job) -> None:
    """Give words that are searched for a code wherever they are said, save in one interview."""
    said = {key: documents.text(person.project, key).casefold() for key in job.interviews}
    job.uncoded = max(job.interviews[1:], key=lambda key: min(said[key].count(word) for word in job.codes))
    page = person.verbatims
    for word, code in job.codes.items():
        person.press(Key.Key_F, CTRL | SHIFT)
        page.clear()
        _listed(person)
        page.bar.line.setFocus()
        page.bar.line.selectAll()
        person.write(word)
        person.press(Key.Key_Return)
        _listed(person)
        rows, chosen = page.list.rows, QItemSelection()
        wanted = [n for n in range(rows.rowCount()) if rows.place(n)[0] in set(job.interviews) - {job.uncoded}]
        for number in wanted:
            chosen.select(rows.index(number), rows.index(number))
        assert len(wanted) >= 12
        page.list.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        page.list.setFocus()
        person.press(Key.Key_K, CTRL)
        person.write(code)
        person.press(Key.Key_Return, CTRL)
        _confirm(person)
        _listed(person)
        assert len(codings.listed(person.project, codes=[person.find(code)])) == len(wanted)
    assert codings.of_document(person.project, job.uncoded) == []


def _confirm(person: Person) -> None:
    """Let all that the preview shows be written."""
    [preview] = [one for one in person.verbatims.findChildren(ThinningDialog) if one.isVisible()]
    QTest.keyClick(preview, Key.Key_Return)
    person.window.activateWindow()  # as a desktop does when a dialog goes
    person.until(lambda: QApplication.focusWidget() is not None)


def weigh_suggestions(person: Person, job: Job) -> None:
    person.go(3)
    page, controls = person.review, person.review.controls
    person.until(lambda: page.known is not None)
    person.rest()
    controls.only.setCurrentIndex(controls.only.findData(job.uncoded))
    assert codings.of_document(person.project, job.uncoded) == [], "nothing is applied without a decision"
    assert page.queue.entries == [], "suggestions wait for the first pass"
    page.empty.button.click()
    person.rest()
    left = len(page.queue.entries)
    assert left >= 2
    assert {entry.passage.document for entry in page.queue.entries} == {job.uncoded}
    one = page.queue.suggestion
    assert one is not None
    assert one.code in {person.find(code) for code in job.codes.values()}
    assert page.panel.heading.text() == "Learned from your codings"
    why = page.panel.about.toPlainText()
    assert "Because of these words" in why
    assert "Coded so by people" in why
    for reason in one.evidence:
        inside = one.turn[0] <= reason.start < reason.end <= one.turn[1]
        assert inside or reason.end <= one.turn[0], "a reason stands in the turn or in what was said before it"
        assert reason.word.casefold() in why.casefold()
    assert any(reason.weight > 0 for reason in one.evidence)

    page.reading.pane.setFocus()
    person.press(Key.Key_A)
    [coding] = codings.of_document(person.project, job.uncoded)
    assert (coding.code, coding.start, coding.end, coding.origin) == (one.code, one.start, one.end, "suggestion")
    person.rest()
    other = page.queue.suggestion
    assert other is not None
    assert page.reading.pane.hasFocus(), "the keys go on deciding"
    assert queue.key_of(other) != queue.key_of(one)
    person.press(Key.Key_R)
    person.rest()
    assert len(codings.of_document(person.project, job.uncoded)) == 1
    person.until(lambda: queue.key_of(other) not in {queue.key_of(s) for e in page.queue.entries for s in e.offered})

    controls.scope.setCurrentIndex(controls.scope.findData("meco-2019"))
    person.until(lambda: page.known is not None and page.known.framework == "meco-2019")
    person.rest()
    controls.basis.setCurrentIndex(controls.basis.findData(queue.DEFINITION))
    controls.only.setCurrentIndex(0)
    assert page.queue.entries == [], "who speaks of a craft says nothing of these capabilities"
    assert page.views.currentWidget() is page.empty
    assert page.empty.isVisible()


# 6. Search by capability


def search_by_capability(person: Person, job: Job) -> None:
    person.press(Key.Key_F, CTRL | SHIFT)
    page, words = person.verbatims, "parcours client"
    page.clear()
    _listed(person)
    page.bar.line.setFocus()
    person.write(words)
    person.press(Key.Key_Return)
    _listed(person)
    everywhere = page.list.rows.rowCount()
    assert everywhere > 2
    page.list.setFocus()
    person.press(Key.Key_Down, SHIFT)
    assert len(page.list.chosen()) == 2
    person.press(Key.Key_K, CTRL)
    person.write("C1")
    person.press(Key.Key_Return)
    _confirm(person)
    _listed(person)
    page.facets.check("framework:meco-2019", person.find("C1"))
    _listed(person)
    rows = page.list.rows
    assert rows.rowCount() == 2
    assert page.status.count.text().startswith("2 turns in ")
    assert "C1" in page.status.about.text()
    for number in range(2):
        said = rows.row(number).verbatim
        text = documents.text(person.project, said.document)
        assert said.matches
        assert {text[start:end].casefold() for start, end in said.matches} <= {"parcours", "client", "clients", words}
        assert said.direct

    page.list.setFocus()
    person.press(Key.Key_J)
    at, place = page.list.at, rows.place(1)
    assert at == 1
    person.press(Key.Key_Right)
    assert person.window.current_page is person.code
    assert person.code.shown.document is not None
    assert person.code.shown.document.key == place[0]
    start, end = person.code.reading.pane.selection()
    assert (start, end) in rows.row(1).verbatim.matches
    assert person.code.reading.pane.spot(start) is not None, "the place is in sight"
    person.press(Key.Key_Backspace)
    assert person.window.current_page is page
    _listed(person)
    assert page.list.at is not None
    assert rows.place(page.list.at) == place
    person.press(Key.Key_Asterisk)
    [chosen] = excerpts.listed(person.project)
    assert (chosen.document, chosen.start, chosen.end) == place


# 7. Export


def export_tables(person: Person, room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = person.project
    names = [info.name for info in documents.listed(project) if info.speakers][:2]
    table = room / "participants.csv"
    table.write_text(
        "document,name,function\n" + "".join(f'"{n}",P{i},artisan\n' for i, n in enumerate(names)), "utf-8"
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(table), ""))
    person.go(6)
    person.press(Key.Key_T, CTRL)
    person.rest()
    assert person.participants.people.table.model().rowCount() == 2

    person.go(5)
    for rows, columns in (("participants", "framework:meco-2019"), ("documents", "codes")):
        _export_matrix(person, rows, columns, room / f"{rows}.csv", monkeypatch)

    person.go(7)
    path = room / "verbatims.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    choose_part(person.report, "verbatims")
    person.rest()
    assert "C1" in person.report.preview.toPlainText()
    person.press(Key.Key_E, CTRL)
    person.until(path.is_file)
    person.rest()
    with path.open(encoding="utf-8", newline="") as file:
        rows_read = list(csv.DictReader(file))
    [chosen] = excerpts.listed(project)
    assert [row["capability"] for row in rows_read] == ["C1"]
    assert rows_read[0]["verbatim"] == excerpts.printed(project, chosen)


def _export_matrix(person: Person, rows: str, columns: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = person.matrix
    person.rest()
    for box, wanted in ((page.controls.rows, rows), (page.controls.columns, columns)):
        box.setCurrentIndex(box.findData(wanted))
        box.activated.emit(box.currentIndex())
        person.until(lambda: page.grid is not None)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    page.table.setFocus()
    person.press(Key.Key_E, CTRL)
    person.until(path.is_file)
    person.rest()
    grid = page.grid
    assert grid is not None
    with path.open(encoding="utf-8", newline="") as file:
        head, *lines = list(csv.reader(file))
    height, width = grid.matrix.values.shape
    assert (len(lines), len(head)) == (height, width + 1)
    if columns.startswith("framework:"):
        assert [name.split()[0] for name in head[1:]] == ["C1", "C2", "C3", "C4", "C5", "C6", "C7"]
    shown = [[page.table.model().index(r, c).data() for c in range(width)] for r in range(height)]
    assert [[number if number != "0" else "·" for number in line[1:]] for line in lines] == shown
    assert any(number not in ("0", "") for line in lines for number in line[1:])

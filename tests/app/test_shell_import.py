"""Files dropped on the window: one job with progress and cancel, and a list only where something is to be said."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.shell.main_window import Window
from app.shell.new_project import NewProjectDialog
from app.shell.outcomes import OutcomesDialog
from corpus import documents
from corpus.people import participants
from corpus.progress import Progress

INTERVIEW = """INT: How do you see the customer's journey?

EMILIE: We walked it ourselves, from the shop to the web site and back.

INT: Who was there?

EMILIE: Everybody around one table, for two days.

EMILE: And then we drew what we had seen.

EMILIE: On paper first. Prototypes came later.
"""


def drop(window: Window, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    window.dragEnterEvent(entered)
    assert entered.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))


def written(folder: Path, number: int = 1, text: str = INTERVIEW) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"interview {n}.txt" for n in range(1, number + 1)]
    for n, path in enumerate(paths):
        path.write_text(text.replace("two days", f"{n + 2} days"), "utf-8")
    return paths


def names(hub: Hub) -> list[str]:
    return [document.name for document in documents.listed(hub.project)]


def lists(window: Window) -> list[OutcomesDialog]:
    return [dialog for dialog in window.findChildren(OutcomesDialog) if dialog.isVisible()]


def test_dropped_files_come_in_without_a_word(
    window: Window, hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    files = written(tmp_path / "files", 3, INTERVIEW.replace("EMILE", "EMILIE"))
    drop(window, *files)
    qtbot.waitUntil(lambda: len(names(hub)) == 3)
    qtbot.waitUntil(lambda: window.status.currentMessage() == "3 documents imported")
    assert lists(window) == []
    assert window.settings.get("page") == "code"
    window.menus.undo.trigger()
    assert names(hub) == []


def test_what_is_refused_doubled_or_passed_over_is_listed(
    window: Window, hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    [good] = written(tmp_path / "files", 1, INTERVIEW.replace("EMILE", "EMILIE"))
    twin = good.with_name("twin.txt")
    twin.write_bytes(good.read_bytes())
    empty = good.with_name("empty.docx")
    empty.write_bytes(b"")
    (tmp_path / "files" / "song.mp3").write_bytes(b"x")
    (tmp_path / "files" / ".DS_Store").write_bytes(b"x")
    (tmp_path / "files" / "linked").symlink_to(tmp_path)
    drop(window, tmp_path / "files")
    qtbot.waitUntil(lambda: bool(lists(window)))
    [dialog] = lists(window)
    shown = [label.text() for label in dialog.findChildren(type(dialog.summary))]
    assert dialog.summary.text() == "1 document imported."
    assert "empty.docx is empty." in shown
    assert "Already in the project, as interview 1." in shown
    assert "song.mp3: files of type .mp3 can't be read: save it as .docx, .pdf or .txt." in shown
    assert "1 hidden file left out." in shown
    assert "A link to a folder; import that folder by itself." in shown


def test_speakers_of_a_participants_name_are_tied_and_said(
    window: Window, hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    participants.add(hub.project, "Émilie")
    drop(window, *written(tmp_path / "files", 1, INTERVIEW.replace("EMILE:", "EMILIE:")))
    qtbot.waitUntil(lambda: bool(lists(window)))
    shown = [label.text() for label in lists(window)[0].findChildren(QLabel)]
    assert "EMILIE has the name of the participant Émilie, and is tied to them." in shown
    said = "1 document imported, 1 speaker tied to the participant of the same name"
    qtbot.waitUntil(lambda: window.status.currentMessage() == said)
    assert documents.listed(hub.project)[0].participants == ("Émilie",)
    window.menus.undo.trigger()
    assert participants.listed(hub.project)[0].documents == ()


def test_an_import_shows_how_far_it_is_and_can_be_stopped(
    window: Window, hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    turns = "\n\n".join(f"{who}: and then, say {n}, we went on." for n in range(400) for who in ("INT", "EMILIE"))
    files = written(tmp_path / "many", 300, INTERVIEW.replace("EMILE", "EMILIE") + turns)
    drop(window, *files)
    qtbot.waitUntil(window.status.cancel.isVisible)
    assert window.status.job.text() == "Importing"
    qtbot.waitUntil(lambda: window.status.bar.value() > 0)
    window.status.cancel.click()
    qtbot.waitUntil(lambda: not hub.jobs.label)
    qtbot.waitUntil(lambda: not window.status.cancel.isVisible())
    assert names(hub) == []
    assert window.status.currentMessage() == "Import stopped; nothing was added"
    assert hub.undoable() is None


def test_closing_while_a_job_runs_asks_first(window: Window, hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)

    def endless(progress: Progress) -> None:
        while not threading.Event().wait(0.01):
            progress(1, 2)

    hub.jobs.run("Counting", endless)
    qtbot.waitUntil(lambda: hub.jobs.label == "Counting")
    window.close()
    assert window.isVisible()
    [box] = [box for box in window.children() if hasattr(box, "informativeText")]
    assert "Counting" in box.text()
    [stop] = [button for button in box.buttons() if button.text().replace("&", "") == "Stop and quit"]
    stop.click()
    assert not window.isVisible()
    assert hub.project_or_none is None


def test_files_dropped_on_the_welcome_page_ask_for_a_project(
    window: Window, hub: Hub, tmp_path: Path, qtbot: QtBot
) -> None:
    files = written(tmp_path / "files", 1, INTERVIEW.replace("EMILE", "EMILIE"))
    drop(window, *files)
    qtbot.waitUntil(lambda: window.findChild(NewProjectDialog) is not None)
    dialog = window.findChild(NewProjectDialog)
    window.settings.set("project_folder", str(tmp_path))
    dialog.name.setText("Shops: a study?")
    assert dialog.chosen().path == tmp_path / "Shops a study.verbatim"
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    dialog.make.click()
    qtbot.waitUntil(lambda: hub.project_or_none is not None and len(names(hub)) == 1)
    assert hub.project.info().name == "Shops: a study?"
    assert hub.project.info().language == "en"
    from coding.codebook import frameworks

    assert [framework.framework for framework in frameworks.listed(hub.project)] == ["meco-2019"]


def test_a_new_project_takes_no_others_file(window: Window, study: Path) -> None:
    window.settings.set("project_folder", str(study.parent))
    window.projects.new()
    dialog = window.findChild(NewProjectDialog)
    dialog.name.setText(study.stem)
    assert dialog.chosen().path == study.with_name(f"{study.stem} (2).verbatim")
    dialog.file.selectAll()
    dialog.file.setText(str(study))
    dialog._file_edited()
    assert not dialog.make.isEnabled()
    assert "already" in dialog.note.text()
    dialog.file.setText(str(study.parent / "no" / "such" / "x.verbatim"))
    dialog._file_edited()
    assert not dialog.make.isEnabled()


def test_a_dropped_project_is_opened_and_a_framework_added(
    window: Window, hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(window, study)
    qtbot.waitUntil(lambda: hub.project_or_none is not None)
    theory = tmp_path / "theory.toml"
    theory.write_text(
        'key = "mine"\nversion = "1"\ncitation = "Us (2026)"\n[title]\nen = "Mine"\n'
        '[[codes]]\nkey = "M1"\n[codes.en]\nname = "Looking"\ndefinition = "To look."\n',
        "utf-8",
    )
    drop(window, theory)
    qtbot.waitUntil(lambda: window.menus.undo.text() == "Undo “Add framework”" or window.toast.isVisible())
    assert not window.toast.isVisible(), window.toast.label.text()


def test_files_are_chosen_by_menu(
    window: Window, hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.open(study)
    files = written(tmp_path / "files", 2, INTERVIEW.replace("EMILE", "EMILIE"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(files[0])], ""))
    window.importing.choose_files()
    qtbot.waitUntil(lambda: names(hub) == ["interview 1"])
    assert window.settings.get("import_folder") == str(tmp_path / "files")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "files"))
    window.importing.choose_folder()
    qtbot.waitUntil(lambda: len(names(hub)) == 2)
    qtbot.waitUntil(lambda: bool(lists(window)))


def test_the_sample_study_is_made_once(window: Window, hub: Hub, qtbot: QtBot) -> None:
    from app.settings import folder

    window.projects.open_sample()
    qtbot.waitUntil(lambda: hub.project_or_none is not None)
    assert hub.project.path.parent == folder("data")
    first = hub.project.key
    assert len(names(hub)) == 12
    window.projects.close()
    assert [path.name for path in folder("data").iterdir() if "unfinished" in path.name] == []
    window.projects.open_sample()
    assert hub.project.key == first

"""A participant is erased from the window, and a copy is given away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from app.accounts import AccountDialog
from app.hub import Hub
from app.participants.erasing import ErasedDialog, EraseDialog
from app.participants.page import ParticipantsPage
from app.participants.table import NAME
from app.shell.giving import GiveAway
from corpus.erasing import scanning
from corpus.errors import ErasureUnfinished
from corpus.people import participants
from tests.app.sample_pages import settle, shown
from tests.coding.erasing_study import LUC, planted


@pytest.fixture
def study(hub: Hub, tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "away").mkdir()
    with planted(tmp_path) as made:
        path = made.project.path
    assert hub.open(path)
    yield path
    hub.close()


def test_a_participant_is_erased_once_the_name_is_typed(hub: Hub, qtbot: QtBot, study: Path) -> None:
    page = shown(ParticipantsPage, hub, qtbot)
    settle(hub, qtbot)
    people = page.people
    people.choose(next(one.key for one in participants.listed(hub.project) if one.name == LUC))
    assert [one.text() for one in people.person_menu().actions()][-3:] == [
        "Leave out of analysis, or count again",
        "Erase for good…",
        "Erase the words, keep codings…",
    ]
    people.leave_out()
    settle(hub, qtbot)
    assert LUC not in [one.name for one in hub.moment().people.values()]
    assert people.table.currentIndex().siblingAtColumn(NAME).data() == f"{LUC} (left out)"
    people.leave_out()
    settle(hub, qtbot)
    assert LUC in [one.name for one in hub.moment().people.values()]
    people.erase()
    settle(hub, qtbot)
    (dialog,) = page.findChildren(EraseDialog)
    said = dialog.said.toPlainText()
    assert "– Documents in which they speak alone: 1\n– Turns in texts of several: 2\n– Codings: 2" in said
    assert "Nothing brings it back" in said
    assert dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel).isDefault()
    dialog.name.setText("Luc")
    assert not dialog.erase.isEnabled()
    dialog.name.setText(LUC)
    qtbot.mouseClick(dialog.erase, Qt.MouseButton.LeftButton)
    settle(hub, qtbot)
    qtbot.waitUntil(lambda: len(people.model.people) == 2)
    assert hub.project.undoable() is None
    assert scanning.scan(study, ["quaxotext", LUC], key=hub.project.key) == []


def _erased(hub: Hub, qtbot: QtBot, *, keep_codings: bool = False) -> tuple[ErasedDialog, str]:
    """Erase Luc from the window; give what is told then, and what was told before."""
    page = shown(ParticipantsPage, hub, qtbot)
    settle(hub, qtbot)
    page.people.choose(next(one.key for one in participants.listed(hub.project) if one.name == LUC))
    (page.people.erase_words if keep_codings else page.people.erase)()
    settle(hub, qtbot)
    (asking,) = page.findChildren(EraseDialog)
    before = asking.said.toPlainText()
    asking.name.setText(LUC)
    qtbot.mouseClick(asking.erase, Qt.MouseButton.LeftButton)
    settle(hub, qtbot)
    (told,) = page.findChildren(ErasedDialog)
    return told, before


def test_what_went_is_told_afterwards_to_be_copied_or_saved(hub: Hub, qtbot: QtBot, study: Path) -> None:
    told, before = _erased(hub, qtbot)
    said = told.said.toPlainText()
    assert told.isVisible()
    assert said == before.replace("What would go", "What went"), "as it was foreseen, so it was done"
    assert "– Files that texts came from: 2" in said
    assert "Your own copies of the project, backups of this computer, and what was exported" in said
    assert "Ada let this out: text (×1)." in said
    assert LUC not in said
    qtbot.mouseClick(told.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("What was erased\n\nWhat went\n")
    assert copied.replace("\n\n", "\n") == f"What was erased\n{said}"
    path = study.parent / "away" / "account.md"
    with qtbot.waitSignal(hub.said) as heard:
        told.save_to(path)
    assert heard.args == [f"Written: {path}"]
    assert "| Codings | 2 |" in path.read_text("utf-8")
    with qtbot.waitSignal(hub.failed):
        told.save_to(study.parent / "nowhere" / "account.docx")
    assert told.isVisible(), "it can be saved elsewhere"


def test_in_french_what_went_is_told_in_french(hub: Hub, qtbot: QtBot, study: Path) -> None:
    hub.settings.set("language", "fr")
    told, _ = _erased(hub, qtbot, keep_codings=True)
    said = told.said.toPlainText().replace("\u00a0", " ")
    assert told.windowTitle() == "Ce qui a été effacé"
    assert "Ses paroles et son nom ; les codes et leurs places restent." in said
    assert "– Documents de cette personne, vidés de ses paroles : 1\n– Tours de parole" in said
    assert "– Codages" not in said
    assert "Vos propres copies du projet, les sauvegardes de cet ordinateur" in said


def test_an_erasing_that_is_cancelled_leaves_who_was_chosen_in_focus(hub: Hub, qtbot: QtBot, study: Path) -> None:
    page = shown(ParticipantsPage, hub, qtbot)
    settle(hub, qtbot)
    anne = next(one.key for one in participants.listed(hub.project) if one.name == "Anne")
    page.people.choose(anne)
    page.people.erase()
    settle(hub, qtbot)
    (asking,) = page.findChildren(EraseDialog)
    asking.name.setText("Anne")
    refused: list[Exception] = []
    hub.failed.connect(refused.append)
    hub.jobs.started.connect(lambda _label: hub.jobs.cancel(), Qt.ConnectionType.DirectConnection)  # on the worker
    with qtbot.waitSignal(hub.said) as heard:
        qtbot.mouseClick(asking.erase, Qt.MouseButton.LeftButton)
    settle(hub, qtbot)
    assert (heard.args, refused) == (["Cancelled; nobody is erased."], [])
    assert page.people.current is not None
    assert page.people.current.key == anne


def test_a_copy_that_can_not_be_removed_is_told_with_all_that_went(hub: Hub, qtbot: QtBot, study: Path) -> None:
    held, free = (study.with_name(f"study (format {n} backup).verbatim") for n in (7, 8))
    held.mkdir()  # what no program can unlink
    free.write_bytes(b"old")
    hub.settings.set("import_folder", f"/home/ada/{LUC}")
    refused: list[Exception] = []
    hub.failed.connect(refused.append)
    told, before = _erased(hub, qtbot)
    assert "Copies from before an upgrade: 2" in before
    said = told.said.toPlainText()
    assert "Copies from before an upgrade: 1" in said
    assert f"{held.name} is a copy from before, with all that was erased, and can't be removed: " in said
    assert [type(one) for one in refused] == [ErasureUnfinished]
    assert (held.exists(), free.exists()) == (True, False)
    assert hub.settings.get("import_folder") is None
    assert scanning.scan(study, ["quaxotext"], key=hub.project.key) == []


def test_a_copy_is_given_away_with_its_key_apart(hub: Hub, qtbot: QtBot, study: Path) -> None:
    window, dialog = _giving(hub, qtbot)
    dialog.out.setText(str(study.parent / "away" / "copy"))
    dialog.key.setText(str(study.parent / "key.csv"))
    with qtbot.waitSignal(hub.said) as heard:
        qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    assert heard.args == ["The copy is written; keep the key apart from it."]
    assert (study.parent / "away" / "copy.verbatim").is_file()
    assert LUC in (study.parent / "key.csv").read_text("utf-8")
    assert scanning.scan(study.parent / "away" / "copy.verbatim", [LUC]) == []
    (told,) = window.findChildren(AccountDialog)
    said = told.said.toPlainText()
    assert f"{study.parent / 'away' / 'copy.verbatim'}\n{study.parent / 'away' / 'copy - statement.md'}\n" in said
    assert f"Keep apart from it: {study.parent / 'key.csv'}\n" in said
    assert "Copie pseudonymisée, et non anonyme" in said
    assert "n’ont été ni remplacés ni écartés" in said
    assert LUC not in said


def _giving(hub: Hub, qtbot: QtBot) -> tuple[QWidget, GiveAway]:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = GiveAway(hub, window)
    dialog.open()
    return window, dialog


def test_where_a_copy_can_not_be_written_the_dialog_says_why_and_stays(hub: Hub, qtbot: QtBot, study: Path) -> None:
    away = study.parent / "away"
    (away / "Anne.txt").write_text("mine")
    _, dialog = _giving(hub, qtbot)

    def refused(kind: str, out: str, key: str) -> str:
        dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
        dialog.out.setText(out)
        dialog.key.setText(key)
        qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
        assert dialog.isVisible()
        assert not hub.jobs.busy
        assert dialog.wrong.isVisible()
        assert dialog.key.height() >= dialog.key.sizeHint().height(), "nothing is squeezed"
        return dialog.wrong.text()

    new, key = str(study.parent / "new"), str(study.parent / "key.csv")
    assert refused("project", "", key) == "Say where the copy is written, and where its key."
    assert refused("project", str(study), key) == "study.verbatim exists already; choose another name."
    assert refused("project", new, str(study)) == "study.verbatim exists already; choose another name."
    apart = "The key would go with what is given away; choose another place for it."
    assert refused("txt", new, f"{new}/key.csv") == apart
    assert refused("project", new, f"{new}.verbatim") == apart
    assert refused("txt", str(away), key) == "The folder away is not empty; choose a new one."
    nowhere = study.parent / "nowhere"
    assert refused("project", new, str(nowhere / "key.csv")) == f"{nowhere} is no folder that can be written in."
    assert refused("project", str(nowhere / "new"), key) == f"{nowhere} is no folder that can be written in."
    assert sorted(path.name for path in study.parent.iterdir() if path.suffix in (".csv", ".verbatim")) == [study.name]
    assert (away / "Anne.txt").read_text() == "mine"
    dialog.kind.setCurrentIndex(dialog.kind.findData("txt"))
    dialog.out.setText(new)
    dialog.key.setText(key)
    qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    settle(hub, qtbot)
    assert (study.parent / "new" / "Anne.txt").is_file()

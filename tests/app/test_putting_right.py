"""Who speaks, and the texts of the past, put right on the Code page; and corrected files in the place of the first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot

from app.code import corrected
from app.code.corrected import CorrectedDialog
from app.code.naming import SpeakerDialog
from app.code.page import CodePage
from app.code.revisions import RevisionsDialog
from app.hub import Hub
from app.settings import Settings
from coding import codebook, codings
from corpus import documents
from corpus.correcting import corrections, revisions
from tests.coding.support import Study, make_study

TEXTS = {
    "Achats": "ANNE : On a suivi le parcours client trois semaines.\n\nPAUL : Et alors ?\n\nANNE : Ça coince en rayon.",
    "Bureau": "ANNE : Le tableau de bord 📈 tombe chaque lundi.\n\nLUC : Personne ne le lit, hélas.",
}


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = make_study(tmp_path, texts=TEXTS)
    codebook.add(made.project, "client")
    return made


@pytest.fixture
def page(study: Study, qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[CodePage]:
    hub = Hub(Settings(tmp_path / "settings.json"))
    hub.take(study.project)
    made = CodePage(hub)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.project_opened()
    made.show()
    qtbot.waitExposed(made)
    made.open_document(study.documents["Achats"])
    yield made
    hub.close()


def choose(page: CodePage, *titles: str) -> None:
    """Choose in the reader's menu, through the menus within."""
    menu = page.verbs.menu()
    for title in titles:
        action = next(one for one in menu.actions() if one.text().partition("\t")[0] == title)
        assert action.isEnabled(), title
        menu = action.menu() or menu  # type: ignore[assignment]  # Qt's stubs call it an object
    action.trigger()


def heard(page: CodePage, study: Study, document: str = "Achats") -> list[str]:
    return [one.speaker for one in documents.passages(study.project, study.documents[document])]


def put_caret(page: CodePage, study: Study, words: str) -> None:
    at = study.span("Achats", words)[0]
    page.reading.pane.select(at, at)


def test_turns_are_given_to_others_by_the_menu(page: CodePage, study: Study) -> None:
    page.reading.pane.select(study.span("Achats", "parcours")[0], study.span("Achats", "alors")[1])
    choose(page, "Who speaks", "PAUL")
    assert heard(page, study) == ["PAUL", "PAUL", "ANNE"]
    assert [one.speaker for one in page.reading.pane._document.passages] == ["PAUL", "PAUL", "ANNE"]
    put_caret(page, study, "coince")
    choose(page, "Who speaks", "Nobody")
    assert heard(page, study) == ["PAUL", "PAUL", ""]
    study.project.undo()
    choose(page, "Who speaks", "Somebody else…")
    dialog = page.findChild(SpeakerDialog)
    assert dialog is not None
    assert not dialog.everywhere.isVisible()
    dialog.line.setCurrentText("Zoé")
    dialog.accept()
    assert heard(page, study) == ["PAUL", "PAUL", "Zoé"]


def test_a_turn_is_parted_and_joined_by_the_menu(page: CodePage, study: Study) -> None:
    put_caret(page, study, "trois semaines")
    choose(page, "Split the turn here")
    assert heard(page, study) == ["ANNE", "ANNE", "PAUL", "ANNE"]
    assert "client\ntrois semaines" in page.shown.text
    put_caret(page, study, "trois semaines")
    choose(page, "Join with the turn before")
    assert heard(page, study) == ["ANNE", "PAUL", "ANNE"]
    assert page.shown.text == TEXTS["Achats"]
    put_caret(page, study, "Et alors")
    choose(page, "Join with the turn after")
    assert heard(page, study) == ["ANNE", "PAUL"]
    assert "Et alors ? Ça coince" in page.shown.text


def test_joining_asks_where_the_mark_in_between_is_coded(page: CodePage, study: Study) -> None:
    codings.apply(study.project, codebook.find(study.project, "client").key, study.words("Achats", "PAUL"))
    put_caret(page, study, "parcours")
    choose(page, "Join with the turn after")
    box = page.findChild(QMessageBox)
    assert box is not None
    assert "1 coding" in box.informativeText()
    assert heard(page, study) == ["ANNE", "PAUL", "ANNE"]
    next(one for one in box.buttons() if box.buttonRole(one) == QMessageBox.ButtonRole.DestructiveRole).click()
    assert heard(page, study) == ["ANNE", "ANNE"]


def test_a_speaker_is_renamed_wherever_the_name_occurs_and_joined_with_who_has_it(page: CodePage, study: Study) -> None:
    put_caret(page, study, "coince")
    choose(page, "Who speaks", "Rename ANNE, or join with another…")
    dialog = page.findChild(SpeakerDialog)
    assert dialog is not None
    assert dialog.everywhere.isVisible()
    dialog.everywhere.setChecked(True)
    dialog.line.setCurrentText("R1")
    dialog.accept()
    assert (heard(page, study), heard(page, study, "Bureau")) == (["R1", "PAUL", "R1"], ["R1", "LUC"])
    study.project.undo()
    tab = page.inspector.document
    page.inspector.setCurrentWidget(tab)
    page.look()
    anne = next(one for one in tab._speakers if one.label == "ANNE")
    [action] = tab.menu_of(anne).actions()
    action.trigger()
    dialog = tab.findChild(SpeakerDialog)
    assert dialog is not None
    dialog.line.setCurrentText("PAUL")
    dialog.accept()
    assert heard(page, study) == ["PAUL", "PAUL", "PAUL"]


def test_revisions_are_read_compared_and_gone_back_to(page: CodePage, study: Study) -> None:
    project, key = study.project, study.documents["Achats"]
    page.sources.revisions(key)
    dialog = page.findChild(RevisionsDialog)
    assert dialog is not None
    assert dialog.none.isVisible()
    assert not dialog.back.isEnabled()
    corrections.edit(project, key, *study.span("Achats", "parcours"), "chemin", reason="mal entendu")
    corrections.edit(project, key, *study.span("Achats", "rayon"), "caisse")
    assert (dialog.list.count(), dialog.number()) == (2, 1)
    assert "mal entendu" in dialog.list.item(1).text()
    assert "parcourschemin" in dialog.text.toPlainText()
    assert "line-through" in dialog.text.toHtml()
    assert "caisse" not in dialog.text.toPlainText()
    dialog.since.setChecked(True)
    assert "rayoncaisse" in dialog.text.toPlainText()
    dialog.whole.setChecked(True)
    assert dialog.text.toPlainText() == TEXTS["Achats"]
    dialog.back.click()
    assert page.shown.text == TEXTS["Achats"]
    assert len(revisions.listed(project, key)) == 3


def test_going_back_asks_where_codings_would_go(page: CodePage, study: Study) -> None:
    project, key = study.project, study.documents["Achats"]
    corrections.edit(project, key, 0, 0, "Bonjour. ")
    codings.apply(project, codebook.find(project, "client").key, study.words("Achats", "Bonjour"))
    page.sources.revisions(key)
    dialog = page.findChild(RevisionsDialog)
    assert dialog is not None
    dialog.back.click()
    box = dialog.findChild(QMessageBox)
    assert box is not None
    assert "1 coding" in box.informativeText()
    assert page.shown.text.startswith("Bonjour. ")


def asked(page: CodePage, study: Study, path: Path, qtbot: QtBot) -> CorrectedDialog:
    corrected.compare(page.hub, study.documents["Achats"], path, page)
    qtbot.waitUntil(lambda: page.findChild(CorrectedDialog) is not None)
    dialog = page.findChild(CorrectedDialog)
    assert dialog is not None
    return dialog


def test_a_corrected_file_is_shown_before_it_takes_the_place(
    page: CodePage, study: Study, tmp_path: Path, qtbot: QtBot
) -> None:
    project, code = study.project, codebook.find(study.project, "client").key
    codings.apply(project, code, study.words("Achats", "parcours client"))
    codings.apply(project, code, study.words("Achats", "Et alors"))
    (tmp_path / "fixed.txt").write_text(TEXTS["Achats"].replace("client", "des clients").replace("Et alors", "Oui"))
    dialog = asked(page, study, tmp_path / "fixed.txt", qtbot)
    assert not dialog.warns.isVisible()
    assert dialog.table.rowCount() == 1
    assert dialog.table.item(0, 1).text() == "Et alors"
    assert page.shown.text == TEXTS["Achats"]
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert "parcours des clients" in page.shown.text
    assert heard(page, study) == ["ANNE", "PAUL", "ANNE"]
    [one] = [one for one in codings.of_document(project, study.documents["Achats"]) if one.start > 10][:1]
    assert page.shown.text[one.start : one.end] == "parcours des clients"


def test_another_interview_is_warned_of(page: CodePage, study: Study, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "other.txt").write_text("ZOÉ : Nous faisons des vis.\n\nMAX : Et des boulons aussi, je crois.")
    dialog = asked(page, study, tmp_path / "other.txt", qtbot)
    assert dialog.warns.isVisible()
    dialog.reject()
    assert page.shown.text == TEXTS["Achats"]

"""The words of a document put right in the reader: what is coded stays coded, and what goes is told."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.code.correcting import CorrectDialog
from app.code.page import CodePage
from app.hub import Hub
from app.settings import Settings
from coding import codebook, codings
from corpus import anchors, documents
from corpus.correcting import corrections, revisions
from tests.coding.support import Study, make_study
from tests.waiting import HANG_MS


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = make_study(tmp_path)
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
    made.entered()
    yield made
    hub.close()


def asked(page: CodePage, study: Study, words: str, qtbot: QtBot) -> CorrectDialog:
    """Select words, press the key, and give the dialog that opens."""
    page.reading.pane.select(*study.span("Achats", words))
    page.reading.pane.setFocus()
    QTest.keyClick(page.reading.pane, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.findChild(CorrectDialog) is not None, timeout=HANG_MS)
    found = page.findChild(CorrectDialog)
    assert found is not None
    return found


def test_a_word_is_put_right_and_the_coding_around_it_stays(page: CodePage, study: Study, qtbot: QtBot) -> None:
    project, document = study.project, study.documents["Achats"]
    codings.apply(project, codebook.find(project, "client").key, study.words("Achats", "parcours client"))
    before = documents.text(project, document)
    dialog = asked(page, study, "parcours client", qtbot)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog.words.setPlainText("parcours des clients")
    dialog.reason.setText("mal entendu")
    assert dialog.notice.isHidden()
    ok.click()
    after = before.replace("parcours client", "parcours des clients", 1)
    assert documents.text(project, document) == after
    assert page.shown.text == after
    [one] = codings.of_document(project, document)
    assert after[one.start : one.end] == "parcours des clients"
    [revision] = revisions.listed(project, document)
    assert revision.reason == "mal entendu"
    project.undo()
    assert page.shown.text == before


def test_what_would_lose_all_its_words_is_told_while_one_writes(page: CodePage, study: Study, qtbot: QtBot) -> None:
    project = study.project
    codings.apply(project, codebook.find(project, "client").key, study.words("Achats", "client"))
    dialog = asked(page, study, "parcours client", qtbot)
    dialog.words.setPlainText("parcours")
    assert not dialog.notice.isHidden()
    assert "1 coding" in dialog.notice.text()
    dialog.reject()
    assert len(codings.of_document(project, study.documents["Achats"])) == 1


def test_without_words_the_turn_at_the_caret_is_put_right(page: CodePage, study: Study, qtbot: QtBot) -> None:
    at = study.span("Achats", "coince")[0]
    page.reading.pane.select(at, at)
    page.verbs.correct()
    dialog = page.findChild(CorrectDialog)
    assert dialog is not None
    assert dialog.words.toPlainText() == "Ça coince en rayon."


def shown(page: CodePage) -> tuple[object, ...]:
    """Give what the reader shows: its text, passages, how they are laid out, and codings with their lanes."""
    pane, document = page.reading.pane, page.reading.pane._document
    keys, laid = sorted(page.shown.codings), map(pane._layout.laid, range(len(document.blocks)))
    return (
        document.text,
        list(document.blocks),
        document.passages,
        [page.shown.codings[key] for key in keys],
        [(one.start, one.starts, one.tops, one.height, one.layout.formats()) for one in laid],
        [pane._codings.get(key) for key in keys],
        list(pane._codings),
        page.reading.facts.text(),
        document._unnamed,
    )


def test_after_corrections_at_random_the_page_shows_what_it_would_show_anew(page: CodePage, study: Study) -> None:
    project, document, chance = study.project, study.documents["Achats"], random.Random(3)
    code = codebook.find(project, "client").key
    corrections.edit(project, document, 0, 0, "Un début assez long. " * 30)
    length = len(documents.text(project, document))
    for start in range(0, length - 60, 37):
        codings.apply(project, code, anchors.words(document, start, start + 11 + start % 40))
    codings.apply(project, code, anchors.whole(document))
    for number in range(40):
        text = documents.text(project, document)
        start = chance.randrange(len(text))
        put = "".join(chance.choices(["é", "😀", " ", "\n", "mot ", "\u0301"], k=chance.randrange(4)))
        corrections.edit(project, document, start, min(len(text), start + chance.choice([0, 1, 5, 30])), put)
        if number % 3 == 2:
            project.undo()
        if number % 6 == 5:
            project.redo()
        as_shown = shown(page)
        page.open_document(document)
        assert as_shown == shown(page)

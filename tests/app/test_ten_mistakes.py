"""Ten mistakes of a coded interview are put right in the reader by its key, and no coding is lost: counts and words."""

from __future__ import annotations

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
from corpus import anchors, documents, importing
from corpus.correcting import revisions
from corpus.store.project import Project
from tests.app.cli.test_command_line_ten_mistakes import CODED, TALK, WRONG_AND_RIGHT
from tests.waiting import HANG_MS


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[CodePage]:
    """The Code page on the interview with its ten codings."""
    project = Project.create(tmp_path / "study.verbatim", coder="Ada")
    (tmp_path / "Marie.txt").write_text(TALK, "utf-8")
    [one] = importing.import_files(project, [tmp_path / "Marie.txt"])
    assert one.key is not None
    keys = {name: codebook.add(project, name) for name in dict.fromkeys(code for _, code in CODED)}
    for words, code in CODED:
        start = TALK.index(words)
        codings.apply(project, keys[code], anchors.words(one.key, start, start + len(words)))
    hub = Hub(Settings(tmp_path / "settings.json"))
    hub.take(project)
    made = CodePage(hub)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.project_opened()
    made.show()
    qtbot.waitExposed(made)
    made.open_document(one.key)
    made.entered()
    yield made
    hub.close()


def coded(page: CodePage) -> dict[int, str]:
    """Return the words of each coding by its key, as they are stored and as they are shown."""
    document = page.shown.document
    assert document is not None
    project = page.hub.project
    text = documents.text(project, document.key)
    assert page.shown.text == text
    return {one.key: text[one.start : one.end] for one in codings.of_document(project, document.key)}


def asking(page: CodePage) -> list[CorrectDialog]:
    return [one for one in page.findChildren(CorrectDialog) if one.isVisible()]


def put_right(page: CodePage, wrong: str, right: str, qtbot: QtBot) -> None:
    """Select what is wrong, press the key, write it anew, and press Enter with Ctrl."""
    start = page.shown.text.index(wrong)
    page.reading.pane.select(start, start + len(wrong))
    page.reading.pane.setFocus()
    QTest.keyClick(page.reading.pane, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(asking(page)), timeout=HANG_MS)
    [dialog] = asking(page)
    dialog.words.selectAll()
    dialog.words.insertPlainText(right)
    assert dialog.notice.isHidden() != (wrong == "MARI:"), dialog.notice.text()  # who speaks is not read anew
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert asking(page) == []


def test_one_after_the_other(page: CodePage, qtbot: QtBot) -> None:
    before, wanted, project = coded(page), TALK.rstrip("\n"), page.hub.project
    assert len(before) == len(CODED)
    for wrong, right in WRONG_AND_RIGHT:
        put_right(page, wrong, right, qtbot)
        wanted = wanted.replace(wrong, right)
        assert page.shown.text.rstrip("\n") == wanted
    after = coded(page)
    assert after.keys() == before.keys()
    assert {before[key]: now for key, now in after.items() if now != before[key]} == {
        "J'ai ouvert la boutique en 2019": "Moi, j'ai ouvert la boutique en 2018",
        "la boutique lui parle, et ses voisins avec lui.": "la boutique lui parle, et ses voisins avec.",
        "On a perdu le fichier client au printemps.": "On a perdu le fichier clients 🙂 au printemps.",
        "fichier client": "fichier clients 🙂",
        "Les équipes suivent le parcour client": "Les équipes suivent le parcours client",
        "parcour client": "parcours client",
    }
    document = page.shown.document
    assert document is not None
    assert len(revisions.listed(project, document.key)) == len(WRONG_AND_RIGHT)
    for _ in WRONG_AND_RIGHT:
        project.undo()
    assert coded(page) == before


def opened(page: CodePage, wrong: str, right: str, qtbot: QtBot) -> CorrectDialog:
    """Select words, press the key, and write others in their place; the dialog is left open."""
    start = page.shown.text.index(wrong)
    page.reading.pane.select(start, start + len(wrong))
    page.reading.pane.setFocus()
    QTest.keyClick(page.reading.pane, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(asking(page)), timeout=HANG_MS)
    [dialog] = asking(page)
    dialog.words.setPlainText(right)
    return dialog


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("MARI:", "MARIE:", "Passage 3 is still said by MARI: the menu of the text gives it to another."),
        ("avec lui.\nMARI: On a", "avec", "The words of passage 3, said by MARI, go on as those of MARIE."),
        ("lui parle", "lui\nINT: parle", "The line of INT stays in passage 2, said by MARIE, until the turn is split."),
    ],
)
def test_who_speaks_otherwise_than_the_text_says_is_told_while_one_writes(
    page: CodePage, qtbot: QtBot, wrong: str, right: str, said: str
) -> None:
    dialog = opened(page, wrong, right, qtbot)
    assert dialog.notice.text() == said
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.reject()


def test_the_whole_text_is_written_anew_with_a_warning_and_never_emptied(page: CodePage, qtbot: QtBot) -> None:
    before, text = coded(page), page.shown.text
    dialog = opened(page, text, "", qtbot)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert dialog.notice.text() == "Nothing would be left of Marie: remove the document instead."
    assert not ok.isEnabled()
    dialog.accept()  # Ctrl+Enter does the same
    assert asking(page) == [dialog]
    dialog.words.setPlainText("Tout autre chose.")
    assert "10 coding" in dialog.notice.text()
    ok.click()
    assert (coded(page), page.shown.text) == ({}, "Tout autre chose.")
    page.hub.project.undo()
    assert (coded(page), page.shown.text) == (before, text)

"""Submissions and remarks in the window: what is sent is kept, its differences are told, remarks are answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub
from app.report.sending import SubmissionsDialog
from app.report.sending_forms import AnswerForm, RemarkForm, SendForm
from coding import codebook, codings, remarks, submissions
from coding.moment.moment import Moment
from corpus import anchors, documents
from corpus.drafts import Draft, DraftPassage
from corpus.store.project import Project
from tests.app.sample_pages import settle

SAID = "On a suivi le parcours client trois semaines."


@pytest.fixture
def dialog(hub: Hub, tmp_path: Path, qtbot: QtBot) -> SubmissionsDialog:
    """The dialog on a study of one interview with one code, of which nothing was sent yet."""
    with Project.create(tmp_path / "study.verbatim", name="Étude", language="fr", coder="Ada") as project:
        draft = Draft(
            path=Path("Achats.txt"),
            name="Achats",
            text=SAID,
            original=SAID.encode(),
            media_type="text/plain",
            importer="txt",
            language="fr",
            passages=(DraftPassage("turn", 0, len(SAID)),),
        )
        [added] = documents.add(project, [draft])
        codings.apply(project, codebook.add(project, "Terrain"), anchors.words(added.key, 0, 10))
    hub.settings.set("coder", "Ada")
    assert hub.open(tmp_path / "study.verbatim")
    made = SubmissionsDialog(hub, None)
    qtbot.addWidget(made)
    made.show()
    return made


def told(dialog: SubmissionsDialog) -> list[list[str]]:
    table = dialog.changes
    return [[table.item(row, n).text() for n in range(3)] for row in range(table.rowCount())]  # type: ignore[union-attr]  # it is there, else the test fails


def test_an_empty_study_says_what_to_do(dialog: SubmissionsDialog) -> None:
    assert dialog.about.text().startswith("Nothing was sent yet")
    assert not dialog.changes.isVisible()
    assert not dialog.forget.isEnabled()


def test_what_is_sent_is_kept_and_what_changed_since_is_told_and_opened(
    dialog: SubmissionsDialog, hub: Hub, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "article.docx"
    article.write_bytes(b"as it was sent")
    dialog.ask_keep()
    [form] = dialog.findChildren(SendForm)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(article), ""))
    form.choose.click()
    form.name.setText("Premier tour")
    form.accept()
    settle(hub, qtbot)
    assert [(one.name, one.article_name) for one in submissions.listed(hub.project)] == [
        ("Premier tour", "article.docx")
    ]
    assert "Nothing changed since." in dialog.about.text()
    codings.apply(hub.project, codebook.find(hub.project, "Terrain").key, anchors.words(1, 11, 20))
    settle(hub, qtbot)
    assert told(dialog)[0] == ["evidence", "added", "Terrain"]
    with qtbot.waitSignal(hub.verbatims_asked) as asked:
        dialog.open(0)
    assert asked.args == [Ask(codes=(codebook.find(hub.project, "Terrain").key,))]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "back.docx"), ""))
    dialog.article.click()
    settle(hub, qtbot)
    assert (tmp_path / "back.docx").read_bytes() == b"as it was sent"
    hub.project.undo(hub.project.undoable())
    dialog.forget.click()
    settle(hub, qtbot)
    assert submissions.listed(hub.project) == []


def test_remarks_are_written_tied_and_answered(dialog: SubmissionsDialog, hub: Hub, qtbot: QtBot) -> None:
    submissions.freeze(Moment.of(hub.project), "Premier tour", {})
    settle(hub, qtbot)
    dialog.ask_remark()
    [form] = dialog.findChildren(RemarkForm)
    form.who.setText("Reviewer 2")
    form.text.setPlainText("How is it defined?")
    form.accept()
    settle(hub, qtbot)
    assert [dialog.table.item(0, n).text() for n in range(3)] == ["Reviewer 2", "How is it defined?", "unanswered"]  # type: ignore[union-attr]  # it is there, else the test fails
    assert not dialog.answer.isEnabled()
    dialog.table.selectRow(0)
    dialog.answer.click()
    [answer] = dialog.findChildren(AnswerForm)
    answer.words.setPlainText("See its definition.")
    answer.code.setCurrentIndex(answer.code.findText("Terrain"))
    answer.accept()
    settle(hub, qtbot)
    [one] = remarks.listed(hub.project)
    assert (one.submission_name, one.answer, one.code) == (
        "Premier tour",
        "See its definition.",
        codebook.find(hub.project, "Terrain").key,
    )
    assert "See its definition." in dialog.table.item(0, 2).text()  # type: ignore[union-attr]  # it is there, else the test fails
    dialog.table.selectRow(0)
    dialog.remove.click()
    assert remarks.listed(hub.project) == []


def test_a_remark_without_words_and_a_name_that_was_used_are_refused(
    dialog: SubmissionsDialog, hub: Hub, qtbot: QtBot
) -> None:
    submissions.freeze(Moment.of(hub.project), "Premier tour", {})
    with qtbot.waitSignal(hub.failed):
        dialog.freeze("premier TOUR", "", None)
    dialog.ask_remark()
    [form] = dialog.findChildren(RemarkForm)
    with qtbot.waitSignal(hub.failed):
        form.accept()
    assert form.isVisible()
    settle(hub, qtbot)

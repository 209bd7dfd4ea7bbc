"""A Word template of one's own: chosen in the preferences, remembered, and worn by what is exported."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.matrix.page import MatrixPage
from app.settings import Settings
from app.shell.template import TemplateChoice
from tests.app.sample_pages import opened_sample, settle, shown


@pytest.fixture
def template(tmp_path: Path) -> Path:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Doctoral school"
    made.save(str(tmp_path / "own.docx"))
    return tmp_path / "own.docx"


def test_it_is_chosen_remembered_and_let_go(
    qtbot: QtBot, tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "settings.json"
    choice = TemplateChoice(Settings(kept))
    qtbot.addWidget(choice)
    assert not choice.without.isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    choice.choose.click()
    assert Settings(kept).template is None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(template), ""))
    choice.choose.click()
    assert Settings(kept).template == template
    assert choice.choose.text() == "own.docx"
    choice.without.click()
    assert Settings(kept).template is None
    assert choice.choose.text() == "Choose…"


def test_a_long_name_is_shortened_on_its_button_and_whole_in_its_tip(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.set("template", str(tmp_path / "Doctoral school, the template for theses and articles of the year.docx"))
    choice = TemplateChoice(settings)
    qtbot.addWidget(choice)
    choice.resize(300, 40)
    choice.show()
    shown = choice.choose.text()
    assert choice.fontMetrics().horizontalAdvance(shown) < choice.choose.width()
    assert shown.startswith("Doctoral school")
    assert choice.choose.toolTip().endswith("of the year.docx")


def head_of(path: Path) -> str:
    return str(docx.Document(str(path)).sections[0].header.paragraphs[0].text)


def test_the_matrix_wears_it(hub: Hub, tmp_path: Path, template: Path, qtbot: QtBot) -> None:
    opened_sample(hub, tmp_path)
    page = shown(MatrixPage, hub, qtbot)
    for name, wanted in (("plain", None), ("worn", template)):
        hub.settings.set("template", None if wanted is None else str(wanted))
        page.export_to(tmp_path / f"{name}.docx")
        settle(hub, qtbot)
    assert (head_of(tmp_path / "plain.docx"), head_of(tmp_path / "worn.docx")) == ("", "Doctoral school")


def test_a_template_that_is_gone_is_said(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    opened_sample(hub, tmp_path)
    page = shown(MatrixPage, hub, qtbot)
    hub.settings.set("template", str(tmp_path / "gone.docx"))
    with qtbot.waitSignal(hub.failed) as failed:
        page.export_to(tmp_path / "a.docx")
    assert "gone.docx" in str(failed.args[0])
    assert not (tmp_path / "a.docx").exists()

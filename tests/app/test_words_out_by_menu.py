"""What those take who count words: the corpus for IRaMuTeQ from the menu, a concordance from the Verbatims page."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub
from app.shell.main_window import Window
from app.singling import SinglesOut
from tests.app.sample_pages import opened_sample, settle
from tests.app.verbatims_parts import settle as found
from tests.app.verbatims_parts import verbatims_of_sample


def test_the_corpus_for_iramuteq_is_written_whole_or_under_its_codes(
    window: Window, hub: Hub, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_sample(hub, tmp_path)
    action = window.findChild(QAction, "project.iramuteq")
    assert action is not None
    path = tmp_path / "corpus.txt"
    for number, marked in ((0, False), (1, True)):

        def ask(_parent: object, _title: str, _start: str, kinds: str, which: int = number) -> tuple[str, str]:
            return str(path.with_suffix("")), kinds.split(";;")[which]

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        action.trigger()
        settle(hub, qtbot)
        [warned] = [one for one in window.findChildren(SinglesOut) if one.isVisible()]
        warned.let.click()
        settle(hub, qtbot)
        said = path.read_text("utf-8")
        assert said.startswith("**** *id_001 ")
        assert ("\n-*" in said) is marked


def test_a_concordance_has_a_line_for_each_match(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    with verbatims_of_sample(qtbot, hub, tmp_path) as page:
        page.ask(Ask("parcours"))
        found(qtbot, page)
        page.export.write_to(tmp_path / "lines.csv", lines=True)
        settle(hub, qtbot)
    with (tmp_path / "lines.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) > 1
    assert {row["match"].casefold() for row in rows} <= {"parcours"}
    assert any(row["left"] for row in rows)

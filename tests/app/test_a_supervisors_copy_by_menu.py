"""The copy for a supervisor from the menu, and the remarks that come back as memos."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.shell.main_window import Window
from coding import memos
from tests.app.sample_pages import settle


def press(window: Window, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled()
    action.trigger()


def test_the_copy_is_written_and_remarks_come_back_as_memos_that_are_shown(
    window: Window, hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.open(study)
    copy, back = tmp_path / "to read.html", tmp_path / "remarks.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy.with_suffix("")), ""))
    press(window, "project.copy_for")
    settle(hub, qtbot)
    assert hub.project.lineage in copy.read_text("utf-8")
    remark = {"id": "1", "who": "Mme Dupré", "text": "Tout va.", "target": {"kind": "project", "uid": "", "label": ""}}
    head = {"verbatim-remarks": 1, "study": hub.project.lineage}
    back.write_text(json.dumps({**head, "remarks": [remark]}), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(back), ""))
    press(window, "project.copy_remarks")
    settle(hub, qtbot)
    assert [(one.coder, one.body) for one in memos.listed(hub.project)] == [("Mme Dupré", "Tout va.")]
    press(window, "project.copy_remarks")
    settle(hub, qtbot)
    assert len(memos.listed(hub.project)) == 1
    back.write_text("torn", "utf-8")
    press(window, "project.copy_remarks")
    settle(hub, qtbot)
    assert len(memos.listed(hub.project)) == 1

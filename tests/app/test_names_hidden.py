"""One key hides the names on every page: a copy without any is shown, and codings keep their words."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.shell.main_window import Window
from app.shell.names_button import Covering, NamesButton
from coding import codings
from corpus import documents
from corpus.people import participants, vault
from corpus.search.index import SearchIndex
from tests.app.sample_pages import opened_sample, settle
from tests.coding.support import searched


def test_names_are_hidden_and_shown_by_one_key_and_all_keeps_its_place(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    opened_sample(hub, tmp_path)
    real = hub.project.path
    secret = [one.name for one in participants.listed(hub.project) if one.confidential]
    text = documents.text(hub.project, documents.listed(hub.project)[0].key)
    word = next(one[1] for one in re.finditer(r"[a-z] ([A-Z][a-z]{4,})", text))
    [hidden] = vault.hide(hub.project, [word], "firm")
    before = {one.key: (one.document, one.code) for one in codings.listed(hub.project)}
    within = QWidget()
    qtbot.addWidget(within)
    covering, names = Covering(hub, within), NamesButton(hub)
    qtbot.addWidget(names)
    assert names.text() == "Names shown"

    covering.turn()
    settle(hub, qtbot)
    copy = hub.project.path
    assert (hub.covers, hub.project.writable, names.text()) == (real, False, "Names hidden")
    assert hub.settings.get("recent")[0] == str(real.resolve())
    said = [one.name for one in participants.listed(hub.project)]
    said += [documents.text(hub.project, one.key) for one in documents.listed(hub.project)]
    assert not [one for one in (*secret, word) if one in "\n".join(said)]
    assert {one.key: (one.document, one.code) for one in codings.listed(hub.project)} == before
    index = SearchIndex.of(hub.project, tmp_path)
    index.catch_up(hub.project)
    assert searched(hub.project, word, index) == [], "a hidden name finds nothing"
    assert hidden.replacement in searched(hub.project, f'"{hidden.replacement.strip("[]")}"', index)[0].text

    covering.turn()
    settle(hub, qtbot)
    assert (hub.project.path, hub.covers, hub.project.writable) == (real, None, True)
    assert names.text() == "Names shown"
    assert not copy.exists()


def test_recent_files_which_may_be_called_by_a_name_are_not_listed_while_names_are_hidden(
    hub: Hub, tmp_path: Path, qtbot: QtBot
) -> None:
    opened_sample(hub, tmp_path)
    window = Window(hub)
    qtbot.addWidget(window)
    listed = []
    for covers in (None, hub.project.path):
        hub.covers = covers
        window.menus.recent.aboutToShow.emit()
        listed.append([one.text() for one in window.menus.recent.actions() if hub.project.path.stem in one.text()])
    hub.covers = None
    assert [len(one) for one in listed] == [1, 0]

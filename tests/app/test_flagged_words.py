"""Words are flagged from the menu of the reader, and the flag is taken off there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.code import flagging
from app.hub import Hub
from coding import telltales
from corpus import anchors, documents
from tests.app.sample_pages import opened_sample


def test_words_are_flagged_and_the_flag_is_taken_off(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    opened_sample(hub, tmp_path)
    document = documents.listed(hub.project)[0].key

    def offered(start: int, end: int) -> QMenu:
        menu = QMenu()
        qtbot.addWidget(menu)
        flagging.add_to(menu, hub, anchors.words(document, start, end))
        return menu

    menu = offered(3, 9)
    [within] = [action.menu() for action in menu.actions()]
    assert isinstance(within, QMenu)
    assert [action.text() for action in within.actions()] == ["By a turn of phrase", "By a date", "By a figure"]
    within.actions()[1].trigger()
    [found] = telltales.listed(hub.project)
    assert (found.start, found.end, found.kind) == (3, 9, "date")
    beside = offered(10, 20)
    assert beside.actions()[0].menu() is not None, "beside it others can be flagged"
    off = offered(8, 20)
    assert [action.text() for action in off.actions()] == ["These words single nobody out"]
    off.actions()[0].trigger()
    assert telltales.listed(hub.project) == []

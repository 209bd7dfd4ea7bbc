"""What an empty page says stands in its middle, in lines that are read with ease, and whole in a narrow window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.widgets import EmptyState

LONG = "Paste your guide, read it from a file, or have one drafted from what comes up again and again. " * 2


@pytest.mark.parametrize("width", [2400, 1100, 420, 260])
@pytest.mark.parametrize("sentence", ["There is nothing here yet.", LONG])
def test_words_stand_in_the_middle_and_whole(qtbot: QtBot, width: int, sentence: str) -> None:
    page = EmptyState("memo", sentence, "Begin", hint=LONG)
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    QApplication.processEvents()
    for label in (page.sentence, page.hint):
        place = label.geometry()
        assert abs(place.center().x() - page.button.geometry().center().x()) <= 2
        assert place.height() >= label.heightForWidth(place.width())
        assert place.width() <= min(width, 90 * label.fontMetrics().averageCharWidth())


def test_words_said_later_find_their_place_too(qtbot: QtBot) -> None:
    page = EmptyState("memo", "", "Begin")
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.sentence.setText(LONG)
    QApplication.processEvents()
    assert page.sentence.height() >= page.sentence.heightForWidth(page.sentence.width())
    assert page.sentence.width() > 400

"""Names without room, and numbers: keys of codes, codes beside verbatims, rows of the help, thousands and shares."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from app import i18n, pages
from app.code.page import CodePage
from app.code.reading import ReadingPanel
from app.hub import Hub
from app.settings import Settings
from app.shell.help import HelpDialog
from app.verbatims import typesetting
from coding import codebook
from coding.moment.code_list import Book
from coding.moment.moment import Moment
from tests.app.sample_pages import opened_sample, shown
from tests.app.verbatims_parts import verbatims_of_sample
from tests.coding.support import make_study

NAMES = [
    f"Capacité de {what} du parcours client {where}"
    for what in ("contrôle", "conception graphique")
    for where in ("en magasin", "sur le site", "au téléphone")
]


def whole_words(said: str, name: str) -> bool:
    """Say whether all that is shown of a name is whole words of it."""
    return set(said.replace("…", " ").split()) <= set(name.split())


@pytest.fixture
def strip(qtbot: QtBot, settings: Settings, tmp_path: Path) -> ReadingPanel:
    study = make_study(tmp_path)
    keys = [codebook.add(study.project, name) for name in NAMES]
    panel = ReadingPanel(settings)
    qtbot.addWidget(panel)
    panel.resize(900, 400)
    panel.show()
    panel.recent.show_codes(Book(Moment.of(study.project)), keys)
    QApplication.processEvents()
    study.project.close()
    return panel


def keyed(panel: ReadingPanel) -> list[str]:
    """Give the names beside the keys that are seen."""
    buttons = [one for one in panel.recent.findChildren(QToolButton) if one.isVisible()]
    return [one.text().partition("  ")[2] for one in sorted(buttons, key=lambda one: one.x())]


def test_codes_with_a_key_are_told_apart_and_keep_whole_words(strip: ReadingPanel) -> None:
    few = keyed(strip)
    assert len(few) >= 3
    assert len(set(few)) == len(few)
    assert all(whole_words(said, name) for said, name in zip(few, NAMES))
    assert any("…" in said for said in few)


def test_in_a_wide_window_codes_with_a_key_take_the_room_there_is(strip: ReadingPanel) -> None:
    strip.resize(3600, 400)
    QApplication.processEvents()
    assert keyed(strip) == NAMES
    strip.resize(900, 400)
    QApplication.processEvents()
    assert all(len(said) < len(name) for said, name in zip(keyed(strip), NAMES))


def test_codes_beside_verbatims_keep_whole_words_in_the_room_they_have(
    qtbot: QtBot, hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[str, float]] = []
    write = typesetting.write

    def noted(painter: QPainter, x: float, y: float, width: float, height: float, text: str, colour: str) -> None:
        drawn.append((text, width - painter.fontMetrics().horizontalAdvance(text)))
        write(painter, x, y, width, height, text, colour)

    monkeypatch.setattr(typesetting, "write", noted)
    with verbatims_of_sample(qtbot, hub, tmp_path) as page:
        labels = [code.label for code in hub.moment().codes.values()]
        for width in (700, 1280, 2400):
            page.resize(width, 700)
            drawn.clear()
            page.list.viewport().grab()
            tags = [(said, left) for said, left in drawn if any(whole_words(said, name) for name in labels)]
            assert tags, width
            assert all(left >= 0 for _, left in tags)
            cut = [said for said, _ in drawn if "…" in said and said not in dict(tags)]
            assert not [said for said in cut if any(name.startswith(said.partition("…")[0]) for name in labels)]
        assert "C1 Capacité d’analyse de l’expérience client" in dict(tags), "there is room for it"


def test_rows_of_the_help_lie_below_one_another(qtbot: QtBot, settings: Settings) -> None:
    dialog = HelpDialog(settings, [name for name, *_ in pages.PAGES], "code", None)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    places = [dialog.list.visualItemRect(dialog.list.item(row)) for row in range(dialog.list.count())]
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    assert min(place.height() for place in places) >= dialog.list.fontMetrics().height() + 8


@pytest.mark.parametrize(
    ("language", "words", "share"), [("fr", "1\u202f416", "75,5\u202f%"), ("en", "1,416", "75.5%")]
)
def test_numbers_are_written_as_the_language_does(
    qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path, language: str, words: str, share: str
) -> None:
    settings.set("language", language)
    application = QApplication.instance()
    assert application is not None
    i18n.install(application, settings)
    opened_sample(hub, tmp_path)
    page = shown(CodePage, hub, qtbot)
    assert words in page.reading.facts.text()
    assert i18n.percent(0.755, 1) == share

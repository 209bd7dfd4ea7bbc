"""Finding in the text: every hit marked, counted and ticked; passages by number; words copied with their source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import actions
from app.code.page import CodePage
from app.hub import Hub
from app.reader import ReaderPane
from app.reader.find import Folded
from corpus.people import participants
from tests.app.swept import sweep
from tests.coding.support import Study, make_study

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG = "\n\n".join(f"{'ANNE' if n % 2 else 'LUC'} : Réponse {n}, on a vu l’Été passer." for n in range(1, 61))


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return make_study(tmp_path, texts={"Long": LONG})


@pytest.fixture
def page(qtbot: QtBot, hub: Hub, study: Study) -> Iterator[CodePage]:
    actions.use(hub.settings)
    made = CodePage(hub)
    made.resize(1200, 700)
    made.show()
    hub.take(study.project)
    made.project_opened()
    qtbot.waitExposed(made)
    made.reading.pane.setFocus()
    yield made
    hub.close()
    made.close()
    made.deleteLater()
    sweep()


def marked(pane: ReaderPane) -> list[tuple[int, int]]:
    """Give what is marked as a hit, asked as painting asks: a stretch at a time."""
    size = len(LONG)
    found = [mark for start in range(0, size, 50) for mark in pane._marks_in(start, min(size, start + 50))]
    return sorted({(mark.start, mark.end) for mark in found if mark.kind == "hit"})


def test_every_hit_is_marked_ticked_and_counted(page: CodePage, study: Study) -> None:
    pane, bar = page.reading.pane, page.reading.bar
    QTest.keyClick(pane, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(bar.line, "ete")
    hits = Folded(LONG).all("été")
    assert len(hits) == 60
    assert bar.said.text() == "1 of 60"
    assert pane.selection() == hits[0]
    assert marked(pane) == hits
    assert len(pane.bar.ticks()) > 20
    for key, modifiers, at in ((Qt.Key.Key_Return, SHIFT, 60), (Qt.Key.Key_Return, CTRL & SHIFT, 1)):
        QTest.keyClick(bar.line, key, modifiers)
        assert bar.said.text() == f"{at} of 60"
    pane.select(0, 0)
    assert bar.said.text() == "60 hit(s)"
    QTest.keyClicks(bar.line, "xx")
    assert bar.said.text() == "Not in this text"
    assert marked(pane) == []
    assert pane.bar.ticks() == ()


def test_once_one_is_done_nothing_is_marked(page: CodePage) -> None:
    bar = page.reading.bar
    bar.open()
    bar.line.setText("vu")
    assert marked(page.reading.pane)
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert marked(page.reading.pane) == []
    assert page.reading.pane.hasFocus()


def test_hits_follow_a_text_that_is_shown_anew(page: CodePage, study: Study) -> None:
    from corpus.correcting import corrections

    bar = page.reading.bar
    bar.open()
    bar.line.setText("vu l")
    start = LONG.index("vu l")
    corrections.edit(study.project, study.documents["Long"], start, start + 2, "regardé")
    assert len(marked(page.reading.pane)) == 59


def test_ctrl_g_goes_to_the_passage_of_a_number(page: CodePage, study: Study) -> None:
    pane, bar = page.reading.pane, page.reading.going
    QTest.keyClick(pane, Qt.Key.Key_G, CTRL)
    assert bar.line.hasFocus()
    assert "60" in bar.count.text()
    QTest.keyClicks(bar.line, "41")
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    start = study.span("Long", "Réponse 41,")[0]
    assert pane.selection() == (start, start)
    assert pane.spot(start) is not None
    assert pane.hasFocus()
    assert not bar.isVisible()
    bar.open()
    QTest.keyClicks(bar.line, "900")
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert pane.selection()[0] == study.span("Long", "Réponse 60,")[0]


def test_words_are_copied_with_their_source_and_masked(page: CodePage, study: Study, qapp: QApplication) -> None:
    participants.add(study.project, "Anne", documents=[study.documents["Long"]], confidential=True)
    start, end = study.span("Long", "Réponse 3,")
    page.reading.pane.select(start, end)
    QTest.keyClick(page.reading.pane, Qt.Key.Key_C, CTRL | SHIFT)
    quoted, source = QGuiApplication.clipboard().text().splitlines()
    assert quoted == "«\u00a0Réponse 3,\u00a0»"
    assert source == "— [participant 1], n°\u00a03, [participant 1]"


@pytest.mark.parametrize(("text", "wanted"), [("aaaa", [(0, 2), (2, 4)]), ("a A", []), ("", [])])
def test_no_hit_lies_within_another(text: str, wanted: list[tuple[int, int]]) -> None:
    assert Folded(text).all("aa") == wanted
    assert Folded(text).all(" ") == []

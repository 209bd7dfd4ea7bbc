"""Pointing in the reader: what the pointer looks like, what is told where it rests, and what a right click takes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.reader import ReaderCoding, ReaderPane, ReaderPassage

TEXT = "INT: Et alors ?\nANNE: On regarde les ventes chaque lundi, puis on décide ensemble."
PASSAGES = [
    ReaderPassage(1, 1, "turn", 5, 15, "INT", "interviewer"),
    ReaderPassage(2, 2, "turn", TEXT.index("On"), len(TEXT), "ANNE", "respondent"),
]
START, END = TEXT.index("regarde"), TEXT.index("regarde les ventes") + len("regarde les ventes")
NO, LEFT, RIGHT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.show()
    pane.show_document(TEXT, PASSAGES, [ReaderCoding(7, START, END, 1, "écoute <b>", "#d62728", "Anne")])
    QApplication.processEvents()
    return pane


def mouse(pane: ReaderPane, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    place = QPointF(pane.viewport().mapToGlobal(at.toPoint()))
    event = QMouseEvent(kind, at, place, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(pane.viewport(), event)


def hover(pane: ReaderPane, at: QPointF) -> Qt.CursorShape:
    mouse(pane, QEvent.Type.MouseMove, at, NO, NO)
    return pane.viewport().cursor().shape()


def stripe(pane: ReaderPane) -> QPointF:
    [found] = pane.stripes()
    return found.rect.center()


def words(pane: ReaderPane, offset: int) -> QPointF:
    spot = pane.spot(offset)
    assert spot is not None
    return spot.center()


def told(pane: ReaderPane, at: QPointF) -> str:
    place = pane.viewport().mapToGlobal(at.toPoint())
    QApplication.sendEvent(pane.viewport(), QHelpEvent(QEvent.Type.ToolTip, at.toPoint(), place))
    return QToolTip.text()


def test_the_pointer_says_what_a_press_would_do(pane: ReaderPane) -> None:
    assert hover(pane, stripe(pane)) == Qt.CursorShape.PointingHandCursor
    assert pane._hovered == 7
    assert hover(pane, words(pane, START)) == Qt.CursorShape.IBeamCursor
    assert pane._hovered is None
    assert hover(pane, QPointF(pane._columns.text - 20, words(pane, START).y())) == Qt.CursorShape.ArrowCursor
    pane.select_coding(7)
    end = pane._handle(at_end=True)
    assert end is not None
    assert hover(pane, end.center()) == Qt.CursorShape.SizeHorCursor


def test_who_speaks_is_shown_once_in_the_text_or_beside_it(pane: ReaderPane) -> None:
    assert pane._document.unnamed() == set()
    assert pane._columns.speaker_width == 0, "the text says it"
    bare = TEXT.replace("INT: ", "").replace("ANNE: ", "")
    at = bare.index("On regarde")
    turns = [
        ReaderPassage(1, 1, "turn", 0, at - 1, "INT", "interviewer"),
        ReaderPassage(2, 2, "turn", at, len(bare), "ANNE", "respondent"),
    ]
    pane.show_document(bare, turns, [])
    QApplication.processEvents()
    assert pane._document.unnamed() == {"INT", "ANNE"}
    assert pane._columns.speaker_width > 0


def test_leaving_the_text_lets_go_of_what_was_pointed_at(pane: ReaderPane) -> None:
    hover(pane, stripe(pane))
    QApplication.sendEvent(pane.viewport(), QEvent(QEvent.Type.Leave))
    assert pane._hovered is None


def test_code_and_coder_are_told_at_a_stripe_and_the_speaker_beside_the_words(pane: ReaderPane) -> None:
    assert told(pane, stripe(pane)) == "<span>écoute &lt;b&gt; · Anne</span>"
    assert told(pane, QPointF(pane._columns.text - 20, words(pane, START).y())) == "<span>ANNE</span>"


def test_a_right_click_takes_the_coding_or_the_place_under_it_and_keeps_a_selection(pane: ReaderPane) -> None:
    clicked: list[int] = []
    asked: list[int] = []
    pane.coding_clicked.connect(clicked.append)
    pane.context_requested.connect(lambda _place, offset: asked.append(offset))

    def right(at: QPointF) -> None:
        reason = QContextMenuEvent.Reason.Mouse
        place = pane.viewport().mapToGlobal(at.toPoint())
        QApplication.sendEvent(pane.viewport(), QContextMenuEvent(reason, at.toPoint(), place))

    right(stripe(pane))
    assert (clicked, pane.selected_coding()) == ([7], 7)
    pane.select(START, END)
    right(words(pane, START + 3))
    assert pane.selection() == (START, END)
    right(words(pane, 7))
    assert pane.selection()[0] == pane.selection()[1] == asked[-1]
    assert len(asked) == 3


def test_only_the_left_button_selects(pane: ReaderPane) -> None:
    pane.select(START, END)
    mouse(pane, QEvent.Type.MouseButtonPress, words(pane, 8), RIGHT, RIGHT)
    mouse(pane, QEvent.Type.MouseButtonRelease, words(pane, 8), RIGHT, NO)
    assert pane.selection() == (START, END)


def test_a_drag_that_began_elsewhere_selects_nothing(pane: ReaderPane) -> None:
    before = pane.selection()
    mouse(pane, QEvent.Type.MouseMove, words(pane, START), NO, LEFT)
    assert pane.selection() == before
    assert not pane._edge_timer.isActive()


def test_a_handle_let_go_where_it_was_changes_nothing(pane: ReaderPane) -> None:
    pane.select_coding(7)
    resized: list[tuple[int, int, int]] = []
    pane.coding_resized.connect(lambda *changed: resized.append(changed))
    end = pane._handle(at_end=True)
    assert end is not None
    mouse(pane, QEvent.Type.MouseButtonPress, end.center(), LEFT, LEFT)
    mouse(pane, QEvent.Type.MouseButtonRelease, end.center(), LEFT, NO)
    assert resized == []
    assert pane.selected_coding() == 7


def test_a_drag_below_the_text_stops_as_soon_as_it_comes_back(pane: ReaderPane) -> None:
    mouse(pane, QEvent.Type.MouseButtonPress, words(pane, START), LEFT, LEFT)
    below = QPointF(words(pane, START).x(), pane.viewport().height() + 40)
    mouse(pane, QEvent.Type.MouseMove, below, NO, LEFT)
    assert pane._edge_timer.isActive()
    mouse(pane, QEvent.Type.MouseMove, words(pane, END - 1), NO, LEFT)
    assert not pane._edge_timer.isActive()
    mouse(pane, QEvent.Type.MouseButtonRelease, words(pane, END - 1), LEFT, NO)
    assert TEXT[slice(*pane.selection())] == "regarde les ventes"


def test_a_tip_is_told_nowhere_else(pane: ReaderPane) -> None:
    assert pane._tip(words(pane, START) + QPointF(0, 0))[0] == ""
    assert pane._tip(QPointF(QPoint(pane.width() - 5, pane.height() - 5)))[0] == ""

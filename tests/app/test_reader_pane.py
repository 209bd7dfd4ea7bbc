"""The reader worked with as a person does: mouse, keyboard, stripes, handles; what is asserted is what is shown."""

from __future__ import annotations

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.reader import DARK, LIGHT, PassingMark, ReaderCoding, ReaderPane, ReaderPassage

TEXT = (
    "Entretien 😀 un\n"
    "INT: Comment ça va 👩\u200d🎓 ? Dites.\n"
    "R04: On a autour de la table M. Durand. Il parle e\u0301te\u0301 et hiver. On écoute.\u2029"
    "Puis on répond 😀 vite.\n"
    "INT: Merci."
)
PASSAGES = [
    ReaderPassage(1, 1, "heading", 0, TEXT.index("\n")),
    ReaderPassage(2, 2, "turn", TEXT.index("Comment"), TEXT.index("\nR04"), "INT", "interviewer"),
    ReaderPassage(3, 3, "turn", TEXT.index("On a"), TEXT.index("\nINT: Merci"), "R04", "respondent"),
    ReaderPassage(4, 4, "turn", TEXT.index("Merci"), len(TEXT), "INT", "interviewer"),
]
NO, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def coding(key: int, words: str, code: int = 1, name: str = "écoute", coder: str = "Anne") -> ReaderCoding:
    return ReaderCoding(key, *span(words), code, name, "#d62728", coder)


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.show()
    pane.show_document(TEXT, PASSAGES, [])
    pane.setFocus()
    QApplication.processEvents()
    return pane


def where(pane: ReaderPane, offset: int, dx: float = 0) -> QPointF:
    spot = pane.spot(offset)
    assert spot is not None
    return spot.center() + QPointF(dx, 0)


def mouse(pane: ReaderPane, kind: QEvent.Type, at: QPointF, modifiers: Qt.KeyboardModifier = NO, time: int = 0) -> None:
    moving = kind == QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moving else LEFT
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    event = QMouseEvent(kind, at, QPointF(pane.viewport().mapToGlobal(at.toPoint())), button, held, modifiers)
    event.setTimestamp(time)
    QApplication.sendEvent(pane.viewport(), event)


def click(pane: ReaderPane, at: QPointF, times: int = 1, modifiers: Qt.KeyboardModifier = NO) -> None:
    for n in range(times):
        kind = QEvent.Type.MouseButtonDblClick if n % 2 else QEvent.Type.MouseButtonPress
        mouse(pane, kind, at, modifiers, 100_000 + n * 50)
        mouse(pane, QEvent.Type.MouseButtonRelease, at, modifiers, 100_020 + n * 50)
    pane._pressed_at = -100_000  # the next click is another's start


def drag(pane: ReaderPane, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = NO) -> None:
    mouse(pane, QEvent.Type.MouseButtonPress, start, modifiers, 10)
    mouse(pane, QEvent.Type.MouseMove, (start + end) / 2, modifiers, 20)
    mouse(pane, QEvent.Type.MouseMove, end, modifiers, 30)
    mouse(pane, QEvent.Type.MouseButtonRelease, end, modifiers, 40)


def selected(pane: ReaderPane) -> str:
    return TEXT[slice(*pane.selection())]


def test_a_drag_across_words_takes_whole_words(pane: ReaderPane) -> None:
    start, _ = span("autour")
    _, end = span("table")
    told: list[tuple[int, int]] = []
    pane.selection_changed.connect(lambda *span: told.append(span))
    drag(pane, where(pane, start + 2), where(pane, end - 2))
    assert selected(pane) == "autour de la table"
    assert told[-1] == (start, end)
    drag(pane, where(pane, end - 2), where(pane, start + 2))
    assert selected(pane) == "autour de la table"


def test_alt_or_one_word_takes_characters(pane: ReaderPane) -> None:
    start, end = span("autour de la table")
    drag(pane, where(pane, start + 2), where(pane, end - 2), ALT)
    assert selected(pane) == "tour de la tab"
    drag(pane, where(pane, start + 1), where(pane, start + 4))
    assert selected(pane) == "uto"


def test_clicks_take_word_sentence_passage(pane: ReaderPane) -> None:
    at = where(pane, span("parle")[0] + 2)
    click(pane, at, 1)
    assert pane.selection() == (span("parle")[0] + 2,) * 2
    click(pane, at, 2)
    assert selected(pane) == "parle"
    click(pane, at, 3)
    assert selected(pane) == "Il parle e\u0301te\u0301 et hiver."
    click(pane, at, 4)
    assert selected(pane) == TEXT[PASSAGES[2].start : PASSAGES[2].end]


def test_shift_click_extends_and_the_gutter_takes_the_passage(pane: ReaderPane) -> None:
    click(pane, where(pane, span("autour")[0] + 2))
    click(pane, where(pane, span("table")[1] - 1), modifiers=SHIFT)
    assert selected(pane) == "autour de la table"
    spot = where(pane, PASSAGES[1].start)
    click(pane, QPointF(pane._columns.number + 4, spot.y()))
    assert selected(pane) == "Comment ça va 👩\u200d🎓 ? Dites."


@pytest.mark.parametrize("offset", range(len(TEXT) + 1))
def test_every_place_is_found_again_under_its_spot(pane: ReaderPane, offset: int) -> None:
    spot = pane.spot(offset)
    assert spot is not None
    found = pane.offset_at(spot.center())
    same = pane.spot(found)
    assert same is not None
    assert (same.left(), same.top()) == (spot.left(), spot.top())
    assert abs(found - offset) <= 2  # 2 inside the joined emoji, where no caret can stand


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.text("😀e\u0301a \n\u2029", max_size=40))
def test_nothing_before_a_word_shifts_it(pane: ReaderPane, before: str) -> None:
    text = before + " cible 😀 après"
    pane.show_document(text, [], [])
    start = text.index("cible")
    click(pane, where(pane, start + 2), 2)
    assert text[slice(*pane.selection())] == "cible"
    assert pane.find_next("apres")
    assert text[slice(*pane.selection())] == "après"


def test_arrows_go_by_sentence_and_shift_extends(pane: ReaderPane, qtbot: QtBot) -> None:
    pane.select(span("On a")[0], span("On a")[0])
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(pane, key)
        seen.append(selected(pane))
    first, second = "On a autour de la table M. Durand.", "Il parle e\u0301te\u0301 et hiver."
    assert seen == [first, second, first]
    qtbot.keyClick(pane, Qt.Key.Key_Down, SHIFT)
    assert selected(pane) == f"{first} {second}"
    qtbot.keyClick(pane, Qt.Key.Key_Up, SHIFT)
    assert selected(pane) == first
    qtbot.keyClick(pane, Qt.Key.Key_Up, SHIFT)
    assert selected(pane).startswith("Dites.")
    assert selected(pane).endswith(first)


def test_arrows_go_by_word_and_home_and_end_by_line(pane: ReaderPane, qtbot: QtBot) -> None:
    pane.select(*(span("autour")[0],) * 2)
    for _ in range(3):
        qtbot.keyClick(pane, Qt.Key.Key_Right, SHIFT)
    assert selected(pane) == "autour de la"
    qtbot.keyClick(pane, Qt.Key.Key_Left, SHIFT)
    assert selected(pane) == "autour de "
    qtbot.keyClick(pane, Qt.Key.Key_Left, SHIFT | ALT)
    assert selected(pane) == "autour de"
    qtbot.keyClick(pane, Qt.Key.Key_End, SHIFT | CTRL)
    assert selected(pane) == TEXT[span("autour")[0] :]
    qtbot.keyClick(pane, Qt.Key.Key_Home, CTRL)
    assert pane.selection() == (0, 0)
    qtbot.keyClick(pane, Qt.Key.Key_End, SHIFT)
    assert selected(pane) == "Entretien 😀 un"


def test_select_all_takes_the_passage_then_everything_and_copies(pane: ReaderPane, qtbot: QtBot) -> None:
    pane.select(*(span("parle")[0],) * 2)
    qtbot.keyClick(pane, Qt.Key.Key_A, CTRL)
    assert pane.selection() == (PASSAGES[2].start, PASSAGES[2].end)
    qtbot.keyClick(pane, Qt.Key.Key_C, CTRL)
    # Qt turns a paragraph separator into a line end on its way to the clipboard
    assert QGuiApplication.clipboard().text() == TEXT[PASSAGES[2].start : PASSAGES[2].end]
    qtbot.keyClick(pane, Qt.Key.Key_A, CTRL)
    assert pane.selection() == (0, len(TEXT))
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.selection() == (len(TEXT), len(TEXT))


def test_a_drag_after_two_clicks_goes_by_word_and_after_three_by_sentence(pane: ReaderPane) -> None:
    first, second = "On a autour de la table M. Durand.", "Il parle e\u0301te\u0301 et hiver."
    for clicks, words in ((2, "autour de la table M. Durand. Il parle"), (3, f"{first} {second}")):
        ends = where(pane, span("autour")[0] + 1), where(pane, span("parle")[0] + 1)
        for start, end in (ends, ends[::-1]):
            click(pane, start, clicks - 1)
            pane._pressed_at = 100_000
            mouse(pane, QEvent.Type.MouseButtonPress, start, time=100_100)
            mouse(pane, QEvent.Type.MouseMove, end)
            assert selected(pane) == words
            mouse(pane, QEvent.Type.MouseButtonRelease, end)
            pane._pressed_at = -100_000


def test_a_screen_reader_is_told_what_is_selected(pane: ReaderPane) -> None:
    active = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        pane.select(*span("parle"))
        assert pane.accessibleDescription() == "3 R04: parle"
        pane.select(*(span("Merci")[0],) * 2)
        assert pane.accessibleDescription() == "4 INT: Merci."
    finally:
        QAccessible.setActive(active)


def test_a_letter_codes_a_selection_and_is_a_command_without(pane: ReaderPane, qtbot: QtBot) -> None:
    typed: list[str] = []
    pane.key_text.connect(typed.append)
    letter = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_J, NO, "j")
    letter.ignore()
    QApplication.sendEvent(pane, letter)
    qtbot.keyClicks(pane, "j")
    assert not letter.isAccepted()
    assert typed == []
    pane.select(*span("parle"))
    QApplication.sendEvent(pane, letter)
    assert letter.isAccepted()
    qtbot.keyClicks(pane, "jÉ")
    commit = QInputMethodEvent()
    commit.setCommitString("ê")
    QApplication.sendEvent(pane, commit)
    assert typed == ["j", "É", "ê"]


@pytest.mark.parametrize("text", list("&é\"'(-è_çà1"))
def test_the_digits_of_a_french_keyboard_are_left_to_the_page(pane: ReaderPane, text: str) -> None:
    typed: list[str] = []
    pane.key_text.connect(typed.append)
    pane.select(*span("parle"))
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(text.upper())), NO, text)
    QApplication.sendEvent(pane, event)
    assert typed == []
    assert not event.isAccepted()


def test_a_click_on_a_stripe_selects_the_coding(pane: ReaderPane, qtbot: QtBot) -> None:
    pane.put([coding(7, "autour de la table"), coding(8, "On a autour", 2)])
    stripes = {stripe.key: stripe.rect for stripe in pane.stripes()}
    assert stripes[7].left() != stripes[8].left()
    assert all(rect.left() > pane._columns.text + pane._columns.text_width for rect in stripes.values())
    with qtbot.waitSignal(pane.coding_clicked) as told:
        click(pane, stripes[7].center())
    assert told.args == [7]
    assert pane.selected_coding() == 7
    click(pane, where(pane, span("Merci")[0]))
    assert pane.selected_coding() is None


def test_the_tip_names_code_and_coder_as_plain_text(pane: ReaderPane) -> None:
    pane.put([coding(7, "autour", name="a <b>b</b>", coder="Malik")])
    at = pane.stripes()[0].rect.center().toPoint()
    QApplication.sendEvent(pane.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, pane.viewport().mapToGlobal(at)))
    assert "a &lt;b&gt;b&lt;/b&gt; · Malik" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize(
    ("at_end", "target", "expected"),
    [
        (True, "Durand", "la table M. Durand"),
        (True, "autour", "la"),
        (False, "autour", "autour de la table"),
        (False, "hiver", "table"),
    ],
)
def test_a_dragged_end_resizes_by_word(
    pane: ReaderPane, qtbot: QtBot, at_end: bool, target: str, expected: str
) -> None:
    pane.put([coding(7, "la table")])
    pane.select_coding(7)
    before = [stripe.coding for stripe in pane.stripes()]
    handle = where(pane, span("la table")[at_end], 1 if at_end else -1)
    with qtbot.waitSignal(pane.coding_resized) as told:
        drag(pane, handle, where(pane, span(target)[at_end], -1 if at_end else 1))
    assert told.args == [7, *span(expected)]
    assert [stripe.coding for stripe in pane.stripes()] == before, "the view must wait for put"
    pane.put([coding(7, expected)])
    assert [stripe.coding for stripe in pane.stripes()] == [coding(7, expected)]
    assert pane.selected_coding() == 7


def test_escape_gives_up_a_drag_and_then_the_coding(pane: ReaderPane, qtbot: QtBot) -> None:
    pane.put([coding(7, "la table")])
    pane.select_coding(7)
    with qtbot.assertNotEmitted(pane.coding_resized):
        mouse(pane, QEvent.Type.MouseButtonPress, where(pane, span("la table")[1]))
        mouse(pane, QEvent.Type.MouseMove, where(pane, span("hiver")[1]))
        qtbot.keyClick(pane, Qt.Key.Key_Escape)
        mouse(pane, QEvent.Type.MouseButtonRelease, where(pane, span("hiver")[1]))
    assert pane.selected_coding() == 7
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.selected_coding() is None
    spare = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, NO)
    QApplication.sendEvent(pane, spare)
    assert not spare.isAccepted()


def test_stepping_visits_the_codings_in_order(pane: ReaderPane) -> None:
    pane.put([coding(1, "On écoute"), coding(2, "Comment"), coding(3, "Comment ça", 2), coding(4, "Merci")])
    assert [pane.step_coding(1) for _ in range(5)] == [2, 3, 1, 4, None]
    assert pane.selected_coding() == 4
    assert pane.step_coding(-1) == 1
    pane.drop([1, 99])
    assert pane.selected_coding() is None
    assert {stripe.key for stripe in pane.stripes()} == {2, 3, 4}


def test_the_menu_is_asked_for_at_an_offset(pane: ReaderPane) -> None:
    asked: list[tuple[QPoint, int]] = []
    pane.context_requested.connect(lambda point, offset: asked.append((point, offset)))
    at = where(pane, span("parle")[0]).toPoint()
    place = pane.viewport().mapToGlobal(at)
    QApplication.sendEvent(pane.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, place))
    pane.select(*span("hiver"))
    QApplication.sendEvent(pane.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, place))
    assert [offset for _, offset in asked] == [span("parle")[0], span("hiver")[1]]


def test_find_goes_round_both_ways_and_stays_while_one_types(pane: ReaderPane) -> None:
    found = []
    for text, backwards in (("E", False), ("ET", False), ("ETE et", False), ("on", False), ("on", True), ("on", True)):
        assert pane.find_next(text, backwards)
        found.append(pane.selection())
    assert found[:3] == [(0, 1), span("et"), span("e\u0301te\u0301 et")]
    assert found[3] == (span("On éc")[0], span("On éc")[0] + 2)
    assert found[4] == (span("On a")[0], span("On a")[0] + 2)
    assert not pane.find_next("absent")


def colours_of(pane: ReaderPane, words: str) -> set[str]:
    image, found = pane.viewport().grab().toImage(), set()
    start, end = (where(pane, offset) for offset in span(words))
    for x in range(int(start.x()) + 1, int(end.x())):
        found.add(image.pixelColor(x, int(start.y()) - 9).name())
    return found


def test_only_selected_codes_and_the_selected_coding_tint(pane: ReaderPane) -> None:
    pane.put([coding(7, "la table", 1), coding(8, "hiver", 2)])
    assert colours_of(pane, "la table") == colours_of(pane, "hiver") == {LIGHT.background}
    pane.tint({1})
    assert LIGHT.background not in colours_of(pane, "la table")
    assert colours_of(pane, "hiver") == {LIGHT.background}
    pane.select_coding(8)
    assert LIGHT.background not in colours_of(pane, "hiver")
    pane.tint(set())
    assert colours_of(pane, "la table") == {LIGHT.background}


def test_selection_marks_and_theme_are_painted(pane: ReaderPane) -> None:
    pane.select(*span("hiver"))
    assert LIGHT.selection in colours_of(pane, "hiver")
    pane.select(0, 0)
    pane.set_marks([PassingMark(*span("hiver"))])
    assert colours_of(pane, "hiver") != {LIGHT.background}
    pane.set_marks([])
    pane.set_theme(DARK)
    assert colours_of(pane, "hiver") == {DARK.background}

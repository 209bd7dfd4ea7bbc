"""What the reader shows and keeps: scrolling, size, long lines, repainting little, and never losing a reference."""

from __future__ import annotations

import gc
import random
import sys

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.reader import DARK, LIGHT, PassingMark, ReaderCoding, ReaderPane, ReaderPassage
from app.reader.layout import MEASURE

COLOURS = ("#4e79a7", "#f28e2b", "#e15759", "#76b7b2")
LINES = [f"Ligne {n} 😀 " + " ".join(f"mot{n * k % 97}" for k in range(5 + n * 37 % 90)) + "." for n in range(400)]
LONG = "\n".join(LINES)


def passages() -> list[ReaderPassage]:
    made, at = [], 0
    for n, line in enumerate(LINES):
        role = "interviewer" if n % 2 else "respondent"
        made.append(ReaderPassage(n, n + 1, "turn", at, at + len(line), f"R{n % 2}", role))
        at += len(line) + 1
    return made


def codings(count: int) -> list[ReaderCoding]:
    chance, made = random.Random(3), []
    for key in range(count):
        start = chance.randrange(len(LONG) - 700)
        end = start + chance.choice([20, 90, 300, 700])
        made.append(ReaderCoding(key, start, end, key % 9, f"code {key % 9}", COLOURS[key % 4], "Anne"))
    return made


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    pane.show()
    pane.show_document(LONG, passages(), codings(300))
    QApplication.processEvents()
    return pane


def top_line(pane: ReaderPane) -> int:
    return pane.place()[0]


def test_scrolling_up_and_down_is_even_and_comes_back(pane: ReaderPane) -> None:
    pane.scroll_to(LONG.index("Ligne 200"), "top")
    bar, place = pane.verticalScrollBar(), pane.place()
    for step in (-37, 37):
        for _ in range(60):
            mark = top_line(pane)
            before = pane.spot(mark)
            bar.setValue(bar.value() + step)
            after = pane.spot(mark)
            if before and after:
                assert after.top() - before.top() == -step, "what is read must move by what was scrolled, no more"
    assert pane.place() == place


def test_no_line_begins_with_a_sign_that_stands_off_its_word(pane: ReaderPane) -> None:
    said = " ".join(f"{'mot' * (n % 3 + 1)} « oui ! », {'la' * (n % 4)} voilà : quoi ; enfin ?" for n in range(60))
    pane.show_document(said, [], [])
    for width in range(700, 900, 20):
        pane.resize(width, 500)
        QApplication.processEvents()
        laid = pane._layout.laid(0).layout
        starts = [laid.lineAt(n).textStart() for n in range(laid.lineCount())]
        assert len(starts) > 9
        assert [said[at] for at in starts if said[at] in "!;:?»"] == []
        assert [said[at - 2] for at in starts if at and said[at - 2] == "«"] == []
    assert pane.words(0, 20) == said[:20], "what is copied is as it was written"


def test_both_ends_can_be_reached(pane: ReaderPane) -> None:
    bar = pane.verticalScrollBar()
    for _ in range(5):
        bar.setValue(bar.maximum())
    last = pane.spot(len(LONG))
    assert last is not None
    assert 0 < last.bottom() < pane.viewport().height()
    bar.setValue(0)
    first = pane.spot(0)
    assert first is not None
    assert 0 <= first.top() < 60


@pytest.mark.parametrize("align", ["top", "center", "nearest"])
def test_scroll_to_shows_the_line(pane: ReaderPane, align: str) -> None:
    for words in ("Ligne 300", "Ligne 301", "Ligne 10 ", "Ligne 399", "Ligne 0"):
        pane.scroll_to(LONG.index(words), align)  # type: ignore[arg-type]  # wider than the signature on purpose
        spot = pane.spot(LONG.index(words))
        assert spot is not None
        assert spot.top() >= 0
        assert spot.bottom() <= pane.viewport().height()
    place = pane.place()
    pane.scroll_to(LONG.index("Ligne 0"), "nearest")
    assert pane.place() == place


def test_pages_turn_with_the_keys_and_take_the_caret_along(pane: ReaderPane, qtbot: QtBot) -> None:
    seen = [top_line(pane)]
    for _ in range(4):
        qtbot.keyClick(pane, Qt.Key.Key_PageDown)
        seen.append(top_line(pane))
        caret = pane.spot(pane.selection()[0])
        assert caret is not None
        assert 0 <= caret.top() < pane.viewport().height()
    assert seen == sorted(set(seen))
    qtbot.keyClick(pane, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selection()[0] < pane.selection()[1]
    for _ in range(5):
        qtbot.keyClick(pane, Qt.Key.Key_PageUp)
    assert pane.selection() == (0, 0)


def test_a_drag_held_below_the_text_scrolls_on(pane: ReaderPane, qtbot: QtBot) -> None:
    start = pane.spot(200)
    assert start is not None
    below = QPoint(400, pane.viewport().height() + 30)
    qtbot.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=start.center().toPoint())
    place = QPointF(pane.viewport().mapToGlobal(below))
    held = Qt.MouseButton.LeftButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(below), place, Qt.MouseButton.NoButton, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(pane.viewport(), move)
    qtbot.waitUntil(lambda: top_line(pane) > LONG.index("Ligne 8"))
    qtbot.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=below)
    place_then, (start_offset, end) = pane.place(), pane.selection()
    assert start_offset <= 200 < place_then[0] < end
    assert not pane._edge_timer.isActive()
    QApplication.processEvents()
    assert pane.place() == place_then


def test_resizing_keeps_the_top_line(pane: ReaderPane) -> None:
    here = LONG.index("Ligne 150") + 400
    pane.scroll_to(here, "top")
    offset, share = pane.place()
    for width in (600, 450, 1200, 333, 900):
        pane.resize(width, 500)
        line = top_line(pane)
        found = pane.spot(offset)
        assert found is not None
        assert line <= offset
        assert found.top() <= pane._type.pitch
    assert pane.place() == (offset, share), "widths in between must not make it creep"


def test_size_and_theme_keep_the_top_line_and_place_is_told(pane: ReaderPane, qtbot: QtBot) -> None:
    pane.scroll_to(LONG.index("Ligne 77"), "top")
    place = pane.place()
    pane.set_theme(DARK)
    assert pane.place() == place
    at = QPointF(pane.viewport().rect().center())
    wheel = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    size = pane.text_size()
    with qtbot.waitSignal(pane.place_changed):
        QApplication.sendEvent(pane.viewport(), wheel)
    assert pane.text_size() == size + 2
    assert top_line(pane) <= place[0]
    spot = pane.spot(place[0])
    assert spot is not None
    assert spot.top() < pane._type.pitch
    window = pane.font()
    window.setStretch(150)
    gutter = pane._columns.number_width
    pane.setFont(window)
    assert pane._columns.number_width > gutter
    window.setStretch(100)
    pane.setFont(window)
    pane.set_text_size(500)
    assert pane.text_size() == 36
    pane.set_text_size(size)
    pane.restore_place(place)
    assert pane.place() == place


def test_the_same_text_shown_anew_keeps_place_and_selection(pane: ReaderPane) -> None:
    pane.scroll_to(LONG.index("Ligne 90"), "top")
    place = pane.place()
    pane.select(place[0], place[0] + 10)
    pane.show_document(LONG, passages(), codings(5), keep_place=True)
    assert pane.selection() == (place[0], place[0] + 10)
    assert top_line(pane) == place[0]
    pane.show_document("Autre texte.", [], [])
    assert pane.selection() == (0, 0)
    assert top_line(pane) == 0


def test_lines_are_no_longer_than_the_measure(pane: ReaderPane) -> None:
    pane.resize(2400, 500)
    lines = [(row.laid, n) for row in pane.rows() for n in range(len(row.laid.starts))]
    longest = max(laid.line_end(n) - laid.starts[n] for laid, n in lines)
    assert 50 < longest <= MEASURE * 1.15


def test_an_over_long_line_keeps_its_offsets(pane: ReaderPane) -> None:
    text = "mot 😀 " * 9000 + "fin"
    pane.show_document(text, [ReaderPassage(1, 1, "paragraph", 0, len(text))], [])
    assert pane.find_next("fin")
    assert pane.selection() == (len(text) - 3, len(text))
    spot = pane.spot(len(text) - 2)
    assert spot is not None
    assert pane.offset_at(spot.center()) == len(text) - 2


def test_text_from_right_to_left_is_found_under_its_spot(pane: ReaderPane) -> None:
    text = "abc שלום עולם def"
    pane.show_document(text, [], [])
    row = pane.rows()[0]
    start, end = text.index("ש"), text.index(" def")
    pieces = list(row.laid.pieces(start, end))
    whole = list(row.laid.pieces(0, len(text)))
    assert len(whole) == len(pieces) == 1
    assert whole[0].left() < pieces[0].left() < pieces[0].right() < whole[0].right()
    split = list(row.laid.pieces(2, start + 2))
    assert len(split) == 2, "a span that crosses the turn of direction stands in two places"


class Watched(ReaderPane):
    """Notes what is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[tuple[int, int, int, int]] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(event.rect().getRect())
        super().paintEvent(event)


def test_a_coding_repaints_little(qtbot: QtBot) -> None:
    pane = Watched()
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    pane.show()
    pane.show_document(LONG, passages(), codings(300))
    QApplication.processEvents()

    def painted() -> list[tuple[int, int, int, int]]:
        QApplication.processEvents()
        found, pane.painted = pane.painted, []
        return found

    painted()
    far = LONG.index("Ligne 300")
    pane.put([ReaderCoding(9000, 30, 60, 3, "code 3", "#e15759")])
    assert [left > pane._columns.text + pane._columns.text_width for left, *_ in painted()] == [True]
    pane.tint({3})
    painted()
    pane.put([ReaderCoding(9001, far, far + 50, 3, "code 3", "#e15759")])
    assert [left > pane._columns.text + pane._columns.text_width for left, *_ in painted()] == [True]
    pane.put([ReaderCoding(9000, 30, 61, 3, "code 3", "#e15759")])
    assert [height for _, _, _, height in painted()] == [pane.viewport().height()]
    pane.select(30, 40)
    assert max(height for _, _, _, height in painted()) < 250
    pane.put([])
    pane.drop([424242])
    assert sum(width * height for _, _, width, height in painted()) < 900 * 500 / 2


def test_lanes_of_others_stay_when_one_comes_and_goes(pane: ReaderPane) -> None:
    before = {stripe.key: stripe.rect.left() for stripe in pane.stripes()}
    pane.put([ReaderCoding(9000, 0, len(LONG), 3, "tout", "#e15759")])
    stripes = {stripe.key: stripe.rect for stripe in pane.stripes()}
    assert stripes[9000].top() > 0
    assert stripes[9000].bottom() > pane.viewport().height()
    pane.drop([9000])
    assert {stripe.key: stripe.rect.left() for stripe in pane.stripes()} == before


@pytest.mark.parametrize("count", [2, 24, 60])
def test_stripes_fit_beside_the_text_and_can_all_be_hit(pane: ReaderPane, count: int) -> None:
    codings = [ReaderCoding(n, 10, 60, n, f"code {n}", "#4e79a7") for n in range(count)]
    pane.show_document(LONG, passages(), codings)
    stripes = pane.stripes()
    assert len(stripes) == count
    assert len({stripe.rect.left() for stripe in stripes}) == min(count, 24)
    for stripe in stripes[: min(count, 23)]:
        assert stripe.rect.right() < pane.viewport().width()
        assert pane.stripe_at(stripe.rect.center()) is not None
        found = pane.stripe_at(stripe.rect.center())
        assert found is not None
        assert found.rect.left() == stripe.rect.left()


def test_short_codings_of_one_line_do_not_hide_each_other(pane: ReaderPane) -> None:
    codings = [ReaderCoding(n, n * 6, n * 6 + 5, n, f"code {n}", "#4e79a7") for n in range(4)]
    pane.show_document("mots " * 200, [], codings)
    rects = [stripe.rect for stripe in sorted(pane.stripes(), key=lambda stripe: stripe.key)]
    assert len({rect.left() for rect in rects}) == 1
    assert [rect.top() for rect in rects] == sorted({rect.top() for rect in rects})


def test_an_empty_document_can_be_shown_and_walked(pane: ReaderPane, qtbot: QtBot) -> None:
    pane.show_document("", [], [])
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Up):
        qtbot.keyClick(pane, key)
        qtbot.keyClick(pane, key, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selection() == (0, 0)
    assert pane.step_coding(1) is None
    assert not pane.find_next("rien")
    assert pane.place()[0] == 0
    assert pane.accessibleName()


def test_thousands_of_paintings_lose_no_reference(pane: ReaderPane) -> None:
    pane.tint({1, 2, 3})
    pane.set_marks([PassingMark(at, at + 9, "hit") for at in range(0, 4000, 40)])
    pane.select_coding(pane.stripes()[0].key)
    pane.resize(600, 160)
    bar = pane.verticalScrollBar()

    def paint(times: int) -> None:
        for n in range(times):
            bar.setValue(n % 40 * 25)
            pane.viewport().repaint()

    paint(60)
    gc.collect()  # what other tests left holds references, too
    before = sys.getrefcount(None)
    paint(3000)
    gc.collect()
    assert abs(sys.getrefcount(None) - before) < 100
    assert pane.viewport().grab().toImage().pixelColor(4, 4).name() == LIGHT.background

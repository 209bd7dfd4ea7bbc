"""Stripes in the margin: several are selected and changed as one, an end is dragged, a click tells whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.code.page import CodePage
from app.hub import Hub
from app.reader import ReaderCoding, ReaderPane
from app.settings import Settings
from coding import codebook, codings, memos
from coding.codebook import frameworks
from corpus import anchors
from tests.coding.support import Study, make_study

LINE = "On a vu que le client revient quand la boutique lui parle et cela change tout. "
TEXT = "\n".join(f"{n} {LINE * 4}" for n in range(40))
NO, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def mouse(
    pane: ReaderPane, kind: QEvent.Type, at: QPointF, held: Qt.KeyboardModifier = NO, *, down: bool = True
) -> None:
    moving = kind == QEvent.Type.MouseMove
    place = QPointF(pane.viewport().mapToGlobal(at.toPoint()))
    event = QMouseEvent(kind, at, place, NONE if moving else LEFT, LEFT if down else NONE, held)
    QApplication.sendEvent(pane.viewport(), event)


def click(pane: ReaderPane, at: QPointF, held: Qt.KeyboardModifier = NO) -> None:
    mouse(pane, QEvent.Type.MouseButtonPress, at, held)
    mouse(pane, QEvent.Type.MouseButtonRelease, at, held, down=False)


def middle(pane: ReaderPane, key: int) -> QPointF:
    return next(stripe.rect.center() for stripe in pane.stripes() if stripe.key == key)


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.resize(800, 600)
    pane.show()
    made = [ReaderCoding(n, n * 50, n * 50 + 300, n, f"code {n}", "#4e79a7", "Anne") for n in range(1, 7)]
    pane.show_document(TEXT, [], made)
    QApplication.processEvents()
    return pane


def test_ctrl_takes_stripes_besides_and_lets_go_of_them(pane: ReaderPane) -> None:
    click(pane, middle(pane, 2))
    click(pane, middle(pane, 5), CTRL)
    click(pane, middle(pane, 1), CTRL)
    assert pane.selected_codings() == [2, 5, 1]
    assert pane.selected_coding() == 2
    click(pane, middle(pane, 5), CTRL)
    assert pane.selected_codings() == [2, 1]
    click(pane, middle(pane, 2), CTRL)
    assert pane.selected_codings() == [1]
    click(pane, middle(pane, 1), CTRL)
    assert pane.selected_codings() == []
    click(pane, middle(pane, 3), CTRL)
    assert pane.selected_codings() == [3]


def test_shift_takes_all_stripes_up_to_the_one_clicked(pane: ReaderPane) -> None:
    click(pane, middle(pane, 5))
    click(pane, middle(pane, 2), SHIFT)
    assert sorted(pane.selected_codings()) == [2, 3, 4, 5]
    pane.drop([5])
    assert sorted(pane.selected_codings()) == [2, 3, 4]
    click(pane, middle(pane, 6))
    assert pane.selected_codings() == [6]
    pane.select(0, 5)
    assert pane.selected_codings() == []


def test_a_click_tells_code_and_coder_beside_the_stripe_until_one_goes_on(pane: ReaderPane) -> None:
    click(pane, middle(pane, 3))
    assert pane.note.isVisible()
    assert "code 3 · Anne" in pane.note.text()
    inside = pane.viewport().rect()
    assert inside.contains(pane.note.geometry())
    click(pane, middle(pane, 4), CTRL)
    assert "2" in pane.note.text()
    pane.verticalScrollBar().setValue(40)
    assert not pane.note.isVisible()
    for width, height in ((330, 200), (1400, 900)):
        pane.resize(width, height)
        QApplication.processEvents()
        click(pane, middle(pane, 3))
        assert pane.viewport().rect().contains(pane.note.geometry())
    pane.select(0, 5)
    assert not pane.note.isVisible()
    click(pane, middle(pane, 3))
    assert pane.note.isVisible()
    pane.drop([3])
    assert not pane.note.isVisible(), "the coding that it tells of is gone"


@pytest.mark.parametrize("at_end", [True, False])
def test_an_end_is_dragged_in_the_margin_line_by_line_and_in_the_text_word_by_word(
    pane: ReaderPane, qtbot: QtBot, at_end: bool
) -> None:
    rect = next(stripe.rect for stripe in pane.stripes() if stripe.key == 4)
    x, edge = rect.center().x(), rect.bottom() if at_end else rect.top()
    here = QPointF(x, edge)
    mouse(pane, QEvent.Type.MouseMove, here, down=False)
    assert pane.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    line = pane._type.pitch
    there = QPointF(x, edge + (line * 2 if at_end else -line * 2))
    with qtbot.waitSignal(pane.coding_resized) as told:
        mouse(pane, QEvent.Type.MouseButtonPress, here)
        mouse(pane, QEvent.Type.MouseMove, there)
        mouse(pane, QEvent.Type.MouseButtonRelease, there, down=False)
    key, start, end = told.args
    assert key == 4
    kept, moved = (start, end) if at_end else (end, start)
    assert kept == (200 if at_end else 500)
    spot = pane.spot(moved, before=at_end)
    assert spot is not None
    assert abs(spot.center().y() - there.y()) <= line
    word = pane._document.word_at(moved - 1 if at_end else moved)
    assert moved >= word[1] if at_end else moved == word[0]
    inside = QPointF(pane._columns.text + 150, there.y())
    with qtbot.waitSignal(pane.coding_resized) as told:
        mouse(pane, QEvent.Type.MouseButtonPress, here)
        mouse(pane, QEvent.Type.MouseMove, inside)
        mouse(pane, QEvent.Type.MouseButtonRelease, inside, down=False)
    assert told.args[2 if at_end else 1] not in (moved, 500, 200)


def test_an_end_that_is_clicked_but_not_dragged_changes_nothing(pane: ReaderPane, qtbot: QtBot) -> None:
    rect = next(stripe.rect for stripe in pane.stripes() if stripe.key == 4)
    at = QPointF(rect.center().x(), rect.bottom())
    with qtbot.assertNotEmitted(pane.coding_resized):
        mouse(pane, QEvent.Type.MouseButtonPress, at)
        mouse(pane, QEvent.Type.MouseMove, at + QPointF(1, 1))
        mouse(pane, QEvent.Type.MouseButtonRelease, at, down=False)
        mouse(pane, QEvent.Type.MouseButtonPress, at)
        mouse(pane, QEvent.Type.MouseMove, at + QPointF(0, 90))
        qtbot.keyClick(pane, Qt.Key.Key_Escape)
        mouse(pane, QEvent.Type.MouseButtonRelease, at, down=False)
    assert pane.selected_codings() == [4]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = make_study(tmp_path)
    for name in ("prototyper", "éprouver", "client"):
        codebook.add(made.project, name)
    return made


@pytest.fixture
def page(study: Study, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[CodePage]:
    hub = Hub(Settings(tmp_path / "settings.json"))
    hub.take(study.project)
    made = CodePage(hub)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.project_opened()
    made.show()
    made.open_document(study.documents["Bureau"])
    made.entered()
    QApplication.processEvents()
    yield made
    hub.close()


def coded(study: Study) -> list[int]:
    place = anchors.words(study.documents["Bureau"], *study.span("Bureau", "tableau de bord 📈"))
    names = ("prototyper", "éprouver")
    return [codings.apply(study.project, codebook.find(study.project, name).key, place) for name in names]


def found(page: CodePage, study: Study) -> list[tuple[int, int]]:
    return [(one.key, one.code) for one in codings.of_document(study.project, study.documents["Bureau"])]


def test_several_stripes_are_uncoded_and_recoded_as_one_change(page: CodePage, study: Study) -> None:
    keys, pane = coded(study), page.reading.pane
    before = found(page, study)
    click(pane, middle(pane, keys[0]))
    assert "by hand" in pane.note.text()
    click(pane, middle(pane, keys[1]), CTRL)
    page.verbs.uncode()
    assert not [key for key, _ in found(page, study) if key in keys]
    study.project.undo()
    QApplication.processEvents()
    assert found(page, study) == before
    click(pane, middle(pane, keys[0]))
    click(pane, middle(pane, keys[1]), CTRL)
    page.verbs.recode()
    assert "2" in page.picker.title.text()
    QTest.keyClicks(page.picker.line, "client")
    QTest.keyClick(page.picker.line, Qt.Key.Key_Return)
    changed = dict(found(page, study))
    assert {changed[key] for key in keys if key in changed} == {codebook.find(study.project, "client").key}
    study.project.undo()
    QApplication.processEvents()
    assert found(page, study) == before


def test_the_margin_keeps_to_what_its_menu_says_and_says_so(page: CodePage, study: Study, qtbot: QtBot) -> None:
    keys, pane, menu = coded(study), page.reading.pane, page.reading.filter
    QApplication.processEvents()
    prototyper = codebook.find(study.project, "prototyper").key
    assert {stripe.key for stripe in pane.stripes()} >= set(keys)
    assert menu.text() == ""
    menu.fill()
    [codes] = [action.menu() for action in menu._menu.actions() if action.text() == "Code"]
    assert isinstance(codes, QMenu)
    [wanted] = [action for action in codes.actions() if action.text() == "prototyper · 1"]
    pane.select_coding(keys[1])
    wanted.trigger()
    assert {stripe.key for stripe in pane.stripes()} == {keys[0]}
    assert "prototyper" in menu.text()
    assert "prototyper" in menu.accessibleName()
    assert pane.selected_codings() == [], "what is hidden can't be changed unseen"
    pane.select(0, 0)
    assert [pane.step_coding(1) for _ in range(2)] == [keys[0], None]
    menu.choose("origin", "import", on=True)
    assert not pane.stripes()
    menu.choose("origin", "import", on=False)
    menu.choose("cycle", 1, on=True)
    assert [stripe.coding.code for stripe in pane.stripes()] == [prototyper]
    menu.clear()
    frameworks.add(study.project, "meco-2019")
    theory = codebook.find(study.project, "C1").key
    with study.coder("Bea"):
        codings.apply(study.project, theory, anchors.words(study.documents["Bureau"], 0, 40))
    QApplication.processEvents()
    for name, value in (("coder", "Bea"), ("framework", codebook.get(study.project, theory).framework)):
        menu.choose(name, value, on=True)
        assert [stripe.coding.code for stripe in pane.stripes()] == [theory]
        menu.clear()
    assert {stripe.key for stripe in pane.stripes()} >= set(keys)
    assert menu.text() == ""
    menu.keep_to_codes([prototyper])
    codings.apply(study.project, prototyper, anchors.words(study.documents["Bureau"], 0, 4))
    QApplication.processEvents()
    assert len(pane.stripes()) == 2, "a coding made meanwhile is shown where it meets the choice"


def test_memos_on_words_and_codings_are_marked_in_the_margin(page: CodePage, study: Study, qtbot: QtBot) -> None:
    pane, [first, _] = page.reading.pane, coded(study)
    assert pane.memo_marks() == []
    place = anchors.words(study.documents["Bureau"], 0, 5)
    on_words = memos.add(study.project, "What they call a desk", targets=[memos.on(place)])
    memos.add(study.project, "x" * 400, title="Why this code", targets=[memos.Target("coding", first)])
    memos.add(study.project, "Elsewhere", targets=[memos.on(anchors.words(study.documents["Achats"], 0, 5))])
    QApplication.processEvents()
    marks = pane.memo_marks()
    assert sorted(mark.said for mark, _ in marks) == ["What they call a desk", "Why this code"]
    spot = next(place for mark, place in marks if mark.key == on_words)
    assert pane._columns.text + pane._columns.text_width < spot.left() < spot.right() < pane._columns.stripes
    assert "What they call a desk" in pane._tip(spot.center())[0]
    assert pane.grab().width()
    click(pane, spot.center())
    assert pane.selection() == (0, 5)
    assert page.inspector.currentWidget() is page.inspector.memo
    study.project.undo()
    study.project.undo()
    study.project.undo()
    QApplication.processEvents()
    assert pane.memo_marks() == []

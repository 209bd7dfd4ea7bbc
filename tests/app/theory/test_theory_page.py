"""The Theory page: digits link, judging changes counts, the table shows what asks for a second look."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import theme
from app.hub import Ask, Hub, Place
from app.theory.codes import MIME
from app.theory.page import EVIDENCE, TABLE, TRIAGE, TheoryPage
from coding import codebook, links, memos, set_asides
from coding.codebook import frameworks
from tests.app.theory_support import heard, key_of, made_links, shown, take


def press(widget: QWidget, key: Qt.Key, text: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))


def test_unlinked_codes_stand_first_and_one_is_in_hand(page: TheoryPage) -> None:
    names = [row.name for row in page.triage.codes.rows.rows]

    assert names[1:3] == ["Représentations", "Click and collect"]
    assert page.triage.code == key_of(page.hub.project, "Représentations")
    assert page.triage.words.rows.rowCount() == 45


def test_a_digit_links_the_code_in_hand(page: TheoryPage, qtbot: QtBot) -> None:
    take(page, "Click and collect")
    said = heard(page.hub.said)

    qtbot.keyClick(page.triage.codes, Qt.Key.Key_3)

    assert made_links(page.hub.project, "Click and collect") == {"C3": "all"}
    assert "all its coded segments count" in str(said[-1])
    chips = page.triage.codes.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert chips == "C3 Capacité de déploiement du nouveau parcours client"
    assert page.triage.capability == key_of(page.hub.project, "C3")
    assert page.triage.detail.link.all.isChecked()


def test_the_second_link_is_one_by_one_and_the_status_line_says_why(page: TheoryPage, qtbot: QtBot) -> None:
    take(page, "Click and collect")
    said = heard(page.hub.said)

    qtbot.keyClick(page.triage.codes, Qt.Key.Key_3)
    qtbot.keyClick(page.triage.codes, Qt.Key.Key_5)

    assert made_links(page.hub.project, "Click and collect") == {"C3": "all", "C5": "one_by_one"}
    assert "as it has another link here" in str(said[-1])


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_digits_answer_on_azerty(page: TheoryPage, held: Qt.KeyboardModifier) -> None:
    take(page, "Click and collect")

    if held is Qt.KeyboardModifier.ShiftModifier:
        press(page.triage.codes, Qt.Key.Key_3, "3", held)
    else:
        press(page.triage.codes, Qt.Key.Key_QuoteDbl, '"')

    mode = "one_by_one" if held is Qt.KeyboardModifier.ShiftModifier else "all"
    assert made_links(page.hub.project, "Click and collect") == {"C3": mode}


def test_shift_and_digit_on_qwerty_links_one_by_one(page: TheoryPage) -> None:
    take(page, "Click and collect")

    press(page.triage.words, Qt.Key.Key_At, "@", Qt.KeyboardModifier.ShiftModifier)

    assert made_links(page.hub.project, "Click and collect") == {"C2": "one_by_one"}


def test_zero_on_azerty_says_that_a_code_is_outside_and_delete_takes_it_back(page: TheoryPage, qtbot: QtBot) -> None:
    project = page.hub.project
    take(page, "Click and collect")

    press(page.triage.codes, Qt.Key.Key_Agrave, "à")

    [aside] = set_asides.listed(project)
    assert (aside.code, aside.framework, aside.reason) == (key_of(project, "Click and collect"), "meco-2019", "")
    assert "outside the framework: to theorise" in page.triage.about.text()
    assert page.triage.detail.link.title.text() == "“Click and collect” is outside the framework: to theorise"
    assert page.triage.detail.link.said.text().startswith(aside.coder)
    assert page.triage.detail.link.isVisible()
    assert not page.triage.detail.link.all.isVisible()

    page.triage.codes.setFocus()
    qtbot.keyClick(page.triage.codes, Qt.Key.Key_Delete)

    assert set_asides.listed(project) == []
    assert not page.triage.detail.link.isVisible()


def test_a_linked_code_is_not_outside(page: TheoryPage, qtbot: QtBot) -> None:
    take(page, "Procédures")

    qtbot.keyClick(page.triage.codes, Qt.Key.Key_0)

    assert set_asides.listed(page.hub.project) == []


def test_the_same_digit_again_shows_the_link_and_keeps_it(page: TheoryPage, qtbot: QtBot) -> None:
    take(page, "Procédures", "C1")
    said = heard(page.hub.said)

    qtbot.keyClick(page.triage.codes, Qt.Key.Key_3)

    assert made_links(page.hub.project, "Procédures") == {"C3": "all"}
    assert page.triage.capability == key_of(page.hub.project, "C3")
    assert page.triage.detail.link.remove.isVisible()
    assert "linked to C3" in str(said[-1])


def test_delete_takes_the_shown_link_away_and_undo_paints_it_again(page: TheoryPage, qtbot: QtBot) -> None:
    project = page.hub.project
    take(page, "Procédures", "C3")
    linked = page.reading.counts(key_of(project, "C3")).linked  # type: ignore[union-attr]  # it is there, else the test fails

    page.triage.codes.setFocus()
    qtbot.keyClick(page.triage.codes, Qt.Key.Key_Delete)

    assert made_links(project, "Procédures") == {}
    assert not page.triage.detail.link.isVisible()
    assert page.triage.capabilities.rows.rows[2].counts.linked < linked

    project.undo()

    assert page.triage.detail.link.isVisible()
    assert page.triage.capabilities.rows.rows[2].counts.linked == linked
    assert page.triage.capabilities.rows.rows[2].mode == "all"


def test_a_linked_code_stays_in_its_place_until_another_is_taken(page: TheoryPage, qtbot: QtBot) -> None:
    take(page, "Click and collect")
    before = page.triage.codes.currentIndex().row()

    qtbot.keyClick(page.triage.codes, Qt.Key.Key_1)
    assert page.triage.codes.currentIndex().row() == before

    take(page, "Procédures")
    names = [row.name for row in page.triage.codes.rows.rows]
    assert names.index("Click and collect") > names.index("Linked")


def test_n_goes_to_the_next_unlinked_code_and_round(page: TheoryPage, qtbot: QtBot) -> None:
    names = []
    page.triage.codes.setFocus()
    take(page, "Procédures")
    for _ in range(3):
        qtbot.keyClick(page.triage.codes, Qt.Key.Key_N)
        QApplication.processEvents()
        names.append(page.triage.title.text())

    assert names == ["Représentations", "Click and collect", "Représentations"]


def test_n_says_when_nothing_is_left(page: TheoryPage) -> None:
    project = page.hub.project
    for name in ("Représentations", "Click and collect"):
        set_asides.outside(project, key_of(project, name), "meco-2019")
    said = heard(page.hub.said)

    page.triage.next_open()

    assert said == ["No other code waits for a link."]


def test_a_code_dropped_on_a_capability_is_linked(page: TheoryPage) -> None:
    project, listed = page.hub.project, page.triage.capabilities
    source = page.triage.codes
    at = source.index_of(key_of(project, "Click and collect"))
    assert at.flags() & Qt.ItemFlag.ItemIsDragEnabled
    mime = source.rows.mimeData([at])
    place = listed.visualRect(listed.rows.index(5, 0)).center()

    event = QDropEvent(
        QPointF(place), Qt.DropAction.LinkAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    listed.dropEvent(event)

    assert made_links(project, "Click and collect") == {"C6": "all"}
    assert page.triage.code == key_of(project, "Click and collect")


def test_nothing_else_can_be_dropped(page: TheoryPage) -> None:
    rows = page.triage.capabilities.rows
    strange = QMimeData()
    strange.setText("1")

    assert not rows.dropMimeData(strange, Qt.DropAction.LinkAction, -1, -1, rows.index(0, 0))
    assert rows.mimeTypes() == [MIME]


def test_a_reason_is_written_by_b_kept_by_enter_and_left_by_escape(page: TheoryPage, qtbot: QtBot) -> None:
    project = page.hub.project
    take(page, "Click and collect")
    page.triage.codes.setFocus()
    qtbot.keyClick(page.triage.codes, Qt.Key.Key_2)
    assert not page.triage.detail.link.reason.hasFocus()

    qtbot.keyClick(page.triage.codes, Qt.Key.Key_B)
    field = page.triage.detail.link.reason
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "2 choix")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert [one.reason for one in links.listed(project)][-1] == "2 choix"
    assert len(made_links(project, "Click and collect")) == 1

    page.triage.write_reason()
    qtbot.keyClicks(field, "autre")
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert [one.reason for one in links.listed(project)][-1] == "2 choix"
    assert field.text() == "2 choix"
    assert page.triage.codes.hasFocus()


def test_the_mode_of_a_link_is_switched(page: TheoryPage, qtbot: QtBot) -> None:
    take(page, "Procédures", "C3")
    before = page.triage.capabilities.rows.rows[2].counts.linked

    qtbot.mouseClick(page.triage.detail.link.one, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))

    assert made_links(page.hub.project, "Procédures") == {"C3": "one_by_one"}
    assert page.triage.capabilities.rows.rows[2].counts.linked == before - 16
    assert "to review: 16" in page.triage.about.text()


def test_judging_one_by_one_changes_the_counts(page: TheoryPage, qtbot: QtBot) -> None:
    take(page, "SI et CRM", "C3")
    rows = page.triage.words.rows
    waiting = next(n for n, row in enumerate(rows.rows) if row.weighings[0].bearing.waiting)
    page.triage.words.setCurrentIndex(rows.index(waiting, 0))
    before = page.triage.capabilities.rows.rows[2].counts.linked
    page.triage.words.setFocus()

    qtbot.keyClick(page.triage.words, Qt.Key.Key_I)

    assert rows.rows[waiting].weighings[0].bearing.verdict == "in"
    assert page.triage.capabilities.rows.rows[2].counts.linked == before + 1
    assert page.triage.words.currentIndex().row() == waiting + 1

    page.hub.project.undo()
    assert rows.rows[waiting].weighings[0].bearing.waiting
    assert page.triage.capabilities.rows.rows[2].counts.linked == before


def test_a_click_on_out_judges_out_and_a_stance_judges_in(page: TheoryPage, qtbot: QtBot) -> None:
    take(page, "Procédures", "C3")
    listed = page.triage.words
    row = listed.rows.rows[0]
    before = page.triage.capabilities.rows.rows[2].counts.linked

    def click(what: str) -> None:
        rect = listed.visualRect(listed.rows.index(0, 0))
        place = next(one for one in listed.drawn.presses(rect, listed.rows.rows[0]) if one.what == what)
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place.rect.center())

    click("out")
    assert listed.rows.rows[0].weighings[0].bearing.verdict == "out"
    assert page.triage.capabilities.rows.rows[2].counts.linked == before - 1

    listed.setFocus()
    for stance in ("supports", "nuances", "contradicts"):
        qtbot.keyClick(listed, Qt.Key.Key_S)
        assert listed.rows.rows[0].weighings[0].bearing.stance == stance
    assert listed.rows.rows[0].weighings[0].bearing.verdict == "in"
    assert page.triage.capabilities.rows.rows[2].counts.linked == before - 1
    assert listed.rows.rows[0].key == row.key

    click("stance")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [action.isChecked() for action in menu.actions()] == [False, False, False, True]
    menu.actions()[1].trigger()
    menu.close()
    assert listed.rows.rows[0].weighings[0].bearing.stance == "supports"
    assert page.triage.capabilities.rows.rows[2].counts.linked == before


def test_the_source_of_a_verbatim_opens(page: TheoryPage, qtbot: QtBot) -> None:
    take(page, "Procédures", "C3")
    asked = heard(page.hub.place_asked)
    item = page.triage.words.rows.rows[0].item
    page.triage.words.setFocus()

    qtbot.keyClick(page.triage.words, Qt.Key.Key_Right)

    assert asked == [Place(item.document, item.start, item.end, item.codings[0])]


def test_ctrl_return_shows_the_verbatims_of_the_code(page: TheoryPage, qtbot: QtBot) -> None:
    take(page, "Procédures", "C3")
    asked = heard(page.hub.verbatims_asked)
    page.triage.codes.setFocus()

    qtbot.keyClick(page.triage.codes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    [ask] = asked
    assert isinstance(ask, Ask)
    assert len(ask.items or ()) == 16


def test_a_hidden_page_is_painted_when_it_comes_to_the_front(page: TheoryPage) -> None:
    project = page.hub.project
    page.hide()

    links.link(project, key_of(project, "Click and collect"), key_of(project, "C5"))
    assert page.triage.codes.rows.rows[0].count == 2

    page.show()
    assert page.reading is not None
    assert page.reading.group(key_of(project, "Click and collect")) == "linked"


def test_digits_reach_the_nine_codes_around_the_current_one(page: TheoryPage, qtbot: QtBot) -> None:
    project = page.hub.project
    key = frameworks.fork(project, "meco-2019")
    for number in range(8, 13):
        codebook.add(project, f"Autre {number}", framework=key, key=f"C{number}")
    page.show_framework(key)
    take(page, "Click and collect", "Autre 11")

    assert page.triage.capabilities.rows.digit_at(10) == "2"
    qtbot.keyClick(page.triage.capabilities, Qt.Key.Key_2)

    assert made_links(project, "Click and collect") == {"C11": "all"}


def test_without_a_framework_the_page_offers_to_add_one(hub: Hub, qtbot: QtBot) -> None:
    frameworks.remove(hub.project, "meco-2019")
    page = shown(hub, qtbot)

    assert page.stack.currentWidget() is page.no_framework
    assert not page.bar.isVisible()

    frameworks.add(hub.project, "homburg-2017")
    assert page.stack.currentWidget() is page.views
    assert page.triage.capabilities.rows.rowCount() == 4


def test_without_descriptive_codes_the_page_leads_to_code(hub: Hub, qtbot: QtBot) -> None:
    for code in codebook.listed(hub.project):
        if code.cycle == 1 and code.depth == 0:
            codebook.remove(hub.project, code.key)
    page = shown(hub, qtbot)
    asked = heard(hub.page_asked)

    assert page.stack.currentWidget() is page.no_codes
    qtbot.mouseClick(page.no_codes.button, Qt.MouseButton.LeftButton)
    assert asked == ["code"]


def test_closing_and_opening_another_study(hub: Hub, page: TheoryPage, built: Path, tmp_path: Path) -> None:
    hub.close()
    assert page.triage.words.rows.rowCount() == 0

    other = tmp_path / "other.verbatim"
    shutil.copy(built, other)
    hub.open(other)
    assert page.triage.words.rows.rowCount() == 45


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_every_view_is_drawn(hub: Hub, qtbot: QtBot, choice: str, qapp: QApplication) -> None:
    hub.settings.set("theme", choice)
    theme.apply(qapp, hub.settings)
    page = shown(hub, qtbot)
    pictures = []
    for view in (TRIAGE, TABLE, EVIDENCE):
        page.show_view(view)
        QApplication.processEvents()
        pictures.append(page.grab().toImage())

    assert pictures[0] != pictures[1] != pictures[2]
    ground = pictures[1].pixelColor(pictures[1].width() // 2, page.height() - 60)
    assert ground.name() == (theme.DARK if choice == "dark" else theme.LIGHT).background


def test_a_memo_is_written_on_the_code_in_hand(page: TheoryPage, qtbot: QtBot) -> None:
    begun: list[tuple[memos.Target, ...]] = []
    page.hub.memo_begun.connect(begun.append)
    take(page, "Procédures")
    page.write_memo()
    assert begun == [(memos.Target("code", key_of(page.hub.project, "Procédures")),)]

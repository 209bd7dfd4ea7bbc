"""The dot table and the evidence of each capability: what they mark, count and open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Ask
from app.theory import link_table
from app.theory.page import EVIDENCE, TABLE, TRIAGE, TheoryPage
from app.theory.support import DIRECT, LINKED, UNREAD
from coding import codebook, codings, links, set_asides
from coding.moment.moment import Moment
from corpus import anchors
from tests.app.theory_support import heard, key_of


def table_row(page: TheoryPage, name: str) -> link_table.DotRow:
    return next(row for row in page.dots.dots.rows if row.name == name)


def test_the_dot_table_marks_what_asks_for_a_second_look(page: TheoryPage) -> None:
    project = page.hub.project
    lonely = codebook.add(project, "Voix seule")
    said = codings.listed(project)[0]
    for start in (said.start, said.start + 5):
        codings.apply(project, lonely, anchors.words(said.document, start, start + 5))
    set_asides.outside(project, lonely, "meco-2019")

    page.show_view(TABLE)

    assert table_row(page, "Click and collect").marks == (link_table.UNLINKED,)
    assert table_row(page, "Voix seule").marks == (link_table.OUT_OF_IT, link_table.ONE_VOICE)
    assert set(table_row(page, "SI et CRM").marks) == {link_table.SEVERAL, link_table.CONTRADICTED}
    assert table_row(page, "Procédures").marks == ()
    tip = page.dots.dots.index(0, 0).siblingAtRow(page.dots.dots.rows.index(table_row(page, "Voix seule")))
    assert tip.data(Qt.ItemDataRole.ToolTipRole) == "outside the framework: to theorise\nrests on one participant"


def test_dots_say_the_mode_of_a_link_and_what_it_brings(page: TheoryPage) -> None:
    page.show_view(TABLE)

    whole, single, from_above = (table_row(page, name) for name in ("Procédures", "SI et CRM", "Irritants"))
    assert (whole.cells[2].mode, whole.cells[2].counted, whole.cells[2].inherited) == ("all", 16, False)
    assert (single.cells[3].mode, single.cells[3].contradicted) == ("one_by_one", 4)
    assert (from_above.cells[0].mode, from_above.cells[0].inherited) == ("all", True)
    direct = page.dots.dots.rows[-1].cells
    assert [cell.counted for cell in direct] == [15, 13, 14, 16, 14, 18, 13]


def test_a_cell_opens_the_verbatims_behind_it(page: TheoryPage, qtbot: QtBot) -> None:
    page.show_view(TABLE)
    QApplication.processEvents()
    asked = heard(page.hub.verbatims_asked)
    model = page.dots.dots
    row = model.rows.index(table_row(page, "Procédures"))

    place = page.dots.visualRect(model.index(row, 3)).center()
    qtbot.mouseClick(page.dots.viewport(), Qt.MouseButton.LeftButton, pos=place)

    [ask] = asked
    assert isinstance(ask, Ask)
    assert ask.title == "Procédures → C3 Capacité de déploiement du nouveau parcours client"
    assert ask.items is not None
    assert len(ask.items) == len(model.rows[row].cells[2].spans) == 16


def test_an_empty_cell_leads_to_triage(page: TheoryPage, qtbot: QtBot) -> None:
    page.show_view(TABLE)
    model = page.dots.dots
    row = model.rows.index(table_row(page, "Click and collect"))
    page.dots.setCurrentIndex(model.index(row, 4))

    qtbot.keyClick(page.dots, Qt.Key.Key_Return)

    assert page.views.currentIndex() == TRIAGE
    assert page.triage.code == key_of(page.hub.project, "Click and collect")
    assert page.triage.capability == key_of(page.hub.project, "C4")


def test_the_table_repaints_when_a_link_is_undone(page: TheoryPage) -> None:
    project = page.hub.project
    page.show_view(TABLE)

    links.link(project, key_of(project, "Click and collect"), key_of(project, "C5"))
    assert table_row(page, "Click and collect").cells[4].counted == 10
    assert table_row(page, "Click and collect").marks == ()

    project.undo()
    assert table_row(page, "Click and collect").cells[4].counted == 0
    assert table_row(page, "Click and collect").marks == (link_table.UNLINKED,)


def test_evidence_is_listed_direct_and_linked_and_opens(page: TheoryPage) -> None:
    project = page.hub.project
    page.show_view(EVIDENCE)
    asked = heard(page.hub.verbatims_asked)
    row = page.support.rows.rows[3]
    items = Moment.of(project).evidence(key_of(project, "C4"))

    assert row.numbers[:3] == (
        sum(item.direct and item.counted for item in items),
        sum(item.linked and item.counted for item in items),
        sum(item.counted for item in items),
    )
    unread = sum(item.unread for item in items)
    assert row.numbers[UNREAD - 1] == unread > 0
    assert [one.label for one in row.under] == ["Coded directly", "SI et CRM (one by one)", "Indicateurs (all)"]

    at = page.support.rows.index(3, DIRECT)
    page.support.clicked.emit(at)
    page.support.clicked.emit(at.siblingAtColumn(LINKED))
    page.support.clicked.emit(page.support.rows.index(2, LINKED, at.siblingAtColumn(0)))

    assert [len(ask.items or ()) for ask in asked if isinstance(ask, Ask)] == [
        sum(item.direct for item in items),
        sum(item.linked for item in items),
        19,
    ]

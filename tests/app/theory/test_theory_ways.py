"""Ways through the Theory page: its panes, its keys in each view, and from every number to its verbatims."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub
from app.theory.page import EVIDENCE, TABLE, TRIAGE, TheoryPage
from app.theory.support import KEY
from coding import codebook, links
from coding.moment.moment import Moment
from tests.app.sample_pages import opened_sample, shown
from tests.app.theory_support import heard, key_of


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> TheoryPage:
    opened_sample(hub, tmp_path)
    return shown(TheoryPage, hub, qtbot)


def asked(page: TheoryPage) -> list[Ask]:
    return heard(page.hub.verbatims_asked)  # type: ignore[return-value]  # the signal carries an Ask


def test_the_panes_are_those_of_the_view(page: TheoryPage, hub: Hub, study: Path) -> None:
    triage = page.triage
    assert list(page.panes()) == [triage.codes, triage.words, triage.capabilities, triage.detail, page.bar]
    page.show_view(TABLE)
    assert list(page.panes()) == [page.dots, page.bar]
    page.show_view(EVIDENCE)
    assert list(page.panes()) == [page.support, page.bar]
    assert hub.open(study)
    page.project_opened()
    page.refresh()
    assert list(page.panes()) == [page.stack]
    assert page.stack.currentWidget() is page.no_framework


def test_the_table_and_triage_take_turns_and_the_focus_follows(page: TheoryPage) -> None:
    page.toggle_table()
    assert (page.views.currentIndex(), page.dots.hasFocus()) == (TABLE, True)
    page.toggle_table()
    assert (page.views.currentIndex(), page.triage.codes.hasFocus()) == (TRIAGE, True)


@pytest.mark.parametrize("step", ["_next", "_previous"])
def test_going_to_another_open_code_leads_back_to_triage(page: TheoryPage, step: str) -> None:
    page.show_view(TABLE)
    getattr(page, step)()
    assert page.views.currentIndex() == TRIAGE
    assert page.triage.code is not None


def test_a_digit_links_in_triage_alone(page: TheoryPage, qtbot: QtBot) -> None:
    project = page.hub.project
    before = links.listed(project)
    page.show_view(TABLE)
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert links.listed(project) == before
    page.show_view(TRIAGE)
    page.triage.go_to(key_of(project, "Click and collect"), key_of(project, "C2"))
    qtbot.keyClick(page, Qt.Key.Key_2)
    assert len(links.listed(project)) == len(before) + 1
    project.undo()
    assert links.listed(project) == before


def test_every_number_of_the_table_opens_what_it_counts(page: TheoryPage) -> None:
    page.show_view(TABLE)
    table, found = page.dots.dots, asked(page)
    counted = 0
    for row in range(table.rowCount()):
        for column in range(1, table.columnCount()):
            cell = table.cell(table.index(row, column))
            assert cell is not None
            if len(cell.spans):
                counted += 1
                page.dots.setCurrentIndex(table.index(row, column))
                page.show_verbatims()
                assert len(found) == counted
                assert found[-1].items is not None
                assert len(found[-1].items) == len(cell.spans)
    assert counted > 10


@pytest.mark.parametrize(
    ("mode", "why"),
    [("all", "no coded segments yet."), ("one_by_one", "nothing is kept yet."), (None, "not linked.")],
)
def test_a_cell_without_verbatims_says_why_and_leads_to_triage(page: TheoryPage, mode: str | None, why: str) -> None:
    project, table = page.hub.project, page.dots.dots
    found, said = asked(page), heard(page.hub.said)
    code, target = codebook.add(project, "Sans un mot"), key_of(project, "C1")
    if mode is not None:
        links.link(project, code, target, mode=mode)
    page.show_view(TABLE)
    row = next(n for n, one in enumerate(table.rows) if one.code == code)
    column = 1 + next(n for n, (key, _, _) in enumerate(table.columns) if key == target)
    page.dots.setCurrentIndex(table.index(row, column))
    page.show_verbatims()
    assert found == []
    assert str(said[-1]) == f"Sans un mot → {codebook.get(project, target).label}: {why}"
    assert (page.views.currentIndex(), page.triage.code) == (TRIAGE, code)


def test_every_line_of_the_evidence_opens_its_verbatims(page: TheoryPage) -> None:
    page.show_view(EVIDENCE)
    net, model, found = Moment.of(page.hub.project).net, page.support.model(), asked(page)
    for number in range(model.rowCount()):
        page.support.setCurrentIndex(model.index(number, 0))
        before = len(found)
        page.show_verbatims()
        row = model.index(number, 0).data(KEY)
        items = net.evidence(row.capability)
        assert len(found) - before == bool(items)
        if items:
            assert found[-1].title == page.reading.codes[row.capability].label  # type: ignore[union-attr]  # read above
            assert {(one.document, one.start) for one in found[-1].items or ()} == {
                (one.document, one.start) for one in items
            }


def test_triage_opens_the_verbatims_of_the_code_in_hand(page: TheoryPage) -> None:
    project, found = page.hub.project, asked(page)
    code = key_of(project, "Procédures")
    page.triage.go_to(code, key_of(project, "C1"))
    page.show_verbatims()
    assert len(found) == 1
    assert found[0].codes == (code,) or found[0].items

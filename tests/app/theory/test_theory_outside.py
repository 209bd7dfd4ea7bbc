"""The queue of what fits no concept, coverage by participant, and crosswalks, on the Theory page."""

from __future__ import annotations

from app.hub import Ask
from app.theory.page import COVERAGE, EVIDENCE, OUTSIDE, TRIAGE, TheoryPage
from app.theory.support import CROSSED
from coding import codebook, links
from coding.codebook import frameworks
from corpus.guide import guides
from tests.app.theory_support import heard, key_of


def outside(page: TheoryPage, name: str) -> int:
    code = key_of(page.hub.project, name)
    page.triage.go_to(code)
    page.triage.set_outside()
    page.show_view(OUTSIDE)
    return code


def test_what_is_set_aside_is_in_the_queue_and_its_button_counts_it(page: TheoryPage) -> None:
    before = page.outside.list.topLevelItemCount()
    code = outside(page, "Click and collect")
    rows = page.outside.list.topLevelItemCount()
    assert rows == before + 1
    assert f"({rows})" in page.buttons.button(OUTSIDE).text()
    asked = heard(page.hub.verbatims_asked)
    page.outside.opened.emit(code)
    assert isinstance(asked[0], Ask)
    assert asked[0].codes == (code,)
    page.outside.taken.emit(code)
    assert (page.views.currentIndex(), page.triage.code) == (TRIAGE, code)


def test_a_published_framework_is_forked_first_then_grows_by_a_concept(page: TheoryPage) -> None:
    project = page.hub.project
    assert page.reading is not None
    assert page.reading.framework is not None
    code = outside(page, "Click and collect")
    assert page.outside.made.text() == "Fork the framework first…"
    page.show_framework(frameworks.fork(project, page.reading.framework.framework, key="grown"))
    page.show_view(OUTSIDE)
    if code not in page.outside.chosen():
        outside(page, "Click and collect")
    items = [page.outside.list.topLevelItem(at) for at in range(page.outside.list.topLevelItemCount())]
    for item in items:
        assert item is not None
        item.setSelected(item.text(0).endswith("Click and collect"))
    assert not page.outside.made.isEnabled()
    page.outside.name.setText("Retrait")
    page.outside.made.click()
    made = codebook.find(project, "Retrait").key
    assert [one.source for one in links.listed(project) if one.target == made] == [code]
    assert code not in page.outside.chosen()
    project.undo()
    assert code in [one.code for one in page.reading.outside.values()]


def test_the_coverage_opens_what_is_behind_a_cell(page: TheoryPage) -> None:
    page.show_view(COVERAGE)
    table, found = page.coverage.table, page.coverage.shown
    assert found is not None
    assert (table.rowCount(), table.columnCount()) == (len(found.concepts), len(found.people))
    place, cell = next((place, cell) for place, cell in found.cells.items() if cell.state == "present")
    row, column = found.concepts.index(place[0]), found.people.index(place[1])
    item = table.item(row, column)
    assert item is not None
    assert item.text().startswith(str(cell.counted))
    asked = heard(page.hub.verbatims_asked)
    page.coverage.open(row, column)
    assert isinstance(asked[0], Ask)
    assert len(asked[0].items or ()) == cell.counted + cell.against


def test_the_coverage_hears_of_a_guide(page: TheoryPage) -> None:
    page.show_view(COVERAGE)
    assert page.coverage.shown is not None
    assert not page.coverage.shown.guided
    guides.add(page.hub.project, "Mars", [guides.GuideLine("", "Que faites-vous en magasin ?")])
    assert page.coverage.shown.guided
    page.hub.project.undo()
    assert not page.coverage.shown.guided


def test_evidence_through_crosswalks_is_shown_on_request_and_opens(page: TheoryPage) -> None:
    project = page.hub.project
    frameworks.add(project, "homburg-2017")
    page.show_framework("homburg-2017")
    page.show_view(EVIDENCE)
    support = page.support
    assert support.isColumnHidden(CROSSED)
    before = [row.numbers[:3] for row in support.rows.rows]
    page.crossing.click()
    assert not support.isColumnHidden(CROSSED)
    row = next(one for one in support.rows.rows if one.numbers[CROSSED - 1])
    assert [one.numbers[:3] for one in support.rows.rows] == before, "nothing of it is counted as its own"
    assert any("through a crosswalk" in one.label for one in row.under)
    asked = heard(page.hub.verbatims_asked)
    page._open_support(row, CROSSED)
    assert isinstance(asked[0], Ask)
    assert len(asked[0].items or ()) == row.numbers[CROSSED - 1]

"""Assertions in the window, written beside what bears on them; and summaries beside the segments of a cell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.theory.page import ASSERTIONS, COVERAGE, TheoryPage
from coding import assertions, summaries
from coding.moment.moment import Moment
from tests.app.theory_support import key_of


def claimed(hub: Hub) -> int:
    """Write an assertion of C1 on which three segments bear; return its key."""
    project, c1 = hub.project, key_of(hub.project, "C1")
    for one in assertions.listed(project):
        assertions.remove(project, one.key)
    made = assertions.add(project, "Les parcours se dessinent.", code=c1)
    first, second, third = (one.codings[0] for one in Moment.of(project).evidence(c1)[:3])
    assertions.bear(project, made, [first, second], "supports", reason="clair")
    assertions.bear(project, made, [third], "contradicts")
    return made


def test_an_assertion_is_written_beside_what_bears_on_it(hub: Hub, page: TheoryPage, qtbot: QtBot) -> None:
    made, view = claimed(hub), page.assertions
    page.show_view(ASSERTIONS)
    assert view.list.count() == 1
    assert [view.table.item(row, 0).text() for row in range(3)] == ["supports", "supports", "contradicts"]  # type: ignore[union-attr]  # it is there, else the test fails
    view.text.setPlainText("Les parcours se redessinent.")
    qtbot.keyClick(view.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    view.scope.setPlainText("2019")
    view.scope.left.emit()
    (one,) = assertions.listed(hub.project)
    assert (one.key, one.text, one.scope) == (made, "Les parcours se redessinent.", "2019")
    assert "redessinent" in view.list.item(0).text()
    view.concept.setCurrentIndex(0)
    view.concept.activated.emit(0)
    assert assertions.listed(hub.project)[0].code is None


def test_stances_are_changed_and_taken_back_in_the_list(hub: Hub, page: TheoryPage, qtbot: QtBot) -> None:
    claimed(hub)
    view = page.assertions
    page.show_view(ASSERTIONS)
    view.table.selectRow(2)
    qtbot.keyClick(view.table, Qt.Key.Key_S)
    next(one for one in view.menu.actions() if one.text() == "nuances").trigger()
    view.menu.close()
    assert [one.stance for one in view.current().borne] == ["supports", "supports", "nuances"]  # type: ignore[union-attr]  # it is there, else the test fails
    view.table.selectRow(0)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert view.table.rowCount() == 2
    hub.project.undo()
    assert view.table.rowCount() == 3
    view.begin()
    assert view.current().info.text == "New assertion"  # type: ignore[union-attr]  # it is there, else the test fails
    view.remove()
    assert view.list.count() == 1


def test_a_summary_is_written_beside_the_segments_of_a_cell(hub: Hub, page: TheoryPage) -> None:
    page.show_view(COVERAGE)
    view = page.coverage
    found = view.matrix
    assert found is not None
    row, column = next(
        (row, column) for row, concept in enumerate(found.concepts) for column, who in enumerate(found.people)
        if found.coverage.cells[concept, who].state == "present"
    )  # fmt: skip
    view.table.setCurrentCell(row, column)
    assert view.segments.count() == len(found.opened(found.people[column], found.concepts[row])) > 0
    view.summary.setPlainText("Le suit chaque année.")
    view.summary.left.emit()
    (one,) = summaries.listed(hub.project)
    assert (one.participant, one.code, one.text) == (found.people[column], found.concepts[row], "Le suit chaque année.")
    assert view.table.item(row, column).text().endswith("✎")  # type: ignore[union-attr]  # it is there, else the test fails
    assert view.summary.toPlainText() == "Le suit chaque année."
    view.table.setCurrentCell(row, column + 1 if column == 0 else 0)
    assert view.summary.toPlainText() == ""

"""Assertions in the window, written beside what bears on them; and summaries beside the segments of a cell."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.theory.assertions import AssertionsView
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


def dropped(view: QAbstractItemView, data: QMimeData, at: QPoint) -> bool:
    """Let data fall on a view as the mouse does, and say whether it was taken."""
    none, left, copied = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copied, data, left, none)
    QApplication.sendEvent(view.viewport(), enter)
    if enter.isAccepted():
        QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(at), copied, data, left, none))
    return enter.isAccepted()


def say(view: AssertionsView, stance: str) -> None:
    next(one for one in view.menu.actions() if one.text() == stance).trigger()
    view.menu.close()


def test_segments_are_dragged_onto_an_assertion_and_asked_what_they_do_to_it(hub: Hub, page: TheoryPage) -> None:
    made, view = claimed(hub), page.assertions
    other = assertions.add(hub.project, "Autre.")
    page.show_view(ASSERTIONS)
    before = view.loose.count()
    assert before == len(Moment.of(hub.project).evidence(key_of(hub.project, "C1"))) - 3
    words = view.loose.item(0).text()
    taken = view.loose.mimeData([view.loose.item(0)])
    assert dropped(view.table, taken, QPoint(5, 5))
    say(view, "nuances")
    assert view.loose.count() == before - 1
    assert [one.stance for one in view.current().borne].count("nuances") == 1  # type: ignore[union-attr]  # it is there, else the test fails
    assert words not in [view.loose.item(n).text() for n in range(view.loose.count())]
    assert dropped(
        view.list, view.table.mimeData([view.table.item(0, 0)]), view.list.visualItemRect(view.list.item(1)).center()
    )
    say(view, "contradicts")
    assert [(one.info.key, len(one.of("contradicts"))) for one in view.found] == [(made, 1), (other, 1)]
    assert not dropped(view.list, QMimeData(), QPoint(5, 5)), "nothing but segments falls on an assertion"
    assert not dropped(view.list, taken, QPoint(5, view.list.viewport().height() - 2))
    hub.project.undo()
    hub.project.undo()
    assert view.loose.count() == before


def test_segments_of_the_concept_take_a_stance_by_key(hub: Hub, page: TheoryPage, qtbot: QtBot) -> None:
    claimed(hub)
    view = page.assertions
    page.show_view(ASSERTIONS)
    before = view.loose.count()
    view.loose.setCurrentRow(1)
    qtbot.keyClick(view.loose, Qt.Key.Key_S)
    say(view, "supports")
    assert view.loose.count() == before - 1


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
        (row, column)
        for row, concept in enumerate(found.concepts)
        for column, who in enumerate(found.people)
        if found.coverage.cells[concept, who].state == "present"
    )
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

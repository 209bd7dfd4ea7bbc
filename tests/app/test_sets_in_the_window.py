"""Sets in the window: made, filled by hand and by rule in their dialog, and kept to by every page's filter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.matrix.page import MatrixPage
from app.participants.page import ParticipantsPage
from app.report.page import ReportPage
from app.sets.dialog import SetsDialog
from app.sets.filter import SetFilter
from app.theory.page import TheoryPage
from app.verbatims.page import VerbatimsPage
from corpus import documents, sets
from corpus.people import participants
from corpus.rules import Condition, Rule
from tests.app.sample_pages import opened_sample, settle, shown


@pytest.fixture
def sample(hub: Hub, tmp_path: Path) -> Hub:
    opened_sample(hub, tmp_path)
    return hub


def uid(hub: Hub, name: str) -> str:
    return sets.find(hub.project, name).uid


def choose(button: SetFilter, text: str) -> None:
    """Take an entry of the filter's menu."""
    button.fill()
    next(one for one in button.sets.actions() if one.text().startswith(text)).trigger()


def test_a_set_is_made_ticked_renamed_and_removed(sample: Hub, qtbot: QtBot) -> None:
    dialog = SetsDialog(sample, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.right.isEnabled()
    dialog.add("Pilots", "documents")
    assert dialog.name.text() == "Pilots"
    total = len(documents.listed(sample.project))
    assert dialog.members.count() == total
    dialog.members.item(0).setCheckState(Qt.CheckState.Checked)
    assert len(sets.find(sample.project, "Pilots").by_hand) == 1
    assert f"1 of {total} documents" in dialog.list.item(0).text()
    sample.project.undo()
    assert sets.find(sample.project, "Pilots").by_hand == frozenset()
    dialog.name.setText("Firsts")
    dialog.name.editingFinished.emit()
    assert dialog.list.item(0).text().startswith("Firsts\n")
    dialog.remove.click()
    assert dialog.list.count() == 0


def test_a_rule_is_written_with_who_meets_it_and_kept(sample: Hub, qtbot: QtBot) -> None:
    dialog = SetsDialog(sample, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.add("Long", "documents")
    dialog.ruled.click()
    [line] = dialog.rule.lines
    line.show_condition(Condition("words", "≥", "1"))
    total = len(documents.listed(sample.project))
    qtbot.waitUntil(lambda: dialog.said.text() == f"{total} of {total} documents")
    assert dialog.members.count() == total
    line.value.setEditText("many")
    qtbot.waitUntil(lambda: "many is no number" in dialog.said.text())
    line.value.setEditText("100000000")
    qtbot.waitUntil(lambda: dialog.said.text() == f"0 of {total} documents")
    assert sets.find(sample.project, "Long").rule is None
    dialog.apply.click()
    assert sets.find(sample.project, "Long").rule == Rule((Condition("words", "≥", "100000000"),))
    assert "by rule" in dialog.list.item(0).text()
    dialog.ruled.click()
    assert sets.find(sample.project, "Long").rule is None


def test_a_page_keeps_to_its_sets_and_says_so(sample: Hub, qtbot: QtBot) -> None:
    project = sample.project
    first, *_ = documents.listed(project)
    sets.make(project, "One", "documents", [first.key])
    page = shown(MatrixPage, sample, qtbot)
    choose(page.controls.filter, "One")
    settle(sample, qtbot)
    assert page.grid is not None
    assert [label.key for label in page.grid.matrix.rows] == [first.key]
    assert "One" in page.controls.filter.text()
    assert page.choice.within == (uid(sample, "One"),)
    sets.remove(project, [sets.find(project, "One").key])
    settle(sample, qtbot)
    assert page.grid is not None
    assert len(page.grid.matrix.rows) == len(documents.listed(project))
    assert "All documents" in page.controls.filter.text()


def test_verbatims_are_sought_within_sets_and_remembered(sample: Hub, qtbot: QtBot) -> None:
    first, *_ = documents.listed(sample.project)
    sets.make(sample.project, "One", "documents", [first.key])
    page = shown(VerbatimsPage, sample, qtbot)
    qtbot.waitUntil(lambda: page.list.rows.listing is not None and not page.seeking.waiting)
    choose(page.filter, "One")
    qtbot.waitUntil(lambda: not page.seeking.waiting)
    assert page.list.rows.listing is not None
    assert {page.list.rows.listing.place(n)[0] for n in range(len(page.list.rows.listing))} == {first.key}
    assert "One" in page.filter.text()
    again = shown(VerbatimsPage, sample, qtbot)
    assert again.search.within == (uid(sample, "One"),)


def test_theory_participants_and_reports_keep_to_their_sets(sample: Hub, qtbot: QtBot) -> None:
    project = sample.project
    person, *others = participants.listed(project)
    assert others
    sets.make(project, "Her", "participants", [person.key])
    theory = shown(TheoryPage, sample, qtbot)
    assert theory.reading is not None
    before = len(theory.reading.net.codings)
    choose(theory.filter, "Her")
    assert len(theory.reading.net.codings) < before
    people = shown(ParticipantsPage, sample, qtbot).people
    choose(people.filter, "Her")
    assert people.sorted.rowCount() == 1
    choose(people.filter, "All")
    assert people.sorted.rowCount() == len(others) + 1
    report = shown(ReportPage, sample, qtbot)
    choose(report.filter, "Her")
    settle(sample, qtbot)
    assert "Her" in report.filter.text()

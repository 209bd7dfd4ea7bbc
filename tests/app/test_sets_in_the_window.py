"""Sets in the window: made, filled by hand and by rule in their dialog, and kept to by every page's filter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.code.page import CodePage
from app.guide.tab import GuideTab
from app.hub import Hub
from app.matrix.page import MatrixPage
from app.memos.page import MemosPage
from app.participants.consent_tab import ConsentTab
from app.participants.documents_tab import Documents
from app.participants.firms import Organisations
from app.participants.names_tab import NamesTab
from app.participants.page import ParticipantsPage
from app.participants.recruitment_tab import RecruitmentTab
from app.report.page import ReportPage
from app.sets.dialog import SetsDialog
from app.sets.filter import SetFilter
from app.theory.page import TheoryPage
from app.verbatims.page import VerbatimsPage
from coding import codebook, memos
from coding.memos import Target
from corpus import documents, sets
from corpus.guide import guides
from corpus.guide.guides import GuideLine
from corpus.people import consents, organisations, participants, recruiting
from corpus.rules import Condition, Rule
from tests.app.sample_pages import choose_part, opened_sample, settle, shown


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


@pytest.fixture
def kept(sample: Hub) -> tuple[Hub, int, int]:
    """The sample with a set of its first document and one of its first code; and their keys."""
    first, *_ = documents.listed(sample.project)
    code, *_ = (one.key for one in codebook.listed(sample.project))
    sets.make(sample.project, "One", "documents", [first.key])
    sets.make(sample.project, "First code", "codes", [code])
    sets.make(sample.project, "Nobody", "documents")
    return sample, first.key, code


def test_the_lists_beside_the_text_keep_to_their_sets(kept: tuple[Hub, int, int], qtbot: QtBot) -> None:
    hub, document, code = kept
    page = shown(CodePage, hub, qtbot)
    sources, tree = page.sources, page.codebook
    every, codes = sources.keys(), tree.model.codes()
    assert len(every) > 1
    choose(sources.sets.filter, "One")
    choose(tree.sets.filter, "First code")
    assert (sources.keys(), "One" in sources.sets.filter.said) == ([document], True)
    assert code in tree.model.codes()
    assert len(tree.model.codes()) < len(codes)
    again = shown(CodePage, hub, qtbot)
    assert again.sources.keys() == [document]
    page.open_document(every[-1])
    page._step_document(1)
    assert page.shown.document is not None
    assert page.shown.document.key == document
    sources.sets.filter.away.click()
    tree.sets.filter.away.click()
    assert (sources.keys(), tree.model.codes()) == (every, codes)
    assert not sources.sets.filter.away.isVisible()
    choose(sources.sets.filter, "Nobody")
    assert (sources.keys(), sources.sets.nothing.text()) == ([], "The set Nobody is empty, so nothing is shown.")
    assert page.shown.document.key == document
    sets.remove(hub.project, [sets.find(hub.project, "Nobody").key])
    settle(hub, qtbot)
    assert (sources.keys(), sources.sets.nothing.isVisible()) == (every, False)
    hub.project.undo()
    settle(hub, qtbot)
    assert sources.keys() == every


def test_codes_to_review_keep_to_the_sets_of_the_codebook(kept: tuple[Hub, int, int], qtbot: QtBot) -> None:
    hub, *_ = kept
    first, _ = (codebook.add(hub.project, name) for name in ("Unused", "Unused, too"))
    sets.make(hub.project, "New", "codes", [first])
    panel = shown(CodePage, hub, qtbot).codebook
    choose(panel.sets.filter, "New")
    panel.to_review.click()
    settle(hub, qtbot)
    group = panel.review.list.topLevelItem(0)
    assert group is not None
    assert [panel.review.list.topLevelItemCount(), group.childCount(), group.child(0).text(0)] == [1, 1, "Unused"]
    assert "New" in panel.review.said.text()
    panel.sets.filter.take_off()
    panel.show_review()
    settle(hub, qtbot)
    group = panel.review.list.topLevelItem(0)
    assert group is not None
    assert group.childCount() > 1
    assert "New" not in panel.review.said.text()


def test_a_code_outside_of_the_sets_is_shown_when_it_is_asked_for(kept: tuple[Hub, int, int], qtbot: QtBot) -> None:
    hub, *_ = kept
    page = shown(CodePage, hub, qtbot)
    other = page.codebook.model.codes()[-1]
    choose(page.codebook.sets.filter, "First code")
    assert other not in page.codebook.model.codes()
    page.codebook.show_code(other)
    assert other in page.codebook.model.codes()
    assert page.codebook.sets.filter.within == ()


def test_documents_and_codes_that_are_selected_become_sets(kept: tuple[Hub, int, int], qtbot: QtBot) -> None:
    hub, document, _ = kept
    page = shown(CodePage, hub, qtbot)
    first, second, *_ = page.sources.keys()
    for key in (first, second):
        page.sources._items[key].setSelected(True)
    name_set(page.sources.menu_of(second), "Two", qtbot)
    assert sets.find(hub.project, "Two").by_hand == {first, second}
    into(page.sources.menu_of(second), "One").trigger()
    assert sets.find(hub.project, "One").by_hand == {document, second}
    assert not into(page.sources.menu_of(second), "One").isEnabled()
    own, another, *_ = page.codebook.model.codes()
    page.codebook.tree.select([own, another])
    name_set(page.codebook.menu_of(own, None), "Codes", qtbot)
    assert sets.find(hub.project, "Codes").by_hand == {own, another}
    hub.project.undo()
    assert all(one.name != "Codes" for one in sets.listed(hub.project))


def into(menu: QMenu, name: str) -> QAction:
    """Give the entry by which what a menu is about is put into a set."""
    [below] = [action.menu() for action in menu.actions() if action.text().endswith("into a set")]
    assert isinstance(below, QMenu)
    return next(action for action in below.actions() if action.text() == name)


def name_set(menu: QMenu, name: str, qtbot: QtBot) -> None:
    """Make a set of what a menu is about, under a name that is typed."""
    into(menu, "New set…").trigger()
    [dialog] = [one for one in QApplication.topLevelWidgets() if isinstance(one, QInputDialog) and one.isVisible()]
    line = dialog.findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_what_a_search_finds_becomes_a_set_and_sets_are_a_facet(kept: tuple[Hub, int, int], qtbot: QtBot) -> None:
    hub, document, _ = kept
    page = shown(VerbatimsPage, hub, qtbot)
    qtbot.waitUntil(lambda: page.list.rows.listing is not None and not page.seeking.waiting)
    assert {"Sets", "Sets of codes"} <= set(page.facets.headings())
    page.facets.check("set", uid(hub, "One"))
    qtbot.waitUntil(lambda: not page.seeking.waiting)
    listing = page.list.rows.listing
    assert listing is not None
    assert len(listing)
    assert {listing.place(n)[0] for n in range(len(listing))} == {document}
    page.filter.fill()
    titles = [action.text() for action in page.filter.sets.actions()]
    assert any(title.startswith("Put 1 document") for title in titles)
    assert page.filter.found()["documents"] == {document}
    assert page.filter.found()["participants"]
    sets.remove(hub.project, [sets.find(hub.project, "One").key])
    qtbot.waitUntil(lambda: not page.search.chosen and not page.seeking.waiting and not page._soon.isActive())
    assert len(page.list.rows.listing or ()) > len(listing)
    choose(page.filter, "Nobody")
    qtbot.waitUntil(lambda: not page.seeking.waiting)
    assert page.empty.sentence.text() == "The set Nobody is empty, so nothing is shown."
    page.empty.button.click()
    qtbot.waitUntil(lambda: not page.seeking.waiting)
    assert page.search.within == ()


def test_pages_that_are_empty_because_of_a_set_offer_to_take_it_off(kept: tuple[Hub, int, int], qtbot: QtBot) -> None:
    hub, *_ = kept
    sentence = "The set Nobody is empty, so nothing is shown."
    matrix = shown(MatrixPage, hub, qtbot)
    choose(matrix.controls.filter, "Nobody")
    settle(hub, qtbot)
    assert (matrix.views.currentWidget(), matrix._outside.sentence.text()) == (matrix._outside, sentence)
    matrix._outside.button.click()
    settle(hub, qtbot)
    assert matrix.views.currentWidget() is matrix.table
    report = shown(ReportPage, hub, qtbot)
    choose_part(report, "interviews")
    choose(report.filter, "Nobody")
    settle(hub, qtbot)
    assert (report.views.currentWidget(), report._nothing.sentence.text()) == (report._nothing, sentence)
    report._nothing.button.click()
    settle(hub, qtbot)
    assert report.views.currentWidget() is report.paper


def test_every_tab_of_participants_keeps_to_the_sets_of_the_page(sample: Hub, qtbot: QtBot) -> None:
    project = sample.project
    first, *others = participants.listed(project)
    for person in (first, *others[:1]):
        organisations.belong(project, organisations.add(project, f"Of {person.name}"), participants=[person.key])
        consents.add(project, person.key, quotation="yes")
        recruiting.add(project, name=person.name)
    guides.add(project, "One", [GuideLine("", "Et ensuite ?")])
    recruiting.add(project, name="Who refused")
    sets.make(project, "Her", "participants", [first.key])
    page = shown(ParticipantsPage, sample, qtbot)
    firms, papers, consent, asked, guide, names = (place.made() for place in page.later)
    assert isinstance(asked, RecruitmentTab)
    assert isinstance(firms, Organisations)
    assert isinstance(papers, Documents)
    assert isinstance(consent, ConsentTab)
    assert isinstance(guide, GuideTab)
    assert isinstance(names, NamesTab)
    choose(page.people.filter, "Her")
    names.look()
    qtbot.waitUntil(lambda: bool(names.found.rows.rows))
    assert {place[0] for one in names.found.rows.rows for place in one.places} <= set(first.documents)
    assert page.people.sorted.rowCount() == firms.cases.sorted.rowCount() == 1
    assert papers.cases.sorted.rowCount() == len(first.documents)
    assert [row.participant for row in consent.forms.rows.rows] == [first.key]
    assert [row.participant for row in asked.table.rows.rows] == [first.key]
    assert asked.counts.text().startswith("People asked: 1")
    asked.add()
    assert [row.number for row in asked.table.rows.rows] == [1, 4]  # whose line is being written
    project.undo()
    settle(sample, qtbot)
    assert guide.shown is not None
    assert guide.shown.documents == list(first.documents)
    page.people.filter.away.click()
    assert (page.people.sorted.rowCount(), firms.cases.sorted.rowCount()) == (len(others) + 1, 2)
    assert len(guide.shown.documents) > 1
    assert len(asked.table.rows.rows) == 3
    sets.make(project, "Nobody", "participants")
    choose(page.people.filter, "Nobody")
    assert asked.views.currentWidget() is asked.outside
    assert asked.outside.text() == "The set Nobody is empty, so nothing is shown."


def test_the_log_is_written_within_the_sets_of_the_page(sample: Hub, qtbot: QtBot, tmp_path: Path) -> None:
    first, *_ = participants.listed(sample.project)
    for name in (first.name, "Who refused"):
        recruiting.add(sample.project, name=name)
    sets.make(sample.project, "Her", "participants", [first.key])
    page = shown(ParticipantsPage, sample, qtbot)
    choose(page.people.filter, "Her")
    asked = page.later[3].made()
    assert isinstance(asked, RecruitmentTab)
    asked.write_table(tmp_path / "log.csv")
    settle(sample, qtbot)
    assert len((tmp_path / "log.csv").read_text("utf-8").splitlines()) == 2


def test_memos_keep_to_their_sets(sample: Hub, qtbot: QtBot) -> None:
    project = sample.project
    first, second, *_ = participants.listed(project)
    for title, person in (("Hers", first), ("His", second)):
        memos.add(project, "", title=title, targets=[Target("participant", person.key)])
    sets.make(project, "Her", "participants", [first.key])
    page = shown(MemosPage, sample, qtbot)
    drawer = page.drawer
    every = [memo.key for memo in drawer.model.memos]
    choose(drawer.sets.filter, "Her")
    kept = [memo.title for memo in drawer.model.memos]
    assert "Hers" in kept
    assert "His" not in kept
    again = shown(MemosPage, sample, qtbot)
    assert [memo.title for memo in again.drawer.model.memos] == kept
    sets.put_in(project, sets.find(project, "Her").key, [second.key])
    settle(sample, qtbot)
    assert "His" in [memo.title for memo in drawer.model.memos]
    project.undo()
    settle(sample, qtbot)
    assert [memo.title for memo in drawer.model.memos] == kept
    page.show_memo(next(memo.key for memo in memos.listed(project) if memo.title == "His"))
    assert [memo.key for memo in drawer.model.memos] == every
    assert drawer.sets.filter.within == ()
    sets.make(project, "Nobody", "documents")
    sets.make(project, "Nothing", "codes")
    choose(drawer.sets.filter, "Nobody")
    choose(drawer.sets.filter, "Nothing")
    assert (drawer.model.memos, drawer.sets.nothing.isVisible()) == ([], True)
    drawer.sets.filter.away.click()
    assert [memo.key for memo in drawer.model.memos] == every


def test_participants_and_documents_of_the_tables_are_put_into_sets(kept: tuple[Hub, int, int], qtbot: QtBot) -> None:
    hub, document, _ = kept
    first, second, *_ = participants.listed(hub.project)
    sets.make(hub.project, "People", "participants", [first.key])
    page = shown(ParticipantsPage, hub, qtbot)
    page.people.choose(second.key)
    entries(page.people.buttons["participants.set"].menu())["People"].trigger()
    assert sets.find(hub.project, "People").by_hand == {first.key, second.key}
    hub.project.undo()
    assert sets.find(hub.project, "People").by_hand == {first.key}
    assert "One" not in entries(page.people.buttons["participants.set"].menu())
    page.people.offer_sets()
    assert page.people.buttons["participants.set"].menu().isVisible()
    page.people.buttons["participants.set"].menu().close()
    papers = page.later[1].made()
    assert isinstance(papers, Documents)
    papers.cases.choose(document)
    assert papers.into_sets.accessibleName() == "Put into a set"
    assert not entries(papers.into_sets.menu())["One"].isEnabled()  # it is in already
    entries(papers.into_sets.menu())["Nobody"].trigger()
    assert sets.find(hub.project, "Nobody").by_hand == {document}


def entries(menu: QMenu) -> dict[str, QAction]:
    """Give what a menu offers when it is opened."""
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}

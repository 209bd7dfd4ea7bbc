"""The Review page on the sample study: learned once, and every test leaves the project as it found it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from app.hub import Hub, Place
from app.i18n import percent
from app.review.page import ReviewPage
from app.settings import Settings
from coding import codebook, codings
from coding.moment.moment import Moment
from coding.suggest import queue, suggestions
from coding.suggest.records import Suggestion
from coding.suggest.suggester import Suggester
from corpus import anchors, documents, sets
from tests.app.review_parts import (
    chosen_row,
    exposures,
    following,
    go_to_words,
    known,
    names_beside,
    now,
    offered,
    press,
    quiet,
    type_letter,
    undone,
    verdicts,
)
from tests.app.sample_pages import opened_sample


@pytest.fixture(scope="module")
def studied(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReviewPage]:
    """Return a page that has learned the sample study; learning takes seconds, so it is done once."""
    folder = tmp_path_factory.mktemp("review")
    settings = Settings(folder / "settings.json")
    settings.set("language", "en")
    hub = Hub(settings)
    opened_sample(hub, folder)
    page = ReviewPage(hub)
    page.resize(1180, 680)
    page.project_opened()
    page.show()
    page.entered()
    yield page
    hub.close()
    hub.jobs.stop()
    page.close()
    page.deleteLater()


@pytest.fixture
def page(studied: ReviewPage, qtbot: QtBot) -> Iterator[ReviewPage]:
    """Return the page at its first suggestion; afterwards all that was done is undone."""
    quiet(studied, qtbot)
    project = studied.hub.project
    before = project.undoable()
    window = QMainWindow()  # a new one each time: only a window shown for the first time is sure to get the keys
    window.resize(studied.size())
    window.setCentralWidget(studied)
    window.show()
    studied.show()
    studied.reading.pane.setFocus()
    qtbot.waitUntil(studied.reading.pane.hasFocus)
    studied.queue.at = studied.queue.chosen = 0
    studied.step(0)
    yield studied
    quiet(studied, qtbot)
    studied.picker.close_quietly()
    while project.undoable() != before:
        project.undo()
    studied.decisions.made.clear()
    studied.decisions.passing.clear()
    if not studied.controls.hidden.isChecked():
        studied.controls.hidden.click()
    for box in (studied.controls.only, studied.controls.basis, studied.controls.order):
        box.setCurrentIndex(0)
    studied.side.setCurrentIndex(0)
    quiet(studied, qtbot)
    window.takeCentralWidget()
    window.close()
    window.deleteLater()


def to_several(page: ReviewPage) -> None:
    """Go to a passage for which several codes are suggested, among the weaker ones, of which there are most."""
    page.controls.basis.setCurrentIndex(2)
    several = next(number for number, entry in enumerate(page.queue.entries) if len(entry.offered) > 1)
    page.step(several - page.queue.at)


# what is seen first


def test_quality_stands_on_top_beside_the_best_simple_way(page: ReviewPage) -> None:
    quality = known(page).quality
    assert quality is not None
    assert quality.documents == 12
    best = max(figures.hit_at_3 for figures in quality.baselines.values())
    line = page.strip.line.text()
    assert page.strip.line.isVisible()
    assert page.strip.y() == 0
    for share in (quality.figures.hit_at_1, quality.figures.hit_at_3, best):
        assert percent(share) in line
    assert "12 interviews" in line
    one = now(page)
    code = next(each for each in quality.per_code if each.code == one.code)
    said = page.strip.code.text()
    assert said.startswith(code.label)
    assert percent(code.precision) in said
    assert percent(code.recall) in said


def test_all_figures_are_one_key_away(page: ReviewPage, qtbot: QtBot) -> None:
    type_letter(page, qtbot, "q")
    assert page.quality.isVisible()
    text = page.quality.browser.toPlainText()
    examples = {codebook.get(page.hub.project, each.code).label: each.examples for each in known(page).standings}
    assert f"not enough yet: {examples['Silos']} of 10 examples" in text
    assert examples["Silos"] < 10
    assert "Beside the simple ways" in text
    assert "Can the chances be trusted?" in text
    page.quality.browser.setFocus()
    type_letter(page, qtbot, "q")
    assert page.panel.isVisible()


def test_the_passage_is_boxed_its_reasons_underlined_and_its_codings_beside(page: ReviewPage) -> None:
    one, pane = go_to_words(page), page.reading.pane
    marks = pane._marks_in(0, 1 << 30)  # the question asked before may have words that speak for it, too
    assert [(m.start, m.end) for m in marks if m.kind == "suggestion"] == [(one.start, one.end)]
    wanted = {(reason.start, reason.end) for reason in one.evidence if reason.weight > 0}
    assert wanted
    assert {(m.start, m.end) for m in marks if m.kind == "reason"} == wanted
    assert pane.spot(one.start) is not None
    there = {
        (each.start, each.end, codebook.get(page.hub.project, each.code).label)
        for each in codings.of_document(page.hub.project, one.document)
        if not each.whole
    }
    assert there
    assert names_beside(page) == there


def test_examples_are_short_and_lead_to_their_place(page: ReviewPage, qtbot: QtBot) -> None:
    one = now(page)
    assert len(one.examples) == 2
    text = page.panel.about.toPlainText()
    assert all(len(line) < 200 for line in text.splitlines())
    asked: list[Place] = []
    page.panel.place_asked.connect(asked.append)
    from PySide6.QtCore import QUrl

    example = one.examples[0]
    page.panel.about.anchorClicked.emit(QUrl(f"{example.document}/{example.start}/{example.end}"))
    assert asked == [Place(example.document, example.start, example.end)]


# deciding


def test_accepting_codes_the_words_and_keeps_the_verdict(page: ReviewPage, qtbot: QtBot) -> None:
    one, project = now(page), page.hub.project
    before = len(project.history())
    type_letter(page, qtbot, "a")
    made = codings.find(project, one.code, anchors.words(one.document, one.start, one.end))
    assert (made.origin, made.coder, made.verdict is not None) == ("suggestion", "anna", True)
    assert verdicts(page) == [("accepted", one.code)]
    assert len(project.history()) == before + 1
    assert queue.key_of(now(page)) != queue.key_of(one)
    quiet(page, qtbot)
    assert queue.key_of(one) not in offered(page)
    assert known(page).since >= 1


def test_accepting_is_one_step_to_undo_and_the_suggestion_comes_back(page: ReviewPage, qtbot: QtBot) -> None:
    page.step(2)
    one = now(page)
    type_letter(page, qtbot, "a")
    quiet(page, qtbot)
    assert undone(page).label == "Accept suggestion"
    assert verdicts(page) == []
    quiet(page, qtbot)
    assert queue.key_of(now(page)) == queue.key_of(one)
    page.hub.write(page.hub.project.redo)
    quiet(page, qtbot)
    assert verdicts(page) == [("accepted", one.code)]
    assert queue.key_of(one) not in offered(page)


def test_the_codings_beside_the_text_follow(page: ReviewPage, qtbot: QtBot) -> None:
    to_several(page)
    one = now(page)
    before = names_beside(page)
    type_letter(page, qtbot, "a")
    label = codebook.get(page.hub.project, one.code).label
    assert names_beside(page) - before == {(one.start, one.end, label)}
    undone(page)
    assert names_beside(page) == before


def test_other_words_selected_are_coded_instead_and_letters_still_decide(page: ReviewPage, qtbot: QtBot) -> None:
    one, pane = now(page), page.reading.pane
    pane.select(one.turn[0], one.turn[0] + 20)
    assert "Esc" in page.reading.hint.text()
    boxed = [mark for mark in pane._marks_in(0, 1 << 30) if mark.kind == "suggestion"]
    assert [(mark.start, mark.end) for mark in boxed] == [(one.turn[0], one.turn[0] + 20)]
    type_letter(page, qtbot, "a")
    assert codings.find(page.hub.project, one.code, anchors.words(one.document, one.turn[0], one.turn[0] + 20)).verdict
    assert verdicts(page) == [("changed", one.code)]
    quiet(page, qtbot)
    assert queue.key_of(one) not in offered(page)


def test_escape_goes_back_to_the_words_suggested(page: ReviewPage, qtbot: QtBot) -> None:
    one, pane = now(page), page.reading.pane
    pane.select(one.turn[0], one.turn[0] + 20)
    press(page, Qt.Key.Key_Escape)
    assert page.reading.span(one) == (one.start, one.end)
    boxed = [mark for mark in pane._marks_in(0, 1 << 30) if mark.kind == "suggestion"]
    assert [(mark.start, mark.end) for mark in boxed] == [(one.start, one.end)]
    type_letter(page, qtbot, "a")
    assert verdicts(page) == [("accepted", one.code)]


def test_what_is_rejected_does_not_come_back_after_learning_anew(page: ReviewPage, qtbot: QtBot) -> None:
    one = now(page)
    type_letter(page, qtbot, "r")
    assert verdicts(page) == [("rejected", one.code)]
    assert not evidence_of(page, one)
    quiet(page, qtbot)
    anew = Suggester.train(page.hub.project, texts=known(page).suggester.texts)
    for found in (known(page).found, anew.suggest([one.document])):
        for passage in found:
            assert queue.key_of(one) not in map(queue.key_of, (*passage.suggestions, *passage.by_definition))


def evidence_of(page: ReviewPage, one: Suggestion) -> bool:
    found = {one.code: Moment.of(page.hub.project).evidence(one.code)}
    return any((item.document, item.start, item.end) == (one.document, one.start, one.end) for item in found[one.code])


def test_skipping_leaves_it_open_for_another_round(page: ReviewPage, qtbot: QtBot) -> None:
    one, left = now(page), len(page.queue.entries)
    page.controls.only.setCurrentIndex(page.controls.only.findData(one.document))
    mine = offered(page)
    for _ in mine:
        type_letter(page, qtbot, "s")
    assert {decision for decision, _ in verdicts(page)} == {"skipped"}
    assert len(verdicts(page)) == len(mine)
    assert page.empty.isVisible()
    assert "skipped" in page.empty.sentence.text()
    quiet(page, qtbot)
    assert page.empty.isVisible()
    page.empty.button.click()
    assert offered(page) == mine
    page.controls.only.setCurrentIndex(0)
    assert len(page.queue.entries) == left


def test_another_code_is_chosen_in_the_picker(page: ReviewPage, qtbot: QtBot) -> None:
    one = now(page)
    type_letter(page, qtbot, "c")
    assert page.picker.isVisible()
    QTest.keyClicks(page.picker.line, "Ateliers")
    key = page.picker.current()
    assert key is not None
    assert key != one.code
    QTest.keyClick(page.picker.line, Qt.Key.Key_Return)
    assert codings.find(page.hub.project, key, anchors.words(one.document, one.start, one.end)).origin == "suggestion"
    assert verdicts(page) == [("changed", one.code)]
    assert not page.picker.isVisible()
    assert QApplication.focusWidget() is page.reading.pane
    quiet(page, qtbot)
    assert queue.key_of(one) not in offered(page)


def test_a_letter_that_is_no_command_begins_the_name_of_a_code(page: ReviewPage, qtbot: QtBot) -> None:
    one = now(page)
    page.reading.pane.select(one.start, one.end)
    type_letter(page, qtbot, "i")
    assert page.picker.isVisible()
    assert page.picker.line.text() == "i"


def test_u_takes_the_last_verdict_back_even_from_the_next_document(page: ReviewPage, qtbot: QtBot) -> None:
    while following(page).passage.document == now(page).document or len(page.queue.entries[page.queue.at].offered) > 1:
        page.step(1)
    one = now(page)
    type_letter(page, qtbot, "r")
    assert now(page).document != one.document
    assert now(page).document in exposures(page)
    page.step(1)
    type_letter(page, qtbot, "u")
    assert verdicts(page) == []
    quiet(page, qtbot)
    assert queue.key_of(now(page)) == queue.key_of(one)
    said: list[str] = []
    page.hub.said.connect(said.append)
    before = page.hub.undoable()
    type_letter(page, qtbot, "u")
    assert page.hub.undoable() == before
    assert len(said) == 1


def test_looking_at_another_document_does_not_stand_in_the_way_of_u(page: ReviewPage, qtbot: QtBot) -> None:
    one = now(page)
    type_letter(page, qtbot, "r")
    quiet(page, qtbot)
    page.controls.only.setCurrentIndex(page.controls.only.findData(page.queue.entries[-1].passage.document))
    assert page.hub.undoable() is not None
    page.controls.only.setCurrentIndex(0)
    type_letter(page, qtbot, "u")
    assert verdicts(page) == []
    quiet(page, qtbot)
    assert queue.key_of(one) in offered(page)


def test_decisions_in_a_row_lose_nothing(page: ReviewPage, qtbot: QtBot) -> None:
    decided = []
    for letter in "arsra":
        decided.append(queue.key_of(now(page)))
        type_letter(page, qtbot, letter)
        if letter == "r":  # a lesson is under way while the next is decided
            qtbot.waitUntil(lambda: not page.learning._late.isActive())
    quiet(page, qtbot)
    here = now(page)
    assert len(verdicts(page)) == 5
    assert not offered(page) & set(decided)
    assert queue.key_of(here) == queue.key_of(now(page))
    assert {queue.key_of(one) for passage in known(page).found for one in passage.suggestions} & {decided[2]}


# stepping and choosing


def test_j_and_k_step_without_deciding(page: ReviewPage, qtbot: QtBot) -> None:
    first = now(page)
    type_letter(page, qtbot, "j")
    assert page.queue.at == 1
    assert page.controls.count.text().startswith("2 ")
    page.reading.pane.select(now(page).start, now(page).end)
    type_letter(page, qtbot, "k")
    assert now(page) == first
    assert verdicts(page) == []


@pytest.mark.parametrize(
    ("key", "text"), [(Qt.Key.Key_2, "2"), (Qt.Key.Key_Eacute, "é"), (Qt.Key.Key_Eacute, "É")], ids=["qwerty", "é", "É"]
)
@pytest.mark.parametrize("selected", [False, True])
def test_digits_choose_among_the_suggestions(page: ReviewPage, key: Qt.Key, text: str, selected: bool) -> None:
    to_several(page)
    if selected:
        page.reading.pane.select(now(page).start, now(page).end)
    second = page.queue.entries[page.queue.at].offered[1]
    press(page, key, text.lower())
    assert now(page) == second
    assert chosen_row(page)[0].startswith("2")
    assert page.strip.code.text().startswith(codebook.get(page.hub.project, second.code).label)


def test_by_code_like_follows_like(page: ReviewPage, qtbot: QtBot) -> None:
    here = now(page)
    type_letter(page, qtbot, "o")
    codes = [one.code for entry in page.queue.entries for one in entry.offered]
    assert len(set(codes)) > 1
    assert codes == sorted(codes, key=lambda code: page.queue.codes[code])
    assert now(page).turn == here.turn
    type_letter(page, qtbot, "o")
    assert now(page).turn == here.turn


def test_ctrl_enter_opens_the_source_from_the_text(page: ReviewPage) -> None:
    one, asked = now(page), list[Place]()
    page.hub.place_asked.connect(asked.append)
    press(page, Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    page.hub.place_asked.disconnect(asked.append)
    assert asked == [Place(one.document, one.start, one.end)]
    [action] = page.findChildren(QAction, "review.source")
    assert action.shortcut() == QKeySequence("Ctrl+Return")


def test_one_document_can_be_looked_at_alone(page: ReviewPage) -> None:
    last = page.queue.entries[-1].passage.document
    page.controls.only.setCurrentIndex(page.controls.only.findData(last))
    assert {entry.passage.document for entry in page.queue.entries} == {last}
    assert page.reading.title.text().startswith(documents.get(page.hub.project, last).name)


def test_definition_matches_stand_apart(page: ReviewPage) -> None:
    assert {one.basis for entry in page.queue.entries for one in entry.offered} == {"codings"}
    page.controls.basis.setCurrentIndex(1)
    assert {one.basis for entry in page.queue.entries for one in entry.offered} == {"definition"}
    assert "unmeasured" in page.panel.heading.text()
    assert "unmeasured" in page.strip.code.text()
    assert chosen_row(page)[1] == "unmeasured"
    page.controls.basis.setCurrentIndex(2)
    assert page.queue.entries
    assert all(one in entry.passage.weaker for entry in page.queue.entries for one in entry.offered)
    assert page.panel.heading.text().startswith("Weaker")
    assert page.controls.basis.currentText() == f"Weaker, look twice ({len(page.queue.entries)})"


# the first pass


def test_suggestions_wait_for_the_first_pass(page: ReviewPage, qtbot: QtBot) -> None:
    project = page.hub.project
    with project.change("Nothing read yet"):
        for info in documents.listed(project):
            suggestions.declare_first_pass(project, info.key, done=False)
    quiet(page, qtbot)
    document = next(found.document for found in known(page).found if found.suggestions)
    assert suggestions.hides_before_first_pass(project)
    assert page.empty.isVisible()
    assert page.queue.suggestion is None
    type_letter(page, qtbot, "a")
    assert verdicts(page) == []
    page.controls.only.setCurrentIndex(page.controls.only.findData(document))
    page.empty.button.click()
    assert suggestions.first_pass_done(project) == {document}
    assert not page.empty.isVisible()
    assert now(page).document == document
    assert page.reading.first_pass.isChecked()
    page.controls.only.setCurrentIndex(0)
    assert {entry.passage.document for entry in page.queue.entries} == {document}
    undone(page)
    assert page.empty.isVisible()


def test_the_first_pass_can_be_declared_beside_the_text(page: ReviewPage, qtbot: QtBot) -> None:
    document = now(page).document
    page.controls.hidden.click()
    assert not suggestions.hides_before_first_pass(page.hub.project)
    page.reading.first_pass.click()
    assert document not in suggestions.first_pass_done(page.hub.project)
    assert now(page).document == document, "who wants suggestions earlier sees them still"
    page.reading.first_pass.click()
    assert document in suggestions.first_pass_done(page.hub.project)


def test_what_was_shown_is_kept(page: ReviewPage) -> None:
    assert now(page).document in exposures(page)
    later = page.queue.entries[-1].passage.document
    page.controls.only.setCurrentIndex(page.controls.only.findData(later))
    assert later in exposures(page)


# the life of the page


def test_nothing_is_taught_while_the_page_is_out_of_sight(page: ReviewPage, qtbot: QtBot) -> None:
    one, project = now(page), page.hub.project
    page.hide()
    codings.apply(project, one.code, anchors.words(one.document, one.start, one.end))
    quiet(page, qtbot)
    assert page.learning._pending
    assert queue.key_of(one) in offered(page)
    page.show()
    page.entered()
    quiet(page, qtbot)
    assert queue.key_of(one) not in offered(page)


def test_colours_and_size_follow_the_window(page: ReviewPage) -> None:
    one = now(page)
    page.hub.settings.set("text_size", 16)
    page.hub.restyled.emit()
    assert page.reading.pane.text_size() == 16
    assert now(page) == one
    page.hub.settings.set("text_size", None)
    page.hub.restyled.emit()


def test_the_queue_keeps_to_sets(page: ReviewPage) -> None:
    project, controls, every = page.hub.project, page.controls, len(page.queue.entries)
    here = now(page).document
    page.hub.write(lambda: sets.make(project, "Here", "documents", [here]))
    controls.filter.fill()
    next(one for one in controls.filter.sets.actions() if one.text().startswith("Here")).trigger()
    assert {entry.passage.document for entry in page.queue.entries} == {here}
    assert len(page.queue.entries) < every
    assert "Here" in controls.filter.said
    page.hub.write(lambda: sets.take_out(project, sets.find(project, "Here").key, [here]))
    assert page.empty.sentence.text() == "The set Here is empty, so nothing is shown."
    undone(page)
    assert {entry.passage.document for entry in page.queue.entries} == {here}
    undone(page)  # which takes the set away
    assert (len(page.queue.entries), controls.filter.within) == (every, ())

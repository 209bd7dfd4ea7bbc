"""The Review page where there is little or nothing to learn from, and where nothing may be written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.review.controls import ReviewControls
from app.review.deciding import Deciding
from app.review.page import ReviewPage
from coding import codebook, codings
from corpus import anchors, documents, importing
from tests.app.review_parts import exposures, known, now, quiet, type_letter, verdicts
from tests.app.sample_pages import opened_sample, shown

TURNS = 14
SAID = ("the till broke down again", "the shelves were empty", "nobody answered the phone", "we drew the journey")


@pytest.fixture
def interviews(hub: Hub, study: Path, tmp_path: Path) -> Hub:
    """Open a project with two short interviews and no codes."""
    hub.settings.set("coder", "anna")
    assert hub.open(study)
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("one", "two"):
        turns = [f"INT: And then?\n\nR01: Well, {SAID[n % 4]} in {name} {n}.\n" for n in range(TURNS)]
        (texts / f"{name}.txt").write_text("\n".join(turns), "utf-8")
    importing.import_files(hub.project, [texts], language="en")
    return hub


def answers(hub: Hub) -> Iterator[tuple[int, tuple[int, int]]]:
    """Give document and span of all that respondents say."""
    for info in documents.listed(hub.project):
        for passage in documents.passages(hub.project, info.key):
            if passage.speaker == "R01":
                yield info.key, (passage.start, passage.end)


def page_of(hub: Hub, qtbot: QtBot) -> ReviewPage:
    page = shown(ReviewPage, hub, qtbot)
    quiet(page, qtbot)
    return page


def figures(page: ReviewPage) -> str:
    return page.quality.browser.toPlainText()


def test_without_codes_it_says_to_code_first(interviews: Hub, qtbot: QtBot) -> None:
    page = page_of(interviews, qtbot)
    assert page.empty.sentence.text() == "There is no code to suggest yet: code some passages first."
    assert page.empty.button.text() == "Go to Code"
    assert "Nothing is measured yet" in page.strip.line.text()


def test_a_code_that_nothing_carries_is_told_how_far_it_is(interviews: Hub, qtbot: QtBot) -> None:
    codebook.add(interviews.project, "Breakdowns")
    page = page_of(interviews, qtbot)
    assert "a code is suggested from ten examples on" in page.empty.sentence.text()
    assert "not enough yet: 0 of 10 examples" in figures(page)


def test_one_example_is_not_enough(interviews: Hub, qtbot: QtBot) -> None:
    code = codebook.add(interviews.project, "Breakdowns")
    document, span = next(answers(interviews))
    codings.apply(interviews.project, code, anchors.words(document, *span))
    page = page_of(interviews, qtbot)
    assert "a code is suggested from ten examples on" in page.empty.sentence.text()
    assert "not enough yet: 1 of 10 examples" in figures(page)
    assert "Nothing is measured yet" in page.strip.line.text()
    assert page.forecast.curve is None
    assert page.queue.suggestion is None


def test_where_all_is_coded_alike_it_says_so(interviews: Hub, qtbot: QtBot) -> None:
    code = codebook.add(interviews.project, "Breakdowns")
    for document, span in answers(interviews):
        codings.apply(interviews.project, code, anchors.words(document, *span))
    page = page_of(interviews, qtbot)
    assert page.queue.suggestion is None
    assert "Every passage is coded alike" in page.empty.sentence.text()
    assert "its examples tell nothing apart yet" in figures(page)


def test_one_code_on_some_passages_is_measured_and_drawn(interviews: Hub, qtbot: QtBot) -> None:
    code = codebook.add(interviews.project, "Breakdowns")
    for n, (document, span) in enumerate(answers(interviews)):
        if n % 4 < 2:
            codings.apply(interviews.project, code, anchors.words(document, *span))
    page = page_of(interviews, qtbot)
    assert known(page).quality is not None
    assert page.forecast.curve is not None
    assert "Would more examples help?" in figures(page)
    assert page.strip.line.text().startswith("Measured on 2 interviews")


def test_a_project_open_for_reading_is_read_and_not_decided_on(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    opened_sample(hub, tmp_path)
    path = hub.project.path
    hub.close()
    assert hub.open(path, writable=False)
    page = page_of(hub, qtbot)
    one = now(page)
    assert "open for reading only" in page.reading.hint.text()
    for part in (*page.deciding.buttons.values(), page.controls.hidden, page.reading.first_pass):
        assert not part.isEnabled()
    failed: list[object] = []
    hub.failed.connect(failed.append)
    page.reading.pane.setFocus()
    for letter in "arsc":
        type_letter(page, qtbot, letter)
    assert not page.picker.isVisible()
    assert [str(error) for error in failed] == ["sample.verbatim is open for reading only."] * 3
    type_letter(page, qtbot, "j")
    assert now(page) != one
    assert verdicts(page) == []
    assert exposures(page) == set()
    assert page.forecast.curve is not None
    hub.close()
    assert hub.open(path)
    quiet(page, qtbot)
    assert page.deciding.buttons["review.accept"].isEnabled()
    assert "open for reading only" not in page.reading.hint.text()


def test_where_there_is_no_room_the_choices_take_a_second_line(hub: Hub, qtbot: QtBot) -> None:
    controls = ReviewControls(hub)
    qtbot.addWidget(controls)
    controls.show()
    for width, lines in ((1200, 1), (720, 2)):
        controls.resize(width, controls.sizeHint().height())
        QApplication.processEvents()
        parts = (controls.order, controls.hidden)
        assert controls.hidden.width() >= controls.hidden.sizeHint().width()
        assert len({part.mapTo(controls, part.rect().center()).y() // 20 for part in parts}) == lines
        assert controls.hidden.mapTo(controls, controls.hidden.rect().topRight()).x() < width


def test_in_a_narrow_window_no_button_that_decides_is_cut_off(hub: Hub, qtbot: QtBot) -> None:
    deciding = Deciding({name: lambda: None for name in ("review.accept", "review.change")}, lambda _by: None)
    qtbot.addWidget(deciding)
    deciding.show()
    accept, change = deciding.buttons.values()
    for width, beside in ((900, True), (deciding.sizeHint().width() - 60, False)):
        deciding.resize(width, deciding.height())
        QApplication.processEvents()
        assert change.width() >= change.sizeHint().width()
        assert (change.mapTo(deciding, QPoint()).y() == accept.mapTo(deciding, QPoint()).y()) is beside

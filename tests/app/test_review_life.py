"""The Review page from project to project: nothing learned unseen, cancelled, another language, a bare framework."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.review.page import ReviewPage
from coding import codebook
from coding.suggest import suggestions
from corpus import documents
from corpus.store.project import Project
from tests.app.review_parts import exposures, holding, known, now, quiet, type_letter, undone, verdicts
from tests.app.sample_pages import opened_sample, settle, shown


def test_nothing_is_learned_before_the_page_is_shown(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    page = ReviewPage(hub)
    qtbot.addWidget(page)
    opened_sample(hub, tmp_path)
    assert page.known is None
    assert not hub.jobs.busy
    hub.close()
    page.show()
    page.entered()
    assert not hub.jobs.busy


def test_learning_can_be_cancelled_and_taken_up_again(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    opened_sample(hub, tmp_path)
    page = ReviewPage(hub)
    qtbot.addWidget(page)
    page.project_opened()
    page.show()
    with holding(hub.jobs) as held:
        page.entered()
        qtbot.waitUntil(held.is_set)
        hub.jobs.cancel()
    quiet(page, qtbot)
    qtbot.waitUntil(lambda: page.empty.button.isVisible())
    assert page.known is None or not page.known.found
    assert page.empty.sentence.text() == "Nothing was learned."


def test_another_language_while_learning_is_safe(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    opened_sample(hub, tmp_path)
    failed: list[object] = []
    hub.failed.connect(failed.append)
    page = ReviewPage(hub)
    page.project_opened()
    page.show()
    with holding(hub.jobs) as held:
        page.entered()
        qtbot.waitUntil(held.is_set)
        page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        hub.jobs.cancel()
    settle(hub, qtbot)
    assert failed == []
    assert not hub.jobs.busy
    again = shown(ReviewPage, hub, qtbot)
    assert known(again).found


def test_a_project_closed_and_another_opened(hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot) -> None:
    opened_sample(hub, tmp_path)
    page = ReviewPage(hub)
    qtbot.addWidget(page)
    page.project_opened()
    page.show()
    with holding(hub.jobs) as held:
        page.entered()
        qtbot.waitUntil(held.is_set)
    assert hub.open(study)
    quiet(page, qtbot)
    assert page.empty.isVisible()
    assert "no interviews" in page.empty.sentence.text()
    asked: list[str] = []
    hub.page_asked.connect(asked.append)
    page.empty.button.click()
    assert asked == ["code"]


def test_a_framework_nobody_has_coded_with_gives_definition_matches_alone(
    hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    from coding.codebook import frameworks
    from corpus import importing

    hub.settings.set("coder", "anna")
    assert hub.open(study)
    framework = frameworks.add(hub.project, "meco-2019")
    cue = next(code for code in codebook.listed(hub.project) if code.framework == framework and code.cues)
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text(f"INT: And then?\n\nR01: What we did was {cue.cues[0]}, week after week.\n", "utf-8")
    importing.import_files(hub.project, [texts], language="en")
    suggestions.hide_before_first_pass(hub.project, False)
    page = shown(ReviewPage, hub, qtbot)
    quiet(page, qtbot)
    assert page.empty.isVisible()
    assert page.empty.sentence.text().startswith("There is no code")
    assert exposures(page) == set()
    page.controls.scope.setCurrentIndex(page.controls.scope.findData(framework))
    quiet(page, qtbot)
    assert page.controls.basis.currentData() == "definition"
    assert now(page).code == cue.key
    assert now(page).basis == "definition"
    assert "unmeasured" in page.panel.heading.text()
    assert "Nothing is measured yet" in page.strip.line.text()
    assert "not enough yet: 0 of 10 examples" in page.quality.browser.toPlainText()
    assert exposures(page) == {now(page).document}
    type_letter(page, qtbot, "a")
    assert verdicts(page) == [("accepted", cue.key)]
    undone(page)
    assert exposures(page) == {info.key for info in documents.listed(hub.project)}


def test_who_hides_suggestions_sees_none_and_is_exposed_to_none_before_the_first_pass(
    hub: Hub, tmp_path: Path, qtbot: QtBot
) -> None:
    opened_sample(hub, tmp_path)
    for document in documents.listed(hub.project):
        suggestions.declare_first_pass(hub.project, document.key, done=False)
    page = shown(ReviewPage, hub, qtbot)
    quiet(page, qtbot)
    assert page.controls.hidden.isChecked()
    assert page.queue.entries == []
    assert page.empty.isVisible()
    assert [page.controls.basis.itemText(n) for n in (0, 1)] == [
        "From your codings (0)",
        "By definition, unmeasured (0)",
    ]
    assert page.panel.list.topLevelItemCount() == 0
    assert exposures(page) == set()
    first, second = sorted({passage.document for passage in known(page).found if passage.suggestions})[:2]
    with Project.open(hub.project.path, coder="basile", writable=False) as other:
        assert len(suggestions.withheld(other)) == 12
    suggestions.declare_first_pass(hub.project, first)
    assert {entry.passage.document for entry in page.queue.entries} == {first}, "before it is learned what that means"
    assert exposures(page) == {first}
    page.controls.only.setCurrentIndex(page.controls.only.findData(second))
    assert page.empty.button.text().startswith("My first pass over “")
    assert exposures(page) == {first}
    suggestions.declare_first_pass(hub.project, first, done=False)
    page.controls.only.setCurrentIndex(0)
    assert page.queue.entries == []
    assert exposures(page) == {first}, "what was seen stays seen"

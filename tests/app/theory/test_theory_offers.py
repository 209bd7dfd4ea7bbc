"""Links that are suggested on the Theory page: offered by number, accepted with their reason, refused for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.theory.page import TheoryPage
from coding import codebook, links, set_asides
from coding.codebook import frameworks
from coding.moment.weighing import OPEN, OUTSIDE
from coding.suggest import link_verdicts, linking
from coding.suggest.linking import LinkSuggestion
from tests.app.sample_pages import settle
from tests.app.theory_support import heard, key_of, opened, shown, take

FRAMEWORK = "meco-2019"


@pytest.fixture
def hub(qapp: QApplication, built: Path, tmp_path: Path) -> Iterator[Hub]:
    """Open the sample study with no link left."""
    made = opened(built, tmp_path)
    for link in links.listed(made.project):
        links.unlink(made.project, link.key)
    yield made
    made.close()
    made.jobs.stop()


@pytest.fixture
def page(hub: Hub, qtbot: QtBot) -> TheoryPage:
    made = shown(hub, qtbot)
    settle(hub, qtbot)
    return made


def offered(page: TheoryPage) -> LinkSuggestion:
    """Give what is suggested where one is."""
    one = page.triage._offer()
    assert one is not None
    return one


def take_one_with_an_offer(page: TheoryPage, code: str = "Écoute client") -> LinkSuggestion:
    take(page, code)
    few = page.triage.offers.of(page.reading, page.triage.code)  # type: ignore[arg-type]  # wider than the signature on purpose
    assert few
    one = offered(page)
    assert one.target == next(iter(few))
    return one


def digit_of(page: TheoryPage) -> str:
    listed = page.triage.capabilities
    return listed.rows.digit_at(listed.currentIndex().row())


def words_of(one: LinkSuggestion) -> str:
    return ", ".join(word for word, _ in one.reasons)


def test_what_is_suggested_is_what_the_study_says(page: TheoryPage) -> None:
    found = linking.suggest_links(page.hub.project, FRAMEWORK)
    assert found
    assert page.reading is not None
    for code in page.reading.first:
        wanted = [one.target for one in found if one.source == code.key]
        assert list(page.triage.offers.of(page.reading, code.key)) == wanted


def test_the_best_is_chosen_beforehand_with_its_words_and_its_number(page: TheoryPage) -> None:
    one = take_one_with_an_offer(page)
    box = page.triage.detail.offer
    assert box.isVisible()
    assert "Écoute client" in box.title.text()
    assert box.basis.text().startswith("Definition match, unmeasured")
    told = QTextDocument()
    told.setHtml(box.why.text())
    assert all(word in told.toPlainText() for word, _ in one.reasons)
    assert box.accept.text() == f"Link  {digit_of(page)} · A"
    row = next(row for row in page.triage.capabilities.rows.rows if row.key == one.target)
    assert row.words == words_of(one)
    said = page.triage.capabilities.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith(f"suggested: {words_of(one)}")


@pytest.mark.parametrize("way", ["digit", "letter", "button", "enter"])
def test_accepting_is_one_change_with_the_words_as_its_reason(page: TheoryPage, qtbot: QtBot, way: str) -> None:
    one, project = take_one_with_an_offer(page), page.hub.project
    before = len(project.history())
    page.triage.codes.setFocus()
    qtbot.waitUntil(page.triage.codes.hasFocus)
    if way == "digit":
        QTest.keyClicks(page.triage.codes, digit_of(page))
    elif way == "letter":
        QTest.keyClicks(page.triage.codes, "a")
    elif way == "button":
        page.triage.detail.offer.accept.click()
    else:
        page.triage.capabilities.setFocus()
        QTest.keyClick(page.triage.capabilities, Qt.Key.Key_Return)
    [made] = links.listed(project)
    assert (made.source, made.target, made.basis) == (one.source, one.target, link_verdicts.BASIS)
    assert made.reason == f"Definition match: {words_of(one)}"
    assert len(project.history()) == before + 1
    assert not page.triage.detail.offer.isVisible()
    assert page.triage.detail.link.isVisible()
    page.hub.write(project.undo)
    assert links.listed(project) == []
    assert page.triage.detail.offer.isVisible()


def test_a_link_to_another_code_has_no_reason_put_in_its_mouth(page: TheoryPage) -> None:
    one = take_one_with_an_offer(page)
    few = page.triage.offers.of(page.reading, one.source)  # type: ignore[arg-type]  # wider than the signature on purpose
    rows = page.triage.capabilities.rows
    digit = next(n for n in range(1, 8) if rows.numbered(n) not in few)
    page.triage.take_digit(digit, True)
    [made] = links.listed(page.hub.project)
    assert (made.reason, made.basis, made.mode) == ("", "", "one_by_one")


def test_what_is_refused_stays_away_and_undo_brings_it_back(page: TheoryPage, qtbot: QtBot) -> None:
    one, project = take_one_with_an_offer(page), page.hub.project
    said = heard(page.hub.said)
    page.triage.codes.setFocus()
    QTest.keyClicks(page.triage.codes, "r")
    [aside] = set_asides.listed(project)
    assert (aside.code, aside.target, aside.reason) == (one.source, one.target, f"Definition match: {words_of(one)}")
    assert len(said) == 1
    assert page.triage._offer(one.target) is None
    assert links.listed(project) == []
    again = shown(page.hub, qtbot)
    settle(page.hub, qtbot)
    take(again, "Écoute client")
    assert again.triage._offer(one.target) is None
    page.hub.write(project.undo)
    assert page.triage._offer(one.target) is not None


def test_what_is_refused_is_shown_at_its_code_and_taken_back_there(page: TheoryPage) -> None:
    one, project = take_one_with_an_offer(page), page.hub.project
    page.triage.refuse()
    box = page.triage.detail.link
    page.triage.capabilities.choose(one.target)
    assert box.isVisible()
    assert "is refused" in box.title.text()
    assert box.reason.text() == f"Definition match: {words_of(one)}"
    box.reason.setText("not so")
    box.reason.returnPressed.emit()
    assert [each.reason for each in set_asides.listed(project)] == ["not so"]
    page.triage.unlink()
    assert set_asides.listed(project) == []
    assert offered(page).target == one.target


def test_what_is_outside_one_framework_waits_for_a_link_in_another(page: TheoryPage) -> None:
    project = page.hub.project
    frameworks.add(project, "homburg-2017")
    take(page, "Écoute client")
    page.triage.set_outside()
    code = key_of(project, "Écoute client")
    assert page.reading is not None
    assert page.reading.group(code) == OUTSIDE
    page.show_framework("homburg-2017")
    assert page.reading.group(code) == OPEN


def test_without_a_suggestion_the_keys_say_so(page: TheoryPage) -> None:
    take(page, "Click and collect")
    page.triage.offers._by_code.clear()
    said = heard(page.hub.said)
    before = len(page.hub.project.history())
    page.triage.accept()
    page.triage.refuse()
    assert said == ["No link is suggested here."] * 2
    assert len(page.hub.project.history()) == before


def test_linked_codes_and_those_outside_the_framework_are_offered_nothing(page: TheoryPage) -> None:
    one = take_one_with_an_offer(page)
    page.triage.set_outside()
    assert page.triage.offers.of(page.reading, one.source) == {}  # type: ignore[arg-type]  # wider than the signature on purpose
    assert not page.triage.detail.offer.isVisible()
    links.link(page.hub.project, key_of(page.hub.project, "Irritants"), key_of(page.hub.project, "C4"))
    assert page.triage.offers.of(page.reading, key_of(page.hub.project, "Irritants")) == {}  # type: ignore[arg-type]  # wider than the signature on purpose


def test_a_definition_written_anew_is_matched_anew_and_links_are_not(page: TheoryPage, qtbot: QtBot) -> None:
    asked = page.triage.offers._asked
    links.link(page.hub.project, key_of(page.hub.project, "Vendeurs"), key_of(page.hub.project, "C6"))
    settle(page.hub, qtbot)
    assert page.triage.offers._asked == asked
    target = codebook.find(page.hub.project, "C7")
    code = codebook.add(page.hub.project, "Drawings", definition=target.definition)
    settle(page.hub, qtbot)
    assert page.triage.offers._asked == asked + 1
    assert next(iter(page.triage.offers.of(page.reading, code))) == target.key  # type: ignore[arg-type]  # wider than the signature on purpose


def test_what_is_unlinked_is_offered_again(page: TheoryPage, qtbot: QtBot) -> None:
    one = take_one_with_an_offer(page)
    page.triage.accept()
    page.triage.offers.stale()
    page.show_framework(FRAMEWORK)
    settle(page.hub, qtbot)
    assert page.triage._offer(one.target) is None
    page.triage.unlink()
    assert offered(page).target == one.target


def test_nothing_is_sought_unseen_nor_where_nothing_waits(hub: Hub, qtbot: QtBot) -> None:
    made = TheoryPage(hub)
    qtbot.addWidget(made)
    made.project_opened()
    for code in codebook.listed(hub.project):
        if code.cycle == 1:
            set_asides.outside(hub.project, code.key, FRAMEWORK)
    made.show()
    qtbot.waitExposed(made)
    assert not hub.jobs.busy
    assert made.triage.offers._sought is None


def test_a_project_open_for_reading_shows_them_and_lets_nobody_decide(hub: Hub, qtbot: QtBot) -> None:
    path = hub.project.path
    hub.close()
    assert hub.open(path, writable=False)
    page = shown(hub, qtbot)
    settle(hub, qtbot)
    take_one_with_an_offer(page)
    assert not page.triage.detail.offer.accept.isEnabled()
    assert not page.triage.detail.offer.refuse.isEnabled()
    failed = heard(hub.failed)
    page.triage.accept()
    assert len(failed) == 1


def test_cancelling_leaves_the_page_at_work(hub: Hub, qtbot: QtBot) -> None:
    page = shown(hub, qtbot)
    hub.jobs.cancel()
    settle(hub, qtbot)
    take(page, "Irritants")
    page.triage.take_digit(1, False)
    assert len(links.listed(hub.project)) == 1

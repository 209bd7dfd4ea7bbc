"""Passages sought by what they mean, on the Verbatims page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub
from app.verbatims.page import VerbatimsPage
from coding.search.searches import Search
from coding.suggest import meaning
from tests.app.verbatims_parts import settle, verbatims_of_sample

ASKED = "mesurer la satisfaction des clients"


@pytest.fixture
def page(qtbot: QtBot, hub: Hub, tmp_path: Path) -> Iterator[VerbatimsPage]:
    with verbatims_of_sample(qtbot, hub, tmp_path) as made:
        yield made


def test_what_is_like_a_sentence_is_listed_with_facets_the_most_alike_first(page: VerbatimsPage, qtbot: QtBot) -> None:
    page.ask(Ask(query=ASKED, meaning=True))
    settle(qtbot, page)
    listing = page.list.rows.listing
    assert listing is not None
    assert page.bar.scope == page.search.scope == "meaning"
    rows = [listing.row(number).alike for number in range(len(listing))]
    likes = [row[0] for row in rows if row is not None]
    assert len(likes) == len(listing) > 3
    assert likes == sorted(likes, reverse=True)
    assert any(facet.name == "document" for facet in listing.facets)
    assert page.stack.currentWidget() is page.list
    page.list.grab()
    page.clear()
    settle(qtbot, page)
    assert page.stack.currentWidget() is page.empty
    assert page.empty.sentence.text() == "Type what somebody may say."


def test_without_a_model_the_line_says_so_and_words_are_sought_as_ever(
    page: VerbatimsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "sentence_model", lambda: None)
    page.hub.moment().made.pop("meanings", None)
    page.ask(Ask(query=ASKED, meaning=True))
    settle(qtbot, page)
    qtbot.waitUntil(page.bar.fault.isVisible)
    assert "sentence model" in page.bar.fault.text()
    page.run(Search("client"))
    settle(qtbot, page)
    assert page.list.rows.rowCount() > 0
    assert not page.bar.fault.isVisible()

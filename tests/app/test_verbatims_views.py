"""The ways of looking at what a search gives, on the sample study."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.verbatims.page import VerbatimsPage
from app.verbatims.views import STOP
from coding.search.searches import Search, View
from tests.app.verbatims_parts import settle, verbatims_of_sample


@pytest.fixture
def page(qtbot: QtBot, hub: Hub, tmp_path: Path) -> Iterator[VerbatimsPage]:
    with verbatims_of_sample(qtbot, hub, tmp_path) as made:
        yield made


def look(qtbot: QtBot, page: VerbatimsPage, query: str, view: View) -> None:
    page.run(Search(query))
    settle(qtbot, page)
    page.views.turn(view)
    settle(qtbot, page)


def test_where_shows_a_strip_for_each_document_and_a_click_enters_it(page: VerbatimsPage, qtbot: QtBot) -> None:
    look(qtbot, page, "client", "where")
    assert page.stack.currentWidget() is page.views.where
    listing = page.list.rows.listing
    assert listing is not None
    strips = page.views.where.strips
    assert sum(strip.count for strip in strips) == len(listing)
    assert len(strips) == listing.documents
    assert all(0 <= start < end <= 1 for strip in strips for start, end in strip.places)
    qtbot.mouseClick(page.views.where.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    settle(qtbot, page)
    assert page.stack.currentWidget() is page.list
    assert page.search.chosen == {"document": (strips[0].document,)}
    assert page.list.rows.rowCount() == strips[0].count


def test_words_are_listed_and_left_out_for_the_project(page: VerbatimsPage, qtbot: QtBot) -> None:
    look(qtbot, page, "client", "words")
    words = page.views.words
    first = str(words.model.records[0][0])
    assert first == "client"
    assert words.model.records[0][2] == 0
    words.table.selectRow(0)
    assert words.leave.isEnabled()
    words.leave.click()
    assert page.hub.project.recall(STOP) == [first]
    qtbot.waitUntil(lambda: bool(words.model.records) and first not in _listed(page))
    settle(qtbot, page)
    assert "le" not in [record[0] for record in words.model.records]
    words.small.click()
    qtbot.waitUntil(lambda: "le" in _listed(page))
    settle(qtbot, page)
    words.edit.click()
    page.asking.field.setPlainText("")
    qtbot.keyClick(page.asking.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first in _listed(page))


def _listed(page: VerbatimsPage) -> list[object]:
    return [record[0] for record in page.views.words.model.records]


def test_a_word_that_is_near_narrows_the_query(page: VerbatimsPage, qtbot: QtBot) -> None:
    look(qtbot, page, "client", "near")
    near = page.views.near
    assert near.model.records[0][0] == "parcours"
    near.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [r[0] for r in near.model.records] == sorted(str(r[0]) for r in near.model.records)
    before = page.list.rows.rowCount()
    near.chosen.emit("parcours")
    settle(qtbot, page)
    assert page.search.query == "(client) AND parcours"
    assert 0 < page.list.rows.rowCount() < before


def test_a_branch_of_the_tree_makes_the_phrase_longer(page: VerbatimsPage, qtbot: QtBot) -> None:
    look(qtbot, page, "client", "tree")
    page.views.tree.grab()
    box = next(box for box, words, side in page.views.tree.boxes if (words, side) == (("parcours",), "left"))
    point = box.center().toPoint()
    qtbot.mouseClick(page.views.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    settle(qtbot, page)
    assert page.search.query == '"parcours client"'
    assert page.list.rows.rowCount() > 0


def test_without_a_query_there_is_nothing_near_and_no_tree(page: VerbatimsPage, qtbot: QtBot) -> None:
    look(qtbot, page, "client", "tree")
    page.clear()
    settle(qtbot, page)
    assert not page.views.tabs.isTabEnabled(5)
    assert page.views.view in ("verbatims", "where", "words")
    assert page.stack.currentWidget() is page.list


def test_verbatims_are_grouped_and_ordered(page: VerbatimsPage, qtbot: QtBot) -> None:
    page.run(Search("client"))
    settle(qtbot, page)
    page.views.group.setCurrentIndex(1)
    page.views.arranged.emit()
    settle(qtbot, page)
    listing = page.list.rows.listing
    assert listing is not None
    assert sum(size for *_, size in listing.groups) == len(listing)
    heights = page.list._heights
    page.list.grab()
    assert len(page.list._headings) == len(listing.groups)
    assert heights.total > 0
    place = page.list.rows.place(len(listing) - 1)
    at = page.list.rows.at(place)
    assert at is not None
    assert page.list.rows.place(at) == place
    page.views.group.setCurrentIndex(0)
    page.views.order.setCurrentIndex(1)
    page.views.arranged.emit()
    settle(qtbot, page)
    listing = page.list.rows.listing
    assert listing is not None
    assert listing.order == "relevance"
    assert not listing.groups


def test_lines_are_sorted_and_keep_their_place(page: VerbatimsPage, qtbot: QtBot) -> None:
    page.run(Search("client"))
    settle(qtbot, page)
    page.views.turn("lines")
    settle(qtbot, page)
    page.list.go(3)
    place = page.list.rows.place(3)
    page.views.order.setCurrentIndex(3)
    page.views.arranged.emit()
    settle(qtbot, page)
    assert page.list.at is not None
    assert page.list.rows.place(page.list.at) == place
    assert page.list.rows.listing is not None
    assert page.list.rows.listing.order == "right"


def test_a_list_is_written_for_print(page: VerbatimsPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "hits.docx"
    with qtbot.waitSignal(page.hub.said):
        page.export.write_to(path)
    assert path.stat().st_size > 10_000

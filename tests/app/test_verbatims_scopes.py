"""What else is searched on the Verbatims page: codings, documents, memos, definitions; fields, help, kept searches."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import i18n
from app.hub import Ask, Hub, Place
from app.verbatims.page import VerbatimsPage
from app.verbatims.query_help import Help
from coding import codebook, codings, memos
from coding.memos import on
from coding.moment.moment import Moment
from coding.search import other_hits, searches
from coding.search.searches import Scope, Search
from corpus import anchors, documents
from corpus.search.index import SearchIndex
from corpus.search.query import parse
from tests.app.sample_pages import shown
from tests.app.verbatims_parts import settle, verbatims_of_sample


@pytest.fixture
def page(qtbot: QtBot, hub: Hub, tmp_path: Path) -> Iterator[VerbatimsPage]:
    with verbatims_of_sample(qtbot, hub, tmp_path) as made:
        yield made


def choose(qtbot: QtBot, page: VerbatimsPage, scope: Scope) -> None:
    page.bar.scopes.setCurrentIndex(page.bar.scopes.findData(scope))
    page.bar.scopes.activated.emit(page.bar.scopes.currentIndex())
    settle(qtbot, page)


def type_(qtbot: QtBot, page: VerbatimsPage, query: str) -> None:
    page.bar.line.setFocus()
    page.bar.line.setText(query)  # QTest types no é
    page.bar.line.textEdited.emit(query)
    settle(qtbot, page)


def expected(page: VerbatimsPage, tmp_path: Path, query: str, scope: Scope) -> list[int]:
    index = SearchIndex.of(page.hub.project, tmp_path / "other")
    found = other_hits.hits(Search(query, scope=scope), Moment.of(page.hub.project), index)
    return [found.key(number) for number in range(len(found))]


def test_a_long_name_leaves_room_for_how_many_turns_match(page: VerbatimsPage, qtbot: QtBot) -> None:
    project = page.hub.project
    first = documents.listed(project)[0]
    documents.rename(project, first.key, f"{first.name}, {' and again the client' * 9}")
    type_(qtbot, page, "client")
    choose(qtbot, page, "documents")
    card, made = page.hits.card(0), page.hits.frame()
    assert card.head is not None
    assert card.turns
    wide = QFontMetricsF(made.type.small).horizontalAdvance(card.turns)
    assert card.head.layout.lineAt(0).naturalTextWidth() + wide < made.text


@pytest.mark.parametrize("scope", ["documents", "memos", "definitions"])
def test_a_scope_shows_what_it_finds_at_once(page: VerbatimsPage, qtbot: QtBot, tmp_path: Path, scope: Scope) -> None:
    type_(qtbot, page, "client")
    choose(qtbot, page, scope)
    assert page.stack.currentWidget() is page.hits
    assert page.facets.isVisible()
    assert not page.views.isVisible()
    wanted = expected(page, tmp_path, "client", scope)
    hits = page.hits.hits
    assert hits is not None
    assert [hits.key(number) for number in range(len(hits))] == wanted != []
    assert str(len(wanted)) in page.status.count.text()
    page.hits.grab()
    type_(qtbot, page, "zzzz")
    assert page.stack.currentWidget() is page.empty
    assert page.empty.sentence.text().endswith(".")
    page.empty.button.click()
    settle(qtbot, page)
    assert page.search == Search(scope=scope)
    assert page.stack.currentWidget() is page.hits
    choose(qtbot, page, "passages")
    assert page.stack.currentWidget() is page.list
    assert page.facets.isVisible()


def test_forms_of_other_words_are_said_in_one_sentence(page: VerbatimsPage, qtbot: QtBot) -> None:
    type_(qtbot, page, "~être")
    said = page.status.about.text()
    assert "suis (" in said
    assert "été (" in said
    assert said.endswith("may belong to other words, too: ~~etre leaves them out")
    type_(qtbot, page, "~fois")
    assert page.status.about.text().startswith("fois (")
    assert page.status.about.text().endswith(") may belong to the word foi, too: ~~fois leaves it out")


@pytest.mark.parametrize("scope", ["documents", "memos", "definitions"])
def test_what_is_found_is_chosen_by_facets_in_every_scope(page: VerbatimsPage, qtbot: QtBot, scope: Scope) -> None:
    choose(qtbot, page, scope)
    whole = page.hits.hits
    assert whole is not None
    facet, value = (
        next(
            (facet, value)
            for facet in whole.facets
            if facet.name in ("participant", "coder")
            for value in facet.values
            if value.key is not None and 0 < value.count < len(whole)
        )
        if scope != "memos"
        else next((facet, value) for facet in whole.facets if facet.name == "kind" for value in facet.values)
    )
    page.facets.check(facet.name, value.key)
    settle(qtbot, page)
    hits = page.hits.hits
    assert hits is not None
    assert len(hits) == value.count
    assert str(value.count) in page.status.count.text()
    assert page.facets.label(facet.name, value.key, value.label) in page.status.about.text()
    assert page.status.clearing.isVisible()
    type_(qtbot, page, "zzzz")
    assert page.empty.sentence.text() == "Nothing matches this query and these choices."
    page.status.clearing.click()
    settle(qtbot, page)
    assert page.search == Search(scope=scope)
    page.facets.check(facet.name, value.key)
    settle(qtbot, page)
    choose(qtbot, page, "passages")
    assert "kind" not in page.search.chosen


def test_codings_are_listed_as_verbatims_with_their_facets(page: VerbatimsPage, qtbot: QtBot) -> None:
    choose(qtbot, page, "codings")
    type_(qtbot, page, "client")
    listing = page.list.rows.listing
    assert listing is not None
    spans = {(one.document, one.start, one.end) for one in codings.listed(page.hub.project)}
    assert 0 < len(listing) < len(spans)
    for number in range(len(listing)):
        said = listing.row(number).verbatim
        assert (said.document, said.start, said.end) in spans
        assert said.matches
    page.list.go(len(listing) - 1)
    place = page.list.rows.place(len(listing) - 1)
    page.views.turn("lines")
    settle(qtbot, page)
    assert page.list.at is not None
    assert listing.having(*place[:2])
    assert page.list.rows.place(page.list.at)[0] == place[0]
    page.views.turn("words")
    settle(qtbot, page)
    assert "within codings" in page.views.words.note.text()
    assert page.views.words.model.records[0][0] == "client"


def test_a_document_opens_at_its_first_match(page: VerbatimsPage, qtbot: QtBot) -> None:
    asked: list[object] = []
    page.hub.place_asked.connect(asked.append)
    choose(qtbot, page, "documents")
    type_(qtbot, page, "parcours magasin")
    page.hits.setFocus()
    qtbot.keyClick(page.hits, Qt.Key.Key_J)
    assert page.hits.at == 1
    qtbot.keyClick(page.hits, Qt.Key.Key_Return)
    hit = page.hits.current
    assert hit is not None
    assert hit.place is not None
    assert asked == [Place(*hit.place)]
    text = documents.text(page.hub.project, hit.place[0])
    assert text[hit.place[1] : hit.place[2]].lower() in ("parcours", "magasin")


def test_a_memo_opens_where_it_is_or_among_all_memos(page: VerbatimsPage, qtbot: QtBot) -> None:
    project, asked = page.hub.project, list[object]()
    page.hub.place_asked.connect(asked.append)
    page.hub.memo_asked.connect(asked.append)
    document = documents.listed(project)[0].key
    memos.add(project, "Kiosque vu", targets=[on(anchors.words(document, 10, 20))])
    choose(qtbot, page, "memos")
    type_(qtbot, page, "kiosque")
    assert page.hits.model_.rowCount() == 1
    rect = page.hits.visualRect(page.hits.model_.index(0))
    qtbot.mouseClick(page.hits.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.mouseDClick(page.hits.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert asked == [Place(document, 10, 20)]
    # A memo that is written while one looks is found at once.
    key = memos.add(project, "Le kiosque, en général. " * 30)
    settle(qtbot, page)
    assert page.hits.model_.rowCount() == 2
    page.hits.step(1)
    assert page.hits.current is not None
    assert page.hits.current.key == key
    folded = page.hits.visualRect(page.hits.currentIndex()).height()
    qtbot.keyClick(page.hits, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.hits.visualRect(page.hits.currentIndex()).height() > folded)
    assert len(asked) == 1
    qtbot.keyClick(page.hits, Qt.Key.Key_Return)
    assert asked[1:] == [key]


def test_a_definition_asks_for_the_entry_of_its_code(page: VerbatimsPage, qtbot: QtBot) -> None:
    choose(qtbot, page, "definitions")
    type_(qtbot, page, "code:Irritants client")
    assert page.hits.current is not None
    code = codebook.find(page.hub.project, "Irritants").key
    assert page.hits.current.key == code
    page.hits.toggle()
    page.hits.grab()
    asked: list[object] = []
    page.hub.page_asked.connect(asked.append)
    page.hub.code_asked.connect(asked.append)
    qtbot.keyClick(page.hits, Qt.Key.Key_Return)
    assert asked == ["code", code]


@pytest.mark.parametrize("scope", ["documents", "memos", "definitions"])
def test_what_is_found_is_exported(page: VerbatimsPage, qtbot: QtBot, tmp_path: Path, scope: Scope) -> None:
    choose(qtbot, page, scope)
    type_(qtbot, page, "client")
    assert page.export.isEnabled()
    path = tmp_path / f"{scope}.csv"
    with qtbot.waitSignal(page.hub.said) as said:
        page.export.write_to(path)
    assert said.args[0].startswith(f"Written: {scope}.csv.")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    hits = page.hits.hits
    assert hits is not None
    names = [hits.hit(number).name for number in range(len(hits))]
    assert len(rows) == len(names) > 0
    assert all(row["name"] == name or row["name"].startswith("[participant") for row, name in zip(rows, names))
    assert {row["words"].lower() for row in rows} <= {"client", "clients"}
    type_(qtbot, page, "zzzz")
    assert not page.export.isEnabled()


def test_the_scope_is_kept_between_runs(page: VerbatimsPage, qtbot: QtBot) -> None:
    choose(qtbot, page, "memos")
    again = shown(VerbatimsPage, page.hub, qtbot)
    settle(qtbot, again)
    assert again.bar.scope == "memos"
    assert again.hits.hits is not None
    again.project_closed()


def test_nothing_is_done_to_a_list_that_is_not_shown(page: VerbatimsPage, qtbot: QtBot) -> None:
    before = page.hub.undoable()
    choose(qtbot, page, "documents")
    page.acts.code()
    page.acts.judge_out()
    assert not page.asking.isVisible()
    assert page.acts.picker is None
    assert page.hub.undoable() == before


# fields, as they are typed


def test_fields_keep_what_the_facets_keep(page: VerbatimsPage, qtbot: QtBot) -> None:
    project = page.hub.project
    c1, silos = codebook.find(project, "C1").key, codebook.find(project, "Silos").key
    type_(qtbot, page, "capability:C1 -code:Silos")
    listing = page.list.rows.listing
    assert listing is not None
    net, source = listing.moment.net, listing.moment

    def covered(code: int) -> set[int]:
        return {unit for n in net.spans(code).tolist() for unit in range(*source.item_passages[n].tolist())}

    assert set(listing.units.tolist()) == covered(c1) - covered(silos) != set()
    type_(qtbot, page, "uncoded")
    listing = page.list.rows.listing
    assert listing is not None
    coded = {unit for low, high in source.item_passages.tolist() for unit in range(low, high)}
    assert set(listing.units.tolist()) == set(range(len(source.passages))) - coded
    type_(qtbot, page, "capability:C1 AND uncoded")
    assert page.stack.currentWidget() is page.empty


def test_a_field_that_is_none_is_said_with_the_nearest_query(page: VerbatimsPage, qtbot: QtBot) -> None:
    type_(qtbot, page, "capabilté:C1 client")
    assert page.bar.fault.isVisible()
    assert "try capability:C1 client" in page.bar.fault.text()
    type_(qtbot, page, "capability:C1 client")
    assert not page.bar.fault.isVisible()
    assert page.list.rows.rowCount() > 0
    type_(qtbot, page, "code:Iritants")
    assert "is Irritants meant?" in page.bar.fault.text()
    choose(qtbot, page, "definitions")
    assert "is Irritants meant?" in page.bar.fault.text()


def test_every_example_of_the_help_can_be_read_and_tried(page: VerbatimsPage, qtbot: QtBot) -> None:
    page.bar.show_help()
    examples = [example for example, _ in page.bar.help.every()]
    assert len(examples) > 20
    for example in examples:
        parse(example)
    for example in examples[12:]:  # names are those of the study, so no field refuses them
        page.bar.help.taken.emit(example)
        settle(qtbot, page)
        assert not page.bar.fault.isVisible(), example
    assert page.search.query == examples[-1]
    page.bar.help.hide()


def test_the_help_speaks_french_in_queries_too(hub: Hub, qtbot: QtBot, qapp: QApplication) -> None:
    hub.settings.set("language", "fr")
    i18n.install(qapp, hub.settings)
    over = QWidget()
    qtbot.addWidget(over)
    card = Help(over)
    card.show_for(None)
    examples = [example for example, _ in card.every()]
    for example in examples:
        parse(example)
    assert {"client PRÈS/5 magasin", "capacité:C1 client", "noncode client"} <= set(examples)


# kept searches


def test_a_kept_search_comes_back_as_it_was_looked_at(page: VerbatimsPage, qtbot: QtBot) -> None:
    page.run(Search("client"))
    settle(qtbot, page)
    page.views.turn("lines")
    settle(qtbot, page)
    page.views.order.setCurrentIndex(page.views.order.findData("right"))
    page.views.order.activated.emit(page.views.order.currentIndex())
    settle(qtbot, page)
    kept = page.search
    searches.save(page.hub.project, "À droite", kept)
    searches.save(page.hub.project, "Mémos", Search("client", scope="memos"))
    page.clear()
    settle(qtbot, page)
    memo, right = sorted(searches.listed(page.hub.project), key=lambda one: one.name)
    page.run(right.search)
    settle(qtbot, page)
    assert page.search == kept == right.search
    assert page.views.view == "lines"
    listing = page.list.rows.listing
    assert listing is not None
    assert listing.order == "right"
    page.run(memo.search)
    settle(qtbot, page)
    assert page.bar.scope == "memos"
    assert page.hits.hits is not None


def test_going_to_lines_and_back_one_stays_at_the_verbatim(page: VerbatimsPage, qtbot: QtBot) -> None:
    page.hub.verbatims_asked.emit(Ask(query="client"))
    settle(qtbot, page)
    for at in (0, 4, page.list.rows.rowCount() - 1):
        page.list.go(at)
        place = page.list.rows.place(at)
        page.views.turn("lines")
        settle(qtbot, page)
        listing = page.list.rows.listing
        assert listing is not None
        assert page.list.at is not None
        assert listing.place(page.list.rows.number(page.list.at)) == place
        page.views.turn("verbatims")
        settle(qtbot, page)
        assert page.list.at == at


def test_a_way_of_looking_comes_back_with_the_query(page: VerbatimsPage, qtbot: QtBot) -> None:
    page.run(Search("client", view="near"))
    settle(qtbot, page)
    page.bar.line.clear()
    settle(qtbot, page)
    assert page.views.view == "verbatims"
    type_(qtbot, page, "parcours")
    assert page.views.view == "near"
    assert page.stack.currentWidget() is page.views.near
    qtbot.mouseClick(page.views.tabs, Qt.MouseButton.LeftButton, pos=page.views.tabs.tabRect(0).center() + QPoint(1, 0))
    settle(qtbot, page)
    assert page.stack.currentWidget() is page.list

"""The Verbatims page, on the sample study."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import actions
from app.hub import Ask, Hub, Place
from app.verbatims import typesetting
from app.verbatims.facets import Facets
from app.verbatims.page import VerbatimsPage
from coding import codebook, codings, excerpts, links, readings
from coding.moment.counts import counts
from coding.moment.moment import Moment
from coding.search import searches
from coding.search.listings import ListedVerbatim
from coding.tables.verbatims import Verbatim
from corpus import anchors, documents
from corpus.store.project import Project
from tests.app.swept import sweep
from tests.app.verbatims_parts import settle, thinned
from tests.samples import sample_at

CTRL = Qt.KeyboardModifier.ControlModifier
SELECT = QItemSelectionModel.SelectionFlag.Select


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_at(tmp_path_factory.mktemp("sample") / "sample.verbatim", "anna")


@pytest.fixture
def page(qtbot: QtBot, hub: Hub, studied: Path, tmp_path: Path) -> Iterator[VerbatimsPage]:
    actions.use(hub.settings)
    path = tmp_path / "study.verbatim"
    copyfile(studied, path)
    made = VerbatimsPage(hub)
    made.resize(1200, 700)
    made.show()
    hub.take(Project.open(path, coder="anna"))
    settle(qtbot, made)
    made.list.setFocus()
    yield made
    hub.close()
    made.close()
    made.deleteLater()
    sweep()


def key(page: VerbatimsPage, name: str) -> int:
    return codebook.find(page.hub.project, name).key


def show(qtbot: QtBot, page: VerbatimsPage, asked: Ask) -> None:
    page.hub.verbatims_asked.emit(asked)
    settle(qtbot, page)


def texts(page: VerbatimsPage) -> list[str]:
    listing = page.list.rows.listing
    assert listing is not None
    return [listing.row(number).verbatim.text for number in range(len(listing))]


@pytest.mark.parametrize("given", [True, False])
def test_what_was_opened_is_no_longer_said_to_be_unread(page: VerbatimsPage, qtbot: QtBot, given: bool) -> None:
    hub, moment = page.hub, Moment.of(page.hub.project)
    code = next(n for n, one in moment.codes.items() if one.framework and len(moment.net.unread(n)))
    found = [one for one in moment.evidence(code) if one.unread]
    show(qtbot, page, Ask(items=tuple(found), title="To be read") if given else Ask(codes=(code,)))
    listing = page.list.rows.listing
    assert listing is not None
    before = listing.unread
    readings.opened(hub.project, found[0].codings)
    assert not page.acts.locked, "its rows stay while it asks again"
    settle(qtbot, page)
    assert page.list.rows.listing is not None
    assert page.list.rows.listing.unread == before - 1
    assert len(page.list.rows.listing) == len(listing)


def pick(qtbot: QtBot, page: VerbatimsPage, name: str) -> None:
    picker = page.acts.picker
    assert picker is not None
    assert picker.isVisible()
    picker.line.setText(name)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    settle(qtbot, page)


def answer(qtbot: QtBot, page: VerbatimsPage, words: str) -> None:
    assert page.asking.isVisible()
    page.asking.field.setPlainText(words)
    qtbot.keyClick(page.asking.field, Qt.Key.Key_Return)
    settle(qtbot, page)


def test_at_first_all_that_is_coded_is_listed(page: VerbatimsPage) -> None:
    net = Moment.of(page.hub.project).net
    assert page.list.rows.rowCount() == len(net.first)
    assert str(len(net.first)) in page.status.count.text()


def test_a_capability_lists_its_evidence(page: VerbatimsPage, qtbot: QtBot) -> None:
    show(qtbot, page, Ask(codes=(key(page, "C1"),)))
    found = Moment.of(page.hub.project).evidence(key(page, "C1"))
    listing = page.list.rows.listing
    assert listing is not None
    assert [listing.place(n) for n in range(len(listing))] == [(i.document, i.start, i.end) for i in found]
    assert page.facets.chosen() == {"framework:meco-2019": (key(page, "C1"),)}
    assert listing.counted == sum(item.counted for item in found) < len(found)
    assert page.status.ways.isVisible()


def test_parcours_client_among_the_verbatims_of_c1(page: VerbatimsPage, qtbot: QtBot) -> None:
    show(qtbot, page, Ask(codes=(key(page, "C1"),)))
    page.bar.line.setFocus()
    qtbot.keyClicks(page.bar.line, '"parcours client"')
    settle(qtbot, page)
    project, listing = page.hub.project, page.list.rows.listing
    assert listing is not None
    expected = set()
    within = Moment.of(project).covered([key(page, "C1")])
    for passage in documents.passages(project):
        said = documents.text(project, passage.document)[passage.start : passage.end].lower()
        if passage.key in within and "parcours client" in said.replace("\n", " "):
            expected.add(passage.key)
    assert {listing.row(n).verbatim.passage for n in range(len(listing))} == expected != set()
    for number in range(len(listing)):
        said = listing.row(number).verbatim
        assert said.matches
        for start, end in said.matches:
            assert said.text[start - said.start : end - said.start].lower() == "parcours client"


def test_a_query_that_cannot_be_read_is_said_with_its_place(page: VerbatimsPage, qtbot: QtBot) -> None:
    page.bar.line.setFocus()
    qtbot.keyClicks(page.bar.line, "parcours AND (client")
    settle(qtbot, page)
    assert page.bar.fault.isVisible()
    assert "14" in page.bar.fault.text()
    assert "never closed" in page.bar.fault.text()
    before = page.hub.undoable()
    qtbot.keyClick(page.list, Qt.Key.Key_X)
    assert not page.asking.isVisible()
    assert page.hub.undoable() == before
    page.bar.put("parcours")
    settle(qtbot, page)
    assert not page.bar.fault.isVisible()
    assert page.list.rows.rowCount() > 0


def test_only_the_answer_to_the_last_question_is_shown(page: VerbatimsPage, qtbot: QtBot) -> None:
    for query in ("client", "magasin", "zzzz", '"parcours client"'):
        page.bar.put(query)
    settle(qtbot, page)
    assert page.list.rows.listing is not None
    assert page.list.rows.listing.search.query == '"parcours client"'


def test_keys_walk_unfold_and_open_the_source(page: VerbatimsPage, qtbot: QtBot) -> None:
    asked: list[object] = []
    page.hub.place_asked.connect(asked.append)
    for _ in range(3):
        qtbot.keyClick(page.list, Qt.Key.Key_J)
    qtbot.keyClick(page.list, Qt.Key.Key_K)
    assert page.list.at == 2
    folded = page.list.visualRect(page.list.currentIndex()).height()
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert page.list.visualRect(page.list.currentIndex()).height() > folded
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert page.list.visualRect(page.list.currentIndex()).height() == folded
    qtbot.keyClick(page.list, Qt.Key.Key_Right)
    said = page.list.rows.row(2).verbatim
    assert asked == [Place(said.document, said.start, said.end, said.codings[0])]


def test_coming_back_one_is_at_the_same_row_even_after_a_change(page: VerbatimsPage, qtbot: QtBot) -> None:
    show(qtbot, page, Ask(codes=(key(page, "C1"),)))
    page.list.go(20)
    place, top = page.list.rows.place(20), page.list.verticalOffset()
    qtbot.keyClick(page.list, Qt.Key.Key_Right)
    page.hide()
    first = page.list.rows.row(0).verbatim
    page.hub.write(lambda: codings.uncode(page.hub.project, first.codings))
    page.show()
    page.entered()
    settle(qtbot, page)
    assert page.list.at == 19
    assert page.list.rows.place(19) == place
    assert page.list.verticalOffset() <= top
    assert page.list.viewport().rect().intersects(page.list.visualRect(page.list.currentIndex()))


def test_many_are_coded_as_one_change(page: VerbatimsPage, qtbot: QtBot) -> None:
    project = page.hub.project
    show(qtbot, page, Ask(query='"parcours client"'))
    for at in (1, 3):
        page.list.selectionModel().select(page.list.rows.index(at), SELECT)
    spans = {page.list.rows.place(at) for at in (0, 1, 3)}
    before = {coding.key for coding in codings.listed(project)}
    qtbot.keyClick(page.list, Qt.Key.Key_K, CTRL)
    pick(qtbot, page, "Silos")
    thinned(qtbot, page)
    made = [coding for coding in codings.listed(project) if coding.key not in before]
    assert {(one.document, one.start, one.end) for one in made} == spans
    assert {one.code for one in made} == {key(page, "Silos")}
    assert len(page.list.chosen()) == 3
    project.undo()
    settle(qtbot, page)
    assert {coding.key for coding in codings.listed(project)} == before


def test_a_code_is_made_and_applied_as_one_change(page: VerbatimsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_K, CTRL)
    assert page.acts.picker is not None
    page.acts.picker.line.setText("Silos/coupures")
    qtbot.keyClick(page.acts.picker.line, Qt.Key.Key_Return, CTRL)
    settle(qtbot, page)
    assert counts(Moment.of(page.hub.project)).own[key(page, "Silos/coupures")] == 1
    page.hub.project.undo()
    assert "coupures" not in {code.name for code in codebook.listed(page.hub.project)}


def test_recode_and_split_off(page: VerbatimsPage, qtbot: QtBot) -> None:
    project = page.hub.project
    show(qtbot, page, Ask(codes=(key(page, "Procédures"),)))
    count = page.list.rows.rowCount()
    qtbot.keyClick(page.list, Qt.Key.Key_R, CTRL)
    pick(qtbot, page, "Silos")
    assert page.list.rows.rowCount() == count - 1
    page.list.selectAll()
    qtbot.keyClick(page.list, Qt.Key.Key_R, CTRL | Qt.KeyboardModifier.ShiftModifier)
    answer(qtbot, page, "Rituels")
    assert counts(Moment.of(project)).own[key(page, "Rituels")] == count - 1
    assert page.stack.currentWidget() is page.empty
    project.undo()
    settle(qtbot, page)
    assert page.list.rows.rowCount() == count - 1


def test_judged_out_a_verbatim_leaves_with_its_reason_and_comes_back(page: VerbatimsPage, qtbot: QtBot) -> None:
    project, c1 = page.hub.project, key(page, "C1")
    show(qtbot, page, Ask(codes=(c1,)))
    at = next(n for n in range(99) if not page.list.rows.row(n).verbatim.direct)
    page.list.go(at)
    place, count = page.list.rows.place(at), page.list.rows.rowCount()
    coding = page.list.rows.row(at).verbatim.codings[0]
    qtbot.keyClick(page.list, Qt.Key.Key_X)
    answer(qtbot, page, "parle d'autre chose")
    said = links.judgements(project, codings=[coding], code=c1)[-1]
    assert (said.verdict, said.reason, said.coder) == ("out", "parle d'autre chose", "anna")
    assert page.list.rows.rowCount() == count - 1
    assert page.list.at == at
    assert page.list.hasFocus()
    project.undo()
    settle(qtbot, page)
    assert page.list.rows.at(place) == at
    assert page.list.rows.rowCount() == count


def test_direct_evidence_is_not_judged_out(page: VerbatimsPage, qtbot: QtBot) -> None:
    show(qtbot, page, Ask(codes=(key(page, "C1"),)))
    rows = page.list.rows
    page.list.go(next(n for n in range(99) if rows.row(n).verbatim.direct and not rows.row(n).verbatim.linked))
    with qtbot.waitSignal(page.hub.said) as said:
        qtbot.keyClick(page.list, Qt.Key.Key_X)
    assert "uncode" in said.args[0]
    assert not page.asking.isVisible()


def test_an_excerpt_is_made_once(page: VerbatimsPage, qtbot: QtBot) -> None:
    project, c1 = page.hub.project, key(page, "C1")
    show(qtbot, page, Ask(codes=(c1,)))
    page.list.go(2)
    assert not page.list.rows.row(2).excerpt
    place = page.list.rows.place(2)
    for _ in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_Asterisk)
        settle(qtbot, page)
    made = [one for one in excerpts.listed(project, [c1]) if (one.document, one.start, one.end) == place]
    assert len(made) == 1
    assert page.list.rows.row(2).excerpt


def test_a_search_is_kept_and_chosen_again(page: VerbatimsPage, qtbot: QtBot) -> None:
    show(qtbot, page, Ask(query="client", codes=(key(page, "C1"),)))
    found = texts(page)
    qtbot.keyClick(page.list, Qt.Key.Key_S, CTRL)
    answer(qtbot, page, "Les clients de C1")
    assert [one.name for one in searches.listed(page.hub.project)] == ["Les clients de C1"]
    page.clear()
    settle(qtbot, page)
    assert texts(page) != found
    page.saved.fill()
    next(action for action in page.saved.drop.actions() if action.text() == "Les clients de C1").trigger()
    settle(qtbot, page)
    assert texts(page) == found
    assert page.bar.query == "client"


def test_facets_choose_and_count(page: VerbatimsPage, qtbot: QtBot) -> None:
    c1 = key(page, "C1")
    page.facets.check("framework:meco-2019", c1)
    settle(qtbot, page)
    count = page.list.rows.rowCount()
    document = page.list.rows.row(0).verbatim.document
    shown = int(page.facets._items["document", document].text(1))
    page.facets.check("document", document)
    settle(qtbot, page)
    assert page.list.rows.rowCount() == shown < count
    page.status.clearing.click()
    settle(qtbot, page)
    assert page.facets.chosen() == {}


def test_every_match_has_a_line_of_its_own(page: VerbatimsPage, qtbot: QtBot) -> None:
    show(qtbot, page, Ask(query="client"))
    page.views.turn("lines")
    settle(qtbot, page)
    listing = page.list.rows.listing
    assert listing is not None
    places = [(listing.place(n)[0], *match) for n in range(len(listing)) for match in listing.matches(n)]
    assert [page.list.rows.place(at) for at in range(page.list.rows.rowCount())] == places
    for document, start, end in places:
        assert documents.text(page.hub.project, document)[start:end].lower().startswith("client")


def test_a_change_elsewhere_is_shown_at_once(page: VerbatimsPage, qtbot: QtBot) -> None:
    project, code = page.hub.project, key(page, "Silos")
    show(qtbot, page, Ask(codes=(code,)))
    count = page.list.rows.rowCount()
    info = documents.listed(project)[0]
    codings.apply(project, code, anchors.words(info.key, 30, 60))
    settle(qtbot, page)
    assert page.list.rows.rowCount() == count + 1
    codebook.remove(project, code)
    settle(qtbot, page)
    assert page.facets.chosen() == {}


def test_the_list_is_exported(page: VerbatimsPage, qtbot: QtBot, tmp_path: Path) -> None:
    show(qtbot, page, Ask(codes=(key(page, "C1"),)))
    path = tmp_path / "hits.csv"
    with qtbot.waitSignal(page.hub.said):
        page.export.write_to(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [(row["start"], row["end"]) for row in rows] == [
        tuple(map(str, page.list.rows.place(at)[1:])) for at in range(page.list.rows.rowCount())
    ]


def test_nothing_found_says_so_with_a_way_out(page: VerbatimsPage, qtbot: QtBot) -> None:
    show(qtbot, page, Ask(query="zzzz"))
    assert page.stack.currentWidget() is page.empty
    assert page.empty.sentence.text()
    page.empty.button.click()
    settle(qtbot, page)
    assert page.stack.currentWidget() is page.list


def test_a_hidden_page_reads_nothing_until_it_is_shown(page: VerbatimsPage, qtbot: QtBot) -> None:
    page.hide()
    listing = page.list.rows.listing
    page.hub.verbatims_asked.emit(Ask(query="client"))
    settle(qtbot, page)
    assert page.list.rows.listing is listing
    page.show()
    settle(qtbot, page)
    assert page.list.rows.listing is not listing


def test_a_closed_project_leaves_nothing(page: VerbatimsPage, qapp: QApplication) -> None:
    page.hub.close()
    assert page.list.rows.rowCount() == 0
    assert page.list.rows.listing is None


@pytest.mark.parametrize("before", ["", "📈", "📈 é 👩‍👧 ", "x " * 900, "📈 " * 900])
@pytest.mark.parametrize("whole", [False, True])
def test_a_match_is_marked_where_it_stands(qapp: QApplication, before: str, whole: bool) -> None:
    text = f"{before}le parcours 📈 et la suite\nencore"
    at = 7 + text.index("parcours")
    said = Verbatim(1, "D", 7, 7 + len(text), text, "R01", "respondent", (), (), matches=((at, at + 8),))
    frame = typesetting.frame(900, 12, qapp.font(), {}, {}, tagged=False)
    row = ListedVerbatim(said, "", (), False)
    card = typesetting.unfolded(row, frame, ("", ""), ("", "")) if whole else typesetting.folded(row, frame)
    (block,) = card.blocks
    ((start, end, _, _),) = block.grounds
    units = block.layout.text().encode("utf-16-le")
    assert units[start * 2 : end * 2].decode("utf-16-le") == "parcours"
    (bold,) = block.layout.formats()
    assert (bold.start, bold.start + bold.length) == (start, end)
    assert block.layout.lineForTextPosition(start).lineNumber() < block.lines


def test_what_is_left_out_begins_and_ends_between_words(qapp: QApplication) -> None:
    frame = typesetting.frame(300, 12, qapp.font(), {}, {}, tagged=False)
    said = "well-known long-standing " * 40
    for words in (said, f"a {said}", f"abc {said}", f"abcdef {said}", f"abcdefghi {said}"):
        shown = typesetting.block(words, frame, 2, "#000000", []).layout.text()
        assert shown.endswith((" well-known …", " long-standing …")), shown
    text = "x" * 20 + " : why so " + "on and on " * 60 + "match"
    for first in range(200, len(text), 7):
        at = typesetting.skipped(text, [first], frame)
        assert text[at].isalnum()
    assert typesetting.skipped("y" * 200 + " : ? why " + "z" * 20 + " match", [230], frame) >= 205


def test_attributes_are_facets_as_the_person_chooses(page: VerbatimsPage) -> None:
    facets = page.facets
    name = next(facet for facet in _facet_names(facets) if facet.startswith("attribute:"))
    act = next(one for one in facets.attributes().actions() if one.text() == facets.title(name).replace("&", "&&"))
    assert act.isChecked()
    act.trigger()
    assert name not in _facet_names(facets)
    facets.show_attribute(name, shown=True)
    assert name in _facet_names(facets)


def _facet_names(facets: Facets) -> list[str]:
    return list(dict.fromkeys(name for name, _ in facets._items))

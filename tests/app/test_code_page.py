"""The Code page worked with as a person does: select, press, and see what is shown and what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.code.page import CodePage
from app.code.recent import SLOTS, RecentCodes
from app.hub import Ask, Hub, Place
from app.settings import Settings
from coding import codebook, codings, excerpts, links
from coding.codebook import frameworks
from coding.codings import CodingInfo
from corpus import anchors, documents
from corpus.store.project import Project
from tests.coding.support import Study, draft, make_study

NO, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
AZERTY = dict(enumerate("&é\"'(-è_ç", 1))
AZERTY_KEYS = (
    *(Qt.Key.Key_Ampersand, Qt.Key.Key_Eacute, Qt.Key.Key_QuoteDbl, Qt.Key.Key_Apostrophe, Qt.Key.Key_ParenLeft),
    *(Qt.Key.Key_Minus, Qt.Key.Key_Egrave, Qt.Key.Key_Underscore, Qt.Key.Key_Ccedilla),
)


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = make_study(tmp_path)
    for name in ("prototyper", "écouter/appels", "éprouver", "client"):
        codebook.add(made.project, name)
    return made


@pytest.fixture
def hub(study: Study, qapp: QApplication, tmp_path: Path) -> Iterator[Hub]:
    made = Hub(Settings(tmp_path / "settings.json"))
    made.take(study.project)
    yield made
    made.close()


@pytest.fixture
def page(hub: Hub, study: Study, qtbot: QtBot) -> CodePage:
    made = CodePage(hub)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.project_opened()
    made.show()
    qtbot.waitExposed(made)
    made.open_document(study.documents["Bureau"])
    made.entered()
    QApplication.processEvents()
    return made


def key(project: Project, name: str) -> int:
    return codebook.find(project, name).key


def press(page: CodePage, pressed: Qt.Key, text: str = "", held: Qt.KeyboardModifier = NO) -> None:
    """Press a key in the text, as a keyboard of any country would send it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(page.reading.pane, QKeyEvent(kind, pressed, held, text))


def select(page: CodePage, study: Study, words: str, document: str = "Bureau") -> tuple[int, int]:
    span = study.span(document, words)
    page.reading.pane.select(*span)
    return span


def stored(page: CodePage) -> list[tuple[str, str]]:
    """Give the words and the code of each coding that the project has in the document."""
    assert page.shown.document is not None
    project = page.hub.project
    text, names = documents.text(project, page.shown.document.key), {c.key: c.name for c in codebook.listed(project)}
    return [(text[c.start : c.end], names[c.code]) for c in codings.of_document(project, page.shown.document.key)]


def drawn(page: CodePage) -> list[tuple[str, str]]:
    """Give the words and the name of each stripe beside the text."""
    found = {stripe.key: stripe.coding for stripe in page.reading.pane.stripes()}
    return [
        (page.shown.text[c.start : c.end], c.name)
        for c in sorted(found.values(), key=lambda c: (c.start, -c.end, c.key))
    ]


def drag(page: CodePage, start: QPointF, end: QPointF) -> None:
    viewport = page.reading.pane.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, at, button, buttons in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, end, none, left),
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        there = QPointF(viewport.mapToGlobal(at.toPoint()))
        QApplication.sendEvent(viewport, QMouseEvent(kind, at, there, button, buttons, NO))


def spot(page: CodePage, offset: int) -> QPointF:
    found = page.reading.pane.spot(offset)
    assert found is not None
    return found.center()


def coded(page: CodePage, study: Study, words: str, code: str) -> CodingInfo:
    assert page.shown.document is not None
    name = page.shown.document.name
    made = codings.apply(
        study.project, key(study.project, code), anchors.words(page.shown.document.key, *study.span(name, words))
    )
    return codings.get(study.project, made)


def test_words_selected_by_mouse_are_coded_by_typing_a_name(page: CodePage, study: Study) -> None:
    start, end = study.span("Bureau", "tableau de bord 📈")
    drag(page, spot(page, start), spot(page, end))
    assert page.reading.pane.selection() == (start, end)
    press(page, Qt.Key.Key_P, "p")
    assert page.picker.isVisible()
    assert page.picker.line.text() == "p"
    QTest.keyClicks(page.picker.line, "rot")
    QTest.keyClick(page.picker.line, Qt.Key.Key_Return)
    assert stored(page) == drawn(page) == [("tableau de bord 📈", "prototyper")]
    assert page.reading.pane.hasFocus()
    assert page.codebook.model.index_of(key(study.project, "prototyper")).data(Qt.ItemDataRole.UserRole + 3) == "1"


def test_undo_and_redo_come_back_to_the_eye(page: CodePage, study: Study) -> None:
    select(page, study, "chaque lundi")
    page.verbs.apply(key(study.project, "client"))
    study.project.undo()
    assert stored(page) == drawn(page) == []
    study.project.redo()
    assert stored(page) == drawn(page) == [("chaque lundi", "client")]


def test_nothing_is_painted_before_the_project_has_it(page: CodePage, study: Study, hub: Hub) -> None:
    failed: list[object] = []
    hub.failed.connect(failed.append)
    select(page, study, "chaque lundi")
    page.verbs.apply(key(study.project, "client"))
    page.verbs.apply(key(study.project, "client"))
    assert len(failed) == 1
    assert drawn(page) == [("chaque lundi", "client")]
    page.verbs.apply(999_999)
    assert len(failed) == 2
    assert len(drawn(page)) == 1


@pytest.mark.parametrize("azerty", [False, True])
def test_digits_apply_recent_codes_on_both_keyboards(page: CodePage, study: Study, azerty: bool) -> None:
    project = study.project
    for name in ("éprouver", "client"):
        select(page, study, "tombe")
        page.verbs.apply(key(project, name))
    assert page.shown.recent.slots == [key(project, "éprouver"), key(project, "client")]
    select(page, study, "chaque lundi")
    if azerty:
        press(page, AZERTY_KEYS[1], AZERTY[2])
    else:
        press(page, Qt.Key.Key_2, "2")
    assert ("chaque lundi", "client") in stored(page)
    assert not page.picker.isVisible()


def test_every_key_of_the_french_top_row_is_its_digit(page: CodePage, study: Study) -> None:
    project = study.project
    names = [f"c{number}" for number in range(1, 10)]
    page.shown.recent = RecentCodes({"slots": [codebook.add(project, name) for name in names]})
    select(page, study, "Personne")
    for number, pressed in enumerate(AZERTY_KEYS, 1):
        press(page, pressed, AZERTY[number])
    assert stored(page) == [("Personne", name) for name in names]


def test_a_digit_without_a_code_says_so(page: CodePage, study: Study, hub: Hub) -> None:
    said: list[str] = []
    hub.said.connect(said.append)
    select(page, study, "tombe")
    press(page, Qt.Key.Key_9, "9")
    assert len(said) == 1
    assert stored(page) == []


def test_ctrl_enter_makes_parent_and_child_and_applies_as_one_change(page: CodePage, study: Study) -> None:
    select(page, study, "📈 tombe")
    QTest.keyClick(page.reading.pane, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(page.picker.line, "mesurer/courbes")
    QTest.keyClick(page.picker.line, Qt.Key.Key_Return, CTRL)
    assert stored(page) == drawn(page) == [("📈 tombe", "courbes")]
    assert codebook.find(study.project, "mesurer/courbes").parent == key(study.project, "mesurer")
    study.project.undo()
    assert stored(page) == drawn(page) == []
    assert "mesurer" not in {code.name for code in codebook.listed(study.project)}


def test_shift_enter_puts_two_codes_on_the_same_words(page: CodePage, study: Study) -> None:
    select(page, study, "Personne ne le lit")
    press(page, Qt.Key.Key_P, "p")
    QTest.keyClicks(page.picker.line, "rot")
    QTest.keyClick(page.picker.line, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(page.picker.line, "client")
    QTest.keyClick(page.picker.line, Qt.Key.Key_Return)
    assert {code for _, code in stored(page)} == {"prototyper", "client"}
    assert stored(page) == drawn(page)


def test_in_vivo_the_words_are_the_code(page: CodePage, study: Study) -> None:
    select(page, study, "tableau de bord 📈")
    QTest.keyClick(page.reading.pane, Qt.Key.Key_I, CTRL)
    assert drawn(page) == [("tableau de bord 📈", "tableau de bord 📈")]
    assert codebook.find(study.project, "tableau de bord 📈").in_vivo


def test_delete_takes_the_coding_just_made_or_the_one_clicked(page: CodePage, study: Study) -> None:
    select(page, study, "chaque lundi")
    page.verbs.apply(key(study.project, "client"))
    QTest.keyClick(page.reading.pane, Qt.Key.Key_Delete)
    assert stored(page) == drawn(page) == []
    coded(page, study, "tableau de bord", "éprouver")
    coded(page, study, "Personne", "client")
    stripe = next(s for s in page.reading.pane.stripes() if s.coding.name == "éprouver")
    QTest.mouseClick(page.reading.pane.viewport(), Qt.MouseButton.LeftButton, pos=stripe.rect.center().toPoint())
    assert "éprouver" in page.inspector.coding.code.text()
    QTest.keyClick(page.reading.pane, Qt.Key.Key_Delete)
    assert stored(page) == drawn(page) == [("Personne", "client")]


def test_delete_without_a_coding_only_says_so(page: CodePage, study: Study, hub: Hub) -> None:
    said: list[str] = []
    hub.said.connect(said.append)
    coded(page, study, "Personne", "client")
    select(page, study, "tombe")
    QTest.keyClick(page.reading.pane, Qt.Key.Key_Delete)
    assert len(said) == 1
    assert stored(page) == [("Personne", "client")]


def test_ctrl_r_gives_the_coding_another_code(page: CodePage, study: Study) -> None:
    coding = coded(page, study, "chaque lundi", "client")
    page.reading.pane.select_coding(coding.key)
    QTest.keyClick(page.reading.pane, Qt.Key.Key_R, CTRL)
    assert "client" in page.picker.title.text()
    QTest.keyClicks(page.picker.line, "prouver")
    QTest.keyClick(page.picker.line, Qt.Key.Key_Return)
    assert stored(page) == drawn(page) == [("chaque lundi", "éprouver")]
    assert page.reading.pane.selected_coding() == coding.key
    assert "éprouver" in page.inspector.coding.code.text()


def test_dragging_an_end_resizes_and_a_refusal_leaves_it_where_it_was(page: CodePage, study: Study, hub: Hub) -> None:
    coding = coded(page, study, "chaque", "client")
    page.reading.pane.select_coding(coding.key)
    QApplication.processEvents()
    drag(page, spot(page, coding.end), spot(page, study.span("Bureau", "lundi")[1]))
    assert stored(page) == drawn(page) == [("chaque lundi", "client")]
    coded(page, study, "tombe chaque lundi", "client")
    failed: list[object] = []
    hub.failed.connect(failed.append)
    drag(page, spot(page, coding.start), spot(page, study.span("Bureau", "tombe")[0]))
    assert len(failed) == 1
    assert stored(page) == drawn(page)
    study.project.undo()
    study.project.undo()
    assert drawn(page) == [("chaque", "client")]


def test_j_and_k_go_from_coding_to_coding(page: CodePage, study: Study) -> None:
    first, second = coded(page, study, "tableau", "client"), coded(page, study, "Personne", "éprouver")
    page.reading.pane.select(0, 0)
    seen = []
    for pressed in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        QTest.keyClick(page.reading.pane, pressed)
        seen.append(page.reading.pane.selected_coding())
    assert seen == [first.key, second.key, second.key, first.key]
    assert "client" in page.inspector.coding.code.text()


def test_ctrl_f_finds_as_one_types(page: CodePage, study: Study) -> None:
    QTest.keyClick(page.reading.pane, Qt.Key.Key_F, CTRL)
    bar = page.reading.bar
    assert bar.line.hasFocus()
    QTest.keyClicks(bar.line, "helas")
    assert page.reading.pane.selection() == study.span("Bureau", "hélas")
    QTest.keyClicks(bar.line, "xx")
    assert bar.said.text()
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert page.reading.pane.hasFocus()


def test_a_code_on_the_whole_document_stands_above_the_text(page: CodePage, study: Study) -> None:
    QTest.keyClick(page.reading.pane, Qt.Key.Key_K, CTRL | SHIFT)
    QTest.keyClicks(page.picker.line, "client")
    QTest.keyClick(page.picker.line, Qt.Key.Key_Return)
    assert drawn(page) == []
    assert page.reading.chips.count() == 1
    page.reading.chips.itemAt(0).widget().click()  # type: ignore[union-attr]  # it is there, else the test fails
    assert "client" in page.inspector.coding.code.text()
    page.verbs.uncode()
    assert codings.listed(study.project) == []
    assert page.reading.chips.count() == 0


def test_a_star_makes_an_excerpt_of_the_coding(page: CodePage, study: Study) -> None:
    coding = coded(page, study, "chaque lundi", "client")
    page.reading.pane.select_coding(coding.key)
    QTest.keyClick(page.reading.pane, Qt.Key.Key_Asterisk)
    assert [(e.code, e.start, e.end) for e in excerpts.listed(study.project)] == [
        (coding.code, coding.start, coding.end)
    ]


def test_a_new_name_or_colour_of_a_code_shows_on_its_stripes(page: CodePage, study: Study) -> None:
    coded(page, study, "chaque lundi", "client")
    codebook.edit(study.project, key(study.project, "client"), name="cliente", colour="#900000")
    [stripe] = page.reading.pane.stripes()
    assert (stripe.coding.name, stripe.coding.colour) == ("cliente", "#900000")


def test_a_change_that_touches_many_codings_is_followed(page: CodePage, study: Study) -> None:
    code, here = key(study.project, "client"), study.documents["Bureau"]
    codings.apply_many(study.project, [(code, anchors.words(here, n, n + 4)) for n in range(60)])
    assert len(page.shown.codings) == len(drawn(page)) == 60
    codebook.remove(study.project, code)
    assert page.shown.codings == {}
    assert drawn(page) == []
    study.project.undo()
    assert len(drawn(page)) == 60


def test_selecting_codes_tints_their_codings(page: CodePage, study: Study) -> None:
    coded(page, study, "chaque lundi", "écouter/appels")
    viewport = page.reading.pane.viewport()
    plain = viewport.grab().toImage()
    page.codebook.tree.select([key(study.project, "écouter")])
    assert viewport.grab().toImage() != plain
    page.codebook.tree.clearSelection()
    assert viewport.grab().toImage() == plain


def test_each_document_is_found_where_it_was_left(page: CodePage, study: Study) -> None:
    long = "\n\n".join(f"LUC : tour {n} " + "mot " * 60 for n in range(80))
    [added] = documents.add(study.project, [draft("Long", long)])
    page.open_document(added.key)
    page.reading.pane.scroll_to(study_offset := len(long) // 2, "top")
    place = page.reading.pane.place()
    assert abs(place[0] - study_offset) < 400
    page.open_document(study.documents["Caisse"])
    page.open_document(added.key)
    assert page.reading.pane.place()[0] == place[0]
    page.project_closed()
    page.project_opened()
    assert page.shown.document is not None
    assert page.shown.document.key == added.key
    assert page.reading.pane.place()[0] == place[0]


def test_a_place_asked_for_is_shown_with_its_coding(page: CodePage, study: Study, hub: Hub) -> None:
    made = codings.apply(study.project, key(study.project, "client"), anchors.words(study.documents["Caisse"], 6, 9))
    hub.show_place(Place(study.documents["Caisse"], 6, 9, made))
    assert page.shown.document is not None
    assert page.shown.document.name == "Caisse"
    assert page.reading.pane.selected_coding() == made
    asked: list[str] = []
    hub.page_asked.connect(asked.append)
    QTest.keyClick(page.reading.pane, Qt.Key.Key_Backspace)
    assert asked == ["verbatims"]
    hub.show_place(Place(study.documents["Achats"], 3, 8))
    assert page.reading.pane.selection() == (3, 8)


def test_ctrl_return_shows_the_verbatims_of_the_code(page: CodePage, study: Study, hub: Hub) -> None:
    asked: list[Ask] = []
    hub.verbatims_asked.connect(asked.append)
    coding = coded(page, study, "chaque lundi", "client")
    page.reading.pane.select_coding(coding.key)
    QTest.keyClick(page.reading.pane, Qt.Key.Key_Return, CTRL)
    assert asked == [Ask(codes=(coding.code,), title="client")]


def test_recent_codes_keep_their_keys_and_the_oldest_gives_way() -> None:
    recent = RecentCodes()
    for code in range(1, SLOTS + 1):
        recent.used(code)
    recent.used(3)
    assert recent.slots == list(range(1, SLOTS + 1))
    assert recent.order[:2] == [3, SLOTS]
    recent.used(50)
    assert recent.slots == [50, *range(2, SLOTS + 1)]
    again = RecentCodes(recent.kept())
    assert (again.slots, again.order) == (recent.slots, recent.order)
    again.keep_only({2, 50})
    assert again.slots == [50, 2]
    assert RecentCodes("nonsense").slots == []


def test_a_project_open_for_reading_refuses_in_one_sentence(hub: Hub, study: Study, qtbot: QtBot) -> None:
    path = study.project.path
    hub.close()
    assert hub.open(path, writable=False)
    page = CodePage(hub)
    qtbot.addWidget(page)
    page.project_opened()
    failed: list[Exception] = []
    hub.failed.connect(failed.append)
    page.open_document(study.documents["Bureau"])
    page.reading.pane.select(6, 12)
    page.verbs.apply(key(hub.project, "client"))
    assert "reading only" in str(failed[0])
    assert page.shown.codings == {}
    page.project_closed()


def test_judging_from_the_inspector(page: CodePage, study: Study) -> None:
    frameworks.add(study.project, "meco-2019")
    target = key(study.project, "C1")
    links.link(study.project, key(study.project, "client"), target)
    coding = coded(page, study, "chaque lundi", "client")
    page.reading.pane.select_coding(coding.key)
    page.look()
    page.verbs.judge(target, "in", "supports")
    [judgement] = links.judgements(study.project, codings=[coding.key])
    assert (judgement.verdict, judgement.stance) == ("in", "supports")
    page.verbs.judge(target, None, None)
    assert links.judgements(study.project, codings=[coding.key]) == []

"""Work on the codebook beside the text: codes from a list, definitions kept as they are typed, and their history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.codebook.counting import OWN, TOTAL
from app.codebook.history import CodeHistoryDialog
from app.codebook.model import COUNT
from app.codebook.pasting import PasteDialog
from app.hub import Ask, Hub
from app.settings import Settings
from coding import codebook, codings
from corpus import sets
from corpus.store.project import Project
from tests.app.codebook_bench import Bench, dialog, index, key, menu_action
from tests.coding.support import Study, make_study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = make_study(tmp_path)
    for name in ("prototyper", "écouter/appels", "écouter/avis"):
        codebook.add(made.project, name)
    return made


@pytest.fixture
def bench(study: Study, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    hub = Hub(Settings(tmp_path / "settings.json"))
    hub.take(study.project)
    made = Bench(hub)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    hub.close()


def test_a_pasted_list_is_seen_before_it_is_codes_and_taken_back_at_once(bench: Bench, study: Study) -> None:
    menu_action(bench.panel.menu_of(key(study, "écouter"), None), "Paste codes under it")
    asking = dialog(bench, PasteDialog)
    assert not asking.buttons.button(asking.buttons.StandardButton.Ok).isEnabled()
    asking.text.setPlainText("Appels\n  perdus\nsalon/stand")
    assert asking.count.text() == "3 new code(s) · 1 there already"
    first = asking.tree.topLevelItem(0)
    assert (first.text(0), first.child(0).text(0)) == ("Appels (there already)", "perdus")
    asking.accept()
    assert bench.names()[2:] == [
        "  écouter",
        "    appels",
        "      perdus",
        "    avis",
        "    salon",
        "      stand",
    ]
    study.project.undo()
    assert bench.names()[2:] == ["  écouter", "    appels", "    avis"]


def test_a_sittings_typing_is_kept_without_being_told_and_one_step_of_undo(bench: Bench, study: Study) -> None:
    code, entry = key(study, "prototyper"), bench.panel.entry
    made = study.project.undoable()
    bench.panel.edit_entry(code)
    for said in ("Faire", "Faire voir", "Faire voir vite."):
        entry.texts["definition"].setPlainText(said)
        entry.flush()
        assert codebook.get(study.project, code).definition == said
    codebook.edit(study.project, code, short="montrer")
    assert entry.short.text() == "montrer"
    entry.texts["include"].setPlainText("maquettes")
    entry.flush()
    kept = codebook.get(study.project, code)
    assert (kept.definition, kept.short, kept.include) == ("Faire voir vite.", "montrer", "maquettes")
    for _ in range(3):
        study.project.undo()
    assert study.project.undoable() == made
    assert codebook.get(study.project, code).definition == ""
    assert entry.texts["definition"].toPlainText() == ""


def test_codes_to_review_are_gone_through_one_after_the_other(bench: Bench, study: Study, qtbot: QtBot) -> None:
    panel = bench.panel
    panel.to_review.click()
    listed = panel.review.list
    qtbot.waitUntil(lambda: listed.topLevelItemCount() > 0)
    group = listed.topLevelItem(0)
    assert group is not None
    assert group.text(0) == f"Never used ({group.childCount()})"
    first, second = (group.child(at).text(0) for at in range(2))
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert panel.stack.currentWidget() is panel.entry
    assert panel.entry.name.text() == first
    QTest.keyClick(panel.entry.texts["exclude"], Qt.Key.Key_Escape)
    assert panel.stack.currentWidget() is panel.review
    codings.apply(study.project, key(study, first), study.words("Achats", "parcours client"))
    qtbot.waitUntil(lambda: listed.currentItem().text(0) == second)
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    assert panel.stack.currentIndex() == 0
    panel.edit_entry(key(study, first))
    QTest.keyClick(panel.entry.texts["exclude"], Qt.Key.Key_Escape)
    assert panel.stack.currentIndex() == 0


def test_the_entry_names_the_sets_that_a_code_is_in(bench: Bench, study: Study) -> None:
    code, entry = key(study, "prototyper"), bench.panel.entry
    bench.panel.edit_entry(code)
    assert not entry.sets.isVisible()
    sets.make(study.project, "Essais", "codes", [code])
    assert entry.sets.text() == "In the sets: Essais"
    study.project.undo()
    assert not entry.sets.isVisible()


def test_leaving_the_entry_keeps_the_last_words(bench: Bench, study: Study) -> None:
    code, entry = key(study, "prototyper"), bench.panel.entry
    bench.panel.edit_entry(code)
    entry.texts["exclude"].setPlainText("les plans")
    entry.name.setText("éprouver")
    QTest.keyClick(entry.texts["exclude"], Qt.Key.Key_Escape)
    assert bench.panel.stack.currentIndex() == 0
    kept = codebook.get(study.project, code)
    assert (kept.exclude, kept.name) == ("les plans", "éprouver")
    bench.panel.edit_entry(code)
    entry.texts["exclude"].setPlainText("les croquis")
    bench.panel.hub.close()
    with Project.open(study.project.path, coder="Ada") as again:
        assert codebook.get(again, code).exclude == "les croquis"


def test_the_history_of_a_definition_says_who_wrote_it_and_what_stood_there(bench: Bench, study: Study) -> None:
    code = key(study, "prototyper")
    codebook.edit(study.project, code, definition="Faire <vite>.")
    with study.coder("Bea"):
        codebook.edit(study.project, code, definition="Faire bien.")
    menu_action(bench.panel.menu_of(code, None), "History")
    told = dialog(bench, CodeHistoryDialog).text.toPlainText()
    assert told.index("Bea") < told.index("Faire <vite>.\nFaire bien.") < told.rindex("Faire <vite>.")


def test_the_heading_says_what_is_counted_and_each_coder_is_counted_apart(bench: Bench, study: Study) -> None:
    above, under = key(study, "écouter"), key(study, "appels")
    codings.apply(study.project, above, study.words("Achats", "parcours"))
    codings.apply(study.project, under, study.words("Achats", "rayon"))
    assert list(bench.panel.counts.ways()) == [TOTAL, OWN]
    with study.coder("Bea"):
        codings.apply(study.project, under, study.words("Bureau", "lundi"))
    panel = bench.panel
    seen = []
    for how in panel.counts.ways():
        panel.counts.choose(how)
        seen.append((panel.counts.text(), index(bench, "écouter").data(COUNT), index(bench, "appels").data(COUNT)))
    assert seen == [
        ("Segments with sub-codes", "3", "2"),
        ("Segments without sub-codes", "1", "2"),
        ("Segments by Ada", "2", "1"),
        ("Segments by Bea", "1", "1"),
    ]
    panel.edit_entry(above)
    assert panel.entry.counts.text() == "Coded segments: 3, without sub-codes 1; documents: 2 · Ada 2, Bea 1"
    codings.apply(study.project, above, study.words("Bureau", "hélas"))
    assert panel.entry.counts.text().endswith("Ada 3, Bea 1")


def test_codes_given_to_like_words_are_offered_and_opened_side_by_side(
    bench: Bench, study: Study, qtbot: QtBot
) -> None:
    panel = bench.panel
    pair = [key(study, name) for name in ("appels", "avis")]
    for code in pair:
        for words in ("parcours client", "trois semaines", "Ça coince en rayon."):
            codings.apply(study.project, code, study.words("Achats", words))
    for words in ("Le tableau de bord", "tombe chaque lundi", "Personne ne le lit"):
        codings.apply(study.project, key(study, "prototyper"), study.words("Bureau", words))
    menu = panel.menu_of(pair[0], None)
    [below] = [action.menu() for action in menu.actions() if action.text() == "By meaning"]
    assert isinstance(below, QMenu)
    alike = below.actions()[-1]
    assert alike.text() == "Codes used alike"
    alike.trigger()
    listed = panel.review.list
    qtbot.waitUntil(lambda: listed.currentItem() is not None and listed.currentItem().text(0) == "appels · avis")
    assert listed.currentItem().text(1).startswith("0.")
    assert "3 on the same words" in listed.currentItem().toolTip(0)
    asked: list[Ask] = []
    panel.hub.verbatims_asked.connect(asked.append)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert [(set(ask.codes), ask.group) for ask in asked] == [(set(pair), "code")]
    below.actions()[0].trigger()
    assert (asked[-1].codes, asked[-1].of) == ((pair[0],), "missed")

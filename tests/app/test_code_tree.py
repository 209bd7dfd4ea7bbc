"""The codebook beside the text: the tree, its filter, what is dragged, and all that its menu does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from app.codebook.model import COLOUR, COUNT, DIGIT, KEY, CodeModel
from app.codebook.questions import SplitDialog
from app.hub import Hub
from app.settings import Settings
from coding import codebook, codings
from coding.codebook import frameworks
from coding.moment.code_list import Book
from coding.moment.moment import Moment
from corpus import anchors
from corpus.model import Code
from tests.app.codebook_bench import HERE, Bench, dialog, index, key, menu_action
from tests.coding.support import Study, make_study

MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = make_study(tmp_path)
    for name in ("prototyper", "écouter/appels", "écouter/avis", "éprouver", "client"):
        codebook.add(made.project, name)
    frameworks.add(made.project, "meco-2019")
    codings.apply(
        made.project,
        key(made, "appels"),
        made.words("Bureau", "tableau de bord 📈"),
    )
    return made


@pytest.fixture
def hub(study: Study, qapp: QApplication, tmp_path: Path) -> Iterator[Hub]:
    made = Hub(Settings(tmp_path / "settings.json"))
    made.take(study.project)
    yield made
    made.close()


@pytest.fixture
def bench(hub: Hub, qtbot: QtBot) -> Bench:
    made = Bench(hub)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def drop(bench: Bench, name: str, row: int, parent: QModelIndex) -> bool:
    data = bench.panel.model.mimeData([index(bench, name)])
    return bench.panel.model.dropMimeData(data, MOVE, row, 0, parent)


def test_the_model_is_one_that_views_can_trust(bench: Bench, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(bench.panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for text in ("é", "écouter appels", "xyzzy", ""):
        bench.panel.model.filter(text)
    codebook.add(bench.book.project, "écouter/salon")
    assert tester.model() is bench.panel.model


def test_the_first_cycle_stands_above_each_framework_with_counts(bench: Bench) -> None:
    model = bench.panel.model
    assert bench.names()[:7] == [
        *("Descriptive codes", "  prototyper", "  écouter", "    appels", "    avis", "  éprouver", "  client"),
    ]
    heading, framework = model.index(0, 0), model.index(1, 0)
    assert (heading.data(COUNT), heading.data(KEY), framework.data(COUNT)) == ("6", None, "7")
    assert index(bench, "C1").data() == codebook.find(bench.book.project, "C1").label
    assert index(bench, "appels").data(COUNT) == "1"
    assert index(bench, "écouter").data(COUNT) == "1"
    assert index(bench, "prototyper").data(COUNT) == ""
    assert index(bench, "appels").data(COLOUR) == codebook.find(bench.book.project, "appels").colour
    assert "coded segments: 1" in index(bench, "appels").data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_coding_changes_the_counts_of_its_code_and_those_above_alone(bench: Bench, study: Study) -> None:
    told: list[object] = []
    bench.panel.model.dataChanged.connect(lambda first, *_: told.append(first.data(KEY)))
    resets: list[int] = []
    bench.panel.model.modelReset.connect(lambda: resets.append(1))
    coding = codings.apply(study.project, key(study, "avis"), study.words("Achats", "client"))
    assert set(told) == {key(study, "avis"), key(study, "écouter")}
    assert index(bench, "écouter").data(COUNT) == "2"
    codings.recode(study.project, [coding], key(study, "éprouver"))
    assert [index(bench, name).data(COUNT) for name in ("avis", "écouter", "éprouver")] == ["", "1", "1"]
    study.project.undo()
    study.project.undo()
    assert [index(bench, name).data(COUNT) for name in ("avis", "écouter", "éprouver")] == ["", "1", ""]
    assert resets == []


def test_the_book_kept_up_is_the_book_read_anew(bench: Bench, study: Study) -> None:
    project, here = study.project, study.documents["Achats"]
    new = codebook.add(project, "salon/écran")
    codings.apply_many(project, [(new, anchors.words(here, n, n + 5)) for n in range(50)])
    codings.apply(project, key(study, "avis"), anchors.words(study.documents["Caisse"], 0, 4))
    codebook.merge(project, [key(study, "avis")], key(study, "appels"))
    codebook.move(project, key(study, "client"), key(study, "salon"), 0)
    codebook.edit(project, key(study, "prototyper"), name="essayer", cues=["essai"])
    project.undo()
    codebook.remove(project, key(study, "éprouver"))
    project.undo()
    fresh, kept = Book(Moment.of(project)), bench.book
    assert list(kept.codes) == list(fresh.codes)
    for code in fresh.codes:
        assert (kept.own(code), kept.total(code), kept.documents(code)) == (
            fresh.own(code),
            fresh.total(code),
            fresh.documents(code),
        )
        assert kept.codes[code].path == fresh.codes[code].path
        assert kept.total(code) == len(Moment.of(project).evidence(code)) or kept.codes[code].cycle == 2
    assert kept.coded(here) == fresh.coded(here)
    model = CodeModel()
    model.show(fresh)
    assert bench.panel.model.codes() == model.codes()


def test_the_filter_keeps_what_matches_and_what_is_above(bench: Bench) -> None:
    QTest.keyClicks(bench.panel.line, "APPE")
    assert bench.names() == ["Descriptive codes", "  écouter", "    appels"]
    assert bench.panel.tree.isExpanded(index(bench, "écouter"))
    bench.panel.line.setText("ecouter avis")
    assert bench.names() == []
    bench.panel.line.setText("C1")
    assert bench.names()[1].startswith("  C1 ")
    QTest.keyClick(bench.panel.line, Qt.Key.Key_Escape)
    assert len(bench.names()) > 10


def test_what_is_selected_and_folded_outlives_filter_and_change(bench: Bench, study: Study) -> None:
    tree = bench.panel.tree
    tints: list[set[int]] = []
    bench.panel.tinted.connect(tints.append)
    tree.select([key(study, "écouter")])
    assert tints[-1] == {key(study, "écouter"), key(study, "appels"), key(study, "avis")}
    tree.collapse(index(bench, "écouter"))
    bench.panel.line.setText("proto")
    bench.panel.line.clear()
    codebook.add(study.project, "salon")
    assert tree.selected() == [key(study, "écouter")]
    assert not tree.isExpanded(index(bench, "écouter"))
    assert len(tints) == 1
    tree.clearSelection()
    assert tints[-1] == set()


def test_two_thousand_codes_are_filtered_within_the_model(study: Study, hub: Hub, qtbot: QtBot) -> None:
    with study.project.change("Add codes") as session:
        parents = [Code(name=f"theme {n}", position=10 + n) for n in range(20)]
        session.add_all(parents)
        session.flush()
        rows = ((n, parents[n % 20].id) for n in range(1_980))
        session.add_all(Code(name=f"sous-code {n}", parent_id=above, position=n) for n, above in rows)
    bench = Bench(hub)
    qtbot.addWidget(bench)
    bench.panel.line.setText("sous-code 1979")
    assert bench.names() == ["Descriptive codes", "  theme 19", "    sous-code 1979"]
    bench.panel.line.setText("theme 13")
    assert bench.names() == ["Descriptive codes", "  theme 13"]
    bench.panel.line.clear()
    assert len(bench.panel.model.codes()) == len(bench.book.codes) > 2_000


def test_dropping_asks_for_the_move_and_takes_no_row_away(bench: Bench, study: Study) -> None:
    model = bench.panel.model
    assert model.flags(HERE) == Qt.ItemFlag.ItemIsDropEnabled
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert drop(bench, "client", -1, index(bench, "écouter")) is False
    assert bench.names()[2:6] == ["  écouter", "    appels", "    avis", "    client"]
    assert drop(bench, "client", 0, model.index(0, 0)) is False
    assert bench.names()[1:3] == ["  client", "  prototyper"]
    study.project.undo()
    study.project.undo()
    assert bench.names()[1:7] == ["  prototyper", "  écouter", "    appels", "    avis", "  éprouver", "  client"]


def test_a_drop_between_codes_counts_without_the_one_that_moves(bench: Bench) -> None:
    assert drop(bench, "prototyper", 2, bench.panel.model.index(0, 0)) is False
    assert [name for name in bench.names()[:7] if name.count("  ") == 1] == [
        *("  écouter", "  prototyper", "  éprouver", "  client"),
    ]


def test_a_drop_among_filtered_codes_lands_before_the_one_shown_there(bench: Bench) -> None:
    bench.panel.model.filter("é")
    row = index(bench, "éprouver").row()
    drop(bench, "client", row, bench.panel.model.index(0, 0))
    bench.panel.model.filter("")
    tops = [name.strip() for name in bench.names()[:7] if name.startswith("  ") and not name.startswith("   ")]
    assert tops == ["prototyper", "écouter", "client", "éprouver"]


def test_a_code_is_not_dropped_under_itself_nor_into_a_framework(bench: Bench) -> None:
    model = bench.panel.model
    data = model.mimeData([index(bench, "écouter")])
    for parent in (index(bench, "appels"), index(bench, "écouter"), index(bench, "C1"), model.index(1, 0), HERE):
        assert not model.canDropMimeData(data, MOVE, -1, 0, parent)
    before = bench.names()
    drop(bench, "écouter", -1, index(bench, "appels"))
    assert bench.names() == before


def test_f2_writes_a_name_over_and_a_refusal_leaves_it(bench: Bench, study: Study, hub: Hub) -> None:
    failed: list[object] = []
    hub.failed.connect(failed.append)
    tree = bench.panel.tree
    tree.setCurrentIndex(index(bench, "éprouver"))
    bench.panel.rename()
    editor = tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText("client")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert len(failed) == 1
    assert "  éprouver" in bench.names()
    bench.panel.rename()
    editors = [each for each in tree.findChildren(QLineEdit) if each.isVisible()]
    editors[-1].setText("mesurer")
    QTest.keyClick(editors[-1], Qt.Key.Key_Return)
    QApplication.processEvents()
    assert "  mesurer" in bench.names()
    study.project.undo()
    assert "  éprouver" in bench.names()


def test_the_line_applies_the_first_code_found_and_ctrl_enter_creates(bench: Bench) -> None:
    applied: list[int] = []
    created: list[str] = []
    bench.panel.apply_asked.connect(applied.append)
    bench.panel.create_asked.connect(created.append)
    QTest.keyClicks(bench.panel.line, "appels")
    QTest.keyClick(bench.panel.line, Qt.Key.Key_Return)
    assert applied == [key(bench.book.project, "appels")]
    QTest.keyClick(bench.panel.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert created == ["appels"]
    assert bench.panel.line.text() == ""


def test_the_menu_adds_a_code_under_another(bench: Bench, study: Study) -> None:
    menu_action(bench.panel.menu_of(key(study, "client"), None), "Add code under")
    asking = dialog(bench, QInputDialog)
    assert isinstance(asking, QInputDialog)
    asking.setTextValue("fidèle")
    asking.accept()
    assert "    fidèle" in bench.names()
    assert bench.panel.tree.selected() == [key(study, "client/fidèle")]


def test_removing_says_what_goes_and_asks(bench: Bench, study: Study) -> None:
    for answer, left in (("Cancel", True), ("Remove", False)):
        menu_action(bench.panel.menu_of(key(study, "écouter"), None), "Remove")
        box = dialog(bench, QMessageBox)
        assert isinstance(box, QMessageBox)
        assert "“écouter”" in box.text()
        assert "2 sub-code" in box.informativeText()
        assert "1 coding" in box.informativeText()
        next(button for button in box.buttons() if button.text().replace("&", "") == answer).click()
        assert ("  écouter" in bench.names()) is left
        QApplication.processEvents()
    study.project.undo()
    assert index(bench, "appels").data(COUNT) == "1"


def test_merging_lets_one_pick_among_the_same_cycle(bench: Bench, study: Study) -> None:
    menu_action(bench.panel.menu_of(key(study, "appels"), None), "Merge into")
    picker = bench.panel.picker
    labels = {bench.book.codes[match.key].name for match in picker.matches.matches}
    assert labels == {"prototyper", "écouter", "avis", "éprouver", "client"}
    QTest.keyClicks(picker.line, "client")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert "    appels" not in bench.names()
    assert index(bench, "client").data(COUNT) == "1"


def test_splitting_off_takes_the_codings_ticked(bench: Bench, study: Study) -> None:
    codings.apply(study.project, key(study, "appels"), study.words("Achats", "client"))
    menu_action(bench.panel.menu_of(key(study, "appels"), None), "Split off")
    asking = dialog(bench, SplitDialog)
    assert isinstance(asking, SplitDialog)
    assert not asking.buttons.button(asking.buttons.StandardButton.Ok).isEnabled()
    asking.name.setText("chiffres")
    asking.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert "📈" in asking.list.item(1).text()
    asking.accept()
    assert [index(bench, name).data(COUNT) for name in ("appels", "chiffres")] == ["1", "1"]


def test_the_entry_keeps_what_is_typed_and_follows_undo(bench: Bench, study: Study, qtbot: QtBot) -> None:
    panel, code = bench.panel, key(study, "prototyper")
    panel.edit_entry(code)
    entry = panel.entry
    entry.texts["definition"].setPlainText("Fabriquer pour apprendre 😀.")
    entry.texts["cues"].setPlainText("maquette\n\nprototype ")
    assert set(entry.fields()) == {"definition", "cues"}
    waiting = study.project.undoable()
    qtbot.waitUntil(lambda: study.project.undoable() != waiting)
    kept = codebook.get(study.project, code)
    assert (kept.definition, set(kept.cues)) == ("Fabriquer pour apprendre 😀.", {"maquette", "prototype"})
    study.project.undo()
    assert entry.texts["definition"].toPlainText() == ""
    QTest.keyClick(entry.texts["definition"], Qt.Key.Key_Escape)
    assert panel.stack.currentIndex() == 0


def test_an_entry_being_written_is_not_lost_by_another_change(bench: Bench, study: Study) -> None:
    panel, code = bench.panel, key(study, "prototyper")
    panel.edit_entry(code)
    panel.entry.texts["include"].setPlainText("maquettes")
    codebook.edit(study.project, code, short="faire")
    assert panel.entry.texts["include"].toPlainText() == "maquettes"
    panel.entry.flush()
    kept = codebook.get(study.project, code)
    assert kept.include == "maquettes"


def test_recent_codes_carry_their_digit(bench: Bench, study: Study) -> None:
    bench.panel.model.set_digits([key(study, "client"), key(study, "C2")])
    assert [index(bench, name).data(DIGIT) for name in ("client", "C2", "avis")] == [1, 2, None]


def test_enter_in_the_tree_applies_the_current_code(bench: Bench, study: Study) -> None:
    applied: list[int] = []
    bench.panel.apply_asked.connect(applied.append)
    tree = bench.panel.tree
    tree.selectionModel().setCurrentIndex(index(bench, "avis"), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert applied == [key(study, "avis")]


def test_a_shipped_framework_is_added_from_the_menu_of_a_heading(bench: Bench, study: Study) -> None:
    frameworks.remove(study.project, "meco-2019")
    assert bench.panel.model.rowCount() == 1
    menu = bench.panel.menu_of(None, None)
    below = next(action.menu() for action in menu.actions() if action.menu() is not None)
    assert isinstance(below, QMenu)
    below.actions()[0].trigger()
    assert bench.panel.model.rowCount() == 2

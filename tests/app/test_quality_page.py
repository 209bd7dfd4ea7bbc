"""The Quality page: figures that open to disagreements, what is settled of them, and the curve of new codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import theme
from app.hub import Hub, Place
from app.quality.lot import LotDialog
from app.quality.page import QualityPage
from coding import blind, codebook, codings
from coding.agreement import approach, draws
from coding.moment.moment import Moment
from corpus import anchors, documents
from tests.app.sample_pages import settle, shown
from tests.coding.support import make_study

LAYER = "Codage arrêté en commun"


def talk(turns: int) -> str:
    return "\n\n".join(f"ANNE : abcdefghi{n}" for n in range(turns))


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> QualityPage:
    """Show a study in which Ada codes the first two of six turns, and Bob the second and third."""
    study = make_study(tmp_path, texts={"Achats": talk(6)})
    with study.project as project:
        codes = [codebook.add(project, name) for name in ("attente", "vide")]
        turns = documents.passages(project, study.documents["Achats"])
        for who, wanted in (("Ada", (0, 1)), ("Bob", (1, 2))):
            project.coder = who
            for n in wanted:
                codings.apply(project, codes[0], anchors.words(turns[n].document, turns[n].start, turns[n].end))
    hub.settings.set("coder", "Ada")
    hub.open(Path(study.project.path))
    made = shown(QualityPage, hub, qtbot)
    settle(hub, qtbot)
    return made


def lines(page: QualityPage) -> dict[str, list[str]]:
    table = page.figures.table
    rows = [[table.item(n, c).text() for c in range(table.columnCount())] for n in range(table.rowCount())]  # type: ignore[union-attr]  # all filled
    return {row[0]: row[1:] for row in rows}


def test_figures_stand_by_code_and_what_never_varies_is_undefined(page: QualityPage, qtbot: QtBot) -> None:
    assert (page.choice.first.currentText(), page.choice.second.currentText()) == ("Ada", "Bob")
    assert lines(page)["attente"][:2] == ["0.667", "0.250"]
    assert set(lines(page)["vide"]) == {"undefined"}
    page.choice.text.setCurrentIndex(1)
    page.choice.changed.emit()
    settle(page.hub, qtbot)
    assert lines(page)["attente"] == ["0.333", "0.500"]


def test_codes_that_exclude_each_other_are_compared_together_and_written(
    page: QualityPage, qtbot: QtBot, tmp_path: Path
) -> None:
    project, view = page.hub.project, page.figures
    kinds = codebook.add(project, "sortes")
    one, other = (codebook.add(project, name, parent=kinds) for name in ("une", "autre"))
    turns = documents.passages(project, documents.listed(project)[0].key)
    for who, code in (("Ada", one), ("Bob", other)):
        project.coder = who
        codings.apply(project, code, anchors.words(turns[4].document, turns[4].start, turns[4].end))
    settle(page.hub, qtbot)
    view.exclusive.setCurrentIndex(view.exclusive.findData(kinds))
    view.exclusive.activated.emit(0)
    settle(page.hub, qtbot)
    found = lines(page)
    assert found["cu – which code, where two people coded"] == ["0.000"], "each has another code on the same words"
    assert found["|u – coded or not, whatever the code"] == ["1.000"]
    assert not view.seed.isVisibleTo(view)
    page.export_to(tmp_path / "units.csv")
    settle(page.hub, qtbot)
    assert "(k)u – une" in (tmp_path / "units.csv").read_text("utf-8")
    project.coder = "Bob"
    codings.apply(project, one, anchors.words(turns[4].document, turns[4].start, turns[4].end))
    settle(page.hub, qtbot)
    assert "exclude nothing" in view.nothing.sentence.text()
    assert not view.export_button.isEnabled()
    assert view.exclusive.isVisible(), "so that another choice can be made"
    view.exclusive.setCurrentIndex(0)
    view.exclusive.activated.emit(0)
    view.seed.setValue(7)
    settle(page.hub, qtbot)
    page.export_to(tmp_path / "codes.md")
    settle(page.hub, qtbot)
    assert "attente" in (tmp_path / "codes.md").read_text("utf-8")


def test_three_coders_are_compared_at_once_and_disagreements_are_between_two(page: QualityPage, qtbot: QtBot) -> None:
    project = page.hub.project
    assert page.choice.first.findText("All coders") < 0
    [document] = documents.listed(project)
    project.coder = "Zoé"
    codings.apply(project, codebook.find(project, "attente").key, anchors.words(document.key, 7, 16))
    settle(page.hub, qtbot)
    page.choice.first.setCurrentIndex(page.choice.first.findText("All coders"))
    page.choice.first.activated.emit(0)
    settle(page.hub, qtbot)
    assert page.figures.table.horizontalHeaderItem(2).text() == "Fleiss' κ"
    assert not page.choice.second.isVisibleTo(page)
    assert "between two coders" in page.queue.nothing.sentence.text()


def test_a_code_opens_to_its_disagreements_and_they_are_settled_by_key(page: QualityPage, qtbot: QtBot) -> None:
    page.figures.table.setCurrentCell(2, 0)
    qtbot.keyClick(page.figures.table, Qt.Key.Key_Return)
    settle(page.hub, qtbot)
    queue = page.queue
    assert page.tabs.currentWidget() is queue
    assert queue.list.count() == 2
    assert queue.names["a"].text() == "A · Ada"
    assert queue.names["b"].text() == "B · Bob · not coded"
    queue.reason.setText("Ada a raison.")
    queue.buttons["first"].click()
    settle(page.hub, qtbot)
    assert queue.list.count() == 1
    moment = Moment.of(page.hub.project)
    assert [(one.outcome, one.reason) for one in moment.settlements] == [("first", "Ada a raison.")]
    assert len(moment.viewed(layer=LAYER).coded.codings) == 1
    assert len(moment.coded.codings) == 4
    page.hub.project.undo()
    settle(page.hub, qtbot)
    assert queue.list.count() == 2


def test_settled_ones_are_shown_on_request_and_opened_again(page: QualityPage, qtbot: QtBot) -> None:
    page.open(None)
    settle(page.hub, qtbot)
    queue = page.queue
    queue.buttons["both"].click()
    settle(page.hub, qtbot)
    queue.done.click()
    assert queue.list.count() == 2
    assert "Both readings" in queue.said.text()
    queue.buttons["reopen"].click()
    settle(page.hub, qtbot)
    assert Moment.of(page.hub.project).settlements == []


def test_authors_are_hidden_and_what_is_shown_is_what_is_chosen(page: QualityPage, qtbot: QtBot) -> None:
    page.open(None)
    settle(page.hub, qtbot)
    queue = page.queue
    queue.hidden.click()
    assert not any(name in label.text() for label in queue.names.values() for name in ("Ada", "Bob"))
    one = queue.current
    assert one is not None
    side = "first" if "not coded" in queue.names["b"].text() else "second"
    queue.buttons[side].click()
    settle(page.hub, qtbot)
    assert len(Moment.of(page.hub.project).viewed(layer=LAYER).coded.codings) == 1


def test_a_disagreement_opens_its_source(page: QualityPage, qtbot: QtBot) -> None:
    page.open(None)
    settle(page.hub, qtbot)
    one = page.queue.current
    assert one is not None
    with qtbot.waitSignal(page.hub.place_asked) as asked:
        page.queue.buttons["source"].click()
    assert asked.args == [Place(one.document, one.start, one.end)]


def test_one_coder_has_nobody_to_agree_with(page: QualityPage, qtbot: QtBot) -> None:
    page.choice.second.setCurrentIndex(page.choice.second.findText("Ada"))
    page.figures.table.setFocus()
    page.choice.changed.emit()
    settle(page.hub, qtbot)
    assert page.window().focusWidget() is page.choice.first
    assert page.figures.nothing.sentence.text() == "Agreement is of two coders or more; say which."
    assert page.figures.table.rowCount() == 0
    assert not page.figures.table.isVisible()
    assert page.home() is page.choice.first


def test_who_codes_alone_is_told_how_others_join(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    study = make_study(tmp_path, texts={"Achats": talk(2)})
    with study.project as project:
        turn = documents.passages(project, study.documents["Achats"])[0]
        codings.apply(project, codebook.add(project, "attente"), anchors.words(turn.document, turn.start, turn.end))
    hub.open(Path(study.project.path))
    page = shown(QualityPage, hub, qtbot)
    settle(hub, qtbot)
    assert "under their own name" in page.figures.nothing.sentence.text()


def test_a_reflexive_study_shows_saturation_alone(page: QualityPage, qtbot: QtBot) -> None:
    page.reflexive.click()
    settle(page.hub, qtbot)
    assert approach.reflexive(page.hub.project)
    assert [page.tabs.isTabVisible(n) for n in range(3)] == [False, False, True]
    page.hub.project.undo()
    settle(page.hub, qtbot)
    assert [page.tabs.isTabVisible(n) for n in range(3)] == [True, True, True]


def test_new_codes_stand_by_document_and_open_to_their_words(page: QualityPage, qtbot: QtBot) -> None:
    page.curve.base.setValue(1)
    page.curve.run.setValue(1)
    settle(page.hub, qtbot)
    page.tabs.setCurrentWidget(page.curve)
    assert page.curve.drawing.series is not None
    assert page.curve.drawing.series.cumulative == [1]
    assert "need 2 coded documents at least; there are 1" in page.curve.said.text()
    page.curve.table.setCurrentCell(0, 0)
    with qtbot.waitSignal(page.hub.verbatims_asked) as asked:
        qtbot.keyClick(page.curve.table, Qt.Key.Key_Return)
    assert asked.args is not None
    assert len(asked.args[0].codes) == 1
    assert not page.grab().isNull()


def test_the_numbers_that_are_set_are_seen(page: QualityPage, qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, page.hub.settings)
    page.tabs.setCurrentWidget(page.curve)
    pictures = []
    for value in (11, 48):
        page.curve.base.setValue(value)
        settle(page.hub, qtbot)
        pictures.append(page.curve.base.grab().toImage())
    assert pictures[0] != pictures[1]


def test_what_is_coded_twice_is_drawn_by_lot_and_given_blind(page: QualityPage, qtbot: QtBot) -> None:
    page.lot.click()
    [dialog] = page.findChildren(LotDialog)
    assert (dialog.number.maximum(), dialog.before.count()) == (1, 0)
    dialog.unit.setCurrentIndex(1)
    assert (dialog.number.maximum(), dialog.to.isEnabled()) == (6, False)
    dialog.number.setValue(3)
    dialog.seed.setValue(2026)
    dialog.accept()
    [drawn] = draws.listed(page.hub.project)
    assert (drawn.unit, drawn.seed, drawn.among, len(drawn.places)) == ("passages", 2026, 6, 3)
    again = LotDialog(page.hub, page, page.hub.moment())
    assert again.before.item(0).text() == "3 of 6, seed 2026: Achats"
    again.to.setCurrentText("Cleo")
    again.accept()
    assert [(one.coder, one.blind) for one in blind.listed(page.hub.project) if one.coder == "Cleo"] == [("Cleo", True)]

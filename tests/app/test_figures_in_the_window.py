"""Figures on the Report page: drawn live, read out, and a click or Enter away from the words behind each mark."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub
from app.matrix.page import MatrixPage
from app.quality.page import QualityPage
from app.report import figure_view
from app.report.page import ReportPage
from coding import codings, figures
from coding.moment.moment import Moment
from coding.tables.arranging import Shape
from coding.tables.saturation import saturation
from coding.tables.saved_matrices import MatrixChoice
from corpus import documents
from corpus.people import consents, participants
from corpus.store.project import Project
from tests.app.sample_pages import opened_sample, settle, shown


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> ReportPage:
    opened_sample(hub, tmp_path)
    return shown(ReportPage, hub, qtbot)


def draw(page: ReportPage, qtbot: QtBot, name: str) -> figures.Figure:
    page.choose(figure_view.PREFIX + name)
    settle(page.hub, qtbot)
    assert page.views.currentWidget() is page.figure
    made = page.figure.figure
    assert made is not None
    return made


def test_figures_stand_below_the_parts_and_keys_go_past_their_heading(page: ReportPage, qtbot: QtBot) -> None:
    page.choose("trail")
    page.step(1)
    assert page.part == "figure:heat"
    assert page.draws
    page.step(-1)
    assert page.part == "trail"
    settle(page.hub, qtbot)


def test_a_figure_is_what_is_printed_and_read_out(page: ReportPage, qtbot: QtBot) -> None:
    made = draw(page, qtbot, "heat")
    moment = Moment.of(page.hub.project, masking=True)
    assert [spot.said for spot in made.spots] == [spot.said for spot in figures.draw(moment, "heat").spots]
    canvas = page.figure.canvas
    assert canvas.accessibleName() == "Carte de chaleur"
    assert canvas.accessibleDescription() == made.alt
    assert page.figure.notes.text() == made.alt
    assert "[participant 4]" in made.texts, "masked"
    page.masking.click()
    settle(page.hub, qtbot)
    assert page.figure.figure is not None
    assert "Constance d'Arvieu" in page.figure.figure.texts


def test_a_click_opens_the_words_that_a_mark_counts(page: ReportPage, qtbot: QtBot) -> None:
    made, canvas = draw(page, qtbot, "heat"), page.figure.canvas
    spot = max(made.spots, key=lambda one: one.number or 0)
    place = QPointF((spot.left + spot.right) / 2 * canvas.width(), (spot.top + spot.bottom) / 2 * canvas.height())
    with qtbot.waitSignal(page.hub.verbatims_asked) as asked:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place.toPoint())
    ask: Ask = asked.args[0]
    assert (ask.title, len(ask.items or ())) == (spot.said, spot.number)


def test_marks_are_reached_by_keys_and_opened(page: ReportPage, qtbot: QtBot) -> None:
    made, canvas = draw(page, qtbot, "heat"), page.figure.canvas
    across = sum(spot.top == made.spots[0].top for spot in made.spots)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert canvas.accessibleDescription() == made.spots[0].said
    for key, place in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, across + 1),
        (Qt.Key.Key_Left, across),
        (Qt.Key.Key_Up, 0),
    ):
        QTest.keyClick(canvas, key)
        assert canvas.current is made.spots[place]
        assert page.figure.mark.toolTip() == made.spots[place].said or made.spots[place].said in page.figure.mark.text()
    with qtbot.waitSignal(page.hub.verbatims_asked) as asked:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert asked.args[0].title == made.spots[0].said


def test_a_figure_is_drawn_again_when_the_study_changes(page: ReportPage, qtbot: QtBot) -> None:
    made = draw(page, qtbot, "frequencies")
    code = next(item.codes[0] for item in made.spots[-1].opens())
    project = page.hub.project
    coded = codings.listed(project, codes=[code])
    project_words(page, coded[0].document, code)
    settle(page.hub, qtbot)
    now = page.figure.figure
    assert now is not None
    assert now is not made
    assert sum(spot.number or 0 for spot in now.spots) > sum(spot.number or 0 for spot in made.spots)


def project_words(page: ReportPage, document: int, code: int) -> None:
    from corpus import anchors

    page.hub.write(lambda: codings.apply(page.hub.project, code, anchors.words(document, 1, 9)))


def test_what_is_chosen_is_drawn(page: ReportPage, qtbot: QtBot) -> None:
    draw(page, qtbot, "codeline")
    box = page.figure.boxes["document"]
    assert [box.itemText(n) for n in range(box.count())] == [
        Moment.of(page.hub.project, masking=True).mask.document(one) for one in documents.listed(page.hub.project)
    ]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    settle(page.hub, qtbot)
    assert page.figure.figure is not None
    assert {item.document for spot in page.figure.figure.spots for item in spot.opens()} == {box.itemData(0)}
    assert not page.figure.boxes["by"].isVisible()


def test_a_figure_is_written_and_copied(page: ReportPage, qtbot: QtBot, tmp_path: Path) -> None:
    draw(page, qtbot, "frequencies")
    for suffix in figure_view.SUFFIXES:
        page.export_to(tmp_path / f"a{suffix}")
        settle(page.hub, qtbot)
        assert (tmp_path / f"a{suffix}").stat().st_size > 5_000
    page.figure.copy_button.click()
    settle(page.hub, qtbot)
    assert QApplication.clipboard().image().width() == int(190 / 25.4 * 300)


def test_a_figure_that_names_a_firm_against_a_consent_stays(page: ReportPage, qtbot: QtBot, tmp_path: Path) -> None:
    from app.consenting import Beyond

    project = page.hub.project
    who = next(one for one in participants.listed(project) if not one.confidential)
    consents.add(project, who.key, signed_on="2024-05-31", firm="no")
    draw(page, qtbot, "heat")
    box = page.figure.boxes["columns"]
    box.setCurrentIndex(box.findData("attribute:Entreprise"))
    box.activated.emit(0)
    settle(page.hub, qtbot)
    page.export_to(tmp_path / "a.svg")
    settle(page.hub, qtbot)
    [asked] = page.findChildren(Beyond) or page.figure.findChildren(Beyond)
    assert not (tmp_path / "a.svg").exists()
    asked.reject()


def test_a_study_without_codings_says_so(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    Project.create(tmp_path / "empty.verbatim", coder="anna").close()
    hub.settings.set("coder", "anna")
    assert hub.open(tmp_path / "empty.verbatim")
    page = shown(ReportPage, hub, qtbot)
    page.choose("figure:network")
    settle(hub, qtbot)
    assert page.views.currentWidget() is page._nothing
    assert not page.export_button.isEnabled()
    with qtbot.waitSignal(hub.page_asked) as asked:
        page._nothing.button.click()
    assert asked.args == ["code"]


def test_what_the_matrix_shows_is_drawn_as_a_figure(page: ReportPage, qtbot: QtBot) -> None:
    hub = page.hub
    matrix = shown(MatrixPage, hub, qtbot)
    matrix.choose(
        MatrixChoice("attribute:Secteur", "codes", "documents", interviewer=True, mask=True, shape=Shape("row"))
    )
    settle(hub, qtbot)
    grid = matrix.grid
    assert grid is not None
    matrix.table.setFocus()
    QTest.keyClick(matrix.table, Qt.Key.Key_F)
    settle(hub, qtbot)
    made = page.figure.figure
    assert page.part == "figure:heat"
    assert made is not None
    assert [spot.number for spot in made.spots] == grid.matrix.values[:-1].flatten().tolist(), (
        "all but those of no sector"
    )
    assert any(text.endswith("des documents de la ligne") for text in made.texts), "the scale says of what percents are"
    assert page.figure.boxes["rows"].currentData() == "attribute:Secteur"
    assert page.figure.look().interviewer
    assert page.figure.as_asked.isVisibleTo(page.figure)
    page.refresh()
    settle(hub, qtbot)
    assert page.figure.choice.cell == "documents", "it stays what was asked for while the study changes"
    page.figure.as_asked.click()
    settle(hub, qtbot)
    assert (page.figure.choice.cell, page.figure.boxes["rows"].currentData()) == (None, "codes")
    assert not page.figure.look().interviewer


def test_the_curve_of_saturation_is_drawn_by_the_rule_of_its_page(page: ReportPage, qtbot: QtBot) -> None:
    hub = page.hub
    quality = shown(QualityPage, hub, qtbot)
    quality.tabs.setCurrentWidget(quality.curve)
    quality.curve.base.setValue(6)
    settle(hub, qtbot)
    quality.curve.as_figure.click()
    settle(hub, qtbot)
    assert page.part == "figure:saturation"
    assert page.figure.figure is not None
    assert page.figure.choice.rule.base == 6
    found = saturation(Moment.of(hub.project), page.figure.choice.rule).whole
    assert (found.written in page.figure.figure.alt) == bool(found.written)

"""The Matrix page: the numbers are those of the study, and every one opens to its words."""

from __future__ import annotations

import csv
import itertools
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from app import theme
from app.hub import Ask, Hub, Place
from app.matrix import painting, table
from app.matrix.grid import Grid, additive
from app.matrix.page import MatrixPage
from coding import codebook, codings, readings
from coding.codebook import frameworks
from coding.moment.moment import Moment
from coding.tables import matrices, saved_matrices
from coding.tables.matrices import CELLS, MEETINGS
from coding.tables.saved_matrices import MatrixChoice
from corpus import anchors, documents
from corpus.people import participants
from tests.app.review_parts import holding
from tests.app.sample_pages import opened_sample, settle, shown

MECO = "framework:meco-2019"
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> MatrixPage:
    opened_sample(hub, tmp_path)
    return shown(MatrixPage, hub, qtbot)


def chosen(page: MatrixPage, qtbot: QtBot, **choice: object) -> Grid:
    page.choose(replace(page.choice, **choice))  # type: ignore[arg-type]  # wider than the signature on purpose
    settle(page.hub, qtbot)
    assert page.grid is not None
    return page.grid


def texts(page: MatrixPage) -> list[list[str]]:
    cells = page.table.cells
    return [
        [str(cells.index(row, column).data()) for column in range(cells.columnCount())]
        for row in range(cells.rowCount())
    ]


def test_documents_by_the_framework_come_first(page: MatrixPage) -> None:
    assert (page.choice.rows, page.choice.columns, page.choice.cell) == ("documents", MECO, "passages")
    assert page.controls.columns.currentText().startswith("Sept capacités")
    assert page.views.currentWidget() is page.table


@pytest.mark.parametrize(
    ("rows", "columns"),
    [("documents", MECO), ("participants", "codes"), ("attribute:Secteur", MECO), ("coders", "speakers")],
)
def test_numbers_are_those_of_the_study(page: MatrixPage, qtbot: QtBot, rows: str, columns: str) -> None:
    without = {"asked", *MEETINGS} | ({"unread"} if not {rows, columns} & {MECO, "codes"} else set())
    for cell in (one for one in CELLS if one not in without):
        grid = chosen(page, qtbot, rows=rows, columns=columns, cell=cell)
        found = matrices.build(Moment.of(page.hub.project, masking=True), rows, columns, cell)
        assert [grid.row_name(n) for n in range(len(found.rows))] == [label.name for label in found.rows]
        for r, c in itertools.product(range(len(found.rows)), range(len(found.columns))):
            value = found.values[r, c].item()
            assert grid.value(r, c) == value
            assert says(page.table.cells.index(r, c).data(), value, cell)


def test_what_was_opened_is_counted_as_read_while_the_numbers_stay_to_be_seen(page: MatrixPage, qtbot: QtBot) -> None:
    grid = chosen(page, qtbot, rows="documents", columns=MECO, cell="unread")
    r, c = map(int, np.argwhere(grid.matrix.values > 0)[0])
    item, *rest = grid.opened(r, c)
    readings.opened(page.hub.project, item.codings)
    assert page.grid is grid, "it is shown until the new numbers are there"
    qtbot.waitUntil(lambda: page.grid is not None and page.grid.value(r, c) == len(rest))
    page.hide()
    readings.opened(page.hub.project, [key for one in rest for key in one.codings])
    page.show()
    page.entered()
    settle(page.hub, qtbot)
    assert page.table.cells.index(r, c).data() == "·"


def test_without_codes_what_is_to_be_read_is_divided_by_theory(page: MatrixPage, qtbot: QtBot) -> None:
    chosen(page, qtbot, rows="documents", columns="speakers", cell="unread")
    assert (page.choice.columns, page.choice.cell) == (MECO, "unread")


def says(text: str, value: float, cell: str) -> bool:
    if not value:
        return text == "·"
    if cell == "binary":
        return text == "●"
    if cell == "share":
        return float(text.removesuffix("%")) == pytest.approx(value * 100, abs=0.51)
    return int(text.replace(",", "")) == value


@pytest.mark.parametrize("rows", ["documents", "participants", "speakers", "attribute:Secteur", "coders"])
def test_totals_count_what_the_rows_hold_together(page: MatrixPage, qtbot: QtBot, rows: str) -> None:
    project = page.hub.project
    codes = [code.key for code in codebook.listed(project) if code.framework]
    items = {code: [item for item in Moment.of(project).evidence(code) if item.counted] for code in codes}
    truth = {
        "passages": [len(Moment.of(project).covered([code])) for code in codes],
        "codings": [len(items[code]) for code in codes],
        "documents": [len({item.document for item in items[code]}) for code in codes],
    }
    shown_totals = 0
    for cell, wanted in truth.items():
        grid = chosen(page, qtbot, rows=rows, columns=MECO, cell=cell)
        assert not grid.row_totals, "codes share passages, so a row has no total"
        if grid.column_totals:
            last = grid.shape[0] - 1
            assert grid.row_name(last) == "Total"
            assert [grid.value(last, c) for c in range(len(codes))] == wanted
            shown_totals += 1
    assert shown_totals or rows == "coders"


def test_no_total_where_a_unit_stands_in_several_rows() -> None:
    assert not additive("codes", "passages", alone=True)
    assert not additive("speakers", "codings", alone=True)
    assert not additive("coders", "passages", alone=True)
    assert not additive("participants", "passages", alone=False)
    assert not additive("documents", "share", alone=True)
    assert additive("codes", "binary", alone=False)


def middle(page: MatrixPage, row: int, column: int) -> QPoint:
    """Give where a person clicks a cell."""
    return page.table.visualRect(page.table.model().index(row, column)).center()


def test_a_click_opens_the_words_behind_a_cell(page: MatrixPage, qtbot: QtBot) -> None:
    asked: list[Ask] = []
    page.hub.verbatims_asked.connect(asked.append)
    grid = page.grid
    assert grid is not None
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, middle(page, 3, 4))
    assert asked[-1].items == tuple(grid.matrix.opened(3, 4))
    assert asked[-1].items
    assert asked[-1].title == f"{grid.row_name(3)} × {grid.column_name(4)}"
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked[-1].items == tuple(grid.matrix.opened(3, 3))
    assert len(asked) == 2


def test_a_total_opens_to_all_its_words_each_once(page: MatrixPage, qtbot: QtBot) -> None:
    grid = page.grid
    assert grid is not None
    last = grid.shape[0] - 1
    code = grid.matrix.columns[2].key
    assert isinstance(code, int)
    opened = grid.opened(last, 2)
    wanted = {(i.document, i.start, i.end, i.coder) for i in Moment.of(page.hub.project).evidence(code) if i.counted}
    assert {(i.document, i.start, i.end, i.coder) for i in opened if i.counted} == wanted
    assert len(opened) == len({(i.document, i.start, i.end, i.coder) for i in opened})
    with qtbot.waitSignal(page.hub.verbatims_asked) as asked:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, middle(page, last, 2))
    assert asked.args[0].items == tuple(opened)


def test_an_empty_cell_says_so_and_goes_nowhere(page: MatrixPage, qtbot: QtBot) -> None:
    grid = page.grid
    assert grid is not None
    row, column = next((r, c) for r in range(12) for c in range(7) if not grid.opened(r, c))
    asked: list[object] = []
    page.hub.verbatims_asked.connect(asked.append)
    with qtbot.waitSignal(page.hub.said):
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, middle(page, row, column))
    assert asked == []


def test_a_change_and_its_undo_are_counted_at_once(page: MatrixPage, qtbot: QtBot) -> None:
    before = texts(page)
    project = page.hub.project
    code = codebook.find(project, "C2").key
    document = documents.listed(project)[4]
    assert before[4][1] == "·"
    codings.apply(project, code, anchors.words(document.key, 0, document.characters))
    settle(page.hub, qtbot)
    passages = len(documents.passages(project, document.key))
    assert texts(page)[4][1] == str(passages)
    project.undo()
    settle(page.hub, qtbot)
    assert texts(page) == before


def test_a_hidden_page_counts_when_it_comes_back(page: MatrixPage, qtbot: QtBot) -> None:
    page.hide()
    project = page.hub.project
    document = documents.listed(project)[4]
    codings.apply(project, codebook.find(project, "C2").key, anchors.words(document.key, 0, document.characters))
    assert page.grid is None, "what is stale is not given"
    page.open_cell(4, 1)
    page.show()
    page.entered()
    settle(page.hub, qtbot)
    assert texts(page)[4][1] != "·"


def test_what_changes_while_a_hidden_page_still_counts_is_counted_when_it_comes_back(
    page: MatrixPage, qtbot: QtBot
) -> None:
    project, code = page.hub.project, codebook.add(page.hub.project, "Marge")
    document = documents.listed(project)[0].key
    settle(page.hub, qtbot)
    with holding(page.hub.jobs) as there:
        page.choose(replace(page.choice, columns="codes"))
        qtbot.waitUntil(there.is_set)
        page.hide()
        codings.apply(project, code, anchors.words(document, 0, 20))
        assert page.grid is None
    settle(page.hub, qtbot)
    assert page.grid is None
    page.show()
    page.entered()
    settle(page.hub, qtbot)
    assert page.grid is not None
    assert page.grid.matrix.values.tolist() == matrices.build(Moment.of(project), "documents", "codes").values.tolist()


def test_only_the_last_of_two_choices_is_shown(page: MatrixPage, qtbot: QtBot) -> None:
    first = page.choice
    page.choose(replace(first, cell="words"))
    page.choose(replace(first, rows="participants", cell="documents"))
    settle(page.hub, qtbot)
    assert page.grid is not None
    assert (page.grid.matrix.row_kind, page.grid.matrix.cell) == ("participants", "documents")
    assert page.controls.rows.currentData() == "participants"


def test_choices_by_hand(page: MatrixPage, qtbot: QtBot) -> None:
    controls = page.controls
    controls.attribute.setCurrentIndex(controls.attribute.findData("Type d'entreprise"))
    controls.attribute.activated.emit(controls.attribute.currentIndex())
    controls.value.setCurrentIndex(controls.value.findData("Conseil"))
    controls.value.activated.emit(controls.value.currentIndex())
    controls.evidence.setCurrentIndex(controls.evidence.findData("direct"))
    controls.evidence.activated.emit(controls.evidence.currentIndex())
    settle(page.hub, qtbot)
    asked = Moment.of(page.hub.project, where={"Type d'entreprise": "Conseil"})
    wanted = matrices.build(asked, "documents", MECO, evidence="direct").values
    assert page.grid is not None
    assert (page.grid.matrix.values == wanted).all()
    assert 0 < wanted.sum() < matrices.build(Moment.of(page.hub.project), "documents", MECO).values.sum()
    qtbot.keyClick(page.table, Qt.Key.Key_T)
    settle(page.hub, qtbot)
    assert (page.grid.matrix.values == wanted.T).all()
    assert (page.choice.rows, page.choice.columns) == (MECO, "documents")


def test_the_choice_is_remembered(page: MatrixPage, qtbot: QtBot, hub: Hub) -> None:
    chosen(page, qtbot, rows="participants", cell="words", interviewer=True)
    other = shown(MatrixPage, hub, qtbot)
    assert other.choice == page.choice
    assert other.controls.interviewer.isChecked()


def test_what_the_project_lost_is_not_chosen(page: MatrixPage, qtbot: QtBot) -> None:
    frameworks.remove(page.hub.project, "meco-2019")
    settle(page.hub, qtbot)
    assert page.choice.columns == "codes"
    assert page.views.currentWidget() is page.table
    page.hub.project.undo()
    settle(page.hub, qtbot)
    assert page.controls.columns.findData(MECO) >= 0


def test_the_confidential_are_masked_on_screen_and_in_files(page: MatrixPage, qtbot: QtBot, tmp_path: Path) -> None:
    project = page.hub.project
    secret = [one for one in participants.listed(project) if one.confidential]
    names = {one.name for one in secret} | {one.attributes["Entreprise"] for one in secret}
    for rows in ("participants", "documents", "speakers", "attribute:Entreprise"):
        open_grid = chosen(page, qtbot, rows=rows, mask=False)
        shown_open = [open_grid.row_name(n) for n in range(open_grid.shape[0])]
        grid = chosen(page, qtbot, rows=rows, mask=True)
        page.table.selectAll()
        page.export_to(tmp_path / "matrix.csv")
        settle(page.hub, qtbot)
        seen = page.table.copied() + (tmp_path / "matrix.csv").read_text("utf-8")
        hidden = (
            {Moment.of(project, masking=True).mask.document(d) for d in documents.listed(project)}
            if rows == "documents"
            else set()
        )
        assert "[participant 4]" in seen
        assert not [name for name in names if name in seen]
        if rows in ("participants", "attribute:Entreprise"):
            assert [name for name in names if name in " ".join(shown_open)]
        elif rows == "documents":
            assert {grid.row_name(n) for n in range(12)} == hidden


def test_copied_cells_are_a_table(page: MatrixPage, qtbot: QtBot) -> None:
    grid = page.grid
    assert grid is not None
    page.table.setCurrentIndex(page.table.cells.index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0] == ["", grid.column_name(0), grid.column_name(1)]
    values = grid.matrix.values[:2, :2].tolist()
    assert [line[1:] for line in lines[1:]] == [[str(v) for v in row] for row in values]
    assert [line[0] for line in lines[1:]] == [grid.row_name(0), grid.row_name(1)]


def test_exports_hold_the_same_numbers(page: MatrixPage, qtbot: QtBot, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    grid = page.grid
    assert grid is not None
    for suffix in (".csv", ".xlsx", ".svg", ".png"):
        page.export_to(tmp_path / f"matrix{suffix}")
    settle(page.hub, qtbot)
    with (tmp_path / "matrix.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert [[int(v) for v in line[1:]] for line in lines[1:]] == grid.matrix.values.tolist()
    rows = list(load_workbook(tmp_path / "matrix.xlsx").worksheets[0].iter_rows(values_only=True))
    assert [list(row[1:]) for row in rows[1:]] == grid.matrix.values.tolist()
    drawn = "".join(ElementTree.parse(tmp_path / "matrix.svg").getroot().itertext())
    for row in range(grid.shape[0]):
        assert grid.row_name(row) in drawn
    image = QImage(str(tmp_path / "matrix.png"))
    assert image.width() > 1000
    hot = QColor(painting.HOTTEST_LIGHT).rgb()
    assert any(image.pixel(x, y) == hot for x in range(0, image.width(), 9) for y in range(0, image.height(), 9))


def test_kept_matrices_come_back(page: MatrixPage, qtbot: QtBot) -> None:
    project = page.hub.project
    chosen(page, qtbot, rows="attribute:Secteur", cell="binary", mask=True)
    kept = page.choice
    page.saved.keep_as("By sector")
    chosen(page, qtbot, rows="documents", cell="words", mask=False)
    page.saved.fill()
    [action] = [action for action in page.saved.menu().actions() if action.text() == "By sector"]
    action.trigger()
    settle(page.hub, qtbot)
    assert page.choice == kept
    [saved] = saved_matrices.listed(project)
    page.saved.rename(saved, "Sectors")
    assert [one.name for one in saved_matrices.listed(project)] == ["Sectors"]
    page.saved.remove(saved)
    assert saved_matrices.listed(project) == []
    project.undo()
    project.undo()
    assert [one.name for one in saved_matrices.listed(project)] == ["By sector"]
    project.undo()
    assert saved_matrices.listed(project) == []


def test_the_words_of_the_cell_in_focus_stand_beside(page: MatrixPage, qtbot: QtBot) -> None:
    grid = page.grid
    assert grid is not None
    page.table.setCurrentIndex(page.table.cells.index(11, 6))
    items = grid.opened(11, 6)
    text = documents.text(page.hub.project, items[0].document)[items[0].start : items[0].end]
    words = " ".join(text.split())[:60]
    qtbot.waitUntil(lambda: words in page.preview.text.toPlainText())
    assert page.preview.title.text() == page.title(grid, 11, 6)
    places: list[Place] = []
    page.hub.place_asked.connect(places.append)
    page.preview.text.anchorClicked.emit(QUrl("0"))
    assert (places[0].document, places[0].start, places[0].end) == (items[0].document, items[0].start, items[0].end)
    assert places[0].coding in items[0].codings
    asked: list[Ask] = []
    page.hub.verbatims_asked.connect(asked.append)
    page.preview.all.click()
    assert asked[0].items == tuple(items)


@pytest.mark.parametrize("width", [700, 1180, 2400])
@pytest.mark.parametrize("columns", [MECO, "documents", "codes"])
def test_names_of_columns_are_never_clipped(page: MatrixPage, qtbot: QtBot, width: int, columns: str) -> None:
    """All that is drawn of them has room; which are whole depends on the machine's letters."""
    page.resize(width, 700)
    grid = chosen(page, qtbot, rows="participants", columns=columns)
    header = page.table._names
    measure = painting.turned_height if header.turned else painting.name_height
    names = [grid.column_name(column) for column in range(grid.shape[1])]
    widths = [header.sectionSize(column) for column in range(grid.shape[1])]
    heights = [measure(name, wide, header.font()) for name, wide in zip(header.shown, widths, strict=True)]
    assert max(heights) <= header.height()
    assert len(set(header.shown)) == len(set(names))
    wanted = max(measure(name, wide, header.font()) for name, wide in zip(names, widths, strict=True))
    assert header.shown == names or wanted > table.most_for_names(page.table.height())


@pytest.mark.parametrize("dark", [False, True])
def test_numbers_are_legible_on_every_heat(dark: bool) -> None:
    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    text = light(QColor((theme.DARK if dark else theme.LIGHT).text))
    for step in range(101):
        ground = light(painting.warm(step / 100, dark))
        assert (max(text, ground) + 0.05) / (min(text, ground) + 0.05) >= 4.5


def test_warmth_grows_with_the_number() -> None:
    grounds = [painting.warm(step / 10, dark=False).lightnessF() for step in range(11)]
    assert grounds == sorted(grounds, reverse=True)
    assert len(set(grounds)) == 11


def test_a_study_without_codings_says_what_to_do(hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    page = shown(MatrixPage, hub, qtbot)
    asked: list[str] = []
    hub.page_asked.connect(asked.append)
    view = page.views.currentWidget()
    assert view is page._documents
    page._documents.button.click()
    assert asked == ["code"]
    assert not page.export_button.isEnabled()


def test_closing_the_project_lets_go_of_it(page: MatrixPage, hub: Hub, qtbot: QtBot) -> None:
    page.refresh()
    hub.close()
    settle(hub, qtbot)
    qtbot.waitUntil(lambda: not (page._look.isActive() or page._muted.isActive()))
    assert page.grid is None or page.table.cells.rowCount() == 0
    assert page.table.cells.rowCount() == 0


def test_a_choice_that_can_not_be_read_is_as_at_first() -> None:
    assert MatrixChoice.of({"rows": 3, "cell": "acres", "where": "no", "mask": 1}) == MatrixChoice()
    kept = MatrixChoice("codes", "coders", "words", "linked", "anna", True, {"Secteur": "Sport"}, True)
    assert MatrixChoice.of(kept.kept()) == kept


def test_column_widths_hold_every_number() -> None:
    font = QFont()
    assert painting.column_width(["A"], ["12,345,678,901,234"], font) > painting.column_width(["A"], ["1"], font)


def test_what_came_from_suggestions_or_was_not_reread_can_be_left_out(page: MatrixPage, qtbot: QtBot) -> None:
    page.controls.human.click()
    settle(page.hub, qtbot)
    assert page.choice.human
    assert page.grid is not None
    assert page.grid.matrix.moment.human
    page.controls.reread.click()
    settle(page.hub, qtbot)
    assert page.grid.matrix.moment.reread
    assert (page.controls.human.isChecked(), page.controls.reread.isChecked()) == (True, True)


def test_codes_by_codes_say_how_they_occur_together(page: MatrixPage, qtbot: QtBot) -> None:
    grid = chosen(page, qtbot, rows="documents", columns=MECO, cell="c")
    assert (page.choice.rows, page.choice.columns) == ("codes", "codes"), "co-occurrence is of codes"
    assert (grid.row_totals, grid.column_totals, grid.text(0, 0)) == (False, False, "1.00")
    size = grid.matrix.sizes[0][0]
    assert grid.row_name(0) == f"{grid.matrix.rows[0].name} (n = {size})"
    assert "n12 / (n1 + n2 − n12)" in page.note.text()
    turns = chosen(page, qtbot, cell="passages")
    r, c = map(int, np.argwhere(np.triu(turns.matrix.values, 1))[0])
    both = turns.matrix.values[r, c]
    sizes = turns.matrix.values[r, r] + turns.matrix.values[c, c]
    assert grid.value(r, c) == pytest.approx(both / (sizes - both))
    words = chosen(page, qtbot, cell="same-words")
    near = chosen(page, qtbot, cell="near")
    assert (words.matrix.values <= turns.matrix.values).all()
    assert (turns.matrix.values <= near.matrix.values).all()
    assert {item.codes for item in near.opened(r, c)} >= {item.codes for item in turns.opened(r, c)}

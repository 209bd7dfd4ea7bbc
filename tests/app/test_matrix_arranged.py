"""The matrix as it is read: percents, order, totals and the long list, in the view, in files, and kept by name."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub
from app.matrix import exporting
from app.matrix.controls import MatrixControls
from app.matrix.grid import Grid
from app.matrix.page import MatrixPage
from coding import codebook, codings
from coding.tables import saved_matrices
from coding.tables.arranging import Shape
from corpus import anchors
from tests.app.sample_pages import opened_sample, settle, shown


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> MatrixPage:
    opened_sample(hub, tmp_path)
    return shown(MatrixPage, hub, qtbot)


def press(page: MatrixPage, qtbot: QtBot, *actions: object) -> Grid:
    """Press entries of the menu, one by one."""
    for action in actions:
        action.trigger()  # type: ignore[attr-defined]  # of several kinds of buttons
        settle(page.hub, qtbot)
    settle(page.hub, qtbot)
    assert page.grid is not None
    return page.grid


def numbers(grid: Grid) -> list[list[float]]:
    return grid.matrix.values.tolist()


def cells(page: MatrixPage) -> list[list[str]]:
    model = page.table.cells
    return [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())]


def test_percents_of_a_row_are_of_what_it_holds(page: MatrixPage, qtbot: QtBot) -> None:
    grid = press(page, qtbot, page.arrange.totals)
    down = [grid.value(row, grid.shape[1] - 1) for row in range(len(grid.matrix.rows))]
    plain = numbers(grid)
    grid = press(page, qtbot, page.arrange.percents["row"])
    for r, row in enumerate(plain):
        for c, value in enumerate(row):
            assert grid.value(r, c) == pytest.approx(100 * value / down[r] if down[r] else 0, abs=0.051)
            assert (cells(page)[r][c] == "·") == (not value)
            assert grid.counted(r, c) == value
    assert grid.shape == grid.matrix.values.shape
    assert "row" in page.note.text()
    assert page.note.isVisible()


def test_lines_stand_in_the_order_of_what_they_add_up_to_and_open_to_their_own_words(
    page: MatrixPage, qtbot: QtBot
) -> None:
    grid = press(page, qtbot, page.arrange.orders["total"])
    sums = [sum(grid.value(r, c) for c in range(len(grid.matrix.columns))) for r in range(len(grid.matrix.rows))]
    assert sums == sorted(sums, reverse=True)
    assert sums != [sum(row) for row in numbers(grid)], "the sample has another order"
    names = [label.name for label in grid.matrix.rows]
    with qtbot.waitSignal(page.hub.verbatims_asked) as asked:
        c = next(c for c in range(len(grid.matrix.columns)) if grid.value(0, c))
        page.open_cell(0, c)
    ask: Ask = asked.args[0]
    document = page.hub.moment().documents[names.index(grid.row_name(0))].key
    assert {item.document for item in ask.items or ()} == {document}
    by_name = press(page, qtbot, page.arrange.orders["name"])
    shown = [by_name.row_name(n) for n in range(len(names))]
    assert shown == sorted(shown, key=str.casefold)


def overlap(page: MatrixPage) -> None:
    """Let one passage stand in two codes of the first cycle."""
    project = page.hub.project
    one = codings.listed(project)[0]
    for name in ("one", "other"):
        codings.apply(project, codebook.add(project, name), anchors.words(one.document, one.start, one.end))


def test_totals_say_why_they_are_not_sums(page: MatrixPage, qtbot: QtBot) -> None:
    overlap(page)
    page.choose(replace(page.choice, rows="documents", columns="codes"))
    grid = press(page, qtbot)
    assert not grid.row_totals
    assert "Arrange" in page.note.text()
    grid = press(page, qtbot, page.arrange.totals)
    last = grid.shape[1] - 1
    sums = [sum(row) for row in numbers(grid)]
    totals = [grid.value(r, last) for r in range(len(sums))]
    assert all(total <= number for total, number in zip(totals, sums, strict=True))
    assert totals != sums
    assert "less than the sum" in page.note.text()
    assert len(grid.opened(0, last)) >= totals[0] > 0


def test_a_line_for_each_cell_opens_to_its_words(page: MatrixPage, qtbot: QtBot) -> None:
    table = press(page, qtbot)
    grid = press(page, qtbot, page.arrange.tidy)
    plain, across = numbers(table), len(table.matrix.columns)
    assert page.table.horizontalHeader().length() <= page.table.viewport().width(), "the number is in sight"
    assert page.table.horizontalHeader().height() < 3 * page.table.fontMetrics().height(), "each name has its own width"
    assert grid.shape == (len(plain) * across, 2)
    for n in range(grid.shape[0]):
        r, c = divmod(n, across)
        assert (grid.row_name(n), grid.text(n, 0), grid.value(n, 1)) == (
            table.row_name(r),
            table.column_name(c),
            plain[r][c],
        )
    n = next(n for n in range(grid.shape[0]) if grid.value(n, 1))
    with qtbot.waitSignal(page.hub.verbatims_asked) as asked:
        page.open_cell(n, 1)
    r, c = divmod(n, across)
    assert asked.args[0].title == f"{table.row_name(r)} × {table.column_name(c)}"
    page.choose(replace(page.choice, cell="binary"))
    assert {press(page, qtbot).text(n, 1) for n in range(grid.shape[0])} == {"0", "1"}


def test_what_adds_up_to_nothing_has_no_percents(page: MatrixPage, qtbot: QtBot) -> None:
    press(page, qtbot, page.arrange.percents["total"])
    page.choose(replace(page.choice, cell="share"))
    grid = press(page, qtbot)
    assert (grid.percent, page.arrange.percents["total"].isEnabled()) == ("", False)
    assert numbers(grid)[0][0] == grid.value(0, 0)


def test_how_it_is_read_is_kept_with_the_matrix_and_undone(page: MatrixPage, qtbot: QtBot) -> None:
    project = page.hub.project
    press(page, qtbot, page.arrange.percents["column"], page.arrange.orders["cluster"], page.arrange.tidy)
    page.saved.keep_as("A list")
    [saved] = saved_matrices.listed(project)
    assert saved.choice.shape == page.choice.shape == Shape("column", "cluster", tidy=True)
    press(page, qtbot, page.arrange.percents[""], page.arrange.tidy)
    page.saved.fill()
    [action] = [one for one in page.saved.menu().actions() if one.text() == "A list"]
    press(page, qtbot, action)
    assert page.choice.shape == saved.choice.shape
    assert page.arrange.percents["column"].isChecked()
    assert page.arrange.tidy.isChecked()
    project.undo()
    assert saved_matrices.listed(project) == []


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


@pytest.mark.parametrize("form", [form for form in exporting.forms() if form.suffix in (".csv", ".docx", ".md")])
def test_the_dialog_writes_each_form(
    page: MatrixPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: exporting.Form
) -> None:
    grid = press(page, qtbot, page.arrange.orders["total"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "m"), form.said))
    page.export()
    settle(page.hub, qtbot)
    path = tmp_path / f"m{form.suffix}"
    if form.suffix != ".csv":
        assert path.stat().st_size > 300
        return
    head, *body = rows_of(path)
    rows, columns = grid.matrix.values.shape
    if form.tidy:
        assert (len(head), len(body)) == (3, rows * columns)
    else:
        assert (len(head), len(body)) == (columns + 1, rows)
        assert [row[0] for row in body] == [grid.row_name(n) for n in range(rows)] or form.binary
    found = {cell for row in body for cell in row[2 if form.tidy else 1 :]}
    assert (found <= {"0", "1"}) == form.binary


def test_the_menu_opens_by_key(page: MatrixPage, qtbot: QtBot) -> None:
    [action] = [one for one in page.actions() if one.objectName() == "matrix.arrange"]
    assert action.shortcut().toString() == "A"
    menu = page.arrange.menu()
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))  # it holds the caller up until it is closed
    with qtbot.waitSignal(menu.aboutToShow):
        action.trigger()


def test_where_a_choice_has_no_room_it_goes_to_the_next_line(hub: Hub, qtbot: QtBot) -> None:
    around = QWidget()  # where they may be given less than they ask for, as beside a memo
    qtbot.addWidget(around)
    controls = MatrixControls(hub)
    controls.setParent(around)
    controls.show()
    around.show()
    ticks = (controls.interviewer, controls.masking, controls.human, controls.reread)
    wide = sum(tick.sizeHint().width() for tick in (*ticks, controls.filter))
    for width in (wide + 200, wide - 40, wide + 200):
        controls.resize(width, 200)
        QApplication.processEvents()
        assert all(tick.width() >= tick.sizeHint().width() for tick in ticks)


def test_what_a_cell_quotes_is_as_wide_as_the_button_below_it(page: MatrixPage, hub: Hub, qtbot: QtBot) -> None:
    font = page.preview.all.font()
    font.setPointSize(36)
    page.preview.all.setFont(font)
    page.table.setCurrentIndex(page.table.cells.index(0, 1))
    settle(hub, qtbot)
    qtbot.waitUntil(lambda: page.preview.width() > 400)
    assert page.preview.all.width() >= page.preview.all.sizeHint().width()

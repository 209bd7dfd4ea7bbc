"""Exporting from a page: the ending chosen in the dialog is the format, one typed by hand is kept."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.matrix.page import MatrixPage
from app.report.page import ReportPage
from coding import codebook
from coding.moment.moment import Moment
from coding.tables import matrices
from tests.app.sample_pages import opened_sample, settle, shown


@pytest.fixture
def matrix(hub: Hub, tmp_path: Path, qtbot: QtBot) -> MatrixPage:
    opened_sample(hub, tmp_path)
    return shown(MatrixPage, hub, qtbot)


@pytest.fixture
def report(hub: Hub, tmp_path: Path, qtbot: QtBot) -> ReportPage:
    opened_sample(hub, tmp_path)
    return shown(ReportPage, hub, qtbot)


def answers(monkeypatch: pytest.MonkeyPatch, path: Path | None, kind: str = "") -> list[str]:
    """Let the dialog be answered so; give the kinds that it offers."""
    offered: list[str] = []

    def ask(_parent: object, _title: str, _start: str, kinds: str) -> tuple[str, str]:
        offered[:] = kinds.split(";;")
        return (str(path) if path else "", kind)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return offered


def numbers(page: MatrixPage) -> list[list[float]]:
    choice = page.choice
    found = matrices.build(Moment.of(page.hub.project), choice.rows, choice.columns, choice.cell)
    return found.values.tolist()


def test_a_matrix_is_written_in_each_format_with_the_numbers_shown(
    matrix: MatrixPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = numbers(matrix)
    offered = answers(monkeypatch, tmp_path / "matrix", "JSON (*.json)")
    matrix.export()
    settle(matrix.hub, qtbot)
    assert json.loads((tmp_path / "matrix.json").read_text("utf-8"))["values"] == wanted
    assert [kind.rpartition("*")[2] for kind in offered] == [
        ".csv)",
        ".xlsx)",
        ".docx)",
        ".csv)",
        ".csv)",
        ".png)",
        ".svg)",
        ".html)",
        ".md)",
        ".json)",
    ]
    answers(monkeypatch, tmp_path / "by hand.html", "JSON (*.json)")
    matrix.export()
    settle(matrix.hub, qtbot)
    page = BeautifulSoup((tmp_path / "by hand.html").read_text("utf-8"), "lxml")
    rows = [[cell.get_text() for cell in row.find_all("td")] for row in page.find_all("tr")][1:]
    assert [[float(cell) for cell in row[1:]] for row in rows] == wanted
    answers(monkeypatch, tmp_path / "v1.2 of it", "Table for other programs (*.csv)")
    matrix.export()
    settle(matrix.hub, qtbot)
    with (tmp_path / "v1.2 of it.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [[float(cell) for cell in row[1:]] for row in list(csv.reader(file))[1:]] == wanted
    assert matrix.hub.settings.get("export_folder") == str(tmp_path)


def test_without_a_name_nothing_is_written(
    matrix: MatrixPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    answers(monkeypatch, None)
    matrix.export()
    settle(matrix.hub, qtbot)
    assert {path.name for path in tmp_path.iterdir()} == before


def test_a_report_takes_the_ending_of_the_kind_chosen(
    report: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    report.hub.said.connect(said.append)
    answers(monkeypatch, tmp_path / "annex", "Markdown (*.md)")
    report.export()
    settle(report.hub, qtbot)
    text = (tmp_path / "annex.md").read_text("utf-8")
    assert text.startswith("# ")
    assert all(code.name.replace("*", "\\*") in text for code in codebook.listed(report.hub.project)[:5])
    assert said == [f"Written: {tmp_path / 'annex.md'}"]
    answers(monkeypatch, None)
    report.export()
    settle(report.hub, qtbot)
    assert len(said) == 1


def test_a_page_out_of_sight_is_counted_when_it_is_looked_at(matrix: MatrixPage, qtbot: QtBot) -> None:
    project, before = matrix.hub.project, numbers(matrix)
    matrix.hide()
    codebook.remove(project, codebook.find(project, "Silos").key)
    settle(matrix.hub, qtbot)
    assert matrix.grid is None
    matrix.show()
    matrix.entered()
    settle(matrix.hub, qtbot)
    assert matrix.grid is not None
    assert matrix.grid.matrix.values.tolist() == numbers(matrix) != before


def test_a_report_out_of_sight_is_written_when_it_is_looked_at(report: ReportPage, qtbot: QtBot) -> None:
    project = report.hub.project
    report.hide()
    codebook.add(project, "Un code tout neuf")
    settle(report.hub, qtbot)
    assert "Un code tout neuf" not in report.preview.toPlainText()
    report.show()
    report.entered()
    settle(report.hub, qtbot)
    assert "Un code tout neuf" in report.preview.toPlainText()

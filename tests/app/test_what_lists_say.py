"""What lists and tables say to a screen reader and in their tips: the same as is drawn, in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.matrix.page import MatrixPage
from app.memos.page import MemosPage
from app.theory import link_table
from app.theory.page import EVIDENCE, TABLE, TheoryPage
from app.theory.support import AGAINST, DIRECT, KEY, WAITING
from coding import codebook, links, memos
from coding.moment.counts import counts
from coding.moment.moment import Moment
from tests.app.sample_pages import opened_sample, shown
from tests.app.theory_support import take

Role = Qt.ItemDataRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.fixture
def theory(hub: Hub, tmp_path: Path, qtbot: QtBot) -> TheoryPage:
    opened_sample(hub, tmp_path)
    return shown(TheoryPage, hub, qtbot)


@pytest.fixture
def table(theory: TheoryPage) -> link_table.DotsModel:
    theory.show_view(TABLE)
    return theory.dots.dots


def at(table: link_table.DotsModel, name: str, capability: str) -> QModelIndex:
    column = next(n for n, (_, label, _) in enumerate(table.columns, 1) if label.startswith(capability))
    return table.index(next(n for n, row in enumerate(table.rows) if row.name == name), column)


def test_a_dot_says_its_codes_its_mode_and_its_numbers(theory: TheoryPage, table: link_table.DotsModel) -> None:
    project = theory.hub.project
    for one in links.listed(project):
        source, target = codebook.get(project, one.source), codebook.get(project, one.target)
        place = at(table, source.name, target.label)
        said = str(place.data(Role.AccessibleTextRole)).splitlines()
        assert said == str(place.data(Role.ToolTipRole)).splitlines()
        assert said[0] == f"{source.name} → {target.label}"
        assert said[1] == ("linked: all count" if one.mode == "all" else "linked one by one")
        cell = table.cell(place)
        assert cell is not None
        assert said[2] == f"coded segments that count: {cell.counted}"
        assert place.data(Role.DisplayRole) == str(cell.counted)
        assert ("to review" in "\n".join(said)) == bool(cell.waiting)
        assert ("contradicting" in "\n".join(said)) == bool(cell.contradicted)


def test_where_nothing_meets_nothing_is_drawn_and_it_is_said(table: link_table.DotsModel) -> None:
    cells = [table.index(row, column) for row in range(table.rowCount()) for column in range(1, table.columnCount())]
    bare = [place for place in cells if place.data(Role.DisplayRole) is None]
    assert bare
    assert {str(place.data(Role.ToolTipRole)).splitlines()[1] for place in bare} <= {
        "not linked",
        "coded segments that count: 0",
    }
    assert table.index(0, 0).data(Role.DisplayRole) is None


def test_heads_of_the_dot_table_say_whole_names(table: link_table.DotsModel) -> None:
    assert table.headerData(0, ACROSS, Role.DisplayRole) == ""
    assert table.headerData(0, ACROSS, Role.ToolTipRole) == "What asks for a second look"
    assert table.headerData(1, ACROSS, Role.ToolTipRole) == table.headerData(1, ACROSS) == table.columns[0][1]
    below = next(n for n, row in enumerate(table.rows) if row.depth)
    assert table.headerData(below, DOWN) == "    " * table.rows[below].depth + table.rows[below].name
    assert table.headerData(below, DOWN, Role.ToolTipRole) == table.rows[below].name
    assert table.headerData(0, DOWN, Role.FontRole) is None


def test_evidence_says_in_numbers_what_it_draws(theory: TheoryPage) -> None:
    theory.show_view(EVIDENCE)
    model = theory.support.model()
    net = Moment.of(theory.hub.project).net
    for number in range(model.rowCount()):
        above = model.index(number, 0)
        row = above.data(KEY)
        assert above.data(Role.DisplayRole) == above.data(Role.ToolTipRole) == row.label
        assert above.siblingAtColumn(DIRECT).data() == str(len(net.evidence(row.capability, "direct")))
        assert above.siblingAtColumn(WAITING).data(Role.ToolTipRole) is None
        assert model.rowCount(above) == len(row.under)
        for under in range(model.rowCount(above)):
            below = model.index(under, 0, above)
            assert below.parent() == above
            assert below.data() == row.under[under].label
    assert model.data(QModelIndex()) is None
    assert not model.index(99, 0).isValid()
    assert model.headerData(AGAINST, ACROSS) == "Contradict"
    assert model.headerData(AGAINST, ACROSS, Role.ToolTipRole) == "Shown, and counted nowhere"
    assert model.headerData(0, DOWN) is None


def test_words_say_where_they_come_from_and_what_was_decided(theory: TheoryPage) -> None:
    project = theory.hub.project
    link = next(one for one in links.listed(project) if one.mode == "all" and _has_words(theory, one.source))
    take(theory, codebook.get(project, link.source).path, codebook.get(project, link.target).code_key or "")
    rows = theory.triage.words.rows
    assert rows.rowCount() > 0
    for number in range(rows.rowCount()):
        place, row = rows.index(number, 0), rows.rows[number]
        assert place.data(Role.DisplayRole) == row.verbatim.text
        assert place.data(Role.AccessibleTextRole) == f"{rows.source(row)}: {row.verbatim.text}"
        assert rows.source(row).startswith(row.verbatim.document_name)
        said = str(place.data(Role.AccessibleDescriptionRole))
        assert said == ", ".join(f"{one.name}: {rows.verdict_said(one.bearing)}" for one in row.weighings)
        assert any(one.name in said for one in row.weighings)
        assert place.data(Role.DecorationRole) is None


def _has_words(theory: TheoryPage, code: int) -> bool:
    return code in counts(Moment.of(theory.hub.project)).own


def test_cells_of_a_matrix_say_where_they_stand(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    opened_sample(hub, tmp_path)
    page = shown(MatrixPage, hub, qtbot)
    grid, cells = page.grid, page.table.cells
    assert grid is not None
    place = cells.index(0, 0)
    number = grid.text(0, 0).replace("·", "0")
    assert place.data(Role.AccessibleTextRole) == f"{grid.row_name(0)} × {grid.column_name(0)}\nPassages: {number}"
    assert place.data(Role.ToolTipRole) == place.data(Role.AccessibleTextRole)
    assert place.data(Role.DecorationRole) is None
    assert cells.data(QModelIndex()) is None
    assert cells.headerData(0, ACROSS, Role.ToolTipRole) == grid.column_name(0)
    assert cells.headerData(0, DOWN, Role.AccessibleTextRole) == grid.row_name(0)
    assert cells.headerData(0, DOWN, Role.FontRole) is None


def test_memos_say_their_second_line_too(hub: Hub, tmp_path: Path, qtbot: QtBot) -> None:
    opened_sample(hub, tmp_path)
    page = shown(MemosPage, hub, qtbot)
    model, memo = page.drawer.model, memos.listed(hub.project)[0]
    place = model.index(model.row_of(memo.key) or 0)
    assert place.data(Role.UserRole) == memo.key
    first, second = str(place.data(Role.AccessibleTextRole)).splitlines()
    assert first == place.data(Role.DisplayRole)
    assert place.data(Role.ToolTipRole) == f"{first}\n{second}"
    assert place.data(Role.FontRole) is None
    assert all(target.label in second for target in memo.targets if target.kind == "code")

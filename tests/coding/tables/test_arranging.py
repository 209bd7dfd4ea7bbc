"""A matrix as it is read: percents, totals, order, a long list; divisions within divisions; and human work alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from coding import codebook, codings
from coding.exports import matrices as exports
from coding.moment.moment import Moment
from coding.tables import matrices
from coding.tables.arranging import Shape, arranged, clustered
from corpus.people import facts, organisations, participants
from tests.coding.support import Study


@pytest.fixture
def coded(study: Study) -> Study:
    """Give a study in which one passage has two codes."""
    project = study.project
    one, two = codebook.add(project, "Un"), codebook.add(project, "Deux")
    codings.apply(project, one, study.words("Achats", "parcours client"))
    codings.apply(project, two, study.words("Achats", "trois semaines"))
    codings.apply(project, two, study.words("Caisse", "We watch it"))
    for name, document, sector in (("Anne", "Achats", "Frais"), ("Luc", "Bureau", "Frais"), ("Mia", "Caisse", "Sec")):
        participants.add(project, name, documents=[study.documents[document]], attributes={"Secteur": sector})
    return study


def built(study: Study, rows: str = "documents", columns: str = "codes", cell: str = "passages") -> matrices.Matrix:
    return matrices.build(Moment.of(study.project), rows, columns, cell)


def test_a_total_counts_each_unit_once_and_says_so(coded: Study) -> None:
    made = arranged(built(coded), Shape(totals=True))
    assert made.values.tolist() == [[1, 1], [0, 0], [0, 1]]
    assert made.down is not None
    assert made.across is not None
    assert (made.down.tolist(), made.across.tolist(), made.whole) == ([1, 0, 1], [1, 2], 2)
    assert made.shared
    table = exports.sheet(built(coded), Shape(totals=True))
    assert table.columns[-1] == "Total"
    assert table.rows[-1] == ("Total", 1, 2, 2)
    assert "inférieur à la somme" in str(exports.report(built(coded), "fr", Shape(totals=True)).sections[0].notes)
    assert not arranged(built(coded, cell="codings"), Shape(totals=True)).shared


@pytest.mark.parametrize(
    ("percent", "values"),
    [
        ("row", [[100, 100], [0, 0], [0, 100]]),
        ("column", [[100, 50], [0, 0], [0, 50]]),
        ("total", [[50, 50], [0, 0], [0, 50]]),
    ],
)
def test_percents_are_of_the_row_the_column_or_all(coded: Study, percent: str, values: list[list[float]]) -> None:
    made = arranged(built(coded), Shape(percent=percent))  # type: ignore[arg-type]  # one of PERCENTS
    assert made.values.tolist() == values
    assert made.down is None


def test_lines_stand_in_the_order_that_is_asked_for(coded: Study) -> None:
    assert arranged(built(coded), Shape(order="total")).columns == (1, 0)
    assert arranged(built(coded), Shape(order="name")).columns == (1, 0)
    people = built(coded, rows="participants")
    assert arranged(people, Shape(order="total")).rows[-1] == len(people.rows) - 1, "nobody stands last"


def test_alike_lines_stand_beside_each_other() -> None:
    values = np.array([[9, 0, 0], [0, 9, 1], [8, 1, 0], [0, 7, 1]])
    order = clustered(values)
    assert abs(order.index(0) - order.index(2)) == abs(order.index(1) - order.index(3)) == 1


@given(st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), max_size=9))
def test_clustering_loses_no_line(rows: list[list[int]]) -> None:
    values = np.array(rows, np.int64).reshape(-1, 3)
    assert sorted(clustered(values)) == list(range(len(rows)))


def test_a_tidy_sheet_has_a_line_for_each_cell(coded: Study) -> None:
    table = exports.sheet(built(coded, cell="binary"), Shape(tidy=True))
    assert table.columns == ("documents", "codes", "binary")
    assert table.rows[:2] == (("Achats", "Un", 1), ("Achats", "Deux", 1))
    assert len(table.rows) == 6


def test_a_division_within_another_counts_what_both_share(coded: Study) -> None:
    found = built(coded, rows="attribute:Secteur>participants")
    assert [label.name for label in found.rows][:3] == ["Frais > Anne", "Frais > Luc", "Sec > Mia"]
    assert found.values[:3].tolist() == [[1, 1], [0, 0], [0, 1]]
    whole = built(coded, rows="participants")
    assert found.values.sum() == whole.values.sum()
    assert [item.document for item in found.opened(2, 1)] == [coded.documents["Caisse"]]


def test_what_came_from_suggestions_can_be_left_out(coded: Study) -> None:
    project = coded.project
    codings.apply(project, codebook.find(project, "Un").key, coded.words("Bureau", "hélas"), origin="suggestion")
    assert built(coded).values[:, 0].sum() == 2
    human = Moment.of(project).viewed(human=True)
    assert matrices.build(human, "documents", "codes").values[:, 0].sum() == 1
    assert "suggestion" in str(exports.report(matrices.build(human, "documents", "codes"), "fr").sections[0].notes)


def test_a_matrix_is_printed_with_a_caption_and_notes(coded: Study, tmp_path: Path) -> None:
    for suffix in (".docx", ".md", ".html", ".csv", ".xlsx", ".json"):
        exports.save(built(coded), tmp_path / f"m{suffix}", shape=Shape(totals=True))
    text = [one.text for one in Document(str(tmp_path / "m.docx")).paragraphs]
    assert any(one.startswith("Tableau\u00a01") for one in text)
    assert any("décrivent ce corpus" in one for one in text)


def test_people_and_documents_stand_by_case_by_role_and_as_time_went_on(coded: Study) -> None:
    project = coded.project
    people = {one.name: one.key for one in participants.listed(project)}
    firms = {name: organisations.add(project, name) for name in ("Zeste", "Anis")}
    for name, firm, function in (("Anne", "Zeste", "Acheteuse"), ("Luc", "Anis", "Vendeur"), ("Mia", "Zeste", "")):
        participants.edit(project, people[name], attributes={"Fonction": function})
        organisations.belong(project, firms[firm], participants=[people[name]])
    for paper, day in (("Achats", "2024-05-03"), ("Bureau", "2024-05-01")):
        facts.describe(project, coded.documents[paper], {"date": day})

    def order(rows: str, by: str) -> list[str]:
        matrix = built(coded, rows)
        return [matrix.rows[n].name for n in arranged(matrix, Shape(order=by)).rows]  # type: ignore[arg-type]  # an Order

    assert order("participants", "case")[:3] == ["Luc", "Anne", "Mia"]
    assert order("documents", "case") == ["Bureau", "Achats", "Caisse"]
    assert order("participants", "role")[:3] == ["Anne", "Luc", "Mia"]
    assert order("documents", "time") == ["Bureau", "Achats", "Caisse"]
    assert order("participants", "time")[:3] == ["Luc", "Anne", "Mia"]
    assert order("codes", "case") == [label.name for label in built(coded, "codes").rows]

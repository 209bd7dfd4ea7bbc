"""Matrices against a count by hand, and every number opened down to the words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coding import codebook, codings, links
from coding.codebook import frameworks
from coding.moment.evidence import Ways
from coding.moment.moment import Moment
from coding.tables import matrices
from corpus import anchors, documents
from corpus.errors import WorkbenchError
from corpus.people import participants
from corpus.store.project import Project
from tests.coding.support import Study, make_study
from tests.samples import sample_at


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The sample study: nothing here may write to it."""
    with Project.open(sample_at(tmp_path_factory.mktemp("sample") / "sample.verbatim", None)) as project:
        yield project


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path)
    with made.project:
        yield made


def test_rows_and_columns_are_named(studied: Project) -> None:
    matrix = matrices.build(Moment.of(studied), "participants", "framework:meco-2019")
    assert [label.name for label in matrix.rows][-1] == "(none)"
    assert [label.name.split()[0] for label in matrix.columns] == [f"C{n}" for n in range(1, 8)]
    assert matrix.values.shape == (13, 7)


@pytest.mark.parametrize("rows", ["documents", "participants", "speakers", "attribute:secteur"])
@pytest.mark.parametrize("columns", ["codes", "framework:meco-2019"])
def test_codings_and_passages_of_every_division_add_up_to_the_same(studied: Project, rows: str, columns: str) -> None:
    by_document = matrices.build(Moment.of(studied), "documents", columns, "codings").values.sum(axis=0)
    divided = matrices.build(Moment.of(studied), rows, columns, "codings").values.sum(axis=0)
    assert divided.tolist() == by_document.tolist()
    assert by_document.sum() > 0


@pytest.mark.parametrize("cell", sorted({*matrices.CELLS} - matrices.SHARES - matrices.MEETINGS.keys()))
def test_turning_a_matrix_round_turns_its_numbers(studied: Project, cell: str) -> None:
    one = matrices.build(Moment.of(studied), "documents", "codes", cell).values
    other = matrices.build(Moment.of(studied), "codes", "documents", cell).values
    assert np.array_equal(one, other.T)


@pytest.mark.parametrize("ways", ["both", "direct", "linked"])
def test_every_cell_opens_to_the_spans_it_counts(studied: Project, ways: Ways) -> None:
    matrix = matrices.build(Moment.of(studied), "documents", "framework:meco-2019", "codings", evidence=ways)
    for row, label in enumerate(matrix.rows):
        for column in range(len(matrix.columns)):
            opened = matrix.opened(row, column)
            assert len([item for item in opened if item.counted]) == matrix.values[row, column]
            assert {item.document for item in opened} <= {label.key}


def test_where_keeps_those_who_have_the_attribute(studied: Project) -> None:
    whole = matrices.build(Moment.of(studied), "participants", "framework:meco-2019", "codings")
    sector = {p.name: p.attributes["Secteur"] for p in participants.listed(studied)}
    kept = matrices.build(
        Moment.of(studied, where={"secteur": "bricolage"}), "participants", "framework:meco-2019", "codings"
    )
    for row, label in enumerate(whole.rows):
        expected = whole.values[row] if sector.get(label.name) == "Bricolage" else np.zeros(7)
        assert kept.values[row].tolist() == expected.tolist()


def test_words_are_those_of_the_union_outside_the_interviewers_turns(study: Study) -> None:
    project = study.project
    document = study.documents["Achats"]
    code = codebook.add(project, "all of it")
    codings.apply(project, code, anchors.words(document, 0, len(documents.text(project, document))))
    codings.apply(project, code, anchors.words(document, *study.span("Achats", "parcours client")))
    paul = next(s for s in documents.speakers(project, document) if s.label == "PAUL")
    documents.set_role(project, paul.key, "interviewer")
    respondent = "On a suivi le parcours client trois semaines. Ça coince en rayon."
    expected = len(re.findall(r"[^\W_]+", respondent))
    row = [d.name for d in documents.listed(project)].index("Achats")
    assert matrices.build(Moment.of(project), "documents", "codes", "words").values[row, 0] == expected
    assert (
        matrices.build(Moment.of(project, interviewer=True), "documents", "codes", "words").values[row, 0]
        == expected + 2
    )
    assert matrices.build(Moment.of(project), "documents", "codes", "share").values[row, 0] == 1.0


def test_two_codes_meet_in_a_passage_on_different_spans(study: Study) -> None:
    project, document = study.project, study.documents["Achats"]
    one, other = codebook.add(project, "one"), codebook.add(project, "other")
    codings.apply(project, one, anchors.words(document, *study.span("Achats", "suivi")))
    codings.apply(project, other, anchors.words(document, *study.span("Achats", "trois")))
    matrix = matrices.build(Moment.of(project), "codes", "codes")
    assert matrix.values.tolist() == [[1, 1], [1, 1]]
    assert [item.codes for item in matrix.opened(0, 1)] == [(one,), (other,)]
    assert matrices.build(Moment.of(project), "codes", "codes", "codings").values.tolist() == [[1, 0], [0, 1]]


def test_a_code_and_a_coder_meet_only_on_the_coders_own_spans(study: Study) -> None:
    project, document = study.project, study.documents["Achats"]
    one, other = codebook.add(project, "one"), codebook.add(project, "other")
    codings.apply(project, one, anchors.words(document, *study.span("Achats", "suivi")))
    with study.coder("Grace"):
        codings.apply(project, other, anchors.words(document, *study.span("Achats", "trois")))
    matrix = matrices.build(Moment.of(project), "codes", "coders")
    assert [label.name for label in matrix.columns] == ["Ada", "Grace"]
    assert matrix.values.tolist() == [[1, 0], [0, 1]]


def test_whole_document_codings_cover_every_passage(study: Study) -> None:
    code = codebook.add(study.project, "whole")
    codings.apply(study.project, code, anchors.whole(study.documents["Achats"]))
    row = [d.name for d in documents.listed(study.project)].index("Achats")
    assert matrices.build(Moment.of(study.project), "documents", "codes").values[row, 0] == 3
    assert matrices.build(Moment.of(study.project), "documents", "codes", "codings").values[row, 0] == 1


def test_changing_a_link_changes_only_the_cells_that_depend_on_it(study: Study) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    code = codebook.add(project, "listen")
    codings.apply(project, code, study.words("Achats", "suivi"))
    before = matrices.build(Moment.of(project), "documents", "framework:meco-2019").values
    links.link(project, code, codebook.find(project, "C4").key)
    changed = np.argwhere(matrices.build(Moment.of(project), "documents", "framework:meco-2019").values != before)
    assert changed.tolist() == [[[d.name for d in documents.listed(project)].index("Achats"), 3]]
    project.undo()
    assert np.array_equal(matrices.build(Moment.of(project), "documents", "framework:meco-2019").values, before)


@pytest.mark.parametrize(
    ("rows", "columns", "cell", "sentence"),
    [
        (
            "people",
            "codes",
            "passages",
            "people is no way to divide a study; say documents, participants, organisations",
        ),
        ("documents", "framework:none", "passages", "The project has no framework none; it has: (none)."),
        ("attribute:age", "codes", "passages", "No attribute is called age; there are: (none)."),
        ("documents", "codes", "letters", "letters is no cell; say one of passages, codings"),
    ],
)
def test_what_can_not_be_counted_is_said(study: Study, rows: str, columns: str, cell: str, sentence: str) -> None:
    with pytest.raises(WorkbenchError) as error:
        matrices.build(Moment.of(study.project), rows, columns, cell)
    assert str(error.value).startswith(sentence)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_cells_are_what_a_count_by_hand_gives(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    study = make_study(tmp_path_factory.mktemp("matrix"))
    with study.project as project:
        codes = [codebook.add(project, name) for name in "ab"]
        spans: list[tuple[int, int, int, int]] = []
        for _ in range(data.draw(st.integers(0, 10))):
            document = data.draw(st.sampled_from(sorted(study.documents.values())))
            length = len(documents.text(project, document))
            start = data.draw(st.integers(0, length - 1))
            end = data.draw(st.integers(start + 1, length))
            code = data.draw(st.sampled_from(codes))
            if codings.apply_many(project, [(code, anchors.words(document, start, end))]):
                spans.append((document, start, end, code))
        infos = documents.listed(project)
        passages = {info.key: documents.passages(project, info.key) for info in infos}
        for cell in ("passages", "codings", "words", "documents", "binary"):
            values = matrices.build(Moment.of(project), "documents", "codes", cell).values
            for row, info in enumerate(infos):
                for column, code in enumerate(codes):
                    mine = [(s, e) for d, s, e, c in spans if d == info.key and c == code]
                    assert values[row, column] == _by_hand(cell, mine, passages[info.key], project, info.key)


def _by_hand(
    cell: str, spans: list[tuple[int, int]], passages: list[documents.PassageInfo], project: Project, document: int
) -> int:
    text = documents.text(project, document)
    covered = {p.key for s, e in spans for p in _touched(text, passages, s, e)}
    if cell == "codings":
        return len(set(spans))
    if cell == "words":
        places = [
            (p.start + m.start(), p.start + m.end())
            for p in passages
            for m in re.finditer(r"[^\W_]+", text[p.start : p.end])
        ]
        return sum(any(s < b and e > a for s, e in spans) for a, b in places)
    if cell == "passages":
        return len(covered)
    return int(bool(covered))


def _touched(text: str, passages: list[documents.PassageInfo], start: int, end: int) -> list[documents.PassageInfo]:
    """Return the turns of which a span holds a letter or digit; without any, those of which it holds a character."""
    over = [p for p in passages if start < p.end and end > p.start]
    said = [p for p in over if re.search(r"[^\W_]", text[max(start, p.start) : min(end, p.end)])]
    return said or over


def test_confidential_is_an_attribute_and_yes_is_oui(studied: Project) -> None:
    matrix = matrices.build(Moment.of(studied), "attribute:confidentiel", "framework:meco-2019", "codings")
    assert [label.name for label in matrix.rows] == ["non", "oui", "(none)"]
    kept = matrices.build(
        Moment.of(studied, where={"confidential": "yes"}), "documents", "framework:meco-2019", "codings"
    )
    assert kept.values.sum(axis=0).tolist() == matrix.values[1].tolist()
    assert kept.values.sum() > 0

"""Specificities, correspondences, a corpus for IRaMuTeQ and a concordance, by published figures and small studies."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from app.cli import program
from coding import codebook, codings
from coding.exports import iramuteq, textometry
from coding.moment.moment import Moment
from coding.tables import matrices
from coding.tables.correspondence import analysed
from coding.words.specificities import index, specificities
from corpus import importers
from corpus.errors import NothingThere
from corpus.people import participants
from tests.coding.support import Study, make_study

# Lafon 1980 (Mots 1: 127-165), the speeches of Robespierre, as `textometry` for R has them: 61,449 words in ten parts.
T = 61449
PARTS = (8395, 2558, 3920, 6903, 7896, 4555, 10142, 2063, 1084, 13933)
LAFON = {
    "peuple": (
        296,
        (45, 18, 15, 14, 53, 30, 42, 16, 4, 59),
        (0.6161, 1.1466, -0.6709, -4.1743, 2.1122, 1.2906, -0.7980, 1.3632, -0.3977, -0.8410),
    ),
    "patrie": (
        153,
        (6, 5, 16, 8, 23, 10, 35, 8, 3, 39),
        (-4.2432, -0.4160, 1.4491, -2.0903, 0.6178, -0.3834, 1.5961, 0.8409, 0.2942, 0.6414),
    ),
}


@pytest.mark.parametrize("word", LAFON)
def test_specificities_are_those_of_lafon(word: str) -> None:
    everywhere, here, published = LAFON[word]
    found = [index(f, everywhere, t, T) for f, t in zip(here, PARTS, strict=True)]
    assert found == pytest.approx(published, abs=0.0005)


def test_a_word_that_is_all_there_or_nowhere_has_an_index() -> None:
    assert index(5, 5, 100, 100) == 0
    assert index(0, 3, 50, 100) < 0 < index(3, 3, 50, 100)
    assert np.isfinite(index(20_000, 20_000, 30_000, 1_000_000)), "however unlikely it is"


# Greenacre 1984, smokers: five groups of staff by how much they smoke.
SMOKERS = np.array([[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]])


def test_correspondences_are_those_of_greenacre() -> None:
    found = analysed(SMOKERS)
    assert found.eigenvalues == pytest.approx([0.074759, 0.010017, 0.000414], abs=5e-7)
    assert found.inertia == pytest.approx(0.085190, abs=5e-7)
    assert found.inertia * found.total == pytest.approx(16.4416, abs=5e-5)
    assert 100 * found.shares == pytest.approx([87.76, 11.76, 0.49], abs=0.005)
    first = np.array([[-0.0658, -0.1937], [0.2590, -0.2433], [-0.3806, -0.0107], [0.2330, 0.0577], [-0.2011, 0.0789]])
    signs = np.sign(found.rows.coordinates[1, :2] * first[1])
    assert found.rows.coordinates[:, :2] * signs == pytest.approx(first, abs=5e-5)
    for side in (found.rows, found.columns):
        assert side.contributions.sum(axis=0) == pytest.approx(np.ones(3))
        assert side.cos2.sum(axis=1) == pytest.approx(np.ones(len(side.kept)))
        assert side.inertia.sum() == pytest.approx(found.inertia)
        assert (side.mass[:, None] * side.coordinates**2).sum(axis=0) == pytest.approx(found.eigenvalues)


def test_empty_rows_are_left_out_and_what_has_no_shape_is_refused() -> None:
    padded = np.zeros((7, 5), int)
    padded[1:6, :4] = SMOKERS
    found = analysed(padded)
    assert (found.rows.kept, found.columns.kept) == ((1, 2, 3, 4, 5), (0, 1, 2, 3))
    assert found.eigenvalues == pytest.approx(analysed(SMOKERS).eigenvalues)
    for table in ([[1, 2], [0, 0]], [[2, 4], [1, 2]], [[0, 0], [0, 0]]):
        with pytest.raises(NothingThere):
            analysed(np.array(table))


SAID = {
    "Un": "ANNE : Le café, le café, et puis **** la _rire_ caisse.\n\nANNE : La caisse l’attend.",
    "Deux": "LUC : Un thé, un thé, la caisse.\n\nLUC : -*thème du thé.",
}


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path, texts=SAID)
    with made.project as project:
        participants.add(
            project,
            "Anne",
            confidential=True,
            documents=[made.documents["Un"]],
            attributes={"Sexe": "f", "Tranche d'âge": "26-30 ans"},
        )
        participants.add(project, "Luc", documents=[made.documents["Deux"]], attributes={"Sexe": "m"})
        for name, document, words in (("Café", "Un", "Le café, le café"), ("Thé", "Deux", "Un thé, un thé")):
            codings.apply(project, codebook.add(project, name), made.words(document, words))
        yield made


def test_words_of_a_group_and_of_a_code_are_counted_as_a_plain_count_has_them(study: Study) -> None:
    moment = Moment.of(study.project)
    found = specificities(moment, "attribute:Sexe", least=1)
    counts = {(one.part, one.word): (one.everywhere, one.here) for one in found.words}
    assert counts["f", "caisse"] == (3, 2)
    assert counts["m", "thé"] == (3, 3)
    assert found.total == sum(found.sizes.values())
    mine = Counter({one.word: one.here for one in found.words if one.part == "f"})
    assert mine.total() == found.sizes["f"]
    by_code = specificities(moment, "codes", least=2, most=1)
    assert {(one.part, one.word, one.here) for one in by_code.words} == {("Café", "café", 2), ("Thé", "un", 2)}
    sheet = textometry.specificities(moment, found)
    assert sheet.columns[2:6] == ("T", "t", "F", "f")


def test_the_corpus_is_read_back_and_holds_no_sign_that_was_said(study: Study, tmp_path: Path) -> None:
    moment = Moment.of(study.project, masking=True)
    body = iramuteq.corpus(moment)
    stars = [line for line in body.split("\n") if line.startswith("****")]
    assert stars == [
        "**** *id_001 *doc_deux *participant_2 *sexe_m",
        "**** *id_002 *doc_participant1 *participant_participant1 *sexe_f *tranchedage_2630ans",
    ]
    assert not any(line.startswith("-*") for line in body.split("\n"))
    assert "_rire_" not in body
    (tmp_path / "corpus.txt").write_text(body, "utf-8")
    drafts = list(importers.read_all(tmp_path / "corpus.txt"))
    assert [draft.attributes["sexe"] for draft in drafts] == ["m", "f"]  # type: ignore[union-attr]  # read, not refused
    assert "Le café, le café, et puis ∗∗∗∗ la rire caisse." in drafts[1].text  # type: ignore[union-attr]  # likewise
    themed = iramuteq.corpus(moment, themes=True)
    assert "-*cafe\nLe café, le café" in themed
    assert "attend" not in themed


def test_a_matrix_is_analysed_for_reading_and_as_a_sheet(study: Study) -> None:
    matrix = matrices.build(Moment.of(study.project), "codes", "attribute:Sexe")
    report, sheet = textometry.correspondence(matrix)
    assert len(report.sections) == 3
    assert [row[1] for row in sheet.rows] == ["Café", "Thé", "f", "m"]
    assert report.sections[0].rows[0][1] == pytest.approx(1.0)


def test_the_command_line_writes_all_four(study: Study, tmp_path: Path) -> None:
    path = str(study.project.path)
    study.project.close()

    def ran(*arguments: str) -> Result:
        done = CliRunner().invoke(program, [arguments[0], path, *arguments[1:]])
        assert done.exit_code == 0, done.output
        return done

    ran("iramuteq", "-o", str(tmp_path / "c.txt"))
    ran("specificities", "--by", "attribute:Sexe", "--least", "1", "-o", str(tmp_path / "s.csv"))
    ran("correspondence", "--rows", "codes", "--columns", "attribute:Sexe", "-o", str(tmp_path / "ca.md"))
    ran("concordance", "caisse", "--width", "12", "-o", str(tmp_path / "k.csv"))
    lines = list(csv.DictReader((tmp_path / "k.csv").read_text("utf-8").splitlines()))
    assert [one["match"] for one in lines] == ["caisse"] * 3
    assert {one["document"] for one in lines} == {"Deux", "[participant 1]"}
    assert lines[0]["left"] == "la _rire_ "
    assert "0" in (tmp_path / "ca.md").read_text("utf-8")
    assert len(list(csv.reader((tmp_path / "s.csv").read_text("utf-8").splitlines()))) > 8

"""A copy is given away by the command line, with its key apart."""

from __future__ import annotations

import pytest

from tests.coding.erasing_study import planted


@pytest.fixture
def study(tmp_path):
    (tmp_path / "away").mkdir()
    with planted(tmp_path) as made:
        path = made.project.path
    return path


def test_a_project_and_its_documents_are_given_away(run, study, tmp_path):
    ran = run("give-away", study, tmp_path / "away" / "copy.verbatim", "--key", tmp_path / "key.csv")
    assert ran.code == 0, ran.err
    names = [line.rpartition("/")[2] for line in ran.out.splitlines()]
    assert names == ["copy.verbatim", "copy - statement.md", "key.csv"]
    assert "keep key.csv apart" in ran.err
    assert run("traces", tmp_path / "away" / "copy.verbatim", "Luc Zéphyrin").code == 0
    assert run("participants", tmp_path / "away" / "copy.verbatim").out.startswith("[participant 1]\tyes")
    again = run("give-away", study, tmp_path / "away" / "copy.verbatim", "--key", tmp_path / "other.csv")
    assert (again.code, again.sentence) == (4, "copy.verbatim exists already; choose another name.")
    ran = run("give-away", study, tmp_path / "away" / "texts", "--key", tmp_path / "k.csv", "--as", "txt")
    assert ran.code == 0, ran.err
    assert sorted(path.name for path in (tmp_path / "away" / "texts").iterdir())[-1] == "documents - statement.md"

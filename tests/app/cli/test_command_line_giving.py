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


def test_the_key_stays_out_of_what_is_given_and_nothing_is_written_over(run, study, tmp_path):
    away, key = tmp_path / "away", tmp_path / "key.csv"
    ran = run("give-away", study, away / "texts", "--key", away / "texts" / "key.csv", "--as", "docx")
    assert (ran.code, ran.sentence) == (4, "The key would go with what is given away; choose another place for it.")
    (away / "Anne.txt").write_text("mine")
    ran = run("give-away", study, away, "--key", key, "--as", "txt")
    assert (ran.code, ran.sentence) == (4, "The folder away is not empty; choose a new one.")
    assert [path.name for path in away.iterdir()] == ["Anne.txt"]
    ran = run("give-away", study, away / "copy", "--key", tmp_path / "none" / "key.csv")
    assert (ran.code, ran.sentence) == (4, f"{tmp_path / 'none'} is no folder that can be written in.")
    assert [path.name for path in away.iterdir()] == ["Anne.txt"]

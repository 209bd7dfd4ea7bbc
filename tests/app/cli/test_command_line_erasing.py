"""A participant is erased by the command line, which says what goes, and words are sought in what is left."""

from __future__ import annotations

import pytest

from app.settings import Settings
from corpus.store.project import Project
from tests.coding.erasing_study import planted


@pytest.fixture
def study(tmp_path):
    with planted(tmp_path) as made:
        path = made.project.path
    return path


def test_what_would_go_is_told_and_nothing_is_done(run, study):
    before = study.read_bytes()
    ran = run("participant-erase", study, "Luc Zéphyrin", "--dry-run", "--json")
    assert (ran.code, ran.json["rows"]["document"], ran.json["turns"]) == (0, 1, 2)
    assert ran.sentence == "Nothing was changed."
    assert run("participants", study).out.count("Luc Zéphyrin") == 1
    assert len(before) == len(study.read_bytes())


def test_it_is_done_only_for_good_and_leaves_no_trace(run, study):
    assert run("participant-erase", study, "Luc Zéphyrin").code == 2
    Settings().set("import_folder", "/home/ada/Luc Zéphyrin")
    assert run("traces", study, "quaxotext").code == 1
    assert "settings.json" in run("traces", study, "Luc Zéphyrin").out
    ran = run("participant-erase", study, "Luc Zéphyrin", "--for-good")
    assert ran.code == 0
    assert ran.out.startswith("What was erased\n\nWhat went\nNothing brings it back")
    assert "– Turns in texts of several: 2\n– Codings: 2\n" in ran.out
    assert "Ada let this out: text (×1).\n" in ran.out
    assert "\nYour own copies of the project, backups of this computer, and what was exported" in ran.out
    assert run("traces", study, "quaxotext", "Luc Zéphyrin", "--json").json == []
    assert run("undo", study, "--yes").sentence == "There is nothing to undo."
    assert run("participant-erase", study, "Luc Zéphyrin", "--for-good").code == 4


def test_what_could_not_be_taken_away_is_said_after_what_went(run, study):
    held = study.with_name("study (format 7 backup).verbatim")
    held.mkdir()  # what no program can unlink
    ran = run("participant-erase", study, "Luc Zéphyrin", "--for-good")
    assert (ran.code, "– Codings: 2\n" in ran.out) == (1, True)
    assert ran.sentence.startswith(f"{held.name} is a copy from before, with all that was erased, and can't be removed")
    assert run("traces", study, "quaxotext", "--json").json == []


def test_while_another_holds_it_nothing_is_done(run, study):
    with Project.open(study):
        ran = run("participant-erase", study, "Luc Zéphyrin", "--for-good")
    assert (ran.code, "is being written by" in ran.sentence) == (3, True)


def test_a_participant_is_left_out_of_analysis_and_counted_again(run, small, undone):
    run("participant-add", small, "Anne", "--tie", "Anne")
    run("consent", small, "Anne", "--quotation", "yes")
    assert run("search", small, "parcours", "--json").json["total"] == 1
    assert undone("participant-withdraw", small, "Anne").sentence == "1 participant left out of analysis."
    assert run("search", small, "parcours", "--json").json["total"] == 0
    assert run("participants", small, "--json").json[0]["left_out_on"]
    assert len(run("consents", small, "--json").json) == 1
    assert undone("participant-withdraw", small, "Anne", "--back").sentence == "1 participant counted again."
    assert run("search", small, "parcours", "--json").json["total"] == 1

"""What verbs print into a file or a pipe names nobody who may not be named, and showing names is written down."""

from __future__ import annotations

import pytest

from corpus.store.project import Project


@pytest.fixture
def hidden(run, small):
    """Return a project in which Anne may not be named, nor a sum."""
    assert run("participant-add", small, "Anne", "--confidential", "--tie", "Anne").code == 0
    assert run("pseudonymise", small, "SOMME", "--as", "TOTAL").code == 0
    return small


ASKED = (("text", "Anne"), ("search", "formule"), ("search", "formule", "--json"))


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_names_are_masked_unless_they_are_to_be_shown(asked, run, hidden):
    verb, *rest = asked
    ran = run(verb, hidden, *rest)
    assert ran.code == 0
    assert ("[TOTAL]" in ran.out, "SOMME" in ran.out) == (True, False)
    assert "ANNE" not in ran.out.upper().replace("[PARTICIPANT", "")
    assert "--confidential show" in ran.err
    assert run("disclosures", hidden, "--json").json == []
    shown = run(verb, hidden, *rest, "--confidential", "show")
    assert ("[TOTAL]" in shown.out, "SOMME" in shown.out) == (False, True)
    [noted] = run("disclosures", hidden, "--json").json
    assert (noted["path"], noted["uses"], noted["participants"]) == (verb, ["names"], ["Anne"])


def test_that_names_were_shown_is_written_down_while_another_holds_the_project(run, hidden):
    with Project.open(hidden, coder="Ada"):
        assert run("text", hidden, "Anne", "--confidential", "show").code == 0
    assert [one["path"] for one in run("disclosures", hidden, "--json").json] == ["text"]


def test_where_nobody_is_hidden_nothing_is_masked_said_or_written_down(run, small):
    from tests.app.cli.conftest import INTERVIEW

    ran = run("text", small, "Anne")
    assert (ran.out, ran.err) == (INTERVIEW, "")
    run("text", small, "Anne", "--confidential", "show")
    assert run("disclosures", small, "--json").json == []


def test_a_table_that_is_to_come_back_says_that_it_can_not_while_masked(run, hidden, at, tmp_path):
    run("apply", hidden, "Anne", *at("parcours client"), "SOMME", "--new")
    for verb in ("codings-export", "codes-export"):
        path = tmp_path / f"{verb}.csv"
        ran = run(verb, hidden, path)
        assert "Names are masked" in ran.err
        assert "SOMME" not in path.read_text("utf-8")
        assert run(verb, hidden, path, "--confidential", "show").code == 0
        assert "SOMME" in path.read_text("utf-8")

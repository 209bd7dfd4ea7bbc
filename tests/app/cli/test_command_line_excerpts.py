"""Excerpts by the command line: listed, their edges and cuts moved, and undone; and first passes declared."""

from __future__ import annotations

import pytest

from tests.corpus.support import dump

SAID = "On a refait le parcours client avec les vendeurs."


@pytest.fixture
def chosen(run, small, at):
    """Choose an answer for print; give the words that name it on the command line."""
    place = ("Anne", *at(SAID), "C1")
    assert run("excerpt", small, *place).out == f"{SAID}\n"
    return place


def test_cuts_and_insertions_are_added_and_taken_back(run, small, at, chosen, undone):
    cut = at(" avec les vendeurs")
    here = at("le parcours")[0]
    ran = undone(
        "excerpt-edit", small, *chosen, "--cut", *cut, "--insert", here, "vraiment", "--translation", "We did."
    )
    assert ran.out == "On a refait [vraiment] le parcours client(…).\n"
    [one] = run("excerpts", small, "--json").json
    assert (one["cuts"], one["insertions"], one["translation"]) == ([list(cut)], [[here, "vraiment"]], "We did.")
    ran = undone("excerpt-edit", small, *chosen, "--give-back", *at("avec les"), "--take-out", here)
    assert ran.out == "On a refait le parcours client(…)avec les(…).\n"
    assert run("excerpts", small, "--json").json[0]["translation"] == "We did."


def test_edges_move_within_the_document(run, small, at, chosen, undone):
    start, end = at("le parcours client")
    assert undone("excerpt-edit", small, *chosen, "--to", start, end).out == "le parcours client\n"
    assert run("excerpts", small).out == f"C1\tAnne\t{start}\t{end}\tle parcours client\n"
    assert run("excerpt-edit", small, *chosen, "--translation", "x").code == 4


def test_an_excerpt_is_put_elsewhere_among_those_of_its_code(run, small, at, chosen, undone):
    other = at("On priorise, faute de budget.")
    run("excerpt", small, "Anne", *other, "C1")
    run("excerpt", small, "Anne", *other, "C2")
    undone("excerpt-edit", small, "Anne", *other, "C1", "--position", "1")
    assert [one["start"] for one in run("excerpts", small, "--code", "C1", "--json").json] == [other[0], chosen[1]]
    assert len(run("excerpts", small, "--json").json) == 3


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        (4, ("--give-back", "32", "35")),
        (4, ("--take-out", "34")),
        (4, ("--cut", "0", "5")),
        (4, ("--to", "0", "99999")),
        (4, ("--insert", "0", "x")),
        (2, ()),
        (2, ("--position", "0")),
        (2, ("--to", "3")),
        (2, ("--cut", "a", "b")),
    ],
)
def test_what_can_t_be_changed_is_said_and_nothing_is_written(run, small, chosen, code, changed):
    before = dump(small)
    ran = run("excerpt-edit", small, *chosen, *changed)
    assert (ran.code, bool(ran.sentence), ran.out) == (code, True, "")
    assert dump(small) == before


def test_excerpts_of_an_unknown_code_are_refused(run, small):
    assert run("excerpts", small, "--code", "C9").code == 4


def test_a_first_pass_is_declared_by_its_coder_and_taken_back(run, small, undone):
    undone("first-pass", small, "anne", "--coder", "Zoé")
    assert run("first-pass", small, "--coder", "Zoé").out == "Anne\tdone\n"
    assert run("first-pass", small, "--coder", "Ada").out == "Anne\tto do\n"
    undone("first-pass", small, "Anne", "--take-back", "--coder", "Zoé")
    told = run("first-pass", small, "--json", "--coder", "Zoé").json
    assert told == {"hidden_before": True, "documents": [{"document": "Anne", "done": False}]}


def test_suggestions_wait_for_the_first_pass_where_their_coder_says_so(run, small):
    def asked(coder):
        return run("suggest", small, "--document", "Anne", "--coder", coder)

    run("first-pass", small, "--show", "--coder", "Ada")
    assert run("first-pass", small, "--json", "--coder", "Zoé").json["hidden_before"] is True
    waits = (
        "Suggestions for this document stay hidden until your first pass over it is done: first-pass says so, --early "
    )
    assert (asked("Zoé").code, asked("Ada").code) == (4, 0)
    assert asked("Zoé").sentence.startswith(waits)
    run("first-pass", small, "Anne", "--coder", "Zoé")
    assert asked("Zoé").code == 0
    run("first-pass", small, "Anne", "--take-back", "--show", "--coder", "Zoé")
    assert asked("Zoé").code == 0


@pytest.mark.parametrize(("code", "arguments"), [(4, ("Nobody",)), (2, ("--take-back",)), (2, ("Anne", "Bea"))])
def test_a_first_pass_over_nothing_is_refused(run, small, code, arguments):
    ran = run("first-pass", small, *arguments)
    assert (ran.code, bool(ran.sentence)) == (code, True)

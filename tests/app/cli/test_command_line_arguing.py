"""Assertions and summaries by the command line: written, borne on, listed, changed, removed, undone."""

from __future__ import annotations

import pytest


@pytest.fixture
def coded(run, small, at):
    """A code on words of Anne, who is a participant; return the project."""
    run("participant-add", small, "Anne", "--tie", "Anne")
    run("apply", small, "Anne", *at("parcours client"), "Parcours", "--new")
    return small


def test_an_assertion_is_written_borne_on_listed_and_removed(run, coded, undone, at):
    made = undone("assertion-add", coded, "Shops see the journey.", "--concept", "C1", "--scope", "2019")
    assert made.sentence == "Assertion 1."
    said = undone("bear", coded, "1", "--supports", "--code", "Parcours", "--document", "*", "--because", "clear")
    assert said.sentence == "Said of 1 segment."
    undone("bear", coded, "shops see", "--contradicts", "--at", "Anne", *at("client"))
    undone("assertion-edit", coded, "1", "--rivals", "Size.", "--no-concept", "--text", "Shops see the journey well.")
    [first, second] = run("assertions", coded, "--json").json
    assert (first["stance"], first["quotation"], first["reason"]) == ("supports", "parcours client", "clear")
    assert (second["stance"], second["rivals"], second["concept"]) == ("contradicts", "Size.", "")
    line = run("assertions", coded).out
    assert line == "1\tShops see the journey well.\t\t1\t0\t1\t1 of 1\trests on one person alone\n"
    undone("bear", coded, "1", "--remove", "--code", "Parcours", "--at", "Anne", *at("parcours client"))
    undone("assertion-remove", coded, "1")
    assert run("assertions", coded).out == ""


def test_a_stance_of_judge_bears_on_the_concepts_assertion(run, coded, at):
    run("link", coded, "Parcours", "C1")
    place = ("Anne", *at("parcours client"), "Parcours", "C1")
    assert run("judge", coded, *place, "--in", "--stance", "contradicts").code == 0
    [line] = run("assertions", coded, "--json").json
    assert (line["assertion"].startswith("(to be worded) "), line["stance"]) == (True, "contradicts")
    run("assertion-add", coded, "Shops see the journey.", "--concept", "C1")
    run("assertion-add", coded, "Shops draw the journey.", "--concept", "C1")
    assert [row["assertion"] for row in run("assertions", coded, "--json").json] == [
        "Shops see the journey.",
        "Shops draw the journey.",
    ]
    assert run("judge", coded, *place, "--in", "--stance", "supports").code == 0


@pytest.mark.parametrize(
    "wrong",
    [
        ("bear", "1"),
        ("bear", "1", "--supports"),
        ("bear", "1", "--supports", "--remove", "--at", "Anne", "0", "3"),
        ("assertion-edit", "1"),
        ("assertion-edit", "1", "--no-concept", "--concept", "C1"),
    ],
)
def test_what_is_not_said_is_asked_for(run, coded, wrong):
    run("assertion-add", coded, "Shops see the journey.")
    verb, *rest = wrong
    assert run(verb, coded, *rest).code == 2


def test_a_summary_is_written_listed_and_taken_away(run, coded, undone):
    undone("summary", coded, "Anne", "Parcours", "Maps it each year.")
    assert run("summaries", coded, "--json").json == [
        {"participant": "Anne", "code": "Parcours", "text": "Maps it each year.", "coder": run_coder(run, coded)}
    ]
    undone("summary", coded, "Anne", "Parcours", "")
    assert run("summaries", coded).out == ""


def run_coder(run, project):
    return run("summaries", project, "--json").json[0]["coder"]

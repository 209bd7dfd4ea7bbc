"""Searches and matrices kept by name, by the command line: kept, run, renamed, removed, and undone."""

from __future__ import annotations

import csv

import pytest

from tests.corpus.support import dump


@pytest.fixture
def coded(run, small, at):
    """Code an answer, and say who gives it; return the project."""
    run("apply", small, "Anne", *at("parcours client"), "C1")
    run("apply", small, "Anne", *at("On priorise"), "Tri", "--new")
    run("participant-add", small, "Anne", "--set", "sector=GSA", "--confidential")
    return small


def found(run, small, *arguments):
    ran = run("search", small, *arguments, "--json")
    assert ran.code == 0, ran.err
    return [(hit["document"], hit["start"], hit["matches"]) for hit in ran.json["hits"]]


def kept(run, small, verb):
    return [one[{"searches": "search", "matrices": "matrix"}[verb]] for one in run(verb, small, "--json").json]


@pytest.mark.parametrize(
    "asked",
    [
        ("client OR budget",),
        ("client OR budget", "--code", "C1"),
        ("client OR budget", "--code", "Tri"),
        ("client OR ensuite", "--speaker", "anne"),
        ("client OR ensuite", "--role", "interviewer"),
        ("client OR ensuite", "--where", "Sector=gsa"),
        ("client", "--document", "A*"),
        ("client OR budget", "--code", "C1", "--evidence", "linked"),
    ],
)
def test_a_search_that_is_kept_finds_what_it_found(run, coded, undone, asked):
    undone("search-save", coded, "Mine", *asked)
    assert found(run, coded, "--saved", "mine") == found(run, coded, *asked)


def test_a_search_of_another_scope_is_kept_with_it(run, coded):
    run("memo", coded, "code:C1", "--title", "Bornes", "--text", "Où finit l'irritant ?")
    run("search-save", coded, "Notes", "irritant", "--scope", "memos")
    assert run("search", coded, "--saved", "Notes", "--json").json["hits"][0]["memo"] == "Bornes"
    run("search-save", coded, "Documents", "stock AND budget", "--scope", "documents")
    assert run("search", coded, "--saved", "Documents", "--json").json["total"] == 1
    run("search-save", coded, "Of C1", "--scope", "memos", "--code", "C1")
    assert [hit["memo"] for hit in run("search", coded, "--saved", "Of C1", "--json").json["hits"]] == ["Bornes"]
    run("search-save", coded, "Of C2", "--scope", "memos", "--code", "C2")
    assert run("search", coded, "--saved", "Of C2", "--json").json["total"] == 0


def test_without_a_query_the_coded_segments_are_given(run, coded, at):
    run("search-save", coded, "Segments", "--code", "Tri")
    ran = run("search", coded, "--saved", "Segments", "--json")
    assert [(hit["start"], hit["end"], hit["codes"]) for hit in ran.json["hits"]] == [(*at("On priorise"), ["Tri"])]
    assert run("search", coded, "--saved", "Segments").err.splitlines() == [
        "Names that may not be read are masked; --confidential show prints them.",
        "1 coded segment found.",
    ]


def test_kept_searches_are_listed_renamed_and_removed(run, coded, undone):
    run("search-save", coded, "B", "client", "--code", "C1", "--document", "Anne", "--role", "respondent")
    undone("search-save", coded, "A", "budget", "--scope", "codings")
    assert run("searches", coded).out == (
        "A\tcodings\tbudget\t\nB\tpassages\tclient\tframework:meco-2019: C1; role: respondent; document: Anne\n"
    )
    undone("search-edit", coded, "b", "--name", "Z")
    undone("search-remove", coded, "A")
    assert kept(run, coded, "searches") == ["Z"]
    assert run("search-edit", coded, "Nothing", "--name", "x").code == 4
    assert run("search-remove", coded, "A").sentence == "No search is kept as A."


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_matrix_that_is_kept_counts_the_same_anew(run, coded, undone, at, tmp_path):
    asked = ("--rows", "participants", "--columns", "framework:meco-2019", "--cell", "codings", "--where", "sector=GSA")
    undone("matrix-save", coded, "By person", *asked)
    for number in (1, 2):
        assert run("matrix", coded, "--saved", "by person", "-o", tmp_path / "kept.csv").code == 0
        assert run("matrix", coded, *asked, "-o", tmp_path / "said.csv").code == 0
        assert table(tmp_path / "kept.csv") == table(tmp_path / "said.csv")
        assert table(tmp_path / "kept.csv")[1][:2] == ["[participant 1]", str(number)]
        run("apply", coded, "Anne", *at("les vendeurs"), "C1")
    run("matrix", coded, "--saved", "By person", "--confidential", "show", "-o", tmp_path / "named.csv")
    assert table(tmp_path / "named.csv")[1][0] == "Anne"


def test_kept_matrices_are_listed_renamed_and_removed(run, coded, undone):
    run("matrix-save", coded, "One", "--rows", "documents", "--columns", "codes", "--confidential", "show")
    undone("matrix-save", coded, "Two", "--rows", "attribute:sector", "--columns", "codes", "--coder", "root")
    [one, two] = run("matrices", coded, "--json").json
    assert (one["matrix"], one["confidential"], one["coder"]) == ("One", "show", None)
    assert (two["rows"], two["confidential"], two["coder"]) == ("attribute:sector", "mask", "root")
    undone("matrix-edit", coded, "two", "--name", "Sectors")
    assert undone("matrix-remove", coded, "One").out == "One\n"
    assert run("matrices", coded).out == "Sectors\tattribute:sector\tcodes\tpassages\tboth\n"
    assert run("matrix-remove", coded, "One").sentence == "No matrix is kept as One."
    assert run("matrix-edit", coded, "One", "--name", "x").code == 4


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (2, ("search-save", "x", "(a")),
        (2, ("search-save", "x")),
        (4, ("search-save", "x", "a", "--code", "C9")),
        (4, ("search-save", "x", "a", "--code", "C1", "--code", "Tri")),
        (4, ("search-save", " ", "a")),
        (4, ("search-save", "x", "a", "--speaker", "Nobody")),
        (4, ("search-save", "x", "a", "--where", "sector=X")),
        (4, ("search-save", "x", "a", "--where", "confidential=yes")),
        (4, ("search-save", "x", "a", "--document", "Z")),
        (4, ("search-save", "x", "a", "--scope", "memos", "--code", "C9")),
        (2, ("search-edit", "x")),
        (2, ("matrix-save", "x", "--rows", "codes")),
        (2, ("matrix-save", "x", "--rows", "no", "--columns", "codes")),
        (4, ("matrix-save", "x", "--rows", "codes", "--columns", "framework:none")),
        (4, ("matrix-save", " ", "--rows", "codes", "--columns", "codes")),
    ],
)
def test_what_can_t_be_kept_is_said_and_nothing_is_written(run, coded, code, arguments):
    before = dump(coded)
    verb, *rest = arguments
    ran = run(verb, coded, *rest)
    assert (ran.code, bool(ran.sentence), ran.out) == (code, True, "")
    assert dump(coded) == before


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (2, ("search",)),
        (2, ("search", "a", "--saved", "x")),
        (2, ("search", "--saved", "x", "--code", "C1")),
        (2, ("search", "--saved", "x", "--scope", "memos")),
        (4, ("search", "--saved", "x")),
        (2, ("matrix", "-o", "x.csv")),
        (2, ("matrix", "--saved", "x", "--cell", "words", "-o", "x.csv")),
        (4, ("matrix", "--saved", "x", "-o", "x.csv")),
    ],
)
def test_saved_is_the_whole_of_what_is_asked(run, coded, code, arguments):
    verb, *rest = arguments
    ran = run(verb, coded, *rest)
    assert (ran.code, bool(ran.sentence), ran.out) == (code, True, "")

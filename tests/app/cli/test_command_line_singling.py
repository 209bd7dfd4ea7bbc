"""What re-identifies, from the command line: listed, kept, flagged, and said before anything is written."""

from __future__ import annotations

import pytest


@pytest.fixture
def people(run, small):
    """Return a project in which Anne alone is of luxury, and may not be named."""
    known = (
        ("Anne", "luxe", "--confidential"),
        ("Bea", "GSA", "--not-confidential"),
        ("Cleo", "GSA", "--confidential"),
    )
    for name, sector, secret in known:
        assert run("participant-add", small, name, "--set", f"secteur={sector}", secret).code == 0
    return small


def test_who_is_singled_out_is_listed_without_a_name_and_how_many_share_it_is_kept(run, people):
    [one] = run("singling", people, "--json").json
    assert (one["told"], one["have"], one["lifted"]) == ({"secteur": "luxe"}, 1, [["secteur"]])
    assert one["participant"].startswith("[participant")
    assert len(run("singling", people, "-k", "3", "--json").json) == 2
    assert len(run("singling", people, "--json").json) == 2
    assert run("singling", people, "-k", "1").code == 2
    assert run("singling", people, "--column", "secteur").err.endswith("2 confidential participants singled out.\n")


def test_it_is_said_before_a_table_is_written_and_no_longer_once_it_is_generalised(run, people, tmp_path):
    recipe = tmp_path / "made.toml"
    recipe.write_text('formats = ["csv"]\n[[part]]\nrows = "attribute:secteur"\ncolumns = "codes"\n', "utf-8")
    shown = run("singling", people, "--json").json[0]["participant"]
    said = f"What is told singles out {shown}; see: verbatim singling."
    asked = (
        ("interviews", people, "-o", tmp_path / "out.csv"),
        ("report", people, "--only", "interviews", "--format", "csv", "-o", tmp_path / "out"),
        ("matrix", people, "--rows", "attribute:secteur", "--columns", "codes", "-o", tmp_path / "matrix.csv"),
        ("iramuteq", people, "-o", tmp_path / "corpus.txt"),
        ("report", people, "--recipe", recipe, "-o", tmp_path / "made"),
        ("give-away", people, tmp_path / "given", "--key", tmp_path / "key.csv", "--as", "txt"),
    )
    for one in asked:
        assert said in run(*one).err, one[0]
    run("attribute-edit", people, "secteur", "--confidential", "hide")
    for one in asked:
        assert "singles out" not in run(*one).err, one[0]


def test_words_are_flagged_listed_warned_of_and_let_go(run, people, at, tmp_path, undone):
    place = at("parcours client")
    undone("telltale", people, "Anne", *place, "--kind", "figure", "--note", "she alone says so")
    [one] = run("telltales", people, "--json").json
    assert (one["document"], one["kind"], one["note"]) == ("Anne", "figure", "she alone says so")
    assert (one["start"], one["end"]) == tuple(place)
    assert f"{place[0]}–{place[1]} (figure)" in run("quote", people, "Anne", *place).err
    run("excerpt", people, "Anne", *place, "C1")
    assert "Words that single out are printed" in run("verbatims", people, "-o", tmp_path / "out.md").err
    undone("telltale-remove", people, "Anne", *place)
    assert run("telltale-remove", people, "Anne", *place).code == 4
    assert "single out" not in run("verbatims", people, "-o", tmp_path / "out.md").err


def test_memos_that_say_flagged_words_are_warned_of(run, people, at, tmp_path):
    place = at("parcours client")
    run("telltale", people, "Anne", *place)
    run("memo", people, "project", "--text", "Rien de cela.")
    assert "single out" not in run("memos", people, "-o", tmp_path / "memos.md").err
    run("memo", people, "project", "--text", "Elle parle de « Parcours  client ».")
    assert f"{place[0]}–{place[1]} (phrase)" in run("memos", people, "-o", tmp_path / "memos.docx").err
    assert f"{place[0]}–{place[1]} (phrase)" in run("memos", people, "--json").err

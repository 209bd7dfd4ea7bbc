"""Recipes by the command line: kept, shown, renamed, removed and undone; made, and told when they are stale."""

from __future__ import annotations

import pytest

TEXT = (
    'language = "en"\nformats = ["md"]\nappendix = []\n\n[[part]]\ntable = "tree"\n\n[[part]]\ntable = "interviews"\n'
)


@pytest.fixture
def coded(run, small, at, tmp_path):
    """Code an answer, and keep a recipe; return the project."""
    run("apply", small, "Anne", *at("parcours client"), "Parcours", "--new")
    run("participant-add", small, "Anne", "--tie", "Anne")
    (tmp_path / "Mine.toml").write_text(TEXT, "utf-8")
    assert run("recipe-add", small, tmp_path / "Mine.toml").sentence == "2 parts."
    return small


def test_recipes_are_kept_shown_renamed_and_removed(run, coded, undone, tmp_path):
    assert run("recipe-show", coded, "mine").out == TEXT
    undone("recipe-add", coded, "appendix", "--name", "Annexes")
    undone("recipe-edit", coded, "Annexes", "--name", "Annexes 2")
    found = run("recipes", coded, "--json").json
    assert [(one["recipe"], one["kept"]) for one in found[:2]] == [("Annexes 2", "project"), ("Mine", "project")]
    assert {one["recipe"] for one in found if one["kept"] == "shipped"} >= {"appendix", "model-study"}
    assert run("recipes", coded).out.splitlines()[1] == "Mine\tproject\t2"
    path = tmp_path / "out.toml"
    assert run("recipe-show", coded, "appendix", "-o", path).out == f"{path}\n"
    assert run("recipe-show", coded, "Annexes 2").body == path.read_bytes()
    undone("recipe-remove", coded, "Annexes 2")
    assert run("recipe-remove", coded, "appendix").sentence.startswith("appendix ships with the program")


def test_a_recipe_that_can_not_be_read_is_refused_with_its_line(run, coded, tmp_path):
    (tmp_path / "bad.toml").write_text(f"{TEXT}\n[[part]]\ntable = 'moons'\n", "utf-8")
    ran = run("recipe-add", coded, tmp_path / "bad.toml")
    assert (ran.code, ran.sentence.startswith("Line 12: moons is not known as table; say one of codebook")) == (4, True)
    assert run("recipe-show", coded, "Mines").sentence == "No recipe is kept as Mines; is Mine meant?"


def test_a_recipe_is_made_and_told_when_it_is_stale(run, coded, tmp_path, at):
    out = tmp_path / "out"
    ran = run("report", coded, "--recipe", "Mine", "-o", out)
    files = [out / name for name in ("01-tree.md", "02-interviews.md", "manifest.json")]
    assert (ran.code, ran.out.splitlines()) == (0, list(map(str, files)))
    assert ran.sentence == "2 files written, and the manifest."
    assert run("report", coded, "--check", out).out == "01-tree.md\tsame\n02-interviews.md\tsame\n"
    run("apply", coded, "Anne", *at("On priorise"), "Tri", "--new")
    ran = run("report", coded, "--check", out)
    assert (ran.code, ran.out) == (1, "01-tree.md\tstale\n02-interviews.md\tsame\n")
    assert ran.err == "The study has changed since: 1 change.\n1 file of 2 would be otherwise now.\n"
    found = run("report", coded, "--check", out, "--json").json
    assert (found["fresh"], found["changes"], found["files"]["01-tree.md"]) == (False, 1, "stale")


def test_a_recipe_of_a_file_some_parts_and_another_language(run, coded, tmp_path):
    asked = ("report", coded, "--recipe", tmp_path / "Mine.toml", "-o", tmp_path / "out")
    ran = run(*asked, "--only", "interviews", "--language", "fr")
    assert ran.out.splitlines()[0] == str(tmp_path / "out" / "02-interviews.md")
    assert "# Entretiens" in (tmp_path / "out" / "02-interviews.md").read_text("utf-8")
    assert run("report", coded, "--check", tmp_path / "out").code == 0
    assert run(*asked, "--only", "moons").code == 2
    ran = run(*asked, "--language", "fr", "--language", "en")
    assert [path.name for path in sorted((tmp_path / "out").iterdir())] == ["en", "fr", "manifest.json"]
    assert run("report", coded, "-o", tmp_path / "out", "--language", "fr", "--language", "en").code == 2
    ran = run("report", coded, "--recipe", "agreement-alone.toml", "-o", tmp_path / "out")
    assert (ran.code, "can't be read" in ran.sentence) == (4, True)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--recipe", "Mine"), 2, "Missing option '-o'"),
        (("--recipe", "Mine", "-o", "OUT", "--set", "A"), 2, "--set: a recipe says that itself"),
        (("--recipe", "Mine", "-o", "OUT", "--confidential", "show"), 2, "--confidential"),
        (("--recipe", "Mines", "-o", "OUT"), 4, "is Mine meant"),
        (("--check", "OUT"), 4, "Nothing that a recipe made"),
        (("-o", "OUT", "--json"), 2, "--json goes with --check"),
    ],
)
def test_what_can_not_be_is_said(run, coded, tmp_path, arguments, code, words):
    out = str(tmp_path / "out")
    ran = run("report", coded, *(out if one == "OUT" else one for one in arguments))
    assert (ran.code, words in ran.sentence) == (code, True), ran.err
    assert not (tmp_path / "out").exists()

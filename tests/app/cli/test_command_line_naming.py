"""Names found, hidden, refused and shown again by the command line, and out of every file that is written."""

from __future__ import annotations

import zipfile

import pytest

from corpus.people import vault
from corpus.store.project import Project


@pytest.fixture
def said(run, small, tmp_path):
    (tmp_path / "Mado.txt").write_text(
        "INT: Et ?\nR: Chez Optiméride, à Quimper, Gallet attend. C'est tout.\n", "utf-8"
    )
    assert run("import", small, tmp_path / "Mado.txt").code == 0
    assert run("apply", small, "Mado", "13", "54", "C1").code == 0
    return small


def key(file):
    with Project.open(file, writable=False) as project, project.read() as session:
        return {one.name: one.replacement for one in vault.read(session).hidden}


def test_names_are_listed_with_the_words_around_them(run, said):
    found = {one["name"]: one for one in run("names", said, "--json").json}
    assert {"Optiméride", "Quimper", "Gallet"} <= set(found)
    assert (found["Quimper"]["kind"], found["Quimper"]["count"]) == ("place", 1)
    assert "Chez Optiméride, à Quimper" in found["Quimper"]["said"]
    ran = run("names", said, "--limit", "1")
    assert len(ran.out.splitlines()) == 1
    assert "more; --limit shows them." in ran.err


def test_each_name_gets_its_own_replacement_unless_they_are_ones(run, said, undone):
    undone("pseudonymise", said, "Gallet", "Quimper", "--kind", "place")
    found = key(said)
    assert found["Gallet"] != found["Quimper"]
    assert run("pseudonymise", said, "Optiméride", "Opti", "--kind", "firm", "--same").code == 0
    assert key(said)["Optiméride"] == key(said)["Opti"]
    assert {one["name"] for one in run("pseudonyms", said, "--json").json} == {
        "Gallet",
        "Quimper",
        "Optiméride",
        "Opti",
    }


def test_what_is_no_name_is_not_listed_again_and_a_name_can_be_shown_again(run, said, undone):
    undone("no-name", said, "Quimper")
    assert "Quimper" not in [one["name"] for one in run("names", said, "--json").json]
    assert run("pseudonymise", said, "Gallet").code == 0
    undone("pseudonym-remove", said, "gallet")
    assert run("pseudonym-remove", said, "gallet").sentence == "gallet is not in the vault."


def test_neither_names_nor_both_names_and_a_list(run, said, tmp_path):
    for given in ((), ("Gallet", "--from", tmp_path / "x.csv")):
        assert run("pseudonymise", said, *given).code == 2


def words_of(path):
    """Return what a file says, taken out of its container."""
    if path.suffix != ".docx":
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as whole:
        return " ".join(whole.read(name).decode("utf-8", "replace") for name in whole.namelist())


def test_a_hidden_name_is_in_no_file(run, said, tmp_path):
    for name in ("Optiméride", "Quimper", "Gallet"):
        assert run("pseudonymise", said, name, "--kind", "place").code == 0
    for ending in ("csv", "html", "md", "docx"):
        out = tmp_path / f"out.{ending}"
        assert run("verbatims", said, "-o", out).code == 0
        written = words_of(out).casefold()
        assert "attend" in written
        assert not any(name in written for name in ("optim", "quimper", "gallet"))

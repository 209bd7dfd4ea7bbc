"""Taking over what a framework says since a newer version ships, on the command line."""

from __future__ import annotations

import pytest

from app.cli import growing
from coding import permits
from coding.codebook import frameworks_files
from tests.app.cli.conftest import make_small


@pytest.fixture(autouse=True)
def _older(monkeypatch):
    """Let projects hold the first version of the seven capabilities."""
    with monkeypatch.context() as then:
        then.setattr(frameworks_files, "find", lambda key: frameworks_files.former(key, "1"))
        then.setattr(frameworks_files, "crosswalks", lambda: frameworks_files.former_crosswalks("1"))
        yield then


@pytest.fixture
def small(tmp_path):
    return make_small(tmp_path)


@pytest.fixture
def older(_older, small):
    _older.undo()
    return small


def test_what_changed_is_listed_and_nothing_is_written(run, older):
    assert run("code-edit", older, "C2", "--definition", "Trier.").code == 0
    listed = run("framework-update", older, "meco-2019", "--json").json
    by_name = {one["name"]: one for one in listed}
    assert by_name["C1.name"]["mine"] == "Analyse de l'expérience client"
    assert by_name["C1.name"]["shipped"] == "Capacité d’analyse de l’expérience client"
    assert [one["name"] for one in listed if one["own"]] == ["C2.definition"]
    lines = run("framework-update", older, "meco-2019").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == list(by_name)
    assert all(len(line.split("\t")) == 5 for line in lines)


def test_taking_over_all_or_some(run, older, undone):
    assert run("code-edit", older, "C1", "--definition", "À moi.").code == 0
    assert undone("framework-update", older, "meco-2019", "--take", "C2.name").out.split() == ["C2.name"]
    assert run("undo", older, "--yes").code == 0
    taken = undone("framework-update", older, "meco-2019", "--yes")
    assert "C1.definition" not in taken.out.split()
    assert "C1.name" in taken.out.split()
    assert run("framework-update", older, "meco-2019").sentence == "meco-2019 says what ships."
    assert run("undo", older, "--yes").code == 0
    assert "C1.definition" in undone("framework-update", older, "meco-2019", "--all", "--json").json
    assert run("framework-update", older, "meco-2019", "--yes", "--all").code == 2
    assert run("undo", older, "--yes").code == 0
    assert undone("framework-update", older, "meco-2019", "--none").sentence.startswith("0 changes taken over")


def test_side_by_side_for_a_person(run, older, monkeypatch, capsys):
    monkeypatch.setattr(growing.sys, "stdout", Terminal(growing.sys.stdout))
    monkeypatch.setenv("COLUMNS", "60")
    growing._list_differences(older, "meco-2019", False, permits.AS_AGREED)
    shown = capsys.readouterr().out
    assert "C1.name · changed" in shown
    assert "In the project               │ As it ships" in shown


class Terminal:
    """A standard output that says it is a terminal."""

    def __init__(self, stream):
        self._stream = stream

    def isatty(self):
        return True

    def __getattr__(self, name):
        return getattr(self._stream, name)

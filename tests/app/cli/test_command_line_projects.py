"""Projects by the command line: making, opening, holding, undoing, checking."""

from __future__ import annotations

import csv
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.store.project import Project

ROOT = Path(__file__).resolve().parents[3]


def test_new_makes_a_project_with_a_framework(run, tmp_path):
    ran = run("new", tmp_path / "étude", "--name", "L'étude", "--language", "en", "--framework", "meco-2019")
    assert ran.code == 0
    path = Path(ran.out.strip())
    assert path == tmp_path / "étude.verbatim"
    with Project.open(path, writable=False) as project:
        assert (project.info().name, project.info().language) == ("L'étude", "en")
    assert [code["code"] for code in run("codes", path, "--json").json] == [f"C{n}" for n in range(1, 8)]


def test_new_with_an_unknown_framework_leaves_nothing(run, tmp_path):
    ran = run("new", tmp_path / "a.verbatim", "--framework", "meco-2020")
    assert ran.code == 4
    assert "meco-2020" in ran.sentence
    assert list(tmp_path.iterdir()) == []


def test_new_does_not_overwrite(run, small):
    before = small.read_bytes()
    ran = run("new", small)
    assert (ran.code, "exists already" in ran.sentence) == (4, True)
    assert small.read_bytes() == before


@pytest.mark.parametrize("body", [None, b"", b"hello", b"SQLite format 3\x00" + b"\x00" * 100])
@pytest.mark.parametrize("verb", [["documents"], ["undo"], ["search", "a"], ["check", "--json"]])
def test_what_is_no_project_exits_3(run, tmp_path, body, verb):
    path = tmp_path / "no.verbatim"
    if body is not None:
        path.write_bytes(body)
    ran = run(verb[0], path, *verb[1:])
    assert ran.code == 3
    assert "no.verbatim" in ran.sentence
    assert ran.body == b""


def test_a_held_project_can_be_read_and_not_written(run, small, at):
    with Project.open(small, coder="Paul Durand"):
        assert [d["document"] for d in run("documents", small, "--json").json] == ["Anne"]
        assert run("search", small, "parcours", "--json").json["total"] == 1
        ran = run("apply", small, "Anne", *at("parcours client"), "C1")
        assert ran.code == 3
        assert "Paul Durand" in ran.sentence
    assert run("apply", small, "Anne", *at("parcours client"), "C1").code == 0


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["nonsense"], "nonsense"),
        (["apply", "a.verbatim", "Anne", "x", "3", "C1"], "x"),
        (["matrix", "a.verbatim", "--rows", "days", "--columns", "codes", "-o", "m.csv"], "days"),
        (["matrix", "a.verbatim", "--rows", "codes", "--columns", "framework:", "-o", "m.csv"], "framework:"),
        (["matrix", "a.verbatim", "--rows", "codes", "--columns", "codes", "-o", "m.doc"], "m.doc"),
        (["matrix", "a.verbatim", "--rows", "codes", "--columns", "codes"], "--out"),
        (["search", "a.verbatim", "q", "--where", "sector"], "sector"),
        (["judge", "a.verbatim", "Anne", "1", "3", "A", "C1"], "--undecided"),
        (["link", "a.verbatim", "A", "C1", "--all", "--one-by-one"], "--all"),
        (["codes-export", "a.verbatim", "a.pdf"], "a.pdf"),
        (["new"], "FILE"),
    ],
)
def test_wrong_usage_exits_2_with_one_sentence(run, arguments, word):
    ran = run(*arguments)
    assert ran.code == 2
    assert word in ran.sentence
    assert "--help" in ran.sentence


def test_undo_and_redo_across_processes(small, at):
    def verbatim(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "app", *map(str, arguments)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)

    span = at("Le stock n'est jamais juste")
    assert verbatim("code-add", small, "Irritants").returncode == 0
    assert verbatim("apply", small, "Anne", *span, "Irritants").returncode == 0
    undone = verbatim("undo", small)
    assert (undone.returncode, undone.stdout.startswith("Undid: Apply code")) == (0, True)
    assert verbatim("undo", small).stdout.startswith("Undid: Add code")
    assert verbatim("redo", small).stdout.startswith("Redid: Add code")
    assert verbatim("redo", small).stdout.startswith("Redid: Apply code")
    last = verbatim("redo", small)
    assert (last.returncode, last.stderr) == (4, "There is nothing to redo.\n")


def test_another_coders_change_is_undone_and_redone_on_demand_alone(run, small, at):
    run("apply", small, "Anne", *at("On priorise"), "C2", "--coder", "Zoé")
    for verb, done, mine, theirs in (("undo", "Undid", "Bo", "Zoé"), ("redo", "Redid", "Zoé", "Bo")):
        refused = run(verb, small, "--coder", mine)
        assert (refused.code, refused.out) == (4, "")
        assert refused.sentence.startswith("“Apply code” of 20")
        assert refused.sentence.endswith(f" is {theirs}'s and not {mine}'s; give --yes to {verb} it all the same.")
        assert run(verb, small, "--coder", mine, "--yes").out.startswith(f"{done}: Apply code ({theirs}, ")


def test_history_tells_who_did_what(run, small, at, tmp_path):
    run("apply", small, "Anne", *at("On priorise"), "C2", "--coder", "Zoé")
    run("undo", small, "--yes")
    assert run("history", small, "-o", tmp_path / "h.csv").out == f"{tmp_path / 'h.csv'}\n"
    with (tmp_path / "h.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["label"] for row in rows] == [
        "New project",
        "Add framework",
        "Import document",
        "Apply code",
        "Apply code",
    ]
    assert (rows[3]["coder"], rows[3]["kind"], rows[4]["kind"]) == ("Zoé", "edit", "undo")
    assert rows[4]["reverts"] == rows[3]["change"]


def test_check_finds_a_sound_project_sound(run, study):
    ran = run("check", study, "--json")
    assert (ran.code, ran.json) == (0, {"sound": True, "faults": []})


def test_check_finds_what_was_altered(run, small, at):
    run("apply", small, "Anne", *at("On priorise"), "C2")
    with sqlite3.connect(small) as database:
        database.execute("UPDATE content SET body = x'41'")
        database.execute("DROP TRIGGER log_coding_update")
        database.execute("DROP TRIGGER log_passage_update")
        database.execute('UPDATE coding SET "end" = 99999')
        database.execute("PRAGMA foreign_keys=OFF")
        database.execute("CREATE TRIGGER stranger AFTER INSERT ON coding BEGIN SELECT 1; END")
        database.execute("UPDATE passage SET document_id = 77 WHERE id = 1")
    database.close()
    ran = run("check", small, "--json")
    assert ran.code == 1
    assert not ran.json["sound"]
    assert {fault["kind"] for fault in ran.json["faults"]} == {"text", "original", "trigger", "span", "relation"}
    assert any("stranger" in fault["fault"] for fault in ran.json["faults"])


def test_an_unexpected_error_is_one_sentence_and_a_log_without_words(run, small, monkeypatch):
    from corpus import documents

    def broken(*_: object) -> None:
        raise RuntimeError("what Anne said in confidence")

    monkeypatch.setattr(documents, "listed", broken)
    ran = run("documents", small)
    assert ran.code == 4
    log = Path(ran.sentence.rpartition(" in ")[2].rstrip("."))
    written = log.read_text("utf-8")
    assert "RuntimeError" in written
    assert "broken" in written
    assert "confidence" not in written + ran.err


def test_json_is_utf8_in_any_locale(small):
    done = subprocess.run(
        [sys.executable, "-m", "app", "codes", str(small), "--json"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    assert "l’expérience client" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("verb", ["documents", "text", "codes"])
def test_light_verbs_do_not_import_what_is_heavy(small, verb):
    code = (
        "import sys; from app.cli import main; main(sys.argv[1:]); "
        "sys.stderr.write(' '.join({name.partition('.')[0] for name in sys.modules}))"
    )
    arguments = [verb, str(small), *(["Anne"] if verb == "text" else [])]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    heavy = {"PySide6", "spacy", "sklearn", "scipy", "docx", "openpyxl", "lxml", "bs4", "whoosh", "pypdfium2", "jinja2"}
    assert set(done.stderr.split()) & heavy == set()
    assert done.stdout


def test_a_pipe_that_closes_early_is_no_error(study):
    shell = f'"{sys.executable}" -m app search "{study}" "*" | head -n 1'
    done = subprocess.run(shell, shell=True, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


def test_a_point_in_a_projects_name_is_no_ending(run, tmp_path):
    assert run("new", tmp_path / "Etude v1.2").out == f"{tmp_path / 'Etude v1.2.verbatim'}\n"


@pytest.mark.parametrize(
    "verb", [["history"], ["codes-export"], ["matrix", "--rows", "documents", "--columns", "codes"]]
)
def test_an_output_whose_name_is_too_long_is_said(run, small, tmp_path, verb):
    name = tmp_path / f"{'x' * 300}.csv"
    ran = run(*verb[:1], small, *verb[1:], *([name] if verb == ["codes-export"] else ["-o", name]))
    assert (ran.code, ran.out) == (4, "")
    assert "File name too long" in ran.sentence
    assert "Something went wrong" not in ran.sentence


@pytest.mark.parametrize("place", ["x" * 300, "nowhere/x"])
def test_a_pdf_that_cannot_be_written_is_told_by_its_own_name(run, small, tmp_path, place):
    ran = run("print", small, "Anne", "-o", tmp_path / f"{place}.pdf")
    assert (ran.code, ran.out) == (4, "")
    assert ran.sentence.startswith(f"{tmp_path / place}.pdf can't be written: ")


def test_a_project_whose_name_is_too_long_is_said(run, tmp_path):
    assert run("new", tmp_path / ("x" * 300)).code == 4
    ran = run("documents", tmp_path / ("x" * 300))
    assert ran.code == 3
    assert ran.sentence.startswith("There is no file ")

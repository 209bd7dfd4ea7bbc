"""Names that are no valid Unicode, on the command line: said in a sentence or cleaned, and the rest goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD = "a\ud800b\udce9"
FILE = "a\udce9"  # what a command line can hand on of a name in Latin-1
CRASH = "Something went wrong"


def _odd(folder: Path, stem: bytes) -> Path:
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + stem))
    try:
        path.write_text("EVE : Bonjour, on parle des clients.\n", "utf-8")
    except OSError:
        pytest.skip("this disk takes names in UTF-8 alone")
    return path


def test_a_file_whose_name_is_no_unicode_comes_in_with_the_others(run, tmp_path):
    study = tmp_path / "study.verbatim"
    assert run("new", study).code == 0
    (tmp_path / "in").mkdir()
    _odd(tmp_path / "in", b"caf\xe9.txt")
    _odd(tmp_path / "in", b"bad\xff.pdf")
    (tmp_path / "in" / "other.txt").write_text("BOB : Et des vendeurs.\n", "utf-8")
    ran = run("import", study, tmp_path / "in", "--json")
    assert ran.code == 1
    assert sorted((record["status"], record["document"] or "") for record in ran.json) == [
        ("imported", "café"),
        ("imported", "other"),
        ("refused", ""),
    ]
    assert CRASH not in ran.err
    assert run("text", study, "café").out.startswith("EVE")


@pytest.mark.parametrize(
    "arguments",
    [
        ("code-add", BAD, "--definition", BAD),
        ("code-add", "x", "--framework", BAD),
        ("code-edit", BAD, "--name", "x"),
        ("code-edit", "Budget", "--name", BAD),
        ("code-move", BAD, "--under", BAD),
        ("code-merge", BAD, BAD),
        ("code-remove", BAD),
        ("memo", "project", "--text", BAD, "--title", BAD),
        ("memo", f"code:{BAD}", "--text", "x"),
        ("memo", f"document:{BAD}", "--text", "x"),
        ("memo", f"participant:{BAD}", "--text", "x"),
        ("memo", BAD, "--text", "x"),
        ("apply", "Anne", "0", "4", BAD),
        ("apply", BAD, "0", "4", "Budget"),
        ("uncode", BAD, "0", "4", BAD),
        ("excerpt", "Anne", "0", "4", BAD),
        ("text", BAD),
        ("link", BAD, BAD),
        ("link", "Budget", "C1", "--because", BAD),
        ("judge", "Anne", "0", "4", BAD, BAD, "--in"),
        ("search", BAD),
        ("search", f"/{BAD}/"),
        ("search", f'"{BAD}"'),
        ("search", f"code:{BAD}"),
        ("search", "*", "--code", BAD),
        ("search", "*", "--speaker", BAD),
        ("search", "*", "--where", f"{BAD}={BAD}"),
        ("search", "*", "--document", BAD),
        ("framework", BAD),
        ("suggest", "--document", BAD),
        ("suggest", "--framework", BAD),
        ("matrix", "--rows", f"attribute:{BAD}", "--columns", "codes", "-o", "m.csv"),
        ("matrix", "--rows", f"framework:{BAD}", "--columns", "codes", "-o", "m.csv"),
        ("matrix", "--rows", "documents", "--columns", "codes", "-o", f"{FILE}.csv"),
        ("verbatims", "--code", BAD, "-o", "v.csv"),
        ("codings-import", FILE),
        ("codes-import", FILE + ".csv"),
        ("participants", FILE),
        ("import", FILE),
        ("import", FILE + ".txt", "--encoding", BAD),
        ("accept", "Anne", "0", "4", BAD),
        ("undo", "--coder", BAD),
        ("code-add", "y", "--coder", BAD),
        ("history", "-o", f"{FILE}.csv"),
        ("codings-export", f"{FILE}.csv"),
    ],
    ids=lambda arguments: f"{arguments[0]}",
)
def test_no_verb_fails_on_an_argument_that_is_no_unicode(run, small, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    run("code-add", small, "Budget")
    verb, *rest = arguments
    ran = run(verb, small, *rest)
    assert CRASH not in ran.err, ran.err
    assert "Traceback" not in ran.err
    assert ran.code in (0, 1, 2, 4)


def test_a_terminal_that_knows_ascii_alone_is_no_reason_to_fail(small, tmp_path):
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C", "LOGNAME": "Ren\udce9"}
    for verb in (["code-add", str(small), "Idée 🙂"], ["codes", str(small)], ["documents", str(small), "--json"]):
        ran = subprocess.run([sys.executable, "-m", "app", *verb], env=environment, capture_output=True, check=False)
        assert (ran.returncode, b"Traceback" in ran.stderr) == (0, False), ran.stderr


def test_the_log_takes_any_name(tmp_path, monkeypatch):
    import logging

    from app import logs

    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])  # what pytest takes down could not be sent to its other process
    logs.start()
    logging.getLogger("app").error("a name: %s", BAD)
    for handler in root.handlers:
        handler.close()
    assert "a name: a\\ud800b\\udce9" in logs.path().read_text("utf-8")


def test_settings_keep_a_folder_of_any_name(tmp_path):
    from app.settings import Settings

    Settings(tmp_path / "settings.json").set("import_folder", "/tmp/caf\udce9")
    assert Settings(tmp_path / "settings.json").get("import_folder") == "/tmp/caf\udce9"

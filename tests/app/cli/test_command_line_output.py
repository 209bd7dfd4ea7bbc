"""What goes where: results, messages, progress."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import output
from tests.waiting import HANG_S

ROOT = Path(__file__).resolve().parents[3]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("watched", "slow", "drawn"), [(True, True, True), (True, False, False), (False, True, False)])
def test_progress_is_drawn_for_a_person_who_waits(monkeypatch, watched, slow, drawn):
    stream = Terminal() if watched else io.StringIO()
    monkeypatch.setattr(output, "_SHOW_AFTER_S", -1 if slow else HANG_S)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with output.progress_bar("Importing") as progress:
        progress(0, 3, "one")
        progress(1, 3, "two [b]")
        progress(3, 3, "")
    assert ("Importing" in stream.getvalue()) == drawn


def test_a_table_has_columns_for_a_person_and_tabs_for_a_program(monkeypatch, capsys):
    rows = [("Anne", 12), ("Bé", 3)]
    output.tell_table(("who", "words"), rows)
    assert capsys.readouterr().out == "Anne\t12\nBé\t3\n"
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("NO_COLOR", "1")
    output.tell_table(("who", "words"), rows)
    assert screen.getvalue() == "who   words\nAnne  12\nBé    3\n"


def test_a_search_where_no_cache_can_be_kept_says_so_and_finds_all_the_same(small):
    nowhere = "/proc/nowhere" if sys.platform.startswith("linux") else str(small)
    done = subprocess.run(
        [sys.executable, "-m", "app", "search", str(small), "parcours"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "XDG_CACHE_HOME": nowhere, "TMPDIR": nowhere},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "parcours client" in done.stdout
    assert "in memory only" in done.stderr


def test_the_version_is_told(run):
    ran = run("--version")
    assert ran.code == 0
    assert ran.out.startswith("verbatim ")

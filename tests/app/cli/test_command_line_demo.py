"""The demo from end to end, in processes of its own."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def demo(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "app", "demo", "--no-window", "--out", str(folder), *more],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    (folder / "mine.csv").write_text("mine", "utf-8")
    return folder, demo(folder)


def test_the_demo_does_the_whole_job(done):
    folder, ran = done
    assert ran.returncode == 0, ran.stderr
    for name in (
        "sample-study.verbatim",
        "participants-x-meco-2019.csv",
        "documents-x-codes.csv",
        "verbatims.csv",
        "verbatims.docx",
        "verbatims.html",
        "codebook.docx",
        "codings.csv",
        "history.csv",
        "suggestions.json",
    ):
        assert str(folder / name) in ran.stdout
        assert (folder / name).stat().st_size > 0
    with (folder / "participants-x-meco-2019.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header[1:] == [f"C{n}" for n in range(1, 8)]
    assert all(any(row[column] != "0" for row in rows) for column in range(1, 8))
    assert "parcours client" in ran.stdout
    assert json.loads((folder / "suggestions.json").read_text("utf-8"))


def test_pictures_are_drawn_or_it_is_said_why(done):
    folder, ran = done
    pictures = sorted((folder / "pictures").glob("*.png"))
    assert pictures or "All is done but the pictures of the window." in ran.stderr
    assert all(str(picture) in ran.stdout for picture in pictures)


def test_a_second_run_keeps_the_project_and_what_is_not_its_own(done):
    folder, _ = done
    (folder / "history.csv").write_text("old", "utf-8")
    again = demo(folder, "--no-pictures")
    assert again.returncode == 0, again.stderr
    assert len(list(folder.glob("*.verbatim"))) == 1
    assert (folder / "mine.csv").read_text("utf-8") == "mine"
    assert (folder / "history.csv").read_text("utf-8").startswith("change,")


def test_a_broken_project_is_left_alone_and_another_built(tmp_path, run):
    (tmp_path / "sample-study.verbatim").write_text("no project", "utf-8")
    ran = demo(tmp_path, "--no-pictures")
    assert ran.returncode == 0, ran.stderr
    assert not (tmp_path / "pictures").exists()
    assert "Another is made beside it." in ran.stderr
    assert (tmp_path / "sample-study.verbatim").read_text("utf-8") == "no project"
    assert run("check", tmp_path / "sample-study-2.verbatim").code == 0


def test_a_folder_that_can_t_be_made_exits_4(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    ran = demo(tmp_path / "file" / "under")
    assert ran.returncode == 4
    assert ran.stderr.count("\n") == 1

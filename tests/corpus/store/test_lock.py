"""One writer at a time, told in a sentence, and no lock that outlives its holder."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.errors import ProjectError, ProjectLocked
from corpus.store.lock import holder, lock_path
from corpus.store.project import Project
from tests.corpus.support import asked, empty_project, started
from tests.waiting import HANG_S

HOLD = """
import sys
from pathlib import Path
from corpus.model import Code
from corpus.store.project import Project
project = Project.open(Path(sys.argv[1]), coder=sys.argv[2])
with project.change("Add code") as session:
    session.add(Code(name="kept"))
print("held", flush=True)
sys.stdin.read()
project.close()
"""
TRY = """
import sys
from pathlib import Path
from corpus.errors import ProjectLocked
from corpus.store.project import Project
try:
    Project.open(Path(sys.argv[1]), coder="Bo").close()
except ProjectLocked as error:
    print(error)
"""


@contextmanager
def held(path: Path, coder: str = "Zoé") -> Iterator[subprocess.Popen[str]]:
    """Let a process of its own hold the project until the block ends."""
    process = started(HOLD, path, coder)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n", process.communicate()[1]
        yield process
    finally:
        if process.poll() is None:
            process.communicate(timeout=HANG_S)


def test_a_second_process_is_refused_and_told_who_holds_the_project(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    with held(path) as process:
        with pytest.raises(ProjectLocked) as refused:
            Project.open(path, coder="Bo")
        note = refused.value.values
        assert (note["coder"], note["pid"], note["host"]) == ("Zoé", str(process.pid), socket.gethostname())
        assert str(refused.value) == (
            f"study.verbatim is being written by Zoé (process {process.pid} on {socket.gethostname()}, "
            f"since {note['at']}); close it there first."
        )
        with Project.open(path, writable=False) as reader:
            assert [step.label for step in reader.history()] == ["New project", "Add code"]
    with Project.open(path) as writer:
        assert writer.undo().label == "Add code"


def test_this_process_refuses_another_and_itself(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    with Project.open(path, coder="Ada"):
        with pytest.raises(ProjectLocked, match=f"being written by Ada \\(process {os.getpid()} on "):
            Project.open(path)
        out, err = started(TRY, path).communicate(timeout=HANG_S)
        assert out.startswith("study.verbatim is being written by Ada"), err
    assert not lock_path(path).exists()


def test_a_killed_holder_does_not_block(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    with held(path) as process:
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=HANG_S)
    assert lock_path(path).exists()
    with Project.open(path, coder="Bo") as project:
        assert asked(path, "SELECT name FROM code") == [("kept",)]
        assert holder(path)["coder"] == "Bo"
        step = project.undoable()
        assert step is not None
        assert not step.own


@pytest.mark.parametrize(
    "note", [b"", b"{", b"[]", b"7", b"\xff", b'{"coder": "Eve", "host": "h", "pid": 1, "at": "x"}']
)
def test_a_lock_file_left_by_a_crash_does_not_block(tmp_path: Path, note: bytes) -> None:
    path = empty_project(tmp_path)
    lock_path(path).write_bytes(note)
    with Project.open(path, coder="Ada"):
        assert json.loads(lock_path(path).read_bytes())["coder"] == "Ada"
    assert not lock_path(path).exists()


def test_a_holder_without_a_note_is_refused_in_a_sentence_all_the_same(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    with Project.open(path):
        lock_path(path).write_bytes(b"7")
        with pytest.raises(ProjectLocked, match="is being written by another process; close it there first"):
            Project.open(path)


def test_a_link_to_the_project_is_the_same_project(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    link = tmp_path / "elsewhere" / "link.verbatim"
    link.parent.mkdir()
    link.symlink_to(path)
    with Project.open(path), pytest.raises(ProjectLocked):
        Project.open(link)


def test_the_lock_is_given_back_where_the_project_turns_out_damaged(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    for _ in range(2):
        with pytest.raises(ProjectError, match="is damaged"):
            Project.open(path)
    assert not lock_path(path).exists()


def test_a_folder_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    path = empty_project(tmp_path)
    # A folder in the lock's place refuses to be opened as a file, whoever asks.
    lock_path(path).mkdir()
    with pytest.raises(ProjectError, match=r"study\.verbatim can't be written: its folder does not allow it\."):
        Project.open(path)
    with Project.open(path, writable=False) as reader:
        assert reader.info().name == "study"

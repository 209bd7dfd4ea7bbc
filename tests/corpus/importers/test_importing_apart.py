"""The process that reads files: whatever one of them makes of it, the others come in, and nothing is left behind."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import pytest

from corpus import documents, importers, importing
from corpus.drafts import Draft
from corpus.errors import Cancelled, ImportFailed
from corpus.importers.reader_process import ARGUMENT, DraftFile, Drafts
from corpus.store.project import Project
from tests.corpus.importers.lines import Endless
from tests.corpus.importers.made_files import zipped
from tests.corpus.importers.misbehaving import Acts
from tests.corpus.support import ROOT, empty_project
from tests.waiting import HANG_S, until

TOO_LONG = "{} takes too long to read: it is damaged, or has to be split."
TOO_MUCH = "{} takes too much memory: it is damaged, or has to be split."
UNEXPECTED = "{} can't be read: it is damaged, or holds what nobody expected."
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither these modes nor these bounds")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder where drafts are put."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def talks(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text(f"Q: Qui parle ?\n\nR: C'est moi, {path.stem}.\n", "utf-8")
    return paths


def read(drafts: Drafts, path: Path, **asked: Any) -> Draft:
    """Return the one draft that a file makes."""
    (kept,) = drafts.read(path, **asked)
    assert isinstance(kept, DraftFile)
    return kept.load()


def acting(*acts: str) -> Any:
    """Return a language that is none."""
    return Acts(*acts)


def test_a_draft_is_what_the_importer_makes_of_the_file(tmp_path: Path, temporary: Path) -> None:
    one, two = talks(tmp_path, "un.txt", "deux.md")
    with Drafts() as drafts:
        found = list(drafts.read_all([one, tmp_path / "none.txt", two], language="en"))
        assert isinstance(found[1], ImportFailed)
        assert str(found[1]) == f"There is no file {tmp_path / 'none.txt'}."
        kept = [each.load() for each in found if isinstance(each, DraftFile)]
        assert kept == [importers.read(path, language="en") for path in (one, two)]
        (again,) = drafts.read(one, encoding="cp1252")
        assert isinstance(again, DraftFile)
        assert again.load().encoding == "cp1252"
    assert list(temporary.iterdir()) == []


@posix
def test_drafts_are_for_their_person_alone(tmp_path: Path, temporary: Path) -> None:
    with Drafts() as drafts:
        drafts.read(talks(tmp_path, "un.txt")[0])
        modes = {path.is_dir(): stat.S_IMODE(path.stat().st_mode) for path in temporary.rglob("*")}
    assert modes == {True: 0o700, False: 0o600}


@posix
@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("loop", TOO_LONG),
        ("fill", TOO_MUCH),
        *((act, UNEXPECTED) for act in ("exit", "fail", "recurse", "abort", "end")),
    ],
)
def test_whatever_a_file_does_it_alone_is_lost(tmp_path: Path, act: str, sentence: str) -> None:
    paths = talks(tmp_path, "avant.txt", "pendant.txt", "après.txt")
    with Project.open(empty_project(tmp_path)) as project:
        outcomes = importing.import_files(project, paths, language=acting("behave", act, "behave"))
        assert [outcome.reason for outcome in outcomes] == [None, sentence.format("pendant.txt"), None]
        assert [info.name for info in documents.listed(project)] == ["après", "avant"]


@posix
def test_who_only_looks_whether_to_go_on_gains_no_time_by_it(tmp_path: Path) -> None:
    path = tmp_path / "a.endless"
    path.write_text("x")
    with Drafts() as drafts, pytest.raises(ImportFailed, match=TOO_LONG.format(path.name)):
        drafts.read(path, language=cast(Any, Endless()))


def test_what_a_library_prints_is_not_taken_for_an_answer(tmp_path: Path) -> None:
    with Drafts() as drafts:
        assert read(drafts, talks(tmp_path, "un.txt")[0], language=acting("babble")).name == "un"


@posix
@pytest.mark.parametrize(("act", "sentence"), [("loop", TOO_LONG), ("fill", TOO_MUCH), ("fail", UNEXPECTED)])
def test_whatever_a_file_of_an_archive_does_it_alone_is_lost(tmp_path: Path, act: str, sentence: str) -> None:
    path = tmp_path / "tout.zip"
    path.write_bytes(zipped({f"{n}.txt": f"Q: Qui parle ?\n\nR: Moi, {n}.\n" for n in range(3)}))
    with Drafts() as drafts:
        found = drafts.read(path, language=acting("behave", act, "behave"))
        said = [one.load().name if isinstance(one, DraftFile) else str(one) for one in found]
    assert said == ["0", sentence.format("1.txt"), "2"]


def test_reading_an_archive_stops_between_its_files(tmp_path: Path) -> None:
    path = tmp_path / "tout.zip"
    path.write_bytes(zipped({f"{n}.txt": "oui" for n in range(3)}))
    seen: list[str] = []

    def stop() -> None:
        seen.append("looked")
        raise Cancelled

    with Drafts() as drafts, pytest.raises(Cancelled):
        drafts.read(path, stop)
    assert seen == ["looked"]


@pytest.mark.parametrize("act", ["loop", "rest"])
def test_reading_stops_at_once_and_leaves_nothing(tmp_path: Path, temporary: Path, act: str) -> None:
    paths = talks(tmp_path, "un.txt", "deux.txt")
    asked: list[str] = []

    def stop(done: int, total: int, doing: str = "") -> None:
        asked.append(doing)
        if asked.count("deux.txt") > 1:
            raise Cancelled

    with Drafts() as drafts:
        with pytest.raises(Cancelled):
            list(drafts.read_all(paths, progress=stop, language=acting("behave", act)))
        assert read(drafts, paths[1]).name == "deux"
    assert list(temporary.iterdir()) == []


def test_the_log_says_where_and_never_what(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), Drafts() as drafts, pytest.raises(ImportFailed):
        drafts.read(talks(tmp_path, "Mme Petit.txt")[0], language=acting("fail"))
    (said,) = caplog.messages
    assert said.startswith("a file could not be read: RuntimeError in ")
    assert "misbehaving.py" in said
    assert "interview" not in said
    assert "Petit" not in said


def test_one_process_reads_all_until_one_ends_it(tmp_path: Path) -> None:
    path, *_ = talks(tmp_path, "un.txt")
    with Drafts() as drafts:
        read = []
        for act in ("behave", "fail", "behave", "end", "behave"):
            with suppress(ImportFailed):
                drafts.read(path, language=acting(act))
            read.append(drafts._reader and drafts._reader.process.pid)
    assert read[0] == read[1] == read[2]
    assert read[3] is None
    assert read[4] not in (None, read[0])


def test_drafts_go_also_when_the_program_is_killed(tmp_path: Path, temporary: Path) -> None:
    script = (
        "import os, sys, tempfile; from pathlib import Path; tempfile.tempdir = sys.argv[2]\n"
        "from corpus.importers.reader_process import Drafts\n"
        "drafts = Drafts(); drafts.read(Path(sys.argv[1])); print(os.listdir(sys.argv[2])); sys.stdout.flush()\n"
        "os.kill(os.getpid(), 9)\n"
    )
    command = [sys.executable, "-c", script, str(talks(tmp_path, "un.txt")[0]), str(temporary)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=HANG_S)
    assert "verbatim-" in done.stdout, done.stderr
    until(lambda: not any(temporary.iterdir()))


def test_a_module_of_that_name_beside_the_files_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("corpus", "pickle", "zipfile"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('run from the folder')")
    with Drafts() as drafts:
        assert read(drafts, talks(tmp_path, "un.txt")[0]).name == "un"


def test_the_frozen_program_reads_with_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from corpus.importers import reader_process

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reader_process._command("/kept") == [sys.executable, ARGUMENT, "/kept"]
    monkeypatch.setattr(reader_process, "_command", lambda folder: [sys.executable, "-m", "app", ARGUMENT, folder])
    with Drafts() as drafts:
        assert read(drafts, talks(tmp_path, "un.txt")[0]).name == "un"

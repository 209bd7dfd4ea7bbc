"""Nothing that the program writes for itself may be read by others, under any umask."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coding.exports import saving
from corpus import documents, private
from corpus.search.index import SearchIndex
from corpus.store import schema
from corpus.store.lock import lock_path
from corpus.store.project import Project
from tests.corpus.support import draft, told

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the profile sees to it")


@pytest.fixture(params=[0o022, 0o000, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def modes(folder: Path) -> dict[str, str]:
    """Return the files and folders below that others may do anything with."""
    return {path.name: oct(mode(path)) for path in folder.rglob("*") if mode(path) & 0o077}


def test_a_project_with_all_that_lies_beside_it_is_its_persons_alone(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "study.verbatim"
    with Project.create(path) as project:
        documents.add(project, [draft("a", "b")])
        beside = {file.name for file in tmp_path.iterdir()}
        assert beside == {path.name, f"{path.name}-wal", f"{path.name}-shm", lock_path(path).name}
        assert modes(tmp_path) == {}
    assert mode(path) == 0o600


@pytest.mark.parametrize("given", [0o600, 0o640, 0o664])
def test_what_lies_beside_a_project_is_as_open_as_the_project_itself(tmp_path: Path, umask: int, given: int) -> None:
    path = tmp_path / "study.verbatim"
    Project.create(path).close()
    before = schema.FORMAT - 1
    told(path, f"PRAGMA user_version={before}")
    path.chmod(given)
    schema.upgrade(path, {before: ""})
    assert mode(path.with_name(f"study (format {before} backup).verbatim")) == given
    with Project.open(path) as project:
        documents.add(project, [draft("a", "b")])
        assert {mode(file) for file in tmp_path.glob("study.verbatim*")} == {given}
        assert mode(lock_path(path)) & ~given == 0


def test_the_index_is_its_persons_alone_and_one_of_before_becomes_so(tmp_path: Path, umask: int) -> None:
    with Project.create(tmp_path / "study.verbatim") as project:
        caches = tmp_path / "caches"
        documents.add(project, [draft("a", "words to be found")])
        index = SearchIndex.of(project, caches)
        index.catch_up(project)
        assert len(list(index.folder.iterdir())) > 3
        assert modes(tmp_path) == {}
        for path in (index.folder, index.folder / "stamp.json"):
            path.chmod(0o755)
        documents.add(project, [draft("b", "other words")])
        SearchIndex.of(project, caches).catch_up(project)
        assert modes(tmp_path) == {}


def test_a_folder_is_made_with_those_above_it_and_closed(tmp_path: Path, umask: int) -> None:
    private.folder(tmp_path / "a" / "b")
    assert (mode(tmp_path / "a"), mode(tmp_path / "a" / "b")) == (0o700, 0o700)
    (tmp_path / "a").chmod(0o755)
    private.folder(tmp_path / "a")
    assert mode(tmp_path / "a") == 0o700


def test_what_a_person_exports_is_as_open_as_they_wish(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "out.csv"
    saving.written(path, b"1")
    assert mode(path) == 0o666 & ~umask
    path.chmod(0o600)
    saving.written(path, b"2")
    assert (mode(path), path.read_bytes()) == (0o600, b"2")

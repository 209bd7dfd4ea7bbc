"""The import job: read all, write once, and leave nothing behind where it is stopped."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import documents, importing
from corpus.errors import Cancelled
from corpus.importing import Outcome
from corpus.search.index import SearchIndex
from corpus.store.project import Changes, Project
from tests.corpus.support import asked, dump, empty_project

TALK = "INT: Comment suivez-vous le parcours client ?\n\n{name}: On le suit en magasin, {name} le dit.\n"
STORED = ("content", "change", "change_row", "meta", "state", "model", "open_change", "sqlite_sequence")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three interviews, one of them in a folder below, and three files that can't be read."""
    made = tmp_path / "entretiens"
    (made / "deuxième").mkdir(parents=True)
    (made / "anne.txt").write_text(TALK.format(name="ANNE"), "utf-8")
    (made / "bea.md").write_text("---\nlieu: Lyon\n---\n" + TALK.format(name="BEA"), "utf-8")
    (made / "deuxième" / "anne.txt").write_text(TALK.format(name="CHLOÉ"), "utf-8")
    (made / "empty.txt").write_bytes(b"")
    (made / "broken.docx").write_bytes(b"PK\x03\x04broken")
    (made / "scan.pdf").write_bytes(b"%PDF-1.4 nothing")
    (made / "notes.xyz").write_bytes(b"left out")
    return made


def everything(project: Project) -> object:
    """Return every row of every table, the watched and the others."""
    return dump(project.path), {table: asked(project.path, f"SELECT * FROM {table}") for table in STORED}


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def said(outcomes: list[Outcome]) -> dict[str, tuple[str, str | None]]:
    return {outcome.path.name: (outcome.status, outcome.document) for outcome in outcomes}


def test_a_folder_comes_in_as_one_change_and_bad_files_are_named(project: Project, folder: Path) -> None:
    heard: list[Changes] = []
    project.subscribe(heard.append)
    told: list[tuple[int, int, str]] = []
    outcomes = importing.import_files(project, [folder], progress=lambda *step: told.append(step))
    assert [outcome.path.relative_to(folder).as_posix() for outcome in outcomes] == [
        "anne.txt",
        "bea.md",
        "broken.docx",
        "deuxième/anne.txt",
        "empty.txt",
        "notes.xyz",
        "scan.pdf",
    ]
    assert [outcome.status for outcome in outcomes] == [
        "imported",
        "imported",
        "refused",
        "imported",
        "refused",
        "refused",
        "refused",
    ]
    assert [outcome.document for outcome in outcomes if outcome.document] == [
        "entretiens anne",
        "bea",
        "deuxième anne",
    ]
    for outcome in outcomes:
        assert (outcome.key is None) == (outcome.status == "refused") == (outcome.reason is not None)
        if outcome.reason is not None:
            assert outcome.path.name in outcome.reason
            assert outcome.reason.endswith(".")
    steps = list(dict.fromkeys(told))  # one that takes a while is told again
    assert [(done, total) for done, total, _ in steps] == [(n, 7) for n in range(8)]
    assert [doing for _, _, doing in steps][:2] == ["anne.txt", "bea.md"]
    assert [(changes.label, changes.kind) for changes in heard] == [("Import documents", "import")]
    assert [info.name for info in documents.listed(project)] == ["bea", "deuxième anne", "entretiens anne"]
    project.undo()
    assert documents.listed(project) == []


def test_only_the_folder_itself_is_read_where_asked(project: Project, folder: Path) -> None:
    outcomes = importing.import_files(project, [folder], recursive=False)
    assert [outcome.status for outcome in outcomes].count("imported") == 2


def test_again_all_are_duplicates_and_nothing_is_written(project: Project, folder: Path) -> None:
    importing.import_files(project, [folder])
    (folder / "renamed.txt").write_bytes((folder / "anne.txt").read_bytes())
    before = everything(project)
    again = said(importing.import_files(project, [folder]))
    assert again["renamed.txt"] == ("duplicate", "entretiens anne")
    assert {status for status, _ in again.values()} == {"duplicate", "refused"}
    assert again["bea.md"] == ("duplicate", "bea")
    watched, stored = before  # type: ignore[misc]  # each has two parts
    now_watched, now_stored = everything(project)  # type: ignore[misc]  # each has two parts
    assert now_watched == watched
    assert all(now_stored[table] == stored[table] for table in STORED if table != "sqlite_sequence")


def test_all_bad_writes_nothing(project: Project, folder: Path) -> None:
    before = everything(project)
    bad = [folder / name for name in ("empty.txt", "broken.docx", "scan.pdf", "notes.xyz", "missing.txt")]
    outcomes = importing.import_files(project, bad)
    assert {outcome.status for outcome in outcomes} == {"refused"}
    assert len(outcomes) == len(bad)
    assert everything(project) == before
    assert project.undoable() is None


def test_no_files_is_no_work(project: Project, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    before = everything(project)
    assert importing.import_files(project, []) == []
    assert importing.import_files(project, [tmp_path / "bare"]) == []
    assert everything(project) == before


def test_a_single_file_is_told_in_the_singular(project: Project, folder: Path) -> None:
    importing.import_files(project, [folder / "anne.txt"])
    step = project.undoable()
    assert step is not None
    assert step.label == "Import document"


def test_language_and_encoding_are_as_asked(project: Project, folder: Path) -> None:
    path = folder / "old.txt"
    path.write_bytes("Café : déjà vu".encode("mac_roman"))
    (outcome,) = importing.import_files(project, [path], language="en", encoding="mac_roman")
    assert outcome.key is not None
    info = documents.get(project, outcome.key)
    assert (info.language, documents.text(project, outcome.key)) == ("en", "Café : déjà vu")
    (folder / "number.txt").write_text("12 34")
    (outcome,) = importing.import_files(project, [folder / "number.txt"])
    assert outcome.key is not None
    assert documents.get(project, outcome.key).language == project.info().language


class Stop:
    """Progress that stops the work when it is told for the `at`-th time."""

    def __init__(self, at: int) -> None:
        self.at, self.told = at, 0

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        if self.told == self.at:
            raise Cancelled
        self.told += 1


def test_stopped_at_any_point_nothing_is_left(
    project: Project, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_in = tmp_path / "kept"
    kept_in.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(kept_in))
    caches = tmp_path / "caches"
    importing.import_files(project, [folder / "bea.md"])
    index = SearchIndex.of(project, caches)
    assert index.catch_up(project)
    before, cached = everything(project), files_below(caches)
    assert cached
    heard: list[Changes] = []
    project.subscribe(heard.append)
    stopped = 0
    while True:
        try:
            importing.import_files(project, [folder], progress=Stop(stopped))
        except Cancelled:
            stopped += 1
            assert everything(project) == before
            assert files_below(caches) == cached
            assert not index.catch_up(project)
            assert not list(kept_in.iterdir())
            assert not project.busy
        else:
            break
    # Seven files, the end of reading, three drafts to count and to write; and again wherever a file takes a while.
    assert stopped >= 14
    assert len(heard) == 1
    assert [info.name for info in documents.listed(project)] == ["bea", "deuxième anne", "entretiens anne"]


def test_an_index_stopped_at_any_point_is_as_it_was(project: Project, folder: Path, tmp_path: Path) -> None:
    index = SearchIndex.of(project, tmp_path / "caches")
    importing.import_files(project, [folder / "bea.md"])
    index.catch_up(project)
    seen, known = index.change, set(index.view().keys.tolist())
    importing.import_files(project, [folder])
    stopped = 0
    while True:
        try:
            index.catch_up(project, progress=Stop(stopped))
        except Cancelled:
            stopped += 1
            assert index.change == seen
            assert set(SearchIndex.of(project, tmp_path / "caches").view().keys.tolist()) == known
        else:
            break
    assert stopped > 0
    assert set(index.view().keys.tolist()) == {passage.key for passage in documents.passages(project)}


def test_a_failure_on_the_way_leaves_nothing(project: Project, folder: Path) -> None:
    before = everything(project)

    def fail(done: int, total: int, doing: str = "") -> None:
        if done == 3:
            raise RuntimeError("the window is gone")

    with pytest.raises(RuntimeError):
        importing.import_files(project, [folder], progress=fail)
    assert everything(project) == before


def test_the_real_interviews_come_in(project: Project, shared: Path) -> None:
    folder = shared / "data" / "transcripts" / "fr" / "artisans_docx"
    outcomes = importing.import_files(project, sorted(folder.glob("*.docx"))[:3])
    assert [outcome.status for outcome in outcomes] == ["imported"] * 3
    for outcome in outcomes:
        assert outcome.key is not None
        assert documents.original(project, outcome.key) == outcome.path.read_bytes()
        text = documents.text(project, outcome.key)
        for passage in documents.passages(project, outcome.key):
            assert text[passage.start : passage.end].strip()
        assert {speaker.role for speaker in documents.speakers(project, outcome.key)} >= {"interviewer", "respondent"}

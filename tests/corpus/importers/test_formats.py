"""The register of formats: each ending has its reader, and a file may hold several documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus import documents, importers, importing
from corpus.drafts import Draft
from corpus.errors import ImportFailed
from corpus.store.project import Project
from tests.corpus.importers.lines import FORMAT, Registered
from tests.corpus.support import empty_project

REGISTERED = {
    ".csv": "survey", ".doc": "old word", ".docx": "word", ".eaf": "elan", ".epub": "epub", ".exb": "exmaralda",
    ".fodt": "odt", ".htm": "html", ".html": "html", ".json": "recogniser", ".markdown": "markdown",
    ".md": "markdown", ".odt": "odt", ".otr": "otranscribe", ".pdf": "pdf", ".rtf": "rtf", ".srt": "subtitles",
    ".textgrid": "praat", ".trs": "transcriber", ".tsv": "survey", ".txt": "plain", ".vtt": "subtitles",
    ".xlsx": "survey",
}  # fmt: skip


def test_every_ending_has_its_reader() -> None:
    assert {ending: each.importer for ending, each in importers.FORMATS.items()} == REGISTERED
    assert {*REGISTERED, ".zip"} == importers.SUFFIXES


@pytest.fixture
def of_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the ending .lines stand for a format with a document on each line."""
    monkeypatch.setitem(importers.FORMATS, ".lines", FORMAT)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


@pytest.mark.usefixtures("of_lines")
def test_a_file_of_several_documents_gives_a_draft_each(tmp_path: Path) -> None:
    path = tmp_path / "all.lines"
    path.write_text("Anne parle\n \nBea répond\n", "utf-8")
    first, empty, last = importers.read_all(path)
    assert isinstance(first, Draft)
    assert isinstance(last, Draft)
    assert [(each.name, each.text, each.part) for each in (first, last)] == [
        ("Anne", "Anne parle", "0"),
        ("Bea", "Bea répond", "2"),
    ]
    assert str(empty) == "all.lines holds no text."
    assert importers.read(path) == first


@pytest.mark.usefixtures("of_lines")
def test_a_file_without_any_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "none.lines").write_bytes(b"\n")
    (tmp_path / "bare.lines").write_bytes(b"\r")
    for name in ("none.lines", "bare.lines"):
        with pytest.raises(ImportFailed, match=f"{name} holds no text"):
            importers.read(tmp_path / name)


def test_each_part_of_a_file_comes_in_once(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "all.lines"
    path.write_text("Anne parle\nAnne parle\n \n", "utf-8")
    known: Any = Registered()
    for status in ("imported", "duplicate"):
        outcomes = importing.import_files(project, [path], language=known)
        assert [(each.status, each.document) for each in outcomes] == [
            (status, "Anne"),
            (status, "Anne (2)"),
            ("refused", None),
        ]
    assert [each.name for each in documents.listed(project)] == ["Anne", "Anne (2)"]
    project.undo()
    assert documents.listed(project) == []


def test_the_same_bytes_read_otherwise_are_no_duplicate(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes("été".encode("cp850"))
    (first,) = importing.import_files(project, [path], encoding="cp850")
    (again,) = importing.import_files(project, [path], encoding="cp1252")
    assert (first.status, again.status, again.document) == ("imported", "refused", "talk")
    assert again.reason == ("talk.txt is in the project as talk, read otherwise: replace it to have it read like this.")
    (same,) = importing.import_files(project, [path], encoding="cp850")
    assert same.status == "duplicate"

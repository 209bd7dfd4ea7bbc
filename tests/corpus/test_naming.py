"""Documents are called by their files, and by the folders where files share a name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus import naming
from corpus.drafts import Draft
from tests.corpus.support import draft


def file(path: str) -> Draft:
    made = Path("/study", path)
    return replace(draft(made.stem, "x"), path=made)


def named(*paths: str, **taken: str | None) -> list[str]:
    return naming.names(map(file, paths), taken)


def test_a_file_gives_its_name() -> None:
    assert named("Anne.txt", "deep/Bea.docx") == ["Anne", "Bea"]


def test_files_of_one_name_hold_as_many_folders_as_tell_them_apart() -> None:
    assert named("Anne/audio.vtt", "Bea/audio.vtt", "talk.txt") == ["Anne audio", "Bea audio", "talk"]
    assert named("Anne/zoom/audio.vtt", "Bea/zoom/audio.vtt") == ["Anne zoom audio", "Bea zoom audio"]
    assert named("Anne/audio.vtt", "Anne/2/audio.vtt") == ["Anne audio", "2 audio"]


def test_files_of_one_name_in_one_folder_are_numbered() -> None:
    assert named("Anne/audio.vtt", "Anne/audio.txt") == ["audio", "audio (2)"]
    assert named("Anne/audio.vtt", "Anne/audio.txt", "Bea/audio.vtt") == ["Anne audio", "Anne audio (2)", "Bea audio"]


def test_a_name_that_is_taken_is_told_apart_by_the_folder_where_that_is_another() -> None:
    assert named("Bea/audio.vtt", audio="study/Anne/audio.vtt") == ["Bea audio"]
    assert named("Bea/audio.vtt", audio=None) == ["Bea audio"]
    assert named("Anne/audio.txt", audio="study/Anne/audio.vtt") == ["audio (2)"]
    taken: dict[str, str | None] = {"audio": None, "Bea audio": None, "Bea audio (2)": None}
    assert naming.names([file("Bea/audio.vtt")], taken) == ["Bea audio (3)"]


def test_a_source_is_the_file_and_the_folders_it_was_in() -> None:
    assert naming.source(Path("/home/ada/study/Anne/audio.vtt")) == "study/Anne/audio.vtt"
    assert naming.source(Path("/audio.vtt")) == "audio.vtt"


def test_a_source_can_be_stored_whatever_bytes_its_name_is_made_of() -> None:
    assert naming.source(Path("/study/\udce9t\udce9/caf\udce9.txt")) == "study/été/café.txt"

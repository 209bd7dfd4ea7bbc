"""What was read and is not yet written: answered, read again, and written as it was shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import documents, importing, pending
from corpus.errors import Cancelled, SourceError
from corpus.importers.reader_process import Drafts
from corpus.pending import Pending
from corpus.previews import PreviewAnswers
from corpus.store.project import Project
from tests.corpus.support import empty_project
from tests.mixed_files import talk, written


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


@pytest.fixture
def drafts() -> Iterator[Drafts]:
    with Drafts() as opened:
        yield opened


def labels(one: Pending) -> list[str]:
    return [voice.label for voice in one.shown.voices]


def test_every_file_of_a_folder_is_told_of_and_twins_are_known(
    project: Project, drafts: Drafts, tmp_path: Path
) -> None:
    found = pending.read(drafts, written(tmp_path / "mixed"), documents.originals(project))
    status = {one.path.name[:2]: one.shown.status for one in found}
    assert len(found) == len(status) == 12
    assert (status["01"], status["04"], status["10"], status["11"]) == ("ready", "doubtful", "refused", "refused")
    assert (found[-1].shown.status, found[-1].shown.there) == ("duplicate", "01 Élodie, vendeuse")
    assert pending.ordered(found)[0].shown.asks


def test_what_was_answered_is_written_and_undone(project: Project, drafts: Drafts, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(talk() + "\nELODIE: Yes.\n", "utf-8")
    (tmp_path / "b.mp3").write_bytes(b"x")
    found = pending.read(drafts, [tmp_path / "a.txt", tmp_path / "b.mp3"], {})
    one = found[0].answer(PreviewAnswers().joined("ELODIE", "ÉLODIE")).with_role("ÉLODIE", "unknown")
    assert one.with_role("nobody", "unknown") is one
    outcomes = importing.write(project, [one, found[1].ready])
    assert [outcome.status for outcome in outcomes] == ["imported", "refused"]
    assert [(who.label, who.role) for who in documents.speakers(project)] == [
        ("INT", "interviewer"),
        ("ÉLODIE", "unknown"),
    ]
    assert one.shown.voices[1].turns == documents.speakers(project)[1].passages
    project.undo(project.undoable())
    assert documents.listed(project) == []


def test_a_file_read_again_keeps_its_place_and_its_answers(drafts: Drafts, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(talk("Anna", f"Person{name}", mark="{}, "), "utf-8")
    before = pending.read(drafts, sorted(tmp_path.iterdir()), {})
    assert [labels(one) for one in before] == [["Question"]] * 3  # no mark is understood, but who asks is
    before[1] = before[1].answer(PreviewAnswers().role("Anna", "respondent")).choose(False)
    asked = pending.asking(before[1].asked, {"speakers": r"(?P<speaker>\w+), "})
    after = pending.read_again(drafts, before, {before[1].path: asked}, {})
    assert [labels(one) for one in after] == [["Question"], ["Anna", "Personb"], ["Question"]]
    assert (after[1].shown.voices[0].role, after[1].wanted, after[1].changed) == ("respondent", False, True)
    assert not after[0].changed
    back = pending.asking(asked, {"speakers": None})
    assert (back, labels(pending.read_again(drafts, after, {after[1].path: back}, {})[1])) == ({}, ["Question"])


def test_a_bad_rule_is_refused_and_a_stopped_reading_leaves_all_as_it_was(drafts: Drafts, tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        pending.asking({}, {"speakers": "(?P<speaker>"})
    (tmp_path / "a.txt").write_text(talk(), "utf-8")
    found = pending.read(drafts, [tmp_path / "a.txt"], {})

    def stop(done: int, total: int, doing: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        pending.read_again(drafts, found, {found[0].path: {"split": "lines"}}, {}, progress=stop)
    assert found[0].load().passages


def test_a_twin_stays_a_twin_when_it_is_read_again(drafts: Drafts, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(talk(), "utf-8")
    found = pending.read(drafts, sorted(tmp_path.iterdir()), {})
    assert [one.shown.there for one in found] == [None, "a"]
    again = pending.read_again(drafts, found, {found[1].path: {"split": "lines"}}, {})
    assert [one.shown.there for one in again] == [None, "a"]


def test_what_is_in_the_project_comes_in_only_where_it_is_wanted_and_takes_its_place(
    project: Project, drafts: Drafts, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(talk(), "utf-8")
    (tmp_path / "b.txt").write_text(talk(), "utf-8")
    importing.write(project, pending.read(drafts, [tmp_path / "a.txt"], {}))
    before, there = documents.passages(project), documents.originals(project)
    one, twin = pending.read(drafts, [tmp_path / "a.txt", tmp_path / "b.txt"], there)
    assert [(each.written, each.comes_in) for each in (one, twin)] == [(True, False)] * 2
    [one] = pending.read_again(drafts, [one], {one.path: {"split": "lines"}}, there)
    assert one.comes_in, "who reads it otherwise wants it so"
    [outcome] = importing.write(project, [one], anew=True)
    assert (outcome.status, {passage.speaker for passage in documents.passages(project)}) == ("replaced", {""})
    project.undo(project.undoable())
    assert documents.passages(project) == before


def test_the_beginning_of_a_text_is_had_at_any_length(drafts: Drafts, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(talk(), "utf-8")
    [one] = pending.read(drafts, [tmp_path / "a.txt"], {})
    text, passages = one.beginning(200)
    assert text == talk()[:200]
    assert passages == tuple(passage for passage in one.load().passages if passage.start < 200)

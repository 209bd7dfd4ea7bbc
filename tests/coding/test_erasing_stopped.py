"""An erasing that is stopped, or finds the disk full as the file is written anew, says so and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding.moment.moment import Moment
from corpus import documents
from corpus.erasing import erasing, scanning
from corpus.errors import Cancelled, ProjectError
from corpus.people import participants
from corpus.store import checking, sqlite
from corpus.store.project import Project
from tests.coding.erasing_study import LUC, PLANTED, Planted, planted
from tests.coding.support import dump


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Planted]:
    with planted(tmp_path) as made:
        yield made


@pytest.mark.parametrize("at", [1, 4, 7])
def test_cancelled_at_any_step_all_is_as_before(study: Planted, at: int) -> None:
    before, body = dump(study.project), study.project.path.read_bytes()
    told = []

    def stop(*step: object) -> None:
        told.append(step)
        if len(told) == at:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        erasing.erase(study.project, study.luc, progress=stop)
    assert len(told) == at
    assert dump(study.project) == before
    assert study.project.path.read_bytes() == body, "nothing was written anew"
    assert {one.words for one in scanning.scan(study.project.path, PLANTED)} != set()
    erasing.erase(study.project, study.luc)
    assert LUC not in [one.name for one in participants.listed(study.project)]


def test_a_full_disk_as_the_file_is_written_anew_is_one_sentence_and_loses_nothing(
    study: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = pytest.importorskip("resource")
    project, written = study.project, sqlite.written_anew
    others = {key: documents.text(project, key) for name, key in study.documents.items() if name in ("Anne", "Paul")}

    def full(path: Path, then: str) -> bool:
        """Write it anew where no file may grow beyond half of what it is."""
        soft, hard = limits.getrlimit(limits.RLIMIT_FSIZE)
        limits.setrlimit(limits.RLIMIT_FSIZE, (path.stat().st_size // 2, hard))
        try:
            return written(path, then)
        finally:
            limits.setrlimit(limits.RLIMIT_FSIZE, (soft, hard))

    monkeypatch.setattr(sqlite, "written_anew", full)
    with pytest.raises(ProjectError) as told:
        erasing.erase(project, study.luc)
    monkeypatch.undo()
    assert str(told.value) in {
        f"study.verbatim may still hold what was taken out: {why}. Make room, and open it again."
        for why in ("database or disk is full", "disk I/O error")
    }
    assert LUC not in [one.name for one in participants.listed(project)], "what was erased is"
    assert {key: documents.text(project, key) for key in others} == others
    assert not checking.check(project)
    project.close()
    with Project.open(project.path) as again:
        assert scanning.scan(again.path, PLANTED, key=again.key) == [], "opened again, it is written anew"
        assert {one.key for one in Moment.of(again).documents} >= others.keys()

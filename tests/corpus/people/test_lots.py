"""Who may not be named is called by a number drawn by lot, which stays theirs and tells nothing of any order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import SystemRandom

import pytest
from sqlalchemy import select

from corpus.model import Organisation, Participant
from corpus.people import lots, organisations, participants
from corpus.store.project import Project
from tests.corpus.support import earlier_project, empty_project, told


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    monkeypatch.setattr(lots, "chance", SystemRandom())
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


def drawn(project: Project, table: type[Participant] | type[Organisation]) -> list[int | None]:
    with project.read() as session:
        return list(session.scalars(select(table.lot).order_by(table.id)))


def in_no_order(numbers: list[int | None]) -> bool:
    """Say whether rises are neither few nor many: outside by chance once in a million."""
    rises = sum(a < b for a, b in pairwise(numbers))  # type: ignore[operator]  # all have drawn
    return len(set(numbers)) == len(numbers) and 5 < rises < 24


def test_everybody_draws_a_number_that_is_theirs_alone(project: Project, tmp_path: Path) -> None:
    for n in range(15):
        participants.add(project, f"Personne {n}")
    table = tmp_path / "people.csv"
    table.write_text("name\n" + "\n".join(f"Autre {n}" for n in range(15)), "utf-8")
    participants.import_table(project, table)
    assert in_no_order(drawn(project, Participant))
    before = drawn(project, Participant)
    participants.import_table(project, table)
    assert drawn(project, Participant) == before


def test_every_organisation_does_likewise(project: Project) -> None:
    for n in range(30):
        organisations.add(project, f"Firme {n}")
    assert in_no_order(drawn(project, Organisation))


def test_a_number_comes_back_with_its_person(project: Project) -> None:
    key = participants.add(project, "Anne")
    before = drawn(project, Participant)
    participants.remove(project, [key])
    project.undo()
    assert drawn(project, Participant) == before


def test_people_of_an_earlier_format_draw_when_it_is_opened(tmp_path: Path) -> None:
    path = earlier_project(tmp_path, 2)
    told(
        path,
        *(
            f"INSERT INTO participant(name, confidential, position, uid) VALUES ('P{n}', 1, {n}, 'p{n}')"
            for n in range(30)
        ),
    )
    with Project.open(path, coder="Ada") as project:
        numbers = drawn(project, Participant)
        assert set(numbers) == set(range(1, 31))
        assert in_no_order(numbers)

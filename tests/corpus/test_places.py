"""Where a text stands in its file: small, whole again when read, and nothing at all where the bytes are another's."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import documents
from corpus.drafts import Draft
from corpus.places import PlacedLine, packed, unpacked
from corpus.store.project import Project
from tests.corpus.support import empty_project

NUMBERS = st.integers(0, 1 << 24)


@given(st.lists(st.builds(PlacedLine, NUMBERS, NUMBERS, NUMBERS, NUMBERS)))
def test_places_come_back_as_they_were(places: list[PlacedLine]) -> None:
    assert unpacked(packed(places)) == places


@pytest.mark.parametrize("data", [b"", b"{}", zlib.compress(b"123"), zlib.compress(bytes(20))])
def test_other_bytes_are_no_places(data: bytes) -> None:
    assert unpacked(data) == []


def test_lines_take_little_room() -> None:
    lines = [PlacedLine(90 * number, 89, number // 40, 90 * (number % 40)) for number in range(4000)]
    assert len(packed(lines)) < 100 * 100


def test_a_document_keeps_its_places(tmp_path: Path) -> None:
    places = [PlacedLine(0, 4, 1, 0), PlacedLine(5, 3, 2, 7)]
    kept = Draft(Path("a.pdf"), "a", "Rose rit", b"a", "application/pdf", "pdf", places=packed(places))
    bare = Draft(Path("b.txt"), "b", "Rose rit", b"b", "text/plain", "plain")
    with Project.open(empty_project(tmp_path), coder="Ada") as project:
        keys = [one.key for one in documents.add(project, [kept, bare])]
        assert [documents.places(project, key) for key in keys] == [places, []]
        project.undo()
        assert documents.listed(project) == []
        project.redo()
        assert documents.places(project, keys[0]) == places

"""Two thousand files broken at random: each is read, or refused in a sentence that says why."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus import importers
from tests import fuzzing

PARTS = 4
FILES = 2000


def test_every_format_is_mutated_and_whole_files_are_read(tmp_path: Path) -> None:
    whole = fuzzing.seeds()
    assert set(whole) == importers.SUFFIXES
    for suffix, data in whole.items():
        path = tmp_path / f"whole{suffix}"
        path.write_bytes(data)
        assert importers.read(path).passages, suffix


def test_a_number_gives_the_same_file_for_ever() -> None:
    assert list(fuzzing.files([7, 8])) == list(fuzzing.files([7, 8]))
    assert len({data for _, _, data in fuzzing.files(range(200))}) > 190


@pytest.mark.parametrize("part", range(PARTS))
def test_no_mutated_file_makes_the_importers_fail(tmp_path: Path, part: int) -> None:
    refusals: Counter[str] = Counter()
    failed = list(fuzzing.run(range(part, FILES, PARTS), tmp_path, refusals))
    assert [(found.seed, found.name, found.sentence) for found in failed] == []
    assert refusals["read"] > FILES // PARTS // 4

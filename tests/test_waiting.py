"""Tests wait for states, never for a while: what is late on a busy machine is no fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
SOURCES = [path for path in sorted(TESTS.rglob("*.py")) if "bench" not in path.parts and path != Path(__file__)]
SOURCES = [
    path for path in SOURCES if path.name not in ("screenshots.py", "view_scenes.py", "question_scenes.py")
]  # they test nothing


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        (r"qtbot\.wait\(|\bqWait\(|\bsleep\(", "wait for a state, with qtbot.waitUntil"),
        (r"\btimeout(_s|_ms)?=[\d.]", "leave the limit to qtbot, or take that of tests/waiting.py"),
        (r"\.(wait|join)\(\d{2,}|\.(wait|join)\([1-9]\)", "take the limit of tests/waiting.py"),
    ],
)
def test_no_test_waits_for_a_while(pattern: str, instead: str) -> None:
    lines = ((path, n, line) for path in SOURCES for n, line in enumerate(path.read_text("utf-8").splitlines(), 1))
    found = [f"{path.relative_to(TESTS)}:{n}" for path, n, line in lines if re.search(pattern, line)]
    assert found == [], instead

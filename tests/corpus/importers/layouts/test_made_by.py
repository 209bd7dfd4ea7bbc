"""What each tool writes comes in with everybody's words given to the right person, as the docs' table says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.importers.layouts import LAYOUTS
from tests.corpus.importers.layouts.drafted import drafted
from tests.corpus.importers.layouts.made_by import MADE, TALK, Made

PAGE = Path(__file__).resolve().parents[4] / "docs" / "transcripts.md"
FILES = [pytest.param(made, id=f"{tool} {made.name}") for tool, files in MADE.items() for made in files]


@pytest.mark.parametrize("made", FILES)
def test_everybody_is_given_their_own_words(tmp_path: Path, made: Made) -> None:
    draft = drafted(tmp_path, made.name, made.data)
    turns = [each for each in draft.passages if each.speaker] if made.names else list(draft.passages)
    found = [(each.speaker, draft.text[each.start : each.end]) for each in turns]
    assert found == [(made.names.get(who), words) for who, words in TALK]
    assert [each.start_ms for each in turns] == list(made.starts or [None] * len(TALK))
    assert made.above or len(turns) == len(draft.passages)


def test_the_table_in_the_docs_names_these_tools_and_files() -> None:
    rows = re.findall(r"^\| ([^|]+) \| (`[^|]+`) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    listed = {tool: re.findall(r"`\.(\w+)`", endings) for tool, endings in rows}
    made = {tool: [each.name.rpartition(".")[2] for each in files] for tool, files in MADE.items()}
    assert {tool: sorted(set(endings)) for tool, endings in made.items()} == {
        tool: sorted(endings) for tool, endings in listed.items()
    }


def test_layouts_are_tried_in_order() -> None:
    assert [name for name, _ in LAYOUTS] == ["captions", "tables", "chats", "tabs", "stamps"]

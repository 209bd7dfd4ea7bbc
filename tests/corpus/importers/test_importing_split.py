"""Texts cut where the person says: at paragraphs, blank lines or lines, and nobody speaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import importers
from corpus.importers import splitting, turns

TEXT = "INT: one\ntwo\n\n  ANNA: three  \n\nfour\n"


@pytest.mark.parametrize(
    ("split", "expected"),
    [
        ("blank-lines", ["INT: one\ntwo", "ANNA: three", "four"]),
        ("lines", ["INT: one", "two", "ANNA: three", "four"]),
        ("paragraphs", ["INT: one", "two", "ANNA: three", "four"]),
    ],
)
def test_a_text_is_cut_there_and_labels_are_words_like_others(
    tmp_path: Path, split: splitting.Split, expected: list[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    [draft] = importers.read_all(tmp_path / "a.txt", split=split)
    assert not isinstance(draft, importers.ImportFailed)
    assert [draft.text[one.start : one.end] for one in draft.passages] == expected
    assert draft.speakers == ()
    assert {one.speaker for one in draft.passages} == {None}


@given(st.text("ab: \n\t\u2029🙂", max_size=60), st.sampled_from(splitting.SPLITS))
def test_every_cut_is_in_order_holds_all_words_and_has_no_space_at_its_ends(text: str, split: splitting.Split) -> None:
    found = splitting.passages(text, list(turns.paragraphs(text)), split)
    pieces = [text[one.start : one.end] for one in found]
    assert all(piece and piece == piece.strip() for piece in pieces)
    assert [one.start for one in found] == sorted({one.start for one in found})
    assert "".join("".join(pieces).split()) == "".join(text.split())

"""What may stand in a name or a text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning import clean_line, clean_text, clean_title, file_title, in_place

ANYTHING = st.text(
    st.characters(exclude_categories=()) | st.sampled_from("\ud83d\udc80\udce9\x00\x1b\x85\u2028\ufffe\r\n\t\u0301")
)


@given(ANYTHING)
def test_all_that_comes_out_can_be_stored_and_stays_as_it_is(text: str) -> None:
    for clean in (clean_text, clean_title, clean_line, file_title):
        found = clean(text)
        assert found.encode().decode() == found
        assert unicodedata.is_normalized("NFC", found)
        assert not {c for c in found if unicodedata.category(c) == "Cc"} - {"\n", "\t"}
        assert not set("\ufffe\uffff") & set(found)
        assert clean(found) == found


@given(ANYTHING)
def test_names_stand_on_one_line(text: str) -> None:
    for clean in (clean_title, clean_line, file_title):
        assert len(clean(text).splitlines()) <= 1
        assert clean(text) == clean(text).strip()
    assert "  " not in clean_line(text)


@given(ANYTHING)
def test_in_place_no_offset_moves(text: str) -> None:
    found = in_place(text)
    assert len(found) == len(text)
    assert all(new in (old, "\ufffd") for old, new in zip(text, found, strict=True))
    assert "\x00" not in found
    assert found.encode().decode() == found


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("caf\udce9", "café"),  # a name that Windows wrote, unpacked on Linux
        ("\ud83d\udc80", "\U0001f480"),  # two halves that belong together, though the second looks like a stray byte
        ("half \ud83d", "half \ufffd"),
        ("e\u0301te\u0301", "été"),
        ("two  spaces", "two  spaces"),
        ("a\nb\x00c", "a b c"),
        (" \x01", "?"),
    ],
)
def test_file_names(written: str, kept: str) -> None:
    assert file_title(written) == kept


def test_line_ends_and_tabs_of_a_text_stay() -> None:
    assert clean_text("a\r\nb\rc\td") == "a\nb\nc\td"

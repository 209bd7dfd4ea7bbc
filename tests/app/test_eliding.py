"""Long names in little room: what differs is shown, whatever the names agree in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.eliding import MARK, Agreeing, apart, first_words, in_words

INTERVIEWS = [f"Interview {n:02d} with the {who}, corrected copy_B" for n in range(1, 14) for who in ("owner", "clerk")]
CODES = ["C1 Analysing what customers live through", "C2 Strategy for customers", "C3 Deploying for customers"]


@pytest.mark.parametrize("names", [INTERVIEWS, CODES, ["x" * 90 + letter + "y" * 90 for letter in "ABCDE"]])
@pytest.mark.parametrize("room", [24, 17, 11])
def test_no_two_names_are_shown_alike_and_none_is_too_long(names: list[str], room: int) -> None:
    shown = apart(names, room, len)
    assert len(set(shown)) == len(names)
    assert max(map(len, shown)) <= room


def test_what_all_share_goes_first_and_words_stay_whole_where_they_can() -> None:
    assert apart(INTERVIEWS, 24, len)[:2] == ["Interview 01…owner…B", "Interview 01…clerk…B"]
    assert apart(INTERVIEWS, 11, len)[:2] == ["…01…owner…", "…01…clerk…"]
    assert apart(CODES, 14, len) == ["C1 Analysing…", "C2 Strategy…", "C3 Deploying…"]


def test_a_name_that_fits_or_stands_alone_keeps_its_ends() -> None:
    assert apart(["short", *CODES], 9, len)[0] == "short"
    [shown] = apart(["One very long name of a single document"], 20, len)
    assert shown.startswith("One")
    assert shown.endswith("document")
    assert apart([], 9, len) == []


def test_a_name_of_no_list_is_shortened_all_the_same() -> None:
    agreeing = Agreeing(CODES)
    assert len(agreeing.shown("C9 A code that was made just now", 14, len)) <= 14
    assert agreeing.shown("C9 A code that was made just now", 14, len).startswith("C9")


def test_words_for_which_there_is_room_after_all_are_given_back_whole() -> None:
    names = [f"Anne-Marie of the Willow-Bridgehamptons {n:02d}" for n in range(3)]
    assert apart(names, 26, len)[1] == "Anne-Marie of the…01"


def test_a_word_with_a_hyphen_is_one_word_and_no_dash_is_left_at_the_mark() -> None:
    names = ["02 Head of cross-channel, frozen food", "07 Head of e-commerce, gardens", "09 Head of stores, eyewear"]
    for room in range(16, 36):
        for shown, name in zip(apart(names, room, len), names, strict=True):
            assert set(shown.replace("…", " ").replace(",", "").split()) <= set(name.replace(",", "").split())
    assert in_words("01 Head of stores — spoken to on a Saturday", 24, len) == "01 Head of…a Saturday"
    assert apart([f"interview-{n}-copy-of-the-corrected-text" for n in (1, 2)], 14, len)[0].startswith("interview-1")


def test_a_text_by_itself_is_never_cut_within_a_word() -> None:
    text = "What it's like to wait, in the shop, on a Saturday"
    for room in range(12, len(text)):
        for shown in (in_words(text, room, len), first_words(text, room, len)):
            assert len(shown) <= room
            assert all(
                word in text.replace(",", "").split() for word in shown.replace(MARK, " ").replace(",", "").split()
            )
    assert first_words(text, 20, len) == "What it's like to…"
    assert first_words(text, len(text), len) == in_words(text, len(text), len) == text


@given(st.lists(st.text(st.sampled_from("ab 1_-é…"), max_size=40), max_size=12), st.integers(2, 30))
def test_any_names_in_any_room(names: list[str], room: int) -> None:
    for name, shown in zip(names, apart(names, room, len), strict=True):
        assert len(shown) <= room
        assert shown == name or MARK in shown

"""The queue of suggestions, what is decided, and the clipping of examples; no window is needed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coding.suggest import queue
from coding.suggest.clipping import clipped, stems
from coding.suggest.queue import BY_CODE, BY_DOCUMENT, CODINGS, DEFINITION, Decided, Queue, QueueEntry, entries, key_of
from coding.suggest.records import PassageSuggestions, Suggestion

_PATTERN = Suggestion(
    0,
    0,
    0,
    "words",
    0,
    0.5,
    CODINGS,
    (),
    (),
    "model",
    0,
    (0, 0),
    0.5,
    0.0,
    0.0,
    "text",
    "definition",
)


def suggestion(document: int, start: int, code: int, score: float = 0.5, basis: str = CODINGS) -> Suggestion:
    return replace(
        _PATTERN,
        document=document,
        start=start + 1,
        end=start + 9,
        turn=(start, start + 9),
        code=code,
        score=score,
        basis=basis,
    )


def passage(
    document: int, start: int, *codes: int, defined: tuple[int, ...] = (), weaker: tuple[int, ...] = ()
) -> PassageSuggestions:
    return PassageSuggestions(
        document,
        start,
        start + 9,
        "words",
        start,
        tuple(suggestion(document, start, code, 0.9 - rank / 10) for rank, code in enumerate(codes)),
        tuple(suggestion(document, start, code, basis=DEFINITION) for code in defined),
        tuple(suggestion(document, start, code) for code in weaker),
    )


FOUND = [
    passage(2, 0, 7),
    passage(1, 50, 8, 7, defined=(9,)),
    passage(1, 0, 7, 8),
    passage(3, 5, defined=(9, 7)),
    passage(3, 20, weaker=(8, 9)),
]


def filled(order: str = BY_DOCUMENT, basis: str = CODINGS) -> Queue:
    made = Queue({1: 0, 2: 1, 3: 2}, {8: 0, 7: 1, 9: 2}, order)
    made.fill(entries(FOUND, basis, order))
    return made


def places(made: Queue) -> list[tuple[int, int, int | None]]:
    return [entry.place for entry in made.entries]


def test_by_document_goes_through_each_text_from_its_top() -> None:
    assert places(filled()) == [(1, 0, None), (1, 50, None), (2, 0, None)]


def test_by_code_like_stands_with_like_and_the_surest_first() -> None:
    assert places(filled(BY_CODE)) == [(1, 50, 8), (1, 0, 8), (1, 0, 7), (2, 0, 7), (1, 50, 7)]


def test_what_rests_on_definitions_is_never_mixed_with_what_was_measured() -> None:
    for order in (BY_DOCUMENT, BY_CODE):
        for basis in (CODINGS, DEFINITION):
            assert {one.basis for entry in filled(order, basis).entries for one in entry.offered} == {basis}
    assert places(filled(basis=DEFINITION)) == [(1, 50, None), (3, 5, None)]
    assert places(filled(basis=queue.WEAKER)) == [(3, 20, None)]


def test_a_decision_leaves_the_other_codes_of_the_passage_and_then_goes_on() -> None:
    made = filled()
    made.chosen = 1
    made.decide()
    assert made.suggestion == suggestion(1, 0, 7, 0.9)
    made.decide()
    assert made.current is not None
    assert made.current.place == (1, 50, None)
    made.step(1)
    made.decide()
    assert made.current is not None
    assert made.current.place == (1, 50, None)


def test_another_filling_keeps_the_place_and_the_choice() -> None:
    made = filled()
    made.step(1)
    made.chosen = 1
    kept = made.suggestion
    made.fill(entries([passage(1, 20, 7), *FOUND], CODINGS, BY_DOCUMENT))
    assert made.at == 2
    assert made.suggestion == kept
    made.fill(entries([FOUND[0], FOUND[2]], CODINGS, BY_DOCUMENT))
    assert made.current is not None
    assert made.current.place == (2, 0, None)
    made.fill([])
    assert made.current is None
    assert made.suggestion is None


def test_another_order_stays_at_the_passage() -> None:
    made = filled()
    made.step(1)
    made.order = BY_CODE
    made.fill(entries(FOUND, CODINGS, BY_CODE))
    assert made.current is not None
    assert made.current.place[:2] == (1, 50)
    made.order = BY_DOCUMENT
    made.fill(entries(FOUND, CODINGS, BY_DOCUMENT))
    assert made.current is not None
    assert made.current.place == (1, 50, None)


@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(0, 5), st.integers(7, 9)), unique=True),
    st.lists(st.sampled_from(["decide", "on", "back", "fill"])),
)
def test_whatever_is_done_the_place_is_one_of_the_queue(rows: list[tuple[int, int, int]], deeds: list[str]) -> None:
    found = [passage(document, start * 10, code) for document, start, code in rows]
    for order in (BY_DOCUMENT, BY_CODE):
        made = Queue({1: 2, 2: 0, 3: 1}, {7: 1, 8: 0}, order)
        made.fill(entries(found, CODINGS, order))
        for deed in deeds:
            left = len(made.entries)
            if deed == "decide":
                made.decide()
                assert len(made.entries) == max(0, left - 1)
            elif deed == "fill":
                made.fill(entries(found[::2], CODINGS, order))
            else:
                made.step(1 if deed == "on" else -1)
            assert (made.suggestion is None) == (not made.entries)
            assert 0 <= made.at <= max(0, len(made.entries) - 1)


def test_decided_ones_stay_out_until_undone() -> None:
    decisions = Decided()
    key = key_of(suggestion(1, 50, 8))
    decisions.add(("verdict", 4), key, passing=True)
    assert decisions.decided == decisions.passed == {key}
    left = entries(FOUND, CODINGS, BY_DOCUMENT, decisions.decided)
    assert [[one.code for one in entry.offered] for entry in left if entry.place[1] == 50] == [[7]]
    rows = {"verdict": frozenset({4}), "coding": frozenset({9})}
    assert decisions.heard(rows, "undo") == key
    assert not decisions.decided
    assert not decisions.passed
    assert decisions.heard(rows, "redo") is None
    assert decisions.decided == {key}
    assert decisions.heard({"coding": frozenset({4})}, "undo") is None
    assert decisions.decided == {key}


def test_what_was_passed_comes_again_when_asked_and_outlives_learning_anew() -> None:
    decisions = Decided()
    decisions.add(("coding", 1), (1, 0, 7), passing=False)
    decisions.add(("verdict", 2), (1, 0, 8), passing=True)
    decisions.keep_passing()
    assert decisions.decided == {(1, 0, 8)}
    decisions.show_passed()
    assert not decisions.decided
    assert not decisions.passed


def test_going_to_a_suggestion_chooses_it() -> None:
    made = filled()
    assert made.go_to((1, 50, 7))
    assert made.suggestion is not None
    assert made.suggestion.code == 7
    assert not made.go_to((1, 50, 9))
    assert made.current == QueueEntry(FOUND[1], FOUND[1].suggestions)


LONG = "Nobody came. " * 40 + "Then we drew the whole journey on a wall with the shop teams. " + "It rained. " * 40


def test_a_long_example_is_cut_to_where_the_words_are() -> None:
    pieces = clipped(LONG, stems(["journeys", "Walls"]), 120)
    text = "".join(text for text, _ in pieces)
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) <= 124
    assert [text for text, hit in pieces if hit] == ["journey"]
    assert "drew the whole journey on a wall" in text


def test_a_short_example_is_whole() -> None:
    assert clipped("We drew the journey.", stems(["journey"]), 120) == [
        ("We drew the ", False),
        ("journey", True),
        (".", False),
    ]
    assert clipped("", frozenset({"x"}), 10) == []
    assert clipped("Tenu au bout d'un fil", frozenset(), 14) == [("Tenu au bout", False), (" …", False)]


@given(st.text(max_size=300), st.lists(st.text(max_size=12), max_size=4), st.integers(10, 80))
def test_a_clipping_is_a_piece_of_the_text(text: str, words: list[str], most: int) -> None:
    pieces = clipped(text, stems([*words, text[5:25]]), most)
    said = "".join(piece for piece, _ in pieces)
    inner = said.removeprefix("… ") if said.startswith("… ") and not text.startswith("… ") else said
    inner = inner if inner in text else inner.removesuffix(" …")
    assert inner in text or said.removeprefix("… ").removesuffix(" …") in text
    assert len(said) <= most + 4

"""Places in documents: what is inside, what touches, what is held, and where a place goes when a text is edited."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import ColumnElement, func, select

from corpus import anchors, documents
from corpus.anchors import Anchor, Edit, Extent, box, stretch, whole, words
from corpus.errors import SpanOutside, UnknownDocument
from corpus.model import (
    Asking,
    Assertion,
    Bearing,
    Code,
    Coding,
    Draw,
    Drawn,
    Excerpt,
    Guide,
    Memo,
    MemoTarget,
    Passage,
    Pseudonym,
    Question,
    Replacement,
    Settlement,
    Telltale,
    Verdict,
)
from corpus.store.project import Project
from tests.corpus.support import draft, empty_project

EXTENT = Extent(100, 60_000)
GOOD = [
    (words(1, 0, 100), "words"),
    (whole(1), "whole"),
    (box(1, 3, 0, 0.5, 1, 0.5), "box"),
    (box(1, None, 0.1, 0.2, 0.9, 0.8), "box"),
    (stretch(1, 0, 60_000), "stretch"),
    (stretch(1, 5, 6, box(1, None, 0, 0, 1, 1)), "box during a stretch"),
]


@pytest.mark.parametrize(("anchor", "kind"), GOOD)
def test_a_place_inside_its_document_is_of_one_kind(anchor: Anchor, kind: str) -> None:
    assert anchor.kind == kind
    assert anchors.checked(anchor, EXTENT) is anchor
    assert anchors.inside(anchor, EXTENT)


@pytest.mark.parametrize(
    ("anchor", "why"),
    [
        (words(1, 5, 5), "The span 5–5 is empty."),
        (words(1, 9, 5), "The span 9–5 is empty."),
        (words(1, -1, 5), "The span -1–5 reaches outside the text, which has 100 characters."),
        (words(1, 90, 101), "The span 90–101 reaches outside the text, which has 100 characters."),
        (Anchor(1, 5), "A place is words, or a box"),
        (replace(words(1, 0, 5), page=2), "A place is words, or a box"),
        (replace(stretch(1, 0, 5), end=2), "A place is words, or a box"),
        (Anchor(1, page=2), "A box needs a corner"),
        (Anchor(1, x=0.0, y=0.0, width=1.0), "A box needs a corner"),
        (box(1, 0, 0, 0, 1, 1), "A box needs a corner"),
        (box(1, 1, 0.2, 0.2, 0, 0.5), "The box is empty."),
        (box(1, 1, 0.2, 0.2, math.nan, 0.5), "The box is empty."),
        (box(1, 1, math.nan, 0.2, 0.5, 0.5), "The box reaches outside its page"),
        (box(1, 1, -0.1, 0.2, 0.5, 0.5), "The box reaches outside its page"),
        (box(1, 1, 0.6, 0.2, 0.5, 0.5), "The box reaches outside its page"),
        (box(1, 1, 0.1, 0.2, 0.5, math.inf), "The box reaches outside its page"),
        (Anchor(1, start_ms=3), "A stretch of time needs a start and an end."),
        (stretch(1, 7, 7), "The stretch of time 7–7 ms is empty."),
        (stretch(1, -1, 7), "The stretch of time -1–7 ms reaches outside the recording."),
        (stretch(1, 1, 60_001), "The stretch of time 1–60001 ms reaches outside the recording."),
        (stretch(1, 1, 60_001, box(1, None, 0, 0, 1, 1)), "reaches outside the recording."),
    ],
)
def test_what_is_no_place_is_said(anchor: Anchor, why: str) -> None:
    with pytest.raises(SpanOutside) as said:
        anchors.checked(anchor, EXTENT)
    assert why in str(said.value)
    assert not anchors.inside(anchor, EXTENT)


def test_a_recording_of_unknown_length_has_no_end() -> None:
    assert anchors.inside(stretch(1, 0, 10**9), Extent(0))


PLACES = st.one_of(
    st.builds(words, st.just(1), st.integers(0, 9), st.integers(1, 10)),
    st.builds(stretch, st.just(1), st.integers(0, 9), st.integers(1, 10)),
    st.builds(
        lambda page, x, y: box(1, page, x / 10, y / 10, 0.2, 0.2),
        st.none() | st.integers(1, 2),
        st.integers(0, 8),
        st.integers(0, 8),
    ),
    st.just(whole(1)),
).filter(lambda anchor: anchors.inside(anchor, Extent(10)))


@given(PLACES, PLACES)
def test_touching_is_mutual_and_every_place_touches_itself_and_the_whole(a: Anchor, b: Anchor) -> None:
    assert anchors.touch(a, b) == anchors.touch(b, a)
    assert anchors.touch(a, a)
    assert anchors.touch(a, whole(1))
    assert not anchors.touch(a, replace(b, document=2))


@given(st.tuples(st.integers(0, 9), st.integers(0, 10)), st.tuples(st.integers(0, 9), st.integers(0, 10)))
def test_words_touch_where_they_share_a_character_and_times_where_they_share_a_moment(
    a: tuple[int, int], b: tuple[int, int]
) -> None:
    shared = bool(set(range(*a)) & set(range(*b)))
    if a[0] < a[1] and b[0] < b[1]:
        assert anchors.touch(words(1, *a), words(1, *b)) == shared
        assert anchors.touch(stretch(1, *a), stretch(1, *b)) == shared


def test_boxes_touch_on_one_page_and_at_one_time_alone() -> None:
    left, right, all_of_it = box(1, 1, 0, 0, 0.5, 1), box(1, 1, 0.5, 0, 0.5, 1), box(1, 1, 0, 0, 1, 1)
    assert anchors.touch(left, all_of_it)
    assert not anchors.touch(left, right)
    assert not anchors.touch(left, replace(all_of_it, page=2))
    assert anchors.touch(stretch(1, 0, 9, left), stretch(1, 8, 10, all_of_it))
    assert not anchors.touch(stretch(1, 0, 9, left), stretch(1, 9, 10, all_of_it))
    assert anchors.touch(stretch(1, 0, 9, left), stretch(1, 8, 10))
    assert not anchors.touch(left, words(1, 0, 9))


def test_a_place_holds_its_words() -> None:
    text = "Où ? 😀 là"
    assert anchors.text_of(words(1, 5, 6), text) == "😀"
    assert anchors.text_of(whole(1), text) == text
    assert anchors.text_of(box(1, 1, 0, 0, 1, 1), text) == anchors.text_of(stretch(1, 0, 1), text) == ""


@st.composite
def _passages(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Draw spans in order that don't overlap, some of them empty."""
    steps = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=8))
    ends = list(accumulate(gap + size for gap, size in steps))
    return [(end - size, end) for end, (_, size) in zip(ends, steps, strict=True)]


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda s: (s[0], sum(s))), max_size=6)


@given(_passages(), SPANS)
def test_spans_overlap_the_passages_that_looking_at_each_finds(
    passages: list[tuple[int, int]], spans: list[tuple[int, int]]
) -> None:
    starts, ends = [p[0] for p in passages], [p[1] for p in passages]
    table = np.array(passages, np.int64).reshape(-1, 2)
    many = anchors.overlapped_many(table[:, 0], table[:, 1], [s[0] for s in spans], [s[1] for s in spans])
    for n, (start, end) in enumerate(spans):
        wanted = [k for k, p in enumerate(passages) if p[0] < end and p[1] > start]
        assert list(anchors.overlapped(starts, ends, start, end)) == wanted
        assert list(range(*many[n])) == wanted
        half = range(len(passages) // 2, len(passages))
        assert list(anchors.overlapped(starts, ends, start, end, half)) == [k for k in wanted if k in half]
        assert anchors.touched(words(1, start, end), table).tolist() == wanted


@given(st.lists(st.tuples(st.integers(-1, 20), st.integers(0, 9)), max_size=8), st.integers(0, 20), st.integers(1, 9))
def test_a_time_touches_what_is_said_during_it_whoever_speaks_at_once(
    said: list[tuple[int, int]], start: int, lasting: int
) -> None:
    times = np.array([(at, at + more if at >= 0 else -1) for at, more in said], np.int64).reshape(-1, 2)
    spans = np.array([(n, n + 1) for n in range(len(said))], np.int64).reshape(-1, 2)
    wanted = [n for n, (a, b) in enumerate(times.tolist()) if a >= 0 and a < start + lasting and b > start]
    assert anchors.touched(stretch(1, start, start + lasting), spans, times).tolist() == wanted
    framed = stretch(1, start, start + lasting, box(1, None, 0, 0, 1, 1))
    assert anchors.touched(framed, spans, times).tolist() == wanted


def test_the_whole_touches_every_passage_and_a_box_none() -> None:
    spans = np.array([(0, 3), (3, 9)], np.int64)
    assert anchors.touched(whole(1), spans).tolist() == [0, 1]
    assert anchors.touched(box(1, 1, 0, 0, 1, 1), spans).tolist() == []
    assert anchors.touched(stretch(1, 0, 9), spans).tolist() == []


@st.composite
def _edited(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """Draw a text of which every character is another, and edits of it that ascend and stay apart."""
    text = "".join(chr(0x4E00 + n) for n in range(draw(st.integers(1, 30))))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2]))
    changes = []
    for number, (start, end) in enumerate(pairs):
        end = start if draw(st.booleans()) else end
        put = draw(st.text("abc", min_size=int(start == end), max_size=3))
        if number == 0 or start > pairs[number - 1][1]:
            changes.append((start, end, put))
    return text, changes


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project open for writing."""
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


def _after(text: str, changes: list[tuple[int, int, str]]) -> str:
    for start, end, put in reversed(changes):
        text = text[:start] + put + text[end:]
    return text


@given(_edited(), st.data())
def test_what_is_kept_of_a_places_words_stays_in_it_and_nothing_else_comes_in(
    edited: tuple[str, list[tuple[int, int, str]]], data: st.DataObject
) -> None:
    text, changes = edited
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    gone = {at for a, b, _ in changes for at in range(a, b)}
    after = _after(text, changes)
    moved = anchors.carry(words(1, start, end), [Edit(a, b, len(put)) for a, b, put in changes])
    held = anchors.text_of(moved, after)
    assert [c for c in held if c in text] == [text[at] for at in range(start, end) if at not in gone]
    inner = [put for a, b, put in changes if start <= a and b <= end and (a < b or start < a < end)]
    if not moved.emptied:
        assert "".join(c for c in held if c not in text) == "".join(inner)
        assert anchors.inside(moved, Extent(len(after)))
    if all(b <= start or a >= end for a, b, _ in changes):
        assert held == text[start:end]


@given(_edited(), st.data())
def test_edits_carry_a_place_one_after_the_other_as_they_do_at_once(
    edited: tuple[str, list[tuple[int, int, str]]], data: st.DataObject
) -> None:
    text, changes = edited
    edits = [Edit(a, b, len(put)) for a, b, put in changes]
    start = data.draw(st.integers(0, len(text) - 1))
    place = words(1, start, data.draw(st.integers(start + 1, len(text))))
    at_once, one_by_one = anchors.carry(place, edits), place
    for edit in reversed(edits):
        one_by_one = anchors.carry(one_by_one, [edit])
    assert one_by_one.emptied == at_once.emptied
    assert at_once.emptied or one_by_one == at_once


@given(_edited())
def test_many_are_carried_as_each_alone(edited: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, changes = edited
    edits = [Edit(a, b, len(put)) for a, b, put in changes]
    spans = [(a, b) for a in range(len(text)) for b in range(a + 1, len(text) + 1)]
    moved = [anchors.carry(words(1, *span), edits).span for span in spans]
    assert [tuple(span) for span in anchors.carried(spans, edits).tolist()] == moved


@pytest.mark.parametrize(
    ("edit", "span"),
    [
        (Edit(2, 2, 3), (13, 23)),  # put in before
        (Edit(10, 10, 3), (13, 23)),  # at its start: outside
        (Edit(15, 15, 3), (10, 23)),  # inside: it grows
        (Edit(20, 20, 3), (10, 20)),  # at its end: outside
        (Edit(12, 15, 0), (10, 17)),  # taken out inside: it shrinks
        (Edit(10, 12, 1), (10, 19)),  # its first words replaced: the new ones are its own
        (Edit(18, 20, 5), (10, 23)),  # its last words replaced
        (Edit(8, 12, 3), (11, 19)),  # replaced on both sides of its start: the new words stay outside
        (Edit(18, 25, 3), (10, 18)),  # on both sides of its end
        (Edit(10, 20, 4), (10, 14)),  # all its words replaced, and no others
        (Edit(10, 20, 0), (10, 10)),  # all its words deleted
        (Edit(5, 25, 4), (5, 5)),  # gone with what was around it
    ],
)
def test_where_words_go(edit: Edit, span: tuple[int, int]) -> None:
    moved = anchors.carry(words(1, 10, 20), [edit])
    assert moved.span == span
    assert moved.emptied == (span[0] == span[1])


def test_only_words_are_carried_and_only_edits_apart_are_taken() -> None:
    for anchor, kind in GOOD[1:]:
        assert anchors.carry(anchor, [Edit(0, 50, 2)]) == anchor, kind
    for edits in ([Edit(0, 4, 1), Edit(4, 6, 0)], [Edit(5, 6, 0), Edit(1, 2, 0)], [Edit(3, 2, 1)]):
        with pytest.raises(ValueError, match="edits must ascend"):
            anchors.carry(words(1, 0, 9), edits)
    assert anchors.carried([(1, 2)], []).tolist() == [[1, 2]]


def test_every_table_with_a_place_is_in_the_register_and_goes_with_its_document(project: Project) -> None:
    assert set(anchors.tables()) == {
        Asking, Bearing, Coding, Drawn, Excerpt, MemoTarget, Passage, Replacement, Settlement, Telltale, Verdict,
    }  # fmt: skip
    (added,) = documents.add(project, [draft("a", "un deux trois")])
    place, span = anchors.fields(words(added.key, 0, 2)), {"document_id": added.key, "start": 0, "end": 2}
    with project.change("Attach") as session:
        coder = project.coder_key(session)
        code, memo, name = Code(name="c"), Memo(coder_id=coder), Pseudonym(original="a", replacement="b")
        session.add_all([code, memo, name, guide := Guide(name="v1")])
        session.flush()
        session.add(question := Question(guide_id=guide.id, text="Et alors ?"))
        session.add(claim := Assertion(text="Ils comptent.", scope="", rivals="", position=0, coder_id=coder))
        session.add(draw := Draw(unit="passages", seed=1, among=1, coder_id=coder))
        session.flush()
        session.add_all(
            [
                Coding(code_id=code.id, coder_id=coder, **place),
                Excerpt(code_id=code.id, coder_id=coder, **place),
                MemoTarget(memo_id=memo.id, **place),
                Replacement(pseudonym_id=name.id, **span),
                Verdict(code_id=code.id, coder_id=coder, text_sha="", decision="x", **span),
                Asking(question_id=question.id, **place),
                Drawn(draw_id=draw.id, **place),
                Telltale(kind="date", coder_id=coder, **place),
                Settlement(code_id=code.id, coder_id=coder, outcome="both", **span),
                Bearing(assertion_id=claim.id, coder_id=coder, stance="supports", reason="", **place),
            ]
        )
    counts = [select(func.count(stored.document_id)) for stored in anchors.tables()]
    with project.read() as session:
        assert [session.scalar(count) for count in counts] == [1] * len(counts)
    documents.remove(project, [added.key])
    with project.read() as session:
        assert [session.scalar(count) for count in counts] == [0] * len(counts)


def test_a_place_is_written_as_columns_and_read_back_from_them(project: Project) -> None:
    (added,) = documents.add(project, [draft("a", "un deux trois " * 10)])
    places = [replace(anchor, document=added.key) for anchor, _ in GOOD]
    with project.change("Attach") as session:
        session.add(code := Code(name="c"))
        session.flush()
        for place in places:
            session.add(Coding(code_id=code.id, coder_id=project.coder_key(session), **anchors.fields(place)))
    with project.read() as session:

        def found(*conditions: ColumnElement[bool]) -> list[Anchor]:
            rows = session.scalars(select(Coding).where(*conditions).order_by(Coding.id))
            return [anchors.of_row(row) for row in rows]

        assert found() == places
        assert [found(anchors.at(Coding, place)) for place in places] == [[place] for place in places]
        assert found(anchors.of_text(Coding)) == places[:2]
        assert found(anchors.of_words(Coding)) == places[:1]
        assert anchors.stored(session, places[0]) is places[0]
        with pytest.raises(SpanOutside):
            anchors.stored(session, words(added.key, 0, 999))
        with pytest.raises(UnknownDocument):
            anchors.stored(session, whole(999))

"""The reader's text without a window: offsets, blocks, sentences, words, lanes, heights, finding, colours."""

from __future__ import annotations

from itertools import pairwise

import pytest

pytest.importorskip("PySide6.QtGui", exc_type=ImportError)

from hypothesis import given
from hypothesis import strategies as st

from app.reader.document import ReaderDocument
from app.reader.find import Folded, fold
from app.reader.heights import Heights
from app.reader.items import DARK, LIGHT, ReaderCoding, ReaderPassage, ReaderTheme
from app.reader.offsets import Offsets
from app.reader.spans import MAX_LANES, KeyedSpans, lanes_of, segments
from app.reader.theme import contrast, legible, tinted

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.text(
    "ab é\u0301😀👩\u200d🎓.\n\u2029«» ", max_size=60
)
wide = st.tuples(st.integers(0, 300), st.integers(1, 120))
tight = st.tuples(st.integers(0, 8), st.integers(1, 4))  # so that one often starts where another ends
intervals = st.lists(wide, max_size=60) | st.lists(tight, max_size=12)


def coding(key: int, start: int, end: int) -> ReaderCoding:
    return ReaderCoding(key, start, end, key, f"code {key}", "#336699")


def sentences(text: str, passages: tuple[ReaderPassage, ...] = ()) -> list[str]:
    document = ReaderDocument(text, passages)
    return [text[a:b] for block in range(len(document.blocks)) for a, b in document.sentences(block)]


@given(texts)
def test_offsets_agree_with_utf16(text: str) -> None:
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le")) // 2
        assert offsets.units(point) == unit
        assert offsets.points(unit) == point


def test_inside_a_pair_lies_the_character_it_belongs_to() -> None:
    assert [Offsets("a😀b").points(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


@given(texts)
def test_blocks_hold_every_character_but_line_ends(text: str) -> None:
    document, at = ReaderDocument(text), 0
    for block in document.blocks:
        assert set(text[at : block.start]) <= set("\n\r\x0b\x0c\x85\u2028\u2029")
        assert not set(text[block.start : block.end]) & set("\n\r\x0b\x0c\x85\u2028\u2029")
        at = block.end
    assert at == len(text)
    for offset in range(len(text) + 1):
        start, end, _ = document.blocks[document.block_at(offset)]
        assert start <= offset <= end + 1


@pytest.mark.parametrize("piece", ["Une phrase assez courte. ", "mot ", "x", "e\u0301", "👩\u200d🎓"])
def test_an_over_long_line_is_cut_for_display_alone(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    blocks = ReaderDocument(text).blocks
    assert "".join(text[start:end] for start, end, _ in blocks) == text
    assert len(blocks) > 7
    assert max(end - start for start, end, _ in blocks) <= 5000
    assert [joined for _, _, joined in blocks] == [False, *[True] * (len(blocks) - 1)]
    if " " not in piece:
        assert all(text[start:].startswith(piece) for start, end, _ in blocks if start < end)


def test_sentences_of_speech() -> None:
    text = "On a vu M. Durand hier. Il a dit « non ! » Puis... rien. C'est quoi ? Bon"
    assert sentences(text) == ["On a vu M. Durand hier.", "Il a dit « non ! »", "Puis... rien.", "C'est quoi ?", "Bon"]


def test_sentences_leave_out_the_speakers_mark() -> None:
    text = "INT: Comment ça ? Dites.\n[R04] (0:02)\nBien. Très bien."
    passages = (
        ReaderPassage(1, 1, "turn", 5, 24, "INT", "interviewer"),
        ReaderPassage(2, 2, "turn", 38, len(text), "R04", "respondent"),
    )
    assert sentences(text, passages) == ["Comment ça ?", "Dites.", "Bien.", "Très bien."]


@given(texts)
def test_units_lie_in_order_inside_their_blocks(text: str) -> None:
    document = ReaderDocument(text)
    for number, block in enumerate(document.blocks):
        for spans in (document.words(number), document.sentences(number)):
            edges = [edge for span in spans for edge in span]
            assert edges == sorted(edges)
            assert all(block.start <= a < b <= block.end for a, b in spans)


@given(texts, st.data())
def test_a_dragged_span_is_snapped_to_whole_words(text: str, data: st.DataObject) -> None:
    document = ReaderDocument(text)
    anchor, head = (data.draw(st.integers(0, len(text))) for _ in range(2))
    start, end = document.snapped(anchor, head)
    assert 0 <= start <= end <= len(text)
    words = [word for block in range(len(document.blocks)) for word in document.words(block)]
    inside_one = any(a <= min(anchor, head) and max(anchor, head) <= b for a, b in words)
    if not inside_one:
        assert not any(a < edge < b for a, b in words for edge in (start, end))
        if start < end:  # a blank that bears an accent is shown as one with it, and is no blank
            assert not text[start : document.character_beside(start, 1)].isspace()
            assert not text[end - 1].isspace()


@pytest.mark.parametrize("text", [" \u03000 a", " \u200d🎓 a"])
def test_a_blank_that_bears_an_accent_is_no_blank(text: str) -> None:
    assert ReaderDocument(text).snapped(0, len(text)) == (0, len(text))
    assert sentences(text) == [text]


def test_words_keep_accents_apostrophes_and_emoji_whole() -> None:
    text = "l’e\u0301te\u0301 👩\u200d🎓, peut-être"
    words = [text[a:b] for a, b in ReaderDocument(text).words(0)]
    assert words == ["l’e\u0301te\u0301", "👩\u200d🎓", "peut", "être"]


def test_a_step_by_character_parts_no_accent_and_no_emoji() -> None:
    document = ReaderDocument("e\u0301👩\u200d🎓a")
    stops, offset = [], 0
    while offset < 6:
        offset = document.character_beside(offset, 1)
        stops.append(offset)
    assert stops == [2, 5, 6]
    assert document.character_beside(5, -1) == 2


@given(st.lists(st.integers(0, 90), min_size=1, max_size=70), st.data())
def test_heights_agree_with_sums(each: list[int], data: st.DataObject) -> None:
    heights = Heights(each)
    for _ in range(5):
        at = data.draw(st.integers(0, len(each) - 1))
        each[at] = heights[at] = data.draw(st.integers(0, 200))
    assert heights.total == sum(each)
    assert [heights.top(n) for n in range(len(each) + 1)] == [sum(each[:n]) for n in range(len(each) + 1)]
    y = data.draw(st.integers(-5, sum(each) + 5))
    at = heights.at(y)
    if 0 <= y < sum(each):
        assert heights.top(at) <= y < heights.top(at + 1)
    else:
        assert at == (0 if y < 0 and each[0] else at)


@given(intervals)
def test_lanes_never_overlap_and_are_as_few_as_can_be(pairs: list[tuple[int, int]]) -> None:
    items = [(key, coding(key, start, start + size)) for key, (start, size) in enumerate(pairs)]
    lanes = lanes_of(items)
    depth = max((sum(c.start <= at < c.end for _, c in items) for at in range(421)), default=0)
    assert max(lanes.values(), default=-1) + 1 == min(depth, MAX_LANES)
    if depth <= MAX_LANES:
        for key, one in items:
            for other_key, other in items:
                if key != other_key and one.start < other.end and other.start < one.end:
                    assert lanes[key] != lanes[other_key]


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=30),
    st.dictionaries(st.integers(0, 29), st.integers(0, 9), max_size=10),
)
def test_lanes_kept_stay_unless_far_fewer_would_do(pairs: list[tuple[int, int]], wished: dict[int, int]) -> None:
    items = [(key, coding(key, start, start + length)) for key, (start, length) in enumerate(pairs)]
    kept = {key: lane for key, lane in wished.items() if key < len(items)}
    fresh = lanes_of(items)
    lanes = lanes_of(items, kept)
    assert lanes.keys() == fresh.keys()
    moved = {key for key in kept if lanes[key] != kept[key]}
    assert not moved or max(kept.values()) - max(fresh.values()) >= 4
    for key, one in items:
        for other, two in items:
            apart = key == other or (key in kept and other in kept) or min(lanes[key], lanes[other]) == MAX_LANES - 1
            assert apart or lanes[key] != lanes[other] or one.end <= two.start or two.end <= one.start


@given(intervals, st.lists(st.tuples(st.integers(0, 59), st.integers(0, 9000), st.integers(1, 300_000)), max_size=30))
def test_spans_find_what_touches_a_stretch(pairs: list[tuple[int, int]], moves: list[tuple[int, int, int]]) -> None:
    known = {key: coding(key, start * 40, (start + size) * 40) for key, (start, size) in enumerate(pairs)}
    spans = KeyedSpans(known.items())
    for key, start, size in moves:
        if size % 3:
            known[key] = coding(key, start, start + size)
            spans.put(key, known[key])
        else:
            assert spans.drop(key) == known.pop(key, None)
    for start, end in ((0, 1), (1000, 1100), (4000, 9000), (0, 400_000)):
        found = [key for key, _ in spans.touching(start, end)]
        assert set(found) == {key for key, c in known.items() if c.start < end and c.end > start}
        assert found == sorted(found, key=lambda key: (known[key].start, -known[key].end, key))
    order = sorted(known, key=lambda key: (known[key].start, known[key].end, key))
    assert list(spans) == order
    for before, after in pairwise(order):
        here, there = known[before], known[after]
        assert spans.beside((here.start, here.end, before), 1) == after
        assert spans.beside((there.start, there.end, after), -1) == before


@given(intervals)
def test_segments_cover_just_what_is_coded(pairs: list[tuple[int, int]]) -> None:
    items = [coding(key, start, start + size) for key, (start, size) in enumerate(pairs)]
    layers: dict[int, list[int]] = {}
    for start, end, there in segments(items, 50, 200):
        assert 50 <= start < end <= 200
        for at in range(start, end):
            assert at not in layers
            layers[at] = [c.key for c in there]
    for at in range(50, 200):
        assert layers.get(at, []) == [c.key for c in items if c.start <= at < c.end]


@given(texts, texts, st.booleans())
def test_what_is_found_reads_like_what_was_asked(text: str, wanted: str, backwards: bool) -> None:
    hit = Folded(text).find(wanted, len(text) // 2, backwards=backwards)
    if hit:
        start, end = hit
        assert 0 <= start < end <= len(text)
        assert fold(wanted) in fold(text[start:end])
    elif fold(wanted).strip():
        assert fold(wanted) not in fold(text)


def test_finding_folds_accents_quotes_and_ligatures() -> None:
    text = "😀 L’ŒUVRE e\u0301tait là; l'oeuvre\u00a0etait la."
    folded = Folded(text)
    first = folded.find("l'oeuvre était", 0)
    assert first is not None
    assert text[slice(*first)] == "L’ŒUVRE e\u0301tait"
    second = folded.find("L'ŒUVRE ETAIT", first[1])
    assert second is not None
    assert text[slice(*second)] == "l'oeuvre\u00a0etait"
    assert folded.find("œuvre", second[1], backwards=False) == (first[0] + 2, first[0] + 7)
    assert folded.find("absent", 0) is None
    assert folded.find("  ", 0) is None


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_colours_are_legible_on_both_themes(theme: ReaderTheme) -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast(theme.muted, theme.background) >= 4.5
    assert contrast(theme.text, theme.selection) >= 4.5
    colours = ["#ffff00", "#000000", "#ffffff", "#1f77b4", "#d62728", "#00ff00", "nonsense", theme.background]
    for colour in colours:
        assert contrast(legible(colour, theme), theme.background) >= 3
        assert contrast(tinted((colour, "#2ca02c", colour), theme), theme.text) >= 4.5
    assert legible("#2b6a9e", LIGHT) == "#2b6a9e"

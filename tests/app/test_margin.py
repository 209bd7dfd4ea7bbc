"""The margin names every code on the screen: beside its stripe, or numbered where stripes are crowded."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.reader import ReaderCoding, ReaderPane
from app.reader.margin import Foremost
from app.reader.names import INDENT, Legend, rows_in_lane, spread
from app.reader.stripes import Edges, stripes_on

LINE = "On a vu que le client revient quand la boutique lui parle, et cela change tout pour nous."
TEXT = "\n".join(LINE for _ in range(300))
LONG = "how what was promised on the telephone comes to be known, or not known, by those who stand in the shop"


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.resize(800, 600)
    pane.show()
    return pane


def crowd(count: int, start: int = 0, *, name: str = "code {n}", length: int = 300) -> list[ReaderCoding]:
    return [
        ReaderCoding(start + n, start + n * 3, start + n * 3 + length, start + n, name.format(n=n), "#4e79a7")
        for n in range(count)
    ]


def legend(pane: ReaderPane) -> Legend:
    QApplication.processEvents()
    return pane.margin.legend(pane.stripes(), pane._columns, pane.viewport().height(), pane._foremost())


def texts(found: Legend) -> list[str]:
    return [" ".join(name.lines) for name in found.names]


@pytest.mark.parametrize("width", [640, 800, 1400])
@pytest.mark.parametrize("name", ["code {n}", LONG + " {n}", "{n} " + LONG, LONG + " {n} " + LONG])
def test_twelve_codes_on_the_same_words_are_all_named(pane: ReaderPane, width: int, name: str) -> None:
    pane.resize(width, 600)
    pane.show_document(TEXT, [], crowd(12, name=name))
    found = legend(pane)
    assert found.untold == 0
    assert {stripe.key for named in found.names for stripe in named.stripes} == set(range(12))
    assert len(set(texts(found))) == 12, "no two names may be shown alike"
    measure = QFontMetricsF(pane._type.small)
    place, line = pane._columns, pane._type.line
    room = place.labels_end - place.names(pane.margin.lanes) - INDENT
    assert max(measure.horizontalAdvance(words) for named in found.names for words in named.lines) <= room
    assert place.labels_end <= pane.viewport().width()
    for above, below in pairwise(found.names):
        assert below.top >= above.top + len(above.lines) * line
    assert found.names[0].top >= 0
    assert found.names[-1].top + len(found.names[-1].lines) * line <= pane.viewport().height()


@pytest.mark.parametrize("width", [640, 800, 1400])
def test_numbers_of_neighbouring_lanes_never_touch(pane: ReaderPane, width: int) -> None:
    pane.resize(width, 600)
    pane.show_document(TEXT, [], crowd(12, name=LONG + " {n}"))
    numbers, pitch = set(legend(pane).numbers.values()), pane._columns.lane_pitch(pane.margin.lanes)
    measured = pane.margin._in_lanes(pitch)
    rows = rows_in_lane(numbers, pitch, measured)
    assert {int("".join(digits)) for digits in rows.values()} == numbers
    assert all(measured.width(digits) < pitch for each in rows.values() for digits in each)


def test_a_narrow_pane_still_has_names_that_are_read(pane: ReaderPane) -> None:
    pane.resize(516, 600)
    pane.show_document(TEXT, [], crowd(3, name="Irritations {n}"))
    assert texts(legend(pane)) == ["Irritations 0", "Irritations 1", "Irritations 2"]


def test_a_crowd_elsewhere_leaves_the_names_here_in_peace(pane: ReaderPane) -> None:
    far = TEXT.index("\n", 20_000)
    calm = [ReaderCoding(9_000, 10, 60, 1, "calm", "#4e79a7"), ReaderCoding(9_001, 400, 500, 2, LONG, "#e15759")]
    pane.show_document(TEXT, [], [*calm, *crowd(40, far)])
    found = legend(pane)
    assert texts(found)[0] == "calm"
    assert not found.numbers
    assert pane.margin.lanes == 1
    assert len(found.names[1].lines) > 1, "a long name is wrapped where there is room"
    pane.scroll_to(far, "top")
    found = legend(pane)
    assert len(found.numbers) == len(pane.stripes()) == 40
    assert found.untold == 0


def test_stripes_of_one_code_share_a_number(pane: ReaderPane) -> None:
    codings = [ReaderCoding(n, n * 3, n * 3 + 300, n % 7, f"code {n % 7}", "#4e79a7") for n in range(21)]
    pane.show_document(TEXT, [], codings)
    found = legend(pane)
    assert texts(found) == [f"code {n}" for n in range(7)]
    assert {key: found.numbers[key] for key in range(21)} == {key: key % 7 + 1 for key in range(21)}


def test_more_codes_than_lines_say_how_many_are_not_told_and_keep_the_selected(pane: ReaderPane) -> None:
    pane.show_document(TEXT, [], crowd(400))
    before = legend(pane)
    last = max(pane.stripes(), key=lambda stripe: stripe.coding.start)
    assert last.key not in before.numbers
    pane.select_coding(last.key)
    found = legend(pane)
    assert last.key in found.numbers
    assert found.untold > 0
    assert found.untold + len(found.names) == len({stripe.coding.code for stripe in pane.stripes()})
    assert pane.grab().width()


def test_a_stripe_keeps_its_lane_while_it_is_in_sight(pane: ReaderPane) -> None:
    pane.show_document(TEXT, [], [c for n in range(0, 20_000, 90) for c in crowd(3, n)])
    bar, before = pane.verticalScrollBar(), {s.key: s.rect.left() for s in pane.stripes()}
    for _ in range(60):
        bar.setValue(bar.value() + 15)
        after = {s.key: s.rect.left() for s in pane.stripes()}
        both = before.keys() & after.keys()
        assert len(both) > len(before) / 2
        assert {key: after[key] for key in both} == {key: before[key] for key in both}
        before = after


def test_stripes_stand_where_a_margin_that_remembers_nothing_puts_them(pane: ReaderPane) -> None:
    chance = Random(3)
    pane.show_document(TEXT, [], [c for n in range(0, 9_000, 70) for c in crowd(2, n)])
    for step in range(30):
        act = step % 5
        if act == 0:
            pane.resize(chance.choice([640, 800, 1100]), chance.choice([400, 600]))
        elif act == 1:
            pane.scroll_to(chance.randrange(8_000), "top")
        elif act == 2:
            pane.set_text_size(chance.choice([10.0, 12.0, 15.0]))
        elif act == 3:
            at = pane.place()[0] + chance.randrange(600)
            pane.put([ReaderCoding(50_000 + step, at, at + chance.randrange(1, 400), 3, "new", "#e15759")])
        else:
            pane.drop([chance.choice(pane.stripes()).key])
        QApplication.processEvents()
        edges = Edges(list(pane.rows()), pane.viewport().height())
        shown, place = [(one.key, one.coding) for one in pane.stripes()], pane._columns
        shown.sort(key=lambda pair: (pair[1].start, -pair[1].end, pair[0]))
        pitch = place.lane_pitch(pane.margin.lanes)
        assert pane.stripes() == stripes_on(edges, shown, pane.margin._lanes, place, pitch)


@given(st.lists(st.tuples(st.floats(0, 500), st.sampled_from([14.0, 28.0, 42.0])), max_size=12))
def test_names_are_spread_without_covering_each_other(names: list[tuple[float, float]]) -> None:
    wishes, heights = [wish for wish, _ in sorted(names)], [height for _, height in sorted(names)]
    tops = spread(wishes, heights, 600.0)
    assert len(tops) == len(names)
    for (top, height), below in pairwise([*zip(tops, heights), (600.0, 0.0)]):
        assert top >= -1e-6
        assert top + height <= (below[0] if isinstance(below, tuple) else below) + 1e-6
    free = all(a + height <= b for a, b, height in zip(wishes, wishes[1:], heights)) and (
        not wishes or wishes[-1] + heights[-1] <= 600
    )
    assert not free or tops == pytest.approx(wishes)


def test_those_shown_first_are_the_selected_and_the_one_pointed_at() -> None:
    assert Foremost().keys == frozenset()
    assert Foremost(frozenset([3]), 4).keys == {3, 4}

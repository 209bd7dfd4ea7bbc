"""Joins of units in ranges, and rows that are made anew only where they changed."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coding.moment.ranges import carried
from coding.moment.rows import Ints

ROWS = st.lists(st.tuples(st.integers(1, 3), st.integers(0, 2)), max_size=12)


def _rows(rows: list[tuple[int, int]]) -> Ints:
    return np.array(sorted(rows), np.int64).reshape(-1, 2)


def _made(rows: Ints) -> Ints:
    return rows * 10 + 1


@given(ROWS, ROWS)
def test_what_is_carried_is_what_would_be_made(before: list[tuple[int, int]], after: list[tuple[int, int]]) -> None:
    old, new = _rows(before), _rows(after)
    assert np.array_equal(carried(old, new, _made(old), _made), _made(new))


def test_only_rows_that_changed_are_made() -> None:
    asked: list[int] = []

    def make(rows: Ints) -> Ints:
        asked.append(len(rows))
        return _made(rows)

    old = _rows([(1, n) for n in range(50)])
    for new in (
        old,
        np.delete(old, 20, axis=0),
        np.insert(old, 20, (1, 19), axis=0),
        old + (np.arange(50) == 3)[:, None],
    ):
        assert np.array_equal(carried(old, new, _made(old), make), _made(new))
    assert asked == [0, 0, 1, 1]

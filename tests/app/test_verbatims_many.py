"""Heights made from an array are those made one by one, before and after rows grow."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.reader.heights import Heights
from app.verbatims.many_heights import ManyHeights


@given(st.lists(st.integers(1, 400), max_size=70), st.data())
def test_heights_from_an_array_are_those_made_one_by_one(given_: list[int], data: st.DataObject) -> None:
    tall, plain = ManyHeights(np.array(given_, np.int64)), Heights(given_)
    for _ in range(3):
        assert (len(tall), tall.total) == (len(plain), plain.total)
        assert [tall[n] for n in range(len(tall))] == [plain[n] for n in range(len(plain))]
        assert [tall.top(n) for n in range(len(tall) + 1)] == [plain.top(n) for n in range(len(plain) + 1)]
        for y in (-5, 0, 1, plain.total // 2, plain.total - 1, plain.total + 9):
            if len(plain):
                assert tall.at(y) == plain.at(y)
        if given_:
            at, height = data.draw(st.integers(0, len(given_) - 1)), data.draw(st.integers(1, 900))
            tall[at] = plain[at] = height

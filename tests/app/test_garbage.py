"""Garbage while a worker lives: all of it goes in the end, and full collections are as rare as Python's own."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest

from app import garbage
from tests.waiting import HANG_S


@pytest.fixture
def _worker() -> Iterator[None]:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    garbage.start(thread)
    yield
    assert not gc.isenabled()
    done.set()
    garbage.wait(thread, HANG_S)
    assert gc.isenabled()


def _full_collections() -> int:
    return int(gc.get_stats()[2]["collections"])


def _knots(number: int) -> None:
    for _ in range(number):
        knot: list[object] = []
        knot.append(knot)


def _grown_until_a_full_collection() -> list[list[int]]:
    kept: list[list[int]] = []
    before = _full_collections()
    while _full_collections() == before:
        assert len(kept) < 5_000_000
        kept.extend([number] for number in range(5_000))
        garbage.collect()
    return kept


@pytest.mark.usefixtures("_worker")
def test_nothing_is_collected_before_the_window_s_thread_does() -> None:
    gc.collect()
    _knots(5_000)
    assert gc.get_count()[0] >= 5_000
    garbage.collect()
    assert gc.get_count()[0] < 1_000


@pytest.mark.usefixtures("_worker")
def test_everything_is_collected_once_enough_has_grown_old_and_not_again_for_the_young() -> None:
    kept = _grown_until_a_full_collection()
    kept += _grown_until_a_full_collection()
    before = _full_collections()
    for _ in range(200):
        _knots(1_000)
        garbage.collect()
    assert gc.get_count()[2] > gc.get_threshold()[2]
    assert _full_collections() == before
    assert kept

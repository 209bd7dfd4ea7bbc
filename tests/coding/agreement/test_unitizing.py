"""Agreement on continua cut into units, beside what independent programs find."""

from __future__ import annotations

import math

import pytest

from coding.agreement.unitizing import Unit, agreement

THREE = [[(2, 5, 1), (9, 11, 1), (12, 20, 2)], [(2, 5, 1), (7, 15, 2)], [(2, 5, 1), (10, 15, 2)]]


def cut(values: str, gap: str = "") -> list[Unit]:
    """Cut a continuum into units of length one, a value each."""
    return [(at, at + 1, ord(value)) for at, value in enumerate(values) if value != gap]


def near(value: float) -> object:
    """Say that a figure is one that was found elsewhere, to five decimals."""
    return pytest.approx(value, abs=5.1e-6)


def test_three_coders_and_two_values() -> None:
    """What is defined by Krippendorff, Mathet, Bouvry and Widlöcher 2016, as three independent programs have it."""
    found = agreement([(20, THREE)])
    assert (found.u, found.bar, found.coded) == (near(0.47391), near(0.43281), near(0.77888))
    assert found.coverage == pytest.approx(0.3833, abs=5e-5)
    assert found.each == {1: near(0.76925), 2: near(0.78697)}


def test_one_value_is_told_from_gaps_alone() -> None:
    """Krippendorff 1995, p. 57, continuum A, with the coefficient of 2016."""
    found = agreement([(24, [[(2, 10, 1), (14, 20, 1)], [(4, 8, 1), (15, 17, 1)]])])
    assert (found.u, found.bar) == (near(0.35833), near(0.35833))
    assert math.isnan(found.coded)
    assert math.isnan(found.each[1])


def test_units_are_half_open() -> None:
    """Three coders of 55 characters; with inclusive ends another program prints .5672."""
    coders = [[(3, 14, 1), (22, 52, 1)], [(3, 9, 1), (22, 52, 1)], [(22, 45, 1)]]
    assert agreement([(55, coders)]).u == near(0.58589)


def test_units_of_length_one_are_ratings() -> None:
    """Krippendorff 2011: cut into single units, the nominal α .692 and the binary one .095."""
    found = agreement([(12, [cut("aabbdcccedda"), cut("babbbccceddd")])])
    assert (found.u, found.coded, found.coverage) == (near(0.69196), near(0.69196), 1.0)
    found = agreement([(10, [cut("0100000010", "0"), cut("1110010000", "0")])])
    assert (found.u, found.bar) == (near(0.09524), near(0.09524))


def test_agreement_that_is_whole_is_one() -> None:
    found = agreement([(30, [THREE[0], THREE[0]])])
    assert (found.u, found.bar, found.coded) == (1, 1, 1)
    assert found.each == {1: 1, 2: 1}


@pytest.mark.parametrize("coders", [[[], []], [[(0, 9, 1)], [(0, 9, 1)]]])
def test_what_can_not_vary_is_undefined(coders: list[list[Unit]]) -> None:
    found = agreement([(9, coders)])
    assert math.isnan(found.u)
    assert math.isnan(found.bar)


def test_documents_add_up_and_one_that_a_single_coder_read_says_nothing() -> None:
    whole = agreement([(20, THREE), (24, [[(2, 10, 1)], [(4, 8, 1)]])])
    assert agreement([(20, THREE), (24, [[(2, 10, 1)], [(4, 8, 1)]]), (50, [[(0, 50, 2)]])]) == whole
    assert whole.u != agreement([(20, THREE)]).u

"""Coefficients of agreement, beside published figures and other implementations."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from coding.agreement import coefficients
from coding.agreement.coefficients import Ratings

COHEN_P37 = [[25, 13, 12], [12, 2, 16], [3, 15, 2]]
COHEN_P45 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
WIKIPEDIA = "0000E|02642|00356|03920|22811|77000|32630|25322|65210|02237"
FLEISS_1971 = """
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 00501 30012 51000 02040 10203
00006 01050 02013 20040 10041 05010 40002 02040 10500 00006""".split()
KRIPPENDORFF = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
FIVE_OBSERVERS = "112.2|1101.|2333.|.00.0|000.0|000.0|102.1|1.20.|222.2|2111.|.100.|0000.|1222.|33223|111.1".split("|")


def tallied(units: list[str]) -> np.ndarray:
    """Count by unit how many raters gave each value; a point is no rating."""
    values = sorted({value for unit in units for value in unit} - {"."})
    return np.array([[unit.count(value) for value in values] for unit in units])


def across(raters: list[str]) -> np.ndarray:
    """Count likewise what is written a rater a line."""
    return tallied(["".join(unit) for unit in zip(*raters, strict=True)])


def in_counts(rows: list[str]) -> np.ndarray:
    """Return counts that are written a digit each, E for fourteen."""
    return np.array([[14 if digit == "E" else int(digit) for digit in row] for row in rows])


def of_table(table: list[list[int]]) -> Ratings:
    """Sum two coders' ratings, given how many units have each pair of values."""
    counts, weights = [], []
    for a, row in enumerate(table):
        for b, number in enumerate(row):
            counts.append(np.eye(len(table))[a] + np.eye(len(table))[b])
            weights.append(number)
    return Ratings.of(counts, weights)


def near(value: float) -> object:
    """Say that a figure agrees with a published one to three decimals, where as many are given."""
    return pytest.approx(value, abs=5e-5)


@pytest.mark.parametrize(
    ("table", "observed", "expected", "kappa", "ac1"),
    [
        (COHEN_P37, 0.29, 0.35, -0.0923, -0.0480),
        (COHEN_P45, 0.70, 0.41, 0.49153, 0.57597),
        ([[20, 5], [10, 15]], 0.70, 0.50, 0.4, None),
        ([[118, 5], [2, 0]], 0.944, 0.945280, -0.0234, 0.9408),
        ([[8, 1], [0, 1]], 0.9, 0.74, 0.61538, 0.8658),
    ],
)
def test_two_coders_agree_as_in_cohen_1960(
    table: list[list[int]], observed: float, expected: float, kappa: float, ac1: float | None
) -> None:
    """Cohen 1960, Educ. Psychol. Meas. 20, p. 37 and 45; Wikipedia's 50; the paradox of prevalence; ten by hand."""
    found = coefficients.cohen(table)
    assert float(found.observed) == near(observed)
    assert float(found.expected) == near(expected)
    assert float(found.coefficient) == near(kappa)
    if ac1 is not None:
        assert float(coefficients.ac1(of_table(table)).coefficient) == near(ac1)


def test_prevalence_leaves_alpha_below_nothing_and_ac1_high() -> None:
    """The paradox table, α and AC1 as irrCAC has them."""
    ratings = of_table([[118, 5], [2, 0]])
    assert float(coefficients.alpha(ratings).coefficient) == near(-0.0247)
    assert float(coefficients.percent(ratings)) == near(0.944)
    assert float(coefficients.ac1(of_table([[8, 1], [0, 1]])).expected) == near(0.255)


def test_ten_units_rated_by_fourteen() -> None:
    """Wikipedia's table for Fleiss' κ; α and AC1 as irrCAC has them."""
    ratings = Ratings.of(in_counts(WIKIPEDIA.split("|")))
    assert float(coefficients.fleiss(ratings).coefficient) == near(0.20993)
    assert float(coefficients.alpha(ratings).coefficient) == near(0.21557)
    assert float(coefficients.ac1(ratings).coefficient) == near(0.22561)


def test_thirty_patients_diagnosed_by_six() -> None:
    """Fleiss 1971, Psychol. Bull. 76, p. 378: κ .430 from .5556 and .2201."""
    ratings = Ratings.of(in_counts(FLEISS_1971))
    found = coefficients.fleiss(ratings)
    assert float(found.observed) == near(0.55556)
    assert float(found.expected) == pytest.approx(0.2201, abs=5e-4)
    assert float(found.coefficient) == near(0.43024)
    assert float(coefficients.alpha(ratings).coefficient) == near(0.43341)
    assert float(coefficients.ac1(ratings).coefficient) == near(0.44788)


def test_diagnoses_one_by_one() -> None:
    """Fleiss 1971, the κ of each category against the rest: .248 .248 .517 .470 .565, rounded on the way there."""
    counts = in_counts(FLEISS_1971)
    one = np.stack([6 - counts, counts], axis=-1).transpose(1, 0, 2)
    found = coefficients.fleiss(Ratings.of(one)).coefficient
    assert found.tolist() == pytest.approx([0.248, 0.248, 0.517, 0.470, 0.565], abs=4e-3)


def test_four_coders_with_missing_ratings() -> None:
    """Krippendorff 2011, «Computing Krippendorff's Alpha-Reliability»: nominal α .743; AC1 and κ as irrCAC has them."""
    ratings = Ratings.of(across(KRIPPENDORFF))
    assert float(coefficients.alpha(ratings).coefficient) == near(0.74342)
    assert float(coefficients.fleiss(ratings).coefficient) == near(0.76117)
    found = coefficients.ac1(ratings)
    assert float(found.coefficient) == near(0.77544)
    assert (float(found.observed), float(found.expected)) == (near(0.81818), near(0.19032))


@pytest.mark.parametrize(
    ("raters", "alpha", "ac1"),
    [
        (["aabbdcccedda", "babbbccceddd"], 0.69196, 0.68966),
        (["0100000010", "1110010000"], 0.09524, None),
    ],
)
def test_two_coders_of_krippendorff_2011(raters: list[str], alpha: float, ac1: float | None) -> None:
    """Krippendorff 2011, the nominal and the binary example: α .692 and .095; AC1 as irrCAC has it."""
    ratings = Ratings.of(across(raters))
    assert float(coefficients.alpha(ratings).coefficient) == near(alpha)
    if ac1 is not None:
        assert float(coefficients.ac1(ratings).coefficient) == near(ac1)


def test_two_coders_of_a_nominal_example_by_chance_of_their_own() -> None:
    """Krippendorff 2011, the nominal example: 75 % of the units, Cohen's κ .68421."""
    pairs = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
    table = [[sum(pair == (one, other) for pair in pairs) for other in "abcde"] for one in "abcde"]
    assert float(coefficients.percent(of_table(table))) == near(0.75)
    assert float(coefficients.cohen(table).coefficient) == near(0.68421)


def test_on_text_that_either_coded_kappa_is_below_nothing() -> None:
    """Without double absences: 80 characters of both, 20 of each alone, κ −.20; Dice says .8."""
    table = [[0, 20], [20, 80]]
    assert float(coefficients.cohen(table).coefficient) == near(-0.2)
    assert float(coefficients.positive(of_table(table))) == pytest.approx(0.8)


def test_three_coders_and_many_gaps() -> None:
    """Wikipedia's example for Krippendorff's α: nominal .691."""
    written = "* * * * * 3 4 1 2 1 1 3 3 * 3 / 1 * 2 1 3 3 4 3 * * * * * * * / * * 2 1 3 4 4 * 2 1 1 3 3 * 4"
    raters = [line.replace(" ", "").replace("*", ".") for line in written.split("/")]
    assert float(coefficients.alpha(Ratings.of(across(raters))).coefficient) == near(0.6914)


def test_five_observers_with_missing_ratings() -> None:
    """The fifteen units of Gwet 2014 that irrCAC ships as raw_5observers."""
    ratings = Ratings.of(tallied(FIVE_OBSERVERS))
    assert float(coefficients.ac1(ratings).coefficient) == near(0.49662)
    assert float(coefficients.fleiss(ratings).coefficient) == near(0.45762)
    assert float(coefficients.alpha(ratings).coefficient) == near(0.48053)


@pytest.mark.parametrize("counts", [[[2, 0], [2, 0]], [[0, 3], [0, 3]], [[1, 0]], []])
def test_ratings_that_are_all_alike_agree_on_nothing(counts: list[list[int]]) -> None:
    ratings = Ratings.of(np.array(counts).reshape(-1, 2))
    measures = (coefficients.fleiss, coefficients.ac1, coefficients.alpha)
    found = [measure(ratings).coefficient for measure in measures]
    found += [coefficients.percent(ratings), coefficients.positive(ratings), coefficients.common(ratings)]
    assert np.isnan(found).all()
    assert np.isnan(coefficients.cohen([[7, 0], [0, 0]]).coefficient)


def test_positive_agreement_leaves_out_what_nobody_coded() -> None:
    """A thousand characters, a hundred coded by each and eighty by both: κ .778, Jaccard .667, Dice .8."""
    table = [[880, 20], [20, 80]]
    ratings = of_table(table)
    assert float(coefficients.positive(ratings)) == pytest.approx(0.8)
    assert float(coefficients.common(ratings)) == near(0.66667)
    assert float(coefficients.cohen(table).coefficient) == near(0.77778)
    more = of_table([[10**6, 20], [20, 80]])
    assert float(coefficients.positive(more)) == pytest.approx(0.8)


def test_codes_are_pooled_by_means_of_what_was_observed_and_expected() -> None:
    """De Vries et al. 2008; a code that nobody used says nothing."""
    found = coefficients.cohen([[[88, 2], [4, 6]], [[50, 10], [0, 40]], [[100, 0], [0, 0]]])
    observed, expected = found.observed[:2].mean(), found.expected[:2].mean()
    assert float(coefficients.pooled(found)) == pytest.approx((observed - expected) / (1 - expected))
    assert np.isnan(coefficients.pooled(coefficients.cohen([[[100, 0], [0, 0]]])))


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=30))
def test_cohen_is_that_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    table = np.zeros((3, 3))
    for a, b in pairs:
        table[a, b] += 1
    found = float(coefficients.cohen(table).coefficient)
    if len({value for pair in pairs for value in pair}) == 1:
        assert np.isnan(found)
        return
    first, second = zip(*pairs, strict=True)
    assert found == pytest.approx(cohen_kappa_score(first, second), abs=1e-9)


@given(st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=1, max_size=20))
def test_sums_of_documents_are_the_sums_of_their_units(counts: list[list[int]]) -> None:
    every, parts = Ratings.of(counts), np.array_split(np.array(counts), 2)
    halves = [Ratings.of(part.reshape(-1, 3)) for part in parts]
    stacked = Ratings(*(np.stack(both) for both in zip(*halves, strict=True)))
    for one, other in zip(every, stacked.weighted(np.ones(2)), strict=True):
        assert np.allclose(one, other)

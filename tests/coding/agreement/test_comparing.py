"""Agreement of coders in a project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding import blind, codings, readings
from coding.agreement import disagreements
from coding.agreement.comparing import compare
from coding.agreement.overlaps import Stretches, joined, pieces
from coding.agreement.stretches import AgreementScope
from corpus import anchors
from corpus.errors import NothingThere, WorkbenchError
from tests.coding.agreement.conftest import PAIR

if TYPE_CHECKING:
    from tests.coding.agreement.conftest import Team


def test_two_coders_by_passage(team: Team) -> None:
    """Of ten turns three coded by both, one by each alone: κ of [[5, 1], [1, 3]] is .583."""
    found = compare(team.moment, PAIR)
    one = found.codes[team.codes["attente"]]
    assert one["percent"].value == pytest.approx(0.8)
    assert one["kappa"].value == pytest.approx((0.8 - 0.52) / 0.48)
    assert one["alpha"].value == pytest.approx(1 - (4 / 20) / (2 * 8 * 12 / (20 * 19)))
    assert one["ac1"].value == pytest.approx((0.8 - 0.48) / 0.52)
    assert one["dice"].value == pytest.approx(0.75)
    assert one["u_alpha"].value is None
    assert found.documents == (team.study.documents["Achats"],)
    assert found.apart == (team.study.documents["Bureau"],)
    assert (found.units, found.left.codings, found.used[team.codes["attente"]]) == (10, 10, 5)


def test_a_code_nobody_used_is_undefined_and_weighs_nothing(team: Team) -> None:
    found = compare(team.moment, PAIR)
    assert all(one.value is None for one in found.codes[team.codes["vide"]].values())
    assert found.codes[team.codes["conflit"]]["kappa"].value == 1
    kappa = found.codes[team.codes["attente"]]["kappa"].value
    assert kappa is not None
    assert found.mean["kappa"].value == pytest.approx((kappa + 1) / 2)
    assert found.pooled["kappa"].value == pytest.approx((0.8 - 0.52 + 1 - 0.82) / (0.48 + 0.18))
    assert found.pooled["dice"].value == pytest.approx(4 / 5)


def test_only_what_was_coded_has_positive_agreement_alone(team: Team) -> None:
    one = compare(team.moment, replace(PAIR, coded=True)).codes[team.codes["attente"]]
    assert one["dice"].value == pytest.approx(0.75)
    assert one["percent"].value == pytest.approx(3 / 5)
    assert [one[name].value for name in ("kappa", "alpha", "ac1")] == [None] * 3


def test_characters_are_half_open_and_each_coders_overlaps_count_once(team: Team) -> None:
    """Krippendorff 1995, p. 57: 24 characters, (2, 10) (14, 20) beside (4, 8) (15, 17): u .35833."""
    team.study.project.undo()
    start = team.turns["Bureau"][0][0]
    for who, spans in (("Ada", ((2, 7), (5, 10), (14, 20))), ("Bob", ((4, 8), (15, 17)))):
        for low, high in spans:
            team.put(who, "conflit", "Bureau", start + low, start + high)
    asked = replace(PAIR, unit="character", codes=(team.codes["conflit"],))
    moment = team.moment
    length = moment.infos[team.study.documents["Bureau"]].characters
    found = compare(moment, asked)
    assert found.units == length + moment.infos[team.study.documents["Achats"]].characters
    table = [[found.units - 14 - 10, 8], [0, 16]]  # ten letters of the other document both coded
    agreed = table[0][0] + table[1][1]
    observed, yes = agreed / found.units, (24 / found.units, 16 / found.units)
    expected = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    one = found.codes[team.codes["conflit"]]
    assert one["kappa"].value == pytest.approx((observed - expected) / (1 - expected))
    total, coded = 2 * found.units, 40
    paired = total**2 - (8**2 + 6**2 + 4**2 + 2**2 + 2 * 10**2) - (total - coded)
    assert one["u_alpha"].value == pytest.approx(1 - (16 / total) / (2 * coded * (total - coded) / paired))


def test_who_read_and_coded_nothing_disagrees_and_who_never_read_is_missing(team: Team) -> None:
    code = team.codes["attente"]
    with team.study.coder("Eve"):
        readings.declare(team.study.project, team.study.documents["Achats"], "done", cycle="descriptive")
    three = compare(team.moment, AgreementScope(("Ada", "Bob", "Eve")))
    assert three.codes[code]["percent"].value == pytest.approx((5 + 3 / 3 + 2 / 3) / 10)
    blind.assign(team.study.project, [team.study.documents["Bureau"]], "Bob")
    both = compare(team.moment, AgreementScope(("Ada", "Bob", "Eve")))
    assert both.documents == tuple(team.study.documents.values())
    assert both.codes[code]["percent"].value == pytest.approx((5 + 3 / 3 + 2 / 3 + 4) / 15)


def test_intervals_are_of_documents_and_the_same_again(team: Team) -> None:
    one_document = compare(team.moment, PAIR).codes[team.codes["attente"]]["kappa"]
    assert (one_document.low, one_document.high) == (None, None)
    team.code("Bob", "attente", "Bureau", 0, 1)
    first, again = (compare(team.moment, PAIR) for _ in range(2))
    kappa = first.codes[team.codes["attente"]]["kappa"]
    assert first == again
    assert kappa.value is not None
    assert kappa.low is not None
    assert kappa.high is not None
    assert kappa.low < kappa.value < kappa.high
    bare = compare(team.moment, replace(PAIR, resamplings=0))
    assert bare.codes[team.codes["attente"]]["kappa"] == (kappa.value, None, None)


def test_suggestions_are_told_and_left_out_on_request(team: Team) -> None:
    team.code("Bob", "conflit", "Achats", 0, origin="suggestion")
    code, moment = team.codes["conflit"], team.moment
    assert compare(moment, PAIR).left.suggested == 1
    assert compare(moment, PAIR).codes[code]["kappa"].value != 1
    assert compare(moment, replace(PAIR, by_hand=True)).codes[code]["kappa"].value == 1


def test_a_coding_of_a_whole_document_is_left_out_and_told(team: Team) -> None:
    before = compare(team.moment, PAIR)
    codings.apply(team.study.project, team.codes["attente"], anchors.whole(team.study.documents["Achats"]))
    after = compare(team.moment, PAIR)
    assert after.codes == before.codes
    assert (before.left.whole, after.left.whole) == (0, 1)


def test_what_was_coded_after_settling_began_is_not_agreement(team: Team) -> None:
    before = compare(team.moment, PAIR)
    first = disagreements.disagreements(team.moment, PAIR)[0]
    disagreements.settle(team.study.project, first, "first", PAIR)
    with team.study.project.change("Later") as session:
        from sqlalchemy import update

        from corpus.model import Settlement

        session.execute(update(Settlement).values(created_at="2020-01-01T00:00:00Z"))
    found = compare(team.moment, PAIR)
    assert found.left.late == before.left.codings
    assert found.codes[team.codes["attente"]]["kappa"].value is None


@pytest.mark.parametrize(
    ("coders", "why"),
    [
        (("Ada",), "two coders or more"),
        (("Ada", "Ada"), "two coders or more"),
        (("Ada", "Zoé"), "called Zoé"),
        (("Ada", "Eve"), "share no document"),
    ],
)
def test_what_can_not_be_compared_is_said(team: Team, coders: tuple[str, ...], why: str) -> None:
    with team.study.coder("Eve"), team.study.project.change("Come") as session:
        team.study.project.coder_key(session)
    with pytest.raises(NothingThere, match=why):
        compare(team.moment, AgreementScope(coders))


def test_what_is_coded_blind_is_not_compared(team: Team) -> None:
    blind.assign(team.study.project, [team.study.documents["Achats"]], "Ada", blind=True)
    with pytest.raises(NothingThere, match="share no document"):
        compare(team.moment, PAIR)


def test_too_many_coders_are_refused(team: Team) -> None:
    with team.study.project.change("Come") as session:
        from corpus.model import Coder

        session.add_all([Coder(name=f"C{n}") for n in range(41)])
    with pytest.raises(WorkbenchError, match="At most 40"):
        compare(team.moment, AgreementScope(tuple(f"C{n}" for n in range(41))))


_SPANS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), st.integers(0, 12), st.integers(1, 6)), max_size=12)


@given(_SPANS)
def test_pieces_say_of_every_character_who_coded_it(spans: list[tuple[int, int, int, int]]) -> None:
    import numpy as np

    table = np.array([(g, c, s, s + n) for g, c, s, n in spans], np.int64).reshape(-1, 4)
    whole = joined(Stretches(*table.T))
    said = {
        (group, at): sum(1 << coder for coder in {c for g, c, s, n in spans if g == group and s <= at < s + n})
        for group in range(3)
        for at in range(20)
    }
    found = pieces(whole)
    told = dict.fromkeys(said, 0)
    for group, start, end, coders in zip(*(column.tolist() for column in found), strict=True):
        for at in range(start, end):
            assert told[group, at] == 0
            told[group, at] = coders
    assert told == said

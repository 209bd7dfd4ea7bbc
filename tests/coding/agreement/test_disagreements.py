"""Where two coders disagree, what they settle on, and what is drawn to be coded twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coding import blind, codings, settlements
from coding.agreement import approach, draws
from coding.agreement.disagreements import agreed, disagreements, settle
from coding.agreement.stretches import AgreementScope
from coding.codebook import merging
from corpus.correcting import corrections
from corpus.errors import CodingError, NothingThere
from tests.coding.agreement.conftest import PAIR
from tests.coding.support import does_and_undoes

if TYPE_CHECKING:
    from tests.coding.agreement.conftest import Team

LAYER = "Codage arrêté en commun"


def settled_words(team: Team) -> list[tuple[int, int, int]]:
    """Return what the layer holds: code, start and end."""
    rows = team.moment.viewed(layer=LAYER).coded.codings
    return sorted((code, start, end) for _, _, code, start, end, _ in rows.tolist())


def test_disagreements_are_passages_that_one_alone_coded(team: Team) -> None:
    found = disagreements(team.moment, PAIR)
    turns = team.turns["Achats"]
    assert [(one.start, one.end) for one in found] == [turns[0], turns[4]]
    assert [(one.first, one.second) for one in found] == [((turns[0],), ()), ((), (turns[4],))]
    assert {one.code for one in found} == {team.codes["attente"]}


def test_by_character_other_words_are_a_disagreement_too(team: Team) -> None:
    start, end = team.turns["Achats"][6]
    team.put("Ada", "vide", "Achats", start, end)
    team.put("Bob", "vide", "Achats", start + 2, end)
    asked = replace(PAIR, codes=(team.codes["vide"],))
    assert disagreements(team.moment, asked) == []
    (found,) = disagreements(team.moment, replace(asked, unit="character"))
    assert (found.first, found.second) == (((start, end),), ((start + 2, end),))
    both = agreed(team.moment, asked)
    assert [(code, place.span) for code, place in both] == [(team.codes["vide"], (start + 2, end))]


@pytest.mark.parametrize(
    ("outcome", "puts"), [("first", 1), ("second", 0), ("both", 1), ("neither", 0), ("redefine", 0)]
)
def test_what_is_settled_is_a_layer_of_its_own(team: Team, outcome: str, puts: int) -> None:
    project, found = team.study.project, disagreements(team.moment, PAIR)[0]
    before = team.moment
    own = {who: before.viewed(layer=who).coded.codings.tolist() for who in ("Ada", "Bob")}
    does_and_undoes(project, lambda: settle(project, found, outcome, PAIR, reason=" Ada a raison. "))
    after = team.moment
    assert {who: after.viewed(layer=who).coded.codings.tolist() for who in own} == own
    assert after.coded.codings.tolist() == before.coded.codings.tolist()
    assert after.tally == before.tally
    assert len(settled_words(team)) == puts
    (told,) = after.settlements
    assert (told.outcome, told.reason, told.first, told.second, told.coder) == (
        outcome,
        "Ada a raison.",
        "Ada",
        "Bob",
        "Ada",
    )
    again = disagreements(after, PAIR)
    assert [one.settled is not None for one in again] == [True, False]


def test_another_decision_takes_the_place_of_the_first_and_can_be_taken_back(team: Team) -> None:
    project, found = team.study.project, disagreements(team.moment, PAIR)[0]
    settle(project, found, "both", PAIR)
    assert settled_words(team) == [(found.code, found.start, found.end)]
    does_and_undoes(project, lambda: settle(project, found, "neither", PAIR))
    assert settled_words(team) == []
    (one,) = settlements.listed(project)
    does_and_undoes(project, lambda: settlements.unsettle(project, one.key))
    assert settlements.listed(project) == []
    with pytest.raises(NothingThere, match="not settled"):
        settlements.unsettle(project, one.key)


def test_what_agrees_is_taken_over_once(team: Team) -> None:
    project = team.study.project
    found = agreed(team.moment, PAIR)
    assert len(found) == 4
    assert does_and_undoes(project, lambda: settlements.take_over(project, found)) == 4
    assert settlements.take_over(project, agreed(team.moment, PAIR)) == 0
    assert len(settled_words(team)) == 4


def test_decisions_move_with_words_and_with_codes(team: Team) -> None:
    project, found = team.study.project, disagreements(team.moment, PAIR)[1]
    settle(project, found, "second", PAIR)
    start = team.turns["Achats"][0][0]
    corrections.apply(project, found.document, [corrections.Correction(start, start, "Oh ! ")])
    merging.merge(project, [found.code], team.codes["vide"])
    (told,) = settlements.listed(project)
    assert (told.start, told.end, told.code) == (found.start + 5, found.end + 5, team.codes["vide"])


def test_nothing_is_settled_where_one_still_codes_blind(team: Team) -> None:
    project, found = team.study.project, disagreements(team.moment, PAIR)[0]
    settle(project, found, "first", PAIR)
    blind.assign(project, [found.document], "Ada", blind=True)
    with pytest.raises(CodingError, match="first pass"):
        settle(project, found, "second", PAIR)
    assert settlements.listed(project) == []
    assert settled_words(team) == []


def test_outcomes_and_coders_are_two_and_five(team: Team) -> None:
    found = disagreements(team.moment, PAIR)[0]
    with pytest.raises(CodingError, match="maybe"):
        settle(team.study.project, found, "maybe", PAIR)
    with pytest.raises(CodingError, match="between two"):
        disagreements(team.moment, AgreementScope(("Ada", "Bob", "Eve")))


def test_a_person_called_like_the_layer_keeps_the_name(team: Team) -> None:
    project = team.study.project
    team.code(LAYER, "vide", "Achats", 8)
    settle(project, disagreements(team.moment, PAIR)[0], "first", PAIR)
    assert settlements.layer(project) == f"{LAYER} (2)"
    assert [one.coder for one in codings.listed(project) if one.code == team.codes["vide"]] == [LAYER]


def test_a_draw_is_kept_and_the_same_by_the_same_seed(team: Team) -> None:
    project = team.study.project
    key = does_and_undoes(project, lambda: draws.draw(team.moment, "passages", 4, 7))
    (first,) = draws.listed(project)
    assert (first.key, first.unit, first.seed, first.among, first.coder) == (key, "passages", 7, 15, "Ada")
    draws.draw(team.moment, "passages", 4, 7)
    draws.draw(team.moment, "passages", 4, 8)
    _, same, other = draws.listed(project)
    assert same.places == first.places
    assert other.places != first.places
    assert len(set(first.places)) == 4
    does_and_undoes(project, lambda: draws.remove(project, key))
    with pytest.raises(NothingThere, match="Nothing was drawn"):
        draws.remove(project, key)


def test_documents_that_are_drawn_are_given_blind(team: Team) -> None:
    project = team.study.project
    does_and_undoes(project, lambda: draws.draw(team.moment, "documents", 1, 3, to="Bob"))
    (one,) = draws.listed(project)
    assert [(a.document, a.coder, a.blind) for a in blind.listed(project)] == [(one.places[0].document, "Bob", True)]
    for number in (0, 3):
        with pytest.raises(CodingError, match="Of 2 one can draw"):
            draws.draw(team.moment, "documents", number, 3)


def test_a_study_may_declare_that_it_asks_for_no_agreement(team: Team) -> None:
    project = team.study.project
    assert not approach.reflexive(project)
    does_and_undoes(project, lambda: approach.declare(project, reflexive=True))
    assert approach.reflexive(project)
    approach.declare(project, reflexive=False)
    assert not approach.reflexive(project)

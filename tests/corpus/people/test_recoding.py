"""Recoding: groups made of values by rules, what is left out said, made again when the source changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NothingThere, SourceError
from corpus.people import attributes, participants, recoding
from corpus.people.recoding import Recoded, RecodingRule, read
from corpus.store.project import Project
from tests.corpus.people.test_organisations import does_and_undoes
from tests.corpus.support import dump, empty_project

AGES = ("17", "18", "29", "30", "51", "n.c.")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        for n, age in enumerate(AGES):
            participants.add(opened, f"P{n}", attributes={"âge": age, "entrée": f"{2018 + n}-05-0{n + 1}"})
        yield opened


def key(project: Project, name: str) -> int:
    return next(one.key for one in participants.attributes(project) if one.name == name)


def held(project: Project, name: str) -> list[str]:
    return [person.attributes.get(name, "") for person in participants.listed(project)]


def test_ages_become_groups_and_what_is_left_out_is_said(project: Project) -> None:
    rules = [read("18..29=jeune"), read("30-50 = adulte"), read("51..= senior")]
    before = dump(project.path)
    seen = recoding.looked_at(project, key(project, "âge"), rules)
    assert seen == Recoded({"jeune": 2, "adulte": 1, "senior": 1}, {"17": 1, "n.c.": 1}, "")
    assert (seen.missed, dump(project.path)) == (2, before)
    does_and_undoes(project, lambda: recoding.recode(project, key(project, "âge"), "tranche", rules))
    assert held(project, "tranche") == ["", "jeune", "jeune", "adulte", "senior", ""]
    made = next(one for one in participants.attributes(project) if one.name == "tranche")
    assert (made.type, [one.value for one in made.choices]) == ("ordered", ["jeune", "adulte", "senior"])
    assert recoding.rules_of(project, made.key) == (rules, "")


def test_what_no_rule_reaches_may_have_a_name(project: Project) -> None:
    made, found = recoding.recode(project, key(project, "âge"), "tranche", [read("18..29=jeune")], " autre ")
    assert held(project, "tranche") == ["autre", "jeune", "jeune", "autre", "autre", "autre"]
    assert (found.groups, found.missed, found.rest) == ({"jeune": 2}, 4, "autre")
    info = next(one for one in participants.attributes(project) if one.key == made)
    assert [one.value for one in info.choices] == ["jeune", "autre"]


def test_rules_that_reach_no_value_make_nothing(project: Project) -> None:
    before, rules = dump(project.path), [read("90..=centenaire")]
    assert recoding.looked_at(project, key(project, "âge"), rules).nothing
    with pytest.raises(
        SourceError, match=r"^No rule reaches any value of âge, so nothing was made; its values are 17, "
    ):
        recoding.recode(project, key(project, "âge"), "tranche", rules)
    assert dump(project.path) == before
    assert recoding.recode(project, key(project, "âge"), "tranche", rules, "autre")[1].missed == len(AGES)
    empty = attributes.add(project, "taille", "number")  # groups may be made before there are values
    assert recoding.recode(project, empty, "tailles", rules)[1].groups == {"centenaire": 0}


def test_values_become_groups_and_dates_years(project: Project) -> None:
    _, found = recoding.recode(project, key(project, "âge"), "su", [read("N.C.=inconnu"), RecodingRule("su", low="0")])
    assert found.groups == {"inconnu": 1, "su": 5}
    made, found = recoding.recode(project, key(project, "entrée"), "an", [RecodingRule(years=True)])
    assert held(project, "an") == ["2018", "2019", "2020", "2021", "2022", "2023"]
    rules = [read("..2019=avant"), read("2020-05..2021-12-31=pendant")]
    assert recoding.looked_at(project, key(project, "entrée"), rules).groups == {"avant": 2, "pendant": 2}
    with pytest.raises(SourceError, match="Another attribute is called AN"):
        recoding.recode(project, key(project, "âge"), "AN", [read("18=x")])
    assert made


def test_groups_are_made_again_when_values_have_changed(project: Project) -> None:
    source = key(project, "âge")
    made, _ = recoding.recode(project, source, "tranche", [read("18..29=jeune"), read("30..=autre")])
    assert recoding.stale(project, made) == 0
    people = participants.listed(project)
    participants.edit(project, people[0].key, attributes={"âge": "19"})
    participants.edit(project, people[1].key, attributes={"âge": "44"})
    participants.edit(project, people[4].key, attributes={"âge": ""})
    assert recoding.stale(project, made) == 3
    does_and_undoes(project, lambda: recoding.again(project, made))
    assert held(project, "tranche") == ["jeune", "autre", "jeune", "autre", "", ""]
    assert recoding.stale(project, made) == 0
    with pytest.raises(NothingThere, match="âge was not made of another attribute"):
        recoding.again(project, source)
    attributes.remove(project, source)
    assert held(project, "tranche")[0] == "jeune"
    with pytest.raises(NothingThere, match="tranche was not made of another attribute, or that is gone"):
        recoding.again(project, made)


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        ([], "there is no rule"),
        ([RecodingRule("", low="1")], "A rule needs the name of its group"),
        ([RecodingRule("x")], "The rule for x says no values"),
        ([RecodingRule("x", low="ten")], "ten is no bound of a range for x"),
        ([RecodingRule("x", low="50", high="9")], "The range 50–9 of x ends before it begins"),
    ],
)
def test_bad_rules_are_refused_and_change_nothing(project: Project, rules: list[RecodingRule], why: str) -> None:
    before = dump(project.path)
    with pytest.raises(SourceError, match=why):
        recoding.recode(project, key(project, "âge"), "tranche", rules)
    assert dump(project.path) == before


@pytest.mark.parametrize("written", ["", "=", "18..29", "18..29=", "=x", " = "])
def test_a_rule_needs_both_sides(written: str) -> None:
    with pytest.raises(SourceError, match="must be written VALUES=GROUP"):
        read(written)


@given(st.integers(-50, 150), st.integers(-50, 150), st.integers(-50, 150))
def test_a_range_holds_both_of_its_bounds_and_nothing_outside(low: int, high: int, value: int) -> None:
    low, high = sorted((low, high))
    rule = RecodingRule("in", low=str(low), high=str(high))
    assert (rule.of(str(value)) == "in") == (low <= value <= high)
    assert rule.of(str(low)) == rule.of(str(high)) == "in"

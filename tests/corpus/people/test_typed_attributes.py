"""Attributes of choices: their values, their order, their labels, each verb done and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NothingThere, SourceError
from corpus.people import attributes, participants, values
from corpus.people.known import AttributeInfo
from corpus.people.values import PossibleValue
from corpus.store.project import Project
from tests.corpus.people.test_organisations import does_and_undoes
from tests.corpus.support import dump, empty_project

SIZES = (
    PossibleValue("petite", {"en": "small"}),
    PossibleValue("moyenne", {"en": "medium"}),
    PossibleValue("grande", {"en": "large"}),
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


def info(project: Project) -> AttributeInfo:
    return participants.attributes(project)[0]


def held(project: Project) -> list[str]:
    return [person.attributes.get(info(project).name, "") for person in participants.listed(project)]


def test_a_value_is_kept_as_the_choice_however_it_is_called(project: Project) -> None:
    does_and_undoes(
        project,
        lambda: attributes.add(project, "Taille", "ordered", among=SIZES, labels={"en": "Size", "fr": " "}),
    )
    assert (info(project).choices, info(project).labels) == (SIZES, {"en": "Size"})
    for name, said in (("A", "GRANDE"), ("B", "small"), ("C", "Médium"), ("D", "grande")):
        participants.add(project, name, attributes={"size": said})
    assert held(project) == ["grande", "petite", "moyenne", "grande"]
    assert [info(project).shown(value, "en") for value in held(project)] == ["large", "small", "medium", "large"]
    assert [info(project).shown(value, "fr") for value in held(project)] == held(project)
    assert (info(project).label("en"), info(project).label("fr")) == ("Size", "Taille")


def test_a_value_that_is_no_choice_becomes_the_last_one(project: Project) -> None:
    attributes.add(project, "Taille", "ordered", among=SIZES)
    does_and_undoes(project, lambda: participants.add(project, "A", attributes={"taille": "géante"}))
    assert [one.value for one in info(project).choices] == ["petite", "moyenne", "grande", "géante"]
    assert (info(project).type, info(project).fits("GEANTE"), info(project).fits("naine")) == ("ordered", True, False)


def test_an_attribute_becomes_a_choice_of_what_it_holds(project: Project) -> None:
    for name, said in (("A", "10"), ("B", "9"), ("C", "10")):
        participants.add(project, name, attributes={"pas": said})
    assert info(project).type == "number"
    does_and_undoes(project, lambda: attributes.set_type(project, info(project).key, "ordered"))
    assert [one.value for one in info(project).choices] == ["9", "10"]
    does_and_undoes(project, lambda: attributes.set_type(project, info(project).key, "number"))
    assert held(project) == ["10", "9", "10"]


def test_choices_are_put_in_order_renamed_and_labelled(project: Project) -> None:
    key = attributes.add(project, "Taille", "choice", among=SIZES)
    participants.add(project, "A", attributes={"taille": "petite"})
    does_and_undoes(
        project, lambda: attributes.set_choices(project, key, [*reversed(SIZES), PossibleValue(" énorme ")])
    )
    assert [one.value for one in info(project).choices] == ["grande", "moyenne", "petite", "énorme"]
    does_and_undoes(project, lambda: attributes.rename_choice(project, key, "Petite", "minime"))
    assert held(project) == ["minime"]
    assert info(project).choices[2] == PossibleValue("minime", {"en": "small"})
    does_and_undoes(project, lambda: attributes.set_labels(project, key, {"fr": "Taille de la firme", "en": "Size"}))
    does_and_undoes(project, lambda: attributes.set_labels(project, key, {"fr": ""}))
    assert info(project).labels == {"en": "Size"}


@pytest.mark.parametrize(
    ("verb", "why"),
    [
        (lambda p, key: attributes.set_choices(p, key, SIZES[1:]), "petite can't go from the choices, as it is held 2"),
        (lambda p, key: attributes.set_choices(p, key, [*SIZES, PossibleValue("PETITE")]), "PETITE is there twice"),
        (lambda p, key: attributes.set_choices(p, key, [*SIZES, PossibleValue(" ")]), "A choice needs a name"),
        (lambda p, key: attributes.rename_choice(p, key, "petite", "grande"), "grande is there twice"),
        (lambda p, key: attributes.rename_choice(p, key, "petite", ""), "A choice needs a name"),
        (lambda p, key: attributes.rename_choice(p, key, "naine", "x"), "naine is no choice of Taille"),
        (lambda p, key: attributes.set_choices(p, attributes.add(p, "x"), SIZES), "x is no attribute of choices"),
        (lambda p, key: attributes.set_type(p, key, "number"), "Taille holds petite, which is no number"),
    ],
)
def test_what_can_not_be_is_refused_and_changes_nothing(
    project: Project, verb: Callable[[Project, int], object], why: str
) -> None:
    key = attributes.add(project, "Taille", "choice", among=SIZES)
    for name in "AB":
        participants.add(project, name, attributes={"taille": "petite"})
    before = dump(project.path)
    with pytest.raises((SourceError, NothingThere), match=why), project.change("try"):
        verb(project, key)
    assert dump(project.path) == before


@pytest.mark.parametrize(
    ("type", "given"),
    [
        ("number", ["-2", "0,5", "9", "1 000", "n.c."]),
        ("date", ["31/12/2019", "2020-01-01", "01/02/2020", "bientôt"]),
        ("ordered", ["petite", "medium", "grande", "autre"]),
        ("text", ["Ábc", "b", "ç", "Z"]),
    ],
)
def test_values_are_put_in_the_order_of_their_type(type: str, given: list[str]) -> None:
    mixed = given[::-1]
    assert sorted(mixed, key=lambda one: values.rank(one, type, SIZES)) == given


@given(st.lists(st.text(), max_size=6), st.sampled_from(values.TYPES))
def test_any_values_can_be_put_in_order(given: list[str], type: str) -> None:
    assert len(sorted(given, key=lambda one: values.rank(one, type, SIZES))) == len(given)

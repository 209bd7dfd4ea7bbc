"""Organisations counted, asked for and masked: two firms with three interviews each, one part of a group."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import codebook, codings, memos
from coding.exports import cases
from coding.moment import facets
from coding.moment.moment import Moment
from coding.search import filters
from coding.search.fields import Meaning
from coding.tables import matrices
from corpus import anchors, documents
from corpus.errors import WorkbenchError
from corpus.people import attributes, organisations, participants
from corpus.people.values import PossibleValue
from corpus.search.query import parse
from corpus.store.project import Project
from tests.coding.support import draft
from tests.corpus.support import empty_project

PEOPLE = ("Ana", "Bob", "Cid", "Dan", "Eve", "Fay")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Give six interviews of a coded turn each: three of Verger, three of Moulin, which is a part of Rivage."""
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        documents.add(opened, [draft(name, f"{name.upper()} : Chez Moulin on attend la caisse.") for name in PEOPLE])
        code = codebook.add(opened, "attente")
        keys = {info.name: info.key for info in documents.listed(opened)}
        made = {name: participants.add(opened, name, documents=[keys[name]]) for name in PEOPLE}
        for key in keys.values():
            codings.apply(opened, code, anchors.words(key, 6, 20))
        group, verger, moulin = (organisations.add(opened, name) for name in ("Rivage", "Verger", "Moulin"))
        organisations.set_parent(opened, moulin, group)
        organisations.belong(opened, verger, participants=[made[name] for name in PEOPLE[:3]])
        organisations.belong(opened, moulin, participants=[made[name] for name in PEOPLE[3:5]])
        organisations.belong(opened, moulin, documents=[keys["Fay"]])
        yield opened


def counted(moment: Moment) -> dict[str, int]:
    matrix = matrices.build(moment, "organisations", "codes", "codings")
    return {label.name: int(row.sum()) for label, row in zip(matrix.rows, matrix.values, strict=True)}


def test_a_matrix_has_a_row_for_each_organisation_with_its_parts(project: Project) -> None:
    assert counted(Moment.of(project)) == {"Rivage": 3, "Verger": 3, "Moulin": 3, "(none)": 0}
    participants.remove(project, [next(one.key for one in participants.listed(project) if one.name == "Ana")])
    assert counted(Moment.of(project)) == {"Rivage": 3, "Verger": 2, "Moulin": 3, "(none)": 1}


def test_a_moment_takes_in_what_is_said_of_organisations(project: Project) -> None:
    moment = Moment.of(project)
    verger = organisations.find(project, "Verger").key
    organisations.leave(project, verger, participants=organisations.get(project, verger).participants[:1])
    assert counted(moment.now()) == counted(Moment.of(project)) == {"Rivage": 3, "Verger": 2, "Moulin": 3, "(none)": 1}


def test_organisations_are_a_filter_a_field_and_a_facet(project: Project) -> None:
    moment = Moment.of(project)
    kept = filters.kept(moment, where={"Organisation": "rivage"})
    assert kept is not None
    assert [int(kept.sum()), moment.viewed(where={"organisation": "Verger"}).where] == [
        3,
        (("organisation", "Verger"),),
    ]
    found = filters.chosen(moment, where={"organisation": "Moulin"})
    assert found == {"organisation": (organisations.find(project, "Moulin").key,)}
    assert [label.name for label in facets.said(moment)["organisation"].labels] == [
        "Rivage",
        "Verger",
        "Moulin",
        "(none)",
    ]
    assert int(Meaning(moment).mask(parse("organisation:river* OR organisation:verger")).sum()) == 3
    assert int(Meaning(moment).mask(parse("organisation:rivage")).sum()) == 3


def test_an_attribute_of_a_firm_is_that_of_what_is_said_there(project: Project) -> None:
    attributes.add(project, "effectif", "number", "organisation")
    for name, size in (("Rivage", "900"), ("Verger", "12")):
        organisations.edit(project, organisations.find(project, name).key, attributes={"effectif": size})
    matrix = matrices.build(Moment.of(project), "attribute:effectif", "codes", "codings")
    assert {label.name: int(row.sum()) for label, row in zip(matrix.rows, matrix.values, strict=True)} == {
        "12": 3,
        "900": 3,
        "(none)": 0,
    }
    ana = next(one.key for one in participants.listed(project) if one.name == "Ana")
    participants.edit(project, ana, attributes={"effectif": "13"})
    matrix = matrices.build(Moment.of(project), "attribute:effectif", "codes", "codings")
    assert [int(n) for n in matrix.values.sum(axis=1)] == [2, 1, 3, 0]


def test_a_confidential_organisation_and_its_parts_are_named_nowhere(project: Project) -> None:
    organisations.edit(project, organisations.find(project, "Rivage").key, confidential=True)
    moment = Moment.of(project, masking=True)
    assert list(counted(moment)) == ["[organisation 1]", "Verger", "[organisation 3]", "(none)"]
    assert moment.mask.text("Chez Rivage, au Moulin et au Verger") == (
        "Chez [organisation 1], à l'[organisation 3] et au Verger"
    )
    assert list(counted(moment.viewed(masking=False))) == ["Rivage", "Verger", "Moulin", "(none)"]


def test_the_firm_of_a_confidential_participant_is_masked(project: Project) -> None:
    ana = next(one.key for one in participants.listed(project) if one.name == "Ana")
    bob = next(one.key for one in participants.listed(project) if one.name == "Bob")
    mask = Moment.of(project, masking=True).mask
    assert mask.attribution([bob]) == "Verger"
    participants.edit(project, ana, confidential=True)
    mask = Moment.of(project, masking=True).mask
    assert (mask.attribution([ana]), mask.attribution([bob]), mask.firms([bob])) == (
        "[participant 1]",
        "[organisation 2]",
        "[organisation 2]",
    )


def test_an_attribute_called_organisation_is_meant_where_there_are_none(project: Project) -> None:
    organisations.remove(project, [info.key for info in organisations.listed(project)])
    with pytest.raises(WorkbenchError, match="No attribute is called organisation"):
        filters.kept(Moment.of(project), where={"organisation": "Verger"})
    ana = participants.listed(project)[0].key
    participants.edit(project, ana, attributes={"Organisation": "Verger"})
    kept = filters.kept(Moment.of(project), where={"organisation": "verger"})
    assert kept is not None
    assert int(kept.sum()) == 1


def test_attributes_are_divided_in_the_order_of_their_type_and_by_their_labels(project: Project) -> None:
    sizes = (
        PossibleValue("petite", {"en": "small"}),
        PossibleValue("moyenne"),
        PossibleValue("grande", {"en": "large"}),
    )
    attributes.add(project, "taille", "ordered", among=sizes)
    for person, size, age in zip(participants.listed(project), ("grande", "petite") * 3, "9 30 100 9 30 8".split()):
        participants.edit(project, person.key, attributes={"taille": size, "âge": age})
    moment = Moment.of(project)
    rows = matrices.build(moment, "attribute:taille", "codes", "codings")
    assert [(label.name, int(n)) for label, n in zip(rows.rows, rows.values.sum(axis=1), strict=True)] == [
        ("petite", 3),
        ("moyenne", 0),
        ("grande", 3),
        ("(none)", 0),
    ]
    english = matrices.build(moment.viewed(printed="en"), "attribute:taille", "codes", "codings")
    assert [label.name for label in english.rows] == ["small", "moyenne", "large", "(none)"]
    ages = matrices.build(moment, "attribute:âge", "codes", "codings")
    assert [label.name for label in ages.rows] == ["8", "9", "30", "100", "(none)"]
    for said in ("large", "GRANDE"):
        kept = filters.kept(moment, where={"taille": said})
        assert kept is not None
        assert int(kept.sum()) == 3
    assert filters.chosen(moment, where={"taille": "small"}) == {"attribute:taille": ("petite",)}
    assert int(Meaning(moment).mask(parse("participant.taille:large")).sum()) == 3


def test_a_case_is_told_by_itself_with_its_codes_documents_and_memos(project: Project) -> None:
    ana = participants.listed(project)[0].key
    participants.edit(project, ana, attributes={"fonction": "Cheffe", "âge": "44"})
    memos.add(project, "À rappeler.", targets=[memos.Target("participant", ana)])
    sections = {one.heading: one for one in cases.report(Moment.of(project)).sections}
    assert list(sections) == ["Rivage", "Verger", "Moulin", *PEOPLE]
    assert sections["Ana"].paragraphs == (
        "fonction\u00a0: Cheffe",
        "âge\u00a0: 44",
        "Organisations\u00a0: Verger",
        "Documents\u00a0: Ana",
        "Mémo\u00a0: À rappeler.",
    )
    assert sections["Ana"].rows == (("attente", 1, 1),)
    assert (sections["Rivage"].rows, sections["Rivage"].paragraphs) == (
        (("attente", 3, 3),),
        ("Participant·es\u00a0: Dan\u202f; Eve", "Documents\u00a0: Dan\u202f; Eve\u202f; Fay"),
    )
    assert cases.sheet(Moment.of(project), {ana}).rows[3] == ("Bob", "participant", "attente", 1, 1)
    participants.edit(project, ana, confidential=True)
    hidden = cases.report(Moment.of(project, masking=True)).sections
    told = next(one for one in hidden if one.heading == "[participant 1]")
    assert "Ana" not in str(hidden)
    assert told.paragraphs[:2] == ("âge\u00a0: 44", "Documents\u00a0: [participant 1]")

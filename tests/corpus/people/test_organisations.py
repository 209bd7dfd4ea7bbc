"""Organisations: made, moved, left and removed, each done and undone; who is of them, and what of a circle."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import documents
from corpus.errors import NothingThere, SourceError
from corpus.people import organisations, participants
from corpus.people.organisations import OrganisationInfo
from corpus.store.project import Project
from tests.corpus.support import dump, empty_project, interview


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Give a project with two firms' interviews and a talk of both firms together."""
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        documents.add(opened, [interview("Un", "ANNE"), interview("Deux", "BEA"), interview("Trio", "ANNE", "BEA")])
        for name, firm in (("ANNE", "Bois et Fils"), ("BEA", "Café Colline"), ("CARL", "bois et fils")):
            participants.add(opened, name, attributes={"Entreprise": firm})
        yield opened


def does_and_undoes(project: Project, verb: Callable[[], object]) -> None:
    before, steps = dump(project.path), len(project.history())
    verb()
    after = dump(project.path)
    assert after != before
    assert len(project.history()) == steps + 1
    project.undo()
    assert dump(project.path) == before
    project.redo()
    assert dump(project.path) == after


def of(project: Project) -> dict[str, tuple[str, ...]]:
    """Return the names of those who are of each organisation."""
    names = {info.key: info.name for info in participants.listed(project)}
    return {info.name: tuple(names[key] for key in info.participants) for info in organisations.listed(project)}


def person(project: Project, name: str) -> int:
    return next(info.key for info in participants.listed(project) if info.name == name)


def test_an_organisation_is_added_edited_and_removed(project: Project) -> None:
    sector = {"Secteur": "bois"}
    does_and_undoes(
        project, lambda: organisations.add(project, "  Bois  et Fils ", confidential=True, attributes=sector)
    )
    [info] = organisations.listed(project)
    assert info == OrganisationInfo(info.key, 1, "Bois et Fils", None, True, sector, (), (), 1)
    does_and_undoes(project, lambda: organisations.edit(project, info.key, "Bois", False, {"secteur": ""}))
    assert organisations.get(project, info.key) == OrganisationInfo(info.key, 1, "Bois", None, False, {}, (), (), 1)
    assert organisations.find(project, "BOIS").key == info.key
    does_and_undoes(project, lambda: organisations.remove(project, [info.key]))
    assert organisations.listed(project) == []


def test_a_name_is_needed_and_is_of_one_alone(project: Project) -> None:
    key = organisations.add(project, "Café Colline")
    before = dump(project.path)
    with pytest.raises(SourceError, match=r"^Another organisation is called CAFE colline\.$"):
        organisations.add(project, "CAFE colline")
    for name in ("", "  ", "\n"):
        with pytest.raises(SourceError, match="needs a name"):
            organisations.edit(project, key, name)
    organisations.edit(project, key, "Café colline")
    assert [info.name for info in organisations.listed(project)] == ["Café colline"]
    project.undo()
    assert dump(project.path) == before
    for gone in (
        lambda: organisations.get(project, 99),
        lambda: organisations.edit(project, 99, "X"),
        lambda: organisations.remove(project, [99]),
        lambda: organisations.set_parent(project, key, 99),
        lambda: organisations.belong(project, 99),
    ):
        with pytest.raises(NothingThere, match="no longer in the project"):
            gone()
    with pytest.raises(NothingThere, match=r"^No organisation is called Bois\.$"):
        organisations.find(project, "Bois")


def test_a_part_moves_and_a_circle_is_refused(project: Project) -> None:
    group, firm, shop = (organisations.add(project, name) for name in ("Groupe", "Maison", "Boutique"))
    does_and_undoes(project, lambda: organisations.set_parent(project, firm, group))
    does_and_undoes(project, lambda: organisations.set_parent(project, shop, firm))
    before = dump(project.path)
    for key, parent in ((group, shop), (group, firm), (group, group)):
        with pytest.raises(SourceError, match=r"^Groupe can't be part of .*, which is Groupe itself or a part of it"):
            organisations.set_parent(project, key, parent)
    assert dump(project.path) == before
    does_and_undoes(project, lambda: organisations.remove(project, [firm]))
    assert organisations.get(project, shop).parent == group
    does_and_undoes(project, lambda: organisations.set_parent(project, shop, None))
    assert organisations.get(project, shop).parent is None


@given(st.lists(st.tuples(st.integers(0, 4), st.none() | st.integers(0, 4)), max_size=30))
def test_no_moves_make_a_circle(moves: list[tuple[int, int | None]]) -> None:
    parents: dict[int, int | None] = dict.fromkeys(range(5))

    def infos() -> dict[int, OrganisationInfo]:
        return {key: OrganisationInfo(key, key, "", up, False, {}, (), ()) for key, up in parents.items()}

    for key, parent in moves:
        if parent is None or key not in organisations.above(infos(), parent):
            parents[key] = parent
    for key in parents:
        line = organisations.above(infos(), key)
        assert parents[line[-1]] is None


def test_what_is_above_ends_in_a_circle_that_another_program_wrote() -> None:
    ring = {key: OrganisationInfo(key, key, "", up, False, {}, (), ()) for key, up in ((1, 2), (2, 3), (3, 1))}
    assert organisations.above(ring, 1) == [1, 2, 3]


def test_people_and_documents_join_and_leave(project: Project) -> None:
    firm, anne, bea = organisations.add(project, "Bois"), person(project, "ANNE"), person(project, "BEA")
    one = documents.find(project, "Un").key
    does_and_undoes(
        project, lambda: organisations.belong(project, firm, participants=[anne, bea, anne], documents=[one])
    )
    before = dump(project.path)
    organisations.belong(project, firm, participants=[anne], documents=[one])
    assert dump(project.path) == before
    info = organisations.get(project, firm)
    assert (info.participants, info.documents) == ((anne, bea), (one,))
    does_and_undoes(project, lambda: organisations.leave(project, firm, participants=[bea]))
    with pytest.raises(NothingThere, match=r"^That is not of Bois\.$"):
        organisations.leave(project, firm, participants=[bea])
    for gone in ({"participants": [99]}, {"documents": [99]}):
        with pytest.raises(NothingThere, match="no longer in the project"):
            organisations.belong(project, firm, **gone)
    does_and_undoes(project, lambda: participants.remove(project, [anne]))
    assert of(project) == {"Bois": ()}


def test_organisations_are_made_of_what_people_say_of_their_employer(project: Project) -> None:
    key = participants.attributes(project)[0].key
    assert organisations.offered(project, ["Entreprise", "Âge"]) == ("Entreprise",)
    assert [(one.name, len(one.participants), one.there) for one in organisations.named(project, key)] == [
        ("Bois et Fils", 2, False),
        ("Café Colline", 1, False),
    ]
    organisations.add(project, "CAFE COLLINE")
    does_and_undoes(project, lambda: organisations.made_of(project, key))
    assert of(project) == {"CAFE COLLINE": ("BEA",), "Bois et Fils": ("ANNE", "CARL")}
    assert organisations.offered(project, ["Entreprise"]) == ()
    with pytest.raises(NothingThere, match="Nobody has a value"):
        organisations.made_of(project, 99)


def test_a_document_is_of_the_firms_of_those_who_speak_unless_it_is_said(project: Project) -> None:
    group, firm, shop, other = (organisations.add(project, name) for name in "ABCD")
    organisations.set_parent(project, firm, group)
    one, two, three = (documents.find(project, name).key for name in ("Un", "Deux", "Trio"))
    anne, bea, carl = (person(project, name) for name in ("ANNE", "BEA", "CARL"))
    organisations.belong(project, firm, participants=[anne])
    organisations.belong(project, shop, participants=[anne, bea])
    found = organisations.belongings(organisations.listed(project))
    assert found.of(one, [anne]) == [firm, shop]
    assert found.of(three, [anne, bea]) == [firm, shop]
    assert found.of(two, [carl]) == found.of(two, []) == []
    organisations.belong(project, group, documents=[one])
    organisations.belong(project, other, documents=[three])
    found = organisations.belongings(organisations.listed(project))
    assert found.of(one, [anne]) == [firm]  # which is a part of what the document is said to be of
    assert found.of(one, [bea]) == [group]
    assert found.of(three, [anne, bea]) == [other]

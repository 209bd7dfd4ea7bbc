"""One rule by which everything that has a name is found: as it stands, else alike; several are asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coding.search import searches
from coding.search.searches import Search
from coding.tables import saved_matrices
from coding.tables.saved_matrices import MatrixChoice
from corpus import documents, name_lookup, sets
from corpus.errors import AmbiguousName, WorkbenchError
from corpus.guide import guides
from corpus.people import organisations, participants
from corpus.sets import SetInfo
from corpus.store.project import Project
from tests.corpus.support import draft, empty_project

Made = Callable[[Project, str], object]
Find = Callable[[Project, str], object]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


def a_document(project: Project, name: str) -> object:
    return documents.add(project, [draft(name, name)])


FOUND: dict[str, tuple[Made, Find]] = {
    "document": (a_document, documents.find),
    "participant": (participants.add, participants.find),
    "organisation": (organisations.add, organisations.find),
    "set": (lambda project, name: sets.make(project, name, "documents"), sets.find),
    "guide": (guides.add, guides.find),
    "search": (lambda project, name: searches.save(project, name, Search(name)), searches.find),
    "matrix": (lambda project, name: saved_matrices.save(project, name, MatrixChoice()), saved_matrices.find),
}


@pytest.mark.parametrize("what", FOUND)
def test_everything_is_found_by_its_name_alike(project: Project, what: str) -> None:
    make, find = FOUND[what]
    make(project, "Société Œuvre")
    for said in ("Société Œuvre", "  societe   oeuvre ", "SOCIÉTÉ ŒUVRE"):
        assert find(project, said).name == "Société Œuvre"  # type: ignore[attr-defined]  # all of them have one
    with pytest.raises(WorkbenchError, match="Société Œuvre"):
        find(project, "Societe Euvre")  # the nearest is offered
    with pytest.raises(WorkbenchError) as caught:
        find(project, "Quelque chose d'autre")
    assert "meant" not in str(caught.value)


def named(*names: str) -> list[SetInfo]:
    return [SetInfo(key, str(key), name, "codes", "", None, False, frozenset()) for key, name in enumerate(names)]


def test_a_name_as_it_stands_comes_first_and_several_alike_are_asked_about() -> None:
    known = named("Été", "ete", "Hiver")
    for n, name in enumerate(("Été", "ete")):
        found = name_lookup.one(known, name)
        assert found is not None
        assert found.key == n
    with pytest.raises(AmbiguousName, match=r"ETE may mean several: Été, ete\."):
        name_lookup.one(known, "ETE")
    assert name_lookup.one(known, "Printemps") is None
    assert (name_lookup.nearest(known, "hivers"), name_lookup.nearest(known, "Printemps")) == ("Hiver", None)

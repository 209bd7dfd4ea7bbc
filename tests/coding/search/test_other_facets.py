"""Facets of documents, memos and codes keep what their fields keep, and count what they would leave."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coding import codebook
from coding.moment.moment import Moment
from coding.search import other_hits
from coding.search.other_words import HAD, OtherWords
from coding.search.searches import Scope, Search
from corpus import sets
from corpus.errors import UnknownCode
from corpus.search.index import SearchIndex
from tests.coding.search.test_scopes import study
from tests.coding.support import Study

__all__ = ["study"]  # the fixture
SCOPES = ("documents", "memos", "definitions", "codings")


@pytest.mark.parametrize("scope", SCOPES)
def test_a_facet_keeps_what_its_field_keeps(study: Study, tmp_path: Path, scope: Scope) -> None:
    ground, index = Moment.of(study.project), SearchIndex.of(study.project, tmp_path)
    other = OtherWords(ground)

    def units(search: Search) -> list[int]:
        return other_hits.hits(search, ground, index, other=other).units.tolist()

    every = Search("*", scope=scope)
    facets = {facet.name: facet for facet in other_hits.hits(every, ground, index, other=other).facets}
    fields = {
        "participant": "participant",
        "document": "document",
        "coder": "coder",
        "origin": "origin",
        "speaker": "speaker",
        "attribute:secteur": "participant.secteur",
        "role": "role",
    }
    asked = 0
    for name, field in fields.items():
        for value in facets[name].values:
            if value.key is not None:
                chosen = units(replace(every, chosen={name: (value.key,)}))
                assert chosen == units(Search(f'{field}:"{value.label}"', scope=scope)), (name, value)
                assert len(chosen) == value.count
                asked += bool(chosen)
    assert asked > 8
    for value in facets["has"].values:
        chosen = units(replace(every, chosen={"has": (value.key,)}))
        assert chosen == units(Search("uncoded" if value.key == "uncoded" else f"has:{value.key}", scope=scope))
        assert len(chosen) == value.count
    assert {value.key for value in facets["has"].values} == set(HAD) - ({"memo"} if scope == "memos" else set())


@pytest.mark.parametrize("scope", SCOPES)
def test_a_code_keeps_what_its_field_keeps(study: Study, tmp_path: Path, scope: Scope) -> None:
    ground, index = Moment.of(study.project), SearchIndex.of(study.project, tmp_path)
    found = other_hits.hits(Search("*", scope=scope), ground, index)
    books = [facet for facet in found.facets if facet.name == "code" or facet.name.startswith("framework:")]
    assert len(books) == 2
    for facet in books:
        for value in facet.values:
            assert isinstance(value.key, int)
            way = ground.ways[value.key]
            chosen = other_hits.hits(Search("*", {facet.name: (value.key,)}, scope=scope), ground, index)
            by_field = other_hits.hits(Search(f'code:"{way}"', scope=scope), ground, index)
            assert chosen.units.tolist() == by_field.units.tolist(), way
            assert len(chosen) == value.count


def test_choices_of_one_facet_are_alternatives_and_facets_narrow_one_another(study: Study, tmp_path: Path) -> None:
    ground, index = Moment.of(study.project), SearchIndex.of(study.project, tmp_path)
    stock = codebook.find(study.project, "Stock").key
    people = {value.label: value.key for value in _facet(ground, index, "documents", "participant").values}
    both = Search("", {"participant": (people["Anne Roy"], people["Bruno Dix"]), "code": (stock,)}, scope="documents")
    found = other_hits.hits(both, ground, index)
    assert [found.hit(n).name for n in range(len(found))] == ["Anne", "Bruno"]
    one = other_hits.hits(replace(both, query="casse"), ground, index)
    assert [one.hit(n).name for n in range(len(one))] == ["Anne"]
    counts = {facet.name: {value.label: value.count for value in facet.values} for facet in one.facets}
    assert counts["participant"]["Anne Roy"] == 1
    assert counts["participant"]["Bruno Dix"] == 0
    assert counts["document"] == {"Anne": 1, "Bruno": 0, "Vide": 0}


def test_memos_are_chosen_by_kind_and_by_who_wrote_them(study: Study, tmp_path: Path) -> None:
    ground, index = Moment.of(study.project), SearchIndex.of(study.project, tmp_path)
    found = other_hits.hits(Search("", {"kind": ("reflexive",)}, scope="memos"), ground, index)
    assert [found.hit(n).name for n in range(len(found))] == ["Il attend…"]
    assert [(value.key, value.count) for value in _facet(ground, index, "memos", "kind").values] == [
        ("plain", 5),
        ("reflexive", 1),
    ]
    kept = other_hits.hits(Search("", {"coder": ("Paul",)}, scope="memos"), ground, index)
    assert [kept.hit(n).name for n in range(len(kept))] == ["À revoir"]


def test_sets_are_facets(study: Study, tmp_path: Path) -> None:
    project = study.project
    try:
        made = sets.make(project, "Retenus", "documents", members=[study.documents["Vide"]])
        codes = sets.make(project, "Codes vus", "codes", members=[codebook.find(project, "Jamais").key])
        ground, index = Moment.of(project), SearchIndex.of(project, tmp_path)
        uids = {one.info.key: one.info.uid for one in ground.sets.values()}
        papers = other_hits.hits(Search("", {"set": (uids[made],)}, scope="documents"), ground, index)
        assert [papers.hit(n).name for n in range(len(papers))] == ["Vide"]
        book = other_hits.hits(Search("", {"set:codes": (uids[codes],)}, scope="definitions"), ground, index)
        assert [book.hit(n).name for n in range(len(book))] == ["Jamais"]
    finally:
        project.undo()
        project.undo()


def test_a_code_that_is_gone_is_said(study: Study, tmp_path: Path) -> None:
    ground, index = Moment.of(study.project), SearchIndex.of(study.project, tmp_path)
    with pytest.raises(UnknownCode, match="no longer in the project"):
        other_hits.hits(Search("", {"code": (999_999,)}, scope="definitions"), ground, index)


def _facet(ground: Moment, index: SearchIndex, scope: Scope, name: str) -> other_hits.Facet:
    found = other_hits.hits(Search("", scope=scope), ground, index)
    return next(facet for facet in found.facets if facet.name == name)

"""Listings and the searches that ask for them: rows, facets and their counts agree with what the verbs below say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from coding import codebook, codings, excerpts, links
from coding.codebook import frameworks
from coding.exports import hits
from coding.moment.moment import Moment
from coding.search import listings, searches
from coding.search.listings import Listing
from coding.search.searches import Search
from corpus import documents
from corpus.errors import CodingError, NothingThere, QueryError, UnknownCode
from corpus.model import SavedSearch
from corpus.people import participants
from corpus.search.index import SearchIndex
from tests.coding.support import Study, does_and_undoes, searched

Ask = Callable[..., Listing]


@pytest.fixture
def keys(study: Study) -> dict[str, int]:
    project = study.project
    frameworks.add(project, "meco-2019")
    found = {"C1": codebook.find(project, "C1").key, "film": codebook.add(project, "film")}
    links.link(project, found["film"], found["C1"])
    codings.apply(project, found["film"], study.words("Achats", "parcours client"))
    codings.apply(project, found["C1"], study.words("Bureau", "📈 tombe"))
    return found


@pytest.fixture
def ask(study: Study, tmp_path: Path) -> Ask:
    index = SearchIndex.of(study.project, tmp_path)

    def asked(search: Search) -> Listing:
        return listings.listing(search, Moment.of(study.project), index)

    return asked


def words(listing: Listing) -> list[str]:
    return [listing.row(number).verbatim.text for number in range(len(listing))]


def counts(listing: Listing, name: str) -> dict[object, int]:
    (facet,) = [facet for facet in listing.facets if facet.name == name]
    return {value.label: value.count for value in facet.values}


def test_without_a_query_the_rows_are_coded_spans(ask: Ask, keys: dict[str, int]) -> None:
    found = ask(Search())
    assert words(found) == ["parcours client", "📈 tombe"]
    assert (found.counted, found.documents) == (2, 2)


def test_a_query_finds_passages_with_every_match_in_place(study: Study, ask: Ask, keys: dict[str, int]) -> None:
    found = ask(Search("lundi OR tombe"))
    row = found.row(0).verbatim
    text = documents.text(study.project, study.documents["Bureau"])
    assert [text[start:end] for start, end in row.matches] == ["tombe", "lundi"]
    assert row.text == text[row.start : row.end]


def test_a_query_within_a_code_agrees_with_the_command_line(
    study: Study, ask: Ask, keys: dict[str, int], tmp_path: Path
) -> None:
    search = Search("parcours OR tombe OR queue", {"framework:meco-2019": (keys["C1"],)})
    index = SearchIndex.of(study.project, tmp_path / "other")
    same = searched(study.project, search.query, index, codes=[keys["C1"]])
    found = ask(search)
    assert [(h.document, h.start, h.matches) for h in same] == [
        (row.document, row.start, row.matches) for row in (found.row(n).verbatim for n in range(len(found)))
    ]
    assert (found.row(0).verbatim.linked, found.row(1).verbatim.direct) == (True, True)
    assert found.row(0).coded == ((*study.span("Achats", "parcours client"), keys["film"]),)


def test_counts_are_what_each_choice_would_leave(ask: Ask, keys: dict[str, int]) -> None:
    everything = ask(Search())
    assert counts(everything, "code") == {"film": 1}
    assert counts(everything, "framework:meco-2019")["C1 Capacité d’analyse de l’expérience client"] == 2
    assert counts(everything, "document") == {"Achats": 1, "Bureau": 1, "Caisse": 0}
    chosen = ask(Search(chosen={"code": (keys["film"],)}))
    assert words(chosen) == ["parcours client"]
    assert counts(chosen, "document") == {"Achats": 1, "Bureau": 0, "Caisse": 0}
    assert counts(chosen, "code") == {"film": 1}
    assert words(ask(Search(chosen={"speaker": ("LUC",)}))) == ["📈 tombe"]


def test_ways_keep_direct_or_linked(ask: Ask, keys: dict[str, int]) -> None:
    chosen = {"framework:meco-2019": (keys["C1"],)}
    assert words(ask(Search(chosen=chosen, ways="direct"))) == ["📈 tombe"]
    assert words(ask(Search(chosen=chosen, ways="linked"))) == ["parcours client"]


def test_what_contradicts_is_listed_and_not_counted(study: Study, ask: Ask, keys: dict[str, int]) -> None:
    coding = codings.listed(study.project, codes=[keys["film"]])[0]
    links.judge(study.project, coding.key, keys["C1"], "in", stance="contradicts")
    found = ask(Search(chosen={"framework:meco-2019": (keys["C1"],)}))
    assert (len(found), found.counted) == (2, 1)
    assert found.row(0).verbatim.stance == "contradicts"


def test_the_items_of_a_cell_are_listed_as_they_are_now(study: Study, ask: Ask, keys: dict[str, int]) -> None:
    items = tuple(Moment.of(study.project).evidence(keys["C1"]))
    assert words(ask(Search(items=items))) == ["parcours client", "📈 tombe"]
    codings.uncode(study.project, items[0].codings)
    assert words(ask(Search(items=items))) == ["📈 tombe"]


def test_matches_come_one_by_one_and_turns_stand_around(ask: Ask) -> None:
    found = ask(Search("le", view="lines"))
    assert found.lines is not None
    assert len(found.lines) == sum(len(found.matches(n)) for n in range(len(found)))
    first = ask(Search("alors"))
    assert [turn[0] for turn in first.around(0)] == ["ANNE", "ANNE"]
    assert first.around(0)[1][1].startswith("Ça coince")


def test_refusals_are_sentences(ask: Ask) -> None:
    with pytest.raises(QueryError):
        ask(Search("(le"))
    with pytest.raises(UnknownCode):
        ask(Search(chosen={"code": (9_999,)}))


def test_excerpts_are_marked(study: Study, ask: Ask, keys: dict[str, int]) -> None:
    excerpts.add(study.project, keys["C1"], study.words("Bureau", "📈 tombe"))
    assert [ask(Search()).row(n).excerpt for n in range(2)] == [False, True]


def test_a_project_without_words_has_an_empty_listing(tmp_path: Path) -> None:
    from corpus.store.project import Project

    with Project.create(tmp_path / "empty.verbatim") as project:
        found = listings.listing(Search(), Moment.of(project), SearchIndex.of(project, tmp_path))
        assert (len(found), found.counted, found.documents) == (0, 0, 0)


def test_an_export_masks_confidential_people(study: Study, ask: Ask, keys: dict[str, int]) -> None:
    participants.add(study.project, "Parcours", confidential=True, documents=[study.documents["Achats"]])
    record = hits.sheet(ask(Search(chosen={"code": (keys["film"],)}))).records()[0]
    assert (record["document"], record["text"], record["basis"]) == ("[participant 1]", "parcours client", "direct")
    shown = hits.sheet(ask(Search("parcours")), confidential="show").records()[0]
    assert (shown["document"], shown["matches"], shown["codes"]) == ("Achats", "parcours", "film")


def test_searches_are_kept_renamed_and_removed(study: Study) -> None:
    project = study.project
    search = Search('"parcours client"', {"code": (3,), "attribute:Secteur": (None, "GSA")}, "linked")
    key = does_and_undoes(project, lambda: searches.save(project, "  Parcours ", search))
    assert [(one.name, one.search, one.coder) for one in searches.listed(project)] == [("Parcours", search, "Ada")]
    assert searches.save(project, "Parcours", Search("client")) == key
    assert searches.listed(project)[0].search == Search("client")
    searches.save(project, "Autre", search)
    does_and_undoes(project, lambda: searches.rename(project, key, "Client"))
    with pytest.raises(CodingError):
        searches.rename(project, key, "Autre")
    does_and_undoes(project, lambda: searches.remove(project, key))
    with pytest.raises(NothingThere):
        searches.remove(project, key)
    with pytest.raises(CodingError):
        searches.save(project, " ", search)


def test_a_kept_search_remembers_how_it_was_looked_at(study: Study) -> None:
    looked = Search("client", scope="codings", order="right", group="code", view="lines", ways="direct")
    searches.save(study.project, "Vue", looked)
    assert searches.listed(study.project)[0].search == looked
    # What an older or a newer version kept is read as far as it can be.
    with study.project.change("Keep search") as session:
        session.scalars(select(SavedSearch)).one().filters = {
            "chosen": {"code": [1], "role": 2},
            "scope": "dreams",
            "group": 7,
        }
    assert searches.listed(study.project)[0].search == Search("client", {"code": (1,)})

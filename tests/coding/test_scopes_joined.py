"""Fields joined by AND, OR and NOT find in every scope what the sets of each alone would give."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest

from coding import codebook, codings, excerpts, links, memos
from coding.codebook import frameworks
from coding.memos import Target
from coding.moment.moment import Moment
from coding.search import listings, other_hits
from coding.search.other_words import OtherWords
from coding.search.searches import Scope, Search
from corpus import anchors
from corpus.people import participants
from corpus.search.index import SearchIndex
from tests.coding.support import Study, make_study

TEXTS = {
    "Anne": "INT : Le parcours client ?\n\nANNE : Oui, le parcours client casse souvent.\n\nANNE : Le stock manque.",
    "Bruno": "INT : Et le client ?\n\nBRUNO : Le client attend.\n\nBRUNO : Le stock va.",
    "Vide": "MIA : Rien.",
}
SCOPES: tuple[Scope, ...] = ("passages", "codings", "documents", "memos", "definitions")
FIELDS = (
    "code:Stock", "capability:C1", "coder:Paul", "document:Anne", "has:memo", "has:excerpt", "has:code",
    "has:capability", "memo:stock", "speaker:anne", "role:respondent", "participant:Bruno*", "cycle:1",
)  # fmt: skip
Found = Callable[[Scope, str], frozenset[int]]


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    made = make_study(tmp_path_factory.mktemp("joined"), texts=TEXTS)
    project, keys = made.project, made.documents
    frameworks.add(project, "meco-2019")
    above, stock = codebook.add(project, "Écoute"), codebook.add(project, "Stock", definition="le stock")
    c2 = codebook.find(project, "C2").key
    links.link(project, above, codebook.find(project, "C1").key)

    def code(name: str, words: str, key: int) -> int:
        return codings.apply(project, key, anchors.words(keys[name], *made.span(name, words)))

    first = code("Anne", "parcours client casse", above)
    code("Anne", "casse souvent", c2)
    code("Bruno", "Le client attend", c2)
    codings.apply(project, above, anchors.whole(keys["Vide"]))
    with made.coder("Paul"):
        code("Bruno", "Le stock", stock)
        memos.add(project, "Le stock, toujours", targets=[Target("code", stock)])
    memos.add(project, "Une gêne", targets=[Target("coding", first)])
    memos.add(
        project, "Il attend", targets=[memos.on(anchors.words(keys["Bruno"], *made.span("Bruno", "client attend")))]
    )
    memos.add(project, "Bref", targets=[Target("document", keys["Vide"])])
    participants.add(project, "Anne Roy", documents=[keys["Anne"]])
    bruno = participants.add(project, "Bruno Dix", documents=[keys["Bruno"]])
    memos.add(project, "Très engagé", targets=[Target("participant", bruno)])
    excerpts.add(project, c2, anchors.words(keys["Bruno"], *made.span("Bruno", "Le client attend")))
    yield made
    project.close()


@pytest.fixture(scope="module")
def found(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Found:
    index = SearchIndex.of(study.project, tmp_path_factory.mktemp("index"))
    other = OtherWords(Moment.of(study.project))

    def ask(scope: Scope, query: str) -> frozenset[int]:
        search = Search(query, scope=scope)
        if scope in ("passages", "codings"):
            listing = listings.listing(search, other.moment, index, other=other)
            rows = (listing.row(number).verbatim for number in range(len(listing)))
            return frozenset(hash((one.document, one.start, one.end)) for one in rows)
        return frozenset(other_hits.hits(search, other.moment, index, other=other).units.tolist())

    return ask


@pytest.mark.parametrize("scope", SCOPES)
def test_both_either_and_not_are_those_of_sets(found: Found, scope: Scope) -> None:
    every = found(scope, "") if scope != "passages" else found(scope, "*")
    alone = {field: found(scope, field) for field in FIELDS}
    assert len(set(alone.values())) > 3
    for field, kept in alone.items():
        assert kept <= every
        if scope != "codings":  # one span may bear codings of both kinds
            assert found(scope, f"-{field}") == every - kept
        else:
            assert found(scope, f"-{field}") | kept == every
    for one, other in combinations(FIELDS, 2):
        assert found(scope, f"{one} | {other}") == alone[one] | alone[other], (one, other)
        both = found(scope, f"{one} {other}")
        if scope == "codings":
            assert both <= alone[one] & alone[other], (one, other)
        else:
            assert both == alone[one] & alone[other], (one, other)


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("thing", ["memo", "excerpt", "code", "capability"])
def test_without_a_thing_are_all_that_do_not_have_it(found: Found, scope: Scope, thing: str) -> None:
    has, lacks = found(scope, f"has:{thing}"), found(scope, f"without:{thing}")
    assert has | lacks == (found(scope, "") if scope != "passages" else found(scope, "*"))
    if scope != "codings":
        assert not has & lacks


def test_sides_of_overlaps_may_be_joined(found: Found) -> None:
    either = "(code:Écoute | code:Stock) OVERLAPS capability:C2"
    assert found("passages", either) == found("passages", "code:Écoute OVERLAPS capability:C2") | found(
        "passages", "code:Stock OVERLAPS capability:C2"
    )
    assert len(found("passages", either)) == 1

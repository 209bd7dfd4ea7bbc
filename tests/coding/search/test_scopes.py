"""The same query in each scope: documents, codings, memos and definitions, against a plain reading of the study."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coding import codebook, codings, excerpts, links, memos
from coding.codebook import frameworks
from coding.memos import Target, on
from coding.moment.moment import Moment
from coding.search import listings, other_hits
from coding.search.other_hits import OtherHits
from coding.search.other_words import HAD, OtherWords
from coding.search.searches import Scope, Search
from corpus import anchors, documents
from corpus.errors import QueryError
from corpus.people import participants
from corpus.search.analysis import tokens
from corpus.search.index import SearchIndex
from tests.coding.support import Study, make_study

TEXTS = {
    "Anne": "INT : Le parcours client ?\n\nANNE : Oui, le parcours client casse 🙂 souvent.\n\nANNE : Le stock manque.",
    "Bruno": "INT : Et le client ?\n\nBRUNO : Le client attend.\n\nBRUNO : Le stock va ; son parcours aussi.",
    "Vide": "MIA : Rien.",
}
Ask = Callable[..., OtherHits]


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    made = make_study(tmp_path_factory.mktemp("scopes"), texts=TEXTS)
    project, keys = made.project, made.documents
    frameworks.add(project, "meco-2019")
    c1, c2 = (codebook.find(project, name).key for name in ("C1", "C2"))
    above = codebook.add(project, "Écoute", definition="Entendre ce que dit le client")
    below = codebook.add(project, "Irritants", parent=above, include="ce qui casse", typical="« ça coince »")
    stock = codebook.add(project, "Stock", exclude="le parcours")
    codebook.add(project, "Jamais")
    links.link(project, above, c1)

    def code(name: str, words: str, key: int) -> int:
        return codings.apply(project, key, anchors.words(keys[name], *made.span(name, words)))

    first = code("Anne", "parcours client casse", below)
    code("Anne", "parcours client casse", stock)
    code("Anne", "casse 🙂 souvent", c2)
    code("Bruno", "Le client attend", c2)
    with made.coder("Paul"):
        code("Bruno", "Le stock", stock)
        memos.add(project, "Le stock, toujours", title="À revoir", targets=[Target("code", stock)])
    memos.add(project, "Une gêne très nette", targets=[Target("coding", first)])
    memos.add(
        project,
        "Il attend…",
        kind="reflexive",
        targets=[on(anchors.words(keys["Bruno"], *made.span("Bruno", "client attend")))],
    )
    memos.add(project, "Sur l'étude, et son stock")
    memos.add(project, "Entretien bref", targets=[Target("document", keys["Vide"])])
    people = {
        name: participants.add(project, name, attributes={"secteur": sector}, documents=[keys[document]])
        for name, sector, document in (("Anne Roy", "GSA", "Anne"), ("Bruno Dix", "Luxe", "Bruno"))
    }
    memos.add(project, "Très engagée", targets=[Target("participant", people["Anne Roy"])])
    excerpts.add(project, c2, anchors.words(keys["Bruno"], *made.span("Bruno", "Le client attend")))
    yield made
    project.close()


@pytest.fixture(scope="module")
def ask(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    index = SearchIndex.of(study.project, tmp_path_factory.mktemp("index"))
    other = OtherWords(Moment.of(study.project))

    def asked(scope: Scope, query: str) -> OtherHits:
        return other_hits.hits(Search(query, scope=scope), other.moment, index, other=other)

    return asked


def named(found: OtherHits) -> list[str]:
    return [found.hit(number).name for number in range(len(found))]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("casse stock", "Anne"),  # in two turns of hers
        ("parcours stock -casse", "Bruno"),
        ('"parcours client"', "Anne"),
        ('"souvent le stock"', ""),  # never from turn to turn
        ("client NEAR/3 stock", ""),
        ("anne", "Anne"),  # its name
        ("v?de | casse", "Anne Vide"),
        ("/stock \\w+/", "Anne Bruno"),
        ("*", "Anne Bruno Vide"),
        ("", "Anne Bruno Vide"),
        ("-client", "Vide"),
        ("capability:C1", "Anne"),
        ("capability:C3", ""),
        ("uncoded", "Vide"),  # nothing in it is coded
        ("sans:extrait casse", "Anne"),
        ("document:*n*", "Anne Bruno"),
        ("participant.secteur:luxe", "Bruno"),
        ("speaker:int stock", "Anne Bruno"),
        ("memo:bref", "Vide"),
        ("memo:gêne", "Anne"),
        ("has:memo", "Anne Bruno Vide"),
        ("capability:C1 OVERLAPS capability:C2", "Anne"),
        ("code:Stock coder:Paul", "Bruno"),
    ],
)
def test_documents_are_found_as_wholes(ask: Ask, query: str, names: str) -> None:
    assert " ".join(named(ask("documents", query))) == names


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("parcours", "Irritants Stock"),
        ("client", "Irritants Stock C2:Bruno"),
        ("souvent", "C2:Anne"),
        ("-client", "C2:Anne Stock:Paul"),
        ("code:Stock", "Stock Stock:Paul"),
        ("code:Stock -coder:Paul", "Stock"),
        ("code:Écoute", "Irritants"),
        ("capability:C1", "Irritants"),  # not the other code on the same words
        ("capability:C2 client", "C2:Bruno"),
        ("cycle:2", "Irritants C2:Anne C2:Bruno"),
        ("code:Irritants code:Stock", ""),  # one coding has one code
        ("origin:manual casse", "Irritants Stock C2:Anne"),
        ("capability:C1 OVERLAPS capability:C2", "Irritants C2:Anne"),
        ("capability:C1 NEAR capability:C2", "Irritants C2:Anne"),
        ("memo:gêne", "Irritants"),
        ("has:memo", "Irritants C2:Bruno"),
        ("without:memo", "Stock C2:Anne Stock:Paul"),
        ("has:excerpt", "C2:Bruno"),
        ("has:capability", "Irritants C2:Anne C2:Bruno"),
        ("speaker:bruno", "C2:Bruno Stock:Paul"),
        ("uncoded", ""),
        ("capability:C3", ""),
        ("", "Irritants Stock C2:Anne C2:Bruno Stock:Paul"),
    ],
)
def test_codings_are_found_by_their_own_words_and_code(ask: Ask, query: str, found: str) -> None:
    shown = []
    result = ask("codings", query)
    for number in range(len(result)):
        one = result.hit(number)
        code = one.about[1].split()[0]
        shown.append(f"{code}:{one.name}" if code == "C2" else f"{code}:Paul" if one.about[0] == "Paul" else code)
    assert " ".join(shown) == found


@pytest.mark.parametrize(
    ("query", "bodies"),
    [
        ("stock", "Le Sur"),
        ("revoir", "Le"),  # its title
        ('"gêne très"', "Une"),
        ("=stock -étude", "Le"),
        ("code:Stock", "Le"),
        ("capability:C1", "Une"),
        ("document:Bruno", "Il"),
        ("document:Vide", "Entretien"),
        ("speaker:bruno", "Il"),
        ("participant:anne*", "Une Très"),
        ("participant.secteur:GSA", "Une Très"),
        ("coder:Paul", "Le"),
        ("memo:revoir", "Le"),
        ("has:memo -coder:Paul -has:code", "Sur Entretien Très"),
        ("", "Le Une Il Sur Entretien Très"),
        ("zzz", ""),
        ("capability:C3", ""),
    ],
)
def test_memos_are_found_by_their_words_and_what_they_are_about(ask: Ask, query: str, bodies: str) -> None:
    found = ask("memos", query)
    assert " ".join(found.hit(n).parts[-1].text.split()[0] for n in range(len(found))) == bodies


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("entendre", "Écoute"),
        ('"ce qui casse"', "Irritants"),
        ('"ça coince" cycle:1', "Irritants"),
        ("toujours", "Stock"),  # a memo about it
        ("code:Écoute", "Écoute Irritants"),
        ("uncoded cycle:1", "Écoute Jamais"),
        ("coder:Paul", "Stock"),
        ("document:Bruno cycle:1", "Stock"),
        ("memo:revoir", "Stock"),
        ("has:memo", "Stock"),
        ("zzz", ""),
    ],
)
def test_codes_are_found_by_what_the_codebook_says(ask: Ask, query: str, names: str) -> None:
    assert " ".join(named(ask("definitions", query))) == names


def test_a_key_finds_its_code_and_cycles_divide_the_book(ask: Ask, study: Study) -> None:
    assert any(name.startswith("C1 ") for name in named(ask("definitions", "C1")))
    first, second, every = (named(ask("definitions", query)) for query in ("cycle:1", "cycle:2", ""))
    words = [named(ask("definitions", query)) for query in ("coding:descriptive", "codage:théorique")]
    assert words == [first, second]
    assert sorted([*first, *second]) == sorted(every) == sorted(code.label for code in codebook.listed(study.project))


@pytest.mark.parametrize("scope", ["documents", "codings", "memos", "definitions"])
@pytest.mark.parametrize(
    "query",
    [
        '"client',
        "client ET",
        "capabilté:C1",
        "code:Iritants",
        "cycle:3",
        "has:nothing",
        "/((a{99}){99}){99}/",
        "origin:dream",
        "coder:Zzz",
    ],
)
def test_what_cannot_be_read_is_refused_in_every_scope(ask: Ask, scope: Scope, query: str) -> None:
    if scope == "memos" and query == "coder:Zzz":
        assert len(ask(scope, query)) == 0  # whoever wrote memos need not have coded
        return
    with pytest.raises(QueryError):
        ask(scope, query)


def test_every_match_is_marked_at_its_true_place(ask: Ask, study: Study) -> None:
    [document] = [ask("documents", "casse parcours").hit(0, None)]
    text = documents.text(study.project, study.documents["Anne"])
    marks = [match for part in document.parts[1:] for match in part.matches]
    assert [text[start:end] for start, end in marks] == ["parcours", "parcours", "casse"]
    assert document.turns == 2
    assert document.place == (document.key, *marks[0])
    coding = ask("codings", "souvent").hit(0)
    [(start, end)] = [match for part in coding.parts for match in part.matches]
    assert text[start:end] == "souvent"
    memo = ask("memos", "gene tres").hit(0)
    assert [memo.parts[0].text[start:end] for start, end in memo.parts[0].matches] == ["gêne", "très"]
    code = ask("definitions", "client").hit(0)
    said = next(part for part in code.parts if part.name == "definition")
    assert [said.text[start:end] for start, end in said.matches] == ["client"]


def test_a_memo_opens_where_it_is(ask: Ask, study: Study) -> None:
    places = {one.parts[-1].text.split()[0]: one.place for one in map(ask("memos", "").hit, range(6))}
    assert places["Une"] == (study.documents["Anne"], *study.span("Anne", "parcours client casse"))
    assert places["Il"] == (study.documents["Bruno"], *study.span("Bruno", "client attend"))
    assert places["Entretien"] == (study.documents["Vide"], 0, 0)
    assert places["Sur"] is None


def test_a_listing_of_codings_has_their_spans_and_facets(study: Study, tmp_path: Path) -> None:
    ground, index = Moment.of(study.project), SearchIndex.of(study.project, tmp_path)
    search = Search("parcours | attend", scope="codings")
    found = listings.listing(search, ground, index)
    rows = [found.row(number) for number in range(len(found))]
    assert [row.verbatim.text for row in rows] == ["parcours client casse", "Le client attend"]
    for row in rows:
        said = row.verbatim
        assert [said.text[a - said.start : b - said.start] for a, b in said.matches] in (["parcours"], ["attend"])
    c2 = codebook.find(study.project, "C2").key
    narrowed = listings.listing(replace(search, chosen={"framework:meco-2019": (c2,)}), ground, index)
    assert [narrowed.row(n).verbatim.text for n in range(len(narrowed))] == ["Le client attend"]
    lines = listings.listing(replace(search, view="lines"), ground, index)
    assert lines.lines is not None
    assert len(lines.lines) == 2


@pytest.mark.parametrize("scope", ["passages", "codings"])
def test_a_facet_keeps_what_its_field_keeps(study: Study, tmp_path: Path, scope: Scope) -> None:
    ground, index = Moment.of(study.project), SearchIndex.of(study.project, tmp_path)
    other = OtherWords(ground)

    def units(search: Search) -> list[int]:
        return listings.listing(search, ground, index, other=other).units.tolist()

    every = Search("*", scope=scope)
    facets = {facet.name: facet for facet in listings.listing(every, ground, index, other=other).facets}
    assert {value.key for value in facets["has"].values} == set(HAD)
    for value in facets["has"].values:
        name = "uncoded" if value.key == "uncoded" else f"has:{value.key}"
        chosen = units(replace(every, chosen={"has": (value.key,)}))
        assert chosen == units(Search(name, scope=scope))
        assert len(chosen) == value.count
    for value in facets["participant"].values:
        if value.key is not None:
            chosen = units(replace(every, chosen={"participant": (value.key,)}))
            assert chosen == units(Search(f'participant:"{value.label}"', scope=scope)) != []
            assert len(chosen) == value.count


WORDS = st.sampled_from(["client", "parcours", "stock", "casse", "attend", "rien", "le"])
QUERIES = st.recursive(
    WORDS.map(lambda word: (word, lambda said: word in said)),
    lambda inner: st.one_of(
        inner.map(lambda one: (f"(NOT {one[0]})", lambda said: not one[1](said))),
        st.tuples(inner, inner).map(
            lambda two: (f"({two[0][0]} AND {two[1][0]})", lambda said: two[0][1](said) and two[1][1](said))
        ),
        st.tuples(inner, inner).map(
            lambda two: (f"({two[0][0]} OR {two[1][0]})", lambda said: two[0][1](said) or two[1][1](said))
        ),
    ),
    max_leaves=6,
)


@given(QUERIES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_any_query_keeps_what_a_plain_reading_keeps(
    ask: Ask, study: Study, asked: tuple[str, Callable[..., bool]]
) -> None:
    query, fits = asked
    said: dict[str, set[str]] = {}
    for one in documents.listed(study.project):
        said[one.name] = {token.term for token in tokens(one.name)}
        for turn in documents.passages(study.project, one.key):
            text = documents.text(study.project, one.key)[turn.start : turn.end]
            said[one.name] |= {token.term for token in tokens(text)}
    assert named(ask("documents", query)) == [name for name, words in said.items() if fits(words)]
    texts = {
        one.key: documents.text(study.project, one.document)[one.start : one.end]
        for one in codings.listed(study.project)
    }
    kept = {key for key, text in texts.items() if fits({token.term for token in tokens(text)})}
    found = ask("codings", query)
    assert {found.key(number) for number in range(len(found))} == kept

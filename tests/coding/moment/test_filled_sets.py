"""Who stands in a set: by hand or by a live rule that is kept up; nobody where it speaks of what is gone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from coding import codebook, codings, links, memos
from coding.codebook import frameworks
from coding.memos import Target
from coding.moment import sets as filled_sets
from coding.moment.moment import Moment
from coding.search import listings, other_hits, searches
from coding.search.searches import Search
from coding.tables import matrices, saved_matrices
from coding.tables.saved_matrices import MatrixChoice
from corpus import anchors, documents, rules, sets
from corpus.errors import NothingThere, QueryError
from corpus.model import Grouping
from corpus.people import attributes, participants
from corpus.rules import Condition, Kind, Rule
from corpus.search.index import SearchIndex
from tests.coding.support import Study

PEOPLE = {"Anne": "GSA", "Paul": "GSS", "Luc": "GSA", "Mia": ""}


@pytest.fixture
def told(study: Study) -> Study:
    """Give the study with its four people, what is known of them, and three codes on their words."""
    project = study.project
    where = {"Anne": "Achats", "Paul": "Achats", "Luc": "Bureau", "Mia": "Caisse"}
    for name, sector in PEOPLE.items():
        known = {"Secteur": sector} if sector else {}
        participants.add(project, name, attributes=known, documents=[study.documents[where[name]]])
    codebook.add(project, "Attente", definition="x")
    codebook.add(project, "Caisse", parent=code(study, "Attente"))
    codebook.add(project, "Outils")
    put(study, "Attente", "Achats", "parcours client")
    put(study, "Caisse", "Achats", "Et alors")
    put(study, "Caisse", "Caisse", "queue")
    put(study, "Outils", "Bureau", "tableau de bord")
    return study


@pytest.fixture
def index(study: Study, tmp_path: Path) -> SearchIndex:
    return SearchIndex.of(study.project, tmp_path)


def code(study: Study, name: str) -> int:
    return codebook.find(study.project, name).key


def put(study: Study, name: str, document: str, words: str) -> int:
    place = anchors.words(study.documents[document], *study.span(document, words))
    return codings.apply(study.project, code(study, name), place)


def rule(*conditions: Condition, join: rules.Join = "all") -> Rule:
    return Rule(conditions, join)


def person(study: Study, name: str) -> int:
    return next(info.key for info in participants.listed(study.project) if info.name == name)


def attribute(study: Study, name: str, subject: str = "participant") -> int:
    return next(info.key for info in participants.attributes(study.project, subject) if info.name == name)


def standing(study: Study, name: str) -> list[str]:
    """Return the names of those who stand in a set."""
    moment = Moment.of(study.project)
    return names(moment, next(one for one in moment.sets.values() if one.info.name == name))


def names(moment: Moment, one: filled_sets.Filled) -> list[str]:
    known = {
        "documents": {key: info.name for key, info in moment.infos.items()},
        "participants": moment.voices.names,
        "codes": {key: info.name for key, info in moment.codes.items()},
    }[one.kind]
    return sorted(known[key] for key in one.members)


def meeting(study: Study, kind: Kind, *conditions: Condition, join: rules.Join = "all") -> list[str]:
    sets.make(study.project, "R", kind, rule=rule(*conditions, join=join))
    found = standing(study, "R")
    sets.remove(study.project, [sets.find(study.project, "R").key])
    return found


def test_documents_meet_rules(told: Study) -> None:
    sector, anne = attribute(told, "Secteur"), Condition("attribute", "=", "gsa", key=attribute(told, "Secteur"))
    documents.rename(told.project, told.documents["Bureau"], "Bureau étroit")
    attributes.describe(told.project, told.documents["Caisse"], {"Lieu": "Lille", "Durée": "65"})
    length = Condition("attribute", "≥", "60", key=attribute(told, "Durée", "document"))
    asked = [
        ([anne], ["Achats", "Bureau étroit"]),
        ([Condition("attribute", "≠", "gsa", key=sector)], ["Caisse"]),
        ([Condition("attribute", "some", key=sector)], ["Achats", "Bureau étroit"]),
        ([Condition("attribute", "none", key=sector)], ["Caisse"]),
        ([length], ["Caisse"]),
        ([Condition("name", "=", "*etroit")], ["Bureau étroit"]),
        ([Condition("name", "≠", "bureau*")], ["Achats", "Caisse"]),
        ([Condition("language", "=", "FR")], ["Achats", "Bureau étroit", "Caisse"]),
        ([Condition("imported", "≥", "2020")], ["Achats", "Bureau étroit", "Caisse"]),
        ([Condition("imported", "<", "2020-01-01")], []),
        ([Condition("segments", "≥", "2")], ["Achats"]),
        ([Condition("segments", "=", "1")], ["Bureau étroit", "Caisse"]),
        ([Condition("participants", "=", "2")], ["Achats"]),
        ([Condition("words", "≥", "16")], ["Achats"]),
        ([Condition("code", key=code(told, "Attente"))], ["Achats", "Caisse"]),
        ([Condition("code", "≠", key=code(told, "Attente"))], ["Bureau étroit"]),
    ]
    for conditions, expected in asked:
        assert meeting(told, "documents", *conditions) == expected, conditions
    assert meeting(told, "documents", anne, Condition("segments", "≥", "2")) == ["Achats"]
    assert meeting(told, "documents", length, Condition("segments", "≥", "2"), join="any") == ["Achats", "Caisse"]


def test_participants_meet_rules(told: Study) -> None:
    participants.edit(told.project, person(told, "Mia"), confidential=True)
    attributes.describe(told.project, told.documents["Achats"], {"Lieu": "Lille"})
    asked = [
        (Condition("attribute", "=", "GSA", key=attribute(told, "Secteur")), ["Anne", "Luc"]),
        (Condition("attribute", "=", "Lille", key=attribute(told, "Lieu", "document")), ["Anne", "Paul"]),
        (Condition("name", "=", "?u*"), ["Luc"]),
        (Condition("confidential", "=", "oui"), ["Mia"]),
        (Condition("confidential", "=", "no"), ["Anne", "Luc", "Paul"]),
        (Condition("segments", "=", "0"), []),
        (Condition("segments", "=", "1"), ["Anne", "Luc", "Mia", "Paul"]),
        (Condition("documents", "≥", "1"), ["Anne", "Luc", "Mia", "Paul"]),
        (Condition("words", "between", "2", "11"), ["Mia", "Paul"]),
        (Condition("code", key=code(told, "Caisse")), ["Mia", "Paul"]),
        (Condition("code", key=code(told, "Attente")), ["Anne", "Mia", "Paul"]),
    ]
    for condition, expected in asked:
        assert meeting(told, "participants", condition) == expected, condition


def test_codes_meet_rules(told: Study) -> None:
    project = told.project
    frameworks.add(project, "meco-2019")
    book = frameworks.listed(project)[0].framework
    first = next(one for one in codebook.listed(project) if one.framework == book)
    links.link(project, code(told, "Outils"), first.key)
    asked = [
        (Condition("framework", "=", ""), ["Attente", "Caisse", "Outils"]),
        (Condition("under", key=code(told, "Attente")), ["Attente", "Caisse"]),
        (Condition("segments", "≥", "3"), ["Attente"]),
        (Condition("documents", "≥", "2"), ["Attente", "Caisse"]),
        (Condition("participants", "=", "2"), ["Caisse"]),
        (Condition("participants", "=", "3"), ["Attente"]),
        (Condition("name", "=", "outils"), ["Outils"]),
        (Condition("in vivo", "=", "yes"), []),
    ]
    for condition, expected in asked:
        assert meeting(told, "codes", condition) == expected, condition
    framed = meeting(told, "codes", Condition("framework", "=", book))
    assert framed
    assert len(framed) == sum(one.framework == book for one in codebook.listed(project))
    assert meeting(told, "codes", Condition("created", "<", "2020")) == []
    assert meeting(told, "documents", Condition("code", key=first.key)) == ["Bureau"], "by a link"


def test_sets_are_told_by_other_sets(told: Study) -> None:
    project = told.project
    people = sets.make(project, "P", "participants", [person(told, "Luc"), person(told, "Mia")])
    papers = sets.make(project, "D", "documents", rule=rule(Condition("set", key=people)))
    assert standing(told, "D") == ["Bureau", "Caisse"]
    sets.make(project, "Q", "participants", rule=rule(Condition("set", "≠", key=papers)))
    assert standing(told, "Q") == ["Anne", "Paul"]
    sets.take_out(project, people, [person(told, "Luc")])
    assert standing(told, "Q") == ["Anne", "Luc", "Paul"]


def test_a_rule_that_speaks_of_what_is_gone_says_so_and_meets_nobody(told: Study) -> None:
    project, sector = told.project, attribute(told, "Secteur")
    inner = sets.make(project, "I", "codes")
    tools = code(told, "Outils")
    asked: list[tuple[Kind, Condition, Callable[[], object], str]] = [
        (
            "documents",
            Condition("attribute", "≠", "GSA", key=sector),
            partial(attributes.remove, project, sector),
            "attribute",
        ),
        ("participants", Condition("code", "≠", key=tools), partial(codebook.remove, project, tools), "code"),
        ("codes", Condition("set", "≠", key=inner), partial(sets.remove, project, [inner]), "set"),
    ]
    for kind, condition, gone, what in asked:
        key = sets.make(project, "R", kind, rule=rule(condition, Condition("name", "=", "*"), join="any"))
        sets.make(project, "Outer", kind, rule=rule(Condition("set", "≠", key=key)))
        assert standing(told, "R")
        gone()
        found = {one.info.name: one for one in Moment.of(project).sets.values()}
        assert not found["R"].members | found["Outer"].members
        assert f"{what} that is gone" in str(found["R"].why)
        assert "speaks of R" in str(found["Outer"].why)
        project.undo()
        assert Moment.of(project).sets[key].why is None
        sets.remove(project, [key, sets.find(project, "Outer").key])


def test_rules_hold_to_what_is_renamed_and_to_codes_that_are_merged(told: Study) -> None:
    project = told.project
    people = sets.make(project, "P", "participants", rule=rule(Condition("code", key=code(told, "Outils"))))
    sector = attribute(told, "Secteur")
    sets.make(project, "G", "participants", rule=rule(Condition("attribute", "=", "GSA", key=sector)))
    attributes.rename(project, sector, "Branche")
    codebook.edit(project, code(told, "Outils"), name="Instruments")
    assert (standing(told, "P"), standing(told, "G")) == (["Luc"], ["Anne", "Luc"])
    codebook.merge(project, [code(told, "Instruments")], code(told, "Caisse"))
    assert standing(told, "P") == ["Luc", "Mia", "Paul"]
    assert Moment.of(project).sets[people].info.rule == rule(Condition("code", key=code(told, "Caisse")))
    project.undo()
    assert standing(told, "P") == ["Luc"]


def test_an_attribute_that_becomes_of_another_type_is_said(told: Study) -> None:
    project, sector = told.project, attribute(told, "Secteur")
    key = sets.make(project, "R", "participants", rule=rule(Condition("attribute", "<", "GSS", key=sector)))
    assert standing(told, "R") == ["Anne", "Luc"]
    for name in PEOPLE:
        participants.edit(project, person(told, name), attributes={"Secteur": "4"})
    attributes.set_type(project, sector, "number")
    assert str(Moment.of(project).sets[key].why) == "GSS is no number, as Secteur has them."


def test_a_circle_that_another_hand_wrote_is_met_by_nobody(told: Study) -> None:
    project = told.project
    one, two = (sets.make(project, name, "documents") for name in ("one", "two"))
    with project.change("Write a circle") as session:
        for key, other in ((one, two), (two, one)):
            session.get_one(Grouping, key).rule = rules.written(rule(Condition("set", "≠", key=other)))
        session.add(Grouping(name="odd", kind="moons"))
    moment = Moment.of(project)
    assert set(moment.sets) == {one, two}
    assert all(not found.members and found.why is not None for found in moment.sets.values())
    assert any("circle" in str(found.why) for found in moment.sets.values())


def test_what_a_rule_does_not_ask_for_fills_no_set_again(told: Study) -> None:
    project = told.project
    sector = rule(Condition("attribute", "=", "GSA", key=attribute(told, "Secteur")))
    by_sector = sets.make(project, "S", "documents", rule=sector)
    coded = sets.make(project, "C", "documents", rule=rule(Condition("segments", "≥", "2")))
    used = sets.make(project, "U", "codes", rule=rule(Condition("participants", "≥", "2")))
    before = Moment.of(project)
    assert len(before.sets[used].members) == 2
    put(told, "Outils", "Achats", "rayon")
    after = before.now()
    assert after.sets[by_sector] is before.sets[by_sector]
    assert after.sets[coded] is not before.sets[coded]
    assert after.sets[used].members == before.sets[used].members | {code(told, "Outils")}
    participants.edit(project, person(told, "Mia"), attributes={"Secteur": "GSA"})
    later = after.now()
    assert later.sets[coded] is after.sets[coded]
    assert len(later.sets[by_sector].members) == 3
    whole = Moment.of(project).sets
    assert {key: one.members for key, one in whole.items()} == {key: one.members for key, one in later.sets.items()}


def test_sets_are_the_same_in_every_view(told: Study) -> None:
    project = told.project
    with told.coder("Bob"):
        put(told, "Outils", "Caisse", "every day")
    key = sets.make(project, "C", "documents", rule=rule(Condition("segments", "≥", "2")))
    moment = Moment.of(project)
    narrow = moment.viewed(layer="Bob", masking=True, within=[moment.sets[key].info.uid], where={"Secteur": "GSA"})
    assert narrow.sets[key].members == moment.sets[key].members == {told.documents["Achats"], told.documents["Caisse"]}


def uid(study: Study, name: str) -> str:
    return sets.find(study.project, name).uid


def test_a_set_of_participants_keeps_their_words_in_a_matrix(told: Study) -> None:
    project = told.project
    sets.make(project, "P", "participants", [person(told, "Paul"), person(told, "Mia")])
    moment = Moment.of(project)
    whole = matrices.build(moment, "participants", "codes", "codings")
    seen = moment.viewed(within=[uid(told, "P")])
    found = matrices.build(seen, "participants", "codes", "codings")
    assert [label.name for label in found.rows] == ["Paul", "Mia", "(none)"]
    assert found.values.tolist() == [[1, 1, 0], [1, 1, 0], [0, 0, 0]]
    assert whole.values.sum() == 6
    by_paper = matrices.build(seen, "documents", "codes", "passages")
    assert [label.name for label in by_paper.rows] == ["Achats", "Caisse"]
    assert by_paper.values.tolist() == [[1, 1, 0], [1, 1, 0]]
    words = matrices.build(seen, "documents", "participants", "words")
    assert words.values.tolist() == [[2, 0, 0], [0, 11, 0]]
    assert [item.document for item in found.opened(0, 1)] == [told.documents["Achats"]]


def test_sets_of_documents_and_codes_keep_these(told: Study) -> None:
    project = told.project
    sets.make(project, "D", "documents", [told.documents["Achats"], told.documents["Bureau"]])
    sets.make(project, "K", "codes", [code(told, "Caisse"), code(told, "Outils")])
    moment = Moment.of(project)
    seen = moment.viewed(within=[uid(told, "D"), uid(told, "K")])
    found = matrices.build(seen, "documents", "codes", "codings")
    assert [label.name for label in found.columns] == ["Attente/Caisse", "Outils"]
    assert found.values.tolist() == [[1, 0], [0, 1]]
    assert matrices.build(seen, "documents", "coders", "codings").values.tolist() == [[1], [1]]
    sets.make(project, "Nobody", "codes", rule=rule(Condition("name", "=", "zzz")))
    empty = Moment.of(project).viewed(within=[uid(told, "Nobody")])
    assert matrices.build(empty, "documents", "codes").values.shape == (3, 0)
    assert len(empty.net.codings) == 0


def test_sets_divide_a_study(told: Study) -> None:
    project = told.project
    sets.make(project, "D", "documents", [told.documents["Achats"], told.documents["Bureau"]])
    sets.make(project, "P", "participants", [person(told, "Anne"), person(told, "Mia")])
    sets.make(project, "K", "codes", [code(told, "Attente"), code(told, "Outils")])
    moment = Moment.of(project)
    found = matrices.build(moment, "sets", "codes", "codings")
    assert [label.name for label in found.rows] == ["D", "P"]
    assert found.values.tolist() == [[2, 1, 1], [2, 1, 0]]
    assert matrices.build(moment, "sets:participants", "sets:codes", "codings").values.tolist() == [[2]]
    assert [label.name for label in matrices.build(moment, "sets:documents", "codes").rows] == ["D"]
    masked = moment.viewed(masking=True)
    assert matrices.build(masked, "sets", "codes", "words").values.shape == (2, 3)


def test_a_matrix_keeps_its_sets_by_uid(told: Study) -> None:
    project = told.project
    sets.make(project, "D", "documents", [told.documents["Bureau"]])
    choice = MatrixChoice(cell="codings", within=(uid(told, "D"),))
    saved_matrices.save(project, "M", choice)
    sets.rename(project, sets.find(project, "D").key, "Autre")
    kept = saved_matrices.find(project, "M").choice
    assert kept == choice
    assert kept.counted(Moment.of(project)).values.tolist() == [[0, 0, 1]]
    sets.remove(project, [sets.find(project, "Autre").key])
    with pytest.raises(NothingThere, match="A set that is asked for"):
        kept.counted(Moment.of(project))


def found_in(study: Study, index: SearchIndex, search: Search) -> list[str]:
    listing = listings.listing(search, Moment.of(study.project), index)
    return [row.verbatim.text for row in map(listing.row, range(len(listing)))]


def test_a_search_is_within_sets_and_asks_for_them(told: Study, index: SearchIndex) -> None:
    project = told.project
    sets.make(project, "D", "documents", [told.documents["Achats"]])
    sets.make(project, "P", "participants", [person(told, "Paul"), person(told, "Mia")])
    sets.make(project, "K", "codes", [code(told, "Outils")])
    both = (uid(told, "D"), uid(told, "P"))
    assert found_in(told, index, Search("*", within=both)) == ["Et alors ?"]
    theirs = ["Et alors ?", "The queue is where it breaks.", "We watch it every day."]
    assert found_in(told, index, Search("*", within=(uid(told, "P"),))) == theirs
    assert found_in(told, index, Search("set:D set:p")) == ["Et alors ?"]
    assert found_in(told, index, Search("ensemble:K")) == ["Le tableau de bord 📈 tombe chaque lundi."]
    assert found_in(told, index, Search("", within=(uid(told, "D"),))) == ["parcours client", "Et alors"]
    with pytest.raises(QueryError, match="No set is called zz"):
        found_in(told, index, Search("set:zz"))
    key = searches.save(project, "S", Search("*", within=both))
    assert next(one for one in searches.listed(project) if one.key == key).search.within == both
    listing = listings.listing(Search("*", within=both), Moment.of(project), index)
    people = next(facet for facet in listing.facets if facet.name == "participant")
    assert {value.label: value.count for value in people.values if value.count} == {"Paul": 1}


@pytest.mark.parametrize(
    ("scope", "query", "within", "expected"),
    [
        ("documents", "", "P", ["Achats", "Caisse"]),
        ("documents", "set:K", "", ["Bureau"]),
        ("documents", "*", "D", ["Achats"]),
        ("codings", "", "P", ["Achats", "Caisse"]),
        ("codings", "set:K", "", ["Bureau"]),
        ("memos", "", "P", ["sur Mia", "sur Achats"]),
        ("memos", "", "K", ["sur Outils"]),
        ("memos", "set:D", "", ["sur Achats"]),
        ("definitions", "", "K", ["Outils"]),
        ("definitions", "set:D", "", ["Attente", "Caisse"]),
    ],
)
def test_every_scope_heeds_sets(
    told: Study, index: SearchIndex, scope: searches.Scope, query: str, within: str, expected: list[str]
) -> None:
    project = told.project
    sets.make(project, "D", "documents", [told.documents["Achats"]])
    sets.make(project, "P", "participants", [person(told, "Paul"), person(told, "Mia")])
    sets.make(project, "K", "codes", [code(told, "Outils")])
    memos.add(project, "sur Mia", targets=[Target("participant", person(told, "Mia"))])
    memos.add(project, "sur Outils", targets=[Target("code", code(told, "Outils"))])
    memos.add(project, "sur Achats", targets=[Target("document", told.documents["Achats"])])
    search = Search(query, scope=scope, within=(uid(told, within),) if within else ())
    found = other_hits.hits(search, Moment.of(project), index)
    assert [found.hit(n).name for n in range(len(found))] == expected

"""Sets by hand and by rule: each verb does and undoes, and what can't be is refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus import documents, rules, sets
from corpus.errors import NothingThere, SetError
from corpus.model import Grouping
from corpus.people import attributes, participants
from corpus.rules import Condition, Rule
from corpus.sets import SetInfo
from corpus.store.project import Project
from tests.corpus.support import dump, empty_project, interview


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        documents.add(opened, [interview("Un", "ANNE"), interview("Deux", "BEA"), interview("Trois", "CARL")])
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


def keys(project: Project) -> list[int]:
    return [info.key for info in documents.listed(project)]


def only(project: Project) -> SetInfo:
    [found] = sets.listed(project)
    return found


LONG = Rule((Condition("words", "≥", "500"),))


def test_a_set_is_made_by_hand_filled_and_emptied(project: Project) -> None:
    first, second, third = keys(project)
    does_and_undoes(project, lambda: sets.make(project, " Les  premiers ", "documents", [first, second], note=" Un "))
    made = only(project)
    assert (made.name, made.kind, made.note, made.rule) == ("Les premiers", "documents", "Un", None)
    assert made.by_hand == {first, second}
    assert not made.ruled
    does_and_undoes(project, lambda: sets.put_in(project, made.key, [third, second, third]))
    assert only(project).by_hand == {first, second, third}
    does_and_undoes(project, lambda: sets.take_out(project, made.key, [first, second]))
    assert only(project).by_hand == {third}
    with pytest.raises(NothingThere, match="no longer in the project"):
        sets.put_in(project, made.key, [first, 999])
    assert only(project).by_hand == {third}


def test_a_set_is_renamed_described_and_removed(project: Project) -> None:
    key = sets.make(project, "GSA", "participants")
    does_and_undoes(project, lambda: sets.rename(project, key, "Enseignes"))
    does_and_undoes(project, lambda: sets.describe(project, key, "Celles\nd'abord"))
    assert (only(project).name, only(project).note) == ("Enseignes", "Celles\nd'abord")
    does_and_undoes(project, lambda: sets.remove(project, [key]))
    assert sets.listed(project) == []
    for verb in (lambda: sets.rename(project, key, "x"), lambda: sets.remove(project, [key])):
        with pytest.raises(NothingThere, match="This set is no longer"):
            verb()


def test_two_are_removed_as_one_change(project: Project) -> None:
    made = [sets.make(project, name, "codes") for name in ("a", "b")]
    does_and_undoes(project, lambda: sets.remove(project, made))
    assert sets.listed(project) == []


@pytest.mark.parametrize("taken", ["enseignes", "Enséignes", " ENSEIGNES "])
def test_equal_names_are_refused_whatever_a_set_holds(project: Project, taken: str) -> None:
    sets.make(project, "Enseignes", "documents")
    other = sets.make(project, "Autres", "codes")
    with pytest.raises(SetError, match="Another set is called"):
        sets.make(project, taken, "participants")
    with pytest.raises(SetError, match="Another set is called"):
        sets.rename(project, other, taken)
    sets.rename(project, other, "autres")
    with pytest.raises(SetError, match="needs a name"):
        sets.make(project, " \n", "codes")


def test_a_set_is_found_by_name_or_uid(project: Project) -> None:
    sets.make(project, "Été", "documents")
    found = only(project)
    assert sets.find(project, "ete") == sets.find(project, found.uid) == found
    with pytest.raises(NothingThere, match="No set is called Étés; is Été meant"):
        sets.find(project, "Étés")
    with pytest.raises(NothingThere, match="No set is called zzz"):
        sets.find(project, "zzz")
    with pytest.raises(NothingThere, match="may mean several"):
        sets.called([found, found], "été")


def test_a_rule_takes_the_place_of_hands_and_gives_it_back(project: Project) -> None:
    first, *_ = keys(project)
    key = sets.make(project, "Longs", "documents", [first])
    does_and_undoes(project, lambda: sets.set_rule(project, key, LONG))
    assert (only(project).rule, only(project).by_hand, only(project).ruled) == (LONG, frozenset(), True)
    for verb in (sets.put_in, sets.take_out):
        with pytest.raises(SetError, match="said by its rule"):
            verb(project, key, [first])
    does_and_undoes(project, lambda: sets.take_rule(project, key, [first]))
    assert (only(project).rule, only(project).by_hand) == (None, {first})
    with pytest.raises(NothingThere, match="has no rule"):
        sets.take_rule(project, key, [])
    does_and_undoes(project, lambda: sets.make(project, "Courts", "documents", rule=LONG))


def test_who_leaves_the_project_leaves_its_sets_and_comes_back(project: Project) -> None:
    first, second, _ = keys(project)
    sets.make(project, "Deux", "documents", [first, second])
    does_and_undoes(project, lambda: documents.remove(project, [first]))
    assert only(project).by_hand == {second}
    person = participants.add(project, "Anne")
    sets.make(project, "Une", "participants", [person])
    does_and_undoes(project, lambda: participants.remove(project, [person]))
    assert sets.find(project, "Une").by_hand == frozenset()


def test_rules_that_ask_what_nothing_can_answer_are_refused(project: Project) -> None:
    age = attributes.add(project, "âge", "number")
    codes = sets.make(project, "Des codes", "codes")
    refused = {
        "needs a condition": Rule(()),
        "hold all or any": Rule(LONG.conditions, "some"),  # type: ignore[arg-type]  # as a script might
        "has no condition on in vivo": Rule((Condition("in vivo", "=", "yes"),)),
        "has no condition on moon": Rule((Condition("moon"),)),
        "words can't be compared by some": Rule((Condition("words", "some"),)),
        "ten is no number": Rule((Condition("words", "≥", "ten"),)),
        "soon is no date": Rule((Condition("imported", "≥", "soon"),)),
        "old is no number, as âge has them": Rule((Condition("attribute", "≥", "old", key=age),)),
        "Say which attribute": Rule((Condition("attribute", "=", "1"),)),
        "What the rule speaks of is no longer": Rule((Condition("attribute", "=", "1", key=999),)),
        "can't be told by Des codes": Rule((Condition("set", key=codes),)),
        "can have 100 conditions": Rule(LONG.conditions * 101),
    }
    key, before = sets.make(project, "D", "documents"), len(project.history())
    for sentence, rule in refused.items():
        with pytest.raises((SetError, NothingThere), match=sentence):
            sets.set_rule(project, key, rule)
    assert len(project.history()) == before
    assert sets.find(project, "D").rule is None
    people = sets.make(project, "P", "participants")
    with pytest.raises(SetError, match="confidential is yes or no, not perhaps"):
        sets.set_rule(project, people, Rule((Condition("confidential", "=", "perhaps"),)))
    with pytest.raises(SetError, match="not of moons"):
        sets.make(project, "M", "moons")  # type: ignore[arg-type]  # as a script might


def test_a_circle_of_sets_is_refused(project: Project) -> None:
    a, b, c = (sets.make(project, name, "documents") for name in "abc")

    def told_by(key: int) -> Rule:
        return Rule((Condition("set", "≠", key=key), *LONG.conditions), "any")

    with pytest.raises(SetError, match="a would be told by itself, by way of a"):
        sets.set_rule(project, a, told_by(a))
    sets.set_rule(project, a, told_by(b))
    sets.set_rule(project, b, told_by(c))
    with pytest.raises(SetError, match="c would be told by itself, by way of a"):
        sets.set_rule(project, c, told_by(a))
    sets.set_rule(project, c, LONG)


def test_a_rule_that_another_hand_wrote_is_read_or_said_to_be_none(project: Project) -> None:
    key = sets.make(project, "S", "documents")
    good = {"join": "any", "conditions": [{"about": "name", "op": "=", "value": "D*"}]}
    bad = [
        "x",
        3,
        [],
        {},
        {**good, "join": 1},
        {"join": "all", "conditions": []},
        {**good, "conditions": [3]},
        {**good, "conditions": [{"about": "name", "value": 3}]},
        {**good, "conditions": [{"about": "words", "op": "≥", "value": "12", "key": "x"}]},
        {**good, "conditions": [{"about": "later", "op": "=", "value": "12"}]},
        {**good, "conditions": [{"about": "name", "mood": "bad"}]},
    ]
    for kept, read in [(good, True), *((one, False) for one in bad)]:
        assert (rules.read(kept, "documents") is not None) == read, kept
    with project.change("Write another rule") as session:
        session.get_one(Grouping, key).rule = {"join": "all", "conditions": 4}
    assert (only(project).rule, only(project).unreadable, only(project).ruled) == (None, True, True)


SAID = ["GSA", " Gsa ", "café", "9", "10", "2,5", "1 000", "2026-02-01", "03/04/2026", "2025-12-31", "oui", "non", ""]


@pytest.mark.parametrize(
    ("op", "value", "to", "type", "holds"),
    [
        ("=", "gsa", "", "text", ["GSA", " Gsa "]),
        ("=", "*é", "", "text", ["café"]),
        ("≠", "GSA", "", "text", ["GSA", " Gsa "]),
        ("<", "10", "", "text", ["9", "2,5"]),
        ("≥", "10", "", "number", ["10", "1 000"]),
        ("between", "2", "9", "number", ["9", "2,5"]),
        ("=", "2,50", "", "number", ["2,5"]),
        ("≥", "2026-02", "", "date", ["2026-02-01", "03/04/2026"]),
        ("≤", "2026-02", "", "date", ["2026-02-01", "2025-12-31"]),
        ("=", "2026", "", "date", ["2026-02-01", "03/04/2026"]),
        ("between", "2025-12-31", "2026-02-01", "date", ["2026-02-01", "2025-12-31"]),
        ("=", "yes", "", "boolean", ["oui"]),
        ("some", "", "", "text", SAID[:-1]),
        ("<", "café", "", "text", ["9", "10", "2,5", "1 000", "2026-02-01", "03/04/2026", "2025-12-31", ""]),
    ],
)
def test_values_are_compared_by_their_type(op: rules.Op, value: str, to: str, type: str, holds: list[str]) -> None:
    holding = rules.asking(Condition("attribute", op, value, to, 1), type)
    assert holding is not None
    assert [one for one in SAID if holding(one)] == holds


def test_ordered_choices_are_compared_by_their_order() -> None:
    holding = rules.asking(Condition("attribute", "≥", "Cadre", key=1), "ordered", ["ouvrier", "cadre", "dirigeant"])
    assert holding is not None
    assert [one for one in ("Ouvrier", "cadre", "dirigeant", "autre") if holding(one)] == ["cadre", "dirigeant"]
    assert rules.asking(Condition("attribute", "≥", "roi", key=1), "ordered", ["ouvrier"]) is None

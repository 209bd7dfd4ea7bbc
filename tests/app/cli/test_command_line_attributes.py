"""Attributes of choices, groups made by rules, and facts of interviews, by the command line."""

from __future__ import annotations

import pytest

from tests.corpus.support import dump


@pytest.fixture
def people(run, small):
    for name, age in (("A", "17"), ("B", "25"), ("C", "40"), ("D", "n.c.")):
        assert run("participant-add", small, name, "--set", f"age={age}").code == 0
    return small


def told(run, small):
    return {one["attribute"]: one for one in run("attributes", small, "--json").json}


def held(run, small, name):
    return [one["attributes"].get(name) for one in run("participants", small, "--json").json]


def test_an_attribute_of_choices_is_made_and_changed(run, people, undone):
    undone(
        "attribute-add",
        people,
        "taille",
        "--type",
        "ordered",
        "--choice",
        "petite",
        "--choice",
        "grande",
        "--label",
        "en=size",
        "--choice-label",
        "petite",
        "en",
        "small",
    )
    assert told(run, people)["taille"] == {
        "attribute": "taille",
        "of": "participants",
        "type": "ordered",
        "labels": {"en": "size"},
        "fact": None,
        "choices": [{"value": "petite", "labels": {"en": "small"}}, {"value": "grande", "labels": {}}],
        "made_from": None,
        "changed": 0,
        "confidential": None,
        "coarser": "",
    }
    undone("participant-edit", people, "A", "--set", "size=small")
    assert held(run, people, "taille")[0] == "petite"
    undone(
        "attribute-edit",
        people,
        "size",
        "--choice",
        "moyenne",
        "--choice",
        "petite",
        "--choice-label",
        "moyenne",
        "en",
        "medium",
        "--label",
        "en=firm size",
    )
    undone("attribute-edit", people, "taille", "--rename-choice", "petite", "minime")
    assert held(run, people, "taille")[0] == "minime"
    assert run("attributes", people).out.splitlines()[1] == "taille\tparticipants\tordered: moyenne, minime"
    before = dump(people)
    assert run("attribute-edit", people, "taille", "--choice", "x").sentence == (
        "minime can't go from the choices, as it is held 1 times."
    )
    assert run("attribute-edit", people, "taille", "--choice-label", "x", "en", "y").sentence == (
        "x is none of the choices."
    )
    assert run("attribute-edit", people, "taille").code == 2
    assert dump(people) == before


def test_groups_are_made_by_rules_and_what_is_left_out_is_said(run, people):
    rules = ("--rule", "18..29=young", "--rule", "30..=older")
    before = dump(people)
    ran = run("attribute-recode", people, "age", "group", *rules, "--dry-run")
    assert (ran.code, ran.out) == (1, "young\t1\nolder\t1\n")
    assert ran.err.splitlines() == [
        "No rule reaches 2 values: 17, n.c.; they are left without a value.",
        "Nothing was changed.",
    ]
    assert dump(people) == before
    assert run("attribute-recode", people, "age", "group", *rules).code == 1
    assert held(run, people, "group") == [None, "young", "older", None]
    run("participant-edit", people, "A", "--set", "age=18")
    ran = run("attributes", people)
    assert ran.sentence == "1 value of group changed since: verbatim attribute-recode --again."
    assert told(run, people)["group"]["changed"] == 1
    ran = run("attribute-recode", people, "group", "--again", "--json")
    assert ran.json == {"groups": {"young": 2, "older": 1}, "left": {"n.c.": 1}, "rest": ""}
    ran = run("attribute-recode", people, "age", "grown", "--rule", "..17=minor", "--rest", "adult")
    assert (ran.code, held(run, people, "grown")) == (0, ["adult"] * 4)
    assert "they become adult" in ran.err
    ran = run("attribute-recode", people, "age", "old", "--rule", "90..=old")
    assert ran.code == 4
    assert ran.sentence.startswith("No rule reaches any value of age, so nothing was made; its values are ")
    assert "old" not in told(run, people)


@pytest.mark.parametrize(
    "wrong",
    [
        ("age",),
        ("age", "g"),
        ("age", "g", "--rule", "18..29"),
        ("age", "g", "--again"),
        ("age", "--again", "--rule", "1=x"),
        ("age", "g", "--rule", "x="),
    ],
)
def test_a_recoding_that_says_too_little_is_wrong_usage(run, people, wrong):
    assert run("attribute-recode", people, *wrong).code == 2


def test_facts_are_proposed_said_and_read_from_a_table(run, small, tmp_path, undone):
    assert run("facts", small).out == ""
    (tmp_path / "facts.csv").write_text("entretien,lieu,mode,durée\nanne,Lyon,visio,52\nZoé,,,1\n", "utf-8")
    ran = run("documents", small, tmp_path / "facts.csv", "--json")
    assert (ran.code, ran.json) == (
        1,
        {"rows": 2, "documents": ["Anne"], "unmatched": ["Zoé"], "attributes": ["lieu", "mode", "durée"]},
    )
    undone("document-edit", small, "Anne", "--set", "Interviewer=Mme Roux", "--set", "date=2024-05-31")
    [document] = run("documents", small, "--json").json
    assert document["attributes"] == {
        "lieu": "Lyon",
        "mode": "video",
        "durée": "52",
        "Interviewer": "Mme Roux",
        "date": "2024-05-31",
    }
    assert told(run, small)["durée"]["labels"] == {"en": "Duration (minutes)", "fr": "Durée (minutes)"}
    assert run("documents", small, "--key", "x").code == 2


def test_what_files_tell_is_written_when_accepted(run, small, tmp_path):
    text = "---\ncanal: téléphone\n---\n\n**MME ROUX:** Alors ?\n\n**ANNE:** Oui.\n"
    (tmp_path / "Deux.md").write_text(text, "utf-8")
    assert run("import", small, tmp_path / "Deux.md", "--role", "MME ROUX=interviewer").code == 0
    ran = run("facts", small, "--json")
    assert ran.json == [
        {"document": "Deux", "fact": "mode", "value": "téléphone", "why": "canal"},
        {"document": "Deux", "fact": "interviewer", "value": "MME ROUX", "why": "role"},
    ]
    assert run("facts", small, "--accept").err == "2 facts written.\n"
    assert run("documents", small, "--json").json[1]["attributes"] == {
        "canal": "phone",
        "Intervieweur·euse": "MME ROUX",
    }
    assert run("facts", small, "--make").err == "0 facts proposed.\n"
    assert told(run, small)["Droits"]["fact"] == "rights"


def test_what_confidential_means_is_said_of_an_attribute(run, people, undone):
    undone("attribute-edit", people, "age", "--confidential", "generalise", "--coarser", "commerce")
    found = told(run, people)["age"]
    assert (found["confidential"], found["coarser"]) == ("generalise", "commerce")
    assert run("attribute-edit", people, "age", "--coarser", "commerce").code == 2
    run("attribute-edit", people, "age", "--confidential", "default")
    assert told(run, people)["age"]["confidential"] is None

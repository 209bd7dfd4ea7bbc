"""Documents, participants and their attributes by the command line: named, described, removed, and undone."""

from __future__ import annotations

import pytest

from corpus.store.project import Project
from tests.corpus.support import dump


def told(run, small, verb="participants"):
    return run(verb, small, "--json").json


def test_a_document_is_renamed_and_described_as_one_change(run, small, undone):
    ran = undone("document-edit", small, "anne", "--name", "01 Anne", "--set", "wave=2024", "--set", "place=Lyon")
    assert ran.out == "01 Anne\n"
    [document] = told(run, small, "documents")
    assert (document["document"], document["attributes"]) == ("01 Anne", {"wave": "2024", "place": "Lyon"})
    undone("document-edit", small, "01 Anne", "--set", "Place=")
    assert told(run, small, "documents")[0]["attributes"] == {"wave": "2024"}


def test_what_a_document_takes_with_it_is_said_before(run, small, at, undone):
    start, end = at("parcours client")
    run("apply", small, "Anne", start, end, "C1")
    run("excerpt", small, "Anne", start, end, "C1")
    run("memo", small, "document:Anne", "--text", "À relire.")
    before = dump(small)
    said = "With Anne go 1 coding and 1 excerpt.\n"
    dry = run("document-remove", small, "Anne", "--dry-run")
    assert (dry.out, dry.sentence) == (said, "Nothing was changed.")
    assert dump(small) == before
    done = undone("document-remove", small, "Anne")
    assert (done.out, done.err) == (said, "")
    assert told(run, small, "documents") == []
    with Project.open(small) as project:
        from coding import memos

        assert [one.targets[0].label for one in memos.listed(project)] == ["Anne"]


def test_several_documents_go_as_one_change_or_none(run, small, tmp_path, undone):
    for name in ("Bruno", "Carla"):
        (tmp_path / f"{name}.txt").write_text(f"{name.upper()}: Oui.\n", "utf-8")
        run("import", small, tmp_path / f"{name}.txt")
    assert run("document-remove", small, "Bruno", "Nobody").code == 4
    assert len(told(run, small, "documents")) == 3
    undone("document-remove", small, "Bruno", "carla", "Bruno")
    assert [one["document"] for one in told(run, small, "documents")] == ["Anne"]


def test_a_participant_is_added_changed_and_removed(run, small, undone):
    ran = undone("participant-add", small, "Anne", "--set", "sector=GSA", "--set", "years=12", "--confidential")
    assert ran.out == "Anne\n"
    [person] = told(run, small)
    assert person == {
        "participant": "Anne",
        "number": 1,
        "confidential": True,
        "documents": ["Anne"],
        "organisations": [],
        "attributes": {"sector": "GSA", "years": "12"},
        "left_out_on": None,
    }
    undone(
        "participant-edit",
        small,
        "anne",
        "--name",
        "Anne B.",
        "--not-confidential",
        "--set",
        "Sector=",
        "--untie",
        "Anne",
    )
    [person] = told(run, small)
    assert (person["participant"], person["confidential"], person["documents"]) == ("Anne B.", False, [])
    assert person["attributes"] == {"years": "12"}
    undone("participant-edit", small, "Anne B.", "--tie", "Anne")
    assert told(run, small)[0]["documents"] == ["Anne"]
    run("participant-add", small, "Zoé")
    assert undone("participant-remove", small, "Anne B.", "zoe").err == "2 participants removed.\n"
    assert told(run, small) == []


def test_whom_a_new_name_ties_is_said(run, small):
    run("participant-add", small, "Madame X")
    ran = run("participant-edit", small, "Madame X", "--name", "Anne")
    assert ran.err == "1 speaker tied to the participant of the same name: ANNE in Anne.\n"


def test_participants_are_listed_with_a_column_for_each_attribute(run, small):
    run("participant-add", small, "Anne", "--set", "sector=GSA")
    run("participant-add", small, "Zoé", "--set", "years=3", "--confidential")
    assert run("participants", small).out == "Anne\tno\tAnne\tGSA\t\nZoé\tyes\t\t\t3\n"


def test_attributes_are_arranged_for_participants_and_documents_apart(run, small, undone):
    undone("attribute-add", small, "years", "--type", "number")
    undone("attribute-add", small, "years", "--of", "documents")
    undone("attribute-edit", small, "Years", "--name", "in the job", "--type", "text")
    undone("attribute-edit", small, "years", "--of", "documents", "--type", "date")
    assert run("attributes", small).out == "in the job\tparticipants\ttext\nyears\tdocuments\tdate\n"
    undone("attribute-remove", small, "in the job")
    [years] = run("attributes", small, "--json").json
    assert [years[name] for name in ("attribute", "of", "type")] == ["years", "documents", "date"]


def test_a_type_that_values_have_not_is_refused(run, small):
    run("participant-add", small, "Anne", "--set", "years=twelve")
    ran = run("attribute-edit", small, "years", "--type", "number")
    assert (ran.code, ran.sentence) == (4, "years holds twelve, which is no number.")


def test_an_attribute_that_holds_text_by_a_value_of_another_type_is_told(run, small):
    run("participant-add", small, "Anne", "--set", "years=3")
    said = "{} holds text now, as not all of its values are of type {}; attribute-edit changes it back."
    ran = run("participant-edit", small, "Anne", "--set", "years=4")
    assert (ran.code, ran.err) == (0, "")
    ran = run("participant-edit", small, "Anne", "--set", "years=twelve")
    assert (ran.code, ran.sentence) == (0, said.format("years", "number"))
    assert run("document-edit", small, "Anne", "--set", "date=2026-02-03").err == ""
    assert run("document-edit", small, "Anne", "--set", "date=soon").sentence == said.format("date", "date")
    run("organisation-add", small, "Halles", "--set", "size=5")
    assert run("organisation-edit", small, "Halles", "--set", "size=big").sentence == said.format("size", "number")


@pytest.mark.parametrize(
    "arguments",
    [
        ("document-edit", "Nobody", "--name", "X"),
        ("document-edit", "Anne", "--name", " "),
        ("document-remove", "Nobody"),
        ("participant-edit", "Nobody", "--name", "X"),
        ("participant-add", " "),
        ("participant-add", "Zoé", "--tie", "Nobody"),
        ("participant-remove", "Nobody"),
        ("attribute-edit", "nothing", "--name", "x"),
        ("attribute-remove", "nothing"),
        ("attribute-add", " "),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_written(run, small, arguments):
    verb, *rest = arguments
    before = dump(small)
    ran = run(verb, small, *rest)
    assert (ran.code, bool(ran.sentence), ran.out) == (4, True, "")
    assert dump(small) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("document-edit", "Anne"),
        ("document-remove",),
        ("participant-edit", "Anne"),
        ("participant-remove",),
        ("participant-add", "Zoé", "--set", "sector"),
        ("participant-add", "Zoé", "--set", "a=1", "--set", "A=2"),
        ("attribute-edit", "x"),
        ("attribute-add", "x", "--type", "colour"),
        ("participants", "--key", "x"),
    ],
)
def test_wrong_usage_exits_2(run, small, arguments):
    verb, *rest = arguments
    ran = run(verb, small, *rest)
    assert (ran.code, "--help" in ran.sentence) == (2, True)

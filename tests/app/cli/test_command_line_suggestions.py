"""Suggestions by the command line: where codings came from, the learning curve, links worth making, and exposure."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from sqlalchemy import select

from coding.suggest import suggestions
from corpus import documents
from corpus.model import Document, Exposure
from corpus.store.project import Project

FRAMEWORK = "meco-2019"
UNCODED = "05 *"


def exposed(study: Path, coder: str) -> set[str]:
    """Return the names of the documents for which a coder has seen suggestions."""
    with Project.open(study, coder=coder, writable=False) as project, project.read() as session:
        seen = select(Document.name).join(Exposure, Exposure.document_uid == Document.uid)
        return set(session.scalars(seen.where(Exposure.coder == coder)))


def first_suggested(run, study: Path) -> dict:
    """Return what is suggested first by codings in the document left for it, with that passage's document."""
    records = run("suggest", study, "--document", UNCODED, "--coder", "Anne", "--json").json
    found = ((record, one) for record in records for one in record["suggestions"] if one["basis"] == "codings")
    record, one = next(found)
    return {"document": record["document"], **one}


# where codings came from


def test_an_accepted_suggestion_says_where_it_came_from(run, study):
    one = first_suggested(run, study)
    place = (one["document"], one["start"], one["end"], one["code"])
    assert run("accept", study, *place, "--coder", "Anne").code == 0
    found = run("suggest-why", study, *place, "--json").json
    assert (found["document"], found["start"], found["end"], found["code"]) == place
    given = found["suggested"]
    assert (given["code"], given["start"], given["end"]) == (one["code"], one["start"], one["end"])
    assert given["score"] == pytest.approx(one["score"], abs=1e-5)
    assert (given["basis"], given["model"]) == (one["basis"], one["model"])
    assert given["chance"] == pytest.approx(one["chance"], abs=1e-5)
    assert [reason["word"] for reason in given["evidence"]] == [reason["word"] for reason in one["evidence"]]
    assert (found["decision"], found["chosen"], found["coder"]) == ("accepted", one["code"], "Anne")
    said = run("suggest-why", study, *place).out
    assert one["model"] in said
    assert "accepted by Anne" in said
    assert f"{one['score']:.2f}  {one['code']}" in said
    assert f"(agrees with your coding {round(100 * one['chance'])} times in 100)" in said
    assert one["evidence"][0]["word"] in said
    assert run("suggest-why", study, "--json").json == [found]


def test_codings_by_hand_come_from_no_suggestion(run, study, tmp_path):
    run("codings-export", study, tmp_path / "c.csv", "--confidential", "show")
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    ran = run("suggest-why", study, row["document"], row["start"], row["end"], row["code"])
    assert ran.code == 4
    assert ran.sentence == "This coding did not come from a suggestion that is in this project."
    ran = run("suggest-why", study)
    assert (ran.code, ran.out, ran.sentence) == (0, "", "0 codings from suggestions.")


@pytest.mark.parametrize("at", [("A",), ("A", "1", "x", "C"), ("A", "1", "2", "C", "D")])
def test_a_coding_that_is_named_badly_is_wrong_usage(run, study, at):
    assert run("suggest-why", study, *at).code == 2


# measured


def test_the_learning_curve_is_printed_as_json_and_as_csv(run, study):
    ran = run("suggest-evaluate", study, "--framework", FRAMEWORK, "--curve", "--json")
    assert ran.code == 0
    found = ran.json
    points = found["curve"]["points"]
    assert [point["examples"] for point in points] == sorted(point["examples"] for point in points)
    assert len(points) == 4
    for name in ("hit_at_1", "hit_at_3", "macro_ap"):
        assert points[-1][name] == found[name]
    assert 0 <= found["curve"]["ten_more"] <= 1 - found["hit_at_3"]
    rows = list(
        csv.reader(io.StringIO(run("suggest-evaluate", study, "--framework", FRAMEWORK, "--curve", "--csv").out))
    )
    assert rows[0] == ["part", "name", "figure", "value"]
    values = {(part, name, figure): value for part, name, figure, value in rows[1:]}
    assert len(values) == len(rows) - 1
    assert float(values["all", "suggestions", "hit_at_3"]) == pytest.approx(found["hit_at_3"], abs=1e-6)
    assert float(values["all", "centroid", "macro_ap"]) == pytest.approx(
        found["baselines"]["centroid"]["macro_ap"], abs=1e-6
    )
    for one in found["per_code"]:
        assert float(values["code", one["code"], "recall"]) == pytest.approx(one["recall"], abs=1e-6)
    compared = found["concordance"]
    own = (compared["documents"], compared["few"], compared["second_coder"])
    assert own == (11, False, None), "in the twelfth nobody but a link speaks for the framework"
    for one in compared["per_code"]:
        assert one["both"] <= min(one["yours"], one["suggested"])
        assert float(values["concordance", one["code"], "yours"]) == one["yours"]
    for point in points:
        assert float(values["curve", str(point["examples"]), "hit_at_3"]) == pytest.approx(point["hit_at_3"], abs=1e-6)
    assert float(values["curve", "ten more", "ten_more"]) == pytest.approx(found["curve"]["ten_more"], abs=1e-6)
    assert sum(part == "calibration" and figure == "count" for part, _, figure in values) == len(found["calibration"])


def test_without_curve_none_is_measured_and_two_formats_exclude_each_other(run, small, study):
    assert "curve" not in run("suggest-evaluate", small, "--json").json
    assert run("suggest-evaluate", study, "--json", "--csv").code == 2


def test_a_project_without_codings_is_measured_all_the_same(run, small):
    ran = run("suggest-evaluate", small, "--curve")
    assert ran.code == 0
    assert "There is too little to say" in ran.err
    assert run("suggest-evaluate", small, "--curve", "--json").json["curve"] == {
        "points": [],
        "ten_more": None,
        "seed": 0,
    }


# links


@pytest.fixture
def unlinked(run, study) -> Path:
    for one in run("links", study, "--json").json:
        assert run("link", study, one["descriptive"], one["theoretical"], "--remove").code == 0
    return study


def test_links_are_suggested_with_their_words_accepted_and_refused(run, unlinked):
    found = run("suggest-links", unlinked, "--framework", FRAMEWORK, "--json").json
    assert len(found) > 4
    for one in found:
        assert one["basis"] == "definition"
        assert one["evidence"]
        weights = [reason["weight"] for reason in one["evidence"]]
        assert weights == sorted(weights, reverse=True)
    first, second = found[0], next(one for one in found if one["descriptive"] != found[0]["descriptive"])
    ran = run("suggest-links", unlinked, "--accept", first["descriptive"], first["theoretical"])
    assert (ran.code, ran.out) == (0, f"{first['descriptive']} → {first['theoretical']}\n")
    [made] = run("links", unlinked, "--json").json
    assert (made["descriptive"], made["theoretical"]) == (first["descriptive"], first["theoretical"])
    assert made["basis"] == "definition match"
    assert made["reason"] == "Definition match: " + ", ".join(reason["word"] for reason in first["evidence"])
    assert run("suggest-links", unlinked, "--refuse", second["descriptive"], second["theoretical"]).code == 0
    pairs = {(one["descriptive"], one["theoretical"]) for one in run("suggest-links", unlinked, "--json").json}
    assert (first["descriptive"], first["theoretical"]) not in pairs
    assert (second["descriptive"], second["theoretical"]) not in pairs
    assert pairs
    ran = run("suggest-links", unlinked, "--accept", second["descriptive"], second["theoretical"])
    assert ran.code == 4
    assert ran.sentence == f"{second['descriptive']} → {second['theoretical']} is not suggested."
    said = run("suggest-links", unlinked)
    assert "unmeasured" in said.sentence
    assert len(said.out.splitlines()) == len(pairs)


def test_links_need_a_framework_that_is_there(run, study, tmp_path):
    assert run("new", tmp_path / "bare.verbatim").code == 0
    ran = run("suggest-links", tmp_path / "bare.verbatim")
    assert ran.code == 4
    assert ran.sentence == "No framework is in this project; add one with the verb framework."
    assert run("suggest-links", study, "--framework", "none").code == 4
    assert run("suggest-links", study, "--accept", "A", "B", "--refuse", "A", "B").code == 2
    assert run("suggest-links", study, "--refuse", "No such code", "C1").code == 4


def test_a_project_with_codes_of_the_framework_alone_has_no_links_to_suggest(run, small):
    assert run("suggest-links", small, "--json").json == []


# independence


def test_what_was_shown_is_kept_for_the_coder_who_saw_it(run, study):
    assert exposed(study, "Basile") == set()
    found = run("suggest", study, "--document", UNCODED, "--early", "--coder", "Basile", "--json").json
    assert exposed(study, "Basile") == {record["document"] for record in found}
    assert len(found) > 0
    assert exposed(study, "Anne") == set()


def test_deciding_is_having_seen(run, study):
    one = first_suggested(run, study)
    assert run("reject", study, one["document"], one["start"], one["end"], one["code"], "--coder", "Clara").code == 0
    assert exposed(study, "Clara") == {one["document"]}


def test_suggestions_are_shown_while_another_holds_the_project_and_no_undo_unsees_them(run, study):
    assert run("first-pass", study, "--show", "--coder", "Basile").code == 0
    with Project.open(study, coder="Anne"):
        ran = run("suggest", study, "--document", UNCODED, "--coder", "Basile", "--json")
        assert ran.code == 0
        assert ran.json
    assert exposed(study, "Basile") == set()
    run("suggest", study, "--document", UNCODED, "--coder", "Basile")
    seen = exposed(study, "Basile")
    assert seen
    before = run("codes", study, "--json").body
    run("undo", study, "--coder", "Basile")
    assert exposed(study, "Basile") == seen
    assert json.loads(before)


def test_hidden_until_the_first_pass_is_declared_done(run, study):
    with Project.open(study, coder="Basile", writable=False) as project:
        assert suggestions.hides_before_first_pass(project)
        document = documents.find(project, "05 Cheffe de projet UX, équipement B2B").key
    ran = run("suggest", study, "--document", UNCODED, "--coder", "Basile", "--json")
    assert (ran.code, ran.out) == (4, "")
    assert "until your first pass over it is done" in ran.sentence
    ran = run("suggest", study, "--coder", "Basile", "--json")
    assert (ran.code, ran.out) == (4, "")
    assert "--early shows them all the same" in ran.sentence
    assert exposed(study, "Basile") == set()
    assert run("suggest", study, "--document", UNCODED, "--coder", "Anne", "--json").json, (
        "another coder has declared the first pass"
    )
    with Project.open(study, coder="Basile") as project:
        suggestions.declare_first_pass(project, document)
    found = run("suggest", study, "--coder", "Basile", "--json").json
    assert {record["document"] for record in found} == {"05 Cheffe de projet UX, équipement B2B"}
    ran = run("suggest", study, "--coder", "Basile", "--figures", "--least", "0.9")
    assert "11 documents wait for your first pass" in ran.err
    assert "held back, agreeing with you less than 90 times in 100" in ran.err
    assert exposed(study, "Basile") == {"05 Cheffe de projet UX, équipement B2B"}

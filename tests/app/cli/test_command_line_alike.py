"""The verbs on likeness of meaning, from outside."""

from __future__ import annotations

import csv

import docx


def test_what_is_like_a_sentence_is_listed_with_how_alike_and_the_words_shared(run, study):
    found = run("similar", study, "mesurer la satisfaction des clients", "--limit", 3, "--json").json
    likes = [hit["likeness"] for hit in found["hits"]]
    assert len(likes) == 3 <= found["total"]
    assert likes == sorted(likes, reverse=True)
    assert any("satisfaction" in hit["shared"] for hit in found["hits"])
    assert all(hit["start"] <= start < end <= hit["end"] for hit in found["hits"] for start, end in hit["matches"])
    searched = run("search", study, "mesurer la satisfaction des clients", "--scope", "meaning", "--limit", 3, "--json")
    assert searched.json == found
    assert run("search-save", study, "Mesures", "mesurer la satisfaction (clients", "--scope", "meaning").code == 0
    assert run("search", study, "--saved", "Mesures", "--json").json["hits"]


def test_codes_ask_what_was_missed_and_which_verbatims_are_unlike(run, study):
    missed = run("similar", study, "--code", "Silos", "--uncoded", "--limit", 5, "--json").json
    assert missed["hits"]
    assert not any("Silos" in hit["codes"] for hit in missed["hits"])
    least = run("similar", study, "--code", "Silos", "--least", "--limit", 99, "--json").json
    likes = [one["likeness"] for one in least["hits"]]
    assert likes == sorted(likes)
    assert least["total"] == len(likes) > 3
    assert all("Silos" in hit["codes"] for hit in least["hits"])
    fewer = run("similar", study, "--code", "Silos", "--least", "--document", "03*", "--json").json
    assert 0 < fewer["total"] < least["total"]
    assert "the least like the others first" in run("similar", study, "--code", "Silos", "--least").err
    assert run("similar", study, "--definition", "C4", "--document", "03*", "--json").json["total"] >= 0
    assert run("similar", study, "--excerpt", 1, "--limit", 1).code == 0
    assert "There is no excerpt 999" in run("similar", study, "--excerpt", 999).sentence


def test_what_is_listed_is_written_with_how_alike_it_is_and_the_words_shared(run, study, tmp_path):
    asked = ("similar", study, "mesurer la satisfaction des clients")
    listed = run(*asked, "--limit", 99, "--json").json["hits"]
    assert "passages written" in run(*asked, "-o", tmp_path / "alike.csv").err
    with (tmp_path / "alike.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["likeness"] for row in rows] == [said_in_french(one["likeness"]) for one in listed]
    assert [row["shared"] for row in rows] == ["; ".join(one["shared"]) for one in listed]
    run(*asked, "-o", tmp_path / "alike.docx")
    said = "\n".join(one.text for one in docx.Document(str(tmp_path / "alike.docx")).paragraphs)
    assert f"ressemblance {said_in_french(listed[0]['likeness'])} · mots communs" in said.replace("\u00a0", " ")
    assert run(*asked, "-o", tmp_path / "alike.html").code == 2


def said_in_french(likeness: float) -> str:
    return str(likeness).replace(".", ",")


def test_codes_given_to_like_words_are_listed(run, study):
    pairs = run("codes-alike", study, "--json").json
    assert pairs
    assert all(len(set(one["codes"])) == 2 and min(one["verbatims"]) >= 3 for one in pairs)
    assert "pair" in run("codes-alike", study).err


def test_one_thing_is_asked_at_a_time(run, study):
    for given in ((), ("mots", "--code", "Silos"), ("mots", "--least"), ("--code", "Silos", "--least", "--uncoded")):
        assert run("similar", study, *given).code == 2
    assert run("similar", study, "et le").code == 4

"""The verbs on likeness of meaning, from outside."""

from __future__ import annotations


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
    least = run("similar", study, "--code", "Silos", "--least", "--json").json
    likes = [one["likeness"] for one in least["verbatims"]]
    assert likes == sorted(likes)
    assert least["total"] == len(likes) > 3
    assert run("similar", study, "--definition", "C4", "--document", "03*", "--json").json["total"] >= 0
    assert run("similar", study, "--excerpt", 1, "--limit", 1).code == 0
    assert "There is no excerpt 999" in run("similar", study, "--excerpt", 999).sentence


def test_codes_given_to_like_words_are_listed(run, study):
    pairs = run("codes-alike", study, "--json").json
    assert pairs
    assert all(len(set(one["codes"])) == 2 and min(one["verbatims"]) >= 3 for one in pairs)
    assert "pair" in run("codes-alike", study).err


def test_one_thing_is_asked_at_a_time(run, study):
    for given in ((), ("mots", "--code", "Silos"), ("mots", "--least"), ("--code", "Silos", "--least", "--uncoded")):
        assert run("similar", study, *given).code == 2
    assert run("similar", study, "et le").code == 4

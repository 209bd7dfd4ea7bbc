"""A document's text corrected by the command line: codings stay on their words, and earlier texts can be read."""

from __future__ import annotations


def text(run, small):
    return run("text", small, "Anne").out


def test_a_word_is_put_right_and_what_is_coded_stays_coded(run, small, at, undone):
    start, end = at("parcours client")
    run("apply", small, "Anne", start, end, "C1")
    before = text(run, small)
    ran = undone("edit", small, "Anne", 0, 0, "Bis ")
    assert ran.out.startswith("Bis ")
    assert text(run, small) == f"Bis {before}"
    assert "parcours client" in run("search", small, "--code", "C1", "*").out


def test_what_would_lose_all_its_words_is_told_first(run, small, at, undone):
    start, end = at("parcours client")
    run("apply", small, "Anne", start, end, "C1")
    run("excerpt", small, "Anne", start, end, "C1")
    before = text(run, small)
    ran = run("edit", small, "Anne", start, end, "")
    assert ran.code == 4
    assert ran.err == "With these words go 1 coding and 1 excerpt: say --yes to let them go.\n"
    assert text(run, small) == before
    undone("edit", small, "Anne", start, end, "", "--yes")
    assert "parcours client" not in text(run, small)


def test_earlier_texts_are_listed_and_printed(run, small, at):
    start, end = at("parcours")
    before = text(run, small)
    run("edit", small, "Anne", start, end, "chemin", "--reason", "Mal entendu.")
    [one] = run("revisions", small, "Anne", "--json").json
    assert (one["number"], one["reason"]) == (1, "Mal entendu.")
    assert one["corrections"] == [{"start": start, "end": end, "characters": 6}]
    assert run("revisions", small, "Anne", "--text", "1").out == f"{before}\n"
    assert "Mal entendu." in run("revisions", small, "Anne").out
    assert run("revisions", small, "Anne", "--text", "2").code == 4


def test_places_outside_and_texts_emptied_are_refused(run, small):
    before = text(run, small)
    assert "reaches outside the text" in run("edit", small, "Anne", 5, 10_000, "x").err
    assert run("edit", small, "Anne", 0, len(before), "").err.startswith("Nothing would be left of Anne")
    assert text(run, small) == before

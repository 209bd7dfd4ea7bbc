"""Sets by the command line: made, changed, listed, shown, removed, undone, and heeded by every verb that filters."""

from __future__ import annotations

import csv
from importlib import import_module
from pathlib import Path
from types import FunctionType

import click
import pytest

from app.cli import VERBS, program
from coding import codebook, codings
from corpus import anchors, documents
from corpus.store.project import Project, default_coder

TALK = "INT: Et vous ?\nBEA: La caisse agace tout le monde, et le stock aussi.\nINT: Pourquoi ?\nBEA: On attend."


@pytest.fixture
def coded(run, small, tmp_path, at):
    """Two interviews, who gives them, and a code on words of each; return the project."""
    (tmp_path / "Bea.txt").write_text(TALK, "utf-8")
    assert run("import", small, tmp_path / "Bea.txt").code == 0
    for name, sector in (("Anne", "GSA"), ("Bea", "GSS")):
        assert run("participant-add", small, name, "--set", f"sector={sector}", "--tie", name).code == 0
    run("apply", small, "Anne", *at("parcours client"), "Parcours", "--new")
    start = TALK.index("La caisse")
    run("apply", small, "Bea", start, start + len("La caisse agace"), "Attente", "--new")
    run("apply", small, "Bea", start, start + len("La caisse"), "C1")
    return small


def shown(run, small, name):
    return run("set-show", small, name, "--json").json["members"]


def test_a_set_by_hand_is_made_changed_and_removed(run, coded, undone):
    made = undone("set-add", coded, "Pilots", "An*", "--note", "first ones")
    assert made.sentence == "1 of 2 documents."
    assert shown(run, coded, "pilots") == ["Anne"]
    changed = undone("set-edit", coded, "Pilots", "--name", "Both", "--put", "Bea", "--take", "Anne", "--note", "")
    assert changed.sentence == "1 of 2 documents."
    assert run("set-show", coded, "Both").out == "Bea\n"
    assert run("sets", coded).out == "Both\tdocuments\t1\t2\tby hand\n"
    assert undone("set-remove", coded, "Both").out == "Both\n"
    assert run("sets", coded, "--json").json == []


def test_a_set_by_rule_is_made_shown_and_filled_by_hand(run, coded, undone):
    undone("set-add", coded, "GSA", "--if", "Sector = gsa", "--if", "name = A*", "--kind", "participants")
    undone("set-add", coded, "Papers", "--if", "set = gsa", "--if", "words >= 500", "--any")
    [papers, people] = run("sets", coded, "--json").json
    assert (papers["rule"], papers["join"], papers["members"]) == (["set = GSA", "words ≥ 500"], "any", ["Anne"])
    assert (people["rule"], people["members"], people["total"]) == (
        ["participant.sector = gsa", "name = A*"],
        ["Anne"],
        2,
    )
    assert run("set-show", coded, "Papers").err == "1 of 2 documents: set = GSA or words ≥ 500.\n"
    assert undone("set-edit", coded, "Papers", "--if", "participant.sector != GSA").sentence == "1 of 2 documents."
    assert shown(run, coded, "Papers") == ["Bea"]
    undone("set-edit", coded, "Papers", "--by-hand", "--put", "Anne")
    assert shown(run, coded, "Papers") == ["Anne", "Bea"]


@pytest.mark.parametrize(
    ("kind", "line", "members"),
    [
        ("documents", "words between 1 and 22", ["Bea"]),
        ("documents", "code = Parcours", ["Anne"]),
        ("documents", "imported >= 2020", ["Anne", "Bea"]),
        ("documents", "participant.sector has a value", ["Anne", "Bea"]),
        ("documents", "sector has none", []),
        ("participants", "segments > 0", ["Anne", "Bea"]),
        ("participants", "confidential = no", ["Anne", "Bea"]),
        ("codes", "framework = none", ["Parcours", "Attente"]),
        ("codes", "under = Attente", ["Attente"]),
        ("codes", "participants >= 1", ["Parcours", "Attente", "C1"]),
        ("codes", '"name" = att*', ["Attente"]),
    ],
)
def test_conditions_are_read_and_said_again(run, coded, kind, line, members):
    assert run("set-add", coded, "S", "--kind", kind, "--if", line).code == 0
    found = run("set-show", coded, "S", "--json").json
    assert found["members"] == members
    assert run("set-add", coded, "T", "--kind", kind, "--if", found["rule"][0]).code == 0
    assert run("set-show", coded, "T", "--json").json["rule"] == found["rule"]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["--if", "sector"], 4, "is no condition"),
        (["--if", "moon = 3"], 4, "There is nothing called moon to ask documents for"),
        (["--if", "words between 3"], 4, "between what and what"),
        (["--if", "words = many"], 4, "many is no number"),
        (["--if", "set = Moons"], 4, "No set is called Moons"),
        (["--if", "organisation = Moons"], 4, "No organisation is called Moons"),
        (["--if", "code = Moons"], 4, "Moons"),
        (["--if", "in vivo = yes"], 4, "nothing called in vivo"),
        (["--any"], 2, "--any goes with --if"),
        (["Anne", "--if", "words > 3"], 2, "not both"),
        (["Moons"], 4, "Moons"),
    ],
)
def test_what_can_not_be_is_refused_in_a_sentence(run, coded, arguments, code, sentence):
    ran = run("set-add", coded, "S", *arguments)
    assert (ran.code, sentence in ran.sentence) == (code, True), ran.err
    assert run("sets", coded, "--json").json == []


def test_a_rule_on_an_attribute_that_is_gone_is_said(run, coded):
    run("set-add", coded, "GSA", "--if", "sector = GSA")
    run("attribute-remove", coded, "sector")
    assert "an attribute that is gone" in run("sets", coded).out
    ran = run("set-show", coded, "GSA")
    assert (ran.code, ran.out, "an attribute that is gone" in ran.err) == (0, "", True)
    assert run("set-edit", coded, "GSA").code == 2


def test_who_may_not_be_named_is_masked(run, coded):
    run("set-add", coded, "Anne et les siens", "Anne", "--kind", "participants")
    run("participant-edit", coded, "Anne", "--confidential")
    assert run("set-show", coded, "Anne et les siens").out == "[participant 1]\n"
    assert "Anne" not in run("sets", coded).out
    assert run("set-show", coded, "Anne et les siens", "--confidential", "show").out == "Anne\n"


def test_every_verb_that_filters_heeds_sets(run, coded, tmp_path):
    run("set-add", coded, "Second", "--if", "name = B*")
    run("set-add", coded, "Waiting", "Attente", "--kind", "codes")
    run("set-add", coded, "Bs", "Bea", "--kind", "participants")
    hits = run("search", coded, "*", "--set", "second", "--set", "Bs", "--json").json["hits"]
    assert [hit["document"] for hit in hits] == ["Bea", "Bea"]
    assert len(run("search", coded, "set:Waiting", "--json").json["hits"]) == 1
    assert run("search", coded, "stock", "--set", "Waiting", "--scope", "documents", "--json").json["total"] == 1
    run("search-save", coded, "kept", "stock", "--set", "Bs")
    assert run("search", coded, "--saved", "kept", "--json").json["total"] == 1
    assert run("search", coded, "--saved", "kept", "--set", "Bs").code == 2
    assert [one["document"] for one in run("documents", coded, "--set", "Bs", "--json").json] == ["Bea"]
    assert [one["code"] for one in run("codes", coded, "--set", "Waiting", "--json").json] == ["Attente"]
    assert run("search", coded, "*", "--set", "Moons").sentence.startswith("No set is called Moons")

    def table(*arguments):
        ran = run(*arguments, "-o", tmp_path / "out.csv")
        assert ran.code == 0, ran.err
        return list(csv.reader((tmp_path / "out.csv").read_text("utf-8").splitlines()))

    matrix = table("matrix", coded, "--rows", "documents", "--columns", "codes", "--set", "Waiting", "--set", "Second")
    assert matrix == [["documents", "Attente"], ["Bea", "1"]]
    run("matrix-save", coded, "M", "--rows", "sets", "--columns", "codes", "--set", "Waiting")
    assert table("matrix", coded, "--saved", "M") == [["sets", "Attente"], ["Second", "1"], ["Bs", "1"]]
    assert [row[8] for row in table("verbatims", coded, "--set", "Second")[1:]] == ["Bea"]
    assert [row[1] for row in table("interviews", coded, "--set", "Bs")[1:]] == ["Bea"]
    run("codings-export", coded, tmp_path / "c.csv", "--set", "Waiting")
    assert len((tmp_path / "c.csv").read_text("utf-8").splitlines()) == 2
    assert run("report", coded, "--only", "codebook", "--format", "csv", "--set", "Waiting", "-o", tmp_path).code == 0
    assert len((tmp_path / "codebook.csv").read_text("utf-8").splitlines()) == 2
    run("excerpt", coded, "Bea", TALK.index("La caisse"), TALK.index("La caisse") + 9, "Attente")
    assert [len(run("excerpts", coded, "--set", name, "--json").json) for name in ("Bs", "Waiting")] == [1, 1]
    run("set-add", coded, "First", "Anne")
    assert run("excerpts", coded, "--set", "First", "--json").json == []
    for one in run("suggest", coded, "--framework", "meco-2019", "--set", "Bs", "--early", "--json").json:
        assert one["document"] == "Bea"


def test_codings_are_named_by_sets(run, coded, undone):
    run("set-add", coded, "Bs", "Bea", "--kind", "participants")
    run("set-add", coded, "First", "Anne")
    for verb in (["uncode", "Attente"], ["recode", "Attente", "Parcours"], ["code-split", "Attente", "Caisse"]):
        assert run(verb[0], coded, *verb[1:], "--set", "First").sentence == "The code is on no words there."
    run("link", coded, "Attente", "C1")
    judged = undone("judge-many", coded, "Attente", "C1", "--set", "Bs", "--out")
    assert judged.sentence == "1 coding decided on."
    assert undone("code-split", coded, "Attente", "Caisse", "--set", "Bs").out == "Caisse\n"
    assert undone("recode", coded, "Caisse", "Parcours", "--set", "Bs").sentence == "1 coding recoded."
    both = run("uncode", coded, "Parcours", "--document", "*", "--set", "First")
    assert both.sentence == "1 coding taken off."
    assert undone("uncode", coded, "Parcours", "--set", "Bs").sentence == "1 coding taken off."
    assert run("uncode", coded, "Parcours").code == 2
    assert run("uncode", coded, "Bea", 1, 2, "Parcours", "--set", "Bs").code == 2
    assert run("uncode", coded, "Bea", "one", 2, "Parcours").code == 2


def test_what_is_listed_keeps_to_sets(run, coded, at, tmp_path):
    run("set-add", coded, "Bs", "Bea", "--kind", "participants")
    run("set-add", coded, "Waiting", "Attente", "--kind", "codes")
    run("organisation-add", coded, "GSA", "--participant", "Anne")
    run("organisation-add", coded, "GSS", "--participant", "Bea")
    run("link", coded, "Attente", "C1")
    run("link", coded, "Parcours", "C1")
    for name in ("Anne", "Bea"):
        run("consent", coded, name, "--quotation", "yes")
        run("memo", coded, f"participant:{name}", "--title", name, "--text", "On her.")
    run("memo", coded, "code:Attente", "--title", "Waits", "--text", "Long.")
    start, end = at("parcours client")
    run("memo", coded, f"document:Anne@{start}-{end}", "--title", "W", "--text", "There.")
    run("memo", coded, "project", "--title", "All", "--text", "Of it.")

    def listed(verb, name, *arguments):
        return [row[name] for row in run(verb, coded, *arguments, "--json").json]

    assert listed("participants", "participant", "--set", "Bs") == ["Bea"]
    assert listed("speakers", "document", "--set", "Bs") == ["Bea"]
    assert listed("organisations", "organisation", "--set", "Bs") == ["GSS"]
    assert listed("organisations", "organisation", "--set", "Waiting") == ["GSA", "GSS"]
    assert listed("consents", "participant", "--set", "Bs") == ["Bea"]
    assert listed("links", "descriptive", "--set", "Waiting") == ["Attente"]
    assert listed("links", "descriptive") == ["Attente", "Parcours"]
    assert listed("memos", "title", "--set", "Bs") == ["Bea", "Waits"]
    assert listed("memos", "title", "--set", "Waiting") == ["Anne", "Bea", "Waits", "W"]
    [one] = run("first-pass", coded, "--set", "Bs", "--json").json["documents"]
    assert one["document"] == "Bea"
    run("codes-export", coded, tmp_path / "codes.csv", "--set", "Waiting")
    assert len((tmp_path / "codes.csv").read_text("utf-8").splitlines()) == 2
    assert run("participants", coded, tmp_path / "codes.csv", "--set", "Bs").code == 2


def test_suggestions_are_measured_on_documents_of_sets(run, coded):
    run("set-add", coded, "Bs", "Bea", "--kind", "participants")
    run("set-add", coded, "Waiting", "Attente", "--kind", "codes")
    measured = run("suggest-evaluate", coded, "--set", "Bs", "--json").json
    assert (measured["documents"], [one["code"] for one in measured["per_code"]]) == (1, ["Attente"])
    whole = run("suggest-evaluate", coded, "--set", "Waiting", "--json").json
    assert (whole["documents"], [one["code"] for one in whole["per_code"]]) == (2, ["Attente"])
    curved = run("suggest-evaluate", coded, "--set", "Bs", "--curve", "--json").json
    last = curved["curve"]["points"][-1]
    assert curved["documents"] == 1
    assert last["examples"] == 2  # learned from is the whole study
    assert {name: last[name] for name in ("hit_at_1", "hit_at_3")} == {
        name: measured[name] for name in ("hit_at_1", "hit_at_3")
    }
    run("set-add", coded, "Nobody", "Anne", "--kind", "participants")
    run("set-edit", coded, "Nobody", "--take", "Anne")
    assert run("suggest-evaluate", coded, "--set", "Nobody", "--curve", "--json").json["curve"]["points"] == []


def test_the_recruitment_log_is_listed_written_and_reported_within_sets(run, coded, tmp_path):
    for name in ("Anne", "Bea", "Carl", "Dora"):
        assert run("recruit-add", coded, name).code == 0
    run("organisations-from", coded, "sector")
    assert run("recruit-edit", coded, "Carl", "--organisation", "GSS").code == 0
    run("set-add", coded, "Bs", "Bea", "--kind", "participants")
    run("set-add", coded, "First", "Anne", "--kind", "documents")
    run("set-add", coded, "Waiting", "Attente", "--kind", "codes")

    def names(*arguments):
        return [one["name"] for one in run("recruits", coded, *arguments, "--json").json]

    assert names("--set", "Bs") == ["Bea", "Carl"]
    assert names("--set", "First") == ["Anne"]
    assert names("--set", "Waiting") == names() == ["Anne", "Bea", "Carl", "Dora"]
    assert run("recruits", coded, "-o", tmp_path / "log.csv", "--set", "Bs", "--confidential", "show").code == 0
    assert [row[0] for row in csv.reader((tmp_path / "log.csv").read_text("utf-8").splitlines())][1:] == ["Bea", "Carl"]
    assert run("recruits", coded, tmp_path / "log.csv", "--set", "Bs").code == 2
    run("report", coded, "--only", "recruitment", "--format", "csv", "-o", tmp_path / "reports", "--set", "Bs")
    [written] = (tmp_path / "reports").iterdir()
    assert len(written.read_text("utf-8").splitlines()) == 3


def test_the_page_on_sets_names_every_verb_that_heeds_them():
    context = click.Context(program)
    verbs = {name: program.get_command(context, name) for name in program.list_commands(context)}
    heed = {
        name
        for name, verb in verbs.items()
        if verb is not None
        for option in verb.params
        if "--set" in option.opts and option.metavar == "NAME"
    }
    page = (Path(__file__).parents[3] / "docs/cli.md").read_text("utf-8")
    table = page.partition("<!-- sets -->")[2].partition("<!-- /sets -->")[0]
    rows = [row.split("|") for row in table.splitlines() if row.startswith("| `")]
    assert {name.strip(" `") for row in rows for name in row[1].split(",")} == heed


def test_lists_of_documents_and_codes_keep_to_sets(run, coded, tmp_path):
    run("set-add", coded, "Second", "Bea")
    run("set-add", coded, "Waiting", "Attente", "--kind", "codes")
    for code in ("Attente", "Parcours"):
        assert run("set-aside", coded, code, "--because", "Neither").code == 0
    waiting = run("to-theorise", coded, "--set", "Waiting", "--json").json
    assert [one["code"] for one in waiting] == ["Attente"]
    for document in ("Anne", "Bea"):
        run("read", coded, document)
    assert [row["document"] for row in run("readings", coded, "--set", "Second", "--json").json] == ["Bea"]
    with Project.open(coded, coder=default_coder()) as project:  # who worked on both long before the code is made
        known, then = codebook.find(project, "Parcours").key, "2001-01-01T00:00:00Z"
        places = [anchors.words(one.key, 0, 4) for one in documents.listed(project)]
        codings.enter(project, [codings.Entry(known, place, created_at=then) for place in places])
    run("code-add", coded, "Late")
    assert run("to-reread", coded, "Late", "--json").json == ["Anne", "Bea"]
    assert run("to-reread", coded, "Late", "--set", "Second", "--json").json == ["Bea"]
    for asked in (("--search", "*"), ("--speaker", "*")):
        found = run("auto-code", coded, "Late", *asked, "--set", "Second", "--dry-run", "--json").json
        assert {one["document"] for one in found} == {"Bea"}
    (tmp_path / "guide.txt").write_text("Début\n- Et vous ?\n", "utf-8")
    assert run("guide-import", coded, "Mars", tmp_path / "guide.txt").code == 0
    assert [one["document"] for one in run("guide-of", coded, "--set", "Second", "--json").json] == ["Bea"]
    run("guide-find", coded)
    for more, number in ((), 2), (("--set", "Second"), 1):
        [line] = [row.split("\t") for row in run("guide", coded, *more).out.splitlines()]
        assert sum(map(int, line[-4:])) == number, "of so many interviews"
    run("document-edit", coded, "Anne", "--set", "durée=60")
    assert run("facts", coded, "--set", "Second", "--json").code == 0


WHOLE = {
    "attributes": "columns, of which no row is shown",
    "guide-import": "what was just read",
    "disclosures": "the log of what was let out, which is whole or nothing",
    "due": "no deadline is to be missed",
    "pseudonyms": "the whole key",
    "pseudonymise": "what was just written",
    "frameworks": "what ships",
    "figures": "what can be drawn",
    "history": "the log of all that was done",
    "coders": "people who code, and how much in all",
    "sets": "sets themselves",
    "searches": "queries",
    "matrices": "choices",
    "recipes": "choices",
    "memo-links": "the links of one memo",
    "code-history": "one code",
    "revisions": "one document",
    "suggest-why": "one passage",
    "check": "the whole file",
    "traces": "the whole file, and what lies beside it",
    "framework-update": "one framework",
    "attribute-recode": "the groups of all values",
    "asked": "one document",
    "guide-find": "what was just found",
    "organisations-from": "what was just made",
    "approach": "one word of the study",
    "draws": "what was drawn",
}
"""Verbs that list something and keep to no set, and why."""


def test_every_verb_that_lists_heeds_sets_or_is_named_with_a_reason():
    listing = {name for name in VERBS if "tell_table" in names_in(name)}
    heeding = {name for name in VERBS if any(one.name == "sets" for one in command(name).params)}
    assert listing - heeding <= set(WHOLE), "give it `within`, or say why it lists all"
    assert not set(WHOLE) & heeding


def names_in(name):
    """Return the functions that a verb, and what of its module it calls, calls."""
    callback = getattr(command(name).callback, "__wrapped__", command(name).callback)
    module, found, waiting = import_module(callback.__module__), set(), [callback]
    while waiting:
        code = waiting.pop().__code__
        for called in set(code.co_names) - found:
            found.add(called)
            other = getattr(module, called, None)
            if isinstance(other, FunctionType) and other.__module__ == module.__name__:
                waiting.append(other)
    return found


def command(name):
    found = program.get_command(click.Context(program), name)
    assert found is not None
    return found

"""Memos by the command line: listed by what they are about, written, changed, removed, and undone."""

from __future__ import annotations

import pytest

from coding.memos import drafts
from corpus.store.project import Project
from tests.corpus.support import dump


@pytest.fixture
def written(run, small, at):
    """Write a memo on each kind of thing; return the project."""
    start, end = at("parcours client")
    run("apply", small, "Anne", start, end, "C1")
    run("participant-add", small, "Zoé")
    for target, title in (
        ("project", "Étude"),
        ("document:Anne", "Lecture"),
        (f"document:Anne@{start}-{end}", "Mots"),
        ("code:C1", "Bornes"),
        ("participant:Zoé", "Rencontre"),
    ):
        assert run("memo", small, target, "--title", title, "--text", f"Sur {title}.").code == 0
    at_coding = ("--at", "Anne", start, end, "C1")
    assert run("memo", small, "coding", *at_coding, "--text", "Un codage à revoir.", "--kind", "reflexive").code == 0
    return small


def titles(run, small, *target):
    ran = run("memos", small, *target, "--json")
    assert ran.code == 0
    return [one["title"] for one in ran.json]


def test_memos_are_listed_with_what_they_are_about(run, written, at):
    start, end = at("parcours client")
    found = run("memos", written, "--json").json
    assert [one["about"] for one in found] == [
        ["project"],
        ["document:Anne"],
        [f"document:Anne@{start}-{end}"],
        ["code:C1"],
        ["participant:Zoé"],
        [f"coding of C1 in Anne {start} {end}"],
    ]
    assert (found[3]["text"], found[3]["kind"], found[3]["edited_at"]) == ("Sur Bornes.", "plain", None)
    last = run("memos", written).out.splitlines()[-1].split("\t")
    assert last[1:4] == ["reflexive", "Un codage à revoir.", f"coding of C1 in Anne {start} {end}"]


def test_memos_on_one_thing_are_listed(run, written, at):
    start, end = at("parcours client")
    assert titles(run, written, "project") == ["Étude"]
    assert titles(run, written, "document:Anne") == ["Lecture", "Mots"]
    assert titles(run, written, f"document:Anne@{end - 1}-{end + 5}") == ["Mots"]
    assert titles(run, written, f"document:Anne@{end}-{end + 5}") == []
    assert titles(run, written, "code:C1") == ["Bornes"]
    assert titles(run, written, "participant:zoe") == ["Rencontre"]
    assert titles(run, written, "coding", "--at", "Anne", start, end, "C1") == [""]
    assert titles(run, written, "--kind", "reflexive") == [""]


def test_a_memo_is_changed_and_removed_by_title_or_number(run, written, undone):
    undone(
        "memo-edit",
        written,
        "bornes",
        "--text",
        "Où finit-il ?",
        "--kind",
        "theoretical",
        "--about",
        "code:C1",
        "--about",
        "code:C2",
    )
    memo = run("memos", written, "code:C2", "--json").json[0]
    assert (memo["title"], memo["text"], memo["kind"]) == ("Bornes", "Où finit-il ?", "theoretical")
    assert memo["about"] == ["code:C1", "code:C2"]
    assert undone("memo-remove", written, memo["memo"]).out == "Bornes\n"
    assert titles(run, written, "code:C1") == []


def test_memos_are_narrowed_by_kind_coder_words_and_day(run, written):
    assert titles(run, written, "--words", "BORNES sur") == ["Bornes"]
    assert titles(run, written, "--words", "zoe rencontre") == ["Rencontre"]
    assert titles(run, written, "--by", "Nobody") == []
    assert titles(run, written, "--since", "2999-01-01") == []
    assert len(titles(run, written, "--since", "2020-01-01", "--until", "2999-01-01", "document:Anne")) == 2
    assert titles(run, written, "--until", "2020-01-01") == []
    assert run("memos", written, "--since", "hier").code == 2


def test_memos_are_written_into_a_file_in_the_format_of_its_ending(run, written, tmp_path):
    run("memo", written, "code:C1", "--title", "Liens", "--text", "## Qui\n\nVoir [[C2]] et **Anne**.")
    for ending in ("md", "docx", "html", "csv", "xlsx"):
        ran = run("memos", written, "--words", "liens", "-o", tmp_path / f"memos.{ending}")
        assert (ran.code, ran.out) == (0, f"{tmp_path / f'memos.{ending}'}\n")
    page = (tmp_path / "memos.md").read_text("utf-8")
    assert "## Liens" in page
    assert "**" not in page
    assert "Voir C2" in page
    table = (tmp_path / "memos.csv").read_text("utf-8")
    assert "[[code:C2" in table
    assert "|" not in table
    assert run("memos", written, "-o", tmp_path / "memos.pdf").code == 2


def test_links_are_listed_and_those_that_lead_nowhere(run, written):
    run("memo", written, "project", "--title", "Liens", "--text", "[[C2]] [[Nulle part]] [[document:Anne]]")
    found = run("memo-links", written, "liens", "--json").json
    assert [(one["kind"], one["state"]) for one in found] == [("code", ""), ("", "broken"), ("document", "")]
    assert run("memo-links", written, "--broken").out.splitlines() == [f"{found[0]['memo']}\t\tNulle part\tbroken"]


def test_a_contact_summary_begins_with_its_headings(run, written):
    assert run("memo", written, "document:Anne", "--kind", "contact", "--title", "Fiche").code == 0
    [memo] = run("memos", written, "--kind", "contact", "--json").json
    assert memo["text"].startswith("## Qui")
    assert run("memo", written, "project").code == 4, "another kind needs a text"


def test_what_was_typed_and_never_left_is_written(run, written, undone):
    with Project.open(written) as project:
        drafts.keep(project, drafts.MemoDraft("", "Perdu ?", "plain"))
        coder = project.coder
    ran = undone("memo-recover", written, "--coder", coder)
    [memo] = run("memos", written, "--words", "perdu", "--json").json
    assert ran.out == f"{memo['memo']}\n"


def test_a_title_that_two_memos_have_means_neither(run, written):
    run("memo", written, "project", "--title", "Bornes", "--text", "Encore.")
    before = dump(written)
    ran = run("memo-remove", written, "Bornes")
    assert (ran.code, dump(written) == before) == (4, True)
    assert ran.sentence == "Several memos are called Bornes; say its number, which memos lists."


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (4, ("memo-edit", "Nothing", "--text", "x")),
        (4, ("memo-remove", "")),
        (4, ("memos", "code:Nothing")),
        (4, ("memo-edit", "Bornes", "--about", "participant:Nobody")),
        (2, ("memos", "somewhere")),
        (4, ("memo-edit", "Bornes", "--title", "", "--text", " ")),
        (2, ("memo-edit", "Bornes")),
        (2, ("memo-edit", "Bornes", "--about", "coding")),
        (2, ("memo-edit", "Bornes", "--text", "x", "--at", "Anne", "1", "2", "C1")),
        (2, ("memo-remove",)),
        (2, ("memos", "--at", "Anne", "1", "2", "C1")),
        (2, ("memos", "coding")),
    ],
)
def test_what_can_t_be_done_is_said_and_nothing_is_written(run, written, code, arguments):
    before = dump(written)
    verb, *rest = arguments
    ran = run(verb, written, *rest)
    assert (ran.code, bool(ran.sentence), ran.out) == (code, True, "")
    assert dump(written) == before

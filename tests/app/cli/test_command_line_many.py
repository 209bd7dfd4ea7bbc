"""What the window does to many words at once, to speakers and to frameworks, by the command line; each undone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from coding import codebook, codings, links, memos
from corpus import documents
from corpus.store.history import Step
from corpus.store.project import Project
from tests.app.cli.conftest import Run


@pytest.fixture
def coded(run: Run, small: Path, at: Callable[[str], tuple[int, int]]) -> Path:
    """The interview with two words coded `Terrain`, which speaks for C1."""
    for words in ("parcours client", "vendeurs"):
        assert run("apply", small, "Anne", *at(words), "Terrain", *(["--new"] if words != "vendeurs" else [])).code == 0
    assert run("link", small, "Terrain", "C1").code == 0
    return small


def codes_of(project: Project) -> list[str]:
    names = codebook.ways(project)
    return [names[one.code] for one in codings.listed(project)]


@pytest.fixture
def undone() -> Callable[[Path, Callable[[], object]], Step]:
    """Give what does something by the command line and sees that one undo takes all of it back."""

    def check(file: Path, act: Callable[[], object]) -> Step:
        def seen() -> object:
            with Project.open(file, writable=False) as project:
                coded = [(one.start, one.end, one.code) for one in codings.listed(project)]
                said = [(one.coding, one.code, one.verdict, one.stance) for one in links.judgements(project)]
                people = [(one.label, one.role, one.participant) for one in documents.speakers(project)]
                return coded, said, people, [(one.path, one.framework) for one in codebook.listed(project)]

        before = seen()
        act()
        after = seen()
        assert after != before
        with Project.open(file) as project:
            step = project.undo()
        assert seen() == before
        with Project.open(file) as project:
            project.redo()
        assert seen() == after
        return step

    return check


def test_a_code_is_made_as_it_is_applied(run, small, at, undone):
    step = undone(small, lambda: run("apply", small, "Anne", *at("budget"), "Moyens/Budget", "--new"))
    assert step.label == "Create and apply code"
    with Project.open(small, writable=False) as project:
        assert codes_of(project) == ["Budget"]
    assert run("apply", small, "Anne", *at("stock"), "Moyens/Budget", "--new").code == 4


def test_words_are_the_name_of_their_code(run, coded, at, undone):
    told = []
    step = undone(coded, lambda: told.append(run("in-vivo", coded, "Anne", *at("ça agace"), "--under", "Terrain")))
    assert step.label == "Code in vivo"
    assert told[0].out == "Terrain/ça agace\n"
    assert run("in-vivo", coded, "Anne", 5, 5).code == 4


def test_codings_are_recoded_by_place_and_by_document(run, coded, at, undone):
    step = undone(coded, lambda: run("recode", coded, "Terrain", "C2", "--at", "Anne", *at("vendeurs")))
    assert step.label == "Recode"
    with Project.open(coded, writable=False) as project:
        assert codes_of(project) == ["Terrain", "C2"]
    undone(coded, lambda: run("recode", coded, "Terrain", "Autre", "--new", "--document", "a*"))
    with Project.open(coded, writable=False) as project:
        assert codes_of(project) == ["Autre", "C2"]
    assert run("recode", coded, "C2", "Autre").code == 2
    assert "is not on the words" in run("recode", coded, "C2", "Autre", "--at", "Anne", 0, 3).sentence
    assert run("recode", coded, "C3", "Autre", "--document", "*").sentence == "The code is on no words there."


def test_a_code_of_the_first_cycle_is_split(run, coded, at, undone):
    told = []
    place = ("--at", "Anne", *at("vendeurs"))
    step = undone(coded, lambda: told.append(run("code-split", coded, "Terrain", "Vente", *place)))
    assert (step.label, told[0].out) == ("Split off code", "Vente\n")
    with Project.open(coded, writable=False) as project:
        assert codes_of(project) == ["Terrain", "Vente"]
    assert run("code-split", coded, "Terrain", "Vente 2", "--document", "*", "--key", "C9").code == 2


def test_a_framework_grows_and_its_code_is_split(run, coded, at, undone):
    told = []
    step = undone(coded, lambda: told.append(run("framework-fork", coded, "meco-2019", "--key", "mine")))
    assert (step.label, told[0].out) == ("Fork framework", "mine\n")

    def split():
        told.append(
            run(
                "code-split",
                coded,
                "mine:C1",
                "Vente",
                "--key",
                "C8",
                "--because",
                "Autre chose.",
                "--at",
                "Anne",
                *at("vendeurs"),
            )
        )

    assert undone(coded, split).label == "Split code"
    assert told[-1].code == 0
    with Project.open(coded, writable=False) as project:
        made = codebook.find(project, "C8")
        assert [memo.body for memo in memos.of(project, "code", made.key)] == ["Autre chose."]
        judged = {(one.code, one.verdict) for one in links.judgements(project)}
        assert judged == {(made.key, "in"), (codebook.find(project, "mine:C1").key, "out")}
    run("code-add", coded, "Moyens", "--framework", "mine", "--because", "On en parle.")
    run("code-edit", coded, "Moyens", "--definition", "De quoi faire.", "--because", "Flou.")
    with Project.open(coded, writable=False) as project:
        found = codebook.find(project, "Moyens")
        assert (found.framework, found.definition) == ("mine", "De quoi faire.")
        assert [memo.body for memo in memos.of(project, "code", found.key)] == ["On en parle.", "Flou."]
    assert run("code-add", coded, "Seul", "--because", "x").code == 2
    assert run("code-edit", coded, "Terrain", "--short", "x", "--because", "x").code == 2
    before = run("framework-remove", coded, "mine", "--dry-run").out
    assert undone(coded, lambda: told.append(run("framework-remove", coded, "mine"))).label
    assert told[-1].out == before


def test_links_can_stay_behind(run, coded):
    assert run("framework-fork", coded, "meco-2019", "--no-links", "--key", "bare").code == 0
    with Project.open(coded, writable=False) as project:
        assert len(links.listed(project)) == 1


def test_many_are_judged_and_given_a_stance(run, coded, undone):
    judged = ("judge-many", coded, "Terrain", "C1", "--document", "*")
    assert undone(coded, lambda: run(*judged, "--out", "--because", "Interne.")).label == "Decide"
    assert undone(coded, lambda: run(*judged, "--stance", "nuances")).label == "Take a stance towards an assertion"
    with Project.open(coded, writable=False) as project:
        said = [(one.verdict, one.stance, one.reason) for one in links.judgements(project)]
    assert said == [("out", "nuances", "Interne.")] * 2
    assert run(*judged).code == 2
    assert run(*judged, "--stance", "nuances", "--because", "x").code == 2
    assert run("judge-many", coded, "Terrain", "C1", "--in").code == 2


def test_speakers_are_listed_tied_and_given_a_role(run, small, tmp_path, undone):
    (tmp_path / "people.csv").write_text("interview,name\nAnne,Anne Dupont\n", "utf-8")
    run("participants", small, tmp_path / "people.csv")
    listed = json.loads(run("speakers", small, "--json").body)
    assert [(one["document"], one["speaker"], one["participant"]) for one in listed] == [
        ("Anne", "INT", None),
        ("Anne", "ANNE", "Anne Dupont"),
    ]
    assert undone(small, lambda: run("speakers", small, "Anne", "ANNE", "--untie")).label
    told = []
    tie = ("speakers", small, "*", "anne", "--tie", "anne dupont")
    assert undone(small, lambda: told.append(run(*tie))).label == "Tie speakers to participant"
    assert told[0].out.split("\t")[:4] == ["Anne", "ANNE", "respondent", "Anne Dupont"]
    assert undone(small, lambda: run("speakers", small, "Anne", "INT", "--role", "respondent")).label
    assert undone(small, lambda: run("speakers", small, "Anne", "INT", "--join", "ANNE")).label == "Join speakers"
    assert [one["speaker"] for one in json.loads(run("speakers", small, "--json").body)] == ["ANNE"]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("--untie",), 2, "Name a DOCUMENT and a SPEAKER"),
        (("Anne", "ANNE", "--untie", "--role", "unknown"), 2, "one of --tie"),
        (("Anne", "PAUL", "--untie"), 4, "Nobody is called PAUL there"),
        (("Anne", "ANNE", "--tie", "Rien"), 4, "No participant is called Rien"),
        (("Anne", "ANNE", "--join", "PAUL"), 2, "Nobody is called PAUL"),
        (("Rien",), 4, "No document is called Rien"),
    ],
)
def test_what_speaker_can_t_be_is_said(run, small, arguments, code, sentence):
    ran = run("speakers", small, *arguments)
    assert ran.code == code
    assert sentence in ran.sentence

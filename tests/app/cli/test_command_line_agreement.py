"""Agreement of coders, what they settle, what is drawn, and saturation, on the command line."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from coding import codebook, codings
from corpus import anchors, documents
from corpus.store.project import Project
from tests.coding.agreement.conftest import talk
from tests.coding.support import make_study

if TYPE_CHECKING:
    from tests.app.cli.conftest import Run

BOTH = ("--coders", "Ada,Noé")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make two interviews: of ten turns, Ada codes the first two in both, Noé the second and third in the first."""
    study = make_study(tmp_path_factory.mktemp("team"), texts={"Achats": talk(10), "Bureau": talk(4)})
    with study.project as project:
        wait, kinds = codebook.add(project, "attente"), codebook.add(project, "sortes")
        kind = [codebook.add(project, name, parent=kinds) for name in ("une", "autre")]
        turns = documents.passages(project, study.documents["Achats"])
        places = [anchors.words(study.documents["Achats"], one.start, one.end) for one in turns]
        for who, wanted in (("Ada", (0, 1)), ("Noé", (1, 2))):
            project.coder = who
            for n in wanted:
                codings.apply(project, wait, places[n])
            codings.apply(project, kind[0], places[5])
        codings.apply(project, kind[1], places[6])
        codebook.add(project, "vide")
        project.coder = "Ada"
        codings.apply(project, wait, anchors.words(study.documents["Bureau"], 0, 9))
    return Path(project.path)


@pytest.fixture
def team(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(made, tmp_path / "team.verbatim"))


def test_agreement_is_told_by_code_and_over_all(run: Run, team: Path) -> None:
    told = run("agreement", team, *BOTH, "--json").json
    assert (told["unit"], told["coders"], told["documents"], told["apart"]) == (
        "passage",
        ["Ada", "Noé"],
        ["Achats"],
        ["Bureau"],
    )
    codes = {one["code"]: one for one in told["codes"]}
    assert codes["attente"]["percent"] == pytest.approx(0.8)
    assert codes["attente"]["kappa"] == pytest.approx((0.8 - 0.68) / 0.32)
    assert codes["vide"]["kappa"] is codes["vide"]["ac1"] is codes["vide"]["percent"] is None
    assert {"kappa", "alpha", "ac1", "percent"} <= set(told["overall"])
    lines = dict(line.split("\t", 1) for line in run("agreement", team).out.splitlines())
    assert lines["vide"] == "\t".join(["undefined"] * 5)
    assert "(pooled)" in lines


def test_agreement_is_written_as_a_table(run: Run, team: Path, tmp_path: Path) -> None:
    assert run("agreement", team, "--text", "coded", "-o", tmp_path / "a.md").code == 0
    written = (tmp_path / "a.md").read_text("utf-8")
    assert "Accord positif (Dice)" in written
    assert "| indéfini |" in written
    assert run("agreement", team, "-o", tmp_path / "a.txt").code == 2
    worn = docx.Document()
    worn.sections[0].header.paragraphs[0].text = "Thèse"
    worn.save(str(tmp_path / "own.docx"))
    assert run("agreement", team, "--template", tmp_path / "own.docx", "-o", tmp_path / "a.docx").code == 0
    assert docx.Document(str(tmp_path / "a.docx")).sections[0].header.paragraphs[0].text == "Thèse"
    assert run("agreement", team, "-o", tmp_path / "a.csv").code == 0
    assert "attente,kappa,0.375" in (tmp_path / "a.csv").read_text("utf-8")


def test_codes_that_exclude_each_other_are_units_of_one_text(run: Run, team: Path, tmp_path: Path) -> None:
    told = run("agreement", team, *BOTH, "--exclusive", "sortes", "--json").json
    assert told["cu"] is None  # one value alone is where both coded
    assert 0 < told["u"] < 1
    assert run("agreement", team, *BOTH, "--exclusive", "sortes", "-o", tmp_path / "u.md").code == 0
    written = (tmp_path / "u.md").read_text("utf-8")
    assert f"| u – tout le texte, codes et intervalles | {told['u']:.3f} |".replace(".", ",") in written
    assert "codes qui s’excluent\u00a0: une, autre." in written
    assert run("agreement", team, *BOTH, "--exclusive", "sortes", "-o", tmp_path / "u.csv").code == 0
    assert run("agreement", team, *BOTH, "--exclusive", "attente").sentence == "attente has no codes under it."
    with Project.open(team, coder="Noé") as project:
        first, second = (codebook.find(project, name).key for name in ("une", "autre"))
        place = codings.listed(project, codes=[first])[0].anchor
        codings.apply(project, second, place)
    assert "exclude nothing" in run("agreement", team, *BOTH, "--exclusive", "sortes").sentence


def test_who_can_not_be_compared_is_said(run: Run, team: Path, small: Path) -> None:
    assert run("agreement", small).sentence == "Agreement is of two coders or more; say which."
    assert run("agreement", team, "--coders", "Ada,Zoé").sentence == "No coder here is called Zoé."
    assert run("draw", team, "--number", 1, "--seed", 1, "--to", "Eve").code == 0
    assert run("agreement", team, "--coders", "Ada,Eve").code in (0, 4)


def test_disagreements_are_listed_and_settled(run: Run, team: Path) -> None:
    found = run("disagreements", team, *BOTH, "--json").json
    assert [(one["code"], bool(one["a"]), bool(one["b"])) for one in found] == [
        ("attente", True, False),
        ("attente", False, True),
        ("autre", False, True),
    ]
    first = found[0]
    where = (first["document"], first["start"], first["end"], first["code"])
    before = run("codings-export", team, team.with_name("before.csv"))
    assert run("settle", team, *where, "a", *BOTH, "--because", "Oui.", "--coder", "Ada").code == 0
    assert len(run("disagreements", team, *BOTH, "--json").json) == 2
    (settled,) = run("disagreements", team, *BOTH, "--settled", "--json").json
    assert settled["settled"] == "first"
    assert run("agreement", team, *BOTH, "--json").json["codes"][0]["percent"] == pytest.approx(0.8)
    layer = run("codes", team, "--coder-layer", "Codage arrêté en commun", "--json").json
    assert next(one["segments"] for one in layer if one["code"] == "attente") == 1
    every = run("codes", team, "--json").json
    assert next(one["segments"] for one in every if one["code"] == "attente") == 5
    assert run("settle-agreed", team, *BOTH).err == "2 codings taken over into Codage arrêté en commun.\n"
    assert run("settle", team, *where, "reopen", *BOTH).code == 0
    assert len(run("disagreements", team, *BOTH, "--json").json) == 3
    assert before.code == 0
    nowhere = run("settle", team, first["document"], 0, 3, "attente", "a", *BOTH)
    assert "no disagreement about this code on the words 0–3" in nowhere.sentence


def test_authors_are_hidden_and_settling_heeds_it(run: Run, team: Path) -> None:
    told = run("disagreements", team, *BOTH, "--json").json
    hidden = run("disagreements", team, *BOTH, "--hide-authors", "--json").json
    turned = [one for one, other in zip(told, hidden, strict=True) if one != other]
    assert {frozenset((one["a"], one["b"])) for one in told} == {frozenset((one["a"], one["b"])) for one in hidden}
    assert 0 < len(turned) <= len(told)
    one = turned[0]
    where = (one["document"], one["start"], one["end"], one["code"])
    assert run("settle", team, *where, "a", *BOTH, "--hide-authors").code == 0
    assert run("disagreements", team, *BOTH, "--settled", "--json").json[0]["settled"] == "second"


def test_a_reflexive_approach_does_without_agreement(run: Run, team: Path) -> None:
    assert run("approach", team).out == "not declared\n"
    assert run("approach", team, "--reflexive").code == 0
    assert run("approach", team).out == "reflexive\n"
    for verb in ("agreement", "disagreements"):
        refused = run(verb, team, *BOTH)
        assert refused.code == 4
        assert "reflexive approach" in refused.sentence
        assert run(verb, team, *BOTH, "--anyway").code == 0
    assert run("undo", team, "--yes").code == 0
    assert run("agreement", team, *BOTH).code == 0


def test_what_is_drawn_is_kept(run: Run, team: Path) -> None:
    assert run("draw", team, "--unit", "passages", "--number", 3, "--seed", 5).code == 0
    (one,) = run("draws", team, "--json").json
    assert (one["unit"], one["seed"], one["among"], len(one["drawn"])) == ("passages", 5, 14, 3)
    assert run("draws", team, "--remove", one["number"]).code == 0
    assert run("draws", team, "--json").json == []
    assert run("draw", team, "--number", 9, "--seed", 5).sentence == "Of 2 one can draw from 1 to 2, not 9."


def test_saturation_is_told(run: Run, team: Path, tmp_path: Path) -> None:
    told = run("saturation", team, "--base", 1, "--run", 1, "--json").json
    assert (told["order"], told["new_codes"], told["cumulative"]) == (["Achats", "Bureau"], [3, 0], [3, 3])
    assert (told["base_size"], told["run_length"], told["threshold"], told["reached_at"]) == (3, 1, 0.05, 1)
    said = run("saturation", team)
    assert "need 6 coded documents at least; there are 2" in said.err
    assert (
        run("report", team, "--only", "saturation", "--only", "agreement", "--format", "md", "-o", tmp_path).code == 0
    )
    assert "Saturation des codes" in (tmp_path / "saturation.md").read_text("utf-8")
    assert "κ de Cohen" in (tmp_path / "agreement.md").read_text("utf-8")

"""A study put together as an article prints it: interviewees told by their function alone, and firms as cases.

Two firms with three interviewees each, one group interview, and one person who is interviewed twice.
"""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from app.cli import main

ANNEX = """Fonction;Type d'entreprise;Secteur;Confidentialité
Directrice générale;Conseil web;Transport / Assurance;non
Responsable cross-canal;commerce intégré;Fleurs;non
Directeur associé;Conseil en relation client;Tous secteurs;non
Directeur associé;Conseil en relation client;Tous secteurs;oui
Responsable e-commerce;Commerce associé;Jardin;oui
Responsable e-commerce;Commerce associé;Jouets;oui
Consultant junior;conseil en expérience client;Tous secteurs;Oui
"""
FIRMS = {"Verger": ("Ana", "Bob", "Cid"), "Moulin": ("Dan", "Eva", "Flo")}
JOBS = {
    "Ana": "Directrice",
    "Bob": "Acheteur",
    "Cid": "Vendeur",
    "Dan": "Directeur",
    "Eva": "Acheteuse",
    "Flo": "Vendeuse",
}
SAID = "On suit le parcours du client"


def talk(*people: str, asked: str = "question") -> str:
    """Return an interview in which each is asked twice."""
    lines = []
    for number in ("une", "deux"):
        for name in people:
            lines += [f"INT : Et pour vous, {name}, {asked} {number} ?", f"{name.upper()} : {SAID}, dit {name}."]
    return "\n".join(lines)


def papers(folder: Path) -> list[Path]:
    """Write the interviews, and the table of who is heard in which."""
    texts = {f"{firm} {name}": talk(name) for firm, names in FIRMS.items() for name in names}
    texts |= {"Verger groupe": talk(*FIRMS["Verger"]), "Verger Ana, un an après": talk("Ana", asked="encore")}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    rows = [(f"{firm} {name}", name, JOBS[name], firm) for firm, names in FIRMS.items() for name in names]
    rows += [("Verger groupe", name, JOBS[name], "Verger") for name in FIRMS["Verger"]]
    rows += [("Verger Ana, un an après", "Ana", JOBS["Ana"], "Verger")]
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("entretien", "nom", "fonction", "employeur"), *rows])
    return [folder / f"{name}.txt" for name in texts]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two firms with three interviewees each, made as a person would make them."""
    folder = tmp_path_factory.mktemp("firms")
    path = folder / "firms.verbatim"
    for arguments in (
        ("new", path, "--framework", "meco-2019"),
        ("import", path, *papers(folder)),
        ("participants", path, folder / "people.csv"),
        ("organisations-from", path, "employeur"),
    ):
        assert main([str(one) for one in arguments]) == 0
    return path


@pytest.fixture
def firms(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(built, tmp_path / "firms.verbatim"))


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def coded(run, firms, document, name, code):
    """Code what somebody says first in a document."""
    text = run("text", firms, document).out
    start = text.index(f"{SAID}, dit {name}.")
    assert run("apply", firms, document, start, start + len(SAID), code).code == 0


def test_an_annex_of_functions_makes_a_participant_of_each_line(run, tmp_path):
    path, table = tmp_path / "annex.verbatim", tmp_path / "annex.csv"
    table.write_text(ANNEX, "utf-8")
    run("new", path)
    ran = run("participants", path, table)
    assert (ran.code, ran.out) == (0, "")
    assert "7 participants made, 0 brought up to date." in ran.err
    assert "No row names a document; where a column does, say it with --key." in ran.err
    assert "No document is called" not in ran.err
    assert run("interviews", path, "-o", tmp_path / "out.csv").code == 0
    written = [row[1:5] for row in rows(tmp_path / "out.csv")[1:]]
    given = [line.split(";") for line in ANNEX.splitlines()[1:]]
    assert [row[1:3] for row in written] == [row[1:3] for row in given], "what is known is nowhere masked"
    assert [row[3] for row in written] == [row[3].lower() for row in given]
    names = [row[0] for row in written]
    assert names == [row[0] if row[3] == "non" else f"[participant {n}]" for n, row in enumerate(given, 1)]
    again = run("participants", path, table)
    assert "0 participants made, 7 brought up to date." in again.err


def test_each_of_a_group_is_a_speaker_and_a_person_met_twice_is_one(run, firms):
    people = {one["participant"]: one for one in run("participants", firms, "--json").json}
    assert set(people) == set(JOBS)
    assert people["Ana"]["documents"] == ["Verger Ana", "Verger groupe", "Verger Ana, un an après"]
    heard = [(row["speaker"], row["participant"]) for row in run("speakers", firms, "Verger groupe", "--json").json]
    assert heard == [("INT", None), ("ANA", "Ana"), ("BOB", "Bob"), ("CID", "Cid")]


def test_cases_are_read_within_and_compared_across(run, firms, tmp_path):
    coded(run, firms, "Verger groupe", "Bob", "C1")
    coded(run, firms, "Verger Ana", "Ana", "C1")
    coded(run, firms, "Verger Ana, un an après", "Ana", "C2")
    coded(run, firms, "Moulin Flo", "Flo", "C1")
    counts = {}
    for division in ("organisations", "participants"):
        out = tmp_path / f"{division}.csv"
        ran = run(
            "matrix", firms, "--rows", division, "--columns", "framework:meco-2019", "--cell", "codings", "-o", out
        )
        assert ran.code == 0, ran.err
        counts |= {row[0]: row[1:3] for row in rows(out)[1:]}
    assert counts == {
        "Verger": ["2", "1"],
        "Moulin": ["1", "0"],
        "Ana": ["1", "1"],
        "Bob": ["1", "0"],
        "Flo": ["1", "0"],
        "Cid": ["0", "0"],
        "Dan": ["0", "0"],
        "Eva": ["0", "0"],
        "(none)": ["0", "0"],
    }
    assert run("report", firms, "--only", "cases", "--format", "md", "-o", tmp_path / "report").code == 0
    told = (tmp_path / "report" / "cases.md").read_text("utf-8")
    case = dict(re.findall(r"^## (.+)$((?:\n(?!## ).*)*)", told, re.M))
    assert "Participant·es\u00a0: Ana\u202f; Bob\u202f; Cid" in case["Verger"]
    assert "Moulin" not in case["Verger"]
    assert "Documents\u00a0: Verger Ana\u202f; Verger Ana, un an après\u202f; Verger groupe" in case["Ana"]
    assert "| C1 Capacité d’analyse de l’expérience client | 2 | 2 |" in case["Verger"]
    assert "| C1 Capacité d’analyse de l’expérience client | 1 | 1 |" in case["Ana"]
    assert "C2" not in case["Bob"]


def test_the_annex_of_the_article_itself_is_made_as_it_is_printed(run, shared, tmp_path):
    text = (shared / "seeds" / "000_46f196bb82d377e8.txt").read_text("utf-8")
    lines = text.partition("Annexe 1")[2].partition("Annexe 2")[0].strip().splitlines()[2:]
    table, path = tmp_path / "annex.tsv", tmp_path / "annex.verbatim"
    table.write_text("\n".join(lines).replace("\t", ";"), "utf-8")
    table = table.rename(tmp_path / "annex.csv")
    run("new", path)
    assert run("participants", path, table).code == 0
    assert run("interviews", path, "-o", tmp_path / "out.csv").code == 0
    given, written = rows_of(lines[1:]), rows(tmp_path / "out.csv")[1:]
    assert len(written) == len(given) == 26
    assert [row[2:4] for row in written] == [row[1:3] for row in given]
    assert [row[4] for row in written] == [row[3].lower() for row in given]


def rows_of(lines: list[str]) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("\t")] for line in lines if line.strip()]

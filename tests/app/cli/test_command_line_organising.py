"""Organisations by the command line: made, found in a table, joined, moved, and counted by."""

from __future__ import annotations

import csv

import pytest

from tests.corpus.support import dump

ROWS = (
    ("interview", "fonction", "employeur", "confidentiel"),
    ("Ana", "Directrice", "Verger", "non"),
    ("Bob", "Acheteur", "verger", "non"),
    ("Cid", "Vendeur", "Moulin Noir", "oui"),
)


@pytest.fixture
def firms(run, small, tmp_path):
    for name in ("Ana", "Bob", "Cid"):
        (tmp_path / f"{name}.txt").write_text(f"INT: Alors ?\n{name.upper()}: Chez Moulin Noir on attend.\n", "utf-8")
        assert run("import", small, tmp_path / f"{name}.txt").code == 0
    table = tmp_path / "people.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    ran = run("participants", small, table)
    assert ran.code == 0
    assert (
        "employeur names firms; to make organisations of them: verbatim organisations-from FILE 'employeur'" in ran.err
    )
    return small


def told(run, small):
    return {one["organisation"]: one for one in run("organisations", small, "--json").json}


def test_a_column_makes_the_organisations_when_asked(run, firms, undone):
    assert told(run, firms) == {}
    before = dump(firms)
    ran = run("organisations-from", firms, "Employeur", "--dry-run")
    assert (ran.out, ran.sentence) == (
        "Verger\tAna, Bob\nMoulin Noir\tCid\n",
        "2 organisations would be made, 0 there already.",
    )
    assert dump(firms) == before
    assert undone("organisations-from", firms, "employeur").out == ran.out
    assert told(run, firms)["Verger"] == {
        "organisation": "Verger",
        "number": 1,
        "confidential": False,
        "part_of": None,
        "participants": ["Ana", "Bob"],
        "documents": ["Ana", "Bob"],
        "attributes": {},
    }
    assert [one["organisations"] for one in run("participants", firms, "--json").json] == [
        ["Verger"],
        ["Verger"],
        ["Moulin Noir"],
    ]
    assert "2 there already" in run("organisations-from", firms, "employeur").err


def test_an_organisation_is_made_changed_and_removed(run, firms, undone):
    ran = undone(
        "organisation-add",
        firms,
        "Groupe Vert",
        "--set",
        "effectif=900",
        "--participant",
        "ana",
        "--document",
        "B*",
        "--confidential",
    )
    assert ran.out == "Groupe Vert\n"
    undone("organisation-add", firms, "Verger", "--part-of", "groupe vert")
    undone("organisation-edit", firms, "verger", "--name", "Le Verger", "--participant", "Cid", "--set", "effectif=9")
    found = told(run, firms)
    assert found["Groupe Vert"]["participants"] == ["Ana"]
    assert found["Groupe Vert"]["documents"] == ["Ana", "Bob"]
    assert (found["Le Verger"]["part_of"], found["Le Verger"]["attributes"]) == ("Groupe Vert", {"effectif": "9"})
    assert run("attributes", firms).out.splitlines()[-1] == "effectif\torganisations\tnumber"
    undone(
        "organisation-edit",
        firms,
        "Groupe Vert",
        "--without-participant",
        "Ana",
        "--without-document",
        "Bob",
        "--not-confidential",
    )
    undone("organisation-edit", firms, "Le Verger", "--top")
    found = told(run, firms)
    assert [found["Groupe Vert"][name] for name in ("participants", "documents", "confidential")] == [[], [], False]
    assert run("organisations", firms).out.splitlines()[1] == "Le Verger\t\tno\tCid\tCid\t9"
    undone("organisation-remove", firms, "Groupe Vert", "le verger")
    assert told(run, firms) == {}


def test_a_circle_a_stranger_and_nothing_to_do_are_refused(run, firms):
    run("organisation-add", firms, "A")
    run("organisation-add", firms, "B", "--part-of", "A")
    before = dump(firms)
    ran = run("organisation-edit", firms, "A", "--part-of", "B")
    assert (ran.code, ran.sentence) == (4, "A can't be part of B, which is A itself or a part of it.")
    assert run("organisation-edit", firms, "A").code == 2
    assert run("organisation-edit", firms, "A", "--part-of", "B", "--top").code == 2
    assert run("organisation-edit", firms, "C", "--top").sentence == "No organisation is called C."
    assert run("organisation-add", firms, "D", "--participant", "Zoe").code == 4
    assert run("organisations-from", firms, "shoe size").code == 4
    assert dump(firms) == before


def test_counts_are_divided_and_asked_for_by_organisation(run, firms, tmp_path):
    run("organisations-from", firms, "employeur")
    for name in ("Ana", "Bob", "Cid"):
        run("apply", firms, name, 20, 30, "C1")
    path = tmp_path / "m.csv"
    ran = run(
        "matrix", firms, "--rows", "organisations", "--columns", "framework:meco-2019", "--cell", "codings", "-o", path
    )
    assert ran.code == 0, ran.err
    with path.open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert [row[:2] for row in rows[1:]] == [["Verger", "2"], ["[organisation 2]", "1"], ["(none)", "0"]]
    hits = run("search", firms, "*", "--where", "organisation=verger", "--json").json["hits"]
    assert {hit["document"] for hit in hits} == {"Ana", "Bob"}
    assert run("search", firms, "attend organisation:verger", "--json").json["total"] == 2

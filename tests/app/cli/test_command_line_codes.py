"""The codebook by the command line."""

from __future__ import annotations

import csv

import pytest


def paths(run, project):
    return [code["path"] for code in run("codes", project, "--json").json if code["cycle"] == 1]


def one(run, project, name):
    return next(code for code in run("codes", project, "--json").json if code["code"] == name)


def test_frameworks_are_listed_and_added(run, tmp_path):
    run("new", tmp_path / "a.verbatim")
    shipped = {record["framework"]: record["codes"] for record in run("frameworks", "--json").json}
    assert shipped["meco-2019"] == [f"C{n}" for n in range(1, 8)]
    assert run("framework", tmp_path / "a.verbatim", "meco-2019").code == 0
    ran = run("framework", tmp_path / "a.verbatim", "meco-2019")
    assert (ran.code, "already" in ran.sentence) == (4, True)
    code = one(run, tmp_path / "a.verbatim", "C1")
    assert set(code) >= {"code", "path", "cycle", "framework", "definition", "codings", "documents"}
    assert (code["cycle"], code["framework"]) == (2, "meco-2019")
    assert code["definition"]


def test_an_own_framework_file_is_added(run, small, tmp_path):
    (tmp_path / "own.toml").write_text(
        'key = "own"\n[[codes]]\nkey = "K1"\n[codes.fr]\nname = "Écouter"\ndefinition = "On écoute."\n', "utf-8"
    )
    assert run("framework", small, tmp_path / "own.toml").out == "K1\tÉcouter\n"


def test_codes_are_made_changed_moved_merged_and_removed(run, small, at):
    assert run("code-add", small, "métier/geste", "--definition", "Ce que fait la main.", "--cue", "main").code == 0
    assert run("code-add", small, "outil", "--parent", "métier", "--colour", "#0072b2").out == "métier/outil\n"
    assert paths(run, small) == ["métier", "métier/geste", "métier/outil"]
    assert run("code-edit", small, "geste", "--name", "gestes", "--exclude", "Les outils.").out == "métier/gestes\n"
    code = one(run, small, "gestes")
    assert (code["definition"], code["exclude"], code["cues"]) == ("Ce que fait la main.", "Les outils.", ["main"])
    assert run("code-move", small, "outil", "--top", "--position", "1").code == 0
    assert paths(run, small) == ["outil", "métier", "métier/gestes"]
    run("apply", small, "Anne", *at("On priorise"), "outil")
    assert (
        run("code-merge", small, "outil", "--into", "gestes").out == "métier/gestes: 1 coded segment in 1 document.\n"
    )
    said = run("code-remove", small, "métier", "--dry-run").out
    assert "1 sub-code" in said
    assert "1 coding in 1 document" in said
    assert run("code-remove", small, "métier").out == said
    assert paths(run, small) == []
    run("undo", small)
    assert one(run, small, "gestes")["codings"] == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["code-edit", "nothing", "--name", "x"], 4),
        (["code-edit", "geste"], 2),
        (["code-add", "geste"], 4),
        (["code-add", "x", "--colour", "red"], 2),
        (["code-add", "x", "--framework", "none-2000"], 4),
        (["code-move", "geste", "--parent", "C1"], 4),
        (["code-move", "geste"], 2),
        (["code-merge", "geste", "--into", "geste"], 4),
        (["codes-import", "book.qdc"], 4),
        (["codes-export", "book.qdc"], 4),
    ],
)
def test_what_can_t_be_done_is_said_and_changes_nothing(run, small, arguments, code):
    run("code-add", small, "geste")
    before = run("codes", small, "--json").json
    verb, *rest = arguments
    ran = run(verb, small, *rest)
    assert ran.code == code
    assert ran.sentence
    assert run("codes", small, "--json").json == before


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_codebook_goes_out_and_comes_in_again(run, study, tmp_path, ending):
    book = tmp_path / f"book.{ending}"
    assert run("codes-export", study, book).out == f"{book}\n"
    run("new", tmp_path / "other.verbatim", "--framework", "meco-2019")
    assert run("codes-import", tmp_path / "other.verbatim", book).code == 0

    def described(project):
        return [
            {
                name: value
                for name, value in code.items()
                if name not in ("codings", "segments", "own", "by_coder", "documents", "in_vivo")
            }
            for code in run("codes", project, "--json").json
        ]

    assert described(tmp_path / "other.verbatim") == described(study)


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_a_codebook_for_print_has_every_code(run, study, tmp_path, ending):
    book = tmp_path / f"book.{ending}"
    assert run("codes-export", study, book).code == 0
    if ending == "docx":
        from docx import Document

        text = "\n".join(cell.text for table in Document(str(book)).tables for row in table.rows for cell in row.cells)
    else:
        text = book.read_text("utf-8").replace("&#39;", "'")
    for code in run("codes", study, "--json").json:
        assert code["name"] in text
        assert code["definition"].split(" ")[0] in text


def test_a_table_from_elsewhere_is_read_row_by_row(run, small, tmp_path):
    (tmp_path / "b.csv").write_text(
        "Tag,Description,colour\nnouveau,Un code,\ngeste,Repris,\n,sans nom,\nautre,x,rouge\n", "utf-8"
    )
    run("code-add", small, "geste", "--definition", "Le mien.")
    ran = run("codes-import", small, tmp_path / "b.csv", "--json")
    assert ran.code == 1
    assert ran.json["made"] == ["nouveau"]
    assert [one["line"] for one in ran.json["refused"]] == [4, 5]
    assert one(run, small, "geste")["definition"] == "Le mien."


def test_formula_guards_are_put_on_and_taken_off(run, small, tmp_path):
    run("code-add", small, "=2+2", "--definition", "@risque")
    run("codes-export", small, tmp_path / "b.csv")
    with (tmp_path / "b.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert (row["code"], row["definition"]) == ("'=2+2", "'@risque")
    run("new", tmp_path / "o.verbatim", "--framework", "meco-2019")
    run("codes-import", tmp_path / "o.verbatim", tmp_path / "b.csv")
    assert one(run, tmp_path / "o.verbatim", "=2+2")["definition"] == "@risque"


def test_codes_are_made_of_a_list(run, small, tmp_path):
    run("code-add", small, "Accueil")
    listed = tmp_path / "codes.txt"
    listed.write_text("accueil\n  attente\nPrix/remises\n", "utf-8")
    seen = run("codes-paste", small, listed, "--dry-run")
    assert (seen.code, seen.err) == (0, "3 codes would be made.\n")
    assert paths(run, small) == ["Accueil"]
    ran = run("codes-paste", small, listed)
    assert (ran.code, ran.out) == (0, "Accueil/attente\nPrix\nPrix/remises\n")
    assert run("codes-paste", small, listed, "--under", "Prix").out.splitlines()[0] == "Prix/accueil"
    run("undo", small)
    run("undo", small)
    assert paths(run, small) == ["Accueil"]
    listed.write_bytes(b"Accueil \xe9")
    assert run("codes-paste", small, listed).code == 4
    assert run("codes-paste", small, tmp_path / "none.txt").code == 4


def test_the_history_of_a_definition_is_told(run, small):
    run("code-add", small, "Accueil", "--definition", "Un.", "--coder", "Ada")
    run("code-edit", small, "Accueil", "--definition", "Deux.", "--coder", "Bea")
    told = run("code-history", small, "Accueil", "--json").json
    assert [(one["coder"], one["field"], one["before"], one["after"]) for one in told] == [
        ("Ada", "name", "", "Accueil"),
        ("Ada", "definition", "", "Un."),
        ("Bea", "definition", "Un.", "Deux."),
    ]
    assert run("code-history", small, "Accueil").out.splitlines()[-1].endswith("Bea\tdefinition\tUn.\tDeux.")


def test_counts_are_told_by_coder(run, small, at):
    run("code-add", small, "outil")
    run("apply", small, "Anne", *at("On priorise"), "outil", "--coder", "Ada")
    run("apply", small, "Anne", *at("On priorise"), "outil", "--coder", "Bea")
    assert one(run, small, "outil")["by_coder"] == {"Ada": 1, "Bea": 1}

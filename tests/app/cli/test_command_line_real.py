"""The whole main job by the command line, on real interviews where they lie beside the checkout."""

from __future__ import annotations

import csv
import json

import pytest

FRAMEWORK = "framework:meco-2019"


@pytest.fixture(scope="module")
def project(run, shared, tmp_path_factory):
    """Import the 27 French interviews, the English PDFs and Markdown, and the five first texts."""
    path = tmp_path_factory.mktemp("real") / "real.verbatim"
    assert run("new", path, "--name", "Artisans", "--framework", "meco-2019").code == 0
    data = shared / "data" / "transcripts"
    folders = [data / "fr" / "artisans_docx", data / "en" / "pdpilot_pdf", data / "en" / "podcast_md", shared / "seeds"]
    ran = run("import", path, *folders, "--recursive", "--json")
    assert ran.code == 0, ran.err
    records = [record for record in ran.json if record["status"] == "imported"]
    assert sum(record["path"].endswith(".docx") for record in records) == 27
    assert sum(record["path"].endswith(".pdf") for record in records) > 3
    assert sum("seeds" in record["path"] for record in records) == 5
    return path


@pytest.fixture(scope="module")
def coded(run, project, tmp_path_factory):
    """Code what a search finds: two descriptive codes, one of them linked, and C2 directly."""
    folder = tmp_path_factory.mktemp("coded")
    rows = []
    answers = ["--document", "entretien *", "--role", "respondent", "--limit", 40, "--json"]
    for query, code in (("geste*", "Gestes"), ("(main OR mains OR outil*)", "Mains et outils"), ("travail*", "C2")):
        hits = run("search", project, query, *answers).json
        assert hits["total"] >= 10
        rows += [[hit["document"], hit["start"], hit["end"], code, hit["text"]] for hit in hits["hits"]]
    with (folder / "codings.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["document", "start", "end", "code", "text"], *rows])
    ran = run("codings-import", project, folder / "codings.csv", "--json")
    assert ran.code == 0, ran.err
    assert (ran.json["imported"], ran.json["new_codes"]) == (len(rows), ["Gestes", "Mains et outils"])
    assert run("link", project, "Gestes", "C1", "--because", "Ce que fait la main.").code == 0
    return project


def test_texts_are_whole_and_documents_described(run, project):
    listed = run("documents", project, "--json").json
    assert len(listed) >= 35
    french = [one for one in listed if one["document"].lower().startswith("entretien")]
    assert sum(one["words"] for one in french) > 50_000
    for one in french[:5]:
        assert len(one["speakers"]) >= 2
        text = run("text", project, one["document"]).body.decode("utf-8")
        assert len(text) == one["characters"]
        hits = run("search", project, "*", "--document", one["document"], "--json").json
        assert hits["total"] == one["passages"]
        assert all(text[hit["start"] : hit["end"]] == hit["text"] for hit in hits["hits"])


def test_the_seeds_speak_of_the_customer_journey(run, project):
    hits = run("search", project, '"parcours client"', "--document", "000*", "--json").json
    assert hits["total"] > 5
    text = run("text", project, hits["hits"][0]["document"]).out
    assert {text[start:end].lower() for hit in hits["hits"] for start, end in hit["matches"]} <= {
        "parcours client",
        "parcours clients",
        "parcours-client",
    }


def test_evidence_is_searched_judged_and_counted(run, coded, tmp_path):
    def cells():
        path = tmp_path / "m.json"
        assert run("matrix", coded, "--rows", "documents", "--columns", FRAMEWORK, "-o", path).code == 0
        found = json.loads(path.read_text("utf-8"))
        return {name: dict(zip(found["columns"], row)) for name, row in zip(found["rows"], found["values"])}

    before = cells()
    found = run("search", coded, "geste*", "--code", "C1", "--json").json
    assert found["total"] == sum(row["C1"] for row in before.values()) == 40
    assert sum(row["C2"] for row in before.values()) > 10
    hit = found["hits"][0]
    span = hit["document"], hit["start"], hit["end"], "Gestes", "C1"
    assert run("judge", coded, *span, "--out", "--because", "Il parle des autres.").code == 0
    after = cells()
    assert after[hit["document"]]["C1"] == before[hit["document"]]["C1"] - 1
    changed = [name for name in before if before[name] != after[name]]
    assert changed == [hit["document"]]
    assert run("undo", coded).code == 0
    assert cells() == before


def test_suggestions_learn_from_the_codings(run, coded):
    ran = run("suggest", coded, "--early", "--json")
    assert ran.code == 0, ran.err
    codes = [one["code"] for record in ran.json for one in record["suggestions"] if one["basis"] == "codings"]
    assert {"Gestes", "Mains et outils"} <= set(codes) <= {"Gestes", "Mains et outils", *(f"C{n}" for n in range(1, 8))}
    first = next(record for record in ran.json if record["suggestions"][0]["code"] == "Gestes")
    assert run("accept", coded, first["document"], first["start"], first["end"], "Gestes").code == 0
    assert run("undo", coded).code == 0


def test_the_tables_of_the_article_come_out(run, coded, tmp_path):
    for name in ("v.csv", "v.docx", "v.html", "v.md", "v.xlsx"):
        assert run("verbatims", coded, "--code", "C1", "--code", "C2", "-o", tmp_path / name).code == 0
    with (tmp_path / "v.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["capability"] for row in rows} == {"C1", "C2"}
    texts = {name: run("text", coded, name).out for name in {row["document"] for row in rows}}
    for row in rows:
        words = texts[row["document"]][int(row["start"]) : int(row["end"])]
        assert row["verbatim"] in (words, f"'{words}")
    run("codings-export", coded, tmp_path / "c.csv")
    again = run("codings-import", coded, tmp_path / "c.csv", "--json")
    assert (again.code, again.json["refused"], again.json["imported"]) == (0, [], 0)
    assert run("check", coded).code == 0

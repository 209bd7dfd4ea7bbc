"""Search, matrix, verbatims and suggestions by the command line."""

from __future__ import annotations

import csv
import json

import pytest
from openpyxl import load_workbook
from sqlalchemy import event
from sqlalchemy.engine import Engine

SHOWN = ("--confidential", "show")


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_search_gives_passages_with_their_matches(run, small, at):
    run("apply", small, "Anne", *at("les vendeurs"), "C6")
    ran = run("search", small, '"parcours client"', "--json")
    assert ran.code == 0
    assert (ran.json["query"], ran.json["total"]) == ('"parcours client"', 1)
    [hit] = ran.json["hits"]
    assert set(hit) >= {"document", "passage", "start", "end", "text", "speaker", "codes", "matches"}
    assert (hit["document"], hit["passage"], hit["speaker"], hit["codes"]) == ("Anne", 2, "ANNE", ["C6"])
    text = run("text", small, "Anne").out
    assert text[hit["start"] : hit["end"]] == hit["text"]
    assert [text[start:end] for start, end in hit["matches"]] == ["parcours client"]


def test_star_is_every_passage_and_total_counts_beyond_the_limit(run, study):
    passages = sum(one["passages"] for one in run("documents", study, "--json").json)
    ran = run("search", study, "*", "--limit", 2, "--json")
    assert ran.json["total"] == passages
    assert len(ran.json["hits"]) == 2
    assert ran.json["hits"][0]["matches"] == []


@pytest.mark.parametrize("query", ['"never closed', "a AND", "(a", "", "a NEAR/0 b"])
def test_an_unreadable_query_exits_2_and_says_where(run, small, query):
    ran = run("search", small, query, "--json")
    assert ran.code == 2
    assert ran.body == b""
    assert ran.sentence.endswith(".")


def test_filters_of_a_search(run, study, tmp_path):
    def found(*options):
        return run("search", study, '"parcours client"', *options, "--json").json

    every = found()
    capability = found("--code", "C1")
    assert 3 <= capability["total"] <= every["total"]
    assert found("--code", "C2")["total"] < every["total"]
    ways = [
        run("search", study, "*", "--code", "C1", "--evidence", way, "--json").json["total"]
        for way in ("direct", "linked", "both")
    ]
    assert 0 < ways[0] < ways[2]
    assert 0 < ways[1] <= ways[2]
    one, other, both = (
        found(*options)["total"]
        for options in (
            ("--code", "C2"),
            ("--code", "C7"),
            ("--code", "C2", "--code", "C7"),
        )
    )
    assert max(one, other) <= both <= one + other
    assert {hit["document"] for hit in found("--document", "01 *")["hits"]} == {"01 Directrice marketing, bricolage"}
    asked = found("--role", "interviewer")["total"]
    answered = found("--role", "respondent")["total"]
    assert asked + answered == every["total"]
    speaker = found("--document", "01 *")["hits"][0]["speaker"]
    assert {hit["speaker"] for hit in found("--speaker", speaker.lower())["hits"]} == {speaker}
    person = next(one for one in run("documents", study, "--json").json if one["participants"])["participants"][0]
    assert {person} == {name for hit in found("--speaker", person)["hits"] for name in hit["participants"]}


def test_where_keeps_participants_with_an_attribute(run, study):
    from corpus.people import participants
    from corpus.store.project import Project

    with Project.open(study, writable=False) as project:
        people = participants.listed(project)
    sector = people[0].attributes["Secteur"]
    names = {one.name for one in people if one.attributes.get("Secteur") == sector}
    hits = run("search", study, "*", "--where", f"secteur={sector.upper()}", "--role", "respondent", "--json").json
    assert {name for hit in hits["hits"] for name in hit["participants"]} == names
    assert run("search", study, "*", "--where", "planet=Mars").code == 4


def test_the_same_query_is_asked_of_documents_codings_memos_and_definitions(run, small, at):
    run("apply", small, "Anne", *at("les vendeurs"), "C6")
    run("memo", small, "code:C6", "--text", "Les vendeurs en premier")

    def found(scope, query="vendeurs", *options):
        told = run("search", small, query, "--scope", scope, "--json", *options).json
        assert (told["query"], told["scope"]) == (query, scope)
        assert told["total"] == len(told["hits"])
        return told["hits"]

    text = run("text", small, "Anne").out
    [document] = found("documents")
    assert document["document"] == "Anne"
    [coding] = found("codings")
    assert (coding["document"], coding["code"]) == ("Anne", "C6")
    assert text[coding["start"] : coding["end"]] == "les vendeurs"
    for hit in (document, coding):
        assert {text[a:b].lower() for part in hit["parts"] for a, b in part["matches"]} == {"vendeurs"}
    [memo] = found("memos")
    [part] = memo["parts"]
    assert [part["text"][a:b] for a, b in part["matches"]] == ["vendeurs"]
    codes = {hit["code"]: [part["part"] for part in hit["parts"] if part["matches"]] for hit in found("definitions")}
    assert "memo" in codes["C6"]
    assert found("codings", "capability:C6 -vendeurs") == []
    assert found("memos", "capability:C6") == [{**memo, "parts": [{**part, "matches": []}]}]
    assert run("search", small, "vendeurs", "--scope", "codings").out.startswith("Anne · C6")


@pytest.mark.parametrize("scope", ["documents", "codings", "memos", "definitions"])
@pytest.mark.parametrize(
    ("option", "field"),
    [
        (("--code", "C6"), "capability:C6"),
        (("--document", "A*"), "document:A*"),
        (("--role", "interviewer"), "role:interviewer"),
        (("--speaker", "anne"), "speaker:anne"),
    ],
)
def test_options_keep_in_every_scope_what_fields_keep(run, small, at, scope, option, field):
    run("apply", small, "Anne", *at("les vendeurs"), "C6")
    run("memo", small, "code:C6", "--text", "Les vendeurs")
    run("memo", small, "Anne", "--text", "Un bon entretien")

    def kept(*asked):
        ran = run("search", small, *asked, "--scope", scope, "--json")
        assert ran.code == 0
        return ran.json["hits"]

    assert kept("*", *option) == kept(f"* {field}")
    assert len(kept("*", *option)) < len(kept("*")) or scope != "definitions"


def test_what_cannot_be_chosen_is_said_in_every_scope(run, small):
    ran = run("search", small, "*", "--scope", "memos", "--speaker", "Nobody")
    assert (ran.code, ran.sentence) == (4, "Nothing is called Nobody there.")


def test_forms_of_other_words_are_said_of_documents_too(run, small):
    ran = run("search", small, "~être", "--scope", "documents")
    assert "est, in" in ran.err
    assert "may belong to the word est, too; ~~etre leaves it out." in ran.err


@pytest.mark.parametrize("scope", ["documents", "codings", "memos", "definitions"])
@pytest.mark.parametrize("query", ["", "a AND", "capabilté:C1"])
def test_an_unreadable_query_exits_2_in_every_scope(run, small, scope, query):
    ran = run("search", small, query, "--scope", scope, "--json")
    assert ran.code == 2
    assert ran.body == b""


def test_search_for_a_person_marks_nothing_when_piped(run, small):
    ran = run("search", small, "budget")
    assert ran.out == "Anne 4\t=SOMME n'est pas une formule ici. On priorise, faute de budget.\n"
    assert ran.err == "1 passage found.\n"


def test_the_matrix_in_every_format_is_the_same(run, study, tmp_path):
    asked = ["--rows", "participants", "--columns", "framework:meco-2019"]
    for ending in ("csv", "xlsx", "json", "html"):
        assert run("matrix", study, *asked, "-o", tmp_path / f"m.{ending}").code == 0
    document = json.loads((tmp_path / "m.json").read_text("utf-8"))
    assert document["columns"] == [f"C{n}" for n in range(1, 8)]
    assert document["rows"][-1] == "(none)"
    rows = table(tmp_path / "m.csv")
    assert rows[0] == ["participants", *document["columns"]]
    assert [row[0] for row in rows[1:]] == document["rows"]
    assert [[int(cell) for cell in row[1:]] for row in rows[1:]] == document["values"]
    book = load_workbook(tmp_path / "m.xlsx").active
    assert [[cell.value for cell in row[1:]] for row in book.iter_rows(min_row=2)] == document["values"]
    page = (tmp_path / "m.html").read_text("utf-8")
    assert "http" not in page
    assert page.count("<tr>") == len(rows)


def test_shares_have_a_point_and_a_french_excel_its_mark_semicolons_and_commas(run, study, tmp_path):
    asked = ["--rows", "documents", "--columns", "codes", "--cell", "share"]
    run("matrix", study, *asked, "-o", tmp_path / "m.csv")
    shares = [float(cell) for row in table(tmp_path / "m.csv")[1:] for cell in row[1:]]
    assert 0 < max(shares) < 1
    run("matrix", study, *asked, "--excel", "-o", tmp_path / "m.csv")
    assert (tmp_path / "m.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file, delimiter=";")
    assert [float(cell.replace(",", ".")) for row in rows for cell in row[1:]] == shares
    assert not any("." in cell for row in rows for cell in row[1:])


def test_matrix_options_reach_the_count(run, study, tmp_path):
    def total(*options):
        ran = run(
            "matrix",
            study,
            "--rows",
            "documents",
            "--columns",
            "framework:meco-2019",
            *options,
            "-o",
            tmp_path / "m.json",
        )
        assert ran.code == 0, ran.err
        return sum(map(sum, json.loads((tmp_path / "m.json").read_text("utf-8"))["values"]))

    direct, linked, both = (total("--evidence", ways) for ways in ("direct", "linked", "both"))
    assert 0 < direct < both
    assert 0 < linked < both
    assert total("--coder", "Anne") == both
    assert total("--coder", "nobody") == 0
    assert 0 < total("--where", "secteur=GSA") < both
    assert total("--cell", "binary") < both
    assert 0 < total("--cell", "unread") <= total("--cell", "codings")
    assert total("--cell", "unread", "--evidence", "direct") < total("--cell", "unread")


@pytest.mark.parametrize(
    ("columns", "options", "said"),
    [
        ("framework:meco-2019", (), "a cell is a number of passages, direct or by a link."),
        ("framework:meco-2019", ("--evidence", "linked"), "a cell is a number of passages, by a link."),
        ("codes", ("--interviewer",), "a cell is a number of passages, the interviewer's words as well."),
        ("codes", ("--cell", "codings"), "a cell is a number of coded segments."),
    ],
)
def test_a_matrix_says_what_its_numbers_count(run, study, tmp_path, columns, options, said):
    ran = run("matrix", study, "--rows", "documents", "--columns", columns, *options, "-o", tmp_path / "m.csv")
    assert ran.err.splitlines()[-1].endswith(f" columns; {said}")


def test_confidential_participants_are_masked_where_asked(run, study, tmp_path):
    asked = ["--rows", "participants", "--columns", "codes"]
    run("matrix", study, *asked, "--confidential", "mask", "-o", tmp_path / "m.csv")
    run("matrix", study, *asked, "--confidential", "show", "-o", tmp_path / "shown.csv")
    pairs = list(zip(table(tmp_path / "m.csv"), table(tmp_path / "shown.csv"), strict=True))
    masked = [(one[0], other[0]) for one, other in pairs if one[0] != other[0]]
    assert len(masked) == 2
    assert all(hidden.startswith("[participant ") for hidden, _ in masked)
    assert all(one[1:] == other[1:] for one, other in pairs)


def test_unknown_frameworks_and_attributes_exit_4(run, small, tmp_path):
    for way in ("framework:none", "attribute:none"):
        assert run("matrix", small, "--rows", way, "--columns", "codes", "-o", tmp_path / "m.csv").code == 4
    assert not (tmp_path / "m.csv").exists()


def test_a_file_that_can_t_be_written_exits_4(run, study, tmp_path):
    ran = run("matrix", study, "--rows", "documents", "--columns", "codes", "-o", tmp_path / "no" / "m.csv")
    assert (ran.code, "m.csv" in ran.sentence) == (4, True)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx", "html", "md"])
def test_verbatims_mask_who_is_confidential(run, study, tmp_path, ending):
    from corpus.people import participants
    from corpus.store.project import Project

    with Project.open(study, writable=False) as project:
        hidden = [one for one in participants.listed(project) if one.confidential]
    everything = {}
    for choice in ("mask", "show"):
        path = tmp_path / f"{choice}.{ending}"
        assert run("verbatims", study, "--confidential", choice, "-o", path).code == 0
        everything[choice] = said(path)
    assert hidden
    assert all(person.attributes["Entreprise"] not in everything["mask"] for person in hidden)
    quoted = [person for person in hidden if person.attributes["Entreprise"] in everything["show"]]
    assert quoted
    assert all(f"participant {person.number}]" in everything["mask"] for person in quoted)
    assert "C7" in everything["mask"]


def said(path):
    if path.suffix == ".docx":
        from docx import Document

        document = Document(str(path))
        cells = [cell.text for one in document.tables for row in one.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    if path.suffix == ".xlsx":
        return "\n".join(str(cell.value) for row in load_workbook(path).active.iter_rows() for cell in row)
    return path.read_text("utf-8").replace("&#39;", "'").replace("&amp;", "&").replace("\\", "")


def test_verbatims_of_chosen_codes_alone(run, study, tmp_path):
    run("verbatims", study, "--code", "C1", "--code", "Irritants", "-o", tmp_path / "v.csv")
    rows = table(tmp_path / "v.csv")
    assert {row[0] for row in rows[1:]} == {"C1", "Irritants"}
    assert run("verbatims", study, "--code", "C8", "-o", tmp_path / "v.csv").code == 4


def test_suggestions_are_explained_and_decided_upon(run, study, tmp_path):
    names = [one["document"] for one in run("documents", study, "--json").json]
    document = next(name for name in names if name.startswith("05"))
    ran = run(
        "suggest", study, "--document", document, "--framework", "meco-2019", "--top", 2, "--early", "--json", *SHOWN
    )
    assert ran.code == 0
    text = run("text", study, document, *SHOWN).out
    for record in ran.json:
        assert text[record["start"] : record["end"]] == record["text"]
        assert 1 <= len(record["suggestions"]) <= 2
        for one in record["suggestions"]:
            assert one["basis"] in ("codings", "definition")
            assert set(one) >= {"code", "score", "basis", "evidence", "examples"}
            assert all(set(reason) >= {"word", "weight"} for reason in one["evidence"])
            assert all(set(near) >= {"document", "start", "end", "text"} for near in one["examples"])
    first, last = ran.json[0], ran.json[-1]
    code = first["suggestions"][0]["code"]
    assert run("reject", study, document, last["start"], last["end"], last["suggestions"][0]["code"]).code == 0
    assert run("accept", study, document, first["start"], first["end"], code).code == 0
    assert run("accept", study, document, 0, 1, "C1").code == 4
    run("codings-export", study, tmp_path / "c.csv", *SHOWN)
    origins = {(row[0], row[1], row[3]): row[5] for row in table(tmp_path / "c.csv")}
    assert origins[document, str(first["start"]), code] == "suggestion"
    again = run("suggest", study, "--document", document, "--framework", "meco-2019", "--json").json
    offered = {(one["start"], suggestion["code"]) for one in again for suggestion in one["suggestions"]}
    assert (first["start"], code) not in offered
    assert (last["start"], last["suggestions"][0]["code"]) not in offered
    assert not any(one["weaker"] for record in again for one in record["suggestions"])
    said = run("suggest", study, "--document", document, "--framework", "meco-2019", "--weaker", *SHOWN).out
    assert "(weaker, it rests on little: " in said


def test_suggestions_are_measured(run, study):
    ran = run("suggest-evaluate", study, "--framework", "meco-2019", "--json")
    assert ran.code == 0
    found = ran.json
    assert set(found) >= {
        "left_out",
        "passages",
        "codes",
        "hit_at_1",
        "hit_at_3",
        "macro_ap",
        "per_code",
        "baselines",
        "train_s",
        "predict_ms_per_passage",
    }
    assert found["left_out"] == "document"
    assert set(found["baselines"]) >= {"most_frequent", "nearest"}
    assert [one["code"] for one in found["per_code"]] == [f"C{n}" for n in range(1, 8)]
    assert 0 < found["hit_at_1"] <= found["hit_at_3"] <= 1


def test_suggest_without_codes_of_the_first_cycle_asks_for_the_framework(run, small):
    codes = {one["code"] for record in run("suggest", small, "--early", "--json").json for one in record["suggestions"]}
    assert codes <= {f"C{n}" for n in range(1, 8)}
    assert run("suggest", small, "--framework", "none").code == 4


def test_what_is_asked_for_is_read_in_one_transaction(run, small):
    """The look at the file as it is opened is a part of it."""
    begun = []

    def noted(connection):
        begun.append(connection)

    event.listen(Engine, "begin", noted)
    try:
        assert run("search", small, "*", "--code", "C1").code == 0
        counted = run("matrix", small, "--rows", "codes", "--columns", "documents", "-o", small.with_suffix(".csv"))
        assert counted.code == 0
    finally:
        event.remove(Engine, "begin", noted)
    assert len(begun) == 2


def test_forms_of_two_words_are_told_with_what_leaves_them_out(run, small):
    found = run("search", small, "~être")
    assert found.err.splitlines()[1:] == ["est, in 2 passages, may belong to the word est, too; ~~etre leaves it out."]
    left = run("search", small, "~~être")
    assert left.err.splitlines() == ["0 passages found."]

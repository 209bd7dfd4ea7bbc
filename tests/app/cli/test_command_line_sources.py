"""Import, documents, text and participants by the command line."""

from __future__ import annotations

import pytest

from tests.app.cli.conftest import INTERVIEW


@pytest.fixture
def empty(run, tmp_path):
    path = tmp_path / "empty.verbatim"
    assert run("new", path).code == 0
    return path


def test_import_describes_every_file(run, empty, tmp_path):
    folder = tmp_path / "in"
    (folder / "deeper").mkdir(parents=True)
    said = "ZOE: Le client 🙂 attend.\nINT: Oui ?\nZOE: Encore.\n"
    (folder / "Zoé.txt").write_text(said, "utf-8")
    (folder / "deeper" / "Paul.md").write_text("Un paragraphe.\n\nUn autre.\n", "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    ran = run("import", empty, folder, "--recursive", "--json")
    assert ran.code == 1
    by_name = {record["path"].rpartition("/")[2]: record for record in ran.json}
    assert set(ran.json[0]) >= {
        "path",
        "status",
        "document",
        "reason",
        "encoding",
        "characters",
        "words",
        "passages",
        "speakers",
    }
    zoe = by_name["Zoé.txt"]
    assert (zoe["status"], zoe["document"], zoe["passages"], zoe["speakers"]) == ("imported", "Zoé", 3, ["ZOE", "INT"])
    assert (zoe["characters"], zoe["words"], zoe["reason"]) == (len(said), 8, None)
    assert by_name["Paul.md"]["passages"] == 2
    assert by_name["empty.txt"]["status"] == "refused"
    assert by_name["empty.txt"]["reason"] == "empty.txt is empty."
    assert by_name["empty.txt"]["document"] is None


def test_without_recursive_the_folders_below_stay_out(run, empty, tmp_path):
    (tmp_path / "in" / "deeper").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("Un.", "utf-8")
    (tmp_path / "in" / "deeper" / "b.txt").write_text("Deux.", "utf-8")
    assert [record["document"] for record in run("import", empty, tmp_path / "in", "--json").json] == ["a"]


def test_a_folder_names_what_it_leaves_out(run, empty, tmp_path):
    folder = tmp_path / "in"
    (folder / "deeper").mkdir(parents=True)
    (folder / "a.txt").write_text("Un.", "utf-8")
    for name in ("Thumbs.db", ".DS_Store", "~$a.docx"):
        (folder / name).write_bytes(b"x")
    ran = run("import", empty, folder, "--json")
    assert (ran.code, [record["status"] for record in ran.json]) == (0, ["imported"])
    assert "3 hidden files left out: .DS_Store, Thumbs.db, ~$a.docx." in ran.err
    assert "1 folder not looked into: deeper; see --recursive." in ran.err
    (folder / "song.mp3").write_bytes(b"x")
    (folder / "people.xlsx").write_bytes(b"x")
    ran = run("import", empty, folder, "--recursive", "--json")
    assert ran.code == 4
    refused = {
        record["path"].rpartition("/")[2]: record["reason"] for record in ran.json if record["status"] == "refused"
    }
    assert sorted(refused) == ["people.xlsx", "song.mp3"]
    assert "files of type .mp3 can't be read" in refused["song.mp3"]
    assert "not looked into" not in ran.err


def test_a_file_again_is_a_duplicate_and_no_failure(run, empty, tmp_path):
    (tmp_path / "a.txt").write_text("Un texte.", "utf-8")
    (tmp_path / "copy.txt").write_text("Un texte.", "utf-8")
    run("import", empty, tmp_path / "a.txt")
    ran = run("import", empty, tmp_path / "a.txt", tmp_path / "copy.txt", "--json")
    assert ran.code == 0
    assert [(record["status"], record["document"]) for record in ran.json] == [("duplicate", "a")] * 2


def test_a_taken_name_gets_a_number(run, empty, tmp_path):
    (tmp_path / "a.txt").write_text("Un texte.", "utf-8")
    (tmp_path / "a.md").write_text("Un autre.", "utf-8")
    ran = run("import", empty, tmp_path / "a.txt", tmp_path / "a.md", "--json")
    assert [record["document"] for record in ran.json] == ["a", "a (2)"]


def test_nothing_imported_and_something_refused_exits_4_with_its_json(run, empty, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    ran = run("import", empty, tmp_path / "a.txt", tmp_path / "missing.txt", "--json")
    assert ran.code == 4
    assert [record["status"] for record in ran.json] == ["refused", "refused"]
    assert "missing.txt" in ran.json[1]["reason"]
    assert run("documents", empty, "--json").json == []


def test_an_empty_folder_exits_4(run, empty, tmp_path):
    (tmp_path / "in").mkdir()
    assert run("import", empty, tmp_path / "in").code == 4


def test_an_unknown_encoding_is_wrong_usage(run, empty, tmp_path):
    (tmp_path / "a.txt").write_text("Un texte.", "utf-8")
    assert run("import", empty, tmp_path / "a.txt", "--encoding", "klingon").code == 2
    assert run("import", empty, tmp_path / "a.txt", "--encoding", "cp1252").code == 0


def test_text_is_given_byte_for_byte(run, empty, tmp_path):
    body = "Une ligne 🙂\u2029e\u0301 \n\n  sans fin de ligne".encode()
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + body.replace(b"\n", b"\r\n"))
    run("import", empty, tmp_path / "a.txt")
    ran = run("text", empty, "a")
    assert ran.body == "Une ligne 🙂\u2029é \n\n  sans fin de ligne".encode()
    assert run("documents", empty, "--json").json[0]["characters"] == len(ran.out)


def test_an_unknown_document_is_said_with_the_nearest(run, small):
    ran = run("text", small, "Annee")
    assert ran.code == 4
    assert ran.sentence == "No document is called Annee; is Anne meant?"


def test_documents_lists_speakers_and_participants(run, small, tmp_path):
    table = "document;fonction;secteur;confidentiel\nanne.TXT;Directrice;GSA;oui\n"
    (tmp_path / "p.csv").write_text(table, "utf-8")
    ran = run("participants", small, tmp_path / "p.csv", "--json")
    assert ran.code == 0
    assert (ran.json["made"], ran.json["unmatched"], ran.json["attributes"]) == (1, [], ["fonction", "secteur"])
    [record] = run("documents", small, "--json").json
    assert record["speakers"] == ["INT", "ANNE"]
    assert record["participants"] == ["anne.TXT"]
    assert set(record) >= {"document", "words", "characters", "passages", "speakers", "participants"}


def test_rows_without_a_document_are_listed(run, small, tmp_path):
    (tmp_path / "p.csv").write_text("entretien,nom,secteur\nAnne,A. Roy,GSA\nBruno,B. Dix,Luxe\n", "utf-8")
    ran = run("participants", small, tmp_path / "p.csv", "--key", "entretien")
    assert ran.code == 1
    assert "No document is called Bruno." in ran.err
    assert ran.out == "A. Roy\tAnne\n"


def test_a_missing_column_or_table_exits_4(run, small, tmp_path):
    (tmp_path / "p.csv").write_text("entretien,secteur\nAnne,GSA\n", "utf-8")
    ran = run("participants", small, tmp_path / "p.csv", "--key", "interview")
    assert (ran.code, "interview" in ran.sentence) == (4, True)
    ran = run("participants", small, tmp_path / "none.csv")
    assert (ran.code, "none.csv" in ran.sentence) == (4, True)
    assert run("documents", small, "--json").json[0]["participants"] == []


def test_speakers_of_a_participants_name_are_tied_and_said(run, empty, tmp_path):
    (tmp_path / "p.csv").write_text("nom,secteur\nAnne,GSA\n", "utf-8")
    assert run("participants", empty, tmp_path / "p.csv", "--json").json["speakers"] == []
    (tmp_path / "a.txt").write_text(INTERVIEW, "utf-8")
    ran = run("import", empty, tmp_path / "a.txt", "--json")
    assert ran.json[0]["tied"] == [{"speaker": "ANNE", "participant": "Anne"}]
    assert "1 speaker tied to the participant of the same name: ANNE in a." in ran.err
    assert run("documents", empty, "--json").json[0]["participants"] == ["Anne"]
    assert run("undo", empty).code == 0
    assert run("documents", empty, "--json").json == []


def test_a_table_ties_the_speakers_of_its_names(run, small, tmp_path):
    (tmp_path / "p.csv").write_text("nom,secteur\nanne,GSA\n", "utf-8")
    assert run("speakers", small, "--json").json[1]["participant"] is None
    ran = run("participants", small, tmp_path / "p.csv", "--json")
    assert ran.json["speakers"] == [{"speaker": "ANNE", "document": "Anne", "participant": "anne"}]
    assert "1 speaker tied to the participant of the same name: ANNE in Anne." in ran.err
    assert run("speakers", small, "--json").json[1]["participant"] == "anne"

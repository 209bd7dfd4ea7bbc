"""What a search finds in documents, memos and the codebook, as a table and for print."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from coding import codebook, memos
from coding.exports import other_hits as export
from coding.memos import Target, on
from coding.moment.moment import Moment
from coding.search import other_hits
from coding.search.other_hits import OtherHits
from coding.search.searches import Scope, Search
from corpus import anchors, documents
from corpus.people import participants
from corpus.search.index import SearchIndex
from tests.coding.support import Study, make_study

TEXTS = {
    "Anne Roche": "INT : Le parcours ?\n\nANNE : Le parcours client casse.\n\nANNE : Le client s'en va.",
    "Bruno": "BRUNO : Le client attend, dit Anne Roche.",
}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    made = make_study(tmp_path_factory.mktemp("finds"), texts=TEXTS)
    project, keys = made.project, made.documents
    anne = participants.add(project, "Anne Roche", confidential=True, documents=[keys["Anne Roche"]])
    participants.add(project, "Bruno", documents=[keys["Bruno"]])
    above = codebook.add(project, "Écoute")
    below = codebook.add(project, "Irritants", parent=above, definition="=1+1 du client", typical="Le client râle")
    memos.add(project, "Anne Roche parle du client.", title="-Client", targets=[Target("participant", anne)])
    memos.add(
        project,
        "Le client, ici",
        kind="reflexive",
        targets=[on(anchors.words(keys["Anne Roche"], 0, 3)), Target("code", below)],
    )
    memos.add(project, "Du client en général, en deux\nlignes")
    yield made
    project.close()


def found(study: Study, query: str, scope: Scope, tmp_path: Path) -> OtherHits:
    index = SearchIndex.of(study.project, tmp_path / "index")
    return other_hits.hits(Search(query, scope=scope), Moment.of(study.project), index)


def rows(study: Study, query: str, scope: Scope, tmp_path: Path, **how: str) -> list[tuple[object, ...]]:
    return list(export.sheet(found(study, query, scope, tmp_path), **how).rows)


def test_documents_have_a_line_each_with_who_speaks_and_the_turns(study: Study, tmp_path: Path) -> None:
    assert rows(study, "client", "documents", tmp_path, confidential="show") == [
        ("Anne Roche", "Anne Roche", 2, "client", "Le parcours client casse.\nLe client s'en va."),
        ("Bruno", "Bruno", 1, "client", "Le client attend, dit Anne Roche."),
    ]
    everything = rows(study, "", "documents", tmp_path, confidential="show")
    assert everything == [("Anne Roche", "Anne Roche", 0, "", ""), ("Bruno", "Bruno", 0, "", "")]


def test_confidential_participants_are_named_nowhere(study: Study, tmp_path: Path) -> None:
    queries: list[tuple[str, Scope]] = [("client", "documents"), ("Anne", "memos"), ("client", "memos"), ("", "memos")]
    for query, scope in queries:
        said = rows(study, query, scope, tmp_path)
        assert said
        assert "Anne" not in str(said)
        assert "Roche" not in str(said)
    assert [row[:2] for row in rows(study, "client", "documents", tmp_path)] == [
        ("[participant 1]", "[participant 1]"),
        ("Bruno", "Bruno"),
    ]


def test_memos_say_what_they_are_on(study: Study, tmp_path: Path) -> None:
    assert rows(study, "client", "memos", tmp_path, confidential="show") == [
        ("-Client", "Anne Roche", 2, "Client; client", "Anne Roche parle du client."),
        ("Le client, ici", "Anne Roche · Irritants", 1, "client", "Le client, ici"),
        ("Du client en général, en deux lignes", "", 1, "client", "Du client en général, en deux lignes"),
    ]


def test_definitions_say_where_they_stand_in_the_codebook(study: Study, tmp_path: Path) -> None:
    said = rows(study, "client", "definitions", tmp_path)
    memo = "Le client, ici"
    assert said == [("Irritants", "Écoute", 3, "client", f"=1+1 du client\nLe client râle\n{memo}")]
    names = [row[0] for row in rows(study, "", "definitions", tmp_path)]
    assert names == [code.label for code in codebook.listed(study.project)]


def test_no_cell_is_a_formula(study: Study, tmp_path: Path) -> None:
    memo, definition = found(study, "client", "memos", tmp_path), found(study, "client", "definitions", tmp_path)
    export.save(definition, tmp_path / "d.csv")
    with (tmp_path / "d.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file, delimiter=";")
    assert line["text"].startswith("'=1+1")
    export.save(memo, tmp_path / "m.xlsx")
    cells = [cell for row in load_workbook(tmp_path / "m.xlsx").active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"inlineStr", "s", "n"}
    assert "-Client" in [cell.value for cell in cells]


def test_for_print_each_stands_under_its_name(study: Study, tmp_path: Path) -> None:
    said = export.report(found(study, "client", "memos", tmp_path))
    assert (said.title, said.language) == ("client", study.project.info().language)
    assert [section.heading for section in said.sections][:1] == ["-Client"]
    assert said.sections[0].paragraphs == ("[participant 1]", "[participant 1] parle du client.")
    assert export.report(found(study, "", "memos", tmp_path)).title == "Memos"
    export.save(found(study, "client", "documents", tmp_path), tmp_path / "d.docx")
    assert (tmp_path / "d.docx").read_bytes()[:2] == b"PK"


def test_a_document_with_many_turns_tells_the_first_few(study: Study, tmp_path: Path) -> None:
    (tmp_path / "long").mkdir()
    with_many = make_study(tmp_path / "long", texts={"Long": "\n\n".join(f"A : client {n}" for n in range(9))})
    ((_, _, count, _, text),) = rows(with_many, "client", "documents", tmp_path)
    assert count == 9
    assert str(text).splitlines() == ["client 0", "client 1", "client 2"]
    assert documents.listed(with_many.project)[0].name == "Long"
    with_many.project.close()

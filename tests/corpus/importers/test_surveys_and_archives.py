"""Surveys, archives, books and old Word files."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_files import docx, odt, paragraph, zipped
from openpyxl import Workbook

from corpus import documents, importers, importing
from corpus.drafts import Draft
from corpus.errors import ImportFailed
from corpus.importers import old_word
from corpus.people import participants
from corpus.store.project import Project
from tests.corpus.support import dump, empty_project

LIKED = "J’ai aimé que l’on nous écoute pendant toute la visite."
MISSED = "Il manquait un endroit calme où parler à deux, surtout l’après-midi."
ROWS = [
    ["pseudo", "Métier", "Qu’avez-vous aimé ?", "Que manquait-il ?"],
    ["P1", "sage-femme", LIKED, MISSED],
    ["P2", "menuisier", "Rien de tout cela ne m’a convaincu, à vrai dire, désolé.", ""],
    ["P3", "sage-femme", "", ""],
]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


@pytest.fixture(params=[".csv", ".xlsx"])
def survey(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"sondage{request.param}"
    if path.suffix == ".csv":
        path.write_text("\n".join(";".join(row) for row in ROWS), "utf-8")
    else:
        book = Workbook()
        for row in ROWS:
            book.worksheets[0].append(row)
        book.save(path)
    return path


def quoted(draft: Draft) -> list[tuple[str, str | None, str]]:
    return [(p.kind, p.speaker, draft.text[p.start : p.end]) for p in draft.passages]


def test_a_row_is_a_document_with_its_long_answers_under_their_questions(survey: Path) -> None:
    first, second, third = importers.read_all(survey)
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.name, second.name) == ("P1", "P2")
    assert quoted(first) == [
        ("heading", None, "Qu’avez-vous aimé ?"),
        ("turn", "P1", LIKED),
        ("heading", None, "Que manquait-il ?"),
        ("turn", "P1", MISSED),
    ]
    assert first.person is not None
    assert dict(first.person.attributes) == {"Métier": "sage-femme"}
    assert [(one.label, one.role) for one in first.speakers] == [("P1", "respondent")]
    assert str(third) == f"{survey.name} holds no text."


def test_the_columns_that_are_text_can_be_named(survey: Path) -> None:
    drafts = [one for one in importers.read_all(survey, answers=["métier"]) if isinstance(one, Draft)]
    assert [one.text for one in drafts] == ["sage-femme", "menuisier", "sage-femme"]
    with pytest.raises(ImportFailed, match="has no column called Ville"):
        list(importers.read_all(survey, answers=["Ville"]))


def test_participants_are_made_of_the_rows_and_tied(project: Project, survey: Path) -> None:
    before = dump(project.path)
    outcomes = importing.import_files(project, [survey])
    assert [one.status for one in outcomes] == ["imported", "imported", "refused"]
    assert [(one.name, dict(one.attributes), one.documents) for one in participants.listed(project)] == [
        ("P1", {"Métier": "sage-femme"}, (1,)),
        ("P2", {"Métier": "menuisier"}, (2,)),
    ]
    assert [(one.label, one.participant) for one in documents.speakers(project)] == [("P1", "P1"), ("P2", "P2")]
    assert [one.status for one in importing.import_files(project, [survey])] == ["duplicate", "duplicate", "refused"]
    project.undo()
    assert dump(project.path) == before


def test_what_is_known_of_a_participant_is_not_overwritten(project: Project, survey: Path) -> None:
    participants.add(project, "P1", attributes={"Métier": "infirmière"})
    importing.import_files(project, [survey])
    assert [dict(one.attributes) for one in participants.listed(project)] == [
        {"Métier": "infirmière"},
        {"Métier": "menuisier"},
    ]


def test_a_table_without_answers_is_no_survey(tmp_path: Path) -> None:
    (tmp_path / "gens.csv").write_text("nom;âge\nA;3\nB;4\n", "utf-8")
    with pytest.raises(ImportFailed, match="is a table: participants are imported on their own page"):
        importers.read(tmp_path / "gens.csv")


def test_a_transcript_in_a_spreadsheet_is_one_document(tmp_path: Path) -> None:
    rows = [
        "locuteur;verbatim",
        *(f"{who};C’est ce que je disais la semaine {n} déjà." for n in range(4) for who in "AB"),
    ]
    (tmp_path / "t.csv").write_text("\n".join(rows), "utf-8")
    (draft,) = importers.read_all(tmp_path / "t.csv")
    assert isinstance(draft, Draft)
    assert [(one.label, one.turns) for one in draft.speakers] == [("A", 4), ("B", 4)]


def test_numbers_of_lines_before_speakers_make_no_survey(tmp_path: Path) -> None:
    path = tmp_path / "tours.csv"
    turns = [
        "INT;Vous venez souvent ?",
        "Léa;Le mardi.",
        "INT;Pourquoi ?",
        "Léa;Le marché est sur la place, ce jour-là.",
    ]
    path.write_text("N°;Chi;Contenuto\n" + "\n".join(f"{n};{turn}" for n, turn in enumerate(turns, 1)), "utf-8")
    (draft,) = importers.read_all(path)
    assert isinstance(draft, Draft)
    assert [f"{speaker};{words}" for _, speaker, words in quoted(draft)] == turns


def test_recognised_speech_in_a_table_is_one_document_with_times(tmp_path: Path) -> None:
    rows = ["start\tend\ttext", *(f"{n}000\t{n}900\tC’est ce que je disais la semaine {n} déjà." for n in range(1, 6))]
    (tmp_path / "t.tsv").write_text("\n".join(rows), "utf-8")
    (draft,) = importers.read_all(tmp_path / "t.tsv")
    assert isinstance(draft, Draft)
    assert [(p.start_ms, p.end_ms) for p in draft.passages] == [(n * 1000, n * 1000 + 900) for n in range(1, 6)]


def test_files_of_an_archive_come_in_as_from_a_folder(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "tout.zip"
    inner = zipped({"x.txt": "x"})
    path.write_bytes(
        zipped(
            {
                "P1/audio.txt": "Anne parle.",
                "P2/audio.txt": "Bea parle.",
                "a.docx": docx(paragraph("Mots.")),
                "in.zip": inner,
                "__MACOSX/._a.docx": "x",
                ".DS_Store": "x",
                "film.mp4": "x",
                "vide.txt": "",
            }
        )
    )
    outcomes = importing.import_files(project, [path])
    assert [(one.path.relative_to(path).as_posix(), one.status, one.document) for one in outcomes] == [
        ("P1/audio.txt", "imported", "P1 audio"),
        ("P2/audio.txt", "imported", "P2 audio"),
        ("a.docx", "imported", "a"),
        ("film.mp4", "refused", None),
        ("in.zip", "refused", None),
        ("vide.txt", "refused", None),
    ]
    assert "archive within an archive" in str(outcomes[4].reason)
    assert [documents.original(project, key) for key in (1, 2)] == [b"Anne parle.", b"Bea parle."]
    (tmp_path / "audio.txt").write_bytes(b"Anne parle.")
    assert importing.import_files(project, [tmp_path / "audio.txt"])[0].document == "P1 audio"


def test_a_link_in_an_archive_is_no_file_and_two_of_one_name_are_two(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("lien.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, body in ((link, "/etc/hosts"), ("même.txt", "un"), ("même.txt", "deux")):
            archive.writestr(name, body)
    found = list(importers.read_all(tmp_path / "a.zip"))
    assert [one.text if isinstance(one, Draft) else str(one) for one in found] == [
        "lien.txt is not a regular file.",
        "un",
        "deux",
    ]


def test_one_file_of_an_archive_can_be_read_by_itself(tmp_path: Path) -> None:
    (tmp_path / "tout.zip").write_bytes(zipped({"P1/a.txt": "été".encode("cp850"), "b.txt": "b"}))
    assert importers.read(tmp_path / "tout.zip" / "P1" / "a.txt", encoding="cp850").text == "été"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"no zip", "is damaged or cut short"),
        (zipped({}), "holds no file to import"),
        (zipped({"../out.txt": "x"}), "would be written outside"),
        (zipped({f"{n}.txt": "x" for n in range(2001)}), "holds more than 2000 files"),
        (zipped({"bomb.txt": b"a" * (20 << 20)}), "unpacks to far more"),
    ],
    ids=["no zip", "empty", "outside", "many", "bomb"],
)
def test_a_harmful_archive_is_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(ImportFailed, match=sentence):
        list(importers.read_all(tmp_path / "a.zip"))


def epub(pages: dict[str, str], spine: str) -> bytes:
    items = "".join(f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in pages)
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="c"><rootfile full-path="O/c.opf"/></container>',
            "O/c.opf": f'<package xmlns="p"><manifest>{items}</manifest><spine>{spine}</spine></package>',
            **{f"O/{name}.xhtml": f"<html><body>{body}</body></html>" for name, body in pages.items()},
        }
    )


def test_a_book_is_read_in_the_order_of_its_pages(tmp_path: Path) -> None:
    pages = {"un": "<h1>Début</h1><p>Il pleuvait.</p>", "deux": "<p>Puis vint l’été.</p>", "hors": "<p>Non lu</p>"}
    (tmp_path / "a.epub").write_bytes(epub(pages, '<itemref idref="un"/><itemref idref="deux"/>'))
    draft = importers.read(tmp_path / "a.epub")
    assert quoted(draft) == [
        ("heading", None, "Début"),
        ("paragraph", None, "Il pleuvait."),
        ("paragraph", None, "Puis vint l’été."),
    ]


def test_what_the_style_sheet_of_a_book_hides_stays_out_and_is_counted(tmp_path: Path) -> None:
    link = '<link rel="stylesheet" href="../look%20here.css"/><link rel="stylesheet" href="gone.css"/>'
    pages = {name: f'{link}<p>{name}</p><p class="x">Mme Petit</p>' for name in ("un", "deux")}
    made = epub(pages, '<itemref idref="un"/><itemref idref="deux"/>' + '<itemref idref="un"/>' * 1000)
    out = io.BytesIO(made)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("look here.css", ".x { display: none }")
    (tmp_path / "a.epub").write_bytes(out.getvalue())
    draft = importers.read(tmp_path / "a.epub")
    assert draft.text == "un\ndeux"
    assert [str(note) for note in draft.notes] == ["Characters of hidden text that were left out: 18."]


def test_a_book_that_lacks_a_page_is_refused(tmp_path: Path) -> None:
    pages = {"un": "<p>a</p>"}
    broken = epub(pages, '<itemref idref="un"/>').replace(b"O/un.xhtml", b"O/xx.xhtml")
    (tmp_path / "a.epub").write_bytes(broken)
    with pytest.raises(ImportFailed, match="is damaged or cut short"):
        importers.read(tmp_path / "a.epub")


def test_a_flat_open_document_is_read_like_one_in_an_archive(tmp_path: Path) -> None:
    body = "<text:h>Atelier</text:h><text:p>On y<text:s/>travaille.</text:p>"
    with zipfile.ZipFile(io.BytesIO(odt(body))) as archive:
        content = archive.read("content.xml").replace(b"document-content", b"document")
    (tmp_path / "a.fodt").write_bytes(content)
    (tmp_path / "a.odt").write_bytes(odt(body))
    flat, other = importers.read(tmp_path / "a.fodt"), importers.read(tmp_path / "a.odt")
    assert quoted(flat) == quoted(other) == [("heading", None, "Atelier"), ("paragraph", None, "On y travaille.")]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def office(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program in the place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(old_word, "_PROGRAMS", (str(program),))


def test_an_old_word_file_is_read_by_way_of_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made.docx").write_bytes(docx(paragraph("Bonjour.")))
    office(tmp_path, monkeypatch, f'for last; do :; done; cp {tmp_path}/made.docx "${{last%.doc}}.docx"')
    (tmp_path / "a.doc").write_bytes(OLE)
    draft = importers.read(tmp_path / "a.doc")
    assert (draft.text, draft.importer, draft.original) == ("Bonjour.", "old word", OLE)


@pytest.mark.parametrize("script", ["exit 1", "sleep 600"])
def test_what_libreoffice_can_t_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    office(tmp_path, monkeypatch, f"exec {script}" if script.startswith("sleep") else script)
    monkeypatch.setattr(old_word, "LONGEST_S", 1)
    (tmp_path / "a.doc").write_bytes(OLE)
    with pytest.raises(ImportFailed, match="that LibreOffice can't read"):
        importers.read(tmp_path / "a.doc")


def test_without_libreoffice_it_is_said_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word, "_PROGRAMS", ())
    monkeypatch.setattr(old_word, "_ELSEWHERE", ())
    (tmp_path / "a.doc").write_bytes(OLE)
    with pytest.raises(ImportFailed, match=r"open it in Word or LibreOffice and save it as \.docx"):
        importers.read(tmp_path / "a.doc")
    (tmp_path / "b.doc").write_bytes(docx(paragraph("Nouveau.")))
    assert importers.read(tmp_path / "b.doc").text == "Nouveau."

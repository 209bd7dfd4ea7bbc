"""What each export says, cell by cell and paragraph by paragraph, of one small study, in both languages.

`UPDATE_GOLDEN=1` writes the golden files anew; look at the difference before you keep it.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docx import Document
from openpyxl import load_workbook

from coding import acts, codebook, codings, excerpts, links, memos
from coding.codebook import frameworks
from coding.exports import annexes, codebooks, histories, hits, saving
from coding.exports import codings as coded
from coding.exports import json as json_format
from coding.exports import matrices as tables
from coding.exports import other_hits as other_export
from coding.exports import verbatims as quoted
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet, guarded, said, shown
from coding.memos import Target
from coding.moment.moment import Moment
from coding.search import listings, other_hits
from coding.search.searches import Scope, Search
from coding.tables import matrices, verbatims
from corpus import anchors
from corpus.anchors import Anchor
from corpus.people import participants
from corpus.search.index import SearchIndex
from corpus.store.project import Project
from tests.coding.support import make_study

GOLDEN = Path(__file__).parent / "golden" / "contents"
TEXTS = {
    "Anne Roche": "ANNE : Le parcours client casse en rayon.\n\nANNE : =1+1, « dit » Acme.\n\nANNE : Le client part.",
    "Bruno": "BRUNO : Le client attend, dit Anne Roche.\n\nBRUNO : On regarde les ventes 📈 chaque lundi.",
    "Carnet": "NOTE : Vu en magasin.",
}
THEORY = """
key = "mine"
version = "1"
citation = "Us (2026)"
[title]
fr = "La nôtre"
en = "Ours"
[[codes]]
key = "M1"
[codes.fr]
name = "Regarder"
definition = "On regarde."
include = ["On voit."]
exclude = ["On croit."]
cues = ["on regarde"]
[codes.en]
name = "Looking"
definition = "To look."
include = ["One sees."]
exclude = ["One believes."]
cues = ["we look"]
[[codes]]
key = "M2"
[codes.fr]
name = "Agir"
definition = "On agit."
[codes.en]
name = "Acting"
definition = "To act."
"""
KNOWN = {
    "fr": ("Fonction", "Entreprise", "Secteur"),
    "en": ("Function", "Company", "Sector"),
}
# When something was done is not for a golden file.
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.]*(?:Z|[+-]\d\d:\d\d)?")


@pytest.fixture(scope="module", params=["fr", "en"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder = tmp_path_factory.mktemp("contents")
    made = make_study(folder, language=request.param, texts=TEXTS)
    (folder / "mine.toml").write_text(THEORY, "utf-8")
    _worked(made.project, made.documents, folder / "mine.toml", request.param)
    yield made.project
    made.project.close()


def _worked(project: Project, keys: dict[str, int], theory: Path, language: str) -> None:
    """Do a little of all that an export can tell."""
    function, company, sector = KNOWN[language]
    participants.add(
        project,
        "Anne Roche",
        confidential=True,
        documents=[keys["Anne Roche"]],
        attributes={function: "Directrice", company: "Acme", sector: "Sport"},
    )
    participants.add(project, "Bruno", documents=[keys["Bruno"]], attributes={function: "Vendeur", sector: "Frais"})
    frameworks.add(project, theory)
    looking, acting = (codebook.find(project, name).key for name in ("M1", "M2"))
    friction = codebook.add(project, "Friction", definition="Ce qui | casse.", typical="« ça coince »")
    queue = codebook.add(project, "=Attente", parent=friction, include="On attend.", exclude="On part.")
    links.link(project, friction, looking)
    links.link(project, queue, acting, mode="one_by_one")

    def place(name: str, words: str) -> Anchor:
        start = TEXTS[name].index(words)
        return anchors.words(keys[name], start, start + len(words))

    one = codings.apply(project, friction, place("Anne Roche", "Le parcours client casse"))
    two = codings.apply(project, queue, place("Bruno", "Le client attend, dit Anne Roche."))
    codings.apply(project, looking, place("Anne Roche", "=1+1, « dit » Acme."))
    codings.apply(project, looking, place("Bruno", "On regarde les ventes 📈 chaque lundi."))
    codings.apply(project, friction, anchors.whole(keys["Carnet"]))
    links.judge(project, two, acting, "in", stance="nuances")
    excerpts.add(project, looking, place("Anne Roche", "Le parcours client casse en rayon."), translation="It breaks.")
    memos.add(project, "Anne Roche y revient.", title="À revoir", targets=[Target("coding", one)])
    memos.add(project, "Un client, en général", kind="reflexive", targets=[Target("code", queue)])


def _steady(text: str) -> str:
    return MOMENT.sub("(moment)", text)


def golden(project: Project, name: str, text: str, ending: str = "txt") -> None:
    path = GOLDEN / f"{name}.{project.info().language}.{ending}"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, "utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8")


def _paragraphs(report: Report) -> str:
    """Put a report down line by line, cells apart, so that a difference is read at a glance."""
    lines = [f"# {report.title} ({report.language})"]
    for section in report.sections:
        lines += [f"## {section.heading}", *section.paragraphs, *filter(None, [section.caption])]
        lines += [
            " ¦ ".join(shown(cell).replace("\n", " ⏎ ") for cell in row) for row in (section.columns, *section.rows)
        ]
    return _steady("\n".join(lines) + "\n")


def _cells(sheet: Sheet) -> str:
    return _paragraphs(Report(sheet.title, "", (Section("", (), sheet.columns, sheet.rows),)))


# the contents, before any format


def test_the_codebook(project: Project) -> None:
    golden(project, "codebook-sheet", _cells(codebooks.sheet(Moment.of(project))))
    golden(project, "annex-codebook", _paragraphs(annexes.codebook_report(Moment.of(project))))
    golden(project, "annex-codebook-sheet", _cells(annexes.codebook_sheet(Moment.of(project))))


@pytest.mark.parametrize("confidential", ["mask", "show"])
def test_the_interviews(project: Project, confidential: str) -> None:
    found = annexes.interviews(Moment.of(project, masking=confidential == "mask"))
    golden(project, f"annex-interviews-{confidential}", _paragraphs(found))


@pytest.mark.parametrize("confidential", ["mask", "show"])
def test_the_selected_verbatims(project: Project, confidential: str) -> None:
    rows = verbatims.table(Moment.of(project, masking=confidential == "mask"))
    golden(project, f"verbatims-{confidential}", _paragraphs(quoted.report(rows, project.info().language)))
    golden(project, f"verbatims-sheet-{confidential}", _cells(quoted.sheet(rows)))


def test_the_audit_trail(project: Project) -> None:
    golden(project, "annex-trail", _paragraphs(annexes.trail(Moment.of(project), acts.acts(project))))
    golden(project, "history", _cells(histories.sheet(acts.acts(project))))


def test_the_codings(project: Project) -> None:
    golden(project, "codings", _cells(coded.sheet(Moment.of(project))))


@pytest.mark.parametrize("confidential", ["mask", "show"])
def test_what_a_search_finds(project: Project, tmp_path: Path, confidential: str) -> None:
    index = SearchIndex.of(project, tmp_path / "index")
    found = listings.listing(Search("client"), Moment.of(project), index)
    golden(project, f"hits-{confidential}", _paragraphs(hits.report(found, confidential=confidential)))
    golden(project, f"hits-sheet-{confidential}", _cells(hits.sheet(found, confidential=confidential)))


@pytest.mark.parametrize("scope", ["documents", "memos", "definitions"])
def test_where_a_search_finds_it(project: Project, tmp_path: Path, scope: Scope) -> None:
    found = other_hits.hits(
        Search("client", scope=scope), Moment.of(project), SearchIndex.of(project, tmp_path / "index")
    )
    golden(project, f"finds-{scope}", _paragraphs(other_export.report(found)))
    golden(project, f"finds-{scope}-sheet", _cells(other_export.sheet(found)))


@pytest.mark.parametrize(("rows", "columns"), [("participants", "framework:mine"), ("codes", "documents")])
@pytest.mark.parametrize("cell", ["passages", "codings", "words"])
def test_a_matrix(project: Project, rows: str, columns: str, cell: str) -> None:
    found = matrices.build(Moment.of(project), rows, columns, cell)
    name = f"matrix-{rows}-{columns.partition(':')[0]}-{cell}"
    golden(project, name, _cells(tables.sheet(found)))
    golden(project, name, json_format.body(tables.document(found)).decode("utf-8"), "json")


# the formats hold what they were given


def _reports(project: Project) -> list[Report]:
    moment = Moment.of(project, masking=True)
    return [
        annexes.codebook_report(moment),
        annexes.interviews(moment),
        annexes.trail(moment, acts.acts(project)),
        quoted.report(verbatims.table(moment), moment.known.language),
    ]


def _sheets(project: Project) -> list[Sheet]:
    return [
        annexes.codebook_sheet(Moment.of(project)),
        coded.sheet(Moment.of(project)),
        histories.sheet(acts.acts(project)),
    ]


def _table(section: Section, language: str) -> list[list[str]]:
    return (
        [[said(cell, language) for cell in row] for row in (section.columns, *section.rows)] if section.columns else []
    )


def _apart(section: Section, language: str) -> list[list[str]]:
    """Give a table as HTML has it, in which a cell that goes down several rows stands once."""
    return [list(section.columns), *([said(cell, language) for cell, taken in row if taken] for row in section.laid())]


def test_a_word_document_holds_every_paragraph_and_cell(project: Project, tmp_path: Path) -> None:
    for report in _reports(project):
        saving.save_report(report, tmp_path / "report.docx")
        document = Document(str(tmp_path / "report.docx"))
        words = [report.title]
        for section, caption in zip(report.sections, report.captions(), strict=True):
            words += [section.heading, *section.paragraphs, caption, *section.notes]
        assert [one.text for one in document.paragraphs if one.text] == [one for one in words if one]
        tables_there = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
        assert tables_there == [_table(section, report.language) for section in report.sections if section.columns]


def test_a_page_holds_every_paragraph_and_cell(project: Project, tmp_path: Path) -> None:
    for report in _reports(project):
        saving.save_report(report, tmp_path / "report.html")
        page = BeautifulSoup((tmp_path / "report.html").read_text("utf-8"), "lxml")
        assert page.html is not None
        assert page.html["lang"] == report.language
        tables_there = [
            [[_text(cell) for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")]
            for table in page.find_all("table")
        ]
        assert tables_there == [_apart(section, report.language) for section in report.sections if section.columns]
        headings = [one.get_text() for one in page.find_all(["h1", "h2"])]
        assert headings == [one for one in (report.title, *(part.heading for part in report.sections)) if one]


def _text(cell: object) -> str:
    for line in cell.find_all("br"):  # type: ignore[attr-defined]  # a tag of BeautifulSoup
        line.replace_with("\n")
    return str(cell.get_text())  # type: ignore[attr-defined]  # a tag of BeautifulSoup


def test_tables_hold_every_cell(project: Project, tmp_path: Path) -> None:
    for sheet in _sheets(project):
        saving.save_sheet(sheet, tmp_path / "sheet.csv")
        with (tmp_path / "sheet.csv").open(encoding="utf-8", newline="") as file:
            read = list(csv.reader(file))
        assert read == [list(sheet.columns), *[[guarded(shown(cell)) for cell in row] for row in sheet.rows]]
        saving.save_sheet(sheet, tmp_path / "sheet.xlsx")
        book = load_workbook(io.BytesIO((tmp_path / "sheet.xlsx").read_bytes()))
        cells = [[cell or "" for cell in row] for row in book.active.iter_rows(values_only=True)]
        assert cells == [[cell or "" for cell in row] for row in (sheet.columns, *sheet.rows)]


def test_a_golden_file_is_told_apart_by_one_cell(project: Project) -> None:
    sheet = coded.sheet(Moment.of(project))
    other = replace(sheet, rows=(*sheet.rows[:-1], (*sheet.rows[-1][:-1], "another")))
    assert _cells(other) != _cells(sheet)

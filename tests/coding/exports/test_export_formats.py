"""Every format against a golden file, and what a spreadsheet or a browser must not be tempted by.

`UPDATE_GOLDEN=1` writes the golden files anew; look at the difference before you keep it.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.exports import csv as csv_format
from coding.exports import docx, html, json, md, reports, saving, sheets, verbatims, xlsx
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet
from coding.tables.verbatims import TableRow
from corpus.errors import WorkbenchError
from corpus.tables import unguarded

GOLDEN = Path(__file__).parent / "golden"
TRICKY = ("=1+1", "+1", "-1", "@x", "\ttab", "\rreturn", "plain", "a,b;c", 'say "x"', "two\nlines", "é🙂", "", "'=1")
SHEET = Sheet(
    "Été: 1/2", ("name", "=count", "share", "none"), (*((text, n, n / 3, None) for n, text in enumerate(TRICKY)),)
)
REPORT = Report(
    "Titre <&>",
    "fr",
    (
        Section(
            "C1 Analyse",
            ("Une <b>définition</b>.", "Deux | lignes\net demie."),
            ("Verbatim", "Source", "n"),
            (("« a * b »\nc", "[Directrice, <Carrefour>]", 3), ("=1+1", "", 0.5)),
        ),
        Section("Vide", (), (), ()),
        Section(
            "",
            (),
            ("Concept", "n"),
            (("C1", 12345), ("C1", 2), ("C2", 3)),
            caption="Les <concepts>",
            notes=("Note & date.",),
            joined=1,
        ),
    ),
)


def golden(name: str, body: bytes) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(body)
    assert body.decode("utf-8") == path.read_bytes().decode("utf-8")


def part(body: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return archive.read(name)


def test_csv():
    golden("sheet.csv", csv_format.body(SHEET))
    assert csv_format.body(SHEET, excel="en") == codecs.BOM_UTF8 + csv_format.body(SHEET)


def test_a_french_excel_gets_semicolons_and_decimal_commas():
    body = csv_format.body(SHEET, excel="fr")
    assert body.startswith(codecs.BOM_UTF8)
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row[0] for row in rows[1:]] == [sheets.guarded(text) for text in TRICKY]
    assert [row[2] for row in rows[1:3]] == ["0", "0,333333"]


def test_json():
    golden("sheet.json", json.body(SHEET.records()))


def test_html():
    golden("report.html", html.body(REPORT))


def test_md():
    golden("report.md", md.body(REPORT))


def test_docx():
    golden("report.docx.xml", part(docx.body(REPORT), "word/document.xml"))
    assert docx.body(REPORT)[:4] == b"PK\x03\x04"
    assert part(docx.body(REPORT), "docProps/core.xml") == part(docx.body(REPORT), "docProps/core.xml")


def test_xlsx():
    golden("sheet.xlsx.xml", part(xlsx.body([SHEET]), "xl/worksheets/sheet1.xml"))


def test_xlsx_holds_text_and_numbers_and_no_formula():
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(xlsx.body([SHEET])))
    rows = list(book["Été  1 2"].iter_rows(min_row=2))
    assert [unguarded(row[0].value or "") for row in rows] == list(TRICKY)
    assert {row[0].data_type for row in rows if row[0].value} == {"s"}
    assert [row[1].value for row in rows] == list(range(len(TRICKY)))
    assert all("<f>" not in part(xlsx.body([SHEET]), name).decode() for name in ("xl/worksheets/sheet1.xml",))


def test_html_needs_nothing_from_elsewhere_and_escapes_all():
    page = html.body(REPORT).decode("utf-8")
    assert "<b>" not in page
    assert "http" not in page
    assert "<script" not in page


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20))
def test_the_guard_comes_off_again(text):
    cell = sheets.guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(cell) == text


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=1))
def test_csv_reads_back_as_it_was(cells):
    sheet = Sheet("", tuple(f"c{n}" for n in range(len(cells))), (tuple(cells),))
    text = csv_format.body(sheet).decode("utf-8")
    _, row = csv.reader(io.StringIO(text, newline=""))
    assert row == [sheets.guarded(cell) for cell in cells]


@given(
    st.lists(st.text(alphabet=st.sampled_from(",;\"'\r\n=a é")), min_size=1), st.sampled_from([("", ","), ("fr", ";")])
)
def test_csv_is_what_the_library_writes(cells, excel):
    sheet, lines = Sheet("", tuple(cells), ((*cells,),)), io.StringIO(newline="")
    csv.writer(lines, delimiter=excel[1]).writerows([list(map(sheets.guarded, cells))] * 2)
    body = csv_format.body(sheet, excel=excel[0]).decode("utf-8-sig")
    assert body == "".join(line.removesuffix("\r\n") + "\n" for line in _records(lines.getvalue()))


def _records(text: str) -> list[str]:
    """Return the two lines of which a file is made, which are alike."""
    half = len(text) // 2
    assert text[:half] == text[half:]
    return [text[:half], text[half:]]


def test_unstorable_characters_harm_no_format():
    from openpyxl import load_workbook

    odd, kept = "a\x00b\x0b\ufffec", "a\ufffdb\ufffd\ufffdc"
    sheet = Sheet("t", ("c",), ((odd,),))
    assert load_workbook(io.BytesIO(xlsx.body([sheet]))).active["A2"].value == kept
    assert kept in part(docx.body(reports.of_sheet(sheet, "fr")), "word/document.xml").decode("utf-8")
    assert kept in html.body(reports.of_sheet(sheet, "fr")).decode("utf-8")


def test_a_long_cell_is_cut_as_excel_needs():
    from openpyxl import load_workbook

    body = xlsx.body([Sheet("t", ("c",), (("x" * 40_000,),))])
    cell = load_workbook(io.BytesIO(body)).active["A2"].value
    assert (len(cell), cell[-1]) == (32_767, "…")


def row(**fields: object) -> TableRow:
    usual = TableRow(
        capability="C1",
        name="Analyse",
        definition="On analyse.",
        verbatim="Les clients (…)",
        attribution="Directrice, X",
        participant="Anne",
        function="Directrice",
        company="X",
        document="Anne",
        start=1,
        end=9,
        basis="direct",
        selected=True,
        translation="",
        label="C1 Analyse",
        framework="Capacités",
    )
    return usual._replace(**fields)  # type: ignore[arg-type]  # wider than the signature on purpose


def test_the_report_of_verbatims_has_a_table_for_each_framework():
    rows = [
        row(),
        row(verbatim="Deux", attribution="[participant 7]; A, B", translation="Two"),
        row(
            capability="Irritants",
            name="Irritants",
            definition="",
            attribution="",
            label="Irritants",
            framework="",
            place=(1, 2, 3),
        ),
    ]
    report = verbatims.report(rows, "fr")
    assert report.title == "Sélection de verbatims"
    first, second = report.sections
    assert (first.caption, first.columns, first.joined) == (
        "Sélection de verbatims – Capacités",
        ("Capacités", "Verbatims", "Traduction"),
        1,
    )
    assert first.rows == (
        ("C1 Analyse", "«\u00a0Les clients (…)\u00a0» [Directrice, X].", ""),
        ("C1 Analyse", "«\u00a0Deux\u00a0» [participant 7\u202f; A, B].", "Two"),
    )
    assert second.columns == ("Codes descriptifs", "Verbatims")
    assert second.rows == (("Irritants", "«\u00a0Les clients (…)\u00a0»"),)
    assert verbatims.report(rows[:1], "en").sections[0].rows[0][1] == "“Les clients (…)” [Directrice, X]."


def test_quotations_for_the_body_stand_apart_and_none_is_printed_twice():
    rows = [
        row(place=(1, 0, 9)),
        row(place=(1, 20, 29), verbatim="Fort", purpose="power"),
        row(place=(1, 0, 9), label="C2 Agir", purpose="proof"),
        row(place=(1, 20, 29), label="C2 Agir", verbatim="Fort"),
        row(place=(1, 40, 49), label="C2 Agir", selected=False),
        row(place=(1, 40, 49), selected=False),
    ]
    body, table = verbatims.report(rows, "fr").sections
    assert body.caption == "Verbatims pour le corps du texte – Capacités"
    assert body.rows == (
        ("C1 Analyse", "«\u00a0Fort\u00a0» [Directrice, X]."),
        ("C2 Agir", "voir C1 Analyse"),
    )
    words = "«\u00a0Les clients (…)\u00a0» [Directrice, X]."
    assert [line[1] for line in table.rows] == [words, "voir C1 Analyse", words, words], "evidence stands with each"
    assert table.notes == body.notes != ()
    assert verbatims.report(rows[:1], "fr").sections[0].notes == ()


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_file_is_replaced_whole_and_leaves_no_trace(tmp_path, name):
    (tmp_path / name).write_text("old", "utf-8")
    saving.save_sheet(SHEET, tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() != b"old"
    with pytest.raises(WorkbenchError, match="can't be written"):
        saving.save_sheet(SHEET, tmp_path / "missing" / name)

"""Tables of Word documents: no word of a head is torn, what is read gets the room, and notes stay with their table."""

from __future__ import annotations

import io
import re
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from coding.exports import docx
from coding.exports.reports import Picture, Report, Section

QUOTED = "On a vu que la commande est gelée à midi, et le terminal du chauffeur devient le maître de la commande."


def table_of(section: Section) -> Any:
    return Document(io.BytesIO(docx.body(Report("Annexes", "fr", (section,))))).tables[0]


def test_what_is_read_gets_the_room_and_no_word_of_a_head_is_torn() -> None:
    rows = tuple((f"C{n}", "(code directement)", 15, "11 sur 12", QUOTED * 2) for n in range(4))
    columns = ("Concept", "Code descriptif", "Segments codés", "Participant·e·s", "Verbatims")
    widths = [column.width.cm for column in table_of(Section("", (), columns, rows)).columns]
    assert widths[-1] > sum(widths) * 0.45
    for name, width in zip(columns, widths, strict=True):
        assert width > max(map(len, name.split())) * 0.17, name


@pytest.mark.parametrize("rows", [1, 2, 5])
def test_no_row_stands_alone_and_notes_follow_their_table_on_its_page(rows: int) -> None:
    made = table_of(Section("", (), ("N°", "Mots"), tuple((n, QUOTED) for n in range(rows)), notes=("Une note.",)))
    kept = [all(one.pPr.find(qn("w:keepNext")) is not None for one in row._tr.iter(qn("w:p"))) for row in made.rows]
    assert kept == [True, *(n in (0, rows - 1) for n in range(rows))]


def test_a_head_of_several_words_takes_three_lines_where_there_is_room() -> None:
    columns = ("N°", "Rapport de la suite qui commence ici", "Codes")
    rows = tuple((n, 0.1, QUOTED) for n in range(3))
    width = table_of(Section("", (), columns, rows)).columns[1].width.cm
    assert width > len(columns[1]) / 3 * 0.17


@pytest.mark.parametrize(("said", "turned"), [("Oui", False), ("Ils le disent tous. " * 6, True)])
def test_sentences_in_a_narrow_column_turn_the_page_where_short_words_stand_upright(said: str, turned: bool) -> None:
    columns = tuple(f"Établissements{n}" for n in range(5))
    page = Document(io.BytesIO(docx.body(Report("Étude", "fr", (Section("", (), columns, ((said,) * 5,)),))))).sections[
        0
    ]
    assert (page.page_width > page.page_height) is turned


def test_an_arrow_stands_on_the_line_of_its_name() -> None:
    made = table_of(Section("", (), ("Liens", "Mots"), (("→\u00a0Prototypes", QUOTED),)))
    assert made.columns[0].width.cm > len("→ Prototypes") * 0.185


def test_a_picture_stands_upright_after_a_table_on_its_side() -> None:
    wide = Section("", (), tuple(f"Établissement {n}" for n in range(9)), (("Administration",) * 9,), caption="Large")
    body = b"".join(
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89", b"\0\0\0\0IEND\xaeB`\x82"]
    )
    drawn = Section("", (), (), (), caption="Dessin", picture=Picture("un point", 90, 60, bytes, lambda: body))
    turned = Document(io.BytesIO(docx.body(Report("Annexes", "fr", (wide, drawn, wide))))).sections
    assert [one.page_width > one.page_height for one in turned] == [True, False, True]


def test_names_of_many_people_are_whole_as_the_table_goes_on_below_itself() -> None:
    names = tuple(f"Participant·e {n} Bellefontaine" for n in range(24))
    made = Section("", (), ("Concept", *names), tuple((f"C{n} Écosystème", *["12"] * 24) for n in range(3)))
    document = Document(io.BytesIO(docx.body(Report("Couverture", "fr", (made,)))))
    assert len(document.tables) > 1
    assert [cell.text for table in document.tables for cell in table.rows[0].cells[1:]] == list(names)
    for table in document.tables:
        assert table.rows[1].cells[0].text == "C0 Écosystème"
        for column, name in zip(table.columns, (cell.text for cell in table.rows[0].cells), strict=True):
            assert column.width.cm > max(map(len, name.split())) * 0.17, name
    assert document.sections[0].page_width > document.sections[0].page_height


def test_numbers_of_a_column_have_equal_decimals() -> None:
    rows = tuple((f"C{n}", cell, n) for n, cell in enumerate((0.5, 0.125, 2.0, "", -0.0001)))
    table = table_of(Section("", (), ("Code", "c", "Segments"), rows))
    assert [cell.text for cell in table.columns[1].cells[1:]] == ["0,500", "0,125", "2,000", "", "0,000"]
    assert [cell.text for cell in table.columns[2].cells[1:]] == ["0", "1", "2", "3", "4"]


def test_a_thousand_columns_are_all_there_in_pieces_that_word_opens() -> None:
    columns = ("Code", *(f"Document {n}" for n in range(1000)))
    body = docx.body(Report("Matrice", "fr", (Section("", (), columns, (("C1", *range(1000)),)),)))
    with ZipFile(io.BytesIO(body)) as archive:
        made = archive.read("word/document.xml").decode()
    tables = made.split("<w:tbl ")[1:]
    assert max(one.count("<w:gridCol ") for one in tables) <= 20
    heads = [head for one in tables for head in re.findall(r"<w:t [^>]*>(Document \d+)</w:t>", one)]
    assert heads == list(columns[1:])
    assert made.count(">C1<") == len(tables)

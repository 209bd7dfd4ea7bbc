"""Tables from elsewhere, as people save them and as they should not have."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from corpus import tables
from corpus.errors import Cancelled, TableError

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)


def saved(path: Path, rows: list[list[Any]], **sheets: list[list[Any]]) -> Path:
    """Save rows as an XLSX file; further sheets come before."""
    book = Workbook()
    for title, others in sheets.items():
        sheet = book.create_sheet(title, 0)
        for row in others:
            sheet.append(row)
    last = book.worksheets[-1]
    for row in rows:
        last.append(row)
    book.save(path)
    return path


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_gives_way_to_those_that_are_seen(tmp_path: Path, state: str) -> None:
    book = Workbook()
    for row in [["Liste", "Code", "Sens"], ["a", "b", "c"]]:
        book.worksheets[0].append(row)
    book.worksheets[0].sheet_state = state
    shown = book.create_sheet("Réponses")
    for row in [["Nom", "Âge"], ["Zoé", 41]]:
        shown.append(row)
    book.active = 1
    book.save(tmp_path / "t.xlsx")
    assert tables.read(tmp_path / "t.xlsx").columns == ("Nom", "Âge")


@pytest.mark.parametrize("number", ["99999999999999999999", "1048577"])
def test_rows_that_no_spreadsheet_has_are_not_waited_for(tmp_path: Path, number: str) -> None:
    path = saved(tmp_path / "t.xlsx", [["Nom", "Âge"], ["Zoé", 41]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name, body.replace(b'<row r="2"', b'<row r="%s"' % number.encode()))
    with pytest.raises(TableError, match="is too large: a table has at most 100000 rows"):
        tables.read(path)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_csv_is_read_however_it_was_saved(tmp_path: Path, delimiter: str, encoding: str, end: str) -> None:
    lines = [["Nom", "Métier"], ["Zoé", "gérante, élue; maire"], ["", ""], ["Léa", 'dite "la\nchef"']]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(lines)
    table = tables.read(written(tmp_path / "t.csv", text.getvalue(), encoding))
    assert table.columns == ("Nom", "Métier")
    assert [row.cells for row in table.rows] == [("Zoé", "gérante, élue; maire"), ("Léa", 'dite "la\nchef"')]
    assert [row.line for row in table.rows] == [2, 4]


@given(
    columns=st.lists(CELL.map(str.strip).filter(bool), min_size=2, max_size=4, unique_by=tables.key),
    rows=st.lists(st.lists(CELL, min_size=4, max_size=4), min_size=1, max_size=4),
    delimiter=st.sampled_from(",;\t"),
)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, columns: list[str], rows: list[list[str]], delimiter: str
) -> None:
    wanted = [tuple(tables.unguarded(tidy(cell)).strip() for cell in row[: len(columns)]) for row in rows]
    wanted = [row for row in wanted if any(row)]
    columns = [tidy(name) for name in columns]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(
        [columns, *(r[: len(columns)] for r in rows)]
    )
    path = tmp_path_factory.mktemp("t") / "t.csv"
    path.write_text(text.getvalue(), "utf-8-sig", newline="")
    if not wanted or any(name.startswith("'") for name in columns) or text.getvalue().startswith('"sep='):
        return
    table = tables.read(path)
    assert list(table.columns) == columns
    assert [row.cells for row in table.rows] == wanted


def tidy(text: str) -> str:
    from corpus.importers.writing import tidy

    return tidy(text).strip()


def test_a_declared_separator_is_no_row(tmp_path: Path) -> None:
    table = tables.read(written(tmp_path / "t.csv", "sep=;\r\na;b,c\r\n1;2,3\r\n"))
    assert table.columns == ("a", "b,c")
    assert table.rows == (tables.Row(3, ("1", "2,3")),)


def test_one_column_is_a_table(tmp_path: Path) -> None:
    table = tables.read(written(tmp_path / "t.csv", "nom\nMartin, Anne\nBea\n"))
    assert table.columns == ("nom",)
    assert [row.cells for row in table.rows] == [("Martin, Anne",), ("Bea",)]


def test_short_rows_and_bare_columns_are_filled_and_dropped(tmp_path: Path) -> None:
    table = tables.read(written(tmp_path / "t.csv", "a;b;;\n1;2;;\n3\n\n;;;\n"))
    assert table.columns == ("a", "b")
    assert [row.cells for row in table.rows] == [("1", "2"), ("3", "")]


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("'=1+1", "=1+1"),
        ("'+33", "+33"),
        ("'-5", "-5"),
        ("'@x", "@x"),
        ("'l'été", "'l'été"),
        ("l'été", "l'été"),
        ("'", "'"),
    ],
)
def test_the_formula_guard_is_taken_off(tmp_path: Path, cell: str, meant: str) -> None:
    for path in (
        written(tmp_path / "t.csv", f"a;b\n{cell};x\n"),
        saved(tmp_path / "t.xlsx", [["a", "b"], [cell, "x"]]),
    ):
        assert tables.read(path).rows[0].cells == (meant, "x")


def test_a_spreadsheet_gives_its_values_as_a_person_writes_them(tmp_path: Path) -> None:
    values = [3, 3.0, 2.5, True, False, date(2024, 2, 1), datetime(2024, 2, 1), datetime(2024, 2, 1, 9, 30), time(9, 5)]
    values += [" é ", None, 10**15, "#N/A", "e\u0301"]
    header = [f"c{n}" for n in range(len(values))]
    table = tables.read(saved(tmp_path / "t.xlsx", [header, values]))
    assert table.rows[0].cells == (
        "3", "3", "2.5", "true", "false", "2024-02-01", "2024-02-01", "2024-02-01 09:30", "09:05:00", "é", "",
        "1000000000000000", "", "é",
    )  # fmt: skip


def test_a_formula_gives_the_value_it_had(tmp_path: Path) -> None:
    path = saved(tmp_path / "t.xlsx", [["a", "b"], ["=1+1", "x"]])
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[sheet], times = re.subn(rb"</f><v ?/>|</f><v></v>", b"</f><v>2</v>", parts[sheet])
    assert times == 1
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert tables.read(path).rows[0].cells == ("2", "x")


def test_the_first_filled_sheet_counts(tmp_path: Path) -> None:
    path = saved(tmp_path / "t.xlsx", [["a"], ["last"]], Vide=[], Plein=[["b"], ["first"]])
    assert tables.read(path).columns == ("b",)


@pytest.mark.parametrize(
    "cover",
    [
        [["Étude sur l’accueil"]],
        [["Étude"], ["Auteure", "Zoé"], ["Date", "2024"]],
        [["Auteure", "Zoé"], ["Date", "2024"]],
    ],
)
def test_a_cover_sheet_is_no_table_where_one_comes_after_it(tmp_path: Path, cover: list[list[Any]]) -> None:
    path = saved(tmp_path / "t.xlsx", [["fichier", "nom", "âge"], ["E1", "Léa", 30]], Couverture=cover)
    assert tables.read(path).columns == ("fichier", "nom", "âge")


def test_a_table_of_two_columns_counts_where_no_wider_one_comes_after_it(tmp_path: Path) -> None:
    path = saved(tmp_path / "t.xlsx", [["liste"], ["a"]], Gens=[["fichier", "nom"], ["E1", "Léa"]])
    assert tables.read(path).columns == ("fichier", "nom")


def test_a_cell_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", f'nom,texte\nLéa,"{"a" * 140_000}"\n')
    with pytest.raises(TableError, match=r"^t\.csv can't be read from line 2 on: a cell holds more text than"):
        tables.read(path)


def test_a_spreadsheet_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path / "t.xlsx", [["a"], ["1"]]).rename(tmp_path / "t.csv")
    assert tables.read(path).columns == ("a",)


def test_columns_are_found_without_case_and_accents(tmp_path: Path) -> None:
    table = tables.read(written(tmp_path / "t.csv", "Prénom;Type_d’entreprise\n1;2\n"))
    assert (table.column("PRENOM"), table.column(" type d'entreprise ")) == (0, 1)
    assert (table.find(("x", "prenom")), table.find(("x",))) == (0, None)
    with pytest.raises(TableError, match=r"t\.csv has no column called nom; it has Prénom, Type_d’entreprise\."):
        table.column("nom")


def encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(40 << 20))
    return data.getvalue()


def other_zip() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("t.csv", b"", "t.csv is empty."),
        ("t.csv", b"\n\n ; ;\n", "t.csv holds no table."),
        ("t.csv", b"name;function\n", "t.csv has no rows below its header."),
        ("t.csv", b"name;function\n;;\n", "t.csv has no rows below its header."),
        ("t.csv", b"a;;c\n1;2;3\n", "Column 2 of t.csv has no name in the first row."),
        ("t.csv", b"a;b\n1;2;3\n", "Column 3 of t.csv has no name in the first row."),
        ("t.csv", "Rôle;role \n1;2\n".encode(), "Two columns of t.csv are called role; give each a name of its own."),
        ("t.csv", b'a;b\n1;2\n"3;4\n', "t.csv can't be read from line 3 on: a quotation mark is out of place."),
        ("t.csv", b"\x00\x01\x02\x03" * 50, "t.csv holds binary data and is no text."),
        ("t.xlsx", b"a;b\n1;2\n", "t.xlsx is damaged or cut short."),
        ("t.xlsx", b"PK\x03\x04broken", "t.xlsx is damaged or cut short."),
        ("t.xlsx", other_zip(), "t.xlsx can't be read as a spreadsheet: save it anew as .xlsx."),
        ("t.xlsx", encrypted(), "t.xlsx is protected by a password: save a copy without."),
        ("t.xls", encrypted()[:300], "t.xls is an old Excel file (.xls): save it as .xlsx or CSV."),
        ("t.xlsx", bomb(), "t.xlsx unpacks to far more than a document holds: it is not opened."),
    ],
)
def test_a_bad_table_is_refused_in_one_sentence(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(TableError) as refused:
        tables.read(tmp_path / name)
    assert str(refused.value) == sentence


def test_nothing_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="There is no file"):
        tables.read(tmp_path / "nothing.csv")
    with pytest.raises(TableError, match="is a folder"):
        tables.read(tmp_path)


def cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def scrambled(data: bytes) -> bytes:
    return data[:60] + bytes(byte ^ 0x5A for byte in data[60:400]) + data[400:]


@pytest.mark.parametrize("harm", [cut, scrambled])
def test_a_damaged_spreadsheet_is_refused(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    path = saved(tmp_path / "t.xlsx", [["a", "b"], ["1", "2"]])
    path.write_bytes(harm(path.read_bytes()))
    with pytest.raises(TableError, match=r"t\.xlsx (is damaged|can't be read)"):
        tables.read(path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_spreadsheet_with_a_broken_part_is_refused(tmp_path: Path, part: str) -> None:
    path = saved(tmp_path / "t.xlsx", [["a", "b"], ["1", "2"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = parts[part][: len(parts[part]) // 2]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(TableError, match=r"t\.xlsx can't be read as a spreadsheet"):
        tables.read(path)


def test_too_large_a_table_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST", 20)
    sentence = r"is too large: a table has at most 20 rows and 1000 columns\."
    rows = [["a", "b"]] + [["1", "2"]] * 20
    assert len(tables.read(saved(tmp_path / "good.xlsx", rows)).rows) == 20
    for path in (
        written(tmp_path / "t.csv", "a;b\n" + "1;2\n" * 21),
        saved(tmp_path / "t.xlsx", [*rows, ["1", "2"]]),
        written(tmp_path / "wide.csv", ";".join(f"c{n}" for n in range(1001)) + "\n1\n"),
    ):
        with pytest.raises(TableError, match=sentence):
            tables.read(path)


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    def stop(done: int, total: int, doing: str = "") -> None:
        raise Cancelled

    for path in (written(tmp_path / "t.csv", "a\n1\n"), saved(tmp_path / "t.xlsx", [["a"], ["1"]])):
        with pytest.raises(Cancelled):
            tables.read(path, progress=stop)


def test_nothing_is_said_of_what_a_spreadsheet_has_besides_its_values(tmp_path: Path) -> None:
    path = saved(tmp_path / "t.xlsx", [["a"], ["1"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    bare = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></styleSheet>'
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, bare if name == "xl/styles.xml" else data)
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        assert tables.read(path).rows[0].cells == ("1",)
    assert heard == []

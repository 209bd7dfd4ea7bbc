"""Corners of documents: tables in tables, boxes in notes, symbols, keys in front, and files that are half there."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_files import NAMESPACES, docx, odt, paragraph, run, zipped
from test_importing_documents import box, imported, quoted

from corpus import importers
from corpus.errors import ImportFailed
from corpus.importers import safety

CELL = "<table:table-cell>{}</table:table-cell>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(map(CELL.format, cells))}</table:table-row>"


def frame(text: str) -> str:
    return f"<draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"


def test_odt_tables_in_tables_give_each_word_once(tmp_path: Path) -> None:
    inner = f"<table:table>{row('<text:p>dedans</text:p>', '<text:p>encore</text:p>')}</table:table>"
    deeper = f"<table:table>{row(inner + '<text:p>plus</text:p>')}</table:table>"
    table = f"<table:table>{row('<text:p>a</text:p>' + deeper)}{row('<text:p>b</text:p>')}</table:table>"
    assert quoted(imported(tmp_path, "a.odt", odt(table))) == [("cell", "a\ndedans\nencore\nplus"), ("cell", "b")]


def test_odt_boxes_come_in_where_they_are_anchored_also_in_cells_and_notes(tmp_path: Path) -> None:
    body = f"<text:p>note {frame('en boîte')}</text:p><text:p> </text:p>"
    note = f"<text:note><text:note-body>{body}</text:note-body></text:note>"
    cell = f"<text:p>cellule {frame('encadrée')}</text:p>"
    table = f"<table:table>{row(cell)}</table:table>"
    draft = imported(tmp_path, "a.odt", odt(f"<text:p>mots {frame('cadre')}{note}</text:p>{table}"))
    assert quoted(draft) == [
        ("paragraph", "mots"),
        ("paragraph", "cadre"),
        ("cell", "cellule\nencadrée"),
        ("note", "note"),
        ("note", "en boîte"),
    ]


@pytest.mark.parametrize(
    "members",
    [
        {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<manifest/>"},
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<document/>"},
    ],
    ids=["no content", "no body"],
)
def test_an_odt_without_its_text_is_refused(tmp_path: Path, members: dict[str, str]) -> None:
    with pytest.raises(ImportFailed, match=r"^a\.odt is damaged: its text can't be read\.$"):
        imported(tmp_path, "a.odt", zipped(members))


def test_an_odt_without_its_type_in_front_is_known_by_its_parts(tmp_path: Path) -> None:
    whole = odt("<text:p>Bonjour.</text:p>")
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        bare = {name: archive.read(name) for name in archive.namelist() if name != "mimetype"}
    assert safety.sniff(zipped(bare)) == "odt"
    assert imported(tmp_path, "a.odt", zipped(bare)).text == "Bonjour."


def test_an_electronic_book_is_told_apart() -> None:
    assert safety.sniff(zipped({"mimetype": "application/epub+zip"})) == "epub"


def test_a_word_file_without_a_body_is_refused(tmp_path: Path) -> None:
    bare = {"[Content_Types].xml": "<Types/>", "word/document.xml": f"<w:document {NAMESPACES}/>"}
    with pytest.raises(ImportFailed, match=r"^a\.docx is damaged: its text can't be read\.$"):
        imported(tmp_path, "a.docx", zipped(bare))


def test_a_word_file_that_says_nothing_of_its_main_part_is_read_by_its_usual_name(tmp_path: Path) -> None:
    relations = '<Relationships><Relationship Type="x/officeDocument" Target="word/none.xml"/></Relationships>'
    assert imported(tmp_path, "a.docx", docx(paragraph("Bonjour."), {"_rels/.rels": relations})).text == "Bonjour."


def test_word_notes_bring_their_boxes_and_no_empty_line(tmp_path: Path) -> None:
    notes = (
        f'<w:footnotes {NAMESPACES}><w:footnote w:type="separator">{paragraph("———")}</w:footnote>'
        f"<w:footnote>{paragraph('une note')}{paragraph('  ')}{box('en boîte')}</w:footnote></w:footnotes>"
    )
    draft = imported(tmp_path, "a.docx", docx(paragraph("mots"), {"word/footnotes.xml": notes}))
    assert quoted(draft) == [("paragraph", "mots"), ("note", "une note"), ("note", "en boîte")]


def test_word_paragraphs_of_which_there_are_two_renderings_come_in_once(tmp_path: Path) -> None:
    choice = f'<mc:Choice Requires="wps">{paragraph("neuf")}</mc:Choice>'
    both = f"<mc:AlternateContent>{choice}<mc:Fallback>{paragraph('ancien')}</mc:Fallback></mc:AlternateContent>"
    old = f"<mc:AlternateContent><mc:Fallback>{paragraph('ancien')}</mc:Fallback></mc:AlternateContent>"
    assert imported(tmp_path, "a.docx", docx(both + old)).text == "neuf\nancien"


@pytest.mark.parametrize(
    ("font", "code", "drawn"),
    [
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "B0", "°"),
        ("Arial", "00E9", "é"),
        ("Arial", "D801", "\ufffd"),
        ("Arial", "zz", "\ufffd"),
    ],
)
def test_word_symbols_are_drawn_as_letters(tmp_path: Path, font: str, code: str, drawn: str) -> None:
    symbol = f'<w:p>{run("a ")}<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>{run(" b")}</w:p>'
    assert imported(tmp_path, "a.docx", docx(symbol)).text == f"a {drawn} b"


# keys in front of a text


def front(*lines: str) -> str:
    return "\n".join(("---", *lines, "---", "", "INT: Et alors ?", "", "ANNE: On regarde."))


def test_keys_in_front_of_a_text_are_read_in_every_way_they_are_written(tmp_path: Path) -> None:
    draft = imported(
        tmp_path,
        "a.md",
        front(
            "# une remarque",
            "",
            "title: 'L''étude'",
            "who:",
            "- Anne",
            '- "Paul \\"P\\""',
            "notes: >",
            "  une ligne",
            "  et une autre",
            "places: [Lyon, 'Caen']",
            "Âge: ~",
            "layout: post",
        ),
    )
    assert draft.attributes == {
        "title": "L'étude",
        "who": 'Anne; Paul "P"',
        "notes": "une ligne et une autre",
        "places": "Lyon; Caen",
        "Âge": "",
    }
    assert draft.text.startswith("INT: Et alors")


@pytest.mark.parametrize("lines", [("- first",), ("title: a", "nothing of a key")], ids=["no key", "a loose line"])
def test_what_only_looks_like_keys_stays_text(tmp_path: Path, lines: tuple[str, ...]) -> None:
    draft = imported(tmp_path, "a.md", front(*lines))
    assert draft.attributes == {}
    assert lines[-1] in draft.text


# what a file may be


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * (3 << 20))
    monkeypatch.setattr(safety, "LARGEST_FILE", 2 << 20)
    with pytest.raises(ImportFailed, match=r"^a\.txt is too big to be a transcript \(3 MB\): split it\.$"):
        importers.read(tmp_path / "a.txt")


def test_a_part_over_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "LARGEST_MEMBER", 100)
    with pytest.raises(ImportFailed, match=r"^a\.docx "):
        imported(tmp_path, "a.docx", docx(paragraph("mot " * 200)))


def test_a_plain_text_named_as_a_page_is_read(tmp_path: Path) -> None:
    assert imported(tmp_path, "a.html", "INT: Bonjour.\n\nANNE: Oui.").text.splitlines()[0].startswith("INT")

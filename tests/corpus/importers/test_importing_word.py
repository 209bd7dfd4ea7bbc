"""Word: what a reader sees comes in once and in its place, what is left out is told, and bold type is passed on."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import WORD, docx, paragraph, run, zipped

from corpus import importers
from corpus.drafts import Block, Draft
from corpus.errors import ImportFailed
from corpus.importers import word, word_package
from corpus.importers.reading import Options

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def imported(folder: Path, body: str, **parts: str | bytes) -> Draft:
    path = folder / "a.docx"
    path.write_bytes(docx(body, {f"word/{name.replace('__', '.')}": part for name, part in parts.items()}))
    return importers.read(path)


def relations(**targets: str) -> bytes:
    return (
        "<Relationships>"
        + "".join(
            f'<Relationship Id="{key}" Type="{TYPES}/{target.split(":")[0]}" Target="{target.split(":")[1]}"/>'
            for key, target in targets.items()
        )
        + "</Relationships>"
    ).encode()


def with_chunk(folder: Path, name: str, chunk: bytes) -> Draft:
    body = f'{paragraph("Avant.")}<w:altChunk xmlns:r="{TYPES}" r:id="c1"/>{paragraph("Après.")}'
    parts = {f"word/{name}": chunk, "word/_rels/document.xml.rels": relations(c1=f"aFChunk:{name}")}
    (folder / "a.docx").write_bytes(docx(body, parts))
    return importers.read(folder / "a.docx")


def formatted(text: str, properties: str) -> str:
    return run(text).replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


def notes(draft: Draft) -> list[str]:
    return [str(note) for note in draft.notes]


PAGE = "<p>MENEUR : Par où commencer ?</p><p>NOÉ : Par l’atelier.</p>"
MAILED = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
    'Content-Type: text/html; charset="utf-8"\n'
    "Content-Transfer-Encoding: quoted-printable\n\n"
    "<html><body><p>MENEUR : Par o=C3=B9 commencer ?</p><p>NO=C3=89 : Par l=E2=80=99atelier.</p></body></html>\n--b--\n"
)
RICH = r"{\rtf1\ansi MENEUR : Par o\'f9 commencer ?\par NO\'c9 : Par l\'92atelier.\par}"


@pytest.mark.parametrize(
    ("name", "chunk"),
    [
        ("page.html", f'<html><head><meta charset="utf-8"></head><body>{PAGE}</body></html>'.encode()),
        ("page.mht", MAILED.encode()),
        ("riche.rtf", RICH.encode()),
        ("clair.txt", "MENEUR : Par où commencer ?\nNOÉ : Par l’atelier.".encode()),
        ("autre.docx", docx(paragraph("MENEUR : Par où commencer ?") + paragraph("NOÉ : Par l’atelier."))),
    ],
)
def test_a_text_of_another_format_comes_in_where_it_stands(tmp_path: Path, name: str, chunk: bytes) -> None:
    draft = with_chunk(tmp_path, name, chunk)
    assert [line for line in draft.text.split("\n") if line.strip()] == [
        *("Avant.", "MENEUR : Par où commencer ?", "NOÉ : Par l’atelier.", "Après."),
    ]
    assert [one.label for one in draft.speakers] == ["MENEUR", "NOÉ"]
    assert draft.notes == ()


@pytest.mark.parametrize(
    "chunk", [b"\x89PNG\r\n", b"{\\rtf1 jamais fini", docx("<w:p/>")[:60]], ids=["picture", "rtf", "docx"]
)
def test_a_part_that_cannot_be_read_is_told(tmp_path: Path, chunk: bytes) -> None:
    draft = with_chunk(tmp_path, "partie.bin", chunk)
    assert draft.text == "Avant.\nAprès."
    assert [(note.doubt, "word/partie.bin" in str(note)) for note in draft.notes] == [(True, True)]


def test_a_document_in_itself_without_end_is_told(tmp_path: Path) -> None:
    inner = docx(paragraph("au fond"))
    for _ in range(9):
        rels = relations(c1="aFChunk:d.docx")
        inner = docx(
            f'<w:altChunk xmlns:r="{TYPES}" r:id="c1"/>', {"word/d.docx": inner, "word/_rels/document.xml.rels": rels}
        )
    draft = with_chunk(tmp_path, "d.docx", inner)
    assert "au fond" not in draft.text
    assert [note.doubt for note in draft.notes] == [True]


STYLES = f"""<w:styles xmlns:w="{WORD}">
    <w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:styleId="Enfant"><w:basedOn w:val="Secret"/></w:style>
    <w:style w:styleId="Montré"><w:basedOn w:val="Secret"/><w:rPr><w:vanish w:val="false"/></w:rPr></w:style>
    <w:style w:styleId="Masque"><w:rPr><w:vanish w:val="true"/></w:rPr></w:style></w:styles>"""


HIDE, SHOW, MASK = "<w:vanish/>", '<w:vanish w:val="0"/>', '<w:rStyle w:val="Masque"/>'


@pytest.mark.parametrize(
    ("style", "properties", "seen"),
    [
        *(("", HIDE, False), ("", '<w:b/><w:vanish w:val="1"/>', False), ("", SHOW, True), ("", MASK, False)),
        *(("Secret", "", False), ("Enfant", "", False), ("Montré", "", True), ("Secret", SHOW, True)),
        ("Secret", MASK, True),  # a style of characters turns round what the style of the paragraph says
    ],
)
def test_hidden_text_stays_out_and_is_counted(tmp_path: Path, style: str, properties: str, seen: bool) -> None:
    one = paragraph(style=style).replace("</w:p>", formatted("chez ACME", properties) + "</w:p>")
    draft = imported(tmp_path, paragraph("Avant.") + one + paragraph("Après."), styles__xml=STYLES)
    assert draft.text == ("Avant.\nchez ACME\nAprès." if seen else "Avant.\n\nAprès.")
    assert notes(draft) == ([] if seen else ["Characters of hidden text that were left out: 9."])


@pytest.mark.parametrize("mark", ["vanish", "specVanish", "del", "moveFrom"])
def test_a_paragraph_without_a_mark_to_see_runs_on(tmp_path: Path, mark: str) -> None:
    first = f"<w:p><w:pPr><w:rPr><w:{mark}/></w:rPr></w:pPr>{run('Un titre ')}</w:p>"
    cell = f"<w:tbl><w:tr><w:tc>{first}{paragraph('et sa suite')}</w:tc></w:tr></w:tbl>"
    draft = imported(tmp_path, first + paragraph("et sa suite") + first + cell)
    assert draft.text == "Un titre et sa suite\nUn titre \nUn titre et sa suite"


def test_rows_and_cells_that_are_deleted_or_hidden_stay_out(tmp_path: Path) -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    table = (
        f"<w:tbl><w:tr>{cell.format('', paragraph('a'))}{cell.format('<w:cellDel/>', paragraph('ôtée'))}</w:tr>"
        f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell.format('', paragraph('cachée'))}</w:tr></w:tbl>"
    )
    draft = imported(tmp_path, table)
    assert draft.text == "a"
    assert notes(draft) == [
        "Characters of hidden text that were left out: 6.",
        "Characters of deleted text that were left out: 4.",
    ]


def test_deleted_words_are_counted_and_moved_ones_are_not(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>ôté</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('déplacé')}</w:moveFrom>"
    draft = imported(tmp_path, f"<w:p>{run('Gardé')}{deleted}{moved}</w:p>")
    assert (draft.text, notes(draft)) == ("Gardé", ["Characters of deleted text that were left out: 3."])


def test_running_heads_are_told_once(tmp_path: Path) -> None:
    head = f'<w:hdr xmlns:w="{WORD}">{paragraph("Étude  2024")}</w:hdr>'
    rels = relations(h1="header:h1.xml", h2="header:h2.xml", f1="footer:f1.xml")
    parts = {"word/h1.xml": head, "word/h2.xml": head, "word/_rels/document.xml.rels": rels}
    parts["word/f1.xml"] = f'<w:ftr xmlns:w="{WORD}">{paragraph("- 12 -")}</w:ftr>'
    (tmp_path / "a.docx").write_bytes(docx(paragraph("Texte."), parts))
    draft = importers.read(tmp_path / "a.docx")
    assert (draft.text, notes(draft)) == ("Texte.", ["Running heads and feet were left out: “Étude 2024”."])


def test_parts_are_found_by_what_they_are(tmp_path: Path) -> None:
    main = f'<w:document xmlns:w="{WORD}"><w:body>{paragraph("Texte.")}</w:body></w:document>'
    note = f'<w:footnotes xmlns:w="{WORD}"><w:footnote>{paragraph("Une note.")}</w:footnote></w:footnotes>'
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(r1="officeDocument:word/document2.xml"),
        "word/document2.xml": main,
        "word/notes7.xml": note,
        "word/_rels/document2.xml.rels": relations(n="footnotes:notes7.xml"),
    }
    (tmp_path / "a.docx").write_bytes(zipped(members))
    draft = importers.read(tmp_path / "a.docx")
    assert draft.text == "Texte.\nUne note."
    assert [passage.kind for passage in draft.passages] == ["paragraph", "note"]


def test_a_box_drawn_twice_comes_from_the_drawing_that_holds_its_words(tmp_path: Path) -> None:
    box = f"<v:textbox><w:txbxContent>{paragraph('encadré')}</w:txbxContent></v:textbox>"
    both = f"<mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    one = f"<w:p><w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r></w:p>"
    assert imported(tmp_path, one).text == "encadré"


def test_few_of_many_blank_paragraphs_come_in(tmp_path: Path) -> None:
    draft = imported(tmp_path, paragraph("a") + "<w:p/>" * 3 + paragraph("b") + "<w:p/>" * 5000 + paragraph("c"))
    assert draft.text.startswith("a\n\n\n\nb\n")
    assert draft.text.count("\n") < 200


def test_a_part_of_countless_tags_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "_MOST_TAGS", 50)
    with pytest.raises(ImportFailed, match="far more than a document holds"):
        imported(tmp_path, paragraph("a") * 20)


def bold(body: str) -> list[tuple[str, str | None]]:
    """Read one paragraph, and return its blocks with what opens them in bold type."""
    path = Path("a.docx")
    reading = word.read(path, docx(body, {"word/styles.xml": BOLD}), Options())
    return [(_of(reading.text, block, block.end), _of(reading.text, block, block.bold)) for block in reading.blocks]  # type: ignore[misc]  # a block has an end


def _of(text: str, block: Block, end: int | None) -> str | None:
    return None if end is None else text[block.start : end]


BOLD = f"""<w:styles xmlns:w="{WORD}">
    <w:style w:styleId="Gras"><w:rPr><w:b/></w:rPr></w:style></w:styles>"""
STRONG = "<w:b/>"


def test_bold_type_that_opens_a_paragraph_is_passed_on() -> None:
    label = formatted("Noé", STRONG)
    break_ = "<w:r><w:br/></w:r>"
    assert bold(f"<w:p>{label}{formatted(' :', STRONG)}{run(' oui')}</w:p>") == [("Noé : oui", "Noé :")]
    assert bold(f"<w:p>{run('oui ')}{label}</w:p>") == [("oui Noé", None)]
    assert bold(f"<w:p>{run(' ')}{label}{run('x')}{label}</w:p>") == [(" NoéxNoé", " Noé")]
    assert bold(f"<w:p>{label}{break_}{label}</w:p>") == [("Noé\nNoé", "Noé\nNoé")]
    assert bold(f"<w:p>{label}{break_}{run('oui')}{break_}{label}{run(' non')}</w:p>") == [
        *(("Noé\noui", "Noé"), ("Noé non", "Noé")),
    ]
    plain = formatted("oui", '<w:b w:val="0"/>')
    assert bold(f"<w:p>{plain}</w:p>") == [("oui", None)]
    assert bold(paragraph("Noé", style="Gras")) == [("Noé", "Noé")]
    assert bold(f"<w:tbl><w:tr><w:tc><w:p/><w:p>{label}{run(' oui')}</w:p></w:tc></w:tr></w:tbl>") == [
        ("Noé oui", "Noé")
    ]


WORDS = st.text("aé 😀\u0301", min_size=1, max_size=6)
PIECES = st.lists(
    st.tuples(st.sampled_from(("run", "hidden", "deleted", "inserted", "moved", "link")), WORDS), max_size=6
)


@given(st.lists(PIECES, min_size=1, max_size=5))
def test_all_that_is_seen_comes_in_and_nothing_else(paragraphs: list[list[tuple[str, str]]]) -> None:
    made = {
        "run": run,
        "hidden": lambda words: formatted(words, "<w:vanish/>"),
        "deleted": lambda words: f"<w:del>{run(words).replace('w:t', 'w:delText')}</w:del>",
        "inserted": lambda words: f"<w:ins>{run(words)}</w:ins>",
        "moved": lambda words: f"<w:moveFrom>{run(words)}</w:moveFrom>",
        "link": lambda words: f"<w:hyperlink>{run(words)}</w:hyperlink>",
    }
    body = "".join("<w:p>" + "".join(made[kind](words) for kind, words in one) + "</w:p>" for one in paragraphs)
    seen = ["".join(words for kind, words in one if kind in ("run", "inserted", "link")) for one in paragraphs]
    reading = word.read(Path("a.docx"), docx(body), Options())
    assert reading.text == "\n".join(unicodedata.normalize("NFC", line) for line in seen)

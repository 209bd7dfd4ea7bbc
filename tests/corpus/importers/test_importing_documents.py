"""Word, OpenDocument, rich text and web pages: all that a reader sees comes in once, what is deleted does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_files import docx, odt, paragraph, run

from corpus import importers
from corpus.drafts import Draft


def imported(folder: Path, name: str, data: str | bytes) -> Draft:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return importers.read(path)


def quoted(draft: Draft) -> list[tuple[str, str]]:
    return [(passage.kind, draft.text[passage.start : passage.end]) for passage in draft.passages]


def box(text: str) -> str:
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        "<w:p><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def control(inner: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def test_word_runs_tabs_and_breaks_make_the_text(tmp_path: Path) -> None:
    body = (
        "<w:p>"
        + run("Un e")
        + run("\u0301t")
        + "<w:r><w:t>é</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c 😀</w:t></w:r></w:p>"
    )
    assert imported(tmp_path, "a.docx", docx(body + paragraph("fin"))).text == "Un été\tb\nc 😀\nfin"


def test_word_cells_are_passages_and_tabs_part_them(tmp_path: Path) -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    nested = f"<w:tbl><w:tr>{cell.format(paragraph('dedans'))}</w:tr></w:tbl>"
    row = "<w:tr>{}{}</w:tr>"
    table = "<w:tbl><w:tblPr/>{}{}{}</w:tbl>".format(
        row.format(cell.format(paragraph("a")), cell.format(paragraph("b") + paragraph("b2"))),
        row.format(cell.format(nested + paragraph("")), control(cell.format(paragraph("d")))),
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell.format(paragraph('effacée'))}</w:tr>",
    )
    draft = imported(tmp_path, "a.docx", docx(table))
    assert draft.text == "a\tb\nb2\ndedans\td"
    assert quoted(draft) == [("cell", "a"), ("cell", "b\nb2"), ("cell", "dedans"), ("cell", "d")]


def test_word_boxes_and_nested_controls_come_in_once(tmp_path: Path) -> None:
    inline = f"<w:p>{run('avant ')}{control(control(run('dedans')))}</w:p>"
    draft = imported(tmp_path, "a.docx", docx(box("encadré") + control(control(paragraph("contrôle"))) + inline))
    assert draft.text == "encadré\ncontrôle\navant dedans"


def test_word_insertions_are_in_and_deletions_out(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>ôté</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>parti</w:t></w:r></w:moveFrom>"
    kept = f"<w:ins>{run('ajouté')}</w:ins><w:moveTo>{run(' arrivé')}</w:moveTo>"
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('un ')}</w:p>" + paragraph("seul")
    draft = imported(tmp_path, "a.docx", docx(f"<w:p>{deleted}{kept}</w:p>{joined}"))
    assert draft.text == "ajouté arrivé\nun seul"


def test_word_fields_show_their_result_alone(tmp_path: Path) -> None:
    field = f"<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple>{run('7')}</w:fldSimple>"
    link = f"<w:hyperlink>{run('le lien')}</w:hyperlink>"
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    assert imported(tmp_path, "a.docx", docx(f"<w:p>{field}{link}{symbol}</w:p>")).text == "7le lien→"


def test_word_headings_are_told_by_style_and_by_level(tmp_path: Path) -> None:
    styles = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:style w:styleId="T1"><w:name w:val="heading 1"/></w:style>
        <w:style w:styleId="Perso"><w:name w:val="Mon titre"/><w:basedOn w:val="T1"/></w:style>
        <w:style w:styleId="Corps"><w:name w:val="Body"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
        <w:style w:styleId="Boucle"><w:name w:val="x"/><w:basedOn w:val="Boucle"/></w:style></w:styles>"""
    level = f'<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{run("niveau")}</w:p>'
    styled = "".join(paragraph(style, style=style) for style in ("T1", "Perso", "Corps", "Boucle", "Inconnu"))
    draft = imported(tmp_path, "a.docx", docx(styled + level, {"word/styles.xml": styles}))
    assert [text for kind, text in quoted(draft) if kind == "heading"] == ["T1", "Perso", "niveau"]


def test_word_notes_stand_at_the_end_and_headers_nowhere(tmp_path: Path) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    separator = f'<w:footnote w:type="separator">{paragraph("trait")}</w:footnote>'
    footnote = f"<w:footnote>{paragraph(' Une note.')}</w:footnote>"
    parts = {
        "word/footnotes.xml": f"<w:footnotes {space}>{separator}{footnote}</w:footnotes>",
        "word/comments.xml": f"<w:comments {space}><w:comment>{paragraph('Un avis.')}</w:comment></w:comments>",
        "word/header1.xml": f"<w:hdr {space}>{paragraph('En-tête')}</w:hdr>",
    }
    draft = imported(tmp_path, "a.docx", docx(paragraph("INT: Ça va ?") + paragraph("MARIE: Oui."), parts))
    assert quoted(draft) == [("turn", "Ça va ?"), ("turn", "Oui."), ("note", "Une note."), ("note", "Un avis.")]


def test_word_files_of_python_docx_come_in(tmp_path: Path) -> None:
    import docx as python_docx

    document = python_docx.Document()
    document.add_heading("Entretien", 1)
    document.add_paragraph("[Chercheur] (0:00 - 0:03)")
    document.add_paragraph("Bonjour ?")
    document.add_table(1, 2).cell(0, 1).text = "cellule"
    document.save(str(tmp_path / "a.docx"))
    draft = importers.read(tmp_path / "a.docx")
    assert quoted(draft) == [("heading", "Entretien"), ("turn", "Bonjour ?"), ("cell", "cellule")]
    assert draft.media_type.endswith("wordprocessingml.document")


def test_odt_text_with_its_spaces_lists_tables_and_notes(tmp_path: Path) -> None:
    body = (
        '<text:h>Titre</text:h><text:p text:style-name="P1">Grand titre</text:p>'
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>ôté</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Un\n   <text:span>mot</text:span><text:s text:c="2"/>et<text:tab/>un<text:line-break/>autre'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Une note.</text:p>"
        "</text:note-body></text:note>.<office:annotation><dc:creator>M</dc:creator><text:p>Un avis.</text:p>"
        "</office:annotation></text:p>"
        "<text:list><text:list-item><text:p>point</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p><text:p>c</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p><draw:frame><draw:text-box><text:p>encadré</text:p></draw:text-box></draw:frame></text:p>"
    )
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    draft = imported(tmp_path, "a.odt", odt(body, styles))
    assert quoted(draft) == [
        *(("heading", "Titre"), ("heading", "Grand titre"), ("paragraph", "Un mot  et\tun\nautre.")),
        *(("paragraph", "point"), ("cell", "a"), ("cell", "b\nc"), ("paragraph", "encadré")),
        *(("note", "Une note."), ("note", "Un avis.")),
    ]
    assert "a\tb\nc" in draft.text


RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\header En-t\'eate}INT: \'c7a va \u-10179?\u-8704? ?\par "
    r"MARIE: Oui{\footnote \chftn  Une note.}, l\'92\'e9t\'e9 {\deleted parti}{\*\annotation Un avis.}"
    r"ici.\line Voil\'e0.\par "
    r"\trowd a\cell b\par b2\cell\row c\cell d\cell\row\pard apr\u232?s}"
)


def test_rtf_words_cells_notes_and_joined_surrogates(tmp_path: Path) -> None:
    draft = imported(tmp_path, "a.rtf", RTF)
    assert quoted(draft) == [
        *(("turn", "Ça va 😀 ?"), ("turn", "Oui, l’été ici.\nVoilà.")),
        *(("cell", "a"), ("cell", "b\nb2"), ("cell", "c"), ("cell", "d"), ("paragraph", "après")),
        *(("note", "Une note."), ("note", "Un avis.")),
    ]


def test_a_half_of_a_character_never_comes_in(tmp_path: Path) -> None:
    draft = imported(tmp_path, "a.rtf", r"{\rtf1\ansi demi \u-10179? fin}")
    assert draft.text == "demi \ufffd fin"
    draft.text.encode("utf-8")


HTML = """<!DOCTYPE html><html><head><title>Titre de page</title><style>p { color: red }</style></head><body>
<script>alert("non")</script><!-- non plus --><h1>Un  titre</h1>
<p>Un paragraphe   avec <b>gras</b>,<br>une ligne
et &eacute;t&eacute;.</p>seul<div>dans <p>un autre</p> après</div>
<table><tr><td>a</td><td><p>b</p></td></tr><tr><td></td><td>d</td></tr></table><pre>  deux
  lignes</pre><ul><li>un<li>deux</ul></body></html>"""


def test_html_gives_what_a_browser_shows(tmp_path: Path) -> None:
    draft = imported(tmp_path, "a.html", HTML)
    assert quoted(draft) == [
        *(("heading", "Un titre"), ("paragraph", "Un paragraphe avec gras,\nune ligne et été."), ("paragraph", "seul")),
        *(("paragraph", "dans"), ("paragraph", "un autre"), ("paragraph", "après"), ("cell", "a"), ("cell", "b")),
        *(("cell", "d"), ("paragraph", "deux\n  lignes"), ("paragraph", "un"), ("paragraph", "deux")),
    ]
    assert "alert" not in draft.text
    assert "color" not in draft.text


@pytest.mark.parametrize("named", ["iso-8859-1", "windows-1252"])
def test_html_is_read_in_the_encoding_it_names(tmp_path: Path, named: str) -> None:
    page = f'<html><head><meta charset="{named}"></head><body><p>L’été</p></body></html>'
    assert imported(tmp_path, "a.htm", page.encode("cp1252")).text == "L’été"


def test_a_page_laid_out_by_a_table_is_no_cell(tmp_path: Path) -> None:
    page = "<html><body><table><tr><td><h2>Titre</h2><p>Un.</p><p>Deux.</p></td></tr></table></body></html>"
    assert [kind for kind, _ in quoted(imported(tmp_path, "a.html", page))] == ["heading", "paragraph", "paragraph"]


def test_html_however_deep_comes_in(tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * 3000 + "au fond" + "</div>" * 3000 + "</body></html>"
    assert imported(tmp_path, "a.html", page).text == "au fond"
